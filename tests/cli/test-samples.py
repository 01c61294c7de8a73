#!/usr/bin/env python3
"""test-samples.py — the office files of a college, from the spreadsheets to the pay, to the last digit.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys

from tap import SAMPLES, College, case, expected, main

WANT = expected()
COLLEGE = College(establishment=WANT["establishment"])


def differences(got, want, where=""):
    if isinstance(want, dict):
        for key, value in want.items():
            if key not in got:
                yield f"{where}.{key}: missing"
            else:
                yield from differences(got[key], value, f"{where}.{key}")
    elif isinstance(want, list):
        if len(got) != len(want):
            yield f"{where}: {len(got)} entries, not {len(want)}"
        for index, (a, b) in enumerate(zip(got, want)):
            yield from differences(a, b, f"{where}[{index}]")
    elif got != want:
        yield f"{where}: {got!r}, not {want!r}"


def assert_same(got, want):
    found = list(differences(got, want))
    assert not found, "\n".join(found[:20])


@case("/cli/samples/import")
def imports():
    COLLEGE.import_samples()
    rows = {entry["kind"]: entry for entry in COLLEGE.ok("imports")["imports"]}
    for kind in ("people", "teaching", "training"):
        assert rows[kind]["inserted"] == WANT[kind], rows[kind]


@case("/cli/samples/import-xls")
def imports_xls():
    result = COLLEGE.ok("import", "parttime", SAMPLES / "兼职教师.xls")
    assert result["inserted"] == WANT["parttime"], result


@case("/cli/rec-9/samples-quota")
def quota():
    for want in WANT["quota"]:
        assert_same(COLLEGE.ok("quota", "--on", want["date"]), want)


@case("/cli/wrk-5/samples-convert")
def convert():
    assert_same(COLLEGE.ok("convert", "--year", "2025")["people"], WANT["convert"])


@case("/cli/pay-9/samples-pay-dry-run")
def pay_dry_run():
    before = COLLEGE.ok("pay", "list")
    got = COLLEGE.ok("pay", "compute", "--scheme", SAMPLES / "scheme.json", "--dry-run")
    assert_same(got, WANT["pay"])
    assert COLLEGE.ok("pay", "list") == before


@case("/cli/pay-9/samples-pay")
def pay():
    got = COLLEGE.ok("pay", "compute", "--scheme", SAMPLES / "scheme.json")
    assert_same(got, WANT["pay"])
    shown = COLLEGE.ok("pay", "show", got["run"])
    assert_same(shown, WANT["pay"])
    assert shown["run"] == got["run"]


@case("/cli/num-5/samples-pay-adds-up")
def pay_adds_up():
    def fen(text):
        return int(text.replace(".", ""))
    shown = COLLEGE.ok("pay", "show", 1)
    people = sum(fen(p["total"]) for p in shown["people"])
    fixed = sum(fen(f["amount"]) for f in shown["fixed"])
    components = sum(fen(c["amount"]) for c in shown["components"])
    assert fen(shown["pool"]) == fen(shown["reserve"]) + fixed + components
    assert fen(shown["pool"]) == fen(shown["reserve"]) + people
    assert sum(fen(d["amount"]) for d in shown["departments"]) == people
    for person in shown["people"]:
        amounts = sum(fen(a) for a in person["amounts"].values())
        assert amounts + fen(person["ceiling"]) + fen(person["adjustments"]) == fen(person["total"]), person


@case("/cli/samples/bad-roster")
def bad_roster():
    with College() as empty:
        result = empty.run("import", "people", SAMPLES / "花名册-有误.xlsx")
        assert result.code == 3, result.err
        document = result.json
        found = [{"row": f["row"], "column": f["column"], "code": f["code"]}
                 for f in document["findings"] if f["severity"] == "error"]
        assert sorted(found, key=lambda f: f["row"]) == WANT["bad_roster"], found
        assert document["batch"] is None and document["inserted"] == 0
        assert empty.ok("imports")["imports"] == []
        assert empty.run("people", "show", "1001").code != 0


@case("/cli/aud-1/samples-verify")
def verify():
    assert COLLEGE.ok("verify")["sound"] is True


if __name__ == "__main__":
    with COLLEGE:
        code = main()
    sys.exit(code)
