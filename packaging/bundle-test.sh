#!/bin/bash
# bundle-test.sh BUNDLE: runs the bundle from a read-only mount in a bare Debian 12 without a network.
# AIRSEAL_BARE_ROOT names the bare root; it is made beside the bundle where it is missing.
set -euo pipefail
bundle=$(readlink -f "$1")
[ "$(id -u)" = 0 ] || { echo "bundle-test needs root: it mounts and changes root" >&2; exit 1; }
[ -x "$bundle/airseal" ] || { echo "There is no bundle in $bundle; run make bundle first." >&2; exit 1; }
bare=${AIRSEAL_BARE_ROOT:-$(dirname "$bundle")/bare-debian}
if [ ! -e "$bare/.complete" ]; then
  rm -rf "$bare"
  debootstrap --variant=minbase bookworm "$bare" >/dev/null
  touch "$bare/.complete"
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
unshare --mount --net --pid --fork --kill-child "$(dirname "$(readlink -f "$0")")/bundle-test-inside.sh" \
  "$bare" "$bundle" "$out"
[ -s "$out/report.html" ] && [ -s "$out/report.json" ] && [ -s "$out/facts.sqlite" ]
echo "bundle-test: passed; facts and reports were written"
