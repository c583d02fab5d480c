import CShims

/// Decides by a few bytes whether libmagic could name a document in a file that no signature names.
///
/// libmagic tries thousands of tests in a third of a millisecond; of those that name documents this repeats the beginnings.
public enum MagicGate {
  /// The mark of a disc image, far behind the head.
  public static let discMark = Array("CD001".utf8)
  public static let discMarkOffset = 32_769

  /// First bytes of documents and archives in libmagic's data.
  private static let starts: [[UInt8]] = [
    Array("PK".utf8), Array("%!".utf8), [0x04, 0x25], Array("BZ".utf8), Array("Ra".utf8), Array("RE".utf8),
    Array("MS".utf8), Array("AT".utf8), Array("7z".utf8), Array("{\\".utf8), Array("<".utf8),
    Array("#!".utf8), Array("From".utf8), Array("PO".utf8), [0x1F], [0x09], [0x5D], [0xC7, 0x71],
    [0x71, 0xC7], [0x78, 0x9F], [0x31, 0xBE], [0xDB, 0xA5], [0x9B, 0xA5], [0xFE, 0x37], [0xD0, 0xCF],
    [0xFD, 0x37], [0x28, 0xB5], [0x04, 0x22], [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB],
  ]
  /// What stands somewhere in the head of others; letters in lower case.
  private static let words = ["html", "%pdf-", "xml", "mime", "rtf", "subject", "msword", "microsoft"].map {
    Array($0.utf8)
  }
  private static let byFirstByte: [[[UInt8]]] = (0...255).map { byte in
    starts.filter { Int($0[0]) == byte }
  }

  /// Whether libmagic is worth asking.
  public static func isOpen(for head: UnsafeRawBufferPointer) -> Bool {
    guard let first = head.first else { return false }
    if byFirstByte[Int(first)].contains(where: { head.starts(with: $0) }) { return true }
    // Frames of Zstandard that are to be skipped.
    if head.count > 4, head[1..<4].elementsEqual([0x2A, 0x4D, 0x18]) { return true }
    return isTar(head) || holdsWord(head)
  }

  /// Octal numbers where the header of a tar file has its mode and its checksum.
  private static func isTar(_ head: UnsafeRawBufferPointer) -> Bool {
    guard head.count >= 512 else { return false }
    func isNumber(_ range: Range<Int>) -> Bool {
      head[range].allSatisfy { $0 == 0x20 || $0 == 0 || (0x30...0x37).contains($0) }
        && head[range].contains { (0x30...0x37).contains($0) }
    }
    return isNumber(100..<108) && isNumber(148..<156)
  }

  private static func holdsWord(_ head: UnsafeRawBufferPointer) -> Bool {
    let lower = head.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return words.contains { airseal_contains(lower, lower.count, $0, $0.count) }
  }
}
