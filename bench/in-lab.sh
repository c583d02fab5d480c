# Runs in the lab machine: live scans from its own disk with their wall time, then one whose memory is watched, which takes time too.
# The emulator translates code once for each address that it stands at. Fixed addresses (setarch -R) let it keep from run 1 what
# no processor would have to translate at all.
mkdir -p /opt/airseal && cp -r airseal bin lib share /opt/airseal/ && cd /opt/airseal || exit 1
{
  echo "airseal scan --skip documents, lab machine ($(nproc) emulated cores, $(uname -r))"
  python3 - "$OUT" <<'P'
import os, sys, time
out = sys.argv[1]
command = ["setarch", "-R", "./airseal", "scan", "--skip", "documents", "--output", "/tmp/scan", "--format", "json"]


def start():
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    files = [(os.POSIX_SPAWN_OPEN, 1, out + "/scan.json", flags, 0o600), (os.POSIX_SPAWN_OPEN, 2, out + "/scan.err", flags, 0o600)]
    return os.posix_spawnp(command[0], command, os.environ, file_actions=files)


times = []
for run in range(1, 12):
    begin = time.monotonic()
    status = os.waitstatus_to_exitcode(os.waitpid(start(), 0)[1])
    times.append(time.monotonic() - begin)
    if status not in (0, 2, 3):
        sys.exit(f"airseal scan: exit {status}")
    note = "; the emulator translates the program" if run == 1 else ""
    print(f"run {run}: {times[-1]:.2f} s, exit {status}{note}")
known = sorted(times[1:])
print(f"runs 2 to {len(times)}: {known[0]:.2f} to {known[-1]:.2f} s, median {known[len(known) // 2]:.2f} s")

scan, peak = start(), 0
while os.waitpid(scan, os.WNOHANG)[0] == 0:
    with open(f"/proc/{scan}/status") as status:  # VmHWM is gone once the program has ended, and waits to be asked for
        peak = max([peak] + [int(line.split()[1]) for line in status if line.startswith("VmHWM:")])
    time.sleep(0.02)
print(f"peak memory of airseal: {peak // 1024} MB")
P
} >"$OUT/bench.txt" 2>&1
