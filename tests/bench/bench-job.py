#!/usr/bin/env python3
"""bench-job.py — the whole job as an office does it once a year: a new college of 8,900 people, seven
sheets in, a pay run, F20 as a workbook; beside a pandas script that reads the same files, checks
nothing and writes one table. Then what an import costs in a small and in a large college, F20 as a
paper, and the meeting's pack.

Usage: bench-job.py SHIZICTL [PEOPLE]. Both are run in turn; medians are compared. Lines that begin with
"=" are figures beside their targets, as in bench-series.h; nothing is judged. Without python3-pandas and
python3-openpyxl it says so, and what needs them is left out.

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
PEOPLE = int(sys.argv[2]) if len(sys.argv) > 2 else 8900
SOURCE = Path(os.environ["SHIZI_SOURCE_ROOT"])
SAMPLE = SOURCE / "data" / "sample"
PYTHON = "/usr/bin/python3"  # where Debian puts the modules
ROUNDS = 5
SHEETS = [("people", "教职工花名册.xlsx"), ("assessments", "年度考核.xlsx"), ("teaching", "教学工作量.xlsx"),
          ("training", "培训授课记录.csv"), ("annual-pay", "全年薪酬.xlsx"), ("awards", "业绩点.xlsx"),
          ("roles", "班主任.xlsx")]
SAMPLE_PEOPLE = 128


def say(line):
    print(line, flush=True)


def measure(*command):
    """Of one process: (passed, worked) in milliseconds, and the most memory in MiB."""
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command}: exit {process.returncode}")
    return (time.monotonic() - start) * 1000, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def verdict(value, most, worked):
    return "met" if value <= most else "BEYOND by the clock, met by the work" if worked <= most else "BEYOND"


def figure(what, most, passed, worked, unit):
    say(f"= {what:<58} {passed:9.2f} {unit}   at most {most:g} {unit}: {verdict(passed, most, worked)} (worked {worked:.2f})")


def medians(series):
    return [statistics.median(column) for column in zip(*series)]


def in_turn(*jobs):
    """Each job gives (passed, worked, memory); a first turn warms the caches."""
    series = [[] for _ in jobs]
    for turn in range(ROUNDS + 1):
        for index, job in enumerate(jobs):
            result = job()
            if turn > 0:
                series[index].append(result)
    return [medians(one) for one in series]


class Folder:
    def __init__(self, path):
        self.path = path
        self.made = 0

    def fresh(self, suffix=".db"):
        self.made += 1
        return self.path / f"{self.made}{suffix}"


def make_sheets(folder):
    """The sample's seven sheets for so many people: the same rows again, everybody with a number of his own."""
    code = SOURCE / "tests" / "bench" / "job-sheets.py"
    subprocess.run([PYTHON, code, SAMPLE, folder, str(PEOPLE)], check=True)


def whole_job(folder, scheme):
    db = folder.fresh()
    steps = [("init", "--name", "某技师学院", "--establishment", PEOPLE)]
    steps += [("import", kind, folder.path / name) for kind, name in SHEETS]
    steps += [("pay", "compute", "--scheme", scheme), ("form", "F20", "-o", folder.fresh(".xlsx"))]
    sums = [0.0, 0.0, 0.0]
    for step in steps:
        passed, worked, memory = measure(SHIZICTL, *step, "--db", db)
        sums = [sums[0] + passed, sums[1] + worked, max(sums[2], memory)]
    db.unlink()
    return sums


def scheme_for(folder, people):
    scheme = json.loads((SAMPLE / "scheme.json").read_text("utf-8"))
    scheme["pool"] = f"{people * 28395}.00"
    path = folder.path / f"scheme-{people}.json"
    path.write_text(json.dumps(scheme, ensure_ascii=False), "utf-8")
    return path


def the_job(folder):
    scheme = scheme_for(folder, PEOPLE)
    script = SOURCE / "tests" / "bench" / "job-pandas.py"
    ours, theirs = in_turn(lambda: whole_job(folder, scheme),
                           lambda: measure(PYTHON, script, folder.path, scheme, folder.fresh(".xlsx")))
    for name, one in (("the whole job", ours), ("the pandas script", theirs)):
        say(f"  {name:<40} {one[0]:9.0f} ms, worked {one[1]:.0f} ms, {one[2]:.0f} MiB at most")
    figure(f"the whole job, {PEOPLE} people", 2, ours[0] / 1000, ours[1] / 1000, "s")
    figure("the whole job / the pandas script", 0.33, ours[0] / theirs[0], ours[1] / theirs[1], "x")


def write_roster(folder, turn):
    """A hundred people who are in no college yet, others each turn."""
    path = folder.fresh(".csv")
    lines = ["工号,姓名,身份证号,性别,部门,人员类别,岗位类别,岗位等级,专任教师,来校日期,在职状态"]
    for i in range(100):
        digits = f"37{turn:04d}19{70 + i % 20}{i % 12 + 1:02d}{i % 28 + 1:02d}{i:03d}"
        total = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(digits))
        sex = "男" if int(digits[16]) % 2 else "女"
        lines.append(f"新{turn}-{i},新来{i},{digits}{'10X98765432'[total % 11]},{sex},机电系,在编,专业技术,专技十二级,是,2024-09-01,在职")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def growth_of_imports(folder):
    """The same college each turn: the day's first copy of the whole is made in the first, which does not count."""
    small, large = folder.fresh(), folder.fresh()
    subprocess.run([SHIZICTL, "init", "--db", small, "--name", "某技师学院", "--establishment", "128"], check=True,
                   stdout=subprocess.DEVNULL)
    subprocess.run([SHIZICTL, "demo", "--db", large, "--people", "100000", "--year", "2025"], check=True,
                   stdout=subprocess.DEVNULL)
    turns = iter(range(2 * ROUNDS + 2))

    def taken(college):
        return measure(SHIZICTL, "import", "people", write_roster(folder, next(turns)), "--db", college)

    few, many = in_turn(lambda: taken(small), lambda: taken(large))
    say(f"  100 rows into nobody {few[0]:.0f} ms (worked {few[1]:.0f}), into 100,000 people {many[0]:.0f} ms (worked {many[1]:.0f})")
    figure("100 rows into 100,000 people / into nobody", 2, many[0] / few[0], many[1] / few[1], "x")
    large.unlink()


def papers(folder):
    db = folder.fresh()
    subprocess.run([SHIZICTL, "demo", "--db", db, "--people", "1000", "--year", "2025"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([SHIZICTL, "pay", "compute", "--db", db, "--scheme", scheme_for(folder, 1000)], check=True,
                   stdout=subprocess.DEVNULL)
    forms = "F07,F08,F10,F16,F18,F19,F20,F21,F24,F26,F28,F33"
    pack, = in_turn(lambda: measure(SHIZICTL, "form", "meeting", "--forms", forms, "--db", db, "-o", folder.fresh(".pdf"), "--year",
                                    2025, "--run", 1))
    figure("meeting pack of 12 forms, 1,000 people, worked", 2, pack[1] / 1000, pack[1] / 1000, "s")
    say(f"  its memory: {pack[2]:.0f} MiB at most")


def main():
    say(f"# the whole job; {os.getloadavg()[0]:.1f} processes want this machine's {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory(prefix="shizi-bench-") as name:
        folder = Folder(Path(name))
        if subprocess.run([PYTHON, "-c", "import pandas, openpyxl"], stderr=subprocess.DEVNULL).returncode == 0:
            make_sheets(folder.path)
            the_job(folder)
        else:
            say("  python3-pandas and python3-openpyxl are not there: no whole job")
        growth_of_imports(folder)
        papers(folder)


main()
