#!/bin/bash
# bench/run.sh BUILD: time and peak memory of a live scan without documents, here and, where a lab is named, in it.
# AIRSEAL_LAB=…/boot-lab.sh names the lab: a booted Debian workstation in qemu.
set -euo pipefail
build=$(readlink -f "$1")
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
echo "airseal scan --skip documents, this machine ($(nproc) cores, $(uname -r))"
hyperfine --warmup 1 --runs 10 --ignore-failure --shell none \
  -n 'airseal scan --skip documents' "$build/airseal scan --skip documents --format json --output $out" \
  -n 'airseal rules list (start-up and rule pack)' "$build/airseal rules list" \
  -n 'airseal --version (start-up)' "$build/airseal --version" |
  grep -vE '^ *$|Warning'
status=0
/usr/bin/time -f 'peak memory of airseal: %M KB, %e s' "$build/airseal" scan --skip documents --format json --output "$out" >/dev/null || status=$?
case $status in 0 | 2 | 3) ;; *) exit "$status" ;; esac
sqlite() { "$build/airseal" query "$1" --facts "$out/facts.sqlite"; }
echo
echo "milliseconds by collector"
sqlite "SELECT source, max(duration) AS ms, sum(rows) AS facts FROM collection GROUP BY source ORDER BY ms DESC LIMIT 8"
if [ -n "${AIRSEAL_LAB:-}" ]; then
  echo
  bench/lab.sh
else
  echo
  echo "lab machine: not measured, AIRSEAL_LAB names no lab"
fi
