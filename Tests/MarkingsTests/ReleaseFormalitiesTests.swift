import Markings
import Testing

struct ReleaseFormalitiesTests {
  private func missing(_ text: String) -> ReleaseFormalities {
    ReleaseFormalities.missing(in: [
      TextPart(.body, lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    ])
  }

  private static let cases: [(text: String, missing: ReleaseFormalities)] = [
    ("MẬT\nBÁO CÁO", ReleaseFormalities.recipients),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT.", [.copies, .drafter, .copying]),
    ("Nơi nhận:\n- Như trên;\n- Lưu: VT, Hùng (04b).\nKhông được phép sao, chụp.", []),
    ("Nơi nhận:\n- Lưu: VT; 04 bản; được phép sao, chụp.\nNgười soạn thảo: Lan", []),
    ("Nơi nhận:\n- UBND tỉnh (3 bản);\n- Lưu: VT.", [.drafter, .copying]),
  ]

  @Test(arguments: cases.indices)
  func says(_ index: Int) { #expect(missing(Self.cases[index].text) == Self.cases[index].missing) }
}
