# Runs in the lab machine: live scans, each with its wall time and peak memory.
{
  echo "airseal scan --skip documents, lab machine ($(nproc) emulated cores, $(uname -r))"
  for run in 1 2 3; do
    start=${EPOCHREALTIME/./}
    ./airseal scan --skip documents --output "$OUT/scan" --format json >"$OUT/scan.json" 2>"$OUT/scan.err" &
    scan=$! peak=0
    while [ -d "/proc/$scan" ]; do
      while read -r key value _; do
        [ "$key" = VmHWM: ] && [ "$value" -gt "$peak" ] && peak=$value
      done 2>/dev/null <"/proc/$scan/status"
      read -rt 0.2 <> <(:)
    done
    wait "$scan"
    status=$?
    end=${EPOCHREALTIME/./}
    echo "run $run: $(((end - start) / 1000)) ms, peak $peak KB, exit $status"
  done
} >"$OUT/bench.txt" 2>&1
exit 0
