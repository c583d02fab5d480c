import Yams

/// A YAML file of the pack, as it was read.
final class YamlSource {
  /// Path below the rules folder.
  let name: String
  private let text: String

  init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// Lines as they stand, empty ones too.
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// Parses a file with exactly one document; throws `RuleProblem`.
  ///
  /// Every scalar stays as it is written; `YamlValue` tells numbers from text.
  static func parse(name: String, text: String) throws -> YamlValue {
    let source = YamlSource(name: name, text: text)
    do {
      guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        throw source.problem(nil, vi: "tệp trống", en: "the file is empty")
      }
      return YamlValue(source: source, node: node)
    } catch let error as YamlError {
      throw source.problem(of: error)
    }
  }

  func problem(_ mark: Mark?, vi: String, en: String) -> RuleProblem {
    RuleProblem(
      file: name, line: mark?.line ?? 1, column: mark?.column ?? 1,
      message: LocalizedText(vi: vi, en: en))
  }

  private func problem(of error: YamlError) -> RuleProblem {
    switch error {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
      .composer(_, let text, let mark, _):
      problem(mark, vi: "không đúng cú pháp YAML (\(text))", en: "not valid YAML (\(text))")
    case .duplicatedKeysInMapping(let keys, let context):
      problem(
        context.mark, vi: "khoá lặp lại: \(keys.joined(separator: ", "))",
        en: "repeated key: \(keys.joined(separator: ", "))")
    default:
      problem(nil, vi: "không đọc được YAML (\(error))", en: "YAML cannot be read (\(error))")
    }
  }
}
