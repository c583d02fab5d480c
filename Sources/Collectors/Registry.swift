// Made by `make generate` from the file names.

/// Every collector, by area and name; the document scan comes last.
public enum Registry {
  public static let all: [any Collector.Type] = [
    MachineIdentityCollector.self,
    OperatingSystemCollector.self,
    DeclaredLanCollector.self,
    DnsServerCollector.self,
    NetworkAddressCollector.self,
    NetworkInterfaceCollector.self,
    NetworkRouteCollector.self,
    DeviceHistoryCollector.self,
    PeripheralCollector.self,
    PrinterCollector.self,
    RadioCollector.self,
    RecordingDeviceCollector.self,
    RegisteredDeviceCollector.self,
    UsbDeviceCollector.self,
    AntivirusCollector.self,
    MalwareCollector.self,
    PackageIntegrityCollector.self,
    SoftwareOriginCollector.self,
    AptCollector.self,
    DhclientLeaseCollector.self,
    DnfCollector.self,
    DpkgCollector.self,
    InstallerCollector.self,
    JournalConnectionCollector.self,
    LogConnectionCollector.self,
    NetworkManagerProfileCollector.self,
    NetworkManagerStateCollector.self,
    NetworkdLeaseCollector.self,
    ChromiumDownloadCollector.self,
    ClipboardCollector.self,
    EditorHistoryCollector.self,
    FirefoxDownloadCollector.self,
    LibreOfficeRecentCollector.self,
    PrintJobCollector.self,
    RecentFilesCollector.self,
    SearchIndexCollector.self,
    ThumbnailCollector.self,
    TrashCollector.self,
    WpsRecentCollector.self,
    DocumentCollector.self,
    UserDataCollector.self,
    ClamscanCollector.self,
  ]

  /// Those of a removable medium.
  public static let medium: [any Collector.Type] = [
    MediumCollector.self,
    MediumMalwareCollector.self,
    MediumTraceCollector.self,
    DocumentCollector.self,
    ClamscanCollector.self,
  ]
}
