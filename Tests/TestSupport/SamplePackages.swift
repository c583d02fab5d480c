/// Members of office packages with a text in one place, for tests; `$` stands for the text.
public enum SamplePackages {
  /// A place in a document: how tests call it, which members it takes, and the part that must be named.
  public struct Place: Sendable, CustomStringConvertible {
    public let name: String
    public let part: String
    let members: [String: String]
    public var description: String { name }
  }

  /// A package of a format with a text in one place.
  public static func file(_ base: [String: String], _ place: Place, _ text: String) -> [UInt8] {
    var zip = ZipBuilder()
    if let type = base["mimetype"] { zip.add("mimetype", type) }
    let members = base.merging(place.members) { $1 }
    for (name, content) in members.sorted(by: { $0.key < $1.key }) where name != "mimetype" {
      zip.add(name, content.replacing("$", with: text))
    }
    return zip.finished()
  }

  static let word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  private static let types = ["[Content_Types].xml": "<Types/>"]

  public static let docx = types.merging(["word/document.xml": documentBody("<w:p/>")]) { $1 }
  public static let xlsx = types.merging(["xl/workbook.xml": "<workbook/>"]) { $1 }
  public static let pptx = types.merging(["ppt/presentation.xml": "<p:presentation/>"]) { $1 }

  public static func documentBody(_ content: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document \(word)><w:body>\(content)</w:body></w:document>"
  }

  private static func place(_ name: String, _ part: String, _ members: [String: String]) -> Place {
    Place(name: name, part: part, members: members)
  }

  private static let run = "<w:p><w:r><w:t>$</w:t></w:r></w:p>"

  public static let wordPlaces = [
    place("body", "body", ["word/document.xml": documentBody(run)]),
    place(
      "table", "body", ["word/document.xml": documentBody("<w:tbl><w:tr><w:tc>\(run)</w:tc></w:tr></w:tbl>")]),
    place(
      "content control", "body",
      ["word/document.xml": documentBody("<w:sdt><w:sdtContent>\(run)</w:sdtContent></w:sdt>")]),
    place(
      "text box", "text_box",
      [
        "word/document.xml": documentBody(
          "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>\(run)</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\(run)</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>x</w:t></w:r></w:p>"
        )
      ]),
    place(
      "watermark", "watermark",
      [
        "word/header1.xml":
          "<w:hdr \(word)><w:p><w:r><w:pict><v:shape><v:textpath style=\"font-family:&quot;Times&quot;\" string=\"$\"/></v:shape></w:pict></w:r></w:p></w:hdr>"
      ]),
    place("header", "header", ["word/header2.xml": "<w:hdr \(word)>\(run)</w:hdr>"]),
    place("footer", "footer", ["word/footer1.xml": "<w:ftr \(word)>\(run)</w:ftr>"]),
    place(
      "comment", "comment",
      ["word/comments.xml": "<w:comments \(word)><w:comment>\(run)</w:comment></w:comments>"]),
    place(
      "footnote", "note",
      ["word/footnotes.xml": "<w:footnotes \(word)><w:footnote>\(run)</w:footnote></w:footnotes>"]),
    place(
      "endnote", "note",
      ["word/endnotes.xml": "<w:endnotes \(word)><w:endnote>\(run)</w:endnote></w:endnotes>"]),
    place(
      "deleted", "deleted",
      [
        "word/document.xml": documentBody(
          "<w:p><w:del><w:r><w:delText>$</w:delText></w:r></w:del><w:ins><w:r><w:t>Thường</w:t></w:r></w:ins></w:p>"
        )
      ]),
    place(
      "inserted", "body",
      [
        "word/document.xml": documentBody(
          "<w:p><w:del><w:r><w:delText>Thường</w:delText></w:r></w:del><w:ins><w:r><w:t>$</w:t></w:r></w:ins></w:p>"
        )
      ]),
    place(
      "hidden", "hidden",
      [
        "word/document.xml": documentBody(
          "<w:p><w:r><w:t>Văn bản</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>$</w:t></w:r></w:p>")
      ]),
    place(
      "field", "body",
      [
        "word/document.xml": documentBody(
          "<w:p><w:r><w:fldChar/></w:r><w:r><w:instrText> DOCPROPERTY DoMat </w:instrText></w:r><w:r><w:t>$</w:t></w:r></w:p>"
        )
      ]),
    place(
      "chart", "text_box",
      [
        "word/charts/chart1.xml":
          "<c:chartSpace><c:title><a:p><a:r><a:t>$</a:t></a:r></a:p></c:title></c:chartSpace>"
      ]),
    place(
      "diagram", "text_box",
      [
        "word/diagrams/data1.xml":
          "<dgm:dataModel><dgm:t><a:p><a:r><a:t>$</a:t></a:r></a:p></dgm:t></dgm:dataModel>"
      ]),
    place(
      "title", "subject",
      ["docProps/core.xml": "<cp:coreProperties><dc:title>$</dc:title></cp:coreProperties>"]),
    place(
      "alternative text", "label",
      [
        "word/document.xml": documentBody(
          "<w:p><w:r><w:drawing><wp:docPr id=\"1\" name=\"x\" descr=\"$\"/></w:drawing></w:r></w:p>")
      ]),
    place(
      "form field", "form_field",
      [
        "word/document.xml": documentBody(
          "<w:p><w:r><w:fldChar><w:ffData><w:textInput><w:default w:val=\"$\"/></w:textInput></w:ffData></w:fldChar></w:r></w:p>"
        )
      ]),
    place("glossary", "text_box", ["word/glossary/document.xml": documentBody(run)]),
    place("data part", "text_box", ["customXml/item1.xml": "<form><x1>$</x1></form>"]),
  ]

  private static let strings = "<sst><si><t>Phần một</t></si><si><r><t>$</t></r></si></sst>"
  private static func sheet(_ content: String) -> String {
    "<worksheet><sheetData>\(content)</sheetData></worksheet>"
  }

  public static let sheetPlaces = [
    place(
      "shared string", "body",
      [
        "xl/sharedStrings.xml": strings,
        "xl/worksheets/sheet2.xml": sheet(
          "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>1</v></c><c r=\"H3\"><v>12</v></c></row>"),
      ]),
    place(
      "inline string", "body",
      ["xl/worksheets/sheet1.xml": sheet("<row><c r=\"A1\" t=\"inlineStr\"><is><t>$</t></is></c></row>")]),
    place(
      "formula result", "body",
      ["xl/worksheets/sheet1.xml": sheet("<row><c r=\"A1\" t=\"str\"><f>A2</f><v>$</v></c></row>")]),
    place("unused string", "hidden", ["xl/sharedStrings.xml": strings]),
    place(
      "print header", "header",
      [
        "xl/worksheets/sheet1.xml":
          "<worksheet><headerFooter><oddHeader>&amp;L&amp;\"Times New Roman,Bold\"&amp;13$&amp;RTrang &amp;P</oddHeader></headerFooter></worksheet>"
      ]),
    place(
      "print footer", "footer",
      [
        "xl/worksheets/sheet1.xml":
          "<worksheet><headerFooter><firstFooter>&amp;C$</firstFooter></headerFooter></worksheet>"
      ]),
    place(
      "sheet name", "sheet_name",
      ["xl/workbook.xml": "<workbook><sheets><sheet name=\"$\"/></sheets></workbook>"]),
    place(
      "constant", "label",
      [
        "xl/workbook.xml":
          "<workbook><definedNames><definedName name=\"x\">\"$\"</definedName></definedNames></workbook>"
      ]),
    place(
      "comment", "comment",
      [
        "xl/comments1.xml":
          "<comments><commentList><comment><text><r><t>$</t></r></text></comment></commentList></comments>"
      ]),
    place(
      "threaded comment", "comment",
      [
        "xl/threadedComments/threadedComment1.xml":
          "<ThreadedComments><threadedComment><text>$</text></threadedComment></ThreadedComments>"
      ]),
    place(
      "shape", "text_box",
      [
        "xl/drawings/drawing1.xml":
          "<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>$</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
      ]),
    place(
      "form control", "text_box",
      [
        "xl/drawings/vmlDrawing1.vml":
          "<xml><v:textbox><div style='x'><font face=\"Tahoma\">$</font></div></v:textbox></xml>"
      ]),
    place(
      "chart", "text_box",
      [
        "xl/charts/chart1.xml":
          "<c:chartSpace><c:cat><c:strCache><c:pt><c:v>$</c:v></c:pt></c:strCache></c:cat></c:chartSpace>"
      ]),
    place(
      "title", "subject",
      ["docProps/core.xml": "<cp:coreProperties><dc:title>$</dc:title></cp:coreProperties>"]),
    place(
      "validation prompt", "label",
      [
        "xl/worksheets/sheet1.xml":
          "<worksheet><dataValidations><dataValidation prompt=\"$\"/></dataValidations></worksheet>"
      ]),
  ]

  private static let shape =
    "<p:sp><p:txBody><a:p><a:r><a:rPr cap=\"all\"/><a:t>$</a:t></a:r></a:p></p:txBody></p:sp>"

  public static let slidePlaces = [
    place("slide", "body", ["ppt/slides/slide2.xml": "<p:sld><p:cSld>\(shape)</p:cSld></p:sld>"]),
    place(
      "slide table", "body",
      [
        "ppt/slides/slide1.xml":
          "<p:sld><a:tbl><a:tr><a:tc><a:p><a:r><a:t>$</a:t></a:r></a:p></a:tc></a:tr></a:tbl></p:sld>"
      ]),
    place("notes", "note", ["ppt/notesSlides/notesSlide1.xml": "<p:notes>\(shape)</p:notes>"]),
    place("master", "header", ["ppt/slideMasters/slideMaster1.xml": "<p:sldMaster>\(shape)</p:sldMaster>"]),
    place("layout", "header", ["ppt/slideLayouts/slideLayout1.xml": "<p:sldLayout>\(shape)</p:sldLayout>"]),
    place(
      "comment", "comment",
      ["ppt/comments/comment1.xml": "<p:cmLst><p:cm><p:text>$</p:text></p:cm></p:cmLst>"]),
    place("slide name", "sheet_name", ["ppt/slides/slide1.xml": "<p:sld><p:cSld name=\"$\"/></p:sld>"]),
    place(
      "section", "sheet_name",
      ["ppt/presentation.xml": "<p:presentation><p14:section name=\"$\"/></p:presentation>"]),
    place(
      "diagram", "text_box",
      ["ppt/diagrams/drawing1.xml": "<dsp:drawing><a:p><a:r><a:t>$</a:t></a:r></a:p></dsp:drawing>"]),
  ]

  private static let open = ["mimetype": "application/vnd.oasis.opendocument.spreadsheet"]
  public static let odt = ["mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content("")]
  public static let ods = open.merging(["content.xml": content("")]) { $1 }

  private static func content(_ body: String, styles: String = "") -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:automatic-styles>\(styles)</office:automatic-styles><office:body>\(body)</office:body></office:document-content>"
  }

  private static func odf(_ name: String, _ part: String, _ body: String, styles: String = "") -> Place {
    place(name, part, ["content.xml": content(body, styles: styles)])
  }

  private static let hiddenStyle =
    "<style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/></style:style>"

  /// Places of a text or a sheet in OpenDocument.
  public static let odfPlaces = [
    odf("paragraph", "body", "<office:text><text:p>$</text:p></office:text>"),
    odf("heading", "body", "<office:text><text:h><text:span>$</text:span></text:h></office:text>"),
    odf("list", "body", "<text:list><text:list-item><text:p>$</text:p></text:list-item></text:list>"),
    odf(
      "text box", "text_box",
      "<text:p>x<draw:frame><draw:text-box><text:p>$</text:p></draw:text-box></draw:frame></text:p>"),
    odf("shape", "text_box", "<draw:custom-shape><text:p>$</text:p></draw:custom-shape>"),
    odf(
      "note", "note",
      "<text:p>x<text:note><text:note-body><text:p>$</text:p></text:note-body></text:note></text:p>"),
    odf(
      "comment", "comment",
      "<text:p>x<office:annotation><dc:creator>An</dc:creator><text:p>$</text:p></office:annotation></text:p>"
    ),
    odf(
      "deleted", "deleted",
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>$</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    ),
    odf(
      "hidden", "hidden", "<text:p>Văn bản<text:span text:style-name=\"T1\">$</text:span></text:p>",
      styles: hiddenStyle),
    odf("hidden field", "hidden", "<text:p><text:hidden-text text:string-value=\"$\"/></text:p>"),
    odf("description", "label", "<text:p><draw:frame><svg:desc>$</svg:desc></draw:frame></text:p>"),
    odf("table name", "sheet_name", "<table:table table:name=\"$\"/>"),
    odf(
      "table cell", "body",
      "<table:table><table:table-row><table:table-cell><text:p>$</text:p></table:table-cell></table:table-row></table:table>"
    ),
    odf(
      "slide", "body",
      "<office:presentation><draw:page><draw:frame><text:p>$</text:p></draw:frame></draw:page></office:presentation>"
    ),
    odf(
      "slide note", "note",
      "<draw:page><presentation:notes><text:p>$</text:p></presentation:notes></draw:page>"),
    odf(
      "declared footer", "footer",
      "<office:presentation><presentation:footer-decl>$</presentation:footer-decl></office:presentation>"),
    odf("bookmark", "label", "<text:p><text:bookmark text:name=\"$\"/>x</text:p>"),
    odf("form field", "form_field", "<form:text form:current-value=\"$\"/>"),
    place(
      "page header", "header",
      [
        "styles.xml":
          "<office:document-styles><style:master-page><style:header><text:p>$</text:p></style:header></style:master-page></office:document-styles>"
      ]),
    place(
      "page footer", "footer",
      [
        "styles.xml":
          "<office:document-styles><style:master-page><style:footer><text:p>$</text:p></style:footer></style:master-page></office:document-styles>"
      ]),
    place(
      "title", "subject",
      [
        "meta.xml":
          "<office:document-meta><office:meta><dc:title>$</dc:title></office:meta></office:document-meta>"
      ]),
    place("embedded object", "body", ["Object 1/content.xml": content("<text:p>$</text:p>")]),
  ]
}
