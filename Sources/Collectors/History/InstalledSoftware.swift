import Facts
import LinuxHost

/// Tells whether software was ever installed, by the package database and by its program files.
struct InstalledSoftware {
  private let files: FileTree
  /// dpkg's status file; empty on other distributions.
  private let status: [UInt8]

  private static let otherDatabases = [
    "var/lib/rpm", "usr/lib/sysimage/rpm", "var/lib/pacman/local", "lib/apk/db/installed",
  ]

  /// Throws where no package database is found or it cannot be read: nothing can then be said to be absent.
  init(_ files: FileTree) throws {
    self.files = files
    do {
      status = try files.read("var/lib/dpkg/status", limit: 64 << 20)
    } catch {
      guard error.isAbsent else { throw error }
      status = []
    }
    if status.isEmpty {
      for path in Self.otherDatabases where try files.exists(path) { return }
      throw CollectionFailure(.incomplete, .expectedButAbsent, detail: "no package database")
    }
  }

  /// Whether a package is, or was, installed (dpkg keeps removed packages until they are purged), or a program is there.
  func hadAny(packages: [String], programs: [String]) throws -> Bool {
    if packages.contains(where: had) { return true }
    for path in programs where try files.exists(path) { return true }
    return false
  }

  /// Whether dpkg knows the package.
  func had(_ package: String) -> Bool { paragraph(of: package) != nil }

  /// The version of a package that dpkg knows, as its database writes it.
  func version(of package: String) -> String? {
    guard let paragraph = paragraph(of: package) else { return nil }
    let name = Array("\nVersion: ".utf8)
    return paragraph.withUnsafeBytes { bytes in
      firstIndex(of: name, in: bytes, from: 0).map { at in
        String(decoding: bytes[(at + name.count)...].prefix { $0 != 10 }, as: UTF8.self)
      }
    }
  }

  /// What the database says of a package, up to the empty line that ends it.
  private func paragraph(of package: String) -> ArraySlice<UInt8>? {
    let line = Array("Package: \(package)\n".utf8)
    return status.withUnsafeBytes { bytes in
      var start = 0
      while let at = firstIndex(of: line, in: bytes, from: start) {
        if at == 0 || bytes[at - 1] == 10 {
          return status[at..<(firstIndex(of: [10, 10], in: bytes, from: at) ?? bytes.count)]
        }
        start = at + 1
      }
      return nil
    }
  }
}
