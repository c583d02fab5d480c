#!/bin/bash
# bench/detection.sh BUILD [--few]: what the document collector finds in the matrix of marked documents, through the worker.
# Without --few the table is also kept as docs/reference/detection.md. Fails below 99 % of the cells or with a false alarm.
set -euo pipefail
build=$(readlink -f "$1")
few=${2:-}
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
python3 samples/documents/matrix/build.py "$out/matrix" $few
python3 samples/documents/matrix/negatives.py "$out/negative"
"$build/airseal-samples" find rules "$out/matrix/root" "$out/found"
"$build/airseal-samples" find rules "$out/negative" "$out/flagged"
status=0
python3 samples/documents/matrix/table.py "$out/matrix" "$out/found" "$out/negative" "$out/flagged" >"$out/table" || status=$?
if [ -n "$few" ]; then grep -E '^(Recall|Files|- /)' "$out/table"; [ "$status" = 0 ] || cat "$out/table"; exit "$status"; fi
cat "$out/table"
cp "$out/table" docs/reference/detection.md
exit "$status"
