import Markings

/// A marking on the wire: the rule is its place among the rules that both sides loaded.
public struct WireHit: Sendable, Equatable {
  public var level: Hit.Level
  public var rule: Int
  public var confidence: Hit.Confidence
  public var part: TextPart.Kind
  /// Which of the documents inside the file, counted from 1 as they are read; 0 for the file itself.
  public var member: UInt32
  /// Page, from 1; 0 for none.
  public var page: UInt32
  /// Line, from 1; 0 for none.
  public var line: UInt32
  /// Whether it stands where a stamp belongs; nil where the layout is unknown.
  public var isPlaced: Bool?

  public init(
    level: Hit.Level, rule: Int, confidence: Hit.Confidence, part: TextPart.Kind, member: UInt32 = 0,
    page: UInt32, line: UInt32, isPlaced: Bool? = nil
  ) {
    self.level = level
    self.rule = rule
    self.confidence = confidence
    self.part = part
    self.member = member
    self.page = page
    self.line = line
    self.isPlaced = isPlaced
  }

  func write(to writer: inout ByteWriter) {
    writer.code(level)
    writer.number(UInt16(clamping: rule))
    writer.code(confidence)
    writer.code(part)
    writer.number(member)
    writer.number(page)
    writer.number(line)
    writer.number(isPlaced.map { UInt8($0 ? 2 : 1) } ?? 0)
  }

  init(from reader: inout ByteReader, rules: Int) throws(WireError) {
    level = try reader.code()
    rule = Int(try reader.number(UInt16.self))
    guard rule < rules else { throw .outOfBounds }
    confidence = try reader.code()
    part = try reader.code()
    member = try reader.number()
    page = try reader.number()
    line = try reader.number()
    let placed = try reader.number(UInt8.self)
    guard placed <= 2 else { throw .outOfBounds }
    isPlaced = placed == 0 ? nil : placed == 2
  }
}
