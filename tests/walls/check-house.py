#!/usr/bin/env python3
"""check-house.py — sizes and heads of the files, as HACKING.md states them.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import sys
from pathlib import Path

FILE_LINES = 600
FUNCTION_LINES = 80
UI_LINES = 250

QUOTED = re.compile(r'^\s*#\s*include\s+"([^"]+)"')


def read_lines(path):
    return path.read_text("utf-8").splitlines()


def find_sources(root, *suffixes):
    return [path for top in ("src", "tests") for path in sorted((root / top).rglob("*")) if path.suffix in suffixes]


def check_files(root):
    faults = []
    for path in find_sources(root, ".c", ".h", ".py"):
        count = len(read_lines(path))
        if count > FILE_LINES:
            faults.append(f"{path.relative_to(root)}: {count} lines, {FILE_LINES} at most")
    return faults


def check_functions(root):
    """A function stands between a brace in the first column and the next one."""
    faults = []
    for path in find_sources(root, ".c"):
        begin = None
        for number, line in enumerate(read_lines(path), 1):
            if line == "{":
                begin = number
            elif line == "}" and begin is not None:
                if number - begin + 1 > FUNCTION_LINES:
                    faults.append(f"{path.relative_to(root)}:{begin}: a function of {number - begin + 1} lines, "
                                  f"{FUNCTION_LINES} at most")
                begin = None
    return faults


def check_templates(root):
    faults = []
    for path in sorted((root / "ui").rglob("*.ui")):
        count = len(read_lines(path))
        if count > UI_LINES:
            faults.append(f"{path.relative_to(root)}: {count} lines, {UI_LINES} at most")
    return faults


def check_bare(root):
    faults = []
    for path in find_sources(root, ".c", ".h"):
        for number, line in enumerate(read_lines(path), 1):
            match = QUOTED.match(line)
            if match and "/" in match.group(1):
                faults.append(f"{path.relative_to(root)}:{number}: \"{match.group(1)}\" is not a bare name")
    return faults


def check_heads(root):
    """The first line names the file; the licence stands below it."""
    faults = []
    for path in find_sources(root, ".c", ".h"):
        head = read_lines(path)[:12]
        if path.name not in head[0]:
            faults.append(f"{path.relative_to(root)}:1: the head does not name the file")
        if not any("SPDX-License-Identifier: GPL-3.0-or-later" in line for line in head):
            faults.append(f"{path.relative_to(root)}:1: no licence in the head")
    return faults


def check_precompiled(root):
    """What the precompiled header of the desk brings is named by each file that uses it."""
    uses = {
        "glib/gi18n.h": re.compile(r"\b(?:_|N_|C_|NC_|Q_|ngettext)\s*\("),
        "string.h": re.compile(r"\b(?:str(?:len|cmp|ncmp|chr|rchr|str|cspn|spn|pbrk)|mem(?:cpy|cmp|set|move|chr))\s*\("),
    }
    faults = []
    for path in [*sorted((root / "src/desk").rglob("*.c")), *sorted((root / "tests/desk").glob("*.c"))]:
        text = path.read_text("utf-8")
        code = re.sub(r'"(?:\\.|[^"\\])*"', '""', re.sub(r"/\*.*?\*/", "", text, flags=re.S))
        for header, use in uses.items():
            if use.search(code) and f"#include <{header}>" not in text:
                faults.append(f"{path.relative_to(root)}: uses {header} and does not include it")
    return faults


def main():
    root = Path(sys.argv[1])
    plan = [
        ("/house/files", check_files(root)),
        ("/house/functions", check_functions(root)),
        ("/house/templates", check_templates(root)),
        ("/house/bare-includes", check_bare(root)),
        ("/house/heads", check_heads(root)),
        ("/house/precompiled", check_precompiled(root)),
    ]
    print(f"1..{len(plan)}")
    for number, (name, faults) in enumerate(plan, 1):
        for fault in faults:
            print(f"# {fault}")
        print(f"{'not ok' if faults else 'ok'} {number} {name}")
    return 1 if any(faults for _, faults in plan) else 0


if __name__ == "__main__":
    sys.exit(main())
