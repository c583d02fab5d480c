import Crypto
import Facts
import Glibc
import LinuxHost

/// Digests of open files, in hex, whatever their read position.
enum FileDigest {
  static func sha256(_ file: OpenFile) throws(FileError) -> String { try digest(file, SHA256()) }

  /// The digest that package databases keep; it proves nothing against an attacker.
  static func md5(_ file: OpenFile) throws(FileError) -> String { try digest(file, Insecure.MD5()) }

  private static func digest(_ file: OpenFile, _ start: some HashFunction) throws(FileError) -> String {
    var hash = start
    _ = try FileBytes().firstPiece(of: file, overlap: 0) {
      hash.update(bufferPointer: $0); return false
    }
    return hash.finalize().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
