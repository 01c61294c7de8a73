#!/usr/bin/env python3
"""bench-programs.py — the two programs as their users start them: made-up colleges of 100,000 and
1,000,000 people, the first frame of the window, the list of people, a form of 10,000 people.

Usage, on a display of its own: bench-programs.py BENCH_DESK SHIZICTL SCHEMA_DIR [PEOPLE_MOST]

The first frame is compared with that of an empty libadwaita window of the same program (see
bench-desk.c); the two are started in turn, at least seven times each after one start that warms the
caches of the disk and of the fonts for both, and their medians are compared. Lines that begin with
"=" are figures beside their targets, as in bench-series.h; nothing is judged.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BENCH_DESK, SHIZICTL, SCHEMAS = sys.argv[1:4]
PEOPLE_MOST = int(sys.argv[4]) if len(sys.argv) > 4 else 1000000
SOURCE = Path(os.environ["SHIZI_SOURCE_ROOT"])
ROUNDS = 11
FEN_A_HEAD = 2800000
FIRST_FRAME_MOST = 2.0


def say(line):
    print(line, flush=True)


def run_measured(what, *command):
    """One process, with its time, its work and the most memory it had."""
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{what}: exit {process.returncode}")
    say(f"  {what:<52} {time.monotonic() - start:9.2f} s   worked "
        f"{usage.ru_utime + usage.ru_stime:.2f} s, {usage.ru_maxrss / 1024:.0f} MiB at most")


def make_college(folder, people):
    db = folder / f"college-{people}.db"
    run_measured(f"shizictl demo --people {people}",
                 SHIZICTL, "demo", "--db", db, "--people", people, "--year", 2025)
    return db


def start_desk(kind, *arguments):
    """What it printed, and when the first frame was there: (passed, worked) in milliseconds."""
    out = subprocess.run([BENCH_DESK, kind, *map(str, arguments)], check=True, text=True,
                         stdout=subprocess.PIPE).stdout
    words = next(line for line in out.splitlines() if line.startswith("first ")).split()
    return out, float(words[1]), float(words[2])


def compare_first_frames(db, people):
    kinds = {"empty": [], "first": [db]}
    times = {kind: [] for kind in kinds}
    for kind, arguments in kinds.items():
        start_desk(kind, *arguments)
    for _ in range(ROUNDS):
        for kind, arguments in kinds.items():
            times[kind].append(start_desk(kind, *arguments)[1:])
    median = {kind: [statistics.median(column) for column in zip(*rows)]
              for kind, rows in times.items()}
    for kind, name in (("empty", "empty libadwaita window"), ("first", f"{people} people, rows")):
        say(f"  first frame: {name:<39} median {median[kind][0]:9.3f} ms  worked "
            f"{median[kind][1]:9.3f} ms  of {ROUNDS}")
    ratio, worked = (median["first"][i] / median["empty"][i] for i in (0, 1))
    verdict = ("met" if ratio <= FIRST_FRAME_MOST else
               "BEYOND by the clock, met by the work" if worked <= FIRST_FRAME_MOST else "BEYOND")
    say(f"= {f'first frame with {people} people / empty window':<52} {ratio:9.2f} x   at most "
        f"{FIRST_FRAME_MOST:g} x: {verdict} (worked {worked:.2f} x)")


def measure_list(db):
    for line in start_desk("series", db)[0].splitlines():
        if not line.startswith("first "):
            say(line if line.startswith("=") else "  " + line)


def write_scheme(folder, people):
    """The scheme of the sample college, with a pool for so many people."""
    scheme = json.loads((SOURCE / "data/sample/scheme.json").read_text())
    scheme["pool"] = f"{people * FEN_A_HEAD // 100}.00"
    path = folder / f"scheme-{people}.json"
    path.write_text(json.dumps(scheme, ensure_ascii=False))
    return path


def measure_form(folder, people):
    db = make_college(folder, people)
    run_measured(f"shizictl pay compute of {people} people", SHIZICTL, "pay", "compute", "--db", db,
                 "--scheme", write_scheme(folder, people))
    for kind in ("pdf", "xlsx", "csv"):
        run_measured(f"shizictl form F20 of {people} people, .{kind}",
                     SHIZICTL, "form", "F20", "--db", db, "-o", folder / f"F20.{kind}")


def main():
    load = os.getloadavg()[0]
    say(f"# the programs; {load:.1f} processes want this machine's {os.cpu_count()} processors")
    os.environ.update(GSETTINGS_SCHEMA_DIR=SCHEMAS)
    with tempfile.TemporaryDirectory(prefix="shizi-bench-") as name:
        folder = Path(name)
        measure_form(folder, 10000)
        for people in (100000, 1000000):
            if people <= PEOPLE_MOST:
                db = make_college(folder, people)
                compare_first_frames(db, people)
                measure_list(db)
                db.unlink()


main()
