#!/usr/bin/env python3
"""manual.py — the printed manual (使用手册): the pages of the help, one after the other, as PDF.

    build-aux/manual.py LANGUAGE OUT.pdf        LANGUAGE is a folder of help/: C or zh_CN; OUT.html needs no weasyprint

build-aux/manual makes both.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
from html import escape
from pathlib import Path

SPACE = "{http://projectmallard.org/1.0/}"
# In the order in which a college meets them; the rules are looked up at the end.
ORDER = ["start", "overview", "people", "import", "establishment", "recruit", "parttime", "titles", "workload", "leave", "pay",
         "pay-year", "targets", "registers", "supervision", "stats",
         "forms", "params", "accounts", "server", "handover", "takeover", "rules"]
STYLE = """
@page { size: A4; margin: 24mm 22mm; @bottom-center { content: counter(page); font-size: 9pt; } }
@page :first { @bottom-center { content: none; } }
body { font-family: "Noto Sans CJK SC", "DejaVu Sans"; font-size: 10.5pt; line-height: 1.6; }
h1 { font-size: 20pt; page-break-before: always; border-bottom: 1pt solid #888; padding-bottom: 4pt; }
h2 { font-size: 13pt; page-break-after: avoid; }
.cover { padding-top: 80mm; text-align: center; }
.cover h1 { border: none; font-size: 30pt; page-break-before: avoid; }
dt { font-weight: bold; margin-top: 6pt; page-break-after: avoid; }
dd { margin-left: 8mm; }
code { font-family: "DejaVu Sans Mono"; font-size: 9pt; }
.contents li { list-style: none; }
.contents a::after { content: leader(".") target-counter(attr(href), page); }
a { color: inherit; text-decoration: none; }
"""


def inline(node):
    """The text of a paragraph with what stands in it: code and links."""
    parts = [escape(node.text or "")]
    for child in node:
        inner = inline(child)
        if child.tag == SPACE + "code":
            inner = f"<code>{inner}</code>"
        elif child.tag == SPACE + "link":
            page, _, section = child.get("xref").partition("#")
            inner = f'<a href="#{page}-{section}">{inner}</a>' if section else f'<a href="#{page}">{inner}</a>'
        parts += [inner, escape(child.tail or "")]
    return "".join(parts)


def block(node, page, depth):
    parts = []
    for child in node:
        kind = child.tag.removeprefix(SPACE)
        if kind == "p":
            parts.append(f"<p>{inline(child)}</p>")
        elif kind == "section":
            title = inline(child.find(SPACE + "title"))
            parts.append(f'<h{depth + 1} id="{page}-{child.get("id")}">{title}</h{depth + 1}>')
            parts += block(child, page, depth + 1)
        elif kind in ("terms", "list", "steps"):
            parts.append("<dl>")
            for item in child.iter(SPACE + "item"):
                title = item.find(SPACE + "title")
                parts.append(f"<dt>{inline(title)}</dt>" if title is not None else "")
                parts.append("<dd>" + "".join(block(item, page, depth)) + "</dd>")
            parts.append("</dl>")
        elif kind not in ("info", "title"):
            raise SystemExit(f"{page}: the manual does not know <{kind}>")
    return parts


def manual(folder):
    pages = {path.stem: tree.parse(path).getroot() for path in folder.glob("*.page")}
    missing = pages.keys() - set(ORDER) - {"index"}
    if missing:
        raise SystemExit(f"These pages have no place in the manual: {', '.join(sorted(missing))}")
    index = pages["index"]
    chinese = folder.name == "zh_CN"
    title = "师资 使用手册" if chinese else "Shizi — Manual"
    parts = [f'<div class="cover"><h1>{title}</h1>{"".join(block(index, "index", 1))}</div>',
             f'<h1>{"目录" if chinese else "Contents"}</h1><ul class="contents">']
    names = {name: inline(pages[name].find(SPACE + "title")) for name in ORDER}
    parts += [f'<li><a href="#{name}">{names[name]}</a></li>' for name in ORDER]
    parts.append("</ul>")
    for name in ORDER:
        parts.append(f'<h1 id="{name}">{names[name]}</h1>')
        parts += block(pages[name], name, 1)
    return (f'<!DOCTYPE html><html lang="{"zh-CN" if chinese else "en"}"><head><meta charset="utf-8"><title>{title}</title>'
            f"<style>{STYLE}</style></head><body>{''.join(parts)}</body></html>")


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    folder = Path(__file__).resolve().parent.parent / "help" / sys.argv[1]
    if sys.argv[2].endswith(".html"):
        Path(sys.argv[2]).write_text(manual(folder), "utf-8")
        return
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as page:
        page.write(manual(folder))
        page.flush()
        subprocess.run(["weasyprint", page.name, sys.argv[2]], check=True)


if __name__ == "__main__":
    main()
