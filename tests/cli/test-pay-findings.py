#!/usr/bin/env python3
"""test-pay-findings.py — the findings at the end of pay.md: each in a college that has it and in one that nearly has it.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import sys

from tap import College, case, main, with_check_digit

PEOPLE = ["1001", "1002", "1003"]
SCHEME = {
    "name": "方案", "period": {"from": "2025-01-01", "to": "2025-12-31"}, "pool": "3000.00", "reserve_ratio": "0.0000",
    "components": [{"name": "常规", "ratio": "rest", "factors": ["assessment"]}],
    "coefficients": {"assessment": {"优秀": "1.2000", "合格": "1.0000", "基本合格": "0.6000", "不合格": "0.0000",
                                    "不确定档次": "0.8000"}},
}
TRAINING = "项目编号,项目名称,项目类别,班次,日期,节次,工号,课程类型,人数,课时,计酬方式\n"


def id_of(number):
    return with_check_digit("3701021980010" + number)


def made():
    college = College("小院", 60)
    rows = "".join(f"{no},甲{no},{id_of(no)},机械系,在编,专业技术,专技十级,2010-09-01,2010-09-01,\n" for no in PEOPLE)
    rows += f"1009,离者,{id_of('1009')},机械系,在编,专业技术,专技十级,2010-09-01,2010-09-01,2025-02-28\n"
    load(college, "people", "工号,姓名,身份证号,部门,人员类别,岗位类别,岗位等级,参加工作日期,来校日期,离校日期\n" + rows)
    load(college, "assessments", "年度,工号,档次\n" + "".join(f"2025,{no},合格\n" for no in [*PEOPLE, "1009"]))
    return college


def load(college, kind, text, *words):
    return college.ok("import", kind, college.write(f"{kind}.csv", text), *words)


def act(college, who, *words):
    result = college.run("--as", who, *words)
    assert result.code == 0, (words, result.out, result.err)
    return result.json


def computed(college, **changes):
    path = college.write("方案.json", json.dumps(dict(SCHEME, **changes), ensure_ascii=False))
    return act(college, "甲", "pay", "compute", "--scheme", path)["run"]


def paid(college, run, *, reviewer="乙", notice=True, stale=(), document=()):
    """All the way, with a notice or without one."""
    act(college, reviewer, "pay", "review", run, *stale)
    ways = () if notice else ("--no-notice", "免公示1号")
    if notice:
        act(college, reviewer, "pay", "announce", run, "--from", "2026-01-05", *stale)
    act(college, "丙", "pay", "approve", run, "--on", "2026-01-12", *ways, *document, *stale)
    act(college, "丙", "pay", "paid", run, "--on", "2026-01-20")


def watched(college):
    """What is found, severity first; an error among them is exit 1."""
    result = college.run("pay", "watch", "--year", "2025")
    found = [(finding["severity"], finding["code"], finding["run"], finding["staff_no"], finding["date"])
             for finding in result.json["findings"]]
    assert result.code == (1 if any(line[0] == "error" for line in found) else 0), (result.code, found)
    assert all(finding["message"] and "{" not in finding["message"] for finding in result.json["findings"])
    return found


def cap(college, amount):
    load(college, "pay-ledger", f"年度,月份,科目,金额,来源,文号\n2025,0,核定总量,{amount},财政,人社1号\n")


@case("/cli/pay-18/findings/over-cap")
def over_cap():
    for spent, found in (("3000.00", [("error", "pay.over_cap", None, None, None)]), ("2999.99", [])):
        with made() as college:
            cap(college, "2999.99")
            load(college, "pay-ledger", f"年度,月份,科目,金额,来源,文号\n2025,3,基础性,{spent},财政,\n")
            assert watched(college) == found, watched(college)
    # A paid run that carries a document makes a warning of it; to the fen there is nothing to say.
    for total, document, found in (("2999.99", ("--document", "批1号"), [("warning", "pay.over_cap", None, None, None)]),
                                   ("3000.00", (), [])):
        with made() as college:
            cap(college, total)
            paid(college, computed(college), document=document)
            assert watched(college) == found, watched(college)


@case("/cli/pay-11/findings/same-person")
def same_person():
    for reviewer, found in (("甲", ["pay.same_person"]), ("乙", [])):
        with made() as college:
            college.ok("param", "set", "pay.four_eyes", "warn", "--from", "2020-01-01", "--source", "校长办公会")
            cap(college, "9000.00")
            run = computed(college)
            act(college, reviewer, "pay", "review", run)
            assert watched(college) == []   # nothing is said of a run that is not approved yet
            act(college, reviewer, "pay", "announce", run, "--from", "2026-01-05")
            act(college, "丙", "pay", "approve", run, "--on", "2026-01-12")
            assert [line[1:3] for line in watched(college)] == [(code, run) for code in found], watched(college)


@case("/cli/pay-11/findings/no-notice")
def no_notice():
    for notice, found in ((False, ["pay.no_notice"]), (True, [])):
        with made() as college:
            cap(college, "9000.00")
            run = computed(college)
            paid(college, run, notice=notice)
            assert [line[1:3] for line in watched(college)] == [(code, run) for code in found], watched(college)


@case("/cli/pay-11/findings/approved-stale")
def approved_stale():
    """An input changed and was let pass; changed back it is none, and the run goes on without a word."""
    for back, found in ((False, ["pay.approved_stale"]), (True, [])):
        with made() as college:
            cap(college, "9000.00")
            run = computed(college)
            load(college, "assessments", "年度,工号,档次\n2025,1002,优秀\n", "--update")
            if back:
                load(college, "assessments", "年度,工号,档次\n2025,1002,合格\n", "--update")
            paid(college, run, stale=() if back else ("--accept-stale", "下月更正"))
            assert [line[1:3] for line in watched(college)] == [(code, run) for code in found], watched(college)


@case("/cli/pay-19/findings/hours-on-leave")
def hours_on_leave():
    """A day of the four kinds that are no work; not the day after, not another's, not a leave on business."""
    with made() as college:
        load(college, "leaves", "工号,类别,起,止\n1001,病假,2025-03-03,2025-03-07\n1002,公假,2025-03-03,2025-03-07\n"
                                "1003,旷工,2025-04-01,2025-04-01\n")
        rows = (("2025-03-02", "1001"), ("2025-03-07", "1001"), ("2025-03-08", "1001"), ("2025-03-05", "1002"),
                ("2025-03-05", "1003"), ("2025-04-01", "1003"), ("2025-04-02", "1003"))
        load(college, "training", TRAINING + "".join(f"PX1,甲,金蓝领,1期,{day},1-2,{no},理论,40,2,计工作量\n" for day, no in rows))
        assert watched(college) == [("warning", "pay.hours_on_leave", None, "1001", "2025-03-07"),
                                    ("warning", "pay.hours_on_leave", None, "1003", "2025-04-01")], watched(college)


@case("/cli/rec-26/findings/own-staff")
def own_staff():
    """Somebody in service on a day of the term; not who had left before it, not who came from outside, not another year's."""
    with made() as college:
        load(college, "parttime", "协议号,姓名,身份证号,聘期起,聘期止\n"
             f"J1,甲1001,{id_of('1001')},2025-03-01,2025-06-30\n"
             f"J2,离者,{id_of('1009')},2025-03-01,2025-06-30\n"
             f"J3,外人,{id_of('2001')},2025-03-01,2025-06-30\n"
             f"J4,甲1002,{id_of('1002')},2024-03-01,2024-06-30\n"
             f"J5,离者,{id_of('1009')},2025-02-28,2025-02-28\n")
        assert watched(college) == [("error", "parttime.own_staff", None, "1001", None),
                                    ("error", "parttime.own_staff", None, "1009", None)], watched(college)


@case("/cli/wrk-6/findings/double-hours")
def double_hours():
    """Paid by fee within a lesson of the timetable; not as workload, not in the next period, not on another day."""
    with made() as college:
        rows = (("2025-03-10", "3-4", "发课酬"), ("2025-03-17", "3-4", "计工作量"), ("2025-03-24", "5-6", "发课酬"),
                ("2025-03-25", "3-4", "发课酬"))
        load(college, "training", TRAINING + "".join(f"PX1,甲,金蓝领,1期,{day},{hour},1001,理论,40,2,{way}\n"
                                                     for day, hour, way in rows))
        # Where the weeks of the term lie is known later, else the records would have been refused.
        load(college, "timetable", "学期,工号,星期,节次,起止周,单双周,课程,班级\n2025春,1001,一,3-4,1-18,每周,电工,1班\n")
        college.ok("param", "set", "load.term_start", '{"2025春": "2025-02-24"}', "--from", "2025-01-01", "--source", "校历")
        assert watched(college) == [("warning", "pay.double_hours", None, "1001", "2025-03-10")], watched(college)


if __name__ == "__main__":
    sys.exit(main())
