#!/usr/bin/env python3
"""bench-package.py — a package of 10,000 people: made, looked at, compared and applied, each beside an import of the same
people into a college of the same kind; and the most memory each of them had.

Usage: bench-package.py SHIZICTL [PEOPLE]

Opened with the recipient's key: a password costs what Argon2 is told to cost.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHIZICTL = sys.argv[1]
PEOPLE = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
ROUNDS = 5
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def say(line):
    print(line, flush=True)


def id_number(n):
    body = f"110101{1960 + n % 40}{n // 40 % 12 + 1:02d}{n // 480 % 28 + 1:02d}{n // 13440 % 1000:03d}"
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS)) % 11]


def write_people(path):
    with open(path, "w", encoding="utf-8") as sheet:
        sheet.write("工号,姓名,身份证号,性别,部门,人员类别,来校工作日期\n")
        for n in range(PEOPLE):
            number = id_number(n)
            sheet.write(f"{n + 10000},王{chr(0x4e00 + n)},{number},{'男' if int(number[16]) % 2 else '女'},"
                        f"部门{n % 20},在编,2020-09-01\n")


class Office:
    """A copy of the college with a key of its own."""

    def __init__(self, folder, name):
        self.home = folder / name
        self.home.mkdir()
        self.db = self.home / "college.db"
        self.name = name

    def run(self, *words):
        """Its answer, the seconds it took, and the most memory in MiB."""
        answer = self.home / "answer"
        start = time.monotonic()
        with open(answer, "wb") as out:
            process = subprocess.Popen([SHIZICTL, "--db", self.db, "--as", self.name, "--json", *map(str, words)],
                                       stdout=out, env=dict(os.environ, XDG_DATA_HOME=str(self.home)))
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{words}: {answer.read_text()}")
        return json.loads(answer.read_text()), seconds, usage.ru_maxrss / 1024


def one_round(folder, sheet):
    """What each step cost: name → (seconds, MiB)."""
    empty = Office(folder, "某人")
    empty.run("init", "--name", "某技师学院", "--establishment", PEOPLE)
    offices = personnel, finance, third = [Office(folder, name) for name in ("人事", "财务", "第三")]
    for office in offices:
        shutil.copy(empty.db, office.db)
    steps = {"import": third.run("import", "people", sheet)[1:]}
    personnel.run("import", "people", sheet)
    finance.run("key", "trust", "人事", personnel.run("key", "show")[0]["public"])
    personnel.run("key", "trust", "财务", finance.run("key", "show")[0]["public"])
    package = folder / "people.szpkg"
    steps["make"] = personnel.run("package", "make", "people", "-o", package, "--to", "财务")[1:]
    for verb in ("show", "diff", "apply"):
        steps[verb] = finance.run("package", verb, package)[1:]
    say(f"  package of {PEOPLE} people: {package.stat().st_size} bytes")
    return steps


def main():
    load = os.getloadavg()[0]
    say(f"# packages; {load:.1f} processes want this machine's {os.cpu_count()} processors")
    rounds = []
    with tempfile.TemporaryDirectory(prefix="shizi-bench-") as name:
        sheet = Path(name) / "people.csv"
        write_people(sheet)
        for number in range(ROUNDS):
            folder = Path(name) / str(number)
            folder.mkdir()
            rounds.append(one_round(folder, sheet))
            shutil.rmtree(folder)
    least = statistics.median(steps["import"][0] for steps in rounds)
    for verb in rounds[0]:
        seconds = statistics.median(steps[verb][0] for steps in rounds)
        memory = max(steps[verb][1] for steps in rounds)
        say(f"= {verb:<8} {seconds:8.3f} s  {seconds / least:6.2f} x the import  {memory:6.0f} MiB at most")


main()
