import Markings

/// Where the text of an RTF group goes.
enum RtfPlace: Equatable {
  case text(TextPart.Kind)
  /// Entries of the font table.
  case fonts
  /// A field's instruction: text of its own beside the running text.
  case instruction
  /// One document property; the name stands before its value.
  case property(String)
  /// Name and value of a property that the user defined.
  case userName
  case userValue
  /// Name and value of a property of a shape.
  case shapeName
  case shapeValue
  /// The data of an embedded object, as hexadecimal digits.
  case data
  case nothing

  /// What a destination's control word leads to; nil for words that are no destination.
  static func destination(_ word: String) -> RtfPlace? { destinations[word] }

  /// Destinations that leave the place as it is, though they may bear the mark of those to be skipped when unknown.
  static func isTransparent(_ word: String) -> Bool { transparent.contains(word) }

  private static let destinations: [String: RtfPlace] = {
    var table: [String: RtfPlace] = [
      "fonttbl": .fonts, "fldinst": .instruction, "objdata": .data, "propname": .userName,
      "staticval": .userValue, "docvar": .property("docvar"), "sn": .shapeName, "sv": .shapeValue,
      "title": .text(.subject), "subject": .text(.subject),
      "header": .text(.header), "headerl": .text(.header), "headerr": .text(.header),
      "headerf": .text(.header), "footer": .text(.footer), "footerl": .text(.footer),
      "footerr": .text(.footer), "footerf": .text(.footer), "footnote": .text(.note),
      "annotation": .text(.comment), "shptxt": .text(.textBox), "dptxbxtext": .text(.textBox),
      "ffdeftext": .text(.formField), "ffhelptext": .text(.formField), "ffstattext": .text(.formField),
      "ffl": .text(.formField), "bkmkstart": .text(.label),
    ]
    let properties = [
      "author", "operator", "keywords", "doccomm", "comment", "category", "manager", "company", "hlinkbase",
    ]
    for name in properties { table[name] = .property(name) }
    let skipped = [
      "colortbl", "stylesheet", "listtable", "listoverridetable", "rsidtbl", "generator", "latentstyles",
      "themedata", "colorschememapping", "datastore", "xmlnstbl", "pgptbl", "revtbl", "filetbl", "pict",
      "nonshppict", "atnid", "atnauthor", "atntime", "atndate", "atnref", "atnparent", "bkmkend",
      "falt", "panose", "fontemb", "objclass", "objname", "objtime", "leveltext", "levelnumbers", "pntxta",
      "pntxtb", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "creatim", "revtim", "printim",
      "buptim", "blipuid", "htmltag", "mhtmltag", "template", "datafield",
    ]
    for name in skipped { table[name] = .nothing }
    return table
  }()

  private static let transparent: Set<String> = [
    "shppict", "shpinst", "shp", "shpgrp", "do", "background", "picprop", "ud", "userprops", "formfield",
    "sp",
    "moMath", "moMathPara", "moMathParaPr", "mr", "oMath", "shprslt", "fldrslt", "field", "object", "result",
    "linkval", "info",
  ]
}
