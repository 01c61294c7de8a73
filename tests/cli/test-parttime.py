#!/usr/bin/env python3
"""test-parttime.py — cases and contracts of part-time teachers, two at once, and somebody hired (rec-9, rec-11, rec-13,
rec-18, rec-19, rec-23).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import random
import shutil
import subprocess
import sys

from tap import College, case, main, with_check_digit

PEOPLE = "工号,姓名,身份证号,部门,人员类别,专任教师,来校日期\n"
POSTS = ("招聘批次,岗位代码,岗位名称,岗位类别,岗位等级,用编,招聘人数,招聘方式,开考比例,批文号\n"
         "2025-1,A01,数控专业教师,专业技术,专技十级,在编,1,公开招聘,不设,批1\n"
         "2025-1,A02,电气专业教师,专业技术,专技十级,在编,1,公开招聘,不设,批1\n")


def make_id(birth, serial):
    digits = f"370102{birth}{serial:03d}"
    return with_check_digit(digits)


def fill(college, teachers=7):
    rows = "".join(f"{1001 + i},张三,{make_id('19800101', i)},机械工程系,在编,是,2010-07-01\n" for i in range(teachers))
    college.ok("import", "people", college.write("people.csv", PEOPLE + rows))


def refused(college, code, *words):
    result = college.run(*words)
    assert result.code == 1, (result.code, result.out, result.err)
    assert result.json["error"]["code"] == code, result.json["error"]
    return result.json


def open_case(serial, *more):
    return ("parttime", "open", "--name", "李四", "--id", make_id("19750101", serial), "--from", "2026-03-01", "--to",
            "2026-07-31", *more)


@case("/cli/rec-23/life")
def life():
    with College(establishment=10) as college:
        fill(college)
        assert college.run("parttime", "list", flags=()).out.strip(), "an empty list says that it is empty"
        opened = college.ok(*open_case(1, "--fte", "1", "--rate", "100"))
        assert opened["case"] == 1 and opened["limit"] == 2, opened
        college.ok(*open_case(2))
        got = refused(college, "quota.exceeded", *open_case(3, "--fte", "0.1"))
        assert got["first_day_over"] == "2026-03-01", got
        college.ok("parttime", "withdraw", 2, "--reason", "另有安排")
        refused(college, "step.not_allowed", "parttime", "withdraw", 2, "--reason", "再次")
        college.ok("parttime", "sign", 1, "--agreement", "JZ-1")
        refused(college, "step.not_allowed", "parttime", "sign", 1, "--agreement", "JZ-9")
        got = college.ok("parttime", "change", "JZ-1", "--from", "2026-05-01", "--fte", "0.5")
        assert [s["fte"] for s in got["stretches"]] == ["1.0000", "0.5000"], got
        assert college.ok("quota", "--on", "2026-05-01")["used"] == "0.5000"
        refused(college, "date.order", "parttime", "change", "JZ-1", "--from", "2026-05-01", "--fte", "1")
        refused(college, "quota.exceeded", "parttime", "change", "JZ-1", "--from", "2026-06-01", "--fte", "3")
        got = college.ok("parttime", "renew", "JZ-1", "--agreement", "JZ-2", "--to", "2026-12-31")
        assert got["stretches"][0]["from"] == "2026-08-01" and got["stretches"][0]["fte"] == "0.5000", got
        refused(college, "agreement.duplicate", "parttime", "renew", "JZ-2", "--agreement", "JZ-1", "--to", "2027-01-31")
        got = college.ok("parttime", "end", "JZ-1", "--on", "2026-04-15", "--reason", "辞聘")
        assert [s["to"] for s in got["stretches"]] == ["2026-04-15"], got
        got = college.ok("parttime", "end", "JZ-2", "--on", "2026-07-31", "--reason", "未到岗")
        assert got["stretches"] == [], got
        assert college.ok("quota", "--on", "2026-09-01")["used"] == "0.0000"
        college.ok("verify")


@case("/cli/rec-23/over-with-approval")
def approval():
    with College(establishment=5) as college:
        fill(college)
        college.ok(*open_case(1))
        college.ok(*open_case(2, "--approval", "鲁人社批〔2026〕1号"))
        assert college.ok("quota", "--on", "2026-03-01")["available"] == "-1.0000"


@case("/cli/rec-9/race")
def race():
    """Two processes ask for the last place: exactly one gets it, the other its sentence."""
    rounds = 200 if os.environ.get("SHIZI_LONG") else 5
    with College(establishment=5) as college:
        fill(college)
        for _ in range(rounds):
            running = [subprocess.Popen(college.command(*open_case(serial)), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                       for serial in (1, 2)]
            answers = [(process.communicate()[0], process.returncode) for process in running]
            assert sorted(code for _, code in answers) == [0, 1], answers
            lost = json.loads(next(out for out, code in answers if code == 1))
            assert lost["error"]["code"] == "quota.exceeded", lost
            won = json.loads(next(out for out, code in answers if code == 0))
            college.ok("parttime", "withdraw", won["case"], "--reason", "下一轮")
        college.ok("verify")


@case("/cli/rec-13/race")
def race_for_posts():
    """Two posts for the last place of the establishment: one is approved, the other gets its sentence."""
    rounds = 200 if os.environ.get("SHIZI_LONG") else 3
    with College(establishment=8) as college:
        fill(college)
        college.ok("recruit", "plan", "2025-1", "--cutoff", "2025-04-30")
        college.ok("import", "positions", college.write("posts.csv", POSTS))
        pristine = college.folder / "pristine.db"
        shutil.copy(college.db, pristine)
        for _ in range(rounds):
            shutil.copy(pristine, college.db)
            running = [subprocess.Popen(college.command("recruit", "step", "2025-1", post, "approve", "--on", "2025-05-06",
                                                        "--source", "函1"), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                       for post in ("A01", "A02")]
            answers = [(process.communicate()[0], process.returncode) for process in running]
            assert sorted(code for _, code in answers) == [0, 1], answers
            lost = json.loads(next(out for out, code in answers if code == 1))
            assert lost["error"]["code"] == "establishment.exceeded" and lost["date"] == "2025-05-06", lost
            assert college.ok("establishment", "--on", "2025-05-06")["reserved"] == 1
        college.ok("verify")


def ledger(college):
    days = ("2025-05-05", "2025-05-06", "2025-06-30", "2025-12-31", "2026-12-31")
    return [college.ok("establishment", "--on", day) for day in days] + [college.ok("establishment", "list")]


@case("/cli/rec-13/rec-14/there-and-back")
def there_and_back():
    """A plan walked forwards and back leaves the ledger as it was; cancelled it leaves nothing."""
    with College(establishment=9) as college:
        fill(college)
        college.ok("recruit", "plan", "2025-1", "--cutoff", "2025-04-30")
        college.ok("import", "positions", college.write("posts.csv", POSTS))
        college.ok("import", "applicants", college.write(
            "applicants.csv", f"招聘批次,岗位代码,姓名,身份证号,学历\n2025-1,A01,王五,{make_id('19950101', 9)},本科\n"))
        before = ledger(college)
        step = ("recruit", "step", "2025-1", "A01")
        college.ok(*step, "approve", "--on", "2025-05-06", "--source", "函1")
        approved = ledger(college)
        assert [one["reserved"] for one in approved[:-1]] == [0, 1, 1, 1, 1], approved
        for act, day in (("announce", "05-06"), ("screen", "05-14"), ("open-exam", "05-20")):
            college.ok(*step, act, "--on", f"2025-{day}")
        college.ok("exam", "enter", "2025-1", "A01", "A01-001", "面试", 88, 86.5, 90, 84, 87.5, 91, 85.5)
        college.ok("exam", "enter", "2025-1", "A01", "A01-001", "笔试", "--score", "78")
        college.ok(*step, "finish-exam", "--on", "2025-05-22")
        for state in ("exam", "screening", "announced", "approved"):
            got = college.ok(*step, "back", "--on", "2025-05-23", "--reason", "重来")
            assert got["to"] == state, got
        assert ledger(college) == approved
        college.ok(*step, "cancel", "--on", "2025-05-24", "--source", "函2", "--reason", "专业停招")
        assert ledger(college) == before
        college.ok("verify")


@case("/cli/rec-13/rec-19/there-and-back-anywhere")
def there_and_back_anywhere():
    """The same for plans that are drawn: any posts, as far as they go, back in any order."""
    chance = random.Random(int(os.environ.get("SHIZI_SEED", "8")))
    acts = (("announce", "05-07"), ("screen", "05-19"), ("open-exam", "05-20"), ("finish-exam", "05-22"))
    with College(establishment=40) as college:
        fill(college)
        for number in range(40 if os.environ.get("SHIZI_LONG") else 2):
            plan, posts = f"2025-{number + 1}", [f"C{n:02d}" for n in range(chance.randint(1, 3))]
            college.ok("recruit", "plan", plan, "--cutoff", "2025-04-30")
            college.ok("import", "positions", college.write(
                f"plan{number}.csv", "招聘批次,岗位代码,岗位名称,岗位类别,用编,招聘人数,招聘方式,考试方式,开考比例,批文号\n" + "".join(
                    f"{plan},{post},教师,专业技术,{chance.choice(('在编', '在编', '编外'))},{chance.randint(1, 4)},直接考察,,不设,批1\n"
                    for post in posts)))
            college.ok("import", "applicants", college.write(
                f"people{number}.csv", "招聘批次,岗位代码,姓名,身份证号,审查意见,审查说明\n" + "".join(
                    f"{plan},{post},王五,{make_id('19950101', 3 * n + m)},合格,已核\n"
                    for n, post in enumerate(posts) for m in range(chance.randint(0, 2)))))
            before = ledger(college)
            for post in posts:
                college.ok("recruit", "step", plan, post, "approve", "--on", "2025-05-06", "--source", "函1")
            approved, walked = ledger(college), []
            for post in posts:
                for act, day in acts[:chance.randint(0, len(acts))]:
                    if college.run("recruit", "step", plan, post, act, "--on", f"2025-{day}").code != 0:
                        break
                    walked.append(post)
            chance.shuffle(walked)
            for post in walked:
                back = college.run("recruit", "step", plan, post, "back", "--on", "2025-06-01", "--reason", "重来")
                assert back.code == 0 or back.json["state"] == "cancelled", back.out
            stays = [one["post"] for one in college.ok("recruit", "list", plan)["positions"] if one["state"] == "approved"]
            assert stays != posts or ledger(college) == approved, (plan, walked)
            for post in stays:
                college.ok("recruit", "step", plan, post, "cancel", "--on", "2025-06-02", "--source", "函2", "--reason", "停招")
            assert ledger(college) == before, (plan, walked)
        college.ok("verify")


MOVES = ("招聘批次,岗位代码,岗位名称,岗位类别,用编,招聘人数,招聘方式,年龄要求,开考比例,批文号\n"
         "2025-1,B01,数控专业教师,专业技术,编外,1,公开招聘,,3:1,\n"
         "2025-1,B02,电气专业教师,专业技术,编外,1,公开招聘,40周岁以下,不设,批1\n"
         "2025-1,B03,汽车专业教师,专业技术,编外,1,公开招聘,20周岁以下,不设,批1\n")


@case("/cli/rec-18/moves")
def moves():
    """From a cancelled post, once, to one whose exam is not open, where the rules do not refuse."""
    with College(establishment=8) as college:
        fill(college)
        college.ok("recruit", "plan", "2025-1", "--cutoff", "2025-04-30")
        college.ok("import", "positions", college.write("posts.csv", MOVES))
        rows = "".join(f"2025-1,{post},王五,{make_id('19950101', serial)},本科\n"
                       for post, serial in (("B01", 21), ("B01", 22), ("B02", 23)))
        college.ok("import", "applicants", college.write("applicants.csv", "招聘批次,岗位代码,姓名,身份证号,学历\n" + rows))
        step = ("recruit", "step", "2025-1")
        refused(college, "step.not_allowed", "recruit", "move", "2025-1", "B01-001", "--to", "B02")
        for act, day in (("approve", "05-06"), ("announce", "05-06"), ("screen", "05-14"), ("open-exam", "05-20")):
            got = college.ok(*step, "B01", act, "--on", f"2025-{day}", "--source", "函1")
        assert got["to"] == "cancelled" and got["places"] == 0, got
        assert college.run("recruit", "move", "2025-1", "B01-001", "--to", "B03").code == 1
        college.ok("recruit", "move", "2025-1", "B01-001", "--to", "B02")
        refused(college, "applicant.moved", "recruit", "move", "2025-1", "B01-001", "--to", "B02")
        posts = {one["post"]: one for one in college.ok("recruit", "list", "2025-1")["positions"]}
        assert (posts["B01"]["registered"], posts["B02"]["registered"], posts["B02"]["qualified"]) == (2, 2, 2), posts
        tickets = [one["ticket"] for one in college.ok("recruit", "screen", "2025-1", "B02")["applicants"]]
        assert tickets == ["B01-001", "B02-001"], tickets
        for act, day in (("approve", "05-21"), ("announce", "05-21"), ("screen", "06-03"), ("open-exam", "06-04")):
            college.ok(*step, "B02", act, "--on", f"2025-{day}", "--source", "函1")
        refused(college, "step.not_allowed", "recruit", "move", "2025-1", "B01-002", "--to", "B02")
        college.ok("verify")


@case("/cli/rec-11/hire")
def hire():
    with College(establishment=8) as college:
        fill(college)
        college.ok("recruit", "plan", "2025-1", "--cutoff", "2025-04-30")
        college.ok("import", "positions", college.write("posts.csv", POSTS))
        applicants = f"招聘批次,岗位代码,姓名,身份证号,学历\n2025-1,A01,王五,{make_id('19950101', 9)},本科\n"
        college.ok("import", "applicants", college.write("applicants.csv", applicants))
        ticket = "A01-001"
        step = ("recruit", "step", "2025-1", "A01")
        college.ok(*step, "approve", "--on", "2025-05-06", "--source", "函1")
        college.ok(*step, "announce", "--on", "2025-05-06")
        college.ok(*step, "screen", "--on", "2025-05-14")
        refused(college, "step.not_allowed", "recruit", "hire", "2025-1", "A01", ticket,
                "--from", "2025-07-01")
        college.ok(*step, "open-exam", "--on", "2025-05-20")
        refused(college, "exam.incomplete", *step, "finish-exam", "--on", "2025-05-21")
        college.ok("exam", "enter", "2025-1", "A01", ticket, "面试", 88, 86.5, 90, 84, 87.5, 91, 85.5)
        refused(college, "score.range", "exam", "enter", "2025-1", "A01", ticket, "笔试", "--score", "855")
        refused(college, "component.unknown", "exam", "enter", "2025-1", "A01", ticket, "面试", "--item", "跳舞", 80, 80, 80)
        refused(college, "score.not_entered", "exam", "check", "2025-1", "A01", ticket, "笔试", "--score", "78.40")
        got = college.ok("exam", "check", "2025-1", "A01", ticket, "面试", 88, 86.5, 90, 84, 87.5, 91, 85)
        assert (got["cells"], got["equal"]) == (7, 6), got
        college.ok("exam", "enter", "2025-1", "A01", ticket, "笔试", "--score", "78.40")
        college.ok(*step, "finish-exam", "--on", "2025-05-22")
        refused(college, "scores.locked", "exam", "enter", "2025-1", "A01", ticket, "笔试", "--score", "80")
        college.ok("exam", "correct", "2025-1", "A01", ticket, "笔试", "--score", "80", "--reason", "登分错误")
        score = college.ok("exam", "score", "2025-1", "A01")["positions"][0]["applicants"][0]
        assert score["scores"] == {"面试": "87.50", "笔试": "80.00"} and score["total"] == "83.75", score
        refused(college, "result.incomplete", *step, "publish", "--on", "2025-06-01")
        checks = f"招聘批次,准考证号,体检,考察\n2025-1,{ticket},合格,合格\n"
        college.ok("import", "checks", college.write("checks.csv", checks))
        notice = college.ok(*step, "publish", "--on", "2025-06-03")["notice"]
        refused(college, "hire.too_early", "recruit", "hire", "2025-1", "A01", ticket, "--from", notice["to"])
        objection = college.ok("recruit", "objection", "2025-1", "A01", ticket, "--on", "2025-06-04", "--text", "学历")
        refused(college, "objection.open", "recruit", "hire", "2025-1", "A01", ticket, "--from", "2025-07-01")
        college.ok("recruit", "answer", objection["id"], "--dismissed", "--text", "属实")
        before = college.ok("establishment", "--on", "2025-07-01")
        assert (before["occupied"], before["reserved"]) == (7, 1), before
        got = college.ok("recruit", "hire", "2025-1", "A01", ticket, "--from", "2025-07-01", "--first-job", "是")
        assert got["contract"] == {"from": "2025-07-01", "to": "2028-06-30", "probation_to": "2026-06-30"}, got
        for day, numbers in (("2025-06-30", (7, 1)), ("2025-07-01", (8, 0))):
            balance = college.ok("establishment", "--on", day)
            assert (balance["occupied"], balance["reserved"]) == numbers, (day, balance)
        refused(college, "hire.done", "recruit", "hire", "2025-1", "A01", ticket, "--from", "2025-07-01")
        college.ok(*step, "close", "--on", "2025-07-02")
        college.ok("verify")


if __name__ == "__main__":
    sys.exit(main())
