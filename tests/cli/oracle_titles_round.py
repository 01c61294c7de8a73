"""oracle_titles_round.py — scores, panels, ballots, appointments and the ladder once more, from the text of section 3.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from datetime import date
from fractions import Fraction as F

from oracle import half_up, show
from oracle_titles import BANDS, EDUCATION_NAMES, LEVELS, Titles, covers, rank_of_post

ENTRY = [f"专技{n}级" for n in "四 七 十 十二 十三".split()]
EDUCATED = {"博士": 5, "硕士": 4, "本科": 3, "专科": 2, "中职": 1, "无": 0}


class Round(Titles):
    """A college with the applications of a round, its panel, and cases of appointment."""

    def __init__(self, standards, honours):
        super().__init__(standards, honours)
        self.applications, self.factors, self.panel, self.kin, self.recusals = {}, {}, [], set(), set()
        self.cases = []

    # ---- scores: ttl-16 ----

    def below(self, target):
        return max(1, self.level_of(target) - 1)

    def item(self, entry, p, no, target):
        """The value of an item, exact; None: an input is unknown."""
        return getattr(self, "score_" + entry["kind"])(entry, p, no, target)

    def score_title_years(self, entry, p, no, target):
        years = self.years(p, self.below(target))
        return None if years is None else F(entry["per_year"]) * (years[1] // 12)

    def score_excellent(self, entry, p, no, target):
        years = range(self.assess_to - entry["last"] + 1, self.assess_to + 1)
        return F(entry["each"]) * sum(p["grades"].get(y) == "优秀" for y in years)

    def score_adviser(self, entry, p, no, target):
        got = self.judge_adviser({"years": "1.0", "roles": entry["roles"]}, p, target, None)
        return None if got["actual"] is None else F(entry["per_year"]) * F(got["actual"])

    def score_hours(self, entry, p, no, target):
        got = self.judge_hours({"full_time": "0.00", "others": "0.00", "last": entry["last"]}, p, target, None)
        years = range(self.hours_to - entry["last"] + 1, self.hours_to + 1)
        told = all(y in p["hours"] or any(y in q["hours"] for q in self.people.values()) or
                   not any(self.month_counts(p, y, m) for m in range(1, 13)) for y in years)
        if got["actual"] is None or not told:
            return None
        return F(entry["each"]) * max(0, (F(got["actual"]) - F(entry["base"])) // F(entry["per"]))

    def score_education(self, entry, p, no, target):
        got = self.judge_education({"at_least": "无"}, p, target, None)["actual"]
        if got is None:
            return None
        level = EDUCATION_NAMES.index(got)
        return max([F(points) for name, points in entry["points"].items() if EDUCATED[name] <= level], default=F(0))

    def score_achievements(self, entry, p, no, target):
        if not self.anyone("achievements"):
            return None
        years = self.years(p, self.below(target))
        since = years[0] if years and years[0] else date(1, 1, 1)
        total = F(0)
        for r in p["achievements"]:
            if r["kind"] not in entry["kinds"] or not since <= r["date"] <= self.cutoff:
                continue
            points = entry["points"].get(r["level"], {})
            rank = r["rank"] or 1
            factor = F(entry["rank"][rank - 1]) if rank <= len(entry["rank"]) else F(0)
            total += F(points.get(r["prize"], points.get("*", "0"))) * factor
        return total

    def score_value(self, entry, p, no, target):
        value = self.factors.get((2025, no, entry["item"]))
        return None if value is None else value * F(entry["weight"])

    def score(self, table, target, quota):
        rows = []
        for no, (title, _) in self.applications.items():
            if title != target:
                continue
            p, items, missing, total = self.people[no], {}, [], F(0)
            for entry in table["items"]:
                value = self.item(entry, p, no, target)
                if value is None:
                    items[entry["name"]] = None
                    missing.append(entry["name"])
                    continue
                value = half_up(value, 2)
                if "max" in entry:
                    value = min(value, F(entry["max"]))
                items[entry["name"]] = show(value)
                total += value
            years = self.years(p, self.below(target))
            months = years[1] if years and "title_months" in table.get("tie", []) else 0
            rows.append({"staff_no": no, "items": items, "total": None if missing else show(total), "missing": missing,
                         "key": None if missing else (-total, -months)})
        ranked = sorted((r for r in rows if r["key"] is not None), key=lambda r: (r["key"], r["staff_no"].encode()))
        for r in ranked:
            r["rank"] = 1 + sum(other["key"] < r["key"] for other in ranked)
            tie = sum(other["key"] == r["key"] for other in ranked)
            r["recommended"] = True if r["rank"] + tie - 1 <= quota else False if r["rank"] > quota else None
        unranked = sorted((r for r in rows if r["key"] is None), key=lambda r: r["staff_no"].encode())
        return [{"staff_no": r["staff_no"], "items": r["items"], "total": r["total"], "rank": r.get("rank"),
                 "recommended": r.get("recommended"), "missing": r["missing"]} for r in ranked + unranked]

    # ---- panel: ttl-17, ttl-24 ----

    def panel_findings(self):
        found = []
        if self.panel and len(self.panel) % 2 == 0:
            found.append(("panel.even", None))
        for name, no in self.panel:
            for applicant in self.applications:
                if no == applicant:
                    found.append(("panel.self", applicant))
                elif no and frozenset((no, applicant)) in self.kin and (name, applicant) not in self.recusals:
                    found.append(("panel.kinship", applicant))
        for no, (_, claimed) in self.applications.items():
            p = self.people[no]
            held = self.title(p, self.cutoff)
            years = self.years(p, self.level_of(held)) if held else None
            if claimed and years and claimed > years[1] // 12:
                found.append(("title.years_miscounted", no))
        return sorted(found, key=lambda f: (f[0], (f[1] or "").encode()))

    # ---- cases: pst-5, pst-6, ttl-7 ----

    def expected(self, day):
        places = self.occupied(day)[0]
        for case in self.cases:
            if case["state"] != "open" or case["opened"] > day:
                continue
            places[case["to"]] = places.get(case["to"], 0) + 1
            home = self.home(self.people[case["no"]], day)
            if home and case["day"] <= day:
                places[home] -= 1
        return places

    def stands(self, no, day):
        """(place, whether an open case lies after the day): pst-6."""
        mine = [c for c in self.cases if c["state"] == "open" and c["no"] == no and c["opened"] <= day]
        now = [c["to"] for c in mine if c["day"] <= day]
        return (now[0] if now else self.home(self.people[no], day)), any(c["day"] > day for c in mine)

    def refusal(self, no, to, day, approval):
        """Why a case cannot be opened, the first that applies; None: it can."""
        p = self.people[no]
        if not self.in_service(p, day):
            return "appoint.not_in_service"
        here, later = self.stands(no, day)
        kind, _, fits, reason = self.judge_move(self.expected(day), self.approved(day), here, to)
        if kind == "same":
            return "post.same"
        if later:
            return "post.case_open"
        if to.startswith("专技") and kind != "lower" and not approval:
            band = next(b for b in BANDS if to in b)
            if self.level_of(self.title(p, day)) < rank_of_post(to):
                return "appoint.title"
            if kind == "new" and to not in ENTRY:
                return "appoint.entry_level"
            if kind == "rise" and band.index(here) - band.index(to) > 1:
                return "appoint.one_level"
            if kind == "rise" and self.alternative(p, no, here, to, day) is None:
                return "appoint.years"
        if kind != "lower":
            if p["grades"].get(day.year - 1) in ("基本合格", "不合格"):
                return "appoint.barred_assessment"
            if self.disciplined(p, day):
                return "appoint.barred_discipline"
            if not fits and not approval:
                return reason
        return None

    def disciplined(self, p, day):
        return any(k in self.param("appoint.bar_discipline") and covers((a, self.discipline_end(k, a, b)), day)
                   for k, a, b in p["discipline"])

    # ---- the ladder: ttl-20 ----

    def ladder_score(self, no, day):
        values = [self.factors.get((y, no, "聘任量化")) for y in range(day.year - 3, day.year)]
        return None if None in values else half_up(sum(values) / 3, 2)

    def alternative(self, p, no, here, to, day):
        band = next(b for b in BANDS if here in b)
        at = self.months_at(p, day, lambda q: q in band and band.index(q) <= band.index(here))
        whole = self.months_at(p, day, lambda q: rank_of_post(q) >= rank_of_post(here))
        score = self.ladder_score(no, day)
        ladder = self.params.get("post.ladder", {"default": [{"level_years": 3}], "专技十一级": [{"level_years": 2}]})
        for i, step in enumerate(ladder.get(to, ladder["default"]), 1):
            if at >= 12 * step.get("level_years", 0) and whole >= 12 * step.get("band_years", 0) and \
                    ("score" not in step or (score is not None and score >= F(step["score"]))):
                return i
        return None

    def rises(self, day):
        rows = []
        for row in super().rises(day):
            p, no = self.people[row["staff_no"]], row["staff_no"]
            way, score = self.alternative(p, no, row["from"], row["to"], day), self.ladder_score(no, day)
            reasons = [r for r in row["reasons"] if r != "appoint.years"]
            rows.append(dict(row, alternative=way, score=None if score is None else show(score),
                             reasons=([] if way else ["appoint.years"]) + reasons))
        rows.sort(key=lambda r: (LEVELS.index(r["to"][2:-1]), -F(r["score"] or 0), -r["level_months"],
                                 r["staff_no"].encode()))
        good = [(r["staff_no"], r["to"]) for r in rows if not r["reasons"]]
        fits = {r["staff_no"]: r["fits"] for r in self.what_if(good, day)}
        return [dict(r, fits=fits.get(r["staff_no"], False)) for r in rows]


def ballot(panel, attending, recused, votes, include):
    """ttl-6: (quorum, denominator, needed, error, passed)."""
    quorum = -(-2 * panel // 3)
    n = attending if include else attending - recused
    needed = -(-2 * n // 3)
    if panel % 2 == 0:
        error = "ballot.panel_even"
    elif attending > panel or recused > attending:
        error = "ballot.attending"
    elif sum(votes) != attending - recused or n < 1:
        error = "ballot.tally"
    elif attending < quorum:
        error = "ballot.no_quorum"
    else:
        error = None
    return quorum, n, needed, error, error is None and votes[0] >= needed
