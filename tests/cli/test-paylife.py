#!/usr/bin/env python3
"""test-paylife.py — every refusal and finding of the life of a pay run: each code triggered in a small college, and nearly.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import copy
import json
import shutil
import sqlite3
import subprocess
import sys
import time
import zipfile

from scanned import Scan
from tap import SOURCE, College, case, main, with_check_digit

COLLEGE = College("小院", 60)
PEOPLE = [("1001", "赵一", "机械系"), ("1002", "钱二", "机械系"), ("1003", "孙三", "机械系"),
          ("2001", "李四", "电气系"), ("2002", "周五", "电气系"), ("2003", "吴六", "电气系")]
ACCOUNTS = {"1001": "6222020000000000018", "1002": "6222020000000000026"}
BASE = {
    "name": "方案", "period": {"from": "2025-01-01", "to": "2025-12-31"}, "pool": "60000.00", "reserve_ratio": "0.1000",
    "components": [{"name": "常规", "ratio": "rest", "factors": ["assessment"]}],
    "coefficients": {"assessment": {"优秀": "1.2000", "合格": "1.0000", "基本合格": "0.6000", "不合格": "0.0000",
                                    "不确定档次": "0.8000"}},
}


def scheme(**changes):
    made = copy.deepcopy(BASE)
    made.update(changes)
    return COLLEGE.write("方案.json", json.dumps(made, ensure_ascii=False))


def act(who, *words):
    return COLLEGE.run("--as", who, *words)


def done(who, *words):
    result = act(who, *words)
    assert result.code == 0, (words, result.out, result.err)
    return result.json


def refused(code, who, *words):
    """A rule says no: exit 1, its code, a sentence in words."""
    result = act(who, *words)
    assert result.code == 1, (code, words, result.code, result.out, result.err)
    error = result.json["error"]
    assert error["code"] == code, (code, words, error)
    assert error["message"] and code not in error["message"] and "{" not in error["message"], error


def found(codes, who, *words, error=None):
    """Faults of what was given: exit 3 and exactly these findings, each a sentence."""
    result = act(who, *words)
    assert result.code == 3, (codes, words, result.code, result.out, result.err)
    got = [finding["code"] for finding in result.json["findings"]]
    assert got == codes, (words, got, codes)
    for finding in result.json["findings"]:
        assert finding["message"] and finding["code"] not in finding["message"], finding
        assert "{" not in finding["message"], finding
    if error:
        assert result.json["error"]["code"] == error, result.json["error"]


def csv(name, text):
    return COLLEGE.write(name, text)


def load(kind, text, *words):
    return COLLEGE.ok("import", kind, csv(f"{kind}.csv", text), *words)


def compute(who="甲", **changes):
    return str(done(who, "pay", "compute", "--scheme", scheme(**changes))["run"])


def walk(run, *, until="paid", on="2026-01-20"):
    """Through all states, as three people."""
    done("乙", "pay", "review", run, "--defaults")
    if until == "reviewed":
        return
    done("乙", "pay", "announce", run, "--from", "2026-01-05")
    if until == "announced":
        return
    done("丙", "pay", "approve", run, "--on", on)
    if until == "approved":
        return
    done("丙", "pay", "paid", run, "--on", on)


@case("/cli/pay-8/paylife/load")
def load_college():
    rows = "".join(f"{no},{name},{with_check_digit('3701021980010' + no)},{department},在编,专业技术,专技十级,2010-09-01,"
                   f"2010-09-01,{ACCOUNTS.get(no, '')}\n" for no, name, department in PEOPLE)
    load("people", "工号,姓名,身份证号,部门,人员类别,岗位类别,岗位等级,参加工作日期,来校日期,银行卡号\n" + rows)
    load("assessments", "年度,工号,档次\n" + "".join(f"2025,{no},合格\n" for no, _, _ in PEOPLE))


@case("/cli/pay-8/paylife/schemes-refused")
def schemes():
    two = {"by": "points"}
    found(["pay.department_coefficient"] * 2, "甲", "pay", "compute", "--scheme", scheme(levels=two),
          error="pay.inputs_missing")
    load("departments", "部门,序号,系数\n电气系,1,1.0000\n机械系,2,1.1000\n教务处,3,1.0000\n")
    found(["pay.weight_missing"], "甲", "pay", "compute", "--scheme",
          scheme(levels={"by": "fixed", "weights": {"机械系": "1.0000"}}), error="pay.inputs_missing")
    found(["pay.department_empty"], "甲", "pay", "compute", "--scheme",
          scheme(levels={"by": "fixed", "weights": {"机械系": "1.0000", "电气系": "1.0000", "教务处": "0.1000"}}),
          error="pay.inputs_missing")
    # Nearly: a weight of nothing for a department without people is no fault.
    done("甲", "pay", "compute", "--dry-run", "--scheme",
         scheme(levels={"by": "fixed", "weights": {"机械系": "1.0000", "电气系": "1.0000", "教务处": "0.0000"}}))
    refused("pay.pool_without_points", "甲", "pay", "compute", "--scheme",
            scheme(levels={"by": "fixed", "weights": {"机械系": "0.0000", "电气系": "0.0000"}}))
    for levels, code in (({"by": "fixed"}, "scheme.weights_missing"),
                         ({"by": "points", "weights": {"机械系": "1.0000"}}, "scheme.weights_unused"),
                         ({"by": "points", "components": ["没有"]}, "scheme.name_unknown"),
                         ({"by": "luck"}, "scheme.word_unknown")):
        result = act("甲", "pay", "compute", "--scheme", scheme(levels=levels))
        assert result.code in (1, 3) and code in result.out, (code, result.out)
    for key, value in (("tax", "some"), ("account", "X1"), ("leave_months", ["休息"])):
        result = act("甲", "pay", "compute", "--scheme", scheme(**{key: value}))
        assert result.code in (1, 3) and ("scheme.word_unknown" in result.out or "scheme.name_unknown" in result.out), result.out
    refused("pay.no_solution", "甲", "pay", "compute", "--scheme", scheme(floor={"amount": "9001.00"}))
    done("甲", "pay", "compute", "--dry-run", "--scheme", scheme(floor={"amount": "9000.00"}))


SPLIT = "工号,姓名,常规\n"


@case("/cli/pay-8/paylife/split-findings")
def splits():
    run = compute(levels="two", ceiling={"amount": "14000.00"}, floor={"amount": "4000.00"})
    pool = {row["name"]: row["pools"]["常规"] for row in COLLEGE.ok("pay", "splits", run)["departments"]}
    assert pool == {"机械系": "28285.71", "电气系": "25714.29"}, pool

    def sheet(text):
        return ["pay", "split", run, csv("分配.csv", text), "--department", "机械系"]

    good = SPLIT + "1001,赵一,9428.57\n1002,钱二,9428.57\n1003,孙三,9428.57\n"
    found(["split.department_unknown"], "甲", "pay", "split", run, csv("分配.csv", good), "--department", "没有系",
          error="split.faulty")
    found(["split.missing"], "甲", *sheet(SPLIT + "1001,赵一,9428.57\n1002,钱二,9428.57\n"))
    found(["split.missing"], "甲", *sheet(SPLIT + "1001,赵一,9428.57\n1002,钱二,\n1003,孙三,1\n"))
    found(["staff_no.unknown"], "甲", *sheet(good + "9999,谁,0\n"))
    found(["row.duplicate"], "甲", *sheet(good + "1003,孙三,9428.57\n"))
    found(["split.not_member"], "甲", *sheet(good + "2001,李四,0\n"))
    found(["split.negative"], "甲", *sheet(good.replace("1001,赵一,9428.57", "1001,赵一,-1.00")))
    found(["money.invalid"], "甲", *sheet(good.replace("1001,赵一,9428.57", "1001,赵一,约一万")))
    found(["money.invalid"], "甲", *sheet(good.replace("1001,赵一,9428.57", "1001,赵一,0.9万元")))
    found(["money.invalid"], "甲", *sheet(good.replace("1001,赵一,9428.57", "1001,赵一,9428.575")))
    for text, why in (("0.9万元", "万元"), ("９４２８．５７元", "元"), ("9428.575", "两位小数")):
        (finding,) = act("甲", *sheet(good.replace("1001,赵一,9428.57", f"1001,赵一,{text}"))).json["findings"]
        assert finding["row"] == 2 and finding["column"] == "常规" and why in finding["message"], finding
    # Full-width digits are digits, and a sign before them is none.
    for text in ("９４２８．５７", "￥9428.57"):
        done("甲", *sheet(good.replace("1001,赵一,9428.57", f"1001,赵一,{text}")))
        done("甲", "pay", "split", run, "--withdraw", "机械系")
    found(["money.unit"], "甲", *sheet("单位：万元,,\n" + SPLIT + "1001,赵一,0.94\n1002,钱二,0.94\n1003,孙三,0.94\n"))
    found(["split.sum"], "甲", *sheet(good.replace("9428.57\n1002", "9428.58\n1002")))
    result = act("甲", *sheet(good.replace("9428.57\n1002", "9428.58\n1002"))).json["findings"][0]
    assert result["row"] is None and result["column"] == "常规" and result["value"] == "28285.72", result
    found(["split.over_ceiling"], "甲", *sheet(SPLIT + "1001,赵一,14000.01\n1002,钱二,7142.85\n1003,孙三,7142.85\n"))
    found(["split.under_floor"], "甲", *sheet(SPLIT + "1001,赵一,14000.00\n1002,钱二,10285.72\n1003,孙三,3999.99\n"))
    result = act("甲", "pay", "split", run, csv("分配.csv", "工号,别的\n1001,1\n"), "--department", "机械系")
    assert result.code == 3 and "heading.missing" in result.out, result.out
    result = act("甲", "pay", "split", run, csv("分配.xlsx", b"PK\x03\x04 no workbook"), "--department", "机械系")
    assert result.code in (3, 4) and "file." in result.out, result.out
    # Nothing of all this changed the run; at the ceiling and over 0 at the floor is good.
    assert COLLEGE.ok("pay", "splits", run)["answered"] == 0
    taken = done("甲", *sheet(SPLIT + "1001,赵大,14000.00\n1002,钱二,10285.71\n1003,孙三,4000.00\n"))
    assert [finding["code"] for finding in taken["findings"]] == ["name.mismatch", "split.no_token"], taken
    refused("split.none", "甲", "pay", "split", run, "--withdraw", "电气系")
    refused("split.department_unknown", "甲", "pay", "split-sheets", run, "-o", COLLEGE.folder, "--department", "没有系")
    refused("split.unanswered", "乙", "pay", "review", run)
    refused("run.state", "甲", "pay", "correct", run)
    shown = COLLEGE.ok("pay", "show", run)
    total = sum(int(person["total"].replace(".", "")) for person in shown["people"])
    assert total + int(shown["reserve"].replace(".", "")) == 6000000, shown["reserve"]
    done("甲", "pay", "delete", run)
    one = compute()
    refused("split.one_level", "甲", "pay", "splits", one)
    refused("split.one_level", "甲", "pay", "split-sheets", one, "-o", COLLEGE.folder)
    refused("split.one_level", "甲", "pay", "split", one, csv("分配.csv", good), "--department", "机械系")
    done("甲", "pay", "delete", one)
    refused("run.unknown", "甲", "pay", "splits", one)


def fill(sheet, name, *, cells=None, hidden=(), merged=()):
    """The workbook that was sent out as a department sends it back: 9428.57 for each of three, but for @cells."""
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(sheet) as book:
        parts = {entry: book.read(entry) for entry in book.namelist()}
    text = parts[part].decode("utf-8")
    for row in (6, 7, 8):
        inner = (cells or {}).get(row, "<v>9428.57</v>")
        kind = ' t="e"' if "#DIV" in inner else ' t="inlineStr"' if "<is>" in inner else ""
        assert f'<c r="G{row}" s="6"/>' in text, text
        text = text.replace(f'<c r="G{row}" s="6"/>', f'<c r="G{row}" s="6"{kind}>{inner}</c>')
    for row in hidden:
        text = text.replace(f'<row r="{row}" ', f'<row r="{row}" hidden="1" ')
    for area in merged:
        text = text.replace('<mergeCells count="1">', f'<mergeCells count="2"><mergeCell ref="{area}"/>')
    parts[part] = text.encode("utf-8")
    with zipfile.ZipFile(COLLEGE.folder / name, "w", zipfile.ZIP_DEFLATED) as book:
        for entry, content in parts.items():
            book.writestr(entry, content)
    return COLLEGE.folder / name


@case("/cli/pay-8/paylife/workbooks-that-come-back")
def workbooks():
    """Merged cells, formulas with and without values, amounts as text, hidden rows, a sheet of last week."""
    run = compute(levels="two")
    folder = COLLEGE.folder / "下发" / "2025"  # made where it is not there yet
    done("甲", "pay", "split-sheets", run, "-o", folder)
    sent = folder / "二次分配-机械系.xlsx"

    def read(name, **changes):
        return ["pay", "split", run, fill(sent, name, **changes)]

    found(["money.invalid"], "甲", *read("无值.xlsx", cells={6: "<f>9428+0.57</f>"}))
    (finding,) = act("甲", *read("无值.xlsx", cells={6: "<f>9428+0.57</f>"})).json["findings"]
    assert finding["row"] == 6 and "公式还没有结果" in finding["message"], finding
    found(["money.invalid"], "甲", *read("出错.xlsx", cells={7: "<f>1/0</f><v>#DIV/0!</v>"}))
    found(["money.invalid"], "甲", *read("小数.xlsx", cells={6: "<v>9428.5714</v>"}))
    found(["money.invalid"], "甲", *read("带字.xlsx", cells={8: "<is><t>约9428.57</t></is>"}))
    found(["split.missing"] * 3, "甲", *read("空白.xlsx", cells={6: "", 7: "", 8: ""}))
    # One cell merged over two people says the same of both; what both get together is not to be guessed.
    found(["split.sum"], "甲", *read("合并.xlsx", cells={6: "<v>18857.14</v>", 7: ""}, merged=["G6:G7"]))
    assert COLLEGE.ok("pay", "splits", run)["answered"] == 0
    for name, changes, codes in (("公式.xlsx", {"cells": {6: "<f>9428+0.57</f><v>9428.57</v>"}}, []),
                                 ("浮点.xlsx", {"cells": {6: "<v>9428.5700000000015</v>"}}, []),
                                 ("文本.xlsx", {"cells": {6: "<is><t>9,428.57</t></is>"}}, []),
                                 ("隐藏.xlsx", {"hidden": [7]}, ["rows.hidden"])):
        taken = done("甲", *read(name, **changes))
        assert [finding["code"] for finding in taken["findings"]] == codes, (name, taken)
        assert taken["components"] == [{"name": "常规", "pool": "28285.71", "sum": "28285.71", "difference": "0.00"}], taken
    done("甲", "pay", "recompute", run)
    found(["split.stale"], "甲", *read("上周.xlsx"))
    done("甲", "pay", "delete", run)


@case("/cli/pay-10/paylife/adjust-findings")
def adjust():
    run = compute(ceiling={"amount": "9000.00"})
    adjusting = ["pay", "adjust", run]
    found(["adjust.no_reason"], "甲", *adjusting, "1001", "1.00", "--reason", " ", error="adjust.faulty")
    found(["adjust.zero"], "甲", *adjusting, "1001", "0", "--reason", "无")
    found(["run.person_unknown"], "甲", *adjusting, "9999", "1.00", "--reason", "无")
    found(["money.invalid"], "甲", *adjusting, "1001", "1.001", "--reason", "无")
    refused("adjust.total_negative", "甲", *adjusting, "1001", "-9000.01", "--reason", "多扣")
    refused("pay.reserve_short", "甲", *adjusting, "1001", "6000.01", "--reason", "多给")
    refused("adjust.unknown", "甲", *adjusting, "--undo", "1")
    sheet = csv("调整.csv", "工号,姓名,金额,原因\n1001,赵一,7000.00,竞赛\n1002,钱二,-1000.00,事故\n")
    taken = done("甲", *adjusting, "--file", sheet)
    assert taken["reserve"] == "0.00" and [line["n"] for line in taken["adjustments"]] == [1, 2], taken
    # Taking back what others were paid out of would leave nothing to pay it from.
    refused("pay.reserve_short", "甲", *adjusting, "--undo", "2")
    done("甲", *adjusting, "--undo", "1")
    assert done("甲", *adjusting, "1001", "0.01", "--reason", "再来")["adjustments"][-1]["n"] == 3
    result = act("甲", *adjusting, "1001", "1.00", "--reason", "超封顶")
    assert result.code == 0 and "adjust.over_ceiling" in result.out + result.err, (result.out, result.err)
    sheet = csv("调整.csv", "工号,金额,原因\n1001,1.00,\n9999,1,无\n1002,x,y\n1002,0,y\n")
    found(["adjust.no_reason", "run.person_unknown", "money.invalid", "adjust.zero"], "甲", *adjusting, "--file", sheet)
    for text in ("工号,金额（万元）,原因\n1001,1.00,奖\n", "单位：万元,,\n工号,金额,原因\n1001,1.00,奖\n"):
        found(["money.unit"], "甲", *adjusting, "--file", csv("调整.csv", text))
    found(["heading.missing"], "甲", *adjusting, "--file", csv("调整.csv", "工号,金额\n1001,1.00\n"))
    # The adjusted person leaves: nothing to adjust any more.
    load("assessments", "年度,工号,档次\n2025,1002,不合格\n", "--update")
    refused("adjust.orphan", "甲", "pay", "recompute", run)
    stale = COLLEGE.ok("pay", "stale", run)
    assert stale["count"] == 1 and stale["changes"][0]["item"] == "grade", stale
    refused("run.stale", "乙", "pay", "review", run)
    load("assessments", "年度,工号,档次\n2025,1002,合格\n", "--update")
    # What was changed and changed back is none.
    assert COLLEGE.ok("pay", "stale", run)["count"] == 0
    done("甲", "pay", "delete", run)


@case("/cli/pay-11/paylife/moves-refused")
def moves():
    run = compute()
    refused("run.same_person", "甲", "pay", "review", run)
    refused("run.same_person", " 甲 ", "pay", "review", run)
    refused("run.state", "乙", "pay", "announce", run, "--from", "2026-01-05")
    refused("run.state", "乙", "pay", "objection", run, "--by", "1001", "--text", "早", "--on", "2026-01-05")
    done("乙", "pay", "review", run)
    refused("run.state", "甲", "pay", "adjust", run, "1001", "1.00", "--reason", "晚")
    refused("run.state", "甲", "pay", "recompute", run)
    refused("run.state", "甲", "pay", "delete", run)
    refused("run.state", "甲", "pay", "rename", run, "别名")
    refused("notice.too_short", "乙", "pay", "announce", run, "--from", "2026-01-05", "--days", "4")
    refused("notice.too_short", "乙", "pay", "announce", run, "--from", "2026-01-05", "--days", "0")
    refused("calendar.missing", "乙", "pay", "announce", run, "--from", "2090-01-05")
    moved = done("乙", "pay", "announce", run, "--from", "2026-01-05")
    assert (moved["from"], moved["to"], moved["days"]) == ("2026-01-05", "2026-01-09", 5), moved
    refused("objection.early", "乙", "pay", "objection", run, "--by", "1001", "--text", "早", "--on", "2026-01-04")
    listed = done("乙", "pay", "objection", run, "--by", "1001", "--text", "少算", "--on", "2026-01-09")
    assert listed["open"] == 1 and not listed["objections"][0]["late"], listed
    assert done("乙", "pay", "objection", run, "--by", "某", "--text", "迟", "--on", "2026-01-10")["objections"][1]["late"]
    refused("objection.unknown", "乙", "pay", "answer", run, "3", "--text", "无", "--on", "2026-01-10")
    refused("objection.answer_early", "乙", "pay", "answer", run, "1", "--text", "早", "--on", "2026-01-08")
    refused("notice.running", "丙", "pay", "approve", run, "--on", "2026-01-09")
    refused("objection.open", "丙", "pay", "approve", run, "--on", "2026-01-12")
    done("乙", "pay", "answer", run, "1", "--text", "有理", "--on", "2026-01-10", "--upheld")
    refused("objection.upheld", "丙", "pay", "approve", run, "--on", "2026-01-12")
    done("乙", "pay", "answer", run, "1", "--text", "再核无误", "--on", "2026-01-11")
    refused("run.same_person", "甲", "pay", "approve", run, "--on", "2026-01-12")
    refused("run.same_person", "乙", "pay", "approve", run, "--on", "2026-01-12")
    refused("total.cap_missing", "丙", "pay", "approve", run, "--on", "2026-01-12")
    load("pay-ledger", "年度,月份,科目,金额,来源,文号\n2025,0,核定总量,53999.99,财政,人社1号\n")
    refused("cap.exceeded", "丙", "pay", "approve", run, "--on", "2026-01-12")
    load("pay-ledger", "年度,月份,科目,金额,来源,文号\n2025,1,核定总量,54000.00,财政,人社2号\n")
    done("丙", "pay", "approve", run, "--on", "2026-01-12")
    refused("run.no_reason", "乙", "pay", "reopen", run, "--reason", " ")
    done("乙", "pay", "reopen", run, "--reason", "重来")
    shown = COLLEGE.ok("pay", "show", run)
    assert shown["state"] == "computed" and shown["reviewed_by"] is None and shown["notice"] is None, shown["notice"]
    done("甲", "pay", "delete", run)
    x3 = compute(account="X3")
    done("乙", "pay", "review", x3)
    refused("total.x3_unapproved", "丙", "pay", "approve", x3, "--on", "2026-01-12", "--no-notice", "免公示1号")
    done("丙", "pay", "approve", x3, "--on", "2026-01-12", "--no-notice", "免公示1号", "--document", "批1号")
    assert COLLEGE.ok("pay", "show", x3)["marks"] == ["pay.no_notice"]
    codes = [finding["code"] for finding in COLLEGE.ok("pay", "watch", "--year", "2025")["findings"]]
    assert codes == ["pay.no_notice"], codes
    watched = Scan(COLLEGE)
    watched.finds("pay.no_notice", x3)
    watched.misses("pay.stale", "pay.approved_stale")
    done("乙", "pay", "reopen", x3, "--reason", "不发了")
    assert COLLEGE.ok("pay", "watch", "--year", "2025")["findings"] == []
    done("甲", "pay", "delete", x3)


@case("/cli/pay-15/paylife/level-refused")
def level():
    COLLEGE.ok("param", "set", "pay.L", "1000.00", "--from", "2025-01-01", "--source", "测")
    run = compute()
    done("乙", "pay", "review", run)
    done("乙", "pay", "announce", run, "--from", "2026-01-05")
    refused("total.level_refused", "丙", "pay", "approve", run, "--on", "2026-01-12")
    COLLEGE.ok("param", "set", "pay.L", "1800.00", "--from", "2025-01-01", "--source", "测")
    done("丙", "pay", "approve", run, "--on", "2026-01-12")
    COLLEGE.ok("param", "set", "pay.L", "90000.00", "--from", "2025-01-01", "--source", "测")
    done("乙", "pay", "reopen", run, "--reason", "完")
    done("甲", "pay", "delete", run)


@case("/cli/pay-12/paylife/corrections-refused")
def corrections():
    run = compute(tax="none")
    # The state comes before the day that is wanted, and is a refusal like any other.
    for words in ((), ("--on", "2026-01-20")):
        refused("run.state", "丙", "pay", "bank", run, *words, "-o", COLLEGE.folder / "b.csv")
    walk(run, until="approved")
    assert act("丙", "pay", "bank", run, "-o", COLLEGE.folder / "b.csv").code == 2
    refused("run.state", "甲", "pay", "correct", run)
    refused("paid.before_approval", "丙", "pay", "paid", run, "--on", "2026-01-19")
    found(["bank.account_missing"] * 4, "丙", "pay", "bank", run, "--on", "2026-01-20", "-o", COLLEGE.folder / "b.csv",
          error="bank.faulty")
    refused("bank.template_unknown", "丙", "pay", "bank", run, "--on", "2026-01-20", "--template", "没有", "-o",
            COLLEGE.folder / "b.csv")
    load("bank-accounts", "工号,户名,账号\n" + "".join(f"{no},{name},62220200000000000{no[0]}{no[3]}\n" for no, name, _ in PEOPLE[2:])
         .replace("6222020000000000023", "6222020000000000022"))
    found(["bank.account_repeated"], "丙", "pay", "bank", run, "--on", "2026-01-20", "-o", COLLEGE.folder / "b.csv")
    load("bank-accounts", "工号,户名,账号\n2003,\"吴,六\",123456789012\n", "--update")
    found(["bank.text"], "丙", "pay", "bank", run, "--on", "2026-01-20", "-o", COLLEGE.folder / "b.csv")
    assert not (COLLEGE.folder / "b.csv").exists()
    # A workbook has no separators to be careful of.
    listed = done("丙", "pay", "bank", run, "--on", "2026-01-20", "-o", COLLEGE.folder / "b.xlsx")
    assert listed["count"] == 6 and listed["total"] == "54000.00", listed
    load("bank-accounts", "工号,户名,账号\n2003,吴六,123456789012\n", "--update")
    done("丙", "pay", "paid", run, "--on", "2026-01-20")
    refused("run.paid", "乙", "pay", "reopen", run, "--reason", "错")
    refused("correct.nothing", "甲", "pay", "correct", run)
    load("assessments", "年度,工号,档次\n2025,1001,优秀\n", "--update")
    refused("correct.scheme", "甲", "pay", "correct", run, "--scheme", scheme(pool="60001.00"))
    first = str(done("甲", "pay", "correct", run, "--from", "reserve", "--settle", "now")["run"])
    refused("correct.open", "甲", "pay", "correct", run)
    refused("run.is_correction", "甲", "pay", "correct", first)
    refused("run.is_correction", "甲", "pay", "split-sheets", first, "-o", COLLEGE.folder)
    refused("run.is_correction", "甲", "pay", "splits", first)
    refused("run.is_correction", "甲", "pay", "recompute", first)
    refused("run.is_correction", "甲", "pay", "adjust", first, "1001", "1.00", "--reason", "无")
    refused("run.is_correction", "甲", "pay", "adjust", first)
    refused("run.is_correction", "甲", "pay", "split", first, csv("分配.csv", SPLIT), "--department", "机械系")
    done("甲", "pay", "delete", first)
    changed = scheme(coefficients={"assessment": dict(BASE["coefficients"]["assessment"], 优秀="1.5000")})
    first = str(done("甲", "pay", "correct", run, "--scheme", changed)["run"])
    refused("run.state", "丙", "pay", "paid", first, "--on", "2026-01-25")
    walk(first, on="2026-01-25")
    load("assessments", "年度,工号,档次\n2025,1002,优秀\n", "--update")
    refused("correct.scheme_reserve", "甲", "pay", "correct", run, "--from", "reserve")
    second = str(done("甲", "pay", "correct", run, "--settle", "next")["run"])
    refused("correct.settles_next", "甲", "pay", "net", second, "--on", "2026-01-30")
    walk(second, until="approved", on="2026-01-26")
    refused("correct.settles_next", "丙", "pay", "paid", second, "--on", "2026-01-30")
    # An approved one that settles later is no hindrance; one that a later correction follows stays.
    load("assessments", "年度,工号,档次\n2025,1003,优秀\n", "--update")
    third = str(done("甲", "pay", "correct", run)["run"])
    refused("correct.open", "乙", "pay", "reopen", second, "--reason", "错")
    done("甲", "pay", "delete", third)
    shown = COLLEGE.ok("pay", "show", second)
    paid = [COLLEGE.ok("pay", "show", number) for number in (run, first, second)]
    total = sum(int(view["total"].replace(".", "")) for view in paid)
    assert total + int(shown["reserve"].replace(".", "")) == 6000000, (total, shown["reserve"])
    # The list says of a correction what it adds, not the pool it was computed from.
    listed = {str(row["run"]): (row["total"], row["reserve"]) for row in COLLEGE.ok("pay", "list")["runs"]}
    assert listed[str(second)] == (shown["total"], shown["reserve"]), (listed, shown["total"])


@case("/cli/pay-16/paylife/owed-refused")
def owed():
    refused("person.unknown", "丙", "pay", "collect", "9999", "1.00", "--on", "2026-02-01", "--document", "收1号")
    refused("collect.too_much", "丙", "pay", "collect", "1001", "0.01", "--on", "2026-02-01", "--document", "收1号")


@case("/cli/tax-4/paylife/salary-missing")
def salary():
    run = compute(tax="monthly", pool="600.00", account="X3")
    found(["tax.salary_missing"] * 6, "丙", "pay", "net", run, "--on", "2026-01-20", error="tax.inputs_missing")
    load("salary", "年度,月份,工号,应发,基本工资\n" + "".join(f"2026,1,{no},6000.00,4000.00\n" for no, _, _ in PEOPLE))
    net = done("丙", "pay", "net", run, "--on", "2026-01-20")
    assert {person["way"] for person in net["people"]} == {"monthly"}, net["totals"]
    assert float(net["totals"]["tax"]) > 0, net["totals"]
    found(["tax.salary_missing"] * 6, "丙", "pay", "net", run, "--on", "2026-02-20")
    done("甲", "pay", "delete", run)


@case("/cli/pay-14/paylife/leave-findings")
def leave():
    load("leaves", "工号,类别,起,止\n1001,病假,2025-03-03,2025-03-07\n")
    found(["leave.base_missing"], "甲", "leave", "sheet", "--year", "2025", error="leave.inputs_missing")
    load("salary", "年度,月份,工号,应发,基本工资\n2025,2,1001,6000.00,4000.00\n")
    rows = COLLEGE.ok("leave", "sheet", "--year", "2025")["rows"]
    assert [(row["base"], row["deduction"]) for row in rows] == [("4000.00", "0.00")], rows


@case("/cli/aud-3/paylife/findings")
def findings():
    """Each finding of the area, and what nearly is one."""
    head = "项目编号,项目名称,项目类别,班次,日期,节次,工号,课程类型,人数,课时,计酬方式\n"
    Scan(COLLEGE).misses("pay.hours_on_leave", "pay.double_hours", "pay.talent_twice", "pay.same_person", "pay.no_notice",
                         "pay.approved_stale")
    # In a leave and just outside of it; within a lesson by fee, as workload, and an hour later.
    load("training", head
         + "PX1,甲,金蓝领,1期,2025-03-07,1-2,1001,理论,40,2,计工作量\n"
         + "PX1,甲,金蓝领,1期,2025-03-08,1-2,1001,理论,40,2,计工作量\n"
         + "PX1,甲,金蓝领,1期,2025-03-10,3-4,2001,理论,40,2,发课酬\n"
         + "PX1,甲,金蓝领,1期,2025-03-17,3-4,2001,理论,40,2,计工作量\n"
         + "PX1,甲,金蓝领,1期,2025-03-24,5-6,2001,理论,40,2,发课酬\n")
    result = COLLEGE.run("import", "timetable", csv("课表.csv", "学期,工号,星期,节次,起止周,单双周,课程,班级\n"
                                                             "2025春,2001,一,3-4,1-18,每周,电工,1班\n"))
    assert result.code == 0, result.out  # where the weeks of the term lie is not known yet
    COLLEGE.ok("param", "set", "load.term_start", '{"2025春": "2025-02-24"}', "--from", "2025-01-01", "--source", "校历")
    load("parttime", "协议号,姓名,身份证号,聘期起,聘期止\nJ1,赵一," + with_check_digit("37010219800101001") + ",2025-03-01,2025-06-30\n")
    watched = COLLEGE.run("pay", "watch", "--year", "2025")
    got = [(finding["code"], finding["staff_no"], finding["date"]) for finding in watched.json["findings"]]
    assert watched.code == 1 and got == [
        ("pay.hours_on_leave", "1001", "2025-03-07"), ("parttime.own_staff", "1001", None),
        ("pay.double_hours", "2001", "2025-03-10")], got
    assert all(finding["message"] and "{" not in finding["message"] for finding in watched.json["findings"])
    # Paid already: somebody with a talent contract, and inputs that changed since.
    load("talents", "工号,方式,年度,金额,批文号\n2003,年薪,2025,200000.00,人社9号\n")
    watched = Scan(COLLEGE)
    of_kind = {kind: [item["subject"] for item in watched.items if item["kind"] == kind] for kind in
               ("pay.hours_on_leave", "pay.double_hours", "pay.talent_twice", "pay.stale")}
    assert len(of_kind["pay.hours_on_leave"]) == len(of_kind["pay.double_hours"]) == 1, of_kind
    assert all(subject.endswith("|2003") for subject in of_kind["pay.talent_twice"]), of_kind
    watched.finds("pay.hours_on_leave", *of_kind["pay.hours_on_leave"])
    watched.finds("pay.double_hours", *of_kind["pay.double_hours"])
    watched.finds("pay.talent_twice", *of_kind["pay.talent_twice"])
    watched.finds("pay.stale", *of_kind["pay.stale"])
    watched.misses("pay.same_person", "pay.no_notice", "pay.approved_stale")
    due = {(item["kind"], item["key"]) for item in COLLEGE.ok("due")["items"]}
    assert any(kind == "run.stale" for kind, _ in due), due


@case("/cli/pay-11/paylife/warn-only")
def warn_only():
    """pay.four_eyes = warn lets one person do it all and marks the run; so does a stale run that was accepted."""
    COLLEGE.ok("param", "set", "pay.four_eyes", "warn", "--from", "2020-01-01", "--source", "校长办公会")
    run = compute(pool="600.00")
    done("甲", "pay", "review", run)
    done("甲", "pay", "announce", run, "--from", "2026-01-05")
    load("assessments", "年度,工号,档次\n2025,2001,优秀\n", "--update")
    refused("run.stale", "甲", "pay", "approve", run, "--on", "2026-01-12", "--document", "批2号")
    done("甲", "pay", "approve", run, "--on", "2026-01-12", "--document", "批2号", "--accept-stale", "下月更正")
    assert sorted(COLLEGE.ok("pay", "show", run)["marks"]) == ["pay.approved_stale", "pay.same_person"]
    done("甲", "pay", "paid", run, "--on", "2026-01-12")
    codes = [finding["code"] for finding in COLLEGE.run("pay", "watch", "--year", "2025").json["findings"]]
    assert codes[:3] == ["pay.over_cap", "pay.same_person", "pay.approved_stale"], codes
    watched = Scan(COLLEGE)
    watched.finds("pay.same_person", run)
    watched.finds("pay.approved_stale", run)
    (over,) = [finding for finding in COLLEGE.run("pay", "watch", "--year", "2025").json["findings"]
               if finding["code"] == "pay.over_cap"]
    assert over["severity"] == "warning", over


@case("/cli/pay-11/paylife/two-at-once")
def race():
    """Two processes approve, then pay, the same run: one does, the other is told why not; killed midway it is done or not."""
    run = compute(pool="120.00", account="X3")
    done("乙", "pay", "review", run)
    for words, state in ((("pay", "approve", run, "--on", "2026-02-02", "--no-notice", "免1号", "--document", "批3号"), "approved"),
                         (("pay", "paid", run, "--on", "2026-02-02"), "paid")):
        kept = COLLEGE.db.read_bytes()
        for moment in range(3):
            process = subprocess.Popen(COLLEGE.command("--as", "丙", *words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.01 * (moment + 1) ** 2)
            process.kill()
            code = process.wait()
            found = COLLEGE.ok("pay", "show", run)["state"]
            assert found == state or code != 0, (found, code)
            assert COLLEGE.run("verify").code == 0
            if found == state:
                for leftover in COLLEGE.folder.glob("college.db-*"):
                    leftover.unlink()
                COLLEGE.db.write_bytes(kept)
        both = [subprocess.Popen(COLLEGE.command("--as", who, *words), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                for who in ("丙", "丁")]
        ends = [process.communicate()[0].decode() for process in both]
        assert sorted(process.returncode for process in both) == [0, 1], ends
        (loser,) = [out for process, out in zip(both, ends) if process.returncode == 1]
        assert json.loads(loser)["error"]["code"] == "run.state" and json.loads(loser)["error"]["message"], loser
        assert COLLEGE.ok("pay", "show", run)["state"] == state
    history = COLLEGE.ok("pay", "net", run)
    assert history["totals"]["total"] == "108.00", history["totals"]


@case("/cli/pay-11/paylife/released-version")
def released():
    """A database of the released version is migrated: its run opens with revision 1, is never stale and goes its way."""
    golden = SOURCE / "tests" / "store" / "golden" / "college-v6.db"
    with College("旧院", 60) as college:
        college.ok("import", "people", COLLEGE.folder / "people.csv")
        college.ok("import", "assessments", csv("assessments.csv", "年度,工号,档次\n" + "".join(f"2025,{no},合格\n"
                                                                                        for no, _, _ in PEOPLE)))
        college.ok("--as", "甲", "pay", "compute", "--scheme", scheme())
        old = college.folder / "old.db"
        shutil.copy(golden, old)
        database = sqlite3.connect(old, isolation_level=None)
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("ATTACH ? AS today", (str(college.db),))
        for name, in database.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                                      " AND name <> 'schema_versions'").fetchall():
            today = {row[1] for row in database.execute(f"PRAGMA today.table_info({name})")}
            columns = ",".join(row[1] for row in database.execute(f"PRAGMA main.table_info({name})") if row[1] in today)
            database.execute(f"DELETE FROM main.{name}")
            database.execute(f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM today.{name}")
        database.close()
        college.db = old
        shown = college.ok("pay", "show", "1")
        assert shown["revision"] == 1 and shown["stale"] == 0 and shown["state"] == "computed", shown
        assert shown["corrects"] is None and shown["total"] == "54000.00", shown
        assert college.ok("--as", "乙", "pay", "review", "1")["state"] == "reviewed"


@case("/cli/aud-1/paylife/refusals-are-in-the-log")
def logged():
    database = sqlite3.connect(f"file:{COLLEGE.db}?mode=ro", uri=True)
    kinds = {row[0] for row in database.execute("SELECT DISTINCT kind FROM acts WHERE refused = 1")}
    database.close()
    assert {"pay.compute", "pay.split", "pay.adjust", "pay.review", "pay.announce", "pay.approve", "pay.paid",
            "pay.correct", "pay.reopen", "pay.bank", "pay.collect"} <= kinds, kinds
    assert COLLEGE.run("verify").code == 0


if __name__ == "__main__":
    sys.exit(main())
