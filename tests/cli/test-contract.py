#!/usr/bin/env python3
"""test-contract.py — sentences of the contract that only whole runs show: languages, columns, two at once, stamps.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys

from tap import PROGRAM, SAMPLES, College, Result, case, main

PEOPLE = "工号*,姓名*,身份证号*,部门*,人员类别*,来校日期\n"
ONE = PEOPLE + "1001,张三,11010519491231002X,机械系,在编,2010-07-01\n"


def college_of_one():
    college = College()
    college.ok("import", "people", college.write("people.csv", ONE))
    return college


@case("/cli/contract/language-without-its-locale")
def language():
    for name, chinese in [("zh_CN.UTF-8", True), ("zh_CN.GB18030", True), ("C.UTF-8", True), ("en_US.UTF-8", False)]:
        for variable in ("LC_ALL", "LANG"):
            result = Result(subprocess.run([str(PROGRAM), "--db", "/nowhere/x.db", "imports"], capture_output=True,
                                           check=False, env={variable: name, "PATH": "/usr/bin:/bin"}))
            assert result.code == 4
            assert ("学院" in result.err) is chinese, (variable, name, result.err)


@case("/cli/contract/json-of-wrong-options")
def json_of_usage():
    with College(init=False) as college:
        for words in (["--json", "--bogus"], ["--json", "convert", "--year", "abc"], ["convert", "--year", "abc", "--json"]):
            result = college.run(*words, flags=())
            assert result.code == 2 and result.json["error"]["code"] == "usage", words
        assert college.run("--bogus", flags=()).out == ""
        assert college.run().code == 2 and college.run().json["error"]["code"] == "usage"


@case("/cli/contract/missing-is-null/ppl-3")
def missing():
    with college_of_one() as college:
        dated = ["department", "employment", "post", "full_time", "title", "pay_regime"]
        before = college.ok("people", "show", "1001", "--on", "2010-06-30")
        assert not before["in_service"] and [before[f] for f in dated] == [None] * 6, before
        there = college.ok("people", "show", "1001", "--on", "2010-07-01")
        assert [there[f] for f in dated] == ["机械系", "在编", None, False, None, "绩效"], there


@case("/cli/num-7/values-as-people-write-them")
def values():
    with College() as college:
        for key in ("load.repeat", "pay.L"):
            result = college.run("param", "set", key, "九折", "--from", "2025-01-01", "--source", "x")
            assert result.code == 3 and result.json["error"]["code"] == "param.invalid", result.out
            assert "“九折”" in result.json["error"]["message"], result.out


@case("/cli/contract/every-command-explains-itself-and-refuses-in-json")
def every_command():
    with College(init=False) as nothing:
        overview = nothing.run("--help", flags=()).out
        commands = ["init", "demo", "template", "import", "imports", "import-undo", "param list", "param set", "people find",
                    "people show", "quota", "quota check", "convert", "pay compute", "pay list", "pay show", "pay why",
                    "pay compare", "pay rename", "pay delete", "pay total", "form", "form list", "workdays", "verify",
                    "backup", "restore"]
        for command in commands:
            assert f"\n  {command} " in overview, command
            result = nothing.run(*command.split(), "--help", flags=())
            assert result.code == 0 and "--json" in result.out and result.err == "", command
            for wrong in (["--bogus"], ["a", "b", "c", "d", "e"], ["--db"]):
                result = nothing.run(*command.split(), *wrong)
                assert result.code == 2 and result.json["error"]["code"] == "usage", (command, wrong, result.out)
                assert not wrong[0].startswith("-") or wrong[0] in result.json["error"]["message"]
            result = nothing.run(*command.split())
            assert result.code in (2, 4) and result.json["error"]["code"] in ("usage", "db.missing"), (command, result.out)
        for words, part in (([], ""), (["pay"], "pay compute"), (["people", "seek"], "people find"), (["nothing"], "nothing")):
            result = nothing.run(*words)
            assert result.code == 2 and part in result.json["error"]["message"], (words, result.out)
        assert not nothing.db.exists()


@case("/cli/contract/column-without-the-mark-of-templates")
def column():
    with College() as college:
        path = college.write("people.csv", PEOPLE + "1001,张三,110105194912310021,机械系,神仙,2010-07-01\n")
        result = college.run("import", "people", path)
        assert result.code == 3
        assert [f["column"] for f in result.json["findings"]] == ["身份证号", "人员类别"], result.json["findings"]


@case("/cli/contract/required-headings")
def required():
    with college_of_one() as college:
        result = college.run("import", "roles", college.write("a.csv", "年度,工号,角色,起,止\n2025,1001,班主任,,\n"))
        assert [(f["column"], f["code"]) for f in result.json["findings"]] == [("起", "required.missing")]
        result = college.run("import", "roles", college.write("b.csv", "年度,工号,角色\n2025,1001,班主任\n"))
        assert [f["code"] for f in result.json["findings"]] == ["heading.missing"]
        college.ok("import", "talents", college.write("c.csv", "工号,方式,年度,金额\n1001,年薪,2025,1000\n"))


@case("/cli/pay-5/missing-inputs-in-words")
def inputs():
    scheme = {"name": "x", "period": {"from": "2025-01-01", "to": "2025-12-31"}, "pool": "1.00",
              "reserve_ratio": "0.0000", "month_rule": "count", "fixed": [],
              "components": [{"name": "c", "ratio": "rest", "factors": ["post", "workload", "assessment"]}],
              "coefficients": {"post": {"中级": "1.0000"}, "assessment": {"合格": "1.0000"}}, "levels": "one"}
    with college_of_one() as college:
        result = college.run("pay", "compute", "--scheme", college.write("s.json", json.dumps(scheme)),
                             env={"LANGUAGE": "en"})
        assert result.code == 3 and result.json["error"]["code"] == "pay.inputs_missing", result.out
        said = [finding["message"] for finding in result.json["findings"]]
        assert [text.split("“")[1].split("”")[0] for text in said] == ["post", "workload quota", "assessment"], said
        assert all(text.startswith("1001 张三 ") for text in said), said


@case("/cli/contract/clash-of-overlapping-periods/wrk-6")
def clash():
    heading = "项目编号,项目名称,项目类别,班次,日期,节次,工号,课程类型,人数,课时\n"
    row = "{},培训,其他,1,2025-03-0{},{},1001,理论,30,4\n"
    with college_of_one() as college:
        def check(name, *rows):
            result = college.run("import", "training", college.write(name, heading + "".join(row.format(*r) for r in rows)))
            return [(f["row"], f["code"]) for f in result.json["findings"] if f["severity"] == "error"]
        assert check("a.csv", ("X1", 1, "1-2"), ("X2", 1, "第2-3节")) == [(3, "time.clash")]
        assert check("b.csv", ("X1", 1, "上午"), ("X2", 1, "下午"), ("X3", 1, "3-4")) == [(4, "time.clash")]
        assert check("c.csv", ("X1", 1, "1-2"), ("X2", 1, "3-4"), ("X3", 2, "1-2"), ("X4", 3, "早读")) == []
        assert check("d.csv", ("X5", 1, "2"), ("X6", 1, "5"), ("X7", 2, "全天"), ("X8", 3, "早读")) == [
            (2, "time.clash"), (4, "time.clash"), (5, "time.clash")]
        assert college.ok("import", "training", college.folder / "c.csv", "--update")["unchanged"] == 4


@case("/cli/contract/four-imports-at-once")
def at_once():
    with college_of_one() as college:
        files = [college.write(f"{year}.csv", f"年度,工号,额定课时\n{year},1001,320\n") for year in range(2020, 2024)]
        running = [subprocess.Popen(college.command("import", "quotas", path), stdout=subprocess.PIPE,
                                    stderr=subprocess.PIPE) for path in files]
        for process in running:
            out, err = process.communicate()
            assert process.returncode == 0, (out, err)
        assert len(college.ok("imports")["imports"]) == 5
        assert college.ok("verify")["sound"] is True


@case("/cli/aud-1/who-and-when-of-a-row")
def stamps():
    with college_of_one() as college:
        whole = college.folder / "whole.db"
        shutil.copy(college.db, whole)
        for sql in ("UPDATE people SET changed_by = '别人'", "UPDATE services SET changed_at = '2020-01-01T00:00:00.000000Z'"):
            shutil.copy(whole, college.db)
            database = sqlite3.connect(college.db)
            database.execute(sql)
            database.commit()
            database.close()
            result = college.run("verify")
            assert result.code == 1 and [f["code"] for f in result.json["findings"]] == ["audit.row_changed"], sql


@case("/cli/aud-1/one-changed-act-is-one-finding")
def changed_act():
    with College() as college:
        college.ok("import", "people", SAMPLES / "教职工花名册.xlsx")
        database = sqlite3.connect(college.db)
        database.execute("UPDATE acts SET who = '别人' WHERE seq = 2")
        database.commit()
        database.close()
        assert [f["code"] for f in college.run("verify").json["findings"]] == ["audit.act_changed"]


@case("/cli/contract/nothing-goes-over-a-database")
def over_database():
    with college_of_one() as college:
        college.db = college.db.rename(college.folder / "college.xlsx")
        before = college.db.read_bytes()
        link = college.folder / "link.xlsx"
        link.symlink_to(college.db)
        for path in (college.db, link):
            for words in (["template", "people"], ["form", "roster"]):
                result = college.run(*words, "-o", path)
                assert result.code == 4 and result.json["error"]["code"] == "file.is_database", (words, result.out)
        assert college.db.read_bytes()[:16] == before[:16] and college.ok("verify")["sound"] is True
        college.ok("form", "roster", "-o", college.folder / "roster.xlsx")


@case("/cli/contract/restore-names-the-missing-backup")
def no_backup():
    with College() as college:
        result = college.run("restore", college.folder / "none.db")
        assert result.code == 4 and result.json["error"]["code"] == "file.missing", result.out
        assert "--db" not in result.json["error"]["message"]
        assert college.ok("verify")["sound"] is True


@case("/cli/contract/seeds-beyond-32-bits")
def seeds():
    names = []
    for seed in (1, 1 + 2 ** 32):
        with College(init=False) as college:
            college.ok("demo", "--people", 5, "--year", 2025, "--seed", seed)
            names.append([p["name"] for p in college.ok("people", "find", "1")["people"]])
    assert names[0] != names[1]


@case("/cli/contract/busy-names-the-writer")
def busy():
    """Issue 3: who finds the college busy is told who writes and since when, with exit 4 and nothing half written."""
    with College() as college:
        writer = sqlite3.connect(college.db, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        label = college.folder / "college.db.writer"
        label.write_text(f"act\n2026-01-08T02:03:04Z\n{os.getpid()}\n{socket.gethostname()}\n王会计\n", "utf-8")
        result = college.run("param", "set", "load.new", "1.3", "--from", "2026-01-01", "--source", "试",
                             env={"TZ": "Asia/Shanghai"})
        assert result.code == 4, (result.code, result.out)
        fault = result.json["error"]
        assert fault["code"] == "db.busy", fault
        assert "王会计" in fault["message"] and "2026-01-08 10:03" in fault["message"], fault
        # Reading is served meanwhile.
        assert college.ok("imports")["imports"] == []
        writer.execute("ROLLBACK")
        writer.close()
        college.ok("verify")


if __name__ == "__main__":
    sys.exit(main())
