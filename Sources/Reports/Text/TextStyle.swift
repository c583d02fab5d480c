/// Colours of a terminal (ECMA-48 SGR); nothing when colour is off.
enum TextStyle: String {
  case bold = "1"
  case dim = "2"
  case good = "1;97;42"
  case bad = "1;97;41"
  case open = "1;30;43"

  func apply(_ text: String, _ color: Bool) -> String {
    color ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
