#!/usr/bin/env python3
"""test-desktop-titles.py — a whole round of titles in the window: the plan of posts, the applications, decisions, notices, votes,
results with F14; then a rise inside a band with its decision and F15.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
from tap import case, main  # noqa: E402
from clerk import FILLS_SCREEN, SHIZI, as_of, demo, go, import_sheet, say  # noqa: E402
from desktop import BUTTONS, TABLE_ROWS, Atspi, Desktop, Role, children, is_alive, walk  # noqa: E402

ROUND = "W2025"
MEMBERS = 7
MENU_ITEMS = (Role.MENU_ITEM, Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_MENU_ITEM)


# The part that a list is of, and a button of its own that says it has come.
LISTS = {"Round": ("Titles", "Board"), "Could rise": ("Appointment", "Open Case…"), "Appointments": ("Appointment", "Decide…")}


def show_list(desktop, title):
    """Goes to a list of the page: its part in the switcher, then its tab."""
    part, button = LISTS[title]
    desktop.press(part, role=(*BUTTONS, Role.RADIO_BUTTON))
    desktop.press(title, role=(Role.PAGE_TAB, Role.RADIO_BUTTON))
    desktop.find(BUTTONS, button)


def choose_row(desktop, name, number, button=None):
    """The row of somebody, until the pane beside the list tells of it, or the button that wants a row can be pressed: a list
    that is read anew loses what was chosen."""
    def chosen():
        nodes = list(walk(desktop.window))
        if button is not None:
            node = desktop.look(BUTTONS, button)
            if node is not None and is_alive(node):
                return True
        elif any(node.get_role() == Role.LABEL and (node.get_name() or "").startswith(number) for node in nodes):
            return True
        for table in [node for node in nodes if node.get_role() == Role.LIST and node.get_name() == TABLE_ROWS]:
            for index, row in enumerate(children(table)):
                if any((cell.get_name() or "") == name for cell in walk(row)):
                    Atspi.Selection.clear_selection(table)
                    Atspi.Selection.select_child(table, index)
        return False
    desktop.wait(chosen, f"the row of {name} {number}")


def choose_in_menu(desktop, menu, item):
    """Opens a menu of the tools and chooses in it."""
    desktop.press(menu)
    desktop.press(item, role=MENU_ITEMS)


def approve_plan(desktop, college):
    """A hundred posts more are proposed by three methods, and what one proposes is approved."""
    desktop.press("Plan of Posts…")
    dialog = desktop.dialog("Plan of Posts")
    desktop.fill("Posts altogether", "100", dialog)
    desktop.fill("Of them professional (empty: the least number)", "70", dialog)
    desktop.press("最大余数", dialog)
    desktop.fill("In force from, as 2026-01-01", "2025-09-01", dialog)
    desktop.fill("Number of the document (核准文号)", "W1", dialog)
    desktop.press("Save", dialog)
    desktop.gone("Plan of Posts")
    bands = desktop.wait(lambda: next((b["levels"] for b in college.ok("posts", "--on", "2025-10-31")["bands"]
                                       if b["band"] == "副高" and b["levels"][0]["approved"] == 3), None), "the plan")
    assert [level["approved"] for level in bands] == [3, 7, 7], bands
    say("the plan is approved")


def make_round(desktop, college):
    desktop.press("New Round…")
    dialog = desktop.dialog("New Round")
    for name, text in [("Name of the round", ROUND), ("Year", "2025"), ("Applications from", "2025-10-09"),
                       ("Applications to", "2025-10-31"), ("Years are counted to", "2025-12-31")]:
        desktop.fill(name, text, dialog)
    desktop.press("Make", dialog)
    desktop.gone("New Round")
    desktop.wait(lambda: college.run("title", "batch", "show", ROUND).code == 0, "the round")


def step(desktop, college, name, state, day):
    desktop.press(name + "…")
    dialog = desktop.dialog(name)
    desktop.fill("Day", day, dialog)
    desktop.press(name, dialog)
    desktop.gone(name)
    desktop.wait(lambda: college.ok("title", "batch", "show", ROUND)["state"] == state, f"the state {state}")
    say(f"{name}: {state}")


def find_applicants(college):
    """Three whose conditions are met, for titles that seven members decide on."""
    found = {}
    for person in college.ok("title", "who", ROUND)["people"]:
        if person["verdict"] == "met" and "高级" not in person["target"]:
            found.setdefault(person["staff_no"], person)
    assert len(found) >= 2, found
    return list(found.values())[:3]


def vote(desktop, college, people):
    choose_in_menu(desktop, "Decide", "Enter the Votes…")
    dialog = desktop.dialog("Enter the Votes")
    desktop.fill("Day of the meeting", "2025-11-14", dialog)
    for person in people:
        for column, count in [("For", "5"), ("Against", "1"), ("Abstained", "1"), ("Spoilt", "0")]:
            desktop.fill(f"{person['name']} {column}", count, dialog)
    desktop.press("Save", dialog)
    desktop.gone("Enter the Votes")
    desktop.wait(lambda: len(college.ok("title", "result", ROUND)["passed"]) == len(people), "the votes")
    say("the votes are entered")


def save_form(desktop, path, item):
    choose_in_menu(desktop, "Forms", item)
    desktop.save_as("Save the Form", path)
    desktop.wait(lambda: path.exists() and path.read_bytes()[:2] == b"PK", f"the form {path.name}")


def appoint(desktop, college):
    """Who could rise at once is appointed: opened, decided, in the register."""
    person = next(p for p in college.ok("appoint", "rise", "--on", "2025-12-15")["people"] if p["fits"])
    name = college.ok("people", "show", person["staff_no"], "--on", "2025-12-15")["name"]
    as_of(desktop, "2025-12-15")
    show_list(desktop, "Could rise")
    choose_row(desktop, name, person["staff_no"], "Open Case…")
    desktop.press("Open Case…")
    dialog = desktop.dialog("Open an Appointment")
    desktop.says("^✓ rise", dialog)
    desktop.press("Open", dialog)
    desktop.gone("Open an Appointment")
    opened = desktop.wait(lambda: next((c for c in college.ok("appoint", "list", "--state", "open")["cases"]
                                        if c["staff_no"] == person["staff_no"]), None), "the case")
    show_list(desktop, "Appointments")
    choose_row(desktop, name, person["staff_no"], "Decide…")
    desktop.press("Decide…")
    dialog = desktop.dialog("Decide")
    desktop.fill("Number of the document (文号)", "W9", dialog)
    desktop.press("Decide", dialog)
    desktop.gone("Decide")
    desktop.wait(lambda: any(c["case"] == opened["case"] for c in college.ok("appoint", "list", "--state", "decided")["cases"]),
                 "the decision")
    shown = college.ok("people", "show", person["staff_no"], "--on", "2025-12-31")
    assert person["to"] in str(shown), shown
    say(f"{person['staff_no']} rises to {person['to']}")


@case("/desk/ui/round-of-titles")
def walk_round():
    with demo(people=60) as college:
        with Desktop(SHIZI, college.db, settings=FILLS_SCREEN) as desktop:
            go(desktop, "Posts and Titles")
            approve_plan(desktop, college)
            show_list(desktop, "Round")
            make_round(desktop, college)
            step(desktop, college, "开始申报", "open", "2025-10-09")
            people = find_applicants(college)
            import_sheet(desktop, college, "title-batch", college.write("applications.csv", "批次,工号,申报职称,途径\n" + "".join(
                f"{ROUND},{p['staff_no']},{p['target']},正常\n" for p in people)), len(people))
            step(desktop, college, "截止", "closed", "2025-11-01")
            for person in people:
                choose_row(desktop, person["name"], person["staff_no"])
                choose_in_menu(desktop, "Decide", "Recommend")
                desktop.wait(lambda n=people.index(person) + 1:
                             college.ok("title", "batch", "show", ROUND)["recommended"] == n, f"{person['name']} is recommended")
            say(f"{len(people)} are recommended")
            step(desktop, college, "推荐", "recommended", "2025-11-05")
            step(desktop, college, "推荐公示", "announced", "2025-11-06")
            import_sheet(desktop, college, "panel", college.write("panel.csv", "批次,姓名,身份证号,单位,职称,职务\n" + "".join(
                f"{ROUND},评委{chr(0x4e00 + n)},,某技师学院,正高级讲师,{'主任委员' if n == 0 else '委员'}\n"
                for n in range(MEMBERS))), MEMBERS)
            vote(desktop, college, people)
            step(desktop, college, "评审", "reviewed", "2025-11-15")
            step(desktop, college, "结果公示", "published", "2025-11-17")
            save_form(desktop, college.folder / "F14.xlsx", "F14 Who passed")
            step(desktop, college, "办结", "done", "2025-12-01")
            for person in people:
                shown = college.ok("people", "show", person["staff_no"], "--on", "2026-01-01")
                assert person["target"] in str(shown), shown
            appoint(desktop, college)
            path = college.folder / "F15.xlsx"
            desktop.press("Save F15…")
            desktop.save_as("Save the Form", path)
            desktop.wait(lambda: path.exists() and path.read_bytes()[:2] == b"PK", "the form F15")
            desktop.quit()
        college.ok("verify")


if __name__ == "__main__":
    if shutil.which("xdotool") is None:
        print("1..0 # skipped: xdotool is missing")
        sys.exit(0)
    sys.exit(main(sys.argv[3:]))
