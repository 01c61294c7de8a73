#!/usr/bin/env python3
"""test-safety.py — attacked from outside: files that are none, places that cannot be written, bits that were flipped,
others who are writing. The true cause is said, the exit code is the contract's, and nothing is lost.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from tap import SAMPLES, College, Result, case, main

FLIPS = 1500 if os.environ.get("SHIZI_LONG") else 40

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
        assert len([path for path in (college.folder / "backups").iterdir() if path.name.startswith("院")]) == 1
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


def tamper(college):
    sql(college.db, "UPDATE people SET name = name || '改' WHERE id = (SELECT min(id) FROM people)")


@case("/cli/safety/a-college-that-does-not-verify-says-so-and-is-not-written-to/aud-1")
def unsound():
    with demo(5) as college:
        good = college.folder / "good.db"
        assert college.ok("backup", "-o", good)["verified"] is True
        setting = ["param", "set", "load.weeks", "18", "--from", "2025-01-01", "--source", "x"]
        college.ok(*setting)
        tamper(college)
        # A backup of it is none, and says what it found; what is there is kept all the same.
        bad = college.folder / "bad.db"
        result = college.run("backup", "-o", bad)
        assert (result.code, result.json["verified"]) == (1, False), result.out
        assert [f["code"] for f in result.json["findings"]] == ["audit.row_changed"] and bad.exists()
        # On its face, whatever is asked; and nothing is written, refused attempts but logged.
        shown = college.run("imports", env={"LANGUAGE": "en"})
        assert shown.code == 0 and "does not verify" in shown.err, shown.err
        result = college.run(*setting)
        assert (result.code, result.json["error"]["code"]) == (1, "college.unsound"), result.out
        assert [row[1:3] for row in log(college)[-2:]] == [("verify.faulty", 0), ("param.set", 1)]
        # Found again it is no news; restore takes neither the bad copy nor anything made from it.
        assert college.run("verify").code == 1 and log(college)[-1][1] == "param.set"
        assert college.run("restore", bad).json["error"]["code"] == "backup.damaged"
        assert college.run("verify", "accept", " ").code in (1, 2)
        college.ok("verify", "accept", "数据库管理员按 2025-12 号文更正姓名")
        college.ok(*setting)
        assert "does not verify" not in college.run("imports", env={"LANGUAGE": "en"}).err
        answer = college.run("verify")
        assert answer.code == 1 and answer.json["accepted"] is True
        # What was accepted can be backed up and restored; another fault is another matter.
        accepted = college.folder / "accepted.db"
        assert college.ok("backup", "-o", accepted)["verified"] is True
        tamper_more = "UPDATE people SET name = '某某' WHERE id = (SELECT max(id) FROM people)"
        sql(college.db, tamper_more)
        assert college.run("verify").json["accepted"] is False
        assert college.run(*setting).json["error"]["code"] == "college.unsound"
        college.ok("restore", accepted)
        college.ok(*setting)
        college.ok("restore", good)
        assert college.ok("verify")["sound"] is True


def kept(college):
    return sorted(path.name for path in (college.folder / "backups").iterdir())


@case("/cli/safety/copies-that-cost-what-changed/aud-1")
def copies():
    with demo(60) as college:
        assert [name.endswith("-daily.db") for name in kept(college)] == [True]
        staff = [person["staff_no"] for person in college.ok("people", "find", "1")["people"]][:8]
        for year, number in enumerate(staff, 2030):
            college.ok("import", "quotas", college.write(f"{year}.csv", f"年度,工号,额定课时\n{year},{number},320\n"))
        names = kept(college)
        assert len([name for name in names if name.endswith(".delta")]) == len(staff), names
        whole = (college.folder / "backups" / [n for n in names if n.endswith(".db")][0]).stat().st_size
        # Any of them, of however many in a second, gives back the state before its import.
        listed = sorted((college.folder / "backups").glob("*.delta"), key=lambda path: path.stat().st_mtime_ns)
        assert all(path.stat().st_size < whole / 2 for path in listed)
        college.ok("restore", listed[3])
        assert max(batch["batch"] for batch in college.ok("imports")["imports"]) == 3
        assert college.ok("verify")["sound"] is True


@case("/cli/safety/heads-against-a-rewritten-log/aud-1")
def heads():
    with demo(30) as college:
        college.ok("pay", "compute", "--scheme", SAMPLES / "scheme.json")
        sheet = college.folder / "F20.xlsx"
        college.ok("form", "F20", "-o", sheet)
        with zipfile.ZipFile(sheet) as book:
            text = book.read("xl/worksheets/sheet1.xml").decode("utf-8")
        head = re.search(r"留痕 ([0-9a-f]{12}@[0-9]+)", text).group(1)
        backup = college.folder / "b.db"
        carried = college.ok("backup", "-o", backup)["head"]
        listed = college.ok("heads")
        assert [row["head"] for row in listed["heads"]] == [carried, head], listed
        assert college.ok("verify", "--head", head, "--head", carried, "--head", head.split("@")[0])["sound"]
        shutil.copy(college.db, college.folder / "old.db")
        college.ok("param", "set", "load.weeks", "18", "--from", "2025-01-01", "--source", "x")
        now = college.ok("verify")["short_head"]
        for wrong in ("xyz", "12", "@5", "3f2a9c04be17@x"):
            assert college.run("verify", "--head", wrong).json["error"]["code"] == "head.format"
        # An older file, and a log whose end was cut and whose head was recomputed, verify by themselves.
        database = sqlite3.connect(college.db)
        seq = database.execute("SELECT max(seq) FROM acts").fetchone()[0]
        last = database.execute("SELECT first_change, prev_hash FROM acts WHERE seq = ?", (seq,)).fetchone()
        database.close()
        shutil.copy(college.folder / "old.db", college.db)
        assert college.ok("verify")["sound"] is True and seq and last
        result = college.run("verify", "--head", now)
        assert result.code == 1 and [f["code"] for f in result.json["findings"]] == ["audit.head_missing"]


@case("/cli/safety/erased-for-good/aud-1")
def erased():
    with College() as college:
        number, phone, account = "110101199003070118", "13900000012", "6222021602001234567"
        head = "工号,姓名,身份证号,部门,人员类别,来校日期,手机,银行卡号,离校日期\n"
        college.ok("import", "people", college.write("人员.csv", head
                   + f"1,甲,{number},机械系,在编,2010-07-01,{phone},{account},2020-01-01\n"
                   + "2,乙,110101199003070353,机械系,在编,2010-07-01,,,\n"))
        college.ok("import", "assessments", college.write("考核.csv", "年度,工号,档次\n2018,1,合格\n"))
        assert college.run("erase", "2", "--document", "x").json["error"]["code"] == "erase.in_service"
        assert college.run("erase", "1").code == 2
        report = college.ok("erase", "1", "--document", "鲁人社〔2026〕1号")
        assert report["rows"] == 1 and report["acts"] == 1 and report["older_copies"] > 0, report
        content = college.db.read_bytes()
        for secret in (number, phone, account):
            assert secret.encode() not in content, secret
        assert college.ok("verify")["sound"] is True
        assert college.ok("people", "show", "1")["name"] == "甲"
        assert log(college)[-1][1] == "erase" or log(college)[-2][1] == "erase"
        assert college.run("erase", "1", "--document", "x").json["error"]["code"] == "erase.nothing"
        # The act of the erasure is no cover for other changes of the journal.
        sql(college.db, "UPDATE changes SET after = replace(after, '甲', '丁') WHERE table_name = 'people'")
        assert college.run("verify").code == 1
    # A journal that was tampered with is not made good by the way.
    with College() as college:
        college.ok("import", "people", college.write("人员.csv", head
                   + f"1,甲,{number},机械系,在编,2010-07-01,{phone},{account},2020-01-01\n"))
        sql(college.db, "UPDATE changes SET after = replace(after, '甲', '丁') WHERE table_name = 'people'")
        assert college.run("erase", "1", "--document", "x").json["error"]["code"] == "erase.unsound"


@case("/cli/safety/numbers-are-for-the-owner-alone")
def private():
    with demo(3) as college:
        plain = college.folder / "名册.xlsx"
        college.ok("form", "roster", "-o", plain)
        assert plain.stat().st_mode & 0o777 != 0o600
        if "--ids" in college.run("form", "--help", flags=()).out:
            plain.chmod(0o644)
            college.ok("form", "roster", "--ids", "-o", plain)
            assert plain.stat().st_mode & 0o777 == 0o600


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
