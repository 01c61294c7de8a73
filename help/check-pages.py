#!/usr/bin/env python3
"""check-pages.py — the help has the same pages in both languages, well formed, with the same sections;
every refusal of a rule has its rule, every rule its section, every code named is one of the program.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import sys
import xml.etree.ElementTree as tree
from pathlib import Path

FOLDER = Path(sys.argv[1])
SPACE = "{http://projectmallard.org/1.0/}"


def shape(path):
    root = tree.parse(path).getroot()
    assert root.get("id") == path.stem, f"{path}: its id is {root.get('id')}"
    return [(node.tag, node.get("id")) for node in root.iter(f"{SPACE}section")], len(list(root.iter(f"{SPACE}item")))


pages = {path.name: shape(path) for path in (FOLDER / "C").glob("*.page")}
others = {path.name: shape(path) for path in (FOLDER / "zh_CN").glob("*.page")}
assert pages == others, {name for name in pages.keys() | others.keys() if pages.get(name) != others.get(name)}
assert "index.page" in pages and len(pages) > 10, pages

SOURCES = FOLDER.parent / "src"
# F1 opens the page of where one is: each duty of the sidebar and each dialog of the viewer's table has one.
duties = re.findall(r'^  \{ "([a-z-]+)", N_', (SOURCES / "desk/shell/sz-duties.c").read_text("utf-8"), re.MULTILINE)
dialogs = re.findall(r'\{ "Sz[A-Za-z]+", "([a-z-]+)" \}', (SOURCES / "desk/kit/sz-help.c").read_text("utf-8"), re.MULTILINE)
assert len(duties) > 10 and len(dialogs) > 5, (duties, dialogs)
assert not {f"{name}.page" for name in duties + dialogs} - pages.keys(), (duties, dialogs)
# What for, the five things one does, what the refusals mean.
for name in pages.keys() - {"index.page", "rules.page"}:
    root = tree.parse(FOLDER / "C" / name).getroot()
    counts = {node.get("id"): len(list(node.iter(f"{SPACE}item"))) for node in root.iter(f"{SPACE}section")}
    assert counts.get("do", 0) >= 5 and counts.get("refusals", 0) >= 1, f"{name}: {counts}"

RULES = dict(re.findall(r'^  \{ "([a-z_.0-9]+)", "([a-z]+-[0-9]+)" \},$',
                        (SOURCES / "office/words/sz-rule-words.c").read_text("utf-8"), re.MULTILINE))
# What no rule refuses: files and disks, copies, names that are not there, what a form asks.
NO_RULE = re.compile(r"^(backup|db|demo|form|paper|store)\.|\.unknown$|^(score\.format|standard\.format|run\.name_missing|"
                     r"run\.person_unknown|required\.missing|undo\.unknown_batch)$")


def rule_of(code):
    return RULES.get(code) or RULES.get(code.split(".")[0] + ".")


refused = {code for path in SOURCES.rglob("*.c")
           for code in re.findall(r'SZ_ERROR_REFUSED,\s*"([a-z_.0-9]+)"', path.read_text("utf-8"))}
assert len(refused) > 100, refused
orphans = sorted(code for code in refused if not rule_of(code) and not NO_RULE.search(code))
assert not orphans, f"refusals without their rule in sz-rule-words.c: {orphans}"

# The policy or document a rule stands on, with its number; or a word that there is none.
BASIS = re.compile(r"(依据：|Basis: ).*(〔20\d\d〕\d+号|令第\d+号|公告20\d\d年第\d+号|《[^》]+》|GB \d+|(手册|handbook) §\d|规则，没有文件|"
                   r"no document stands behind it)")
words = "".join(path.read_text("utf-8") for path in (SOURCES / "office/words").glob("sz-words-*.c"))
for language in ("C", "zh_CN"):
    sections = {node.get("id") for node in tree.parse(FOLDER / language / "rules.page").getroot().iter(f"{SPACE}section")}
    assert set(RULES.values()) == sections, set(RULES.values()) ^ sections
    without = [node.get("id") for node in tree.parse(FOLDER / language / "rules.page").getroot().iter(f"{SPACE}section")
               if not BASIS.search("".join(node.itertext()))]
    assert not without, f"{language}/rules.page: no basis, neither a document with its number nor that there is none: {without}"
    for path in (FOLDER / language).glob("*.page"):
        for code in re.findall(r"<code>([a-z_]+\.[a-z_]+)</code>", path.read_text("utf-8")):
            assert f'{code}"' in words, f"{path}: there is no code {code}"
