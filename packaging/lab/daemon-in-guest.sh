# Runs in the lab machine: daemon-in-guest.sh install|wifi|scan|clock|look; the bundle lies in the share.
set -eu
case $1 in
install)
  cp -r /mnt/host/bundle /opt/airseal
  ln -sf /opt/airseal/airseald /opt/airseal/airseal /usr/bin/
  cp /mnt/host/systemd/*.service /mnt/host/systemd/*.timer /etc/systemd/system/
  groupadd -f airseal
  mkdir -p /etc/systemd/system/airseald.service.d /etc/systemd/system/airseal-scan.timer.d
  printf '[Unit]\nRequiresMountsFor=/mnt/out\n[Service]\nStandardError=append:/mnt/out/airseald.log\nExecStopPost=+/bin/cp -rT /var/lib/airseal /mnt/out/state\n' \
    >/etc/systemd/system/airseald.service.d/lab.conf
  printf '[Timer]\nOnCalendar=\nRandomizedDelaySec=0\nOnActiveSec=1\nAccuracySec=1\n' >/etc/systemd/system/airseal-scan.timer.d/lab.conf
  mkdir -p /etc/airseal
  printf 'self_check:\n  documents: false\n' >/etc/airseal/airseal.yaml
  if [ -d /mnt/host/state ]; then cp -rT /mnt/host/state /var/lib/airseal; fi
  systemctl daemon-reload
  systemctl start airseald || { cat /mnt/out/airseald.log; exit 1; }
  systemctl is-active airseald
  ;;
wifi)
  modprobe mac80211_hwsim radios=2
  udevadm settle -t 20
  nmcli connection add type wifi ifname wlan0 con-name access ssid Lab-Wifi 802-11-wireless.mode ap 802-11-wireless.band bg \
    ipv4.method manual ipv4.addresses 10.77.0.1/24 wifi-sec.key-mgmt wpa-psk wifi-sec.psk invented-1
  nmcli -w 60 connection up access
  nmcli connection add type wifi ifname wlan1 con-name joined ssid Lab-Wifi ipv4.method manual ipv4.addresses 10.77.0.2/24 \
    wifi-sec.key-mgmt wpa-psk wifi-sec.psk invented-1
  for attempt in 1 2 3 4 5; do nmcli -w 60 connection up joined && break; done
  nmcli connection down joined
  ;;
scan)
  systemctl start airseal-scan.timer
  until [ -d /var/lib/airseal/checks ] && [ -e /var/lib/airseal/checks/*/verdict ]; do udevadm settle -t 1; done
  cat /var/lib/airseal/checks/*/verdict
  ;;
clock)
  date -s '+2 hours'
  date -s '-2 hours'
  ;;
look)
  airseal status --lang en
  airseal journal verify --lang en
  airseal journal show --lang en >/mnt/out/entries.txt
  airseal journal show --coverage --lang en >/mnt/out/coverage.txt
  systemctl show airseald -p MemoryCurrent -p NRestarts
  systemd-analyze security airseald --no-pager | tail -n 1
  ;;
esac
