#!/usr/bin/env python3
"""test-kill.py — the program is killed at fifty moments of an import and of a computation; what was
acknowledged is there afterwards, what was not is wholly there or wholly absent.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from tap import SAMPLES, College, case, main

MOMENTS = int(os.environ.get("SHIZI_KILLS", "500" if os.environ.get("SHIZI_LONG") else "4"))
TEACHERS = 300


def make_teaching(college):
    lines = ["年度,学期,工号,姓名,课程,班级,人数,计划课时,课程类型,重复班,新课"]
    staff = [person["staff_no"] for person in college.ok("convert", "--year", "2025")["people"]][:TEACHERS]
    for number in staff:
        lines += [f"2025,春季,{number},,课程{lesson},25级{lesson}班,40,36,理论,否,否" for lesson in range(12)]
    return college.write("课时.csv", "\n".join(lines) + "\n"), 12 * len(staff)


def kill_at(college, words, delay):
    """Returns the exit code, None when the program was killed before its end."""
    process = subprocess.Popen(college.command(*words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)
    try:
        return process.wait(timeout=delay)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None


def sweep(college, words, state, before, after, moments=MOMENTS):
    """state() must always give before or after; after, once the program said it was done."""
    pristine = college.folder / "pristine.db"
    shutil.copy(college.db, pristine)
    start = time.monotonic()
    assert subprocess.run(college.command(*words), capture_output=True, check=False).returncode == 0
    whole = time.monotonic() - start
    assert state() == after, f"{state()} is not {after}"

    seen = {"before": 0, "after": 0}
    for moment in range(moments):
        for leftover in Path(college.folder).glob("college.db*"):
            leftover.unlink()
        shutil.copy(pristine, college.db)
        code = kill_at(college, words, whole * 1.1 * (moment + 0.5) / moments)
        found = state()
        assert found in (before, after), f"half done: {found}"
        assert code is None or (code == 0 and found == after), f"exit {code}, yet {found}"
        report = college.run("verify")
        assert report.code == 0, report.out + report.err
        seen["after" if found == after else "before"] += 1
    print(f"# {moments} kills in {whole:.2f} s: {seen['before']} not begun, {seen['after']} done")


@case("/cli/aud-1/kill-during-import")
def during_import():
    with College(init=False) as college:
        college.ok("demo", "--people", "400", "--year", "2025")
        path, rows = make_teaching(college)

        def state():
            return [entry["inserted"] for entry in college.ok("imports")["imports"]]
        sweep(college, ("import", "teaching", path), state, [], [rows])


@case("/cli/aud-1/kill-during-compute")
def during_compute():
    with College(init=False) as college:
        college.ok("demo", "--people", "1500", "--year", "2025")

        def state():
            return len(college.ok("pay", "list")["runs"])
        sweep(college, ("pay", "compute", "--scheme", SAMPLES / "scheme.json"), state, 0, 1)


def prepare_run(college, *, approved):
    """A run of the demo's year on its way: reviewed, or approved without notice."""
    run = str(college.ok("pay", "compute", "--scheme", SAMPLES / "scheme.json")["run"])
    college.ok("--as", "乙", "pay", "review", run)
    if approved:
        college.ok("--as", "丙", "pay", "approve", run, "--on", "2026-01-12", "--no-notice", "免1号", "--document", "批1号")
    return run


@case("/cli/pay-11/kill-during-approve")
def during_approve():
    with College(init=False) as college:
        college.ok("demo", "--people", "1500", "--year", "2025")
        run = prepare_run(college, approved=False)

        def state():
            return college.ok("pay", "show", run)["state"]
        sweep(college, ("--as", "丙", "pay", "approve", run, "--on", "2026-01-12", "--no-notice", "免1号", "--document", "批1号"),
              state, "reviewed", "approved")


@case("/cli/pay-16/kill-during-payment")
def during_payment():
    with College(init=False) as college:
        college.ok("demo", "--people", "1500", "--year", "2025")
        run = prepare_run(college, approved=True)

        def state():
            shown = college.ok("pay", "show", run)
            return shown["state"], shown["paid_on"]
        sweep(college, ("--as", "丙", "pay", "paid", run, "--on", "2026-01-20"), state, ("approved", None), ("paid", "2026-01-20"))


def copies(college):
    """What is there beside the database, but for what a copy under way leaves until the next one."""
    return sorted(p.name for p in college.folder.glob("**/*.db") if ".part-" not in p.name)


@case("/cli/rec-26/kill-during-fees")
def during_fees():
    """A sheet goes with its lines and frees its records, or it stays with all of them."""
    with College(init=False) as college:
        college.ok("demo", "--people", "400", "--year", "2025")
        lines = len(college.ok("fees", "show", 2)["lines"])
        free = ("fees", "compute", "--from", "2025-10-01", "--to", "2025-10-31", "--paid-on", "2025-11-20")

        def state():
            sheets = [sheet["sheet"] for sheet in college.ok("fees", "list")["sheets"]]
            return sheets, len(college.ok(*free)["lines"])
        sweep(college, ("fees", "delete", 2), state, ([1, 2], 0), ([1], lines), max(10, MOMENTS // 5))


@case("/cli/aud-1/kill-during-restore")
def during_restore():
    with College(init=False) as college:
        college.ok("demo", "--people", "400", "--year", "2025")
        backup = college.folder / "backup.db"
        college.ok("backup", "-o", backup)
        college.ok("param", "set", "load.weeks", "18", "--from", "2025-01-01", "--source", "x")

        # At every instant a good file stands under the name; "done" is the log's word.
        def state():
            assert college.run("verify").code == 0, copies(college)
            rows = college.ok("param", "list", "--on", "2025-03-01")["params"]
            return [row["value"] for row in rows if row["key"] == "load.weeks"]
        sweep(college, ("restore", backup), state, ["18"], ["17"])
        assert subprocess.run([*college.command("verify")[:2], str(backup), "verify"], capture_output=True,
                              check=False).returncode == 0


@case("/cli/aud-1/kill-during-backup")
def during_backup():
    with College(init=False) as college:
        college.ok("demo", "--people", "1500", "--year", "2025")
        target = college.folder / "copy.db"

        def state():
            if not target.exists():
                return "none"
            found = subprocess.run([*college.command("verify")[:2], str(target), "verify"], capture_output=True, check=False)
            target.unlink()
            return "good" if found.returncode == 0 else found.stdout + found.stderr
        sweep(college, ("backup", "-o", target), state, "none", "good")


@case("/cli/aud-1/kill-during-upgrade")
def during_upgrade():
    golden = sorted((SAMPLES.parents[1] / "store" / "golden").glob("college-v*.db"))[0]
    with College(init=False) as college:
        shutil.copy(golden, college.db)

        # Reading is what upgrades: it was either not begun or is whole, and then asked again it is whole.
        def state():
            assert college.run("verify").code == 0
            return college.run("imports").code
        sweep(college, ("imports",), state, 0, 0)
        assert [f for f in copies(college) if "upgrade" in f]


if __name__ == "__main__":
    sys.exit(main())
