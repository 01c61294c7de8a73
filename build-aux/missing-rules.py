#!/usr/bin/env python3
"""missing-rules.py — lists the rules that no test proves.

A rule counts as proved only where its id stands in the path of a test that a test program registers
("/domain/num-6/three-equal"): the id alone in a comment does not count.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import sys
from pathlib import Path


def main():
    tests = Path(sys.argv[1])
    rules = (Path(__file__).parent / "rules.txt").read_text().split()
    paths = set()
    for source in list(tests.rglob("*.c")) + list(tests.rglob("*.py")):
        paths.update(re.findall(r'"(/[a-z][^"\s]*)"', source.read_text("utf-8", "replace")))
    joined = "\n".join(paths)
    missing = [rule for rule in rules if not re.search(rf"\b{rule}(?!\d)", joined)]
    print(f"Rules proved by a test: {len(rules) - len(missing)} of {len(rules)}")
    if missing:
        print("Rules without a test: " + " ".join(missing))


if __name__ == "__main__":
    main()
