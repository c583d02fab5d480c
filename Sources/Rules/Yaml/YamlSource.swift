import Yaml

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

  /// Parses a file with exactly one document, or what stands in it before the key `upTo`; throws `RuleProblem`.
  ///
  /// Every scalar stays as it is written; `YamlValue` tells numbers from text.
  static func parse(name: String, text: String, upTo last: String? = nil) throws -> YamlValue {
    let source = YamlSource(name: name, text: text)
    do {
      return YamlValue(source: source, node: try YamlNode(yaml: text, upTo: last))
    } catch {
      throw source.problem(of: error)
    }
  }

  private func problem(of fault: YamlFault) -> RuleProblem {
    let vi =
      switch fault.kind {
      case .empty: "tệp trống"
      case .syntax(let words): "không đúng cú pháp YAML (\(words))"
      case .repeatedKey(let key): "khoá lặp lại: \(key)"
      case .notRead(let thing): "airseal không đọc phần này của YAML (\(thing))"
      case .notLast(let key): "“\(key)” phải đứng cuối tệp"
      }
    return RuleProblem(
      file: name, line: fault.line, column: fault.column, message: LocalizedText(vi: vi, en: fault.problem))
  }
}
