import Markings

/// Where the value of a mail's header field goes.
enum MailHeader {
  /// Fields of routing and layout, and those that name people.
  private static let silent: Set<String> = [
    "received", "return-path", "delivered-to", "from", "to", "cc", "bcc", "sender", "reply-to", "date",
    "message-id",
    "in-reply-to", "references", "mime-version", "content-type", "content-transfer-encoding",
    "content-language",
    "dkim-signature", "arc-seal", "arc-message-signature", "arc-authentication-results",
    "authentication-results",
    "received-spf", "x-received", "user-agent", "x-mailer", "thread-index", "list-unsubscribe", "precedence",
  ]

  /// nil for fields that are left out.
  static func kind(_ name: String) -> TextPart.Kind? {
    let name = name.lowercased()
    if name == "subject" || name == "thread-topic" { return .subject }
    return silent.contains(name) ? nil : .property
  }

  /// A value on one line, without the line ends that fold it.
  static func unfolded(_ value: String) -> String {
    value.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix { $0 == " " || $0 == "\t" } }.joined(
      separator: " ")
  }
}
