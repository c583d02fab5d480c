/// Text of two or four bytes a letter, by its byte order mark or by where its zero bytes stand.
public enum WideText: Sendable {
  case utf16Little
  case utf16Big
  case utf32Little
  case utf32Big

  /// The form of a text by its first bytes; nil for other bytes.
  public static func form(_ head: UnsafeRawBufferPointer) -> WideText? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32Little }
    if head.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32Big }
    if head.starts(with: [0xFF, 0xFE]) { return .utf16Little }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16Big }
    let count = min(head.count, 4096) & ~3
    guard count >= 4 else { return nil }
    var zeros = [0, 0, 0, 0]
    for at in 0..<count where head[at] == 0 && !isGrave(head, at) { zeros[at & 3] += 1 }
    let units = count / 4
    func few(_ place: Int) -> Bool { zeros[place] * 20 < units }
    func most(_ place: Int) -> Bool { zeros[place] * 10 >= units * 9 }
    let form: WideText
    if zeros[3] == units, most(2), few(0) {
      form = .utf32Little
    } else if zeros[0] == units, most(1), few(3) {
      form = .utf32Big
    } else if (zeros[1] + zeros[3]) * 5 > count, few(0), few(2) {
      form = .utf16Little
    } else if (zeros[0] + zeros[2]) * 5 > count, few(1), few(3) {
      form = .utf16Big
    } else {
      return nil
    }
    return form.isText(head, count) ? form : nil
  }

  /// Whether a zero byte is the lower half of U+0300, which decomposed Vietnamese is full of.
  private static func isGrave(_ head: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    at & 1 == 0 ? head[at + 1] == 3 : head[at - 1] == 3
  }

  /// The text of bytes in this form, without its byte order mark.
  public func text(_ bytes: [UInt8]) -> String {
    let width = isWide ? 4 : 2
    var scalars = String.UnicodeScalarView()
    var units: [UInt16] = []
    for at in stride(from: 0, through: bytes.count - width, by: width) {
      let value = value(bytes[at..<(at + width)])
      if at == 0, value == 0xFEFF { continue }
      if isWide {
        scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      } else {
        units.append(UInt16(value))
      }
    }
    return isWide ? String(scalars) : String(decoding: units, as: UTF16.self)
  }

  private var isWide: Bool { self == .utf32Little || self == .utf32Big }

  private var isLittle: Bool { self == .utf16Little || self == .utf32Little }

  private func value(_ bytes: some BidirectionalCollection<UInt8>) -> UInt32 {
    isLittle
      ? bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) } : bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Whether nearly no letter is a control character.
  private func isText(_ head: UnsafeRawBufferPointer, _ count: Int) -> Bool {
    let width = isWide ? 4 : 2
    var controls = 0
    for at in stride(from: 0, to: count, by: width) {
      let value = value(head[at..<(at + width)])
      if value < 0x20, ![9, 10, 11, 12, 13].contains(value) { controls += 1 }
    }
    return controls * 50 <= count / width
  }
}
