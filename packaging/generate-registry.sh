#!/bin/sh
# Writes the list of collectors, from the names of their files.
set -eu
cd "$(dirname "$0")/.."
cat <<'HEAD'
// Made by `make generate` from the file names.

/// Every collector, by area and name; the document scan comes last.
public enum Registry {
  public static let all: [any Collector.Type] = [
HEAD
for area in Identity Network Devices Protection Malware Software History Traces Monitoring Stamps Documents Scans; do
  find "Sources/Collectors/$area" -name '*Collector.swift' | LC_ALL=C sort | while read -r file; do
    echo "    $(basename "$file" .swift).self,"
  done
done
cat <<'MIDDLE'
  ]

  /// Those of a removable medium.
  public static let medium: [any Collector.Type] = [
MIDDLE
find Sources/Collectors/Media -name '*Collector.swift' | LC_ALL=C sort | while read -r file; do
  echo "    $(basename "$file" .swift).self,"
done
printf '    DocumentCollector.self,\n    ClamscanCollector.self,\n  ]\n}\n'
