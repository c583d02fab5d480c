"""build.py FOLDER: the matrix format x encoding x place x level as files, and the list of its cells (cells.json)."""
import json
import os
import shutil
import sys

import archives
import legacy_office
import legacy_written
import mail
import odf
import ooxml
import pdf
import plain
import rtf
import tnef
import xlsb
from encodings_of_matrix import BYTES, LETTERS
from texts import LEVELS, OTHERS, report

_NAMES = {"L1": "12-KH TUYỆT MẬT {}{}", "L2": "12-KH (Tối mật) {}{}", "L3": "12-KH (MẬT) {}{}"}
_FOLDERS = {"L1": "HS TUYET MAT {}", "L2": "HS tối mật {}", "L3": "VB MAT {}"}
_HTML = ["utf-8", "utf-8-bom", "utf-16-le-bom", "utf-16-be-bom", "windows-1258", "html-decimal", "html-hexadecimal"] + list(LETTERS)
_MAIL = [f"{how} {charset}" for how in ("8bit", "quoted-printable", "base64") for charset in ("utf-8", "nfd", "windows-1258", "tcvn3", "vni")]
_CSV = ["utf-8", "utf-8-bom", "utf-16-le-bom", "nfd", "unicode-to-hop", "tcvn3", "vni", "vps", "viscii", "bk-hcm2", "vietware-x", "cp1258", "utf8-twice"]


_NARROW = ["cp1258", "tcvn3", "tcvn3-small", "tcvn5712", "vni", "vps", "viscii", "bk-hcm2", "vietware-x", "vietware-f", "viqr"]


def _legacy(kind, encoding, place, mark):
    """A file that LibreOffice made where the marking has room in it and needs no font; otherwise one written here."""
    made = None
    if mark in {mark for _, mark in LEVELS.values()} and not LETTERS[encoding][1] and place in legacy_office.PLACES[kind]:
        made = legacy_office.office(kind, encoding, place, mark)
    return made or getattr(legacy_written, kind)(encoding, place, mark)


def _inner(mark):
    return ooxml.word("docx", "nfc", "body", mark or "Báo cáo")


def formats():
    """Each format: ending, encodings, places, writer."""
    yield "text", ".txt", list(BYTES), ["body"], plain.text
    yield "csv", ".csv", _CSV, ["comma", "semicolon", "tab"], plain.csv
    yield "html", ".html", _HTML, plain.HTML_PLACES, plain.html
    yield "rtf", ".rtf", list(LETTERS) + ["rtf-bytes-1258", "bytes-tcvn3", "bytes-tcvn3-capital-font", "bytes-vni"], rtf.PLACES, rtf.rtf
    for name, ending, writer in (("eml", ".eml", mail.eml), ("mbox", ".mbox", mail.mbox)):
        yield name, ending, _MAIL, mail.PLACES, lambda e, p, m, w=writer: w(e, p, m, _inner)
    yield "msg", ".msg", ["utf-16", "windows-1258", "tcvn3", "vni"], mail.PLACES, lambda e, p, m: mail.msg(e, p, m, _inner)
    for kinds, places, writer in ((("docx", "docm", "dotx"), ooxml.WORD, ooxml.word), (("xlsx", "xlsm"), ooxml.SHEET, ooxml.sheet), (("pptx", "ppsx"), ooxml.SLIDES, ooxml.slides)):
        for kind in kinds:
            yield kind, "." + kind, list(LETTERS), places, lambda e, p, m, k=kind, w=writer: w(k, e, p, m)
    for kind in ("odt", "ott", "fodt", "ods", "odp"):
        places = odf.SHEETS if kind == "ods" else odf.SLIDES if kind == "odp" else odf.TEXT
        yield kind, "." + kind, list(LETTERS), places, lambda e, p, m, k=kind: odf.odf(k, e, p, m)
    yield "pdf", ".pdf", list(LETTERS), pdf.PLACES, lambda e, p, m: pdf.pdf(e, p, m, _inner)
    for kind, ending in (("doc", ".doc"), ("xls", ".xls"), ("ppt", ".ppt"), ("doc", ".wps"), ("xls", ".et"), ("ppt", ".dps")):
        yield ending[1:], ending, list(LETTERS), getattr(legacy_written, kind.upper()), lambda e, p, m, k=kind: _legacy(k, e, p, m)
    yield "word6", ".doc", _NARROW, ["body", "table", "footnote", "endnote", "header", "comment", "text-box"], legacy_written.word6
    yield "xlsb", ".xlsb", list(LETTERS), xlsb.PLACES, xlsb.xlsb
    yield "tnef", ".dat", ["utf-16", "windows-1258", "tcvn3", "vni"], tnef.PLACES, lambda e, p, m: tnef.tnef(e, p, m, _inner)
    for kind, (ending, make) in archives.FORMATS.items():
        places = ["member"] + ([] if kind in archives.NAMELESS or kind in ("rar",) else ["member-name"])

        def pack(encoding, place, mark, make=make):
            if place == "member-name":
                return make(f"KH ({mark}).docx", _inner(None))
            return make("a.docx", _inner(mark))

        yield kind, ending, ["nfc"], places, pack
    yield "docx-in-zip-in-tar.gz", ".jpg", ["nfc"], ["member"], lambda e, p, m: archives.FORMATS["tar.gz"][1]("b.zip", archives.FORMATS["zip"][1]("a.docx", _inner(m)))


class Matrix:
    def __init__(self, folder):
        self.root = os.path.join(folder, "root")
        self.cells = []
        shutil.rmtree(folder, ignore_errors=True)

    def add(self, path, data, format_, encoding, place, level, expect):
        full = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "wb") as file:
            file.write(data)
        self.cells.append({"path": "/" + path, "format": format_, "encoding": encoding, "place": place, "level": level, "expect": expect})


def _fill(matrix, few):
    absent = json.load(open(os.path.join(os.path.dirname(__file__), "absent.json"), encoding="utf-8"))
    for format_, ending, encodings, places, write in formats():
        for e, encoding in enumerate(encodings):
            for place in places:
                if few and not (e == 0 or (encoding in ("tcvn3", "vni", "nfd", "viscii") and place == places[0])):
                    continue
                for level, (expect, mark) in LEVELS.items():
                    if few and level != "L2":
                        continue
                    if any(_is(rule, format_, encoding, place, level) for rule in absent):
                        continue
                    data = write(encoding, place, mark)
                    matrix.add(f"home/an/{format_}/{encoding.replace(' ', '_')}/{place}-{level}{ending}", data, format_, encoding, place, level, expect)
        first, place = encodings[0], places[0]
        if format_ != "csv" and not few:
            for level, (expect, mark) in OTHERS.items():
                matrix.add(f"home/an/{format_}/others/{place}-{level}{ending}", write(first, place, mark), format_, first, place, level, expect)
        plain_file = write(first, place, "Báo cáo")
        for level, (expect, _) in LEVELS.items():
            if few and level != "L2":
                continue
            matrix.add(f"home/an/{format_}/names/" + _NAMES[level].format(format_, ending), plain_file, format_, "nfc", "file-name", level, expect)
            matrix.add(f"home/an/{format_}/folders/" + _FOLDERS[level].format(len(format_)) + f"/a{ending}", plain_file, format_, "nfc", "folder-name", level, expect)


def _is(rule, *cell):
    return all(rule.get(key, value) == value for key, value in zip(("format", "encoding", "place", "level"), cell))


def main():
    folder = sys.argv[1]
    matrix = Matrix(folder)
    _fill(matrix, few="--few" in sys.argv)
    with open(os.path.join(folder, "cells.json"), "w", encoding="utf-8") as file:
        json.dump(matrix.cells, file, ensure_ascii=False, indent=0)
    print(f"{len(matrix.cells)} cells")


if __name__ == "__main__":
    main()
