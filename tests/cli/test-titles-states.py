#!/usr/bin/env python3
"""test-titles-states.py — the checker of standards and the states of a round against the second reading.

Everything follows from its seed; SHIZI_LONG takes many more seeds, SHIZI_ORACLE_SEED only that one.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import random
import sys
from datetime import date, timedelta

from oracle_college import csv
from oracle_titles_college import ORDER, TITLES, RandomTitles, load
from oracle_titles_life import STATES, Life
from oracle_titles_standards import GROUPS, Checker, members
from tap import College, case, main

LONG = bool(os.environ.get("SHIZI_LONG"))
SEEDS = range(100) if LONG else range(1)
if "SHIZI_ORACLE_SEED" in os.environ:
    SEEDS = [int(os.environ["SHIZI_ORACLE_SEED"])]


class RandomFaults:
    """Shipped standards with a few random changes, each of which may be a fault, a doubt, or nothing."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.standards = [load(name) for name in self.rng.choice([["tech-theory"], ["tech-practice"],
                                                                  ["tech-theory", "tech-practice"]])]
        if self.rng.random() < .3:
            twin = json.loads(json.dumps(self.rng.choice(self.standards)))
            twin.update(self.rng.choice([{}, {"id": "twin"}, {"id": "twin", "series": "别的"}, {"id": "twin", "from": "2030-01-01"}]))
            self.standards.append(twin)
        for _ in range(self.rng.choice([1, 2, 3, 5])):
            standard = self.rng.choice(self.standards)
            level = self.rng.choice(standard["levels"])
            getattr(self, self.rng.choice([name for name in dir(self) if name.startswith("do_")]))(standard, level)

    def path(self, level):
        return self.rng.choice(level["paths"] or [{"all": [], "id": "", "name": "空", "kind": "normal"}])

    def condition(self, level, kind=None):
        """One of the level with that kind, the members of groups too; a new one when there is none."""
        found, lists = [], [level.get("common", []), *(path["all"] for path in level["paths"])]
        for conditions in lists:
            for condition in conditions:
                found += [condition, *(members(condition) or [])]
        found = [c for c in found if "kind" in c and kind in (None, c["kind"])]
        return self.rng.choice(found or [{"kind": "work_years"}])

    def do_period(self, standard, level):
        standard["to"] = self.rng.choice(["2017-12-31", "2018-01-01", "2029-12-31", None])

    def do_title(self, standard, level):
        level["title"] = self.rng.choice(["教授", "一级实习指导教师", "讲师"])

    def do_paths(self, standard, level):
        keep = self.rng.choice([(), ("exceptional",), ("direct",), ("exceptional", "skill")])
        level["paths"] = [path for path in level["paths"] if path["kind"] in keep]

    def do_level_gone(self, standard, level):
        if len(standard["levels"]) > 1:
            standard["levels"].remove(level)

    def do_alone(self, standard, level):
        """One level alone, by years in titles that nothing gives any more."""
        standard["levels"][:] = [level]
        level["paths"] = [path for path in level["paths"] if any(c.get("kind") == "title_years" for c in path["all"])]

    def do_kind(self, standard, level):
        self.condition(level)["kind"] = self.rng.choice(["luck", "Education"])

    def do_key_missing(self, standard, level):
        condition = self.condition(level)
        keys = sorted(set(condition) - {"id", "kind"} - set(GROUPS))
        if keys:
            del condition[self.rng.choice(keys)]

    def do_key_unknown(self, standard, level):
        self.condition(level)["ever"] = 1

    def do_group(self, standard, level):
        inside = [{"id": f"g{n}", "kind": "work_years", "years": n + 1} for n in range(self.rng.randrange(4))]
        group = self.rng.choice([{"id": "组", "any": inside}, {"id": "组", "all": inside},
                                 {"id": "组", "n_of": self.rng.randrange(-1, 5), "of": inside}])
        if self.rng.random() < .5:
            group = {"id": "外", "any": [group, {"id": "e", "kind": "education", "at_least": "本科"}]}
        self.rng.choice([level.setdefault("common", []), self.path(level)["all"]]).append(group)

    def do_years(self, standard, level):
        self.condition(level, "title_years").update(level=self.rng.choice(["员级", "助理级", "中级", "副高级", "正高级"]),
                                                    series=self.rng.choice(["own", "any"]), years=self.rng.randrange(8))

    def do_items(self, standard, level):
        self.condition(level, "achievements").update(n=self.rng.choice([-1, 0, 1, 99]))

    def do_waive(self, standard, level):
        self.path(level)["waive"] = self.rng.choice([["运气"], [c["id"] for c in level.get("common", [])], []])

    def do_twice(self, standard, level):
        self.path(level)["id"] = self.path(level)["id"]

    def do_path(self, standard, level):
        """A path like another, a little harder, easier or the same."""
        twin = json.loads(json.dumps(self.path(level)))
        for condition in twin["all"]:
            if "years" in condition and isinstance(condition["years"], int):
                condition["years"] = max(0, condition["years"] + self.rng.choice([-1, 0, 1]))
            if condition.get("kind") == "education" and "at_least" in condition:
                condition["at_least"] = self.rng.choice(["专科", "本科", "硕士", "博士"])
        if self.rng.random() < .3 and twin["all"]:
            twin["all"].pop()
        twin["id"] += "x"
        level["paths"].insert(self.rng.randrange(len(level["paths"]) + 1), twin)


@case("/cli/ttl-12/second-reading")
def checker():
    told = {}
    with College(init=False) as college:
        for seed in range(len(SEEDS) * 30):
            made = RandomFaults(seed)
            paths = [college.write(f"s{n}.json", json.dumps(standard, ensure_ascii=False))
                     for n, standard in enumerate(made.standards)]
            got = college.run("title", "standard", "check", *paths)
            found = {(f["severity"], f["code"], f["where"]) for f in got.json["findings"]}
            reading = Checker(TITLES)
            want = reading.check(made.standards)
            found, want = ({f for f in told_so if f[1] != "standard.redundant" or f[2].rsplit("/", 1)[0] not in reading.unsure}
                           for told_so in (found, want))
            assert found == want, f"seed {seed}: want more {sorted(want - found)}, got more {sorted(found - want)}"
            assert got.code == (3 if any(severity == "error" for severity, _, _ in want) else 0), (seed, got.code)
            for _, code, _ in want:
                told[code] = told.get(code, 0) + 1
    print(f"# {sorted(told.items())}")
    assert not LONG or len(told) == 15, sorted(told)


ROUND = "轮"


class RandomLife:
    """A round walked at random, beside the one of the second reading."""

    def __init__(self, made, college, seed):
        self.made, self.college, self.seed, self.rng = made, college, seed, random.Random(seed)
        self.told = {}
        people = self.rng.sample(sorted(made.oracle.people), min(5, len(made.oracle.people)))
        self.approvals = {no: self.rng.choice(["", "批9"]) for no in people[1:]}
        self.stranger = people[0]
        college.ok("title", "batch", "new", ROUND, "--year", 2025, "--opens", "2025-11-03", "--closes", "2025-11-05",
                   "--cutoff", "2025-12-31")
        self.life = Life(date(2025, 11, 5), {}, made.oracle.params.get("title.recusal_denominator") == "include")

    def apply(self):
        targets = {no: self.rng.choice(list(TITLES)[1:8]) for no in self.approvals}
        self.college.ok("import", "title-batch", self.college.write("轮.csv", csv(
            [{"批次": ROUND, "工号": no, "申报职称": targets[no], "批文号": self.approvals[no]} for no in targets])))
        for person in self.college.ok("title", "check", ROUND)["people"]:
            target = person["targets"][0] if person["targets"] else None
            best = next((p for p in target["paths"] if p["id"] == target["best"]), None) if target else None
            unknown = [c["id"] for c in best["conditions"] if c["verdict"] == "unknown"] if best else []
            self.life.verdicts[person["staff_no"]] = (target and target["verdict"], unknown, self.approvals[person["staff_no"]],
                                                      self.made.oracle.level_of(targets[person["staff_no"]]))

    def day(self):
        return date(2025, 11, 3) + timedelta(self.rng.choice([0, 2, 3, 5, 8, 10, 14, 20]))

    def act(self):
        choice = self.rng.choice(["step"] * 4 + ["back", "decide", "decide", "decide", "decide", "confirm", "object", "panel", "ballot"])
        getattr(self, "do_" + choice)()
        shown = self.college.ok("title", "batch", "show", ROUND)
        assert shown["state"] == self.life.state, (self.seed, choice, shown["state"], self.life.state)
        assert shown["recommended"] == sum(self.life.decided.values()), (self.seed, choice, shown)
        if self.life.state not in ("draft", "done"):
            got = self.college.ok("title", "result", ROUND)["passed"]
            assert got == self.life.passed(), f"seed {self.seed} {choice}: want {self.life.passed()}, got {got}"

    def compare(self, want, *words):
        got = self.college.run(*words)
        have = got.json["error"]["code"] if got.code else None
        assert have == want, f"seed {self.seed} {self.life.state} {words}: want {want}, got {got.out} {got.err}"
        self.told[want or words[2]] = self.told.get(want or words[2], 0) + 1

    def do_step(self):
        nexts = STATES[STATES.index(self.life.state) + 1:][:1] or ["done"]
        state, on = self.rng.choice(nexts * 5 + STATES[1:]), self.day()
        before = self.life.state
        if state == "closed" and not self.life.verdicts and self.rng.random() < .8:
            self.apply()
        want = self.life.step(state, on, on)
        self.compare(want, "title", "batch", "step", ROUND, state, "--on", on, "--from", on)
        if want is None and state in ("announced", "published"):
            notice = self.college.ok("title", "batch", "show", ROUND)["notices"][-1]
            assert (notice["stage"], notice["end"]) == (state, str(self.life.notices[state])), (self.seed, before, notice)

    def do_back(self):
        if self.rng.random() < .3:
            self.compare(self.life.back(), "title", "batch", "back", ROUND, "--reason", "补")

    def somebody(self):
        return self.rng.choice([*self.approvals, *self.approvals, self.stranger])

    def do_decide(self):
        no, yes = self.somebody(), self.rng.random() < .6
        self.compare(self.life.recommend(no, yes), "title", "recommend", ROUND, no, "yes" if yes else "no", "--reason", "因")

    def do_confirm(self):
        for no, (_, unknown, _, _) in self.life.verdicts.items():
            if unknown and self.rng.random() < .7:
                name = self.rng.choice(unknown)
                if self.college.run("title", "confirm", ROUND, no, name, "--evidence", "查过").code == 0:
                    self.life.confirmed.add((no, name))

    def do_object(self):
        no = self.rng.choice(list(self.approvals))
        if no not in self.life.verdicts:
            return
        if no in self.life.objections:
            upheld = self.rng.random() < .3
            self.college.ok("title", "object", ROUND, no, "--answer", "答", *(["--upheld"] if upheld else []))
            self.life.objections.discard(no)
            if upheld:
                self.life.upheld.add(no)
        elif self.rng.random() < .4 and self.college.run("title", "object", ROUND, no, "--text", "疑").code == 0:
            self.life.objections.add(no)

    def do_panel(self):
        for _ in range(self.rng.choice([1, 3, 7])):
            if self.life.panel < 13:
                self.college.ok("import", "panel", self.college.write("评.csv", csv(
                    [{"批次": ROUND, "姓名": "员" + chr(0x4e00 + self.life.panel)}])))
                self.life.panel += 1

    def do_ballot(self):
        for no in self.life.verdicts:
            if no in self.life.ballots or self.rng.random() < .3:
                continue
            panel, attending, recused = 11, self.rng.randrange(6, 12), self.rng.choice([0, 0, 1])
            votes = [self.rng.randrange(attending - recused + 1)]
            votes += [attending - recused - votes[0], 0, 0]
            got = self.college.run("import", "ballots", self.college.write("票.csv", csv([{
                "批次": ROUND, "工号": no, "会议日期": "2025-11-12", "评委会人数": panel, "出席": attending, "回避": recused,
                "同意": votes[0], "反对": votes[1]}])))
            assert got.code == 0, (self.seed, got.out[:300])
            self.life.ballots[no] = (panel, attending, recused, votes)


@case("/cli/ttl-14/ttl-15/ttl-17/ttl-18/second-reading")
def states():
    told = {}
    for seed in SEEDS:
        made = RandomTitles(seed + 500)
        with College(establishment=50) as college:
            for kind in ORDER:
                if kind in made.sheets:
                    college.ok("import", kind, college.write(f"{kind}.csv", csv(made.sheets[kind])))
            if "title.recusal_denominator" in made.oracle.params:
                college.ok("param", "set", "title.recusal_denominator", "include", "--from", "2000-01-01", "--source", "试")
            walked = RandomLife(made, college, seed)
            for _ in range(90 if LONG else 40):
                walked.act()
            for code, count in walked.told.items():
                told[code] = told.get(code, 0) + count
    print(f"# {sorted(told.items())}")
    assert not LONG or len(told) >= 10, told


if __name__ == "__main__":
    sys.exit(main())
