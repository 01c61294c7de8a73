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
from pathlib import Path

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


@case("/cli/safety/words-that-are-none")
def words():
    with demo(3) as college:
        before = log(college)
        command = [os.fsencode(word) for word in college.command()]
        gbk = "参数".encode("gb18030")
        for line in ([b"param", b"set", b"load.weeks", b"18", b"--from", b"2025-01-01", b"--source", gbk],
                     [b"people", b"find", gbk], [b"backup", b"-o", os.fsencode(college.folder) + b"/" + gbk],
                     [b"imports", b"--as", "张\x1b[2J三".encode()], [b"people", b"find", "\u202e三张".encode()]):
            result = Result(subprocess.run(command + line, capture_output=True, check=False))
            assert result.code == 2 and result.json["error"]["code"] == "usage", (line, result.out)
            assert "\x1b" not in result.out + result.err and "\u202e" not in result.out + result.err
        for line in (["template", "people", "-o", ""], ["backup", "-o", ""], ["form", "roster", "-o", ""]):
            assert college.run(*line).code == 2, line
        assert log(college) == before


@case("/cli/safety/hidden-characters-in-a-sheet")
def hidden():
    with demo(3) as college:
        head = "工号,姓名,身份证号,部门,人员类别,来校日期,备注\n"
        row = "{},{},110101199003070{},机械系,在编,2010-07-01,{}\n"
        bad = college.write("坏.csv", head + row.format("9001", "张\x1b[31m三", "118", ""))
        result = college.run("import", "people", bad)
        assert result.code == 3 and [(f["code"], f["row"]) for f in result.json["findings"]][0] == ("text.control", 2)
        turned = college.write("反.csv", head + row.format("9001", "\u202e李四", "118", "注\u2066意"))
        result = college.run("import", "people", turned)
        assert [f["severity"] for f in result.json["findings"] if f["code"] == "text.turned"] == ["warning"] * 2, result.out
        assert "\u202e" not in result.out and college.ok("people", "show", "9001")["name"] == "李四"
        assert "\u202e" not in college.run("import", "people", turned, flags=()).err
        # A name in the encoding of an old stick is read as what it says, not lost.
        assert college.ok("imports")["imports"][0]["file"] == "反.csv"


@case("/cli/safety/names-beside-the-college-and-files-that-are-none")
def side_files():
    with demo(3) as college:
        for name in ("college.db-journal", "college.db-wal", "college.db-shm", "college.db.writer"):
            path = college.folder / name
            for line in (["backup", "-o", path], ["template", "people", "-o", path]):
                result = college.run(*line)
                assert (result.code, result.json["error"]["code"]) == (4, "file.is_side_file"), (line, result.out)
            other = College(init=False)
            other.db = path
            assert other.run("init", "--name", "x", "--establishment", "1").json["error"]["code"] == "file.is_side_file"
            shutil.rmtree(other.folder)
            assert not path.exists()
        pipe = college.folder / "方案.json"
        os.mkfifo(pipe)
        for path in (pipe, "/dev/null", college.folder):
            result = college.run("pay", "compute", "--scheme", path)
            assert (result.code, result.json["error"]["code"]) == (4, "file.unreadable"), result.out
        assert college.ok("verify")["sound"]


@case("/cli/safety/the-true-cause")
def causes():
    with demo(3) as college:
        setting = ["param", "set", "load.weeks", "18", "--from", "2025-01-01", "--source", "x"]
        # The lock is had at last, on a file that is no longer the college. (Copied before the lock is taken: a process
        # that closes a file loses its locks on it.)
        shutil.copy(college.db, college.folder / "new.db")
        database = sqlite3.connect(college.db, isolation_level=None)
        database.execute("BEGIN IMMEDIATE")
        waiting = subprocess.Popen(college.command(*setting), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        while str(college.db) not in [os.path.realpath(fd) for fd in Path(f"/proc/{waiting.pid}/fd").iterdir()]:
            time.sleep(0.05)
        os.rename(college.folder / "new.db", college.db)
        database.execute("ROLLBACK")
        database.close()
        answer = json.loads(waiting.communicate()[0])
        assert (waiting.returncode, answer["error"]["code"]) == (4, "db.replaced"), answer
        assert college.ok("verify")["sound"]
        # Something stands where the journal must.
        journal = college.folder / "college.db-journal"
        journal.mkdir()
        result = college.run(*setting)
        assert (result.code, result.json["error"]["code"]) == (4, "db.journal"), result.out
        journal.rmdir()
        college.ok(*setting)
        # A name that leaves no room for what is put behind it.
        staff = college.ok("people", "find", "1")["people"][0]["staff_no"]
        path = college.write("q.csv", f"年度,工号,额定课时\n2030,{staff},320\n")
        college.db = college.db.rename(college.folder / ("院" * 80 + ".db"))
        college.ok("import", "quotas", path)
        assert len(list((college.folder / "backups").iterdir())) == 1
        result = college.run("backup", "-o", college.folder / ("b" * 250))
        assert (result.code, result.json["error"]["code"]) == (4, "file.name_too_long"), result.out


@case("/cli/safety/done-though-nobody-hears-of-it")
def unheard():
    with demo(3) as college:
        command = college.command("param", "set", "load.weeks", "19", "--from", "2025-01-01", "--source", "x")
        for flags in (["--json"], []):
            with open("/dev/full", "wb") as full:
                words = [word for word in command if word != "--json"]
                process = subprocess.run([words[0], *flags, *words[1:]], stdout=full, stderr=subprocess.PIPE,
                                         check=False, env=dict(os.environ, LANGUAGE="en"))
            assert process.returncode == 4 and b"was done" in process.stderr, process.stderr
        assert log(college)[-1][1] == "param.set"
        # Restored, and only the log of the restored college cannot take it: the old file's place is told.
        college.ok("backup", "-o", college.folder / "b.db")
        result = college.run("restore", college.folder / "b.db")
        assert result.code == 0 and Path(result.json["replaced"]).exists()


@case("/cli/safety/one-file-imported-by-ten-at-once")
def ten():
    with demo() as college:
        staff = college.ok("people", "find", "1")["people"][0]["staff_no"]
        path = college.write("q.csv", f"年度,工号,额定课时\n2030,{staff},320\n")
        running = [subprocess.Popen(college.command("import", "quotas", path), stdout=subprocess.PIPE,
                                    stderr=subprocess.DEVNULL) for _ in range(10)]
        answers = [(json.loads(process.communicate()[0]), process.returncode) for process in running]
        assert sorted(code for _, code in answers) == [0] + [3] * 9, answers
        for answer, code in answers:
            assert code == 0 or [f["code"] for f in answer["findings"]] == ["batch.repeated"], answer
        assert college.ok("verify")["sound"]


@case("/cli/safety/what-a-killed-export-left-is-swept")
def swept():
    with demo(3) as college:
        number = 5381
        for byte in os.uname().nodename.encode():
            number = (number * 33 + byte) & 0xffffffff
        dead = college.folder / f".shizi-{number:08x}-2147483646-AbCdEf"
        alive = college.folder / f".shizi-{number:08x}-{os.getpid()}-AbCdEf"
        other = college.folder / ".shizi-other"
        for folder in (dead, alive, other):
            folder.mkdir()
            (folder / "new").write_text("110101199003070118")
        college.ok("form", "roster", "-o", college.folder / "r.xlsx")
        assert not dead.exists() and alive.exists() and other.exists()


if __name__ == "__main__":
    sys.exit(main())
