/// The shape of a log line: literal text with `{field}` for what is wanted and `*` for what is not.
///
/// A template may begin anywhere in a line. A field holds no blank, but `{name}`, which ends at the next literal.
struct LineTemplate: Sendable {
  private enum Part: Sendable, Equatable {
    case literal([UInt8])
    case field(String)
    case anything
  }

  private let parts: [Part]
  /// The longest literal, which most other lines lack.
  let anchor: [UInt8]

  init(_ text: String) {
    var parts: [Part] = []
    var literal: [UInt8] = []
    var field: [UInt8]?
    func close() {
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = []
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "{"):
        close()
        field = []
      case UInt8(ascii: "}"):
        if let name = field { parts.append(.field(String(decoding: name, as: UTF8.self))) }
        field = nil
      case UInt8(ascii: "*"):
        close()
        parts.append(.anything)
      default:
        if field != nil { field?.append(byte) } else { literal.append(byte) }
      }
    }
    close()
    self.parts = parts
    anchor =
      parts.compactMap { if case .literal(let text) = $0 { text } else { nil } }
      .max { $0.count < $1.count } ?? []
  }

  /// The fields of a line of this shape; nil for another line.
  func match(_ line: UnsafeRawBufferPointer) -> [String: String]? {
    var fields: [String: String] = [:]
    var at = 0
    var open: Part?
    var isStart = true
    for part in parts {
      guard case .literal(let text) = part else {
        open = part
        continue
      }
      guard let found = firstIndex(of: text, in: line, from: at) else { return nil }
      switch open {
      case .field(let name):
        let gap = isStart ? Self.wordBefore(found, line) : at..<found
        guard let value = Self.value(line[gap], allowsBlanks: name == "name") else { return nil }
        fields[name] = value
      case .anything, nil:
        if open == nil && !isStart && found != at { return nil }
      case .literal: break
      }
      open = nil
      isStart = false
      at = found + text.count
    }
    if case .field(let name) = open {
      let end = line[at...].firstIndex { $0 == 0x20 } ?? line.count
      guard
        let value = Self.value(line[at..<(name == "name" ? line.count : end)], allowsBlanks: name == "name")
      else { return nil }
      fields[name] = value
    }
    return fields
  }

  private static func value(_ bytes: Slice<UnsafeRawBufferPointer>, allowsBlanks: Bool) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let trimmed = allowsBlanks ? text : String(text.drop { $0 == " " })
    var end = trimmed[...]
    while let last = end.last, " ,.;".contains(last) { end = end.dropLast() }
    guard !end.isEmpty, allowsBlanks || !end.contains(" ") else { return nil }
    return String(end)
  }

  /// The word that ends before an index, without a colon at its end.
  private static func wordBefore(_ end: Int, _ line: UnsafeRawBufferPointer) -> Range<Int> {
    var stop = end
    while stop > 0, line[stop - 1] == 0x20 || line[stop - 1] == 0x3a { stop -= 1 }
    var start = stop
    while start > 0, line[start - 1] != 0x20 { start -= 1 }
    return start..<stop
  }
}
