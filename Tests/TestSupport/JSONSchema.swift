import Foundation

/// Validates JSON against a JSON Schema (draft 2020-12), as far as our published schemas use it.
///
/// A keyword that it does not know is an error, so that no schema is validated by halves.
public struct JSONSchema {
  private let root: [String: Any]

  public struct Unsupported: Error, CustomStringConvertible {
    public let description: String
  }

  public init(_ data: Data) throws {
    guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw Unsupported(description: "the schema is not an object")
    }
    self.root = root
  }

  /// What is wrong with a JSON text, each with its place; empty if it is valid.
  public func problems(_ data: Data) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed])
    return try problems(value, root, "$")
  }

  private static let ignored: Set<String> = ["$schema", "$id", "$defs", "title", "description"]
  private static let known: Set<String> = [
    "$ref", "type", "enum", "const", "properties", "required", "additionalProperties", "items", "pattern",
    "minimum", "maximum", "minItems", "minLength", "propertyNames",
  ]

  private func problems(_ value: Any, _ schema: [String: Any], _ place: String) throws -> [String] {
    if let unknown = schema.keys.first(where: { !Self.known.contains($0) && !Self.ignored.contains($0) }) {
      throw Unsupported(description: "keyword \(unknown) at \(place)")
    }
    var found: [String] = []
    if let reference = schema["$ref"] as? String {
      guard let target = definition(reference) else { throw Unsupported(description: reference) }
      found += try problems(value, target, place)
    }
    if let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map({ [$0] }),
      !types.contains(where: { Self.fits(value, $0) })
    {
      return found + ["\(place): not \(types.joined(separator: " or "))"]
    }
    if let allowed = schema["enum"] as? [Any], !allowed.contains(where: { Self.equal($0, value) }) {
      found.append("\(place): not one of the allowed values")
    }
    if let constant = schema["const"], !Self.equal(constant, value) {
      found.append("\(place): not \(constant)")
    }
    if let text = value as? String { found += try problems(text: text, schema, place) }
    if let array = value as? [Any] { found += try problems(array: array, schema, place) }
    if let object = value as? [String: Any] { found += try problems(object: object, schema, place) }
    if Self.fits(value, "integer"), let number = value as? NSNumber {
      if let least = schema["minimum"] as? NSNumber, number.int64Value < least.int64Value {
        found.append("\(place): below \(least)")
      }
      if let most = schema["maximum"] as? NSNumber, number.int64Value > most.int64Value {
        found.append("\(place): above \(most)")
      }
    }
    return found
  }

  private func problems(text: String, _ schema: [String: Any], _ place: String) throws -> [String] {
    var found: [String] = []
    if let pattern = schema["pattern"] as? String, try text.firstMatch(of: Regex(pattern)) == nil {
      found.append("\(place): does not match \(pattern)")
    }
    if let least = schema["minLength"] as? Int, text.count < least { found.append("\(place): too short") }
    return found
  }

  private func problems(array: [Any], _ schema: [String: Any], _ place: String) throws -> [String] {
    var found: [String] = []
    if let least = schema["minItems"] as? Int, array.count < least { found.append("\(place): too few items") }
    guard let items = schema["items"] as? [String: Any] else { return found }
    for (index, item) in array.enumerated() { found += try problems(item, items, "\(place)[\(index)]") }
    return found
  }

  private func problems(object: [String: Any], _ schema: [String: Any], _ place: String) throws -> [String] {
    var found: [String] = []
    for name in schema["required"] as? [String] ?? [] where object[name] == nil {
      found.append("\(place): \(name) is missing")
    }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    for (name, member) in object.sorted(by: { $0.key < $1.key }) {
      if let names = schema["propertyNames"] as? [String: Any] {
        found += try problems(name, names, "\(place).\(name) (name)")
      }
      if let property = properties[name] {
        found += try problems(member, property, "\(place).\(name)")
      } else if let others = schema["additionalProperties"] as? [String: Any] {
        found += try problems(member, others, "\(place).\(name)")
      } else if schema["additionalProperties"] as? Bool == false {
        found.append("\(place): \(name) is unknown")
      }
    }
    return found
  }

  private func definition(_ reference: String) -> [String: Any]? {
    guard reference.hasPrefix("#/$defs/") else { return nil }
    return (root["$defs"] as? [String: [String: Any]])?[String(reference.dropFirst(8))]
  }

  private static func equal(_ a: Any, _ b: Any) -> Bool { NSObject.isEqual(a, b) }

  private static func fits(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": isBoolean(value)
    case "integer":
      !isBoolean(value) && (value as? NSNumber).map { $0.doubleValue.rounded() == $0.doubleValue } ?? false
    default: !isBoolean(value) && value is NSNumber
    }
  }

  private static func isBoolean(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
  }
}

extension NSObject {
  fileprivate static func isEqual(_ a: Any, _ b: Any) -> Bool {
    switch (a, b) {
    case (let a as String, let b as String): a == b
    case (let a as NSNumber, let b as NSNumber): a == b
    case (is NSNull, is NSNull): true
    default: false
    }
  }
}
