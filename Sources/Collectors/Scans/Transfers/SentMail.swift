import Facts
import Foundation
import LinuxHost

/// Names of files that were attached to sent mail, in mailboxes of Thunderbird, Evolution, KMail and Geary; no text is kept.
struct SentMail {
  private static let mailboxes = [
    "~/.thunderbird/*/Mail/*/Sent*", "~/.thunderbird/*/ImapMail/*/Sent*",
    "~/.thunderbird/*/ImapMail/*/*.sbd/Sent*",
    "~/snap/thunderbird/common/.thunderbird/*/Mail/*/Sent*",
    "~/snap/thunderbird/common/.thunderbird/*/ImapMail/*/Sent*",
    "~/snap/thunderbird/common/.thunderbird/*/ImapMail/*/*.sbd/Sent*",
    "~/.var/app/org.mozilla.Thunderbird/.thunderbird/*/ImapMail/*/Sent*",
    "<data>/evolution/mail/local/.Sent/cur/*", "<cache>/evolution/mail/*/folders/Sent*/cur/*/*",
    "<cache>/evolution/mail/*/folders/Sent*/cur/*", "<data>/local-mail/sent-mail/cur/*", "~/mail/sent*",
    "~/sent",
    "~/Mail/sent*",
  ]

  private let contacts: ContactWriter
  private let places: TracePlaces

  init(_ contacts: ContactWriter, _ places: TracePlaces) {
    self.contacts = contacts
    self.places = places
  }

  /// Hands over name, mailbox, account, time of the mailbox and server.
  func each(_ body: (String, String, String?, Int64, String?) throws -> Void) throws {
    for pattern in Self.mailboxes {
      for place in try places.all(pattern)
      where !place.path.hasSuffix(".msf") && !place.path.hasSuffix(".sbd") {
        try contacts.reading {
          let info = try contacts.files.info(place.path)
          guard info.kind == .regular, info.size > 0 else { return }
          let parts = place.path.split(separator: "/").map(String.init)
          let peer = parts.firstIndex(of: "ImapMail").flatMap { parts.count > $0 + 1 ? parts[$0 + 1] : nil }
          try LogFile(path: place.path, info: info).forEachLine(in: contacts.files) { line in
            guard let name = Self.attachment(line) else { return }
            try body(name, place.path, place.account, info.modifiedAt, peer)
          }
        }
      }
    }
  }

  private static let marks = ["filename=", "filename*=", "filename*0=", "filename*0*=", "name="].map {
    Array($0.utf8)
  }

  /// The name of an attachment in a header line (RFC 2183, RFC 2231, and RFC 2047 as many programs use it).
  static func attachment(_ line: UnsafeRawBufferPointer) -> String? {
    for mark in marks {
      guard let start = firstIndex(of: mark, in: line, from: 0) else { continue }
      var value = String(decoding: line[(start + mark.count)...].prefix(1024), as: UTF8.self)
      if value.hasPrefix("\"") {
        value = String(value.dropFirst().prefix { $0 != "\"" })
      } else {
        value = String(value.prefix { $0 != ";" && $0 != " " && $0 != "\r" })
      }
      if let quote = value.firstRange(of: "''") { value = value[quote.upperBound...].withoutPercents }
      return value.hasPrefix("=?") ? words(value) : value.isEmpty ? nil : value
    }
    return nil
  }

  /// "=?UTF-8?B?…?= =?UTF-8?Q?…?="
  private static func words(_ text: String) -> String {
    var found = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "=?") {
      let parts = rest[start.upperBound...].split(
        separator: "?", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { break }
      let body = parts[2].prefix { $0 != "?" }
      if parts[1].lowercased() == "b" {
        found += Data(base64Encoded: String(body)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      } else {
        found += body.replacing("_", with: " ").replacing("=", with: "%").withoutPercents
      }
      rest = parts[2][body.endIndex...].dropFirst("?=".count)
    }
    return found
  }
}
