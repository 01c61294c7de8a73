#!/usr/bin/env python3
"""test-safety.py — attacked from outside: files that are none, places that cannot be written, bits that were flipped,
others who are writing. The true cause is said, the exit code is the contract's, and nothing is lost.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time

from tap import SAMPLES, College, Result, case, main

FLIPS = 1500 if os.environ.get("SHIZI_LONG") else 120

# Root may write everywhere; without these two capabilities it may not.
UNPRIVILEGED = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


def demo(people=30):
    college = College(init=False)
    college.ok("demo", "--people", people, "--year", 2025)
    return college


def log(college):
    database = sqlite3.connect(college.db)
    rows = database.execute("SELECT who, kind, refused, source, source_hash, summary FROM acts ORDER BY seq").fetchall()
    database.close()
    return rows


def sql(path, script):
    database = sqlite3.connect(path)
    database.executescript(script)
    database.commit()
    database.close()


def run_unprivileged(college, *words):
    return Result(subprocess.run(UNPRIVILEGED + college.command(*words), capture_output=True, check=False,
                                 stdin=subprocess.DEVNULL))


@case("/cli/safety/no-college-each-with-its-cause")
def no_college():
    with demo(3) as college:
        good = college.db
        files = {name: college.folder / f"{name}.db" for name in
                 ("empty", "text", "other", "changed", "newer", "cut")}
        files["empty"].touch()
        files["text"].write_text("总之不是数据库，不过足够长。" * 20, "utf-8")
        sql(files["other"], "PRAGMA application_id = 1234; CREATE TABLE acts (n INTEGER);")
        for name in ("changed", "newer"):
            shutil.copy(good, files[name])
        sql(files["changed"], "CREATE TRIGGER x AFTER INSERT ON people BEGIN DELETE FROM people; END")
        sql(files["newer"], "INSERT INTO schema_versions VALUES (99, 'x', 'y')")
        files["cut"].write_bytes(good.read_bytes()[:5000])
        wanted = {"empty": "db.empty", "text": "db.not_ours", "other": "db.not_ours", "changed": "db.schema_changed",
                  "newer": "db.newer_schema", "cut": "db.corrupt"}
        for name, code in wanted.items():
            college.db = files[name]
            before = college.db.read_bytes()
            for words in (["imports"], ["verify"], ["demo", "--people", 3, "--year", 2025], ["backup", "-o", "x.db"]):
                result = college.run(*words)
                assert (result.code, result.json["error"]["code"]) == (4, code), (name, words, result.out)
                assert name in result.json["error"]["message"], result.out
            assert college.db.read_bytes() == before, name
        college.db = college.folder
        assert college.run("quota").json["error"]["code"] == "db.folder"


@case("/cli/safety/read-only-places/aud-1")
def read_only():
    with demo() as college:
        staff = college.ok("people", "find", "1")["people"][0]["staff_no"]
        path = college.write("q.csv", f"年度,工号,额定课时\n2030,{staff},320\n")
        out = college.folder / "out"
        out.mkdir()
        inner = college.folder / "inner"
        inner.mkdir()
        college.db = college.db.rename(inner / "college.db")
        for number, (file_mode, folder_mode) in enumerate([(0o400, 0o700), (0o600, 0o500)]):
            college.db.chmod(file_mode)
            inner.chmod(folder_mode)
            before = college.db.read_bytes()
            for words in (["import", "quotas", path], ["form", "roster", "-o", out / "r.xlsx"],
                          ["param", "set", "load.weeks", "18", "--from", "2025-01-01", "--source", "x"]):
                result = run_unprivileged(college, *words)
                assert (result.code, result.json["error"]["code"]) == (4, "db.read_only"), (words, result.out)
                assert "college.db" in result.json["error"]["message"]
            # Nothing goes out unseen, and no copy is made for nothing.
            assert list(out.iterdir()) == [] and [f.name for f in inner.iterdir()] == ["college.db"]
            for words in (["verify"], ["people", "show", staff], ["imports"]):
                result = run_unprivileged(college, *words)
                assert result.code == 0, (words, result.out, result.err)
            # Saving a copy is what one wants of a stick that is locked.
            result = run_unprivileged(college, "backup", "-o", college.folder / f"copy-{number}.db")
            assert result.code == 0, result.out
            assert college.db.read_bytes() == before
            inner.chmod(0o700)


@case("/cli/safety/new-files-say-their-own-name")
def new_files():
    with demo(3) as college:
        nowhere = college.folder / "none" / "b.db"
        locked = college.folder / "locked"
        locked.mkdir(0o500)
        for words in (["backup", "-o", nowhere], ["backup", "-o", locked / "b.db"]):
            result = run_unprivileged(college, *words)
            assert result.code == 4 and result.json["error"]["code"] in ("file.folder_missing", "file.unwritable")
            assert str(words[-1]) in result.json["error"]["message"] and ".part-" not in result.out, result.out
        assert log(college)[-1][1] == "demo"


@case("/cli/safety/what-went-out-stands-in-the-log/aud-1")
def exports():
    with demo() as college:
        for name in ("名册 1.xlsx", "roster.csv", "roster.pdf"):
            path = college.folder / name
            path.write_text("what was there before")
            college.ok("form", "roster", "-o", path)
            who, kind, refused, source, digest, _ = log(college)[-1]
            assert (who, kind, refused, source) == ("测试", "export.form", 0, name)
            assert digest == hashlib.sha256(path.read_bytes()).hexdigest()
        backup = college.folder / "backup.db"
        college.ok("backup", "-o", backup)
        assert log(college)[-1][1:5] == ("backup", 0, "backup.db", hashlib.sha256(backup.read_bytes()).hexdigest())
        college.ok("restore", backup)
        assert log(college)[-1][1:5] == ("restore", 0, "backup.db", hashlib.sha256(backup.read_bytes()).hexdigest())
        assert sorted(f.name for f in college.folder.iterdir() if f.name.startswith("."))  == []


@case("/cli/safety/refused-attempts-stand-in-the-log/aud-1")
def refusals():
    with demo() as college:
        for kind, code, argument, words in [
                ("quota.check", "quota.exceeded", "asked", ["quota", "check", "--from", "2025-03-01", "--to", "2025-07-01",
                                                            "--fte", "900"]),
                ("param.set", "param.invalid", "value", ["param", "set", "load.weeks", "abc", "--from", "2025-01-01",
                                                         "--source", "x"]),
                ("param.set", "param.unknown", "key", ["param", "set", "load.x", "1", "--from", "2025-01-01", "--source", "x"]),
                ("pay.rename", "run.name_missing", None, ["pay", "rename", "1", " "]),
                ("pay.delete", "run.unknown", "run", ["pay", "delete", "7"]),
                ("import.undo", "undo.unknown_batch", "batch", ["import-undo", "7"]),
                ("pay.compute", "scheme.faulty", None, ["pay", "compute", "--scheme", SAMPLES / "expected.json"])]:
            result = college.run(*words)
            assert result.code in (1, 3) and result.json["error"]["code"] == code, (words, result.out)
            who, found, refused, _, _, summary = log(college)[-1]
            assert (who, found, refused) == ("测试", kind, 1), (words, found)
            assert json.loads(summary)["code"] == code
            assert argument is None or argument in json.loads(summary), summary
        assert college.ok("verify")["sound"] is True


@case("/cli/safety/flipped-bits/aud-1")
def flips():
    with demo(12) as college:
        college.ok("pay", "compute", "--scheme", SAMPLES / "scheme.json")
        whole = college.db.read_bytes()
        database = sqlite3.connect(college.db)
        dump = list(database.iterdump())
        database.close()
        chance = random.Random(20250907)
        codes = {0: 0, 1: 0, 4: 0}
        for _ in range(FLIPS):
            place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
            flipped = bytearray(whole)
            flipped[place] ^= bit
            college.db.write_bytes(flipped)
            result = college.run("verify")
            codes[result.code] += 1
            assert result.code in (0, 1, 4), (place, bit, result.err)
            assert result.json and result.err is not None
            if result.code == 0:
                database = sqlite3.connect(college.db)
                assert list(database.iterdump()) == dump, (place, bit)
                database.close()
        print(f"# {FLIPS} flips: {codes}")
        assert codes[1] > 0 and codes[4] > 0


@case("/cli/safety/who-is-writing-is-named")
def busy():
    with demo(3) as college:
        path = college.folder / "college.db.writer"
        database = sqlite3.connect(college.db, isolation_level=None)
        database.execute("BEGIN IMMEDIATE")
        path.write_text(f"act\n2026-03-07T08:15:00Z\n{os.getpid()}\n{os.uname().nodename}\n王老师\n", "utf-8")
        start = time.monotonic()
        result = college.run("param", "set", "load.weeks", "18", "--from", "2025-01-01", "--source", "x")
        assert time.monotonic() - start > 5, "a short wait is nobody's concern"
        assert (result.code, result.json["error"]["code"]) == (4, "db.busy"), result.out
        for word in ("王老师", os.uname().nodename, "2026-03-07"):
            assert word in result.json["error"]["message"], result.out
        assert college.run("people", "find", "1").code == 0
        database.execute("ROLLBACK")
        database.close()
        college.ok("param", "set", "load.weeks", "18", "--from", "2025-01-01", "--source", "x")
        assert not path.exists()


if __name__ == "__main__":
    sys.exit(main())
