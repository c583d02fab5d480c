import Foundation
import ParseWire
import TestSupport
import Testing

@testable import Documents

/// Reads documents in the test's own process, as the worker does in its own.
struct Reading {
  private let reader: DocumentReader

  init() throws { reader = try DocumentReader(markings: Built.rules + "/markings", magic: nil) }

  /// The reply to bytes under a file name, sniffed as the scanner does.
  func read(_ bytes: [UInt8], name: String = "") throws -> ParseReply {
    let path = NSTemporaryDirectory() + "airseal-\(UUID().uuidString)"
    try Data(bytes).write(to: URL(filePath: path))
    let handle = try #require(FileHandle(forReadingAtPath: path))
    try FileManager.default.removeItem(atPath: path)
    let type = TypeSniff.type(Array(bytes.prefix(TypeSniff.length)))
    let isContradicted = TypeSniff.promised(by: name).map { !$0.contains(type) } ?? false
    return reader.read(handle.fileDescriptor, .init(type: type, isContradicted: isContradicted), index: 0)
  }

  static func bytes(_ bytes: [UInt8], name: String = "") throws -> ParseReply {
    try Reading().read(bytes, name: name)
  }

  static func file(_ name: String) throws -> ParseReply { try bytes(fixture(name), name: name) }

  /// A file of the folder Fixtures.
  static func fixture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(Built.root)/Tests/DocumentsTests/Fixtures/\(name)")))
  }
}
