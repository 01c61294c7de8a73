#!/usr/bin/env python3
"""test-year.py — the year as a whole, two runs beside each other, drafts, papers for a meeting.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import sys
import zipfile

from tap import SAMPLES, College, case, main

COLLEGE = College()

LEDGER = """年度,月份,科目,金额,来源,文号
2025,1,核定总量,32115200.00,,鲁人社批〔2025〕1号
2025,6,基础性,22480640.00,财政,
2025,12,奖励性,7894560.00,财政,
2025,12,奖励性,1740000.00,,
"""


@case("/cli/pay-1/handbook-p1")
def total():
    COLLEGE.import_samples()
    COLLEGE.ok("import", "pay-ledger", COLLEGE.write("l.csv", LEDGER))
    COLLEGE.ok("import", "training-income",
               COLLEGE.write("i.csv", "年度,项目编号,收入,成本,培训人次\n2025,PX01,5800000,2320000,7000\n"))
    COLLEGE.ok("import", "transfers", COLLEGE.write(
        "t.csv", "年度,项目,登记号,净收入,奖励比例,工号,贡献比例,主要贡献人\n"
                 "2025,夹具,T1,600000,0.7,1001,0.6,是\n2025,夹具,T1,600000,0.7,1002,0.4,否\n"))
    COLLEGE.ok("import", "talents",
               COLLEGE.write("x2.csv", "工号,方式,年度,金额,批文号\n1003,年薪,2025,600000,〔2025〕2号\n"))
    got = COLLEGE.ok("pay", "total", "--year", "2025")
    want = {"year": 2025, "R": "32115200.00", "CAP": "32115200.00", "X1": "420000.00", "X2": "600000.00",
            "X3": "0.00", "TOTAL": "33135200.00", "BASE_next": "32115200.00", "level": None,
            "within_cap": True}
    assert {key: got[key] for key in want} == want, got
    assert got["sources"] == {"fiscal": "30375200.00", "earned": "0.00", "training": "1740000.00",
                              "special": "0.00"}, got


@case("/cli/pay-15/level")
def level():
    COLLEGE.ok("param", "set", "pay.L", "120000", "--from", "2025-01-01", "--source", "某人社〔2025〕2号")
    got = COLLEGE.ok("pay", "total", "--year", "2025")
    assert got["level"] is not None and got["level"].count(".") == 1, got
    assert any(f["code"] in ("total.level_high", "total.level_refused") for f in got.get("findings", [])) \
        or float(got["level"]) <= 2.3


@case("/cli/pay-1/refused")
def refused():
    COLLEGE.ok("import", "pay-ledger", COLLEGE.write("x3.csv", "年度,月份,科目,金额,来源\n2024,12,X3,1,专项\n"))
    result = COLLEGE.run("pay", "total", "--year", "2024")
    assert result.code == 1 and result.json["error"]["code"] == "total.x3_unapproved", result.out
    assert result.json["X3"] == "1.00" and result.json["CAP"] is None
    assert "{" not in result.json["error"]["message"] and result.json["error"]["message"]
    COLLEGE.ok("import", "pay-ledger", COLLEGE.write(
        "over.csv", "年度,月份,科目,金额,来源\n2023,1,核定总量,100,\n2023,2,奖励性,100.01,财政\n"))
    result = COLLEGE.run("pay", "total", "--year", "2023")
    assert result.code == 1 and result.json["error"]["code"] == "total.over_cap", result.out
    assert result.json["within_cap"] is False
    assert COLLEGE.run("pay", "total").code == 2


@case("/cli/pay-3/refused")
def transfers_refused():
    result = COLLEGE.run("import", "transfers", COLLEGE.write(
        "low.csv", "年度,项目,登记号,净收入,奖励比例,工号,贡献比例,主要贡献人\n2025,模具,T2,100,0.4999,1001,1,是\n"))
    assert result.code == 3 and result.json["findings"][0]["code"] == "transfer.ratio_out_of_range", result.out
    assert result.json["findings"][0]["row"] == 2 and result.json["findings"][0]["column"] == "奖励比例"


@case("/cli/wrk-6/timetable")
def timetable():
    COLLEGE.ok("param", "set", "load.term_start", '{"2026春": "2026-03-02"}', "--from", "2026-01-01",
               "--source", "校历")
    COLLEGE.ok("import", "timetable", COLLEGE.write(
        "tt.csv", "学期,工号,星期,节次,起止周,单双周,课程,班级\n2026春,1001,周三,1-2,1-17,,数控,1班\n"))
    training = "项目编号,项目名称,项目类别,班次,日期,节次,工号,课程类型,人数,课时\n"
    result = COLLEGE.run("import", "training", COLLEGE.write(
        "clash.csv", training + "P9,甲,其他,1期,2026-03-04,上午,1001,理论,40,4\n"))
    assert result.code == 3 and result.json["findings"][0]["code"] == "time.clash", result.out
    COLLEGE.ok("import", "training", COLLEGE.write(
        "fits.csv", training + "P9,甲,其他,1期,2026-03-04,下午,1001,理论,40,4\n"))


def compute(pool):
    scheme = json.loads((SAMPLES / "scheme.json").read_text("utf-8"))
    scheme["pool"] = pool
    path = COLLEGE.write("scheme.json", json.dumps(scheme, ensure_ascii=False))
    return COLLEGE.ok("pay", "compute", "--scheme", path)["run"]


@case("/cli/pay-13/compare")
def compare():
    first, second = compute("3634560.00"), compute("3734560.00")
    got = COLLEGE.ok("pay", "compare", first, second)
    assert got["before"]["run"] == first and got["after"]["run"] == second
    assert got["gain"] + got["lose"] + got["same"] == len(got["people"])
    cents = lambda text: int(text.replace(".", ""))
    total = cents(got["after"]["total"]) - cents(got["before"]["total"])
    assert sum(cents(p["difference"]) for p in got["people"]) == total
    assert sum(cents(d["difference"]) for d in got["departments"]) == total
    for person in got["people"]:
        effects = sum(cents(r["effect"]) for r in person["reasons"] if r["effect"] is not None)
        assert effects == cents(person["difference"]), person
    again = COLLEGE.ok("pay", "compare", first)
    assert again["same"] == len(again["people"]) and again["after"]["state"] == "draft"
    assert str(got["gain"]) in COLLEGE.run("pay", "compare", first, second, flags=()).out.splitlines()[-1]
    assert COLLEGE.run("pay", "compare", first, 99).json["error"]["code"] == "run.unknown"


@case("/cli/pay-11/rename-delete")
def drafts():
    run = compute("1000000.00")
    assert COLLEGE.ok("pay", "rename", run, "第二稿")["name"] == "第二稿"
    assert {r["run"]: r["name"] for r in COLLEGE.ok("pay", "list")["runs"]}[run] == "第二稿"
    assert COLLEGE.run("pay", "rename", run, " ").code == 1
    COLLEGE.ok("pay", "delete", run)
    assert run not in [r["run"] for r in COLLEGE.ok("pay", "list")["runs"]]
    assert COLLEGE.run("pay", "delete", run).json["error"]["code"] == "run.unknown"
    COLLEGE.ok("verify")


@case("/cli/forms/meeting")
def meeting():
    path = COLLEGE.folder / "m.xlsx"
    got = COLLEGE.ok("form", "meeting", "--forms", "F19,F20,F26,F17", "--year", "2025", "-o", path)
    assert got["forms"] == ["F19", "F20", "F26", "F17"]
    with zipfile.ZipFile(path) as book:
        names = book.namelist()
        assert sum(name.startswith("xl/worksheets/sheet") for name in names) == 5, names
        assert any(name.startswith("xl/charts/chart") for name in names), names
        assert 'name="目录"' in book.read("xl/workbook.xml").decode("utf-8")
    assert COLLEGE.run("form", "meeting", "-o", path).code == 2
    assert COLLEGE.run("form", "meeting", "--forms", "F26", "-o", path).code == 2
    assert COLLEGE.run("form", "meeting", "--forms", "F19", "-o", "m.csv").code != 0


@case("/cli/forms/list")
def forms():
    there = {form["form"] for form in COLLEGE.ok("form", "list")["forms"]}
    assert there == {"roster", "F10", "F16", "F17", "F18", "F19", "F20", "F21", "F22", "F23", "F24", "F25", "F26", "F27",
                     "F33", "notice", "ledger", "slips", "slip", "establishment", "forecast"}, there
    for form in sorted(there):
        for kind in ("xlsx", "pdf", "csv"):
            path = COLLEGE.folder / f"{form}.{kind}"
            COLLEGE.ok("form", form, "--year", "2025", "--on", "2025-12-31", "-o", path)
            assert path.stat().st_size > 100, path


if __name__ == "__main__":
    with COLLEGE:
        code = main()
    sys.exit(code)
