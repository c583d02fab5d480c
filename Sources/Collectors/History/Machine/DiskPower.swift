import Facts
import LinuxHost

/// How long a disk was powered, as smartctl(8) reads it from the disk; nothing is known where it cannot be asked.
struct DiskPower {
  private static let program = "/usr/sbin/smartctl"
  private static let margin: Int64 = 100

  let hours: Int64?
  let cycles: Int64?

  init(_ disk: Device, _ host: any Host) throws {
    let call = ProgramCall(Self.program, ["-j", "-a", "/dev/\(disk.name)"], seconds: 20, rights: .root)
    var answer = ""
    do {
      answer = try host.run(call).output
    } catch is CollectionFailure {
      answer = ""
    } catch is any ReasonedError {
      answer = ""
    }
    hours = JSONText.value(at: "power_on_time.hours", in: answer).flatMap { Int64($0) }
    cycles = JSONText.value(at: "power_cycle_count", in: answer).flatMap { Int64($0) }
  }

  /// Whether the disk ran, after its first `had` hours, longer than since a time, and a hundred hours more.
  func ranLonger(than time: Int64?, beyond had: Int64 = 0, now: Int64) -> Bool {
    guard let hours, let time else { return false }
    return hours - had > (now - time) / 3600 + Self.margin
  }
}
