#!/usr/bin/env python3
"""test-package.py — two offices on copies of one college: packages there and back (RULE pkg-1 … pkg-9)

SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
from pathlib import Path

from tap import PROGRAM, SOURCE, case, main, with_check_digit

SAMPLES = SOURCE / "tests" / "samples" / "package"


def in_folder(function):
    """With a folder that goes away again."""
    def run():
        with tempfile.TemporaryDirectory() as folder:
            function(folder)
    return run


class Office:
    """A copy of the college with a data folder, and so a key, of its own."""

    def __init__(self, folder, name):
        self.folder = Path(folder)
        self.home = self.folder / name
        self.home.mkdir()
        self.db = self.home / "college.db"
        self.name = name

    def run(self, *words, password=None):
        env = dict(os.environ, XDG_DATA_HOME=str(self.home), LC_ALL="C.UTF-8")
        env.pop("SHIZI_PASSWORD", None)
        if password:
            env["SHIZI_PASSWORD"] = password
        done = subprocess.run([PROGRAM, "--db", self.db, "--as", self.name, "--json", *map(str, words)],
                              capture_output=True, text=True, env=env, check=False)
        try:
            answer = json.loads(done.stdout) if done.stdout else {}
        except ValueError:
            answer = {"raw": done.stdout}
        return done.returncode, answer

    def ok(self, *words, **more):
        code, answer = self.run(*words, **more)
        assert code == 0, (words, code, answer)
        return answer

    def refused(self, *words, **more):
        code, answer = self.run(*words, **more)
        assert code != 0, (words, answer)
        return code, answer["error"]["code"]

    def people(self, rows):
        sheet = self.home / "people.csv"
        lines = ["工号,姓名,身份证号,性别,部门,人员类别,备注,来校工作日期"]
        for number, name, sex, department, note in rows:
            lines.append(",".join([number, name, id_number(number, sex), sex, department, "在编", note, "2010-09-01"]))
        sheet.write_text("\n".join(lines) + "\n", "utf-8")
        return self.run("import", "people", sheet, "--update")


def id_number(number, sex):
    """A sound one of its own for each staff number."""
    body = "1101011980010" + "1" + f"{int(number) % 100:02d}" + ("1" if sex == "男" else "2")
    return with_check_digit(body)


def begin(folder):
    """Personnel with three people; finance has a copy from before anybody was there."""
    personnel, finance = Office(folder, "personnel"), Office(folder, "finance")
    personnel.ok("init", "--name", "某技师学院", "--establishment", "100")
    shutil.copy(personnel.db, finance.db)
    code, answer = personnel.people([("1001", "王伟", "女", "教务处", ""), ("1002", '欧阳静', "女", "财务处", "甲"),
                                     ("1003", "李四", "男", "教务处", "")])
    assert code == 0, answer
    return personnel, finance


def know_each_other(personnel, finance):
    finance.ok("key", "trust", "人事", personnel.ok("key", "show")["public"])
    personnel.ok("key", "trust", "财务", finance.ok("key", "show")["public"])


def names(office):
    """All that is said of people, whatever the ids."""
    with sqlite3.connect(office.db) as database:
        people = database.execute("SELECT staff_no, name, id_number, note, bank_account FROM people ORDER BY staff_no")
        records = database.execute("SELECT staff_no, field, from_date, value FROM person_records JOIN people"
                                   " ON people.id = person_id ORDER BY 1, 2, 3")
        return str(people.fetchall() + records.fetchall())


@case("/cli/package/erased-here-is-erased-in-what-was-handed-over/aud-1")
@in_folder
def erased(folder):
    personnel, finance = begin(folder)
    know_each_other(personnel, finance)
    number = id_number("1009", "女")
    left = Path(folder) / "离校.csv"
    left.write_text("工号,姓名,身份证号,部门,人员类别,来校日期,离校日期\n"
                    f"1009,赵六,{number},教务处,在编,2010-07-01,2020-01-01\n", "utf-8")
    personnel.ok("import", "people", left)
    file, secret = Path(folder) / "1.szpkg", {"password": "十二个字的密码一二三四五"}
    assert personnel.run("package", "make", "people", "-o", file, **secret)[0] == 0
    finance.ok("package", "apply", file, **secret)
    for office in (personnel, finance):
        with sqlite3.connect(office.db) as database:
            assert sum(number in line for line in database.iterdump()) > 3
        office.ok("erase", "1009", "--document", "申请 1 号")
        with sqlite3.connect(office.db) as database:
            left = [line for line in database.iterdump() if number in line]
        assert not left, (office.name, [line[:60] for line in left])
        assert office.ok("verify")["sound"] is True


@case("/cli/pkg-4/pkg-6/there-and-back")
@in_folder
def there_and_back(folder):
    personnel, finance = begin(folder)
    file = Path(folder) / "1.szpkg"
    first = personnel.run("package", "make", "people", "-o", file, password="十二个字的密码一二三四五")
    assert first[0] == 0, first
    made = first[1]
    assert made["number"] == 1 and made["part"] == "people" and made["rows"] > 6, made
    assert os.stat(file).st_mode & 0o777 == 0o600
    assert personnel.refused("package", "make", "people", "-o", file, password="十二个字的密码一二三四五") == (1, "package.exists")
    assert finance.refused("package", "show", file) == (1, "package.wrong_key")
    secret = {"password": "十二个字的密码一二三四五"}
    shown = finance.ok("package", "show", file, **secret)
    assert shown["sender"]["trusted"] is False and shown["sender"]["name"] is None
    assert shown["sender"]["fingerprint"] == personnel.ok("key", "show")["fingerprint"]
    assert finance.refused("package", "apply", file, **secret) == (1, "package.unknown_sender")
    know_each_other(personnel, finance)
    diff = finance.ok("package", "diff", file, **secret)
    assert diff["conflicts"] == 0 and diff["new"] == made["rows"] - diff["same"], diff
    done = finance.ok("package", "apply", file, **secret)
    assert done["inserted"] == diff["new"] and done["package"] == made["package"], done
    assert finance.refused("package", "apply", file, **secret) == (1, "package.repeated")
    assert names(finance) == names(personnel)
    listed = finance.ok("packages")["packages"]
    assert [p["direction"] for p in listed] == ["in"] and listed[0]["sender"] == "人事", listed
    assert [p["direction"] for p in personnel.ok("packages")["packages"]] == ["out"]
    finance.ok("package", "undo", listed[0]["no"])
    assert finance.ok("packages")["packages"][0]["undone"] is True
    assert finance.refused("package", "undo", listed[0]["no"])[1] == "undo.already"
    assert "王伟" not in names(finance)
    finance.ok("package", "apply", file, **secret)
    assert names(finance) == names(personnel)
    finance.ok("verify")
    personnel.ok("verify")


@case("/cli/pkg-7/conflicts")
@in_folder
def conflicts(folder):
    personnel, finance = begin(folder)
    know_each_other(personnel, finance)
    for number in (1, 2):
        file = Path(folder) / f"{number}.szpkg"
        if number == 2:
            # Both change one person, each another one beside it, and one goes in neither.
            personnel.people([("1001", "王伟", "女", "教务处", "人事改"), ("1002", "欧阳静", "女", "财务处", "人事也改"),
                              ("1004", "新来", "男", "教务处", "")])
            finance.people([("1002", "欧阳静", "女", "财务处", "财务改"), ("1003", "李四", "男", "教务处", "财务改")])
        personnel.ok("package", "make", "people", "-o", file, "--to", "财务")
        if number == 1:
            finance.ok("package", "apply", file)
    diff = finance.ok("package", "diff", file)
    states = {(row["table"], row["key"]): row["state"] for row in diff["rows"]}
    assert states[("people", "1001")] == "changed", states
    assert states[("people", "1002")] == "conflict", states
    assert states[("people", "1003")] == "kept", states
    assert states[("people", "1004")] == "new", states
    field = [row for row in diff["rows"] if row["key"] == "1002"][0]["fields"]
    assert field == [{"field": "note", "mine": "财务改", "theirs": "人事也改", "base": "甲"}], field
    before = names(finance)
    assert finance.refused("package", "apply", file) == (1, "package.conflicts")
    assert names(finance) == before
    decide = Path(folder) / "decide.csv"
    decide.write_text("table,key,take\npeople,1002,theirs\n", "utf-8")
    done = finance.ok("package", "apply", file, "--decide", decide)
    assert done["kept"] == 1 and done["updated"] == 2, done
    with sqlite3.connect(finance.db) as database:
        notes = dict(database.execute("SELECT staff_no, note FROM people ORDER BY staff_no"))
    assert notes == {"1001": "人事改", "1002": "人事也改", "1003": "财务改", "1004": ""}, notes
    old = Path(folder) / "1.szpkg"
    assert finance.refused("package", "apply", old) == (1, "package.repeated")
    finance.ok("verify")


@case("/cli/pkg-5/strangers")
@in_folder
def strangers(folder):
    personnel, finance = begin(folder)
    know_each_other(personnel, finance)
    file = Path(folder) / "1.szpkg"
    personnel.ok("package", "make", "people", "-o", file, "--to", "财务")
    later = Path(folder) / "2.szpkg"
    personnel.ok("package", "make", "people", "-o", later, "--to", "财务")
    finance.ok("package", "apply", later)
    assert finance.refused("package", "apply", file) == (1, "package.older")
    other = Office(folder, "other")
    other.ok("init", "--name", "另一学院", "--establishment", "10")
    secret = {"password": "十二个字的密码一二三四五"}
    theirs = Path(folder) / "3.szpkg"
    other.ok("package", "make", "params", "-o", theirs, **secret)
    assert finance.refused("package", "apply", theirs, **secret) == (1, "package.other_college")
    assert finance.refused("package", "make", "people", "-o", Path(folder) / "4", password="短") == (1, "package.password_short")
    assert finance.refused("package", "make", "people", "-o", Path(folder) / "4") == (1, "package.nobody")
    assert finance.refused("package", "make", "workload", "-o", Path(folder) / "4", **secret) == (1, "package.year")
    assert not (Path(folder) / "4").exists()


def traces(office):
    """What the log says of packages, oldest first."""
    with sqlite3.connect(office.db) as database:
        return [(kind, refused, json.loads(summary), source, source_hash) for kind, refused, summary, source, source_hash in database.execute(
            "SELECT kind, refused, summary, source, source_hash FROM acts WHERE kind LIKE 'package.%' ORDER BY seq")]


@case("/cli/pkg-9/traces-on-both-sides")
@in_folder
def both_sides(folder):
    """RULE pkg-9: who made what for whom, who took it over with what in it, and what was refused, with its code."""
    personnel, finance = begin(folder)
    know_each_other(personnel, finance)
    file = Path(folder) / "1.szpkg"
    made = personnel.ok("package", "make", "people", "-o", file, "--to", "财务")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert made["sha256"] == digest, made
    assert personnel.refused("package", "make", "people", "-o", file, "--to", "财务") == (1, "package.exists")
    cut, sealed = Path(folder) / "cut.szpkg", Path(folder) / "2.szpkg"
    cut.write_bytes(file.read_bytes()[:-5])
    assert finance.refused("package", "apply", cut) == (3, "package.truncated")
    done = finance.ok("package", "apply", file)
    assert finance.refused("package", "apply", file) == (1, "package.repeated")
    personnel.ok("package", "make", "people", "-o", sealed, password="十二个字的密码一二三四五")
    assert finance.refused("package", "apply", sealed, password="不是这个密码一二三四五六") == (1, "package.wrong_key")
    ours, theirs = traces(personnel), traces(finance)
    assert [(kind, refused, summary.get("code")) for kind, refused, summary, *_ in ours] == [
        ("package.make", 0, None), ("package.make", 1, "package.exists"), ("package.make", 0, None)], ours
    assert {key: ours[0][2][key] for key in ("package", "number", "part", "rows", "sha256", "slots", "to")} == {
        "package": made["package"], "number": 1, "part": "people", "rows": made["rows"], "sha256": digest, "slots": 1, "to": "财务"}, ours
    assert [(kind, refused, summary.get("code")) for kind, refused, summary, *_ in theirs] == [
        ("package.apply", 1, "package.truncated"), ("package.apply", 0, None), ("package.apply", 1, "package.repeated"),
        ("package.apply", 1, "package.wrong_key")], theirs
    applied = theirs[1][2]
    assert (applied["package"], applied["sha256"], applied["inserted"], applied["theirs"], applied["mine"]) == (
        made["package"], digest, done["inserted"], 0, 0), applied
    assert theirs[1][3:] == ("1.szpkg", digest) and theirs[0][3] == "cut.szpkg", theirs
    # The table of packages says the same of both, and goes by the file's hash too.
    for office, direction in ((personnel, "out"), (finance, "in")):
        with sqlite3.connect(office.db) as database:
            rows = database.execute("SELECT direction, package, number, part, sha256, undone_by FROM packages ORDER BY id").fetchall()
        assert rows[0] == (direction, made["package"], 1, "people", digest, ""), rows
    finance.ok("package", "undo", 1)
    assert finance.ok("packages")["packages"][0]["undone"] is True
    assert traces(finance)[4][:2] == ("package.undo", 0), traces(finance)
    finance.ok("verify")


@case("/cli/package/samples")
@in_folder
def samples(folder):
    """The ten bad files give their codes and exit as they should; the good one is another college's."""
    office = Office(folder, "office")
    office.ok("init", "--name", "某技师学院", "--establishment", "100")
    password = json.loads((SAMPLES / "vector.json").read_text("utf-8"))["password"]
    before = names(office)
    for name, code in json.loads((SAMPLES / "bad.json").read_text("utf-8")).items():
        got = office.refused("package", "apply", SAMPLES / name, password=password)
        expected = {"package.wrong_key": 1}.get(code, 3)
        assert got in ((expected, code), (1, "package.wrong_key")), (name, got)
    assert office.refused("package", "apply", SAMPLES / "good.szpkg", password=password) == (1, "package.other_college")
    shown = office.ok("package", "show", SAMPLES / "good.szpkg", password=password)
    assert shown["sections"][0] == {"table": "people", "rows": 2} and shown["year"] is None, shown
    assert names(office) == before


@case("/cli/pkg-11/sealed-backup")
@in_folder
def sealed_backup(folder):
    """A backup that opens with its password only, and stands in the same format."""
    personnel, finance = begin(folder)
    sealed, password = Path(folder) / "college.szbak", Path(folder) / "password"
    password.write_text("十二个字的密码一二三四五\n", "utf-8")
    assert personnel.ok("backup", "-o", sealed, "--password-file", password)["verified"] is True
    assert sealed.read_bytes()[:10] == b"SHIZIPKG\x01\x02" and b"SQLite" not in sealed.read_bytes()
    assert finance.refused("restore", sealed) == (1, "package.wrong_key")
    before = names(personnel)
    assert personnel.refused("package", "show", sealed, password="十二个字的密码一二三四五") == (3, "package.is_backup")
    finance.ok("restore", sealed, "--password-file", password)
    assert names(finance) == before
    finance.ok("verify")
    damaged = bytearray(sealed.read_bytes())
    damaged[len(damaged) // 2] ^= 4
    sealed.write_bytes(damaged)
    assert finance.refused("restore", sealed, "--password-file", password) == (3, "package.damaged")
    assert names(finance) == before
    assert not [name for name in os.listdir(finance.home) if "opening" in name]


@case("/cli/srv-12/two-editors")
@in_folder
def two_editors(folder):
    """RULE srv-12: who saves against an old version is told who, when, and every field."""
    personnel, _ = begin(folder)
    version = personnel.ok("people", "show", "1001")["row_version"]
    after = personnel.ok("people", "set", "1001", "note=先", "school=甲校", "--version", version)
    assert after == {"staff_no": "1001", "row_version": version + 1}, after
    code, answer = personnel.run("people", "set", "1001", "note=后", "--version", version)
    error = answer["error"]
    assert code == 1 and error["code"] == "row.stale" and error["key"] == "1001", answer
    assert error["by"] == "personnel" and error["version"] == version + 1 and error["at"], error
    assert error["fields"] == [{"field": "school", "base": "", "yours": "", "theirs": "甲校"},
                               {"field": "note", "base": "", "yours": "后", "theirs": "先"}], error
    same = personnel.ok("people", "set", "1001", "note=先", "--version", version)
    assert same["row_version"] == version + 1, same
    assert personnel.ok("people", "set", "1001", "note=后", "--version", version + 1)["row_version"] == version + 2
    assert personnel.refused("people", "set", "1001", "nonsense=1") == (3, "person.field")
    assert personnel.refused("people", "set", "9999", "note=1") == (1, "person.unknown")
    assert personnel.refused("people", "set", "9999", "note=1", "--version", 1) == (1, "person.unknown")
    version = personnel.ok("people", "show", "1003")["row_version"]
    personnel.ok("people", "delete", "1003")
    code, answer = personnel.run("people", "set", "1003", "note=后", "--version", version)
    error = answer["error"]
    assert code == 1 and error["code"] == "row.gone" and error["key"] == "1003" and error["by"] == "personnel", answer
    assert error["at"] and error["at"] in error["message"], error
    personnel.ok("verify")


if __name__ == "__main__":
    main()
