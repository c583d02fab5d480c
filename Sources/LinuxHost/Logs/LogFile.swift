import Facts
import Glibc

/// A text log, plain or compressed.
public struct LogFile: Sendable, Equatable {
  public let path: String
  public let info: FileInfo

  /// Plain bytes that are read of one file; more is a bomb.
  public static let byteLimit = 2 << 30
  /// Bytes of a line that are kept.
  static let lineLimit = 1 << 16

  public init(path: String, info: FileInfo) {
    self.path = path
    self.info = info
  }

  /// The generations of a log as logrotate names them (`syslog`, `syslog.1`, `syslog.2.gz`, `syslog-20260101`), latest first.
  ///
  /// Generations that cannot be described are handed to `failed`. Throws `FileError` if the folder cannot be listed.
  public static func generations(
    of name: String, in folder: String, files: FileTree, names: [String],
    failed: (FileError) throws -> Void
  ) throws -> [LogFile] {
    var found: [LogFile] = []
    for entry in names where isGeneration(entry, of: name) {
      let path = "\(folder)/\(entry)"
      do {
        let info = try files.info(path)
        if info.kind == .folder { continue }
        guard info.kind == .regular else { throw FileError(path: path, reason: .notRegularFile) }
        found.append(LogFile(path: path, info: info))
      } catch let error as FileError {
        try failed(error)
      }
    }
    return found.sorted { ($0.info.modifiedAt, $1.path) > ($1.info.modifiedAt, $0.path) }
  }

  static func isGeneration(_ entry: String, of name: String) -> Bool {
    guard entry.hasPrefix(name) else { return false }
    var rest = entry.dropFirst(name.count)
    for suffix in [".gz", ".xz", ".zst", ".bz2", ".lz4", ".old", "~"] where rest.hasSuffix(suffix) {
      rest = rest.dropLast(suffix.count)
    }
    guard let first = rest.first else { return true }
    return (first == "." || first == "-") && rest.dropFirst().allSatisfy { $0.isNumber || $0 == "-" }
      && rest.count > 1
  }

  /// Hands over every line without its end.
  ///
  /// Lines that can be read are handed over first; then `FileError` is thrown for what could not: `damaged` for holes,
  /// runs of zero bytes and broken compression, `tooLarge`, `unsupported`.
  public func forEachLine(in files: FileTree, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let file = try files.open(path)
    var splitter = LineSplitter(lineLimit: Self.lineLimit)
    var decompressor: (any Decompressor)?
    var left = Self.byteLimit
    var blocks = DataBlocks(file)
    do {
      while let block = try blocks.next() {
        if decompressor == nil { decompressor = try Compression(magic: block).decompressor() }
        try decompressor?.decompress(block) { bytes in
          left -= bytes.count
          if left < 0 { throw FileError(path: path, reason: .tooLarge) }
          try splitter.feed(bytes, body)
        }
      }
      try splitter.finish(body)
    } catch is DecompressionError {
      throw FileError(path: path, reason: decompressor == nil ? .unsupported : .damaged)
    }
    if splitter.sawZeros || blocks.sawHole || decompressor?.isAtEnd == false {
      throw FileError(path: path, reason: .damaged)
    }
  }
}
