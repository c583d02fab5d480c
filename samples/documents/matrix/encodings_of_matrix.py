"""Vietnamese text as old and new programs write it."""
import os
import re
import unicodedata

_SOURCE = os.path.join(os.path.dirname(__file__), "../../../Sources/Markings/Encodings/LetterTables.swift")


def _tables():
    text = open(_SOURCE, encoding="utf-8").read()
    found = dict(re.findall(r'static let (\w+) = """\n(.*?)\n    """', text, re.S))
    letters = re.sub(r"[\s\\]", "", found.pop("letters"))
    return {name: dict(zip(letters, body.split())) for name, body in found.items()}


_TABLES = _tables()


def table(name, text):
    """The bytes of a text in one of the old encodings; punctuation is that of Windows-1252."""
    known = _TABLES[name]
    out = b""
    for letter in unicodedata.normalize("NFC", text):
        token = known.get(letter)
        out += bytes.fromhex(token) if token and token != "--" else letter.encode("cp1252", "replace")
    return out


def shown(data):
    """Bytes as a Unicode program shows them that takes them for Windows-1252."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in data)


def composed(text):
    """Letters with hat or horn in one piece, the tone apart."""
    out = ""
    for letter in unicodedata.normalize("NFD", text):
        joined = unicodedata.normalize("NFC", out[-1:] + letter)
        hat = letter in "\u0302\u0306\u031b"
        if hat and out and unicodedata.combining(out[-1]):
            base = unicodedata.normalize("NFC", out[-2] + letter)
            out = out[:-2] + base + out[-1] if len(base) == 1 else out + letter
        elif hat and len(joined) == 1:
            out = out[:-1] + joined
        else:
            out += letter
    return out


def mixed(text):
    return "".join(
        unicodedata.normalize("NFD" if index % 2 else "NFC", word) for index, word in enumerate(re.split("( )", text)))


def cp1258(text):
    out = b""
    for letter in composed(text):
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            for part in unicodedata.normalize("NFD", letter):
                out += part.encode("cp1258", "replace")
    return out


_SHAPES = {"\u0302": "^", "\u0306": "(", "\u031b": "+"}
_TONES = {"\u0301": "'", "\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0323": "."}


def viqr(text):
    out = ""
    for letter in text:
        if letter in "đĐ":
            out += "dd" if letter == "đ" else "DD"
            continue
        parts = unicodedata.normalize("NFD", letter)
        out += parts[0]
        out += "".join(_SHAPES[p] for p in parts[1:] if p in _SHAPES)
        out += "".join(_TONES[p] for p in parts[1:] if p in _TONES)
    return out


def twice(text):
    return shown(text.encode("utf-8"))


def _nfc(text):
    return unicodedata.normalize("NFC", text)


# Text that a Unicode document holds: name, text as letters, font of the run.
LETTERS = {
    "nfc": (_nfc, None),
    "nfd": (lambda t: unicodedata.normalize("NFD", t), None),
    "unicode-to-hop": (composed, None),
    "nfc-nfd-mixed": (mixed, None),
    "tcvn3": (lambda t: shown(table("tcvn3", t)), ".VnTime"),
    "tcvn3-capital-font": (lambda t: shown(table("tcvn3", t.lower())), ".VnTimeH"),
    "tcvn3-font-lost": (lambda t: shown(table("tcvn3", t)), None),
    "tcvn5712": (lambda t: shown(table("tcvn5712", t)), None),
    "vni": (lambda t: shown(table("vni", t)), "VNI-Times"),
    "vni-font-lost": (lambda t: shown(table("vni", t)), None),
    "vps": (lambda t: shown(table("vps", t)), "VPS Times"),
    "viscii": (lambda t: shown(table("viscii", t)), "VI Times"),
    "bk-hcm2": (lambda t: shown(table("bkHCM2", t)), "VNtimes new roman"),
    "vietware-x": (lambda t: shown(table("vietwareX", t)), "SVNtimes new roman"),
    "cp1258-misread": (lambda t: shown(cp1258(t)), None),
    "viqr": (viqr, None),
    "utf8-twice": (twice, None),
    "utf8-thrice": (lambda t: twice(twice(t)), None),
}

# Text that a file of plain bytes holds.
BYTES = {
    "utf-8": lambda t: t.encode("utf-8"),
    "utf-8-bom": lambda t: b"\xef\xbb\xbf" + t.encode("utf-8"),
    "utf-16-le": lambda t: t.encode("utf-16-le"),
    "utf-16-le-bom": lambda t: b"\xff\xfe" + t.encode("utf-16-le"),
    "utf-16-be": lambda t: t.encode("utf-16-be"),
    "utf-16-be-bom": lambda t: b"\xfe\xff" + t.encode("utf-16-be"),
    "utf-32-le": lambda t: t.encode("utf-32-le"),
    "utf-32-le-bom": lambda t: b"\xff\xfe\x00\x00" + t.encode("utf-32-le"),
    "utf-32-be": lambda t: t.encode("utf-32-be"),
    "utf-32-be-bom": lambda t: b"\x00\x00\xfe\xff" + t.encode("utf-32-be"),
    "nfd": lambda t: unicodedata.normalize("NFD", t).encode("utf-8"),
    "nfd-utf-16-le": lambda t: unicodedata.normalize("NFD", t).encode("utf-16-le"),
    "unicode-to-hop": lambda t: composed(t).encode("utf-8"),
    "nfc-nfd-mixed": lambda t: mixed(t).encode("utf-8"),
    "tcvn3": lambda t: table("tcvn3", t),
    "tcvn3-small": lambda t: table("tcvn3", t.lower()),
    "tcvn3-as-utf-8": lambda t: shown(table("tcvn3", t)).encode("utf-8"),
    "tcvn5712": lambda t: table("tcvn5712", t),
    "vni": lambda t: table("vni", t),
    "vni-as-utf-8": lambda t: shown(table("vni", t)).encode("utf-8"),
    "vps": lambda t: table("vps", t),
    "viscii": lambda t: table("viscii", t),
    "bk-hcm2": lambda t: table("bkHCM2", t),
    "vietware-x": lambda t: table("vietwareX", t),
    "vietware-f": lambda t: table("vietwareF", t),
    "cp1258": cp1258,
    "cp1258-as-utf-8": lambda t: shown(cp1258(t)).encode("utf-8"),
    "viqr": lambda t: viqr(t).encode("ascii", "replace"),
    "utf8-twice": lambda t: twice(t).encode("utf-8"),
    "utf8-thrice": lambda t: twice(twice(t)).encode("utf-8"),
    "html-decimal": lambda t: "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in t).encode(),
    "html-hexadecimal": lambda t: "".join(c if ord(c) < 128 else f"&#x{ord(c):X};" for c in t).encode(),
    "json": lambda t: "".join(c if ord(c) < 128 else f"\\u{ord(c):04x}" for c in t).encode(),
    "rtf-unicode": lambda t: "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in t).encode(),
    "quoted-printable": lambda t: __import__("quopri").encodestring(t.encode("utf-8")),
    "base64": lambda t: __import__("base64").encodebytes(t.encode("utf-8")),
    "percent": lambda t: __import__("urllib.parse").parse.quote(t, safe=" \n/:.,;").encode(),
    # One run of another encoding in a text that is Unicode.
    "tcvn3-run": lambda t: "\n".join(
        shown(table("tcvn3", line)) if "MẬT" in line.upper() else line for line in t.split("\n")).encode("utf-8"),
}
