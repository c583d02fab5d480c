# Runs in the lab machine: makes the past, then packs what of it lies on the disk.
set -eu
date -s '2024-03-12 08:00:00 +0700'
systemctl restart systemd-journald
modprobe mac80211_hwsim radios=2
sleep 3
systemctl restart NetworkManager
sleep 4
nmcli connection add type wifi ifname wlan0 con-name AP ssid "Quan Cafe" 802-11-wireless.mode ap \
  wifi-sec.key-mgmt wpa-psk wifi-sec.psk matkhau123 ipv4.method manual ipv4.addresses 10.77.0.1/24
nmcli -w 60 connection up AP
nmcli connection add type wifi ifname wlan1 con-name "Quan Cafe" ssid "Quan Cafe" \
  wifi-sec.key-mgmt wpa-psk wifi-sec.psk matkhau123 ipv4.method manual ipv4.addresses 10.77.0.2/24
joined=
for _ in 1 2 3 4 5 6; do
  if nmcli -w 40 connection up "Quan Cafe"; then joined=1; break; fi
  sleep 3
done
[ -n "$joined" ]
HOSTADDR=02:1a:11:f0:00:01 DEVCLASS=0xef bash gadget.sh up sg 04e8 6863 SAMSUNG SAMSUNG_Android R58N30ABCDE rndis.0
for _ in $(seq 20); do lsusb | grep -q 04e8:6863 && break; sleep 1; done
sleep 8
bash gadget.sh down sg
nmcli connection down "Quan Cafe" || true
nmcli connection delete "Quan Cafe"
journalctl --sync
journalctl --rotate
set --
for path in etc/machine-id etc/os-release usr/lib/os-release etc/passwd var/lib/dpkg/status var/lib/NetworkManager var/log/journal \
  etc/NetworkManager/system-connections var/log/wtmp; do
  [ ! -e "/$path" ] || set -- "$@" "$path"
done
tar -C / -cf /mnt/out/root.tar "$@"
