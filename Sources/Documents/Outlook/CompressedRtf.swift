/// Unpacks the RTF of Outlook messages ([MS-OXRTFCP]).
enum CompressedRtf {
  private static let packed = 0x7546_5A4C
  private static let plain = 0x414C_454D

  /// What every message's dictionary begins with.
  private static let start = Array(
    (#"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "#
      + #"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"#
      + "\r\n" + #"\par \pard\plain\f0\fs20\b\i\u\tab\tx"#).utf8)

  /// The RTF; `isWhole` is false where the data break off. Throws `Unreadable`.
  static func unpack(_ bytes: [UInt8], limit: Int) throws(Unreadable) -> (rtf: [UInt8], isWhole: Bool) {
    let data = BoundedBytes(bytes)
    let size = try data.u32(4)
    guard size <= limit else { throw Unreadable(.tooLarge) }
    let body = try data.from(16).all
    switch try data.u32(8) {
    case plain: return (Array(body.prefix(size)), body.count >= size)
    case packed: return unpack(body, size: size)
    default: throw Unreadable(.damaged)
    }
  }

  private static func unpack(_ data: ArraySlice<UInt8>, size: Int) -> (rtf: [UInt8], isWhole: Bool) {
    var window = start + [UInt8](repeating: 0, count: 4096 - start.count)
    var place = start.count
    var rtf: [UInt8] = []
    var rest = data.makeIterator()
    func next() -> Int? { rest.next().map(Int.init) }
    func put(_ byte: UInt8) {
      rtf.append(byte)
      window[place] = byte
      place = (place + 1) & 0xFFF
    }
    while let control = next() {
      for bit in 0..<8 {
        if rtf.count >= size { return (rtf, true) }
        guard control >> bit & 1 == 1 else {
          guard let byte = next() else { return (rtf, rtf.count >= size) }
          put(UInt8(byte))
          continue
        }
        guard let high = next(), let low = next() else { return (rtf, rtf.count >= size) }
        let offset = high << 4 | low >> 4
        if offset == place { return (rtf, true) }
        for step in 0..<((low & 0xF) + 2) { put(window[(offset + step) & 0xFFF]) }
      }
    }
    return (rtf, rtf.count >= size)
  }
}
