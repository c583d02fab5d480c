import Markings

/// Collects the lines of a document by part.
struct TextParts {
  private static let kinds = TextPart.Kind.allCases
  private var buffers = [[UInt8]](repeating: [], count: kinds.count)
  private var echoes = [[UInt8]](repeating: [], count: kinds.count)
  private(set) var texts: [RawText] = []
  var page: Int?

  /// Adds a line; line feeds in it make it several.
  mutating func add(_ kind: TextPart.Kind, _ line: some Collection<UInt8>) {
    let index = kind.place
    buffers[index].append(contentsOf: line)
    buffers[index].append(0x0A)
  }

  mutating func add(_ kind: TextPart.Kind, _ line: String) { add(kind, line.utf8) }

  /// Adds a line that repeats, in another form, what another line holds.
  mutating func add(echo line: some Collection<UInt8>, _ kind: TextPart.Kind) {
    echoes[kind.place].append(contentsOf: line)
    echoes[kind.place].append(0x0A)
  }

  /// Adds a line that is one of several, unless it is empty.
  mutating func add(_ kind: TextPart.Kind, name: String, value: String) {
    if !value.isEmpty { add(kind, "\(name)=\(value)") }
  }

  /// How many bytes a part has on this page so far.
  func size(_ kind: TextPart.Kind) -> Int { buffers[kind.place].count }

  /// Takes back what a part got after it had `size` bytes, where the same bytes stand just before.
  mutating func dropRepeat(_ kind: TextPart.Kind, from size: Int, of earlier: Range<Int>) {
    let buffer = buffers[kind.place]
    guard earlier.upperBound <= size, buffer[size...].elementsEqual(buffer[earlier]) else { return }
    buffers[kind.place].removeLast(buffer.count - size)
  }

  /// Ends a page; what comes next belongs to `page`.
  mutating func turn(to page: Int?) {
    for (index, kind) in Self.kinds.enumerated() where !buffers[index].isEmpty {
      texts.append(RawText(kind: kind, page: self.page, bytes: buffers[index]))
      buffers[index] = []
    }
    for (index, kind) in Self.kinds.enumerated() where !echoes[index].isEmpty {
      texts.append(RawText(kind: kind, page: self.page, bytes: echoes[index], isEcho: true))
      echoes[index] = []
    }
    self.page = page
  }

  mutating func append(_ other: TextParts) {
    var other = other
    other.turn(to: nil)
    texts += other.texts
  }

  /// Everything collected.
  mutating func finished() -> [RawText] {
    turn(to: nil)
    return texts
  }
}

extension TextPart.Kind {
  /// Place among all kinds.
  var place: Int {
    switch self {
    case .body: 0
    case .header: 1
    case .footer: 2
    case .comment: 3
    case .note: 4
    case .textBox: 5
    case .watermark: 6
    case .sheetName: 7
    case .formField: 8
    case .label: 9
    case .deleted: 10
    case .hidden: 11
    case .property: 12
    case .subject: 13
    case .name: 14
    }
  }
}
