"""keyboard.py — where the keyboard is, and how it gets where it is wanted: by keys alone.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import subprocess

from clerk import again
from desktop import TABLE_ROWS, Atspi, Impatient, Role, children, is_on, matches, text_of, walk

FIELDS = (Role.TEXT, Role.ENTRY)


def walk_rows(node):
    """As walk(), with the rows of tables, which is where the keyboard is in them."""
    for found in walk(node):
        yield found
        if found.get_role() == Role.LIST and found.get_name() == TABLE_ROWS:
            yield from children(found)


def focused(desktop):
    """What has the keyboard, in whichever window."""
    for top in reversed(list(children(desktop.application))):
        for node in walk_rows(top):
            if is_on(node, Atspi.StateType.FOCUSED) and node.get_role() not in (Role.FRAME, Role.DIALOG):
                return node
    return None


def is_at(desktop, name):
    node = focused(desktop)
    return node is not None and (node.get_name() or "").startswith(name)


def tab_to(desktop, board, name, step="Tab"):
    """On with Tab until the keyboard is there."""
    for _ in range(40):
        if is_at(desktop, name):
            return
        before = focused(desktop)
        board.press(step)
        try:
            desktop.wait(lambda: focused(desktop) != before, "the keyboard elsewhere", 2)
        except Impatient:
            pass
    node = focused(desktop)
    raise AssertionError(f"no way with {step} to {name!r}: {node and (node.get_role_name(), node.get_name())}")


def open_dialog(desktop, board, keys, title):
    """A window that was not ready has lost a key: it is pressed once more."""
    board.press(*keys)
    again(desktop, lambda: desktop.is_seen(title), " ".join(keys), f"the window {title!r}")
    return desktop.dialog(title)


def save(desktop, board, title):
    """Return in a field keeps the form; the main window gets the keyboard back, as from a window manager."""
    board.press("Return")
    desktop.gone(title)
    windows = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(desktop.process.pid), "--name", "."],
                             capture_output=True, check=True, text=True).stdout.split()
    subprocess.run(["xdotool", "windowfocus", "--sync", windows[0]], check=True)


def told(node):
    """Role, name, description and what is on, as a screen reader gets them."""
    return (node.get_role_name(), node.get_name(), node.get_description(),
            [state.value_nick for state in node.get_state_set().get_states()])


def stands(desktop, role, name, *states, where=None, patience=60):
    """Waits until the keyboard is on what has that role, name, states and description."""
    seen = [None]

    def there():
        node = focused(desktop)
        seen[0] = node and told(node)
        return node if (node is not None and matches(node, role, name)
                        and all(is_on(node, state) for state in states)
                        and (where is None or re.search(where, node.get_description() or ""))) else None
    try:
        return desktop.wait(there, f"the keyboard on {role} {name!r} {where or ''}", patience)
    except Impatient as error:
        raise Impatient(f"{error}; it is on {seen[0]}") from error


def write_in(desktop, board, name, text):
    """The field that has the keyboard is that one; what stood in it gives way."""
    stands(desktop, FIELDS, name, Atspi.StateType.EDITABLE)
    board.press("ctrl+a")
    board.paste(text)
    desktop.wait(lambda: text_of(focused(desktop)) == text, f"{text} in {name}")


def find_row(desktop, board, letters, name, where="^Row 1 of "):
    """Ctrl+F, letters, ↓: the keyboard is on the row, which says its cells and its place. A ↓ that came before what was
    looked for was found is pressed once more."""
    board.press("ctrl+f", "ctrl+a")
    board.paste(letters)
    for left in range(19, -1, -1):
        board.press("Down")
        try:
            return stands(desktop, Role.TABLE_ROW, re.compile(name), Atspi.StateType.SELECTED, where=where,
                          patience=3 if left else 60)
        except Impatient:
            if not left:
                raise
            board.press("ctrl+f")
    return None
