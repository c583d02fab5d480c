"""lab-history.py CONTACTS SIGNS: what the lab machine's disk must tell of 12 March 2024."""
import json
import sys

contacts = json.load(open(sys.argv[1], encoding="utf-8"))
signs = json.load(open(sys.argv[2], encoding="utf-8"))
DAY = "2024-03-12"
of_day = [row for row in contacts if row["day"] == DAY]
kinds = {row["kind"] for row in of_day}
checks = {
    "joined the network by name": any(row["kind"] == "connection_activated" and row["name"] == "Quan Cafe" for row in of_day),
    "the access point": any(row["kind"] in ("wifi_access_point", "orphan_access_point") and row["peer"] for row in of_day),
    "the deleted profile": bool({"orphan_activation", "orphan_access_point", "orphan_lease"} & {row["kind"] for row in contacts}),
    "the tethering phone": "tether_up" in kinds,
    "grades in spite of the clock": bool(of_day) and all(row["grade"] in ("A", "B") for row in of_day),
    "the clock that was set back": any(row["sign"] == "clock_was_set" for row in signs),
}
for row in of_day:
    print(" ", row["day"], row["kind"], row["grade"], row["name"] or "", row["peer"] or "", row["interface"] or "", row["source"])
for name, good in checks.items():
    print(f"lab-history: {name}: {'yes' if good else 'NO'}")
sys.exit(0 if all(checks.values()) else 1)
