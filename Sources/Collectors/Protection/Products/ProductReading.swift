import Foundation

/// How one field is found in one answer.
struct ProductReading: Decodable {
  let question: String
  /// Labels of which one stands at the start of a line, before a colon or an equals sign.
  let after: [String]?
  /// A regular expression whose first group is the value.
  let match: String?
  /// Names that lead to a value of a JSON answer, with dots between them.
  let json: String?
  /// Codes by the values that stand for them; * stands for any text, and case does not count.
  let values: [String: [String]]?
  /// Forms of a time, as strptime(3) writes them, or `unix` and `unix_ms`.
  let formats: [String]?

  enum CodingKeys: String, CodingKey {
    case after, match, json, values, formats
    case question = "in"
  }

  /// The value as it is written in the answer; nil if the answer does not hold it.
  func text(in answer: String) -> String? {
    if let json { return JSONText.value(at: json, in: answer) }
    if let after { return Self.value(after: after, in: answer) }
    guard let match else { return nil }
    do {
      let expression = try NSRegularExpression(pattern: match, options: [.anchorsMatchLines])
      let whole = NSRange(answer.startIndex..., in: answer)
      guard let found = expression.firstMatch(in: answer, range: whole), found.numberOfRanges > 1,
        let range = Range(found.range(at: 1), in: answer)
      else { return nil }
      return String(answer[range]).trimmingCharacters(in: .whitespaces)
    } catch {
      return nil
    }
  }

  /// The code that a value stands for; nil for a value that is not known.
  func code(for value: String) -> String? {
    let value = value.lowercased()
    return (values ?? [:]).first { $0.value.contains { Glob.matches($0.lowercased(), value) } }?.key
  }

  private static func value(after labels: [String], in answer: String) -> String? {
    for line in answer.split(whereSeparator: \.isNewline) {
      guard let end = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { continue }
      let label = line[..<end].trimmingCharacters(in: .whitespaces)
      guard labels.contains(label) else { continue }
      let value = line[line.index(after: end)...].trimmingCharacters(in: .whitespaces)
      return value.isEmpty ? nil : value
    }
    return nil
  }
}

/// Values of a JSON text by name.
enum JSONText {
  /// The scalar at `path`; nil if the text is no JSON or has no scalar there.
  static func value(at path: String, in text: String) -> String? {
    do {
      var node = try JSONDecoder().decode(JSONNode.self, from: Data(text.utf8))
      for name in path.split(separator: ".") {
        guard case .object(let members) = node, let next = members[String(name)] else { return nil }
        node = next
      }
      if case .scalar(let value) = node { return value }
      return nil
    } catch {
      return nil
    }
  }
}

private enum JSONNode: Decodable {
  case object([String: JSONNode])
  case scalar(String)
  case other

  init(from decoder: any Decoder) throws {
    if let object = Self.attempt({ try [String: JSONNode](from: decoder) }) {
      self = .object(object)
    } else if let text = Self.attempt({ try String(from: decoder) }) {
      self = .scalar(text)
    } else if let flag = Self.attempt({ try Bool(from: decoder) }) {
      self = .scalar(String(flag))
    } else if let number = Self.attempt({ try Int64(from: decoder) }) {
      self = .scalar(String(number))
    } else {
      self = .other
    }
  }

  private static func attempt<T>(_ body: () throws -> T) -> T? {
    do { return try body() } catch { return nil }
  }
}
