#!/bin/bash
# lab-history.sh BUILD: a real past on a booted Debian workstation, reconstructed from its disk: with the clock set back,
# NetworkManager joins a WPA network, a tethering phone comes and goes, and then the profile is deleted.
# AIRSEAL_LAB names the program that boots it (run --share --scenario --out); without it nothing is shown.
set -euo pipefail
airseal=$(readlink -f "$1")/airseal
here=$(dirname "$(readlink -f "$0")")/lab
[ -n "${AIRSEAL_LAB:-}" ] || { echo "lab-history: SKIPPED, AIRSEAL_LAB names no lab machine"; exit 0; }
command -v qemu-system-x86_64 >/dev/null || { echo "lab-history: SKIPPED, qemu-system-x86 is not installed"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/share" "$work/root"
cp "$(dirname "$AIRSEAL_LAB")/guest/gadget.sh" "$here/history-in-guest.sh" "$work/share/"
cat >"$work/scenario.txt" <<'STEPS'
run cd /mnt/host && bash history-in-guest.sh
STEPS
bash "$AIRSEAL_LAB" run --share "$work/share" --scenario "$work/scenario.txt" --out "$work/out" \
  --timeout 300 --max 900 >"$work/lab.log" 2>&1 ||
  { tail -n 20 "$work/lab.log"; echo "lab-history: FAILED"; exit 1; }
tar -C "$work/root" -xf "$work/out/root.tar"
"$airseal" scan --root "$work/root" --skip documents --output "$work/scan" --format json >/dev/null || [ $? -le 3 ]
"$airseal" query "SELECT kind, grade, name, peer, interface, strftime('%Y-%m-%d', first_seen, 'unixepoch') AS day, source
  FROM network_contact ORDER BY first_seen" --facts "$work/scan/facts.sqlite" --format json >"$work/contacts.json"
"$airseal" query "SELECT sign, weight, detail FROM history_sign WHERE concern = 'clock'" \
  --facts "$work/scan/facts.sqlite" --format json >"$work/signs.json"
python3 "$here/lab-history.py" "$work/contacts.json" "$work/signs.json" || { echo "lab-history: FAILED"; exit 1; }
echo "lab-history: PASSED"
