@testable import Collectors
import Facts
import LinuxHost
import TestSupport

extension FuzzTarget {
  /// Whole collectors, each over a root with one file of the bytes.
  static let hostFiles: [FuzzTarget] = [
    file("dhclient_leases", "var/lib/dhcp/dhclient.leases", DhclientLeaseCollector.self),
    file("networkd_lease", "run/systemd/netif/leases/2", NetworkdLeaseCollector.self),
    file(
      "network_profile", "etc/NetworkManager/system-connections/a.nmconnection",
      NetworkManagerProfileCollector.self),
    file("network_timestamps", "var/lib/NetworkManager/timestamps", NetworkManagerStateCollector.self),
    file("network_bssids", "var/lib/NetworkManager/seen-bssids", NetworkManagerStateCollector.self),
    file(
      "network_lease", "var/lib/NetworkManager/internal-0a1b2c3d-0000-4000-8000-000000000001-wlan0.lease",
      NetworkManagerStateCollector.self),
    file("connection_log", "var/log/syslog", LogConnectionCollector.self),
    file("device_log", "var/log/kern.log", DeviceHistoryCollector.self),
    file(
      "journal", "var/log/journal/0123456789abcdef0123456789abcdef/system.journal",
      JournalConnectionCollector.self),
    file("apt_history", "var/log/apt/history.log", AptCollector.self),
    file("dpkg_log", "var/log/dpkg.log", DpkgCollector.self),
    file("dnf_log", "var/log/dnf.log", DnfCollector.self),
    file("zypper_history", "var/log/zypp/history", ZypperCollector.self),
    file("audit_log", "var/log/audit/audit.log", AuditLogCollector.self),
    file("installer_log", "var/log/installer/syslog", InstallerCollector.self),
    file("printers", "etc/cups/printers.conf", NetworkPrintCollector.self),
    file(
      "bluez_device", "var/lib/bluetooth/00:11:22:33:44:55/66:77:88:99:AA:BB/info",
      DeviceHistoryCollector.self),
    file("usbguard_rules", "etc/usbguard/rules.conf", DeviceHistoryCollector.self),
    file(
      "lockdown_record", "var/lib/lockdown/0123456789012345678901234567890123456789.plist",
      DeviceHistoryCollector.self),
    file("recent_files", "root/.local/share/recently-used.xbel", RecentFilesCollector.self),
    file("trash", "root/.local/share/Trash/info/a.trashinfo", TrashCollector.self),
    file(
      "office_recent", "root/.config/libreoffice/4/user/registrymodifications.xcu",
      LibreOfficeRecentCollector.self),
    file("login_files", "var/log/wtmp", LoginRecordCollector.self),
  ]

  private static func file(_ name: String, _ path: String, _ collector: any Collector.Type) -> FuzzTarget {
    FuzzTarget(name) { bytes in
      let root = try OneFileRoot.shared(name)
      try root.tree.file(path, bytes: bytes)
      try collector.init(root.options).collect(
        from: RootHost(root: root.tree.real("/"), hardware: false), into: DroppingSink())
    }
  }
}
