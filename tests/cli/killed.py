"""killed.py — acts that are killed in their middle: afterwards each is done or not done.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import shutil
import signal
import sqlite3
import subprocess
import time

MOMENTS = 20 if os.environ.get("SHIZI_LONG") else 2


def state_of(college):
    """How many rows each table has, those of the log and the journal too, and where each case stands: an act that is done in
    part has some of them. What a killed program left open is recovered by the program itself first."""
    report = college.run("verify")
    assert report.code == 0, report.out + report.err
    database = sqlite3.connect(f"file:{college.db}?mode=ro", uri=True)
    tables = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    told = {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}
    told["states"] = database.execute("SELECT id, state FROM cases ORDER BY id").fetchall() if "cases" in tables else []
    database.close()
    return told


def kill_at(college, who, words, delay):
    process = subprocess.Popen(college.command("--as", who, *words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)
    try:
        return process.wait(timeout=delay)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None


def put_back(college, kept):
    for leftover in college.folder.glob("college.db*"):
        leftover.unlink()
    shutil.copy(kept, college.db)


def sweep(college, seen, who, *words, moments=MOMENTS):
    """The act at several moments, then the act itself: the college goes on from there."""
    kept = college.folder / "kept.copy"
    shutil.copy(college.db, kept)
    before = state_of(college)
    start = time.monotonic()
    result = college.run("--as", who, *words)
    whole = time.monotonic() - start
    assert result.code == 0, (words, result.out, result.err)
    after = state_of(college)
    assert before != after, words
    for moment in range(moments):
        put_back(college, kept)
        code = kill_at(college, who, words, whole * (moment + 1) / (moments + 1))
        found = state_of(college)
        assert found in (before, after), (words, "half done")
        assert code is None or (code == 0 and found == after), (words, code)
        seen["done" if found == after else "not done"] += 1
    put_back(college, kept)
    result = college.run("--as", who, *words)
    assert result.code == 0, (words, result.out, result.err)
    return result.json
