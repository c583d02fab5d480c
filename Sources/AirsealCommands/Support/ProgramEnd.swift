import ArgumentParser
import Foundation

/// How every failure of a program becomes a sentence and an exit code.
enum ProgramEnd {
  /// Reports what ended a command, and ends the process.
  static func report(_ error: any Error, of command: any ParsableCommand.Type) -> Never {
    if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
    let code = command.exitCode(for: error)
    guard code == .validationFailure || code == .success else { fail(error) }
    let text = ParserSpeech.localized(command.fullMessage(for: error))
    do {
      if code == .success {
        try Output.print(text)
      } else {
        Output.note(text)
      }
    } catch {
      fail(error)
    }
    Foundation.exit(code.rawValue)
  }

  private static func fail(_ error: any Error) -> Never {
    let failure = Failure(error)
    Output.note("\(name): \(failure.description)")
    Foundation.exit(failure.code.rawValue)
  }

  /// The name under which the program was started.
  private static var name: String { (CommandLine.arguments[0] as NSString).lastPathComponent }
}
