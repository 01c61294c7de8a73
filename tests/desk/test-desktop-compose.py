#!/usr/bin/env python3
"""test-desktop-compose.py — Chinese is typed with an input method: while a word is being composed, its keys are no shortcuts.

ibus with the table engine of Wubi (五笔): g is 一; Escape gives a composition up, Return takes its letters, arrows and
figures choose from its candidates.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
from tap import case, main  # noqa: E402
from clerk import FILLS_SCREEN, SHIZI, demo  # noqa: E402
from desktop import Desktop, Atspi, Role, is_on, key, rows, text_of, wait, walk  # noqa: E402

ENGINE = "table:wubi-jidian86"
TABLE = Path("/usr/share/ibus-table/tables/wubi-jidian86.db")
MODULE = "gtk-4.0/4.0.0/immodules/libim-ibus.so"


class InputMethod:
    """A daemon of its own, with nothing but the engine."""

    def __init__(self):
        self.home = Path(tempfile.mkdtemp(prefix="shizi-ibus-"))
        self.env = dict(os.environ, HOME=str(self.home), XDG_CONFIG_HOME=str(self.home), XDG_CACHE_HOME=str(self.home),
                        XDG_DATA_HOME=str(self.home), GSETTINGS_BACKEND="memory")

    def ask(self, *words):
        return subprocess.run(["ibus", *words], env=self.env, capture_output=True, text=True, check=False).stdout.strip()

    def __enter__(self):
        self.log = open(self.home / "log", "wb")
        self.daemon = subprocess.Popen(["ibus-daemon", "--panel=disable", "--emoji-extension=disable"], env=self.env,
                                       stdout=self.log, stderr=self.log)
        self.address = wait(lambda: self.ask("address") if "unix:" in self.ask("address") else None, "the input method's address")
        os.environ.update(GTK_IM_MODULE="ibus", IBUS_ADDRESS=self.address, IBUS_ENABLE_SYNC_MODE="1")
        self.choose()
        return self

    def choose(self):
        def chosen():
            self.ask("engine", ENGINE)
            return self.ask("engine") == ENGINE
        wait(chosen, f"the engine {ENGINE}")

    def __exit__(self, *_):
        for name in ("GTK_IM_MODULE", "IBUS_ADDRESS", "IBUS_ENABLE_SYNC_MODE"):
            os.environ.pop(name, None)
        self.daemon.terminate()
        self.daemon.wait()
        self.log.close()
        shutil.rmtree(self.home, ignore_errors=True)


def focused(desktop, within=None):
    return next((node for node in walk(within or desktop.window) if is_on(node, Atspi.StateType.FOCUSED)
                 and node.get_role() in (Role.TEXT, Role.ENTRY)), None)


@case("/desk/ui/compose-chinese")
def compose():
    with InputMethod() as method, demo() as college, Desktop(SHIZI, college.db, settings=FILLS_SCREEN) as desktop:
        person = college.ok("people", "find", "1001")["people"][0]
        number, name = person["staff_no"], person["name"]
        desktop.says(r"^\d+ people")
        search = desktop.find((Role.TEXT, Role.ENTRY), "Search")
        key("ctrl+f")
        desktop.wait(lambda: focused(desktop), "the search to have the keyboard")
        method.choose()
        Atspi.EditableText.set_text_contents(search, number)
        desktop.wait(lambda: [row[:2] for row in rows(desktop.table())] == [[number, name]], "the one row")
        key("End", "g", "Escape")         # gives the composition up, not the search
        key("g", "Down", "Up", "Escape")  # the candidates are walked, not the list
        key("g", "space")
        desktop.wait(lambda: text_of(search) == number + "一", f"一 behind {number}")
        key("g", "1")                     # a figure chooses
        desktop.wait(lambda: text_of(search) == number + "一一", "the second 一")
        assert is_on(search, Atspi.StateType.FOCUSED), "a key went to something else"
        key("ctrl+a", "BackSpace")
        desktop.quit()


@case("/desk/ui/compose-chinese-in-dialog")
def compose_in_dialog():
    """Return takes the letters and does not save, Escape gives them up and does not close."""
    with InputMethod() as method, Desktop(SHIZI, settings=FILLS_SCREEN) as desktop:
        desktop.find(Role.PUSH_BUTTON, "New College…")
        key("ctrl+n")
        dialog = desktop.dialog("New College")
        entry = desktop.find((Role.TEXT, Role.ENTRY), None, dialog)
        method.choose()
        key("ctrl+a", "g", "space", "g", "Escape", "g", "Return")
        desktop.wait(lambda: text_of(entry) == "一g", "一 and the letter that Return took")
        assert desktop.is_seen("New College"), "Return saved, or Escape closed, what was being composed"
        key("Escape")
        desktop.gone("New College")
        desktop.quit()


if __name__ == "__main__":
    library = subprocess.run(["pkg-config", "--variable=libdir", "gtk4"], capture_output=True, text=True, check=False).stdout.strip()
    missing = [what for what, there in (("ibus", shutil.which("ibus-daemon")), ("ibus-table-wubi", TABLE.exists()),
                                        ("ibus-gtk4", (Path(library or "/usr/lib") / MODULE).exists()),
                                        ("xdotool", shutil.which("xdotool"))) if not there]
    if missing:
        print(f"1..0 # skipped: {', '.join(missing)} missing")
        sys.exit(0)
    sys.exit(main(sys.argv[3:]))
