#!/bin/bash
# fuzz.sh [TARGET...]: builds the parsers with libFuzzer and AddressSanitizer and feeds each for FUZZ_SECONDS (20).
# A case that breaks a parser lands in Tests/FuzzTests/Cases/TARGET; the corpus stays in .build-fuzz.
set -euo pipefail
cd "$(dirname "$0")/.."
export AIRSEAL_FUZZ=1
${SWIFT:-swift} build -c release --scratch-path .build-fuzz --product airseal-fuzz --sanitize=address \
  -Xswiftc -sanitize=fuzzer -Xswiftc -enable-testing -Xswiftc -use-ld=lld
fuzz=.build-fuzz/release/airseal-fuzz
failed=0
for target in ${@:-$($fuzz)}; do
  cases=Tests/FuzzTests/Cases/$target
  corpus=.build-fuzz/corpus/$target
  mkdir -p "$corpus" "$cases"
  if ASAN_OPTIONS=detect_leaks=0 "$fuzz" "$target" "$corpus" "$cases" -artifact_prefix="$cases/" \
    -max_total_time="${FUZZ_SECONDS:-20}" -max_len=16384 -timeout=10 -rss_limit_mb=2048 -verbosity=0 \
    -print_final_stats=1 2> ".build-fuzz/$target.log"; then
    echo "$target: $(awk '/number_of_executed_units/ { print $2 }' ".build-fuzz/$target.log") inputs, none broke it"
  else
    echo "$target: BROKEN, see .build-fuzz/$target.log and $cases" >&2
    failed=1
  fi
  rmdir --ignore-fail-on-non-empty "$cases"
done
exit $failed
