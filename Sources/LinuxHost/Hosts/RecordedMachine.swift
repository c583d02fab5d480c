import Facts

/// What a root's own files say of the machine that wrote them.
public struct RecordedMachine: Sendable, Equatable {
  /// Hardware addresses of network cards, lower case.
  public var addresses: Set<String> = []
  public var machineID: String?
  /// The text after "DMI: " in the kernel's log, newest last.
  public var hardwareLines: [String] = []

  public init(addresses: Set<String> = [], machineID: String? = nil, hardwareLines: [String] = []) {
    self.addresses = addresses
    self.machineID = machineID
    self.hardwareLines = hardwareLines
  }

  /// Reads NetworkManager's state and profiles, udev's persistent names and /etc/machine-id; throws `FileError`.
  public init(_ files: FileTree) throws(FileError) {
    let folders = [
      "/etc/NetworkManager/system-connections", "/etc/udev/rules.d", "/etc/sysconfig/network-scripts",
    ]
    var paths = ["/var/lib/NetworkManager/no-auto-default.state"]
    for folder in folders {
      let names = try Self.ifPresent([]) { () throws(FileError) in try files.list(folder) }
      paths += names.filter { folder != "/etc/udev/rules.d" || $0.contains("persistent") }.map {
        "\(folder)/\($0)"
      }
    }
    for path in paths {
      let text = try Self.ifPresent("") { () throws(FileError) in try files.text(path, limit: 1 << 20) }
      for line in text.split(whereSeparator: \.isNewline) where !line.lowercased().contains("bssid") {
        addresses.formUnion(Self.addresses(in: line))
      }
    }
    let id = try Self.ifPresent("") { () throws(FileError) in try files.text("/etc/machine-id", limit: 4096) }
    machineID = id.trimmed.isEmpty ? nil : id.trimmed
  }

  /// Adds the hardware that the kernel named in lines of its log: "DMI: vendor product/board, BIOS version date".
  public mutating func add(kernelLines lines: some Sequence<some StringProtocol>) {
    for line in lines {
      guard let start = line.range(of: "DMI: ") else { continue }
      let text = Self.evenSpaces(line[start.upperBound...])
      if !hardwareLines.contains(text) { hardwareLines.append(text) }
    }
  }

  /// Whether this is the record of a machine; nil if nothing in it tells.
  public func matches(_ machine: MachineNow) -> Bool? {
    if let machineID, machineID == machine.machineID { return true }
    if !addresses.isDisjoint(with: machine.addresses) { return true }
    if let line = machine.hardwareLine, hardwareLines.contains(Self.evenSpaces(line)) { return true }
    return addresses.isEmpty && hardwareLines.isEmpty ? nil : false
  }

  private static func evenSpaces(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func addresses(in line: Substring) -> [String] {
    line.split { !$0.isHexDigit && $0 != ":" }.filter { word in
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      return parts.count == 6 && parts.allSatisfy { $0.count == 2 }
    }.map { $0.lowercased() }
  }

  private static func ifPresent<T>(_ none: T, _ body: () throws(FileError) -> T) throws(FileError) -> T {
    do {
      return try body()
    } catch {
      if error.isAbsent { return none }
      throw error
    }
  }
}
