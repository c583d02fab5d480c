import Markings
import ParseWire

/// The text of a document, and how complete it is.
struct Extract {
  var type: FileType
  var parts: [TextPart]
  /// More text whose lines are not yet apart.
  var texts: [RawText] = []
  /// Pages, 0 where the format has none.
  var pages = 0
  /// Pages that hold a picture and no text.
  var imagePages = 0
  /// Set where only a part could be read.
  var isPartial = false

  init(_ type: FileType, _ parts: [TextPart] = []) {
    self.type = type
    self.parts = parts
  }
}
