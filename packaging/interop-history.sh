#!/bin/bash
# interop-history.sh BUILD: airseal, dissect.target and plaso (for development only) on the same sample hosts.
# Rewrites docs/reference/interop-history.md; fails where airseal reports less than one of them of a source that it knows.
# INTEROP_VENVS names a folder that keeps the tools for the next run.
set -euo pipefail
build=$(readlink -f "$1")
here=$(dirname "$(readlink -f "$0")")
project=$(dirname "$here")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
venvs=${INTEROP_VENVS:-$work}
tools=
install() { # NAME PACKAGE...: a venv of its own
  [ -x "$venvs/$1/bin/pip" ] || python3 -m venv "$venvs/$1" >/dev/null
  if timeout 900 "$venvs/$1/bin/pip" install --quiet --disable-pip-version-check "${@:2}" >"$work/$1.log" 2>&1; then
    tools="$tools $1"
  else
    echo "interop: $1 SKIPPED, it could not be installed: $(tail -n 1 "$work/$1.log")"
  fi
}
install dissect dissect.target==3.25.1
install plaso plaso==20240826
[ -n "$tools" ] || exit 0
"$build/airseal-samples" build "$project/rules" "$project/samples" "$work/samples" >/dev/null
for sample in host-debian-11 host-debian-12 host-debian-13 host-ubuntu-22.04 host-ubuntu-24.04 host-fedora host-opensuse \
  host-arch once-online remote-and-chat; do
  root=$work/samples/$sample/root
  out=$work/out/$sample
  mkdir -p "$out"
  "$build/airseal" scan --recording "$work/samples/$sample" --skip documents --output "$out/scan" --format json >/dev/null || [ $? -le 3 ]
  "$build/airseal" query "SELECT source, path, kind, peer, first_seen, last_seen FROM network_contact" \
    --facts "$out/scan/facts.sqlite" --format json >"$out/contacts.json"
  "$build/airseal" query "SELECT path, entries, first_entry, last_entry FROM coverage" \
    --facts "$out/scan/facts.sqlite" --format json >"$out/coverage.json"
  "$build/airseal" query "SELECT path, event, at FROM power_event" --facts "$out/scan/facts.sqlite" --format json >"$out/power.json"
  for tool in $tools; do
    case $tool in
      dissect)
        timeout 200 "$venvs/dissect/bin/target-query" -q -j "$root" \
          -f browser.history,wtmp,messages,apt.logs,zypper.logs,dpkg.log,audit,remoteaccess.incoming \
          >"$out/dissect.jsonl" 2>/dev/null || : ;;
      plaso)
        timeout 300 "$venvs/plaso/bin/log2timeline" -q -u --status_view none --single_process \
          --parsers 'sqlite/firefox_history,sqlite/chrome_27_history,sqlite/chrome_8_history,utmp,systemd_journal,text/syslog,text/syslog_traditional,text/dpkg,text/apt_history,text/zsh_extended_history' \
          --logfile "$out/plaso.log" --storage_file "$out/plaso.store" "$root" >/dev/null 2>&1 || :
        timeout 120 "$venvs/plaso/bin/psort" -q -u --status_view none --logfile "$out/psort.log" -o json_line \
          -w "$out/plaso.jsonl" "$out/plaso.store" >/dev/null 2>&1 || : ;;
    esac
  done
done
python3 "$here/interop/compare-history.py" "$work/out" "$work/samples" "$project/docs/reference/interop-history.md" $tools
