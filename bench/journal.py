"""journal.py MEGABYTES: a year of a workstation's journal in the export format, some of it of the network."""
import sys

BYTES_AN_ENTRY = 330  # what an entry takes in a journal file
LINES = [
    ("systemd", "Started Session {} of User canbo."),
    ("CRON", "(root) CMD (run-parts /etc/cron.hourly {})"),
    ("dbus-daemon", "[system] Successfully activated service 'org.freedesktop.hostname1' {}"),
    ("kernel", "audit: type=1400 audit(0.0:{}): apparmor=\"STATUS\" operation=\"profile_replace\""),
    ("gnome-shell", "Window manager warning: last_user_time ({}) is greater than comparison timestamp"),
    ("NetworkManager", "<info>  [1.{}] device (wlp2s0): state change: secondaries -> activated (reason 'none')"),
    ("systemd-timesyncd", "Contacted time server 203.0.113.{}:123 (ntp.example.org)."),
]
count = (int(sys.argv[1]) << 20) // BYTES_AN_ENTRY
start, year = 1_750_000_000_000_000, 365 * 86_400_000_000
out = sys.stdout
for index in range(count):
    program, text = LINES[index % 5 if index % 1000 else 5 + index // 1000 % 2]
    message = text.format(index % 250 if program == "systemd-timesyncd" else index)
    out.write(
        f"__REALTIME_TIMESTAMP={start + year * index // count}\n__MONOTONIC_TIMESTAMP={1_000_000 + year * index // count}\n"
        f"_BOOT_ID={1:032x}\n_MACHINE_ID=0123456789abcdef0123456789abcdef\n"
        f"_TRANSPORT={'kernel' if program == 'kernel' else 'syslog'}\n_HOSTNAME=may-tram\n_PID={300 + index % 700}\n"
        f"PRIORITY=6\nSYSLOG_IDENTIFIER={program}\nMESSAGE={message}\n\n")
