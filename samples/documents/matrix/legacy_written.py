"""Word, Excel and PowerPoint files of before 2007, written here: any text, with the font of its encoding."""
import struct

from encodings_of_matrix import LETTERS
from ole import compound
from texts import HEAD, TAIL

DOC = ["body", "hidden", "table", "footnote", "endnote", "header", "footer", "comment", "text-box", "bookmark", "subject", "custom-property"]
XLS = ["sheet-name", "cell", "rich-cell", "print-header", "print-footer", "comment", "text-box", "defined-name", "subject", "custom-property"]
PPT = ["body", "table", "notes", "comment", "footer", "subject", "custom-property"]


def _property_stream(sections):
    """[MS-OLEPS]: sections of (format id, {id: text or (id, name)})."""
    head = struct.pack("<HHI16sI", 0xFFFE, 0, 0x20006, bytes(16), len(sections))
    at = len(head) + 20 * len(sections)
    bodies = b""
    for form, values, names in sections:
        head += form + struct.pack("<I", at + len(bodies))
        items = {1: struct.pack("<IHH", 2, 1200, 0)}
        if names:
            items[0] = struct.pack("<I", len(names)) + b"".join(struct.pack("<II", n, len(name) + 1) + (name + "\0").encode("utf-16-le").ljust((len(name) + 1) * 2 + 3 & ~3, b"\0") for n, name in names.items())
        for number, text in values.items():
            wide = (text + "\0").encode("utf-16-le")
            items[number] = struct.pack("<II", 0x1F, len(wide) // 2) + wide.ljust(len(wide) + 3 & ~3, b"\0")
        table, content = b"", b""
        for number, data in sorted(items.items()):
            table += struct.pack("<II", number, 8 + 8 * len(items) + len(content))
            content += data
        bodies += struct.pack("<II", 8 + len(table) + len(content), len(items)) + table + content
    return head + bodies


_SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
_DOCUMENT = bytes.fromhex("02d5cdd59c2e1b10939708002b2cf9ae")
_USER = bytes.fromhex("05d5cdd59c2e1b10939708002b2cf9ae")


def _properties(place, code):
    streams = {}
    if place == "subject":
        streams["\x05SummaryInformation"] = _property_stream([(_SUMMARY, {3: code}, {})])
    if place == "custom-property":
        streams["\x05DocumentSummaryInformation"] = _property_stream([(_DOCUMENT, {}, {}), (_USER, {2: code}, {2: "Độ mật"})])
    return streams


def _wide(text):
    return text.encode("utf-16-le")


def doc(encoding, place, mark):
    """Word 97 ([MS-DOC]): text in one piece, of bytes where Windows-1252 has all its letters."""
    letters, font = LETTERS[encoding]
    code = letters(mark)
    before = "".join(letters(line) + "\r" for line in HEAD)
    after = "".join(letters(line) + "\r" for line in TAIL)
    inside = {"body": code + "\r", "hidden": code + "\r", "table": code + "\x07x\x07\x07"}.get(place, "")
    stories = {"body": before + inside + after}
    for name in ("footnote", "endnote", "comment", "text-box"):
        stories[name] = code + "\r" if place == name else ""
    head, foot = (code + "\r" if place == "header" else ""), (code + "\r" if place == "footer" else "")
    stories["header"] = head + foot + ("\r" if head + foot else "")
    order = ["body", "footnote", "header", None, "comment", "endnote", "text-box", None]
    text = "".join(stories[name] if name else "" for name in order)
    lengths = [len(_wide(stories[name])) // 2 if name else 0 for name in order]
    if sum(lengths[1:]):
        text += "\r"
    try:
        data, width = text.encode("cp1252"), 1
    except UnicodeEncodeError:
        data, width = _wide(text), 2
    start = 0x800
    count = len(data) // width
    pages = -(-(start + len(data)) // 512)
    # The marked run apart from what stands around it.
    first = text.index(code) if place in DOC[:9] else 0
    begin = len(_wide(text[:first])) // 2
    end = begin + (len(_wide(code)) // 2 if place in DOC[:9] else 0)
    look = struct.pack("<HH", 0x4A4F, 1 if font else 0)
    runs = [(0, begin, look), (begin, end, look + (struct.pack("<HB", 0x083C, 1) if place == "hidden" else b"")), (end, count, look)]
    runs = [run for run in runs if run[0] < run[1]]
    page = bytearray(512)
    room = 510
    for number, (low, _, change) in enumerate(runs):
        room -= (len(change) + 2) & ~1
        struct.pack_into("<I", page, number * 4, start + low * width)
        page[(len(runs) + 1) * 4 + number] = room // 2
        page[room:room + 1 + len(change)] = bytes([len(change)]) + change
    struct.pack_into("<I", page, len(runs) * 4, start + len(data))
    page[511] = len(runs)
    fonts = b"".join(bytes([len(entry)]) + entry for entry in (struct.pack("<BHBB34x", 0, 400, 0, 0) + _wide(name + "\0") for name in ["Times New Roman"] + ([font] if font else [])))
    tables = {
        33: b"\x02" + struct.pack("<III", 16, 0, count) + struct.pack("<HIH", 0, start if width == 2 else start * 2 | 0x40000000, 0),
        12: struct.pack("<III", start, start + len(data), pages),
        15: struct.pack("<HH", 2 if font else 1, 0) + fonts,
    }
    if head or foot:
        cut = len(_wide(head)) // 2
        all_of = len(_wide(head + foot)) // 2
        tables[11] = struct.pack("<14I", *([0] * 8 + [cut, cut] + [all_of] * 3 + [all_of + 1]))
    if place == "bookmark":
        tables[21] = struct.pack("<HHHH", 0xFFFF, 1, 0, len(_wide(code)) // 2) + _wide(code)
    table, places = b"", {}
    for number, content in tables.items():
        places[number] = (len(table), len(content))
        table += content
    fib = bytearray(start)
    struct.pack_into("<HHHHHHHI", fib, 0, 0xA5EC, 0xC1, 0, 0x42A, 0, 0x1200, 0xBF, 0)
    struct.pack_into("<II", fib, 0x18, start, start + len(data))
    struct.pack_into("<H", fib, 0x20, 14)
    struct.pack_into("<H", fib, 0x3E, 22)
    struct.pack_into("<I", fib, 0x40, pages * 512 + 512)
    struct.pack_into("<8I", fib, 0x4C, *lengths)
    struct.pack_into("<H", fib, 0x98, 93)
    for number, (offset, size) in places.items():
        struct.pack_into("<II", fib, 0x9A + number * 8, offset, size)
    stream = (bytes(fib) + data).ljust(pages * 512, b"\0") + bytes(page)
    return compound({"WordDocument": stream.ljust(4096, b"\0"), "1Table": table.ljust(4096, b"\0")} | _properties(place, code))


def word6(encoding, place, mark):
    """Word 6 and 95: text of bytes at one place of the document's only stream."""
    from encodings_of_matrix import BYTES
    code = BYTES[encoding]
    stories = {"body": "".join(line + "\r" for line in HEAD) + {"body": mark + "\r", "table": mark + "\x07x\x07\x07"}.get(place, "") + "".join(line + "\r" for line in TAIL)}
    for name in ("footnote", "endnote", "header", "comment", "text-box"):
        stories[name] = mark + "\r" if place == name else ""
    order = ["body", "footnote", "header", None, "comment", "endnote", "text-box", None]
    parts = [code(stories[name]) if name else b"" for name in order]
    data = b"".join(parts) + b"\r"
    fib = bytearray(0x300)
    struct.pack_into("<HHHHHHHI", fib, 0, 0xA5DC, 0x68, 0, 0x409, 0, 0, 0x65, 0)
    struct.pack_into("<II", fib, 0x18, len(fib), len(fib) + len(data))
    struct.pack_into("<8I", fib, 0x34, *map(len, parts))
    return compound({"WordDocument": (bytes(fib) + data).ljust(4096, b"\0")})


def _record(kind, content=b""):
    return struct.pack("<HH", kind, len(content)) + content


def _string(text, size="<H"):
    return struct.pack(size, len(_wide(text)) // 2) + b"\x01" + _wide(text)


def xls(encoding, place, mark):
    """Excel 97 ([MS-XLS])."""
    letters, font = LETTERS[encoding]
    code = letters(mark)
    fonts = b"".join(_record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0) + _string(name, "<B")) for name in ["Arial"] * 4 + [font or "Arial"])
    formats = b"".join(_record(0xE0, struct.pack("<HHH14x", number, 0, 1)) for number in [0] * 16 + [5])
    cells = [letters(line) for line in HEAD] + ([code] if place in ("cell", "rich-cell") else []) + [letters(line) for line in TAIL]
    strings = b""
    for cell in cells:
        if place == "rich-cell" and cell == code:
            units = len(_wide(cell)) // 2
            strings += struct.pack("<HBH", units, 9, units) + _wide(cell) + b"".join(struct.pack("<HH", n, 5) for n in range(units))
        else:
            strings += _string(cell)
    names = ""
    if place == "defined-name":
        names = _record(0x18, struct.pack("<HBBHHHBBBB", 0, 0, 1, 3 + len(_wide(code)), 0, 0, 0, 0, 0, 0) + b"\x00x" + b"\x17" + struct.pack("<B", len(_wide(code)) // 2) + b"\x01" + _wide(code))
    sheet = code if place == "sheet-name" else "Sheet1"

    def book(offset):
        head = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0xDBB, 0x7CC, 0, 6)) + _record(0x42, struct.pack("<H", 1200)) + fonts + formats
        head += _record(0x85, struct.pack("<IH", offset, 0) + _string(sheet, "<B")) + (names or b"")
        return head + _record(0xFC, struct.pack("<II", len(cells), len(cells)) + strings) + _record(0x0A)

    content = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0xDBB, 0x7CC, 0, 6))
    face = f'&"{font},Regular"' if font else ""
    if place in ("print-header", "print-footer"):
        content += _record(0x14 if place == "print-header" else 0x15, _string("&L" + face + code))
    for row in range(len(cells)):
        content += _record(0xFD, struct.pack("<HHHI", row, 0, 16, row))
    if place in ("comment", "text-box"):
        units = len(_wide(code)) // 2
        content += _record(0x5D, struct.pack("<HHHHH12x", 0x15, 0x12, 0x19 if place == "comment" else 6, 1, 0x6011) + bytes(4))
        content += _record(0x1B6, struct.pack("<HH6xHHI", 0x212, 0, units, 16, 0)) + _record(0x3C, b"\x01" + _wide(code)) + _record(0x3C, struct.pack("<HHIHHI", 0, 5, 0, units, 0, 0))
    content += _record(0x0A)
    return compound({"Workbook": (book(len(book(0))) + content).ljust(4096, b"\0")} | _properties(place, code))


def _atom(kind, content=b"", instance=0):
    return struct.pack("<HHI", instance << 4, kind, len(content)) + content


def _container(kind, *parts, instance=0):
    content = b"".join(parts)
    return struct.pack("<HHI", instance << 4 | 0xF, kind, len(content)) + content


def ppt(encoding, place, mark):
    """PowerPoint 97 ([MS-PPT])."""
    letters, font = LETTERS[encoding]
    code = letters(mark)
    entity = _wide(font or "Arial")[:62].ljust(64, b"\0") + bytes(4)

    def text(content):
        units = len(_wide(content)) // 2
        styles = struct.pack("<IHI", units + 1, 0, 0) + struct.pack("<IIH", units + 1, 0x10000, 0)
        return _atom(0xF9F, struct.pack("<I", 4)) + _atom(0xFA0, _wide(content)) + _atom(0xFA1, styles)

    def drawing(*texts):
        shapes = [_container(0xF004, _atom(0xF00A, bytes(8), instance=1), _container(0xF00D, text(t))) for t in texts]
        return _container(0x40C, _container(0xF002, _container(0xF003, *shapes)))

    lines = [letters(line) for line in HEAD] + ([code] if place in ("body", "table") else []) + [letters(line) for line in TAIL]
    shown = lines if place == "table" else ["\r".join(lines)]
    more = b""
    if place == "comment":
        note = _container(0x2EE0, _atom(0xFBA, _wide("x"), instance=0), _atom(0xFBA, _wide(code), instance=1))
        more = _container(0x1388, _container(0x138A, _atom(0xFBA, _wide("___PPT10")), _atom(0x138B, note)))
    if place == "footer":
        more = _container(0xFD9, _atom(0xFDA, bytes(4)), _atom(0xFBA, _wide(code), instance=2), instance=3)
    stream = _container(0x3E8, _atom(0x3E9, bytes(40), instance=1), _container(0x3F2, _container(0x7D5, _atom(0xFB7, entity, instance=0))))
    stream += _container(0x3EE, _atom(0x3EF, bytes(24)), drawing(*shown), more)
    if place == "notes":
        stream += _container(0x3F0, _atom(0x3F1, bytes(8)), drawing(code))
    user = struct.pack("<HHIIIIHHBBH", 0, 0xFF6, 24, 20, 0xE391C05F, 0, 0, 0x3F4, 3, 0, 0)
    return compound({"PowerPoint Document": stream.ljust(4096, b"\0"), "Current User": user} | _properties(place, code))
