import Foundation
import Rules

/// The language that airseal speaks: Vietnamese, unless `--lang` or `AIRSEAL_LANG` asks for English.
enum Speech {
  static let language: Language = chosen(
    arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

  static func chosen(arguments: [String], environment: [String: String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = Language(rawValue: String(argument.dropFirst("--lang=".count)))
      {
        return language
      }
    }
    return environment["AIRSEAL_LANG"].flatMap(Language.init) ?? .vi
  }
}

/// The text in the language that airseal speaks.
func say(_ vi: String, _ en: String) -> String { Speech.language == .vi ? vi : en }
