import Foundation

/// A text file of signed answers: one compact JWS a line; empty lines and `#` comments do not count.
public enum AnswerFile {
  /// Bytes of the largest file that is read.
  public static let maximumSize = 4 << 20

  /// The signed texts with their line numbers from 1, not verified.
  ///
  /// Throws `KeyFileError`, for a file that trust rests on (`isTrusted`) also where others may write it.
  public static func read(
    _ path: String, isTrusted: Bool = false
  ) throws(KeyFileError) -> [(line: Int, jws: String)] {
    let data = try KeyFile.bytes(path, limit: maximumSize) { info in
      isTrusted && info.st_mode & 0o002 != 0 ? .writableByOthers : nil
    }
    return try lines(of: data, path)
  }

  /// The signed texts of a file's bytes; `path` is its name in errors.
  public static func lines(
    of data: some Sequence<UInt8>, _ path: String
  ) throws(KeyFileError) -> [(line: Int, jws: String)] {
    let data = Array(data)
    guard let text = String(validating: data, as: UTF8.self) else { throw KeyFileError(path, .notText) }
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    return lines.enumerated().compactMap { number, line in
      let jws = line.trimmingCharacters(in: .whitespaces)
      return jws.isEmpty || jws.hasPrefix("#") ? nil : (number + 1, jws)
    }
  }
}
