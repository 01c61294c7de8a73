#!/usr/bin/env python3
"""test-recruit.py — a year of recruitment, the establishment and part-time teachers, from the untidy sheets to
the last figure (rec-1 … rec-29, tax-3): samples/recruit-2025 with its expected.json, and each trap of traps.md.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import json
import shutil
import sys

from scanned import Scan
from tap import SOURCE, College, case, main

SAMPLES = SOURCE / "tests" / "samples" / "recruit-2025"
WANT = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
PLAN = WANT["plan"]["batch"]
COLLEGE = College(name=WANT["init"]["name"], establishment=WANT["init"]["establishment"])


def differences(got, want, where=""):
    if isinstance(want, dict):
        for key, value in want.items():
            if not isinstance(got, dict) or key not in got:
                yield f"{where}.{key}: missing"
            else:
                yield from differences(got[key], value, f"{where}.{key}")
    elif isinstance(want, list):
        if not isinstance(got, list) or len(got) != len(want):
            yield f"{where}: {len(got)} entries, not {len(want)}"
        for index, (a, b) in enumerate(zip(got, want)):
            name = want[index].get("post", want[index].get("ticket", index)) if isinstance(b, dict) else index
            yield from differences(a, b, f"{where}[{name}]")
    elif got != want:
        yield f"{where}: {got!r}, not {want!r}"


def assert_same(got, want):
    found = list(differences(got, want))
    assert not found, "\n".join(found[:20])


def refused(code, *words):
    result = COLLEGE.run(*words)
    assert result.code == 1, (result.code, result.out, result.err)
    assert result.json["error"]["code"] == code, result.json["error"]
    return result.json


def copied():
    """The college as it is now, to be spoilt."""
    college = College(init=False)
    shutil.copy(COLLEGE.db, college.db)
    return college


@case("/cli/rec-15/sample-import")
def imports():
    COLLEGE.ok("recruit", "plan", PLAN, "--cutoff", WANT["plan"]["cutoff"])
    mismatches = []
    for entry in WANT["files"]:
        if entry["file"] == "专家评议成绩.xlsx":
            with copied() as college:  # applicants and judges, nobody has marked yet
                Scan(college, "2025-05-01").misses("recruit.few_judges", "recruit.judge_related", "recruit.judge_same_employer")
        if entry["kind"] == "applicants":
            with copied() as college:  # posts without anybody
                Scan(college, "2025-05-01").misses("recruit.tailored")
        options = [word for key, value in entry["set"].items() for word in ("--set", f"{key}={value}")]
        result = COLLEGE.ok("import", entry["kind"], SAMPLES / entry["file"], *options)
        mismatches += [finding for finding in result["findings"] if finding["code"] == "score.mismatch"]
        assert result["rejected"] == 0, result
    assert len(mismatches) == len(WANT["score_mismatch"]), mismatches


@case("/cli/rec-12/sample-ledger")
def ledger():
    for want in WANT["establishment"]:
        assert_same(COLLEGE.ok("establishment", "--on", want["date"]), want)
    assert_same(COLLEGE.ok("establishment", "list")["rows"], WANT["ledger"])


@case("/cli/rec-14/sample-forecast")
def forecast():
    assert_same(COLLEGE.ok("establishment", "forecast", "--from", WANT["forecast"]["from"]), WANT["forecast"])


@case("/cli/rec-9/rec-24/sample-quota")
def quota():
    for want in WANT["quota"]:
        assert_same(COLLEGE.ok("quota", "--on", want["date"]), want)
    assert_same(COLLEGE.ok("quota", "year", "--year", WANT["quota_year"]["year"]), WANT["quota_year"])


@case("/cli/rec-24/rec-25/sample-parttime")
def parttime():
    due = WANT["due"]
    assert_same(COLLEGE.ok("parttime", "due", "--on", due["on"], "--days", due["days"]), due)
    assert_same(COLLEGE.ok("parttime", "check")["warnings"], WANT["parttime_warnings"])


@case("/cli/rec-8/rec-16/rec-17/sample-screen")
def screen():
    assert_same(COLLEGE.ok("recruit", "screen", PLAN)["applicants"], WANT["screen"])


@case("/cli/rec-1/rec-6/sample-exam")
def exam():
    assert_same(COLLEGE.ok("exam", "score", PLAN)["positions"], WANT["exam"])


@case("/cli/rec-21/sample-result")
def result_():
    assert_same(COLLEGE.ok("recruit", "result", PLAN)["positions"], WANT["result"])


@case("/cli/rec-26/tax-3/sample-fees")
def fees():
    for want in WANT["fees"]:
        got = COLLEGE.ok("fees", "compute", "--from", want["from"], "--to", want["to"], "--paid-on", want["paid_on"],
                         "--keep")
        assert_same(got, want)


@case("/cli/rec-10/rec-27/sample-funding")
def funding():
    got = COLLEGE.ok("funding", "--year", WANT["funding"]["year"])
    assert_same(got, WANT["funding"])


@case("/cli/rec-29/sample-findings")
def findings():
    got = COLLEGE.ok("recruit", "findings", PLAN, "--from", "2025-01-01", "--to", "2025-12-31")
    assert_same(got["findings"], WANT["findings"])


@case("/cli/aud-3/recruit/kinds")
def kinds():
    """What the sample has, some of it put right; what it has not, done against the rule with an approval."""
    with copied() as college:
        found = Scan(college, "2025-05-01")
        few = found.finds("recruit.few_judges", "A01|面试")
        assert few["facts"]["judges"] == 5 and few["concerns"]["staff_no"] is None, few
        found.finds("recruit.judge_related", "T07|3|2025013001")
        found.finds("recruit.judge_same_employer", *(f"{one['post']}|{one['detail']['employer']}" for one in WANT["findings"]
                                                     if one["code"] == "recruit.judge_same_employer"))
        assert found.finds("recruit.tailored", "A06|2025006003", "T06|2025012001")["severity"] == "warning"
        found.finds("recruit.override", "T04|2025010012")
        found.misses("recruit.notice_short", "recruit.direct_no_basis", "recruit.maker_checker", "recruit.score_changed")
        college.ok("param", "set", "recruit.judges_min", 5, "--from", "2025-01-01", "--source", "校办")
        college.ok("recruit", "review", PLAN, "T04", "2025010012", "不合格", "--reason", "不符合条件", "--second", "复审")
        # Against the rules, with an approval, or by the same hand.
        step = ("recruit", "step", PLAN, "T07")
        college.ok(*step, "approve", "--on", "2025-05-06", "--source", "鲁人社函〔2025〕1号", "--approval", "批1")
        college.ok(*step, "announce", "--on", "2025-05-06")
        Scan(college, "2025-05-12").misses("recruit.notice_short", "recruit.override")
        college.ok(*step, "screen", "--on", "2025-05-13", "--approval", "批2")
        college.ok("recruit", "review", PLAN, "T05", "2025011002", "合格", "--reason", "特殊人才", "--second", "复审")
        college.ok("recruit", "review", PLAN, "T04", "2025010012", "不合格", "--reason", "复查", "--second", "测试")
        found = Scan(college, "2025-05-13")
        found.misses("recruit.few_judges")
        assert "2025-05-13" in found.finds("recruit.notice_short", f"{PLAN}|T07")["message"]
        found.finds("recruit.direct_no_basis", "T05|2025011002")
        found.finds("recruit.maker_checker", "T04|2025010012")


# ---- the forms, compared with what the commands are to print ----

def form(name, *options):
    """The rows of a form under their headings."""
    path = COLLEGE.folder / f"{name}.csv"
    COLLEGE.ok("form", name, *options, "-o", path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    return [dict(zip(rows[0], row)) for row in rows[1:] if row[0] not in ("合计", "小计")]


@case("/cli/rec-15/form-f01")
def form_f01():
    rows = form("F01", "--plan", PLAN)
    posts = COLLEGE.ok("recruit", "list", PLAN)["positions"]
    assert [(row["岗位代码"], row["招聘人数"]) for row in rows] == [(p["post"], str(p["people"])) for p in posts]
    assert {row["岗位代码"]: row["开考比例"] for row in rows}["A03"] == "不设"
    assert any("放宽：" in row["备注"] for row in rows), rows


@case("/cli/rec-16/form-f02")
def form_f02():
    words = {"qualified": "合格", "refused": "不合格", "review": "待审"}
    got = {row["准考证号"]: row["审查意见"] for row in form("F02", "--plan", PLAN)}
    assert got == {one["ticket"]: words[one["state"]] for one in WANT["screen"]}
    reasons = {row["准考证号"]: row["不合格原因"] for row in form("F02", "--plan", PLAN, "--post", "T04")}
    assert any(text.startswith("年龄：要求") and "实为41" in text for text in reasons.values()), reasons
    refused("position.unknown", "form", "F02", "--plan", PLAN, "--post", "X99", "-o", COLLEGE.folder / "x.csv")


@case("/cli/rec-2/form-f03")
def form_f03():
    empty = form("F03a", "--plan", PLAN, "--post", "T07", "--component", "面试")
    assert list(empty[0]) == ["抽签号", "试讲（50）", "答辩（30）", "实操（20）", "合计"], empty[0]
    post = next(one for one in WANT["exam"] if one["post"] == "T07")
    draws = [row["抽签号"] for row in empty if row["抽签号"].isdigit()]
    assert set(draws) == {str(n + 1) for n in range(post["qualified"] + 2)} and draws.count("1") > 1, draws
    filled = form("F03b", "--plan", PLAN, "--post", "T07", "--component", "面试")
    results = ["去掉最高分", "去掉最低分", "有效分合计", "平均分", "备注"]
    assert list(filled[0]) == ["抽签号"] + [f"考官{n}" for n in range(1, 8)] + results, filled[0]
    assert {row["抽签号"]: row["平均分"] or None for row in filled} == \
        {one["ticket"]: one["scores"]["面试"] for one in post["applicants"]}
    assert any(row["考官5"] == "回避" for row in filled), filled
    refused("component.unknown", "form", "F03b", "--plan", PLAN, "--post", "T07", "--component", "口试",
            "-o", COLLEGE.folder / "x.csv")


@case("/cli/rec-4/rec-6/form-f04")
def form_f04():
    rows = form("F04", "--plan", PLAN)
    want = [one for post in WANT["exam"] if not post["cancelled"] for one in post["applicants"]]
    assert [row["准考证号"] for row in rows] == [one["ticket"] for one in want]
    for row, one in zip(rows, want):
        assert (row["总成绩"], row["名次"]) == (one["total"] or "", str(one["rank"] or "")), (row, one)
        assert row["是否进入"] == ("是" if one["shortlisted"] else "需加试" if one["extra_needed"] else ""), (row, one)
    refused("form.no_data", "form", "F04", "--plan", PLAN, "--post", "T02", "-o", COLLEGE.folder / "x.csv")


@case("/cli/rec-1/form-ticket")
def form_ticket():
    """A strip a person on paper is a row a person in the file."""
    rows = form("ticket", "--plan", PLAN, "--where", "5月10日 实训楼")
    want = {one["ticket"] for post in WANT["exam"] if post["components"] for one in post["applicants"]}
    assert want and want <= {row["准考证号"] for row in rows}, rows[:2]
    assert {row["时间、地点"] for row in rows} == {"5月10日 实训楼"} and all("*" in row["身份证号"] for row in rows)


@case("/cli/rec-8/form-f06")
def form_f06():
    one = next(one for one in WANT["screen"] if one["post"] == "T05" and one["state"] == "qualified")
    for name in ("F06.pdf", "F06.xlsx"):
        COLLEGE.ok("form", "F06", "--plan", PLAN, "--ticket", one["ticket"], "-o", COLLEGE.folder / name)
    other = next(one for one in WANT["screen"] if one["post"] == "T01")
    refused("form.no_data", "form", "F06", "--plan", PLAN, "--ticket", other["ticket"], "-o", COLLEGE.folder / "x.pdf")


@case("/cli/rec-9/form-f07")
def form_f07():
    day = WANT["quota"][1]
    rows = form("F07", "--on", day["date"])
    assert len(rows) == day["contracts"], (len(rows), day)
    assert all("********" in row["身份证号"] for row in rows)
    year = form("F07", "--year", WANT["quota_year"]["year"])
    assert len(year) >= len(rows) and {row["协议号"] for row in rows} <= {row["协议号"] for row in year}


@case("/cli/rec-27/form-f08")
def form_f08():
    path = COLLEGE.folder / "F08.csv"
    COLLEGE.ok("form", "F08", "--year", WANT["funding"]["year"], "-o", path)
    text = path.read_text(encoding="utf-8-sig")
    for month in WANT["funding"]["months"]:
        assert f"\n{month['month']},{month['person_months']},{month['computed']}" in text, (month, text)
    refused("form.no_year", "form", "F08", "--year", "1999", "-o", path)


@case("/cli/rec-26/form-f09")
def form_f09():
    sheets = COLLEGE.ok("fees", "list")["sheets"]
    for sheet, want in zip(sheets, WANT["fees"]):
        rows = form("F09", "--sheet", sheet["sheet"])
        assert sorted((row["课时"], row["标准"], row["应发"], row["代扣税"], row["实发"]) for row in rows) == \
            sorted((line["hours"], line["rate"], line["gross"], line["tax"], line["net"]) for line in want["lines"])
        bank = form("fee-bank", "--sheet", sheet["sheet"])
        assert len(bank) == want["totals"]["people"], (bank, want["totals"])
    columns = ["序号", "部门", "姓名", "身份证号", "银行卡号", "课时", "标准", "应发", "代扣税", "实发", "领取人签字"]
    assert list(form("F09", "--sheet", sheets[0]["sheet"])[0]) == columns
    second = form("F09", "--sheet", sheets[1]["sheet"])
    assert list(second[0]) == [*columns, "备注"], second[0]
    assert any(row["备注"] == "本月前次已发 4,000.00" for row in second), second
    refused("sheet.unknown", "form", "F09", "--sheet", "99", "-o", COLLEGE.folder / "x.csv")


@case("/cli/rec-12/rec-14/form-establishment")
def form_establishment():
    rows = form("establishment")
    assert [(row["核定数"], row["冻结数"]) for row in rows] == \
        [(str(row["approved"]), str(row["frozen"])) for row in WANT["ledger"]]
    months = form("forecast", "--on", "2026-01-01")
    assert [(row["月份"].replace(".", "-"), row["在编"], row["空编"], row["退休"]) for row in months] == \
        [(m["month"], str(m["occupied"]), str(m["vacant"]), str(m["retirements"])) for m in WANT["forecast"]["months"]]


@case("/cli/rec-21/form-f05-before-publish")
def form_f05():
    refused("form.no_data", "form", "F05", "--plan", PLAN, "-o", COLLEGE.folder / "x.csv")
    offered = [one["form"] for one in COLLEGE.ok("form", "list")["forms"]]
    assert "F05" not in offered and "F04" in offered, offered


@case("/cli/rec-26/delete")
def delete_sheet():
    sheets = COLLEGE.ok("fees", "list")["sheets"]
    assert len(sheets) == len(WANT["fees"])
    refused("sheet.not_latest", "fees", "delete", sheets[0]["sheet"])
    reversed_term = COLLEGE.run("fees", "compute", "--from", "2025-05-02", "--to", "2025-05-01", "--paid-on", "2025-05-03")
    assert (reversed_term.code, reversed_term.json["error"]["code"]) == (3, "date.reversed"), reversed_term.out
    COLLEGE.ok("fees", "delete", sheets[1]["sheet"])
    again = WANT["fees"][1]
    got = COLLEGE.ok("fees", "compute", "--from", again["from"], "--to", again["to"], "--paid-on", again["paid_on"],
                     "--keep")
    assert_same(got, again)


@case("/cli/rec-12/refusals")
def ledger_refusals():
    common = ("--from", "2025-08-01", "--source", "鲁编办〔2025〕99号")
    refused("establishment.negative", "establishment", "add", "decrease", 99, *common)
    refused("establishment.frozen", "establishment", "add", "freeze", 99, *common)
    refused("establishment.exceeded", "establishment", "add", "decrease", 10, *common)
    got = COLLEGE.ok("establishment", "add", "核减", 10, *common, "--approval", "鲁编办批〔2025〕1号")
    assert got["over"] is not None and got["row"]["kind"] == "decrease", got


@case("/cli/rec-19/walk")
def walk():
    step = ("recruit", "step", PLAN, "T07")
    refused("step.not_allowed", *step, "announce", "--on", "2025-05-06")
    got = COLLEGE.ok(*step, "approve", "--on", "2025-05-06", "--source", "鲁人社函〔2025〕1号", "--approval", "批1")
    assert_same(got, {"from": "draft", "to": "approved", "notice": None})
    got = COLLEGE.ok(*step, "announce", "--on", "2025-05-06")
    assert_same(got["notice"], {"from": "2025-05-06", "days": 7, "to": "2025-05-14"})
    refused("date.order", *step, "screen", "--on", "2025-05-05")
    refused("notice.short", *step, "screen", "--on", "2025-05-13")
    COLLEGE.ok(*step, "screen", "--on", "2025-05-14")
    got = COLLEGE.ok(*step, "open-exam", "--on", "2025-05-20")
    assert_same(got, {"from": "screening", "to": "exam", "places": 2})
    COLLEGE.ok(*step, "finish-exam", "--on", "2025-06-01")
    got = COLLEGE.ok(*step, "publish", "--on", "2025-06-10")
    assert got["notice"]["days"] == 7, got
    proposed = next(one["proposed"] for one in WANT["result"] if one["post"] == "T07")
    assert len(form("F05", "--plan", PLAN)) == len(proposed) > 0
    refused("close.open", *step, "close", "--on", "2025-06-11")
    COLLEGE.ok(*step, "back", "--on", "2025-06-12", "--reason", "材料有误")
    states = {post["post"]: post["state"] for post in COLLEGE.ok("recruit", "list", PLAN)["positions"]}
    assert states["T07"] == "check" and states["T01"] == "draft", states


@case("/cli/rec-19/cancelled")
def cancelled():
    step = ("recruit", "step", PLAN, "T02")
    COLLEGE.ok(*step, "approve", "--on", "2025-05-06", "--source", "鲁人社函〔2025〕1号", "--approval", "批1")
    COLLEGE.ok(*step, "announce", "--on", "2025-05-06")
    COLLEGE.ok(*step, "screen", "--on", "2025-05-14")
    got = COLLEGE.ok(*step, "open-exam", "--on", "2025-05-20")
    assert_same(got, {"to": "cancelled", "places": 0})


@case("/cli/rec-16/plan-without-cutoff")
def without_cutoff():
    COLLEGE.ok("recruit", "plan", "2026-1")
    refused("plan.cutoff_missing", "recruit", "screen", "2026-1")
    refused("plan.unknown", "recruit", "screen", "2099-1")


@case("/cli/rec-28/calendar")
def calendar():
    assert COLLEGE.ok("workdays", "--from", "2022-09-30", "--days", "7")["to"] == "2022-10-13"
    assert COLLEGE.ok("workdays", "--from", "2020-01-23", "--days", "2")["to"] == "2020-02-03"
    refused("calendar.missing", "workdays", "--from", "2019-12-30", "--days", "7")


@case("/cli/rec-19/demo")
def demo():
    """A plan in mid-course: a post in every state, a hire, a part-time post, reserved places; every form has something."""
    with College(establishment=128) as college:
        college.ok("demo", "--people", 128, "--year", 2025)
        posts = {one["post"]: one for one in college.ok("recruit", "list", "2025-1")["positions"]}
        assert {one["state"] for one in posts.values()} == {
            "draft", "approved", "announced", "screening", "exam", "check", "publicity", "closed", "cancelled"}, posts
        assert posts["A08"]["state"] == "closed" and posts["A08"]["hired"] == 1, posts["A08"]
        assert posts["C01"]["uses"] == "parttime", posts["C01"]
        assert college.ok("establishment", "--on", "2025-12-31")["reserved"] == 2
        assert any(one["post"] == "C01" for one in college.ok("parttime", "list")["cases"])
        result = college.ok("recruit", "result", "2025-1", "A07")["positions"][0]
        assert [one["state"] for one in result["called"]] == ["failed", "proposed", "proposed"], result
        assert result["called"][2]["substitute"], result
        over = college.ok("quota", "--on", "2026-05-01")
        assert float(over["used"]) > int(over["limit"]) and float(over["available"]) < 0, over
        assert float(college.ok("quota", "--on", "2025-12-31")["available"]) > 0
        screened = college.ok("recruit", "screen", "2025-1", "A04")
        assert screened["totals"] == {"registered": 7, "qualified": 3, "refused": 2, "review": 2}, screened["totals"]
        for form_id, options in (("F01", ()), ("F02", ()), ("F04", ()), ("F05", ("--post", "A07")),
                                 ("F03a", ("--post", "A05", "--component", "面试")), ("F08", ("--year", 2025)),
                                 ("F03b", ("--post", "A05", "--component", "面试")), ("F07", ("--year", 2025)),
                                 ("F06", ("--ticket", "B01-001")), ("F09", ("--sheet", 1))):
            plan = ("--plan", "2025-1") if form_id < "F07" else ()
            college.ok("form", form_id, *plan, *options, "-o", college.folder / f"{form_id}.pdf")
        college.ok("verify")


@case("/cli/aud-1/verify")
def verify():
    COLLEGE.ok("verify")


if __name__ == "__main__":
    with COLLEGE:
        code = main()
    sys.exit(code)
