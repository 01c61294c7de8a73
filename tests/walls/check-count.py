#!/usr/bin/env python3
"""check-count.py — what the closing line of `check` counts: a program that ended in its middle is a failure, though every
test it came to was good.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

COUNT = Path(sys.argv[1]) / "build-aux/count-results.py"
SUITE = '<testsuite name="shizi.shizi:desk / {0}" tests="1"><testcase name="{0}/one">{1}</testcase></testsuite>'
CASES = [
    ("good", [("a", "", "OK")], "1 passed, 0 failed", 0),
    ("skipped", [("a", "<skipped/>", "SKIP"), ("b", "", "OK")], "1 passed, 0 failed, 1 skipped", 0),
    ("failed", [("a", "<failure/>", "FAIL"), ("b", "", "OK")], "1 passed, 1 failed", 1),
    ("ended-in-its-middle", [("a", "", "ERROR"), ("b", "", "OK")], "2 passed, 1 failed", 1),
    ("prints-what-xml-may-not-hold", [("a", "<system-out>\x1b[1m\x00</system-out>", "OK")], "1 passed, 0 failed", 0),
    ("never-ended", [("a", "", "TIMEOUT")], "1 passed, 1 failed", 1),
]


def closing_line(folder, tests):
    suites = "".join(SUITE.format(name, inside) for name, inside, _ in tests)
    (folder / "plain.junit.xml").write_text(f"<testsuites>{suites}</testsuites>")
    (folder / "plain.json").write_text(
        "".join(json.dumps({"name": f"shizi:desk / {name}", "result": result}) + "\n" for name, _, result in tests))
    done = subprocess.run([sys.executable, COUNT, "0", folder / "plain.junit.xml"], capture_output=True, text=True)
    return done.stdout.splitlines()[-1], done.returncode


print(f"1..{len(CASES)}")
wrong = 0
for number, (name, tests, line, code) in enumerate(CASES, 1):
    with tempfile.TemporaryDirectory() as folder:
        got = closing_line(Path(folder), tests)
    good = got == (line, code)
    wrong += not good
    print(f"{'ok' if good else 'not ok'} {number} /walls/count/{name}")
    if not good:
        print(f"# {got} instead of {(line, code)}")
sys.exit(1 if wrong else 0)
