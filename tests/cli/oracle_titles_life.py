"""oracle_titles_life.py — the states of a round of titles (ttl-14 … ttl-18) once more, from the text of section 3.

SPDX-License-Identifier: GPL-3.0-or-later
"""
from datetime import timedelta

from oracle_titles_round import ballot

STATES = ["draft", "open", "closed", "recommended", "announced", "reviewed", "published", "done"]


def workdays_from(start, days):
    """The last day of a notice; of months without holidays."""
    day = start
    while days > 0:
        days -= day.weekday() < 5
        day += timedelta(1)
    return day - timedelta(1)


class Life:
    """One round. Every act gives the code of its refusal, None when it is done."""

    def __init__(self, closes, verdicts, includes):
        self.state, self.closes, self.includes = "draft", closes, includes
        self.verdicts = verdicts          # applicant → (verdict or None, unknown conditions, approval, level of the target)
        self.decided, self.confirmed, self.panel = {}, set(), 0
        self.ballots, self.objections, self.upheld = {}, set(), set()
        self.notices = {}                 # stage → its last day

    def step(self, state, on, begins):
        if state not in STATES or STATES.index(state) != STATES.index(self.state) + 1:
            return "batch.order"
        why = getattr(self, "to_" + state)(on, begins)
        if why is None:
            self.state = state
        return why

    def to_open(self, on, begins):
        return None

    def to_closed(self, on, begins):
        if on <= self.closes:
            return "batch.too_early"
        return None if self.verdicts else "batch.empty"

    def to_recommended(self, on, begins):
        return None if all(no in self.decided for no in self.verdicts) else "batch.undecided"

    def to_announced(self, on, begins):
        self.notices["announced"] = workdays_from(begins, 5)

    def to_reviewed(self, on, begins):
        if on <= self.notices["announced"]:
            return "batch.notice_running"
        if self.panel % 2 == 0:
            return "panel.even"
        chosen = [no for no, yes in self.decided.items() if yes]
        if self.panel < (11 if any(self.verdicts[no][3] >= 4 for no in chosen) else 7):
            return "panel.small"
        if any(no not in self.ballots and no not in self.objections and no not in self.upheld for no in chosen):
            return "batch.no_ballot"
        return None

    def to_published(self, on, begins):
        self.notices["published"] = workdays_from(begins, 5)

    def to_done(self, on, begins):
        return "batch.notice_running" if on <= self.notices["published"] else None

    def back(self):
        if self.state in ("draft", "done"):
            return "batch.order"
        self.state = STATES[STATES.index(self.state) - 1]
        return None

    def recommend(self, no, yes):
        if self.state != "closed":
            return "batch.state"
        if no not in self.verdicts:
            return "batch.no_application"
        verdict, unknown, approval, _ = self.verdicts[no]
        if yes:
            if verdict in (None, "unmet", "barred"):
                return "batch.not_eligible"
            if verdict == "exceptional" and not approval:
                return "batch.no_approval"
            if verdict == "unknown" and any((no, name) not in self.confirmed for name in unknown):
                return "batch.unconfirmed"
        self.decided[no] = yes
        return None

    def passed(self):
        found = []
        for no, yes in self.decided.items():
            if not yes or no in self.objections or no in self.upheld or no not in self.ballots:
                continue
            panel, attending, recused, votes = self.ballots[no]
            if ballot(panel, attending, recused, votes, self.includes)[4]:
                found.append(no)
        return sorted(found, key=str.encode)
