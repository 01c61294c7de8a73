"""oracle_titles_college.py — random colleges for the second reading of titles: their facts, and the same as sheets.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import random
from datetime import date, timedelta
from fractions import Fraction as F

from oracle import show
from oracle_college import id_number
from oracle_titles import EDUCATION, GRADES, LEVELS, SCOPES, SKILLS, Titles
from oracle_titles_round import Round
from tap import SOURCE

TITLES = {"正高级讲师": "031", "高级讲师": "032", "讲师": "033", "助理讲师": "034", "正高级实习指导教师": "041",
          "高级实习指导教师": "042", "一级实习指导教师": "043", "二级实习指导教师": "044", "三级实习指导教师": "045"}
POSTS = [f"专技{n}级" for n in LEVELS[1:]] + ["管理六级", "管理八级", "技术工三级"]
KINDS = ["论文", "著作", "课题", "教学成果", "竞赛", "指导竞赛", "荣誉称号"]
LADDER = {"default": [{"level_years": 3}, {"level_years": 1, "band_years": 4, "score": "60.00"}], "专技十一级": [{"score": "80.00"}]}
CATEGORY = {"专": "专业技术", "管": "管理", "技": "工勤技能"}
# The kinds of import, in the order they need.
ORDER = ["people", "assessments", "post-plan", "appointments", "titles", "education", "certificates",
         "yearly-hours", "further-education", "practice", "achievements", "roles", "leaves", "discipline",
         "dual-posts", "special-posts", "factors", "kinship"]


def load(name):
    return json.loads((SOURCE / "data" / f"{name}.json").read_text("utf-8"))


class RandomTitles:
    """Facts go to the oracle and, as sheets, to the program."""

    def __init__(self, seed):
        self.rng = rng = random.Random(seed)
        self.sheets = {}
        self.oracle = Round([load("tech-theory"), load("tech-practice")], load("honours"))
        self.oracle.codes = TITLES
        self.told = {kind: rng.random() < .8 for kind in ("certificates", "practice", "achievements", "roles",
                                                         "further", "hours")}
        for n in range(rng.choice([4, 9, 14])):
            self.person(str(1001 + n), n)
        for post in POSTS:
            for since in rng.sample([date(2020, 1, 1), date(2024, 1, 1), date(2026, 1, 1)], rng.choice([0, 1, 2])):
                number = rng.randrange(4)
                self.oracle.plan.append((post, number, since))
                self.add("post-plan", 岗位类别=CATEGORY[post[0]], 等级=post, 核准数=number, 生效日期=since)
        for key, values in [("title.years_mode", ["inclusive"]), ("title.years_from", ["title", "later"]),
                            ("title.missing_assessment", ["qualified"]), ("title.leave_adjust", ["false"]),
                            ("post.employment", [["在编"]]), ("title.employment", [["在编", "人事代理", "外聘"]]),
                            ("post.dual_counts", ["main"]), ("title.falsification_years", [2]),
                            ("title.deduct", [{"基本合格": 6, "不合格": 24, "不确定档次": 12}]),
                            ("title.bar_discipline", [["警告", "记过"]]), ("title.leave_types", [["产假", "事假"]]),
                            ("appoint.bar_discipline", [["记过"]]), ("assess.excellent_cap", ["0.1500", "0.2500"]),
                            ("assess.cap_by", ["department"]), ("post.prof_min", ["0.50"]), ("post.worker_12", ["0.50"]),
                            ("title.recusal_denominator", ["include"]), ("post.ladder", [LADDER])]:
            if rng.random() < .3:
                self.oracle.params[key] = rng.choice(values)
        self.scores()
        self.round()

    def add(self, kind, **row):
        self.sheets.setdefault(kind, []).append(row)

    def day(self, first, last):
        return date(self.rng.randrange(first, last + 1), self.rng.randrange(1, 13), self.rng.choice([1, 15, 28]))

    def person(self, no, n):
        rng = self.rng
        entry = self.day(2005, 2024)
        leave = self.day(2023, 2025) if rng.random() < .12 else None
        if leave and leave < entry:
            leave = None
        p = {"services": [(entry, leave)], "entry": entry, "employment": rng.choice(["在编"] * 6 + ["人事代理", "外聘"]),
             "full_time": rng.choice("是是否"), "work_start": rng.choice([None, entry, entry - timedelta(800)]),
             "education": rng.choice([None, "硕士研究生", "大学本科", "大学本科", "专科", "中专"]),
             "degree": rng.choice([None, None, "学士", "硕士"]), "skill": rng.choice([None, None] + SKILLS[2:6]),
             "posts": [], "titles": [], "grades": {}, "hours": {}, "further": {}, "schooling": [], "certificates": [],
             "practice": [], "achievements": [], "roles": [], "leaves": [], "discipline": [], "duals": [],
             "specials": []}
        p["department"] = rng.choice(["甲系", "乙系"])
        self.oracle.people[no] = p
        self.records(no, p, entry)
        title = p["titles"][0] if p["titles"] else (None, "")
        self.add("people", 工号=no, 姓名="王" + chr(0x4e00 + n), 身份证号=id_number(n), 部门=p["department"],
                 人员类别=p["employment"], 岗位类别=CATEGORY[p["posts"][0][1][0]], 岗位等级=p["posts"][0][1],
                 岗位聘任日期=p["posts"][0][0], 专任教师=p["full_time"], 职称=title[1], 职称取得日期=title[0] or "",
                 学历=p["education"] or "", 学位=p["degree"] or "", 技能等级=p["skill"] or "",
                 参加工作日期=p["work_start"] or "", 来校日期=entry, 离校日期=leave or "")
        for when, post in p["posts"][1:]:
            self.add("appointments", 工号=no, 岗位等级=post, 起聘日期=when)
        for when, name in p["titles"][1:]:
            self.add("titles", 工号=no, 职称=name, 取得日期=when)
        self.years(no, p, entry)
        self.merits(no, p)
        self.rare(no, p)

    def records(self, no, p, entry):
        rng, when = self.rng, entry
        for _ in range(rng.choice([1, 1, 2, 3])):
            p["posts"].append((when, rng.choice(POSTS)))
            when = max(when + timedelta(200), self.day(2012, 2025))
        when = entry
        for _ in range(rng.choice([0, 1, 1, 2])):
            p["titles"].append((when, rng.choice(list(TITLES))))
            when = max(when + timedelta(200), self.day(2012, 2025))
        if rng.random() < .3:
            e, d, when = rng.choice(list(EDUCATION)[1:5]), rng.choice([None, "学士"]), self.day(2010, 2026)
            p["schooling"].append((e, d, when))
            self.add("education", 工号=no, 学历=e, 学位=d or "", 毕业日期=when)

    def years(self, no, p, entry):
        rng = self.rng
        for year in range(max(2016, entry.year), 2025):
            if not self.oracle.in_service(p, date(year, 12, 31)):
                continue
            if rng.random() < .93:
                grade = rng.choice(["合格"] * 9 + GRADES)
                p["grades"][year] = grade
                self.add("assessments", 年度=year, 工号=no, 档次=grade)
            if year >= 2020 and self.told["hours"] and rng.random() < .9:
                p["hours"][year] = F(rng.randrange(20000, 50000), 100)
                self.add("yearly-hours", 年度=year, 工号=no, 课时=show(p["hours"][year]))
            if year >= 2022 and self.told["further"] and rng.random() < .95:
                p["further"][year] = (F(30), F(rng.choice([60, 60, 60, 40])))
                self.add("further-education", 年度=year, 工号=no, 公需学时=30, 专业学时=p["further"][year][1])
        for year in range(max(2019, entry.year + 1), 2025):
            if self.told["roles"] and rng.random() < .5 and self.oracle.in_service(p, date(year, 12, 31)):
                p["roles"].append(("班主任", date(year, 1, 1), date(year, 12, 31)))
                self.add("roles", 年度=year, 工号=no, 角色="班主任", 起=date(year, 1, 1), 止="")

    def merits(self, no, p):
        rng = self.rng
        for name in ("教师资格", "职业技能等级", "职业资格"):
            if self.told["certificates"] and rng.random() < .7:
                row = {"class": name, "level": rng.choice(SKILLS[2:6]), "from": self.day(2012, 2025),
                       "to": rng.choice([None, None, None, date(2024, 6, 30), date(2025, 12, 31)])}
                if row["to"] and row["to"] < row["from"]:
                    row["to"] = None
                p["certificates"].append(row)
                self.add("certificates", 工号=no, 类别=name, 证书名称="证" + name,
                         等级="" if name == "教师资格" else row["level"], 取得日期=row["from"], 失效日期=row["to"] or "")
        if self.told["practice"] and rng.random() < .8:
            first = self.day(2020, 2025)
            last = first + timedelta(rng.choice([100, 179, 180, 240]))
            days = rng.choice([None, 180, 179])
            p["practice"].append((first, last, days))
            self.add("practice", 工号=no, 企业="厂", 起=first, 止=last, 天数=days or "")
        for i in range(rng.choice([0, 2, 5]) if self.told["achievements"] else 0):
            row = {"kind": rng.choice(KINDS), "name": f"成果{i}", "level": rng.choice(SCOPES[:3]),
                   "prize": rng.choice([None, "一等", "二等", "三等"]), "rank": rng.choice([None, 1, 2, 4]),
                   "date": self.day(2014, 2025)}
            if row["kind"] == "荣誉称号":
                row["name"] = rng.choice(["全国技术能手", "高精尖缺", "校园之星"])
            if any(r["name"] == row["name"] and r["kind"] == row["kind"] for r in p["achievements"]):
                continue
            p["achievements"].append(row)
            self.add("achievements", 工号=no, 类别=row["kind"], 名称=row["name"], 级别=row["level"],
                     等次=row["prize"] or "", 排名=row["rank"] or "", 取得日期=row["date"])

    def scores(self):
        """Figures of the office: three years of 聘任量化, and one of 民主测评."""
        for no in self.oracle.people:
            for year, item in [(2022, "聘任量化"), (2023, "聘任量化"), (2024, "聘任量化"), (2025, "民主测评")]:
                if self.rng.random() < .85:
                    value = F(self.rng.randrange(400000, 990000), 10000)
                    self.oracle.factors[year, no, item] = value
                    self.add("factors", 年度=year, 工号=no, 项目=item, 值=show(value, 4))

    def round(self):
        """Applications, a panel with insiders, relatives, recusals."""
        rng, oracle = self.rng, self.oracle
        people = sorted(oracle.people)
        for no in rng.sample(people, max(1, len(people) * 2 // 3)):
            claimed = rng.choice([None, 1, 3, 5, 9])
            oracle.applications[no] = (rng.choice(list(TITLES)[:4]), claimed)
            self.add("title-batch", 批次="批", 工号=no, 申报职称=oracle.applications[no][0], 任职年限=claimed or "")
        for n in range(rng.choice([3, 4, 5])):
            no = rng.choice(people) if rng.random() < .6 else ""
            name = "评" + chr(0x4e00 + n)
            oracle.panel.append((name, no))
            self.add("panel", 批次="批", 姓名=name, 工号=no)
            for other in oracle.applications:
                if no and other != no and rng.random() < .3:
                    if frozenset((no, other)) not in oracle.kin:
                        self.add("kinship", 工号=no, 亲属工号=other, 关系="兄弟姐妹")
                    oracle.kin.add(frozenset((no, other)))
                if rng.random() < .15:
                    oracle.recusals.add((name, other))
                    self.add("recusals", 批次="批", 评委姓名=name, 申报人工号=other, 原因="亲属")

    def rare(self, no, p):
        rng = self.rng
        if rng.random() < .3:
            kind, first = rng.choice(["产假", "病假", "事假"]), self.day(2020, 2024)
            last = first + timedelta(rng.choice([13, 14, 60, 200]))
            p["leaves"].append((kind, first, last))
            self.add("leaves", 工号=no, 类别=kind, 起=first, 止=last)
        if rng.random() < .25:
            kind, first = rng.choice(["警告", "记过", "降低岗位等级", "弄虚作假"]), self.day(2022, 2025)
            p["discipline"].append((kind, first, None))
            self.add("discipline", 工号=no, 处分种类=kind, 起=first, 止="")
        first = self.day(2015, 2024)
        post = Titles.at(p["posts"], first)
        if rng.random() < .25 and post and post[0] != "专":
            last = rng.choice([None, date(2025, 6, 30)])
            p["duals"].append((first, last, rng.choice(POSTS[3:9])))
            self.add("dual-posts", 工号=no, 兼任岗位等级=p["duals"][0][2], 批文号="批", 起=first, 止=last or "")
        if rng.random() < .1:
            p["specials"].append((first, None, "专技五级"))
            self.add("special-posts", 工号=no, 岗位等级="专技五级", 批文号="批", 起=first)
