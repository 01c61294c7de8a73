#!/usr/bin/env python3
"""test-server-rights.py — what the server itself lets each role do, whatever program asks: every table by every role in raw SQL,
masked numbers, hidden rows, and the guards of acts, journal, steps and accounts (srv-4, srv-5, acc-5).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import hashlib
import os
import sys

from rights_walk import walk as walk_commands
from served import FOLDER, STAFF, Served, refused, sql
from tap import SAMPLES, SOURCE, case, main, with_check_digit

LOGINS = ("renshi", "caiwu", "yuan", "jiwei", "admin")

# RULE acc-3 by tables: personnel, finance, leader, supervisor, administrator. r reads, a adds, u changes, w deletes, i adds without
# reading, m reads numbers masked, - nothing. Written from the rule and not from rights.sql.
LINES = {
    "people, posts, titles, recruiting: personnel writes": ("wrmr-", """people applicants applicant_honours exam_judges
        panel_members"""),
    "of them without numbers": ("wrrr-", """person_records services departments leaves establishment_rows post_plans
        record_papers schoolings certificates yearly_hours further_educations practices achievements disciplines dual_posts
        special_posts student_affairs title_standards title_rounds title_applications title_decisions title_confirmations
        title_scores title_objections title_appeals title_notices title_certificates title_evidences recusals ballots assess_years
        appointment_cases recruit_plans recruit_positions recruit_relaxations exam_scores exam_locks applicant_checks
        applicant_decisions recruit_objections recruit_hires staff_contracts kinships leaders erasures"""),
    "workload: personnel": ("wrrr-", """teaching_records training_records quotas roles awards factors assessments timetable"""),
    "contracts of part-time teachers: personnel": ("wrmr-", "contracts parttime_cases"),
    "their stretches and lectures": ("wrrr-", "contract_stretches parttime_lectures"),
    "fees: finance": ("rwrr-", "fee_sheets parttime_funds"),
    "fees by number": ("rwmr-", "fee_lines bank_accounts"),
    "runs: both offices": ("wwrr-", """annual_pays salaries talents pay_runs pay_people pay_lines pay_lives pay_splits
        pay_adjustments pay_objections pay_inputs pay_differences"""),
    "ledger, paying out, income of training: finance": ("rwrr-", """pay_ledger advances transfers training_incomes pay_nets
        pay_settled pay_collections"""),
    "papers of applicants, scanned with their numbers": ("wr-r-", "title_files"),
    "tax: not for the leader": ("rw-r-", "withholdings tax_statuses"),
    "targets and registers: personnel": ("wrrr-", "targets target_entries majors skill_results rotation_roster rotation_courses"
                                                  " contests"),
    "registers by number": ("wrmr-", "trainees graduates skill_dues"),
    "findings and their cases: answered, accepted": ("wwrwu", "cases case_steps findings"),
    "scans": ("wwrwr", "finding_scans"),
    "rectification": ("wwrw-", "rectify_items"),
    "tolerance": ("wrrw-", "tolerances"),
    "calendar": ("wrrrr", "calendar_days"),
    "parameters": ("wwrrr", "parameters trusted_keys settings"),
    "imports": ("wwrwr", "import_batches"),
    "what imports learn": ("wwrw-", "import_mappings import_synonyms"),
    "packages": ("ww-r-", "packages handover_rows"),
    "the log: everybody adds, nobody changes": ("aaaaa", "acts act_signatures"),
    "the journal: not read by leader and administrator": ("aaiai", "changes"),
    "the head: moved by the guard alone": ("rrrrr", "act_heads schema_versions"),
    "accounts: guarded row by row": ("uuuuu", "accounts account_keys row_ids sign_ins"),
}
MAY = {"-": "", "m": "", "r": "S", "a": "SI", "i": "I", "u": "SIU", "w": "SIUD"}

# Each statement by itself; rights are asked before the rows are.
WALK = """DO $$
DECLARE t record; said text := ''; word text; head text := %s;
BEGIN
  FOR t IN SELECT relname AS name FROM pg_class WHERE relnamespace = head::regnamespace AND relkind IN ('r', 'v') ORDER BY 1 LOOP
    said := said || t.name || '=';
    FOREACH word IN ARRAY ARRAY['SELECT 1 FROM %%s WHERE false', 'INSERT INTO %%s DEFAULT VALUES',
        'UPDATE %%s SET {c} = {c} WHERE false', 'DELETE FROM %%s WHERE false', 'TRUNCATE %%s'] LOOP
      BEGIN
        word := replace (word, '{c}', (SELECT attname FROM pg_attribute WHERE attrelid = (head || '.' || t.name)::regclass
          AND attnum = 1));
        EXECUTE format (word, head || '.' || t.name);
        said := said || left (word, 1);
      EXCEPTION WHEN insufficient_privilege THEN NULL;
        WHEN OTHERS THEN said := said || left (word, 1);
      END;
    END LOOP;
    said := said || ' ';
  END LOOP;
  PERFORM set_config ('walk.said', said, false);
END $$"""


def walk(college, login, schema):
    rows = sql(college.name, [WALK % f"'{schema}'", "SELECT current_setting ('walk.said')"], login)
    return dict(entry.split("=") for entry in rows[0][0].split())


@case("/cli/srv-4/every-table-by-every-role")
def tables():
    lines = {}
    for letters, names in LINES.values():
        for name in names.split():
            assert name not in lines, name
            lines[name] = letters
    with Served(staff=list(STAFF)) as college:
        there = {name for (name,) in sql(college.name, "SELECT relname FROM pg_class WHERE relnamespace = 'shizi'::regnamespace"
                                         " AND relkind = 'r'")}
        assert there == set(lines), there ^ set(lines)
        for place, login in enumerate(LOGINS):
            found = walk(college, login, "shizi")
            # A row without a value is none of their own.
            for own, name, may in [("caiwu", "parameters", "SUD"), ("admin", "findings", "SU")]:
                assert login != own or found.pop(name) == may, (login, name)
            wrong = {name: (lines[name][place], may) for name, may in found.items() if may != MAY[lines[name][place]]}
            assert not wrong, (login, wrong)
        masked = walk(college, "yuan", "shizi_leader")
        # TRUNCATE is no word for a view.
        assert masked == {name: "ST" for name, letters in lines.items() if letters[2] == "m"}, masked
        for login in set(LOGINS) - {"yuan"}:
            refused("42501", college.name, "SELECT name FROM shizi_leader.people", login)
        # Wherever a number of a person stands, the leader sees it masked or not at all.
        for name, column in sql(college.name, "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'shizi'"
                                " AND column_name IN ('id_number', 'phone', 'bank_account', 'account') AND table_name <> 'pay_ledger'"):
            assert lines[name][2] in "m-", (name, column)
            view = sql(college.name, f"SELECT pg_get_viewdef ('shizi_leader.{name}'::regclass)")
            assert f"mask_number({column})" in str(view).replace(f"{name}.", ""), (name, column, view)


@case("/cli/srv-4/numbers-masked-for-the-leader")
def masks():
    with Served(staff=("caiwu", "jiwei", "yuan", "renshi")) as college:
        college.ok("import", "people", SAMPLES / "教职工花名册.xlsx")
        person = college.ok("people", "find", "张")["people"][0]["staff_no"]
        college.ok("people", "set", person, "phone=13900000001")
        whole = sql(college.name, f"SELECT id_number, phone FROM people WHERE staff_no = '{person}'", "renshi")[0]
        # The administrator finds nobody there, and reads the findings of his own area all the same.
        assert sql(college.name, "SELECT count(*) FROM shizi_administrator.people", "admin") == [["0"]]
        college.login = "yuan"
        seen = college.ok("people", "show", person)
        assert seen["name"] and whole[0] not in str(seen) and whole[1] not in str(seen), seen
        assert sql(college.name, f"SELECT id_number, phone FROM shizi_leader.people WHERE staff_no = '{person}'", "yuan") == [
            [whole[0][:6] + "*" * 8 + whole[0][-4:], "139****0001"]]
        refused("42501", college.name, "SELECT name FROM shizi.people", "yuan")
        assert college.run("verify").json["error"]["code"] == "role.denied"
        for login in ("renshi", "caiwu", "jiwei"):
            college.login = login
            assert college.ok("verify")["sound"] is True, login


@case("/cli/srv-4/acc-5/rows-that-a-role-does-not-see")
def rows():
    with Served(staff=list(STAFF)) as college:
        college.import_samples()
        college.login = "caiwu"
        college.ok("pay", "compute", "--scheme", SAMPLES / "scheme.json")
        count = lambda table, login: int(sql(college.name, f"SELECT count(*) FROM {table}", login)[0][0])
        tables_of_runs = ("pay_runs", "pay_people", "pay_lines", "pay_lives", "pay_inputs")
        for table in tables_of_runs:
            assert count(table, "yuan") == 0 < count(table, "caiwu"), table
        # RULE acc-5: nobody reviews what he computed, and the server says so to raw SQL, too.
        case_id, last = sql(college.name, "SELECT c.id, max (s.seq) FROM cases c JOIN case_steps s ON s.case_id = c.id"
                            " WHERE c.kind = 'pay.run' GROUP BY c.id")[0]
        step = f"""INSERT INTO case_steps SELECT max (id) + 1, 1, '', '', {case_id}, {int(last) + 1}, '%s', '%s', '%s', '%s',
                   '', '', '', '', '', '' FROM case_steps"""
        for values, login, state, code in [(("review", "computed", "reviewed", "蔡财务"), "caiwu", "SZ002", "run.same_person"),
                                           (("review", "computed", "reviewed", "别人"), "caiwu", "SZ002", "role.denied"),
                                           (("approve", "computed", "approved", "任人事"), "renshi", "SZ001", "run.state"),
                                           (("pay", "approved", "paid", "任人事"), "renshi", "SZ001", "server.step")]:
            beside_the_journal(college, login, step % values, "case_steps", "(SELECT max (id) FROM case_steps)", state, code)
        college.login = "renshi"
        college.ok("pay", "review", "1")
        for table in tables_of_runs:
            assert count(table, "yuan") == count(table, "caiwu") > 0, table
        refused("SZ001", college.name, "DELETE FROM pay_lines", "renshi")
        refused("SZ001", college.name, "UPDATE pay_people SET name = 'x'", "caiwu")
        college.login = "caiwu"
        college.ok("param", "set", "pay.publicity_wd", "7", "--from", "2026-01-01", "--source", "院发〔2026〕7号")
        refused("42501", college.name, ["BEGIN", "INSERT INTO parameters VALUES (999, 1, '', '', 'load.repeat', '', '', '', '')"],
                "caiwu")


def part(text):
    return f"{len(text.encode())}:{text}"


def digest(*parts):
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def make_act(college, who, at=None, changes=(), **wrong):
    """The statements of an act as the program would write it, but for what is wrong about it."""
    seq, last, head = sql(college.name, "SELECT seq, last_change, hash FROM act_heads")[0]
    seq, first = int(seq) + 1, int(last) + 1
    at = at or datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    texts, statements = [], []
    for number, (table, row, version, op, before, after) in enumerate(changes, first):
        texts += [f"{number},{seq},", part(table), f"{row},{version},{op}", part(before), part(after)]
        statements.append(f"INSERT INTO changes VALUES ({number}, {seq}, '{table}', {row}, {version}, '{op}', '{before}', '{after}')")
    act = {"act_id": f"raw-{seq}", "at": at, "who": who, "kind": "person.edit", "summary": "{}", "source": "", "source_hash": "",
           "changes_hash": digest(*texts) if texts else "", "prev_hash": head}
    act.update(wrong)
    hashed = digest(f"{seq},0,{first},{len(changes)},", *map(part, act.values()))
    return statements + [f"""INSERT INTO acts VALUES ({seq}, '{act["act_id"]}', '{act["at"]}', '{act["who"]}', '{act["kind"]}', 0,
        '{act["summary"]}', '', '', {first}, {len(changes)}, '{act["changes_hash"]}', '{act["prev_hash"]}',
        '{wrong.get("hash", hashed)}')"""]


def beside_the_journal(college, login, statement, table, row, state, code):
    """With a journal and an act as they should be: what is refused is the statement itself."""
    number = sql(college.name, f"SELECT coalesce (({row}), 0) + 1")[0][0]
    act = make_act(college, STAFF[login][0], changes=[(table, number, 1, "i", "", "{}")])
    refused(state, college.name, ["BEGIN", statement, *act, "COMMIT"], login, code)


@case("/cli/srv-5/no-row-beside-the-journal")
def journal():
    with Served(staff=("caiwu", "renshi")) as college:
        college.ok("import", "people", SAMPLES / "教职工花名册.xlsx")
        number, version = sql(college.name, "SELECT id, row_version FROM people ORDER BY id LIMIT 1")[0]
        change = f"UPDATE people SET name = 'x', row_version = row_version + 1 WHERE id = {number}"
        refused("SZ001", college.name, change, "renshi", "server.journal")
        refused("SZ001", college.name, ["BEGIN", change, *make_act(college, "任人事"), "COMMIT"], "renshi", "server.journal")
        refused("SZ001", college.name, f"DELETE FROM person_records WHERE person_id = {number}", "renshi", "server.journal")
        row = ("people", number, int(version) + 1, "u", "{}", "{}")
        # No other name, time, hash or count than its own.
        for who, wrong, state, code in [("蔡财务", {}, "SZ002", "server.who"),
                                        ("任人事", {"at": "2020-01-01T00:00:00Z"}, "SZ002", "server.clock"),
                                        ("任人事", {"hash": "0" * 64}, "SZ001", "server.hash"),
                                        ("任人事", {"changes_hash": "0" * 64}, "SZ001", "server.changes"),
                                        ("任人事", {"prev_hash": "0" * 64}, "SZ001", "server.head")]:
            refused(state, college.name, ["BEGIN", change, *make_act(college, who, changes=[row], **wrong), "COMMIT"], "renshi", code)
        later = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=11)).strftime("%Y-%m-%dT%H:%M:%SZ")
        refused("SZ002", college.name, ["BEGIN", *make_act(college, "任人事", at=later), "COMMIT"], "renshi", "server.clock")
        refused("42501", college.name, "UPDATE act_heads SET seq = seq + 1", "renshi")
        assert college.ok("verify")["sound"] is True


@case("/cli/srv-4/accounts-are-the-administrators")
def accounts():
    with Served(staff=("caiwu", "renshi")) as college:
        for query in ("UPDATE accounts SET roles = 'administrator' WHERE login = 'renshi'",
                      "UPDATE accounts SET name = '新名' WHERE login = 'renshi'",
                      "UPDATE accounts SET private_key = '' WHERE login = 'caiwu'",
                      "INSERT INTO account_keys SELECT 99, 1, '', '', id, 'x', 1 FROM accounts WHERE login = 'caiwu'"):
            refused("SZ002", college.name, query, "renshi", "role.denied")
        # Numbers are blotted out of the journal by the one function that may, and by who may erase.
        refused("42501", college.name, "UPDATE changes SET before = ''", "renshi")
        refused("SZ002", college.name, "SELECT blot_changes ('110101199001011237', '')", "caiwu", "role.denied")
        refused("SZ002", college.name, "SELECT blot_changes ('110101199001011237', '别的')", "renshi", "role.denied")
        college.login = "renshi"
        number = with_check_digit("11010119800101123")
        college.ok("import", "people", college.write("people.csv", "工号,姓名,身份证号,部门,人员类别,来校日期,离校日期,在职状态\n"
                                                      f"1,张三,{number},机械系,在编,2010-07-01,2020-07-01,离职\n"))
        held = f"SELECT count(*) FROM changes WHERE strpos (before || after, '{number}') > 0"
        assert int(sql(college.name, held)[0][0]) > 0
        college.ok("erase", "1", "--document", "鲁人社〔2026〕1号")
        assert int(sql(college.name, held)[0][0]) == 0 and college.ok("verify")["sound"] is True


@case("/cli/srv-4/every-command-of-every-role")
def commands():
    """What the program lets a role do, the grants let the program do for it."""
    with Served(staff=list(STAFF)) as college:
        # RULE acc-3 ² ³: on a server a copy and a move are for its own administrator, and who may not read the journal cannot verify.
        college.may = lambda command, letter: {"backup": False, "move": False}.get(command) if letter not in "LA" or \
            command not in ("verify", "verify accept") else False
        walk_commands(college, os.environ.get("SHIZI_LONG"))
        college.login = "renshi"
        assert college.ok("verify")["sound"] is True


@case("/cli/srv-4/rights-are-given-by-one-table")
def written_once():
    text = (SOURCE / "src/store/schema/pgsql/rights.sql").read_text("utf-8")
    assert text.count("GRANT %s ON %I") == 1 and "GRANT SELECT ON ALL" not in text


if __name__ == "__main__":
    if not FOLDER:
        print("1..0 # SKIP nothing was tried on a server: tests/with-pg.sh starts one")
        sys.exit(0)
    sys.exit(main(sys.argv[2:]))
