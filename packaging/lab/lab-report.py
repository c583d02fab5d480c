"""lab-report.py open REPORT: checks that a person settles, a line each with the subjects of their findings, by tabs.
lab-report.py verify OUT: what the lab machine must show.
"""
import json
import sys

BINDING = ("required", "blocks_pass")
CONCLUSIVE = ("complete", "does_not_exist")
# An independent LAN that nobody declared, and a daemon that nobody installed.
NOT_THERE = {("declared_lan", "declared_lan"), ("watch_interval", "watch_interval")}
# An image made without package logs.
AS_BUILT = NOT_THERE | {("apt", "network_contact"), ("apt", "coverage"), ("dpkg", "coverage")}
# The lab machine has no antivirus; nothing else may stand between it and a pass.
TRUE_FINDINGS = {"antivirus_present", "antivirus_effective"}


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def results(report):
    for edition in report["editions"]:
        for result in edition["results"]:
            if result["effect"] in BINDING:
                yield edition["id"], result


def open_checks(report):
    subjects = {}
    for _, result in results(report):
        if result["status"] == "notchecked":
            subjects.setdefault(result["check"], set())
        if result["status"] == "fail" and result["effect"] == "blocks_pass":
            subjects.setdefault(result["check"], set()).update(e["subject"] for e in result["evidence"])
    return ["\t".join([check, *sorted(found)]) for check, found in sorted(subjects.items())]


def blind(report):
    return {(row["source"], row["table_name"]) for row in report["collection"] if row["status"] not in CONCLUSIVE}


def verify(out):
    problems = []

    def require(condition, text):
        print(("ok    " if condition else "FAIL  ") + text)
        if not condition:
            problems.append(text)

    built, scan, answered = (read(f"{out}/{name}/report.json") for name in ("as-built", "scan", "answered"))
    unread = {row for row in blind(built) if row[0] != "documents"}
    require(unread <= AS_BUILT, f"as built, blind only where logs are missing: {sorted(unread - AS_BUILT)}")
    require(("apt", "network_contact") in blind(built), "a missing package log is named")
    require(blind(scan) <= NOT_THERE, f"every live table is reached: {sorted(blind(scan) - NOT_THERE)}")
    require(not scan["gaps"], f"nothing was skipped: {scan['gaps'][:5]}")
    require(scan["exit_code"] == 2, f"without an antivirus the verdict is fail: {scan['exit_code']}")
    left = {r["check"]: r["status"] for _, r in results(answered) if r["blocks_pass"]}
    require(set(left) == TRUE_FINDINGS, f"with answers, only the antivirus stands before a pass: {left}")
    require(set(left.values()) == {"fail"}, "what is left is proven")
    require(all(review["verdict"] == "accepted" for review in answered["answers"]), "every signed answer is accepted")
    return 1 if problems else 0


if sys.argv[1] == "open":
    print("\n".join(open_checks(read(sys.argv[2]))))
else:
    sys.exit(verify(sys.argv[2]))
