#!/usr/bin/env python3
"""test-payrun-oracle.py — random colleges through the life of a run: two levels, own splits, adjustments, leave months, tax,
payment and corrections against the oracle's fractions, and the laws that hold for any of them.

A college follows from its seed; SHIZI_LONG takes two hundred, SHIZI_ORACLE_SEED only that one.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import random
import sys
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction as F

from oracle import Refused, show
from oracle_college import DEPARTMENTS, YEAR, RandomCollege, csv, share
from oracle_pay import YEAR_TABLE, PayOracle, bonus_cliff, bonus_tax, table
from tap import College, case, main

# The last of the few is one whose run is corrected.
SEEDS = range(200) if os.environ.get("SHIZI_LONG") else [*range(6), 52]
if "SHIZI_ORACLE_SEED" in os.environ:
    SEEDS = [int(os.environ["SHIZI_ORACLE_SEED"])]
PAY_YEAR, ON = YEAR + 1, date(YEAR + 1, 1, 20)
seen = set()
laws = Counter()   # how often each was looked at


class LifeCollege(RandomCollege):
    """A random college with leaves and salaries, whose oracle knows what comes after computing."""

    def __init__(self, seed):
        self.rng, self.oracle, self.steps, self.owed = random.Random(1000 + seed), PayOracle(), [], {}
        self.size = self.rng.choice([5, 9, 14])
        for part in (self.people, self.workload, self.facts, self.departments, self.leave, self.salary):
            part()
        # Everybody has all inputs: missing ones are the other oracle's matter.
        for no in self.oracle.people:
            self.oracle.grades.setdefault((YEAR, no), "合格")
            self.oracle.factors.setdefault((YEAR, no, "教学质量"), F(1))
        self.add("assessments", [{"年度": YEAR, "工号": no, "档次": self.oracle.grades[YEAR, no]} for no in self.oracle.people],
                 "--update")
        self.add("factors", [{"年度": YEAR, "工号": no, "项目": "教学质量", "值": show(self.oracle.factors[YEAR, no, "教学质量"], 4)}
                             for no in self.oracle.people], "--update")

    def leave(self):
        rng, rows = self.rng, []
        for no in self.oracle.people:
            day = date(YEAR, 1, 1) + timedelta(rng.randrange(60))
            while rng.random() < .4 and day.year == YEAR:
                last = min(day + timedelta(rng.choice([0, 6, 40, 95])), date(YEAR, 12, 31))
                kind = rng.choice(["病假", "事假", "产假", "旷工"])
                if self.oracle.in_service(no, day):
                    self.oracle.leaves.append((no, kind, day, last))
                    rows.append({"工号": no, "类别": kind, "起": day, "止": last})
                day = last + timedelta(rng.choice([2, 9, 60]))
        self.add("leaves", rows)

    def salary(self):
        rng, rows = self.rng, []
        for no in self.oracle.people:
            income, special = F(rng.randrange(300000, 3000000), 100), F(rng.randrange(0, 200000), 100)
            additional, kept = F(rng.choice([0, 1000, 2000])), rng.choice([None, None, F(rng.randrange(0, 30000), 100)])
            self.oracle.salaries[no, PAY_YEAR, 1] = {"income": income, "special": special, "additional": additional,
                                                    "withheld": kept}
            rows.append({"年度": PAY_YEAR, "月份": 1, "工号": no, "应发": show(income), "三险一金": show(special),
                         "专项附加": show(additional), "已扣税": "" if kept is None else show(kept)})
        self.add("salary", rows)

    def scheme(self):
        rng, made = self.rng, super().scheme()
        made.update(period={"from": f"{YEAR}-01-01", "to": f"{YEAR}-12-31"}, fixed=[],
                    pool=show(F(rng.randrange(10 ** 6, 10 ** 9), 100)), reserve_ratio=rng.choice(["0.0100", "0.3333"]),
                    tax=rng.choice(["none", "monthly", "bonus", "best", "best"]))
        if rng.random() < .5:
            made["leave_months"] = rng.sample(["病假", "事假", "旷工", "产假"], rng.choice([1, 3]))
        made["substitutes"] = {"workload": {"管理": "1.0000", "工勤": "0.9000", "无额定": "1.0000"}}
        if rng.random() < .8:
            by = rng.choice(["points", "headcount", "person_months", "workload", "fixed"])
            names = [c["name"] for c in made["components"]]
            made["levels"] = {"by": by, "components": rng.sample(names, 1 if by == "fixed" else rng.randrange(1, len(names) + 1))}
            if by == "fixed":
                made["levels"]["weights"] = self.weights(made)
        return made

    def weights(self, scheme):
        """A row for each department that has somebody whom the component admits, and for no other."""
        first, last = date(YEAR, 1, 1), date(YEAR, 12, 31)
        probe = dict(scheme, levels="one", ceiling=None, floor=None)
        (name,) = scheme["levels"]["components"]
        try:
            made = self.oracle.compute(probe)
        except Refused:
            return {department: share(self.rng.randrange(1, 9999)) for department in DEPARTMENTS}
        return {made["department"][no]: share(self.rng.randrange(1, 9999)) for part, no in made["points"] if part == name} \
            or {DEPARTMENTS[0]: "1.0000"}


def act(college, who, *words):
    return college.run("--as", who, *words)


def done(college, who, *words):
    result = act(college, who, *words)
    assert result.code == 0, (words, result.out, result.err)
    return result.json


def fen(text):
    return int(F(text) * 100)


# ---- the laws, whatever was computed ----

def law_pool(totals, reserve, pool):
    """Σ people + reserve = pool after any sequence of sheets, adjustments and corrections (pay-10, pay-12)."""
    assert sum(totals) + reserve == pool, (sum(totals), reserve, pool)
    laws["pool"] += 1


def law_chain(first, cum, differences):
    """Σ differences of a chain = last total − first (pay-12)."""
    assert sum(cum.values()) - first == differences, (sum(cum.values()), first, differences)
    laws["chain"] += 1


def law_bonus(gross, tax):
    """What is left of a bonus never falls by more than the cliff says (tax-2)."""
    cliff = bonus_cliff(gross)
    for edge in (12 * end for end in (3000, 12000, 25000, 35000, 55000, 80000) if 12 * end < gross):
        fell = (edge - bonus_tax(edge)) - (gross - tax)
        assert fell <= (cliff[1] if cliff else 0), (gross, edge, fell, cliff)
    laws["bonus"] += 1


def law_year(college, told):
    """Σ withheld of a year = year table of the year's taxable income where that never fell (tax-1)."""
    rng, no = told.rng, told.rng.choice(sorted(told.oracle.people))
    year = PAY_YEAR + 1
    rows = [{"年度": year, "月份": month, "工号": no, "应发": show(F(rng.randrange(300000, 9000000), 100)),
             "三险一金": show(F(rng.randrange(0, 200000), 100)), "专项附加": rng.choice([0, 1000, 2000, 9000])}
            for month in range(1, 13)]
    college.ok("import", "salary", college.write("全年.csv", csv(rows)))
    told_year = college.ok("tax", "month", no, "--year", year)
    taxable = [F(row["taxable"]) for row in told_year["rows"]]
    if taxable == sorted(taxable):
        assert F(told_year["withheld"]) == table(YEAR_TABLE, taxable[-1]), told_year
        laws["year"] += 1
    else:
        assert F(told_year["withheld"]) >= table(YEAR_TABLE, taxable[-1]), told_year


def check_compute(college, want, got):
    assert {p["staff_no"]: fen(p["total"]) for p in got["people"]} == want["totals"], "totals"
    assert {p["staff_no"]: {k: fen(v) for k, v in p["amounts"].items()} for p in got["people"]} == want["amounts"], "amounts"
    assert fen(got["reserve"]) == want["reserve"], (got["reserve"], want["reserve"])
    law_pool([fen(p["total"]) for p in got["people"]], fen(got["reserve"]), fen(got["pool"]))
    if want["pools"]:
        pools = {(name, row["name"]): fen(amount) for row in college.ok("pay", "splits", got["run"])["departments"]
                 for name, amount in row["pools"].items()}
        assert pools == want["pools"], (pools, want["pools"])


def send_sheets(college, rng, run, want):
    """Departments split anew at random; the oracle's totals follow."""
    totals = dict(want["totals"])
    components = sorted({name for name, _ in want["pools"]})
    for department in sorted({name for _, name in want["pools"]}, key=str.encode):
        people = [no for no in want["totals"] if want["department"][no] == department
                  and any((name, no) in want["points"] for name in components)]
        if not people or rng.random() < .5 or not any(want["pools"].get((name, department), 0) for name in components):
            continue
        own = {no: dict(want["amounts"][no]) for no in people}
        for name in components:
            here = [no for no in people if (name, no) in want["points"]]
            left = want["pools"].get((name, department), 0)
            for i, no in enumerate(here):
                part = left if i + 1 == len(here) else rng.randrange(left + 1)
                own[no][name], left = part, left - part
        rows = [dict({"工号": no}, **{name: show(F(own[no][name], 100)) if (name, no) in want["points"] else "—"
                                    for name in components}) for no in people]
        result = act(college, "系", "pay", "split", run, college.write("split.csv", csv(rows)), "--department", department)
        over = [no for no in want["totals"] if want["department"][no] == department
                and want["top"] is not None and sum(own.get(no, want["amounts"][no]).values()) > want["top"]]
        codes = {finding["code"] for finding in result.json["findings"]} - {"split.no_token"}
        if codes:
            assert result.code == 3 and codes <= {"split.over_ceiling", "split.under_floor"}, result.out
            assert bool(over) == ("split.over_ceiling" in codes), (over, codes)
            seen.add("split refused")
            continue
        assert result.code == 0 and not over, (result.out, over)
        seen.add("split")
        for no in want["totals"]:
            if want["department"][no] == department:
                totals[no] = sum(own.get(no, want["amounts"][no]).values())
        for no, amounts in own.items():
            want["amounts"][no] = amounts
    return totals


def adjust(college, rng, run, totals, reserve):
    lines = []
    for _ in range(rng.choice([0, 1, 3])):
        no = rng.choice(sorted(totals, key=str.encode))
        amount = rng.randrange(-max(1, totals[no] // 2), max(1, reserve // 2) + 1)
        if amount == 0:
            continue
        done(college, "甲", "pay", "adjust", run, no, show(F(amount, 100)), "--reason", "随机")
        totals[no] += amount
        reserve -= amount
        lines.append((no, amount))
        seen.add("adjusted")
    return reserve, lines


def check_state(college, run, totals, reserve, pool):
    shown = college.ok("pay", "show", run)
    assert {p["staff_no"]: fen(p["total"]) for p in shown["people"]} == totals
    assert fen(shown["reserve"]) == reserve and fen(shown["pool"]) == pool
    law_pool([fen(p["total"]) for p in shown["people"]], fen(shown["reserve"]), fen(shown["pool"]))


def check_net(college, told, run, totals, mode):
    result = college.run("pay", "net", run, "--on", ON)
    try:
        want = told.oracle.net(totals, mode, ON, told.owed)
    except Refused as refused:
        assert result.code == 3 and result.json["error"]["code"] == refused.code, result.out
        return None
    assert result.code == 0, result.out
    got = {p["staff_no"]: (p["way"], F(p["gross"]), F(p["tax"]), F(p["due"]), F(p["actual"]), F(p["owed_after"]))
           for p in result.json["people"]}
    assert got == want, [(no, got[no], want[no]) for no in want if got.get(no) != want[no]]
    for way, gross, tax, *_ in want.values():
        seen.add(way)
        if way == "bonus":
            law_bonus(gross, tax)
    return want


def walk(college, run, correction=False):
    done(college, "乙", "pay", "review", run, *([] if correction else ["--defaults"]))
    done(college, "丙", "pay", "approve", run, "--on", ON, "--no-notice", "免1号", "--document", "批1号")
    return done(college, "丙", "pay", "paid", run, "--on", ON)


def change_inputs(college, told):
    rng, oracle = told.rng, told.oracle
    rows = []
    for no in rng.sample(sorted(oracle.people), rng.choice([1, 2])):
        oracle.grades[YEAR, no] = rng.choice(["优秀", "合格", "基本合格", "不合格"])
        rows.append({"年度": YEAR, "工号": no, "档次": oracle.grades[YEAR, no]})
    college.ok("import", "assessments", college.write("更正.csv", csv(rows)), "--update")


def check_correction(college, told, scheme, run, state):
    """One correction after the other; Σ differences of the chain = last total − first."""
    oracle, cum = told.oracle, dict(state["cum"])
    change_inputs(college, told)
    way = "people" if state["own"] is False and told.rng.random() < .6 and not state["reserve_way"] else "reserve"
    result = act(college, "甲", "pay", "correct", run, "--from", way, "--settle", "now")
    try:
        if way == "people":
            _, differences, reserve = oracle.correct_people(scheme, cum, state["adjustments"])
        else:
            differences, reserve = oracle.correct_reserve(scheme, cum, state["paid"], state["behind"], state["reserve"])
    except Refused as refused:
        assert result.json.get("error", {}).get("code") in (refused.code, "correct.nothing"), (refused.code, result.out)
        seen.add(f"correct {refused.code}")
        return False
    if not differences:
        assert result.json["error"]["code"] == "correct.nothing", result.out
        return False
    assert result.code == 0, result.out
    got = {p["staff_no"]: fen(p["total"]) for p in result.json["people"]}
    assert got == differences, (way, got, differences)
    assert fen(result.json["reserve"]) == reserve, (way, result.json["reserve"], reserve)
    for person in result.json["people"]:                     # as the program has them
        assert fen(person["before"]) == cum.get(person["staff_no"], 0), person
        cum[person["staff_no"]] = fen(person["after"])
    law_pool(cum.values(), fen(result.json["reserve"]), state["paid"]["pool"])
    state["differences"] += sum(got.values())
    law_chain(state["first"], cum, state["differences"])
    seen.add(f"corrected {way}")
    # 实发 of a correction may not be known where salaries miss; then it stays computed and is deleted.
    paying = college.run("pay", "net", result.json["run"], "--on", ON)
    if paying.code != 0:
        done(college, "甲", "pay", "delete", result.json["run"])
        return False
    walk(college, str(result.json["run"]), correction=True)
    # What a correction takes back is owed until a later run has more to pay (pay-16).
    told.owed.update({no: v[5] for no, v in oracle.net(differences, "none", ON, told.owed).items()})
    if any(told.owed.values()):
        seen.add("owed")
    state.update(cum=cum, reserve=reserve, behind=oracle.compute(scheme), reserve_way=state["reserve_way"])
    return True


def check_life(college, told, scheme):
    oracle = told.oracle
    path = college.write("scheme.json", json.dumps(scheme, ensure_ascii=False))
    result = act(college, "甲", "pay", "compute", "--scheme", path)
    try:
        want = oracle.compute(scheme)
    except Refused as refused:
        seen.add(refused.code)
        assert result.code in (1, 3) and result.json["error"]["code"] == refused.code, (refused.code, result.out)
        return
    assert result.code == 0, result.out
    run = str(result.json["run"])
    check_compute(college, want, result.json)
    seen.add(scheme["levels"]["by"] if isinstance(scheme["levels"], dict) else "one level")
    before = {no: dict(amounts) for no, amounts in want["amounts"].items()}
    totals = send_sheets(college, told.rng, run, want) if want["pools"] else dict(want["totals"])
    own = want["amounts"] != before or totals != want["totals"]
    reserve, lines = adjust(college, told.rng, run, totals, want["reserve"]) if totals else (want["reserve"], [])
    check_state(college, run, totals, reserve, want["pool"])
    answered = count_own(college, run) if want["pools"] else 0
    net = check_net(college, told, run, totals, scheme["tax"])
    if net is None:
        return
    paid = walk(college, run)
    assert fen(paid["total"]) == sum(int(v[4] * 100) for v in net.values())
    told.owed.update({no: v[5] for no, v in net.items()})
    if scheme["tax"] != "none":
        return                                               # corrections of taxed runs ride on entries of tax-1 of their own
    state = {"cum": totals, "reserve": reserve, "adjustments": lines, "own": answered > 0 or own, "paid": want, "behind": want,
             "reserve_way": False, "first": sum(totals.values()), "differences": 0}
    for _ in range(2):
        if not check_correction(college, told, scheme, run, state):
            break


def count_own(college, run):
    return college.ok("pay", "splits", run)["answered"]


def check_seed(seed):
    told = LifeCollege(seed)
    with College(establishment=60) as college:
        for i, (kind, text, options) in enumerate(told.steps):
            college.ok("import", kind, college.write(f"{i}.csv", text), *options)
        for _ in range(3):
            scheme = told.scheme()
            try:
                check_life(college, told, scheme)
            except AssertionError:
                print("#", json.dumps(scheme, ensure_ascii=False), flush=True)
                raise
            # What was paid and taxed as a bonus is used up; wages of the month are entries of the next run.
            if scheme["tax"] != "none":
                break
        law_year(college, told)
        assert college.ok("verify")["sound"] is True


for number in SEEDS:
    case(f"/cli/pay-8/payrun-oracle/{number}")(lambda seed=number: check_seed(seed))


@case("/cli/pay-8/payrun-oracle/nothing-left-out")
def reached():
    """The seeds are worth something: they met splits, adjustments, each way of tax and both corrections."""
    if len(SEEDS) > 1:
        assert seen >= {"split", "adjusted", "monthly", "bonus", "none"}, seen
    if len(SEEDS) > 50:
        assert seen >= {"points", "headcount", "person_months", "workload", "fixed", "one level", "split refused",
                        "corrected people", "corrected reserve"}, seen
    print("#", sorted(seen))


for rule, law in (("pay-10", "pool"), ("pay-12", "chain"), ("tax-1", "year"), ("tax-2", "bonus")):
    def looked_at(law=law):
        """Each law was put to the test, not only written down."""
        assert laws[law] > 0 or len(SEEDS) == 1, laws
        print(f"# {law}: {laws[law]} times")
    case(f"/cli/{rule}/payrun-oracle/law-{law}")(looked_at)


if __name__ == "__main__":
    sys.exit(main())
