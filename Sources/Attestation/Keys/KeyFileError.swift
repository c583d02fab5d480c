import Glibc

/// Why a key file or answer file cannot be used; it names the file.
public struct KeyFileError: Error, Equatable, Sendable {
  public let path: String
  public let cause: Cause

  public enum Cause: Equatable, Sendable {
    /// The kernel's error number.
    case system(Int32)
    case notRegularFile
    case tooLarge
    /// Not JSON, or not the members of a key.
    case notAKey
    /// A member that is not what it must be.
    case malformed(String)
    /// Not a key for signatures of a kind that is accepted.
    case unsupported
    /// Bits of an RSA key that is too short.
    case weak(Int)
    case wrongPassphrase
    /// The private key is kept by a token.
    case onToken
    /// Group or others may read a private key, or it belongs to another user.
    case exposed
    /// Others than its owner may write a file or folder that trust rests on.
    case writableByOthers
    /// A private key where a public one is expected.
    case isPrivate
    /// A public key where a private one is expected.
    case isPublic
    /// The same key stands in another file of the folder.
    case duplicate(String)
    /// A private key of another kind, where only Ed25519 is kept in files.
    case notEd25519
    /// A private key below a passphrase in a way that is not read (other than PBES2 with AES).
    case foreignPassphrase
    /// A key file of airseal where that of another program is expected.
    case ownKey
    /// Not text in UTF-8.
    case notText
  }

  init(_ path: String, _ cause: Cause) {
    self.path = path
    self.cause = cause
  }
}

extension KeyFileError: CustomStringConvertible {
  public var description: String {
    let reason =
      switch cause {
      case .system(let code): String(cString: strerror(code))
      case .notRegularFile: "not a regular file"
      case .tooLarge: "too large"
      case .notAKey: "not a key file (JSON Web Key)"
      case .malformed(let member): "the member \(member) of the key is wrong"
      case .unsupported: "not a key for signatures of a kind that is accepted (Ed25519, P-256, RSA)"
      case .weak(let bits): "an RSA key of \(bits) bits is too weak, 2048 are needed"
      case .wrongPassphrase: "wrong passphrase, or the key file is damaged"
      case .onToken: "the private key is kept by a token"
      case .exposed: "the private key must belong to you and have mode 0600"
      case .writableByOthers: "others may write it; remove that right first"
      case .isPrivate: "a private key where a public key is expected"
      case .isPublic: "a public key where a private key is expected"
      case .duplicate(let other): "the same key as in \(other)"
      case .notEd25519:
        "only Ed25519 keys are kept in files; RSA and P-256 keys are used from a token (--pkcs11)"
      case .foreignPassphrase:
        "the passphrase is of a kind that is not read; take it off first: openssl pkey -in FILE -out NEW"
      case .ownKey: "is a key file of airseal already; use it with --key"
      case .notText: "not text in UTF-8"
      }
    return "\(path): \(reason)"
  }

  /// The reason in Vietnamese.
  public var vietnamese: String {
    let reason =
      switch cause {
      case .system(ENOENT): "không có tệp này"
      case .system(EACCES), .system(EPERM): "không có quyền truy cập"
      case .system(EEXIST): "tệp đã có, không ghi đè"
      case .system(let code): String(cString: strerror(code))
      case .notRegularFile: "không phải tệp thông thường"
      case .tooLarge: "tệp quá lớn"
      case .notAKey: "không phải tệp khoá (JSON Web Key)"
      case .malformed(let member): "mục \(member) của khoá không đúng"
      case .unsupported: "không phải khoá ký thuộc loại được chấp nhận (Ed25519, P-256, RSA)"
      case .weak(let bits): "khoá RSA \(bits) bit quá yếu, cần ít nhất 2048 bit"
      case .wrongPassphrase: "sai mật khẩu của khoá, hoặc tệp khoá bị hỏng"
      case .onToken: "khoá bí mật nằm trong thiết bị lưu khoá (token)"
      case .exposed: "khoá bí mật phải thuộc về người dùng hiện tại và có quyền 0600"
      case .writableByOthers: "người khác có quyền ghi; cần bỏ quyền đó trước"
      case .isPrivate: "là khoá bí mật, ở đây cần khoá công khai"
      case .isPublic: "là khoá công khai, ở đây cần khoá bí mật"
      case .duplicate(let other): "trùng với khoá trong \(other)"
      case .notEd25519: "chỉ lưu khoá Ed25519 trong tệp; khoá RSA, P-256 dùng qua token (--pkcs11)"
      case .foreignPassphrase:
        "cách bảo vệ bằng mật khẩu này không đọc được; bỏ mật khẩu trước: openssl pkey -in TỆP -out TỆP_MỚI"
      case .ownKey: "đã là tệp khoá của airseal; dùng ngay với --key"
      case .notText: "không phải văn bản UTF-8"
      }
    return "\(path): \(reason)"
  }
}
