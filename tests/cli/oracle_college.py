"""oracle_college.py — a random small college, told to the program as CSV files and to the oracle as facts.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import random
from datetime import date, timedelta
from fractions import Fraction as F

from oracle import Oracle, show

DEPARTMENTS = ["信息工程系", "机械工程系", "人事处", "Zeta部"]
POSTS = [f"专技{n}级" for n in "一 二 三 四 五 六 七 八 九 十 十一 十二 十三".split()] + \
        ["管理五级", "管理八级", "技术工二级", "技术工五级", "普通工"]
CATEGORY = {"专": "专业技术", "管": "管理", "技": "工勤技能", "普": "工勤技能"}
GRADES = ["优秀", "合格", "基本合格", "不合格", "不确定档次"]
TYPES = ["理论", "双语", "一体化", "实训", "实操", "校外实习"]
FACTORS = ["post", "workload", "assessment", "months", "training", "award", "headcount", "department", "value:教学质量"]
PERIODS = [("2025-01-01", "2025-12-31")] * 3 + [("2025-01-01", "2025-06-30"), ("2025-07-01", "2025-12-31"),
                                               ("2024-07-01", "2025-06-30"), ("2025-03-01", "2025-03-31"),
                                               ("2025-02-10", "2025-08-20")]
YEAR = 2025


def id_number(n, sex=1):
    head = f"370102{1965 + n % 35}0{1 + n % 9}{10 + n % 18}{n % 50:02d}{sex}"
    total = sum(int(c) * w for c, w in zip(head, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)))
    return head + "10X98765432"[total % 11]


def share(x1e4):
    return show(F(x1e4, 10000), 4)


def csv(rows):
    heads = list(dict.fromkeys(k for r in rows for k in r))
    return "\n".join([",".join(heads)] + [",".join(str(r.get(h, "")) for h in heads) for r in rows]) + "\n"


def some_day(rng, year=YEAR):
    return date(year, 1, 1) + timedelta(rng.choice([0, 14, 30, 31, 58, 59, 364] + 2 * [rng.randrange(365)]))


class RandomCollege:
    """Facts go to the oracle and, as (kind, text, options), to `steps`."""

    def __init__(self, seed):
        self.rng, self.oracle, self.steps = random.Random(seed), Oracle(), []
        self.size = self.rng.choice([1, 5, 9, 14])
        for part in (self.people, self.workload, self.facts, self.roles, self.departments, self.contracts):
            part()

    def people(self):
        rng, rows, later = self.rng, [], []
        for n in range(self.size):
            no = rng.choice(["", "A", "1"]) + str(1000 + n)
            start = rng.choice([date(2010, 9, 1)] * 2 + [some_day(rng), some_day(rng, YEAR - 1)])
            end = None if rng.random() < .75 else start + timedelta(rng.choice([0, 20, 45, 90, 200, 400, 5600]))
            f = {"department": rng.choice(DEPARTMENTS), "post": rng.choice(POSTS + [""]),
                 "full_time": rng.choice("是是否"),
                 "employment": rng.choice(["在编"] * 5 + ["人事代理"] * 3 + ["劳务派遣", "外聘"]),
                 "pay_regime": rng.choice(["绩效"] * 12 + ["年薪", "协议", "项目"])}
            self.oracle.people[no] = {"name": "王" + chr(0x4e00 + n), "services": [(start, end)],
                                     **{k: [(start, v)] if v else [] for k, v in f.items()}}
            row = {"工号": no, "姓名": "王" + chr(0x4e00 + n), "身份证号": id_number(n), "部门": f["department"],
                   "人员类别": f["employment"], "岗位类别": CATEGORY.get(f["post"][:1], ""), "岗位等级": f["post"],
                   "专任教师": f["full_time"], "来校日期": start, "离校日期": end or "", "薪酬方式": f["pay_regime"]}
            rows.append(row)
            self.later(no, row, start, end, later)
        self.add("people", rows)
        for when, row in sorted(later, key=lambda x: x[0]):
            self.add("people", [row], "--update", "--from", str(when))

    def later(self, no, row, start, end, later):
        """Changes midway and returns."""
        rng, person, row = self.rng, self.oracle.people[no], dict(row)
        if rng.random() < .4:
            fields = rng.sample(["post", "department", "full_time", "employment", "pay_regime"], rng.choice([1, 1, 2]))
            for when in sorted({some_day(rng) for _ in range(rng.choice([1, 1, 2]))}):
                if when <= start or (end and when > end):
                    continue
                row = dict(row)
                for field in fields:
                    value = {"post": POSTS, "department": DEPARTMENTS, "full_time": ["是", "否"],
                             "employment": ["在编", "人事代理", "外聘"], "pay_regime": ["绩效", "绩效", "年薪"]}[field]
                    value = rng.choice([v for v in value if v != (person[field] or [(0, 0)])[-1][1]])
                    person[field].append((when, value))
                    row[{"post": "岗位等级", "department": "部门", "full_time": "专任教师", "employment": "人员类别",
                         "pay_regime": "薪酬方式"}[field]] = value
                    if field == "post":
                        row["岗位类别"] = CATEGORY[value[0]]
                later.append((when, row))
        elif end and end < date(YEAR, 11, 1) and rng.random() < .6:
            back = end + timedelta(rng.choice([1, 10, 40]))
            person["services"].append((back, None))
            row["来校日期"], row["离校日期"] = back, ""
            later.append((back, row))

    def add(self, kind, rows, *options):
        if rows:
            self.steps.append((kind, csv(rows), list(options)))

    def workload(self):
        rng, oracle, lessons, training, quotas = self.rng, self.oracle, [], [], []
        for no in oracle.people:
            for i in range(rng.choice([0, 0, 1, 3])):
                r = {"no": no, "year": YEAR, "hours": F(rng.choice([rng.randrange(1, 30000), 7200, 12050]), 100),
                     "size": rng.choice([1, 40, 41, 50, 51, 60, 61, 120, 121, 300]), "type": rng.choice(TYPES),
                     "repeat": rng.random() < .3, "new": rng.random() < .3}
                oracle.teaching.append(r)
                lessons.append({"年度": YEAR, "学期": "上", "工号": no, "课程": f"课{i}", "班级": f"{i}班",
                                "人数": r["size"], "计划课时": show(r["hours"]), "课程类型": r["type"],
                                "重复班": "是" if r["repeat"] else "否", "新课": "是" if r["new"] else ""})
            for i in range(rng.choice([0, 0, 2, 8])):
                r = {"no": no, "date": date(YEAR, 1 + i, 1 + rng.randrange(28)),
                     "hours": F(rng.randrange(1, 9600), 100), "size": rng.choice([10, 40, 55, 130]), "type": rng.choice(TYPES),
                     "category": rng.choice(["金蓝领", "新型学徒制"]), "time": rng.choice(["常规", "企业现场", "周末晚间"]),
                     "role": rng.choice(["主讲", "主讲", "实训指导", "班主任", "项目负责人"]),
                     "mode": rng.choice(["计工作量", "发课酬", "分段"])}
                oracle.training.append(r)
                training.append({"项目编号": "P1", "项目名称": "甲", "项目类别": r["category"], "班次": "1期",
                                 "日期": r["date"], "节次": "上午", "工号": no, "角色": r["role"], "课程类型": r["type"],
                                 "人数": r["size"], "课时": show(r["hours"]), "时段": r["time"], "计酬方式": r["mode"]})
            if rng.random() < .15:
                oracle.quotas[YEAR, no] = F(rng.randrange(1, 50000), 100)
                quotas.append({"年度": YEAR, "工号": no, "额定课时": show(oracle.quotas[YEAR, no])})
        self.add("teaching", lessons)
        self.add("training", training)
        self.add("quotas", quotas)

    def facts(self):
        """Grades, award points and imported figures; few have none."""
        rng, oracle, grades, awards, figures, talents = self.rng, self.oracle, [], [], [], []
        for no in oracle.people:
            if rng.random() < .97:
                oracle.grades[YEAR, no] = rng.choice(GRADES + ["合格"] * 4)
                grades.append({"年度": YEAR, "工号": no, "档次": oracle.grades[YEAR, no]})
            for i in range(rng.choice([0, 1, 2])):
                points = F(rng.randrange(0, 1000), 100)
                oracle.awards[YEAR, no] = oracle.awards.get((YEAR, no), F(0)) + points
                awards.append({"年度": YEAR, "工号": no, "业绩点": show(points), "依据": f"奖{i}"})
            if rng.random() < .97:
                oracle.factors[YEAR, no, "教学质量"] = value = F(rng.randrange(0, 20000), 10000)
                figures.append({"年度": YEAR, "工号": no, "项目": "教学质量", "值": show(value, 4)})
            if rng.random() < .05:
                oracle.talents.add((YEAR, no))
                talents.append({"工号": no, "方式": rng.choice(["年薪", "协议", "项目"]), "年度": YEAR, "金额": "1000.00"})
        self.add("talents", talents)
        self.add("assessments", grades)
        self.add("awards", awards)
        self.add("factors", figures)

    def roles(self):
        """A row a year; one without an end lasts to the end of its year."""
        rng, oracle, rows = self.rng, self.oracle, []
        for no in oracle.people:
            for _ in range(rng.choice([0, 0, 1, 1, 2])):
                role = rng.choice(["班主任", "辅导员"])
                a = rng.choice([date(YEAR, 1, 1), some_day(rng), some_day(rng, YEAR - 1)])
                b = rng.choice([None, a + timedelta(rng.choice([0, 30, 75, 150])), date(YEAR - 1, 12, 31),
                                date(YEAR, 6, 30)])
                if b and b < a or any(r[:3] == (no, role, a) for r in oracle.roles):
                    continue
                oracle.roles.append((no, role, a, b or date(a.year, 12, 31)))
                rows.append({"年度": a.year, "工号": no, "角色": role, "起": a, "止": b or ""})
        self.add("roles", rows)

    def departments(self):
        for name in DEPARTMENTS:
            self.oracle.departments[name] = F(self.rng.randrange(5000, 15000), 10000)
        self.add("departments", [{"部门": name, "序号": i, "系数": show(value, 4)} for i, (name, value)
                                 in enumerate(self.oracle.departments.items(), 1)], "--update")

    def contracts(self):
        rng, oracle, rows = self.rng, self.oracle, []
        oracle.establishment = rng.choice([3, 17, 128, 386])
        for i in range(rng.choice([0, 1, 4, 9])):
            a, fte = some_day(rng), F(rng.choice([10000, 5000, 3333, 12345]), 10000)
            b = a + timedelta(rng.choice([0, 30, 200]))
            oracle.contracts.append((a, b, fte))
            rows.append({"协议号": f"J{i}", "姓名": "李" + chr(0x4e10 + i), "身份证号": id_number(100 + i),
                         "聘期起": a, "聘期止": b, "占用员额": show(fte, 4)})
        self.add("parttime", rows)

    def parameters(self):
        """Parameters changed by the college from a date: (key, value, from)."""
        rng, out = self.rng, []
        for key, values in [("load.train_ratio", ["0.7777", "1.5"]), ("load.train_cap", ["0.3333", "0.1"]),
                            ("load.quota_year", ["320.00", "333.33"]), ("load.repeat", ["0.95"]),
                            ("pt.quota_rate", ["0.25"]), ("load.dual_share", ["1/2", "2/5"])]:
            if rng.random() < .25:
                when, value = rng.choice([date(2024, 1, 1), date(2025, 7, 1), date(2025, 12, 31), date(2026, 1, 1)]), \
                    rng.choice(values)
                self.oracle.params.append((key, when, value))
                out.append((key, value, when))
        return out

    def components(self):
        rng, components = self.rng, []
        count = rng.choice([1, 2, 3])
        parts = [2500] * count if rng.random() < .3 else [rng.randrange(1, 3000) for _ in range(count)]
        for i in range(count):
            ordinary = rng.random() < .6
            c = {"name": f"部分{i}", "ratio": share(parts[i]) if i < count - 1 else "rest",
                 "factors": FACTORS[:rng.choice([1, 2, 4, 4])] if ordinary
                 else rng.sample(FACTORS, rng.choice([1, 2, 4]))}
            if "workload" in c["factors"] and rng.random() < .6:
                c["bounds"] = {"workload": [rng.choice(["0.0000", "0.5000"]), rng.choice(["1.0000", "1.5000"])]}
            if rng.random() < .3:
                c["filter"] = {"employment": rng.choice([["在编"], ["在编", "人事代理"]])}
            components.append(c)
        rng.shuffle(components)
        return components

    def limit(self, lower, upper):
        if self.rng.random() < .5:
            return None
        if self.rng.random() < .7:
            return {"multiple_of_mean": share(self.rng.randrange(lower, upper))}
        return {"amount": show(F(self.rng.randrange(1, 2000000), 100))}

    def scheme(self):
        rng = self.rng
        coefficient = lambda: share(rng.randrange(0, 20000))
        post = {name: coefficient() for name in ["正高级", "副高级", "中级", "初级", "管理", "工勤"]}
        if rng.random() < .5:
            post["专技五级"] = coefficient()
        ceiling, floor = self.limit(8000, 30000), self.limit(1000, 9000) if rng.random() < .5 else None
        if ceiling and floor and "amount" in ceiling and "amount" in floor:
            floor = None                                     # a fault of the scheme when it is the higher one
        first, last = rng.choice(PERIODS)
        return {"name": "随机", "period": {"from": first, "to": last},
                "pool": rng.choice(["0.01", "0.02", "1.00", "100.00", "3634560.00",
                                    show(F(rng.randrange(10 ** 9), 100))]),
                "reserve_ratio": rng.choice(["0.0000", "0.0100", "0.3333"]),
                "month_rule": rng.choice(["count", "from_next", "by_15th"]),
                "fixed": [{"name": f"{r}津贴", "role": r, "amount": rng.choice(["3600.00", "0.07", "1.05"])}
                          for r in ("班主任", "辅导员") if rng.random() < .4],
                "components": self.components(),
                "coefficients": {"post": post, "assessment": {grade: coefficient() for grade in GRADES}},
                "substitutes": rng.choice([{}, {"workload": {"无额定": "1.0000"}}] + [
                    {"workload": {"管理": "1.0000", "工勤": "0.9000", "无额定": "1.0000"}}] * 4),
                "ceiling": ceiling, "floor": floor, "levels": "one"}
