#!/usr/bin/env python3
"""check-pages.py — the help has the same pages in both languages, well formed, with the same sections.

SPDX-License-Identifier: GPL-3.0-or-later
"""
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
