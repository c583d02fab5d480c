import CPcre2

/// A compiled expression with room for its matches.
final class Compiled {
  /// What stands for the place of a group that took no part.
  private static let unset = Int(bitPattern: UInt.max)

  private let id: String
  private let code: OpaquePointer
  private let data: OpaquePointer
  private let names: [(name: String, group: Int)]

  /// Throws `MarkingRules.Invalid` with the place of the fault.
  init(_ source: String, of id: String) throws {
    self.id = id
    var fault: Int32 = 0
    var offset = 0
    let options = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_DOLLAR_ENDONLY)
    var text = source
    let code = text.withUTF8 {
      pcre2_compile_8($0.baseAddress, $0.count, options, &fault, &offset, nil)
    }
    guard let code else {
      throw MarkingRules.Invalid(
        description: "\(id): bad pattern at \(offset): \(Self.message(fault))")
    }
    guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else {
      pcre2_code_free_8(code)
      throw MarkingRules.Invalid(description: "\(id): no memory for the pattern")
    }
    self.code = code
    self.data = data
    names = Self.names(of: code)
  }

  deinit {
    pcre2_match_data_free_8(data)
    pcre2_code_free_8(code)
  }

  func match(_ text: String, options: UInt32) throws -> Pattern.Match? {
    var text = text
    let found = text.withUTF8 { bytes in
      // The text is a Swift string, which is always well-formed.
      pcre2_match_8(
        code, bytes.baseAddress, bytes.count, 0, options | UInt32(PCRE2_NO_UTF_CHECK), data, nil)
    }
    if found == PCRE2_ERROR_NOMATCH { return nil }
    guard found > 0, let places = pcre2_get_ovector_pointer_8(data) else {
      throw PatternFailure(id: id, code: found)
    }
    let count = Int(pcre2_get_ovector_count_8(data))
    let taken = names.filter { $0.group < count && places[2 * $0.group] != Self.unset }
    return Pattern.Match(start: Int(places[0]), groups: Set(taken.map(\.name)))
  }

  private static func names(of code: OpaquePointer) -> [(name: String, group: Int)] {
    var count: UInt32 = 0
    var size: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &size)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    guard let table else { return [] }
    return (0..<Int(count)).map { index in
      let entry = table + index * Int(size)
      return (String(cString: entry + 2), Int(entry[0]) << 8 | Int(entry[1]))
    }
  }

  private static func message(_ code: Int32) -> String {
    var text = [UInt8](repeating: 0, count: 256)
    pcre2_get_error_message_8(code, &text, text.count)
    return String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
  }
}
