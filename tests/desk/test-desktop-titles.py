#!/usr/bin/env python3
"""test-desktop-titles.py — a whole round of titles in the window: the plan of posts, the applications, decisions, notices, votes,
results with F14; then a rise inside a band with its decision and F15. By keys alone, which are counted.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
from tap import case, main  # noqa: E402
from clerk import FILLS_SCREEN, SHIZI, Keyboard, again, demo, say, step_of, write_place  # noqa: E402
from desktop import BUTTONS, Atspi, Desktop, Role, children, is_alive, is_on, text_of, walk  # noqa: E402
from keyboard import focused, is_at, open_dialog, tab_to  # noqa: E402

ROUND = "W2025"
MEMBERS = 7
MENU_ITEMS = (Role.MENU_ITEM, Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_MENU_ITEM)


def write(desktop, board, name, text):
    """In the field that has the keyboard; a row of a form does not say so itself, but what it holds."""
    board.press("ctrl+a")
    board.write(text)
    desktop.wait(lambda: any(text_of(node) == text for top in children(desktop.application) for node in walk(top)
                             if node.get_role() in (Role.TEXT, Role.ENTRY) and (node.get_name() or "").startswith(name)),
                 f"{text} in {name}")


def fill(desktop, board, name, text):
    """Goes to a cell of a grid and writes in it."""
    tab_to(desktop, board, name)
    write(desktop, board, name, text)


def show_list(desktop, board, keys, button):
    """Goes to a list of the page; a button of its own says that it has come."""
    board.press(*keys)
    desktop.find(BUTTONS, button)


def choose_row(desktop, board, number, button=None):
    """Ctrl+F and the number: one row is left, and ↓ goes to it; the pane tells of it, or the button that wants a row wakes up."""
    board.press("ctrl+f", "ctrl+a")
    board.write(number)
    desktop.says(r"^1 (applications|people|appointments)\b")
    board.press("Down")

    def chosen():
        if button is not None:
            node = desktop.look(BUTTONS, button)
            return node is not None and is_alive(node)
        return any(node.get_role() == Role.LABEL and (node.get_name() or "").startswith(number) for node in walk(desktop.window))
    desktop.wait(chosen, f"the row of {number}")


def choose_in_menu(desktop, board, menu, item):
    """Opens a menu of the tools by its letter and goes down to a line of it."""
    board.press(menu)
    desktop.wait(lambda: focused(desktop) is not None and focused(desktop).get_role() in MENU_ITEMS, f"the menu of {menu}")
    for _ in range(12):
        if is_at(desktop, item):
            break
        board.press("Down")
    desktop.wait(lambda: is_at(desktop, item), f"{item} in the menu")
    board.press("Return")


def approve_plan(desktop, college, board):
    """A hundred posts are proposed by three methods, and what one proposes is approved."""
    board.press("ctrl+1")
    desktop.find(BUTTONS, "Plan of Posts…")
    open_dialog(desktop, board, ["alt+a"], "Plan of Posts")
    write(desktop, board, "Posts altogether", "100")
    board.press("Tab")
    write(desktop, board, "Of them professional (empty: the least number)", "70")
    tab_to(desktop, board, "最大余数")
    board.press("space")
    tab_to(desktop, board, "In force from, as 2026-01-01")
    write(desktop, board, "In force from, as 2026-01-01", "2025-09-01")
    board.press("Tab")
    write(desktop, board, "Number of the document (核准文号)", "W1")
    board.press("Return")
    desktop.gone("Plan of Posts")
    bands = desktop.wait(lambda: next((b["levels"] for b in college.ok("posts", "--on", "2025-10-31")["bands"]
                                       if b["band"] == "副高" and b["levels"][0]["approved"] == 3), None), "the plan")
    assert [level["approved"] for level in bands] == [3, 7, 7], bands
    say("the plan is approved")


def make_round(desktop, college, board):
    open_dialog(desktop, board, ["alt+n"], "New Round")
    for name, text in [("Name of the round", ROUND), ("Year", "2025"), ("Applications from", "2025-10-09"),
                       ("Applications to", "2025-10-31"), ("Years are counted to", "2025-12-31")]:
        write(desktop, board, name, text)
        board.press("Tab")
    board.press("alt+m")
    desktop.gone("New Round")
    desktop.wait(lambda: college.run("title", "batch", "show", ROUND).code == 0, "the round")
    desktop.says(f"^{ROUND}$")


def step(desktop, college, board, name, state, day):
    """Ctrl+Return takes what comes next, whatever the state."""
    desktop.find(BUTTONS, name + "…")
    open_dialog(desktop, board, ["ctrl+Return"], name)
    write(desktop, board, "Day", day)
    board.press("Return")
    desktop.gone(name)
    desktop.wait(lambda: college.ok("title", "batch", "show", ROUND)["state"] == state, f"the state {state}")
    say(f"{name}: {state}")


def import_by_keys(desktop, college, board, kind, path, count):
    """The sheet, its columns, what is wrong with it, what it would do, and into the database."""
    before = len(college.ok("imports")["imports"])
    dialog = open_dialog(desktop, board, ["ctrl+i"], "Import")
    board.press("Return")
    chooser = desktop.dialog("Import a Sheet")
    write_place(desktop, board, "Import a Sheet", str(path), lambda: not desktop.is_seen("Import a Sheet"))
    for heading in ("Columns", "Check", "Preview"):
        desktop.wait(lambda: is_on(desktop.find(Role.PUSH_BUTTON, "Next", dialog), Atspi.StateType.SENSITIVE), "Next")
        board.press("alt+n")
        desktop.wait(lambda h=heading: step_of(dialog, h), f"the step {heading}")
    board.press("alt+i")
    desktop.gone("Import")
    entries = desktop.wait(lambda: college.ok("imports")["imports"][before:], f"the import of {kind}")
    assert [(entry["kind"], entry["inserted"]) for entry in entries] == [(kind, count)], entries
    say(f"{path.name} is imported")


def find_applicants(college):
    """Three whose conditions are met, for titles that seven members decide on."""
    found = {}
    for person in college.ok("title", "who", ROUND)["people"]:
        if person["verdict"] == "met" and "高级" not in person["target"]:
            found.setdefault(person["staff_no"], person)
    assert len(found) >= 2, found
    return list(found.values())[:3]


def recommend(desktop, college, board, people):
    for n, person in enumerate(people, 1):
        choose_row(desktop, board, person["staff_no"])
        board.press("ctrl+Right")
        desktop.wait(lambda: college.ok("title", "batch", "show", ROUND)["recommended"] == n, f"{person['name']} is recommended")
    board.press("ctrl+f", "Escape")
    say(f"{len(people)} are recommended")


def vote(desktop, college, board, people):
    choose_in_menu(desktop, board, "alt+d", "Enter the Votes")
    desktop.dialog("Enter the Votes")
    write(desktop, board, "Day of the meeting", "2025-11-14")
    for person in people:
        for column, count in [("For", "5"), ("Against", "1"), ("Abstained", "1"), ("Spoilt", "0")]:
            fill(desktop, board, f"{person['name']} {column}", count)
    board.press("alt+s")
    desktop.gone("Enter the Votes")
    desktop.wait(lambda: len(college.ok("title", "result", ROUND)["passed"]) == len(people), "the votes")
    say("the votes are entered")


def save_form(desktop, board, path):
    """In the chooser that saves: the whole path, Return."""
    dialog = desktop.dialog("Save the Form")
    desktop.wait(lambda: focused(desktop) is not None and focused(desktop).get_role() == Role.TEXT, "the name of the form")
    board.press("ctrl+a")
    board.write(str(path))
    desktop.wait(lambda: text_of(focused(desktop)) == str(path), f"the path of {path.name}")
    board.press("Return")
    again(desktop, lambda: not desktop.is_seen("Save the Form"), "Return", "the end of the chooser")
    desktop.wait(lambda: path.exists() and path.read_bytes()[:2] == b"PK", f"the form {path.name}")
    say(f"{path.name} is saved")


def as_of_by_keys(desktop, board, day):
    """From the search the date is the next thing in the header."""
    board.press("ctrl+f", "Tab", "space")
    desktop.wait(lambda: is_at(desktop, "As of") and focused(desktop).get_role() == Role.TEXT, "the day in the header")
    board.press("ctrl+a")
    board.write(day)
    board.press("Return")
    desktop.says(rf"^As of {day}$")


def appoint(desktop, college, board):
    """Who could rise at once is appointed: opened, decided, in the register."""
    person = next(p for p in college.ok("appoint", "rise", "--on", "2025-12-15")["people"] if p["fits"])
    as_of_by_keys(desktop, board, "2025-12-15")
    show_list(desktop, board, ["ctrl+4"], "Open Case…")
    choose_row(desktop, board, person["staff_no"], "Open Case…")
    dialog = open_dialog(desktop, board, ["Return"], "Open an Appointment")
    desktop.says("^✓ rise", dialog)
    board.press("Return")
    desktop.gone("Open an Appointment")
    opened = desktop.wait(lambda: next((c for c in college.ok("appoint", "list", "--state", "open")["cases"]
                                        if c["staff_no"] == person["staff_no"]), None), "the case")
    show_list(desktop, board, ["ctrl+4"], "Decide Cases…")
    choose_row(desktop, board, person["staff_no"], "Decide Cases…")
    open_dialog(desktop, board, ["alt+d"], "Decide")
    write(desktop, board, "Number of the document (文号)", "W9")
    board.press("Return")
    desktop.gone("Decide")
    desktop.wait(lambda: any(c["case"] == opened["case"] for c in college.ok("appoint", "list", "--state", "decided")["cases"]),
                 "the decision")
    shown = college.ok("people", "show", person["staff_no"], "--on", "2025-12-31")
    assert person["to"] in str(shown), shown
    say(f"{person['staff_no']} rises to {person['to']}")


@case("/desk/ui/round-of-titles")
def walk_round():
    """From the plan to F14 and F15; nobody touches the mouse."""
    board = Keyboard()
    counts = []

    def done(what):
        counts.append((what, board.presses - sum(n for _, n in counts)))

    with demo(people=60) as college:
        with Desktop(SHIZI, college.db, settings=FILLS_SCREEN + "page='titles'\n") as desktop:
            approve_plan(desktop, college, board)
            done("plan")
            show_list(desktop, board, ["ctrl+3", "ctrl+3"], "Board")
            make_round(desktop, college, board)
            step(desktop, college, board, "开始申报", "open", "2025-10-09")
            done("round")
            people = find_applicants(college)
            import_by_keys(desktop, college, board, "title-batch", college.write(
                "applications.csv", "批次,工号,申报职称,途径\n" + "".join(
                    f"{ROUND},{p['staff_no']},{p['target']},正常\n" for p in people)), len(people))
            step(desktop, college, board, "截止", "closed", "2025-11-01")
            done("applications")
            recommend(desktop, college, board, people)
            step(desktop, college, board, "推荐", "recommended", "2025-11-05")
            step(desktop, college, board, "推荐公示", "announced", "2025-11-06")
            done("recommended")
            import_by_keys(desktop, college, board, "panel", college.write(
                "panel.csv", "批次,姓名,身份证号,单位,职称,职务\n" + "".join(
                    f"{ROUND},评委{chr(0x4e00 + n)},,某技师学院,正高级讲师,{'主任委员' if n == 0 else '委员'}\n"
                    for n in range(MEMBERS))), MEMBERS)
            vote(desktop, college, board, people)
            step(desktop, college, board, "评审", "reviewed", "2025-11-15")
            done("votes")
            step(desktop, college, board, "结果公示", "published", "2025-11-17")
            choose_in_menu(desktop, board, "alt+f", "F14 Who passed")
            save_form(desktop, board, college.folder / "F14.xlsx")
            step(desktop, college, board, "办结", "done", "2025-12-01")
            done("results")
            for person in people:
                shown = college.ok("people", "show", person["staff_no"], "--on", "2026-01-01")
                assert person["target"] in str(shown), shown
            appoint(desktop, college, board)
            done("appointment")
            board.press("alt+s")
            save_form(desktop, board, college.folder / "F15.xlsx")
            done("F15")
            desktop.quit()
        college.ok("verify")
    for what, presses in counts:
        say(f"{presses} keys: {what}")
    say(f"{board.presses} keys from the plan to F15")


if __name__ == "__main__":
    if shutil.which("xdotool") is None:
        print("1..0 # skipped: xdotool is missing")
        sys.exit(0)
    sys.exit(main(sys.argv[3:]))
