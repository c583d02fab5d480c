/// When the system on a disk was installed, as far as its files tell.
public enum InstallationTime {
  /// Things that installation makes and daily use leaves alone.
  private static let witnesses = [
    "/lost+found", "/etc/machine-id", "/var/log/installer", "/var/log/anaconda", "/root/anaconda-ks.cfg",
  ]
  private static let earliestCredible: Int64 = 946_684_800

  /// The earliest first time (birth or modification) of what installation makes, in Unix seconds.
  ///
  /// Times before the year 2000 or after the scan come from images without a clock and are passed over. The earliest
  /// is taken so that a trace counts as older than the installation only when it is older than everything of it.
  /// Witnesses that may not be asked are passed over, see `denied`. nil if no witness can tell; throws `FileError` if
  /// asking fails otherwise.
  public static func read(_ host: any Host) throws(FileError) -> Int64? {
    let times = try ask(host).times
    return times.filter { (earliestCredible...max(host.now, earliestCredible)).contains($0) }.min()
  }

  /// Witnesses that this user may not ask; while there are any, a trace may pass for older than the installation.
  public static func denied(_ host: any Host) throws(FileError) -> [FileError] { try ask(host).denied }

  private static func ask(_ host: any Host) throws(FileError) -> (times: [Int64], denied: [FileError]) {
    var times: [Int64] = []
    var denied: [FileError] = []
    for path in witnesses {
      do {
        times.append(try host.files.info(path).firstTime)
      } catch {
        if error.reason == .permissionDenied { denied.append(error) } else if !error.isAbsent { throw error }
      }
    }
    return (times, denied)
  }
}
