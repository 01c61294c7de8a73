#!/usr/bin/env python3
"""test-server-luck.py — the server's disk full, its processes killed, itself restarted, our program killed: an act is there whole or not
at all, what is told is true, and the college goes on (srv-9, srv-10).

./check tries a few moments, SHIZI_LONG a hundred of each kind; SHIZI_SEED names those of one run.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import glob
import os
import pwd
import random
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from served import FOLDER, PASSWORD, Served, sql
from tap import PROGRAM, Result, Skipped, case, main, with_check_digit

MOMENTS = int(os.environ.get("SHIZI_KILLS", "100" if os.environ.get("SHIZI_LONG") else "3"))
SEED = int(os.environ.get("SHIZI_SEED", "1"))
PEOPLE = 120
STATE = ("SELECT pg_advisory_xact_lock (1399351674, 1) IS NULL",
         "SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM person_records), (SELECT count(*) FROM services),"
         " (SELECT count(*) FROM import_batches), (SELECT count(*) FROM changes), (SELECT count(*) FROM acts)")


def as_postgres(words):
    """PostgreSQL refuses root."""
    if os.getuid() != 0:
        return words
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "env", "-C", FOLDER, *words]


def server(*words):
    """pg_ctl, waiting until it is done. Its log is the server's: nobody inherits our pipes."""
    program = max(glob.glob("/usr/lib/postgresql/*/bin/pg_ctl"))
    return subprocess.run(as_postgres([program, "-D", f"{FOLDER}/data", "-s", "-w", "-l", f"{FOLDER}/log", *words]),
                          stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode


def flags():
    """What it was started with, while it runs; "restart" alone takes them by itself."""
    words = shlex.split((Path(FOLDER) / "data" / "postmaster.opts").read_text("utf-8"))[1:]
    return shlex.join(words[2:] if words[0] == "-D" else words)


def answers():
    """Waits until the server lets somebody in again; what hangs for ten minutes is broken."""
    end = time.monotonic() + 600
    while time.monotonic() < end:
        try:
            sql("postgres", "SELECT 1")
            return
        except PermissionError:
            continue
    raise AssertionError("the server does not come back")


def state(college):
    """Behind whoever still writes: his lock falls when his act has ended one way or the other."""
    return tuple(int(number) for number in sql(college.name, ["BEGIN", *STATE, "COMMIT"])[-1])


def sheet(college, n, rows=PEOPLE):
    """People whom nobody imported before."""
    lines = "".join(f"{n}-{i},张{i},{with_check_digit(f'110101{1950 + n % 50}{1 + n // 50:02}{1 + i // 100:02}{i % 100:02}9'[:17])},"
                    "机械系,在编,2010-07-01\n" for i in range(rows))
    return college.write(f"p{n}.csv", "工号,姓名,身份证号,部门,人员类别,来校日期\n" + lines)


def launch(college, *words):
    return subprocess.Popen([str(PROGRAM), "--db", college.uri(college.login), "--json", *map(str, words)], stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
                            env={**os.environ, "SHIZI_PASSWORD": PASSWORD})


def backend(college, process):
    """The server's process that works for our program, as soon as it is there; None when the program has ended."""
    while process.poll() is None:
        found = sql("postgres", f"SELECT pid FROM pg_stat_activity WHERE datname = '{college.name}' AND usename = '{college.login}'"
                                " AND application_name LIKE 'shizi %' ORDER BY backend_start LIMIT 1")
        if found:
            return int(found[0][0])
    return None


def terminate(college, process):
    there = backend(college, process)
    return there is not None and sql("postgres", f"SELECT pg_terminate_backend ({there})") == [["t"]]


def kill_backend(college, process):
    """The others are ended by the server, which recovers."""
    there = backend(college, process)
    try:
        if there is not None:
            os.kill(there, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return there is not None


def restart(_, process):
    """At once, as if its plug were pulled; it comes back with the words it was started with."""
    late = process.poll() is not None
    assert server("-m", "immediate", "restart") == 0
    return not late


def kill_us(_, process):
    late = process.poll() is not None
    process.kill()
    return not late


def sweep(kinds):
    """Import after import, each hit at a moment of its own by one of the kinds."""
    dice = random.Random(SEED)
    with Served(staff=["renshi"]) as college:
        # The first of its kind learns.
        college.ok("import", "people", sheet(college, 599))
        before = state(college)
        path = sheet(college, 0)
        began = time.monotonic()
        college.ok("import", "people", path)
        whole = time.monotonic() - began
        whole_act = tuple(now - then for now, then in zip(state(college), before))
        assert whole_act[0] == PEOPLE and whole_act[-1] >= 1, whole_act
        seen = {"done": 0, "not done": 0, "hit": 0}
        n = 0
        while seen["hit"] < MOMENTS:
            n += 1
            kind, moment, before = kinds[n % len(kinds)], dice.uniform(0, whole), state(college)
            path = sheet(college, n)
            process = launch(college, "import", "people", path)
            try:
                process.wait(timeout=moment)
            except subprocess.TimeoutExpired:
                pass
            seen["hit"] += kind(college, process)
            out, err = process.communicate()
            answers()
            after = state(college)
            told = (n, kind.__name__, moment, process.returncode, out[-600:], err[-600:], before, after)
            step = tuple(now - then for now, then in zip(after, before))
            written = step == whole_act
            assert written or step[:-2] == (0, 0, 0, 0), told
            # A refusal would be an act; what is lost is none.
            assert written or step == (0,) * len(step), told
            if process.returncode != -signal.SIGKILL:
                assert (process.returncode == 0) == written, told
            if process.returncode not in (0, -signal.SIGKILL):
                code = Result(type("Done", (), {"returncode": process.returncode, "stdout": out, "stderr": err})).json["error"]["code"]
                assert code in ("db.connection_lost", "db.unreachable", "db.server_stopped"), told
            assert college.ok("verify")["sound"] is True, told
            seen["done" if written else "not done"] += 1
        print(f"# an import of {PEOPLE} people: {n} tried, {seen['hit']} hit before the end: {seen['not done']} not done,"
              f" {seen['done']} done")


@case("/cli/srv-10/an-import-killed-on-the-server")
def on_the_server():
    sweep([terminate, kill_backend, restart])


@case("/cli/srv-10/an-import-killed-here")
def here():
    sweep([kill_us])


class Disk:
    """A small disk of its own below the server; what cannot be mounted is skipped."""

    def __init__(self, mebibytes):
        self.folder = Path(tempfile.mkdtemp(prefix="shizi-disk-", dir="/tmp"))
        owner = pwd.getpwnam("postgres") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        mounted = os.getuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={mebibytes}m,uid={owner.pw_uid},gid={owner.pw_gid},mode=700", "tmpfs", self.folder],
            capture_output=True, check=False).returncode == 0
        self.mounted = mounted
        if not mounted:
            self.folder.rmdir()

    def fill(self, leave=0):
        """To the last page, or but for so many bytes."""
        room = os.statvfs(self.folder)
        with open(self.folder / "ballast", "wb") as file:
            try:
                os.posix_fallocate(file.fileno(), 0, room.f_bavail * room.f_frsize - leave)
            except OSError:
                file.truncate(0)
                raise

    def free(self):
        (self.folder / "ballast").unlink()

    def close(self):
        if self.mounted:
            subprocess.run(["umount", "-l", self.folder], check=True)
            self.folder.rmdir()


def full(result, *codes):
    assert result.code == 3 or result.code == 4, (result.code, result.out, result.err)
    error = result.json["error"]
    assert error["code"] in codes, result.out
    return error["message"]


@case("/cli/srv-10/disk-full")
def disk_full():
    """The disk below the college's tables: the act is refused with that reason, and nothing of it is there."""
    disk = Disk(64)
    if not disk.mounted:
        raise Skipped("nobody but root can mount a small disk")
    try:
        with Served(staff=["renshi"]) as college:
            college.ok("import", "people", sheet(college, 1))
            person = college.ok("people", "find", "张")["people"][0]["staff_no"]
            place = disk.folder / "tables"
            subprocess.run(as_postgres(["mkdir", str(place)]), check=True)
            sql("postgres", f"CREATE TABLESPACE small LOCATION '{place}'")
            sql("postgres", f"ALTER DATABASE {college.name} SET TABLESPACE small")
            disk.fill()
            before = state(college)
            message = full(college.run("import", "people", sheet(college, 2, 2000)), "db.disk_full")
            assert college.name in message, message
            assert state(college) == before
            # What fits into pages that are there is still saved; the first that does not is refused whole.
            for n in range(1, 10000):
                saved = college.run("people", "set", person, f"note={n} " + "字" * 2000)
                if saved.code != 0:
                    break
                before = state(college)
            full(saved, "db.disk_full")
            assert state(college) == before
            note = sql(college.name, f"SELECT note FROM people WHERE staff_no = '{person}'")[0][0]
            assert n == 1 or note.startswith(f"{n - 1} "), (n, note[:20])
            disk.free()
            college.ok("people", "set", person, "note=又好了")
            college.ok("import", "people", sheet(college, 2, 2000))
            assert college.ok("verify")["sound"] is True
            sql("postgres", f"ALTER DATABASE {college.name} SET TABLESPACE pg_default")
            sql("postgres", "DROP TABLESPACE small")
    finally:
        disk.close()


@case("/cli/srv-10/disk-full-below-the-log")
def log_full():
    """The disk below the server's own log: it ends itself. What is told is that it was lost, and after all it is not there."""
    disk = Disk(80)
    if not disk.mounted:
        raise Skipped("nobody but root can mount a small disk")
    wal = Path(FOLDER) / "data" / "pg_wal"
    try:
        with Served(staff=["renshi"]) as college:
            college.ok("import", "people", sheet(college, 1))
            words = flags()
            assert server("-m", "fast", "stop") == 0
            subprocess.run(as_postgres(["cp", "-a", f"{wal}/.", f"{disk.folder}/"]), check=True)
            wal.rename(wal.with_name("pg_wal.kept"))
            wal.symlink_to(disk.folder)
            assert server("-o", words, "start") == 0
            before = state(college)
            disk.fill()
            # What it has made room for beforehand is used up first.
            for n in range(2, 50):
                lost = college.run("import", "people", sheet(college, n, 2000))
                if lost.code != 0:
                    break
                before = state(college)
            message = full(lost, "db.disk_full", "db.server_stopped", "db.connection_lost", "db.unreachable")
            assert college.name in message, message
            disk.free()
            server("-m", "immediate", "stop")
            assert server("-o", words, "start") == 0
            answers()
            assert state(college) == before
            college.ok("import", "people", sheet(college, n, 2000))
            assert college.ok("verify")["sound"] is True
            assert server("-m", "fast", "stop") == 0
            wal.unlink()
            subprocess.run(["rm", "-rf", wal.with_name("pg_wal.kept")], check=True)
            subprocess.run(as_postgres(["cp", "-a", f"{disk.folder}/.", f"{wal}/"]), check=True)
            assert server("-o", words, "start") == 0
    finally:
        disk.close()


if __name__ == "__main__":
    if not FOLDER:
        print("1..0 # SKIP nothing was tried on a server: tests/with-pg.sh starts one")
        sys.exit(0)
    sys.exit(main(sys.argv[2:]))
