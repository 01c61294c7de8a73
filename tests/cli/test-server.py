#!/usr/bin/env python3
"""test-server.py — a college on a private PostgreSQL: set up, worked on by accounts, and equal to one in a file
(srv-1, srv-2, srv-3, srv-4, srv-5, srv-6, srv-12).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from served import FOLDER, PASSWORD, STAFF, Served, refused, sql
from tap import SAMPLES, SOURCE, College, Result, PROGRAM, case, expected, main, tables_of

@case("/cli/srv-1/addresses-that-are-refused")
def addresses():
    with College(init=False) as college:
        for uri, code in [("postgresql://a:secret@/x?host=/tmp", "db.password_in_uri"),
                          ("postgresql:///x?host=/tmp&password=secret", "db.password_in_uri"),
                          ("postgresql://a@db.example.com/x", "db.tls_required"),
                          ("postgresql://a@db.example.com/x?sslmode=require", "db.tls_required"),
                          ("postgresql://a@192.168.7.9/x", "db.tls_required"),
                          ("postgresql://a@/?host=/tmp", "db.unknown_uri"),
                          ("postgresql://a@/x?host=/tmp&options=-cfoo", "db.unknown_uri"),
                          ("postgresql://a@/x?host=/nowhere", "db.unreachable"),
                          ("postgresql://a@127.0.0.1:1/x", "db.unreachable")]:
            college.db = uri
            for words in [("people", "find", "x"), ("init", "--name", "x", "--establishment", "1", "--administrator", "admin",
                                                    "--password-file", college.write("password", PASSWORD))]:
                result = college.run(*words)
                assert result.code in (1, 4) and result.json["error"]["code"] == code, (uri, words, result.out, result.err)
                assert "secret" not in result.out + result.err, result.err
        assert not (college.folder / "postgresql:").exists()


@case("/cli/srv-1/a-computer-without-the-library")
def no_library():
    with College() as college:
        broken = {"LD_LIBRARY_PATH": str(college.folder)}
        college.write("libpq.so.5", "no library")
        result = college.run("people", "find", "x", env=broken)
        assert result.code == 0, result.err
        college.db = "postgresql://a@/x?host=/nowhere"
        result = college.run("people", "find", "x", env=broken)
        assert result.code == 4 and result.json["error"]["code"] == "db.no_client", (result.code, result.out)


@case("/cli/srv-1/a-database-that-does-not-suit")
def unsuitable():
    with Served(init=False) as college:
        sql("postgres", "CREATE DATABASE sorted TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'")
        for database, code in [("sorted", "db.unsuitable"), ("nothing", "db.missing")]:
            result = college.by("postgres", "people", "find", "x", database=database)
            assert result.code == 4 and result.json["error"]["code"] == code, result.out
        result = college.by("postgres", "people", "find", "x")
        assert result.code == 4 and result.json["error"]["code"] == "db.empty", result.out


@case("/cli/srv-2/set-up-and-accounts-as-logins")
def set_up():
    with Served(init=False) as college:
        assert college.prepared.json["database"] == college.name and len(college.prepared.json["lines"]) == 3
        again = college.by("postgres", "server", "prepare", "--database", college.name, database="postgres")
        assert again.code == 1 and again.json["error"]["code"] == "server.exists", again.out
        for bad in ("Gross", "a-b", "x" * 41, "1a", "a;b"):
            result = college.by("postgres", "server", "prepare", "--database", bad, database="postgres")
            assert result.code == 1 and result.json["error"]["code"] == "server.name", (bad, result.out)
        words = ("init", "--name", "某技师学院", "--establishment", "10")
        bare = college.by("postgres", *words)
        assert bare.code == 1 and bare.json["error"]["code"] == "server.administrator", bare.out
        words += ("--administrator", "admin", "--password-file", college.write("password", PASSWORD))
        made = college.by("postgres", *words)
        assert made.code == 0 and len(made.json["recovery_code"]) == 26, (made.out, made.err)
        repeated = college.by("postgres", *words)
        assert repeated.code == 1 and repeated.json["error"]["code"] == "store.exists", repeated.out
        assert college.ok("whoami") == {"login": "admin", "name": "admin", "roles": ["administrator"], "signed_in": True}
        college.with_staff(*STAFF).login = "admin"
        listed = college.ok("account", "list")["accounts"]
        assert [account["login"] for account in listed] == ["admin", "caiwu", "jiwei", "renshi", "yuan"], listed
        for login, role in [("renshi", "personnel"), ("caiwu", "finance"), ("yuan", "leader"), ("jiwei", "supervisor")]:
            college.login = login
            assert college.ok("whoami")["roles"] == [role]
            groups = sql(college.name, "SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r"
                         f" ON r.oid = m.member WHERE r.rolname = '{login}'")
            assert groups == [[f"shizi_{college.name}_{role}"]], groups
        stored = sql("postgres", "SELECT rolpassword FROM pg_authid WHERE rolname = 'renshi'")
        assert stored[0][0].startswith("SCRAM-SHA-256$"), stored
        assert sql(college.name, "SELECT DISTINCT password FROM accounts") == [["-"]]
        college.login = "admin"
        college.ok("account", "role", "yuan", "supervisor")
        assert sql(college.name, "SELECT g.rolname FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles r"
                   " ON r.oid = m.member WHERE r.rolname = 'yuan'") == [[f"shizi_{college.name}_supervisor"]]
        college.ok("account", "close", "yuan")
        closed = college.by("yuan", "whoami")
        assert closed.code != 0, closed.out
        # Logins of the server's own are nobody's to take.
        result = college.by("admin", "account", "add", "postgres", "--name", "夺", "--role", "personnel", "--password-file",
                            college.write("new", PASSWORD))
        assert result.code == 1 and result.json["error"]["code"] == "server.login_taken", result.out
        status = college.ok("server", "status")
        assert status["version"].split(".")[0] >= "13" and status["tls"] is False and status["writing"] is None, status
        assert [entry["name"] for entry in status["online"]] == ["admin"], status
        college.login = "renshi"
        assert college.ok("verify")["sound"] is True


def tables_of_file(path):
    with sqlite3.connect(path) as db:
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
        found = {}
        for name in names:
            columns = [(row[1], {"INTEGER": "bigint", "TEXT": "text"}[row[2]], bool(row[3] or row[5]))
                       for row in db.execute(f"PRAGMA table_info ({name})")]
            keys = set()
            for index in db.execute(f"PRAGMA index_list ({name})").fetchall():
                if index[2] and not index[4]:
                    keys.add(tuple(row[2] for row in db.execute(f"PRAGMA index_info ({index[1]})")))
            primary = tuple(row[1] for row in sorted(db.execute(f"PRAGMA table_info ({name})"), key=lambda row: row[5]) if row[5])
            keys.add(primary)
            refers = {(row[3], row[2]) for row in db.execute(f"PRAGMA foreign_key_list ({name})")}
            found[name] = (columns, keys, refers)
    db.close()
    return found


def tables_of_server(name):
    found = {}
    for table, column, kind, absent in sql(
            name, "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns WHERE table_schema = 'shizi'"
            " ORDER BY table_name, ordinal_position"):
        found.setdefault(table, ([], set(), set()))[0].append((column, kind, absent == "NO"))
    for table, columns, other in sql(
            name, "SELECT conrelid::regclass, (SELECT string_agg (attname, ',' ORDER BY n) FROM unnest (conkey) WITH ORDINALITY"
            " AS k (number, n) JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = k.number),"
            " coalesce (nullif (confrelid, 0)::regclass::text, '') FROM pg_constraint WHERE connamespace = 'shizi'::regnamespace"
            " AND contype = 'f'"):
        found[table][2].add((columns, other))
    for table, columns in sql(
            name, "SELECT indrelid::regclass, (SELECT string_agg (attname, ',' ORDER BY n) FROM unnest (indkey::smallint[]) WITH ORDINALITY"
            " AS k (number, n) JOIN pg_attribute a ON a.attrelid = indrelid AND a.attnum = k.number) FROM pg_index"
            " JOIN pg_class c ON c.oid = indrelid WHERE c.relnamespace = 'shizi'::regnamespace AND indisunique AND indpred IS NULL"):
        found[table][1].add(tuple(columns.split(",")))
    return found


@case("/cli/srv-3/both-schemas-say-the-same")
def schemas():
    with Served() as served, College() as college:
        on_file, on_server = tables_of_file(college.db), tables_of_server(served.name)
        assert sorted(on_file) == sorted(on_server), set(on_file) ^ set(on_server)
        for name, wanted in on_file.items():
            assert on_server[name] == wanted, (name, wanted, on_server[name])
    checks = re.compile(r"CHECK \(.*\)(?=,?$)|UNIQUE \(.*\)|CREATE (?:UNIQUE )?INDEX .*")
    for script in sorted((SOURCE / "src/store/schema/sqlite").glob("*.sql")):
        twin = SOURCE / "src/store/schema/pgsql" / script.name
        found = [[" ".join(line.split()) for line in checks.findall(path.read_text("utf-8"))] for path in (script, twin)]
        assert found[0] == found[1], script.name


@case("/cli/srv-4/raw-sql-can-do-no-more-than-the-program")
def raw():
    with Served(staff=("caiwu", "yuan", "jiwei", "renshi")) as college:
        college.ok("import", "people", SAMPLES / "教职工花名册.xlsx")
        for login in ("renshi", "caiwu", "yuan", "jiwei", "admin"):
            for query in ("UPDATE acts SET who = 'x'", "DELETE FROM acts", "TRUNCATE acts", "DELETE FROM changes",
                          "UPDATE changes SET after = ''", "DELETE FROM act_signatures", "DELETE FROM act_heads",
                          "DROP TABLE people", "CREATE TABLE shizi.mine (n int)", "DELETE FROM accounts",
                          "ALTER TABLE people DISABLE TRIGGER ALL", "UPDATE schema_versions SET version = 99"):
                refused("42501", college.name, query, login)
        for login in ("yuan", "jiwei", "admin"):
            refused("42501", college.name, "UPDATE people SET name = 'x'", login)
            refused("42501", college.name, "INSERT INTO parameters VALUES (999, 1, '', '', 'x', '', '', '', '')", login)
        refused("42501", college.name, "SELECT name FROM people", "admin")
        refused("SZ002", college.name, "SELECT set_login ('renshi', 'x', 'administrator', 1)", "renshi")
        refused("SZ002", college.name, "SELECT set_login ('neu', 'x', 'personnel', 1)", "caiwu")


@case("/cli/srv-5/no-act-beside-the-chain")
def chain():
    with Served(staff=["renshi"]) as college:
        columns = "(seq, act_id, at, who, kind, refused, summary, source, source_hash, first_change, n_changes, changes_hash, prev_hash, hash)"
        head = "FROM act_heads"
        for values in ("seq + 2, 'x', '', '', '', 0, '', '', '', last_change + 1, 0, '', hash, ''",
                       "seq + 1, 'x', '', '', '', 0, '', '', '', last_change + 1, 0, '', 'other', ''",
                       "seq + 1, 'x', '', '', '', 0, '', '', '', last_change + 1, 3, '', hash, ''"):
            refused("SZ001", college.name, f"INSERT INTO acts {columns} SELECT {values} {head}", "renshi")
        refused("SZ001", college.name, "UPDATE row_ids SET last_id = last_id - 1", "renshi")


@case("/cli/srv-6/who-writes-is-named-to-who-waits")
def busy():
    with Served(staff=["renshi"]) as college:
        college.ok("whoami")
        holder = subprocess.Popen(["psql", "-h", FOLDER, "-U", "renshi", "-d", college.name, "-X", "-q", "-c",
                                   "BEGIN", "-c", "SELECT pg_advisory_xact_lock (1399351674, 1)", "-c", "\\echo held", "-c",
                                   "SELECT pg_sleep (60)"], stdout=subprocess.PIPE, text=True,
                                  env={**os.environ, "PGAPPNAME": "shizi pc-7"})
        try:
            while "held" not in holder.stdout.readline():
                pass
            college.login = "admin"
            writing = college.ok("server", "status")["writing"]
            assert writing["name"] == "任人事" and writing["host"] == "pc-7" and writing["since"], writing
            college.login = "renshi"
            assert college.ok("people", "find", "x")["people"] == []
        finally:
            holder.kill()
            holder.communicate()


def figures(college):
    """Everything of the samples that a command says, but for what is a name of the college itself."""
    asked = [("quota", "--on", expected()["quota"][-1]["date"])]
    asked += [("convert", "--year", "2025"), ("posts", "--on", "2025-12-31"), ("imports",), ("people", "find", "张"),
              ("pay", "compute", "--scheme", SAMPLES / "scheme.json", "--dry-run")]
    for words in asked:
        result = college.run(*words)
        yield words[:2], result.code, json.loads(result.out)


def differences(one, other, where=""):
    if isinstance(one, dict) and isinstance(other, dict):
        for key in one.keys() | other.keys():
            if key not in ("at", "who", "db", "changed_at", "file", "act", "act_id", "batch", "by"):
                yield from differences(one.get(key), other.get(key), f"{where}.{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, pair in enumerate(zip(one, other)):
            yield from differences(*pair, f"{where}[{index}]")
    elif one != other:
        yield f"{where}: {one!r}, not {other!r}"


def is_within(want, got):
    """Every field that is wanted is there and equal."""
    if isinstance(want, dict):
        return all(key in got and is_within(value, got[key]) for key, value in want.items())
    if isinstance(want, list):
        return len(want) == len(got) and all(map(is_within, want, got))
    return want == got


@case("/cli/srv-3/samples-say-the-same-on-server-and-file")
def same():
    establishment = expected()["establishment"]
    assert establishment == 128  # as accounts.c makes it
    with Served(staff=["renshi"]) as served, College(establishment=establishment) as college:
        served.import_samples()
        college.import_samples()
        for one, other in zip(figures(served), figures(college)):
            found = list(differences(one[2], other[2]))
            assert not found, (one[0], found[:10])
            assert one[1] == other[1] == 0, one
        said = {words[0]: answer for words, _, answer in figures(served)}
        for got, want in [(said["convert"]["people"], expected()["convert"]), (said["pay"], expected()["pay"])]:
            assert is_within(want, got), (want, got)
        assert served.ok("verify")["sound"] is True


def as_login(college, db, login, password, *words):
    environment = {key: value for key, value in os.environ.items() if key not in ("SHIZI_PASSWORD", "PGPASSWORD")}
    if password is not None:
        environment["SHIZI_PASSWORD"] = password
    return Result(subprocess.run([str(PROGRAM), "--db", str(db), "--as", login, "--json", *map(str, words)], capture_output=True,
                                 check=False, env=environment, stdin=subprocess.DEVNULL))


def done(result):
    assert result.code == 0, (result.code, result.out, result.err)
    return result.json


@case("/cli/srv-14/srv-15/from-a-file-to-a-server-and-back")
def there_and_back():
    with Served(init=False) as served:
        folder, first = served.folder, served.folder / "first.db"
        secret = served.write("password", PASSWORD)
        done(as_login(served, first, "admin", None, "init", "--name", "某技师学院", "--establishment", 128, "--administrator", "admin",
                      "--password-file", secret))
        done(as_login(served, first, "admin", PASSWORD, "account", "add", "renshi", "--name", "任人事", "--role", "personnel",
                      "--password-file", secret))
        done(as_login(served, first, "renshi", PASSWORD, "import", "people", SAMPLES / "教职工花名册.xlsx"))
        denied = as_login(served, first, "renshi", PASSWORD, "move", "--to", served.uri("postgres"))
        assert denied.code == 1 and denied.json["error"]["code"] == "role.denied", denied.out
        before = tables_of(first)

        moved = done(as_login(served, first, "admin", PASSWORD, "move", "--to", served.uri("postgres")))
        new = {account["login"]: account["password"] for account in moved["accounts"]}
        assert sorted(new) == ["admin", "renshi"] and PASSWORD not in new.values(), moved
        here = lambda login, *words: served.by(login, *words, password=new[login])
        assert done(here("renshi", "verify"))["college_moved_from_head"] == moved["head"]
        staff = done(here("renshi", "people", "find", "张"))["people"][0]["staff_no"]
        done(here("renshi", "people", "set", staff, "phone=13900000001"))
        for login in ("admin", "renshi"):
            refused_move = here(login, "move", "--to", folder / "back.db")
            assert refused_move.code == 1 and refused_move.json["error"]["code"] == "role.denied", refused_move.out

        # srv-15: a copy is the same without the two acts.
        copy = folder / "copy.db"
        assert here("renshi", "backup", "-o", copy).json["error"]["code"] == "role.denied" and not copy.exists()
        done(served.by("postgres", "backup", "-o", copy))
        kept = tables_of(copy)
        assert kept["people"] and len(kept["acts"]) >= len(before["acts"]) + 2, len(kept["acts"])

        beside = Path(shutil.move(copy, tempfile.mkdtemp(prefix="shizi-test-")))
        back = folder / "back.db"
        returned = done(served.by("postgres", "move", "--to", back))
        late = here("renshi", "people", "set", staff, "phone=13900000002")
        assert late.code == 1 and late.json["error"]["code"] == "college.moved", late.out
        keys = {account["login"]: account["password"] for account in returned["accounts"]}
        verified = done(as_login(served, back, "admin", keys["admin"], "verify"))
        assert verified["sound"] and verified["college_moved_from_head"] == returned["head"], verified
        after = tables_of(back)
        assert [act for act in before["acts"] if act not in after["acts"]] == []
        changed = {"acts", "act_heads", "act_signatures", "changes", "row_ids", "settings", "accounts", "account_keys", "sign_ins",
                   "people"}
        for table in before.keys() - changed:
            assert before[table] == after[table], table
        assert sum(1 for one, other in zip(before["people"], after["people"]) if one != other) == 1
    try:
        brought_back(beside, kept)
    finally:
        shutil.rmtree(beside.parent)


def brought_back(copy, kept):
    """srv-15, srv-18: the copy becomes a college on the server, equal in every row, and its log goes on."""
    with Served(init=False) as served:
        restored = done(served.by("postgres", "restore", copy))
        new = {account["login"]: account["password"] for account in restored["accounts"]}
        assert sorted(new) == ["admin", "renshi"], restored
        assert restored["rows"] == sum(map(len, kept.values())) - len(kept["schema_versions"]), restored
        assert done(served.by("renshi", "verify", password=new["renshi"]))["sound"] is True
        second = served.folder / "second.db"
        done(served.by("postgres", "backup", "-o", second))
        grown = ("acts", "act_heads", "act_signatures", "changes", "row_ids", "settings", "accounts", "account_keys", "sign_ins",
                 "schema_versions")
        after = tables_of(second)
        for table, rows in after.items():
            assert rows == kept[table] or table in grown, table
        assert [act for act in kept["acts"] if act not in after["acts"]] == []
        taken = served.by("postgres", "restore", copy)
        assert taken.code == 1 and taken.json["error"]["code"] == "store.exists", taken.out


@case("/cli/pkg-11/sealed-backup-onto-a-server")
def sealed_onto_server():
    """srv-15, pkg-11: opened, verified and moved by one command; the plain text is gone whatever happens."""
    with College() as college, Served(init=False) as served:
        home = college.folder / "home"
        college.ok("import", "people", SAMPLES / "教职工花名册.xlsx")
        sealed, password = college.folder / "college.szbak", college.write("sealing", "十二个字的密码一二三四五\n")
        assert college.ok("backup", "-o", sealed, "--password-file", password)["verified"] is True
        kept = tables_of(college.db)

        def restore(*words):
            result = Result(subprocess.run(
                [str(PROGRAM), "--db", served.uri("postgres"), "--json", "restore", *map(str, words)], capture_output=True,
                check=False, stdin=subprocess.DEVNULL, env={**os.environ, "XDG_DATA_HOME": str(home)}))
            assert not list(home.glob("**/*opening*")), list(home.glob("**/*"))
            return result

        for words, code in [((sealed,), "package.wrong_key"),
                            ((sealed, "--password-file", college.write("other", "another password 1\n")), "package.wrong_key")]:
            result = restore(*words)
            assert result.code == 1 and result.json["error"]["code"] == code, result.out
        damaged = bytearray(sealed.read_bytes())
        damaged[len(damaged) // 2] ^= 4
        (college.folder / "damaged.szbak").write_bytes(damaged)
        result = restore(college.folder / "damaged.szbak", "--password-file", password)
        assert result.code == 3 and result.json["error"]["code"] == "package.damaged", result.out
        restored = done(restore(sealed, "--password-file", password))
        assert restored["from"] == str(sealed) and restored["to"].startswith("postgresql://"), restored
        people = sql(served.name, "SELECT staff_no, name FROM people ORDER BY staff_no")
        assert len(people) == len(kept["people"]), (len(people), len(kept["people"]))
        assert done(served.by("postgres", "verify"))["college_moved_from_head"] == restored["head"]
        # A database that has a college already is left as it is.
        again = restore(sealed, "--password-file", password)
        assert again.code == 1 and again.json["error"]["code"] == "store.exists", again.out
        assert sql(served.name, "SELECT staff_no, name FROM people ORDER BY staff_no") == people


def commands_of(readme):
    """The indented lines below the heading about servers, without their remarks."""
    text = (SOURCE / readme).read_text("utf-8")
    block = re.search(r"^(    apt install postgresql.*?)\n\n", text, re.M | re.S).group(1)
    return [re.sub(r"\s+#.*$", "", line).strip() for line in block.splitlines()]


@case("/cli/srv-2/ten-commands-of-the-readme")
def readme():
    assert commands_of("README.md") == commands_of("README.zh_CN.md")
    commands = commands_of("README.md")
    assert len(commands) == 10, commands
    with College(init=False) as college:
        for name in ("P", "Q"):
            college.write(name, PASSWORD)
        shutil.copy(SAMPLES / "教职工花名册.xlsx", college.folder / "花名册.xlsx")
        script = "\n".join(["set -eu", f"shizictl() {{ '{PROGRAM}' \"$@\"; }}", "apt() { :; }", "su() { :; }", *commands])
        # The private server listens on its socket alone, and its owner is already there.
        script = script.replace("/var/run/postgresql", FOLDER).replace("@127.0.0.1/college\"", f"@/college?host={FOLDER}\"")
        script = script.replace("postgresql:///", "postgresql://postgres@/").replace("SHIZI_PASSWORD=…", f"SHIZI_PASSWORD='{PASSWORD}'")
        done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False, cwd=college.folder,
                              env={key: value for key, value in os.environ.items() if key != "SHIZI_PASSWORD"})
        assert done.returncode == 0, (done.stdout, done.stderr)
        assert int(sql("college", "SELECT count(*) FROM people")[0][0]) > 100, done.stdout
    sql("postgres", "DROP DATABASE college WITH (FORCE)")
    for (role,) in sql("postgres", "SELECT rolname FROM pg_roles WHERE rolname ~ '^(shizi_college_|admin$|wang$)'"):
        sql("postgres", f"DROP ROLE {role}")


@case("/cli/srv-12/two-editors-on-a-server")
def editors():
    with Served(staff=["renshi"]) as college:
        college.ok("import", "people", SAMPLES / "教职工花名册.xlsx")
        staff = college.ok("people", "find", "张")["people"][0]["staff_no"]
        version = college.ok("people", "show", staff)["row_version"]
        college.ok("people", "set", staff, "phone=13900000001", "--version", version)
        result = college.run("people", "set", staff, "phone=13900000002", "--version", version)
        error = result.json["error"]
        assert result.code == 1 and error["code"] == "row.stale" and error["by"] == "任人事", result.out
        assert error["version"] == version + 1 and [field["field"] for field in error["fields"]] == ["phone"], error
        college.ok("people", "delete", staff)
        result = college.run("people", "set", staff, "phone=13900000002", "--version", version + 1)
        error = result.json["error"]
        assert result.code == 1 and error["code"] == "row.gone" and error["by"] == "任人事" and error["at"], result.out


if __name__ == "__main__":
    if not FOLDER:
        print("1..0 # SKIP nothing was tried on a server: tests/with-pg.sh starts one")
        sys.exit(0)
    sys.exit(main(sys.argv[2:]))
