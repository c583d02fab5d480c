"""daemon.py BUILD IDLE: delays from netlink event to journal entry, and the idle cost of airseald."""
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROUNDS = 300


def wait_for(path):
    limit = time.monotonic() + 30
    while not os.path.exists(path):
        if time.monotonic() > limit:
            sys.exit(f"{path} did not appear")
        time.sleep(0.02)


def watch(path, seen):
    """Notes when each address came out of the daemon, which is after it is on the disk."""
    control = socket.socket(socket.AF_UNIX)
    control.connect(path)
    control.sendall(b'{"method":"vn.airseal.Daemon.Watch","more":true}\0')
    pending = b""
    while chunk := control.recv(65536):
        now = time.monotonic()
        pending += chunk
        *messages, pending = pending.split(b"\0")
        for message in messages:
            entry = json.loads(message)["parameters"]["entry"]
            if entry["kind"] == "address_added":
                seen[entry["detail"]["address"]] = now


def monitor(seen):
    """The same of `ip monitor`."""
    process = subprocess.Popen(["ip", "-o", "monitor", "address"], stdout=subprocess.PIPE, text=True)
    for line in process.stdout:
        words = line.split()
        if "inet" in words and not line.startswith("Deleted"):
            seen[words[words.index("inet") + 1]] = time.monotonic()


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000


def switches(process):
    """Context switches of each thread so far."""
    found = {}
    for task in os.listdir(f"/proc/{process}/task"):
        with open(f"/proc/{process}/task/{task}/status", encoding="ascii") as status:
            found[task] = sum(int(line.split()[1]) for line in status if "ctxt_switches" in line)
    return found


def resident(process):
    with open(f"/proc/{process}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


build, idle = sys.argv[1], float(sys.argv[2])
with tempfile.TemporaryDirectory() as work:
    path = f"{work}/control"
    daemon = subprocess.Popen(
        [f"{build}/airseald", "--socket", path, "--config", f"{work}/none.yaml"],
        env={**os.environ, "AIRSEAL_STATE": f"{work}/state"}, stderr=subprocess.DEVNULL)
    wait_for(path)
    time.sleep(3)
    before = switches(daemon.pid)
    time.sleep(idle)
    woken = sum(count - before.get(task, 0) for task, count in switches(daemon.pid).items())
    print(f"airseald, idle for {idle:.0f} s: {resident(daemon.pid) / 1024:.1f} MB resident (goal 40), "
          f"{woken} context switches")
    subprocess.run(["ip", "link", "add", "left", "type", "veth", "peer", "name", "right"], check=True)
    ours, theirs, made = {}, {}, {}
    for target in ((watch, path, ours), (monitor, theirs)):
        threading.Thread(target=target[0], args=target[1:], daemon=True).start()
    time.sleep(1)
    for number in range(ROUNDS):
        address = f"198.18.{number // 250}.{number % 250 + 1}/32"
        made[address] = time.monotonic()
        subprocess.run(["ip", "address", "add", address, "dev", "left"], check=True)
    time.sleep(1)
    for name, seen in (("airseald (on the disk)", ours), ("ip monitor", theirs)):
        delays = [seen[address] - made[address] for address in made if address in seen]
        print(f"{name}: {len(delays)} of {ROUNDS} events, from before the command to the reader: "
              f"median {percentile(delays, 0.5):.1f} ms, 99th percentile {percentile(delays, 0.99):.1f} ms (goal 100)")
    daemon.terminate()
    daemon.wait()
    if len(ours) != ROUNDS:
        sys.exit("events are missing")
