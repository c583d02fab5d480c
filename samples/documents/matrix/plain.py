"""Plain text, tables of plain text and HTML."""
import html as escapes

from encodings_of_matrix import BYTES, LETTERS
from texts import HEAD, TAIL, report


def text(encoding, place, mark):
    return BYTES[encoding]("\r\n".join(report(mark)) + "\r\n" if encoding == "utf-8-bom" else "\n".join(report(mark)) + "\n")


def csv(encoding, place, mark):
    separator = {"comma": ",", "semicolon": ";", "tab": "\t"}[place]
    rows = [["STT", "Số ký hiệu", "Độ mật", "Trích yếu"], ["1", "9/BC-UBND", mark, "Báo cáo tuần"], ["2", "8/BC-UBND", "Thường", "Mời họp"]]
    return BYTES[encoding]("\n".join(separator.join(row) for row in rows) + "\n")


_HTML = {
    "body": "<p>{}</p>",
    "table": "<table><tr><td>STT</td><td>{}</td></tr></table>",
    "bold-in-pieces": "<p><b>{}</b></p>",
    "header": "<header><div>{}</div></header>",
    "footer": "<footer><div>{}</div></footer>",
    "hidden": "<div style=\"display:none\">{}</div>",
    "comment": "<!-- {} -->",
    "deleted": "<del>{}</del>",
    "picture-text": "<img src=\"x.png\" alt=\"{}\">",
    "title": None,
    "meta": None,
}
HTML_PLACES = list(_HTML)


def html(encoding, place, mark):
    data, charset, face = None, "utf-8", None
    if encoding in ("utf-8", "utf-8-bom", "utf-16-le-bom", "utf-16-be-bom"):
        code, charset = (lambda t: t), encoding.replace("-bom", "").replace("-le", "").replace("-be", "")
        data = BYTES[encoding]
    elif encoding in ("html-decimal", "html-hexadecimal"):
        code, data = (lambda t: BYTES[encoding](t).decode()), BYTES["utf-8"]
    elif encoding == "windows-1258":
        from encodings_of_matrix import cp1258
        code, charset, data = (lambda t: t), "windows-1258", cp1258
    else:
        letters, face = LETTERS[encoding]
        code, data = letters, BYTES["utf-8"]
    marked = code(mark)
    if place == "bold-in-pieces":
        marked = f"<span>{marked[:1]}</span><b>{marked[1:]}</b>"
    inner = _HTML[place].format(marked) if _HTML[place] else ""
    if face:
        inner = f"<font face=\"{face}\">{inner}</font>"
    head = f"<title>{marked if place == 'title' else 'x'}</title>"
    if place == "meta":
        head += f"<meta name=\"keywords\" content=\"{marked}\">"
    lines = "".join(f"<p>{code(line)}</p>\n" for line in HEAD)
    rest = "".join(f"<p>{code(line)}</p>\n" for line in TAIL)
    page = f"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\">{head}</head><body>{lines}{inner}\n{rest}</body></html>\n"
    return data(page)
