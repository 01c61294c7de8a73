#!/usr/bin/env python3
"""test-recruit-input.py — what sheets of recruitment get wrong: each fault on its row and column, all of them at once,
nothing written (rec-15, rec-16, rec-2, rec-8, rec-12, rec-26).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys

from scanned import Scan
from tap import College, case, main, with_check_digit

POST_HEAD = "招聘批次,岗位代码,岗位名称,招聘人数,招聘方式,考试方式,成绩构成,面试分项,学历要求,开考比例,批文号\n"
POSTS = (POST_HEAD + "2025-1,A01,机械教师,1,公开招聘,,面试50%+笔试50%,,本科,不设,批1\n"
         "2025-1,A02,电气教师,1,公开招聘,,面试50%+笔试50%,试讲60+答辩40,本科,不设,批1\n"
         "2025-1,A03,技能大师,1,直接考察,,,,,,\n2026-1,A01,机械教师,1,公开招聘,,,,,不设,批1\n")
COLLEGE = College(establishment=20)


def make_id(birth, serial):
    digits = f"370102{birth}{serial:03d}"
    return with_check_digit(digits)


def faults(kind, text, *options):
    """The findings of a sheet that must not go in: (row, column, code) of each error."""
    result = COLLEGE.run("import", kind, COLLEGE.write("sheet.csv", text), *options)
    assert result.code == 3, (result.code, result.out, result.err)
    assert result.json["batch"] is None and result.json["inserted"] == 0, result.json
    return [(one["row"], one["column"], one["code"]) for one in result.json["findings"] if one["severity"] == "error"]


def warnings(kind, text, *options):
    result = COLLEGE.ok("import", kind, COLLEGE.write("sheet.csv", text), *options)
    return [(one["row"], one["column"], one["code"]) for one in result["findings"]]


@case("/cli/rec-15/faults")
def positions():
    COLLEGE.ok("recruit", "plan", "2025-1", "--cutoff", "2025-04-30")
    bad = (POST_HEAD + "2025-1,B01,甲,1,公开招聘,,面试50%+笔试40%,,本科,不设,批1\n"
           "2025-1,B02,乙,1,公开招聘,,面试100%,,本科,不设,批1\n"
           "2025-1,B03,丙,1,公开招聘,,面试50%+笔试50%,试讲50+答辩30,本科,不设,批1\n"
           "2025-1,B04,丁,1,公开招聘,,面试50%+笔试50%,,学历高的,不设,批1\n"
           "2025-1,B05,戊,0,公开招聘,,面试50%+笔试50%,,本科,3:1,\n"
           ",B06,己,1,公开招聘,,面试50%+笔试50%,,本科,3:1,\n"
           "2025-1,B07,庚,1,公开招聘,,面试50%+笔试50%,,本科,2:1,\n")
    got = faults("positions", bad)
    assert (2, "成绩构成", "position.weights") in got, got
    assert (3, "成绩构成", "position.components") in got, got
    assert (4, "面试分项", "position.items") in got, got
    assert (5, "学历要求", "requirement.unreadable") in got, got
    assert (6, "招聘人数", "number.invalid") in got and (8, "开考比例", "position.ratio_unapproved") in got, got
    assert (7, "招聘批次", "required.missing") in got, got
    COLLEGE.ok("import", "positions", COLLEGE.write("posts.csv", POSTS))


@case("/cli/rec-16/faults")
def applicants():
    head = "招聘批次,岗位代码,姓名,身份证号,出生日期,性别,学历,准考证号,审查意见,审查说明\n"
    one, two, three = (make_id("19900101", serial) for serial in (1, 3, 5))
    got = faults("applicants", head + f"2025-1,A01,王五,{one},,男,本科,,,\n2025-1,A02,王五,{one},,男,本科,,,\n"
                 f"2025-1,A09,赵六,{two},,男,本科,,,\n2099-1,A01,赵六,{three},,男,本科,,,\n"
                 f"2025-1,A01,钱七,{two[:-1]}{'0' if two[-1] != '0' else '1'},,男,本科,,,\n"
                 f"2025-1,A01,孙八,{make_id('19900101', 7)},,女,本科,,,\n"
                 f"2025-1,A01,李九,{make_id('19900101', 9)},,男,高中,,合格,\n")
    assert (3, "身份证号", "applicant.duplicate") in got, got
    assert (4, "岗位代码", "position.unknown") in got, got
    assert (5, "招聘批次", "plan.unknown") in got, got
    assert (6, "身份证号", "idcard.checksum") in got, got
    assert (7, "性别", "idcard.mismatch") in got, got
    assert (8, "审查说明", "review.reason_missing") in got, got
    rows = "".join(f"2025-1,{post},王五,{make_id('19900101', serial)},,男,本科,T{serial},,\n"
                   for post, serial in (("A01", 1), ("A01", 3), ("A02", 5), ("A03", 7)))
    path = COLLEGE.write("applicants.csv", head + rows)
    COLLEGE.ok("import", "applicants", path)
    assert (2, "准考证号", "ticket.duplicate") in faults(
        "applicants", head + f"2025-1,A01,周十,{make_id('19900101', 11)},,男,本科,T1,,\n")
    again = COLLEGE.run("import", "applicants", path)
    assert again.code == 3 and {one["code"] for one in again.json["findings"]} & {"batch.repeated"}, again.json


@case("/cli/rec-2/faults")
def scores():
    head = "招聘批次,岗位代码,准考证号,科目,分项,考官1,考官2,考官3,考官4,考官5,成绩\n"
    got = faults("scores", head + "2025-1,A01,T1,面试,,855,80,80,80,80,\n2025-1,A01,T3,面试,,80.005,80,80,80,80,\n"
                 "2025-1,A02,T5,面试,试讲,50,,50,50,50,\n2025-1,A02,T5,面试,答辩,41,30,30,30,30,\n"
                 "2026-1,A01,T1,面试,,80,80,80,80,80,\n2025-1,A01,T9,面试,,80,80,80,80,80,\n"
                 "2025-1,A01,T1,口试,,80,80,80,80,80,\n2025-1,A01,T1,笔试,,,,,,,101\n"
                 "2025-1,A01,T1,笔试,,,,,,,-1\n")
    for want in ((2, "考官1", "score.range"), (3, "考官1", "number.invalid"), (4, "考官2", "mark.missing"),
                 (5, "考官1", "score.range"), (6, "准考证号", "applicant.unknown"), (7, "准考证号", "applicant.unknown"),
                 (8, "科目", "component.unknown"), (9, "成绩", "score.range"),
                 (10, "成绩", "score.range")):
        assert want in got, (want, got)
    sheet = head + "2025-1,A01,T1,面试,,80,80,80,80,80,\n2025-1,A01,T3,面试,,80,80,80,80,回避,\n"
    path = COLLEGE.write("scores.csv", sheet)
    assert (3, None, "exam.too_few_marks") in [(one["row"], None, one["code"]) for one in
                                               COLLEGE.ok("import", "scores", path)["findings"]]
    again = COLLEGE.run("import", "scores", path)
    assert again.code == 3, again.json
    COLLEGE.ok("exam", "lock", "2025-1", "A01", "面试")
    assert "scores.locked" in {code for _, _, code in faults(
        "scores", head + "2025-1,A01,T1,面试,,81,80,80,80,80,\n", "--update")}
    result = COLLEGE.run("exam", "enter", "2025-1", "A01", "T1", "面试", 81, 80, 80, 80, 80)
    assert result.code == 1 and result.json["error"]["code"] == "scores.locked", result.json
    Scan(COLLEGE).misses("recruit.score_changed", "quota.refused")
    COLLEGE.ok("exam", "correct", "2025-1", "A01", "T1", "面试", 81, 80, 80, 80, 80, "--reason", "登分有误")
    found = [one for one in COLLEGE.ok("recruit", "findings", "2025-1")["findings"]
             if one["code"] == "recruit.score_changed"]
    assert len(found) == 1 and found[0]["post"] == "A01" and found[0]["detail"]["reason"] == "登分有误", found
    assert "登分有误" in Scan(COLLEGE).finds("recruit.score_changed", "A01|T1")["message"]


@case("/cli/rec-8/honour-list")
def honours():
    head = "代码,名称,级别,别名,队员数,最低名次,文号,生效日期\n"
    got = faults("honour-list", head + "H1,甲奖,省级,,2,,文1,\nH2,乙奖,省级,,1,3,文1,\nH2,丙奖,省级,,2,3,文1,\nH2,乙奖,省级,,1,4,文1,\n")
    assert (2, "最低名次", "required.missing") in got and (4, "名称", "row.conflict") in got, got
    assert (5, "代码", "row.duplicate") in got, got
    COLLEGE.ok("import", "honour-list", COLLEGE.write("list.csv", head + "H1,泰山工匠,省级,泰山工匠称号,,,鲁文1,2025-01-01\n"
                                                      "H2,全省技能赛,省级,,1,3,鲁文1,\nH2,全省技能赛,省级,,2,5,鲁文1,\n"))
    rows = "身份证号,姓名,荣誉,证书号,获得日期,名次,队员数\n"
    who = make_id("19900101", 7)
    COLLEGE.ok("import", "honours", COLLEGE.write("honours.csv", rows + f"{who},王五,泰山工匠称号,TS-1,2024-05-01,,\n"))
    lines = COLLEGE.ok("recruit", "screen", "2025-1", "A03")["applicants"][0]["conditions"]
    assert [line["result"] for line in lines if line["condition"] == "honour"] == ["met"], lines
    got = warnings("honours", rows + f"{who},王五,全国先进,Q-1,2024-05-01,,\n{who},王五,全省技能赛,,2024-05-01,1,1\n"
                   f"{who},王五,全省技能赛,J-2,2024-05-01,6,2\n{who},王五,全省技能赛,J-3,2024-05-01,,2\n")
    assert [code for _, _, code in got] == ["assessment.no_basis", "assessment.no_certificate", "honour.rank_low",
                                            "honour.rank_missing"], got


@case("/cli/rec-26/faults")
def lectures():
    who, other = make_id("19750101", 31), make_id("19750101", 33)
    COLLEGE.ok("import", "parttime", COLLEGE.write(
        "contracts.csv", "协议号,姓名,身份证号,聘期起,聘期止,课酬标准\n" f"J1,甲,{who},2025-03-01,2025-07-31,100\n"
        f"J2,甲,{who},2025-05-01,2025-08-31,100\nJ3,乙,{other},2025-03-01,2025-07-31,\n"))
    head = "协议号,身份证号,日期,节次,课时\n"
    got = faults("parttime-teaching", head + f",{who},2025-06-03,1,2\nJ1,,2026-01-05,1,2\nJ3,,2025-04-01,1,2\n"
                 "J1,,2025-04-01,1,2\nJ1,,2025-04-01,1,2\nJ9,,2025-04-01,1,2\n")
    codes = {row: code for row, _, code in got}
    assert codes[2] == "contract.ambiguous" and codes[3] == "record.out_of_term" and codes[4] == "rate.missing", got
    assert codes[6] == "row.duplicate" and 7 in codes, got


@case("/cli/rec-12/faults")
def ledger():
    head = "生效日期,变动类型,数量,文号\n"
    got = faults("establishment", head + ",核增,1,文1\n2025-03-01,核减,99,文2\n2025-03-02,冻结,99,文3\n2025-03-03,撤销,1,文4\n")
    codes = {row: code for row, _, code in got}
    assert codes[2] == "required.missing" and codes[5] == "code.unknown", got
    assert {"establishment.negative", "establishment.frozen"} & set(codes.values()), got


@case("/cli/rec-29/refusals-and-contracts")
def refusals():
    """Refused attempts are one finding a day, actor, kind and period; a contract that is over while its owner serves."""
    for _ in range(2):
        result = COLLEGE.run("establishment", "add", "decrease", 99, "--from", "2025-08-01", "--source", "文9")
        assert result.code == 1 and result.json["date"] == "2025-08-01", result.json
    found = [one for one in COLLEGE.ok("recruit", "findings")["findings"] if one["code"] == "quota.refused"]
    assert len(found) == 1 and found[0]["detail"]["kind"] == "establishment.add", found
    people = "工号,姓名,身份证号,部门,人员类别,来校日期\n1001,张三,{},机械工程系,在编,2010-07-01\n".format(make_id("19800101", 1))
    COLLEGE.ok("import", "people", COLLEGE.write("people.csv", people))
    COLLEGE.ok("import", "staff-contracts", COLLEGE.write(
        "terms.csv", "工号,合同起,合同止\n1001,2010-07-01,2013-06-30\n1001,2022-07-01,2025-06-30\n"))
    due = COLLEGE.ok("due", "--on", "2025-06-01", "--days", "60")["items"]
    assert [one["key"] for one in due if one["kind"] == "employment.end"] == ["1001"], due
    found = Scan(COLLEGE, "2025-07-01")
    found.finds("contract.ended", "1001")
    found.finds("quota.refused", *[one["subject"] for one in found.items if one["kind"] == "quota.refused"])
    assert [one["facts"]["matter"].split()[0] for one in found.items if one["kind"] == "quota.refused"] == ["establishment.add"]


@case("/cli/rec-16/plan-without-cutoff-screens-nobody")
def cutoff():
    result = COLLEGE.run("recruit", "screen", "2026-1")
    assert result.code == 1 and result.json["error"]["code"] == "plan.cutoff_missing", result.json
    result = COLLEGE.run("form", "F02", "--plan", "2026-1", "-o", COLLEGE.folder / "x.csv")
    assert result.code == 1 and result.json["error"]["code"] == "plan.cutoff_missing", result.json


@case("/cli/rec-28/year-without-calendar")
def calendar():
    step = ("recruit", "step", "2026-1", "A01")
    COLLEGE.ok(*step, "approve", "--on", "2031-03-01", "--source", "函1", "--approval", "批1")
    result = COLLEGE.run(*step, "announce", "--on", "2031-03-02")
    assert result.code == 1 and result.json["error"]["code"] == "calendar.missing", result.json
    days = "日期,类型,名称,文号,年份完整\n2031-03-03,放假,校庆,校1,是\n"
    COLLEGE.ok("import", "calendar", COLLEGE.write("days.csv", days))
    got = COLLEGE.ok(*step, "announce", "--on", "2031-03-03")
    assert got["notice"] == {"from": "2031-03-03", "days": 7, "to": "2031-03-12"}, got


if __name__ == "__main__":
    with COLLEGE:
        code = main()
    sys.exit(code)
