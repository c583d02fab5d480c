import Markings

/// Collects the letters of runs and reads each run in its font's encoding, line by line.
struct RunCollector {
  var text = TextCollector()

  private var units: [UInt16] = []
  private var kind = TextPart.Kind.body
  private var font: LegacyFont?

  /// Adds a UTF-16 unit; those of the private block of symbol fonts stand for bytes.
  mutating func add(_ unit: UInt16, _ kind: TextPart.Kind, _ font: LegacyFont? = nil) throws(Unreadable) {
    if kind != self.kind || font != self.font {
      try endRun()
      (self.kind, self.font) = (kind, font)
    }
    units.append((0xF020...0xF0FF).contains(unit) ? unit - 0xF000 : unit)
  }

  mutating func add(_ letters: String, _ kind: TextPart.Kind, _ font: LegacyFont? = nil) throws(Unreadable) {
    for unit in letters.utf16 { try add(unit, kind, font) }
  }

  mutating func endLine(_ kind: TextPart.Kind) throws(Unreadable) {
    try endRun()
    text.endLine(kind)
    text.endText(.hidden)
    text.endText(.deleted)
  }

  mutating func endText(_ kind: TextPart.Kind) throws(Unreadable) {
    try endRun()
    text.endText(kind)
  }

  /// Everything that was collected, each place one part.
  mutating func parts() throws(Unreadable) -> [TextPart] {
    try endRun()
    return text.parts()
  }

  private mutating func endRun() throws(Unreadable) {
    guard !units.isEmpty else { return }
    let letters = String(decoding: units, as: UTF16.self)
    units.removeAll(keepingCapacity: true)
    try text.add(font?.text(letters) ?? letters, kind)
  }
}
