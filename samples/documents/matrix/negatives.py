"""negatives.py FOLDER: the texts without a marking as files of several formats and encodings."""
import glob
import os
import re
import sys

import odf
import ooxml
import pdf
from encodings_of_matrix import BYTES, LETTERS


def _entries():
    """The body texts of samples/documents/negative; the YAML there is one flow mapping a line."""
    folder = os.path.join(os.path.dirname(__file__), "../negative")
    for path in sorted(glob.glob(folder + "/*")):
        name = os.path.basename(path).rsplit(".", 1)[0]
        content = open(path, encoding="utf-8").read()
        if not path.endswith(".yaml"):
            yield name, None, content
            continue
        for line in content.split("\n"):
            match = re.match(r'- \{ id: ([\w-]+),(?: part: name,)? text: "(.*)"(?:, part: (\w+))? \}$', line)
            if match:
                part = "name" if "part: name" in line else match.group(3)
                text = match.group(2).replace('\\"', '"').replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")
                yield match.group(1), part, text


def main():
    folder = os.path.join(sys.argv[1], "home/an")

    def put(path, data):
        full = os.path.join(folder, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "wb") as file:
            file.write(data)

    count = 0
    for name, part, text in _entries():
        count += 1
        if part == "name":
            put(f"{count}/{text}", b"x")
        elif part in (None, "body"):
            for encoding in ("utf-8", "utf-16-le-bom", "nfd", "tcvn3", "vni", "cp1258"):
                put(f"{encoding}/{name}.txt", BYTES[encoding](text))
            if "\t" not in text:
                put(f"docx/{name}.docx", _document(ooxml.word, "docx", text))
                put(f"odt/{name}.odt", _document(odf.odf, "odt", text))
                put(f"pdf/{name}.pdf", _pdf(text))
    print(f"{count} texts without a marking")


def _document(write, kind, text):
    """A document whose paragraphs are the lines of the text."""
    module = sys.modules[write.__module__]
    before, after, module.HEAD, module.TAIL = module.HEAD, module.TAIL, text.split("\n"), []
    try:
        return write(kind, "nfc", "none", "x")
    finally:
        module.HEAD, module.TAIL = before, after


def _pdf(text):
    before, after, pdf.HEAD, pdf.TAIL = pdf.HEAD, pdf.TAIL, text.split("\n"), []
    try:
        return pdf.pdf("nfc", "none", "x")
    finally:
        pdf.HEAD, pdf.TAIL = before, after


main()
