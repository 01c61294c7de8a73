"""desktop.py — the real program, driven from outside: the accessibility tree, real keys, a clipboard.

Nothing sleeps for a while and hopes: everything waits for a condition, patiently.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  (the version comes first)

PATIENCE = float(os.environ.get("SHIZI_PATIENCE", "600"))
PAUSE = 0.05
Role = Atspi.Role
TABLE_ROWS = "GtkColumnListView"
# One begins among the people, and no scan comes in between, unless a walk says otherwise.
STILL = "page='people'\nscan-after=uint32 0\n"
BUTTONS = (Role.PUSH_BUTTON, Role.TOGGLE_BUTTON)


class Impatient(AssertionError):
    """What was waited for did not come."""


def wait(condition, what, patience=PATIENCE):
    """Waits until @condition gives something; trees that change while they are read are read again."""
    end = time.monotonic() + patience
    while True:
        try:
            value = condition()
        except Exception as error:  # a node that went away meanwhile
            if error.__class__.__name__ not in ("Error", "GError"):
                raise
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Impatient(f"waited {patience:.0f} s for {what}")
        time.sleep(PAUSE)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node):
    """Depth first, parents before children; the rows of tables are left out: they are many."""
    yield node
    if node.get_role() == Role.LIST and node.get_name() == TABLE_ROWS:
        return
    for child in children(node):
        yield from walk(child)


def rows(table, most=5):
    """The texts of the first rows that a table shows."""
    found = []
    for row in list(children(table))[:most]:
        found.append([node.get_name() for node in walk(row) if node.get_role() == Role.LABEL])
    return found


def matches(node, role, name):
    roles = role if isinstance(role, tuple) else (role,)
    if role is not None and node.get_role() not in roles:
        return False
    if name is None:
        return True
    found = node.get_name() or ""
    if isinstance(name, re.Pattern):
        return name.search(found) is not None
    # The name of a button with a mnemonic is "_Save Save".
    return found == name or found.endswith(" " + name)


def is_on(node, state):
    return node.get_state_set().contains(state)


def is_alive(node):
    """Whether the user could act on it: SENSITIVE is told, SHOWING is not (GTK 4.8)."""
    return is_on(node, Atspi.StateType.SENSITIVE)


def text_of(node):
    """What stands in a text; the one within a row of a form says it as its description."""
    if "Text" not in node.get_interfaces():
        return node.get_description() or ""
    count = Atspi.Text.get_character_count(node)
    return Atspi.Text.get_text(node, 0, count)


def key(*combinations):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *combinations], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", "--delay", "40", text], check=True)


def paste(text):
    """Typed Chinese loses characters on its way through X; pasted it does not."""
    subprocess.run(["xclip", "-selection", "clipboard", "-i"], input=text.encode(), check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    key("ctrl+v")


class Desktop:
    """One running program with a home of its own."""

    def __init__(self, program, *arguments, settings="", language="en"):
        self.language = language
        self.home = Path(tempfile.mkdtemp(prefix="shizi-desktop-"))
        for name in ("config", "data", "cache", "run", "Documents"):
            (self.home / name).mkdir(mode=0o700)
        folder = self.home / "config" / "glib-2.0" / "settings"
        folder.mkdir(parents=True)
        (folder / "keyfile").write_text(f"[org/shizi/Shizi]\n{STILL}{settings}", "utf-8")
        self.program = program
        self.log = open(self.home / "log", "wb")
        self.start(*arguments)

    def start(self, *arguments):
        """Starts it, again after quit(): with what it remembers."""
        self.process = subprocess.Popen([self.program, *map(str, arguments)], env=self.environment(),
                                        cwd=self.home, stdout=self.log, stderr=self.log)
        try:
            self.application = wait(self.find_application, "the program on the accessibility bus")
            self.window = wait(self.find_window, "its window")
        except BaseException as error:
            self.__exit__(type(error))
            raise

    def environment(self):
        return dict(os.environ, HOME=str(self.home), XDG_CONFIG_HOME=str(self.home / "config"),
                    XDG_DATA_HOME=str(self.home / "data"), XDG_CACHE_HOME=str(self.home / "cache"),
                    GSETTINGS_BACKEND="keyfile", LANGUAGE=self.language)

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            self.picture("failed")
            self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        if kind is not None:
            for line in (self.home / "log").read_text("utf-8", "replace").splitlines()[-30:]:
                print("#", line)
        shutil.rmtree(self.home, ignore_errors=True)

    def picture(self, name):
        """What was on the screen when it failed, where the one who looks for it says."""
        folder = os.environ.get("SHIZI_PICTURES")
        if folder:
            subprocess.run(["import", "-window", "root", str(Path(folder) / f"{name}.png")],
                           check=False)

    def complaints(self):
        """What GLib, GTK and sanitizers complained of.

        The path bar of GTK 4.8's file chooser shows its two arrows while places are being given out; on a busy machine
        they are painted before they have theirs. This one sentence is let pass.
        """
        return [line for line in (self.home / "log").read_text("utf-8", "replace").splitlines()
                if re.search(r"CRITICAL|WARNING|ERROR|runtime error", line)
                and not re.search(r"Trying to snapshot GtkButton \S+ without a current allocation$", line)]

    def quit(self):
        """Ctrl+Q, as a user leaves: it ends well and has complained of nothing."""
        key("ctrl+q")
        assert self.process.wait(PATIENCE) == 0, f"ended with {self.process.returncode}: {self.complaints()}"
        assert not self.complaints(), self.complaints()

    def find_application(self):
        assert self.process.poll() is None, f"the program ended with {self.process.returncode}"
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def find_window(self):
        return next(children(self.application), None)

    def is_seen(self, title):
        """Whether the X server shows a window of that title.

        Asked there and not on the accessibility bus: GTK 4.8 ends the program when it is asked for its windows
        while one of them is being made or taken away.
        """
        found = subprocess.run(["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid),
                                "--name", f"^{re.escape(title)}$"], capture_output=True, check=False)
        return bool(found.stdout.strip())

    def dialog(self, title):
        """A window of that title, when it is there."""
        self.wait(lambda: self.is_seen(title), f"the window {title!r}")
        return self.wait(lambda: next((node for node in children(self.application)
                                       if matches(node, None, title)), None), f"the tree of {title!r}")

    def gone(self, title):
        self.wait(lambda: not self.is_seen(title), f"the end of {title!r}")

    def wait(self, condition, what, patience=PATIENCE):
        def watch():
            assert self.process.poll() is None, f"the program ended with {self.process.returncode}"
            return condition()
        return wait(watch, what, patience)

    def look(self, role, name, within=None):
        """The first that matches, or None; in the main window unless said otherwise."""
        return next((node for node in walk(within or self.window) if matches(node, role, name)), None)

    def find(self, role, name, within=None):
        return self.wait(lambda: self.look(role, name, within), f"{role} {name!r}")

    def says(self, pattern, within=None):
        """Waits for a label whose text matches."""
        pattern = re.compile(pattern)

        def seen():
            for node in walk(within or self.window):
                if node.get_role() == Role.LABEL and pattern.search(node.get_name() or ""):
                    return node.get_name()
            return None
        return self.wait(seen, f"a label like {pattern.pattern!r}")

    def press(self, name, within=None, role=BUTTONS):
        """Presses a button as soon as it can be pressed; a menu's button has another of its name within, which is."""
        def alive():
            return next((node for node in walk(within or self.window) if matches(node, role, name) and is_alive(node)
                         and node.get_n_actions() > 0), None)
        node = self.wait(alive, f"the button {name!r}")
        Atspi.Action.do_action(node, 0)

    def fill(self, name, text, within=None):
        """Puts text into the entry of that name and reads it back."""
        def write():
            node = self.look((Role.TEXT, Role.ENTRY), name, within)
            if node is None:
                return False
            Atspi.EditableText.set_text_contents(node, text)
            return text_of(node) == text
        self.wait(write, f"the entry {name!r}")

    def save_as(self, title, path):
        """Answers the file chooser that saves: its name takes a whole path."""
        dialog = self.dialog(title)
        self.fill("Name:", str(path), dialog)
        self.press("Save", dialog)
        self.gone(title)

    def open_file(self, title, path):
        """Answers the file chooser that opens: Ctrl+L lets one write the path."""
        dialog = self.dialog(title)

        def location():
            for node in walk(dialog):
                if node.get_role() == Role.TEXT and node.get_name() != "Connect to Server":
                    return node
            key("ctrl+l")
            return None
        node = self.wait(location, "the place of the file")

        def written():
            Atspi.EditableText.set_text_contents(node, str(path))
            return text_of(node) == str(path)
        self.wait(written, "the path of the file")
        self.press("Open", dialog)
        self.gone(title)

    def table(self, within=None):
        """The rows of the table that is there."""
        return self.look(Role.LIST, TABLE_ROWS, within)

    def dump(self):
        for top in children(self.application):
            self.dump_node(top, 0)

    def dump_node(self, node, depth):
        interfaces = ",".join(node.get_interfaces())
        print("  " * depth + f"{node.get_role_name()} {node.get_name()!r} [{interfaces}]",
              "" if is_alive(node) else "(off)", file=sys.stderr)
        for child in children(node):
            self.dump_node(child, depth + 1)
