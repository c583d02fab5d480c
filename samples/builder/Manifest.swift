import Facts
import Foundation
import Rules
import Yaml

/// A readable description of a recorded machine, with what a file tree in git cannot hold: times, owners, modes.
public struct Manifest: Codable, Sendable {
  public var title: LocalizedText
  /// Another sample whose inputs come first.
  public var extends: String?
  /// Parts of `pieces/` that come after `extends` and before what this file says.
  public var pieces: [String]?
  /// ISO 8601 with offset.
  public var collectedAt: Date
  public var utcOffset: Int
  /// User whose rights limit the reading.
  public var readAs: UInt32?
  /// Rule profile that the sample is judged under.
  public var profile: String?
  /// Checks that a person answers for, each with what was seen; `standard` in a sample's `extends` chain adds up.
  public var answers: [String: String]?
  /// Signed records of where disks come from, on the machine itself.
  public var origins: [Origin]?
  public var files: [String: Entry]?
  public var browsers: [BrowserSample]?
  public var kernel: [String: String]?
  public var devices: String?
  public var network: AnyNetwork?
  public var journal: [JournalEntry]?
  /// What programs of the machine answered.
  public var commands: [Command]?
  /// Number of the journal's first entry, as if earlier files had been taken away.
  public var journalStartsAt: UInt64?
  /// Leaves the inherited journal out.
  public var dropsJournal: Bool?

  enum CodingKeys: String, CodingKey {
    case title, extends, pieces, profile, answers, origins, files, browsers, kernel, devices, network,
      journal,
      commands
    case collectedAt = "collected_at"
    case utcOffset = "utc_offset"
    case readAs = "read_as"
    case dropsJournal = "drops_journal"
    case journalStartsAt = "journal_starts_at"
  }

  /// One file, folder or link of the recorded root.
  public struct Entry: Codable, Sendable {
    public var text: String?
    /// Paragraphs of a text document.
    public var docx: [String]?
    public var odt: [String]?
    public var pdf: [String]?
    /// Statements that make an SQLite database.
    public var sqlite: String?
    /// Bytes, base64.
    public var base64: String?
    /// Text that is followed by this many zero bytes, as fixed-size headers are.
    public var padTo: Int?
    public var symlink: String?
    public var folder: Bool?
    public var fifo: Bool?
    /// Takes an inherited entry away.
    public var remove: Bool?
    public var mtime: Date?
    /// Octal, as "0600".
    public var mode: String?
    public var owner: UInt32?

    enum CodingKeys: String, CodingKey {
      case text, docx, odt, pdf, sqlite, base64, symlink, folder, fifo, remove, mtime, mode, owner
      case padTo = "pad_to"
    }
  }

  /// What an inspector signed of a disk.
  public struct Origin: Codable, Sendable {
    public var basis: OriginBasis
    public var disk: String
    public var day: Date
    public var hours: Int64?
    public var document: String
  }

  /// One answer of a program; without a status it never ended.
  public struct Command: Codable, Sendable {
    public var command: String
    public var status: Int?
    public var output: String?
  }

  /// One line of the recorded journal.
  public struct JournalEntry: Codable, Sendable {
    public var at: Date
    /// Boot number from 1.
    public var boot: Int?
    public var identifier: String
    public var message: String
    /// `_TRANSPORT`; kernel lines say `kernel`.
    public var transport: String?
  }

  /// Links, addresses and routes as the recording's network.json holds them.
  public struct AnyNetwork: Codable, Sendable {
    public var links: [Link]
    public var addresses: [Address]
    public var routes: [Route]

    public struct Link: Codable, Sendable {
      var index: Int
      var name: String
      var hardwareType: UInt16
      var flags: UInt32
      var operstate: String
      var carrier: Bool
      var address: String?
      var kind: String?
      var rxBytes: UInt64
      var txBytes: UInt64
    }

    public struct Address: Codable, Sendable {
      var linkIndex: Int
      var address: String
      var prefixLength: Int
    }

    public struct Route: Codable, Sendable {
      var family: String
      var destination: String
      var prefixLength: Int
      var gateway: String?
      var linkIndex: Int?
      var table: Int
      var type: Int
    }
  }

  /// Reads `folder/<name>/manifest.yaml` with everything that it extends.
  public static func load(_ name: String, in folder: String) throws -> Manifest {
    let text = try String(contentsOfFile: "\(folder)/\(name)/manifest.yaml", encoding: .utf8)
    let own = try StrictDecoder.decode(Manifest.self, from: text).assembled(in: folder)
    guard let parent = own.extends else { return own }
    return own.over(try load(parent, in: folder))
  }

  private func over(_ base: Manifest) -> Manifest {
    var result = self
    result.profile = profile ?? base.profile
    result.answers = (base.answers ?? [:]).merging(answers ?? [:]) { $1 }
    result.origins = (base.origins ?? []) + (origins ?? [])
    result.files = (base.files ?? [:]).merging(files ?? [:]) { $1 }
    result.kernel = kernel ?? base.kernel
    result.devices = devices ?? base.devices
    result.network = network ?? base.network
    result.commands = (base.commands ?? []) + (commands ?? [])
    result.journal = (dropsJournal == true ? [] : base.journal ?? []) + (journal ?? [])
    return result
  }
}
