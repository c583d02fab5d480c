"""Office Open XML (ECMA-376): text documents, workbooks, slides."""
import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from encodings_of_matrix import LETTERS
from texts import HEAD, TAIL

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def pack(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def _relations(items):
    body = "".join(f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(items, 1))
    return _XML + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{body}</Relationships>'


def _types(overrides):
    body = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return _XML + f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{body}</Types>'


PROPERTIES = ["title", "subject", "keywords", "custom-property", "label-property", "titus-property"]


def _properties(place, mark):
    members = {}
    tag = {"title": "dc:title", "subject": "dc:subject", "keywords": "cp:keywords"}.get(place)
    inner = f"<{tag}>{escape(mark)}</{tag}>" if tag else ""
    members["docProps/core.xml"] = _XML + f'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">{inner}</cp:coreProperties>'
    name = {"custom-property": "Độ mật", "label-property": "MSIP_Label_1f2e_Name", "titus-property": "TitusClassification"}.get(place)
    if name:
        members["docProps/custom.xml"] = _XML + f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}"><vt:lpwstr>{escape(mark)}</vt:lpwstr></property></Properties>'
    return members


WORD = ["body", "table", "runs", "text-box", "shape", "wordart", "header", "footer", "watermark", "comment", "footnote", "endnote", "hidden", "inserted", "deleted", "picture-text", "glossary"] + PROPERTIES


def word(kind, encoding, place, mark):
    letters, font = LETTERS[encoding]
    look = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    code = letters(mark)

    def run(text, more="", tag="w:t"):
        return f'<w:r><w:rPr>{look}{more}</w:rPr><{tag} xml:space="preserve">{escape(text)}</{tag}></w:r>'

    def paragraph(inner):
        return f"<w:p>{inner}</w:p>"

    marked = paragraph(run(code))
    art = f'<w:p><w:r><w:pict><v:shape type="#_x0000_t136"><v:textpath style="font-family:{quoteattr(font or "Times New Roman")[1:-1]}" string={quoteattr(code)}/></v:shape></w:pict></w:r></w:p>'
    body = {
        "body": marked,
        "table": f"<w:tbl><w:tr><w:tc>{marked}</w:tc><w:tc>{paragraph(run('x'))}</w:tc></w:tr></w:tbl>",
        "runs": paragraph("".join(run(letter, "<w:b/>" if n % 2 else "") for n, letter in enumerate(code))),
        "text-box": paragraph(f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{marked}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"),
        "shape": paragraph(f"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>{marked}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"),
        "wordart": art,
        "hidden": paragraph(run(code, "<w:vanish/>")),
        "inserted": paragraph(f'<w:ins w:id="1" w:author="x">{run(code)}</w:ins>'),
        "deleted": paragraph(f'<w:del w:id="1" w:author="x">{run(code, tag="w:delText")}</w:del>'),
        "picture-text": paragraph(f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr={quoteattr(code)}/></wp:inline></w:drawing></w:r>'),
        "comment": paragraph('<w:r><w:commentReference w:id="1"/></w:r>'),
        "footnote": paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>'),
        "endnote": paragraph('<w:r><w:endnoteReference w:id="2"/></w:r>'),
    }.get(place, "")
    if place in ("header", "footer", "watermark"):
        part = "footer" if place == "footer" else "header"
        body += f'<w:sectPr><w:{part}Reference w:type="default" r:id="rId1"/></w:sectPr>'
    text = "".join(paragraph(run(letters(line))) for line in HEAD)
    rest = "".join(paragraph(run(letters(line))) for line in TAIL)
    members = {"word/document.xml": _XML + f"<w:document {_W}><w:body>{text}{body}{rest}</w:body></w:document>"}
    relations = []
    parts = {"header": ("header1", "hdr", marked), "footer": ("footer1", "ftr", marked), "watermark": ("header1", "hdr", art)}
    if place in parts:
        name, tag, inner = parts[place]
        members[f"word/{name}.xml"] = _XML + f"<w:{tag} {_W}>{inner}</w:{tag}>"
        relations.append((_REL + name[:6], name + ".xml"))
    if place == "comment":
        members["word/comments.xml"] = _XML + f'<w:comments {_W}><w:comment w:id="1" w:author="x">{marked}</w:comment></w:comments>'
        relations.append((_REL + "comments", "comments.xml"))
    if place in ("footnote", "endnote"):
        members[f"word/{place}s.xml"] = _XML + f'<w:{place}s {_W}><w:{place} w:id="2">{marked}</w:{place}></w:{place}s>'
        relations.append((_REL + place + "s", place + "s.xml"))
    if place == "glossary":
        members["word/glossary/document.xml"] = _XML + f"<w:glossaryDocument {_W}><w:docParts><w:docPart><w:docPartBody>{marked}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>"
        relations.append((_REL + "glossaryDocument", "glossary/document.xml"))
    members["word/_rels/document.xml.rels"] = _relations(relations)
    members |= _properties(place, code)
    main = {"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "docm": "application/vnd.ms-word.document.macroEnabled.main+xml", "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"}[kind]
    return pack({"[Content_Types].xml": _types({"word/document.xml": main}), "_rels/.rels": _top("word/document.xml", members)} | members)


def _top(main, members):
    items = [(_REL + "officeDocument", main), ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")]
    if "docProps/custom.xml" in members:
        items.append((_REL + "custom-properties", "docProps/custom.xml"))
    return _relations(items)


SHEET = ["cell", "inline-cell", "rich-cell", "comment", "print-header", "print-footer", "sheet-name", "hidden-sheet", "text-box", "defined-name"] + PROPERTIES


def sheet(kind, encoding, place, mark):
    letters, font = LETTERS[encoding]
    code = letters(mark)
    look = f'<rPr><rFont val="{font}"/></rPr>' if font else ""
    item = escape(code)
    strings = [f"<si><t>{escape(letters(line))}</t></si>" for line in HEAD + TAIL]
    if place in ("cell", "hidden-sheet"):
        strings.append(f"<si><r>{look}<t>{item}</t></r></si>" if font else f"<si><t>{item}</t></si>")
    if place == "rich-cell":
        strings.append("<si>" + "".join(f"<r>{look}<t>{escape(letter)}</t></r>" for letter in code) + "</si>")
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n - 1}</v></c></row>' for n in range(1, len(strings) + 1 - (place == "hidden-sheet")))
    if place == "inline-cell":
        rows += f'<row r="99"><c r="A99" t="inlineStr"><is>{"<r>" + look + "<t>" + item + "</t></r>" if font else "<t>" + item + "</t>"}</is></c></row>'
    after = ""
    if place in ("print-header", "print-footer"):
        tag = "oddHeader" if place == "print-header" else "oddFooter"
        face = f'&amp;"{font},Regular"' if font else ""
        after = f"<headerFooter><{tag}>&amp;L{face}{item}</{tag}></headerFooter>"
    names = [("Sheet1", "")]
    ns = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    members = {"xl/worksheets/sheet1.xml": _XML + f"<worksheet {ns}><sheetData>{rows}</sheetData>{after}{'<drawing r:id=%srId1%s/>' % (chr(34), chr(34)) if place == 'text-box' else ''}</worksheet>"}
    if place == "sheet-name":
        names = [(code, "")]
    if place == "hidden-sheet":
        names.append(("x", ' state="hidden"'))
        members["xl/worksheets/sheet2.xml"] = _XML + f'<worksheet {ns}><sheetData><row r="1"><c r="A1" t="s"><v>{len(strings) - 1}</v></c></row></sheetData></worksheet>'
    relations = [(_REL + "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)] + [(_REL + "sharedStrings", "sharedStrings.xml")]
    own = []
    if place == "comment":
        members["xl/comments1.xml"] = _XML + f'<comments {ns}><authors><author>x</author></authors><commentList><comment ref="A1" authorId="0"><text><r>{look}<t>{item}</t></r></text></comment></commentList></comments>'
        own.append((_REL + "comments", "../comments1.xml"))
    if place == "text-box":
        face = f'<a:rPr><a:latin typeface="{font}"/></a:rPr>' if font else ""
        members["xl/drawings/drawing1.xml"] = _XML + f'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r>{face}<a:t>{item}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>'
        own.append((_REL + "drawing", "../drawings/drawing1.xml"))
    if own:
        members["xl/worksheets/_rels/sheet1.xml.rels"] = _relations(own)
    defined = f'<definedNames><definedName name="x">"{item}"</definedName></definedNames>' if place == "defined-name" else ""
    members["xl/workbook.xml"] = _XML + f"<workbook {ns}><sheets>" + "".join(f'<sheet name={quoteattr(name)} sheetId="{n}"{state} r:id="rId{n}"/>' for n, (name, state) in enumerate(names, 1)) + f"</sheets>{defined}</workbook>"
    members["xl/sharedStrings.xml"] = _XML + f"<sst {ns}>{''.join(strings)}</sst>"
    members["xl/_rels/workbook.xml.rels"] = _relations(relations)
    members |= _properties(place, code)
    main = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xlsm": "application/vnd.ms-excel.sheet.macroEnabled.main+xml"}[kind]
    return pack({"[Content_Types].xml": _types({"xl/workbook.xml": main}), "_rels/.rels": _top("xl/workbook.xml", members)} | members)


SLIDES = ["body", "table", "runs", "shape", "notes", "comment", "layout", "master", "footer", "hidden-slide", "picture-text"] + PROPERTIES


def slides(kind, encoding, place, mark):
    letters, font = LETTERS[encoding]
    code = letters(mark)
    face = f'<a:latin typeface="{font}"/>' if font else ""
    ns = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

    def run(text):
        return f"<a:r><a:rPr>{face}</a:rPr><a:t>{escape(text)}</a:t></a:r>"

    def shape(inner, holder=""):
        return f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="x"/><p:cNvSpPr/><p:nvPr>{holder}</p:nvPr></p:nvSpPr><p:txBody><a:p>{inner}</a:p></p:txBody></p:sp>'

    content = "".join(shape(run(letters(line))) for line in HEAD)
    content += {
        "body": shape(run(code)), "hidden-slide": shape(run(code)), "shape": shape(run(code)),
        "runs": shape("".join(run(letter) for letter in code)),
        "table": f"<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody><a:p>{run(code)}</a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>",
        "footer": shape(run(code), '<p:ph type="ftr"/>'),
        "picture-text": f'<p:pic><p:nvPicPr><p:cNvPr id="9" name="x" descr={quoteattr(code)}/></p:nvPicPr></p:pic>',
    }.get(place, "")
    content += "".join(shape(run(letters(line))) for line in TAIL)
    hidden = ' show="0"' if place == "hidden-slide" else ""
    members = {"ppt/slides/slide1.xml": _XML + f"<p:sld {ns}{hidden}><p:cSld><p:spTree>{content}</p:spTree></p:cSld></p:sld>"}
    own = []
    others = {"notes": ("notesSlides/notesSlide1", "notes", "notesSlide"), "layout": ("slideLayouts/slideLayout1", "sldLayout", "slideLayout"), "master": ("slideMasters/slideMaster1", "sldMaster", "slideMaster")}
    if place in others:
        path, tag, kind_of = others[place]
        members[f"ppt/{path}.xml"] = _XML + f"<p:{tag} {ns}><p:cSld><p:spTree>{shape(run(code))}</p:spTree></p:cSld></p:{tag}>"
        own.append((_REL + kind_of, f"../{path}.xml"))
    if place == "comment":
        members["ppt/comments/comment1.xml"] = _XML + f'<p:cmLst {ns}><p:cm authorId="0" idx="1"><p:pos x="1" y="1"/><p:text>{escape(code)}</p:text></p:cm></p:cmLst>'
        own.append((_REL + "comments", "../comments/comment1.xml"))
    members["ppt/slides/_rels/slide1.xml.rels"] = _relations(own)
    members["ppt/presentation.xml"] = _XML + f'<p:presentation {ns}><p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst></p:presentation>'
    members["ppt/_rels/presentation.xml.rels"] = _relations([(_REL + "slide", "slides/slide1.xml")])
    members |= _properties(place, code)
    main = {"pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "ppsx": "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml"}[kind]
    return pack({"[Content_Types].xml": _types({"ppt/presentation.xml": main}), "_rels/.rels": _top("ppt/presentation.xml", members)} | members)
