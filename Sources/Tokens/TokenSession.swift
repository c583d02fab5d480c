import CP11Kit
import Foundation

/// A session with one plugged-in token.
final class TokenSession {
  private let module: TokenModule
  private let handle: CK_SESSION_HANDLE
  let slot: CK_SLOT_ID
  let info: CK_TOKEN_INFO

  private var functions: CK_FUNCTION_LIST { module.functions.pointee }

  /// Opens the one token that an address names.
  init(_ address: TokenAddress) throws(TokenError) {
    var found: [(TokenModule, CK_SLOT_ID, CK_TOKEN_INFO)] = []
    for module in try TokenModule.all(for: address) {
      for slot in try Self.slots(module) {
        var info = CK_TOKEN_INFO()
        guard module.functions.pointee.C_GetTokenInfo(slot, &info) == CKR_OK,
          info.flags & CK_FLAGS(CKF_TOKEN_INITIALIZED) != 0, address.matches(&info)
        else { continue }
        found.append((module, slot, info))
      }
    }
    guard let (module, slot, info) = found.first else { throw .absent }
    guard found.count == 1 else { throw .ambiguousToken }
    var handle = CK_SESSION_HANDLE()
    try Self.check(
      module.functions.pointee.C_OpenSession(slot, CK_FLAGS(CKF_SERIAL_SESSION), nil, nil, &handle))
    (self.module, self.slot, self.info, self.handle) = (module, slot, info, handle)
  }

  deinit { _ = functions.C_CloseSession(handle) }

  /// The name on the token.
  var label: String {
    withUnsafeBytes(of: info.label) { String(decoding: $0, as: UTF8.self) }
      .trimmingCharacters(in: .whitespaces)
  }

  /// Whether the PIN is typed on the reader itself.
  var hasKeypad: Bool { info.flags & CK_FLAGS(CKF_PROTECTED_AUTHENTICATION_PATH) != 0 }

  func login(_ pin: String?, context: Bool = false) throws(TokenError) {
    if info.flags & CK_FLAGS(CKF_USER_PIN_LOCKED) != 0 { throw .lockedPIN }
    let user = CK_USER_TYPE(context ? CKU_CONTEXT_SPECIFIC : CKU_USER)
    var bytes = Array((pin ?? "").utf8)
    let code =
      pin == nil
      ? functions.C_Login(handle, user, nil, 0)
      : functions.C_Login(handle, user, &bytes, CK_ULONG(bytes.count))
    guard code != CKR_USER_ALREADY_LOGGED_IN else { return }
    try checked(code)
  }

  /// Handles of the objects that have these attributes.
  func find(_ attributes: [(type: CK_ATTRIBUTE_TYPE, value: [UInt8])]) throws(TokenError)
    -> [CK_OBJECT_HANDLE]
  {
    var values = attributes.map { value in
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(value.value.count, 1))
      copy.initialize(from: value.value, count: value.value.count)
      return CK_ATTRIBUTE(type: value.type, pValue: copy, ulValueLen: CK_ULONG(value.value.count))
    }
    defer { for value in values { value.pValue.deallocate() } }
    try checked(functions.C_FindObjectsInit(handle, &values, CK_ULONG(values.count)))
    defer { _ = functions.C_FindObjectsFinal(handle) }
    var objects = [CK_OBJECT_HANDLE](repeating: 0, count: 64)
    var count: CK_ULONG = 0
    try checked(functions.C_FindObjects(handle, &objects, 64, &count))
    return Array(objects.prefix(Int(count)))
  }

  /// One attribute of an object; nil where the object has none or does not show it.
  func attribute(_ type: UInt, of object: CK_OBJECT_HANDLE) throws(TokenError) -> Data? {
    var asked = CK_ATTRIBUTE(type: CK_ATTRIBUTE_TYPE(type), pValue: nil, ulValueLen: 0)
    let code = functions.C_GetAttributeValue(handle, object, &asked, 1)
    if code == CKR_ATTRIBUTE_SENSITIVE || code == CKR_ATTRIBUTE_TYPE_INVALID { return nil }
    try checked(code)
    guard asked.ulValueLen != CK_ULONG.max, asked.ulValueLen < 1 << 16 else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(asked.ulValueLen))
    let again = bytes.withUnsafeMutableBytes { buffer in
      asked.pValue = buffer.baseAddress
      return functions.C_GetAttributeValue(handle, object, &asked, 1)
    }
    try checked(again)
    return Data(bytes.prefix(Int(asked.ulValueLen)))
  }

  /// A signature; `pin` is asked again by keys that want it each time.
  func sign(
    _ data: Data, with key: CK_OBJECT_HANDLE, mechanism: UInt, pin: (isWanted: Bool, text: String?)
  ) throws(TokenError) -> Data {
    var mechanism = CK_MECHANISM(mechanism: CK_MECHANISM_TYPE(mechanism), pParameter: nil, ulParameterLen: 0)
    try checked(functions.C_SignInit(handle, &mechanism, key))
    if pin.isWanted { try login(pin.text, context: true) }
    var input = Array(data)
    var output = [UInt8](repeating: 0, count: 1024)
    var count = CK_ULONG(output.count)
    try checked(functions.C_Sign(handle, &input, CK_ULONG(input.count), &output, &count))
    return Data(output.prefix(Int(count)))
  }

  /// Says that the token was removed where that is why a call failed.
  private func checked(_ code: CK_RV) throws(TokenError) {
    do throws(TokenError) {
      try Self.check(code)
    } catch {
      guard case .other = error else { throw error }
      var now = CK_TOKEN_INFO()
      guard functions.C_GetTokenInfo(slot, &now) == CKR_OK,
        now.flags & CK_FLAGS(CKF_TOKEN_INITIALIZED) != 0
      else { throw .removed }
      throw error
    }
  }

  private static func slots(_ module: TokenModule) throws(TokenError) -> [CK_SLOT_ID] {
    var slots = [CK_SLOT_ID](repeating: 0, count: 256)
    var count = CK_ULONG(slots.count)
    try check(module.functions.pointee.C_GetSlotList(1, &slots, &count))
    return Array(slots.prefix(Int(count)))
  }

  private static func check(_ code: CK_RV) throws(TokenError) {
    switch code {
    case CKR_OK: return
    case CKR_PIN_INCORRECT, CKR_PIN_INVALID, CKR_PIN_LEN_RANGE: throw .wrongPIN
    case CKR_PIN_LOCKED: throw .lockedPIN
    case CKR_PIN_EXPIRED, CKR_USER_PIN_NOT_INITIALIZED: throw .unsetPIN
    case CKR_DEVICE_REMOVED, CKR_TOKEN_NOT_PRESENT, CKR_TOKEN_NOT_RECOGNIZED, CKR_SESSION_CLOSED,
      CKR_SESSION_HANDLE_INVALID, CKR_OBJECT_HANDLE_INVALID:
      throw .removed
    default: throw .other(TokenModule.words(code))
    }
  }
}
