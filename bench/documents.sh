#!/bin/bash
# bench/documents.sh BUILD: documents per second, sandbox included, beside other tools on the same trees, which it builds.
# AIRSEAL_BENCH_FILES=N bounds the largest tree of the growth measurement (default 1000000); AIRSEAL_BENCH_DIR names where
# the trees are built (default /var/tmp; 6 GB and a million files for a while).
set -euo pipefail
build=$(readlink -f "$1")
cd "$(dirname "$0")/.."
most=${AIRSEAL_BENCH_FILES:-1000000}
work=$(mktemp -d -p "${AIRSEAL_BENCH_DIR:-/var/tmp}" airseal-bench.XXXXXX)
trap 'rm -rf "$work"' EXIT
export AIRSEAL_STATE=$work/state
python3 bench/trees.py "$work" "$most"
sync # or the trees are still being written while the first are read

query() { "$build/airseal" query "$1" --facts "$work/out/facts.sqlite" --format csv | tail -1 | tr -d '\r'; }

# scan TREE [OPTION…]: sets ms (the document scan), total (seconds of the whole program), peak (MB of airseal and its
# workers together) and cached (files that were not read again).
scan() {
  local tree=$1 start pid member now status=0
  shift
  peak=0
  start=$EPOCHREALTIME
  "$build/airseal" scan --recording "$work/$tree" --output "$work/out" --format json "$@" >/dev/null 2>"$work/err" &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    now=0
    for member in "$pid" $(pgrep -P "$pid" || true); do
      now=$((now + $(awk '/^Pss:/ { print $2 }' "/proc/$member/smaps_rollup" 2>/dev/null || echo 0)))
    done
    [ "$now" -gt "$peak" ] && peak=$now
    read -rt 0.1 <> <(:) || true
  done
  wait "$pid" || status=$?
  total=$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }')
  case $status in 0 | 2 | 3) ;; *) cat "$work/err"; exit 1 ;; esac
  ms=$(query "SELECT max(duration) FROM collection WHERE source = 'documents'")
  cached=$(query "SELECT total(cached) FROM document_tally")
  peak=$((peak / 1024))
}

# row NAME SECONDS [RATE [TARGET [NOTE]]]: one line of the table; the ratio is to airseal's first scan of the tree.
row() {
  awk -v n="$1" -v s="$2" -v r="${3:-}" -v g="${4:-}" -v note="${5:-}" -v base="${first:-0}" 'BEGIN {
    ratio = base > 0 && s > 0 ? sprintf("%.2f", s / base) : ""
    printf "  %-38s %9.3f s %7s  %-18s %-26s %s\n", n, s, ratio, r, g, note }'
}

per() { awk -v n="$1" -v ms="$2" -v u="$3" 'BEGIN { printf "%.4g %s/s", n * 1000 / ms, u }'; }

# met VALUE OP LIMIT: whether a target is met.
met() { awk -v a="$1" -v o="$2" -v b="$3" 'BEGIN { print (o == ">=" ? a >= b : a <= b) ? "met" : "MISSED" }'; }

# beside NAME COMMAND…: wall time of another tool.
beside() {
  local name=$1 start
  shift
  command -v "$1" >/dev/null || { printf '  %-38s not installed\n' "$name"; return; }
  start=$EPOCHREALTIME
  "$@" >/dev/null 2>&1 || true
  seconds=$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }')
  row "$name" "$seconds"
}

patterns="$work/patterns"
python3 - "$patterns" <<'P'
import sys, unicodedata
words = ["mật", "Mật", "MẬT"]
forms = {unicodedata.normalize(f, w) for w in words for f in ("NFC", "NFD")}
forms |= {"m\u1ea1\u0302t", "ma\u0302\u0323t", "mËt", "MËT", "maät", "MAÄT", "m&#7853;t", "M&#7852;T", "m\\u1ead", "M\\u1eac"}
open(sys.argv[1], "w").write("\n".join(sorted(forms)) + "\n")
P
echo "$(nproc) processors, $(uname -r), load $(cut -d' ' -f1 /proc/loadavg); warm: each tree is read once before; times of airseal's"
echo "document scan in a sandbox; ratio: time by airseal's first scan"
for line in "small files 60000" "plain GB 1.5" "docx docx 2500" "pdf pages 400"; do
  read -r tree unit goal <<<"$line"
  root=$work/$tree/root
  count=$(cat "$work/$tree/count")
  find "$root" -type f -exec cat {} + >/dev/null
  echo
  echo "== $tree: $(find "$root" -type f | wc -l) files, $(du -sm --apparent-size "$root" | cut -f1) MB"
  first=
  scan "$tree" --no-cache
  first=$(awk -v ms="$ms" 'BEGIN { print ms / 1000 }')
  base=$ms
  reached=$(awk -v n="$count" -v ms="$ms" 'BEGIN { print n * 1000 / ms }')
  row "airseal" "$first" "$(per "$count" "$ms" "$unit")" "at least $goal: $(met "$reached" '>=' "$goal")" \
    "whole program $(printf '%.2f' "$total") s, peak $peak MB: $(met "$peak" '<=' 400)"
  scan "$tree" --cache
  scan "$tree" --cache
  again=$(awk -v ms="$ms" 'BEGIN { print ms / 1000 }')
  faster=$(awk -v a="$base" -v b="$ms" 'BEGIN { printf "%.1f", a / b }')
  goal=
  [ "$tree" = docx ] && goal="20 times: $faster, $(met "$faster" '>=' 20)"
  row "airseal, again" "$again" "$(per "$count" "$ms" "$unit")" "$goal" "$cached from the cache"
  beside "bare walk (find -printf %s%C@)" find "$root" -printf '%s%C@'
  [ "$tree" = small ] && awk -v a="$again" -v w="$seconds" 'BEGIN {
    printf "    again is %.2f times the bare walk, at most 1.5: %s\n", a / w, a <= 1.5 * w ? "met" : "MISSED" }'
  beside "ripgrep, the same words" rg -uuu -a -c -F -f "$patterns" "$root"
  beside "grep -F, the same words" grep -raFc -f "$patterns" "$root"
  beside "ugrep -z with filters" ugrep -r -a -z --filter='pdf:pdftotext % -' -F -c -f "$patterns" "$root"
  [ "$tree" = pdf ] && beside "pdftotext" find "$root" -name '*.pdf' -exec pdftotext {} /dev/null \;
  case $tree in docx | pdf)
    mkdir -p "$work/recoll"
    printf 'topdirs = %s\n' "$root" >"$work/recoll/recoll.conf"
    beside "recollindex" recollindex -c "$work/recoll" -z ;;
  esac
done

echo
echo "== docx, cut off by kill -9 and scanned again"
first=
rm -rf "$AIRSEAL_STATE/cache"
"$build/airseal" scan --recording "$work/docx" --output "$work/out" --cache --format json >/dev/null 2>&1 &
pid=$!
while [ "$(stat -c %s "$AIRSEAL_STATE/cache/documents.cache" 2>/dev/null || echo 0)" -lt 1000 ] && kill -0 "$pid" 2>/dev/null; do
  read -rt 0.01 <> <(:) || true
done
kill -9 "$pid" 2>/dev/null || true
wait "$pid" 2>/dev/null || true
scan docx --cache
row "airseal, resumed" "$(awk -v ms="$ms" 'BEGIN { print ms / 1000 }')" "" "some from the cache: $(met "$cached" '>=' 1)" "$cached of $(cat "$work/docx/count")"
rm -rf "$work/docx" "$work/pdf" "$work/plain" "$work/small"

echo
echo "== growth"
for files in 10000 100000 1000000; do
  [ "$files" -le "$most" ] || continue
  python3 bench/trees.py "$work" "$files" grow
  scan grow --no-cache
  each=$(awk -v ms="$ms" -v n="$files" 'BEGIN { print ms / n }')
  [ "$files" = 10000 ] && smallest=$each
  row "$files files" "$(awk -v ms="$ms" 'BEGIN { print ms / 1000 }')" "$(per "$files" "$ms" files)" \
    "time a file, by the first: $(awk -v a="$each" -v b="$smallest" 'BEGIN { printf "%.2f", a / b }')" \
    "peak $peak MB: $(met "$peak" '<=' 400)"
done
