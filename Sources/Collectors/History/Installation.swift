import LinuxHost

/// Traces from before the inspected system was installed.
enum Installation {
  /// Whether a trace is older than the installation; false where either time is not known.
  static func precedes(_ time: Int64?, _ installedAt: Int64?) -> Bool {
    guard let time, let installedAt else { return false }
    return time < installedAt
  }
}
