"""Answers `airseal inspect` under a pseudo-terminal, to the end or until Ctrl-C at a prompt.

Usage: inspect.py PROGRAM RECORDING TRUST KEY WORK [PROMPT]
Prints the number of prompts that were seen and the exit code.
"""
import sys

import pexpect

program, recording, trust, key, work = sys.argv[1:6]
stop = int(sys.argv[6]) if len(sys.argv) > 6 else 0
child = pexpect.spawn(
    program,
    ["inspect", "--recording", recording, "--trust", trust, "--key", key,
     "--registers", work + "/registers", "--output", work + "/result"],
    encoding="utf-8", timeout=60, env={"HOME": work, "PATH": "/usr/bin:/bin", "TERM": "xterm"})
replies = [
    ("Cơ quan kiểm tra, cấp tem: ", "Phòng PA03"), ("Người kiểm tra: ", "Trần Thị Mẫu"),
    ("Đơn vị sử dụng máy: ", "Đơn vị mẫu"), ("Người quản lý, sử dụng máy: ", "Nguyễn Văn Mẫu"),
    (r"Chọn loại máy \[1\]: ", ""),
]
for noted in ("Đã đối chiếu hoá đơn", "", "Niêm phong 01, 02", "", "", ""):
    holds = "k" if not noted and len(replies) == 7 else "c"
    replies += [(r"\(c = có, k = không\) \[k\]: ", holds), (r"Đã xem gì, ghi chú[^:]*: ", noted)]
replies += [(r"Cấp tem\? \(c = có, k = không\) \[k\]: ", "c"), (r"cách nhau bằng dấu phẩy \[không\]: ", "01, 02")]
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
