"""oracle_titles.py — posts, assessment and titles once more, from the text of section 3 and not from the program.

Slow and plain on purpose. Facts are dictionaries; days are dates, quantities fractions.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from datetime import date, timedelta
from fractions import Fraction as F
from itertools import combinations

from oracle import half_up, show

LEVELS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三".split()
RANKS = ["无", "员级", "助理级", "中级", "副高级", "正高级"]
EDUCATION = {"博士研究生": 5, "硕士研究生": 4, "大学本科": 3, "本科": 3, "专科": 2, "大学专科": 2, "中专": 1, "高中": 1, "初中": 0}
EDUCATION_NAMES = ["无", "中职", "专科", "本科", "硕士", "博士"]
DEGREES = {"学士": 3, "硕士": 4, "博士": 5}
SKILLS = ["学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师"]
PRIZES = ["特等", "一等", "二等", "三等", "其他"]
SCOPES = ["国家级", "省部级", "市厅级", "校级"]
GRADES = ["优秀", "合格", "基本合格", "不合格", "不确定档次"]
BARRED = {"警告": 6, "记过": 12, "降低岗位等级": 24}
DEFAULTS = {"post.employment": ["在编", "人事代理"], "title.employment": ["在编", "人事代理"], "post.dual_counts": "both",
            "title.deduct": {"基本合格": 12, "不合格": 12, "不确定档次": 12}, "title.falsification_years": 3,
            "title.bar_discipline": ["记过", "降低岗位等级"], "appoint.bar_discipline": ["警告", "记过", "降低岗位等级"],
            "title.leave_types": ["产假", "病假", "工伤", "援派挂职"], "assess.excellent_cap": "0.20",
            "post.prof_min": "0.70", "post.worker_12": "0.05", "post.worker_123": "0.25"}
BANDS = [[f"专技{n}级" for n in band.split()] for band in
         ("一", "二 三 四", "五 六 七", "八 九 十", "十一 十二", "十三")] + \
        [[f"技术工{n}级" for n in LEVELS[:5]]] + [[f"管理{n}级"] for n in LEVELS[:10]] + [["普通工"]]


def months_on(day, months):                                  # num-8
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)).day
    return date(year, month + 1, min(day.day, last))


def whole_months(first, last):
    if last < first:
        return 0
    m = (last.year - first.year) * 12 + last.month - first.month
    return m if months_on(first, m) <= last else m - 1


def rank_of_post(post):
    if not post or not post.startswith("专技"):
        return 0
    n = LEVELS.index(post[2:-1]) + 1
    return 5 if n <= 4 else 4 if n <= 7 else 3 if n <= 10 else 2 if n <= 12 else 1


def covers(span, day):
    return span[0] <= day and (span[1] is None or day <= span[1])


class Titles:
    """People with their facts, and the questions of a round."""

    def __init__(self, standards, honours):
        self.people, self.standards, self.honours = {}, standards, honours
        self.codes = {}                                      # title → code
        self.plan, self.params = [], {}
        self.opens, self.closes, self.cutoff = date(2025, 10, 9), date(2025, 10, 31), date(2025, 12, 31)
        self.assess_to = self.hours_to = 2024

    def param(self, key):
        return self.params.get(key, DEFAULTS[key])

    # ---- people ----

    def in_service(self, p, day):                            # ppl-7
        return any(covers(s, day) for s in p["services"])

    @staticmethod
    def at(records, day):
        best = None
        for when, value in records:
            if when <= day:
                best = value
        return best

    def title(self, p, day):
        return self.at(p["titles"], day)

    def level_of(self, title):
        return 6 - int(self.codes[title][-1]) if title else 0

    def stretch(self, p, level, day):                        # ttl-1: first day of the unbroken stretch up to the day
        def holds(d):
            return rank_of_post(self.at(p["posts"], d)) >= level or \
                any(covers(s[:2], d) and rank_of_post(s[2]) >= level for s in p["duals"])
        if not holds(day):
            return None
        edges = {d for d, _ in p["posts"]} | {s[0] for s in p["duals"]} | \
                {s[1] + timedelta(1) for s in p["duals"] if s[1]}
        start = None
        for edge in sorted((e for e in edges if e <= day), reverse=True):
            if not holds(edge):
                break
            start = edge
            if not holds(edge - timedelta(1)):
                break
        return start

    def title_stretch(self, p, level, day):
        start = None
        for when, value in reversed([r for r in p["titles"] if r[0] <= day]):
            if self.level_of(value) < level:
                break
            start = when
        return start

    def years(self, p, level):
        """(start, high, low, deducted): of ttl-1; None: unknown."""
        if self.at(p["posts"], self.cutoff) is None:
            return None
        start = self.stretch(p, level, self.cutoff)
        mode = self.params.get("title.years_from", "appointment")
        if mode != "appointment":
            other = self.title_stretch(p, level, self.cutoff)
            start = other if mode == "title" else max(start, other) if start and other else None
        if start is None:
            return (None, 0, 0, 0)
        months = whole_months(start, self.passed())
        off = missing = 0
        deduct = self.param("title.deduct")
        for year in range(start.year, self.assess_to + 1):
            last = date(year, 12, 31)
            if not start <= last <= self.cutoff:
                continue
            grade = p["grades"].get(year)
            if grade is not None:
                off += deduct.get(grade, 0)
            elif grade is None and self.in_service(p, last) and \
                    self.params.get("title.missing_assessment") != "qualified":
                missing += max(deduct.values())
        return (start, max(0, months - off), max(0, months - off - missing), off)

    # ---- bars ----

    def discipline_end(self, kind, first, last):
        if kind == "弄虚作假":
            return months_on(first, 12 * self.param("title.falsification_years")) - timedelta(1)
        return last or (months_on(first, BARRED[kind]) - timedelta(1) if kind in BARRED else None)

    def bars(self, p, target, standard):                     # ttl-3
        bars = []
        if not self.in_service(p, self.closes):
            bars.append("bar.not_in_service")
        if p["employment"] not in self.param("title.employment"):
            bars.append("bar.employment")
        for kinds, code in ((self.param("title.bar_discipline"), "bar.discipline"), (["弄虚作假"], "bar.falsification")):
            if any(k in kinds and covers((a, self.discipline_end(k, a, b)), self.closes)
                   for k, a, b in p["discipline"]):
                bars.append(code)
        held = self.title(p, self.cutoff)
        if held and self.codes[held][:2] in {c[:2] for c in standard["codes"]} and \
                self.level_of(held) >= self.level_of(target):
            bars.append("bar.held")
        return bars

    # ---- conditions ----

    def numbers(self, required, actual, unit, verdict, places=0, met_on=None):
        text = (lambda v: str(int(v))) if not places else (lambda v: show(v, places))
        lack = required - actual if verdict == "unmet" else 0
        return {"required": text(required), "actual": text(actual), "unit": unit, "verdict": verdict,
                "short": text(lack) if lack else None, "met_on": met_on}

    def unknown(self, required, unit, actual=None):
        return {"required": required, "actual": actual, "unit": unit, "verdict": "unknown", "short": None,
                "met_on": None}

    def passed(self):
        """The day up to which years count: title.years_mode `inclusive` counts the cut-off day as passed."""
        inclusive = self.params.get("title.years_mode") == "inclusive"
        return self.cutoff + timedelta(1) if inclusive else self.cutoff

    def later(self, start, required, off):
        day = months_on(start, required + off)
        if self.params.get("title.years_mode") == "inclusive":
            day -= timedelta(1)
        return str(day)

    def anyone(self, kind, test=lambda r: True):
        return any(test(r) for p in self.people.values() for r in p[kind])

    def condition(self, c, p, target, standard):
        if "for" in c and standard["teaching"] not in c["for"]:
            return {"required": None, "actual": "不适用", "unit": "", "verdict": "met", "short": None, "met_on": None}
        return getattr(self, "judge_" + c["kind"])(c, p, target, standard)

    def judge_education(self, c, p, target, standard):
        known = [EDUCATION[e] for e in [p["education"]] if e] + [DEGREES[d] for d in [p["degree"]] if d]
        for e, d, when in p["schooling"]:
            if when is None or when <= self.cutoff:
                known += [EDUCATION[e]] if e else []
                known += [DEGREES[d]] if d else []
        if not known:
            return self.unknown(c["at_least"], "")
        met = max(known) >= EDUCATION_NAMES.index(c["at_least"])
        return {"required": c["at_least"], "actual": EDUCATION_NAMES[max(known)], "unit": "",
                "verdict": "met" if met else "unmet", "short": None, "met_on": None}

    def judge_title_years(self, c, p, target, standard):
        required, level = 12 * c["years"], RANKS.index(c["level"])
        held = self.title(p, self.cutoff)
        if not held or self.level_of(held) < level or \
                (c["series"] == "own" and self.codes[held][:2] not in {k[:2] for k in standard["codes"]}):
            return self.numbers(required, 0, "月", "unmet")
        years = self.years(p, level)
        if years is None:
            return self.unknown(str(required), "月")
        start, high, low, off = years
        verdict = "met" if low >= required else "unmet" if high < required else "unknown"
        return self.numbers(required, high, "月", verdict,
                            met_on=self.later(start, required, off) if verdict == "unmet" and start else None)

    def judge_work_years(self, c, p, target, standard):
        required = 12 * c["years"]
        if p["work_start"] is None:
            return self.unknown(str(required), "月")
        months = whole_months(p["work_start"], self.passed())
        met = months >= required
        return self.numbers(required, months, "月", "met" if met else "unmet",
                            met_on=None if met else self.later(p["work_start"], required, 0))

    def judge_assessments(self, c, p, target, standard):
        years = [y for y in range(self.assess_to - c["last"] + 1, self.assess_to + 1)
                 if self.in_service(p, date(y, 12, 31))]
        grades = [p["grades"].get(y) for y in years]
        fine = GRADES[:1] if c["at_least"] == "优秀" else GRADES[:2]
        good = sum(g in fine for g in grades)
        bad = any(g is not None and g not in fine for g in grades)
        verdict = "unmet" if bad else "unknown" if None in grades or not years else "met"
        return self.numbers(len(years), good, "年", verdict)

    def month_counts(self, p, year, month):
        if not self.in_service(p, date(year, month, 15)):
            return False
        if self.params.get("title.leave_adjust") == "false":
            return True
        day, days = date(year, month, 1), 0
        while day.month == month:
            days += any(k in self.param("title.leave_types") and covers((a, b), day) for k, a, b in p["leaves"])
            day += timedelta(1)
        return days < 15

    def judge_hours(self, c, p, target, standard):
        required = F(c["full_time"] if p["full_time"] == "是" else c["others"])
        total, months, known_months, complete = F(0), 0, 0, True
        for year in range(self.hours_to - c["last"] + 1, self.hours_to + 1):
            here = sum(self.month_counts(p, year, m) for m in range(1, 13))
            hours = p["hours"].get(year)
            if hours is None and any(year in q["hours"] for q in self.people.values()):
                hours = F(0)
            months += here
            if hours is not None:
                total, known_months = total + hours, known_months + here
            elif here:
                complete = False
        if not months or not known_months:
            return self.unknown(show(required), "课时")
        average = half_up(total / known_months * 12, 2)
        if complete:
            return self.numbers(required, average, "课时", "met" if average >= required else "unmet", 2)
        least = half_up(total / months * 12, 2)
        return self.numbers(required, average, "课时", "met" if least >= required else "unknown", 2)

    def judge_skill(self, c, p, target, standard):
        least = SKILLS.index(c["at_least"])
        mine = [r for r in p["certificates"] if r["class"] in ("职业技能等级", "职业资格") and
                covers((r["from"], r["to"]), self.cutoff)]
        levels = [SKILLS.index(r["level"]) for r in mine] + ([SKILLS.index(p["skill"])] if p["skill"] else [])
        covered = self.anyone("certificates", lambda r: r["class"] in ("职业技能等级", "职业资格")) or \
            any(q["skill"] for q in self.people.values())
        low = not levels or max(levels) < least
        if "years" not in c:
            if low and not covered:
                return self.unknown(c["at_least"], "")
            return {"required": c["at_least"], "actual": SKILLS[max(levels)] if levels else None, "unit": "",
                    "verdict": "unmet" if low else "met", "short": None, "met_on": None}
        required = 12 * c["years"]
        starts = [r["from"] for r in mine if SKILLS.index(r["level"]) >= least]
        if low:
            return self.numbers(required, 0, "月", "unmet") if covered else self.unknown(str(required), "月")
        if not starts:
            return self.unknown(str(required), "月")
        months = whole_months(min(starts), self.passed())
        met = months >= required
        return self.numbers(required, months, "月", "met" if met else "unmet",
                            met_on=None if met else self.later(min(starts), required, 0))

    def judge_certificate(self, c, p, target, standard):
        mine = any(r["class"] == c["class"] and covers((r["from"], r["to"]), self.cutoff) for r in p["certificates"])
        covered = self.anyone("certificates", lambda r: r["class"] == c["class"])
        if not mine and not covered:
            return self.unknown(c["class"], "")
        return {"required": c["class"], "actual": c["class"] if mine else None, "unit": "",
                "verdict": "met" if mine else "unmet", "short": None, "met_on": None}

    def judge_adviser(self, c, p, target, standard):
        required = F(c["years"])
        if not self.anyone("roles", lambda r: r[0] in c["roles"]):
            return self.unknown(show(required, 1), "年")
        days = [date(y, m, 15) for y in range(1990, self.cutoff.year + 1) for m in (4, 10)]
        halves = sum(any(r[0] in c["roles"] and covers(r[1:], d) for r in p["roles"])
                     for d in days if d <= self.cutoff)
        return self.numbers(required, F(halves, 2), "年", "met" if F(halves, 2) >= required else "unmet", 1)

    def judge_further_education(self, c, p, target, standard):
        good, bad, unsure, n = 0, False, False, 0
        for year in range(self.hours_to - c["last"] + 1, self.hours_to + 1):
            if not self.in_service(p, date(year, 12, 31)):
                continue
            n += 1
            row = p["further"].get(year)
            if row is None:
                told = any(year in q["further"] for q in self.people.values())
                bad, unsure = bad or told, unsure or not told
            elif sum(row) >= F(c["hours"]) and row[1] >= F(c["professional"]):
                good += 1
            else:
                bad = True
        return self.numbers(n, good, "年", "unmet" if bad else "unknown" if unsure or not n else "met")

    def judge_practice(self, c, p, target, standard):
        required = 30 * c["months"]
        if not self.anyone("practice"):
            return self.unknown(str(required), "天")
        since = months_on(self.cutoff, -12 * c["last"])
        days = sum(n or (b - a).days + 1 for a, b, n in p["practice"] if since < b <= self.cutoff)
        return self.numbers(required, days, "天", "met" if days >= required else "unmet")

    def judge_achievements(self, c, p, target, standard):
        if not self.anyone("achievements"):
            return self.unknown(str(c["n"]), "项")
        below = self.years(p, max(1, self.level_of(target) - 1))
        since = below[0] if below and below[0] and self.level_of(target) > 1 else date(1, 1, 1)
        rows = [r for r in p["achievements"] if since <= r["date"] <= self.cutoff]

        def takes(item, r):
            return r["kind"] in item["kinds"] and SCOPES.index(r["level"]) <= SCOPES.index(item["level"]) and \
                ("grade" not in item or (r["prize"] and PRIZES.index(r["prize"]) <= PRIZES.index(item["grade"]))) and \
                ("rank" not in item or (r["rank"] or 1) <= item["rank"])

        def possible(items):                                 # each row used once
            slots = [[i for i, r in enumerate(rows) if takes(item, r)] for item in items
                     for _ in range(item.get("count", 1))]

            def place(k, used):
                return k == len(slots) or any(place(k + 1, used | {i}) for i in slots[k] if i not in used)
            return place(0, frozenset())
        best = 0
        for size in range(len(c["items"]), 0, -1):
            if any(possible(chosen) for chosen in combinations(c["items"], size)):
                best = size
                break
        return self.numbers(c["n"], best, "项", "met" if best >= c["n"] else "unmet")

    def judge_honour(self, c, p, target, standard):
        if not self.anyone("achievements", lambda r: r["kind"] == "荣誉称号"):
            return self.unknown("荣誉名录", "")
        rows = sorted((r["date"], r["name"].encode()) for r in p["achievements"]
                      if r["kind"] == "荣誉称号" and r["date"] <= self.cutoff and self.official(r["name"]))
        name = self.official(rows[0][1].decode()) if rows else None
        return {"required": "荣誉名录", "actual": name, "unit": "", "verdict": "met" if rows else "unmet",
                "short": None, "met_on": None}

    def official(self, text):
        return next((n for n, others in self.honours.items() if text == n or text in others), None)

    # ---- verdict and who ----

    def path(self, path, level, p, target, standard):
        kept = [c for c in level.get("common", []) if c["id"] not in path.get("waive", [])]
        return [(c, self.condition(c, p, target, standard)) for c in path["all"] + kept]

    def verdict(self, p, target, level, standard):           # ttl-11
        best, exceptional = None, None
        for place, path in enumerate(level["paths"]):
            results = self.path(path, level, p, target, standard)
            verdicts = [r["verdict"] for _, r in results]
            whole = "unmet" if "unmet" in verdicts else "unknown" if "unknown" in verdicts else "met"
            if path["kind"] == "exceptional":
                exceptional = exceptional or (path["id"] if whole == "met" else None)
                continue
            lacks = [r for _, r in results if r["verdict"] == "unmet"]
            key = (["met", "unknown", "unmet"].index(whole), path["kind"] == "direct" and whole == "unmet", len(lacks),
                   sum(r["met_on"] is None for r in lacks), max((r["met_on"] or "" for r in lacks), default=""),
                   verdicts.count("unknown"), place)
            if best is None or key < best[0]:
                best = (key, path["id"], whole, results)
        bars = self.bars(p, target, standard)
        verdict = "barred" if bars else best[2]
        if not bars and best[2] != "met" and exceptional:
            verdict = "exceptional"
        return {"target": target, "verdict": verdict, "bars": bars, "path": best[1], "exceptional": exceptional,
                "missing": [dict(id=c["id"], kind=c["kind"], **{k: v for k, v in r.items() if k != "verdict"})
                            for c, r in best[3] if r["verdict"] == "unmet"],
                "unknown": [c["id"] for c, r in best[3] if r["verdict"] == "unknown"]}

    def who(self):                                           # ttl-19
        rows = []
        for no, p in self.people.items():
            if not self.in_service(p, self.closes) or p["employment"] not in self.param("title.employment"):
                continue
            held = self.title(p, self.cutoff)
            mine = [s for s in self.standards if held and self.codes[held] in s["codes"]]
            if not mine:
                teaches = rank_of_post(self.at(p["posts"], self.closes)) or p["full_time"] == "是" or \
                    any(covers(d[:2], self.closes) and rank_of_post(d[2]) for d in p["duals"])
                mine = self.standards if teaches else []
            for standard in mine:
                levels = sorted((lv for lv in standard["levels"] if self.level_of(lv["title"]) > self.level_of(held)),
                                key=lambda lv: self.level_of(lv["title"]))
                for i, level in enumerate(levels):
                    row = self.verdict(p, level["title"], level, standard)
                    if i == 0 or row["verdict"] == "met":
                        rows.append(dict(row, staff_no=no, held=held))
        return sorted(rows, key=lambda r: (r["staff_no"].encode(), self.codes[r["target"]]))

    # ---- posts ----

    def occupied(self, day):                                 # pst-5
        places, unlevelled = {}, 0
        for p in self.people.values():
            if not self.in_service(p, day) or p["employment"] not in self.param("post.employment"):
                continue
            post = self.at(p["posts"], day)
            special = any(covers(s[:2], day) for s in p["specials"])
            if not post:
                unlevelled += 1
            elif not special:
                places[post] = places.get(post, 0) + 1
            for s in p["duals"]:
                if covers(s[:2], day) and self.param("post.dual_counts") == "both":
                    places[s[2]] = places.get(s[2], 0) + 1
        return places, unlevelled

    def approved(self, day):                                 # pst-3
        numbers = {}
        for post, number, since in sorted(self.plan, key=lambda r: r[2]):
            if since <= day:
                numbers[post] = number
        return numbers

    def plan_warnings(self, day, establishment):             # pst-3
        numbers = self.approved(day)
        whole = sum(numbers.values())
        worker = {post: n for post, n in numbers.items() if post[0] in "技普"}
        found = []
        if sum(n for post, n in numbers.items() if post[0] == "专") < -(-F(self.param("post.prof_min")) * whole // 1):
            found.append("plan.professional_below")
        if whole > establishment:
            found.append("plan.over_establishment")
        for key, levels in (("worker_12", "一二"), ("worker_123", "一二三")):
            high = sum(n for post, n in worker.items() if post[0] == "技" and post[3] in levels)
            if high > F(self.param("post." + key)) * sum(worker.values()) // 1:
                found.append("plan." + key)
        return found

    def expected(self, day):                                 # pst-5, without a case
        return self.occupied(day)[0]

    def stands(self, no, day):
        return self.home(self.people[no], day), False

    # ---- moves ----

    def home(self, p, day):                                  # pst-5: the main place
        if not self.in_service(p, day) or p["employment"] not in self.param("post.employment") or \
                any(covers(s[:2], day) for s in p["specials"]):
            return None
        return self.at(p["posts"], day)

    def judge_move(self, places, approved, here, to):        # pst-2, pst-6: (kind, vacancy, fits, reason)
        band = next(b for b in BANDS if to in b)
        sums, total = [], 0
        for post in band:
            total += approved.get(post, 0) - places.get(post, 0)
            sums.append(total)
        k = band.index(to)
        if here == to:
            return "same", None, False, "post.same"
        if here in band and band.index(here) < k:
            return "lower", None, True, None
        kind = "rise" if here in band else "new"
        vacancy = min(sums[k:band.index(here)] if kind == "rise" else sums[k:])
        return kind, vacancy, vacancy >= 1, None if vacancy >= 1 else "post.no_vacancy"

    def what_if(self, moves, day):
        places, approved, rows = self.expected(day), self.approved(day), []
        before = dict(places)
        for no, to in moves:
            here, later = self.stands(no, day)
            kind, vacancy, fits, reason = self.judge_move(places, approved, here, to)
            alone = self.judge_move(before, approved, here, to)[2]
            if later and kind != "same":
                kind, vacancy, fits, reason, alone = "case", None, False, "post.case_open", False
            if fits:
                places[to] = places.get(to, 0) + 1
                if here:
                    places[here] -= 1
            rows.append({"staff_no": no, "from": here, "to": to, "kind": kind, "vacancy": vacancy, "fits": fits,
                         "reason": reason, "fits_alone": alone})
        return rows

    def months_at(self, p, day, holds):                      # ttl-20: less the deductions, no missing years
        start = None
        for when, post in reversed([r for r in p["posts"] if r[0] <= day]):
            if not holds(post):
                break
            start = when
        if start is None:
            return 0
        off = sum(self.param("title.deduct").get(grade, 0) for year, grade in p["grades"].items()
                  if start <= date(year, 12, 31) <= day)
        return max(0, whole_months(start, day) - off)

    def rises(self, day):                                    # ttl-20, with no factors and the default ladder
        rows = []
        for no, p in self.people.items():
            here = self.home(p, day)
            band = next((b for b in BANDS if here in b), None)
            if not here or not here.startswith("专技") or band.index(here) == 0:
                continue
            to = band[band.index(here) - 1]
            at = self.months_at(p, day, lambda q, b=band, h=here: q in b and b.index(q) <= b.index(h))
            whole = self.months_at(p, day, lambda q, h=here: rank_of_post(q) >= rank_of_post(h))
            ready = at >= 12 * (2 if to == "专技十一级" else 3)
            title = self.title(p, day)
            reasons = [] if ready else ["appoint.years"]
            if self.level_of(title) < rank_of_post(to):
                reasons.append("appoint.title")
            if p["grades"].get(day.year - 1) in ("基本合格", "不合格"):
                reasons.append("appoint.barred_assessment")
            if any(k in self.param("appoint.bar_discipline") and covers((a, self.discipline_end(k, a, b)), day)
                   for k, a, b in p["discipline"]):
                reasons.append("appoint.barred_discipline")
            rows.append({"staff_no": no, "from": here, "to": to, "level_months": at, "band_months": whole,
                         "score": None, "alternative": 1 if ready else None, "reasons": reasons})
        rows.sort(key=lambda r: (LEVELS.index(r["to"][2:-1]), -r["level_months"], r["staff_no"].encode()))
        good = [(r["staff_no"], r["to"]) for r in rows if not r["reasons"]]
        fits = {r["staff_no"]: r["fits"] for r in self.what_if(good, day)}
        return [dict(r, fits=fits.get(r["staff_no"], False)) for r in rows]

    # ---- assessment ----

    def assess(self, year):                                  # asm-1 … asm-3
        first, last = date(year, 1, 1), date(year, 12, 31)
        due, taken, missing, expected = [], 0, [], []
        for no, p in self.people.items():
            grade = p["grades"].get(year)
            if grade is None and not (self.in_service(p, last) and p["employment"] in ("在编", "人事代理")):
                continue
            due.append(no)
            taken += grade is not None
            if grade is None:
                missing.append(no)
            reason = self.undetermined(p, year, first, last)
            if reason:
                expected.append({"staff_no": no, "reason": reason, "grade": grade})
        grades = {g: sum(self.people[no]["grades"].get(year) == g for no in due) for g in GRADES}
        cap = len(due) * F(self.param("assess.excellent_cap")) // 1
        return {"caps": self.caps(due, year, int(cap)), "year": year, "due": len(due), "taken": taken, "missing": sorted(missing, key=str.encode), "cap": int(cap),
                "over": max(0, grades["优秀"] - int(cap)), "grades": grades,
                "undetermined_expected": sorted(expected, key=lambda r: r["staff_no"].encode())}

    def caps(self, due, year, cap):                          # asm-2: the cap over the departments by num-6
        of = {}
        for no in due:
            of.setdefault(self.people[no]["department"], []).append(no)
        order = list(dict.fromkeys(p["department"] for p in self.people.values()))   # as the roster brought them
        names = sorted(of, key=order.index)
        exact = {d: F(cap * len(of[d]), len(due)) for d in names}
        shares = {d: int(exact[d]) for d in names}
        for d in sorted(names, key=lambda d: -(exact[d] - shares[d]))[:cap - sum(shares.values())]:
            shares[d] += 1
        return [{"department": d, "due": len(of[d]), "taken": sum(year in self.people[no]["grades"] for no in of[d]),
                 "excellent": sum(self.people[no]["grades"].get(year) == "优秀" for no in of[d]), "cap": shares[d]}
                for d in names]

    def undetermined(self, p, year, first, last):
        entry, start = p["entry"], p["work_start"]
        if entry > date(year, 7, 1) and (start is None or start >= entry):
            return "new_half_year"
        days = (last - first).days + 1
        away = sum(any(k in ("病假", "事假") and covers((a, b), first + timedelta(i)) for k, a, b in p["leaves"])
                   for i in range(days))
        if away > days // 2:
            return "leave_half_year"
        if any((k == "记过" and a.year == year) or (k == "降低岗位等级" and a.year in (year, year - 1))
               for k, a, _ in p["discipline"]):
            return "discipline"
        if any(k == "立案审查" and covers((a, b), last) for k, a, b in p["discipline"]):
            return "under_investigation"
        return None
