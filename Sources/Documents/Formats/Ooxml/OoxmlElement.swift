/// The elements of Office Open XML (ECMA-376), VML and their extensions that place, style or hold text, by local name.
enum OoxmlElement: String, CaseIterable {
  // Paragraphs and what counts as one.
  case p, text, si, `is`, comment, div
  // Text.
  case t, delText, v, font
  // Field codes.
  case instrText, delInstrText
  // Single characters.
  case tab, ptab, br, cr, noBreakHyphen
  // Places.
  case txbxContent, textpath, textbox
  // Tracked changes.
  case del, ins, moveFrom, moveTo
  // Runs.
  case r, fld, rPr, vanish, rFonts, rFont, latin, caps, smallCaps, defRPr, endParaRPr, pPr, pStyle, rStyle
  // Names and texts that stand for something.
  case docPr, cNvPr, cSld, `default`, rPh, hlinkClick, hyperlink, bookmarkStart
  // Tables.
  case tr, tc
  // Alternatives.
  case choice = "Choice"
  case fallback = "Fallback"
  // Sheets.
  case c, f, row
  case oddHeader, oddFooter, evenHeader, evenFooter, firstHeader, firstFooter
  case dataValidation

  static let vocabulary = XmlVocabulary(allCases.map(\.rawValue))
  private static let all = Array(allCases)

  /// nil for a name that is not known.
  init?(code: UInt8) {
    guard code > 0, Int(code) <= Self.all.count else { return nil }
    self = Self.all[Int(code) - 1]
  }
}
