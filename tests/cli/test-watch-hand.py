#!/usr/bin/env python3
"""test-watch-hand.py — rows of registers by hand, the steps of rectification and tolerance, and what the log finds.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import shutil
import sqlite3
import sys
import zipfile

from scanned import Scan  # noqa: E402
from tap import SOURCE, College, case, main

SAMPLES = SOURCE / "tests" / "samples" / "watch-2025"
WANT = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
COLLEGE = College(establishment=WANT["establishment"])
SHEETS = [
    ("people", "教职工花名册.xlsx"), ("departments", "部门职能.xlsx"), ("post-plan", "岗位核准.xlsx"),
    ("leaders", "任职名册.xlsx"), ("kinship", "亲属关系登记.xlsx"), ("targets", "目标任务分解.xlsx"),
    ("target-entries", "目标进度填报.xlsx"), ("trainees", "培训学员名册.csv"), ("majors", "专业设置.xlsx"),
    ("graduates", "毕业生就业.xlsx"), ("skill-due", "应评名单.xlsx"), ("skill-done", "参评成绩.xls"),
    ("rotation-roster", "轮训名册.xlsx"), ("rotations", "轮训记录.xlsx"), ("contests", "竞赛.xlsx"),
    ("rectify", "整改台账.xlsx"), ("tolerance", "容错纠错.xlsx"),
]
FOURTEEN = [kind for kind, _ in SHEETS[3:]]


def copy():
    college = College(init=False)
    shutil.copy(COLLEGE.db, college.db)
    return college


def as_who(college, who, *words):
    return college.run("--as", who, *words)


def refused(college, code, *words, who=None, exit_code=1):
    result = college.run(*words) if who is None else as_who(college, who, *words)
    assert result.code == exit_code, (words, result.code, result.err)
    assert result.json["error"]["code"] == code, result.json["error"]
    assert result.err.strip() and "{" not in result.err, result.err
    return result


@case("/cli/watch-hand/import")
def imports():
    for kind, name in SHEETS:
        assert COLLEGE.ok("import", kind, SAMPLES / name)["rejected"] == 0


@case("/cli/watch-hand/every-row")
def every_row():
    """Every row of the fourteen registers can be put back as it stands: nothing moves, nothing is refused."""
    with copy() as college:
        kinds = {entry["kind"] for entry in college.ok("registers")["registers"]}
        assert set(FOURTEEN) <= kinds, set(FOURTEEN) - kinds
        for kind in FOURTEEN:
            before = college.ok("register", kind)["rows"]
            assert before, kind
            heading = next(iter(before[0]["cells"]))
            for row in (before[0], before[-1]):
                college.ok("register", "edit", kind, row["id"], f"{heading}={row['cells'][heading]}")
            assert college.ok("register", kind)["rows"] == before, kind
        assert college.run("verify").code == 0


@case("/cli/tgt-4/by-hand")
def entries():
    with copy() as college:
        row = {"年度": "2025", "指标": "年招生人数", "期间": "12月", "本期完成": "7"}
        added = college.ok("register", "add", "target-entries", *[f"{key}={value}" for key, value in row.items()])["row"]
        assert {key: added["cells"][key] for key in row} == row and added["cells"]["累计完成"] == "", added
        refused(college, "entry.both", "register", "edit", "target-entries", added["id"], "累计完成=9", exit_code=3)
        refused(college, "entry.overlap", "register", "add", "target-entries", "年度=2025", "指标=enrolment", "期间=2025-12-03",
                "本期完成=1", exit_code=3)
        refused(college, "period.invalid", "register", "edit", "target-entries", added["id"], "期间=没有", exit_code=3)
        refused(college, "entry.kind", "register", "add", "target-entries", "年度=2025", "指标=students", "期间=11月", "本期完成=1",
                exit_code=3)
        # Its own old period is no clash.
        edited = college.ok("register", "edit", "target-entries", added["id"], "期间=2025-12-30", "本期完成=-2")["row"]
        assert (edited["id"], edited["cells"]["本期完成"]) == (added["id"], "-2"), edited
        assert college.ok("register", "delete", "target-entries", added["id"])["deleted"] == 1
        assert added["id"] not in [r["id"] for r in college.ok("register", "target-entries")["rows"]]
        refused(college, "register.gone", "register", "edit", "target-entries", added["id"], "期间=12月", exit_code=4)


@case("/cli/tgt-1/by-hand")
def goals():
    with copy() as college:
        rows = {row["cells"]["指标"]: row for row in college.ok("register", "targets")["rows"]}
        row = rows["校企合作专业共建率"]
        assert row["cells"]["任务数"] == "0.9500", row
        refused(college, "number.invalid", "register", "edit", "targets", row["id"], "任务数=101%", exit_code=3)
        refused(college, "code.unknown", "register", "edit", "targets", row["id"], "指标=没有", exit_code=3)
        college.ok("register", "edit", "targets", row["id"], "任务数=97%")
        goal = next(t for t in college.ok("targets", "--year", "2025")["targets"] if t["id"] == "joint")["goal"]
        assert goal == "0.9700", goal


@case("/cli/aud-4/by-hand")
def families():
    with copy() as college:
        rows = college.ok("register", "kinship")["rows"]
        row = next(r for r in rows if r["cells"]["工号"] and r["cells"]["亲属工号"])
        refused(college, "kin.self", "register", "edit", "kinship", row["id"], f"亲属工号={row['cells']['工号']}", "亲属姓名=", exit_code=3)
        college.ok("register", "edit", "kinship", row["id"], "备注=已核对")
        again = next(r for r in college.ok("register", "kinship")["rows"] if r["id"] == row["id"])
        assert again["cells"] == {**row["cells"], "备注": "已核对"}, again
        assert "kinship" in [r["kind"] for r in college.ok("registers")["registers"]]
        assert college.run("register", "没有").code == 2
        assert college.run("register", "edit", "kinship", row["id"], "没有=1").code == 2


def walk(college, number):
    shown = college.ok("case", "rectify", number)
    return [step["verb"] for step in shown["steps"]], shown["state"]


@case("/cli/aud-5/case")
def rectify_case():
    """What a sheet says is where the case begins; the steps tell who put it up, whatever a sheet says since."""
    with copy() as college:
        row = next(r for r in college.ok("register", "rectify")["rows"] if r["cells"]["完成率"] not in ("0%", "100%"))
        no = row["cells"]["问题编号"]
        college.ok("rectify", "progress", no, "100", "--evidence", "清单")
        assert walk(college, row["id"]) == (["record", "submit"], "submitted")
        refused(college, "maker.checker", "rectify", "close", no)
        college.ok("register", "edit", "rectify", row["id"], "完成率=30%")
        refused(college, "rectify.not_done", "rectify", "close", no, who="审核人")
        refused(college, "rectify.not_done", "rectify", "return", no, "20", "--text", "不全")
        college.ok("rectify", "submit", no)
        assert walk(college, row["id"])[0] == ["record", "submit", "record", "submit"]
        sheet = college.write("r.csv", ",".join(row["cells"]) + "\n" + ",".join(
            {**row["cells"], "完成率": "100", "佐证材料": "清单", "销号审核人": "测试", "销号日期": "2025-10-01"}.values()) + "\n")
        found = college.run("import", "rectify", sheet, "--update").json["findings"]
        assert [f["code"] for f in found] == ["maker.checker"], found
        assert as_who(college, "审核人", "rectify", "close", no).code == 0
        refused(college, "rectify.closed", "rectify", "progress", no, "10")
        refused(college, "rectify.closed", "rectify", "close", no)
        assert walk(college, row["id"])[1] == "closed"
        assert college.run("verify").code == 0


@case("/cli/aud-5/case-and-undo")
def rectify_undo():
    with copy() as college:
        sheet = college.write("r.csv", "问题编号,来源,领域,问题,责任单位,整改时限,完成率\nZG-T1,自查,其他,台账缺页,办公室,2031-01-01,20\n")
        batch = college.ok("import", "rectify", sheet)["batch"]
        college.ok("rectify", "progress", "ZG-T1", "20")
        refused(college, "undo.used_by_case", "import-undo", batch)
        row = next(r for r in college.ok("register", "rectify", "--find", "ZG-T1")["rows"])
        college.ok("register", "delete", "rectify", row["id"])
        assert walk(college, row["id"]) == ([], None) or walk(college, row["id"])[0] == []


@case("/cli/aud-6/case")
def tolerance_case():
    with copy() as college:
        staff = college.ok("tolerance")["items"][0]["staff_no"]
        sheet = college.write("t.csv", f"编号,申请人工号,事项,申请日期\nRC-T1,{staff},先行先试,2025-09-01\n")
        college.ok("import", "tolerance", sheet)
        number = next(r for r in college.ok("register", "tolerance", "--find", "RC-T1")["rows"])["id"]
        refused(college, "required.missing", "tolerance", "decide", "RC-T1", "予以容错", "--meeting", "会", "--open", "全院")
        college.ok("tolerance", "verify", "RC-T1", "--text", "情况属实")
        college.ok("tolerance", "decide", "RC-T1", "予以容错", "--meeting", "院长办公会", "--open", "全院")
        shown = college.ok("case", "tolerance", number)
        assert [step["verb"] for step in shown["steps"]] == ["record", "verify", "decide", "publish"], shown
        assert shown["state"] == "published" and shown["steps"][2]["document"] == "院长办公会", shown
        refused(college, "tolerance.state", "tolerance", "verify", "RC-T1", "--text", "再核一次")


@case("/cli/watch-hand/new-year")
def new_year():
    """The allotted numbers go on, to be confirmed; a second time nothing is left to be done, and undo is a plain correction."""
    with copy() as college:
        before = {r["cells"]["指标"]: r["cells"] for r in college.ok("register", "targets")["rows"]}
        begun = college.ok("new-year", "2026")
        assert begun["copied"] == len(before), begun
        needs = {need["kind"]: need["rows"] for need in begun["needs"]}
        assert needs["targets"] == len(before) and needs["graduates"] == 0 and needs["assessments"] == 0, needs
        rows = [r["cells"] for r in college.ok("register", "targets")["rows"] if r["cells"]["年度"] == "2026"]
        for cells in rows:
            assert cells["任务数"] == before[cells["指标"]]["任务数"] and cells["文号"] == "" and "待确认" in cells["备注"], cells
        acts = college.ok("verify")["acts"]
        assert college.ok("new-year", "2026")["copied"] == 0 and college.ok("verify")["acts"] == acts
        listed = {n["kind"]: n["rows"] for n in college.ok("new-year", "2025", "--list")["needs"]}
        assert listed["graduates"] > 0 and listed["trainees"] > 0 and listed["target-entries"] == 12, listed


@case("/cli/watch-hand/new-year-goes-on")
def new_year_goes_on():
    """Scheme, parameters to be confirmed, nominal hours and open roles; what ended is asked for anew."""
    with College(establishment=20) as college:
        college.ok("demo", "--people", 20, "--year", 2025)
        people = [row["cells"]["工号"] for row in college.ok("register", "teaching")["rows"]]
        one, two = sorted(set(people))[:2]
        college.ok("register", "add", "quotas", "年度=2025", f"工号={one}", "额定课时=320")
        college.ok("register", "add", "roles", "年度=2025", f"工号={one}", "角色=系主任", "起=2025-01-01")
        college.ok("register", "add", "roles", "年度=2025", f"工号={two}", "角色=教研室主任", "起=2025-01-01", "止=2025-07-10")
        college.ok("param", "set", "load.new", "1.3", "--from", "2025-09-01", "--source", "试〔2025〕1号")
        college.ok("pay", "compute", "--scheme", SOURCE / "tests/samples/office-2025/scheme.json")
        scheme = college.folder / "next.json"
        begun = college.ok("new-year", "2026", "--scheme", scheme)
        assert begun["quotas"] == 1 and begun["roles"] >= 1, begun
        assert [param["key"] for param in begun["confirm"]] == ["load.new"], begun["confirm"]
        written = json.loads(scheme.read_text("utf-8"))
        assert begun["scheme"] == written["name"] and "2026" in written["name"], begun
        assert written["period"] == {"from": "2026-01-01", "to": "2026-12-31"}, written["period"]
        roles = [row["cells"] for row in college.ok("register", "roles")["rows"] if row["cells"]["年度"] == "2026"]
        own = [(cells["角色"], cells["起"], cells["止"]) for cells in roles if cells["角色"] != "班主任"]
        assert own == [("系主任", "2026-01-01", "2026-12-31")], roles
        # The scheme is read; what the year still needs is what is missing.
        missing = college.run("pay", "compute", "--scheme", scheme, "--dry-run")
        assert {finding["code"] for finding in missing.json["findings"]} == {"pay.input_missing"}, missing.out
        college.ok("verify")


@case("/cli/aud-3/audit-broken")
def broken():
    """A verify that found something is found, and stays found after the fault is mended."""
    with copy() as college:
        Scan(college).misses("audit.broken")
        with sqlite3.connect(college.db) as db:
            db.execute("UPDATE targets SET goal = goal + 1 WHERE id = 1")
        assert college.run("verify").code == 1
        with sqlite3.connect(college.db) as db:
            db.execute("UPDATE targets SET goal = goal - 1 WHERE id = 1")
        assert college.run("verify").code == 0
        found = Scan(college)
        item = found.finds("audit.broken", *[item["subject"] for item in found.items if item["kind"] == "audit.broken"])
        assert item["severity"] == "error" and item["size"] >= 1, item


@case("/cli/aud-8/posts")
def posts():
    for day in WANT["days"]:
        bands = COLLEGE.ok("posts", "--on", day)["bands"]
        got = COLLEGE.ok("overview", "--on", day)["posts"]
        want = [{key: band[key] for key in ("band", "approved", "occupied")} for band in bands]
        assert got == want and want, (got, want)


@case("/cli/sta-2/stacked")
def stacked():
    """The charts of the workbook are bars by sex, one behind another."""
    path = COLLEGE.folder / "stats.xlsx"
    stats = COLLEGE.ok("stats", "--on", "2025-10-15", "-o", path)
    with zipfile.ZipFile(path) as book:
        chart = book.read("xl/charts/chart1.xml").decode()
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
    assert '<c:grouping val="stacked"/>' in chart and chart.count("<c:ser>") == 2, chart[:600]
    assert "男" in strings and "女" in strings
    age = stats["tables"][0]
    for row in age["rows"]:
        assert f"<v>{row['male']}</v>" in sheet and f"<v>{row['female']}</v>" in sheet, row


@case("/cli/asm-2/finding")
def excellent():
    """The cap is F16's: of all who take part (asm-1), not of those who have a grade already."""
    with copy() as college:
        grades = college.folder / "grades.csv"
        own = college.ok("assess", "--year", "2024")["missing"]
        due = len(own)
        cap = due // 5
        assert cap >= 3, due

        def graded(excellent):
            marks = ["优秀"] * excellent + ["合格"]
            grades.write_text("工号,年度,考核等次\n" + "".join(
                f"{number},2024,{mark}\n" for number, mark in zip(own, marks)), "utf-8")
            college.ok("import", "assessments", grades, "--update")
            college.ok("findings", "scan", "--on", "2025-02-01")
            return of_kind(college, "assess.excellent_over")

        # As many as all who take part allow, though few have a grade yet; one more is one too many.
        assert graded(cap) == []
        over = graded(cap + 1)
        assert [(i["subject"], i["size"], i["facts"]["cap"]) for i in over] == [("2024", 1, cap)], over
        # The others are without a grade: said from 1 March on.
        assert of_kind(college, "assess.missing") == []
        college.ok("findings", "scan", "--on", "2025-03-01")
        missing = of_kind(college, "assess.missing")
        assert [(i["subject"], i["size"]) for i in missing] == [("2024", due - cap - 2)], missing


def of_kind(college, kind):
    return [item for item in college.ok("findings")["items"] if item["kind"] == kind]


if __name__ == "__main__":
    try:
        code = main(sys.argv[2:])
    finally:
        shutil.rmtree(COLLEGE.folder)
    sys.exit(code)
