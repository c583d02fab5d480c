"""Binary workbooks ([MS-XLSB])."""
import struct
from xml.sax.saxutils import escape

import ooxml
from encodings_of_matrix import LETTERS
from texts import HEAD, TAIL

PLACES = ["cell", "inline-cell", "rich-cell", "comment", "print-header", "print-footer", "sheet-name", "hidden-sheet", "text-box", "defined-name"] + ooxml.PROPERTIES


def _record(kind, content=b""):
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(content)
    while True:
        head += bytes([size & 0x7F | (0x80 if size > 0x7F else 0)])
        size >>= 7
        if not size:
            return head + content


def _string(text):
    wide = text.encode("utf-16-le")
    return struct.pack("<I", len(wide) // 2) + wide


def _rich(text, runs=()):
    return bytes([1 if runs else 0]) + _string(text) + (struct.pack("<I", len(runs)) + b"".join(struct.pack("<HH", *run) for run in runs) if runs else b"")


def xlsb(encoding, place, mark):
    letters, font = LETTERS[encoding]
    code = letters(mark)
    units = len(code.encode("utf-16-le")) // 2
    strings = [_rich(letters(line)) for line in HEAD + TAIL]
    cells = [struct.pack("<II", 0, 1) + struct.pack("<I", number) for number in range(len(strings))]
    sheet = b"".join(_record(0, struct.pack("<I", row) + bytes(13)) + _record(7, cell) for row, cell in enumerate(cells))
    second = None
    if place in ("cell", "rich-cell", "hidden-sheet"):
        strings.append(_rich(code, [(n, 1) for n in range(units)] if place == "rich-cell" else ()))
        shown = _record(0, struct.pack("<I", 50) + bytes(13)) + _record(7, struct.pack("<III", 0, 1, len(strings) - 1))
        if place == "hidden-sheet":
            second = shown
        else:
            sheet += shown
    if place == "inline-cell":
        sheet += _record(0, struct.pack("<I", 50) + bytes(13)) + _record(6, struct.pack("<II", 0, 1) + _string(code))
    if place in ("print-header", "print-footer"):
        text = "&L" + (f'&"{font},Regular"' if font else "") + code
        none = struct.pack("<I", 0xFFFFFFFF)
        pair = _string(text) + none if place == "print-header" else none + _string(text)
        sheet += _record(479, struct.pack("<H", 0) + pair + none * 4) + _record(480)
    names = [(0, code if place == "sheet-name" else "Sheet1")] + ([(1, "x")] if second else [])
    book = _record(131) + _record(143) + b"".join(_record(156, struct.pack("<II", state, n) + _string(f"rId{n}") + _string(name)) for n, (state, name) in enumerate(names, 1)) + _record(144)
    if place == "defined-name":
        formula = b"\x17" + struct.pack("<H", units) + code.encode("utf-16-le")
        book += _record(39, struct.pack("<IBI", 0, 0, 0xFFFFFFFF) + _string("x") + struct.pack("<I", len(formula)) + formula + struct.pack("<I", 0))
    fonts = b"".join(_record(43, bytes(21) + _string(name)) for name in ("Calibri", font or "Calibri"))
    styles = _record(611) + fonts + _record(612) + _record(626) + _record(47, bytes(16)) + _record(627)
    styles += _record(617) + b"".join(_record(47, struct.pack("<HHH10x", 0, 0, n)) for n in (0, 1)) + _record(618)
    members = {
        "xl/workbook.bin": book + _record(132),
        "xl/worksheets/sheet1.bin": _record(129) + _record(145) + sheet + _record(146) + _record(130),
        "xl/sharedStrings.bin": _record(159, struct.pack("<II", len(strings), len(strings))) + b"".join(_record(19, s) for s in strings) + _record(160),
        "xl/styles.bin": styles,
    }
    if second:
        members["xl/worksheets/sheet2.bin"] = _record(129) + _record(145) + second + _record(146) + _record(130)
    if place == "comment":
        members["xl/comments1.bin"] = _record(628) + _record(637, _rich(code, [(0, 1)])) + _record(629)
    if place == "text-box":
        face = f'<a:rPr><a:latin typeface="{font}"/></a:rPr>' if font else ""
        members["xl/drawings/drawing1.xml"] = ooxml._XML + f'<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:txBody><a:p><a:r>{face}<a:t>{escape(code)}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>'
    members["xl/_rels/workbook.bin.rels"] = ooxml._relations([(ooxml._REL + "worksheet", f"worksheets/sheet{n}.bin") for n in range(1, 3 if second else 2)] + [(ooxml._REL + "sharedStrings", "sharedStrings.bin"), (ooxml._REL + "styles", "styles.bin")])
    members |= ooxml._properties(place, code)
    types = {"workbook": "sheet.binary.macroEnabled.main", "sheet": "worksheet", "sharedStrings": "sharedStrings", "styles": "styles", "comments": "comments"}
    kinds = ooxml._types({name: "application/vnd.ms-excel." + types[name.split("/")[-1][:-4].rstrip("0123456789")] for name in members if name.endswith(".bin")})
    return ooxml.pack({"[Content_Types].xml": kinds, "_rels/.rels": ooxml._top("xl/workbook.bin", members)} | members)
