#!/bin/bash
# bundle-test-inside.sh ROOT BUNDLE OUT: the part of bundle-test.sh in its own mount, network and process namespaces.
set -euo pipefail
root=$1 bundle=$2 out=$3
airseal=/mnt/airseal
fail() { echo "bundle-test: $*" >&2; exit 1; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C "$@"; }

mkdir -p "$root$airseal" "$root/mnt/out"
mount --bind "$bundle" "$root$airseal"
mount -o remount,bind,ro "$root$airseal"
mount --bind "$out" "$root/mnt/out"
mount -t proc proc "$root/proc"
mount -t sysfs sysfs "$root/sys"
mount -t tmpfs tmpfs "$root/home"
! touch "$root$airseal/probe" 2>/dev/null || fail "the mount was writable"
(cd "$root$airseal" && sha256sum --check --quiet SHA256SUMS) || fail "the bundle is not as it was made"

inside "$airseal/airseal-parse" --self-test || fail "the worker's sandbox does not hold"
status=0
inside "$airseal/airseal" doctor || status=$?
case $status in 0 | 3) ;; *) fail "doctor ended with $status" ;; esac

mkdir -p "$root/home/user"
printf 'TỐI MẬT\n\nVăn bản thử nghiệm.\n' > "$root/home/user/van-ban.txt"
status=0
inside "$airseal/airseal" scan --output /mnt/out >"$out/scan.txt" || status=$?
echo "airseal scan: exit $status"
case $status in 2 | 3) ;; *) cat "$out/scan.txt"; fail "scan ended with $status" ;; esac
found=$(inside "$airseal/airseal" query --facts /mnt/out/facts.sqlite \
  "SELECT 'found ' || count(*) FROM marking WHERE path = '/home/user/van-ban.txt'")
grep -q 'found 1' <<<"$found" || fail "the worker did not find the marked document: $found"
