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
      .integer("precision", "Seconds within which the times are right"),
      .code("zone", "Clock that the trace writes its times by", ClockZone.self),
      .optionalText("account", "Account in whose home folder it lies"),
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
  public var precision: Int64
  public var zone: ClockZone
  public var account: String?

  public init(
    source: String, kind: ContactKind, path: String, interface: String? = nil, peer: String? = nil,
    peerIsPublic: Bool = false, name: String? = nil, firstSeen: Int64? = nil,
    lastSeen: Int64? = nil, timeBasis: TimeBasis, grade: Grade, serverDated: Bool = false,
    beforeInstall: Bool = false, occurrences: Int64, precision: Int64 = 1, zone: ClockZone = .utc,
    account: String? = nil
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
    self.precision = precision
    self.zone = zone
    self.account = account
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
  /// A browser keeps visits to a host.
  case webVisit = "web_visit"
  /// What a browser keeps of hosts beside its history, and after that is cleared.
  case webResidue = "web_residue"
  /// The key or security policy of a server that answered.
  case serverKey = "server_key"
  case mailExchange = "mail_exchange"
  /// An account at a service that was signed in to.
  case onlineAccount = "online_account"
  case chatSession = "chat_session"
  case cloudSession = "cloud_session"
  /// Somebody worked on this machine from another, or on another from this.
  case remoteSession = "remote_session"
  /// A party on the network asked for a session and was refused.
  case remoteAttempt = "remote_attempt"
  case vpnSession = "vpn_session"
  case networkShare = "network_share"
  /// A print job to a printer on the network.
  case networkPrint = "network_print"
  /// An account or machine of a directory service (Active Directory, Kerberos).
  case domainMember = "domain_member"
  /// A service of the distribution's or a program's maker was asked.
  case vendorService = "vendor_service"
  /// Amounts of data that an interface carried.
  case networkTraffic = "network_traffic"
  /// Name servers that a connection brought.
  case nameServer = "name_server"
  /// A packet of another party that the firewall noted.
  case firewallPacket = "firewall_packet"
  /// A configured connection, account or program that proves no use.
  case configured
  /// A command that asks for a network, whatever came of it.
  case networkCommand = "network_command"
}

/// Clock by which a trace writes its times.
public enum ClockZone: String, Codable, Sendable, CaseIterable {
  case utc
  /// The machine's local time.
  case local
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
