/// Says whether an element occurs.
final class ElementFinder: SaxHandler {
  private(set) var isFound = false
  private let name: String

  init(_ name: String) { self.name = name }

  func start(_ name: String, _ attributes: [String: String]) { isFound = isFound || name == self.name }
  func text(_ text: String) {}
  func end(_ name: String) {}
}
