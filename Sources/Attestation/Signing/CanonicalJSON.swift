import Foundation

/// JSON with one text for one value: sorted members, no white space, slashes as they are.
public enum CanonicalJSON {
  public static func encode(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  /// Decodes a value whose canonical text is exactly `data`; nil for duplicated or unknown members,
  /// other white space or order, or a text that does not fit the type.
  public static func decode<Value: Codable>(_ type: Value.Type, from data: Data) -> Value? {
    do {
      let value = try JSONDecoder().decode(type, from: data)
      return try encode(value) == data ? value : nil
    } catch {
      return nil
    }
  }
}
