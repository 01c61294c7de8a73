#!/usr/bin/env python3
"""count-results.py — adds up the results of all suites, says how to see a failure again and which tests cost most, and
prints the closing line.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

FOLDERS = {"sanitize": "build-sanitize", "sanitize-faults": "build-sanitize", "fuzz": "build-fuzz"}
DEAREST = 10


def short(name):
    """meson writes "room / test" as the name of a suite: its last word finds it again."""
    return name.split(" / ")[-1].strip()


def broken_off(log):
    """The programs that meson itself does not call good."""
    if not log.is_file():
        return []
    tests = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    return [test["name"] for test in tests if test["result"] not in ("OK", "SKIP", "EXPECTEDFAIL")]


def say_failed(stage, suite, case):
    print(f"failed: {stage}: {suite} {case}")
    print(f"  again: meson test -C {FOLDERS.get(stage, 'build')} --print-errorlogs --timeout-multiplier 20 '{short(suite)}'")


def count(path):
    passed = failed = skipped = 0
    stage = path.name.split(".")[0]
    costs, said = [], set()
    # What programs print may hold what XML may not.
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "?", path.read_text("utf-8", "replace"))
    for suite in ET.fromstring(text.encode()).iter("testsuite"):
        seconds = 0.0
        for case in suite.iter("testcase"):
            seconds += float(case.get("time") or 0)
            if case.find("failure") is not None or case.find("error") is not None:
                failed += 1
                say_failed(stage, suite.get("name", ""), case.get("name", ""))
                said |= {short(suite.get("name", "")), case.get("name", "")}
            elif case.find("skipped") is not None:
                skipped += 1
            else:
                passed += 1
        costs.append((float(suite.get("time") or seconds), stage, suite.get("name", "")))
    # A program that ended in its middle has only results that are good.
    for name in broken_off(path.with_name(stage + ".json")):
        if short(name) not in said:
            failed += 1
            say_failed(stage, name, "ended before its last test")
    return passed, failed, skipped, costs


def main():
    broken = int(sys.argv[1])
    totals, costs = [0, broken, 0], []
    for name in sys.argv[2:]:
        if Path(name).is_file():
            *counts, spent = count(Path(name))
            totals = [a + b for a, b in zip(totals, counts)]
            costs += spent
    for seconds, stage, name in sorted(costs, reverse=True)[:DEAREST]:
        if seconds > 0:
            print(f"dear: {seconds:6.1f} s  {stage}: {name}")
    passed, failed, skipped = totals
    if passed == 0 and failed == 0:
        failed = 1
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
