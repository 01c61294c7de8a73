"""clerk.py — what a clerk does on every page: choosing a duty, a form, a person; and a college to do it in.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
from tap import SAMPLES, College  # noqa: E402
from desktop import Atspi, Role, children, key, rows, type_text  # noqa: E402

SHIZI = sys.argv[2]
FILLS_SCREEN = "window-size=(1366, 768)\n"


def say(text):
    print("#", text, flush=True)


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
