#!/usr/bin/env python3
"""test-desktop-again.py — what is looked at a second time: a run beside another one, the register as of another
day, the desk as it was left.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import re
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
from tap import SAMPLES, College, case, main, with_check_digit  # noqa: E402
from clerk import FILLS_SCREEN, SHIZI, as_of, demo, go, kept, say  # noqa: E402
from desktop import (BUTTONS, TABLE_ROWS, Atspi, Desktop, Role, children, is_on, key, paste, rows, type_text,  # noqa: E402
                     walk)


def place_of(node):
    """x, y, width and height in the window."""
    extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return extents.x, extents.y, extents.width, extents.height


def xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], capture_output=True, check=True, text=True).stdout


def window_of(desktop):
    """Its number at the X server, and how wide the shadow around it is."""
    window = xdotool("search", "--onlyvisible", "--pid", desktop.process.pid, "--name", ".").split()[0]
    width = int(re.search(r"^WIDTH=(\d+)$", xdotool("getwindowgeometry", "--shell", window), re.M)[1])
    return window, (width - place_of(desktop.window)[2]) // 2


def mouse(desktop, *steps):
    """Moves in the main window, each (x, y) followed by what the button does there."""
    window, shadow = window_of(desktop)
    for x, y, *doing in steps:
        xdotool("mousemove", "--window", window, x + shadow, y + shadow, *doing)


# ---- two runs ----

def second_scheme(folder):
    """The pool is the same; other shares make some gain what others lose."""
    scheme = json.loads((SAMPLES / "scheme.json").read_text("utf-8"))
    scheme["name"] += "（二稿）"
    scheme["components"][0]["ratio"] = "0.1000"
    scheme["coefficients"]["post"]["副高级"] = "1.2500"
    path = folder / "other.json"
    path.write_text(json.dumps(scheme, ensure_ascii=False), "utf-8")
    return path


def totals(college, run):
    return {person["staff_no"]: Decimal(str(person["total"])) for person in college.ok("pay", "show", run)["people"]}


def amount(text):
    return Decimal(text.replace(",", "").replace("−", "-").replace("+", ""))


def choose_other(desktop):
    """Opens the tab and takes the one other run."""
    desktop.find(None, "Compare", desktop.window)
    tab = desktop.find(Role.PAGE_TAB, "Compare")
    Atspi.Action.do_action(tab, 0)
    choice = desktop.find(Role.COMBO_BOX, "Compare with…")
    button = desktop.find(BUTTONS, None, choice)
    Atspi.Action.do_action(button, 0)
    desktop.says("^1 · ", choice)
    key("Down", "Return")


@case("/desk/ui/compare-two-runs")
def compare_runs():
    """Issue 3: compare: who gains, who loses, from person to person; what one gains others lose."""
    with demo(run=True) as college, Desktop(SHIZI, college.db, settings=FILLS_SCREEN) as desktop:
        desktop.says(r"^\d+ people")
        go(desktop, "Performance Pay")
        desktop.press("Open Scheme…")
        desktop.open_file("Open a Scheme", second_scheme(college.folder))
        desktop.press("Compute")
        kept(desktop, college, 2)
        desktop.says("（二稿）$", desktop.find(Role.LIST, "Pay runs", desktop.window))
        before, after = totals(college, 1), totals(college, 2)
        moved = {number: after[number] - before[number] for number in after}
        choose_other(desktop)
        words = desktop.says(r"\d+ gain .* lose .* unchanged$")
        told = re.fullmatch(r"(\d+) gain (\S+) · (\d+) lose (\S+) · (\d+) unchanged", words)
        gain, lose = amount(told[2]), amount(told[4])
        say(words)
        assert gain > 0 and gain + lose == 0, words
        assert gain == sum(value for value in moved.values() if value > 0), (words, moved)
        assert [int(told[1]), int(told[3]), int(told[5])] == [
            sum(value > 0 for value in moved.values()), sum(value < 0 for value in moved.values()),
            sum(value == 0 for value in moved.values())], words
        shown = desktop.wait(lambda: people_of(desktop, moved), "the people with their differences")
        for number, difference in shown.items():
            assert difference == moved[number], (number, difference, moved[number])
        desktop.quit()


def people_of(desktop, moved):
    """Differences by 工号 of the table of people that is shown."""
    for node in walk(desktop.window):
        if node.get_role() != Role.LIST or node.get_name() != TABLE_ROWS:
            continue
        found = [row for row in rows(node, 10) if len(row) == 6 and row[0] in moved]
        if found and all(re.fullmatch(r"[+−-]?[\d,]+\.\d\d", row[2]) for row in found):
            return {row[0]: amount(row[2]) for row in found}
    return None


# ---- another day ----

PEOPLE = """工号,姓名,身份证号,部门,人员类别,来校日期,离校日期,在职状态
1001,王伟,{a},机械工程系,在编,2010-07-01,,
1002,欧阳娜娜,{b},电气工程系,在编,2024-09-01,,
1003,曾强,{c},机械工程系,在编,2012-09-01,2023-06-30,离职
"""


def names_of(desktop):
    return [row[1] for row in rows(desktop.table())]


def shows(desktop, *names):
    desktop.wait(lambda: sorted(names_of(desktop)) == sorted(names), f"the rows of {names}")


@case("/desk/ui/search-and-day")
def search_and_day():
    """RULE ppl-6, ppl-7: one finds people by characters, pinyin, initials, number; and sees those of any day."""
    with College() as college:
        numbers = {letter: with_check_digit(f"3701021980010100{index}") for index, letter in enumerate("abc", 1)}
        college.ok("import", "people", college.write("people.csv", PEOPLE.format(**numbers)))
        with Desktop(SHIZI, college.db, settings=FILLS_SCREEN) as desktop:
            desktop.says(r"^2 people")
            shows(desktop, "王伟", "欧阳娜娜")
            for letters, name in (("oynn", "欧阳娜娜"), ("wangwei", "王伟"), ("1002", "欧阳娜娜")):
                key("ctrl+f", "ctrl+a")
                type_text(letters)
                shows(desktop, name)
            key("ctrl+f", "ctrl+a")
            paste("娜娜")
            shows(desktop, "欧阳娜娜")
            key("Escape")
            shows(desktop, "王伟", "欧阳娜娜")
            as_of(desktop, "2020-01-01")
            shows(desktop, "王伟", "曾强")
            say("曾 is zeng in a name")
            key("ctrl+f")
            type_text("zq")
            shows(desktop, "曾强")
            key("Escape")
            as_of(desktop, "2011-01-01")
            shows(desktop, "王伟")
            as_of(desktop, "2023-06-30")
            shows(desktop, "王伟", "曾强")
            as_of(desktop, "2023-07-01")
            shows(desktop, "王伟")
            desktop.quit()


# ---- as it was left ----

def headings(desktop):
    """Names, places and widths of the columns, from left to right."""
    found = []
    for node in walk(desktop.window):
        if node.get_name() == "GtkColumnViewTitle":
            label = next(inner for inner in walk(node) if inner.get_role() == Role.LABEL)
            x, y, width, height = place_of(node)
            found.append((label.get_name(), x, y, width, height))
    return sorted(found, key=lambda heading: heading[1])


def widths_of(desktop):
    return [(name, width) for name, _, _, width, _ in headings(desktop)]


def heading_of(desktop, name):
    return next(heading for heading in headings(desktop) if heading[0].startswith(name))


def middle(heading):
    _, x, y, width, height = heading
    return x + width // 2, y + height // 2


def widen(desktop, name):
    """Drags the edge of a column to the right."""
    _, x, y, width, height = heading_of(desktop, name)
    before = widths_of(desktop)
    edge, line = x + width + 8, y + height // 2
    mouse(desktop, (edge, line, "mousedown", "1"), (edge + 20, line), (edge + 60, line), (edge + 60, line, "mouseup", "1"))
    desktop.wait(lambda: dict(widths_of(desktop))[name] > dict(before)[name] + 30, f"a wider column {name}")


def move_before(desktop, name, other):
    """Drags a heading to the place of another one."""
    x, y = middle(heading_of(desktop, name))
    to = heading_of(desktop, other)[1] + 4
    steps = [(x + (to - x) * step // 8, y) for step in range(1, 9)]
    mouse(desktop, (x, y, "mousedown", "1"), *steps, (to, y, "mouseup", "1"))

    def moved():
        names = [heading[0] for heading in headings(desktop)]
        return names.index(name) < names.index(other)
    desktop.wait(moved, f"{name} before {other}")


def sort_by(desktop, name):
    """A click on the heading."""
    before = rows(desktop.table())
    mouse(desktop, (*middle(heading_of(desktop, name)), "click", "1"))
    desktop.wait(lambda: rows(desktop.table()) != before, f"another order by {name}")


def tables_of(desktop):
    """The first rows of every table, those of pages behind the one that is shown too."""
    return [rows(node) for node in walk(desktop.window)
            if node.get_role() == Role.LIST and node.get_name() == TABLE_ROWS]


def size_of(desktop):
    return place_of(desktop.window)[2:]


@case("/desk/ui/reopened-as-left")
def reopened():
    """Issue 3: college, page, geometry, widths, order and sorting of the columns are there again; Recent lists the others."""
    with demo() as first, demo(people=20) as second, Desktop(SHIZI, first.db) as desktop:
        go(desktop, "People")
        desktop.says(r"^\d+ people")
        empty = size_of(desktop)
        xdotool("windowsize", window_of(desktop)[0], 1300, 700)
        desktop.wait(lambda: size_of(desktop) != empty, "another size")
        widen(desktop, "Name")
        move_before(desktop, "Department", "Sex")
        sort_by(desktop, "Post")
        sort_by(desktop, "Post")
        left = size_of(desktop), widths_of(desktop), rows(desktop.table())
        desktop.quit()
        say("the same again, without a word of which college")
        desktop.start()
        desktop.says(r"^\d+ people")
        desktop.wait(lambda: (size_of(desktop), widths_of(desktop), rows(desktop.table())) == left,
                     f"the desk as it was left: {left}")
        go(desktop, "Performance Pay")
        desktop.find(Role.PUSH_BUTTON, "Open Scheme…")
        desktop.quit()
        say("the page; another college, and the first by the menu")
        desktop.start(second.db)
        desktop.find(Role.PUSH_BUTTON, "Open Scheme…")
        go(desktop, "People")
        desktop.says(r"^(1?\d|20) people")
        open_recent(desktop, str(first.db))
        desktop.wait(lambda: left[2] in tables_of(desktop), "the rows of the first college")
        desktop.quit()
        desktop.start()
        desktop.wait(lambda: left[2] in tables_of(desktop), "the first college again")
        desktop.quit()
        say("one that went away is not replaced unasked")
        first.db.rename(first.folder / "elsewhere.db")
        desktop.start()
        desktop.find(Role.PUSH_BUTTON, "New College…")
        desktop.quit()


def open_recent(desktop, path):
    key("F10")
    desktop.press("Open Recent", role=Role.MENU_ITEM)
    # Two files of one name: with their folders.
    desktop.press(path, role=Role.MENU_ITEM)


if __name__ == "__main__":
    if shutil.which("xdotool") is None:
        print("1..0 # skipped: xdotool is missing")
        sys.exit(0)
    sys.exit(main(sys.argv[3:]))
