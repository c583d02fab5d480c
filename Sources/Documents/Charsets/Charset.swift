import CGsf
import Markings

/// Text of bytes in a named character set, by iconv(3) where it is not one that airseal decodes itself.
///
/// The C library loads a converter from a file when it is first used, so every one that documents may ask for is held
/// open from before the sandbox closes.
enum Charset {
  /// Loads the converters; call before the sandbox closes.
  static func warmUp() { _ = held }

  /// The text of bytes by the number of a Windows code page; unknown ones read as Windows-1252.
  static func text(_ bytes: some Collection<UInt8>, codePage number: Int) -> String {
    guard bytes.contains(where: { $0 >= 0x80 }) || number == 65000 || number == 50220 else {
      return Windows1252.letters(bytes)
    }
    if let name = names[number], let text = convert(Array(bytes), from: name) { return text }
    return CodePage.text(Array(bytes), number)
  }

  /// The text of bytes by the name that a mail or a page gives to their character set; nil where it is not known.
  static func text(_ bytes: [UInt8], named name: String) -> String? {
    let name = name.uppercased()
    guard known.contains(name) else { return nil }
    return convert(bytes, from: name)
  }

  /// The text of 8-bit bytes whose character set nobody tells: UTF-8 if they are, otherwise as Windows-1252 shows them.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self) ?? Windows1252.letters(bytes)
  }

  private static let names: [Int: String] = [
    437: "CP437", 850: "CP850", 866: "CP866", 874: "CP874", 932: "CP932", 936: "GBK", 949: "CP949",
    950: "BIG5",
    1250: "CP1250", 1251: "CP1251", 1253: "CP1253", 1254: "CP1254", 1255: "CP1255", 1256: "CP1256",
    1257: "CP1257", 1361: "JOHAB", 10000: "MACINTOSH", 20866: "KOI8-R", 28592: "ISO-8859-2",
    28595: "ISO-8859-5", 50220: "ISO-2022-JP", 51949: "EUC-KR", 54936: "GB18030", 65000: "UTF-7",
  ]

  private static let known: Set<String> = Set(names.values).union([
    "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1253", "WINDOWS-1254", "WINDOWS-1255", "WINDOWS-1256",
    "WINDOWS-1257", "WINDOWS-1258", "GB2312", "HZ-GB-2312", "SHIFT_JIS", "EUC-JP", "KS_C_5601-1987", "KOI8-U",
    "TIS-620", "ISO-8859-7", "ISO-8859-9", "ISO-8859-15", "BIG5-HKSCS", "VISCII", "TCVN5712-1", "TCVN",
    "UTF-16",
    "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE",
  ])

  /// Keeps the converters loaded; never used to convert.
  private static let held: Int = {
    var count = 0
    for name in known.union(["ISO-8859-1", "WINDOWS-1252", "US-ASCII"]) {
      for (to, from) in [("UTF-8", name), (name, "UTF-8")] {
        if let converter = g_iconv_open(to, from), Int(bitPattern: converter) != -1 { count += 1 }
      }
    }
    return count
  }()

  /// nil where the converter is not there or the bytes are not of the character set.
  private static func convert(_ bytes: [UInt8], from name: String) -> String? {
    guard let converter = g_iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else { return nil }
    defer { g_iconv_close(converter) }
    var written: gsize = 0
    let text = bytes.withUnsafeBytes { buffer in
      g_convert_with_iconv(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), gssize(buffer.count), converter, nil,
        &written,
        nil)
    }
    guard let text else { return nil }
    defer { g_free(text) }
    return String(
      decoding: UnsafeRawBufferPointer(start: text, count: Int(written)), as: UTF8.self)
  }
}
