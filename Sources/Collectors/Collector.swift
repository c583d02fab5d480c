import Attestation
import Facts
import LinuxHost

/// Code that fills one or a few tables from a host.
///
/// A collector never swallows an error: it throws, or names what it skipped.
public protocol Collector: Sendable {
  /// Permanent name, snake case.
  static var name: String { get }
  static var tables: [Table] { get }
  /// udev subsystems whose devices it asks for.
  static var subsystems: [String] { get }
  init(_ options: CollectorOptions)
  func collect(from host: any Host, into sink: any FactSink) throws
  /// Whether the user asked for this; a source that nobody asked for leaves no row in the ledger.
  static func isWanted(_ options: CollectorOptions) -> Bool
}

extension Collector {
  public static func isWanted(_ options: CollectorOptions) -> Bool { true }
}

extension Collector {
  public static var subsystems: [String] { [] }
}

/// What the user or the installation gives to collectors.
public struct CollectorOptions: Sendable {
  /// Folder with the data that changes with time: checks, markings, support ends.
  public let rules: String
  let devices: Shared<DeviceKnowledge>
  /// What the scan is made for.
  public var occasion: ScanOccasion = .inspection
  /// Program of the sandboxed document worker.
  public var worker: String
  /// Networks that the operator declares to be independent LANs, with prefix length.
  public var declaredLANs: [String]
  /// Whether the user leaves the document scan out.
  public var skipsDocuments: Bool
  /// Real paths on this machine that are airseal's own output, not evidence.
  public var ownPaths: [String]
  /// Folder that keeps what was found in unchanged files from one scan to the next; nil to read every file.
  public var cache: String?
  /// What operators declare of antivirus products, with verified signatures.
  public var antivirusRecords: [SignedAntivirusRecord] = []
  /// Records of where disks come from, with verified signatures.
  public var originRecords: [SignedOriginRecord] = []
  /// Digest of the machine's identity, once it was collected.
  public var machine: String?
  /// What identifies the machine, once it was collected.
  public var identity: [MachineIdentity] = []
  /// Keys that may sign what lies on the machine; nobody by default.
  public var trust = TrustStore(keys: [])
  /// Whether the files of packages are compared with the package database.
  public var verifiesPackages = false
  /// Whether ClamAV is run over marked documents and media.
  public var runsClamscan = false
  /// Documents with markings, once they were collected.
  public var markedFiles: [String] = []
  /// Devices of the unit's signed register, verified.
  public var registeredDevices: [RegisteredDevice] = []
  /// Devices that were seen on other machines, as the register says, verified.
  public var deviceSightings: [SightingElsewhere] = []

  public init(
    rules: String, worker: String, declaredLANs: [String] = [], skipsDocuments: Bool = false,
    ownPaths: [String] = []
  ) {
    self.rules = rules
    devices = Shared { try DeviceKnowledge(rules: rules) }
    self.worker = worker
    self.declaredLANs = declaredLANs
    self.skipsDocuments = skipsDocuments
    self.ownPaths = ownPaths
  }
}
