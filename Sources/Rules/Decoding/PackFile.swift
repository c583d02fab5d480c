import Foundation

/// A file of the rules folder.
struct PackFile {
  /// Path below the folder.
  let name: String
  let data: Data
  let text: String

  /// Name without folder and extension.
  var stem: String {
    let last = name.utf8.split(separator: UInt8(ascii: "/")).last ?? name.utf8[...]
    return String(Substring(last.split(separator: UInt8(ascii: ".")).first ?? last))
  }

  /// Every regular file below a folder, by name; throws `RulePackError`.
  static func all(in folder: String) throws -> [PackFile] {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
      let names = manager.enumerator(atPath: folder)
    else { throw unreadable(".", "không phải thư mục đọc được", "is not a folder that can be read") }
    var files: [PackFile] = []
    for case let name as String in names {
      let path = folder + "/" + name
      guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw unreadable(name, "không đọc được tệp", "cannot be read")
      }
      if isFolder.boolValue { continue }
      guard let data = manager.contents(atPath: path) else {
        throw unreadable(name, "không đọc được tệp", "cannot be read")
      }
      guard let text = String(validating: data, as: UTF8.self) else {
        throw unreadable(name, "không phải UTF-8", "is not UTF-8")
      }
      files.append(PackFile(name: name, data: data, text: text))
    }
    return files.sorted { $0.name < $1.name }
  }

  private static func unreadable(_ name: String, _ vi: String, _ en: String) -> RulePackError {
    let message = LocalizedText(vi: vi, en: en)
    return RulePackError(problems: [RuleProblem(file: name, line: 1, column: 1, message: message)])
  }
}
