import LinuxHost

/// A line of auditd: "type=SYSCALL msg=audit(1779246600.123:45): arch=c000003e syscall=42 success=yes exit=0 …".
struct AuditLine {
  let type: String
  let time: Int64
  /// Number that lines of one event share.
  let event: String
  private let fields: [String: String]

  /// nil for a line of another form.
  init?(_ line: String) {
    guard let start = line.firstRange(of: "type="), let mark = line.firstRange(of: " msg=audit(") else {
      return nil
    }
    type = String(line[start.upperBound..<mark.lowerBound])
    let stamp = line[mark.upperBound...].prefix { $0 != ")" }
    guard let colon = stamp.lastIndex(of: ":"), let time = Int64(stamp.prefix { $0 != "." && $0 != ":" })
    else { return nil }
    self.time = time
    event = String(stamp[colon...])
    var fields: [String: String] = [:]
    for word in line[stamp.endIndex...].split(whereSeparator: { $0 == " " || $0 == "'" || $0 == "\u{1D}" }) {
      guard let equals = word.firstIndex(of: "=") else { continue }
      let value = word[word.index(after: equals)...].drop { $0 == "\"" }.prefix { $0 != "\"" }
      let key = String(word[..<equals])
      if fields[key] == nil { fields[key] = String(value) }
    }
    self.fields = fields
  }

  subscript(name: String) -> String? { fields[name] }

  /// The address of a sockaddr in hexadecimal digits: family in the machine's order, port, address (socket(7)).
  var socketAddress: IPAddress? {
    let digits = Array(fields["saddr"] ?? "")
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
    guard bytes.count >= 8, bytes[1] == 0 else { return nil }
    switch bytes[0] {
    case 2: return IPAddress(bytes: bytes[4..<8])
    case 10 where bytes.count >= 24: return IPAddress(bytes: bytes[8..<24])
    default: return nil
    }
  }
}
