# Runs in the lab machine, in the folder of the bundle: the self-test, and two live scans.
set -u
expect() { # STATUS… -- COMMAND…
  local allowed=() status=0
  while [ "$1" != -- ]; do allowed+=("$1"); shift; done
  shift
  "$@" >>"$OUT/commands.log" 2>&1 || status=$?
  for code in "${allowed[@]}"; do [ "$status" != "$code" ] || return 0; done
  echo "exit $status: $*" | tee -a "$OUT/commands.log"
  exit 1
}
expect 0 -- ./airseal-parse --self-test
expect 2 3 -- ./airseal scan --skip documents --output "$OUT/as-built"

# The image was built without the logs of its packages; a package from the disk gives them back from now on.
mkdir -p /tmp/note/DEBIAN
printf 'Package: airseal-lab-note\nVersion: 1\nArchitecture: all\nMaintainer: lab <lab@example.invalid>\nDescription: empty\n' \
  >/tmp/note/DEBIAN/control
expect 0 -- dpkg-deb --build /tmp/note /tmp/note.deb
expect 0 -- apt-get install --yes /tmp/note.deb

expect 2 3 -- ./airseal scan --output "$OUT/scan"
chmod -R a+rX "$OUT"
