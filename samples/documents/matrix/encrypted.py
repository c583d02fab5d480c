"""encrypted.py FOLDER: one file of every format that takes a password, each with a marking that nobody can read."""
import os
import subprocess
import sys

import archives
import odf
import ooxml
import pdf
from ole import compound


def _office(kind):
    """What Office makes of a package under a password ([MS-OFFCRYPTO] 2.3.4)."""
    info = b"\x04\x00\x04\x00\x40\x00\x00\x00<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\"><keyData saltSize=\"16\"/></encryption>"
    return compound({"EncryptionInfo": info, "EncryptedPackage": b"\x00\x20\x00\x00\x00\x00\x00\x00" + bytes(n * 7919 % 251 for n in range(8192))})


def _odt(letter):
    """The members of an encrypted text stand in its manifest with the key's parameters (ODF 1.2, part 3, 4.8)."""
    members = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": bytes(n * 7919 % 251 for n in range(900))}
    members["META-INF/manifest.xml"] = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data><manifest:algorithm/></manifest:encryption-data></manifest:file-entry></manifest:manifest>'
    return ooxml.pack(members)


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    letter = ooxml.word("docx", "nfc", "body", "TỐI MẬT")

    def put(name, data):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)

    def run(*command):
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    for kind in ("docx", "xlsx", "pptx"):
        put(f"a.{kind}", _office(kind))
    put("a.odt", _odt(letter))
    put("plain.docx", letter)
    put("plain.pdf", pdf.pdf("nfc", "body", "TỐI MẬT"))
    run("qpdf", "--encrypt", "mot", "hai", "256", "--", "plain.pdf", "a.pdf")
    run("qpdf", "--allow-weak-crypto", "--encrypt", "mot", "hai", "40", "--", "plain.pdf", "old.pdf")
    run("7z", "a", "-pmot", "-tzip", "-mem=AES256", "a.zip", "plain.docx")
    run("7z", "a", "-pmot", "-tzip", "-mem=ZipCrypto", "old.zip", "plain.docx")
    run("7z", "a", "-pmot", "a.7z", "plain.docx")
    run("7z", "a", "-pmot", "-mhe=on", "names.7z", "plain.docx")
    put("a.rar", archives.rar("plain.docx", letter, isEncrypted=True))
    for name in ("plain.docx", "plain.pdf"):
        os.remove(os.path.join(folder, name))


main()
