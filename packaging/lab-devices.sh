#!/bin/bash
# lab-devices.sh BUNDLE: phones, modems, sticks and radios on a booted Debian workstation, each told while it is attached
# and again from history after it was unplugged.
# AIRSEAL_LAB names the program that boots it (run --share --scenario --out); without it nothing is shown.
set -euo pipefail
bundle=$(readlink -f "$1")
here=$(dirname "$(readlink -f "$0")")/lab
[ -n "${AIRSEAL_LAB:-}" ] || { echo "lab-devices: SKIPPED, AIRSEAL_LAB names no lab machine"; exit 0; }
command -v qemu-system-x86_64 >/dev/null || { echo "lab-devices: SKIPPED, qemu-system-x86 is not installed"; exit 0; }
[ -x "$bundle/airseal" ] || { echo "There is no bundle in $bundle; run make bundle first." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
truncate -s 16M "$work/stick.img"
mkfs.vfat -n USBSTICK "$work/stick.img" >/dev/null
cp -r "$bundle" "$work/share"
cp "$here/device-in-guest.sh" "$work/share/"
cp "$(dirname "$AIRSEAL_LAB")/guest/gadget.sh" "$work/share/"
python3 "$here/lab-devices.py" scenario "$work/stick.img" >"$work/scenario.txt"
bash "$AIRSEAL_LAB" run --share "$work/share" --scenario "$work/scenario.txt" --out "$work/out" \
  --timeout 300 --max 1500 >"$work/lab.log" 2>&1 ||
  { tail -n 20 "$work/lab.log"; echo "lab-devices: FAILED"; exit 1; }
python3 "$here/lab-devices.py" verify "$work/out" || { echo "lab-devices: FAILED"; exit 1; }
echo "lab-devices: PASSED"
