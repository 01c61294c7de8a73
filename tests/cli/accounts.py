"""accounts.py — a college in which one has to sign in, one account a role.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sqlite3
import subprocess

from tap import PROGRAM, College

MAKER = os.environ.get("SHIZI_ACCOUNTS") or str(PROGRAM.parents[2] / "tests" / "cli" / "accounts")
ADMIN = ("admin", "安管理", "administrator", "correct horse battery 1")
STAFF = [("renshi", "任人事", "personnel", "personnel battery 2"), ("caiwu", "蔡财务", "finance", "finance battery staple 3"),
         ("yuan", "袁院长", "leader", "leader battery staple 4"), ("jiwei", "纪监督", "supervisor", "supervisor battery 5")]
PASSWORDS = {login: password for login, _, _, password in [ADMIN, *STAFF]}


class Accounts(College):
    """A college in which one has to sign in; passwords are cheap to check (see accounts.c)."""

    def __init__(self, accounts=(ADMIN, *STAFF)):
        super().__init__(init=False)
        made = subprocess.run([MAKER, str(self.db), *(word for account in accounts for word in account)], capture_output=True,
                              check=False, text=True)
        assert made.returncode == 0, made.stderr
        self.code = made.stdout.strip()
        self.login = "admin"

    def command(self, *words, flags=("--json",)):
        return [str(PROGRAM), "--db", str(self.db), "--as", self.login, *flags, *map(str, words)]

    def run(self, *words, flags=("--json",), env=None, password=None):
        given = PASSWORDS.get(self.login, "none") if password is None else password
        return super().run(*words, flags=flags, env={"SHIZI_PASSWORD": given, **(env or {})})

    def by(self, login, *words, password=None):
        self.login = login
        return self.run(*words, password=password)

    def refused(self, code, login, *words, password=None):
        result = self.by(login, *words, password=password)
        assert result.code == 1 and result.json["error"]["code"] == code, (login, words, result.code, result.out, result.err)
        return result

    def sql(self, query, *values):
        with sqlite3.connect(self.db) as db:
            rows = db.execute(query, values).fetchall()
        db.close()
        return rows
