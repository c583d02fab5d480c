import Facts
import LinuxHost
import Yaml

/// A file of the rules folder with data that changes with time.
enum DataFile {
  /// Decodes a YAML file strictly: an unknown key is refused.
  ///
  /// Throws `FileError` if the file is not there, and a failure with file, line and column if it is malformed.
  static func decode<T: Decodable>(
    _ type: T.Type, _ name: String, _ options: CollectorOptions
  ) throws -> T {
    try decode(type, name, in: options.rules)
  }

  static func decode<T: Decodable>(_ type: T.Type, _ name: String, in rules: String) throws -> T {
    try decode(type, name, in: FileTree(root: rules))
  }

  /// Decodes every YAML file of a folder, by name, or what stands in it before the key `upTo`.
  static func all<T: Decodable>(
    _ type: T.Type, in folder: String, _ options: CollectorOptions, upTo last: String? = nil
  ) throws -> [(name: String, value: T)] {
    let tree = try FileTree(root: options.rules)
    return try tree.list(folder).filter { $0.hasSuffix(".yaml") }.map { name in
      (String(name.dropLast(5)), try decode(type, "\(folder)/\(name)", in: tree, upTo: last))
    }
  }

  private static func decode<T: Decodable>(
    _ type: T.Type, _ name: String, in tree: FileTree, upTo last: String? = nil
  ) throws -> T {
    let text = try tree.text(name)
    do {
      return try StrictDecoder.decode(type, from: text, upTo: last)
    } catch let refusal as StrictRefusal {
      throw failure("\(name):\(refusal.line):\(refusal.column): \(refusal.problem)")
    }
  }

  private static func failure(_ problem: String) -> CollectionFailure {
    CollectionFailure(.error, .damaged, detail: "rules/\(problem)")
  }
}
