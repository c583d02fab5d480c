"""Rich Text Format (Microsoft, 1.9.1)."""
from encodings_of_matrix import LETTERS, cp1258
from texts import HEAD, TAIL

FONTS = {None: 0, ".VnTime": 1, ".VnTimeH": 2, "VNI-Times": 3, "VPS Times": 4, "VI Times": 5, "VNtimes new roman": 6, "SVNtimes new roman": 7}
_PLACES = {
    "body": "{\\pard %s\\par}",
    "table": "{\\trowd\\cellx5000\\intbl %s\\cell\\row}\\pard",
    "text-box": "{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt \\pard %s\\par}}}",
    "header": "{\\header \\pard %s\\par}",
    "footer": "{\\footer \\pard %s\\par}",
    "footnote": "{\\pard x{\\footnote \\pard %s\\par}\\par}",
    "comment": "{\\pard x{\\*\\annotation \\pard %s\\par}\\par}",
    "hidden": "{\\pard\\v %s\\par}",
    "deleted": "{\\pard\\deleted %s\\par}",
    "wordart": "{\\pard{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 136}}{\\sp{\\sn gtextUNICODE}{\\sv %s}}}}\\par}",
    "watermark": "{\\header \\pard{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 136}}{\\sp{\\sn gtextUNICODE}{\\sv %s}}}}\\par}",
    "title": None,
    "subject": None,
    "keywords": None,
    "custom-property": None,
    "label-property": None,
}
PLACES = list(_PLACES)


def _letters(text):
    return "".join(c if ord(c) < 128 else f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in text)


def _bytes(data):
    return "".join(chr(b) if b < 128 else f"\\'{b:02x}" for b in data)


def rtf(encoding, place, mark):
    font = 0
    page = 1252
    if encoding == "rtf-bytes-1258":
        code, page = (lambda t: _bytes(cp1258(t))), 1258
    elif encoding.startswith("bytes-"):
        letters, name = LETTERS[encoding[6:]]
        font = FONTS[name]
        code = lambda t: _bytes(letters(t).encode("cp1252", "replace"))
    else:
        letters, name = LETTERS[encoding]
        font = FONTS[name]
        code = lambda t: _letters(letters(t))
    marked = f"\\f{font} {code(mark)}"
    info = ""
    if place in ("title", "subject", "keywords"):
        info = "{\\info{\\%s %s}}" % (place, code(mark))
    if place == "custom-property":
        info = "{\\*\\userprops {\\propname DoMat}\\proptype30{\\staticval %s}}" % code(mark)
    if place == "label-property":
        info = "{\\*\\userprops {\\propname MSIP_Label_1f2e_Name}\\proptype30{\\staticval %s}}" % code(mark)
    table = "".join("{\\f%d\\fnil\\fcharset0 %s;}" % (number, name or "Times New Roman") for name, number in FONTS.items())
    lines = "".join("{\\pard %s\\par}\n" % (f"\\f{font} " + code(line)) for line in HEAD)
    rest = "".join("{\\pard %s\\par}\n" % (f"\\f{font} " + code(line)) for line in TAIL)
    inner = ""
    if _PLACES[place]:
        inner = _PLACES[place] % (code(mark) if place in ("wordart", "watermark") else marked)
    return ("{\\rtf1\\ansi\\ansicpg%d\\deff0{\\fonttbl%s}%s\n%s%s\n%s}\n" % (page, table, info, lines, inner, rest)).encode("ascii", "replace")
