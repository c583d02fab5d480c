import Markings

/// Collects the paragraphs of WordprocessingML, DrawingML and ODF: the runs of one paragraph joined, nested ones apart.
final class ParagraphReader: SaxHandler {
  /// How an element decides the part in which its paragraphs stand.
  typealias Place = (String) -> TextPart.Kind?

  private(set) var parts: [TextPart.Kind: [String]] = [:]
  private var open: [(text: String, kind: TextPart.Kind)] = []
  private var kinds: [TextPart.Kind]
  private var places: [Int] = []
  private var depth = 0
  private let place: Place
  /// Elements whose text counts; nil where all text inside a paragraph does.
  private let textElements: Set<String>?
  private var textDepth = 0

  init(_ kind: TextPart.Kind, textElements: Set<String>?, place: @escaping Place) {
    kinds = [kind]
    self.textElements = textElements
    self.place = place
  }

  func start(_ name: String, _ attributes: [String: String]) {
    depth += 1
    if let kind = place(name) {
      kinds.append(kind)
      places.append(depth)
    }
    switch name {
    case "p", "h": open.append(("", kinds.last ?? .body))
    case "tab": add("\t")
    case "br", "cr", "line-break": breakLine()
    case "noBreakHyphen": add("-")
    case "s": add(String(repeating: " ", count: min(64, attributes["c"].flatMap { Int($0) } ?? 1)))
    case "textpath":
      if let text = attributes["string"] { parts[.textBox, default: []].append(text) }
    default: break
    }
    if textElements?.contains(name) == true { textDepth += 1 }
  }

  func text(_ text: String) {
    if textElements == nil || textDepth > 0 { add(text) }
  }

  func end(_ name: String) {
    if textElements?.contains(name) == true { textDepth -= 1 }
    if name == "p" || name == "h", let paragraph = open.popLast() {
      parts[paragraph.kind, default: []].append(paragraph.text)
    }
    if places.last == depth {
      places.removeLast()
      kinds.removeLast()
    }
    depth -= 1
  }

  private func add(_ text: String) {
    guard !open.isEmpty else { return }
    open[open.count - 1].text += text
  }

  private func breakLine() {
    guard let paragraph = open.last else { return }
    parts[paragraph.kind, default: []].append(paragraph.text)
    open[open.count - 1].text = ""
  }
}
