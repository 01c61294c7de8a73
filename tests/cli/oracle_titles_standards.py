"""oracle_titles_standards.py — the checker of standards (ttl-12) once more, from the text of section 3.

SPDX-License-Identifier: GPL-3.0-or-later
"""
LEVELS = ["", "员级", "助理级", "中级", "副高级", "正高级"]
EDUCATION = ["无", "中职", "专科", "本科", "硕士", "博士"]
DEGREES = ["学士", "硕士", "博士"]
SKILLS = ["学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师"]
# Keys of a condition by its kind: those that must be there, those that may.
KEYS = {
    "education": (["at_least"], []), "degree": (["at_least"], []), "title_years": (["level", "series", "years"], []),
    "work_years": (["years"], []), "assessments": (["last", "at_least"], ["excellent_at_least"]),
    "hours": (["last", "full_time", "others"], []), "skill": (["at_least"], ["years"]), "certificate": (["class"], []),
    "adviser": (["years", "roles", "since"], []), "further_education": (["last", "hours", "professional"], []),
    "practice": (["last", "months"], []), "achievements": (["since", "n", "items"], []), "honour": (["names"], []),
}
GROUPS = ("any", "all", "of")


def members(condition):
    """The members of a group; None: it is no group."""
    return next((condition[key] for key in GROUPS if key in condition), None)


def is_group(condition):
    return members(condition) is not None or "n_of" in condition


class Checker:
    """@codes: title → code of GB/T 8561."""

    def __init__(self, codes):
        self.codes = codes

    def level(self, title):
        return {"1": 5, "2": 4, "3": 3, "4": 2, "5": 1}[self.codes[title][-1]]

    def knows(self, standard, title):
        return self.codes.get(title) in standard["codes"]

    def check(self, standards):
        """(severity, code, where) of all that is wrong, as a set; @unsure: levels whose paths cannot be compared."""
        self.found, self.standards, self.unsure = set(), standards, set()
        ids = [standard["id"] for standard in standards]
        for i, standard in enumerate(standards):
            where = standard["id"]
            if ids.index(where) != i:
                self.add("error", "id_repeated", where)
            if standard["to"] and standard["to"] < standard["from"]:
                self.add("error", "period_reversed", where)
            for level in standard["levels"]:
                self.check_level(standard, level, f"{where}/{level['title']}")
            self.check_overlap(standard, standards[:i])
        return self.found

    def add(self, severity, code, where):
        self.found.add((severity, "standard." + code, where))

    def check_overlap(self, standard, others):
        for other in others:
            ends = [min(s["to"] or "9999-12-31" for s in (standard, other)), max(s["from"] for s in (standard, other))]
            if other["series"] != standard["series"] or ends[1] > ends[0]:
                continue
            titles = {level["title"] for level in other["levels"]}
            for level in standard["levels"]:
                if level["title"] in titles and self.knows(standard, level["title"]):
                    self.add("error", "overlap", f"{standard['id']}/{level['title']}")

    def check_level(self, standard, level, where):
        if not self.knows(standard, level["title"]):
            self.add("error", "title_unknown", where)
            return
        target, paths = self.level(level["title"]), level["paths"]
        common = level.get("common", [])
        for condition in common:
            self.check_condition(condition, target, where)
        if all(path["kind"] == "exceptional" for path in paths):
            self.add("error", "no_path", where)
        for i, path in enumerate(paths):
            here = f"{where}/{path['id']}"
            if path["id"] in [other["id"] for other in paths[:i]]:
                self.add("error", "id_repeated", here)
            for condition in path["all"]:
                self.check_condition(condition, target, here)
            if any(name not in [c["id"] for c in common] for name in path.get("waive", [])):
                self.add("error", "waive_unknown", here)
            if path["kind"] == "normal" and any(
                    c.get("kind") == "title_years" and c.get("level") in LEVELS and LEVELS.index(c["level"]) < target - 1
                    for c in path["all"]):
                self.add("warning", "skips_level", here)
        self.compare_paths(paths, common, where)
        if paths and all(self.is_blocked(standard, path) for path in paths):
            self.add("error", "unreachable", where)

    def check_condition(self, condition, target, where):
        if is_group(condition):
            self.check_group(condition, target, where)
            return
        kind = condition["kind"]
        if kind not in KEYS:
            self.add("error", "kind_unknown", where)
            return
        needed, allowed = KEYS[kind]
        keys = set(condition) - {"id", "kind", "for"}
        if not set(needed) <= keys:
            self.add("error", "key_missing", where)
        if not keys <= set(needed + allowed):
            self.add("error", "key_unknown", where)
        if kind == "title_years" and condition.get("level") in LEVELS and LEVELS.index(condition["level"]) >= target:
            self.add("error", "level_order", where)
        if kind == "achievements" and "n" in condition and "items" in condition and \
                not 1 <= condition["n"] <= len(condition["items"]):
            self.add("error", "n_of", where)

    def check_group(self, group, target, where):
        inside = members(group)
        if inside == []:
            self.add("error", "group_empty", where)
        elif "n_of" in group and not 1 <= group["n_of"] <= len(inside):
            self.add("error", "n_of", where)
        for condition in inside:
            self.check_condition(condition, target, where)

    # ---- paths beside each other ----

    def compare_paths(self, paths, common, where):
        """What lacks a key, or is of no kind, is neither harder nor easier: nobody says what it asks."""
        conditions = [*common, *(c for path in paths for c in path["all"])]
        if any(not is_group(c) and (c["kind"] not in KEYS or not set(KEYS[c["kind"]][0]) <= set(c)) for c in conditions):
            self.unsure.add(where)
            return
        for i, path in enumerate(paths):
            if any(self.makes_redundant(paths, common, j, i) for j in range(len(paths)) if j != i):
                self.add("warning", "redundant", f"{where}/{path['id']}")

    def is_blocked(self, standard, path):
        """It needs years in a title of the own series that nothing gives."""
        group = standard["codes"][0][:2]
        given = {self.level(level["title"]) for other in self.standards if other["codes"][0][:2] == group
                 for level in other["levels"] if self.knows(other, level["title"])}
        return any(c.get("kind") == "title_years" and c.get("series") == "own" and c.get("level") in LEVELS and
                   LEVELS.index(c["level"]) not in given for c in path["all"])

    def makes_redundant(self, paths, common, easier, harder):
        """A path's conditions are its own, then those of the level that it does not waive (ttl-2)."""
        if paths[easier]["kind"] != paths[harder]["kind"]:
            return False
        a, b = ([*path["all"], *(c for c in common if c["id"] not in path.get("waive", []))]
                for path in (paths[easier], paths[harder]))
        return self.is_easier(a, b) and (easier < harder or not self.is_easier(b, a))

    def is_easier(self, a, b):
        """Every condition of @a is implied by one of @b; groups make paths incomparable."""
        return not any(is_group(c) for c in a + b) and all(any(self.implies(strong, weak) for strong in b) for weak in a)

    def implies(self, strong, weak):
        if strong["kind"] != weak["kind"] or strong.get("for") != weak.get("for"):
            return False
        if {k: v for k, v in strong.items() if k != "id"} == {k: v for k, v in weak.items() if k != "id"}:
            return True
        kind = strong["kind"]
        if kind == "education":
            return EDUCATION.index(strong["at_least"]) >= EDUCATION.index(weak["at_least"])
        if kind == "degree":
            return DEGREES.index(strong["at_least"]) >= DEGREES.index(weak["at_least"])
        if kind == "title_years":
            return LEVELS.index(strong["level"]) >= LEVELS.index(weak["level"]) and strong["years"] >= weak["years"] and \
                (strong["series"] == weak["series"] or strong["series"] == "own")
        if kind == "work_years":
            return strong["years"] >= weak["years"]
        if kind == "skill":
            return SKILLS.index(strong["at_least"]) >= SKILLS.index(weak["at_least"]) and \
                ("years" not in weak or strong.get("years", -1) >= weak["years"])
        if kind == "adviser":
            return float(strong["years"]) >= float(weak["years"]) and strong["roles"] == weak["roles"] and \
                strong["since"] == weak["since"]
        if kind == "practice":
            return strong["last"] == weak["last"] and strong["months"] >= weak["months"]
        return False
