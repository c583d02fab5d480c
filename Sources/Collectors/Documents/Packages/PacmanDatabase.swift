import LinuxHost

/// pacman's lists of digests, `/var/lib/pacman/local/*/mtree`: gzipped files in the format of mtree(5).
struct PacmanDatabase: PackageDatabase {
  private static let folder = "/var/lib/pacman/local"

  var stampPath: String { Self.folder }

  func read(_ files: FileTree, into list: inout PackageList) throws(FileError) {
    for name in try files.list(Self.folder) where !name.hasPrefix("ALPM") {
      Self.add(try files.unpacked("\(Self.folder)/\(name)/mtree", limit: 64 << 20), to: &list)
    }
  }

  private static func add(_ text: [UInt8], to list: inout PackageList) {
    for line in text.split(separator: 0x0A) where line.starts(with: [0x2E, 0x2F]) {
      let words = line.split(separator: 0x20)
      guard let name = words.first else { continue }
      for word in words.dropFirst() {
        guard let equals = word.firstIndex(of: UInt8(ascii: "=")),
          word[..<equals].elementsEqual("sha256digest".utf8)
        else { continue }
        list.add(plain(name.dropFirst()), digest: word[word.index(after: equals)...])
      }
    }
  }

  /// Undoes the octal escapes of mtree(5).
  private static func plain(_ name: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = name
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      guard byte == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) })
      else {
        bytes.append(byte)
        continue
      }
      bytes.append(digits.reduce(0) { $0 &* 8 &+ ($1 - 0x30) })
      rest = rest.dropFirst(3)
    }
    return bytes
  }
}
