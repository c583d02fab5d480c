import CP11Kit

/// Which key of which token is meant (RFC 7512), as p11-kit reads it.
public final class TokenAddress {
  let uri: OpaquePointer

  /// Whether a text means a token rather than a file.
  public static func isAddress(_ text: String) -> Bool { text.lowercased().hasPrefix("pkcs11:") }

  /// Throws `TokenError` for a malformed address and for one that carries a PIN.
  public init(_ text: String) throws(TokenError) {
    guard let uri = p11_kit_uri_new() else { throw .notAnAddress(text) }
    self.uri = uri
    guard p11_kit_uri_parse(text, P11_KIT_URI_FOR_OBJECT_ON_TOKEN, uri) == Int32(P11_KIT_URI_OK.rawValue),
      p11_kit_uri_any_unrecognized(uri) == 0
    else { throw .notAnAddress(text) }
    guard p11_kit_uri_get_pin_value(uri) == nil, p11_kit_uri_get_pin_source(uri) == nil else {
      throw .pinInAddress
    }
  }

  deinit { p11_kit_uri_free(uri) }

  /// Path of the module that the address names.
  var modulePath: String? { p11_kit_uri_get_module_path(uri).map { String(cString: $0) } }

  func matches(_ token: inout CK_TOKEN_INFO) -> Bool { p11_kit_uri_match_token_info(uri, &token) == 1 }

  /// The attributes of the key that the address names: label and identifier.
  var attributes: [(type: CK_ATTRIBUTE_TYPE, value: [UInt8])] {
    [CK_ATTRIBUTE_TYPE(CKA_LABEL), CK_ATTRIBUTE_TYPE(CKA_ID)].compactMap { type in
      guard let found = p11_kit_uri_get_attribute(uri, type) else { return nil }
      return (
        type, Array(UnsafeRawBufferPointer(start: found.pointee.pValue, count: Int(found.pointee.ulValueLen)))
      )
    }
  }
}
