#!/usr/bin/env python3
"""count-results.py — adds up the results of all suites and prints the closing line.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys
import xml.etree.ElementTree as ET
from pathlib import Path


def count(path):
    passed = failed = skipped = 0
    for case in ET.parse(path).getroot().iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            failed += 1
            print(f"failed: {path.name.split('.')[0]}: {case.get('classname', '')} {case.get('name', '')}")
        elif case.find("skipped") is not None:
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def main():
    broken = int(sys.argv[1])
    totals = [0, broken, 0]
    for name in sys.argv[2:]:
        if Path(name).is_file():
            totals = [a + b for a, b in zip(totals, count(Path(name)))]
    passed, failed, skipped = totals
    if passed == 0 and failed == 0:
        failed = 1
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
