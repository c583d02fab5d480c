"""varlink-client.py ADDRESS: introspects airseald and calls every method of its interface."""
import sys
import threading

import varlink

NAME = "vn.airseal.Daemon"
client = varlink.Client(address=sys.argv[1])
info = client.info if hasattr(client, "info") else None
interface = client.get_interface(NAME)
methods = sorted(name for name, member in interface.members.items() if type(member).__name__ == "_Method")
print("introspected:", ", ".join(methods))
called = set()


def ask(name, *arguments, **options):
    called.add(name)
    with client.open(NAME) as connection:
        return getattr(connection, name)(*arguments, **options)


def first(name):
    """The first of many answers."""
    called.add(name)
    with client.open(NAME) as connection:
        for reply in getattr(connection, name)(_more=True):
            return reply


status = ask("Status")
print("Status:", status["version"], status["head"]["sequence"], status["monitors"])
called.add("Journal")
with client.open(NAME) as connection:
    entries = [reply["entry"] for reply in connection.Journal(1, _more=True)]
assert [entry["sequence"] for entry in entries] == list(range(1, len(entries) + 1))
print("Journal:", len(entries), "entries, first", entries[0]["kind"])
spans = ask("Coverage")["intervals"]
print("Coverage:", [span["state"] for span in spans])
watched = []
waiting = [threading.Thread(target=lambda name=name: watched.append((name, first(name))), daemon=True)
           for name in ("Watch", "Findings")]
for thread in waiting:
    thread.start()
code = ask("Scan")["code"]
assert code in (0, 2, 3), code
print("Scan: code", code)
waiting[0].join(30)
assert any(name == "Watch" and reply["entry"]["kind"] == "scan_finished" for name, reply in watched), watched
print("Watch:", watched[0][1]["entry"]["kind"])
print("Findings: listening, none came" if len(watched) == 1 else watched[1:])
missing = set(methods) - called
assert not missing, missing
print("interop: PASSED, every method called")
