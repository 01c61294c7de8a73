"""served.py — a college on the private PostgreSQL that tests/with-pg.sh started, one account a role.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import itertools
import os
import subprocess

from accounts import MAKER
from tap import PROGRAM, College, Result

FOLDER = os.environ.get("SHIZI_PG_FOLDER", "")
PASSWORD = "correct horse battery 1"
STAFF = {"caiwu": ("蔡财务", "finance"), "yuan": ("袁院长", "leader"), "jiwei": ("纪监督", "supervisor"),
         "renshi": ("任人事", "personnel")}
NUMBERS = itertools.count(1)


def sql(database, queries, user="postgres"):
    """Rows as lists of texts; what the server refuses is an error with its SQLSTATE and message."""
    words = [word for query in ([queries] if isinstance(queries, str) else queries) for word in ("-c", query)]
    done = subprocess.run(["psql", "-h", FOLDER, "-U", user, "-d", database, "-AtqX", "-F", "\t", "-v", "VERBOSITY=verbose",
                           "-v", "ON_ERROR_STOP=1", "-c", "SET search_path = shizi", *words], capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise PermissionError(done.stderr.strip())
    return [line.split("\t") for line in done.stdout.splitlines()]


def refused(state, database, queries, user, code=""):
    try:
        found = sql(database, queries, user)
    except PermissionError as error:
        assert state in str(error) and code in str(error), (queries, error)
        return
    raise AssertionError((user, queries, found))


class Served(College):
    """A college in a database of its own; the administrator of the database is postgres. Who is wanted has an account
    whose password is cheap to check (see accounts.c); init says that the program makes it itself."""

    def __init__(self, establishment=128, init=True, staff=()):
        super().__init__(init=False)
        self.name = f"college{next(NUMBERS)}"
        self.login = "admin"
        self.prepared = self.by("postgres", "server", "prepare", "--database", self.name, database="postgres")
        assert self.prepared.code == 0, self.prepared.err
        if staff:
            accounts = [("admin", "安管理", "administrator")] + [(login, *STAFF[login]) for login in staff]
            made = subprocess.run([MAKER, self.uri("postgres"), *(word for account in accounts for word in (*account, PASSWORD))],
                                  capture_output=True, check=False, text=True)
            assert made.returncode == 0, made.stderr
            self.login = staff[-1]
        elif init:
            made = self.by("postgres", "init", "--name", "某技师学院", "--establishment", establishment, "--administrator",
                           "admin", "--password-file", self.write("password", PASSWORD))
            assert made.code == 0, made.err

    def __exit__(self, *_):
        sql("postgres", f"DROP DATABASE {self.name} WITH (FORCE)")
        for (role,) in sql("postgres", "SELECT rolname FROM pg_roles WHERE rolname !~ '^(pg_|shizi_owner|shizi_roles|postgres)'"):
            sql("postgres", f"DROP ROLE {role}")
        super().__exit__()

    def uri(self, login, database=None):
        return f"postgresql://{login}@/{database or self.name}?host={FOLDER}"

    def by(self, login, *words, database=None, flags=("--json",), password=PASSWORD):
        environment = {key: value for key, value in os.environ.items() if key != "SHIZI_PASSWORD"}
        if login != "postgres":
            environment["SHIZI_PASSWORD"] = password
        return Result(subprocess.run([str(PROGRAM), "--db", self.uri(login, database), *flags, *map(str, words)],
                                     capture_output=True, check=False, env=environment, stdin=subprocess.DEVNULL))

    def run(self, *words, flags=("--json",), env=None):
        return self.by(self.login, *words, flags=flags)

    def add(self, login, name, roles):
        self.login = "admin"
        self.ok("account", "add", login, "--name", name, "--role", roles, "--password-file", self.write("new", PASSWORD))

    def with_staff(self, *logins):
        """The last of them is who works on."""
        for login in logins:
            self.add(login, *STAFF[login])
        self.login = logins[-1]
        return self
