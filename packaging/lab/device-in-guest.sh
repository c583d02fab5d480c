# Runs in the lab machine, in the folder of the bundle: device-in-guest.sh NAME writes the devices attached now, and
# "device-in-guest.sh history" those of the past.
set -u
name=$1
udevadm settle -t 20
journalctl --sync
./airseal scan --skip documents --format json --output "/mnt/out/$name" >"/mnt/out/$name.json" 2>"/mnt/out/$name.err"
status=$?
[ "$status" = 2 ] || [ "$status" = 3 ] || { echo "exit $status"; cat "/mnt/out/$name.err"; exit 1; }
facts=/mnt/out/$name/facts.sqlite
if [ "$name" = history ]; then
  ./airseal query 'SELECT vendor_id, product_id, modes, serial, kind, confidence, labels, occurrences
    FROM usb_device_history' --facts "$facts" --format json >/mnt/out/history.rows
else
  ./airseal query "SELECT vendor_id, product_id, kind, drivers, children, network_interface FROM usb_device
    WHERE kind <> 'hub'" --facts "$facts" --format json >"/mnt/out/$name.rows"
fi
rm -rf "/mnt/out/$name"
