"""rights_walk.py — every command asked for by every role: the one table of rights says which may (acc-3).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import subprocess

from tap import PROGRAM, SOURCE

ROLES = {"P": "renshi", "F": "caiwu", "L": "yuan", "S": "jiwei", "A": "admin"}
GROUPS = {"PF": "PF", "PFLS": "PFLS", "ALL": "PFLSA"}

# What a word of the usage may be, so that the question of the right is reached; nothing of it exists in the college.
WORDS = {"N": "1", "YEAR": "2025", "Y": "2025", "DATE": "2025-03-01", "FILE": "/nowhere/x.csv", "FILE.xlsx": "/nowhere/x.xlsx",
         "FILE.json": "/nowhere/x.json", "FOLDER": "/nowhere/x", "PERCENT": "50", "AMOUNT": "1.00", "RATIO": "3:4:3", "NUMBER": "1",
         "FILE.xlsx|.csv|.txt": "/nowhere/x.csv", "URI|FILE": "/nowhere/x.db", "ROLE": "leader", "FIELD=VALUE": "phone=1",
         "字段=值": "a=1", "RUN": "1", "NO": "1", "CASE": "1", "ID": "1", "SHEET": "1", "编号": "1", "问题编号": "1", "档次": "合格", "KIND": "people", "PART": "people", "身份证号": "110101199001011237",
         "FORM": "F28", "POST": "专技十级"}

# Where a word of one list would be a word of another.
WHOLE = {"case": ["case", "pay.run", "1"], "form": ["form", "F28", "--year", "2025", "-o", "/nowhere/x.pdf"],
         "establishment add": ["establishment", "add", "核定", "1", "--from", "2025-03-01", "--source", "文号"]}


def table(path, pattern):
    return re.findall(pattern, (SOURCE / path).read_text(encoding="utf-8"), re.M)


def rights():
    """Act or reading → the letters of the roles that may."""
    return {act: "".join(GROUPS.get(word, word) for word in re.split(r"\s*\|\s*", roles))
            for act, roles in table("src/office/account/sz-rights.c", r'^  \{ "([\w.-]+)", ([A-Z| ]+) \},$')}


def usages():
    """Command → its words with what it demands filled in."""
    text = subprocess.run([str(PROGRAM), "--help"], capture_output=True, text=True, check=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}).stdout
    for line in re.findall(r"^  ([a-z].*)$", text, re.M):
        while re.search(r"\[[^\[\]]*\]…?", line):
            line = re.sub(r"\[[^\[\]]*\]…?", "", line)
        words = line.split()
        command = " ".join(word for word in words if re.fullmatch(r"[a-z][a-z-]*", word))
        yield command, WHOLE.get(command) or [WORDS.get(word.rstrip("…"), word.split("|")[0].rstrip("…")) for word in words]


def walk(college, every):
    """Each command asked of one role, every: of all five; the college has an account a role."""
    granted, asked = rights(), dict(table("src/cli/kit/sz-cli-rights.c", r'^  \{ "([a-z -]+)", (NULL|"[\w.-]+") \},$'))
    letters, wrong = list(ROLES), []
    known = dict(usages())
    assert sorted(known) == sorted(asked), set(known) ^ set(asked)
    for number, (command, words) in enumerate(sorted(known.items())):
        right = asked[command].strip('"')
        if right == "NULL":
            continue
        for letter in letters if every else letters[number % 5:][:1]:
            result = college.by(ROLES[letter], *words)
            error = result.json.get("error", {}) if result.out.strip() else {}
            denied = error.get("code") == "role.denied"
            may = college.may(command, letter) if hasattr(college, "may") else None
            wanted = letter in granted[right] if may is None else may
            if denied == wanted or (denied and result.code != 1):
                wrong.append((command, right, granted[right], letter, result.code, result.out[:400]))
    assert not wrong, wrong
    return granted
