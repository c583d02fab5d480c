"""Answers `airseal inspect` under a pseudo-terminal, to the end or until Ctrl-C at a prompt.

Usage: inspect.py PROGRAM RECORDING|FACTS TRUST KEY WORK [PROMPT]
With findings to settle, the environment variable FINDINGS says what is replied to each: c, k or t (each by itself).
Prints the number of prompts that were seen and the exit code.
"""
import os
import sys

import pexpect

program, recording, trust, key, work = sys.argv[1:6]
stop = int(sys.argv[6]) if len(sys.argv) > 6 else 0
child = pexpect.spawn(
    program,
    ["inspect", "--facts" if recording.endswith(".sqlite") else "--recording", recording, "--trust", trust, "--key", key,
     "--registers", work + "/registers", "--output", work + "/result"],
    encoding="utf-8", timeout=60, env={"HOME": work, "PATH": "/usr/bin:/bin", "TERM": "xterm"})
YES = r"\(c = có, k = không(?:, t = từng mục)?\) \[k\]: "
replies = [
    ("Cơ quan kiểm tra, cấp tem: ", "Phòng PA03"), ("Người kiểm tra: ", "Trần Thị Mẫu"),
    ("Đơn vị sử dụng máy: ", "Đơn vị mẫu"), ("Người quản lý, sử dụng máy: ", "Nguyễn Văn Mẫu"),
    (r"Chọn loại máy \[1\]: ", ""),
]
with open(key, encoding="utf-8") as file:
    if "airseal:sealed" in file.read():
        replies.append(("Mật khẩu của khoá [^:]*: ", "mat-khau-mau"))
first = len(replies)
for noted in ("Đã đối chiếu hoá đơn", "", "Niêm phong 01, 02", "", "", ""):
    holds = "k" if not noted and len(replies) == first + 2 else "c"
    replies += [(YES, holds), (r"Đã xem gì, ghi chú[^:]*: ", noted)]
for reply in os.environ.get("FINDINGS", ""):
    replies.append((YES, reply))
    if reply == "t":
        replies.append((YES, "c"))
    if reply != "k":
        replies.append((r"Căn cứ, đã xem gì[^:]*: ", "Đã đối chiếu biên bản vệ sinh nhật ký"))
replies += [(r"Cấp tem\? " + YES, "c"), (r"cách nhau bằng dấu phẩy \[không\]: ", "01, 02")]
seen = 0
for prompt, reply in replies:
    child.expect(prompt)
    seen += 1
    if seen == stop:
        child.sendintr()
        break
    child.sendline(reply)
child.expect(pexpect.EOF)
child.close()
print(seen, child.exitstatus if child.exitstatus is not None else -child.signalstatus)
print(child.before)
