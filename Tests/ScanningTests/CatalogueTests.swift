import Collectors
import Facts
import Foundation
import SampleBuilder
import TestSupport
import Testing

/// docs/reference/catalogue.md tells the truth.
@Suite struct CatalogueTests {
  private let catalogue: Catalogue
  init() throws { catalogue = try Catalogue() }

  @Test func everyReaderOfHistoryStandsThere() throws {
    let named = Set(catalogue.rows.flatMap(\.readers))
    let tables: Set<String> = [
      NetworkContact.table.name, NetworkProfile.table.name, HistorySign.table.name, PowerEvent.table.name,
      MachineLife.table.name, OtherSystem.table.name, Coverage.table.name, UsbDeviceHistory.table.name,
    ]
    for type in Registry.all where !tables.isDisjoint(with: type.tables.map(\.name)) {
      if ["history_signs", "program_traces"].contains(type.name) { continue }
      #expect(named.contains(type.name), "collector \(type.name)")
    }
    let parts = try Catalogue.signs() + Catalogue.stores()
    for reader in parts { #expect(named.contains(reader), "\(reader)") }
    let programs = Set(catalogue.rows.flatMap(\.programs))
    let described = Set(try Catalogue.programs())
    #expect(programs == described)
  }

  @Test func whatRowsNameIsThere() throws {
    let collectors: [String] = Registry.all.map { $0.name }
    let readers = Set(collectors).union(try Catalogue.signs()).union(try Catalogue.stores())
    let samples = try Set(Samples.names())
    let tests = try Catalogue.tests()
    for row in catalogue.rows {
      for reader in row.readers {
        #expect(readers.contains(reader) || reader == "network_link_up", "\(row.source): \(reader)")
      }
      for proof in row.fires + row.twins {
        if proof == "examples" {
          #expect(!row.programs.isEmpty, "\(row.source)")
        } else {
          #expect(samples.contains(proof) || tests.contains(proof), "\(row.source): \(proof)")
        }
      }
      let isRead = !row.readers.isEmpty || !row.programs.isEmpty
      #expect(isRead == !row.fires.isEmpty || row.isLeftOut, "\(row.source)")
    }
  }
}

/// The rows of the catalogue.
struct Catalogue {
  struct Row {
    let source: String
    let readers: [String]
    let programs: [String]
    let fires: [String]
    let twins: [String]
    let isLeftOut: Bool
  }

  let rows: [Row]

  init() throws {
    let text = try String(contentsOfFile: Built.root + "/docs/reference/catalogue.md", encoding: .utf8)
    rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| source") }.map {
      line in
      let cells = line.split(separator: "|").map(String.init)
      return Row(
        source: cells[0], readers: Self.marked(cells[1], "`"), programs: Self.marked(cells[1], "*"),
        fires: Self.marked(cells[2], "`"), twins: Self.marked(cells[3], "`"),
        isLeftOut: cells[2].contains("–"))
    }
  }

  private static func marked(_ cell: String, _ mark: Character) -> [String] {
    let parts = cell.split(separator: mark, omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
  }

  /// Checks what the catalogue says of one sample against its facts.
  func check(_ sample: String, _ facts: SealedFacts) throws {
    let contacts = try facts.fetch(NetworkContact.self)
    var others = try facts.fetch(PowerEvent.self).map(\.source)
    others += try facts.fetch(OtherSystem.self).map(\.source)
    others += try facts.fetch(MachineLife.self).filter(\.earlierLife).map(\.source)
    let counted = contacts.filter { [.a, .b, .p].contains($0.grade) && !$0.beforeInstall }.map(\.source)
    let signs = try facts.fetch(HistorySign.self).filter { $0.weight != .normal }
    for row in rows {
      let readers = Set(row.readers)
      let isSign = row.source.first { $0 != " " }?.isNumber == true
      if row.fires.contains(sample) {
        let found =
          isSign
          ? !signs.isEmpty || contacts.contains { $0.kind.rawValue.hasPrefix("orphan") }
          : !readers.isDisjoint(with: counted + others)
        #expect(found, "\(sample) shows nothing of \(row.source)")
      }
      if row.twins.contains(sample) {
        let accused = isSign ? signs.map(\.source) : counted + others.filter { $0 != "boot_history" }
        #expect(readers.isDisjoint(with: accused), "\(sample) is accused by \(row.source)")
      }
    }
  }

  static func signs() throws -> [String] {
    try files("Sources/Collectors/History/Signs").filter { $0.hasSuffix("Sign.swift") }.filter {
      $0 != "HistorySign.swift"
    }.map { String($0.dropLast(6)) }
  }

  static func stores() throws -> [String] {
    try files("Sources/Collectors/Devices/History/Stores").map { String($0.dropLast(6)) }
  }

  /// The programs of `rules/traces/`.
  static func programs() throws -> [String] {
    try files("rules/traces").flatMap { name in
      try String(contentsOfFile: "\(Built.root)/rules/traces/\(name)", encoding: .utf8).split(separator: "\n")
        .filter { $0.hasPrefix("  - program: ") }
        .map {
          $0.dropFirst("  - program: ".count).trimmingCharacters(in: CharacterSet(charactersIn: "\"' "))
        }
    }
  }

  /// Test functions as "Suite/function".
  static func tests() throws -> Set<String> {
    var found: Set<String> = []
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Built.root + "/Tests")
    for path in paths where path.hasSuffix("Tests.swift") {
      let text = try String(contentsOfFile: "\(Built.root)/Tests/\(path)", encoding: .utf8)
      let suite = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
      for part in text.components(separatedBy: "func ").dropFirst() {
        found.insert("\(suite)/\(part.prefix { $0.isLetter || $0.isNumber })")
      }
    }
    return found
  }

  private static func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(Built.root)/\(folder)").sorted()
  }
}
