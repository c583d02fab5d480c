/// A trace that this machine was connected, one row a contact.
public struct NetworkContact: Fact {
  public static let table = Table(
    "network_contact", "A trace that this machine was connected, one row a contact",
    [
      .text("source", "Collector"),
      .code("kind", "Kind of the trace", ContactKind.self),
      .text("path", "File or journal that holds it"),
      .optionalText("interface", "Network interface"),
      .optionalText("peer", "Other party (host, address, BSSID)"),
      .flag("peer_is_public", "1 if the other party stands outside private networks"),
      .optionalText("name", "Name of the connection (SSID, profile, repository)"),
      .optionalTime("first_seen", "First time"),
      .optionalTime("last_seen", "Last time"),
      .code("time_basis", "What the times are read from", TimeBasis.self),
      .code("grade", "Strength of the evidence", Grade.self),
      .flag("server_dated", "1 if it carries a time that a remote server made"),
      .flag("before_install", "1 if it is older than this installation"),
      .integer("occurrences", "Times seen"),
    ])

  public var source: String
  public var kind: ContactKind
  public var path: String
  public var interface: String?
  public var peer: String?
  public var peerIsPublic: Bool
  public var name: String?
  public var firstSeen: Int64?
  public var lastSeen: Int64?
  public var timeBasis: TimeBasis
  public var grade: Grade
  public var serverDated: Bool
  public var beforeInstall: Bool
  public var occurrences: Int64

  public init(
    source: String, kind: ContactKind, path: String, interface: String? = nil, peer: String? = nil,
    peerIsPublic: Bool = false, name: String? = nil, firstSeen: Int64? = nil,
    lastSeen: Int64? = nil, timeBasis: TimeBasis, grade: Grade, serverDated: Bool = false,
    beforeInstall: Bool = false, occurrences: Int64
  ) {
    self.source = source
    self.kind = kind
    self.path = path
    self.interface = interface
    self.peer = peer
    self.peerIsPublic = peerIsPublic
    self.name = name
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.timeBasis = timeBasis
    self.grade = grade
    self.serverDated = serverDated
    self.beforeInstall = beforeInstall
    self.occurrences = occurrences
  }
}

/// Kind of a connection trace.
public enum ContactKind: String, Codable, Sendable, CaseIterable {
  /// A NetworkManager profile that was active.
  case connectionActivated = "connection_activated"
  /// An access point that was joined.
  case wifiAccessPoint = "wifi_access_point"
  /// A DHCP server answered.
  case dhcpLease = "dhcp_lease"
  /// A lease whose connection profile is gone.
  case orphanLease = "orphan_lease"
  /// An access point whose connection profile is gone.
  case orphanAccessPoint = "orphan_access_point"
  /// An activation time whose connection profile is gone.
  case orphanActivation = "orphan_activation"
  /// A network link came up.
  case linkUp = "link_up"
  /// The system logged that it reached the Internet.
  case internetReached = "internet_reached"
  /// A time server answered.
  case timeServer = "time_server"
  /// A package index fetched from a server.
  case packageIndex = "package_index"
  /// Packages fetched from a server.
  case packageDownload = "package_download"
  /// A DHCP request without a proven answer.
  case dhcpAttempt = "dhcp_attempt"
  /// A modem registered or connected.
  case modemConnected = "modem_connected"
  /// A phone or modem network interface came up.
  case tetherUp = "tether_up"
  /// A default route was set.
  case defaultRoute = "default_route"
  /// The installer used a network mirror.
  case installerMirror = "installer_mirror"
  /// Antivirus signatures fetched from a server.
  case antivirusUpdate = "antivirus_update"
}

/// What a time is read from.
public enum TimeBasis: String, Codable, Sendable, CaseIterable {
  case recorded
  case fileTime = "file_time"
  case inferredYear = "inferred_year"
  case unknown
}

/// Strength of a connection trace: A exchange proven, B link came up, P phone or modem attached, C configured or capable, R hardware only.
public enum Grade: String, Codable, Sendable, CaseIterable {
  case a = "A"
  case b = "B"
  case p = "P"
  case c = "C"
  case r = "R"
}
