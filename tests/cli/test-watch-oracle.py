#!/usr/bin/env python3
"""test-watch-oracle.py — random registers, families and progress reports against a second computation of the rules.

SHIZI_WATCH_SEED=17 runs one college again; SHIZI_LONG=1 runs forty.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import os
import random
import sys

import oracle_watch as oracle
from tap import College, case, main, with_check_digit

SEEDS = [int(os.environ["SHIZI_WATCH_SEED"])] if "SHIZI_WATCH_SEED" in os.environ else list(
    range(1, 41 if os.environ.get("SHIZI_LONG") else 4))
YEAR = 2025


def id_number(dice, serial):
    born = datetime.date(1965, 1, 1) + datetime.timedelta(days=dice.randrange(14000))
    body = f"370102{born:%Y%m%d}{serial:03d}"
    return with_check_digit(body)


def some_day(dice, year=YEAR, spread=1):
    first = datetime.date(year - spread, 1, 1)
    return (first + datetime.timedelta(days=dice.randrange(365 * (2 * spread + 1)))).isoformat()


def or_empty(dice, text, share=0.3):
    return "" if dice.random() < share else text


def table(rows, headings):
    return "\n".join([",".join(headings)] + [",".join(row[h] for h in headings) for row in rows]) + "\n"


class Registers:
    """What a random college hands in, as rows of text."""

    def __init__(self, seed):
        dice = self.dice = random.Random(seed)
        self.staff = [str(1001 + i) for i in range(14)]
        self.people = [{"工号": n, "姓名": f"教师{n}", "身份证号": id_number(dice, i), "部门": dice.choice(["教务处", "财务处"]),
                        "人员类别": "在编", "来校日期": "2010-09-01", "离校日期": or_empty(dice, some_day(dice), 0.8)}
                       for i, n in enumerate(self.staff)]
        self.ids = [id_number(dice, 100 + i) for i in range(9)]
        self.trainees, self.majors = self.make_trainees(), self.make_majors()
        self.graduates = [{"毕业年度": str(YEAR - (dice.random() < 0.1)), "学号": f"S{i:03d}", "姓名": "学生",
                           "毕业去向": dice.choice(sorted(oracle.PLACED) + ["待就业", "不就业"]),
                           "落实日期": or_empty(dice, some_day(dice)), "佐证材料": or_empty(dice, "协议")}
                          for i in range(dice.randrange(1, 40))]
        self.make_skill()
        self.roster = [{"工号": n, "类别": kind, "列入日期": some_day(dice, YEAR - 2), "移出日期": ""}
                       for n in self.staff for kind in ("骨干教师", "管理人员") if dice.random() < 0.4]
        for row in self.roster:
            if dice.random() < 0.2:
                row["移出日期"] = max(row["列入日期"], some_day(dice))
        self.courses = [{"工号": n, "培训班名称": f"班{i}", "起": "2021-01-01", "止": some_day(dice, YEAR - 2, 2), "学时": "40",
                         "结业": dice.choice("是是是否")} for n in self.staff for i in range(dice.randrange(3))]
        for row in self.courses:
            row["起"] = min(row["起"], row["止"])
        self.contests = self.unique([{"赛事名称": dice.choice("甲乙丙"), "级别": dice.choice(["世界级", "国家级", "省级", "市级", "校级"]),
                          "项目": f"P{i}", "日期": some_day(dice), "承办": dice.choice(["是", "否", ""]), "姓名": f"选手{i}",
                          "身份": dice.choice(["选手", "教练", ""]), "奖项": or_empty(dice, "一等奖")} for i in range(15)],
                         ("赛事名称", "日期", "项目", "姓名"))
        self.entries = self.make_entries()

    @staticmethod
    def unique(rows, key):
        return list({tuple(row[k] for k in key): row for row in rows}.values())

    def make_trainees(self):
        dice, rows = self.dice, []
        for number in range(dice.randrange(1, 7)):
            start = some_day(dice)
            end = (datetime.date.fromisoformat(start) + datetime.timedelta(days=dice.randrange(40))).isoformat()
            due = dice.choice(["40", "48", "80", "120"])
            state = dice.choice(["正常", "", "取消"] + ["正常"] * 3)
            for person in dice.sample(self.ids, dice.randrange(1, 9)):
                share = dice.choice([1, 0.8, 0.79, 0.5])
                rows.append({"项目编号": f"PX{number % 3}", "项目类别": dice.choice("甲乙") if False else "甲乙"[number % 2],
                             "班次": f"第{number}期", "开班日期": start, "结班日期": end, "姓名": "学员", "身份证号": person,
                             "应完成学时": due, "完成学时": f"{float(due) * share:.2f}", "结业": dice.choice(["", "", "是", "否"]),
                             "班次状态": state})
        return rows

    def make_majors(self):
        dice, rows = self.dice, []
        for number in range(dice.randrange(1, 12)):
            opened = or_empty(dice, some_day(dice, YEAR - 1))
            stopped = or_empty(dice, some_day(dice, YEAR + 1), 0.7)
            if opened and stopped and stopped < opened:
                stopped = ""
            shared = {"专业代码": f"{number:04d}", "专业名称": f"专业{number}", "开设日期": opened, "停招日期": stopped,
                      **{name: dice.choice(["是", "是", "是", "否", ""]) for name in ("课程达标", "教师达标", "场地达标", "实施达标")},
                      "一体化达标日期": or_empty(dice, some_day(dice))}
            for agreement in range(dice.randrange(3)) or [None]:
                first, last = sorted([some_day(dice), some_day(dice)])
                has = agreement is not None
                rows.append({**shared, "协议编号": f"X{number}-{agreement}" if has else "", "协议起": first if has else "",
                             "协议止": last if has else ""})
        return rows

    def make_skill(self):
        dice = self.dice
        keys = [(str(YEAR), dice.choice("上下"), f"S{i}", dice.choice("车钳"), "高级工") for i in range(dice.randrange(1, 30))]
        self.due = [dict(zip(oracle.KEY, key), 姓名="学生", 专业=dice.choice("子丑"), 豁免原因=or_empty(dice, "休学", 0.8),
                         豁免文号=or_empty(dice, "文号", 0.6), 未评原因=or_empty(dice, "病假")) for key in keys]
        self.done = [dict(zip(oracle.KEY, key), 理论成绩=or_empty(dice, dice.choice(["59.5", "60", "88"])),
                          技能成绩=or_empty(dice, dice.choice(["59", "60", "90"])), 结果=dice.choice(["", "合格", "不合格", "缺考"]),
                          考试日期=or_empty(dice, some_day(dice))) for key in keys if dice.random() < 0.8]
        self.done += [dict(zip(oracle.KEY, (str(YEAR), "上", f"Z{i}", "车", "高级工")), 理论成绩="70", 技能成绩="70", 结果="", 考试日期="")
                      for i in range(dice.randrange(3))]

    def make_entries(self):
        """Months, some single and some as the sum so far; a sum swallows what lies before it, so nothing overlaps."""
        rows = []
        for name, kind in (("enrolment", "count"), ("students", "stock"), ("training", "count"), ("employment", "ratio")):
            for month in range(1, 13):
                if self.dice.random() < 0.5:
                    continue
                last = (datetime.date(YEAR + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)).isoformat()
                single = kind == "count" and self.dice.random() < 0.6
                rows.append({"年度": str(YEAR), "指标": name, "期间": f"{month}月", "from": f"{YEAR}-{month:02d}-01", "to": last,
                             "本期完成": str(self.dice.randrange(-3, 60)) if single else "",
                             "累计完成": "" if single else str(self.dice.randrange(0, 400)),
                             "基数": str(self.dice.randrange(0, 400)) if kind == "ratio" else ""})
        return rows

    def sheets(self):
        return [("people", self.people), ("trainees", self.trainees), ("majors", self.majors), ("graduates", self.graduates),
                ("skill-due", self.due), ("skill-done", self.done), ("rotation-roster", self.roster), ("rotations", self.courses),
                ("contests", self.contests), ("target-entries", self.entries)]


def wanted_lines(registers, on):
    """RULE tgt-11 over everything: the register where it has a row of the year, else the entries."""
    trained = oracle.training(registers.trainees, YEAR, on)
    offered = oracle.majors(registers.majors, on)
    placed = oracle.graduates(registers.graduates, YEAR, on)
    assessed = oracle.skill(registers.due, registers.done, YEAR, on)
    serving = [p["工号"] for p in registers.people if not p["离校日期"] or oracle.day(p["离校日期"]) >= on]
    turned = oracle.rotation(registers.roster, registers.courses, on, serving)
    shown = oracle.contests(registers.contests, YEAR, on)
    in_year = {"training": any(oracle.day(r["结班日期"]).year == YEAR for r in registers.trainees),
               "contests": any(oracle.day(r["日期"]).year == YEAR for r in registers.contests)}
    values = {}
    if in_year["training"]:
        values["training"] = (trained["person_times"], None)
    if placed["graduates"]:
        values["employment"] = (placed["placed"], placed["graduates"])
    values["joint"] = (sum(m["joint"] for m in offered), len(offered))
    values["integrated"] = (sum(m["integrated"] for m in offered), len(offered))
    values["assessed"] = (assessed["taken"], assessed["due"])
    if registers.roster:
        values["rotation"] = (sum(covered for covered, _, _ in turned.values()), len(turned))
    if in_year["contests"]:
        values["contests_hosted"], values["contests_won"] = (shown["hosted"], None), (shown["won"], None)
    lines = {}
    for name, kind in oracle.KINDS.items():
        if name not in values:
            entries = [(oracle.day(e["from"]), oracle.day(e["to"]), "本期" if e["本期完成"] else "累计",
                        int(e["本期完成"] or e["累计完成"]), int(e["基数"] or 0)) for e in registers.entries if e["指标"] == name]
            values[name] = oracle.value_of_entries(entries, kind, on)
        lines[name] = oracle.judge(name, kind, {"enrolment": 300, "training": 40}.get(name, oracle.GOALS.get(name)), *values[name], on)
    return lines, trained, offered, placed, assessed, turned, shown


def compare(seed):
    registers = Registers(seed)
    with College(establishment=30) as college:
        for kind, rows in registers.sheets():
            if not rows:
                continue
            headings = [h for h in rows[0] if h not in ("from", "to")]
            path = college.write(f"{kind}.csv", table(rows, headings))
            result = college.run("import", kind, path)
            assert result.code == 0, (seed, kind, result.out[:1500], result.err[:500])
        college.ok("targets", "set", "enrolment", "300", "--year", str(YEAR))
        college.ok("targets", "set", "training", "40", "--year", str(YEAR))
        for on in [datetime.date.fromisoformat(some_day(registers.dice, YEAR, 0)) for _ in range(2)] + [datetime.date(YEAR, 12, 31)]:
            where = f"SHIZI_WATCH_SEED={seed} on {on}"
            lines, trained, offered, placed, assessed, turned, shown = wanted_lines(registers, on)
            got = {t["id"]: t for t in college.ok("targets", "--on", on.isoformat())["targets"]}
            for name, line in lines.items():
                for key, value in line.items():
                    assert got[name][key] == value, (where, name, key, got[name], line)

            def detail(target):
                return college.ok("targets", "show", target, "--on", on.isoformat())["detail"]
            assert {k: detail("training")[k] for k in trained} == trained, (where, detail("training"), trained)
            assert detail("joint")["majors"] == offered, (where, detail("joint"), offered)
            graduates = detail("employment")
            assert [row["student_no"] for row in graduates.pop("missing")] == placed.pop("missing"), where
            assert {k: graduates[k] for k in placed} == placed, where
            assert {k: detail("assessed")[k] for k in assessed} == assessed, (where, detail("assessed"), assessed)
            assert {p["staff_no"]: (p["covered"], p["last"], p["lapses"]) for p in detail("rotation")["people"]} == turned, where
            assert detail("contests_won") == shown, where
            for stats in college.ok("stats", "--on", on.isoformat())["tables"]:
                assert [row["share"] for row in stats["rows"]] == oracle.shares([row["total"] for row in stats["rows"]]), where


@case("/cli/tgt-11/oracle")
def colleges():
    for seed in SEEDS:
        compare(seed)


if __name__ == "__main__":
    sys.exit(main())
