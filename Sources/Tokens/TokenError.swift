import Glibc

/// Why a token (PKCS#11) does not sign.
public enum TokenError: Error, Equatable, Sendable {
  /// Not an address as RFC 7512 has it.
  case notAnAddress(String)
  /// The address carries a PIN, which others could read.
  case pinInAddress
  /// No file of the module is there.
  case moduleAbsent(String)
  /// Others could replace the module, or its path is not absolute.
  case moduleNotTrusted(String)
  /// The module cannot be loaded or started.
  case moduleFails(String, String)
  /// No module is named and none is configured on this machine.
  case noModule
  /// No token that the address names is plugged in.
  case absent
  /// Several tokens fit the address.
  case ambiguousToken
  case wrongPIN
  case lockedPIN
  /// The token has no PIN yet, or wants another one first.
  case unsetPIN
  /// The token went away while it was in use.
  case removed
  /// The token holds no private key that the address names.
  case noKey
  /// Several private keys fit the address.
  case ambiguousKey
  /// The key is of a kind or size that is not accepted.
  case unsupportedKey
  /// The key is not the one that was registered.
  case otherKey
  /// What the module answered, by the name of PKCS#11.
  case other(String)
}

extension TokenError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAnAddress(let text): "“\(text)” is no address of a token's key (pkcs11:token=…;object=…)"
    case .pinInAddress: "the address of the token holds a PIN; leave it out, it is asked for"
    case .moduleAbsent(let path): "there is no PKCS#11 module \(path)"
    case .moduleNotTrusted(let path):
      "the PKCS#11 module \(path) is not used: its path must be absolute, and only its owner may be able to change it"
    case .moduleFails(let path, let reason): "the PKCS#11 module \(path) does not work: \(reason)"
    case .noModule:
      "no PKCS#11 module is configured on this machine; name one with ?module-path= in the address"
    case .absent: "the token is not plugged in"
    case .ambiguousToken: "several tokens fit the address; add serial= to it"
    case .wrongPIN: "wrong PIN; after several wrong ones the token locks itself"
    case .lockedPIN: "the PIN of the token is locked; whoever issued the token can unlock it"
    case .unsetPIN: "the token needs a new PIN first; set it with the program that came with the token"
    case .removed: "the token was removed; plug it in and try again"
    case .noKey: "the token holds no such signing key"
    case .ambiguousKey: "several keys of the token fit the address; add object= or id= to it"
    case .unsupportedKey: "the key of the token is not RSA of 2048 bits or more, nor P-256"
    case .otherKey: "the key on the token is not the registered one"
    case .other(let name): "the token does not work: \(name)"
    }
  }

  /// The reason in Vietnamese.
  public var vietnamese: String {
    switch self {
    case .notAnAddress(let text): "“\(text)” không phải địa chỉ khoá trong token (pkcs11:token=…;object=…)"
    case .pinInAddress: "địa chỉ token có chứa mã PIN; bỏ mã PIN ra, airseal sẽ hỏi"
    case .moduleAbsent(let path): "không có mô-đun PKCS#11 \(path)"
    case .moduleNotTrusted(let path):
      "không dùng mô-đun PKCS#11 \(path): phải là đường dẫn tuyệt đối và chỉ chủ sở hữu sửa được"
    case .moduleFails(let path, let reason): "mô-đun PKCS#11 \(path) không hoạt động: \(reason)"
    case .noModule:
      "máy này chưa cấu hình mô-đun PKCS#11 nào; chỉ rõ bằng ?module-path= trong địa chỉ token"
    case .absent: "chưa cắm token"
    case .ambiguousToken: "có nhiều token khớp với địa chỉ; thêm serial= vào địa chỉ"
    case .wrongPIN: "sai mã PIN; nhập sai nhiều lần token sẽ tự khoá"
    case .lockedPIN: "mã PIN của token đã bị khoá; liên hệ nơi cấp token để mở khoá"
    case .unsetPIN: "token cần đặt mã PIN mới trước; dùng phần mềm kèm theo token"
    case .removed: "token đã bị rút ra; cắm lại rồi thử lại"
    case .noKey: "token không có khoá ký như vậy"
    case .ambiguousKey: "token có nhiều khoá khớp với địa chỉ; thêm object= hoặc id= vào địa chỉ"
    case .unsupportedKey: "khoá trong token không phải RSA từ 2048 bit trở lên hay P-256"
    case .otherKey: "khoá trong token không phải khoá đã đăng ký"
    case .other(let name): "token không hoạt động: \(name)"
    }
  }
}
