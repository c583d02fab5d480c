"""What Outlook packs as winmail.dat ([MS-OXTNEF])."""
import struct

from encodings_of_matrix import BYTES, cp1258
from texts import report

PLACES = ["body", "html", "rtf", "subject", "attachment", "attachment-name", "label-property"]


def _attribute(level, number, data):
    return struct.pack("<BII", level, number, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)


def _sized(data):
    return struct.pack("<I", len(data)) + data + bytes(-len(data) % 4)


def _property(kind, number, data, name=None):
    head = struct.pack("<HH", kind, number)
    if name:
        head += bytes(16) + struct.pack("<I", 1) + _sized((name + "\0").encode("utf-16-le"))
    return head + struct.pack("<I", 1) + _sized(data)


def tnef(encoding, place, mark, inner):
    def text(number, value, name=None):
        if encoding == "utf-16":
            return _property(0x1F, number, (value + "\0").encode("utf-16-le"), name)
        return _property(0x1E, number, {"tcvn3": BYTES["tcvn3"], "vni": BYTES["vni"], "windows-1258": cp1258}[encoding](value) + b"\0", name)

    properties = [
        text(0x0037, mark if place == "subject" else "Báo cáo"),
        text(0x1000, "\r\n".join(report(mark if place == "body" else None))),
        struct.pack("<HHI", 3, 0x3FDE, 65001),
    ]
    if place == "html":
        page = "<html><head><meta charset=utf-8></head><body>" + "".join(f"<p>{line}</p>" for line in report(mark)) + "</body></html>"
        properties.append(_property(0x102, 0x1013, page.encode("utf-8")))
    if place == "rtf":
        from rtf import rtf
        plain = rtf("nfc", "body", mark)
        properties.append(_property(0x102, 0x1009, struct.pack("<IIII", len(plain) + 12, len(plain), 0x414C454D, 0) + plain))
    if place == "label-property":
        properties.append(text(0x8001, mark, "MSIP_Label_1f2e_Name"))
    data = b"\x78\x9f\x3e\x22\x01\x00" + _attribute(1, 0x89006, b"\0\0\1\0") + _attribute(1, 0x69003, struct.pack("<I", len(properties)) + b"".join(properties))
    if place in ("attachment", "attachment-name"):
        name = f"KH ({mark}).docx" if place == "attachment-name" else "a.docx"
        data += _attribute(2, 0x69002, bytes(14)) + _attribute(2, 0x6800F, inner(mark if place == "attachment" else None))
        data += _attribute(2, 0x18010, b"a.docx\0") + _attribute(2, 0x69005, struct.pack("<I", 1) + text(0x3707, name))
    return data
