/// What a document with state secrets must show in its Nơi nhận: Decree 26/2020/NĐ-CP Article 2.
public struct ReleaseFormalities: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// There is no Nơi nhận at all.
  public static let recipients = ReleaseFormalities(rawValue: 1)
  /// The number of copies released.
  public static let copies = ReleaseFormalities(rawValue: 2)
  /// The drafter's name.
  public static let drafter = ReleaseFormalities(rawValue: 4)
  /// Whether it may be copied and photographed.
  public static let copying = ReleaseFormalities(rawValue: 8)

  public static let all: ReleaseFormalities = [.recipients, .copies, .drafter, .copying]

  private static let lineLimit = 40
  private static let titleLength = 60

  /// What the text of a document lacks.
  public static func missing(in parts: [TextPart]) -> ReleaseFormalities {
    let reader = LineReader()
    let lines = parts.filter { [.body, .textBox, .footer].contains($0.kind) }.flatMap(\.lines)
    func folded(_ line: String) -> [String] { reader.readings(line).map(\.folded) }
    let start = lines.lastIndex { line in
      line.count <= titleLength && folded(line).contains { $0.hasPrefix("nơi nhận") }
    }
    guard let start else { return .recipients }
    let text = lines[start...].prefix(lineLimit).map {
      folded(String($0.prefix(400))).joined(separator: "\n")
    }
    func holds(_ words: [String]) -> Bool { text.contains { line in words.contains { line.contains($0) } } }
    var missing: ReleaseFormalities = []
    if !text.contains(where: namesCopies) { missing.insert(.copies) }
    if !holds(["soạn thảo", "người soạn"]), !text.contains(where: namesDrafter) { missing.insert(.drafter) }
    if !holds(["sao, chụp", "sao chụp", "sao,chụp"]) { missing.insert(.copying) }
    return missing
  }

  /// "04 bản", "(5b)", "số lượng: 3".
  private static func namesCopies(_ line: String) -> Bool {
    if line.contains("số lượng") { return true }
    var afterDigit = false
    var rest = line[...]
    while let letter = rest.popFirst() {
      if afterDigit {
        let word = rest.base[rest.base.index(before: rest.startIndex)...].drop { $0 == " " }
        if word.hasPrefix("bản") { return true }
        if word.hasPrefix("b"), word.dropFirst().first.map({ !$0.isLetter }) ?? true { return true }
      }
      afterDigit = letter.isNumber
    }
    return false
  }

  /// "Lưu: VT, KTN, An": something stands behind the filing office.
  private static func namesDrafter(_ line: String) -> Bool {
    line.split(separator: "\n").contains { line in
      guard let start = line.firstRange(of: "lưu") else { return false }
      let names = line[start.upperBound...].split(whereSeparator: { ",;.".contains($0) })
        .map { $0.filter(\.isLetter) }.filter { !$0.isEmpty }
      return names.count >= 2
    }
  }
}
