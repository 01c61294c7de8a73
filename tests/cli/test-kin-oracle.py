#!/usr/bin/env python3
"""test-kin-oracle.py — what the rules say of related people, computed once more from the rules alone over random colleges.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import random
import sys

from tap import College, case, main, with_check_digit

DAY = "2025-10-15"
KEY_UNITS = {"组织人事", "纪检监察", "审计", "财务"}
FUNCTIONS = ["组织人事", "纪检监察", "审计", "财务", "其他", ""]
POSTS = ["管理五级", "管理八级", "专技七级", "专技十级", "技术工三级", ""]
DUTIES = ["院领导正职", "院领导副职", "内设机构正职", "内设机构副职"]
WORDS = ["夫妻", "父母", "子女", "兄弟姐妹", "表兄弟姐妹", "配偶的父母", "养子女"]
SEEDS = [int(os.environ["SHIZI_ORACLE_SEED"])] if "SHIZI_ORACLE_SEED" in os.environ else \
    range(1, 41 if os.environ.get("SHIZI_LONG") else 5)


def id_number(rng, index):
    body = f"370102{rng.randint(1966, 1999)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}{index:03}"
    return with_check_digit(body)


class Random:
    """A college on paper: people, what departments are for, who leads what, who is related to whom."""

    def __init__(self, seed):
        rng = self.rng = random.Random(seed)
        self.functions = {f"处室{i}": rng.choice(FUNCTIONS) for i in range(7)}
        units = list(self.functions)
        self.people = {}
        for index in range(24):
            left = "2025-06-30" if rng.random() < 0.1 else ""
            self.people[f"{1001 + index}"] = {
                "id": id_number(rng, index + 100), "unit": rng.choice(units), "post": rng.choice(POSTS), "left": left}
        self.duties = []
        for number in self.people:
            for duty in rng.sample(DUTIES, rng.choice([0, 0, 1, 1, 1, 2])):
                if duty in ("院领导正职", "院领导副职") and any(d[0] == number and d[1].startswith("院") for d in self.duties):
                    continue
                unit = rng.choice(units + [""]) if duty.startswith("内设") else ""
                charge = rng.choice("、，,").join(rng.sample(units, rng.randint(0, 4))) if duty.startswith("院") else ""
                end = rng.choice(["", "", "2026-01-01", "2025-10-14", "2025-10-15"])
                self.duties.append((number, duty, unit, charge, "2022-03-01", end))
        self.pairs = {}
        numbers = list(self.people)
        for _ in range(40):
            pair = tuple(sorted(rng.sample(numbers, 2)))
            self.pairs.setdefault(pair, rng.choice(WORDS))

    def sheets(self):
        yield "people", "工号,姓名,身份证号,部门,人员类别,来校日期,离校日期,在职状态,岗位等级", [
            (n, f"人{n}", p["id"], p["unit"], "在编", "2015-07-01", p["left"], "离职" if p["left"] else "", p["post"])
            for n, p in self.people.items()]
        yield "departments", "序号,部门,职能", [
            (str(i), u, f) for i, (u, f) in enumerate(self.functions.items(), 1)]
        yield "leaders", "工号,职务,部门,分管部门,起,止", [
            (n, d, u, f'"{c}"', a, b) for n, d, u, c, a, b in self.duties]
        yield "kinship", "工号,亲属工号,关系", [(a, b, word) for (a, b), word in self.pairs.items()]

    def held(self, number):
        return [(duty, unit or self.people[number]["unit"], charge)
                for n, duty, unit, charge, first, last in self.duties
                if n == number and first <= DAY and (not last or DAY <= last)]

    def leads(self, number):
        return any(duty.startswith("院领导") for duty, _, _ in self.held(number))

    def units(self, number, *duties):
        return {unit for duty, unit, _ in self.held(number) if duty in duties}

    def is_superior(self, a, b):
        person = self.people[b]
        duties = {duty for duty, _, _ in self.held(b)}
        if "院领导正职" in {duty for duty, _, _ in self.held(a)} and "院领导副职" in duties:
            return True
        if self.leads(a) and "内设机构正职" in duties:
            return True
        if self.units(a, "内设机构正职") & self.units(b, "内设机构副职"):
            return True
        return (person["unit"] in self.units(a, "内设机构正职", "内设机构副职") and not self.leads(b)
                and person["unit"] not in self.units(b, "内设机构正职", "内设机构副职")
                and (person["post"].startswith("管理")
                     or person["post"].startswith("专技") and self.functions[person["unit"]] in ("审计", "财务")))

    def keyed(self, number):
        return {unit for unit in self.units(number, "内设机构正职") if self.functions[unit] in KEY_UNITS}

    def is_under_one(self, a, b):
        """A duty holds by its own dates: whose charge it is need not be one of the pair's people in service."""
        for number in self.people:
            for duty, _, charge in self.held(number):
                held = set(charge.replace("，", "、").replace(",", "、").split("、"))
                if duty.startswith("院领导") and held & self.keyed(a) and held & self.keyed(b):
                    return True
        return False

    def kinds(self, a, b):
        if self.people[a]["left"] or self.people[b]["left"]:
            return []
        found = set()
        for one, other in ((a, b), (b, a)):
            if self.is_superior(one, other):
                found.add("kin.superior")
            if self.leads(one) and not self.leads(other) and self.functions[self.people[other]["unit"]] in KEY_UNITS:
                found.add("kin.key_unit")
        if self.is_under_one(a, b):
            found.add("kin.same_leader")
        return sorted(found)


@case("/cli/aud-4/oracle")
def oracle():
    said = 0
    for seed in SEEDS:
        paper = Random(seed)
        with College() as college:
            for kind, headings, rows in paper.sheets():
                text = headings + "\n" + "\n".join(",".join(row) for row in rows) + "\n"
                college.ok("import", kind, college.write(f"{kind}.csv", text))
            got = {(p["a"], p["b"]): p["kinds"] for p in college.ok("kinship", "--on", DAY)["pairs"]}
            want = {pair: paper.kinds(*pair) for pair in paper.pairs}
            wrong = {pair: (got.get(pair), kinds) for pair, kinds in want.items() if got.get(pair) != kinds}
            assert not wrong, (seed, wrong, {n: (paper.people[n], paper.held(n)) for pair in wrong for n in pair})
            college.ok("findings", "scan", "--on", DAY)
            found = sorted((i["subject"], i["kind"]) for i in college.ok("findings", "--all")["items"]
                           if i["kind"].startswith("kin."))
            assert found == sorted((f"{a}|{b}", kind) for (a, b), kinds in want.items() for kind in kinds), seed
            said += sum(map(len, want.values()))
    print(f"# {said} conditions in {len(list(SEEDS))} colleges")
    assert said > 5, "nothing was said: the colleges are too tame"


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
