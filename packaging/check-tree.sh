#!/bin/sh
# Refuses what must not stand in the tree: long files, a stale registry, network sockets in the sources.
set -eu
cd "$(dirname "$0")/.."
status=0
long=$(find Sources samples/builder samples/tool -name '*.swift' -exec wc -l {} + | awk '$2 != "total" && $1 > 400')
[ -z "$long" ] || { echo "Longer than 400 lines:"; echo "$long"; status=1; }
packaging/generate-registry.sh | cmp -s - Sources/Collectors/Registry.swift ||
  { echo "Sources/Collectors/Registry.swift is out of date. Please run make generate."; status=1; }
sockets=$(grep -rnE '(socket|socketpair) *\( *(AF|PF)_INET|URLSession|getaddrinfo|NWConnection' Sources --include='*.swift' --include='*.c' --include='*.h' |
  grep -v 'Sources/CSandbox/' || true)
[ -z "$sockets" ] || { echo "A network socket in the product:"; echo "$sockets"; status=1; }
exit $status
