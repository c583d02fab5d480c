"""PDF (ISO 32000) with a text layer."""
from encodings_of_matrix import LETTERS
from texts import HEAD, TAIL

PLACES = ["body", "header", "form", "comment", "attachment", "title", "subject", "keywords", "custom-property", "xmp", "outline", "hidden"]


def pdf(encoding, place, mark, inner=None):
    letters, font = LETTERS[encoding]
    code = letters(mark)
    lines = [letters(line) for line in HEAD] + ([code] if place in ("body", "hidden") else []) + [letters(line) for line in TAIL]
    known = sorted(set("".join(lines) + code))
    codes = {letter: n for n, letter in enumerate(known, 1)}

    def show(text, y, mode=0):
        return f"BT {mode} Tr /F1 12 Tf 72 {y} Td <{''.join('%04X' % codes[c] for c in text)}> Tj ET"

    def string(text):
        return "<FEFF" + text.encode("utf-16-be").hex().upper() + ">"

    shown = [show(line, 760 - 20 * n, 3 if place == "hidden" and line == code else 0) for n, line in enumerate(lines)]
    if place == "header":
        shown.insert(0, show(code, 820))
    ranges = "\n".join(f"1 beginbfchar\n<{codes[c]:04X}> <{c.encode('utf-16-be').hex().upper()}>\nendbfchar" for c in known)
    cmap = f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n{ranges}\nendcmap end end\n"

    def stream(text, more=""):
        data = text.encode("utf-8") if isinstance(text, str) else text
        return f"<< {more}/Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"

    name = (font or "Tinos").replace(" ", "")
    objects = [
        None, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", None, stream("\n".join(shown)),
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>".encode(),
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 500 >>".encode(),
        stream(cmap),
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>".encode(),
    ]
    catalog, page, info = "/Type /Catalog /Pages 2 0 R", "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>", ""

    def add(data):
        objects.append(data if isinstance(data, bytes) else data.encode())
        return len(objects)

    if place == "form":
        field = add(f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /V {string(code)} /Rect [1 1 99 20] /P 3 0 R >>")
        catalog += f" /AcroForm << /Fields [{field} 0 R] >>"
        page += f" /Annots [{field} 0 R]"
    if place == "comment":
        page += f" /Annots [{add(f'<< /Type /Annot /Subtype /Text /Contents {string(code)} /Rect [1 1 20 20] >>')} 0 R]"
    if place == "attachment":
        file = add(stream(inner(mark), "/Type /EmbeddedFile "))
        spec = add(f"<< /Type /Filespec /F (a.docx) /EF << /F {file} 0 R >> >>")
        catalog += f" /Names << /EmbeddedFiles << /Names [(a.docx) {spec} 0 R] >> >>"
    if place == "xmp":
        xmp = f'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{code}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
        catalog += f" /Metadata {add(stream(xmp, '/Type /Metadata /Subtype /XML '))} 0 R"
    if place == "outline":
        root = len(objects) + 1
        add(f"<< /Type /Outlines /First {root + 1} 0 R /Last {root + 1} 0 R /Count 1 >>")
        add(f"<< /Title {string(code)} /Parent {root} 0 R /Dest [3 0 R /Fit] >>")
        catalog += f" /Outlines {root} 0 R"
    key = {"title": "Title", "subject": "Subject", "keywords": "Keywords", "custom-property": "DoMat"}.get(place)
    if key:
        info = f" /Info {add(f'<< /{key} {string(code)} >>')} 0 R"
    objects[0], objects[2] = f"<< {catalog} >>".encode(), f"<< {page} >>".encode()
    out, offsets = b"%PDF-1.5\n", []
    for n, data in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{n} 0 obj\n".encode() + data + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{o:010d} 00000 n \n".encode() for o in offsets)
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{info} >>\nstartxref\n{start}\n%%EOF\n".encode()
