import Testing

@testable import Reports

@Suite struct PrintableTests {
  @Test(arguments: [
    ("Nguyễn Văn Ấn – “đạt” 你好 🙂", "Nguyễn Văn Ấn – “đạt” 你好 🙂"),
    ("a\u{1B}[2Jb", "a⟨U+001B⟩[2Jb"), ("\u{202E}fdp.exe", "⟨U+202E⟩fdp.exe"), ("\u{A0}", "⟨U+00A0⟩"),
    ("a\u{0}b\u{7F}", "a⟨U+0000⟩b⟨U+007F⟩"), ("\u{2028}", "⟨U+2028⟩"), ("\u{3164}", "⟨U+3164⟩"),
  ])
  func neutral(_ text: String, _ expected: String) {
    #expect(Printable.neutral(text) == expected)
    #expect(Printable.neutral(expected) == expected)
  }
}
