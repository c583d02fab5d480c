import CYaml

extension YamlNode {
  /// The only document of a text.
  ///
  /// A key of the outermost mapping that is named by `upTo` ends the reading: an empty list stands for what it holds,
  /// and no other key may stand behind it.
  public init(yaml text: String, upTo last: String? = nil) throws(YamlFault) {
    let parser = YamlParser(text, last)
    self = try parser.document()
  }
}

/// Composes nodes from the events of libyaml.
private final class YamlParser {
  private static let depthLimit = 64
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
  private let text: [UInt8]
  private let last: String?
  private var depth = 0
  private var isCut = false

  init(_ text: String, _ last: String?) {
    self.text = Array(text.utf8)
    self.last = last
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    self.event.initialize(to: yaml_event_t())
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  func document() throws(YamlFault) -> YamlNode {
    var result: Result<YamlNode, YamlFault>?
    text.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      do throws(YamlFault) { result = .success(try root()) } catch { result = .failure(error) }
    }
    guard let result else { throw fault(.empty) }
    return try result.get()
  }

  private func root() throws(YamlFault) -> YamlNode {
    while event.pointee.type != YAML_DOCUMENT_START_EVENT {
      try next()
      if event.pointee.type == YAML_STREAM_END_EVENT { throw fault(.empty) }
    }
    try next()
    let root = try node()
    if isCut { return root }
    try next()
    try next()
    guard event.pointee.type == YAML_STREAM_END_EVENT else { throw fault(.notRead("a second document")) }
    return root
  }

  /// The node that begins with the present event.
  private func node() throws(YamlFault) -> YamlNode {
    let start = event.pointee.start_mark
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else { throw fault(.notRead("a nest so deep")) }
    let content: YamlNode.Content
    switch event.pointee.type {
    case YAML_SCALAR_EVENT: content = try scalar()
    case YAML_SEQUENCE_START_EVENT: content = try list()
    case YAML_MAPPING_START_EVENT: content = try mapping()
    case YAML_ALIAS_EVENT: throw fault(.notRead("an alias"))
    default: throw fault(.empty)
    }
    return YamlNode(content: content, line: start.line + 1, column: start.column + 1)
  }

  private func scalar() throws(YamlFault) -> YamlNode.Content {
    let scalar = event.pointee.data.scalar
    if scalar.tag != nil { throw fault(.notRead("a tag")) }
    let text = String(
      decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    let style: YamlNode.Style =
      switch scalar.style {
      case YAML_PLAIN_SCALAR_STYLE: .plain
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .quoted
      }
    return .scalar(text, style)
  }

  private func list() throws(YamlFault) -> YamlNode.Content {
    if event.pointee.data.sequence_start.tag != nil { throw fault(.notRead("a tag")) }
    var items: [YamlNode] = []
    try next()
    while event.pointee.type != YAML_SEQUENCE_END_EVENT {
      items.append(try node())
      try next()
    }
    return .list(items)
  }

  private func mapping() throws(YamlFault) -> YamlNode.Content {
    if event.pointee.data.mapping_start.tag != nil { throw fault(.notRead("a tag")) }
    var members: [YamlNode.Member] = []
    var names: Set<String> = []
    try next()
    while event.pointee.type != YAML_MAPPING_END_EVENT {
      let key = try node()
      if let name = key.scalar {
        if depth == 1, name == last {
          try requireEnd(after: key, name)
          isCut = true
          let nothing = YamlNode(content: .list([]), line: key.line, column: key.column)
          return .mapping(members + [YamlNode.Member(key: key, value: nothing)])
        }
        guard names.insert(name).inserted else {
          throw YamlFault(kind: .repeatedKey(name), line: key.line, column: key.column)
        }
      }
      try next()
      members.append(YamlNode.Member(key: key, value: try node()))
      try next()
    }
    return .mapping(members)
  }

  /// Every line behind the line of the last key belongs to its value: it is indented, an item, a comment or empty.
  private func requireEnd(after key: YamlNode, _ name: String) throws(YamlFault) {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated().dropFirst(key.line) {
      guard let first = line.first, !" -#\r".utf8.contains(first) else { continue }
      throw YamlFault(kind: .notLast(name), line: index + 1, column: 1)
    }
  }

  private func next() throws(YamlFault) {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else {
      event.pointee = yaml_event_t()
      let state = parser.pointee
      let words = state.problem.map { String(cString: $0) } ?? "unreadable"
      throw YamlFault(
        kind: .syntax(words), line: state.problem_mark.line + 1, column: state.problem_mark.column + 1)
    }
  }

  private func fault(_ kind: YamlFault.Kind) -> YamlFault {
    let mark = event.pointee.start_mark
    return YamlFault(kind: kind, line: mark.line + 1, column: mark.column + 1)
  }
}
