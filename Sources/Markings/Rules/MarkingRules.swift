import Foundation
import Yaml

/// The marking rules of a rule folder, in a fixed order, ready to match.
///
/// Not `Sendable`: a regular expression keeps room for one match; load one per thread.
public final class MarkingRules {
  /// A rule file that cannot be used.
  public struct Invalid: Error, CustomStringConvertible {
    public let description: String
  }

  let rules: [CompiledRule]
  let columns: [CompiledColumn]
  let heading: Pattern
  let form: Pattern
  /// Lines that may stand between two stamps of a list of all levels.
  let gap: Int
  private let text: LazyPrefilter
  private let document: LazyPrefilter
  private let name: LazyPrefilter

  /// Ids in the order that the wire uses.
  public var ids: [String] { rules.map(\.id) + columns.map(\.id) }

  /// Loads every `*.yaml` of a folder, sorted by name; throws `Invalid` on an unknown key, a bad pattern or a double id.
  ///
  /// With `isLazy` a pattern is compiled, and found to be bad, when it is first tried.
  public init(folder: String, isLazy: Bool = false) throws {
    let files = try Self.files(folder)
    rules = try files.flatMap { file in
      try (file.content.rules ?? []).map { rule in
        do {
          let compiled = try CompiledRule(rule, terms: file.content.terms ?? [:])
          if !isLazy { for pattern in compiled.patterns { try pattern.check() } }
          return compiled
        } catch let error as Invalid {
          throw Invalid(description: "\(file.name): \(error.description)")
        }
      }
    }
    columns = try files.flatMap { try ($0.content.columns ?? []).map(CompiledColumn.init) }
    let ids = rules.map(\.id) + columns.map(\.id)
    guard !ids.isEmpty else { throw Invalid(description: "\(folder): no marking rules") }
    guard Set(ids).count == ids.count else { throw Invalid(description: "\(folder): a rule id stands twice") }
    let surroundings = files.compactMap(\.content.surroundings)
    guard surroundings.count == 1 else { throw Invalid(description: "\(folder): needs one `surroundings`") }
    heading = Pattern(surroundings[0].heading, [:], "surroundings")
    form = Pattern(surroundings[0].form, [:], "surroundings")
    gap = surroundings[0].gap
    if !isLazy {
      for pattern in columns.flatMap(\.patterns) + [heading, form] { try pattern.check() }
    }
    let inNames = rules.filter { $0.parts.contains(.name) }.flatMap(\.anchors)
    let inText = rules.filter { $0.parts.contains(.body) }.flatMap(\.anchors) + columns.flatMap(\.anchors)
    let aboutDocument = rules.filter { !$0.parts.isDisjoint(with: [.property, .subject]) }.flatMap(\.anchors)
    text = LazyPrefilter { BytePrefilter(Set(inText).flatMap { $0.spellings() }) }
    document = LazyPrefilter {
      BytePrefilter(Set(inText + aboutDocument).flatMap { $0.documentSpellings() })
    }
    name = LazyPrefilter { BytePrefilter(Set(inNames).flatMap { $0.nameSpellings() }) }
  }

  /// What a text of a kind must hold for any rule to match; a text file is all body.
  public func prefilter(_ kind: TextPart.Kind) -> BytePrefilter { lazyPrefilter(kind).value }

  /// The same, not yet built.
  public func lazyPrefilter(_ kind: TextPart.Kind) -> LazyPrefilter {
    switch kind {
    case .name: name
    case .property, .subject: document
    default: text
    }
  }

  private struct Content: Decodable {
    var terms: [String: String]?
    var rules: [MarkingRule]?
    var columns: [ColumnRule]?
    var surroundings: Surroundings?
  }

  private static func files(_ folder: String) throws -> [(name: String, content: Content)] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }
        .sorted()
    } catch {
      throw Invalid(description: "\(folder): cannot be listed")
    }
    return try names.map { name in
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
        throw Invalid(description: "\(name): cannot be read")
      }
      let text = String(decoding: data, as: UTF8.self)
      do {
        return (name, try StrictDecoder.decode(Content.self, from: text))
      } catch let refusal as StrictRefusal {
        throw Invalid(description: "\(name):\(refusal.line):\(refusal.column): \(refusal.problem)")
      }
    }
  }
}
