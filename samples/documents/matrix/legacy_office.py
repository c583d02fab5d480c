"""Word, Excel and PowerPoint files of before 2007: ready-made ones in which one marking is kept and exchanged."""
import os
import re

from encodings_of_matrix import LETTERS

_FOLDER = os.path.join(os.path.dirname(__file__), "../../../Tests/DocumentsTests/Fixtures")
_WORDS = ["TUYỆT MẬT", "TỐI MẬT", "Tối mật", "TOP SECRET", "tuyÖt mËt", "MẬT"]
# The places of the stamps in the order in which they stand in the file.
_PLACES = {
    "doc": ["body", "", "hidden", "table", "footnote", "header", "footer", "comment", "text-box"],
    "xls": ["sheet-name", "cell", "print-header", "print-footer", "comment", "text-box"],
    "ppt": ["body", "", "comment", "notes"],
}
_NARROW = {"doc": ["subject", "custom-property"], "xls": ["subject", "custom-property"], "ppt": []}
PLACES = {kind: [p for p in _PLACES[kind] + _NARROW[kind] if p] for kind in _PLACES}


def _spans(data, codec):
    pattern = "|".join(re.escape(word) for word in _WORDS)
    found = []
    for word in ["tuyÖt mËt"] if codec == "cp1252" else _WORDS:
        for match in re.finditer(re.escape(word.encode(codec)), data):
            if not any(start <= match.start() < end for start, end in found):
                found.append((match.start(), match.end()))
    return sorted(found)


def office(kind, encoding, place, mark):
    """The file, or None where the exchanged marking is longer than the room for it."""
    data = bytearray(open(f"{_FOLDER}/places.{kind}", "rb").read())
    code = LETTERS[encoding][0](mark)
    done = False
    for codec, names in (("utf-16-le", _PLACES[kind]), ("utf-8", _NARROW[kind]), ("cp1252", None)):
        spans = _spans(bytes(data), codec)
        names = [""] * len(spans) if names is None else names
        if len(spans) != len(names):
            raise ValueError(f"places.{kind}: {len(spans)} stamps in {codec}, {len(names)} expected")
        blank = " ".encode(codec)
        for (start, end), name in zip(spans, names):
            new = code.encode(codec) if name == place else b""
            if len(new) > end - start:
                return None
            data[start:end] = new + blank * ((end - start - len(new)) // len(blank))
            done = done or name == place
    return bytes(data) if done else None
