/// Runs of text in files of any layout, in UTF-8 and in UTF-16 of both orders.
struct TextRuns {
  private static let shortest = 4
  private static let longest = 1024

  private(set) var runs: [String] = []

  init(_ bytes: [UInt8]) {
    for run in bytes.split(whereSeparator: { $0 < 0x20 || $0 == 0x7F })
    where (Self.shortest...Self.longest).contains(run.count) {
      runs.append(String(decoding: run, as: UTF8.self))
    }
    guard bytes.count(where: { $0 == 0 }) * 8 > bytes.count else { return }
    for offset in 0...1 {
      for isBigEndian in [true, false] { addWide(bytes, offset, isBigEndian) }
    }
  }

  private mutating func addWide(_ bytes: [UInt8], _ offset: Int, _ isBigEndian: Bool) {
    var units: [UInt16] = []
    for at in stride(from: offset, to: bytes.count - 1, by: 2) {
      let unit =
        isBigEndian
        ? UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1]) : UInt16(bytes[at + 1]) << 8 | UInt16(bytes[at])
      if (0x20..<0x2000).contains(unit), unit != 0x7F {
        units.append(unit)
      } else {
        finish(&units)
      }
    }
    finish(&units)
  }

  private mutating func finish(_ units: inout [UInt16]) {
    if (Self.shortest...Self.longest).contains(units.count) {
      runs.append(String(decoding: units, as: UTF16.self))
    }
    units = []
  }
}
