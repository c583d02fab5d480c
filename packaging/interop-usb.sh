#!/bin/bash
# interop-usb.sh BUILD: airseal and usbrip (a Python tool, for development only) on one synthetic syslog of 160 MB.
set -euo pipefail
airseal=$(readlink -f "$1")/airseal
here=$(dirname "$(readlink -f "$0")")/interop
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" >/dev/null
"$work/venv/bin/pip" install --quiet --disable-pip-version-check usbrip==2.2.2.post1 ||
  { echo "interop: SKIPPED, usbrip could not be installed"; exit 0; }
mkdir -p "$work/root/var/log" "$work/root/var/lib/dpkg"
printf 'Package: rsyslog\nStatus: install ok installed\nVersion: 1\n' >"$work/root/var/lib/dpkg/status"
python3 "$here/usb-syslog.py" "$work/root/var/log/syslog" "$work/truth.json"
cat "$work/root/var/log/syslog" >/dev/null
"$airseal" scan --root "$work/root" --skip documents --output "$work/scan" --format json >/dev/null || [ $? -le 3 ]
"$airseal" query "SELECT vendor_id, product_id, serial, strftime('%Y', first_seen, 'unixepoch') AS year
  FROM usb_device_history WHERE vendor_id IS NOT NULL" --facts "$work/scan/facts.sqlite" --format json >"$work/ours.json"
ours=$("$airseal" query "SELECT MAX(duration) / 1000.0 AS seconds FROM collection WHERE source = 'device_history'" \
  --facts "$work/scan/facts.sqlite" --format csv | tail -n 1)
begin=${EPOCHREALTIME/./}
"$work/venv/bin/usbrip" events history -q -l -f "$work/root/var/log/syslog" >"$work/theirs.txt" 2>&1 </dev/null || true
end=${EPOCHREALTIME/./}
python3 "$here/compare-usb.py" "$work/truth.json" "$work/ours.json" "$work/theirs.txt" "$ours" \
  "$(printf '%d.%06d' $(((end - begin) / 1000000)) $(((end - begin) % 1000000)))"
