#!/usr/bin/env python3
"""check-labels.py — English labels have one capitalisation: what is pressed, and titles of windows and
empty pages, Have Capitals; what is read, ticked or pointed at has one at its beginning. And nobody reads the letters that
the rules have for amounts: CAP, TOTAL, R, X1 are 核定总量, 总量合计, 常规绩效, 成果转化奖励.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SMALL = {"a", "an", "the", "of", "in", "on", "to", "for", "from", "with", "and", "or", "as", "at", "by", "is", "it"}
PRESSED = {"GtkButton", "GtkMenuButton", "GtkToggleButton"}
TITLED = {"AdwWindow", "AdwStatusPage", "AdwPreferencesWindow", "GtkDialog"}
READ = {"GtkLabel", "GtkCheckButton", "AdwActionRow", "AdwEntryRow", "AdwComboRow", "GtkShortcutsShortcut"}
# Names of programs, keys, file formats and of the duties' own pages.
NAMES = {"PDF", "CSV", "Excel", "WPS", "Enter", "Shizi", "Columns", "Values", "Next", "F20"}


def words(text):
    return re.findall(r"[A-Za-z][A-Za-z’']*", re.sub(r"\w*\d\w*", "", text.replace("_", "")))


def has_capitals(text):
    return all(word[0].isupper() or (at > 0 and word in SMALL)
               for at, word in enumerate(words(text)))


def has_one(text):
    rest = re.sub(r"\([^)]*\)|[.;:] [A-Z]", "", text)
    return all(word.islower() or word in NAMES or word.isupper() for word in words(rest)[1:])


def strings_of(path):
    """(class, property, text) of what a template says."""
    for node in ElementTree.parse(path).iter():
        kind = node.get("class") or node.get("parent")
        for child in node:
            if child.tag == "property" and child.get("translatable") == "yes":
                yield kind, child.get("name"), child.text or ""
            if child.tag == "attribute" and child.get("translatable") == "yes" and node.tag in ("item", "submenu"):
                yield "menu", child.get("name"), child.text or ""


def faults_of_template(path):
    for kind, name, text in strings_of(path):
        pressed = (kind in PRESSED and name == "label") or kind == "menu"
        titled = kind in TITLED and name == "title"
        if (pressed or titled) and not has_capitals(text):
            yield f"{path.name}: “{text}”: a capital to each word"
        if kind in READ and name in ("label", "title") and not has_one(text):
            yield f"{path.name}: “{text}”: one capital only"
        if name == "tooltip-text" and not has_one(text):
            yield f"{path.name}: “{text}”: one capital only"


def faults_of_source(path):
    text = path.read_text("utf-8")
    for match in re.finditer(r'N?_ ?\(\s*"([^"%]*)"', text):
        # A letter to press stands in buttons and menus only.
        if re.search(r"_[A-Za-z]", match[1]) and not has_capitals(match[1]):
            yield f"{path.name}: “{match[1]}”: a capital to each word"
    for match in re.finditer(r'\.empty\s*=\s*\{ "[^"]*", N_ \("([^"]*)"\)', text):
        if not has_capitals(match[1]):
            yield f"{path.name}: “{match[1]}”: a capital to each word"


# The letters of the rules, where they stand alone; {cap} is a place, and a letter to press is taken out.
LETTERS = re.compile(r"(?<![A-Za-z0-9_{])(?:CAP|TOTAL|R|X[1-3])(?![A-Za-z0-9_}])")
KEY_LETTER = re.compile(r"\(_[A-Za-z]\)|_")


def joined(literals):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))


def readings(root):
    """(place, text) of all that people read: strings, what the catalogue makes of them, and what stands in Chinese in the
    source, as headings and texts of forms and sheets do."""
    spoken = set()
    for path in sorted((root / "ui").glob("*.ui")):
        for _, _, text in strings_of(path):
            spoken.add(text)
            yield path.name, text
    for path in sorted((root / "src").rglob("*.c")):
        source = path.read_text("utf-8")
        for match in re.finditer(r'N?_ ?\(\s*((?:"(?:[^"\\\n]|\\.)*"\s*)+)', source):
            spoken.add(joined(match[1]))
            yield path.name, joined(match[1])
        for match in re.finditer(r'"([^"\n]*[\u4e00-\u9fff][^"\n]*)"', source):
            yield path.name, match[1]
    catalogue = (root / "po/zh_CN.po").read_text("utf-8")
    for match in re.finditer(r'^msgid ((?:"[^\n]*"\n)+)msgstr ((?:"[^\n]*"\n)+)', catalogue, re.M):
        if joined(match[1]) in spoken:
            yield "po/zh_CN.po", joined(match[2])


def faults_of_letters(root):
    for place, text in readings(root):
        if LETTERS.search(KEY_LETTER.sub("", text)):
            yield f"{place}: “{text}”: 核定总量, 总量合计, 常规绩效 … instead of letters"


def main():
    root = Path(sys.argv[1])
    faults = []
    for path in sorted((root / "ui").glob("*.ui")):
        faults += faults_of_template(path)
    for path in sorted((root / "src/desk").rglob("*.c")):
        faults += faults_of_source(path)
    letters = list(faults_of_letters(root))
    for fault in faults + letters:
        print(f"# {fault}")
    print("1..2")
    print(f"{'not ok' if faults else 'ok'} 1 labels have one capitalisation")
    print(f"{'not ok' if letters else 'ok'} 2 amounts have words and no letters")
    return 1 if faults or letters else 0


if __name__ == "__main__":
    sys.exit(main())
