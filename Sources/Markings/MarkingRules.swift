import Foundation
import Yams

/// The marking rules of a rule folder, in a fixed order, ready to match.
///
/// Not `Sendable`: regular expressions are not; load one per thread.
public final class MarkingRules {
  /// A rule file that cannot be used.
  public struct Invalid: Error, CustomStringConvertible {
    public let description: String
  }

  let rules: [CompiledRule]
  private let prefilters: [TextPart.Kind: BytePrefilter]

  /// Ids in the order that the wire uses.
  public var ids: [String] { rules.map(\.id) + [TableColumn.rule] }

  /// Loads every `*.yaml` of a folder, sorted by name; throws `Invalid` on an unknown key, a bad pattern or a double id.
  public init(folder: String) throws {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        .sorted()
    } catch {
      throw Invalid(description: "\(folder): cannot be listed")
    }
    guard !names.isEmpty else { throw Invalid(description: "\(folder): no marking rules") }
    var rules: [CompiledRule] = []
    for name in names {
      guard let text = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
        throw Invalid(description: "\(name): cannot be read")
      }
      rules += try Self.decode(String(decoding: text, as: UTF8.self), file: name)
    }
    guard Set(rules.map(\.id)).count == rules.count else {
      throw Invalid(description: "\(folder): a rule id stands twice")
    }
    self.rules = rules
    var made: [[String]: BytePrefilter] = [:]
    var prefilters: [TextPart.Kind: BytePrefilter] = [:]
    for kind in TextPart.Kind.allCases {
      let wanted = rules.filter { $0.parts.contains(kind) }
      let filter = made[wanted.map(\.id)] ?? BytePrefilter(wanted.flatMap(\.anchors))
      made[wanted.map(\.id)] = filter
      prefilters[kind] = filter
    }
    self.prefilters = prefilters
  }

  /// What a text of a kind must hold for any rule to match; a text file is all body.
  public func prefilter(_ kind: TextPart.Kind) -> BytePrefilter {
    guard let filter = prefilters[kind] else { preconditionFailure("every kind has a filter") }
    return filter
  }

  private struct File: Decodable {
    var terms: [String: String]
    var rules: [MarkingRule]
  }

  private static func decode(_ text: String, file: String) throws -> [CompiledRule] {
    do {
      try refuseUnknownKeys(text, file: file)
      let decoded = try YAMLDecoder().decode(File.self, from: text)
      return try decoded.rules.map { try CompiledRule($0, terms: decoded.terms) }
    } catch let error as Invalid {
      throw Invalid(description: "\(file): \(error.description)")
    } catch {
      throw Invalid(description: "\(file): \(error)")
    }
  }

  private static func refuseUnknownKeys(_ text: String, file: String) throws {
    guard let root = try Yams.compose(yaml: text)?.mapping else {
      throw Invalid(description: "not a mapping")
    }
    try refuse(root, beyond: ["terms", "rules"])
    for rule in root["rules"]?.sequence ?? [] {
      guard let mapping = rule.mapping else { throw Invalid(description: "a rule is not a mapping") }
      try refuse(mapping, beyond: MarkingRule.CodingKeys.allCases.map(\.rawValue))
      for example in mapping["examples"]?.sequence ?? [] {
        try refuse(example.mapping ?? [:], beyond: ["text", "expect", "part"])
      }
    }
  }

  private static func refuse(_ mapping: Node.Mapping, beyond known: [String]) throws {
    for key in mapping.keys where !known.contains(key.string ?? "") {
      let mark = key.mark.map { " at line \($0.line), column \($0.column)" } ?? ""
      throw Invalid(description: "unknown key \(key.string ?? "?")\(mark)")
    }
  }
}
