"""tap.py — the little that the command-line tests share: cases, results in TAP, and a college in a folder.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

PROGRAM = Path(sys.argv[1]).resolve()
SOURCE = Path(os.environ["SHIZI_SOURCE_ROOT"])
SAMPLES = SOURCE / "tests" / "samples" / "office-2025"
CASES = []


def case(path):
    """Registers a test under its path, which names its rule."""
    def register(function):
        CASES.append((path, function))
        return function
    return register


class Skipped(Exception):
    """What a case needs is not there: it says so."""


def with_check_digit(body):
    """An ID number (身份证号) of these seventeen digits."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights)) % 11]


class Result:
    def __init__(self, process):
        self.code = process.returncode
        self.out = process.stdout.decode("utf-8")
        self.err = process.stderr.decode("utf-8")
        # A fault of the program itself, such as an act without a line in the table of rights (acc-3).
        assert "-CRITICAL **" not in self.err, self.err

    @property
    def json(self):
        return json.loads(self.out)


class College:
    """A database in a folder of its own."""

    def __init__(self, name="某技师学院", establishment=128, init=True):
        self.folder = Path(tempfile.mkdtemp(prefix="shizi-test-"))
        self.db = self.folder / "college.db"
        if init:
            result = self.run("init", "--name", name, "--establishment", str(establishment))
            assert result.code == 0, result.err

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def command(self, *words, flags=("--json",)):
        return [str(PROGRAM), "--db", str(self.db), "--as", "测试", *flags, *map(str, words)]

    def run(self, *words, flags=("--json",), env=None):
        environment = dict(os.environ, **(env or {}))
        return Result(subprocess.run(self.command(*words, flags=flags), capture_output=True, check=False,
                                     env=environment, stdin=subprocess.DEVNULL))

    def ok(self, *words):
        result = self.run(*words)
        assert result.code == 0, f"{words}: exit {result.code}\n{result.err}\n{result.out[:2000]}"
        return result.json  # with --json there is a document, always

    def write(self, name, text, encoding="utf-8"):
        path = self.folder / name
        path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
        return path

    def import_samples(self):
        for kind, name in [("people", "教职工花名册.xlsx"), ("assessments", "年度考核.xlsx"),
                           ("teaching", "教学工作量.xlsx"), ("training", "培训授课记录.csv"),
                           ("post-plan", "岗位核准.xlsx"), ("annual-pay", "全年薪酬.xlsx"),
                           ("awards", "业绩点.xlsx"), ("roles", "班主任.xlsx")]:
            self.ok("import", kind, SAMPLES / name)


def expected():
    return json.loads((SAMPLES / "expected.json").read_text("utf-8"))


def tables_of(db):
    """Every row of every table of a college in a file."""
    with sqlite3.connect(db) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = {name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for name in names}
    connection.close()
    return found


def main(only=()):
    """Runs all cases, or those whose paths are named."""
    cases = [entry for entry in CASES if not only or entry[0] in only]
    assert cases, f"no case {only}"
    print(f"1..{len(cases)}", flush=True)
    failures = 0
    for number, (path, function) in enumerate(cases, 1):
        try:
            function()
            print(f"ok {number} {path}", flush=True)
        except Skipped as reason:
            print(f"ok {number} {path} # SKIP {reason}", flush=True)
        except Exception:  # every fault of a case is a failed case
            failures += 1
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
            print(f"not ok {number} {path}", flush=True)
    return 1 if failures else 0
