"""lab-report.py open REPORT: checks that a person settles.  lab-report.py verify OUT: what the lab machine must show."""
import json
import sys

BINDING = ("required", "blocks_pass")
CONCLUSIVE = ("complete", "does_not_exist")
# An image made without package logs, and an independent LAN that nobody declared.
AS_BUILT = {("apt", "network_contact"), ("apt", "coverage"), ("dpkg", "coverage"), ("declared_lan", "declared_lan"),
            ("documents", "document_scan"), ("documents", "marking")}
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
    return sorted({r["check"] for _, r in results(report) if r["status"] == "notchecked"})


def blind(report):
    return {(row["source"], row["table_name"]) for row in report["collection"] if row["status"] not in CONCLUSIVE}


def verify(out):
    problems = []

    def require(condition, text):
        print(("ok    " if condition else "FAIL  ") + text)
        if not condition:
            problems.append(text)

    built, scan, answered = (read(f"{out}/{name}/report.json") for name in ("as-built", "scan", "answered"))
    require(blind(built) <= AS_BUILT, f"as built, blind only where logs are missing: {sorted(blind(built) - AS_BUILT)}")
    require(("apt", "network_contact") in blind(built), "a missing package log is named")
    require(blind(scan) <= {("declared_lan", "declared_lan")}, f"every live table is reached: {sorted(blind(scan))}")
    require(not scan["gaps"], f"nothing was skipped: {scan['gaps'][:5]}")
    require(scan["exit_code"] == 2, f"without an antivirus the verdict is fail: {scan['exit_code']}")
    left = {r["check"]: r["status"] for _, r in results(answered) if r["status"] not in ("pass", "notapplicable")}
    require(set(left) == TRUE_FINDINGS, f"with answers, only the antivirus stands before a pass: {left}")
    require(set(left.values()) == {"fail"}, "what is left is proven")
    require(all(review["verdict"] == "accepted" for review in answered["answers"]), "every signed answer is accepted")
    return 1 if problems else 0


if sys.argv[1] == "open":
    print("\n".join(open_checks(read(sys.argv[2]))))
else:
    sys.exit(verify(sys.argv[2]))
