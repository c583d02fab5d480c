import Facts
import LinuxHost

/// Times that servers made and that lie ahead of the machine's clock: package lists and antivirus signatures.
struct ServerTimeSign: SignDetector {
  private static let day: Int64 = 86_400

  func detect(_ machine: SignMachine) throws {
    let lists = "/var/lib/apt/lists"
    for name in try machine.names(in: lists) where name.hasSuffix("_InRelease") || name.hasSuffix("_Release")
    {
      try machine.reading {
        let text = try machine.files.text("\(lists)/\(name)", limit: 4 << 20)
        try compare(ReleaseDate.read(text), "\(lists)/\(name)", machine)
      }
    }
    let databases = "/var/lib/clamav"
    for name in try machine.names(in: databases) where name.hasSuffix(".cvd") || name.hasSuffix(".cld") {
      try machine.reading {
        let bytes = try machine.files.open("\(databases)/\(name)").readChunk(512) ?? []
        let fields = String(decoding: bytes, as: UTF8.self).split(
          separator: ":", omittingEmptySubsequences: false)
        let built = fields.count > 8 ? Int64(fields[8].filter(\.isNumber)) : nil
        try compare(built, "\(databases)/\(name)", machine)
      }
    }
  }

  private func compare(_ time: Int64?, _ path: String, _ machine: SignMachine) throws {
    guard let time, time > machine.host.now + Self.day else { return }
    try machine.add(.serverTimeAhead, .unambiguous, path, concern: .clock, at: time)
  }
}
