/// Every declared table.
public enum Schema {
  /// Changes whenever a table or column changes its name or meaning.
  public static let version = 1

  public static let facts: [any Fact.Type] = [
    Scan.self, CollectionRecord.self, CollectionGap.self,
    MachineIdentity.self, OperatingSystem.self,
    NetworkInterface.self, NetworkAddress.self, NetworkRoute.self, DnsServer.self, DeclaredLan.self,
    Radio.self,
    UsbDevice.self, UsbInterface.self, UsbSuspicion.self, UsbDeviceHistory.self,
    RemovableVolume.self, Peripheral.self, RecordingDevice.self, Printer.self, RegisteredDevice.self,
    NetworkContact.self, NetworkProfile.self, Coverage.self,
    AntivirusProduct.self, MalwareTrace.self, MalwareScan.self, SoftwareTrace.self,
    DocumentScan.self, DocumentTally.self, PictureFolder.self, Marking.self, DocumentTrace.self,
    MissingFormality.self, ForeignData.self,
  ]

  public static let tables: [Table] = facts.map { $0.table }

  /// Tables that airseal itself writes about the scan; they are always complete.
  public static let ledger: Set<String> = [
    Scan.table.name, CollectionRecord.table.name, CollectionGap.table.name,
  ]

  /// Tables that every pass rests on, whether a selected rule reads them or not: all but the operator's declarations.
  public static let foundation: Set<String> = Set(tables.map(\.name)).subtracting(ledger)
    .subtracting([DeclaredLan.table.name, RegisteredDevice.table.name])

  public static func table(_ name: String) -> Table? {
    tables.first { $0.name == name }
  }
}
