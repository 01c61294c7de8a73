#!/usr/bin/env python3
"""bench-server.py — a college on a PostgreSQL server beside the same one in a file (RULE srv-19): import of people, pay run,
verify, opening, one edit, lists; by the server's socket and by loopback, in one series, as ratios.

Usage: bench-server.py SHIZICTL ACCOUNTS [PEOPLE [PAID]]: the program, and the maker of accounts of its tests

It starts a private server (tests/pg-server.sh) that does not wait for its disk; the file lies in memory where there is room.
What the program and the server wait for each other is counted between them: each time the program has said something and
then listens. Lines that begin with "=" stand beside what is aimed at; nothing is judged.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

SHIZICTL, ACCOUNTS = sys.argv[1:3]
PEOPLE = int(sys.argv[3]) if len(sys.argv) > 3 else 100000
PAID = int(sys.argv[4]) if len(sys.argv) > 4 else PEOPLE
PASSWORD = "correct horse battery 1"
SOURCE = Path(__file__).resolve().parents[2]
SCHEME = SOURCE / "data/sample/scheme.json"
FEN_A_HEAD = 2800000
ROUNDS = 7  # of what takes a moment
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
PLACES = ("file", "socket", "loopback")


def say(line):
    print(line, flush=True)


class Server:
    """The private one, with a port of its own."""

    def __init__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.script = SOURCE / "tests/pg-server.sh"
        environment = dict(os.environ, SHIZI_PG_LISTEN="127.0.0.1", SHIZI_PG_PORT=str(self.port))
        self.folder = subprocess.run([self.script, "start"], check=True, stdout=subprocess.PIPE, text=True, env=environment).stdout.strip()

    def stop(self):
        subprocess.run([self.script, "stop", self.folder], check=True)

    def settle(self, places):
        """What a server does by itself after a while, and not while it is measured: it looks at what came in."""
        for place in places.values():
            if "://" in place.db:
                subprocess.run(["psql", place.db.replace(f"//{place.login}@", "//postgres@"), "-qX", "-c", "VACUUM ANALYZE"], check=True)

    def uri(self, place, name, login="postgres", folder=None):
        host = "127.0.0.1" if place == "loopback" else ""
        return f"postgresql://{login}@{host}:{self.port}/{name}" + ("" if host else f"?host={folder or self.folder}")


class Wire:
    """Between the program and the server's socket: how often the program waits for an answer."""

    def __init__(self, server):
        self.server, self.trips, self.folder = server, 0, tempfile.mkdtemp(prefix="shizi-w-", dir="/tmp")
        self.path = f".s.PGSQL.{server.port}"
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(f"{self.folder}/{self.path}")
        self.listener.listen(8)
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                ours, _ = self.listener.accept()
            except OSError:
                return
            theirs = socket.socket(socket.AF_UNIX)
            theirs.connect(f"{self.server.folder}/{self.path}")
            state = {"asked": False}
            threading.Thread(target=self.pass_on, args=(ours, theirs, state, True), daemon=True).start()
            threading.Thread(target=self.pass_on, args=(theirs, ours, state, False), daemon=True).start()

    def pass_on(self, one, other, state, asks):
        try:
            while data := one.recv(1 << 20):
                if not asks and state["asked"]:
                    self.trips += 1
                state["asked"] = asks
                other.sendall(data)
        except OSError:
            pass
        for end in (one, other):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def close(self):
        self.listener.close()
        shutil.rmtree(self.folder)


class Place:
    """A college, and who works in it."""

    def __init__(self, db, login):
        self.db, self.login = str(db), login

    def run(self, *words, password=PASSWORD):
        """The seconds it took."""
        environment = dict(os.environ, **({"SHIZI_PASSWORD": password} if password else {}))
        start = time.monotonic()
        done = subprocess.run([SHIZICTL, "--db", self.db, "--as", self.login, "--json", *map(str, words)], capture_output=True,
                              text=True, check=False, env=environment)
        if done.returncode != 0:
            sys.exit(f"{self.db}: {words}: {done.stdout}{done.stderr}")
        return time.monotonic() - start


def id_number(n):
    body = f"110101{1960 + n % 40}{n // 40 % 12 + 1:02d}{n // 480 % 28 + 1:02d}{n // 13440 % 1000:03d}"
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS)) % 11]


def write_people(path):
    with open(path, "w", encoding="utf-8") as sheet:
        sheet.write("工号,姓名,身份证号,性别,部门,人员类别,来校日期\n")
        for n in range(PEOPLE):
            number = id_number(n)
            sheet.write(f"{n + 100000},王{chr(0x4e00 + n % 20000)},{number},{'男' if int(number[16]) % 2 else '女'},"
                        f"部门{n % 20},在编,2020-09-01\n")


def write_scheme(path):
    """That of the sample, with as much for each."""
    scheme = json.loads(SCHEME.read_text("utf-8"))
    scheme["pool"] = f"{FEN_A_HEAD * PAID // 100}.00"
    path.write_text(json.dumps(scheme), "utf-8")
    return path


def spread(folder, server, name, source, role):
    """The same college in a file and twice on the server, with one who works there: place → Place."""
    places = {}
    for place in PLACES:
        login, copy = f"{name}_{place}", folder / f"{name}-{place}.db"
        shutil.copy(source, copy)
        db = str(copy)
        if place != "file":
            db = server.uri(place, login)
            Place(server.uri(place, "postgres"), "postgres").run("server", "prepare", "--database", login, password=None)
            Place(copy, "bench").run("move", "--to", db, password=None)
            copy.unlink()
        made = subprocess.run([ACCOUNTS, db, f"admin_{login}", "安管理", "administrator", PASSWORD, login, "任某人", role, PASSWORD],
                              check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if made.returncode != 0:
            sys.exit(f"{db}: {made.stderr}")
        places[place] = Place(copy if place == "file" else server.uri(place, login, login), login)
    return places


def compare(what, places, words, aimed=None, rounds=1):
    """Each place in turn, round after round; the medians beside that of the file."""
    seconds = {place: [] for place in PLACES}
    for number in range(rounds):
        for place in PLACES:
            seconds[place].append(places[place].run(*words(number)))
    median = {place: statistics.median(times) for place, times in seconds.items()}
    ratios = [median[place] / median["file"] for place in PLACES[1:]]
    verdict = "" if aimed is None else f"   at most {aimed:g} x: {'met' if max(ratios) <= aimed else 'BEYOND'}"
    say(f"= {what:<34} file {median['file']:8.3f} s   socket {median['socket']:8.3f} s {ratios[0]:6.2f} x   "
        f"loopback {median['loopback']:8.3f} s {ratios[1]:6.2f} x{verdict}")
    return median


def count_trips(server, name, person):
    """Of one edit: what a process that edits has more than one that only looks."""
    wire = Wire(server)
    counted = {}
    for what, words in (("look", ("people", "show", person)), ("edit", ("people", "set", person, "phone=13912345678"))):
        wire.trips = 0
        Place(server.uri("socket", name, name, wire.folder), name).run(*words)
        counted[what] = wire.trips
    wire.close()
    say(f"  round trips of a whole process: people show {counted['look']}, people set {counted['edit']}")


def main():
    load = os.getloadavg()[0]
    say(f"# a college on a server; {load:.1f} processes want this machine's {os.cpu_count()} processors; {PEOPLE} people, {PAID} paid")
    memory = Path("/dev/shm")
    server = Server()
    try:
        with tempfile.TemporaryDirectory(prefix="shizi-bench-", dir=memory if memory.is_dir() else None) as folder_name:
            folder = Path(folder_name)
            sheet = folder / "people.csv"
            write_people(sheet)
            Place(folder / "empty.db", "bench").run("init", "--name", "某技师学院", "--establishment", PEOPLE, password=None)
            places = spread(folder, server, "college", folder / "empty.db", "personnel")
            compare("opening (whoami)", places, lambda _: ("whoami",), rounds=ROUNDS)
            compare(f"import of {PEOPLE} people", places, lambda _: ("import", "people", sheet), 4)
            server.settle(places)
            compare("verify", places, lambda _: ("verify",))
            compare("one person", places, lambda _: ("people", "show", "100001"), rounds=ROUNDS)
            compare("one edit", places, lambda n: ("people", "set", "100001", f"phone=1391234{n:04}"), 3, ROUNDS)
            count_trips(server, "college_socket", "100001")
            compare("people by a name", places, lambda _: ("people", "find", "王"), 1, rounds=3)
            compare("figures of all people", places, lambda _: ("stats",), 1, rounds=3)
            Place(folder / "demo.db", "bench").run("demo", "--people", PAID, "--year", 2025, password=None)
            scheme = write_scheme(folder / "scheme.json")
            places = spread(folder, server, "paid", folder / "demo.db", "finance")
            server.settle(places)
            compare(f"pay run of {PAID} people", places, lambda _: ("pay", "compute", "--scheme", scheme), 1.5, 3)
    finally:
        server.stop()


main()
