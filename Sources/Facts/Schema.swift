/// Every declared table.
public enum Schema {
  /// Changes whenever a table or column comes, goes, or changes its meaning.
  public static let version = 2

  public static let facts: [any Fact.Type] = [
    Scan.self, CollectionRecord.self, CollectionGap.self,
    MachineIdentity.self, OperatingSystem.self,
    NetworkInterface.self, NetworkAddress.self, NetworkRoute.self, DnsServer.self, DeclaredLan.self,
    Radio.self,
    UsbDevice.self, UsbInterface.self, UsbSuspicion.self, UsbDeviceHistory.self,
    RemovableVolume.self, Peripheral.self, RecordingDevice.self, Printer.self, RegisteredDevice.self,
    SightingElsewhere.self,
    NetworkContact.self, NetworkProfile.self, Coverage.self, PowerEvent.self, MachineLife.self,
    MachineOrigin.self,
    HistorySign.self, OtherSystem.self,
    AntivirusProduct.self, MalwareTrace.self, MalwareScan.self, SoftwareTrace.self,
    DocumentScan.self, DocumentTally.self, PictureFolder.self, Marking.self, DocumentTrace.self,
    DocumentTransfer.self, MissingFormality.self, ForeignData.self, Medium.self, MediumTrace.self,
    WatchInterval.self, MachineStamp.self,
  ]

  public static let tables: [Table] = facts.map { $0.table }

  /// Tables that airseal itself writes about the scan; they are always complete.
  public static let ledger: Set<String> = [
    Scan.table.name, CollectionRecord.table.name, CollectionGap.table.name,
  ]

  /// Tables that every pass of a machine rests on, whether a selected rule reads them or not: all but the operator's
  /// declarations, those of media, the journal of a daemon that need not run, and the stamp, which comes after the verdict.
  public static let foundation: Set<String> = Set(tables.map(\.name)).subtracting(ledger)
    .subtracting([DeclaredLan.table.name, RegisteredDevice.table.name, SightingElsewhere.table.name])
    .subtracting([MachineOrigin.table.name])
    .subtracting([
      Medium.table.name, MediumTrace.table.name, WatchInterval.table.name, MachineStamp.table.name,
    ])

  /// Tables that every pass of a removable medium rests on.
  public static let mediumFoundation: Set<String> = [
    Medium.table.name, MediumTrace.table.name, MalwareTrace.table.name, DocumentScan.table.name,
    DocumentTally.table.name, PictureFolder.table.name, Marking.table.name, DocumentTrace.table.name,
    MissingFormality.table.name, ForeignData.table.name,
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })

  public static func table(_ name: String) -> Table? { byName[name] }
}
