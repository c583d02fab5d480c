import AirsealCommands
import Facts
import TestSupport
import Testing

/// Every table and column is described in Vietnamese too.
@Suite struct TableWordsTests {
  @Test func everyDescriptionIsTranslated() throws {
    let words = try TableWords(rules: Built.rules, language: .vi)
    let texts = Schema.tables.flatMap { [$0.summary] + $0.columns.map(\.summary) }
    #expect(texts.filter { !words.knows($0) } == [])
  }
}
