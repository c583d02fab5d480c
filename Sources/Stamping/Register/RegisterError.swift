/// Why a register cannot be used.
public enum RegisterError: Error, Equatable {
  /// Another airseal writes it now.
  case busy(String)
  /// The kernel's error number.
  case system(String, Int32)
  case noStamp(String)
  /// It was made void before.
  case alreadyVoid(String)
  /// A stamp that another key signed.
  case otherKey(String)
  /// The series is not one to eight capital letters and digits.
  case badSeries(String)
  /// Line and column of what is no register.
  case malformed(String, line: Int)
}
