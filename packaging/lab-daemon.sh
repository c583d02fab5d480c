#!/bin/bash
# lab-daemon.sh BUNDLE: the daemon under systemd on a booted Debian workstation: a phone, a Wi-Fi association, a scheduled
# self-check, a clock that is set, then power-off and another start. AIRSEAL_LAB names the program that boots it; without it nothing is shown.
set -euo pipefail
bundle=$(readlink -f "$1")
here=$(dirname "$(readlink -f "$0")")
[ -n "${AIRSEAL_LAB:-}" ] || { echo "lab-daemon: SKIPPED, AIRSEAL_LAB names no lab machine"; exit 0; }
command -v qemu-system-x86_64 >/dev/null || { echo "lab-daemon: SKIPPED, qemu-system-x86 is not installed"; exit 0; }
[ -x "$bundle/airseald" ] || { echo "There is no bundle in $bundle; run make bundle first." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed() { echo "lab-daemon: FAILED, $*"; exit 1; }
mkdir "$work/share"
cp -r "$bundle" "$work/share/bundle"
cp -r "$here/systemd" "$here/lab/daemon-in-guest.sh" "$work/share/"
play() { # NAME OPTION… <SCENARIO
  cat >"$work/$1.txt"
  bash "$AIRSEAL_LAB" run --share "$work/share" --scenario "$work/$1.txt" --out "$work/$1" --timeout 300 --max 1500 --poweroff \
    "${@:2}" >"$work/$1.log" 2>&1 || { tail -n 30 "$work/$1.log"; tail -n 40 "$work/$1/commands.log"; failed "$1"; }
}
guest="run cd /mnt/host && bash daemon-in-guest.sh"
play first <<END
$guest install
plug phone fake profile=samsung-mtp
await lsusb | grep -q 04e8:6860
unplug phone
$guest wifi
$guest scan
$guest clock
$guest look
END
has() { grep -Eq "$2" "$work/$1" || { tail -n 40 "$work/$1"; failed "no $2 in $1"; }; }
has first/entries.txt 'device added .*kind=phone'
has first/entries.txt 'device removed .*vendor_id=04e8'
has first/entries.txt 'link changed .*carrier=1.*link=wlan1'
has first/coverage.txt 'clock was set'
[ -d "$work/first/state" ] || failed "the journal was not kept over the power-off"
cp -r "$work/first/state" "$work/share/state"
play second --fresh <<END
$guest install
$guest look
END
has second/coverage.txt 'switched off'
has second/entries.txt 'machine off'
has second/entries.txt 'device added .*kind=phone'
cat "$work/second/coverage.txt"
echo "lab-daemon: PASSED"
