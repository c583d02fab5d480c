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
    RadioCollector.self,
    UsbDeviceCollector.self,
    ClamavCollector.self,
    AptCollector.self,
    DhclientLeaseCollector.self,
    DnfCollector.self,
    DpkgCollector.self,
    InstallerCollector.self,
    JournalConnectionCollector.self,
    JournalUsbHistoryCollector.self,
    LogConnectionCollector.self,
    LogUsbHistoryCollector.self,
    NetworkManagerProfileCollector.self,
    NetworkManagerStateCollector.self,
    NetworkdLeaseCollector.self,
    DocumentCollector.self,
  ]
}
