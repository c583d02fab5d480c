#!/bin/bash
# bench/history.sh BUILD: a syslog of SYSLOG_MB (160) beside usbrip, and a journal of JOURNAL_MB (1024) beside
# `journalctl -o export`: the time of a whole scan without documents, and the most memory that it took.
# Fails where airseal is not as fast as it must be.
set -euo pipefail
airseal=$(readlink -f "$1")/airseal
here=$(dirname "$(readlink -f "$0")")
syslog=${SYSLOG_MB:-160}
journal=${JOURNAL_MB:-1024}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
seconds() { python3 -c 'import sys; print(f"{(int(sys.argv[2]) - int(sys.argv[1])) / 1e6:.2f}")' "$1" "$2"; }
scan() { # ROOT OUTPUT: scans without documents; sets took, the seconds of the whole program, and keeps its memory
  local begin rc=0
  begin=${EPOCHREALTIME/./}
  /usr/bin/time -o "$2.time" -f '%M' "$airseal" scan --root "$1" --skip documents --output "$2" --format json >/dev/null || rc=$?
  took=$(seconds "$begin" "${EPOCHREALTIME/./}")
  [ "$rc" -le 3 ] || { echo "history: the scan ended with $rc"; exit 1; }
}
compare() { # NAME OURS THEIRS FACTOR: ours may take theirs divided by FACTOR
  python3 -c 'import sys
name, ours, theirs, factor = sys.argv[1], *map(float, sys.argv[2:])
good = ours * factor <= theirs
ratio, verdict = theirs / max(ours, 0.001), "yes" if good else "no"
print(f"{name:20} airseal {ours:.2f} s   other {theirs:.2f} s   {ratio:.1f} times as fast, {factor:g} wanted: {verdict}")
sys.exit(not good)' "$@" || failed=1
}

mkdir -p "$work/a/var/log" "$work/a/var/lib/dpkg" "$work/b/var/log/journal/0123456789abcdef0123456789abcdef" "$work/b/var/lib/dpkg"
printf 'Package: rsyslog\nStatus: install ok installed\nVersion: 1\n' >"$work/a/var/lib/dpkg/status"
printf 'Package: systemd\nStatus: install ok installed\nVersion: 252\n' >"$work/b/var/lib/dpkg/status"
SYSLOG_MB=$syslog python3 "$here/../packaging/interop/usb-syslog.py" "$work/a/var/log/syslog" "$work/truth.json"
cat "$work/a/var/log/syslog" >/dev/null
python3 -m venv "$work/venv" >/dev/null
scan "$work/a" "$work/scan-a"
if "$work/venv/bin/pip" install --quiet --disable-pip-version-check usbrip==2.2.2.post1 2>/dev/null; then
  begin=${EPOCHREALTIME/./}
  "$work/venv/bin/usbrip" events history -q -l -f "$work/a/var/log/syslog" >/dev/null 2>&1 </dev/null || true
  compare "syslog, $syslog MB" "$took" \
    "$(seconds "$begin" "${EPOCHREALTIME/./}")" 20
else
  echo "usbrip: SKIPPED, it could not be installed"
fi
echo "memory, syslog: $(($(tail -n 1 "$work/scan-a.time") / 1024)) MB"

target=$work/b/var/log/journal/0123456789abcdef0123456789abcdef
python3 "$here/journal.py" "$journal" | /lib/systemd/systemd-journal-remote -o "$target/system.journal" - 2>/dev/null
echo "journal: $(($(cat "$target"/*.journal | wc -c) >> 20)) MB in $(ls "$target" | wc -l) files"
begin=${EPOCHREALTIME/./}
journalctl --file "$target/*.journal" -o export --no-pager >/dev/null
other=$(seconds "$begin" "${EPOCHREALTIME/./}")
scan "$work/b" "$work/scan-b"
compare "journal, $journal MB" "$took" "$other" 1
memory=$(($(tail -n 1 "$work/scan-b.time") / 1024))
limit=400
echo "memory, journal: $memory MB, at most $limit wanted (mapped pages of the journal count)"
[ "$memory" -le "$limit" ] || failed=1
exit $failed
