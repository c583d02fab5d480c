import Facts
import LinuxHost

/// Other systems on this machine, which no collector of this scan looks into.
struct OtherSystemCollector: Collector {
  static let name = "other_systems"
  static let tables = [OtherSystem.table]
  static let subsystems = ["block"]

  private static let files: [(kind: OtherSystemKind, pattern: String)] = [
    (.virtualMachine, "/var/lib/libvirt/images/*"), (.virtualMachine, "~/VirtualBox VMs/*/*.vdi"),
    (.virtualMachine, "~/VirtualBox VMs/*/*.v[hm]d*"), (.virtualMachine, "~/vmware/*/*.vmdk"),
    (.virtualMachine, "~/.vmware/*/*.vmdk"), (.virtualMachine, "<data>/gnome-boxes/images/*"),
    (.virtualMachine, "<data>/libvirt/images/*"), (.virtualMachine, "~/*.qcow2"),
    (.virtualMachine, "~/*.vdi"),
    (.virtualMachine, "~/*.vmdk"), (.virtualMachine, "~/*.vhd"), (.virtualMachine, "~/*.vhdx"),
    (.virtualMachine, "~/*/*.qcow2"), (.virtualMachine, "~/*/*.vdi"), (.virtualMachine, "~/*/*.vmdk"),
    (.virtualMachine, "/var/lib/waydroid/images/*"),
    (.container, "/var/lib/docker/containers/*"), (.container, "/var/lib/lxc/*/rootfs"),
    (.container, "/var/lib/lxd/containers/*"), (.container, "/var/lib/incus/containers/*"),
    (.container, "/var/lib/machines/*"),
    (.container, "/var/lib/containers/storage/overlay-containers/*/userdata"),
    (.container, "<data>/containers/storage/overlay-containers/*/userdata"),
    (.snapshot, "/timeshift/snapshots/*"), (.snapshot, "/timeshift-btrfs/snapshots/*"),
    (.snapshot, "/.snapshots/*/snapshot"), (.snapshot, "/home/.snapshots/*/snapshot"),
    (.bootEntry, "/boot/efi/EFI/Microsoft/Boot/bootmgfw.efi"),
    (.foreignSystem, "/mnt/Windows/System32/config"), (.foreignSystem, "/mnt/*/Windows/System32/config"),
    (.foreignSystem, "/media/*/*/Windows/System32/config"), (.foreignSystem, "/mnt/etc/os-release"),
    (.foreignSystem, "/mnt/*/etc/os-release"), (.foreignSystem, "/media/*/*/etc/os-release"),
  ]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let contacts = try ContactWriter(Self.name, host, sink)
    let places = TracePlaces(contacts, try Home.all(host.files, sink))
    let roots = host.inspectedRoots
    let own = roots.first { $0.holds(host.files.root) }
    for (kind, pattern) in Self.files {
      if kind == .bootEntry, roots.contains(where: \.isWindows) { continue }
      for place in try places.all(pattern) {
        let real = (own?.path ?? "") + place.path
        if roots.contains(where: { $0 != own && $0.holds(real) }) { continue }
        try contacts.reading {
          let info = try host.files.info(place.path)
          try sink.add(
            OtherSystem(
              source: Self.name, kind: kind, path: place.path,
              size: info.kind == .regular ? Int64(clamping: info.size) : nil, modifiedAt: info.modifiedAt))
        }
      }
    }
    try addBootEntries(contacts)
    guard host.hasHardware else { return }
    for system in try UnusedVolumes(host, sink).all { try sink.add(system) }
  }

  /// os-prober names other systems by the identifier of their file system, and a Windows by that of what starts it.
  private static func isInspected(_ entry: String, _ roots: [InspectedRoot]) -> Bool {
    roots.contains { root in
      (root.isWindows && entry.contains("--class windows")) || root.uuid.map(entry.contains) == true
    }
  }

  /// "menuentry 'Windows 10 (on /dev/sda2)' --class windows --class os $menuentry_id_option 'osprober-chain-…'"
  private func addBootEntries(_ contacts: ContactWriter) throws {
    for path in ["/boot/grub/grub.cfg", "/boot/grub2/grub.cfg"] {
      try contacts.reading {
        let time = try contacts.files.info(path).modifiedAt
        for line in try contacts.files.lines(path)
        where line.contains("osprober") && line.contains("menuentry '") {
          if Self.isInspected(String(line), contacts.host.inspectedRoots) { continue }
          let name = line.split(separator: "'").dropFirst().first.map(String.init)
          try contacts.sink.add(
            OtherSystem(source: Self.name, kind: .bootEntry, path: path, name: name, modifiedAt: time))
        }
      }
    }
  }
}
