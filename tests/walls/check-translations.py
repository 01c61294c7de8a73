#!/usr/bin/env python3
"""check-translations.py — every string of the interface is marked, listed, and said in Chinese.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

MARKED = re.compile(r"(?:^|[^a-zA-Z])(?:N?[CP]?_|g_d[np]*gettext) ?\(")
# Properties whose text people read, or have read to them.
READ = {"label", "title", "subtitle", "description", "tooltip-text", "placeholder-text", "help-text", "heading"}
# As meson's preset for GLib, and ours for one and several.
KEYWORDS = ("_", "N_", "C_:1c,2", "NC_:1c,2", "NP_:1,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3")
WORD = re.compile(r"[A-Za-z]{2,}|[\u4e00-\u9fff]")


def sources_with_strings(root):
    for source in root.glob("src/**/*.c"):
        if MARKED.search(source.read_text("utf-8")):
            yield source
    for source in root.glob("ui/**/*.ui"):
        if 'translatable="yes"' in source.read_text("utf-8"):
            yield source
    yield from root.glob("data/*.desktop.in")
    yield from root.glob("data/*.metainfo.xml.in")


def unlisted(root):
    listed = {line for line in (root / "po/POTFILES.in").read_text("utf-8").splitlines() if not line.startswith("#")}
    found = {str(source.relative_to(root)) for source in sources_with_strings(root)}
    return [f"{name} has strings and is not in po/POTFILES.in" for name in sorted(found - listed)] + \
           [f"{name} is in po/POTFILES.in and has no strings" for name in sorted(listed - found)]


def unmarked(root):
    faults = []
    for source in sorted(root.glob("ui/**/*.ui")):
        for node in ET.parse(source).iter():
            if node.tag in ("property", "attribute") and node.get("name") in READ \
                    and node.get("translatable") is None and WORD.search(node.text or ""):
                faults.append(f"{source.relative_to(root)}: {node.text!r} is not translatable")
    # The name of the program is the same in every language.
    return [fault for fault in faults if "师资 Shizi" not in fault]


def messages_of(text):
    """The pairs of a .po file; plural and fuzzy ones too."""
    fuzzy = False
    for entry in re.split(r"\n\s*\n", text):
        entry = "\n".join(line for line in entry.splitlines() if not line.startswith("#~"))
        fuzzy = re.search(r"^#,.*\bfuzzy\b", entry, re.M) is not None
        parts = re.findall(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:"(?:[^"\\]|\\.)*"\s*)+)', entry, re.M)
        fields = {name: "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', value)) for name, value in parts}
        if fields.get("msgid"):
            said = [value for name, value in fields.items() if name.startswith("msgstr")]
            yield (fields.get("msgctxt"), fields["msgid"]), not fuzzy and bool(said) and all(said)


def unsaid(root):
    """Strings of today's sources that zh_CN.po does not say."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "now.pot"
        subprocess.run(["xgettext", "--from-code=UTF-8", "--directory", str(root), "--files-from",
                        str(root / "po/POTFILES.in"), "-o", str(template), *(f"--keyword={word}" for word in KEYWORDS)],
                       check=True)
        wanted = dict(messages_of(template.read_text("utf-8")))
    said = dict(messages_of((root / "po/zh_CN.po").read_text("utf-8")))
    return [f"po/zh_CN.po does not say {key[1]!r}" for key in wanted if not said.get(key)]


def malformed(root):
    result = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", str(root / "po/zh_CN.po")], capture_output=True,
                            text=True, check=False)
    return result.stderr.splitlines() if result.returncode else []


def main():
    root = Path(sys.argv[1])
    checks = {"listed": unlisted, "marked": unmarked, "said-in-chinese": unsaid, "well-formed": malformed}
    print(f"1..{len(checks)}")
    failed = False
    for number, (name, check) in enumerate(checks.items(), 1):
        faults = check(root)
        failed = failed or bool(faults)
        for fault in faults:
            print(f"# {fault}")
        print(f"{'not ok' if faults else 'ok'} {number} /walls/translations/{name}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
