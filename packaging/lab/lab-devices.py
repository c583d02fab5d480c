"""lab-devices.py scenario IMAGE: the steps of the lab.  lab-devices.py verify OUT: what the lab machine must show."""
import json
import sys

# Profile of the lab, vendor and product, what it is while attached, and what its history says (in any of its modes).
DEVICES = [
    ("iphone", "05ac:12a8", "phone", "phone"),
    ("samsung-mtp", "04e8:6860", "phone", "tether"),
    ("huawei-zerocd", "12d1:1f01", "modem", "modem"),
    ("huawei-hilink", "12d1:14dc", "modem", "modem"),
    ("huawei-modem", "12d1:1436", "modem", "modem"),
    ("quectel-ec25", "2c7c:0125", "modem", "modem"),
    ("stick-sandisk", "0781:5567", "storage", "storage"),
    ("bt-csr", "0a12:0001", "bluetooth", "bluetooth"),
    ("wifi-rtl8188", "0bda:8179", "wifi", "wifi"),
    ("wifi-ath9k", "0cf3:9271", "wifi", "wifi"),
    ("kbd-logitech", "046d:c31c", "hid", "hid"),
    ("printer-hp", "03f0:2b17", "printer", "printer"),
    ("token-viettel", "096e:0703", "smartcard", "smartcard"),
]
# Tethering needs a device that answers: the machine plays it to itself.
TETHER = ("samsung-tether", "04e8:6863", "tether", "tether")


def scenario(image):
    for name, ids, _, _ in DEVICES:
        ident = "d" + name
        disk = f" image={image}" if name == "stick-sandisk" else ""
        print(f"plug {ident} fake profile={name}{disk}")
        print(f"await lsusb | grep -q {ids}")
        print("sleep 4")
        print(f"run cd /mnt/host && bash device-in-guest.sh {name}")
        print(f"unplug {ident}")
    name, ids, _, _ = TETHER
    print("run cd /mnt/host && HOSTADDR=02:1a:11:f0:00:01 DEVCLASS=0xef bash gadget.sh up sg 04e8 6863 SAMSUNG "
          "SAMSUNG_Android R58N30ABCDE rndis.0")
    print(f"await lsusb | grep -q {ids}")
    print("sleep 4")
    print(f"run cd /mnt/host && bash device-in-guest.sh {name}")
    print("run cd /mnt/host && bash gadget.sh down sg")
    print("run cd /mnt/host && bash device-in-guest.sh history")


def rows(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def verify(out):
    failed = 0
    history = rows(f"{out}/history.rows")
    for name, ids, attached, past in DEVICES + [TETHER]:
        vendor, product = ids.split(":")
        now = [row["kind"] for row in rows(f"{out}/{name}.rows")
               if (row["vendor_id"], row["product_id"]) == (vendor, product)]
        was = [(row["kind"], row["confidence"]) for row in history
               if row["vendor_id"] == vendor and product in (row["modes"] or "").split(",")]
        good = now == [attached] and [kind for kind, _ in was] == [past]
        failed += not good
        print(f"{'ok   ' if good else 'FAIL '} {name:16} {ids}  attached: {','.join(now) or '-':10} "
              f"history: {', '.join(f'{kind} ({sure})' for kind, sure in was) or '-'}")
    return 1 if failed else 0


if sys.argv[1] == "scenario":
    scenario(sys.argv[2])
else:
    sys.exit(verify(sys.argv[2]))
