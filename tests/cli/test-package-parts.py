#!/usr/bin/env python3
"""test-package-parts.py — every part of a hand-over package there and back, and a pay run as it comes (RULE pkg-1, pkg-8)

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import PROGRAM, SOURCE, case, main

SAMPLES = SOURCE / "tests" / "samples"
ROUND = "2025年度职称评审"
BEFORE = [("people", "教职工花名册.xlsx"), ("education", "学历学位.xlsx"), ("certificates", "证书.xlsx"),
          ("achievements", "业绩成果.xlsx"), ("discipline", "处分.xlsx"), ("yearly-hours", "年度课时.xls")]
BEHIND = [("title-batch", "职称申报.xlsx"), ("title-evidence", "申报材料.xlsx"), ("panel", "评委名单.xlsx"),
          ("recusals", "回避.xlsx"), ("ballots", "评审表决.xlsx")]


class Office:
    """A copy of the college with a data folder, and so a key, of its own."""

    def __init__(self, folder, name):
        self.home = Path(folder) / name
        self.home.mkdir()
        self.db = self.home / "college.db"
        self.name = name

    def run(self, *words, who=None):
        env = dict(os.environ, XDG_DATA_HOME=str(self.home), LC_ALL="C.UTF-8")
        done = subprocess.run([PROGRAM, "--db", self.db, "--as", who or self.name, "--json", *map(str, words)],
                              capture_output=True, text=True, env=env, check=False)
        assert "CRITICAL" not in done.stderr, done.stderr
        return done.returncode, json.loads(done.stdout) if done.stdout else {}

    def ok(self, *words, who=None):
        code, answer = self.run(*words, who=who)
        assert code == 0, (words, code, str(answer)[:1500])
        return answer

    def refused(self, *words, who=None):
        code, answer = self.run(*words, who=who)
        assert code != 0, (words, answer)
        return code, answer["error"]["code"]

    def rows(self, sql):
        with sqlite3.connect(self.db) as database:
            return database.execute(sql).fetchall()


def two_offices(folder):
    """Two copies of one college that know each other's keys."""
    one, other = Office(folder, "人事"), Office(folder, "财务")
    one.ok("init", "--name", "某技师学院", "--establishment", 100)
    shutil.copy(one.db, other.db)
    for here, there in ((one, other), (other, one)):
        here.ok("key", "trust", there.name, there.ok("key", "show")["public"])
    return one, other


def hand_over(one, other, part, *words):
    """One makes it, the other takes it over; what came must be all that went."""
    file = one.home / f"{part}-{len(list(one.home.iterdir()))}.szpkg"
    made = one.ok("package", "make", part, "-o", file, "--to", other.name, *words)
    diff = other.ok("package", "diff", file)
    assert diff["conflicts"] == 0, diff
    done = other.ok("package", "apply", file)
    again = other.run("package", "diff", file)
    assert again[1]["error"]["code"] == "package.repeated", again
    assert other.ok("verify")["sound"] is True
    return made, diff, done


def in_folder(function):
    def run():
        with tempfile.TemporaryDirectory() as folder:
            function(folder)
    return run


def same(one, other, *words):
    got, want = other.ok(*words), one.ok(*words)
    assert got == want, (words, str(got)[:600], str(want)[:600])


def recruit_college(folder):
    want = json.loads((SAMPLES / "recruit-2025" / "expected.json").read_text("utf-8"))
    one, other = two_offices(folder)
    one.ok("recruit", "plan", want["plan"]["batch"], "--cutoff", want["plan"]["cutoff"])
    for entry in want["files"]:
        options = [word for key, value in entry["set"].items() for word in ("--set", f"{key}={value}")]
        one.ok("import", entry["kind"], SAMPLES / "recruit-2025" / entry["file"], *options)
    return one, other, want["plan"]["batch"]


@case("/cli/pkg-1/recruit")
@in_folder
def recruit(folder):
    """A plan goes over with posts, applicants, scores, checks, decisions and where each post stands."""
    one, other, plan = recruit_college(folder)
    post = one.ok("exam", "score", plan)["positions"][0]["post"]
    one.run("recruit", "step", plan, post, "publish", "--on", "2025-05-01")
    one.ok("recruit", "plan", "2026-1", "--cutoff", "2026-04-30")
    made, diff, done = hand_over(one, other, "recruit", "--plan", plan)
    assert made["rows"] == diff["new"] == done["inserted"] > 100, (made, diff["new"], done)
    same(one, other, "recruit", "list", plan)
    same(one, other, "recruit", "result", plan)
    for table in ("applicants", "exam_scores", "applicant_checks", "applicant_decisions", "exam_judges", "cases",
                  "case_steps"):
        count = f"SELECT count(*) FROM {table}"
        assert other.rows(count) == one.rows(count), (table, other.rows(count), one.rows(count))
    assert other.rows("SELECT code FROM recruit_plans") == [(plan,)], "only what was asked for"
    assert one.refused("package", "make", "recruit", "-o", one.home / "x", "--to", other.name) == (1, "package.plan")
    assert one.refused("package", "make", "recruit", "-o", one.home / "x", "--to", other.name, "--plan",
                       "2031-1") == (1, "package.nothing")
    assert one.refused("package", "make", "people", "-o", one.home / "x", "--to", other.name, "--plan",
                       plan) == (1, "package.superfluous")
    assert not (one.home / "x").exists()


@case("/cli/pkg-1/parttime")
@in_folder
def parttime(folder):
    """Contracts, stretches, lessons and fee sheets of part-time teachers; what was deleted there goes here."""
    one, other, _ = recruit_college(folder)
    listed = one.ok("parttime", "list")["contracts"]
    one.ok("fees", "compute", "--from", "2025-03-01", "--to", "2025-03-31", "--paid-on", "2025-04-10", "--keep")
    made, _, done = hand_over(one, other, "parttime")
    assert made["rows"] == done["inserted"] > len(listed) > 2, (made, done)
    same(one, other, "parttime", "list")
    sheets = "SELECT from_date, people, gross_fen, net_fen FROM fee_sheets"
    lines = ("SELECT agreement_no, ordinal, l.gross_fen FROM fee_lines AS l JOIN contracts AS c ON c.id = contract_id"
             " ORDER BY ordinal")
    assert other.rows(sheets) == one.rows(sheets) != [] and other.rows(lines) == one.rows(lines) != []
    one.ok("fees", "delete", one.ok("fees", "list")["sheets"][0]["sheet"])
    _, diff, done = hand_over(one, other, "parttime")
    assert done["deleted"] == diff["deleted"] > 1 and other.rows(sheets) == [], (diff, done)


@case("/cli/pkg-1/titles")
@in_folder
def titles(folder):
    """A round of titles with those who applied, their facts, panel and ballots."""
    one, other = two_offices(folder)
    for kind, name in BEFORE:
        one.ok("import", kind, SAMPLES / "titles-2025" / name)
    one.ok("title", "batch", "new", ROUND, "--year", 2025, "--opens", "2025-10-09", "--closes", "2025-10-31",
           "--cutoff", "2025-12-31", "--assess-to", 2024, "--hours-to", 2024)
    for kind, name in BEHIND:
        one.ok("import", kind, SAMPLES / "titles-2025" / name)
    scan = Path(folder) / "论文.pdf"
    scan.write_bytes(bytes(range(256)) * 2000)
    one.ok("title", "attach", ROUND, "9002", scan)
    hand_over(one, other, "people")
    made, diff, done = hand_over(one, other, "titles", "--batch", ROUND)
    assert made["rows"] == diff["new"] + diff["same"] and done["inserted"] == diff["new"] > 50, (made, diff["new"])
    same(one, other, "title", "batch", "show", ROUND)
    for table in ("title_applications", "panel_members", "recusals", "ballots", "title_evidences", "title_files"):
        count = f"SELECT count(*) FROM {table}"
        assert other.rows(count) == one.rows(count) != [(0,)], table
    other.ok("title", "file", ROUND, "9002", "论文.pdf", "-o", scan.with_name("there.pdf"))
    assert (scan.with_name("there.pdf")).read_bytes() == scan.read_bytes()
    achieved = ("SELECT count(*) FROM achievements WHERE person_id IN (SELECT person_id FROM title_applications)")
    assert other.rows("SELECT count(*) FROM achievements") == one.rows(achieved)


def pay_college(folder):
    """Finance has the same people and workload by packages, personnel a run that was computed."""
    one, other = two_offices(folder)
    steps = json.loads((SAMPLES / "payrun-2025" / "expected.json").read_text("utf-8"))["steps"]
    for step in steps:
        words = step["command"]
        if words[0] == "import":
            one.ok("import", words[1], SAMPLES / "payrun-2025" / words[2])
        if "compute" in words:
            break
    for part in (["people"], ["workload", "--year", 2025], ["ledger", "--year", 2025], ["params"]):
        hand_over(one, other, *part)
    one.ok("pay", "compute", "--scheme", SAMPLES / "payrun-2025" / "方案-两级.json", who="赵制表")
    one.ok("pay", "adjust", 1, "1003", "1200.00", "--reason", "竞赛获奖补助", who="赵制表")
    return one, other


def shown(office, number):
    """What is said of a run, but for what is told of the copy it stands in."""
    answer = office.ok("pay", "show", number)
    return {key: value for key, value in answer.items() if key not in ("run", "sender")}


@case("/cli/pkg-8/the-result-back")
@in_folder
def result_back(folder):
    one, other = pay_college(folder)
    asked = ("package", "make", "pay-result", "-o", one.home / "run.szpkg", "--to", other.name, "--run")
    assert one.refused(*asked, 1) == (1, "package.run_state")
    assert one.refused(*asked, 7) == (1, "run.unknown")
    one.ok("pay", "review", 1, "--defaults", who="钱复核")
    made, diff, done = hand_over(one, other, "pay-result", "--run", 1)
    assert made["rows"] == diff["new"] == done["inserted"], (made, diff["new"], done)
    assert done["inputs_equal"] is True and done["differ"] == 0, done
    run = done["run"]
    assert shown(other, run) == shown(one, 1)
    assert other.ok("pay", "show", run)["sender"] == "人事" and one.ok("pay", "show", 1)["sender"] is None
    assert other.ok("pay", "stale", run)["stale"] is False
    # Its life goes on here by the rights and rules of here: who made or reviewed it does not approve it.
    other.ok("pay", "announce", run, "--from", "2025-12-29", who="钱复核")
    assert other.refused("pay", "approve", run, "--on", "2026-01-06", who="赵制表")[1] == "run.same_person"
    other.ok("pay", "approve", run, "--on", "2026-01-06", who="孙批准")
    # And back: what was done there since is a change here.
    back, diff, done = hand_over(other, one, "pay-result", "--run", run)
    assert done["run"] == 1 and diff["conflicts"] == 0 and diff["changed"] >= 1, (diff, done)
    assert one.ok("pay", "show", 1)["state"] == "approved" and back["number"] > 0
    assert one.ok("verify")["sound"] is True


@case("/cli/pkg-8/stale-and-computed-again")
@in_folder
def result_stale(folder):
    one, other = pay_college(folder)
    other.ok("import", "assessments", SAMPLES / "payrun-2025" / "upd-考核更正.csv", "--update")
    one.ok("pay", "review", 1, "--defaults", who="钱复核")
    _, _, done = hand_over(one, other, "pay-result", "--run", 1)
    run = done["run"]
    assert done["inputs_equal"] is False and done["differ"] >= 1, done
    assert other.ok("pay", "stale", run)["count"] == done["differ"] == other.ok("pay", "show", run)["stale"]
    other.ok("pay", "reopen", run, "--reason", "考核已改", who="钱复核")
    again = other.ok("pay", "recompute", run, who="赵制表")
    assert again["revision"] == 2, again
    face = other.ok("pay", "show", run)
    assert face["sender"] is None and face["stale"] == 0, face
    assert other.ok("verify")["sound"] is True


@case("/cli/pkg-7/a-run-is-taken-back")
@in_folder
def result_undone(folder):
    one, other = pay_college(folder)
    one.ok("pay", "review", 1, "--defaults", who="钱复核")
    before = other.rows("SELECT count(*) FROM handover_rows")
    _, _, done = hand_over(one, other, "pay-result", "--run", 1)
    number = other.ok("packages")["packages"][-1]["no"]
    other.ok("package", "undo", number)
    assert other.ok("pay", "list")["runs"] == [] and other.rows("SELECT count(*) FROM pay_people") == [(0,)]
    assert other.rows("SELECT count(*) FROM handover_rows") == before
    assert other.ok("verify")["sound"] is True
    file = next(one.home.glob("pay-result-*.szpkg"))
    run = other.ok("package", "apply", file)["run"]
    other.ok("pay", "reopen", run, "--reason", "再核", who="钱复核")
    assert other.refused("package", "undo", other.ok("packages")["packages"][-1]["no"])[1] == "undo.changed_since"
    assert done["run"] != 0


if __name__ == "__main__":
    sys.exit(main())
