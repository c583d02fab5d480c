#!/bin/bash
# lab.sh BUNDLE: the bundle on a booted Debian workstation without a network card.
# AIRSEAL_LAB names the program that boots it (run --share --script --out); without it nothing is shown.
set -euo pipefail
bundle=$(readlink -f "$1")
here=$(dirname "$(readlink -f "$0")")/lab
[ -n "${AIRSEAL_LAB:-}" ] || { echo "lab: SKIPPED, AIRSEAL_LAB names no lab machine"; exit 0; }
command -v qemu-system-x86_64 >/dev/null || { echo "lab: SKIPPED, qemu-system-x86 is not installed"; exit 0; }
[ -x "$bundle/airseal" ] || { echo "There is no bundle in $bundle; run make bundle first." >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$bundle" "$work/share"
bash "$AIRSEAL_LAB" run --share "$work/share" --script "$here/in-guest.sh" --out "$work/out" \
  --timeout 900 --max 1200 >"$work/lab.log" 2>&1 ||
  { tail -n 20 "$work/lab.log" "$work/out/commands.log"; echo "lab: FAILED"; exit 1; }
# A person's answers, given elsewhere from the sealed facts.
airseal=$bundle/airseal facts=$work/out/scan/facts.sqlite
"$airseal" key new "$work/key" --no-passphrase --name 'Phòng thử nghiệm' >/dev/null
"$airseal" key trust "$work/key.pub" --trust "$work/issuers" >/dev/null
checks=$(python3 "$here/lab-report.py" open "$work/out/scan/report.json")
[ -n "$checks" ] || { echo "lab: FAILED, the scan left no question"; exit 1; }
while IFS=$'\t' read -r -a line; do
  scope=()
  for subject in "${line[@]:1}"; do scope+=(--scope "$subject"); done
  "$airseal" answer "${line[0]}" "${scope[@]}" --facts "$facts" --key "$work/key" --reply pass --inspector 'Trần Thị B' \
    --unit 'Phòng thử nghiệm' --statement 'Đã xem xét trên máy thử nghiệm.' --file "$work/answers.jws" >/dev/null
done <<<"$checks"
"$airseal" evaluate "$facts" --answers "$work/answers.jws" --trust "$work/issuers" --output "$work/out/answered" >"$work/verdict.txt" ||
  [ $? -le 3 ]
python3 "$here/lab-report.py" verify "$work/out" || { echo "lab: FAILED"; exit 1; }
echo "lab: PASSED"
