import ArgumentParser
import Attestation

/// `airseal key trust`
struct KeyTrustCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "trust", abstract: say("Tin cậy một khoá công khai.", "Trust a public key."))
  }

  @Argument(
    help: ArgumentHelp(say("Tệp khoá công khai (.pub).", "Public key file (.pub)."), valueName: "file"))
  var file: String
  @OptionGroup var options: TrustOptions

  func run() throws {
    let folder = try options.folder()
    let offered = try PublicKey(file: file)
    if try TrustStore(folder: folder).key(offered.kid) != nil {
      try Output.print(
        say(
          "Khoá \(offered.kid) (\(offered.name)) đã được tin cậy từ trước.",
          "The key \(offered.kid) (\(offered.name)) is trusted already."))
      return
    }
    let key = try TrustStore.trust(file, in: folder)
    try Output.print(
      say(
        "Từ nay tin cậy khoá \(key.kid) (\(key.name)).",
        "The key \(key.kid) (\(key.name)) is trusted from now on."))
  }
}
