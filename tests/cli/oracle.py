"""oracle.py — part-time quota, workload and pay once more, in exact fractions, from the rules and not from the program.

Slow and plain on purpose. Where the rules leave a case open, the reading taken is said beside it.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction as F

PRESETS = {
    "load.size": [[40, "1.0"], [50, "1.1"], [60, "1.2"], [70, "1.3"], [80, "1.4"], [90, "1.5"], [100, "1.6"],
                  [110, "1.7"], [120, "1.8"], [0, "1.9"]],
    "load.repeat": "0.9", "load.new": "1.2",
    "load.type": {"理论": "1.0", "双语": "1.2", "一体化": "1.2", "实训": "0.8", "实操": "0.9", "校外实习": "0.5"},
    "load.category": {"金蓝领": "1.2"},
    "load.time": {"常规": "1.0", "企业现场": "1.3", "周末晚间": "1.2"},
    "load.role": {"主讲": "1.0", "实训指导": "1.0", "班主任": "0.1", "项目负责人": "0.1"},
    "load.train_ratio": "0.8", "load.train_cap": "0.5", "load.quota_year": "400.00", "load.dual_share": "1/3",
    "load.over_rate": {"初级": "65.00", "中级": "70.00", "副高级": "75.00", "正高级": "80.00"},
    "pt.quota_rate": "0.20", "pt.share_cap": "0.30"}
FAR = date(9999, 12, 31)
LEVELS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三".split()


class Refused(Exception):
    """A refusal (exit 1) or missing inputs (exit 3) with the people who lack them."""

    def __init__(self, code, people=()):
        super().__init__(code)
        self.code, self.people = code, set(people)


def half_up(value, places):                                  # num-3
    scaled = abs(F(value)) * 10 ** places
    whole = (scaled * 2 + 1) // 2
    return F(whole if value >= 0 else -whole, 10 ** places)


def show(value, places=2):
    scaled = F(value) * 10 ** places
    assert scaled.denominator == 1, value
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    return ("-" if scaled < 0 else "") + digits[:-places] + "." + digits[-places:]


def apportion(pool, weights):                                # num-6, in fen; weights in the order of the tie
    total = sum(weights)
    if total == 0:
        return None if pool else [0] * len(weights)
    exact = [pool * F(w) / total for w in weights]
    shares = [int(e // 1) for e in exact]
    order = sorted(range(len(weights)), key=lambda i: (shares[i] - exact[i], i))
    for i in order[:pool - sum(shares)]:
        shares[i] += 1
    return shares


def fraction(text):
    return None if text is None else F(text)


def band(post):
    if post is None:
        return None
    if post.startswith("专技"):
        n = LEVELS.index(post[2:-1]) + 1
        return "正高级" if n <= 4 else "副高级" if n <= 7 else "中级" if n <= 10 else "初级"
    return "管理" if post.startswith("管理") else "工勤"


def months_of(first, last):
    y, m = first.year, first.month
    while (y, m) <= (last.year, last.month):
        yield date(y, m, 1), date(y, m, monthrange(y, m)[1])
        y, m = (y, m + 1) if m < 12 else (y + 1, 1)


def unbroken(spans):
    """Spans that touch are one: what goes on the next day is no entry."""
    out = []
    for a, b in sorted(spans):
        if out and a <= min(out[-1][1], FAR - timedelta(1)) + timedelta(1):
            out[-1] = (out[-1][0], max(out[-1][1], b))
        else:
            out.append((a, b))
    return out


def month_counts(rule, spans, month):                        # pay-6; spans are whole, not cut to the period
    first, last = month
    if rule == "by_15th":
        return any(a <= first.replace(day=15) <= b for a, b in spans)
    if rule == "from_next":
        return any(a < first and b >= first for a, b in spans)
    return any(a <= last and b >= first for a, b in spans)


class Oracle:
    def __init__(self):
        self.people, self.grades, self.teaching, self.training = {}, {}, [], []
        self.quotas, self.roles, self.awards, self.factors = {}, [], {}, {}
        self.talents, self.departments, self.params, self.contracts, self.establishment = set(), {}, [], [], 0

    # ---- people
    def param(self, key, day):                               # num-7
        rows = [(start, i, v) for i, (k, start, v) in enumerate(self.params) if k == key and start <= day]
        return max(rows)[2] if rows else PRESETS[key]

    def at(self, no, field, day):
        rows = [(a, i, v) for i, (a, v) in enumerate(self.people[no][field]) if a <= day]
        return max(rows)[2] if rows else None

    def spans(self, no):
        return unbroken((a, b or FAR) for a, b in self.people[no]["services"])

    def in_service(self, no, day):                           # ppl-7
        return any(a <= day <= b for a, b in self.spans(no))

    def last_day(self, no, first, last):
        """The last day of the period on which the person is in service, else the period's last."""
        days = [min(b, last) for a, b in self.spans(no) if a <= last and b >= first]
        return max(days) if days else last

    def person(self, no, day):                               # ppl-3
        full = self.at(no, "full_time", day)
        return dict({field: self.at(no, field, day) for field in ("department", "employment", "post", "pay_regime")},
                    date=str(day), in_service=self.in_service(no, day), full_time=full and full == "是")

    # ---- part-time quota
    def quota(self, day):                                    # rec-9
        teachers = sum(self.in_service(n, day) and self.at(n, "full_time", day) == "是" for n in self.people)
        rate, share = F(self.param("pt.quota_rate", day)), F(self.param("pt.share_cap", day))
        by_e, by_f = rate * self.establishment // 1, share * teachers / (1 - share) // 1
        used = sum(f for a, b, f in self.contracts if a <= day <= b)
        return {"date": str(day), "establishment": self.establishment, "full_time_teachers": teachers,
                "limit_by_establishment": int(by_e), "limit_by_share": int(by_f), "limit": int(min(by_e, by_f)),
                "used": show(used, 4), "available": show(min(by_e, by_f) - used, 4),
                "contracts": sum(a <= day <= b for a, b, f in self.contracts), "open_cases": 0}

    def quota_check(self, first, last, fte):
        peak, over, day = None, None, first
        while day <= last:
            q = self.quota(day)
            used = F(q["used"])
            if peak is None or used > peak[1]:
                peak = (str(day), used)
            if over is None and used + fte > q["limit"]:
                over = str(day)
            day += timedelta(1)
        return {"asked": show(fte, 4), "peak": {"date": peak[0], "used": show(peak[1], 4)},
                "first_day_over": over, "accepted": over is None}

    # ---- workload
    def size(self, people, day):
        for upto, k in self.param("load.size", day):
            if people <= upto or upto == 0:
                return F(k)
        raise AssertionError

    def workload(self, year):                                # wrk-1 … wrk-5
        day, first = date(year, 12, 31), date(year, 1, 1)
        p = lambda key: self.param(key, day)
        out = {}
        for no in sorted(self.people, key=str.encode):
            teach = [r for r in self.teaching if r["no"] == no and r["year"] == year]
            train = [r for r in self.training if r["no"] == no and r["date"].year == year]
            last = self.last_day(no, first, day)
            full = self.at(no, "full_time", last) == "是"
            hours = sum((half_up(r["hours"] * self.size(r["size"], day) * F(p("load.type")[r["type"]])
                                 * (F(p("load.repeat")) if r["repeat"] else 1)
                                 * (F(p("load.new")) if r["new"] else 1), 2) for r in teach), F(0))
            raw = sum((half_up(r["hours"] * self.size(r["size"], day) * F(p("load.type")[r["type"]])
                               * F(p("load.category").get(r["category"], "1")) * F(p("load.time")[r["time"]])
                               * F(p("load.role")[r["role"]]), 2)
                       for r in train if r["mode"] != "发课酬"), F(0))
            converted = half_up(raw * F(p("load.train_ratio")), 2)
            months = sum(month_counts("count", self.spans(no), m) for m in months_of(first, day)
                         if m[0].month not in (2, 8))
            serves = any(month_counts("count", self.spans(no), m) for m in months_of(first, day))
            if (year, no) in self.quotas:
                quota = self.quotas[year, no]
            elif full and (serves or teach or train):
                quota = half_up(F(p("load.quota_year")) * months / 10, 2)
            elif teach or train:
                quota = half_up(F(p("load.quota_year")) * F(p("load.dual_share")) * months / 10, 2)
            else:
                continue
            credit = min(converted, half_up(F(p("load.train_cap")) * quota, 2))
            over = max(F(0), hours + credit - quota)
            b = band(self.at(no, "post", last))
            rates = {k: F(v) for k, v in p("load.over_rate").items()}
            rate = rates.get(b, min(rates.values()))
            out[no] = {"staff_no": no, "name": self.people[no]["name"], "teaching_hours": show(hours),
                       "training_hours_raw": show(raw), "training_hours_converted": show(converted),
                       "training_credit": show(credit), "training_over": show(converted - credit),
                       "quota_hours": show(quota), "over_hours": show(over), "over_pay": show(half_up(over * rate, 2))}
        return out

    # ---- pay
    def pay(self, scheme):                                   # pay-4 … pay-9
        first, last = (date.fromisoformat(scheme["period"][k]) for k in ("from", "to"))
        months, rule, year = list(months_of(first, last)), scheme.get("month_rule", "count"), last.year
        load = self.workload(year)
        out, excluded, amounts = {}, [], {}
        for no in sorted(self.people, key=str.encode):
            day = self.last_day(no, first, last)
            spans = [s for s in self.spans(no) if s[0] <= last and s[1] >= first]
            mine = [m for m in months if month_counts(rule, spans, m)]
            if self.at(no, "pay_regime", day) in ("年薪", "协议", "项目") or (year, no) in self.talents:
                excluded.append((no, "talent_pay"))
            elif self.at(no, "employment", day) in ("外聘", "劳务派遣"):
                excluded.append((no, "employment"))
            elif not mine:
                excluded.append((no, "no_months"))
            elif self.grades.get((year, no)) == "不合格":
                excluded.append((no, "assessment_unqualified"))
            else:
                out[no], amounts[no] = mine, {}
        pool = int(F(scheme["pool"]) * 100)
        reserve = int(pool * F(scheme["reserve_ratio"]) // 1)
        fixed = []
        for f in scheme["fixed"]:
            people, whole = 0, 0
            for no in out:
                spans = [(max(a, c), min(b, d)) for a, b in self.spans(no) for (n, r, c, d) in self.roles
                         if n == no and r == f["role"] and max(a, c) <= min(b, d)]
                spans = [s for s in unbroken(spans) if s[0] <= last and s[1] >= first]
                n = sum(month_counts(rule, spans, m) for m in months)
                if n:
                    amounts[no][f["name"]] = int(half_up(F(f["amount"]) * n / len(months), 2) * 100)
                    people, whole = people + 1, whole + amounts[no][f["name"]]
            fixed.append({"name": f["name"], "amount": show(F(whole, 100)), "people": people})
        left = pool - reserve - sum(int(F(f["amount"]) * 100) for f in fixed)
        named = sum(F(c["ratio"]) for c in scheme["components"] if c["ratio"] != "rest")
        missing, points = set(), {}
        for c in scheme["components"]:
            for no, mine in out.items():
                if self.admits(c, no, self.last_day(no, first, last)):
                    department = self.at(no, "department", self.last_day(no, first, last))
                    points[c["name"], no] = self.points(c, scheme, no, mine, months, missing, year, load, department)
        if missing:
            raise Refused("pay.inputs_missing", missing)
        if left < 0:
            raise Refused("pay.allowances_over_pool")
        pools = apportion(left, [1 - named if c["ratio"] == "rest" else F(c["ratio"]) for c in scheme["components"]])
        components = []
        for c, share in zip(scheme["components"], pools):
            here = [no for no in out if (c["name"], no) in points]
            weights = [points[c["name"], no] for no in here]
            shares = apportion(share, weights)
            if shares is None:
                raise Refused("pay.pool_without_points")
            for no, s in zip(here, shares):
                amounts[no][c["name"]] = s
            components.append({"name": c["name"], "amount": show(F(share, 100)), "points": show(sum(weights), 6)})
        before = {no: sum(a.values()) for no, a in amounts.items()}
        totals, reserve = self.clamp(scheme, dict(before), pool, reserve)
        people, departments = [], {}
        for no in out:
            dept = self.at(no, "department", self.last_day(no, first, last))
            people.append({"staff_no": no, "name": self.people[no]["name"], "department": dept,
                           "amounts": {k: show(F(v, 100)) for k, v in amounts[no].items()},
                           "ceiling": show(F(totals[no] - before[no], 100)), "adjustments": "0.00",
                           "total": show(F(totals[no], 100))})
            d = departments.setdefault(dept, [0, 0])
            d[0], d[1] = d[0] + 1, d[1] + totals[no]
        return {"pool": show(F(pool, 100)), "reserve": show(F(reserve, 100)), "fixed": fixed, "components": components,
                "departments": [{"name": k, "people": n, "amount": show(F(v, 100))}
                                for k, (n, v) in sorted(departments.items(), key=lambda x: x[0].encode())],
                "people": people, "excluded": [{"staff_no": n, "reason": r} for n, r in excluded],
                "total": show(F(sum(totals.values()), 100))}

    def admits(self, component, no, day):
        return all(self.at(no, field, day) in allowed for field, allowed in component.get("filter", {}).items())

    def post_at(self, no, month):                            # pay-6: a change takes effect from the next month,
        rows = self.people[no]["post"]                       # what came first holds from its start
        before = [(a, i, v) for i, (a, v) in enumerate(rows) if a < month[0]]
        if before:
            return max(before)[2]
        return rows[0][1] if rows and rows[0][0] <= month[1] else None

    def factor(self, name, component, scheme, no, year, load, department, post, months):
        """The value of one factor (pay-5); None when an input is missing."""
        substitutes = scheme.get("substitutes", {}).get(name, {})
        if band(post) in substitutes:
            return F(substitutes[band(post)])
        if name == "post":
            table = scheme["coefficients"]["post"]
            return fraction(table.get(post, table.get(band(post))))
        if name == "assessment":
            return fraction(scheme["coefficients"]["assessment"].get(self.grades.get((year, no))))
        if name == "workload":
            quota = F(load[no]["quota_hours"]) if no in load else 0
            if quota == 0:                                   # nothing owed is no quota
                return fraction(substitutes.get("无额定"))
            value = half_up((F(load[no]["teaching_hours"]) + F(load[no]["training_credit"])) / quota, 4)
            lower, upper = component.get("bounds", {}).get("workload", (value, value))
            return max(F(lower), min(F(upper), value))
        if name == "training":
            return F(load[no]["training_credit"]) if no in load else F(0)
        if name == "award":
            return self.awards.get((year, no), F(0))
        if name == "department":
            return self.departments.get(department)
        if name.startswith("value:"):
            return self.factors.get((year, no, name[len("value:"):]))
        return {"months": months, "headcount": F(1)}[name]

    def points(self, component, scheme, no, mine, months, missing, *context):
        """Stretches of one post, each with its points. A component that does not multiply by the months gives each
        stretch its part of the person's months; one that does not look at the post has one stretch."""
        substitutes = scheme.get("substitutes", {})
        by_post = any(f == "post" or set(substitutes.get(f, {})) - {"无额定"} for f in component["factors"])
        stretches = {}
        for month in mine:
            post = self.post_at(no, month) if by_post else self.post_at(no, mine[-1])
            stretches[post] = stretches.get(post, 0) + 1
        total = F(0)
        for post, count in stretches.items():
            if by_post and post is None:
                missing.add(no)
                continue
            product = F(1) if "months" in component["factors"] else F(count, len(mine))
            for f in component["factors"]:
                value = self.factor(f, component, scheme, no, *context, post, F(count, len(months)))
                if value is None:
                    missing.add(no)
                    value = F(0)
                product *= value
            total += half_up(product, 6)
        return total

    def clamp(self, scheme, totals, pool, reserve):          # pay-9
        heads = sum(v > 0 for v in totals.values())
        mean = F(pool - reserve, heads) if heads else F(0)

        def limit(rule):
            if rule is None:
                return None
            if rule.get("multiple_of_mean") is not None:
                return int(F(rule["multiple_of_mean"]) * mean // 1)
            return int(F(rule["amount"]) * 100)

        top, bottom = limit(scheme.get("ceiling")), limit(scheme.get("floor"))
        if top is not None and bottom is not None and bottom > top:
            raise Refused("pay.no_solution")
        while top is not None and any(v > top for v in totals.values()):
            excess = sum(max(0, v - top) for v in totals.values())
            totals = {n: min(v, top) for n, v in totals.items()}
            under = [n for n, v in totals.items() if 0 < v < top]
            if not under:
                reserve += excess
                break
            for n, s in zip(under, apportion(excess, [totals[n] for n in under])):
                totals[n] += s
        while bottom is not None and any(0 < v < bottom for v in totals.values()):
            need = sum(bottom - v for v in totals.values() if 0 < v < bottom)
            totals = {n: max(v, bottom) if v > 0 else v for n, v in totals.items()}
            over = [n for n, v in totals.items() if v > bottom]
            if not over or need > sum(totals[n] for n in over):
                raise Refused("pay.no_solution")
            for n, s in zip(over, apportion(need, [totals[n] for n in over])):
                totals[n] -= s
        return totals, reserve
