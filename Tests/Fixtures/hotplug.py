"""hotplug.py RECORDING READY COMMAND…: plugs a recorded device in and out while the command runs, below umockdev-wrapper.

The command makes the file READY once it listens.
"""
import os
import subprocess
import sys
import time

import gi

gi.require_version("UMockdev", "1.0")
from gi.repository import GLib, UMockdev  # noqa: E402

recording, ready, command = sys.argv[1], sys.argv[2], sys.argv[3:]
testbed = UMockdev.Testbed.new()
# A machine without buses and classes would be one whose devices cannot be enumerated.
testbed.add_device("pci", "0000:00:1f.0", None, [], [])
testbed.add_device("input", "input9", None, [], [])
child = subprocess.Popen(command, env={**os.environ, "UMOCKDEV_DIR": GLib.getenv("UMOCKDEV_DIR")})
limit = time.monotonic() + 60
while not os.path.exists(ready) and child.poll() is None and time.monotonic() < limit:
    time.sleep(0.05)
testbed.add_from_file(recording)
path = next(line[3:].strip() for line in open(recording, encoding="utf-8") if line.startswith("P: "))
testbed.uevent("/sys" + path, "add")
time.sleep(float(os.environ.get("AIRSEAL_HOTPLUG_SECONDS", "0.2")))
testbed.uevent("/sys" + path, "remove")
testbed.remove_device("/sys" + path)
sys.exit(child.wait())
