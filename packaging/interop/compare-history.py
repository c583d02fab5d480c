"""compare-history.py OUT SAMPLES REPORT TOOL...: what airseal, dissect.target and plaso read of the same sample hosts.

Writes a table to REPORT; ends with 1 where a tool reports something of a source that airseal does not.
"""
import collections
import datetime
import json
import os
import sys
import urllib.parse

out, samples, report = sys.argv[1:4]
tools = sys.argv[4:]
SOURCES = {
    "visits": "Browser histories: host, file, time",
    "sessions": "wtmp: sessions from other machines",
    "boots": "wtmp: starts of the machine",
    "journal": "systemd journals: entries, first and last time",
    "syslog": "/var/log/syslog, messages: lines, first and last time",
    "dpkg": "dpkg.log: lines, first and last time",
    "apt": "apt/history.log: runs, first and last time",
    "zypper": "zypp/history: lines, first and last time",
    "audit": "audit.log: lines, first and last time",
    "remote": "TeamViewer: sessions",
}
SPANS = {"journal", "syslog", "dpkg", "apt", "zypper", "audit"}


def lines(path):
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            if line.startswith("{") and '"_type": "recorddescriptor"' not in line:
                yield json.loads(line)


def seconds(text):
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def host(address):
    return urllib.parse.urlsplit(address).hostname


def inside(path, root):
    """The path as the sample knows it."""
    return path[len(root):] if path.startswith(root) else path


def kind_of(path):
    name = os.path.basename(path)
    if path.startswith("/var/log/journal/"):
        return "journal"
    if name.startswith(("syslog", "messages")) and os.path.dirname(path) == "/var/log":
        return "syslog"
    return {"dpkg.log": "dpkg", "audit.log": "audit"}.get(name) or (
        "apt" if path.startswith("/var/log/apt/history") else "zypper" if path.startswith("/var/log/zypp/history") else None)


def add_span(found, path, time):
    kind = kind_of(path)
    if kind:
        found[kind].append((path, time))


def dissect(folder, root):
    found = collections.defaultdict(list)
    for row in lines(f"{folder}/dissect.jsonl"):
        kind = row["_recorddescriptor"][0]
        if not row.get("ts"):
            continue
        time = seconds(row["ts"])
        if kind.startswith("browser/"):
            peer = host(row["url"])
            if peer:
                found["visits"].append((row["source"], peer, time))
        elif kind == "linux/log/wtmp" and row["ut_type"] == "BOOT_TIME":
            found["boots"].append(("/var/log/wtmp", time))
        elif kind == "linux/log/wtmp" and row["ut_type"] == "USER_PROCESS" and row["ut_addr"] not in ("0.0.0.0", None):
            found["sessions"].append(("/var/log/wtmp", row["ut_addr"], time))
        elif kind in ("linux/log/messages", "linux/log/audit"):
            add_span(found, inside(row["source"], root), time)
        elif kind == "linux/debian/dpkg/package/log":
            add_span(found, "/var/log/dpkg.log", time)
        elif kind == "unix/packagemanager/log":
            add_span(found, "/var/log/zypp/history" if row.get("package_manager") == "zypper" else "/var/log/apt/history.log", time)
        elif kind.startswith("remoteaccess/") or "teamviewer" in kind:
            found["remote"].append((inside(row["source"], root), time))
    return found


def plaso(folder, root):
    found = collections.defaultdict(list)
    for row in lines(f"{folder}/plaso.jsonl"):
        path, time = inside(row.get("filename", ""), root), row["timestamp"] // 1_000_000
        if row["data_type"] in ("chrome:history:page_visited", "firefox:places:page_visited"):
            peer = host(row["url"])
            if peer:
                found["visits"].append((path, peer, time))
        elif row["data_type"] == "linux:utmp:event":
            if row.get("type") == 2:
                found["boots"].append((path, time))
            elif row.get("type") == 7 and row.get("ip_address") not in ("0.0.0.0", None):
                found["sessions"].append((path, row["ip_address"], time))
        elif row["parser"].startswith(("text/syslog", "text/dpkg", "text/apt", "systemd_journal")):
            add_span(found, path, time)
    return found


def load(folder, name):
    with open(f"{folder}/{name}.json", encoding="utf-8") as file:
        return json.load(file)


class Ours:
    def __init__(self, folder):
        self.contacts = load(folder, "contacts")
        self.coverage = {row["path"]: row for row in load(folder, "coverage")}
        self.power = load(folder, "power")

    def has(self, kind, item):
        if kind == "visits":
            path, peer, time = item
            return peer in ("localhost", None) or any(
                row["path"] == path and row["peer"] == peer and row["first_seen"] <= time <= row["last_seen"]
                for row in self.contacts)
        if kind == "sessions":
            path, peer, time = item
            return any(row["path"] == path and row["peer"] == peer for row in self.contacts)
        if kind == "boots":
            return any(row["path"] == item[0] and row["at"] == item[1] for row in self.power)
        return any(row["path"] == item[0] and row["kind"] == "remote_session" for row in self.contacts)

    def lacks_span(self, path, times):
        """Why a file's span is less than theirs; None where it is not. Zones of lines without one are read by each its own way."""
        row = self.coverage.get(path)
        day = 86_400
        if row is None:
            return "not covered"
        if row["entries"] + row.get("damaged", 0) < len(times):
            return f"{row['entries']} entries of {len(times)}"
        if row["first_entry"] > min(times) + day or row["last_entry"] < max(times) - day:
            return "shorter span"
        return None


def main():
    counts = collections.defaultdict(lambda: collections.defaultdict(int))
    ours_counts = collections.defaultdict(int)
    missing = []
    for sample in sorted(os.listdir(out)):
        folder, root = f"{out}/{sample}", f"{samples}/{sample}/root"
        ours = Ours(folder)
        for row in ours.contacts:
            ours_counts["visits"] += row["kind"] == "web_visit"
            ours_counts["sessions"] += row["kind"] == "remote_session" and "wtmp" in row["path"]
            ours_counts["remote"] += row["kind"] == "remote_session" and "teamviewer" in row["path"]
        ours_counts["boots"] += sum(row["path"].startswith("/var/log/wtmp") for row in ours.power)
        for path, row in ours.coverage.items():
            if kind_of(path):
                ours_counts[kind_of(path)] += row["entries"]
        for tool in tools:
            found = {"dissect": dissect, "plaso": plaso}[tool](folder, root)
            for kind, items in found.items():
                counts[tool][kind] += len(items)
                if kind in SPANS:
                    spans = collections.defaultdict(list)
                    for path, time in items:
                        spans[path].append(time)
                    for path, times in spans.items():
                        if kind == "apt":  # one record a package there, one a run here
                            times = sorted(set(times))
                        why = ours.lacks_span(path, times)
                        if why:
                            missing.append((sample, tool, kind, f"{path}: {why}"))
                else:
                    missing += [(sample, tool, kind, str(item)) for item in items if not ours.has(kind, item)]
    names = {"dissect": "dissect.target", "plaso": "plaso"}
    text = [
        "# Beside other readers of history", "",
        "`make interop` reads ten sample hosts with dissect.target, plaso and airseal (development only). Numbers are what each",
        "reports of a source over all hosts; a dash means that the tool does not read it there. airseal counts hosts of a browser's",
        "file, not visits, and entries that it read of a log, of which only connections become facts.", "",
        "| source | " + " | ".join(names[tool] for tool in tools) + " | airseal | at least as much |",
        "|---|" + "---|" * (len(tools) + 2),
    ]
    for kind, title in SOURCES.items():
        lacks = [row for row in missing if row[2] == kind]
        cells = [str(counts[tool][kind] or "–") for tool in tools]
        known = any(counts[tool][kind] for tool in tools)
        verdict = "no other tool reads it here" if not known else "no" if lacks else "yes"
        text.append(f"| {title} | " + " | ".join(cells) + f" | {ours_counts[kind]} | {verdict} |")
    with open(report, "w", encoding="utf-8") as file:
        file.write("\n".join(text) + "\n")
    print("\n".join(text[7:]))
    for row in missing:
        print("interop: LESS", *row)
    sys.exit(1 if missing else 0)


main()
