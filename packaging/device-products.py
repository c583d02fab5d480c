"""device-products.py HWDB_FOLDER MODULES_FOLDER MODESWITCH_PACK: writes rules/devices/products.txt to standard output.

Facts of these public tables are put together into one table of kinds: the drivers' own lists (modules.alias of a Linux
kernel), libmtp and libgphoto2 (their udev hwdb), libfprint (by way of systemd's hwdb), usb-modeswitch-data, and the
names of the USB ID repository (20-usb-vendor-model.hwdb of systemd).
"""
import re
import sys
import tarfile
from pathlib import Path

PHONE_VENDORS = """05ac 04e8 18d1 12d1 339b 2717 22d9 2d95 2a70 1004 22b8 0bb4 0fce 0421 2e04 19d2 1bbb 2a45 0e8d 2ed6 0fca
1ebf 0489 0502 0b05 17ef 1d4d 2916 2b4c 29a9 2c3f 1782 201e 109b 2836 0fca 2a47 1f3a 1949 2970 2207""".split()
CAMERA_VENDORS = "04a9 04b0 054c 04cb 04da 07b4 040a 25fb 07cf 2672 1a98 2ca3 0797 03f0 04fc".split()
DRIVERS = {
    "modem": """option qmi_wwan cdc_mbim huawei_cdc_ncm sierra sierra_net qcserial hso ipw""".split(),
    "ethernet": """asix ax88179_178a aqc111 r8152 r8153_ecm smsc75xx smsc95xx lan78xx dm9601 pegasus rtl8150 mcs7830 sr9700
        sr9800 kaweth catc ch9200 int51x1 kalmia plusb net1080 cx82310_eth gl620a""".split(),
    "bluetooth": "btusb ath3k bcm203x bfusb bpa10x bcm203x".split(),
}
# Words of the USB ID repository's product names, the first that fits.
WORDS = [
    ("tether", r"tether|rndis|\bncm\b.*(phone|galaxy)"),
    ("modem", r"\bmodem\b.*(hspa|lte|3g|4g|5g|umts|gsm|cdma|mobile)|(hspa|lte|3g|4g|5g|umts|gsm|cdma|ev-?do|wwan|hsdpa|edge).*(modem|card|stick|module|dongle|broadband|usb)|mobile broadband|\blte\b|\bhsdpa\b|\bhspa\b|wwan"),
    ("phone", r"smartphone|\bphone\b|iphone|galaxy|android|xperia|lumia|\bipad\b|nexus|pixel|blackberry|\(mtp"),
    ("wifi", r"802\.11|wireless lan|\bwlan\b|wi-?fi|wireless(-| )?[nga]c?\b|wireless (usb )?(network )?adapter|wireless-n"),
    ("bluetooth", r"bluetooth"),
    ("ethernet", r"ethernet|\blan\b|10/100|gigabit"),
    ("smartcard", r"smart ?card|ccid|e?token\b|epass|rutoken|pki|cryptographic|card ?man\b|gempc|security key|yubikey"),
    ("fingerprint", r"finger ?print|biometric"),
    ("card_reader", r"card ?reader|multi-?card|cardreader"),
    ("printer", r"laserjet|deskjet|officejet|photosmart|printer|stylus|pixma|workforce|\bmfc-|\bdcp-|phaser|\bhl-|envy|selphy|lbp-?\d|multifunction|imageclass|imagerunner|aculaser|expression|bizhub|ecosys|scx-|\bml-\d|clp-|clx-"),
    ("scanner", r"scanner|scanjet|canoscan|perfection|scansnap"),
    ("wireless_hid", r"(wireless|nano|cordless|2\.4 ?g).*(receiver|mouse|keyboard|desktop|combo|presenter)|unifying|lightspeed receiver|bolt receiver|nano transceiver"),
    ("hid", r"keyboard|mouse|trackball|touchpad|tablet|trackpad|touch ?screen|joystick|gamepad|controller|barcode"),
    ("audio", r"headset|headphone|speaker|microphone|\baudio\b|sound|\bdac\b"),
    ("camera", r"webcam|camera|\bcam\b|video capture|eos|coolpix|powershot|finepix|lumix|cyber-?shot|camcorder|imaging"),
    ("hub", r"\bhub\b"),
    ("storage", r"flash (drive|disk|memory)|thumb ?drive|pen ?drive|cruzer|datatraveler|jetflash|mass storage|memory stick|hard (disk|drive)|external (hdd|disk|drive|ssd)|portable|my (passport|book)|elements|expansion|backup\+|storage|\bhdd\b|\bssd\b|disk|\bdrive\b|\bsata\b|ultra (fit|flair|usb)|extreme|blade|store 'n' go|transmemory|attach[eé]"),
]
ORDER = ["fingerprint", "modem", "tether", "phone", "wifi", "bluetooth", "ethernet", "camera", "smartcard", "printer", "scanner",
         "audio", "wireless_hid", "hid", "card_reader", "storage", "hub"]

table = {}


def put(kind, confidence, vendor, product):
    key = (vendor.lower(), product.lower())
    if key not in table:
        table[key] = (kind, confidence)


def hwdb(path):
    """(vendor, product, properties) of every entry with both ids."""
    keys, values = [], {}
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if line.startswith("usb:"):
            keys.append(line)
        elif line.startswith(" "):
            name, _, value = line.strip().partition("=")
            values[name] = value
        elif not line.strip():
            for key in keys:
                found = re.match(r"usb:v([0-9A-F]{4})p([0-9A-F]{4})", key, re.I)
                if found:
                    yield found[1], found[2], values
            keys, values = [], {}


hwdb_folder, modules, pack = map(Path, sys.argv[1:4])
for vendor, product, _ in hwdb(hwdb_folder / "60-autosuspend-fingerprint-reader.hwdb"):
    put("fingerprint", "high", vendor, product)
with tarfile.open(pack) as archive:
    for member in archive.getmembers():
        found = re.match(r"(?:\./)?([0-9a-f]{4}):([0-9a-f]{4})", member.name, re.I)
        if not found:
            continue
        text = archive.extractfile(member).read().decode("utf-8", "replace")
        target = re.search(r"TargetVendor\s*=\s*(?:0x)?([0-9a-f]{4})", text, re.I)
        target = (target[1] if target else found[1]).lower()
        wifi = target in ("0bda", "0cf3", "148f", "0e8d") or "wlan" in text.lower()
        kind = "wifi" if wifi else "modem"
        put(kind, "high", found[1], found[2])
        for product in re.findall(r"TargetProduct(?:List)?\s*=\s*\"?([0-9a-fx, ]+)", text, re.I):
            for one in re.findall(r"[0-9a-f]{4}", product.lower().replace("0x", "")):
                put(kind, "high", target, one)
folders = {Path(line.split(":")[0]).name.split(".")[0].replace("-", "_"): line.split(":")[0]
           for line in (modules / "modules.dep").read_text().splitlines()}
aliases = []
for line in (modules / "modules.alias").read_text().splitlines():
    found = re.match(r"alias usb:v([0-9A-F]{4})p([0-9A-F]{4})\S* (\S+)", line)
    if found:
        aliases.append((found[1], found[2], found[3].replace("-", "_")))
for kind in ("modem", "wifi", "bluetooth", "ethernet"):
    for vendor, product, module in aliases:
        if kind == "wifi" and "/net/wireless/" in folders.get(module, "") and module != "rndis_wlan":
            put(kind, "high", vendor, product)
        elif module in DRIVERS.get(kind, []):
            put(kind, "high", vendor, product)
for vendor, product, values in hwdb(hwdb_folder / "69-libmtp.hwdb"):
    vendor = vendor.lower()
    if vendor in CAMERA_VENDORS:
        put("camera", "medium", vendor, product)
    else:
        put("phone" if vendor in PHONE_VENDORS else "storage", "medium", vendor, product)
names = {}
for vendor, product, values in hwdb(hwdb_folder / "20-usb-vendor-model.hwdb"):
    names[(vendor.lower(), product.lower())] = values.get("ID_MODEL_FROM_DATABASE", "")
for (vendor, product), name in names.items():
    if re.search(WORDS[0][1], name, re.I) and vendor in PHONE_VENDORS:
        table[(vendor, product)] = ("tether", "high")
for vendor, product, values in hwdb(hwdb_folder / "20-libgphoto2-6.hwdb"):
    vendor = vendor.lower()
    put("phone" if vendor in PHONE_VENDORS and vendor not in CAMERA_VENDORS else "camera", "medium", vendor, product)
for (vendor, product), name in names.items():
    for kind, words in WORDS[1:]:
        if kind == "phone" and vendor not in PHONE_VENDORS:
            continue
        if re.search(words, name, re.I):
            put(kind, "medium", vendor, product)
            break

print("""# Products by kind: kind, confidence, vendor, and products as single ids or ranges, all hexadecimal.
# Made by packaging/device-products.py from facts of: modules.alias of Linux 6.1, usb-modeswitch-data 20191128,
# libmtp 1.1.20 and libgphoto2 2.5.30 (their udev hwdb), libfprint (hwdb of systemd 252), and the names of the
# USB ID repository (linux-usb.org/usb.ids, hwdb of systemd 252).""")
rows = {}
for (vendor, product), (kind, confidence) in table.items():
    rows.setdefault((ORDER.index(kind), kind, confidence, vendor), set()).add(int(product, 16))
for (_, kind, confidence, vendor), products in sorted(rows.items()):
    spans = []
    for product in sorted(products):
        if spans and spans[-1][1] == product - 1:
            spans[-1][1] = product
        else:
            spans.append([product, product])
    texts = [f"{a:04x}" if a == b else f"{a:04x}-{b:04x}" for a, b in spans]
    print(kind, confidence, vendor, *texts)
