#!/usr/bin/env python3
"""test-titles-oracle.py — random colleges: who could apply, posts and assessment against the second reading.

A college follows from its seed; SHIZI_LONG takes many more seeds, SHIZI_ORACLE_SEED only that one.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import random
import sys
from datetime import date
from fractions import Fraction as F

from oracle import show
from oracle_college import csv
from oracle_titles import BANDS
from oracle_titles_college import ORDER, POSTS, RandomTitles
from oracle_titles_round import ballot, propose, split
from tap import College, case, main

SEEDS = range(100) if os.environ.get("SHIZI_LONG") else range(4)
if "SHIZI_ORACLE_SEED" in os.environ:
    SEEDS = [int(os.environ["SHIZI_ORACLE_SEED"])]


def told(value):
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def differ(want, got, where):
    assert len(want) == len(got), f"{where}: {[(r['staff_no'], r['target']) for r in want]} but " \
                                  f"{[(r['staff_no'], r['target']) for r in got]}"
    for a, b in zip(want, got):
        for key, value in a.items():
            assert b[key] == value, f"{where} {a['staff_no']} {a['target']} {key}: want {value!r}, got {b[key]!r}"


@case("/cli/ttl-1/ttl-2/ttl-9/ttl-10/ttl-11/ttl-19/ttl-20/pst-3/pst-6/asm-2/second-reading")
def second_reading():
    verdicts = {}
    for seed in SEEDS:
        made = RandomTitles(seed)
        with College(establishment=50) as college:
            for kind in ORDER:
                if kind in made.sheets:
                    college.ok("import", kind, college.write(f"{kind}.csv", csv(made.sheets[kind])))
            for key, value in made.oracle.params.items():
                college.ok("param", "set", key, told(value), "--from", "2000-01-01", "--source", "试")
            college.ok("title", "batch", "new", "批", "--year", 2025, "--opens", "2025-10-09", "--closes", "2025-10-31",
                       "--cutoff", "2025-12-31")
            got = college.ok("title", "who", "批")["people"]
            differ(made.oracle.who(), got, f"seed {seed}")
            for row in got:
                verdicts[row["verdict"]] = verdicts.get(row["verdict"], 0) + 1
            for kind in ("title-batch", "panel", "recusals"):
                if kind in made.sheets:
                    college.ok("import", kind, college.write(f"{kind}.csv", csv(made.sheets[kind])))
            check_posts(made.oracle, college, seed)
            check_moves(made, college, seed)
            check_scores(made, college, seed)
            check_panel(made, college, seed)
            check_ballots(made, college, seed)
            for year in (2023, 2024):
                want, got = made.oracle.assess(year), college.ok("assess", "--year", year)
                for key, value in want.items():
                    assert got[key] == value, f"seed {seed} assess {year} {key}: want {value!r}, got {got[key]!r}"
            check_cases(made, college, seed)
    print(f"# {sorted(verdicts.items())}")
    assert len(SEEDS) < 4 or len(verdicts) >= 4, verdicts


def check_posts(oracle, college, seed):
    for day in (date(2023, 12, 31), date(2025, 10, 31), date(2026, 1, 15)):
        got = college.ok("posts", "--on", day)
        places, unlevelled = oracle.occupied(day)
        approved = oracle.approved(day)
        assert got["unlevelled"] == unlevelled, (seed, day)
        want = oracle.plan_warnings(day, 50)
        have = [f["code"] for f in got["findings"] if f["code"].startswith("plan.")]
        assert want == have, f"seed {seed} {day}: want {want}, got {have}"
        told = {level["level"]: level for band in got["bands"] for level in band["levels"]}
        for post in set(places) | set(approved):
            want = (approved.get(post, 0), places.get(post, 0))
            have = (told[post]["approved"], told[post]["occupied"]) if post in told else (0, 0)
            assert want == have, f"seed {seed} {day} {post}: want {want}, got {have}"
        for band in got["bands"]:
            free = 10 ** 6
            sums = []
            for level in band["levels"]:
                sums.append((sums[-1] if sums else 0) + approved.get(level["level"], 0) -
                            places.get(level["level"], 0))
            for i in reversed(range(len(sums))):
                free = min(free, sums[i])
                assert band["levels"][i]["vacancy_new"] == free, (seed, day, band["levels"][i])
                assert band["levels"][i]["over"] == max(0, -sums[i]), (seed, day, band["levels"][i])


def check_moves(made, college, seed):
    """A list of moves in a random order, and who could rise, on a day before and one after the new plan."""
    for day in (date(2025, 10, 31), date(2026, 1, 15)):
        people = made.rng.sample(sorted(made.oracle.people), min(8, len(made.oracle.people)))
        moves = [(no, made.rng.choice(POSTS)) for no in people]
        want = made.oracle.what_if(moves, day)
        got = college.ok("posts", "what-if", "--on", day, *(f"{no}={post}" for no, post in moves))
        assert got["people"] == want, f"seed {seed} {day}: want {want}, got {got['people']}"
        late = [r["staff_no"] for r in want if r["fits_alone"] and not r["fits"]]
        assert got["no_longer"] == late, f"seed {seed} {day}: want {late}, got {got['no_longer']}"
        want, got = made.oracle.rises(day), college.ok("appoint", "rise", "--on", day)["people"]
        assert got == want, f"seed {seed} {day}: want {want}, got {got}"


TABLE = {"format": "shizi-score-table", "version": 1, "name": "表", "items": [
    {"name": "年限", "kind": "title_years", "per_year": "1.15", "max": "9.00"},
    {"name": "优秀", "kind": "excellent", "last": 5, "each": "2.00", "max": "3.00"},
    {"name": "班主任", "kind": "adviser", "per_year": "1.25", "roles": ["班主任"], "max": "6.00"},
    {"name": "课时", "kind": "hours", "last": 5, "base": "300.00", "per": "7.50", "each": "0.35", "max": "5.00"},
    {"name": "学历", "kind": "education", "points": {"博士": "5.00", "硕士": "3.00", "本科": "1.00"}},
    {"name": "测评", "kind": "value", "item": "民主测评", "weight": "0.3333", "max": "30.00"},
    {"name": "业绩", "kind": "achievements", "kinds": ["论文", "课题", "竞赛"], "rank": ["1.0000", "0.6000", "0.3333"],
     "points": {"国家级": {"一等": "10.00", "*": "5.05"}, "省部级": {"二等": "3.00", "*": "1.00"}}, "max": "12.00"}]}


def check_scores(made, college, seed):
    """ttl-16: some of the items, now and then few enough for ties."""
    for tie in (["title_months"], []):
        items = made.rng.sample(TABLE["items"], made.rng.choice([1, 2, 4, 7]))
        table = dict(TABLE, items=items, tie=tie)
        path = college.write("table.json", json.dumps(table, ensure_ascii=False))
        for target in sorted({title for title, _ in made.oracle.applications.values()}):
            quota = made.rng.choice([1, 2, 3])
            want = made.oracle.score(table, target, quota)
            got = college.ok("title", "score", "批", "--table", path, "--target", target, "--quota", quota)["people"]
            assert got == want, f"seed {seed} {target}: want {want}, got {got}"


def check_panel(made, college, seed):
    codes = ("panel.even", "panel.self", "panel.kinship", "title.years_miscounted")
    want = made.oracle.panel_findings()
    got = [(f["code"], f["staff_no"]) for f in college.ok("findings", "--area", "titles", "--on", "2025-10-31")["findings"]
           if f["code"] in codes]
    assert got == want, f"seed {seed}: want {want}, got {got}"


def check_ballots(made, college, seed):
    rng = made.rng
    for _ in range(12):
        panel = rng.randrange(1, 28)
        attending, recused = rng.randrange(0, panel + 2), rng.choice([0, 0, 0, 1, 2])
        left, votes = max(0, attending - recused), []
        for _ in range(3):
            votes.append(rng.randrange(0, left + 1))
            left -= votes[-1]
        votes.append(left + rng.choice([0, 0, 0, 1]))
        mode = rng.choice(["exclude", "include"])
        quorum, n, needed, error, passed = ballot(panel, attending, recused, votes, mode == "include")
        got = college.run("title", "ballot", "--panel", panel, "--attending", attending, "--recused", recused, "--recusal",
                          mode, *sum(zip(("--for", "--against", "--abstain", "--spoilt"), votes), ()))
        assert got.code == (1 if error else 0), (seed, panel, attending, recused, votes, got.err)
        if not error:
            assert json.loads(got.out) == {"quorum": quorum, "denominator": n, "needed": needed, "valid": True,
                                           "passed": passed}, (seed, panel, attending, recused, votes, got.out)
        else:
            assert error in got.out + got.err, (seed, error, got.out, got.err)


def check_cases(made, college, seed):
    """ttl-7: people ask for posts in a random order; what is granted stands in the way of the next."""
    rng, oracle, day = made.rng, made.oracle, date(2025, 11, 3)
    for no in rng.sample(sorted(oracle.people), min(9, len(oracle.people))):
        to, approval = rng.choice(POSTS), rng.choice(["", "", "批1"])
        band = next((b for b in BANDS if oracle.home(oracle.people[no], day) in b), None)
        if band and rng.random() < .5:
            to = rng.choice([post for post in band if post in POSTS] or POSTS)
        why = oracle.refusal(no, to, day, approval)
        got = college.run("appoint", "open", no, to, "--on", day, "--opened", "2025-10-30",
                          *(["--approval", approval] if approval else []))
        where = f"seed {seed} {no} to {to} with {approval!r}: want {why}, got {got.out} {got.err}"
        if why:
            assert got.code == 1 and json.loads(got.out)["error"]["code"] == why, where
        else:
            assert got.code == 0, where
            oracle.cases.append({"no": no, "to": to, "day": day, "opened": date(2025, 10, 30), "state": "open"})
    people = rng.sample(sorted(oracle.people), min(8, len(oracle.people)))
    for when in (date(2025, 10, 29), date(2025, 11, 2), date(2025, 11, 3)):
        moves = [(no, rng.choice(POSTS)) for no in people]
        want = oracle.what_if(moves, when)
        got = college.ok("posts", "what-if", "--on", when, *(f"{no}={post}" for no, post in moves))["people"]
        assert got == want, f"seed {seed} {when} with cases: want {want}, got {got}"


@case("/cli/pst-1/pst-4/second-reading")
def proposals():
    rng = random.Random(4)
    with College() as college:
        for _ in range(40 if os.environ.get("SHIZI_LONG") else 8):
            total, ratio = rng.randrange(1, 900), [rng.randrange(1, 7) for _ in range(rng.choice([2, 3, 4]))]
            for method in ("cumulative_floor", "largest_remainder", "floor_each"):
                got = college.ok("posts", "split", total, ":".join(map(str, ratio)), "--method", method)["parts"]
                assert got == split(total, ratio, method), (total, ratio, method, got)
            ratio, share = [rng.randrange(1, 7) for _ in range(3)], F(rng.randrange(0, 101), 100)
            professional = rng.choice([None, rng.randrange(1, total + 1)])
            got = college.ok("posts", "propose", "--total", total, "--ratio", ":".join(map(str, ratio)), "--full-senior",
                             show(share, 4), *(["--professional", professional] if professional else []))
            least, want = propose(total, professional, ratio, share)
            assert got["professional_minimum"] == least, (total, got["professional_minimum"])
            for row in got["methods"]:
                have = (row["high"], row["intermediate"], row["junior"], row["full_senior"], row["associate_senior"],
                        [level["posts"] for level in row["levels"]])
                assert have == want[row["method"]], (total, professional, ratio, share, row["method"], have)


if __name__ == "__main__":
    sys.exit(main())
