import Facts

/// The facts that a stamp is made from and compared with.
public struct StampFacts: Sendable {
  public var scan: Scan
  /// SHA-256 of the sealed facts; nil for facts that were collected for the comparison only.
  public var digest: String?
  public var identity: [MachineIdentity]
  public var system: OperatingSystem?
  public var radios: [Radio]
  public var devices: [UsbDevice]
  public var peripherals: [Peripheral]
  public var registered: [RegisteredDevice]
  public var stamps: [MachineStamp]
  /// How far each table can be relied on.
  public var statuses: [String: CollectionStatus]

  /// Tables that must be conclusive for a machine to be called unchanged.
  public static let tables: [Table] = [
    MachineIdentity.table, OperatingSystem.table, Radio.table, UsbDevice.table, Peripheral.table,
  ]

  /// Reads sealed facts; nil where they hold no row about the act of collecting.
  public init?(_ facts: SealedFacts) throws {
    guard let scan = try facts.fetch(Scan.self).first else { return nil }
    self.init(
      scan: scan, digest: facts.digest, identity: try facts.fetch(MachineIdentity.self),
      system: try facts.fetch(OperatingSystem.self).first, radios: try facts.fetch(Radio.self),
      devices: try facts.fetch(UsbDevice.self), peripherals: try facts.fetch(Peripheral.self),
      registered: try facts.fetch(RegisteredDevice.self), stamps: try facts.fetch(MachineStamp.self),
      ledger: try facts.ledger())
  }

  /// Reads facts that are not sealed; nil where they hold no row about the act of collecting.
  public init?(_ store: FactsStore) throws {
    guard let scan = try store.all(Scan.self).first else { return nil }
    self.init(
      scan: scan, digest: nil, identity: try store.all(MachineIdentity.self),
      system: try store.all(OperatingSystem.self).first, radios: try store.all(Radio.self),
      devices: try store.all(UsbDevice.self), peripherals: try store.all(Peripheral.self),
      registered: try store.all(RegisteredDevice.self), stamps: try store.all(MachineStamp.self),
      ledger: try store.all(CollectionRecord.self))
  }

  private init(
    scan: Scan, digest: String?, identity: [MachineIdentity], system: OperatingSystem?, radios: [Radio],
    devices: [UsbDevice], peripherals: [Peripheral], registered: [RegisteredDevice],
    stamps: [MachineStamp], ledger: [CollectionRecord]
  ) {
    self.scan = scan
    self.digest = digest
    self.identity = identity
    self.system = system
    self.radios = radios
    self.devices = devices
    self.peripherals = peripherals
    self.registered = registered
    self.stamps = stamps
    statuses = Dictionary(grouping: ledger, by: \.tableName).mapValues { .combined($0.map(\.status)) }
  }

  /// Tables of the comparison that cannot carry it.
  public var blindTables: [String] {
    Self.tables.map(\.name).filter { !(statuses[$0] ?? .notCollected).isConclusive }
  }
}

extension StampFacts {
  /// Maker, model and serial of the machine, as far as they are known.
  public var machineName: String { MachineTitle.text(identity) }
}
