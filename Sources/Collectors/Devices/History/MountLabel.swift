/// The label of a volume in the path where desktops mount it.
enum MountLabel {
  /// The label in /media/USER/LABEL/… or /run/media/USER/LABEL/…; nil for another path.
  static func of(_ path: some StringProtocol) -> String? {
    let parts = path.split(separator: "/")
    let rest = parts.first == "run" ? parts.dropFirst() : parts[...]
    let depth = 3
    guard rest.first == "media", rest.count >= depth else { return nil }
    return String(rest[rest.startIndex + 2])
  }
}
