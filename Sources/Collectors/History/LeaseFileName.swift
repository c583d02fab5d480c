/// The name of a lease file of NetworkManager: `internal-<uuid>-<interface>.lease`, `dhclient-…`, `internal6-…`.
struct LeaseFileName: Equatable {
  var client: String
  var uuid: String
  var interface: String

  init?(_ name: String) {
    guard name.hasSuffix(".lease"), let dash = name.firstIndex(of: "-") else { return nil }
    let rest = name[name.index(after: dash)...].dropLast(".lease".count)
    let uuidLength = 36
    guard rest.count > uuidLength + 1, rest.dropFirst(uuidLength).first == "-" else { return nil }
    client = String(name[..<dash])
    uuid = String(rest.prefix(uuidLength))
    interface = String(rest.dropFirst(uuidLength + 1))
  }
}
