#!/bin/bash
# demonstrate.sh AIRSEAL OUTPUT: judges the sample "once-online", then this machine.
# Succeeds once both verdicts were reached, whatever they are.
set -u
airseal=$1 out=$2
judge() { # TITLE OUTPUT ARGUMENTS…
  local title=$1 folder=$2
  shift 2
  printf '\n=== %s ===\n\n' "$title"
  mkdir -p "$folder"
  "$airseal" scan --output "$folder" "$@"
  local status=$?
  case $status in
    0 | 2 | 3) ;;
    *) echo "airseal: $status" >&2; exit "$status" ;;
  esac
  printf '\nHTML: %s/report.html   (exit %s)\n' "$folder" "$status"
}
judge "Máy mẫu: từng nối mạng, hồ sơ Wi-Fi đã bị xoá" "$out/once-online" --recording samples/build/once-online
judge "Máy này" "$out/this-machine"
