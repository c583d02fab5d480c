import Crypto
import Facts
import Foundation
import Rules

/// Keeps the report from being a leak: withholds names of Tuyệt mật files, on request all document paths.
struct Redactor {
  private let redactsPaths: Bool
  private let key = SymmetricKey(size: .bits256)
  /// Replacement of a whole path.
  private var paths: [String: String] = [:]
  /// Replacement of a file name, wherever it stands.
  private var names: [String: String] = [:]
  /// Paths of documents whose level allows their names to be shown.
  private var shown: Set<String> = []
  private let documentSources: Set<String>

  static let documentColumns: Set<String> = ["path", "document", "document_path", "file", "marking_path"]
  static let documentTables: Set<String> = [
    "marking", "document_scan", "document_trace", "picture_folder",
  ]

  init(_ outcome: Outcome, redactsPaths: Bool) {
    self.redactsPaths = redactsPaths
    self.documentSources = Set(
      outcome.ledger.filter { Self.documentTables.contains($0.tableName) }.map(\.source))
    for edition in outcome.editions {
      for evidence in edition.violationEvidence { learn(evidence) }
      for result in edition.results where Self.readsDocuments(result) {
        for evidence in result.evidence { learn(evidence) }
      }
    }
    for gap in outcome.gaps where redactsPaths && documentSources.contains(gap.source) { hide(gap.path) }
  }

  /// Whether anything is withheld.
  var isActive: Bool { !paths.isEmpty || !names.isEmpty }

  static func readsDocuments(_ result: RuleResult) -> Bool {
    result.tables.contains { documentTables.contains($0.table) }
  }

  /// The text with every withheld path and name replaced; slow, for single texts.
  func text(_ text: String) -> String {
    guard isActive else { return text }
    return replace(
      text, Self.longestFirst(paths.map { ($0.key, $0.value) } + names.map { ($0.key, $0.value) }))
  }

  func text(_ text: LocalizedText) -> LocalizedText {
    LocalizedText(vi: self.text(text.vi), en: self.text(text.en))
  }

  /// The replacements that a row's own values call for, longest first.
  func replacements(_ values: [String]) -> [(String, String)] {
    guard isActive else { return [] }
    var found: [String: String] = [:]
    for value in values {
      if let path = paths[value] { found[value] = path }
      let spellings = Self.names(value)
      guard let token = spellings.compactMap({ names[$0] }).first else { continue }
      for name in spellings { found[name] = token }
    }
    return Self.longestFirst(found.flatMap { [($0.key, $0.value), (Printable.neutral($0.key), $0.value)] })
  }

  func replace(_ text: String, _ replacements: [(String, String)]) -> String {
    replacements.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }

  /// A value of an answer's scope; for checks of documents a path that no finding names is withheld.
  func scope(_ item: String, ofDocuments: Bool) -> String {
    if let path = paths[item] { return path }
    if ofDocuments, let cut = item.lastIndex(of: ":"), item[..<cut].contains("/") {
      return scope(String(item[..<cut]), ofDocuments: true) + item[cut...]
    }
    guard ofDocuments, item.contains("/"), !shown.contains(item) else { return text(item) }
    return redactsPaths ? token(item) : Self.withheld(item, token(item))
  }

  private static func longestFirst(_ replacements: [(String, String)]) -> [(String, String)] {
    replacements.sorted { ($0.0.utf8.count, $0.0) > ($1.0.utf8.count, $1.0) }
  }

  private mutating func learn(_ evidence: Evidence) {
    let isTopSecret = evidence.columns.contains { $0.value == .text(MarkingLevel.tuyetMat.rawValue) }
    for (name, value) in evidence.columns where Self.documentColumns.contains(name) {
      guard case .text(let path) = value, path.contains("/") else { continue }
      if redactsPaths {
        hide(path)
      } else if isTopSecret {
        let digest = evidence["sha256"].plain
        guard paths[path] == nil || digest.count >= 8 else { continue }
        let token = digest.count >= 8 ? "[#\(digest.prefix(8))]" : token(path)
        paths[path] = Self.withheld(path, token)
        if let name = Self.names(path).first, name.count >= 4 { names[name] = token }
      } else {
        shown.insert(path)
      }
    }
  }

  private mutating func hide(_ path: String) {
    let token = token(path)
    paths[path] = token
    if let name = Self.names(path).first, name.count >= 4 { names[name] = token }
  }

  /// HMAC-SHA-256 with a key that nobody keeps, first 12 digits.
  private func token(_ path: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data(path.utf8), using: key)
    let digits = code.prefix(6).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "[#\(digits.joined())]"
  }

  private static func withheld(_ path: String, _ token: String) -> String {
    let folder = (path as NSString).deletingLastPathComponent
    return folder.hasSuffix("/") ? folder + token : "\(folder)/\(token)"
  }

  /// The last component of a path or address, as it stands and with percent signs undone.
  private static func names(_ value: String) -> [String] {
    guard let last = value.split(separator: "/").last.map(String.init) else { return [] }
    guard last.utf8.contains(UInt8(ascii: "%")), let plain = last.removingPercentEncoding, plain != last
    else { return [last] }
    return [last, plain]
  }
}
