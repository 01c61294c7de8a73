#!/usr/bin/env python3
"""test-desktop-keys.py — the main act of every duty by keyboard alone, and what a screen reader is told on the way.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
from tap import case, main, with_check_digit  # noqa: E402
from clerk import FILLS_SCREEN, SHIZI, Keyboard, as_of, demo, say  # noqa: E402
from desktop import BUTTONS, TABLE_ROWS, Atspi, Desktop, Role, children, is_on, walk  # noqa: E402
from desktop import key as press  # noqa: E402
from keyboard import FIELDS, find_row, focused, open_dialog, save, stands, tab_to, told, write_in  # noqa: E402

State = Atspi.StateType


def begin(college, page):
    return Desktop(SHIZI, college.db, settings=FILLS_SCREEN + f"page='{page}'\n")


def fill_form(desktop, board, fields):
    """From field to field with Tab, past what stands between them; each says its name and what stands in it."""
    for name, text in fields:
        tab_to(desktop, board, name)
        write_in(desktop, board, name, text)


def look_at_overview(desktop, board):
    """What is there and what is missing are buttons, and lead to their pages."""
    tab_to(desktop, board, "Roster: ")
    stands(desktop, Role.PUSH_BUTTON, "Roster: there", State.SENSITIVE)
    board.press("space")
    desktop.says(r"^40 people")


def correct_person(desktop, college, board):
    row = find_row(desktop, board, "1001", "^1001, ", "^Row 1 of 1$")
    assert is_on(row, State.SELECTED), told(row)
    open_dialog(desktop, board, ["Return"], "Correct a Person")
    stands(desktop, FIELDS, "Staff number", where="^1001$")
    fill_form(desktop, board, [("Name", "吴春军")])
    save(desktop, board, "Correct a Person")
    stands(desktop, Role.TABLE_ROW, re.compile("^1001, 吴春军, "), State.SELECTED)
    assert college.ok("people", "show", "1001")["name"] == "吴春军"


def add_places(desktop, college, board):
    title = "Change of the Establishment"
    open_dialog(desktop, board, ["alt+a"], title)
    stands(desktop, FIELDS, "Change", State.EDITABLE, where="^核增$")
    fill_form(desktop, board, [("Number", "2"), ("From", "2026-01-01"), ("Number of the document (文号)", "W9")])
    save(desktop, board, title)
    rows = desktop.wait(lambda: [row for row in college.ok("establishment", "list")["rows"] if row["document"] == "W9"],
                        "the row of the ledger")
    assert rows[0]["number"] == 2 and rows[0]["date"] == "2026-01-01", rows


def open_case(desktop, college, board):
    title = "New Part-Time Teacher"
    open_dialog(desktop, board, ["alt+n"], title)
    fill_form(desktop, board, [("Name", "欧阳海"), ("ID number", with_check_digit("37010219800101001")),
                               ("From", "2026-09-01"), ("To", "2027-01-31")])
    save(desktop, board, title)
    desktop.wait(lambda: "欧阳海" in college.run("parttime", "list").out, "the case")


@case("/desk/ui/people-and-places-by-keys")
def people_and_places():
    """Overview, people, establishment, part-time teachers."""
    board = Keyboard()
    with demo(40) as college:
        with begin(college, "overview") as desktop:
            look_at_overview(desktop, board)
            correct_person(desktop, college, board)
            to_duty(desktop, board, "Establishment")
            add_places(desktop, college, board)
            to_duty(desktop, board, "Part-Time Teachers")
            open_case(desktop, college, board)
            desktop.quit()
        assert college.ok("verify")["sound"] is True
    say(f"{board.presses} keys")


def to_duty(desktop, board, name):
    """Ctrl+F is beside the sidebar; there the arrows go from duty to duty, and each says its name and whether it is shown."""
    board.press("ctrl+f")
    stands(desktop, Role.ENTRY, "Search", State.EDITABLE)
    duties = [row.get_name() for row in children(desktop.look(Role.LIST, "Duties"))]
    for _ in range(6):
        if focused(desktop).get_role() == Role.LIST_ITEM:
            break
        board.press("shift+Tab")
    for _ in duties:
        at = duties.index(focused(desktop).get_name())
        if at == duties.index(name):
            break
        step = 1 if at < duties.index(name) else -1
        board.press("Down" if step > 0 else "Up")
        stands(desktop, Role.LIST_ITEM, duties[at + step], State.SELECTED)
    stands(desktop, Role.LIST_ITEM, name, State.SELECTED)


def copy_hours(desktop, board):
    """The hours of one teacher, and Ctrl+C for a letter about them."""
    row = find_row(desktop, board, "1001", ", 1001, ", "^Row 1 of 3$")
    cells = row.get_name().split(", ")
    board.press("ctrl+c")

    def copied():
        found = subprocess.run(["xclip", "-selection", "clipboard", "-o", "-t", "UTF8_STRING"], capture_output=True, text=True, check=False)
        return cells[2] in found.stdout
    desktop.wait(copied, "the row in the clipboard")


def form_of_year(desktop, board):
    """The lines of the year as a form, with the letter of its button."""
    board.press("alt+l")
    desktop.says(r"^Page 1 of \d+$")
    tab_to(desktop, board, "绩效工资总量执行台账")
    stands(desktop, Role.LIST_ITEM, "绩效工资总量执行台账", State.SELECTED)


def add_leave(desktop, college, board):
    open_dialog(desktop, board, ["alt+a"], "Add a Leave")
    fill_form(desktop, board, [("Staff no.", "1001"), ("Kind", "病假"), ("First day", "2026-03-02"),
                               ("Last day", "2026-03-13"), ("First day back", "2026-03-16")])
    save(desktop, board, "Add a Leave")
    find_row(desktop, board, "吴春俊", "吴春俊.*病假.*2026-03-02", "^Row 1 of 1$")


@case("/desk/ui/hours-and-pay-by-keys")
def hours_and_pay():
    """Workload, the year's total, leave."""
    board = Keyboard()
    with demo(40, run=True) as college:
        college.ok("import", "pay-ledger", college.write(
            "账.csv", "年度,月份,科目,金额\n2025,0,核定总量,900000.00\n2026,0,核定总量,900000.00\n"
            "2026,1,基础性绩效,30000.00\n"))
        with begin(college, "workload") as desktop:
            as_of(desktop, "2026-06-30")
            copy_hours(desktop, board)
            to_duty(desktop, board, "Leave")
            add_leave(desktop, college, board)
            to_duty(desktop, board, "Year's Total")
            form_of_year(desktop, board)
            desktop.quit()
        assert college.ok("verify")["sound"] is True
    say(f"{board.presses} keys")


def set_goal(desktop, college, board):
    tab_to(desktop, board, "年招生人数")
    stands(desktop, Role.LIST_ITEM, re.compile("^年招生人数"), State.SELECTED)
    board.press("Down")
    stands(desktop, Role.LIST_ITEM, re.compile("^全日制在校生规模"), State.SELECTED)
    tab_to(desktop, board, "Allotted number")
    fill_form(desktop, board, [("Allotted number", "5000"), ("Office (责任处室)", "学生处"),
                               ("Number of the document (文号)", "W1")])
    board.press("ctrl+Return")
    desktop.wait(lambda: any(one["id"] == "students" and one["goal"] == 5000
                             for one in college.ok("targets", "--year", "2025")["targets"]), "the goal")


def new_value(desktop, college, board):
    find_row(desktop, board, "new course", "^", "^Row 1 of")
    open_dialog(desktop, board, ["Return"], "New Value")
    fill_form(desktop, board, [("Value", "1.3"), ("In force from, as 2026-01-01", "2026-01-01"),
                               ("Number of the document (文号)", "W2")])
    save(desktop, board, "New Value")
    desktop.wait(lambda: any(one["key"] == "load.new" and one["value"] in ("1.3", 1.3)
                             for one in college.ok("param", "list", "--on", "2026-06-01")["params"]), "the value")


def add_department(desktop, college, board):
    open_dialog(desktop, board, ["alt+a"], "部门")
    fill_form(desktop, board, [("部门", "心理健康中心"), ("序号", "99")])
    save(desktop, board, "部门")
    row = find_row(desktop, board, "心理健康中心", "^心理健康中心, 99", "^Row 1 of 1$")
    assert is_on(row, State.SELECTED), told(row)
    assert any("心理健康中心" in str(one) for one in college.ok("register", "departments")["rows"])


def answer_finding(desktop, college, board):
    board.press("alt+s")
    items = desktop.wait(lambda: college.ok("findings")["items"], "what the scan found")
    desktop.says(r"^\d+ findings")
    board.press("ctrl+f", "Down")
    row = stands(desktop, Role.TABLE_ROW, re.compile(r"^\d+, "), State.SELECTED, where=rf"^Row 1 of {len(items)}$")
    number = int(row.get_name().split(",")[0])
    board.press("a")
    fill_form(desktop, board, [("Answer", "已督促责任处室限期归档"), ("Evidence: file or number", "督办单第3号")])
    board.press("ctrl+Return")
    desktop.wait(lambda: college.ok("findings", "show", number)["state"] == "answered", "the answer")


@case("/desk/ui/watching-by-keys")
def watching():
    """Targets, parameters, registers, supervision."""
    board = Keyboard()
    with demo(40) as college:
        with begin(college, "targets") as desktop:
            as_of(desktop, "2025-12-31")
            set_goal(desktop, college, board)
            desktop.quit()
        for page, act in (("params", new_value), ("registers", add_department), ("supervision", answer_finding)):
            with begin(college, page) as desktop:
                act(desktop, college, board)
                desktop.quit()
        assert college.ok("verify")["sound"] is True
    say(f"{board.presses} keys")


# How many lists Ctrl and a figure go to, on pages with more than one.
LISTS = {"Establishment": 4, "Part-Time Teachers": 4, "Posts and Titles": 5, "Workload": 3, "Leave": 2, "Supervision": 5}
CONTROLS = (*BUTTONS, *FIELDS, Role.CHECK_BOX, Role.COMBO_BOX, Role.LIST, Role.LIST_ITEM, Role.PAGE_TAB, Role.SPIN_BUTTON,
            Role.TABLE_ROW, Role.IMAGE, Role.LABEL, Role.SLIDER)
CLASS = re.compile(r"^(Gtk|Adw|Sz)[A-Z]|^$|_\w.* ")


def is_seen(node):
    """What was never shown has no size; what GTK keeps for rows to come is not shown either."""
    size = Atspi.Component.get_size(node)
    return size.x > 0 and size.y > 0


def look_through(node, within, faults, names):
    """Every control below @node: a name, a role, and in one place no two buttons that say the same."""
    role = node.get_role()
    if role in (Role.LABEL, Role.SCROLL_BAR, Role.SEPARATOR) and not node.get_child_count():
        return
    if node.get_name() == TABLE_ROWS:
        return
    if "Component" not in node.get_interfaces():   # a page of a stack
        within = [*within, f"{len(names)} {node.get_name()}"]
    elif role not in (Role.SCROLL_PANE, Role.TABLE_ROW) and is_on(node, State.FOCUSABLE):
        name = node.get_name() or ""
        if (CLASS.search(name) or role not in CONTROLS and name != "Width of the panes") and is_seen(node):
            faults.append((role.value_nick, name, node.get_description(), within[-1:]))
        if role in BUTTONS and is_on(node, State.SENSITIVE) and is_seen(node):
            key_of = (tuple(within), name, node.get_description())
            names[key_of] = names.get(key_of, 0) + 1
    inner = node if role not in BUTTONS or not is_on(node, State.FOCUSABLE) else None
    for child in children(inner) if inner else ():
        look_through(child, within, faults, names)


@case("/desk/ui/names-of-everything")
def names_of_everything():
    """Every control of every page and list that takes the keyboard says what it is."""
    faults, names = [], {}
    with demo(40, run=True) as college, begin(college, "overview") as desktop:
        duties = desktop.find(Role.LIST, "Duties")
        for index, row in enumerate(children(duties)):
            Atspi.Selection.select_child(duties, index)
            desktop.wait(lambda r=row: is_on(r, State.SELECTED), "the page")
            for number in range(LISTS.get(row.get_name(), 1), 0, -1):
                press(f"ctrl+{number}")
        # The page of each is there when its list has answered.
        desktop.wait(lambda: len([1 for node in walk(desktop.window) if node.get_role() == Role.TREE_TABLE]) > 20, "the lists")
        look_through(desktop.window, [], faults, names)
        assert len(names) > 150, len(names)
        twice = [entry for entry, count in names.items() if count > 1]
        assert not faults and not twice, "\n".join(map(str, [*faults, "twice:", *twice]))
        say(f"{len(names)} buttons")
        desktop.quit()


if __name__ == "__main__":
    if shutil.which("xdotool") is None:
        print("1..0 # skipped: xdotool is missing")
        sys.exit(0)
    sys.exit(main(sys.argv[3:]))
