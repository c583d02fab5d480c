#!/bin/bash
# bench/daemon.sh BUILD [IDLE]: from event to journal beside `ip monitor`, and what the daemon costs while nothing happens
# for IDLE seconds (60). Needs root; makes a network namespace of its own.
set -euo pipefail
build=$(readlink -f "$1")
idle=${2:-60}
cd "$(dirname "$0")"
[ "$(id -u)" = 0 ] || { echo "airseald: not measured, a network namespace needs root"; exit 0; }
exec unshare -n -p -f --mount-proc --kill-child python3 daemon.py "$build" "$idle"
