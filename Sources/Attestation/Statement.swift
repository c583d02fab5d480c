/// Types of signed statements, the `typ` of their headers; a signature for one never counts as another.
public enum Statement {
  /// The answer of a person to a manual question.
  public static let answer = "airseal-answer-1"
  /// What an operator declares of an antivirus product that cannot be asked.
  public static let antivirus = "airseal-antivirus-1"
  /// The registration of a device.
  public static let device = "airseal-device-1"
  /// The end of a device's registration before its time.
  public static let deviceRevocation = "airseal-device-revocation-1"
  /// A device that was seen on a machine.
  public static let deviceSighting = "airseal-device-sighting-1"
  /// Where a disk comes from, or when it was wiped.
  public static let origin = "airseal-origin-1"
  /// Keys and stamps that count no more.
  public static let revocation = "airseal-revocation-1"
  /// What stands in the QR code of a printed stamp.
  public static let tem = "airseal-tem-1"
  /// The end of the event journal's chain.
  public static let journalHead = "airseal-journal-head-1"
  /// The security stamp of a machine.
  public static let stamp = "airseal-stamp-1"
  /// The digest of a register that was written out.
  public static let registerExport = "airseal-register-export-1"
  /// What a competent person lets pass, for one check and named findings.
  public static let waiver = "airseal-waiver-1"
}
