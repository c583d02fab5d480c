# Runs in the lab machine: live scans from its own disk, each with its wall time and peak memory.
# The emulator translates code once for each address that it stands at. Fixed addresses (setarch -R) let it keep from run 1 what
# no processor would have to translate at all.
mkdir -p /opt/airseal && cp -r airseal bin lib share /opt/airseal/ && cd /opt/airseal || exit 1
{
  echo "airseal scan --skip documents, lab machine ($(nproc) emulated cores, $(uname -r))"
  python3 - "$OUT" <<'P'
import os, sys, threading, time
out = sys.argv[1]
command = ["setarch", "-R", "./airseal", "scan", "--skip", "documents", "--output", "/tmp/scan", "--format", "json"]

def watch(scan, peak):
    try:
        while True:
            peak[0] = max([peak[0]] + [int(line.split()[1]) for line in open(f"/proc/{scan}/status") if line.startswith("VmHWM:")])
            time.sleep(0.1)
    except OSError:
        pass  # it has ended

for run in range(1, 7):
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    files = [(os.POSIX_SPAWN_OPEN, 1, out + "/scan.json", flags, 0o600), (os.POSIX_SPAWN_OPEN, 2, out + "/scan.err", flags, 0o600)]
    start, peak = time.monotonic(), [0]
    scan = os.posix_spawnp(command[0], command, os.environ, file_actions=files)
    watcher = threading.Thread(target=watch, args=(scan, peak))
    watcher.start()
    status = os.waitstatus_to_exitcode(os.waitpid(scan, 0)[1])
    seconds = time.monotonic() - start
    watcher.join()
    note = "; the emulator translates the program" if run == 1 else ""
    print(f"run {run}: {seconds:.2f} s, peak {peak[0] // 1024} MB, exit {status}{note}")
P
} >"$OUT/bench.txt" 2>&1
exit 0
