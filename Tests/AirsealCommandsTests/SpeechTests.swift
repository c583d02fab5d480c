import Rules
import Testing

@testable import AirsealCommands

@Suite struct SpeechTests {
  @Test func vietnameseIsTheDefaultWhateverTheLocale() {
    #expect(Speech.chosen(arguments: ["airseal", "scan"], environment: ["LANG": "en_US.UTF-8"]) == .vi)
  }

  @Test func theOptionWinsOverTheEnvironment() {
    #expect(
      Speech.chosen(arguments: ["airseal", "--lang", "vi"], environment: ["AIRSEAL_LANG": "en"]) == .vi)
    #expect(Speech.chosen(arguments: ["airseal", "--lang=en"], environment: [:]) == .en)
    #expect(Speech.chosen(arguments: ["airseal"], environment: ["AIRSEAL_LANG": "en"]) == .en)
  }
}
