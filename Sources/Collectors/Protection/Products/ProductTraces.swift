/// What shows that a product is installed; the last part of a path, and every name, may hold * and ?.
struct ProductTraces: Decodable {
  let packages: [String]?
  /// Units of systemd.
  let services: [String]?
  let paths: [String]?
  /// Names of running processes, at most 15 bytes as the kernel keeps them.
  let processes: [String]?
}
