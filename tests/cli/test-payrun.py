#!/usr/bin/env python3
"""test-payrun.py — the life of a pay run from the sheets to the bank, step by step, to the last digit.

Every step of tests/samples/payrun-2025 through the program: what it prints and how it exits.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tap import PROGRAM, SOURCE, case, main

SAMPLE = SOURCE / "tests" / "samples" / "payrun-2025"
STEPS = json.loads((SAMPLE / "expected.json").read_text())["steps"]
FOLDER = Path(tempfile.mkdtemp(prefix="shizi-payrun-"))
# What a step may say in its own words.
FREE = {"message", "by", "at", "file"}
# Which rule a step is about.
RULES = {
    ("pay", "compute"): "pay-8", ("pay", "splits"): "pay-8", ("pay", "split"): "pay-8", ("pay", "adjust"): "pay-10",
    ("pay", "review"): "pay-11", ("pay", "announce"): "pay-11", ("pay", "objection"): "pay-11",
    ("pay", "answer"): "pay-11", ("pay", "approve"): "pay-11", ("pay", "stale"): "pay-11", ("pay", "total"): "pay-18",
    ("pay", "net"): "pay-16", ("pay", "bank"): "pay-17", ("pay", "paid"): "pay-16", ("pay", "correct"): "pay-12",
    ("pay", "show"): "pay-12", ("pay", "watch"): "aud-2", ("tax", "month"): "tax-1", ("tax", "bonus"): "tax-2",
    ("tax", "labour"): "tax-3", ("leave", "sheet"): "pay-14",
}


def differences(got, want, where=""):
    if isinstance(want, dict):
        if not isinstance(got, dict):
            yield f"{where}: {got!r} is no object"
            return
        for key, value in want.items():
            if key in FREE or (key == "name" and not where.endswith("]")):
                continue
            if key == "findings":
                codes = {finding["code"] for finding in value}
                found = {finding["code"] for finding in got.get("findings", [])}
                if codes != found:
                    yield f"{where}.findings: {sorted(found)}, not {sorted(codes)}"
            elif key not in got:
                yield f"{where}.{key}: missing"
            else:
                yield from differences(got[key], value, f"{where}.{key}")
    elif isinstance(want, list):
        if len(got) != len(want):
            yield f"{where}: {len(got)} entries, not {len(want)}"
        for index, (a, b) in enumerate(zip(got, want)):
            yield from differences(a, b, f"{where}[{index}]")
    elif got != want:
        yield f"{where}: {got!r}, not {want!r}"


def run(words, flags=("--json",)):
    who = words[:2] if words[0] == "--as" else []
    rest = words[len(who):]
    done = subprocess.run([str(PROGRAM), "--db", "college.db", *flags, *who, *rest], cwd=FOLDER,
                          capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def check_step(step):
    code, out, err = run(step["command"])
    got = json.loads(out) if out.strip() else {}
    found = list(differences(got, step["json"]))
    if code != step["exit"]:
        found.insert(0, f"exit {code}, not {step['exit']}: {err} {got.get('error')}")
    assert not found, "\n".join(found[:20])


for number, step in enumerate(STEPS):
    words = [word for word in step["command"] if word != "--as"]
    if step["command"][0] == "--as":
        words = words[1:]
    rule = RULES.get(tuple(words[:2]), "aud-1")

    def check(step=step):
        if not (FOLDER / "expected.json").exists():
            for file in SAMPLE.iterdir():
                shutil.copy(file, FOLDER)
        check_step(step)

    case(f"/cli/{rule}/payrun/{number:02d}-{'-'.join(words[:2])}")(check)


@case("/cli/pay-17/payrun/bank-list-exact")
def bank_list():
    """Nothing quoted, nothing guarded, every line ended; the sum is what was paid but for those left out."""
    text = (FOLDER / "bank.csv").read_bytes().decode("gb18030")
    lines = text.split("\r\n")
    assert lines[0] == "序号,账号,户名,金额,摘要", lines[0]
    assert lines[-1] == "" and "\n" not in text.replace("\r\n", ""), lines[-1]
    rows = [line.split(",") for line in lines[1:-1]]
    assert len(rows) == 57 and all(len(row) == 5 for row in rows)
    assert [row[0] for row in rows] == [str(i) for i in range(1, 58)]
    assert sum(int(row[3].replace(".", "")) for row in rows) == 148283180
    assert {row[4] for row in rows} == {"2025年度奖励性绩效工资分配方案"}


@case("/cli/aud-1/payrun/refusals-are-logged")
def refusals():
    code, out, err = run(["verify"])
    assert code == 0, err


@case("/cli/pay-16/payrun/owed-and-handed-in")
def owed():
    """The correction was larger than the next payment: the rest stays owed until it is handed in."""
    _, out, _ = run(["pay", "owed"])
    people = json.loads(out)["people"]
    assert [person["staff_no"] for person in people] == ["1018"], people
    debt = people[0]["owed"]
    assert debt.startswith("-"), debt
    code, out, _ = run(["pay", "collect", "1018", "99999.00", "--on", "2026-02-02", "--document", "收据1号"])
    assert code == 1 and json.loads(out)["error"]["code"] == "collect.too_much", out
    code, out, _ = run(["pay", "collect", "1018", debt[1:], "--on", "2026-02-02", "--document", "收据1号"])
    assert code == 0 and json.loads(out)["owed"] == "0.00", out
    assert json.loads(run(["pay", "owed"])[1])["people"] == []


@case("/cli/pay-11/payrun/paid-stays-paid")
def paid_stays():
    for words, code in ((["pay", "reopen", "1", "--reason", "错"], "run.paid"), (["pay", "delete", "1"], "run.state"),
                        (["--as", "李", "pay", "review", "1"], "run.state"), (["pay", "recompute", "2"], "run.is_correction"),
                        (["pay", "splits", "3"], "split.one_level"), (["pay", "net", "2"], "correct.settles_next")):
        exit_code, out, err = run(words)
        assert exit_code == 1 and json.loads(out)["error"]["code"] == code, (words, out, err)


def fill(source, target):
    """The sheet of a department filled in: everybody gets the central amount, in the open cells."""
    with zipfile.ZipFile(source) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<sheetProtection sheet=\"1\"" in sheet and "password" not in sheet
        assert not [name for name in book.namelist() if "vba" in name or "external" in name]
        amounts = dict(re.findall(r'<c r="F(\d+)"[^>]*><v>([\d.]+)</v></c>', sheet))
        for row, amount in amounts.items():
            sheet = re.sub(rf'<c r="G{row}"([^>]*)/>', rf'<c r="G{row}"\1><v>{amount}</v></c>', sheet)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as filled:
            for name in book.namelist():
                filled.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else book.read(name))


@case("/cli/pay-8/payrun/sheets-out-and-back")
def sheets():
    """A run of two levels computed again: its sheets go out locked, come back, and a new revision refuses them."""
    code, out, err = run(["--as", "赵制表", "pay", "compute", "--scheme", "方案-两级.json"])
    assert code == 0, err
    number = str(json.loads(out)["run"])
    (FOLDER / "sheets").mkdir()
    code, out, err = run(["pay", "split-sheets", number, "-o", "sheets"])
    assert code == 0 and len(json.loads(out)["files"]) == 11, (out, err)
    fill(FOLDER / "sheets" / "二次分配-汽车工程系.xlsx", FOLDER / "filled.xlsx")
    code, out, err = run(["--as", "系", "pay", "split", number, "filled.xlsx"])
    done = json.loads(out)
    assert code == 0 and done["department"] == "汽车工程系" and done["changed"] == 0 and done["findings"] == [], out
    code, out, err = run(["--as", "系", "pay", "review", number, "--defaults"])
    assert json.loads(out)["error"]["code"] == "run.same_person", out
    code, out, err = run(["--as", "赵制表", "pay", "recompute", number])
    assert code == 0 and json.loads(out)["revision"] == 2 and json.loads(out)["dropped"] == [], (out, err)
    code, out, err = run(["pay", "split", number, "filled.xlsx"])
    assert code == 3 and [finding["code"] for finding in json.loads(out)["findings"]] == ["split.stale"], out
    code, out, err = run(["pay", "split", number, "--withdraw", "汽车工程系"])
    assert code == 0 and json.loads(out)["answered"] == 0, out
    assert run(["pay", "delete", number])[0] == 0
    assert json.loads(run(["pay", "split-sheets", "1", "-o", "sheets"])[1])["error"]["code"] == "run.state"


@case("/cli/pay-16/payrun/used-imports-stay")
def used_imports():
    """Salaries that a payment was taxed with cannot be taken back, accounts and leaves of before neither."""
    batches = {entry["kind"]: entry for entry in json.loads(run(["imports"])[1])["imports"]}
    for kind in ("bank-accounts", "tax-status", "leaves"):
        number = batches[kind].get("id", batches[kind].get("batch"))
        code, out, err = run(["import-undo", str(number)])
        assert code == 1 and json.loads(out)["error"]["code"] == "undo.used_by_run", (kind, out, err)


@case("/cli/pay-13/payrun/why-with-its-life")
def why():
    """The department's pool and whether it split itself, adjustments with reasons, corrections, tax and what is left."""
    told = json.loads(run(["pay", "why", "1", "1003"])[1])
    assert told["adjustments"] == "1200.00" and told["adjustment_lines"][0]["reason"] == "竞赛获奖补助", told
    (net,) = [person for person in json.loads(run(["pay", "net", "1"])[1])["people"] if person["staff_no"] == "1003"]
    assert {key: told["net"][key] for key in told["net"]} == {key: net[key] for key in told["net"]}, told["net"]
    told = json.loads(run(["pay", "why", "1", "1018"])[1])
    assert [(line["run"], line["difference"]) for line in told["corrections"]] == [(2, "-12672.16")], told["corrections"]
    (usual,) = [part for part in told["components"] if part["component"] == "常规"]
    assert usual["by_department"] and not usual["own_split"] and usual["pool"] == "205460.91", usual
    own = json.loads(run(["pay", "splits", "1"])[1])["departments"]
    (name,) = [row["name"] for row in own if row["state"] == "own"]
    people = [row["staff_no"] for row in json.loads(run(["pay", "show", "1"])[1])["people"] if row["department"] == name]
    (usual,) = [part for part in json.loads(run(["pay", "why", "1", people[0]])[1])["components"]
                if part["component"] == "常规"]
    assert usual["own_split"], usual
    text = run(["pay", "why", "1", "1003"], flags=())[1]
    assert "竞赛获奖补助" in text and net["actual"][-6:] in text, text


def sheet_text(path):
    """All cells of a workbook as text, sheet by sheet."""
    with zipfile.ZipFile(path) as book:
        names = book.namelist()
        shared = book.read("xl/sharedStrings.xml").decode() if "xl/sharedStrings.xml" in names else ""
        return shared, [book.read(name).decode() for name in sorted(names) if name.startswith("xl/worksheets/sheet")]


def shared_and_cells(path):
    shared, sheets = sheet_text(path)
    return shared + "".join(sheets)


def form_csv(form, *words):
    code, _, err = run(["form", form, *words, "-o", f"{form}.csv"])
    assert code == 0, (form, err)
    return [row.split(",") for row in (FOLDER / f"{form}.csv").read_text("utf-8-sig").splitlines()]


def money(text):
    return int(text.replace(",", "").replace(".", ""))


FORMS = {"F18": ["--year", "2025"], "ledger": ["--year", "2025"], "F19": ["--run", "1"], "F20": ["--run", "1"],
         "splits": ["--run", "1"], "adjust": ["--run", "1"], "notice": ["--run", "1"], "tax": ["--run", "1"],
         "bank": ["--run", "1", "--all"], "correct": ["--run", "2"], "F22": ["--year", "2025"],
         "F27": ["--year", "2025", "--on", "2025-12-29"], "F32": ["--year", "2025"], "slips": ["--run", "1"],
         "slip": ["--run", "3"]}


@case("/cli/form/payrun/forms-of-a-run")
def forms():
    """Each form of the area as a workbook, as pages and as a table."""
    listed = {form["form"] for form in json.loads(run(["form", "list"])[1])["forms"]}
    assert set(FORMS) <= listed, set(FORMS) - listed
    for form, words in FORMS.items():
        for suffix in ("xlsx", "pdf", "csv"):
            code, _, err = run(["form", form, *words, "-o", f"{form}.{suffix}"])
            assert code == 0 and (FOLDER / f"{form}.{suffix}").stat().st_size > 200, (form, suffix, err)


@case("/cli/pay-16/payrun/f20-shows-what-was-paid")
def f20():
    """The way from 应发 to 实发, whose total is that of the bank list and of those left out."""
    rows = form_csv("F20", "--run", "1")
    head = rows[0]
    assert head[-8:] == ["调整", "应发", "已预发", "个税", "方式", "其他代扣", "实发", "领取人签字"], head
    total = [row for row in rows if row[0] == "合计" or "合计" in row[:3]][0]
    net = json.loads(run(["pay", "net", "1"])[1])
    assert money(total[head.index("实发")]) == money(net["totals"]["actual"]), total
    assert money(total[head.index("应发")]) == money(net["totals"]["total"]), total
    ways = {row[head.index("工号")]: row[head.index("方式")] for row in rows[1:] if row[0].isdigit()}
    said = {person["staff_no"]: {"bonus": "单", "monthly": "并", "none": ""}[person["way"]] for person in net["people"]}
    assert ways == said


@case("/cli/form/payrun/notice-without-numbers")
def notice():
    """Neither account nor ID number nor telephone stands on a notice, in no kind of file."""
    code, _, err = run(["form", "notice", "--run", "1", "-o", "notice.xlsx"])
    assert code == 0, err
    shared, sheets = sheet_text(FOLDER / "notice.xlsx")
    text = shared + "".join(sheets)
    assert "公示期：2025年12月29日至2026年1月5日（5个工作日）" in text
    numbers = set(re.findall(r"[1-9]\d{16}[\dX]|62\d{14,17}|1[3-9]\d{9}", shared_and_cells(FOLDER / "教职工花名册.xlsx")))
    assert numbers and not [number for number in numbers if number in text]
    rows = form_csv("notice", "--run", "1")
    assert rows[0] == ["序号", "部门", "姓名", "岗位等级", "应发", "备注"], rows[0]
    assert form_csv("notice", "--run", "2")[0] == ["序号", "部门", "姓名", "更正前", "更正后", "差额", "备注"]


@case("/cli/pay-3/payrun/f22-one-cell-a-project")
def f22():
    """What is of the project stands once, beside all who contributed; the notice names nobody's number."""
    code, _, err = run(["form", "F22", "--year", "2025", "-o", "F22.xlsx"])
    assert code == 0, err
    shared, sheets = sheet_text(FOLDER / "F22.xlsx")
    rows = form_csv("F22", "--year", "2025")
    head, people = rows[0], [row for row in rows[1:] if row[0].isdigit()]
    assert len(people) == 3 and [row[head.index("成果（项目）")] != "" for row in people] == [True, False, False], people
    merged = re.findall(r'<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/>', sheets[0])
    down = {first: int(last) - int(top) + 1 for first, top, other, last in merged if first == other and first != "A"}
    of_project = ["成果（项目）", "种类", "合同登记号", "合同额", "成本", "净收入", "奖励比例", "到账日期", "发放日期"]
    assert down == {"ABCDEFGHIJKLMNOPQR"[head.index(name)]: 3 for name in of_project}, down
    assert "快换夹具" in shared
    head = form_csv("F22", "--year", "2025", "--notice")[0]
    assert "工号" not in head and "领取人签字" not in head and "姓名" in head, head


@case("/cli/pay-10/payrun/f19-adds-up")
def f19():
    rows = form_csv("F19", "--run", "1")
    shown = json.loads(run(["pay", "show", "1"])[1])
    head = rows[0]
    total = [row for row in rows if "合计" in row[:3]][0]
    assert money(total[head.index("合计")]) + money(shown["reserve"]) == money(shown["pool"])
    assert money(total[head.index("调整")]) == 90000
    ways = {row[1]: row[head.index("分配方式")] for row in rows[1:] if row[0].isdigit()}
    assert [name for name, way in ways.items() if way == "本部门分配"] == ["汽车工程系"], ways


@case("/cli/pay-17/payrun/ids-only-when-asked")
def tax_ids():
    """ID numbers stand on the tax sheet only when asked for, and then on a second sheet for the tax office's program."""
    run(["form", "tax", "--run", "1", "-o", "tax.xlsx"])
    shared, sheets = sheet_text(FOLDER / "tax.xlsx")
    assert len(sheets) == 1 and "身份证号" not in shared
    code, _, err = run(["form", "tax", "--run", "1", "--ids", "-o", "tax.xlsx"])
    assert code == 0, err
    shared, sheets = sheet_text(FOLDER / "tax.xlsx")
    assert len(sheets) == 2 and "*证件号码" in shared and "身份证号" in shared
    assert sheet_text(FOLDER / "tax.xlsx")[0].count("全年一次性奖金") > 1


@case("/cli/pay-18/payrun/ledger-runs-on")
def ledger():
    rows = form_csv("ledger", "--year", "2025")
    head = rows[0]
    total = json.loads(run(["pay", "total", "--year", "2025"])[1])
    last = [row for row in rows[1:] if row[head.index("累计")] not in ("", "—")][-1]
    assert money(last[head.index("累计")]) == money(total["R"]), (last, total["R"])
    assert money(last[head.index("余额")]) == money(total["left"]), (last, total["left"])


@case("/cli/form/payrun/day-is-asked-for")
def day():
    code, out, _ = run(["form", "bank", "--run", "4", "-o", "x.xlsx"])
    assert code == 1 and json.loads(out)["error"]["code"] == "form.asks", out
    code, out, _ = run(["form", "correct", "--run", "1", "-o", "x.xlsx"])
    assert code == 1 and json.loads(out)["error"]["code"] == "form.no_data", out
    code, out, _ = run(["form", "F19", "--run", "2", "-o", "x.xlsx"])
    assert code == 1 and json.loads(out)["error"]["code"] == "run.is_correction", out
    assert not (FOLDER / "x.xlsx").exists()


@case("/cli/aud-1/payrun/what-is-kept-beside-a-run-is-sealed")
def sealed():
    """Inputs, payments, differences and what rode on a payment: whatever is changed by hand is found."""
    database = FOLDER / "college.db"
    whole = database.read_bytes()
    changes = ["UPDATE pay_inputs SET lines = lines || 'x' WHERE run_id = 1 AND staff_no = '1003'",
               "UPDATE pay_nets SET name = name || 'x' WHERE run_id = 1 AND place = 3",
               "UPDATE pay_nets SET place = 900 WHERE run_id = 1 AND place = (SELECT max(place) FROM pay_nets)",
               "UPDATE pay_differences SET after_fen = after_fen + 1 WHERE place = 0",
               "DELETE FROM pay_settled WHERE (correction_id, person_id) IN (SELECT run_id, person_id FROM"
               " pay_differences WHERE after_fen <> before_fen)",
               "INSERT INTO pay_inputs VALUES (99, '', '')"]
    assert json.loads(run(["verify"])[1])["sound"]
    for change in changes:
        connection = sqlite3.connect(database)
        assert connection.execute(change).rowcount > 0, change
        connection.commit()
        connection.close()
        code, out, _ = run(["verify"])
        assert code == 1 and "audit.run_changed" in out, (change, out)
        database.write_bytes(whole)
    assert json.loads(run(["verify"])[1])["sound"]


if __name__ == "__main__":
    try:
        result = main()
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
    sys.exit(result)
