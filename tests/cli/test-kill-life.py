#!/usr/bin/env python3
"""test-kill-life.py — every act of the life of a pay run is killed in its middle: afterwards it is done or not done, and
what it would have said to people is all there or not there at all.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import sys

from killed import sweep
from tap import College, case, main, with_check_digit

PEOPLE = [("1001", "赵一", "机械系"), ("1002", "钱二", "机械系"), ("2001", "李四", "电气系"), ("2002", "周五", "电气系")]
SCHEME = {
    "name": "方案", "period": {"from": "2025-01-01", "to": "2025-12-31"}, "pool": "60000.00", "reserve_ratio": "0.1000",
    "components": [{"name": "常规", "ratio": "rest", "factors": ["assessment"]}], "levels": "two", "tax": "monthly",
    "account": "X3", "coefficients": {"assessment": {"优秀": "1.2000", "合格": "1.0000", "基本合格": "0.6000", "不合格": "0.0000",
                                                    "不确定档次": "0.8000"}},
}


def csv(college, name, text):
    return college.write(name, text)


def load(college):
    rows = "".join(f"{no},{name},{with_check_digit('3701021980010' + no)},{department},在编,专业技术,专技十级,2010-09-01,2010-09-01\n"
                   for no, name, department in PEOPLE)
    college.ok("import", "people", csv(college, "人.csv", "工号,姓名,身份证号,部门,人员类别,岗位类别,岗位等级,参加工作日期,来校日期\n" + rows))
    college.ok("import", "departments", csv(college, "系.csv", "部门,序号,系数\n机械系,1,1.0000\n电气系,2,1.0000\n"))
    college.ok("import", "assessments", csv(college, "核.csv", "年度,工号,档次\n" + "".join(f"2025,{no},合格\n" for no, *_ in PEOPLE)))


@case("/cli/pay-11/kill-any-act")
def any_act():
    with College("小院", 60) as college:
        load(college)
        seen = {"done": 0, "not done": 0}
        scheme = college.write("方案.json", json.dumps(SCHEME, ensure_ascii=False))
        split = csv(college, "分.csv", "工号,姓名,常规\n1001,赵一,20000.00\n1002,钱二,7000.00\n")
        lines = csv(college, "调.csv", "工号,姓名,金额,原因\n1001,赵一,100.00,竞赛\n2001,李四,-50.00,事故\n")
        salaries = csv(college, "资.csv", "年度,月份,工号,应发,基本工资\n" + "".join(f"2026,1,{no},6000,4000\n" for no, *_ in PEOPLE))
        leaves = csv(college, "假.csv", "工号,姓名,类别,起,止\n1001,赵一,事假,2025-03-03,2025-03-07\n")
        accounts = csv(college, "户.csv", "工号,户名,账号\n1001,赵一,123456789012\n")
        for words in (("pay", "compute", "--scheme", scheme), ("pay", "split", 1, split, "--department", "机械系"),
                      ("pay", "split", 1, "--withdraw", "机械系"), ("pay", "split", 1, split, "--department", "机械系"),
                      ("pay", "adjust", 1, "1002", "10.00", "--reason", "奖"), ("pay", "adjust", 1, "--file", lines),
                      ("pay", "adjust", 1, "--undo", 1), ("import", "leaves", leaves), ("import", "salary", salaries),
                      ("import", "bank-accounts", accounts), ("pay", "rename", 1, "年终")):
            sweep(college, seen, "甲", *words)
        college.ok("import", "assessments", csv(college, "改.csv", "年度,工号,档次\n2025,2002,优秀\n"), "--update")
        sweep(college, seen, "甲", "pay", "recompute", 1)
        for who, words in (("乙", ("review", 1, "--defaults")), ("乙", ("reopen", 1, "--reason", "再看")),
                           ("乙", ("review", 1, "--defaults")), ("乙", ("announce", 1, "--from", "2026-01-05")),
                           ("丙", ("objection", 1, "--by", "1002", "--text", "少了", "--on", "2026-01-06")),
                           ("丙", ("answer", 1, 1, "--text", "无误", "--on", "2026-01-07")),
                           ("丙", ("approve", 1, "--on", "2026-01-14", "--document", "批1号")),
                           ("丙", ("paid", 1, "--on", "2026-01-20"))):
            sweep(college, seen, who, "pay", *words)
        college.ok("import", "assessments", csv(college, "再.csv", "年度,工号,档次\n2025,2002,不合格\n"), "--update")
        sweep(college, seen, "甲", "pay", "correct", 1, "--from", "reserve")
        sweep(college, seen, "乙", "pay", "review", 2)
        sweep(college, seen, "丙", "pay", "approve", 2, "--on", "2026-01-22", "--no-notice", "免1号", "--document", "批2号")
        sweep(college, seen, "丙", "pay", "paid", 2, "--on", "2026-01-22")
        (owing,) = college.ok("pay", "owed")["people"]
        sweep(college, seen, "丙", "pay", "collect", owing["staff_no"], "1.00", "--on", "2026-02-01", "--document", "收1号")
        sweep(college, seen, "甲", "pay", "compute", "--scheme", scheme)
        sweep(college, seen, "甲", "pay", "delete", 3)
        print(f"# {sum(seen.values())} kills: {seen['not done']} not done, {seen['done']} done")
        assert seen["not done"] > 0, seen


if __name__ == "__main__":
    sys.exit(main())
