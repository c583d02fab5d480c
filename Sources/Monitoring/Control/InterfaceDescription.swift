/// The published interface of the control socket; `schemas/vn.airseal.Daemon.varlink` holds the same text.
enum InterfaceDescription {
  static let name = "vn.airseal.Daemon"

  static let text = """
    # The watch of airseald over this machine, and its self-checks.
    interface vn.airseal.Daemon

    # The end of the journal's chain: number of the last entry, and its SHA-256 in hex.
    type Head (sequence: int, hash: string)

    # One entry of the journal; times are microseconds since 1970 and since the machine started.
    type Entry (
      sequence: int,
      time: int,
      uptime: int,
      boot: string,
      kind: string,
      detail: [string]string,
      hash: string
    )

    # A span of time: watched, off, or a gap with its reason.
    type Interval (from: int, until: int, state: string, reason: ?string)

    # What the daemon does and since when; `lost` events wait for being written as a gap. For everybody.
    method Status() -> (version: string, since: int, head: Head, lost: int, monitors: []string)

    # Every new entry, until the client leaves. Wants `more`. For root and the group airseal.
    method Watch() -> (entry: Entry)

    # The entries from a number on. Wants `more`. For root and the group airseal.
    method Journal(from: int) -> (entry: ?Entry)

    # The spans of time that the journal tells of. For root and the group airseal.
    method Coverage() -> (intervals: []Interval)

    # Every new finding: the id of the check that it fails, the number of its entry, microseconds since 1970.
    # Wants `more`. For everybody.
    method Findings() -> (check: string, sequence: int, time: int)

    # Runs the self-check and answers with the exit code of its verdict. For root and the group airseal.
    method Scan() -> (code: int)

    error PermissionDenied ()
    error ScanRunning ()
    error JournalDamaged (sequence: int)
    error CannotWork (detail: string)
    """
}
