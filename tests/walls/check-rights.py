#!/usr/bin/env python3
"""check-rights.py — every act that the office does and every command has its line in the tables of rights (RULE acc-3).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import sys
from pathlib import Path

KIND = r'"([a-z][a-z_.-]*)"'
ACTS = [re.compile(r"SzActHead\)?\s*(?:\w+\s*=\s*)?\{\s*\.kind\s*=\s*" + KIND),
        re.compile(r"SzActHead\)?\s*(?:\w+\s*=\s*)?\{\s*\.kind\s*=\s*\w+ \? " + KIND + r" : " + KIND),
        re.compile(r"sz_office_note(?:_file)?\s*\(\s*office,\s*" + KIND),
        re.compile(r"write_and_note\s*\([^;]*?" + KIND),
        re.compile(r"sz_office_(?:allow|require)\s*\(\s*[\w>-]+,\s*" + KIND),
        re.compile(r"#define KIND_\w+\s+" + KIND),
        re.compile(r'#define SZ_AUDIT_\w+\s+' + KIND),
        re.compile(r"run_step\s*\(office,\s*" + KIND),
        # "register.add" and the like go by the right of their kind of sheet.
        ]
WAY = re.compile(r"SzCaseWay way = \{ &(sz_case_\w+), " + KIND)
VERB = re.compile(r"\.verb = " + KIND)
BY_SHEET = {"register.delete", "title.values"}
# Steps that only follow inside another act, and are no act by themselves.
INSIDE = {"findings.find", "findings.grow", "findings.gone", "findings.return", "parttime.record", "rectify.record",
          "tolerance.record", "tolerance.publish", "recruit.plan", "pay.pay", "title.batch.draft"}


def read_acts(root):
    found = {}
    for source in sorted((root / "src").glob("office/**/*.[ch]")) + [root / "src/store/log/sz-audit.h"]:
        text = source.read_text("utf-8")
        for pattern in ACTS:
            for match in pattern.finditer(text):
                for kind in filter(None, match.groups()):
                    found.setdefault(kind, source.name)
    for source in (root / "src/office").rglob("*.c"):
        for word in re.findall(r"^const SzImportKind \w+\s*=\s*\{[^\"]*\"([a-z-]+)\"", source.read_text("utf-8"), re.MULTILINE):
            found.setdefault("import." + word, source.name)
        for table, act in WAY.findall(source.read_text("utf-8")):
            for case in (root / "src/domain/case").glob("*.c"):
                text = case.read_text("utf-8")
                if f"SzCaseTable {table}" in text:
                    for verb in VERB.findall(text):
                        found.setdefault(f"{act}.{verb}", source.name)
    return {kind: place for kind, place in found.items() if "." in kind and kind not in BY_SHEET | INSIDE}


def main():
    root = Path(sys.argv[1])
    lines = set(re.findall(r'^  \{ "([a-z._-]+)", [A-Z| ]+ \},', (root / "src/office/account/sz-rights.c").read_text("utf-8"),
                           re.MULTILINE))
    known = set(re.findall(r'^  \{ "([a-z -]+)",', (root / "src/cli/kit/sz-cli-rights.c").read_text("utf-8"), re.MULTILINE))
    asked = set(re.findall(r'^  \{ "[a-z -]+", "([a-z._-]+)" \},', (root / "src/cli/kit/sz-cli-rights.c").read_text("utf-8"),
                           re.MULTILINE))
    commands = {}
    for source in (root / "src/cli").glob("*/*.c"):
        for words in re.findall(r"SzCliCommand \w+\s*=\s*\{\s*\"([^\"]+)\"", source.read_text("utf-8")):
            commands[words] = source.name
    acts = read_acts(root)
    wrong = [f"{place}: the act {kind} has no line" for kind, place in sorted(acts.items()) if kind not in lines]
    wrong += [f"{place}: the command {words} has no line" for words, place in sorted(commands.items()) if words not in known]
    wrong += [f"the commands ask for {right}, which has no line" for right in sorted(asked - lines)]
    assert len(acts) > 120 and len(commands) > 120, "the sources are not read any more"
    print("1..1")
    for fault in wrong:
        print("#", fault)
    print(("not ok" if wrong else "ok") + " 1 /walls/every-act-and-command-has-its-right")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
