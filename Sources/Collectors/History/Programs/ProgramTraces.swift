import Facts

/// The traces of programs and services of one area, as a file of `rules/traces/` describes them.
struct ProgramTraces: Decodable {
  let programs: [Program]
  /// Empty where the file was read for a scan.
  let examples: [Examples]

  struct Program: Decodable {
    let program: String
    let traces: [TraceDescription]
  }

  struct Examples: Decodable {
    let program: String
    let examples: [TraceExample]
  }
}

/// One trace: where it lies, what it must hold, and what it proves.
struct TraceDescription: Decodable {
  let kind: ContactKind
  let grade: Grade
  /// Patterns of paths; `~`, `<data>`, `<config>`, `<cache>` and `<windows>` stand for folders of every account.
  let paths: [String]
  /// How the content is looked at; without it only whether something is there counts.
  let read: Form?
  /// Texts of which one must stand in a line, or in the whole file where nothing else is read.
  let contains: [String]?
  /// A regular expression with the groups peer, name, first, last and interface.
  let match: String?
  /// A regular expression over the path, with the same groups.
  let pathMatch: String?
  /// A query whose columns are named as in `columns`.
  let sql: String?
  let columns: [String]?
  /// Forms of times, as `VendorTime` reads them.
  let formats: [String]?
  /// Seconds within which those times are right.
  let precision: Int64?
  /// Who the other party is where the trace itself does not name it.
  let peer: String?
  let interface: String?
  /// Whether the trace carries a time that a server made.
  let serverDated: Bool?
  /// Smallest number of bytes that count.
  let atLeast: Int?
  /// A file that must hold a text, so that the trace counts.
  let requires: Condition?

  enum CodingKeys: String, CodingKey {
    case kind, grade, paths, read, contains, match, sql, columns, formats, precision, peer, interface,
      requires
    case pathMatch = "path_match"
    case serverDated = "server_dated"
    case atLeast = "at_least"
  }

  enum Form: String, Decodable {
    /// Line by line, also of compressed files.
    case lines
    /// Runs of text in files of any layout.
    case runs
    case sqlite
  }

  struct Condition: Decodable {
    let paths: [String]
    let contains: [String]
  }
}

/// Files that a program leaves, and the contacts that they must give; the tests run every one.
struct TraceExample: Decodable {
  let name: String
  /// Text by path; a text that ends in `.sql` of a path is run to make a database.
  let files: [String: String]
  let expect: [Expected]

  struct Expected: Decodable {
    let kind: ContactKind
    let grade: Grade
    let peer: String?
    let name: String?
    let isPublic: Bool?
    let first: Int64?
    let last: Int64?
    let account: String?

    enum CodingKeys: String, CodingKey {
      case kind, grade, peer, name, first, last, account
      case isPublic = "public"
    }
  }
}
