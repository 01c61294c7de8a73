#!/usr/bin/env python3
"""test-desktop-recruit.py — the day of an interview in the window: thirty applicants, seven judges, every mark typed with the
keyboard alone and the means there as the row is done; the sheet F03b, the lock, a refused change, a correction.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import random
import re
import shutil
import sys
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
from tap import SOURCE, College, case, main, with_check_digit  # noqa: E402
from clerk import (FILLS_SCREEN, SHIZI, Keyboard, again, college_at, go, pdf_text, place_entry, printed,  # noqa: E402
                   say, step_of, write_place)
from desktop import Atspi, Desktop, Role, is_on, key, type_text, walk  # noqa: E402

APPLICANTS, JUDGES = 30, 7
PLAN = "2025-1"


def make_id(serial):
    digits = f"37010219900101{serial:03d}"
    return with_check_digit(digits)


def college_at_exam():
    """A post whose exam is open: nobody has a mark yet, and its judges are known."""
    college = College(establishment=60)
    college.ok("recruit", "plan", PLAN, "--cutoff", "2025-04-30")
    college.ok("import", "positions", college.write(
        "posts.csv", "招聘批次,岗位代码,岗位名称,招聘人数,招聘方式,成绩构成,学历要求\n"
        f"{PLAN},A01,钳工教师,3,公开招聘,面试50%+笔试50%,本科\n"))
    college.ok("import", "applicants", college.write(
        "applicants.csv", "招聘批次,岗位代码,姓名,身份证号,学历,准考证号\n" +
        "".join(f"{PLAN},A01,王五,{make_id(2 * n + 1)},本科,T{n:02d}\n" for n in range(1, APPLICANTS + 1))))
    college.ok("import", "judges", college.write(
        "judges.csv", "招聘批次,考官序号,姓名,身份证号\n" +
        "".join(f"{PLAN},{n},考官{n},{make_id(500 + 2 * n)}\n" for n in range(1, JUDGES + 1))))
    for act, on in (("approve", "2025-03-01"), ("announce", "2025-03-03"), ("screen", "2025-04-01"),
                    ("open-exam", "2025-05-10")):
        college.ok("recruit", "step", PLAN, "A01", act, "--on", on, "--source", "鲁人社〔2025〕1号")
    return college


def mean(marks):
    """rec-2: the highest and the lowest fall away; halves up."""
    kept = sorted(marks)[1:-1]
    return f"{int(Fraction(sum(kept) * 100, len(kept)) + Fraction(1, 2)) / 100:.2f}"


def texts(desktop):
    return [node.get_name() or "" for node in walk(desktop.window) if node.get_role() == Role.LABEL]


@case("/desk/ui/interview-day")
def day():
    chance = random.Random(31)
    marks = [[chance.randint(60, 98) for _ in range(JUDGES)] for _ in range(APPLICANTS)]
    with college_at_exam() as college:
        with Desktop(SHIZI, college.db, settings=FILLS_SCREEN) as desktop:
            go(desktop, "Recruitment")
            desktop.press(re.compile("A01 钳工教师"))
            desktop.says("^先面试后笔试")
            key("ctrl+Next")
            desktop.says("^T01$")
            for line, row in enumerate(marks):
                # Tab at the last judge goes to the first of the next row.
                type_text("".join(f"{mark}\t" for mark in row))
                desktop.wait(lambda: mean(row) in texts(desktop), f"the mean {mean(row)} of row {line + 1}")
            desktop.wait(lambda: len(scores(college)) == APPLICANTS, "every row in the database")
            got = scores(college)
            assert got == {f"T{n + 1:02d}": mean(row) for n, row in enumerate(marks)}, got
            say(f"{APPLICANTS} × {JUDGES} marks with the keyboard alone")
            path = college.folder / "F03b.pdf"
            desktop.press("Sheet F03b…")
            desktop.save_as("Sheet of Marks", path)
            desktop.wait(lambda: path.exists() and path.read_bytes()[:5] == b"%PDF-", "the sheet F03b")
            desktop.press("Lock…")
            dialog = desktop.dialog("Lock the Scores")
            desktop.press("Lock", dialog)
            desktop.gone("Lock the Scores")
            say("locked")
            refused = college.run("exam", "enter", PLAN, "A01", "T01", "面试", "--score", "90")
            assert refused.code == 1 and refused.json["error"]["code"] == "scores.locked", refused.out
            college.ok("exam", "correct", PLAN, "A01", "T01", "面试", *[88] * JUDGES, "--reason", "抄录有误")
            assert scores(college)["T01"] == "88.00", scores(college)
            found = college.ok("recruit", "findings", PLAN, "--from", "2020-01-01", "--to", "2099-12-31")["findings"]
            assert "recruit.score_changed" in [one["code"] for one in found], found
            desktop.quit()


WANT = json.loads((SOURCE / "tests" / "samples" / "recruit-2025" / "expected.json").read_text(encoding="utf-8"))
KINDS = ("positions", "relaxations", "applicants", "honours", "judges", "scores")


@case("/desk/ui/college-to-f04")
def college_to_f04():
    """Issue 8: from the first start to the printed F04 of the sample, from its untidy sheets; nobody touches the mouse."""
    board = Keyboard()
    with Desktop(SHIZI, settings=FILLS_SCREEN) as desktop:
        desktop.find(Role.PUSH_BUTTON, "New College…")
        board.press("ctrl+n")
        desktop.dialog("New College")
        board.paste(WANT["init"]["name"])
        board.press("Tab")
        board.write(str(WANT["init"]["establishment"]))
        board.press("Tab")
        board.paste("王人事")
        board.press("Return")
        desktop.says(r"^Nobody Yet$")
        college = college_at(desktop.home / "data" / "shizi" / f"{WANT['init']['name']}.db")
        board.press("alt+minus")
        desktop.says(r"^No Recruitment Yet$")
        board.press("alt+p")
        desktop.dialog("Plan of Recruitment")
        board.write(WANT["plan"]["batch"])
        board.press("Tab", "Tab")
        board.write(WANT["plan"]["cutoff"])
        board.press("Return")
        desktop.gone("Plan of Recruitment")
        import_sheets(desktop, college, board)
        assert college.ok("recruit", "screen", PLAN)["cutoff"] == WANT["plan"]["cutoff"]
        got = {one["post"]: one["applicants"] for one in college.ok("exam", "score", PLAN)["positions"]}
        assert got == {one["post"]: one["applicants"] for one in WANT["exam"]}
        board.press("alt+r")
        desktop.says(r"^Page 1")
        board.press("ctrl+p")
        dialog = desktop.dialog("Print")
        desktop.wait(lambda: desktop.table(dialog).get_child_count() > 0, "a printer")
        button = desktop.find(Role.PUSH_BUTTON, re.compile(r"Print$"), dialog)

        def taken():
            board.press("Tab", "space")
            return is_on(button, Atspi.StateType.SENSITIVE)
        desktop.wait(taken, "the printer to be taken")
        board.press("alt+p")
        text = pdf_text(printed(desktop))
        for post in WANT["exam"]:
            for one in post["applicants"]:
                assert one["ticket"] in text, one["ticket"]
        assert "人事处" in text and "纪检监察" in text, text[-400:]
        say(f"{board.presses} keys from a new college to the printed F04")
        desktop.quit()


def import_sheets(desktop, college, board):
    """All sheets of a folder in one act; those with findings come one by one."""
    sheets = desktop.home / "sheets"
    sheets.mkdir()
    entries = [entry for entry in WANT["files"] if entry["kind"] in KINDS]
    for entry in entries:
        shutil.copy(SOURCE / "tests" / "samples" / "recruit-2025" / entry["file"], sheets)
    board.press("ctrl+i")
    desktop.dialog("Import")
    board.press("Return")
    chooser = desktop.dialog("Import a Sheet")
    write_place(desktop, board, "Import a Sheet", f"{sheets}/", lambda: not place_entry(chooser))
    board.press("ctrl+a", "alt+o")
    again(desktop, lambda: not desktop.is_seen("Import a Sheet"), "ctrl+a alt+o", "the end of the chooser")
    dialog = desktop.dialog("Import")
    sweep = desktop.find(Role.PUSH_BUTTON, re.compile("Import All Without Findings"), dialog)
    desktop.wait(lambda: is_on(sweep, Atspi.StateType.SENSITIVE), "the button for all of them")
    board.press("alt+m")
    rest = desktop.wait(lambda: left_over(college, entries, dialog), "the end of the sweep")
    say(f"{rest} of {len(entries)} sheets are to be looked at")
    for done in range(len(entries) - rest + 1, len(entries) + 1):
        for step in ("File", "Columns", "Check"):
            desktop.wait(lambda s=step: step_anew(desktop, s), f"the step {step}")
            board.press("alt+n")
        desktop.wait(lambda: step_anew(desktop, "Preview"), "the step Preview")
        board.press("alt+i")
        desktop.wait(lambda n=done: len(college.ok("imports")["imports"]) == n, f"import {done}")
    desktop.gone("Import")


def step_anew(desktop, step):
    """The second sheet goes through the steps once more, in a window that may have been taken away and put back."""
    return step_of(desktop.dialog("Import"), step)


def left_over(college, entries, dialog):
    """How many are still to be looked at, when the sweep is over; None before."""
    told = [re.search(r"Still to be looked at: (\d+)", node.get_name() or "") for node in walk(dialog)]
    for found in told:
        if found:
            return int(found.group(1))
    return None


def scores(college):
    post = college.ok("exam", "score", PLAN, "A01")["positions"][0]
    return {one["ticket"]: one["scores"]["面试"] for one in post["applicants"] if one["scores"]["面试"] is not None}


if __name__ == "__main__":
    if shutil.which("xdotool") is None:
        print("1..0 # skipped: xdotool is missing")
        sys.exit(0)
    sys.exit(main(sys.argv[3:]))
