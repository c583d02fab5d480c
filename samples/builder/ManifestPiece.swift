import Foundation
import Yaml

/// Files, journal lines and browsers that several samples share: a distribution's layout, a user's desktop.
struct ManifestPiece: Decodable {
  var files: [String: Manifest.Entry]?
  var journal: [Manifest.JournalEntry]?
  var browsers: [BrowserSample]?
  var commands: [Manifest.Command]?

  /// Reads `folder/pieces/<name>.yaml`.
  static func load(_ name: String, in folder: String) throws -> ManifestPiece {
    let text = try String(contentsOfFile: "\(folder)/pieces/\(name).yaml", encoding: .utf8)
    return try StrictDecoder.decode(ManifestPiece.self, from: text)
  }
}

extension Manifest {
  /// The manifest with its pieces below it, in their order, and its browsers as files.
  func assembled(in folder: String) throws -> Manifest {
    var result = self
    var files: [String: Entry] = [:]
    var profiles: [BrowserSample] = []
    for name in pieces ?? [] {
      let piece = try ManifestPiece.load(name, in: folder)
      files.merge(piece.files ?? [:]) { $1 }
      profiles += piece.browsers ?? []
      result.journal = (piece.journal ?? []) + (result.journal ?? [])
      result.commands = (piece.commands ?? []) + (result.commands ?? [])
    }
    for browser in profiles + (browsers ?? []) { files.merge(browser.files) { $1 } }
    result.files = files.merging(self.files ?? [:]) { $1 }
    result.pieces = nil
    result.browsers = nil
    return result
  }
}
