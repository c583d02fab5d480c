import Foundation
import Glibc

/// Reading and writing of small files that trust rests on.
enum KeyFile {
  static let maximumSize = 8192

  static func read(_ path: String, isSecret: Bool = false) throws(KeyFileError) -> JWK {
    let data = try bytes(path, limit: maximumSize) { info in
      if isSecret, let cause = exposure(info) { return cause }
      return info.st_mode & 0o002 != 0 ? .writableByOthers : nil
    }
    let object: Any
    let jwk: JWK
    do {
      object = try JSONSerialization.jsonObject(with: data)
      jwk = try JSONDecoder().decode(JWK.self, from: data)
    } catch {
      throw KeyFileError(path, .notAKey)
    }
    guard let members = object as? [String: Any] else { throw KeyFileError(path, .notAKey) }
    if let unknown = members.keys.sorted().first(where: { !JWK.members.contains($0) }) {
      throw KeyFileError(path, .malformed(quoted(unknown)))
    }
    return jwk
  }

  /// Whether others than the caller or root could read a private key.
  static func exposure(_ info: stat) -> KeyFileError.Cause? {
    info.st_mode & 0o077 != 0 || (info.st_uid != geteuid() && info.st_uid != 0) ? .exposed : nil
  }

  /// The whole of a regular file of at most `limit` bytes; a FIFO or device is refused without waiting.
  static func bytes(
    _ path: String, limit: Int, check: (stat) -> KeyFileError.Cause? = { _ in nil }
  ) throws(KeyFileError) -> Data {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw KeyFileError(path, .system(errno)) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw KeyFileError(path, .system(errno)) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw KeyFileError(path, .notRegularFile) }
    if let cause = check(info) { throw KeyFileError(path, cause) }
    var data = Data()
    while data.count <= limit {
      var chunk = [UInt8](repeating: 0, count: 16384)
      let got = Glibc.read(descriptor, &chunk, chunk.count)
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw KeyFileError(path, .system(errno)) }
      if got == 0 { return data }
      data += chunk[..<got]
    }
    throw KeyFileError(path, .tooLarge)
  }

  static func write(_ jwk: JWK, to path: String, mode: mode_t) throws(KeyFileError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let data: Data
    do {
      data = try encoder.encode(jwk) + Data("\n".utf8)
    } catch {
      throw KeyFileError(path, .notAKey)
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard descriptor >= 0 else { throw KeyFileError(path, .system(errno)) }
    defer { close(descriptor) }
    var rest = [UInt8](data)[...]
    while !rest.isEmpty {
      let put = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if put < 0 && errno == EINTR { continue }
      guard put > 0 else { throw KeyFileError(path, .system(errno)) }
      rest = rest.dropFirst(put)
    }
    guard fsync(descriptor) == 0 else { throw KeyFileError(path, .system(errno)) }
  }
}
