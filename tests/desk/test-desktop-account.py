#!/usr/bin/env python3
"""test-desktop-account.py — signing in, an act that bears the account, locking, another user, what a role may not do.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
from tap import PROGRAM, College, case, main  # noqa: E402
from clerk import FILLS_SCREEN, SHIZI, demo, find_person  # noqa: E402
from desktop import BUTTONS, Desktop, Role, children, rows  # noqa: E402

MAKER = os.environ.get("SHIZI_ACCOUNTS") or str(PROGRAM.parents[2] / "tests" / "cli" / "accounts")
ACCOUNTS = [("admin", "安管理", "administrator", "correct horse battery 1"),
            ("renshi", "任人事", "personnel", "personnel battery 2"),
            ("yuan", "袁院长", "leader", "leader battery staple 4")]
PASSWORDS = {login: password for login, _, _, password in ACCOUNTS}


def by(college, login, *words):
    """An act of another account through the command line."""
    done = subprocess.run([str(PROGRAM), "--db", str(college.db), "--as", login, "--json", *map(str, words)],
                          capture_output=True, check=False, env=dict(os.environ, SHIZI_PASSWORD=PASSWORDS[login]))
    assert done.returncode == 0, (words, done.stdout, done.stderr)


def sign_in(desktop, login, password):
    desktop.find(BUTTONS, "Sign In")
    if login:
        desktop.fill("Login", login)
    desktop.fill("Password", password)
    desktop.press("Sign In")


def duties(desktop):
    """Those of the sidebar that are seen."""
    listed = desktop.find(Role.LIST, "Duties", desktop.window)
    return [row.get_name() for row in children(listed)]


def last_act(college):
    with sqlite3.connect(college.db) as db:
        return db.execute("SELECT a.kind, a.who, count(s.act_seq) FROM acts AS a LEFT JOIN act_signatures AS s"
                          " ON s.act_seq = a.seq WHERE a.refused = 0 GROUP BY a.seq ORDER BY a.seq DESC LIMIT 1").fetchone()


def lock_screen():
    """What the desktop tells everybody when its screen is locked."""
    subprocess.run(["gdbus", "emit", "--session", "--object-path", "/org/freedesktop/ScreenSaver",
                    "--signal", "org.freedesktop.ScreenSaver.ActiveChanged", "true"], check=True)


def correct(desktop, name):
    desktop.press("Correct the person…")
    dialog = desktop.dialog("Correct a Person")
    desktop.fill("Name", name, dialog)
    return dialog


@case("/desk/ui/sign-in-act-lock-refused")
def sign_in_act_lock_refused():
    """RULE acc-3, acc-4, acc-6: who signs in acts in the account's name, a lock hides all, roles hide and refuse."""
    with demo() as college:
        subprocess.run([MAKER, str(college.db), *(word for account in ACCOUNTS for word in account)], check=True,
                       capture_output=True)
        number = "1001"
        with Desktop(SHIZI, college.db, settings=FILLS_SCREEN) as desktop:
            sign_in(desktop, "renshi", "not the password 1")
            desktop.says("Login or password are wrong")
            sign_in(desktop, None, PASSWORDS["renshi"])
            desktop.says(r"^\d+ people")
            assert "People" in duties(desktop), duties(desktop)
            name = rows(desktop.table())[0][1]
            find_person(desktop, number, number, name)
            dialog = correct(desktop, "欧阳某")
            desktop.press("Save", dialog)
            desktop.gone("Correct a Person")
            desktop.wait(lambda: rows(desktop.table())[0][1] == "欧阳某", "the corrected name")
            assert last_act(college) == ("person.edit", "任人事", 1), last_act(college)
            # What is being written is out of sight while it is locked, and there again afterwards.
            correct(desktop, "欧阳又改")
            lock_screen()
            desktop.gone("Correct a Person")
            sign_in(desktop, None, PASSWORDS["renshi"])
            dialog = desktop.dialog("Correct a Person")
            # The role is taken away meanwhile: the office refuses, and says so.
            by(college, "admin", "account", "role", "renshi", "leader")
            desktop.press("Save", dialog)
            desktop.says("may not do this", dialog)
            assert last_act(college)[0] == "account.role", last_act(college)
            desktop.process.terminate()  # as it stands, with the dialog open
        with Desktop(SHIZI, college.db, settings=FILLS_SCREEN) as desktop:
            sign_in(desktop, "admin", PASSWORDS["admin"])
            desktop.wait(lambda: duties(desktop) == ["Overview", "Parameters", "Supervision"],
                         "the pages of an administrator")
            desktop.quit()
        college_check = subprocess.run([str(PROGRAM), "--db", str(college.db), "--as", "yuan", "--json", "verify"],
                                       capture_output=True, check=False,
                                       env=dict(os.environ, SHIZI_PASSWORD=PASSWORDS["yuan"]))
        assert college_check.returncode == 0, college_check.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[3:]))
