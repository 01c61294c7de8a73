"""clerk.py — what a clerk does on every page: choosing a duty, a form, a person; and a college to do it in.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
from tap import SAMPLES, College  # noqa: E402
from desktop import BUTTONS, Atspi, Impatient, Role, children, is_on, key, paste, rows, text_of, type_text, walk  # noqa: E402

SHIZI = sys.argv[2]
FILLS_SCREEN = "window-size=(1366, 768)\n"


def say(text):
    print("#", text, flush=True)


class Keyboard:
    """Counts what is pressed; a text counts as one."""

    def __init__(self):
        self.presses = 0

    def press(self, *combinations):
        self.presses += len(combinations)
        key(*combinations)

    def write(self, text):
        self.presses += 1
        type_text(text)

    def paste(self, text):
        """Typed, as people do it; here it is pasted."""
        self.presses += 1
        paste(text)


def college_at(path):
    """The command line on a college that the window has open."""
    college = College(init=False)
    college.db = path
    return college


def demo(people=40, run=False):
    college = College(establishment=people)
    college.ok("demo", "--people", people, "--year", 2025)
    if run:
        college.ok("pay", "compute", "--scheme", SAMPLES / "scheme.json")
    return college


def go(desktop, duty):
    """Chooses a duty of the sidebar."""
    duties = desktop.find(Role.LIST, "Duties", desktop.window)

    def chosen():
        for index, row in enumerate(children(duties)):
            if row.get_name() == duty:
                return Atspi.Selection.select_child(duties, index)
        return False
    desktop.wait(chosen, f"the duty {duty!r}")


def choose_form(desktop, title):
    forms = desktop.find(Role.LIST, "Forms", desktop.window)

    def chosen():
        for index, row in enumerate(children(forms)):
            if row.get_name() == title:
                return Atspi.Selection.select_child(forms, index)
        return False
    desktop.wait(chosen, f"the form {title!r}")


def as_of(desktop, day):
    button = desktop.find(Role.PUSH_BUTTON, re.compile("^As of "))
    inner = next(node for node in walk(button) if node.get_role() in BUTTONS and node is not button)
    Atspi.Action.do_action(inner, 0)
    desktop.fill("As of", day)
    key("Return")
    desktop.says(rf"^As of {day}$")


def find_person(desktop, letters, number, name):
    """Ctrl+F, the initials: one row is left, and it is chosen."""
    key("ctrl+f")
    type_text(letters)
    desktop.wait(lambda: [row[:2] for row in rows(desktop.table())] == [[number, name]],
                 f"the one row of {letters}")
    Atspi.Selection.select_child(desktop.table(), 0)
    desktop.says(rf"^{number} · ")


def kept(desktop, college, run):
    """The run that was computed, when it is in the database; its toast may be gone before anybody looked."""
    desktop.wait(lambda: college.run("pay", "show", run).code == 0, f"run {run}")
    return college.ok("pay", "show", run)


def import_sheet(desktop, college, kind, path, count):
    """From Ctrl+I to the sheet in the database, step by step."""
    say(f"import {path.name}")
    before = len(college.ok("imports")["imports"])
    key("ctrl+i")
    dialog = desktop.dialog("Import")
    desktop.press("Choose File…", dialog)
    desktop.open_file("Import a Sheet", path)
    for heading in ("Columns", "Check", "Preview"):
        desktop.press("Next", dialog)
        desktop.wait(lambda h=heading: step_of(dialog, h), f"the step {heading}")
    desktop.press("Import", dialog)
    desktop.gone("Import")
    entries = desktop.wait(lambda: college.ok("imports")["imports"][before:], f"the import of {kind}")
    assert [entry["kind"] for entry in entries] == [kind], entries
    assert count is None or entries[0]["inserted"] == count, entries


STEPS = {"File": "1 ", "Columns": "2 ", "Check": "3 ", "Preview": "4 "}
ONWARD = re.compile(r"(Next|Import|下一步\(N\)|导入\(I\))$")


def step_of(dialog, heading):
    """Whether that step is shown and the button that leads on from it can be pressed."""
    shown = onward = False
    for node in walk(dialog):
        name = node.get_name() or ""
        if node.get_role() == Role.LABEL and name.startswith(STEPS[heading]):
            shown = shown or is_on(node, Atspi.StateType.SELECTED)
        elif node.get_role() == Role.PUSH_BUTTON and ONWARD.search(name):
            onward = is_on(node, Atspi.StateType.SENSITIVE)
    return shown and onward


def pdf_text(path):
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True,
                          text=True).stdout


def print_shown(desktop):
    """Ctrl+P, and the only printer there is: a file."""
    key("ctrl+p")
    dialog = desktop.dialog("Print")
    table = desktop.wait(lambda: desktop.table(dialog), "the printers")
    desktop.wait(lambda: table.get_child_count() > 0, "a printer")
    Atspi.Selection.select_child(table, 0)
    desktop.press("Print", dialog)


def printed(desktop):
    """The file that the printer made, when it is whole. The toast that tells of it is gone after four seconds, which a busy
    machine takes to look for it."""
    return desktop.wait(lambda: next((path for path in desktop.home.glob("*.pdf")
                                      if path.read_bytes().rstrip().endswith(b"%%EOF")), None), "the printed file")


def write_place(desktop, board, title, place, opened):
    """In the chooser that opens: Ctrl+L, the place, Return, until opened() sees it; the chooser looks at what is written while
    it is written, and a Return that comes meanwhile is lost."""
    dialog = desktop.dialog(title)
    board.press("ctrl+l")
    entry = desktop.wait(lambda: place_entry(dialog), "the place of the file")
    board.write(place)
    desktop.wait(lambda: text_of(entry).startswith(place), "the place as written")
    board.press("Return")
    again(desktop, opened, "Return", f"{place} in the chooser")


def place_entry(dialog):
    return next((node for node in walk(dialog) if node.get_role() == Role.TEXT and node.get_name() not in ("连接到服务器", "Connect to Server")
                 and is_on(node, Atspi.StateType.FOCUSED)), None)


def again(desktop, condition, keys, what):
    """Presses once more what a window that was not ready has lost; a press that was not lost ends the waiting first."""
    for _ in range(20):
        try:
            return desktop.wait(condition, what, 5)
        except Impatient:
            key(*keys.split())
    return desktop.wait(condition, what)
