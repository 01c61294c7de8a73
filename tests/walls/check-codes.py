#!/usr/bin/env python3
"""check-codes.py — every code that the sources raise has a sentence for people.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import sys
from pathlib import Path

# A code stands as a string of its own; file names, keys of settings and acts look alike.
CODE = re.compile(r'"([a-z][a-z_]*(?:\.[a-z][a-z_0-9]*)+)"')
RAISING = re.compile(r"sz_error_set|sz_issue_list_add|refuse|fault|_find\b|finding|SZ_ERROR_|add_issue|report|complain|fail",
                     re.IGNORECASE)
NO_CODES = re.compile(r"^read\.|\.(json|xml|ui|css|db|xlsx|rels|bin|vml|gschema|gresource)$|^(read|load|pay|pt|recruit|title|post|assess|tax|watch|stats)\.[a-z_]+$|"
                      r"^(app|win|list|window|org|coefficients|levels|people)\.")
ACTS = re.compile(r'^  \{ "[a-z._-]+\", [A-Z| ]+ \},|sz_office_(begin|note|refuse|require)|write_and_note|run_step|\.kind|->kind|kind =|put_record')


def codes_of(source):
    text = source.read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        for code in CODE.findall(line):
            yield number, code, line


def main():
    root = Path(sys.argv[1])
    known = set()
    for table in (root / "src/office/words").glob("sz-words-*.c"):
        known.update(re.findall(r'\{ "([a-z_.0-9]+)",', table.read_text("utf-8")))
    raised = {}
    for room in ("domain", "sheet", "store", "office"):
        for source in sorted((root / "src" / room).rglob("*.c")):
            if source.name.startswith(("sz-message", "sz-words")):
                continue
            lines = source.read_text("utf-8").splitlines()
            for number, code, _ in codes_of(source):
                context = " ".join(lines[max(0, number - 4):number])
                if ACTS.search(lines[number - 1]) or not RAISING.search(context):
                    continue
                if NO_CODES.search(code) and not re.match(r"pay\.(pool|allow|input|coef|no_sol|points)", code):
                    continue
                raised.setdefault(code, f"{source.relative_to(root)}:{number}")
    # Kinds of findings and of what comes due have their sentences under their own head.
    missing = {code: place for code, place in raised.items()
               if not {code, f"finding.{code}", f"due.{code}"} & known}
    print("1..1")
    for code, place in sorted(missing.items()):
        print(f"# {place}: {code} has no sentence")
    print(("not ok" if missing else "ok") + " 1 /walls/codes-have-sentences")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
