import Foundation
import Glibc

/// The public keys that this machine trusts, pinned as files in folders (`*.jwk`, one key each), and what was revoked.
public struct TrustStore: Sendable {
  private let keys: [String: PublicKey]
  public let revocations: RevocationList

  /// Reads every `*.jwk` and the revocation list of a folder; a folder that is not there trusts nobody.
  ///
  /// Throws `KeyFileError` that names the first file or folder that cannot be relied on, and `RevocationError`.
  public init(folder: String) throws { try self.init(folders: [folder]) }

  /// Reads several folders; where a key lies in more than one, the first folder says whose it is.
  public init(folders: [String]) throws {
    var keys: [String: PublicKey] = [:]
    var lists: [String] = []
    for folder in folders {
      let names = try Self.names(in: folder)
      keys.merge(try Self.keys(names, in: folder)) { first, _ in first }
      if names.contains(RevocationList.fileName) { lists.append("\(folder)/\(RevocationList.fileName)") }
    }
    var revocations = RevocationList()
    for path in lists { try revocations.read(path, keys: keys) }
    self.keys = keys
    self.revocations = revocations
  }

  /// Trusts the given keys and no folder.
  public init(keys: [PublicKey], revocations: RevocationList = RevocationList()) {
    self.keys = Dictionary(keys.map { ($0.kid, $0) }, uniquingKeysWith: { first, _ in first })
    self.revocations = revocations
  }

  /// The pinned keys, by name, then identifier.
  public var list: [PublicKey] {
    keys.values.sorted { ($0.name, $0.kid) < ($1.name, $1.kid) }
  }

  public func key(_ kid: String) -> PublicKey? { keys[kid] }

  /// Why a pinned key counts no more; nil where it does.
  public func revocation(ofKey kid: String) -> Revocation? { revocations.revocation(ofKey: kid) }

  /// Pins a public key: copies it into the folder (made with mode 0755 if need be) as `<kid>.jwk`.
  ///
  /// Throws `KeyFileError`, also if the key is pinned already.
  @discardableResult
  public static func trust(_ publicKeyFile: String, in folder: String) throws -> PublicKey {
    let key = try PublicKey(file: publicKeyFile)
    try makeFolder(folder)
    let store = try TrustStore(folder: folder)
    guard store.key(key.kid) == nil else { throw KeyFileError(publicKeyFile, .duplicate(folder)) }
    try key.write(to: folder + "/\(key.kid).jwk")
    return key
  }

  private static func makeFolder(_ path: String) throws(KeyFileError) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    let code = errno
    let parent = (path as NSString).deletingLastPathComponent
    guard code == ENOENT, !parent.isEmpty, parent != path else { throw KeyFileError(path, .system(code)) }
    try makeFolder(parent)
    guard mkdir(path, 0o755) == 0 else { throw KeyFileError(path, .system(errno)) }
  }

  private static func keys(_ names: [String], in folder: String) throws(KeyFileError) -> [String: PublicKey] {
    var keys: [String: PublicKey] = [:]
    var files: [String: String] = [:]
    for name in names where name.hasSuffix(".jwk") {
      let path = "\(folder)/\(name)"
      let key = try PublicKey(file: path)
      if let other = files.updateValue(path, forKey: key.kid) {
        throw KeyFileError(path, .duplicate(other))
      }
      keys[key.kid] = key
    }
    return keys
  }

  private static func names(in folder: String) throws(KeyFileError) -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw KeyFileError(folder, .system(errno))
    }
    defer { closedir(stream) }
    var info = stat()
    guard fstat(dirfd(stream), &info) == 0 else { throw KeyFileError(folder, .system(errno)) }
    guard info.st_mode & 0o002 == 0 else { throw KeyFileError(folder, .writableByOthers) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw KeyFileError(folder, .system(errno)) }
    return names.sorted()
  }
}
