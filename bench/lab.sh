#!/bin/bash
# bench/lab.sh: a live scan in the lab machine, with time and memory; needs AIRSEAL_LAB and dist/airseal-bundle.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -n "${AIRSEAL_LAB:-}" ] || { echo "lab: skipped, AIRSEAL_LAB names no lab"; exit 0; }
[ -x dist/airseal-bundle/airseal ] || make --no-print-directory bundle
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cp bench/in-lab.sh dist/airseal-bundle/
bash "$AIRSEAL_LAB" run --share dist/airseal-bundle --script bench/in-lab.sh --out "$out" --timeout 600 --max 900 >"$out/log" 2>&1 ||
  { tail -30 "$out/log"; [ ! -e "$out/bench.txt" ] || cat "$out/bench.txt"; exit 1; }
rm -f dist/airseal-bundle/in-lab.sh
cat "$out/bench.txt"
