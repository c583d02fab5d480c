import Facts
import LinuxHost
import Yams

/// A file of the rules folder with data that changes with time.
enum DataFile {
  /// Decodes a YAML file; throws `FileError` if it is not there, and a failure with line and column if it is malformed.
  static func decode<T: Decodable>(
    _ type: T.Type, _ name: String, _ options: CollectorOptions
  ) throws -> T {
    let text = try FileTree(root: options.rules).text(name)
    do {
      return try YAMLDecoder().decode(type, from: text)
    } catch let error as YamlError {
      throw CollectionFailure(.error, .damaged, detail: "rules/\(name): \(error)")
    } catch let error as DecodingError {
      throw CollectionFailure(.error, .damaged, detail: "rules/\(name): \(error)")
    }
  }
}
