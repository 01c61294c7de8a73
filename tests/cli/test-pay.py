#!/usr/bin/env python3
"""test-pay.py — schemes that are faulty or refused, why, forms: exit codes, findings, an unchanged database.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import copy
import hashlib
import json
import sqlite3
import sys

from tap import SAMPLES, College, case, main

COLLEGE = College()
SCHEME = json.loads((SAMPLES / "scheme.json").read_text("utf-8"))
LOG = {"acts", "act_heads"}


def digest():
    """Everything but the log of acts."""
    database = sqlite3.connect(f"file:{COLLEGE.db}?mode=ro", uri=True)
    tables = [row[0] for row in database.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1") if row[0] not in LOG]
    content = [(table, database.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()) for table in tables]
    refused = database.execute("SELECT COUNT(*) FROM acts WHERE refused = 1").fetchone()[0]
    database.close()
    return hashlib.sha256(repr(content).encode()).hexdigest(), refused


def attempt(scheme):
    text = scheme if isinstance(scheme, str) else json.dumps(scheme, ensure_ascii=False)
    path = COLLEGE.write("方案.json", text)
    before, refused = digest()
    result = COLLEGE.run("pay", "compute", "--scheme", path)
    after, refused_after = digest()
    assert after == before, "the database changed"
    assert refused_after == refused + 1, "the attempt is not in the log"
    assert result.json["error"]["message"] not in ("", result.json["error"]["code"]), result.json["error"]
    for finding in result.json.get("findings", []):
        assert finding["message"] and finding["code"] not in finding["message"], finding
    return result


def changed(change):
    scheme = copy.deepcopy(SCHEME)
    change(scheme)
    return scheme


@case("/cli/samples/load")
def load():
    COLLEGE.import_samples()


@case("/cli/pay-4/faulty-schemes")
def faulty():
    cases = [
        (lambda s: s["components"][2]["factors"].append("luck"), "scheme.factor_unknown", "components[2].factors[4]"),
        (lambda s: s.update(pool="3634560.005"), "scheme.decimals", "pool"),
        (lambda s: s["coefficients"].pop("post"), "scheme.coefficients_missing", "coefficients.post"),
        (lambda s: s.update(colour="red"), "scheme.key_unknown", "colour"),
        (lambda s: s.update(pool=3634560), "scheme.type", "pool"),
        (lambda s: s["components"].clear(), "scheme.components_missing", "components"),
    ]
    for change, code, place in cases:
        result = attempt(changed(change))
        assert result.code == 3, (code, result.err)
        found = [(f["code"], f["column"]) for f in result.json["findings"]]
        assert found == [(code, place)], found
        assert result.json["findings"][0]["file"] == "方案.json"


@case("/cli/pay-4/malformed")
def malformed():
    result = attempt('{\n "name": "x",\n "pool" "1.00"\n}')
    assert result.code == 3
    (finding,) = result.json["findings"]
    assert finding["code"] == "scheme.syntax" and finding["row"] == 3, finding
    assert "3" in finding["message"] and "14" in finding["message"], finding


@case("/cli/pay-5/missing-coefficients")
def missing_coefficients():
    result = attempt(changed(lambda s: s["coefficients"]["post"].pop("中级")))
    assert result.code == 3
    findings = result.json["findings"]
    assert len(findings) > 10 and {f["code"] for f in findings} == {"pay.coefficient_missing"}
    result = attempt(changed(lambda s: s["coefficients"]["assessment"].pop("合格")))
    assert result.code == 3 and len(result.json["findings"]) > 10


@case("/cli/pay-4/refusals")
def refusals():
    cases = [
        (lambda s: s["components"][0].update(ratio="0.9600"), "scheme.ratio_over_one"),
        (lambda s: s["fixed"][0].update(amount="9999999.00"), "pay.allowances_over_pool"),
        (lambda s: s.update(pool="0", fixed=[]), "pay.pool_empty"),
        (lambda s: s["components"][1].update(filter={"staff_no": ["1001"]}), "pay.pool_without_points"),
    ]
    for change, code in cases:
        result = attempt(changed(change))
        assert result.code == 1, (code, result.code, result.err)
        assert result.json["error"]["code"] == code


@case("/cli/pay-5/no-file")
def no_file():
    result = COLLEGE.run("pay", "compute", "--scheme", COLLEGE.folder / "none.json")
    assert result.code == 4 and result.json["error"]["code"] == "file.missing"
    assert COLLEGE.run("pay", "compute").code == 2
    assert COLLEGE.run("pay", "show", "x").code == 2


@case("/cli/pay-13/why")
def why():
    COLLEGE.ok("pay", "compute", "--scheme", SAMPLES / "scheme.json")
    shown = COLLEGE.ok("pay", "show", 1)
    for person in shown["people"][:40]:
        told = COLLEGE.ok("pay", "why", 1, person["staff_no"])
        amounts = {c["component"]: c["amount"] for c in told["components"] if c["admitted"]}
        amounts.update({f["name"]: f["amount"] for f in told["fixed"]})
        assert amounts == person["amounts"], told
        assert told["total"] == person["total"] and told["ceiling"] == person["ceiling"]
        for component in told["components"]:
            assert component["admitted"] == bool(component["factors"]), component
    excluded = shown["excluded"][0]
    told = COLLEGE.ok("pay", "why", 1, excluded["staff_no"])
    assert told["excluded"] == excluded["reason"] and told["message"]
    assert COLLEGE.run("pay", "why", 1, "nobody").code == 1
    assert COLLEGE.run("pay", "why", 9, "1001").code == 1


@case("/cli/num-5/text-adds-up")
def text():
    def amount(line):
        return int(next(word for word in line.split() if "." in word).replace(",", "").replace(".", ""))
    result = COLLEGE.run("pay", "show", "1", flags=(), env={"LANGUAGE": "en"})
    assert result.code == 0
    pools, people, departments = result.out.split("\n\n")[1:4]
    pools = [amount(line) for line in pools.splitlines()[1:]]
    assert sum(pools[:-1]) == pools[-1] == 363456000
    people = [amount(line) for line in people.splitlines()[1:4]]
    assert people[0] + people[1] == people[2] == 363456000
    departments = [amount(line) for line in departments.splitlines()[1:]]
    assert sum(departments[:-1]) == departments[-1] == people[1]


@case("/cli/form/list-and-write")
def forms():
    listed = COLLEGE.ok("form", "list")["forms"]
    assert [form["form"] for form in listed] == ["roster", "F10", "F16", "F19", "F20", "notice", "F24", "F25", "F26",
                                                 "F27", "F33", "slips", "slip", "establishment", "forecast"]
    for form in listed:
        for suffix in ("xlsx", "pdf", "csv"):
            path = COLLEGE.folder / f"{form['form']}.{suffix}"
            COLLEGE.ok("form", form["form"], "--year", "2025", "--run", "1", "--on", "2025-12-31", "-o", path)
            assert path.stat().st_size > (100 if suffix == "csv" else 500), path
    assert COLLEGE.run("form", "F20").code == 2
    assert COLLEGE.run("form", "F24", "-o", COLLEGE.folder / "x.csv").code == 2
    assert COLLEGE.run("form", "F99", "-o", COLLEGE.folder / "x.csv").code == 1
    assert COLLEGE.run("form", "F20", "-o", COLLEGE.folder / "x.odt").code == 3


@case("/cli/rec-9/check")
def check():
    COLLEGE.ok("import", "parttime", SAMPLES / "兼职教师.xls")
    fits = COLLEGE.ok("quota", "check", "--from", "2025-03-01", "--to", "2025-12-31", "--fte", "0.5")
    assert fits["accepted"] and fits["first_day_over"] is None and fits["asked"] == "0.5000"
    result = COLLEGE.run("quota", "check", "--from", "2025-03-01", "--to", "2025-12-31", "--fte", "20")
    assert result.code == 1
    over = result.json
    assert over["error"]["code"] == "quota.exceeded" and not over["accepted"]
    assert over["date"] == over["first_day_over"] == "2025-03-01"
    used = sum(float(holder["fte"]) for holder in over["filled_by"])
    assert f"{used:.4f}" == over["used"] and used + 20 > over["limit"]
    assert COLLEGE.run("quota", "check", "--from", "2025-03-01").code == 2
    assert COLLEGE.run("quota", "check", "--from", "2025-03-01", "--to", "2025-02-01").code == 3


@case("/cli/ppl-6/find-and-show")
def people():
    found = COLLEGE.ok("people", "find", "liuw")["people"]
    assert found and all(person["name"].startswith("刘") for person in found)
    shown = COLLEGE.ok("people", "show", "1001", "--on", "2025-12-31")
    assert shown["id_number"][6:14] == "********" and shown["in_service"]
    assert {record["field"] for record in shown["history"]} >= {"department", "post", "employment"}
    assert COLLEGE.run("people", "show", "none").code == 1


@case("/cli/wrk-5/totals")
def totals():
    result = COLLEGE.ok("convert", "--year", "2025")
    for key, value in result["totals"].items():
        cents = sum(round(float(person[key]) * 100) for person in result["people"])
        assert f"{cents / 100:.2f}" == value, key
    assert COLLEGE.run("convert").code == 2


if __name__ == "__main__":
    with COLLEGE:
        code = main()
    sys.exit(code)
