#!/usr/bin/env python3
"""test-watch-kinds.py — the kinds of the catalogue (RULE aud-3), each in a state in which it finds and in one that is nearly
that and in which it does not. Those of recruitment, titles and pay runs stand in the tests of these areas; the last case
sees to it that none is left out.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import shutil
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from scanned import Scan  # noqa: E402
from tap import SOURCE, College, case, main, with_check_digit  # noqa: E402

DAY = "2025-10-15"
ESTABLISHMENT = 20
POST = "专业技术,专技十级"
COLLEGE = College(establishment=ESTABLISHMENT)


def id_number(born, serial):
    return with_check_digit(f"370102{born}{serial:03d}")


OWN = id_number("19800101", 1)
GONE = id_number("19800102", 11)


def load(kind, text, *words):
    return COLLEGE.ok("import", kind, COLLEGE.write(f"{kind}.csv", text), *words)


def scan(day=DAY):
    return Scan(COLLEGE, day)


# ---- people, posts, contracts ----

PEOPLE = "工号,姓名,身份证号,性别,部门,人员类别,岗位类别,岗位等级,专任教师,来校日期,离校日期\n"


def own_staff():
    rows = [f"{1001 + i},张{'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸'[i]},{id_number('19800101', 2 * i + 1)},男,"
            f"{'财务处' if i == 1 else '审计处' if i == 4 else '人事处' if i == 3 else '教务处'},在编,{POST},是,2010-07-01,\n"
            for i in range(ESTABLISHMENT)]
    rows.append(f"1101,李走,{GONE},男,教务处,劳务派遣,,,否,2010-07-01,2024-12-31\n")
    rows.append(f"1102,李外,{id_number('19500101', 21)},男,教务处,外聘,,,否,2015-07-01,\n")
    rows.append(f"1103,李新,{id_number('19800101', 93)},男,教务处,劳务派遣,,,否,2025-03-03,\n")
    return PEOPLE + "".join(rows)


@case("/cli/aud-3/people")
def people():
    """One in service beyond the establishment, without a post; one of the hired out past the month, where 外聘 may be."""
    load("people", own_staff())
    load("departments", "部门,序号,职能\n人事处,1,组织人事\n财务处,2,财务\n审计处,3,审计\n教务处,4,其他\n")
    load("staff-contracts", f"工号,合同起,合同止\n1001,2020-01-01,{DAY}\n1002,2015-01-01,2024-12-31\n1002,2025-01-01,2027-12-31\n")
    scan().misses("people.past_retirement", "people.no_post", "establishment.over", "contract.ended")
    load("people", PEOPLE + f"1121,王编,{id_number('19850101', 31)},男,教务处,在编,,,否,2025-07-01,\n"
         f"1122,王老,{id_number('19600101', 33)},男,教务处,劳务派遣,,,否,2015-07-01,\n")
    load("staff-contracts", "工号,合同起,合同止\n1003,2020-01-01,2025-10-14\n")
    found = scan()
    assert found.finds("people.no_post", "people")["size"] == 1
    over = found.finds("establishment.over", "establishment")
    assert over["size"] == 1 and DAY in over["message"], over
    assert found.finds("people.past_retirement", "1122")["concerns"]["staff_no"] == "1122"
    assert "2025-10-14" in found.finds("contract.ended", "1003")["message"]


@case("/cli/aud-3/parttime")
def parttime():
    """The last day allowed by age and by term, and one who left before; then a day more, and somebody who serves."""
    head = "协议号,姓名,身份证号,聘期起,聘期止,周课时\n"
    old, older = id_number("19591017", 41), id_number("19591016", 43)
    load("parttime", head + f"J1,甲,{old},2025-03-01,2025-10-16,4\nJ2,乙,{id_number('19750101', 45)},2024-01-01,2025-12-31,4\n"
         f"J3,李走,{GONE},2025-01-01,2025-12-31,4\n")
    scan().misses("parttime.over", "parttime.own_staff", "parttime.age", "parttime.term_long")
    load("parttime", head + f"J4,丙,{older},2025-03-01,2025-10-16,4\nJ5,丁,{id_number('19750101', 47)},2024-01-01,2026-01-01,4\n"
         f"J6,张一,{OWN},2025-03-01,2025-12-31,4\n" + "".join(
             f"K{i},戊,{id_number('19760101', 51 + 2 * i)},2025-03-01,2025-12-31,20\n" for i in range(8)))
    found = scan()
    assert "66" in found.finds("parttime.age", "J4")["message"]
    assert found.finds("parttime.own_staff", "J6")["facts"]["staff_no"] == "1001"
    assert "2026-01-01" in found.finds("parttime.term_long", "J5")["message"]
    over = found.finds("parttime.over", "parttime")
    assert over["size"] > 1 and over["facts"]["day"] == DAY == over["facts"]["from"], over


@case("/cli/aud-4/kinds")
def kin():
    """Without duties, and in a department of another 职能, relatives are no finding."""
    load("kinship", "工号,亲属工号,关系\n1001,1003,夫妻\n1002,1006,兄弟姐妹\n1004,1005,夫妻\n")
    leaders = "工号,职务,部门,分管部门,起\n"
    load("leaders", leaders + "1007,院领导副职,,教务处,2020-01-01\n")
    scan().misses("kin.superior", "kin.key_unit", "kin.same_leader")
    load("leaders", leaders + "1001,院领导正职,,人事处、审计处,2020-01-01\n1003,院领导副职,,教务处,2020-01-01\n"
         "1006,院领导副职,,教务处,2020-01-01\n1004,内设机构正职,人事处,,2020-01-01\n1005,内设机构正职,审计处,,2020-01-01\n")
    found = scan()
    assert found.finds("kin.superior", "1001|1003")["concerns"]["office"] == "人事处"
    found.finds("kin.key_unit", "1002|1006")
    found.finds("kin.same_leader", "1004|1005")


# ---- assessments and money ----

@case("/cli/aud-3/assessments")
def assessments():
    """Of 22 who are due a fifth may be 优秀; nobody is missing before 1 March."""
    due = COLLEGE.ok("assess", "--year", "2024")["missing"]
    cap = len(due) // 5
    grades = [f"{number},2024,{'优秀' if i < cap else '合格'}\n" for i, number in enumerate(due)]
    load("assessments", "工号,年度,考核等次\n" + "".join(grades[:-1]))
    scan("2025-02-28").misses("assess.excellent_over", "assess.missing")
    assert scan("2025-03-01").finds("assess.missing", "2024")["size"] == 1
    load("assessments", f"工号,年度,考核等次\n{due[-1]},2024,优秀\n")
    found = scan()
    assert found.finds("assess.excellent_over", "2024")["size"] == 1
    found.misses("assess.missing")


@case("/cli/aud-3/money")
def money():
    """Cost as high as the income, an addition and a talent with their documents, a total that is just reached."""
    income = "年度,项目编号,收入,成本,培训人次\n"
    ledger = "年度,月份,科目,金额,来源,文号\n"
    load("training-income", income + "2025,PX01,1500,1500,20\n")
    load("pay-ledger", ledger + "2025,0,核定总量,100000,财政,人社1号\n2025,3,奖励性,100000,财政,\n2025,4,经批准核增,5000,财政专项,批9号\n")
    load("talents", "工号,方式,年度,金额,批文号\n1001,年薪,2025,200000.00,人社9号\n")
    scan().misses("pay.training_loss", "pay.addition_unapproved", "talent.no_approval", "pay.over_cap", "pay.level_high")
    load("training-income", income + "2025,PX02,1500,1500.01,20\n")
    load("pay-ledger", ledger + "2025,5,奖励性,0.01,财政,\n2025,6,经批准核增,5000,财政专项,\n")
    load("talents", "工号,方式,年度,金额,批文号\n1002,年薪,2025,200000.00,\n")
    found = scan()
    found.finds("pay.training_loss", "2025|PX02")
    found.finds("pay.addition_unapproved", "2025|6|财政专项")
    found.finds("talent.no_approval", "1002|2025")
    assert "0.01" in found.finds("pay.over_cap", "2025")["message"]
    found.misses("pay.level_high")
    for level, severity in (("50000.00", None), ("1500.00", "warning"), ("500.00", "error")):
        COLLEGE.ok("param", "set", "pay.L", level, "--from", "2025-01-01", "--source", "测")
        if severity is None:
            scan().misses("pay.level_high")
        else:
            assert scan().finds("pay.level_high", "2025")["severity"] == severity, level


# ---- workload and classes ----

TRAINING = "项目编号,项目名称,项目类别,班次,日期,节次,工号,课程类型,人数,课时\n"
TRAINEES = "项目编号,项目类别,班次,开班日期,结班日期,姓名,身份证号,结业\n"


@case("/cli/aud-3/workload")
def workload():
    """The first day of service; the hours of a week that are allowed; the two halves of a day."""
    load("training", TRAINING + "PX09,甲,其他,1期,2025-03-03,上午,1103,理论,40,4\nPX09,甲,其他,1期,2025-03-04,1-2,1001,理论,40,2\n"
         "PX09,甲,其他,1期,2025-03-04,3-4,1001,理论,40,2\n")
    most = 18  # load.week_max
    days = "一二三四五六日"
    hours = [f"2025秋,{{}},{days[i // 5]},{i % 5 * 2 + 1}-{i % 5 * 2 + 2},1-18,每周,电工,1班\n" for i in range(most // 2 + 1)]
    head = "学期,工号,星期,节次,起止周,单双周,课程,班级\n"
    load("timetable", head + "".join(line.format(1008) for line in hours[:most // 2]))
    scan().misses("workload.out_of_service", "workload.week_max", "time.clash")
    load("training", TRAINING + "PX09,甲,其他,1期,2025-03-02,上午,1103,理论,40,4\n")
    load("timetable", head + "".join(line.format(1009) for line in hours))
    found = scan()
    assert found.finds("workload.out_of_service", "2025")["size"] == 1
    found.finds("workload.week_max", "1009|2025秋")


@case("/cli/aud-3/time.clash")
def clash():
    """An import refuses two records of one time; what came into the data in another way is found."""
    with College(init=False) as college:
        shutil.copy(COLLEGE.db, college.db)
        with sqlite3.connect(college.db) as db:
            db.execute("UPDATE training_records SET period = '2-3' WHERE period = '3-4' AND date = '2025-03-04'")
        db.close()
        found = Scan(college, DAY)
        item = found.finds("time.clash", *[item["subject"] for item in found.items if item["kind"] == "time.clash"])
        assert "2025-03-04" in item["message"] and len(item["subject"].split("|")) == 2, item


@case("/cli/aud-3/classes")
def classes():
    """Records on the last day of their class; classes that follow each other; as many as were reported."""
    one, other = id_number("19900101", 61), id_number("19900101", 63)
    load("trainees", TRAINEES + f"PX10,其他,1期,2025-05-01,2025-05-10,学一,{one},是\nPX10,其他,1期,2025-05-01,2025-05-10,学二,{other},是\n"
         f"PX11,其他,1期,2025-05-11,2025-05-20,学一,{one},是\nPX09,其他,1期,2025-03-01,2025-03-31,学二,{other},是\n")
    load("training-income", "年度,项目编号,收入,成本,培训人次\n2025,PX10,1500,1000,2\n2025,PX09,1500,1000,1\n")
    load("training", TRAINING + "PX10,甲,其他,1期,2025-05-10,1-2,1010,理论,40,2\n")
    scan().misses("training.no_class", "training.people_differ", "trainee.overlap")
    load("training", TRAINING + "PX10,甲,其他,1期,2025-05-12,1-2,1010,理论,40,2\nPX10,甲,其他,9期,2025-05-10,5-6,1010,理论,40,2\n")
    load("trainees", TRAINEES + f"PX11,其他,2期,2025-05-10,2025-05-12,学二,{other},是\n")
    load("training-income", "年度,项目编号,收入,成本,培训人次\n2025,PX11,1500,1000,5\n")
    found = scan()
    found.finds("training.no_class", "PX10|1期", "PX10|9期")
    assert found.finds("training.people_differ", "2025|PX11")["size"] == 3
    assert found.finds("trainee.overlap", "PX10|1期|PX11|2期")["size"] == 1


# ---- targets ----

@case("/cli/aud-3/targets")
def targets():
    """The whole number that is needed, evidence, documents, reasons, a difference of just what is allowed."""
    entries = "年度,指标,期间,本期完成,累计完成,基数\n"
    graduates = "毕业年度,学号,姓名,毕业去向,落实日期,佐证材料\n"
    due = "年度,批次,学号,姓名,专业,职业工种,等级,豁免原因,豁免文号,未评原因\n"
    load("targets", "年度,指标,任务数\n2025,年招生人数,1000\n2025,职业培训人次,4\n")
    load("graduates", graduates + "2025,S1,毕一,签约,2025-07-01,协议\n2025,S2,毕二,升学,,录取通知\n")
    load("skill-due", due + "2025,一,S1,毕一,电气,电工,四级,休学,批1号,\n2025,一,S2,毕二,电气,电工,四级,,,请假\n")
    load("target-entries", entries + "2025,全日制在校生规模,2025-09-30,,1000,\n2025,缴费在校生人数,2025-09-30,,980,\n"
         "2025,毕业生就业率,2025-09-30,,2,2\n2025,年招生人数,9月,1000,,\n")
    scan().misses("target.behind", "target.entries_differ", "graduate.no_evidence", "skill.exempt_unapproved",
                  "skill.missing_reason", "students.paid_differ")
    load("graduates", graduates + "2025,S3,毕三,灵活就业,,\n2025,S4,毕四,待就业,,\n")
    load("skill-due", due + "2025,一,S3,毕三,电气,电工,四级,休学,,因病\n2025,一,S4,毕四,电气,电工,四级,,,\n")
    load("target-entries", entries + "2025,缴费在校生人数,2025-09-30,,979,\n", "--update")
    load("targets", "年度,指标,任务数\n2025,职业培训人次,400\n", "--update")
    found = scan()
    found.finds("target.behind", "2025|training")
    assert "2" in found.finds("target.entries_differ", "2025|employment")["message"]
    assert found.finds("graduate.no_evidence", "2025")["size"] == 1
    found.finds("skill.exempt_unapproved", "2025")
    assert found.finds("skill.missing_reason", "2025")["size"] == 1
    assert found.finds("students.paid_differ", "2025")["size"] == 21


@case("/cli/tgt-11/short")
def short():
    """Below all year long; a number that counts is missed on the last day only; one that is reached is no finding."""
    found = {item["subject"]: item["severity"] for item in scan().items if item["kind"] == "target.short"}
    assert found.get("2025|employment") == "warning" and "2025|training" not in found, found
    found = scan("2025-12-31")
    found.misses("target.behind")
    short_ones = {item["subject"]: item["severity"] for item in found.items if item["kind"] == "target.short"}
    assert short_ones["2025|training"] == short_ones["2025|employment"] == "error", short_ones
    assert "2025|enrolment" not in short_ones, short_ones
    with College() as college:
        Scan(college, "2025-12-31").misses("target.short")
        college.ok("targets", "set", "enrolment", "5", "--year", "2025")
        college.ok("import", "target-entries", college.write("e.csv", "年度,指标,期间,累计完成\n2025,年招生人数,9月,4\n"))
        Scan(college, "2025-12-30").misses("target.short")
        Scan(college, "2025-12-31").finds("target.short", "2025|enrolment")


@case("/cli/aud-5/overdue")
def overdue():
    head = "问题编号,来源,领域,问题,责任单位,整改时限,完成率,佐证材料,销号审核人,销号日期\n"
    load("rectify", head + f"ZG-1,审计,其他,账目不清,财务处,{DAY},50,,,\nZG-2,审计,其他,手续不全,财务处,2025-10-01,100,清单,纪委,2025-10-10\n")
    scan().misses("rectify.overdue")
    load("rectify", head + "ZG-3,审计,其他,合同归档不及时,教务处,2025-10-14,100,,,\n")
    item = scan().finds("rectify.overdue", "ZG-3")
    assert item["concerns"]["office"] == "教务处" and "2025-10-14" in item["message"], item


# ---- the log ----

@case("/cli/aud-3/refused-often")
def refused_often():
    """Three refused acts of one name in a month; two are none."""
    number = COLLEGE.ok("findings")["items"][0]["no"]
    COLLEGE.ok("findings", "answer", number, "--text", "已按要求整改", "--evidence", "报告")
    for _ in range(2):
        assert COLLEGE.run("findings", "accept", number).code == 1
    scan().misses("act.refused_often")
    assert COLLEGE.run("findings", "accept", number).code == 1
    found = [item for item in scan().items if item["kind"] == "act.refused_often"]
    assert len(found) == 1 and found[0]["size"] == 3 and found[0]["subject"].startswith("测试|"), found


@case("/cli/aud-3/backup")
def backup():
    scan().finds("backup.old", "backup")
    COLLEGE.ok("backup", "-o", COLLEGE.folder / "copy.db")
    today = Scan(COLLEGE)
    today.misses("backup.old")


@case("/cli/aud-3/every-kind")
def every_kind():
    """Each kind of the catalogue is looked for in a state in which it finds, and in one in which it does not."""
    text = "".join(path.read_text("utf-8") for path in (SOURCE / "tests").rglob("*")
                   if path.suffix in (".py", ".c") and path.is_file())
    finds = set(re.findall(r'finds ?\((?:\w+, )?"([a-z]+\.[a-z_]+)"', text))
    misses = set(re.findall(r'"([a-z]+\.[a-z_]+)"', " ".join(re.findall(r"misses ?\(([^)]*)\)", text))))
    kinds = {kind["kind"] for kind in COLLEGE.ok("findings", "kinds")["kinds"]}
    assert len(kinds) > 60 and kinds <= finds, sorted(kinds - finds)
    assert kinds <= misses, sorted(kinds - misses)


if __name__ == "__main__":
    try:
        code = main(sys.argv[2:])
    finally:
        shutil.rmtree(COLLEGE.folder)
    sys.exit(code)
