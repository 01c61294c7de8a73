#!/usr/bin/env python3
"""test-kill-recruit.py — every act of recruitment, of the ledger and of part-time teachers is killed in its middle: afterwards
it is wholly there or not at all, rows, steps, log and journal (rec-11 … rec-13, rec-19, rec-23, rec-26).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

from killed import MOMENTS, sweep
from tap import College, case, main, with_check_digit

KILLS = MOMENTS if os.environ.get("SHIZI_LONG") else 1
PLAN = "2025-1"
SOURCE = ("--source", "鲁人社〔2025〕1号")


def make_id(birth, serial):
    return with_check_digit(f"370102{birth}{serial:03d}")


def load(college):
    rows = "".join(f"{1001 + n},张三,{make_id('19800101', n)},机械工程系,在编,是,2010-07-01\n" for n in range(7))
    college.ok("import", "people", college.write("人.csv", "工号,姓名,身份证号,部门,人员类别,专任教师,来校日期\n" + rows))


def sheets(college):
    applicants = "".join(f"{PLAN},A01,王{n},{make_id('19900101', 2 * n + 1)},本科,T{n}\n" for n in range(1, 4))
    marks = "".join(f"{PLAN},A01,T{n},面试,{','.join(str(80 + n + j) for j in range(7))},\n" for n in range(1, 4))
    return {
        "positions": "招聘批次,岗位代码,岗位名称,岗位类别,岗位等级,用编,招聘人数,招聘方式,学历要求,开考比例,批文号,专业要求\n"
                     f"{PLAN},A01,钳工教师,专业技术,专技十级,在编,1,公开招聘,本科,3:1,,\n"
                     f"{PLAN},A02,焊工教师,专业技术,专技十级,在编,1,公开招聘,本科,3:1,,\n",
        "applicants": "招聘批次,岗位代码,姓名,身份证号,学历,准考证号\n" + applicants,
        "scores": "招聘批次,岗位代码,准考证号,科目,考官1,考官2,考官3,考官4,考官5,考官6,考官7,成绩\n" + marks,
        "written": "招聘批次,岗位代码,准考证号,科目,成绩\n" + "".join(f"{PLAN},A01,T{n},笔试,{70 + n}\n" for n in range(1, 4)),
        "checks": f"招聘批次,岗位代码,准考证号,体检,考察\n{PLAN},A01,T3,合格,合格\n",
        "teaching": "协议号,日期,节次,课程,课时\nJZ-1,2025-09-10,1-4,车工,4\n",
        "funds": "年度,月份,金额,文号\n2025,9,1000.00,鲁财〔2025〕2号\n",
    }


def recruiting(college, walk):
    text = sheets(college)
    step = ("recruit", "step", PLAN, "A01")
    walk("recruit", "plan", PLAN, "--cutoff", "2025-04-30")
    walk("import", "positions", college.write("岗.csv", text["positions"]))
    for act, day in (("approve", "03-01"), ("announce", "03-03"), ("screen", "04-01")):
        walk(*step, act, "--on", f"2025-{day}", *SOURCE)
    walk("import", "applicants", college.write("人员.csv", text["applicants"]))
    walk("recruit", "review", PLAN, "A01", "T1", "合格", "--reason", "学历已核")
    walk(*step, "open-exam", "--on", "2025-05-10")
    walk(*step, "back", "--on", "2025-05-10", "--reason", "补审")
    walk(*step, "open-exam", "--on", "2025-05-10")
    walk("import", "scores", college.write("面.csv", text["scores"]))
    walk("exam", "enter", PLAN, "A01", "T1", "面试", *[84] * 7)
    walk("exam", "lock", PLAN, "A01", "面试")
    walk("exam", "correct", PLAN, "A01", "T1", "面试", *[83] * 7, "--reason", "抄录有误")
    walk("import", "scores", college.write("笔.csv", text["written"]))
    walk(*step, "finish-exam", "--on", "2025-05-20")
    walk("import", "checks", college.write("检.csv", text["checks"]))
    walk(*step, "publish", "--on", "2025-06-03")
    number = walk("recruit", "objection", PLAN, "A01", "T3", "--on", "2025-06-04", "--text", "查学历")["id"]
    walk("recruit", "answer", number, "--dismissed", "--text", "属实")
    walk("recruit", "hire", PLAN, "A01", "T3", "--from", "2025-07-01")
    walk(*step, "close", "--on", "2025-07-02")
    walk("recruit", "step", PLAN, "A02", "cancel", "--on", "2025-07-02", "--reason", "停招", *SOURCE)


def engaging(college, walk):
    text = sheets(college)
    term = ("--from", "2025-09-01", "--to", "2026-01-31", "--fte", "0.5", "--rate", "100")
    walk("establishment", "add", "increase", 2, "--from", "2025-08-01", *SOURCE)
    walk("parttime", "open", "--name", "李四", "--id", make_id("19750101", 1), *term)
    walk("parttime", "sign", 1, "--agreement", "JZ-1")
    walk("parttime", "open", "--name", "赵六", "--id", make_id("19750101", 3), *term)
    walk("parttime", "withdraw", 2, "--reason", "另有安排")
    walk("import", "parttime-teaching", college.write("课.csv", text["teaching"]))
    walk("fees", "compute", "--from", "2025-09-01", "--to", "2025-09-30", "--paid-on", "2025-10-10", "--keep")
    walk("fees", "delete", 1)
    walk("import", "parttime-funds", college.write("款.csv", text["funds"]))
    walk("parttime", "change", "JZ-1", "--from", "2025-11-01", "--fte", "1")
    walk("parttime", "renew", "JZ-1", "--agreement", "JZ-2", "--to", "2026-07-31")
    walk("parttime", "end", "JZ-2", "--on", "2026-05-31", "--reason", "辞聘")


@case("/cli/rec-19/rec-23/kill-any-act")
def any_act():
    with College("小院", 12) as college:
        load(college)
        seen = {"done": 0, "not done": 0}

        def walk(*words):
            return sweep(college, seen, "甲", *words, moments=KILLS)
        recruiting(college, walk)
        engaging(college, walk)
        print(f"# {sum(seen.values())} kills: {seen['not done']} not done, {seen['done']} done")
        assert seen["not done"] > 0, seen


if __name__ == "__main__":
    sys.exit(main())
