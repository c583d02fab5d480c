"""Mail: RFC 5322 messages, mailboxes, Outlook messages."""
import base64
import quopri

from encodings_of_matrix import BYTES, cp1258
from texts import report

PLACES = ["body", "html", "subject", "attachment", "attachment-name"]


def _transfer(data, how):
    if how == "base64":
        return base64.encodebytes(data).decode()
    if how == "quoted-printable":
        return quopri.encodestring(data).decode()
    return data.decode("latin-1")


def _word(text, how):
    data = text.encode("utf-8")
    if how == "quoted-printable":
        return "=?utf-8?Q?" + "".join(chr(b) if 48 <= b < 123 and chr(b).isalnum() else f"={b:02X}" for b in data) + "?="
    if how == "8bit":
        return data.decode("latin-1")
    return "=?UTF-8?B?" + base64.b64encode(data).decode() + "?="


def eml(encoding, place, mark, inner=None):
    how, _, charset = encoding.partition(" ")
    code = {"utf-8": BYTES["utf-8"], "windows-1258": cp1258, "nfd": BYTES["nfd"], "tcvn3": BYTES["tcvn3"], "vni": BYTES["vni"]}[charset]
    declared = "utf-8" if charset in ("utf-8", "nfd") else "windows-1258" if charset == "windows-1258" else "iso-8859-1"
    lines = report(mark if place == "body" else None)
    subject = _word(mark if place == "subject" else "Báo cáo", how)
    head = f"From: a@example.net\r\nTo: b@example.net\r\nDate: Mon, 3 Mar 2025 08:00:00 +0700\r\nMessage-ID: <1@example.net>\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\n"
    plain = f"Content-Type: text/plain; charset={declared}\r\nContent-Transfer-Encoding: {how}\r\n\r\n" + _transfer(code("\r\n".join(lines) + "\r\n"), how)
    parts = [plain]
    if place == "html":
        page = "<html><body>" + "".join(f"<p>{line}</p>\r\n" for line in report(mark)) + "</body></html>\r\n"
        parts.append(f"Content-Type: text/html; charset={declared}\r\nContent-Transfer-Encoding: {how}\r\n\r\n" + _transfer(code(page), how))
    if place in ("attachment", "attachment-name"):
        name = f"KH ({mark}).docx" if place == "attachment-name" else "a.docx"
        data = inner(mark if place == "attachment" else None)
        parts.append(
            "Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"" + _word(name, "base64" if how == "8bit" else how)
            + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(data).decode())
    if len(parts) == 1:
        return (head + plain).encode("latin-1")
    body = "".join(f"--x\r\n{part}\r\n" for part in parts) + "--x--\r\n"
    return (head + "Content-Type: multipart/mixed; boundary=x\r\n\r\n" + body).encode("latin-1")


def mbox(encoding, place, mark, inner=None):
    first = eml(encoding, "body", None)
    return b"".join(b"From a@example.net Mon Mar  3 08:00:00 2025\n" + m.replace(b"\r\n", b"\n") + b"\n" for m in (first, eml(encoding, place, mark, inner)))


def msg(encoding, place, mark, inner=None):
    from ole import compound

    def text(tag, value):
        return {f"__substg1.0_{tag}001F": value.encode("utf-16-le")}

    def narrow(tag, value):
        return {f"__substg1.0_{tag}001E": {"tcvn3": BYTES["tcvn3"], "vni": BYTES["vni"], "windows-1258": cp1258}[encoding](value)}

    put = text if encoding == "utf-16" else narrow
    streams = {"__properties_version1.0": bytes(32), "__nameid_version1.0": {"__substg1.0_00020102": b"", "__substg1.0_00030102": b"", "__substg1.0_00040102": b""}}
    streams |= text("001A", "IPM.Note") if encoding == "utf-16" else {"__substg1.0_001A001E": b"IPM.Note"}
    streams |= put("0037", mark if place == "subject" else "Báo cáo")
    streams |= put("1000", "\r\n".join(report(mark if place == "body" else None)))
    if place == "html":
        streams["__substg1.0_10130102"] = ("<html><head><meta charset=utf-8></head><body>" + "".join(f"<p>{l}</p>" for l in report(mark)) + "</body></html>").encode("utf-8")
    if place in ("attachment", "attachment-name"):
        data = inner(mark if place == "attachment" else None)
        name = f"KH ({mark}).docx" if place == "attachment-name" else "a.docx"
        streams["__attach_version1.0_#00000000"] = {"__properties_version1.0": bytes(8), "__substg1.0_37010102": data} | put("3707", name)
    return compound(streams)
