#!/usr/bin/env python3
"""test-desktop-keys.py — the main act of every duty by keyboard alone, and what a screen reader is told on the way.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
from tap import case, main, with_check_digit  # noqa: E402
from clerk import FILLS_SCREEN, SHIZI, Keyboard, demo, say  # noqa: E402
from desktop import TABLE_ROWS, Atspi, Desktop, Role, children, is_on, text_of  # noqa: E402
from keyboard import FIELDS, find_row, focused, open_dialog, stands, tab_to, told, walk_rows, write_in  # noqa: E402

State = Atspi.StateType


def at(college, page):
    return Desktop(SHIZI, college.db, settings=FILLS_SCREEN + f"page='{page}'\n")


@case("/desk/ui/probe")
def probe():
    import time
    board = Keyboard()
    page, keys = sys.argv[4], sys.argv[5:]
    with demo(40, run=True) as college, at(college, page) as desktop:
        time.sleep(1.0)
        for k in keys:
            if k.startswith("="):
                board.paste(k[1:])
            else:
                board.press(k)
            time.sleep(0.4)
            node = focused(desktop)
            say(f"{k:10} {node and told(node)} {repr(text_of(node)) if node and node.get_role() in FIELDS else ''} {[t.get_name() for t in children(desktop.application)]}")
        desktop.picture("probe")
        desktop.quit()


if __name__ == "__main__":
    if shutil.which("xdotool") is None:
        print("1..0 # skipped: xdotool is missing")
        sys.exit(0)
    sys.exit(main(sys.argv[3:4]))
