import Facts
import Glibc
import LinuxHost

/// The packages that dpkg has installed, from its status file.
struct DpkgStatus {
  struct Package {
    let name: String
    let version: String
    /// Who built it, where the package says so; packages of Debian and Ubuntu have no such line.
    let vendor: String?
    let maintainer: String
  }

  static let path = "/var/lib/dpkg/status"
  let installed: [Package]

  /// Reads the status file; empty where the system has no dpkg. Throws `FileError`.
  init(_ files: FileTree) throws(FileError) {
    let bytes: [UInt8]
    do {
      bytes = try files.read(Self.path, limit: 128 << 20)
    } catch {
      guard error.isAbsent else { throw error }
      installed = []
      return
    }
    installed = Self.parse(bytes)
  }

  /// The installed package of that name.
  func package(_ name: String) -> Package? { installed.first { $0.name == name } }

  private static let fields: [StaticString] = [
    "Package: ", "Version: ", "Status: ", "Maintainer: ", "Vendor: ",
  ]

  private static func parse(_ bytes: [UInt8]) -> [Package] {
    var packages: [Package] = []
    bytes.withUnsafeBytes { bytes in
      var values = [String?](repeating: nil, count: fields.count)
      var start = 0
      while start < bytes.count {
        let end = lineEnd(bytes, from: start)
        if end == start {
          if let package = package(values) { packages.append(package) }
          values = [String?](repeating: nil, count: fields.count)
        } else if let index = field(bytes, start, end) {
          let from = start + fields[index].utf8CodeUnitCount
          values[index] = String(decoding: bytes[from..<end], as: UTF8.self)
        }
        start = end + 1
      }
      if let package = package(values) { packages.append(package) }
    }
    return packages
  }

  private static func lineEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress, let end = memchr(base + start, 0x0A, bytes.count - start) else {
      return bytes.count
    }
    return UnsafeRawPointer(end) - base
  }

  private static func field(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    return fields.firstIndex { name in
      let count = name.utf8CodeUnitCount
      return end - start > count && memcmp(base + start, name.utf8Start, count) == 0
    }
  }

  private static func package(_ values: [String?]) -> Package? {
    guard let name = values[0], values[2]?.hasSuffix(" installed") == true else { return nil }
    return Package(name: name, version: values[1] ?? "", vendor: values[4], maintainer: values[3] ?? "")
  }
}
