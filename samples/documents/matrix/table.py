"""table.py FOLDER FOUND [NEGATIVES FOUND]: the matrix against what was found, as Markdown; fails below the goals."""
import collections
import json
import os
import sys

_ORDER = ["tuyet_mat", "toi_mat", "mat", "review", "released", "foreign"]


def _read(path):
    levels, reasons = collections.defaultdict(set), {}
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if fields[0] == "marking":
            levels[fields[1]].add(fields[2])
        elif len(fields) > 3 and fields[2] != "read":
            reasons[fields[1]] = fields[3]
    return levels, reasons


def _found(cell, levels):
    own = set(levels.get(cell["path"], ()))
    if cell["place"] == "folder-name":
        own |= levels.get(os.path.dirname(cell["path"]), set())
    best = next((level for level in _ORDER if level in own), None)
    return best == cell["expect"]


def _table(title, cells, levels, column):
    rows = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0]))
    names = []
    for cell in cells:
        if cell[column] not in names:
            names.append(cell[column])
        count = rows[cell["format"]][cell[column]]
        count[0] += _found(cell, levels)
        count[1] += 1
    lines = [f"## {title}", ""]
    for format_, row in rows.items():
        total = [sum(c[0] for c in row.values()), sum(c[1] for c in row.values())]
        missed = ", ".join(f"{name} {row[name][0]}/{row[name][1]}" for name in names if name in row and row[name][0] < row[name][1])
        lines.append(f"| {format_} | {len(row)} | {total[0]}/{total[1]} | {missed or 'none'} |")
    head = [f"| Format | {column}s | Cells found | Missed |", "|---|---|---|---|"]
    return lines[:2] + head + lines[2:] + [""]


def main():
    folder, found = sys.argv[1:3]
    cells = json.load(open(os.path.join(folder, "cells.json"), encoding="utf-8"))
    levels, reasons = _read(found)
    hits = sum(_found(cell, levels) for cell in cells)
    recall = hits / len(cells)
    print("# Detection of markings\n\nMade by `make bench-detection`: every cell is a file that the document collector read through the sandboxed worker.\n")
    print(f"Recall: {hits} of {len(cells)} cells ({100 * recall:.2f} %).\n")
    wrong = 0
    if len(sys.argv) > 4:
        flagged, _ = _read(sys.argv[4])
        count = sum(len(files) for _, _, files in os.walk(sys.argv[3]))
        wrong = len(flagged)
        print(f"Files without a marking: {count}, flagged: {wrong}.\n")
        for path in sorted(flagged):
            print(f"- {path}: {', '.join(sorted(flagged[path]))}")
    print("\n".join(_table("By encoding", cells, levels, "encoding")))
    print("\n".join(_table("By place", cells, levels, "place")))
    causes = collections.Counter(f"{c['format']}: {reasons[c['path']]}" for c in cells if c["path"] in reasons and not _found(c, levels))
    if causes:
        print("## Missed files that were reported as not read\n")
        print("\n".join(f"- {cause}: {count}" for cause, count in sorted(causes.items())))
    absent = json.load(open(os.path.join(os.path.dirname(__file__), "absent.json"), encoding="utf-8"))
    print("\n## Cells that a format cannot have\n")
    print("\n".join("- " + ", ".join(f"{key} {value}" for key, value in rule.items() if key != "reason") + f": {rule['reason']}" for rule in absent))
    if recall < 0.99 or wrong:
        sys.exit(1)


main()
