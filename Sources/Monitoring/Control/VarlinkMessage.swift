import Foundation

/// A call as a client sends it (varlink.org: one JSON object, ended by a zero byte).
struct VarlinkCall: Decodable {
  var method: String
  var parameters: VarlinkValue?
  /// Whether the client wants no answer.
  var oneway: Bool?
  /// Whether it takes several answers.
  var more: Bool?
  var upgrade: Bool?
}

/// One answer.
struct VarlinkReply: Encodable {
  var parameters: VarlinkValue
  /// Whether another answer follows.
  var continues: Bool?
  var error: String?
}

/// A value of a message.
enum VarlinkValue: Codable, Equatable, Sendable {
  case null
  case flag(Bool)
  case integer(Int64)
  case text(String)
  case list([VarlinkValue])
  case object([String: VarlinkValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = Self.first(container, Bool.self) {
      self = .flag(value)
    } else if let value = Self.first(container, Int64.self) {
      self = .integer(value)
    } else if let value = Self.first(container, String.self) {
      self = .text(value)
    } else if let value = Self.first(container, [VarlinkValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: VarlinkValue].self))
    }
  }

  private static func first<T: Decodable>(_ container: any SingleValueDecodingContainer, _ type: T.Type) -> T?
  {
    do { return try container.decode(type) } catch { return nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .flag(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  subscript(key: String) -> VarlinkValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  var text: String? { if case .text(let value) = self { value } else { nil } }
  var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
  var flag: Bool? { if case .flag(let value) = self { value } else { nil } }
}

/// An error that a method answers with.
struct VarlinkError: Error {
  let name: String
  var parameters: [String: VarlinkValue] = [:]

  static func unknownInterface(_ name: String) -> VarlinkError {
    VarlinkError(name: "org.varlink.service.InterfaceNotFound", parameters: ["interface": .text(name)])
  }

  static func unknownMethod(_ name: String) -> VarlinkError {
    VarlinkError(name: "org.varlink.service.MethodNotFound", parameters: ["method": .text(name)])
  }

  static func invalid(_ parameter: String) -> VarlinkError {
    VarlinkError(
      name: "org.varlink.service.InvalidParameter", parameters: ["parameter": .text(parameter)])
  }
}
