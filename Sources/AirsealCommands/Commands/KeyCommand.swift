import ArgumentParser
import Attestation
import Foundation

/// `airseal key`
struct KeyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "key",
      abstract: say(
        "Tạo khoá ký và quản lý khoá được tin cậy.", "Make signing keys and manage trusted keys."),
      subcommands: [New.self, List.self, Trust.self], defaultSubcommand: List.self)
  }

  struct New: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "new",
        abstract: say("Tạo một cặp khoá Ed25519.", "Make an Ed25519 key pair."),
        discussion: say(
          "Ghi khoá bí mật vào FILE (chỉ chủ sở hữu đọc được) và khoá công khai vào FILE.pub.",
          "Writes the private key to FILE (readable by its owner only) and the public key to FILE.pub."))
    }

    @Argument(
      help: ArgumentHelp(say("Tệp khoá bí mật sẽ tạo.", "Private key file to make."), valueName: "file"))
    var file: String
    @Option(
      help: ArgumentHelp(
        say("Tên người hoặc đơn vị giữ khoá.", "Name of the person or unit that holds the key."),
        valueName: "name"))
    var name: String
    @Flag(help: ArgumentHelp(say("Khoá chỉ để thử nghiệm.", "The key is for tests only.")))
    var test = false
    @OptionGroup var common: CommonOptions

    func run() throws {
      guard !name.trimmingCharacters(in: .whitespaces).isEmpty else {
        throw Failure(.usage, "--name không được để trống.", "--name must not be empty.")
      }
      for path in [file, file + ".pub"] where FileManager.default.fileExists(atPath: path) {
        throw Failure(
          .usage, "\(path) đã có; airseal không ghi đè khoá.",
          "\(path) exists already; airseal does not overwrite keys.")
      }
      let key = KeyPair.generate(name: name, isTest: test)
      try key.write(to: file)
      try key.publicKey.write(to: file + ".pub")
      try Output.print(
        say(
          "Đã tạo khoá \(key.publicKey.kid): \(file) (giữ kín) và \(file).pub (gửi cho nơi cần xác thực).",
          "Made the key \(key.publicKey.kid): \(file) (keep it secret) and \(file).pub (give it to those who verify)."
        ))
    }
  }

  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "list", abstract: say("Liệt kê các khoá được tin cậy.", "List the trusted keys."))
    }

    @Option(
      help: ArgumentHelp(say("Thư mục khoá được tin cậy.", "Folder of trusted keys."), valueName: "dir"))
    var trust: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
      let folder = try trust ?? Installation(rules: common.rules).issuers
      let keys = try TrustStore(folder: folder).list
      if keys.isEmpty {
        try Output.print(
          say("Chưa có khoá nào được tin cậy trong \(folder).", "No key is trusted in \(folder)."))
      }
      for key in keys {
        let mark = key.isTest ? say("  (thử nghiệm)", "  (test)") : ""
        try Output.print("\(key.kid)  \(key.name)\(mark)")
      }
    }
  }

  struct Trust: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "trust", abstract: say("Tin cậy một khoá công khai.", "Trust a public key."))
    }

    @Argument(
      help: ArgumentHelp(say("Tệp khoá công khai (.pub).", "Public key file (.pub)."), valueName: "file"))
    var file: String
    @Option(
      help: ArgumentHelp(say("Thư mục khoá được tin cậy.", "Folder of trusted keys."), valueName: "dir"))
    var trust: String?
    @OptionGroup var common: CommonOptions

    func run() throws {
      let folder = try trust ?? Installation(rules: common.rules).issuers
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
}
