import GRDB
import Glibc

/// Why a register cannot be used.
public enum RegisterError: Error, Equatable {
  /// Another airseal writes it now.
  case busy(String)
  /// The kernel's error number.
  case system(String, Int32)
  case noStamp(String)
  /// The file is no register, or was damaged.
  case damaged(String)
  /// A stamp or record lies there already under the next number: the register is older than its files.
  case numberTaken(String)
  /// The clock stands before the last issue of the series, in Unix seconds.
  case clockSetBack(last: Int64)
  /// It was made void before.
  case alreadyVoid(String)
  /// A stamp that another key signed.
  case otherKey(String)
  /// A record or waiver that is here with another content.
  case otherEntry(String)
  /// The series is not one to eight capital letters and digits.
  case badSeries(String)
  /// Line and column of what is no register.
  case malformed(String, line: Int)
}

extension RegisterError {
  /// Does something with a database, and names what SQLite has against it by the file.
  static func naming<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      switch error.resultCode {
      case .SQLITE_FULL: throw system(path, ENOSPC)
      case .SQLITE_READONLY: throw system(path, EROFS)
      case .SQLITE_IOERR: throw system(path, EIO)
      case .SQLITE_CANTOPEN, .SQLITE_PERM: throw system(path, EACCES)
      case .SQLITE_BUSY, .SQLITE_LOCKED: throw busy(path)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: throw damaged(path)
      default: throw error
      }
    }
  }
}
