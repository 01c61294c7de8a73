#!/usr/bin/env python3
"""test-payrun.py — the life of a pay run from the sheets to the bank, step by step, to the last digit.

Every step of tests/samples/payrun-2025 through the program: what it prints and how it exits.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import PROGRAM, SOURCE, case, main

SAMPLE = SOURCE / "tests" / "samples" / "payrun-2025"
STEPS = json.loads((SAMPLE / "expected.json").read_text())["steps"]
FOLDER = Path(tempfile.mkdtemp(prefix="shizi-payrun-"))
# What a step may say in its own words.
FREE = {"message", "by", "at", "file"}
# Which rule a step is about.
RULES = {
    ("pay", "compute"): "pay-8", ("pay", "splits"): "pay-8", ("pay", "split"): "pay-8", ("pay", "adjust"): "pay-10",
    ("pay", "review"): "pay-11", ("pay", "announce"): "pay-11", ("pay", "objection"): "pay-11",
    ("pay", "answer"): "pay-11", ("pay", "approve"): "pay-11", ("pay", "stale"): "pay-11", ("pay", "total"): "pay-18",
    ("pay", "net"): "pay-16", ("pay", "bank"): "pay-17", ("pay", "paid"): "pay-16", ("pay", "correct"): "pay-12",
    ("pay", "show"): "pay-12", ("pay", "watch"): "aud-2", ("tax", "month"): "tax-1", ("tax", "bonus"): "tax-2",
    ("tax", "labour"): "tax-3", ("leave", "sheet"): "pay-14",
}


def differences(got, want, where=""):
    if isinstance(want, dict):
        if not isinstance(got, dict):
            yield f"{where}: {got!r} is no object"
            return
        for key, value in want.items():
            if key in FREE or (key == "name" and not where.endswith("]")):
                continue
            if key == "findings":
                codes = {finding["code"] for finding in value}
                found = {finding["code"] for finding in got.get("findings", [])}
                if codes != found:
                    yield f"{where}.findings: {sorted(found)}, not {sorted(codes)}"
            elif key not in got:
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


def run(words, flags=("--json",)):
    who = words[:2] if words[0] == "--as" else []
    rest = words[len(who):]
    done = subprocess.run([str(PROGRAM), "--db", "college.db", *flags, *who, *rest], cwd=FOLDER,
                          capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def check_step(step):
    code, out, err = run(step["command"])
    got = json.loads(out) if out.strip() else {}
    found = list(differences(got, step["json"]))
    if code != step["exit"]:
        found.insert(0, f"exit {code}, not {step['exit']}: {err} {got.get('error')}")
    assert not found, "\n".join(found[:20])


for number, step in enumerate(STEPS):
    words = [word for word in step["command"] if word != "--as"]
    if step["command"][0] == "--as":
        words = words[1:]
    rule = RULES.get(tuple(words[:2]), "aud-1")

    def check(step=step):
        if not (FOLDER / "expected.json").exists():
            for file in SAMPLE.iterdir():
                shutil.copy(file, FOLDER)
        check_step(step)

    case(f"/cli/{rule}/payrun/{number:02d}-{'-'.join(words[:2])}")(check)


@case("/cli/pay-17/payrun/bank-list-exact")
def bank_list():
    """Nothing quoted, nothing guarded, every line ended; the sum is what was paid but for those left out."""
    text = (FOLDER / "bank.csv").read_bytes().decode("gb18030")
    lines = text.split("\r\n")
    assert lines[0] == "序号,账号,户名,金额,摘要", lines[0]
    assert lines[-1] == "" and "\n" not in text.replace("\r\n", ""), lines[-1]
    rows = [line.split(",") for line in lines[1:-1]]
    assert len(rows) == 57 and all(len(row) == 5 for row in rows)
    assert [row[0] for row in rows] == [str(i) for i in range(1, 58)]
    assert sum(int(row[3].replace(".", "")) for row in rows) == 148283180
    assert {row[4] for row in rows} == {"2025年度奖励性绩效工资分配方案"}


@case("/cli/aud-1/payrun/refusals-are-logged")
def refusals():
    code, out, err = run(["verify"])
    assert code == 0, err


@case("/cli/pay-16/payrun/owed-and-handed-in")
def owed():
    """The correction was larger than the next payment: the rest stays owed until it is handed in."""
    _, out, _ = run(["pay", "owed"])
    people = json.loads(out)["people"]
    assert [person["staff_no"] for person in people] == ["1018"], people
    debt = people[0]["owed"]
    assert debt.startswith("-"), debt
    code, out, _ = run(["pay", "collect", "1018", "99999.00", "--on", "2026-02-02", "--document", "收据1号"])
    assert code == 1 and json.loads(out)["error"]["code"] == "collect.too_much", out
    code, out, _ = run(["pay", "collect", "1018", debt[1:], "--on", "2026-02-02", "--document", "收据1号"])
    assert code == 0 and json.loads(out)["owed"] == "0.00", out
    assert json.loads(run(["pay", "owed"])[1])["people"] == []


@case("/cli/pay-11/payrun/paid-stays-paid")
def paid_stays():
    for words, code in ((["pay", "reopen", "1", "--reason", "错"], "run.paid"), (["pay", "delete", "1"], "run.state"),
                        (["--as", "李", "pay", "review", "1"], "run.state"), (["pay", "recompute", "2"], "run.is_correction"),
                        (["pay", "splits", "3"], "split.one_level"), (["pay", "net", "2"], "correct.settles_next")):
        exit_code, out, err = run(words)
        assert exit_code == 1 and json.loads(out)["error"]["code"] == code, (words, out, err)


if __name__ == "__main__":
    try:
        result = main()
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
    sys.exit(result)
