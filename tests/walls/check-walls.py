#!/usr/bin/env python3
"""check-walls.py — reads every include and every undefined symbol against the plan of the rooms.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import subprocess
import sys
from pathlib import Path

# Rooms whose headers a room may include (bare names), besides its own.
BELOW = {
    "domain": [],
    "sheet": ["domain"],
    "store": ["domain"],
    "office": ["store", "sheet", "domain"],
    "cli": ["office", "sheet", "domain"],
    "desk": ["office", "sheet", "domain"],
}

# Foreign headers a room may include. ICU stands in the one file for name keys.
C_HEADERS = r"(assert|ctype|errno|fcntl|inttypes|limits|locale|math|stdarg|stdint|stdio|stdlib|string|strings|time|unistd|signal|ftw|malloc)\.h|sys/\w+\.h"
FOREIGN = {
    "domain": r"glib\.h|glib-object\.h|(assert|limits|stdarg|stdint|stdlib|string)\.h|unicode/\w+\.h",
    "sheet": r"glib\.h|glib/gstdio\.h|gio/gio\.h|xlsxwriter\.h|unzip\.h|minizip/\w+\.h|zlib\.h|expat\.h|pango/pangocairo\.h|cairo\S*\.h|" + C_HEADERS,
    "store": r"glib\.h|glib/gstdio\.h|gio/gio\.h|gmodule\.h|sqlite3\.h|libpq-fe\.h|jansson\.h|sodium\.h|" + C_HEADERS,
    "office": r"glib\.h|glib/gstdio\.h|glib/gi18n\.h|gio/gio\.h|jansson\.h|libintl\.h|" + C_HEADERS,
    "cli": r"termios\.h|glib\.h|glib/gi18n\.h|glib/gstdio\.h|gio/gio\.h|jansson\.h|" + C_HEADERS,
    "desk": r"glib\.h|glib-object\.h|glib/gi18n\.h|glib/gstdio\.h|gio/gio\.h|gtk/gtk\.h|gdk/gdk\.h|graphene\.h|cairo\S*\.h|adwaita\.h|libintl\.h|" + C_HEADERS,
}

# Headers that belong to one file only.
ONLY_IN = {
    r"sqlite3\.h": {"sz-db-sqlite.c"},
    r"libpq-fe\.h": {"sz-db-pgsql-db.h", "sz-db-pgsql-uri.c", "sz-libpq.c"},
    r"xlsxwriter\.h": {"sz-fill-xlsx.c", "sz-paper-xlsx.c", "sz-template-xlsx.c"},
    r"pango/pangocairo\.h": {"sz-pen.c"},
    r"unicode/\w+\.h": {"sz-pinyin.c"},
}

# Symbols that objects of a room must not ask for.
CLOCK = r"time|gettimeofday|clock_gettime|localtime(_r)?|gmtime(_r)?|g_get_real_time|g_get_monotonic_time|g_date_time_new_now\w*"
LOCALE = r"setlocale|uselocale|newlocale|nl_langinfo|strcoll|strxfrm|g_utf8_collate\w*|dcgettext|dgettext|gettext|g_dgettext"
FILES = r"f?open(64|at)?|read|write|fread|fwrite|g_file_\w+|g_fopen|g_open|getenv|g_getenv|g_get_\w+_dir|printf|puts|stdout|stderr|g_print|g_printerr"
REFUSED = {
    "domain": "|".join([CLOCK, LOCALE, FILES, r"g_random_\w+", "rand", "random"]),
    "sheet": r"sqlite3_\w+|PQ\w+|gtk_\w+|adw_\w+|sz_(store|db|office)_\w+",
    "store": "|".join([CLOCK, r"gtk_\w+|adw_\w+|workbook_\w+|worksheet_\w+|sz_(office|paper|xlsx|csv)_\w+"]),
    "office": r"sqlite3_\w+|PQ\w+|workbook_\w+|worksheet_\w+|gtk_\w+|adw_\w+|stdout|g_print|puts|printf",
    "cli": r"sqlite3_\w+|PQ\w+|workbook_\w+|worksheet_\w+|gtk_\w+|adw_\w+|sz_(store|db|journal|audit)_\w+",
    "desk": r"sqlite3_\w+|PQ\w+|workbook_\w+|worksheet_\w+|sz_(store|db|journal|audit)_\w+",
}

# Calls that belong to some files of a room: an act that is begun elsewhere would not log its refusal. The first act of a
# college that was moved is done inside the act of the one it left, which does.
ONLY_CALLED_IN = {
    "office": {r"\bsz_(office_begin|act_begin|act_commit) \(": {"sz-move.c", "sz-office-act.c", "sz-office.c",
                                                             "sz-office-private.h"}},
}

# What only SQLite understands or says, in a string: behind the seam, in store/db/sz-db-sqlite*, and nowhere else.
DIALECT = re.compile(r'"[^"]*(?:PRAGMA|sqlite_|ifnull *\(|group_concat|json_extract|\browid\b|INSERT OR |\bGLOB\b|:memory:|'
                     r'\bUNIQUE\b|FOREIGN KEY|\.writer|BEGIN IMMEDIATE)[^"]*"|"-journal"')
BEHIND_SEAM = re.compile(r'"sz-db-sqlite[a-z-]*\.h"|\bsz_db_sqlite_|\bsz_writer_')

# Units (X.c, X.h and X-private.h) that may include each other: a page and its own actions.
PAIRED = "-actions"
# Rooms whose files include each other in one direction only: all.
ONE_WAY = ("domain", "sheet", "store", "office", "cli", "desk")

INCLUDE = re.compile(r'^\s*#\s*include\s+(<([^>]+)>|"([^"]+)")')


def own_headers(source, room):
    """The headers of a room, those too that are made from a NAME.h.in when the program is built."""
    folder = source / "src" / room
    return {p.name.removesuffix(".in") for suffix in ("*.h", "*.h.in") for p in folder.rglob(suffix)}


def check_includes(source):
    headers = {room: own_headers(source, room) for room in BELOW}
    faults = []
    for room, below in BELOW.items():
        allowed = set(headers[room]).union(*(headers[b] for b in below)) if below else headers[room]
        for path in sorted((source / "src" / room).rglob("*.[ch]")):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                place = f"{path.relative_to(source)}:{number}"
                system, local = match.group(2), match.group(3)
                if local is not None:
                    if local not in allowed and not local.endswith("-resources.h") and local not in GENERATED:
                        faults.append(f"{place}: {room} may not include \"{local}\"")
                    continue
                if not re.fullmatch(FOREIGN[room], system):
                    faults.append(f"{place}: {room} may not include <{system}>")
                for pattern, files in ONLY_IN.items():
                    if re.fullmatch(pattern, system) and path.name not in files:
                        faults.append(f"{place}: <{system}> belongs to {', '.join(sorted(files))} alone")
    return faults


def check_dialect(source):
    faults = []
    for room in ("store", "office", "cli", "desk"):
        for path in sorted((source / "src" / room).rglob("*.[ch]")):
            if path.name.startswith("sz-db-sqlite"):
                continue
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if DIALECT.search(line):
                    faults.append(f"{path.relative_to(source)}:{number}: SQLite's own: {line.strip()}")
                if BEHIND_SEAM.search(line) and path.name != "sz-db-open.c":
                    faults.append(f"{path.relative_to(source)}:{number}: behind the seam: {line.strip()}")
    return faults


def unit_of(name):
    return re.sub(r"-private$", "", name.rsplit(".", 1)[0])


def read_units(source, room):
    """unit → the units of its room that it includes."""
    paths = sorted((source / "src" / room).rglob("*.[ch]"))
    units = {unit_of(path.name): set() for path in paths}
    for path in paths:
        own = unit_of(path.name)
        for line in path.read_text("utf-8").splitlines():
            match = INCLUDE.match(line)
            other = unit_of(match.group(3)) if match and match.group(3) else own
            if other in units and other != own and {other, own} != {own.removesuffix(PAIRED), own} \
                    and {other, own} != {other.removesuffix(PAIRED), other}:
                units[own].add(other)
    return units


def find_circles(units):
    """Each circle once, as the way around it: a walk that comes back to a unit it still stands on."""
    circles, done = [], set()

    def walk(unit, way):
        if unit in way:
            circles.append(way[way.index(unit):] + [unit])
            return
        if unit in done:
            return
        for other in sorted(units[unit]):
            walk(other, way + [unit])
        done.add(unit)

    for unit in sorted(units):
        walk(unit, [])
    return circles


def check_circles(source):
    return [f"{room}: {' → '.join(circle)}" for room in ONE_WAY for circle in find_circles(read_units(source, room))]


def check_calls(source):
    faults = []
    for room, calls in ONLY_CALLED_IN.items():
        for path in sorted((source / "src" / room).rglob("*.[ch]")):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                for pattern, files in calls.items():
                    if re.search(pattern, line) and path.name not in files:
                        faults.append(f"{path.relative_to(source)}:{number}: {line.strip()} belongs to "
                                      f"{', '.join(sorted(files))}")
    return faults


GENERATED = {"sz-stroke-data.h"}


def check_symbols(room, archive):
    faults = []
    listing = subprocess.run(["nm", "-A", "-u", archive], capture_output=True, text=True, check=False)
    for line in listing.stdout.splitlines():
        where, _, symbol = line.rpartition(" ")
        symbol = symbol.split("@")[0]
        if re.fullmatch(REFUSED[room], symbol):
            member = where.split(":")[1] if ":" in where else where
            faults.append(f"{room}: {member}: asks for {symbol}")
    return faults


def main():
    source = Path(sys.argv[1])
    plan = [("/walls/includes", check_includes(source)), ("/walls/calls", check_calls(source)),
            ("/walls/dialect", check_dialect(source)), ("/walls/circles", check_circles(source))]
    for pair in sys.argv[2:]:
        room, archive = pair.split("=", 1)
        plan.append((f"/walls/symbols/{room}", check_symbols(room, archive)))
    print(f"1..{len(plan)}")
    for number, (name, faults) in enumerate(plan, 1):
        for fault in faults:
            print(f"# {fault}")
        print(f"{'not ok' if faults else 'ok'} {number} {name}")
    return 1 if any(faults for _, faults in plan) else 0


if __name__ == "__main__":
    sys.exit(main())
