/// Why something could not be collected, or is known to be absent; reports name each in both languages.
public enum Reason: String, Codable, Sendable, CaseIterable {
  case none
  /// The file system or the kernel refused the read.
  case permissionDenied = "permission_denied"
  /// Not there, although it is expected on a machine of this kind.
  case expectedButAbsent = "expected_but_absent"
  /// The software that would write it was never installed.
  case neverInstalled = "never_installed"
  /// Its content does not follow its format.
  case damaged
  /// A format, version or option that airseal does not read.
  case unsupported
  case encrypted
  case tooLarge = "too_large"
  /// Documents inside documents beyond the limit.
  case tooDeep = "too_deep"
  case timedOut = "timed_out"
  /// The sandboxed worker died while it read this.
  case crashed
  /// A FIFO, socket or device where a regular file is expected.
  case notRegularFile = "not_regular_file"
  /// Symbolic links that lead in a circle or out of the inspected root.
  case linkLoop = "link_loop"
  case readFailed = "read_failed"
  case cancelled
  /// Left out at the user's wish.
  case skippedByUser = "skipped_by_user"
  /// Only the running kernel can tell, and the facts come from elsewhere.
  case needsRunningKernel = "needs_running_kernel"
  /// airseal needs root for it.
  case needsRoot = "needs_root"
  /// The log or store is kept in memory only, so nothing of the past is there.
  case notPersistent = "not_persistent"
  /// An empty store on a machine where it is expected to hold something; it may have been wiped.
  case emptyStore = "empty_store"
  /// airseal itself failed.
  case internalError = "internal_error"
  /// A type that airseal does not know.
  case unknownType = "unknown_type"
  /// Only a part could be read.
  case partlyRead = "partly_read"
  /// A program of this machine that others than root could have changed; it is not run.
  case untrustedProgram = "untrusted_program"
  /// A product that no file of `rules/antivirus/` describes, so that nothing is known of its state.
  case notDescribed = "not_described"
  /// Nobody declared it.
  case notDeclared = "not_declared"
}
