#!/bin/bash
# interop-varlink.sh BUILD: the varlink package of PyPI (for development only) asks a running airseald everything.
set -euo pipefail
build=$(readlink -f "$1")
here=$(dirname "$(readlink -f "$0")")/interop
work=$(mktemp -d)
trap '[ -z "${daemon:-}" ] || kill "$daemon"; wait; rm -rf "$work"' EXIT
python3 -m venv "$work/venv" >/dev/null
"$work/venv/bin/pip" install --quiet --disable-pip-version-check varlink==31.0.0 ||
  { echo "interop: SKIPPED, varlink could not be installed"; exit 0; }
printf 'self_check:\n  documents: false\n' >"$work/airseal.yaml"
export AIRSEAL_STATE=$work/state
"$build/airseald" --socket "$work/control" --config "$work/airseal.yaml" 2>"$work/log" &
daemon=$!
python3 "$here/wait-for.py" "$work/control"
"$work/venv/bin/python" "$here/varlink-client.py" "unix:$work/control"
