"""scanned.py — one scan of a college, and what of it stands in the list (RULE aud-2).

SPDX-License-Identifier: GPL-3.0-or-later
"""


class Scan:
    """What a scan on a day found; whoever looks for a kind says it by finds() or misses(), so that a case can tell whether
    each kind of the catalogue has a state in which it finds and one in which it does not."""

    def __init__(self, college, day=None):
        college.ok("findings", "scan", *(("--on", day) if day else ()))
        self.items = [item for item in college.ok("findings", "--all")["items"] if item["present"]]

    def finds(self, kind, *subjects):
        """Exactly these; the first of them."""
        items = {item["subject"]: item for item in self.items if item["kind"] == kind}
        assert sorted(items) == sorted(subjects), (kind, sorted(items), subjects)
        for item in items.values():
            message = item["message"]
            assert message and "{" not in message and kind not in message and "  " not in message, item
        return items[subjects[0]]

    def misses(self, *kinds):
        found = [(item["kind"], item["subject"]) for item in self.items if item["kind"] in kinds]
        assert not found, found
