#!/usr/bin/env python3
"""test-watch-kinds.py — kinds of the catalogue that the samples of the offices do not have in them: each planted, each found
under its subject (RULE aud-3).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from tap import College, case, main, with_check_digit  # noqa: E402

DAY = "2025-10-15"
PEOPLE = """工号,姓名,身份证号,性别,部门,人员类别,岗位类别,岗位等级,专任教师,来校日期,在职状态
1001,张三,{a},男,教务处,在编,专业技术,专技十级,是,2010-07-01,在职
1002,李四,{b},男,教务处,在编,,,否,2025-07-01,在职
"""
INCOME = """年度,项目编号,收入,成本,培训人次
2025,PX01,1000,1500,20
2025,PX02,1500,1500,20
"""
LEDGER = """年度,月份,科目,金额,来源,文号
2025,3,经批准核增,5000,财政专项,
2025,4,经批准核增,5000,财政专项,某人社字〔2025〕9号
"""
TEACHING = """年度,学期,工号,课程,人数,计划课时,课程类型
2024,秋季,1002,数控编程,40,72,理论
2025,秋季,1002,数控编程,40,72,理论
"""
TARGETS = """年度,指标,任务数
2025,职业培训人次,3000
2025,年招生人数,1000
"""
ENTRIES = """年度,指标,期间,本期完成,累计完成,基数
2025,职业培训人次,一季度,10,,
2025,年招生人数,一季度,10,,
"""


def planted():
    college = College(establishment=1)
    numbers = {"a": with_check_digit("37010219800101001"), "b": with_check_digit("37010219850101003")}
    for kind, text in (("people", PEOPLE.format(**numbers)), ("training-income", INCOME),
                       ("pay-ledger", LEDGER), ("teaching", TEACHING), ("targets", TARGETS), ("target-entries", ENTRIES)):
        college.ok("import", kind, college.write(f"{kind}.csv", text))
    return college


def scan(college, *kinds, day=DAY):
    college.ok("findings", "scan", "--on", day)
    return {(item["kind"], item["subject"]): item for item in college.ok("findings", "--all")["items"]
            if item["kind"] in kinds}


def assert_present(found, *wanted):
    present = {key for key, item in found.items() if item["present"]}
    assert present == set(wanted), (sorted(present), sorted(wanted))


@case("/cli/aud-3/staff-kinds")
def staff():
    with planted() as college:
        found = scan(college, "people.no_post", "establishment.over")
        assert ("people.no_post", "people") in found and found["people.no_post", "people"]["size"] == 1, found
        assert any(kind == "establishment.over" for kind, _ in found), found
        for item in found.values():
            assert item["message"] and "{" not in item["message"], item


@case("/cli/aud-3/pay-kinds")
def pay():
    with planted() as college:
        found = scan(college, "pay.training_loss", "pay.addition_unapproved")
        assert_present(found, ("pay.training_loss", "2025|PX01"), ("pay.addition_unapproved", "2025|3|财政专项"))


@case("/cli/aud-3/workload-kinds")
def workload():
    with planted() as college:
        found = scan(college, "workload.out_of_service")
        assert_present(found, ("workload.out_of_service", "2024"))
        assert found["workload.out_of_service", "2024"]["size"] == 1


@case("/cli/tgt-11/behind-is-found")
def behind():
    """Only training goes by pace; and what is behind in October is missed at the end of the year."""
    with planted() as college:
        found = scan(college, "target.behind", "target.short")
        assert_present(found, ("target.behind", "2025|training"))
        found = scan(college, "target.behind", "target.short", day="2025-12-31")
        assert_present(found, ("target.short", "2025|training"), ("target.short", "2025|enrolment"))
        assert found["target.short", "2025|enrolment"]["severity"] == "error"


@case("/cli/aud-3/refused-often")
def refused_often():
    """Three refused acts of one name in a month; two are none."""
    with planted() as college:
        scan(college)
        number = college.ok("findings")["items"][0]["no"]
        college.ok("findings", "answer", number, "--text", "已按要求整改", "--evidence", "报告")
        for _ in range(2):
            assert college.run("findings", "accept", number).code == 1
        assert_present(scan(college, "act.refused_often"))
        assert college.run("findings", "accept", number).code == 1
        found = scan(college, "act.refused_often")
        assert len(found) == 1 and next(iter(found))[1].startswith("测试|"), found


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
