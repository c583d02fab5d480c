"""draw-label.py WORKER FONT BOLD OUT < TEXT: has the worker draw a label whose QR code holds the text."""
import array
import json
import os
import socket
import subprocess
import sys

worker, font, bold, out = sys.argv[1:]
text = sys.stdin.read().strip()
width, height, code = (60, 40, 26.5) if len(text) <= 450 else (100, 65, 43)
request = {
    "format": "pdf", "width": width, "height": height, "code": code, "issuer": "INTEROP", "heading": "TEM AN NINH",
    "rows": [{"caption": "Số", "value": "THỬ-1", "isStrong": True}], "footer": "Tem thử", "text": text,
}
ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
process = subprocess.Popen([worker, "--label", font, bold], stdin=theirs)
theirs.close()
ours.recv(4096)
file = os.open(out, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
ours.sendmsg(
    [json.dumps(request).encode()], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [file]))])
reply = ours.recv(4096)
process.wait()
if reply[:1] != b"\0":
    sys.exit(f"the worker draws nothing: {reply!r}")
