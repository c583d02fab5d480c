/// Reads fixed-width little-endian numbers from a message; every read past the end throws.
struct ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number<N: FixedWidthInteger & UnsignedInteger>(_: N.Type = N.self) throws(WireError) -> N {
    let width = N.bitWidth / 8
    guard rest.count >= width else { throw .truncated }
    var value: N = 0
    for (index, byte) in rest.prefix(width).enumerated() { value |= N(byte) << N(8 * index) }
    rest = rest.dropFirst(width)
    return value
  }

  /// A case of a closed enumeration, sent as its place among all cases.
  mutating func code<Code: CaseIterable>(_: Code.Type = Code.self) throws(WireError) -> Code {
    let index = Int(try number(UInt8.self))
    let all = Array(Code.allCases)
    guard all.indices.contains(index) else { throw .unknownCode }
    return all[index]
  }
}

/// Writes what `ByteReader` reads.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number<N: FixedWidthInteger & UnsignedInteger>(_ value: N) {
    for index in 0..<(N.bitWidth / 8) { bytes.append(UInt8(truncatingIfNeeded: value >> N(8 * index))) }
  }

  mutating func code<Code: CaseIterable & Equatable>(_ value: Code) {
    for (index, other) in Code.allCases.enumerated() where other == value { bytes.append(UInt8(index)) }
  }
}
