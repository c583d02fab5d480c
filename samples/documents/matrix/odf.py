"""OpenDocument (ISO/IEC 26300): text, sheets, slides; packed and flat."""
from xml.sax.saxutils import escape

from encodings_of_matrix import LETTERS
from ooxml import pack
from texts import HEAD, TAIL

_NS = " ".join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"' for p, u in {
    "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style", "meta": "meta", "presentation": "presentation", "svg": "svg-compatible", "fo": "xsl-fo-compatible"}.items()) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
PROPERTIES = ["title", "subject", "keywords", "custom-property", "label-property"]
TEXT = ["body", "table", "runs", "text-box", "shape", "header", "footer", "comment", "footnote", "endnote", "hidden", "deleted", "bookmark"] + PROPERTIES
SHEETS = ["cell", "comment", "print-header", "print-footer", "sheet-name", "hidden-sheet", "text-box"] + PROPERTIES
SLIDES = ["body", "table", "shape", "notes", "comment", "footer", "master"] + PROPERTIES


def odf(kind, encoding, place, mark):
    letters, font = LETTERS[encoding]
    code = letters(mark)
    fonts = f'<office:font-face-decls><style:font-face style:name="F" svg:font-family="\'{font}\'"/></office:font-face-decls>' if font else ""
    look = '<style:style style:name="T1" style:family="text"><style:text-properties style:font-name="F"/></style:style>' if font else '<style:style style:name="T1" style:family="text"/>'
    look += '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"%s/></style:style>' % (' style:font-name="F"' if font else "")
    look += '<style:style style:name="ta2" style:family="table" style:master-page-name="M"><style:table-properties table:display="false"/></style:style>'

    def span(text, style="T1"):
        return f'<text:span text:style-name="{style}">{escape(text)}</text:span>'

    def p(inner):
        return f"<text:p>{inner}</text:p>"

    marked = p(span(code))
    frame = f'<draw:frame draw:name="x"><draw:text-box>{marked}</draw:text-box></draw:frame>'
    shape = f'<draw:custom-shape draw:name="x">{marked}</draw:custom-shape>'
    note = f"<office:annotation><dc:creator>x</dc:creator>{marked}</office:annotation>"
    table = f"<table:table><table:table-row><table:table-cell>{marked}</table:table-cell><table:table-cell>{p('x')}</table:table-cell></table:table-row></table:table>"
    before = "".join(p(span(letters(line))) for line in HEAD)
    after = "".join(p(span(letters(line))) for line in TAIL)
    family = {"odt": "text", "ott": "text", "fodt": "text", "ods": "spreadsheet", "fods": "spreadsheet", "odp": "presentation", "fodp": "presentation"}[kind]
    head, foot, master = "", "", ""
    if family == "text":
        inner = {
            "body": marked, "table": table, "text-box": p(frame), "shape": p(shape), "runs": p("".join(span(letter) for letter in code)), "comment": p(note),
            "footnote": p(f'<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>{marked}</text:note-body></text:note>'),
            "endnote": p(f'<text:note text:note-class="endnote"><text:note-citation>1</text:note-citation><text:note-body>{marked}</text:note-body></text:note>'),
            "hidden": p(span(code, "H")),
            "bookmark": p(f'<text:bookmark text:name="{escape(code)}"/>x'),
        }.get(place, "")
        changes = f'<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>{marked}</text:deletion></text:changed-region></text:tracked-changes>' if place == "deleted" else ""
        body = f"<office:text>{changes}{before}{inner}{after}</office:text>"
        head, foot = (marked if place == "header" else ""), (marked if place == "footer" else "")
    elif family == "spreadsheet":
        rows = "".join(f"<table:table-row><table:table-cell>{p(span(letters(line)))}</table:table-cell></table:table-row>" for line in HEAD + TAIL)
        cell = f"<table:table-row><table:table-cell>{note if place == 'comment' else ''}{marked if place == 'cell' else p('x')}</table:table-cell></table:table-row>"
        name = escape(code) if place == "sheet-name" else "Sheet1"
        shapes = f"<table:shapes>{frame}</table:shapes>" if place == "text-box" else ""
        second = f'<table:table table:name="x" table:style-name="ta2"><table:table-row><table:table-cell>{marked}</table:table-cell></table:table-row></table:table>' if place == "hidden-sheet" else ""
        body = f'<office:spreadsheet><table:table table:name="{name}">{shapes}{rows}{cell}</table:table>{second}</office:spreadsheet>'
        head, foot = (marked if place == "print-header" else ""), (marked if place == "print-footer" else "")
    else:
        inner = {"body": frame, "shape": shape, "table": f"<draw:frame>{table}</draw:frame>", "notes": f"<presentation:notes>{frame}</presentation:notes>", "comment": note}.get(place, "")
        text = f"<draw:frame><draw:text-box>{before}{after}</draw:text-box></draw:frame>"
        declared = f'<presentation:footer-decl presentation:name="f">{escape(code)}</presentation:footer-decl>' if place == "footer" else ""
        body = f'<office:presentation>{declared}<draw:page draw:name="1">{text}{inner}</draw:page></office:presentation>'
        master = frame if place == "master" else ""
    page = (f"<style:header>{head}</style:header>" if head else "") + (f"<style:footer>{foot}</style:footer>" if foot else "") + master
    styles = f'<office:automatic-styles>{look}</office:automatic-styles><office:master-styles><style:master-page style:name="M">{page}</style:master-page></office:master-styles>'
    tag = {"title": "<dc:title>{}</dc:title>", "subject": "<dc:subject>{}</dc:subject>", "keywords": "<meta:keyword>{}</meta:keyword>", "custom-property": '<meta:user-defined meta:name="Độ mật">{}</meta:user-defined>', "label-property": '<meta:user-defined meta:name="MSIP_Label_1f2e_Name">{}</meta:user-defined>'}.get(place, "")
    meta = f"<office:meta>{tag.format(escape(code))}</office:meta>"
    xml = '<?xml version="1.0" encoding="UTF-8"?>\n'
    automatic = f"<office:automatic-styles>{look}</office:automatic-styles>"
    mime = "application/vnd.oasis.opendocument." + family + ("-template" if kind == "ott" else "")
    if kind.startswith("f"):
        return (xml + f'<office:document {_NS} office:version="1.2" office:mimetype="{mime}">{meta}{fonts}{automatic}<office:master-styles><style:master-page style:name="M">{page}</style:master-page></office:master-styles><office:body>{body}</office:body></office:document>').encode()
    manifest = f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/></manifest:manifest>'
    return pack({
        "mimetype": mime,
        "content.xml": xml + f'<office:document-content {_NS} office:version="1.2">{fonts}{automatic}<office:body>{body}</office:body></office:document-content>',
        "styles.xml": xml + f'<office:document-styles {_NS} office:version="1.2">{fonts}{styles}</office:document-styles>',
        "meta.xml": xml + f'<office:document-meta {_NS} office:version="1.2">{meta}</office:document-meta>',
        "META-INF/manifest.xml": xml + manifest,
    })
