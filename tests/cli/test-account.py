#!/usr/bin/env python3
"""test-account.py — accounts, passwords, the recovery code; a college without accounts (acc-1, acc-2, acc-4, acc-6).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys

from accounts import ADMIN, STAFF, Accounts
from tap import case, College, main, SAMPLES, with_check_digit


@case("/cli/acc-1/without-accounts-as-before")
def without():
    with College() as college:
        who = college.ok("whoami")
        assert who == {"login": None, "name": "测试", "roles": [], "signed_in": False}, who
        assert college.ok("account", "list") == {"accounts": []}
        college.ok("verify")


@case("/cli/acc-1/the-first-account-switches-sign-in-on")
def first():
    with College() as college:
        good = college.write("password", ADMIN[3] + "\n")
        for words, code in [(("wrong login!", "--name", "安", "--role", "administrator"), "account.login"),
                            (("admin", "--name", "安", "--role", "personnel"), "account.first"),
                            (("admin", "--name", "安", "--role", "king"), "account.role"),
                            (("admin", "--name", "安", "--role", "administrator,personnel"), "account.roles_apart")]:
            result = college.run("account", "add", *words, "--password-file", good)
            assert result.code == 1 and result.json["error"]["code"] == code, (words, result.out)
        for text, code in [("short", "account.password_short"), ("111111111111", "account.password_common"),
                           ("Password1234", "account.password_common"), ("abcdefghijklmn", "account.password_common"),
                           ("administratora", "account.password_own")]:
            bad = college.write("bad", text)
            result = college.run("account", "add", "administratora", "--name", "安", "--role", "administrator", "--password-file", bad)
            assert result.code == 1 and result.json["error"]["code"] == code, (text, result.out)
        assert college.ok("account", "list") == {"accounts": []}
        made = college.ok("account", "add", "admin", "--name", "安管理", "--role", "administrator", "--password-file", good)
        assert len(made["recovery_code"]) == 26 and made["recovery_code"].isalpha(), made
        for env, code in [({}, "account.password_missing"), ({"SHIZI_PASSWORD": ADMIN[3]}, "account.wrong")]:
            result = college.run("people", "find", "x", env=env)
            assert result.code == 1 and result.json["error"]["code"] == code, result.out
        who = college.run("--as", "admin", "--password-file", good, "whoami")
        assert who.json == {"login": "admin", "name": "安管理", "roles": ["administrator"], "signed_in": True}, who.out
        text = college.run("--as", "admin", "verify", flags=(), env={"SHIZI_PASSWORD": ADMIN[3]})
        assert text.code == 0, text.err


@case("/cli/acc-1/a-college-that-has-accounts-from-the-start")
def from_the_start():
    with College(init=False) as college:
        bad = college.write("bad", "kurz")
        words = ("init", "--name", "某技师学院", "--establishment", "10", "--administrator", "admin", "--password-file")
        result = college.run(*words, bad)
        assert result.code == 1 and result.json["error"]["code"] == "account.password_short" and not college.db.exists(), result.out
        made = college.ok(*words, college.write("good", ADMIN[3]))
        assert made["college"] == "某技师学院" and len(made["recovery_code"]) == 26, made
        who = college.run("--as", "admin", "whoami", env={"SHIZI_PASSWORD": ADMIN[3]})
        assert who.json["name"] == "测试", who.out


@case("/cli/acc-2/accounts-made-closed-and-listed")
def accounts():
    with Accounts() as college:
        listed = college.ok("account", "list")["accounts"]
        assert [(a["login"], a["name"], a["roles"], a["state"]) for a in listed] == sorted(
            (login, name, roles.split(","), "active") for login, name, roles, _ in [ADMIN, *STAFF]), listed
        assert all(len(a["fingerprint"].split()) == 8 and a["last_seen"] for a in listed), listed
        assert len({a["fingerprint"] for a in listed}) == 5
        password = college.write("password", "another battery staple 9")
        for words, code in [(("renshi", "--name", "新", "--role", "finance"), "account.known"),
                            (("neu", "--name", "任人事", "--role", "finance"), "account.name_known"),
                            (("neu", "--name", "新", "--role", "personnel,finance"), "account.joint"),
                            (("neu", "--name", "新", "--role", "supervisor,leader"), "account.roles_apart")]:
            college.refused(code, "admin", "account", "add", *words, "--password-file", password)
        for login in ("renshi", "caiwu", "yuan", "jiwei"):
            college.refused("role.denied", login, "account", "list")
            college.refused("role.denied", login, "account", "add", "neu", "--name", "新", "--role", "leader", "--password-file", password)
            college.refused("role.denied", login, "account", "close", "caiwu")
        college.login = "renshi"
        college.ok("param", "set", "account.joint_offices", "true", "--from", "2020-01-01", "--source", "院字〔2026〕1号")
        college.login = "admin"
        college.ok("account", "role", "caiwu", "finance,personnel")
        assert [a["roles"] for a in college.ok("account", "list")["accounts"] if a["login"] == "caiwu"] == [["personnel", "finance"]]
        college.ok("account", "close", "yuan")
        college.refused("account.already_closed", "admin", "account", "close", "yuan")
        college.refused("account.unknown", "admin", "account", "close", "nobody")
        college.refused("account.last_administrator", "admin", "account", "close", "admin")
        college.refused("account.last_administrator", "admin", "account", "role", "admin", "leader")
        college.refused("account.wrong", "yuan", "whoami")
        college.login = "admin"
        college.ok("verify")


@case("/cli/acc-4/wrong-passwords-wait-and-say-nothing")
def wrong():
    with Accounts() as college:
        said = set()
        for login in ("nobody", "caiwu"):
            # On a slow machine the wait may be over before it is looked at.
            college.refused("account.wrong", login, "whoami", password="wrong")
            college.sql("UPDATE sign_ins SET wrong = 7 WHERE login = ?", login)
            said.add(college.refused("account.wrong", login, "whoami", password="wrong").json["error"]["message"])
            waiting = college.refused("account.wait", login, "whoami")
            assert any(str(n) in waiting.json["error"]["message"] for n in range(60, 121)), waiting.out
        assert len(said) == 1, said
        college.login = "admin"
        assert [a["state"] for a in college.ok("account", "list")["accounts"] if a["login"] == "caiwu"] == ["locked"]
        college.sql("UPDATE sign_ins SET wait_until = '2026-01-01T00:00:00Z', wrong = 5")
        college.refused("account.wrong", "caiwu", "whoami", password="wrong")
        seconds = college.sql("SELECT CAST((julianday (wait_until) - julianday ('now')) * 86400 AS INTEGER) FROM sign_ins WHERE login = 'caiwu'")
        assert 20 <= seconds[0][0] <= 30, seconds
        college.login = "admin"
        college.ok("account", "unlock", "caiwu")
        college.login = "caiwu"
        college.ok("whoami")
        assert college.sql("SELECT wrong, wait_until FROM sign_ins WHERE login = 'caiwu'") == [(0, "")]
        college.login = "admin"
        college.ok("verify")


@case("/cli/acc-4/passwords-changed-and-recovered")
def passwords():
    with Accounts() as college:
        new = college.write("new", "quite another battery 7")
        college.login = "renshi"
        college.ok("account", "password", "renshi", "--password-file", new)
        college.refused("account.wrong", "renshi", "whoami")
        assert college.by("renshi", "whoami", password="quite another battery 7").code == 0
        college.refused("role.denied", "caiwu", "account", "password", "renshi", "--password-file", new)
        prints = {a["login"]: a["fingerprint"] for a in college.by("admin", "account", "list").json["accounts"]}
        college.ok("account", "password", "caiwu", "--password-file", new)
        after = {a["login"]: a["fingerprint"] for a in college.ok("account", "list")["accounts"]}
        assert after["renshi"] == prints["renshi"] and after["caiwu"] != prints["caiwu"], (prints, after)
        assert college.by("caiwu", "whoami", password="quite another battery 7").code == 0
        code = college.write("code", f"{college.code[:13].lower()}-{college.code[13:]}\n")
        for bad in ("ABCDEF", college.code[:-1] + "Q" + "Q"):
            wrong_code = college.write("wrong", bad)
            college.refused("account.code", "x", "account", "recover", "admin", "--code-file", wrong_code, "--password-file", new)
        college.refused("account.code", "x", "account", "recover", "renshi", "--code-file", code, "--password-file", new)
        assert college.by("x", "account", "recover", "admin", "--code-file", code, "--password-file", new).code == 0
        college.refused("account.code", "x", "account", "recover", "admin", "--code-file", code, "--password-file", new)
        college.refused("account.wrong", "admin", "whoami")
        assert college.by("admin", "verify", password="quite another battery 7").code == 0


@case("/cli/acc-5/who-computed-does-not-review")
def maker_and_checker():
    with Accounts() as college:
        college.login = "renshi"
        college.import_samples()
        college.login = "caiwu"
        college.ok("pay", "compute", "--scheme", SAMPLES / "scheme.json")
        college.refused("run.same_person", "caiwu", "pay", "review", "1")
        college.login = "renshi"
        college.ok("pay", "review", "1")


@case("/cli/acc-7/what-a-file-does-not-protect-is-said")
def protects():
    with College() as college:
        told = college.run("account", "add", "admin", "--name", "安管理", "--role", "administrator", "--password-file",
                           college.write("good", ADMIN[3]), flags=(), env={"LC_ALL": "C.UTF-8", "LANGUAGE": "en"})
        assert told.code == 0, told.err
        for word in ("another tool", "deleting it", "forge"):
            assert word in told.out, (word, told.out)


@case("/cli/aud-6/who-sees-an-application")
def tolerance():
    """The supervisor all; others their own, and what the conclusion opens to their department or to the college."""
    numbers = [with_check_digit(f"37010219800101{i:03d}") for i in (1, 3, 5)]
    with Accounts() as college:
        people = college.write("people.csv", "工号,姓名,身份证号,部门,人员类别,来校日期\n" + "".join(
            f"{1001 + i},{name},{numbers[i]},{office},在编,2010-07-01\n" for i, (name, office) in enumerate(
                (("任人事", "人事处"), ("蔡财务", "财务处"), ("张三", "财务处")))))
        assert college.by("renshi", "import", "people", people).code == 0
        head = "编号,申请人工号,事项,关联编号,申请日期,核实人,核实日期,核实意见,认定会议,认定日期,结论,公开范围\n"
        done = "2025-03-01,纪监督,2025-03-05,属实,院长办公会,2025-03-10,予以容错"
        rows = college.write("t.csv", head + f"RC-1,1003,先行先试,1,{done},部门\nRC-2,1003,先行先试,2,{done},全院\n"
                             f"RC-3,1003,先行先试,3,{done},不公开\nRC-4,1002,先行先试,4,{done},本人\n"
                             "RC-5,1003,先行先试,5,2025-03-01,,,,,,,\nRC-6,1001,先行先试,6,2025-03-01,,,,,,,\n")
        result = college.by("renshi", "import", "tolerance", rows)
        assert result.code == 0, result.out
        for login, seen in (("jiwei", "123456"), ("renshi", "26"), ("caiwu", "124"), ("yuan", "2")):
            result = college.by(login, "tolerance")
            assert [item["no"] for item in result.json["items"]] == [f"RC-{n}" for n in seen], (login, result.out)
            register = college.by(login, "register", "tolerance").json
            assert [row["cells"]["编号"] for row in register["rows"]] == [f"RC-{n}" for n in seen], (login, register)
        college.refused("role.denied", "admin", "tolerance")
        college.refused("role.denied", "caiwu", "register", "kinship")


@case("/cli/acc-6/acts-are-signed")
def signed():
    with Accounts() as college:
        college.login = "renshi"
        college.ok("param", "set", "load.repeat", "0.8", "--from", "2026-01-01", "--source", "院字〔2026〕2号")
        college.refused("role.denied", "yuan", "param", "set", "load.repeat", "0.8", "--from", "2026-01-01", "--source", "x")
        college.login = "admin"
        college.ok("verify")
        first_act = college.sql("SELECT min (since_seq) FROM account_keys")[0][0]
        unsigned = college.sql("SELECT count (*) FROM acts WHERE seq >= ? AND seq NOT IN (SELECT act_seq FROM act_signatures)", first_act)
        assert unsigned == [(0,)], unsigned
        last = college.sql("SELECT max (seq) FROM acts WHERE kind = 'param.set' AND refused = 0")[0][0]
        signature = college.sql("SELECT signature, account_id FROM act_signatures WHERE act_seq = ?", last)[0]
        for change, code in [("DELETE FROM act_signatures WHERE act_seq = ?", "audit.unsigned"),
                             ("UPDATE act_signatures SET account_id = 1 WHERE act_seq = ?", "audit.signature_wrong"),
                             ("UPDATE act_signatures SET signature = (SELECT signature FROM act_signatures WHERE act_seq = ? - 1)"
                              f" WHERE act_seq = {last}", "audit.signature_wrong")]:
            college.sql(change, last)
            result = college.run("verify")
            assert code in [f["code"] for f in result.json["findings"]], (change, result.out)
            college.sql("INSERT INTO act_signatures (act_seq, account_id, signature) VALUES (?, ?, ?) ON CONFLICT (act_seq) DO UPDATE SET"
                        " signature = excluded.signature, account_id = excluded.account_id", last, signature[1], signature[0])
        assert college.run("verify").json["findings"] == []


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
