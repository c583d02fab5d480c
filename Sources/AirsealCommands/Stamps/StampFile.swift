import Foundation
import Stamping

/// Where a stamp lies that a user names by its file, or by its serial in the register.
enum StampFile {
  static func path(_ name: String, _ registers: RegisterFolder) -> String {
    let isFile = name.contains("/") || FileManager.default.fileExists(atPath: name)
    let kept = registers.stamp(name)
    return isFile || !FileManager.default.fileExists(atPath: kept) ? name : kept
  }
}
