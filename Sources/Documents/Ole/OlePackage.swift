/// A file that was dropped into a document: the content of a stream "Ole10Native", or of an RTF object.
enum OlePackage {
  /// Name and bytes of the file; nil where the stream holds none ([MS-OLEDS] 2.3.6).
  static func content(_ stream: BoundedBytes) throws(Unreadable) -> (name: String, bytes: BoundedBytes)? {
    guard stream.count > 10, try stream.u16(4) == 2 else { return nil }
    var at = 6
    let label = try text(stream, &at)
    _ = try text(stream, &at)
    at += 4
    at += 4 + (try stream.u32(at))
    let size = try stream.u32(at)
    return (label, try stream.slice(at + 4, min(size, max(0, stream.count - at - 4))))
  }

  /// The files in the data of an RTF object: a storage of its own, or a package ([MS-OLEDS] 2.2.5).
  static func native(_ data: [UInt8]) throws(Unreadable) -> (name: String?, bytes: [UInt8])? {
    let stream = BoundedBytes(data)
    guard stream.count > 8 else { return nil }
    var at = 8
    for _ in 0..<3 { at += 4 + (try stream.u32(at)) }
    let size = try stream.u32(at)
    let native = try stream.slice(at + 4, min(size, max(0, stream.count - at - 4)))
    if native.all.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return (nil, Array(native.all)) }
    var whole = [UInt8](repeating: 0, count: 4)
    whole += native.all
    guard let package = try content(BoundedBytes(whole)) else { return (nil, Array(native.all)) }
    return (package.name, Array(package.bytes.all))
  }

  private static func text(_ stream: BoundedBytes, _ at: inout Int) throws(Unreadable) -> String {
    let start = at
    while try stream.u8(at) != 0 { at += 1 }
    defer { at += 1 }
    return Charset.text(try stream.slice(start, at - start).all)
  }
}
