import Foundation
import Markings
import Yaml

/// A text of `samples/documents` with the level that it carries.
struct SampleText: Decodable, CustomStringConvertible, Sendable {
  var id: String
  var text: String
  var expect: String?
  var part: String?

  var description: String { id }

  func parts() -> [TextPart] {
    let kind = part.flatMap(TextPart.Kind.init) ?? .body
    return [
      TextPart(kind, lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    ]
  }

  /// Every text of a folder: the entries of its YAML files, and whole text files.
  static func all(_ folder: String) -> [SampleText] {
    let path = Repository.documents.appending(path: folder).path
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted().flatMap {
        name -> [SampleText] in
        guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else { return [] }
        let text = String(decoding: data, as: UTF8.self)
        if name.hasSuffix(".yaml") { return try StrictDecoder.decode([SampleText].self, from: text) }
        return [SampleText(id: name, text: text)]
      }
    } catch {
      return [SampleText(id: "\(error)", text: "", expect: "cannot be read")]
    }
  }
}
