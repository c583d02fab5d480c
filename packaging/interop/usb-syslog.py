"""usb-syslog.py FILE TRUTH: a syslog of 160 MB over three years in which 300 USB devices come and go, and what is in it.

RFC 3164 lines without a year; the file's time is that of its last line.
"""
import datetime
import json
import os
import random
import sys

DEVICES, SIZE = 300, int(os.environ.get("SYSLOG_MB", "160")) << 20
VENDORS = [("0781", "5567", "SanDisk", "Cruzer Blade"), ("0951", "1666", "Kingston", "DataTraveler 3.0"),
           ("8564", "1000", "JetFlash", "Mass Storage Device"), ("04e8", "6860", "SAMSUNG", "SAMSUNG_Android"),
           ("05ac", "12a8", "Apple Inc.", "iPhone"), ("1058", "25a2", "Western Digital", "Elements 25A2")]
random.seed(20260321)
start = datetime.datetime(2023, 11, 2, 8, 0, 0)
span = datetime.timedelta(days=830)
events = []
truth = []
for number in range(DEVICES):
    vendor, product, maker, name = VENDORS[number % len(VENDORS)]
    serial = f"{random.getrandbits(64):016X}"
    first = start + span * ((number + 0.5) / DEVICES)
    truth.append({"vendor": vendor, "product": product, "serial": serial, "year": first.year})
    port = f"1-{number % 8 + 1}"
    lines = [
        f"usb {port}: new high-speed USB device number {number % 120 + 2} using xhci_hcd",
        f"usb {port}: New USB device found, idVendor={vendor}, idProduct={product}, bcdDevice= 1.00",
        f"usb {port}: New USB device strings: Mfr=1, Product=2, SerialNumber=3",
        f"usb {port}: Product: {name}", f"usb {port}: Manufacturer: {maker}", f"usb {port}: SerialNumber: {serial}",
    ]
    events += [(first, line) for line in lines]
    events.append((first + datetime.timedelta(minutes=9), f"usb {port}: USB disconnect, device number {number % 120 + 2}"))
events.sort(key=lambda event: event[0])
FILLER = [
    "systemd[1]: Started Session {} of User nam.", "CRON[{}]: (root) CMD (command -v debian-sa1 > /dev/null && debian-sa1 1 1)",
    "dbus-daemon[612]: [system] Successfully activated service 'org.freedesktop.hostname1' request {}",
    "kernel: [{}.501312] audit: type=1400 audit(0.0:1): apparmor=\"STATUS\" operation=\"profile_replace\" profile=\"unconfined\"",
    "gnome-shell[1543]: Window manager warning: last_user_time ({}) is greater than comparison timestamp",
]


def stamp(time):
    return f"{time:%b} {time.day:2d} {time:%H:%M:%S} ws-01 "


total = SIZE // 105
with open(sys.argv[1], "w", encoding="utf-8") as file:
    at = 0
    for index in range(total):
        time = start + span * (index / total)
        while at < len(events) and events[at][0] <= time:
            file.write(stamp(events[at][0]) + f"kernel: [{index}.000001] " + events[at][1] + "\n")
            at += 1
        file.write(stamp(time) + FILLER[index % len(FILLER)].format(index) + "\n")
    for moment, line in events[at:]:
        file.write(stamp(moment) + "kernel: [1.000001] " + line + "\n")
last = (start + span).timestamp()
os.utime(sys.argv[1], (last, last))
with open(sys.argv[2], "w", encoding="utf-8") as file:
    json.dump(truth, file)
