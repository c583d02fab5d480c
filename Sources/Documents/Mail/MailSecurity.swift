/// Tells parts of mails that cannot be read without a key (RFC 8551, RFC 3156, Microsoft's rights management).
enum MailSecurity {
  /// Whether a part of this media type or name is encrypted.
  static func isEncrypted(mime: String?, name: String?) -> Bool {
    let mime = (mime ?? "").lowercased()
    let name = (name ?? "").lowercased()
    if mime.hasSuffix("pgp-encrypted") || mime == "multipart/encrypted" { return true }
    if mime.hasSuffix("x-microsoft-rpmsg-message") || name.hasSuffix(".rpmsg") { return true }
    return name.hasSuffix(".pgp") || name.hasSuffix(".gpg")
  }

  /// Whether the bytes are a CMS message with enveloped data (RFC 5652): its object identifier stands at the start.
  static func isEnveloped(_ bytes: some Collection<UInt8>) -> Bool {
    let head = Array(bytes.prefix(64))
    return envelopes.contains { head.containsBytes($0) }
  }

  /// 1.2.840.113549.1.7.3 (enveloped data), 1.2.840.113549.1.9.16.1.23 (authenticated enveloped data).
  private static let envelopes: [[UInt8]] = [
    [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03],
    [0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x17],
  ]
}
