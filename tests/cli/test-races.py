#!/usr/bin/env python3
"""test-races.py — two processes write to one college at one moment (faults C1): one writes, the other waits or
is told who writes; nothing is lost and nothing is half done.

SHIZI_LONG runs 1,000 races, SHIZI_RACES=20 so many.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import random
import sqlite3
import subprocess
import sys

from tap import PROGRAM, College, case, main, with_check_digit

RACES = int(os.environ.get("SHIZI_RACES", "1000" if os.environ.get("SHIZI_LONG") else "8"))
YEARS = range(1990, 2020)


def id_number(sequence):
    body = f"37010219650312{sequence:03d}"
    return with_check_digit(body)


def people():
    return "工号,姓名,身份证号,部门,人员类别,来校日期\n" + "".join(
        f"{1001 + n},甲{n},{id_number(n)},机械系,在编,1985-07-01\n" for n in range(RACES // len(YEARS) + 1))


def writers(college, chance, number):
    """Two acts that do not depend on each other, in one of three pairs."""
    year, person = YEARS[number % len(YEARS)], 1001 + number // len(YEARS)
    grades = college.write(f"g{number}.csv", f"年度,工号,档次\n{year},{person},合格\n")
    pay = college.write(f"p{number}.csv", f"年度,工号,应发合计\n{year},{person},1.00\n")
    param = ["param", "set", "load.weeks", str(10 + number % 9), "--from", f"{year}-01-{1 + number // len(YEARS) % 28:02d}",
             "--source", f"文{number}"]
    return chance.choice([(["import", "assessments", grades], ["import", "annual-pay", pay]),
                          (["import", "assessments", grades], param), (param, ["import", "annual-pay", pay])])


def writing(college, who, act):
    return [str(PROGRAM), "--db", str(college.db), "--as", who, "--json", *map(str, act)]


def names(act):
    return "param.set" if act[0] == "param" else f"import.{act[1]}"


@case("/cli/races/C1/one-writes-the-other-waits-or-is-told")
def races():
    chance = random.Random(7)
    with College() as college:
        college.ok("import", "people", college.write("people.csv", people()))
        done, told = [], 0
        for number in range(RACES):
            acts = writers(college, chance, number)
            running = [subprocess.Popen(writing(college, who, act), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                       for who, act in zip(("张三", "李四"), acts)]
            for act, process in zip(acts, running):
                out, err = process.communicate()
                if process.returncode == 0:
                    done.append(names(act))
                    continue
                # Only another's writing may hold it up, and it says whose; it never offers to go on without writing.
                error = json.loads(out)["error"]
                assert error["code"] == "db.busy" and ("张三" in error["message"] or "李四" in error["message"]), (out, err)
                told += 1
        with sqlite3.connect(college.db) as database:
            kinds = [kind for kind, in database.execute("SELECT kind FROM acts WHERE NOT refused")]
        for kind in set(done):
            assert kinds.count(kind) == done.count(kind) + (kind == "import.people"), (kind, kinds.count(kind), done.count(kind))
        print(f"# {RACES} races: {len(done)} acts done, {told} told who writes", flush=True)
        assert len(done) >= RACES, "at least one of two writes"
        assert college.ok("verify")["sound"] is True


def race_of_editors(college, sets, number):
    """Two who read the same version, at one moment: exactly one wins, and the other is told who, when and every field."""
    version = college.ok("people", "show", "1001")["row_version"]
    running = [subprocess.Popen(sets(who, ["people", "set", "1001", f"{field}={who}{number}", "--version", version]),
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
               for who, field in (("张三", "note"), ("李四", "note" if number % 2 else "school"))]
    codes = []
    for process in running:
        out, err = process.communicate()
        codes.append(process.returncode)
        error = json.loads(out).get("error", {})
        assert process.returncode == 0 or error["code"] == "row.stale", (out, err)
        if process.returncode != 0:
            assert error["version"] == version + 1 and error["by"] and error["at"], error
            fields = {entry["field"]: entry for entry in error["fields"]}
            assert set(fields) == ({"note"} if number % 2 else {"note", "school"}), error
    assert sorted(codes) == [0, 1], codes
    now = college.ok("people", "show", "1001")
    assert now["row_version"] == version + 1, now


@case("/cli/races/srv-12/two-editors-one-wins")
def editors():
    with College() as college:
        college.ok("import", "people", college.write("people.csv", people()))
        for number in range(RACES):
            race_of_editors(college, lambda who, act: writing(college, who, act), number)
        assert college.ok("verify")["sound"] is True


@case("/cli/races/srv-12/two-editors-on-a-server")
def editors_on_a_server():
    from served import FOLDER, Served
    if not FOLDER:
        print("# no server here")
        return
    with Served(staff=["renshi"]) as college:
        college.ok("import", "people", college.write("people.csv", people()))
        words = lambda act: [str(PROGRAM), "--db", college.uri("renshi"), "--json", *map(str, act)]
        os.environ["SHIZI_PASSWORD"] = "correct horse battery 1"
        for number in range(RACES):
            race_of_editors(college, lambda who, act: words(act), number)
        assert college.ok("verify")["sound"] is True


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
