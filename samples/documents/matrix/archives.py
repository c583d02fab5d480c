"""Containers of other files, stored or compressed; RAR and CAB stored, by hand."""
import bz2
import gzip
import io
import lzma
import os
import struct
import subprocess
import tarfile
import tempfile
import zipfile
import zlib


def _tar(name, data, mode):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def _zip(name, data):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def _bsdtar(kind):
    def make(name, data):
        with tempfile.TemporaryDirectory() as folder:
            open(os.path.join(folder, name), "wb").write(data)
            target = os.path.join(folder, ".out")
            subprocess.run(["bsdtar", "-c", "-f", target, "--format", kind, "-C", folder, name], check=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
            return open(target, "rb").read()
    return make


def _zstd(data):
    return subprocess.run(["zstd", "-q", "-c"], input=data, stdout=subprocess.PIPE, check=True).stdout


def rar(name, data, isEncrypted=False):
    def block(kind, flags, rest, body=b""):
        head = struct.pack("<BHH", kind, flags, 7 + len(rest)) + rest
        return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head + body
    plain = name.encode("ascii", "replace").replace(b"?", b"_")
    rest = struct.pack("<IIBIIBBHI", len(data), len(data), 3, zlib.crc32(data), 0x5A000000, 20, 0x30, len(plain), 0o100644) + plain
    return b"Rar!\x1a\x07\x00" + block(0x73, 0, bytes(6)) + block(0x74, 0x8004 if isEncrypted else 0x8000, rest, data) + block(0x7B, 0x4000, b"")


def _cab(name, data):
    data = data[:32000]
    label = name.encode("utf-8") + b"\0"
    files = 36 + 8
    start = files + 16 + len(label)
    size = start + 8 + len(data)
    header = b"MSCF" + struct.pack("<IIIIIBBHHHHH", 0, size, 0, files, 0, 3, 1, 1, 1, 0, 1, 0)
    return header + struct.pack("<IHH", start, 1, 0) + struct.pack("<IIHHHH", len(data), 0, 0, 0x5A00, 0, 0xA0) + label + struct.pack("<IHH", 0, len(data), len(data)) + data


FORMATS = {
    "zip": (".zip", _zip),
    "7z": (".7z", _bsdtar("7zip")),
    "rar": (".rar", rar),
    "tar": (".tar", lambda n, d: _tar(n, d, "w")),
    "tar.gz": (".tar.gz", lambda n, d: _tar(n, d, "w:gz")),
    "tar.bz2": (".tar.bz2", lambda n, d: _tar(n, d, "w:bz2")),
    "tar.xz": (".tar.xz", lambda n, d: _tar(n, d, "w:xz")),
    "tar.zst": (".tar.zst", lambda n, d: _zstd(_tar(n, d, "w"))),
    "gz": (".gz", lambda n, d: gzip.compress(d)),
    "bz2": (".bz2", lambda n, d: bz2.compress(d)),
    "xz": (".xz", lambda n, d: lzma.compress(d)),
    "zst": (".zst", lambda n, d: _zstd(d)),
    "iso": (".iso", _bsdtar("iso9660")),
    "cab": (".cab", _cab),
}
# Formats that keep one file without its name, or names in ASCII only.
NAMELESS = {"gz", "bz2", "xz", "zst"}
