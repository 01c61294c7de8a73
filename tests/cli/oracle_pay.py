"""oracle_pay.py — two levels, leave months, corrections, sick pay, tax and what is paid, once more in exact fractions.

Written from pay-8, pay-12, pay-14, pay-16, pay-19, tax-1 … tax-4 and not from the program.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction as F

from oracle import Oracle, Refused, apportion, half_up, month_counts, months_of, show

YEAR_TABLE = [(36000, 3, 0), (144000, 10, 2520), (300000, 20, 16920), (420000, 25, 31920), (660000, 30, 52920),
              (960000, 35, 85920), (None, 45, 181920)]
MONTH_TABLE = [(3000, 3, 0), (12000, 10, 210), (25000, 20, 1410), (35000, 25, 2660), (55000, 30, 4410),
               (80000, 35, 7160), (None, 45, 15160)]


def cents(value):
    return half_up(value, 2)


def table(rows, base):
    """One bracket for the whole base; rounded once (tax-1)."""
    if base <= 0:
        return F(0)
    for end, rate, quick in rows:
        if end is None or base <= end:
            return cents(F(base) * rate / 100 - quick)


def bonus_tax(amount):                                       # tax-2
    for end, rate, quick in MONTH_TABLE:
        if end is None or F(amount) / 12 <= end:
            return cents(F(amount) * rate / 100 - quick)


def bonus_cliff(amount):
    """(edge, lost) where a smaller bonus leaves more."""
    below = [12 * end for end, _, _ in MONTH_TABLE if end is not None and 12 * end < amount]
    if not below:
        return None
    edge = F(max(below))
    lost = (edge - bonus_tax(edge)) - (amount - bonus_tax(amount))
    return (edge, lost) if lost > 0 else None


class PayOracle(Oracle):
    def __init__(self):
        super().__init__()
        self.leaves, self.salaries, self.bonus_used = [], {}, set()

    # ---- two levels and leave
    def months_of_person(self, no, scheme, months):
        kinds = set(scheme.get("leave_months", []))
        mine = [m for m in months if month_counts(scheme.get("month_rule", "count"), self.spans(no), m)]
        return [m for m in mine if not self.away(no, m, kinds)]

    def away(self, no, month, kinds):
        """Every day in service of the month is a day of leave of these kinds (pay-6)."""
        first, last = month
        days = [first + timedelta(i) for i in range((last - first).days + 1)]
        serving = [d for d in days if self.in_service(no, d)]
        return bool(kinds) and bool(serving) and all(
            any(n == no and kind in kinds and a <= d <= b for n, kind, a, b in self.leaves) for d in serving)

    def compute(self, scheme):
        """The whole computation as numbers: {"totals", "amounts", "points", "pools", "reserve", "department", …}."""
        first, last = (date.fromisoformat(scheme["period"][k]) for k in ("from", "to"))
        months, year = list(months_of(first, last)), last.year
        load, out, amounts = self.workload(year), {}, {}
        for no in sorted(self.people, key=str.encode):
            day = self.last_day(no, first, last)
            mine = self.months_of_person(no, scheme, months)
            if self.at(no, "pay_regime", day) in ("年薪", "协议", "项目") or (year, no) in self.talents \
                    or self.at(no, "employment", day) in ("外聘", "劳务派遣") or not mine \
                    or self.grades.get((year, no)) == "不合格":
                continue
            out[no], amounts[no] = mine, {}
        department = {no: self.at(no, "department", self.last_day(no, first, last)) for no in out}
        pool = int(F(scheme["pool"]) * 100)
        reserve = int(pool * F(scheme["reserve_ratio"]) // 1)
        missing, points = set(), {}
        for c in scheme["components"]:
            for no, mine in out.items():
                if self.admits(c, no, self.last_day(no, first, last)):
                    points[c["name"], no] = self.points(c, scheme, no, mine, months, missing, year, load, department[no])
        if missing:
            raise Refused("pay.inputs_missing", missing)
        named = sum(F(c["ratio"]) for c in scheme["components"] if c["ratio"] != "rest")
        parts = apportion(pool - reserve, [1 - named if c["ratio"] == "rest" else F(c["ratio"]) for c in scheme["components"]])
        levels = {"by": "points"} if scheme.get("levels") == "two" else scheme.get("levels")
        levels = None if levels == "one" else levels
        if levels is not None and levels["by"] == "fixed":
            by_department = levels.get("components", [c["name"] for c in scheme["components"]])
            there = {department[no] for name, no in points if name in by_department}
            # A weight of a department in which nobody takes part is a finding, before any amount is shared (pay-8).
            if any(F(weight) > 0 and name not in there for name, weight in levels["weights"].items()):
                raise Refused("pay.inputs_missing")
        pools = {}
        for c, amount in zip(scheme["components"], parts):
            here = [no for no in out if (c["name"], no) in points]
            if levels is None or c["name"] not in levels.get("components", [k["name"] for k in scheme["components"]]):
                self.share(c["name"], amount, here, points, amounts)
                continue
            names = sorted({department[no] for no in here}, key=str.encode)
            weights = [self.weight(levels, name, c["name"], [no for no in here if department[no] == name], out, points, load)
                       for name in names]
            split = apportion(amount, weights)
            if split is None:
                raise Refused("pay.pool_without_points")
            for name, part in zip(names, split):
                pools[c["name"], name] = part
                self.share(c["name"], part, [no for no in here if department[no] == name], points, amounts)
        totals = {no: sum(a.values()) for no, a in amounts.items()}
        before = dict(totals)
        top, bottom = self.limits(scheme, totals, pool, reserve)
        for group in ([list(out)] if levels is None else
                      [[no for no in out if department[no] == name] for name in sorted(set(department.values()), key=str.encode)]):
            part, left = self.clamp_group({no: totals[no] for no in group}, top, bottom)
            totals.update(part)
            reserve += left
        return {"totals": totals, "amounts": amounts, "points": points, "pools": pools, "reserve": reserve, "pool": pool,
                "department": department, "before": before, "top": top}

    def share(self, name, amount, here, points, amounts):
        shares = apportion(amount, [points[name, no] for no in here])
        if shares is None:
            raise Refused("pay.pool_without_points")
        for no, fen in zip(here, shares):
            amounts[no][name] = fen

    def weight(self, levels, name, component, here, out, points, load):
        if levels["by"] == "fixed":
            return F(levels["weights"][name])
        exact = {"points": lambda no: points[component, no], "headcount": lambda no: F(1),
                 "person_months": lambda no: F(len(out[no])),
                 "workload": lambda no: F(load[no]["teaching_hours"]) + F(load[no]["training_credit"]) if no in load else F(0)}
        return sum((exact[levels["by"]](no) for no in here), F(0)) * self.departments[name]

    def limits(self, scheme, totals, pool, reserve):         # pay-9, counted once for the college
        heads = sum(v > 0 for v in totals.values())
        mean = F(pool - reserve, heads) if heads else F(0)
        out = []
        for key in ("ceiling", "floor"):
            rule = scheme.get(key)
            out.append(None if rule is None else int(F(rule["multiple_of_mean"]) * mean // 1)
                       if rule.get("multiple_of_mean") is not None else int(F(rule["amount"]) * 100))
        if None not in out and out[1] > out[0]:
            raise Refused("pay.no_solution")
        return out

    def clamp_group(self, totals, top, bottom):
        left = 0
        while top is not None and any(v > top for v in totals.values()):
            excess = sum(max(0, v - top) for v in totals.values())
            totals = {n: min(v, top) for n, v in totals.items()}
            under = [n for n, v in totals.items() if 0 < v < top]
            if not under:
                left += excess
                break
            for n, fen in zip(under, apportion(excess, [totals[n] for n in under])):
                totals[n] += fen
        while bottom is not None and any(0 < v < bottom for v in totals.values()):
            need = sum(bottom - v for v in totals.values() if 0 < v < bottom)
            totals = {n: max(v, bottom) if v > 0 else v for n, v in totals.items()}
            over = [n for n, v in totals.items() if v > bottom]
            if not over or need > sum(totals[n] for n in over):
                raise Refused("pay.no_solution")
            for n, fen in zip(over, apportion(need, [totals[n] for n in over])):
                totals[n] -= fen
        return totals, left

    # ---- corrections
    def correct_people(self, scheme, cum, adjustments):
        """pay-12, 重算分摊: what everybody's total is now, and the differences."""
        made = self.compute(scheme)
        totals, reserve = dict(made["totals"]), made["reserve"]
        for no, fen in adjustments:
            if no in totals:
                totals[no] += fen
                reserve -= fen
        if any(v < 0 for v in totals.values()):
            raise Refused("adjust.total_negative")
        if reserve < 0:
            raise Refused("pay.reserve_short")
        people = sorted(set(totals) | set(cum), key=str.encode)
        return totals, {no: totals.get(no, 0) - cum.get(no, 0) for no in people if totals.get(no, 0) != cum.get(no, 0)}, reserve

    def correct_reserve(self, scheme, cum, paid, behind, reserve):
        """pay-12, 调节金列支: the paid run's worth of a point; others keep what they have."""
        now, differences = self.compute(scheme), {}
        for no in sorted(set(now["totals"]) | set(cum), key=str.encode):
            if no not in now["totals"]:
                difference = -cum.get(no, 0)
            else:
                names = {name for name, who in list(now["points"]) + list(behind["points"]) if who == no}
                difference = 0
                for name in sorted(names):
                    change = now["points"].get((name, no), F(0)) - behind["points"].get((name, no), F(0))
                    amount, weight = self.worth(paid, name, now["department"][no])
                    if change and weight:
                        difference += int(half_up(change * amount / weight, 0))
                if difference > 0 and now["top"] is not None:
                    difference = max(0, min(difference, paid["top"] - cum.get(no, 0)))
                difference = max(difference, -cum.get(no, 0))
            if difference:
                differences[no] = difference
        if reserve - sum(differences.values()) < 0:
            raise Refused("pay.reserve_short")
        return differences, reserve - sum(differences.values())

    @staticmethod
    def worth(paid, name, department):
        """Amount and points of a component in the paid run, those of the person's department now where it goes by department."""
        by_department = any(part == name for part, _ in paid["pools"])
        people = [no for (part, no) in paid["points"] if part == name
                  and (not by_department or paid["department"][no] == department)]
        amount = paid["pools"].get((name, department), 0) if by_department else \
            sum(paid["amounts"][no].get(name, 0) for no in people)
        return amount, sum((paid["points"][name, no] for no in people), F(0))

    # ---- leave
    def sick_rows(self, no, year, work_start, base, holiday):
        """pay-14 for one person: [(first day, deduction)], spells over working days; base is that of every month."""
        spells = []
        for kind, a, b in sorted((kind, a, b) for n, kind, a, b in self.leaves if n == no and kind == "病假"):
            gap = [d for i in range((a - spells[-1][-1][1]).days - 1) if not holiday(d := spells[-1][-1][1] + timedelta(i + 1))] \
                if spells else [True]
            if gap:
                spells.append([])
            spells[-1].append((a, b))
        rows = []
        for spell in spells:
            start = spell[0][0]
            for a, b in spell:
                runs = []
                for i in range((b - a).days + 1):
                    day = a + timedelta(i)
                    month = sum(1 for k in range(1, 400) if self.month_start(start, k) <= day) + 1
                    senior = day >= date(work_start.year + 10, work_start.month, work_start.day)
                    ratio = F(1) if month <= 2 else (F(1) if senior else F(9, 10)) if month <= 6 else F(8, 10) if senior else F(7, 10)
                    if runs and runs[-1][2] == ratio and runs[-1][0].month == day.month:
                        runs[-1][1] = day
                    else:
                        runs.append([day, day, ratio])
                rows += [(x, y, ratio, cents(base * (1 - ratio) * ((y - x).days + 1) / monthrange(x.year, x.month)[1]))
                         for x, y, ratio in runs if x.year == year]
        return rows

    @staticmethod
    def month_start(start, k):
        """The first day of month k + 1 of a spell."""
        y, m = start.year + (start.month - 1 + k) // 12, (start.month - 1 + k) % 12 + 1
        return date(y, m, min(start.day, monthrange(y, m)[1]))

    # ---- tax
    def entries(self, no, year):
        return [dict(row, month=month) for (who, y, month), row in sorted(self.salaries.items()) if who == no and y == year]

    def months_served(self, no, year, until):
        """At least one day in service."""
        return [m for m in range(1, until + 1) if any(a <= date(year, m, monthrange(year, m)[1]) and b >= date(year, m, 1)
                                                      for a, b in self.spans(no))]

    def withhold(self, no, year, entries):
        """tax-1: what is due after each entry; entries carry income, special, additional, withheld (None: what is due)."""
        out, taken = [], F(0)
        for i, entry in enumerate(entries):
            upto = entries[:i + 1]
            n = max(1, len(self.months_served(no, year, entry["month"])))
            taxable = sum((e["income"] - e["special"] - e["additional"] for e in upto), F(0)) - 5000 * n
            due = max(F(0), table(YEAR_TABLE, max(F(0), taxable)) - taken)
            if entry["income"] < 0:
                due = F(0)
            kept = due if entry["withheld"] is None else entry["withheld"]
            taken += kept
            out.append(kept)
        return out

    def choose(self, no, year, amount):
        """tax-2: (separate, merged) of a bonus; months to come as the last salary row."""
        rows = self.entries(no, year)
        known = sum((r["income"] - r["special"] - r["additional"] for r in rows), F(0))
        last = rows[-1] if rows else None
        served = self.months_served(no, year, 12)
        coming = [m for m in served if last and m > last["month"]]
        known += len(coming) * (last["income"] - last["special"] - last["additional"]) if last else 0
        base = known - 60000
        return bonus_tax(amount), table(YEAR_TABLE, max(F(0), base + amount)) - table(YEAR_TABLE, max(F(0), base))

    def net(self, totals, mode, on, owed=None):
        """pay-16, tax-4 of a run without riding corrections: {no: (way, gross, tax, due, actual, owed_after)}."""
        out = {}
        for no, fen in totals.items():
            gross, tax, way = F(fen, 100), F(0), "none"
            if mode != "none" and gross != 0:
                way = "monthly"
                open_bonus = gross > 0 and no not in self.bonus_used
                if mode == "bonus" and open_bonus:
                    way = "bonus"
                if mode == "best" and open_bonus:
                    separate, merged = self.choose(no, on.year, gross)
                    way = "bonus" if separate <= merged else "monthly"
                served = self.months_served(no, on.year, on.month)
                if (mode == "best" and open_bonus or way == "monthly") \
                        and any((no, on.year, m) not in self.salaries for m in served):
                    raise Refused("tax.inputs_missing", {no})
                if way == "bonus":
                    tax = bonus_tax(gross)
                else:
                    entries = [e for e in self.entries(no, on.year)]
                    place = len([e for e in entries if e["month"] <= on.month])
                    entries.insert(place, {"income": gross, "special": F(0), "additional": F(0), "withheld": None,
                                           "month": on.month})
                    tax = self.withhold(no, on.year, entries)[place]
            due = gross - tax
            before = (owed or {}).get(no, F(0))
            actual = max(F(0), due + before)
            out[no] = (way, gross, tax, due, actual, due + before - actual)
        return out
