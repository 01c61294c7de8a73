#!/usr/bin/env python3
"""test-oracle.py — random colleges and schemes: every figure of the program against the oracle's.

A college and its schemes follow from its seed; SHIZI_LONG takes many more seeds, SHIZI_ORACLE_SEED only that one.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import sqlite3
import sys
from datetime import date
from fractions import Fraction as F

from oracle import Refused, half_up, show
from oracle_college import YEAR, RandomCollege
from tap import College, case, main

SEEDS = range(200) if os.environ.get("SHIZI_LONG") else range(8)
if "SHIZI_ORACLE_SEED" in os.environ:
    SEEDS = [int(os.environ["SHIZI_ORACLE_SEED"])]
DAYS = [date(YEAR, 1, 31), date(YEAR, 3, 1), date(YEAR, 12, 31)]
LOG = {"acts", "act_heads"}
seen = set()  # what happened to the schemes of all seeds


def compare(want, got, path):
    """Everything the oracle says must be there, types included; the program may say more."""
    assert type(got) is type(want), f"{path}: want {want!r}, got {got!r}"
    if isinstance(want, dict):
        for key, value in want.items():
            assert key in got, f"{path}: no {key}"
            compare(value, got[key], f"{path}.{key}")
    elif isinstance(want, list):
        assert len(want) == len(got), f"{path}: want {want}, got {got}"
        for i, pair in enumerate(zip(want, got)):
            compare(*pair, f"{path}[{i}]")
    else:
        assert want == got, f"{path}: want {want!r}, got {got!r}"


def content(college):
    database = sqlite3.connect(f"file:{college.db}?mode=ro", uri=True)
    tables = {name for name, in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")} - LOG
    rows = {name: database.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    database.close()
    return rows


def check_records(college, oracle):
    compare({"year": YEAR, "people": list(oracle.workload(YEAR).values())}, college.ok("convert", "--year", YEAR),
            "convert")
    for day in DAYS:
        compare(oracle.quota(day), college.ok("quota", "--on", day), f"quota {day}")
    want = oracle.quota_check(DAYS[0], DAYS[1], F(1, 2))
    result = college.run("quota", "check", "--from", DAYS[0], "--to", DAYS[1], "--fte", "0.5")
    assert result.code == (0 if want["accepted"] else 1)
    compare(want, result.json, "quota check")
    for no in list(oracle.people)[:4]:
        for day in DAYS:
            compare(oracle.person(no, day), college.ok("people", "show", no, "--on", day), f"{no} on {day}")


def check_why(college, run, want):
    """Terms multiply to points, points and pool give the amount, amounts add up to the total (pay-13)."""
    pools = {component["name"]: component for component in want["components"]}
    for person in want["people"]:
        told, amounts = college.ok("pay", "why", run, person["staff_no"]), {}
        for part in told["components"]:
            if not part["admitted"]:
                continue
            stretches = {}
            for term in part["factors"]:
                stretches[term["stretch"]] = stretches.get(term["stretch"], F(1)) * F(term["value"])
            assert part["points"] == show(sum(half_up(product, 6) for product in stretches.values()), 6), part
            assert (part["pool"], part["points_of_all"]) == tuple(
                pools[part["component"]][key] for key in ("amount", "points")), part
            share = F(part["points"]) / (F(part["points_of_all"]) or 1)
            floor = int(share * F(part["pool"]) * 100)
            assert part["amount"] == show(F(floor + part["remainder_fen"], 100)), part
            assert part["share"] == show(half_up(share, 6), 6), part
            amounts[part["component"]] = part["amount"]
        amounts.update({fixed["name"]: fixed["amount"] for fixed in told["fixed"]})
        assert amounts == person["amounts"], told
        assert F(told["before"]) == sum(map(F, amounts.values())), told
        assert F(told["before"]) + F(told["ceiling"]) + F(told["adjustments"]) == F(told["total"]), told
        assert (told["ceiling"], told["total"]) == (person["ceiling"], person["total"]), told
    for out in want["excluded"]:
        assert college.ok("pay", "why", run, out["staff_no"])["excluded"] == out["reason"]


def check_refused(refused, result):
    """Missing inputs name their people and come before anything about pools; refusals are exit 1."""
    assert result.code == (3 if refused.people else 1), (refused.code, result.out)
    assert result.json["error"]["code"] == refused.code, (refused.code, result.out)
    named = {finding["message"].split(" ")[0] for finding in result.json.get("findings", [])}
    assert named == refused.people, result.out


def check_scheme(college, oracle, scheme, keep):
    path = college.write("scheme.json", json.dumps(scheme, ensure_ascii=False))
    before = content(college)
    result = college.run("pay", "compute", "--dry-run", "--scheme", path)
    assert content(college) == before, "--dry-run wrote"
    try:
        want = oracle.pay(scheme)
    except Refused as refused:
        seen.add(refused.code)
        check_refused(refused, result)
        return
    assert result.code == 0, result.err
    compare(want, result.json, "pay")
    seen.add("ceiling" if any(person["ceiling"] != "0.00" for person in want["people"]) else "plain")
    if keep:
        run = college.ok("pay", "compute", "--scheme", path)
        compare(want, run, "kept")
        assert college.ok("pay", "show", run["run"]) == run
        listed = {line["run"]: line for line in college.ok("pay", "list")["runs"]}[run["run"]]
        compare({key: run[key] for key in ("state", "pool", "reserve", "total")}, listed, "list")
        check_why(college, run["run"], want)


def check_seed(seed):
    told = RandomCollege(seed)
    with College(establishment=told.oracle.establishment) as college:
        for i, (kind, text, options) in enumerate(told.steps):
            college.ok("import", kind, college.write(f"{i}.csv", text), *options)
        for key, value, day in told.parameters():
            college.ok("param", "set", key, value, "--from", day, "--source", "x")
        check_records(college, told.oracle)
        for i in range(5):
            scheme = told.scheme()
            try:
                check_scheme(college, told.oracle, scheme, keep=i < 2)
            except AssertionError:
                print("#", json.dumps(scheme, ensure_ascii=False), flush=True)
                raise
        assert college.ok("verify")["sound"] is True


for number in SEEDS:
    case(f"/cli/oracle/{number}")(lambda seed=number: check_seed(seed))


@case("/cli/oracle/nothing-left-out")
def reached():
    """The seeds are worth something: they met every kind of end."""
    if len(SEEDS) > 1:
        assert seen == {"plain", "ceiling", "pay.inputs_missing", "pay.no_solution", "pay.pool_without_points",
                        "pay.allowances_over_pool"}, seen


if __name__ == "__main__":
    sys.exit(main())
