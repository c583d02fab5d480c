import ArgumentParser
import Attestation

/// `airseal key list`
struct KeyListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list", abstract: say("Liệt kê các khoá được tin cậy.", "List the trusted keys."))
  }

  @OptionGroup var options: TrustOptions

  func run() throws {
    let store = try Installation(rules: options.common.rules).trustStore(options.trust)
    if store.list.isEmpty {
      let folder = try options.folder()
      try Output.print(
        say("Chưa có khoá nào được tin cậy trong \(folder).", "No key is trusted in \(folder)."))
    }
    for key in store.list {
      var marks = [key.algorithm.rawValue]
      if key.isTest { marks.append(say("thử nghiệm", "test")) }
      if let revocation = store.revocation(ofKey: key.kid) {
        let reason = say(revocation.reason.words[0], revocation.reason.words[1])
        marks.append(say("đã thu hồi: \(reason)", "revoked: \(reason)"))
      }
      try Output.print("\(key.kid)  \(Grid.visible(key.name))  (\(marks.joined(separator: ", ")))")
    }
  }
}
