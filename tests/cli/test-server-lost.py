#!/usr/bin/env python3
"""test-server-lost.py — the connection lost at each message of a save, an import and a pay run: all or nothing is there, and what is
told is true (srv-10); a server that is stopped; two people at one place (srv-6).

./check cuts at a share of the messages and at every commit, SHIZI_LONG at all.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from served import FOLDER, PASSWORD, Served, sql
from tap import PROGRAM, SAMPLES, Result, case, main, with_check_digit

LONG = os.environ.get("SHIZI_LONG")
SHARE = 10


class Wire:
    """Between the program and the server: counts what the program sends on its first connection, and cuts that one at a message,
    before it arrives or, with the answer withheld, behind it."""

    def __init__(self, cut=None, answered=False):
        self.folder = tempfile.mkdtemp(prefix="shizi-w-", dir="/tmp")
        self.cut, self.answered, self.sent, self.commits, self.first = cut, answered, 0, [], True
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(f"{self.folder}/.s.PGSQL.5432")
        self.listener.listen(8)
        threading.Thread(target=self.accept, daemon=True).start()

    def close(self):
        self.listener.close()
        os.unlink(f"{self.folder}/.s.PGSQL.5432")
        os.rmdir(self.folder)

    def accept(self):
        while True:
            try:
                ours, _ = self.listener.accept()
            except OSError:
                return
            theirs = socket.socket(socket.AF_UNIX)
            theirs.connect(f"{FOLDER}/.s.PGSQL.5432")
            counted, self.first = self.first, False
            state = {"cut": False}
            threading.Thread(target=self.forward, args=(ours, theirs, counted, state), daemon=True).start()
            threading.Thread(target=self.back, args=(theirs, ours, state), daemon=True).start()

    @staticmethod
    def end(*sockets):
        for one in sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            one.close()

    def forward(self, ours, theirs, counted, state):
        try:
            while data := ours.recv(1 << 20):
                if counted:
                    self.sent += 1
                    if b"COMMIT\0" in data:
                        self.commits.append(self.sent)
                    if self.cut == self.sent or (b"COMMIT\0" in data and self.cut == f"commit {len(self.commits)}"):
                        if self.answered:
                            # What the server answers is read, so that it has done it, and kept back.
                            state["cut"] = True
                            state["answer"] = threading.Event()
                            theirs.sendall(data)
                            state["answer"].wait(60)
                        self.end(ours, theirs)
                        return
                theirs.sendall(data)
        except OSError:
            pass
        self.end(ours, theirs)

    def back(self, theirs, ours, state):
        try:
            while data := theirs.recv(1 << 20):
                if state["cut"]:
                    break
                ours.sendall(data)
        except OSError:
            pass
        if "answer" in state:
            state["answer"].set()


def through(college, wire, words):
    uri = f"postgresql://{college.login}@/{college.name}?host={wire.folder}"
    return Result(subprocess.run([str(PROGRAM), "--db", uri, "--json", *map(str, words)], capture_output=True, check=False,
                                 env={**os.environ, "SHIZI_PASSWORD": PASSWORD}, stdin=subprocess.DEVNULL))


def acts(college):
    return int(sql(college.name, "SELECT count(*) FROM acts WHERE refused = 0")[0][0])


def cut_everywhere(college, command, state):
    """command (n): the words of the n-th try, each of which changes something; state (): what it changes."""
    for first in (1000, 1001):  # twice: the first of its kind learns
        wire = Wire()
        done = through(college, wire, command(first))
        assert done.code == 0, (done.out, done.err)
        wire.close()
    assert wire.commits, "nothing was committed"
    step = 1 if LONG else wire.sent * 2 // SHARE + 1
    places = [(place, answered) for place in range(1, wire.sent + 1) for answered in (False, True)
              if (place * 2 + answered) % step == 0]
    places += [(f"commit {n + 1}", answered) for n in range(len(wire.commits)) for answered in (False, True)]
    done_behind = 0
    for number, (place, answered) in enumerate(places, 1):
        before, log = state(), acts(college)
        wire = Wire(place, answered)
        result = through(college, wire, command(number))
        wire.close()
        after, written = state(), acts(college) - log
        told = (place, answered, wire.commits, result.code, result.err[-600:], before, after)
        assert (after != before) == (written > 0), told
        # What is told is true; that nothing was said of a cut means that it did not matter.
        assert (result.code == 0) == (written > 0), told
        if result.code != 0:
            assert result.json["error"]["code"] in ("db.connection_lost", "db.unreachable", "db.server_stopped"), told
        done_behind += answered and str(place).startswith("commit") and result.code == 0
    assert done_behind > 0, "no commit came through whose answer was lost"
    assert college.ok("verify")["sound"] is True
    return len(places)


@case("/cli/srv-10/a-save-cut-at-each-message")
def save():
    with Served(staff=["renshi"]) as college:
        college.ok("import", "people", SAMPLES / "教职工花名册.xlsx")
        person = college.ok("people", "find", "张")["people"][0]["staff_no"]
        cut_everywhere(college, lambda n: ("people", "set", person, f"phone=139{n:08}"),
                       lambda: sql(college.name, f"SELECT phone FROM people WHERE staff_no = '{person}'"))


@case("/cli/srv-10/an-import-cut-at-each-message")
def imports():
    with Served(staff=["renshi"]) as college:
        def sheet(n):
            rows = "".join(f"{n}-{i},张{i},{with_check_digit(f'110101{1960 + n % 40}0101{n // 40:02}{i}')},机械系,在编,2010-07-01\n"
                           for i in range(3))
            return ("import", "people", college.write(f"p{n}.csv", "工号,姓名,身份证号,部门,人员类别,来校日期\n" + rows))
        cut_everywhere(college, sheet, lambda: sql(college.name, "SELECT count(*) FROM people"))


@case("/cli/srv-10/a-pay-run-cut-at-each-message")
def run():
    with Served(staff=("renshi", "caiwu")) as college:
        college.login = "renshi"
        college.import_samples()
        college.login = "caiwu"
        cut_everywhere(college, lambda n: ("pay", "compute", "--scheme", SAMPLES / "scheme.json"),
                       lambda: sql(college.name, "SELECT count(*) FROM pay_runs"))


@case("/cli/srv-10/a-server-that-is-away")
def away():
    with Served(staff=["renshi"]) as college:
        with tempfile.TemporaryDirectory(prefix="shizi-w-", dir="/tmp") as nowhere:
            result = Result(subprocess.run([str(PROGRAM), "--db", f"postgresql://renshi@/{college.name}?host={nowhere}", "--json", "whoami"],
                                           capture_output=True, check=False, stdin=subprocess.DEVNULL))
            assert result.code == 4 and result.json["error"]["code"] == "db.unreachable", result.out
            assert nowhere in result.json["error"]["message"] and "5432" in result.json["error"]["message"], result.out


if __name__ == "__main__":
    if not FOLDER:
        print("1..0 # SKIP nothing was tried on a server: tests/with-pg.sh starts one")
        sys.exit(0)
    sys.exit(main(sys.argv[2:]))
