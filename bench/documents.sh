#!/bin/bash
# bench/documents.sh BUILD: documents per second, sandbox included, beside other tools on the same trees, which it builds.
# AIRSEAL_BENCH_FILES=N bounds the largest tree of the growth measurement (default 1000000).
set -euo pipefail
build=$(readlink -f "$1")
cd "$(dirname "$0")/.."
most=${AIRSEAL_BENCH_FILES:-1000000}
work=$(mktemp -d -p "${AIRSEAL_BENCH_DIR:-/var/tmp}" airseal-bench.XXXXXX)
trap 'rm -rf "$work"' EXIT
export AIRSEAL_STATE=$work/state
python3 bench/trees.py "$work" "$most"

# scan TREE [OPTION…]: wall seconds, peak memory of airseal and its workers together in MB, files from the cache.
scan() {
  local tree=$1
  shift
  local start end peak=0 pid
  start=$EPOCHREALTIME
  "$build/airseal" scan --recording "$work/$tree" --output "$work/out" --format json "$@" >/dev/null 2>"$work/err" &
  pid=$!
  while kill -0 "$pid" 2>/dev/null; do
    local now=0 member
    for member in "$pid" $(pgrep -P "$pid" || true); do
      now=$((now + $(awk '/^Pss:/ { print $2 }' "/proc/$member/smaps_rollup" 2>/dev/null || echo 0)))
    done
    [ "$now" -gt "$peak" ] && peak=$now
    read -rt 0.05 <> <(:) || true
  done
  local status=0
  wait "$pid" || status=$?
  end=$EPOCHREALTIME
  case $status in 0 | 2 | 3) ;; *) cat "$work/err"; exit 1 ;; esac
  ms=$("$build/airseal" query "SELECT max(duration) FROM collection WHERE source = 'documents'" --facts "$work/out/facts.sqlite" --format csv | tail -1 | tr -d '\r')
  cached=$("$build/airseal" query "SELECT total(cached) FROM document_tally" --facts "$work/out/facts.sqlite" --format csv | tail -1 | tr -d '\r')
  total=$(awk -v a="$start" -v b="$end" 'BEGIN { print b - a }')
  peak=$((peak / 1024))
}

# rate COUNT UNIT: the speed of the last scan's documents.
rate() { awk -v n="$1" -v ms="$ms" -v t="$total" -v p="$peak" -v u="$2" -v c="$cached" \
  'BEGIN { printf "%.3g %s/s (%.2f s, whole scan %.2f s, peak %d MB, %d from the cache)\n", n * 1000 / ms, u, ms / 1000, t, p, c }'; }

# beside NAME COMMAND…: wall time of another tool.
beside() {
  local name=$1 start end
  shift
  command -v "$1" >/dev/null || { printf '  %-34s not installed\n' "$name"; return; }
  start=$EPOCHREALTIME
  "$@" >/dev/null 2>&1 || true
  end=$EPOCHREALTIME
  awk -v a="$start" -v b="$end" -v n="$name" 'BEGIN { printf "  %-34s %.2f s\n", n, b - a }'
}

patterns="$work/patterns"
python3 - "$patterns" <<'P'
import itertools, sys, unicodedata
words = ["mật", "Mật", "MẬT"]
forms = {unicodedata.normalize(f, w) for w in words for f in ("NFC", "NFD")}
forms |= {"m\u1ea1\u0302t", "ma\u0302\u0323t", "mËt", "MËT", "maät", "MAÄT", "m&#7853;t", "M&#7852;T", "m\\u1ead", "M\\u1eac"}
open(sys.argv[1], "w").write("\n".join(sorted(forms)) + "\n")
P
echo "two processors of $(nproc), $(uname -r); warm: each tree is read once before"
for line in "small:files" "plain:GB" "docx:docx" "pdf:pages"; do
  tree=${line%%:*} unit=${line##*:}
  root=$work/$tree/root
  cat "$work/$tree/count" >/dev/null
  find "$root" -type f -exec cat {} + >/dev/null
  echo
  echo "== $tree: $(find "$root" -type f | wc -l) files, $(du -sm "$root" | cut -f1) MB"
  scan "$tree" --no-cache
  printf '  %-34s ' airseal
  rate "$(cat "$work/$tree/count")" "$unit"
  scan "$tree" --cache
  scan "$tree" --cache
  printf '  %-34s ' "airseal, scanned before"
  rate "$(cat "$work/$tree/count")" "$unit"
  beside "find -printf %s%C@ (bare walk)" find "$root" -printf '%s%C@'
  beside "ripgrep, same words" rg -uuu -a -c -F -f "$patterns" "$root"
  beside "grep -F, same words" grep -raFc -f "$patterns" "$root"
  beside "ugrep, archives and filters" ugrep -r -a -z --filter='pdf:pdftotext % -,docx:python3 bench/docx-text.py %' -F -c -f "$patterns" "$root"
  [ "$tree" = pdf ] && beside "pdftotext" find "$root" -name '*.pdf' -exec pdftotext {} - \;
  case $tree in docx | pdf)
    mkdir -p "$work/recoll"
    printf 'topdirs = %s\n' "$root" >"$work/recoll/recoll.conf"
    beside "recollindex" recollindex -c "$work/recoll" -z ;;
  esac
done

echo
echo "== cut off by kill -9, and scanned again"
rm -rf "$AIRSEAL_STATE/cache"
"$build/airseal" scan --recording "$work/docx" --output "$work/out" --cache --format json >/dev/null 2>&1 &
pid=$!
while [ "$(stat -c %s "$AIRSEAL_STATE/cache/documents.cache" 2>/dev/null || echo 0)" -lt 1000 ] && kill -0 "$pid" 2>/dev/null; do
  read -rt 0.01 <> <(:) || true
done
kill -9 "$pid" 2>/dev/null || true
wait "$pid" 2>/dev/null || true
scan docx --cache
printf '  %-34s ' "airseal, resumed"
rate "$(cat "$work/docx/count")" docx

echo
echo "== growth"
for files in 10000 100000 1000000; do
  [ "$files" -le "$most" ] || continue
  python3 bench/trees.py "$work" "$files" grow
  scan grow --no-cache
  printf '  %-34s ' "$files files"
  rate "$files" files
done
