import Foundation
import Markings
import ParseWire
import Synchronization
import TestSupport

@testable import Documents

/// Reads bytes as the worker reads a file.
enum WorkerReading {
  static let rules = URL(filePath: #filePath).appending(path: "../../../../rules/markings")
    .standardizedFileURL
    .path

  /// The answer to a file whose type the scanner's own sniff tells.
  static func reply(_ bytes: [UInt8], name: String = "") throws -> ParseReply {
    let type = TypeSniff.type(Array(bytes.prefix(TypeSniff.length)))
    let promised = TypeSniff.promised(by: name)
    return try reply(bytes, type, isContradicted: promised.map { !$0.contains(type) } ?? false)
  }

  static func reply(_ bytes: [UInt8], _ type: FileType, isContradicted: Bool = false) throws -> ParseReply {
    let path = NSTemporaryDirectory() + "airseal-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(filePath: path))
    guard let handle = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileReadUnknown) }
    try FileManager.default.removeItem(atPath: path)
    return try shared.withLock { held in
      let reader = try held ?? DocumentReader(markings: rules, magic: nil)
      held = reader
      return reader.read(handle.fileDescriptor, .init(type: type, isContradicted: isContradicted), index: 3)
    }
  }

  private static let shared = Mutex<DocumentReader?>(nil)

  /// What a format makes of bytes.
  static func extract(_ format: some Format, _ bytes: [UInt8]) throws -> Extract {
    let finder = MarkingFinder(try MarkingRules(folder: rules))
    let inner = InnerDocuments(finder, try TypeIdentifier(database: nil), fileSize: bytes.count)
    return try format.extract(DocumentFile(bytes: bytes), inner)
  }

  /// The lines that formats collect, by part.
  static func lines(_ extract: Extract) -> [TextPart.Kind: [String]] {
    var lines: [TextPart.Kind: [String]] = [:]
    for part in extract.parts + extract.texts.map(\.part) { lines[part.kind, default: []] += part.lines }
    return lines
  }
}
