"""compare-usb.py TRUTH OURS THEIRS OUR_SECONDS THEIR_SECONDS: devices and years of airseal and usbrip, side by side."""
import json
import re
import sys

truth = {(d["vendor"], d["product"], d["serial"]): d["year"] for d in json.load(open(sys.argv[1], encoding="utf-8"))}
ours = {(r["vendor_id"], r["product_id"], r["serial"]): r["year"] for r in json.load(open(sys.argv[2], encoding="utf-8"))}
theirs, device = set(), {}
for line in open(sys.argv[3], encoding="utf-8", errors="replace"):
    found = re.match(r"\s*(VID|PID|Serial Number):\s*(\S+)", re.sub(r"\x1b\[[0-9;]*m", "", line))
    if found:
        device[found[1]] = found[2].lower() if found[1] != "Serial Number" else found[2]
        if found[1] == "Serial Number":
            theirs.add((device.get("VID"), device.get("PID"), device["Serial Number"]))
our_time, their_time = float(sys.argv[4]), float(sys.argv[5])
right = sum(1 for key, year in truth.items() if int(ours.get(key, 0)) == year)
print(f"devices        airseal {len(set(ours) & set(truth))} of {len(truth)}   usbrip {len(theirs & set(truth))} of {len(truth)}")
print(f"same devices   {'yes' if set(ours) == theirs else 'no'}")
print(f"right year     airseal {right} of {len(truth)}   usbrip gives none for these lines")
print(f"seconds        airseal {our_time:.2f}   usbrip {their_time:.2f}   {their_time / our_time:.1f} times as fast")
sys.exit(0 if set(ours) == set(truth) and set(ours) == theirs and right == len(truth) and their_time >= 20 * our_time else 1)
