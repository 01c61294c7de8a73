#!/usr/bin/env python3
"""test-title-files.py — the files that applicants hand in: kept, shown, written out, forgotten (附件).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import random
import sqlite3
import stat
import sys

from tap import SOURCE, College, case, main

SAMPLE = SOURCE / "tests" / "samples" / "titles-2025"
ROUND = "2025年度职称评审"
WHO = "9002"
# Three parts, every byte value.
PAPER = bytes(range(256)) + random.Random(9).randbytes(700_000)


def with_round():
    college = College(establishment=100)
    college.ok("import", "people", SAMPLE / "教职工花名册.xlsx")
    college.ok("title", "batch", "new", ROUND, "--year", 2025, "--opens", "2025-10-09", "--closes", "2025-10-31",
               "--cutoff", "2025-12-31", "--assess-to", 2024, "--hours-to", 2024)
    for kind, name in (("title-batch", "职称申报.xlsx"), ("title-evidence", "申报材料.xlsx")):
        college.ok("import", kind, SAMPLE / name)
    return college


def paper(college, name="论文.pdf", content=PAPER):
    path = college.folder / name
    path.write_bytes(content)
    return path


def refused(college, code, *words, exits=1):
    result = college.run(*words)
    assert result.code == exits and result.json["error"]["code"] == code, (words, result.code, result.out)
    return result.json["error"]["message"]


def materials(college, who=WHO):
    return college.ok("title", "files", ROUND, who)["materials"]


def query(college, sql):
    with sqlite3.connect(college.db) as db:
        return db.execute(sql).fetchall()


def rows(college):
    return query(college, "SELECT name, part, parts, bytes, sha256, content FROM title_files ORDER BY name, part")


def logged(college):
    """Acts about files, as (kind, refused)."""
    return query(college, "SELECT kind, refused FROM acts WHERE kind GLOB 'title.*tach'"
                          " OR kind = 'title.file.export' ORDER BY seq")


@case("/cli/ttl-15/files/kept-and-written-out")
def kept():
    with with_round() as college:
        path = paper(college)
        shown = college.ok("title", "attach", ROUND, WHO, path, "--condition", "业绩", "--material", "论文复印件",
                           "--page", "12—20")["materials"]
        line = {"condition": "业绩", "material": "论文复印件", "page": "12—20", "file": "论文.pdf", "bytes": len(PAPER)}
        assert line in shown and shown == materials(college), shown
        assert [row[1:3] for row in rows(college)] == [(0, 3), (1, 3), (2, 3)]
        path.unlink()  # it lies in the college now
        out = college.folder / "out.pdf"
        college.ok("title", "file", ROUND, WHO, "论文.pdf", "-o", out)
        assert out.read_bytes() == PAPER and stat.S_IMODE(os.stat(out).st_mode) == 0o600
        assert logged(college) == [("title.attach", 0), ("title.file.export", 0)], logged(college)
        college.ok("verify")


@case("/cli/ttl-15/files/replaced-and-forgotten")
def replaced():
    with with_round() as college:
        words = ("title", "attach", ROUND, WHO)
        line = ("--condition", "业绩", "--material", "论文复印件")
        college.ok(*words, paper(college), *line)
        college.ok(*words, paper(college, content=b"corrected"), *line)
        assert [row[1:4] for row in rows(college)] == [(0, 1, 9)], rows(college)
        college.ok("title", "detach", ROUND, WHO, "论文.pdf")
        left = next(m for m in materials(college) if m["material"] == "论文复印件")
        assert rows(college) == [] and (left["file"], left["bytes"]) == ("论文.pdf", 0), "the line still names it"
        college.ok("verify")


@case("/cli/ttl-15/files/refused")
def refusals():
    """Each says which file and what to do, is logged, and keeps nothing."""
    with with_round() as college:
        words = ("title", "attach", ROUND, WHO)
        empty = paper(college, "空.pdf", b"")
        refused(college, "attachment.empty", *words, empty)
        large = paper(college, "大.pdf")
        os.truncate(large, 10 * 1024 * 1024 + 1)
        assert "10.0" in refused(college, "attachment.too_large", *words, large)
        refused(college, "attachment.name", *words, paper(college, "长" * 70 + ".pdf"))
        refused(college, "file.missing", *words, college.folder / "无.pdf", exits=4)
        os.mkfifo(college.folder / "pipe")
        assert college.run(*words, college.folder / "pipe").code == 4, "nobody waits for a pipe"
        refused(college, "batch.no_application", "title", "attach", ROUND, "1003", paper(college))
        refused(college, "attachment.unknown", "title", "detach", ROUND, WHO, "无.pdf")
        refused(college, "attachment.unknown", "title", "file", ROUND, WHO, "无.pdf", "-o", college.folder / "x")
        refused(college, "batch.unknown", "title", "attach", "无此批次", WHO, paper(college), exits=2)
        assert college.run(*words, paper(college), "--condition", "业绩").code == 2
        assert rows(college) == [] and not (college.folder / "x").exists()
        assert ("title.detach", 1) in logged(college) and ("title.attach", 1) in logged(college), logged(college)
        os.truncate(large, 10 * 1024 * 1024)
        college.ok(*words, large)  # just as large as may be
        assert len(rows(college)) == 40


@case("/cli/ttl-15/files/one-name-two-lines")
def named_twice():
    """The same paper may stand for two lines; another paper of its name may not take its place unasked."""
    with with_round() as college:
        words = ("title", "attach", ROUND, WHO)
        college.ok(*words, paper(college), "--condition", "业绩", "--material", "论文")
        college.ok(*words, paper(college), "--condition", "学历", "--material", "证明")
        assert len(rows(college)) == 3
        refused(college, "attachment.in_use", *words, paper(college, content=b"other"), "--condition", "学历",
                "--material", "证明")
        college.ok(*words, paper(college, "散页.pdf", b"loose"))
        assert materials(college)[-1] == {"condition": None, "material": None, "page": None, "file": "散页.pdf",
                                          "bytes": 5}, materials(college)


@case("/cli/ttl-15/files/done")
def done():
    with with_round() as college:
        college.ok("title", "attach", ROUND, WHO, paper(college))
        with sqlite3.connect(college.db) as db:
            db.execute("UPDATE cases SET state = 'done'")
        db.close()
        refused(college, "batch.state", "title", "detach", ROUND, WHO, "论文.pdf")
        refused(college, "batch.state", "title", "attach", ROUND, WHO, paper(college, "又一份.pdf"))
        assert len(rows(college)) == 3


@case("/cli/ttl-15/files/damaged")
def damaged():
    with with_round() as college:
        college.ok("title", "attach", ROUND, WHO, paper(college))
        with sqlite3.connect(college.db) as db:
            db.execute("UPDATE title_files SET content = 'AAAA' WHERE part = 1")
        db.close()
        refused(college, "attachment.damaged", "title", "file", ROUND, WHO, "论文.pdf", "-o", college.folder / "x",
                exits=4)
        assert not (college.folder / "x").exists()
        assert college.run("verify").code != 0, "the journal knows better"


if __name__ == "__main__":
    sys.exit(main())
