/// A failure that ends a command: one clear sentence, what to do, and the exit code.
struct Failure: Error, CustomStringConvertible {
  /// Exit codes of commands that end with a sentence.
  enum Code: Int32 {
    /// The machine, or what was verified, does not pass.
    case fails = 2
    case undetermined = 3
    /// airseal could not do its work.
    case cannotWork = 1
    /// Something signed or sealed does not verify.
    case doesNotVerify = 4
    case usage = 64
  }

  let code: Code
  let description: String

  init(_ code: Code, _ vi: String, _ en: String) {
    self.code = code
    description = say(vi, en)
  }
}
