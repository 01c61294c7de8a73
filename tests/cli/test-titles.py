#!/usr/bin/env python3
"""test-titles.py — the autumn of a made-up college of 100: posts, assessment, titles, appointment.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import shutil
import sqlite3
import subprocess
import sys

from scanned import Scan
from tap import SOURCE, College, case, main

SAMPLE = SOURCE / "tests" / "samples" / "titles-2025"
ROUND = "2025年度职称评审"
DAY = "2025-10-31"
EXPECTED = json.loads((SAMPLE / "expected.json").read_text("utf-8"))
BEFORE = [("people", "教职工花名册.xlsx"), ("assessments", "历年考核.xlsx"), ("post-plan", "岗位核准.xlsx"),
          ("appointments", "聘任记录.xlsx"), ("titles", "职称证书.csv"), ("education", "学历学位.xlsx"),
          ("certificates", "证书.xlsx"), ("yearly-hours", "年度课时.xls"), ("further-education", "继续教育.csv"),
          ("practice", "企业实践.xlsx"), ("achievements", "业绩成果.xlsx"), ("roles", "班主任.xlsx"),
          ("leaves", "请假.xlsx"), ("discipline", "处分.xlsx"), ("dual-posts", "双肩挑.xlsx"),
          ("special-posts", "特设岗位.xlsx"), ("factors", "聘任量化.xlsx"), ("kinship", "亲属关系.xlsx")]
BEHIND = [("title-batch", "职称申报.xlsx"), ("title-evidence", "申报材料.xlsx"), ("panel", "评委名单.xlsx"),
          ("recusals", "回避.xlsx"), ("ballots", "评审表决.xlsx")]

COLLEGE = College(establishment=100)


def compare(got, want, where=""):
    """Every figure of @want, with the place of the first that differs; more keys may be there."""
    if isinstance(want, dict):
        assert isinstance(got, dict), f"{where}: {got!r} is no object"
        for key, value in want.items():
            assert key in got, f"{where}/{key}: missing"
            compare(got[key], value, f"{where}/{key}")
    elif isinstance(want, list):
        assert isinstance(got, list) and len(got) == len(want), \
            f"{where}: {len(got)} instead of {len(want)}: {json.dumps(got, ensure_ascii=False)[:400]}"
        for index, (a, b) in enumerate(zip(got, want)):
            name = b.get("staff_no") or b.get("id") or b.get("level") if isinstance(b, dict) else None
            compare(a, b, f"{where}[{name or index}]")
    else:
        assert got == want, f"{where}: {got!r} instead of {want!r}"


def copied():
    """The college as it is now, to be spoilt."""
    college = College(init=False)
    shutil.copy(COLLEGE.db, college.db)
    return college


@case("/cli/titles/import")
def imports():
    for kind, name in BEFORE:
        got = COLLEGE.ok("import", kind, SAMPLE / name)
        warned = {f["code"] for f in got["findings"]}
        assert not got["rejected"], (kind, got["findings"][:3])
        if kind == "people":
            warned.discard("date.assumed")
        print(f"# {kind}: {got['inserted']} new, {got['updated']} completed; {sorted(warned)}")
    COLLEGE.ok("title", "batch", "new", ROUND, "--year", 2025, "--opens", "2025-10-09", "--closes", "2025-10-31",
               "--cutoff", "2025-12-31", "--assess-to", 2024, "--hours-to", 2024)
    for kind, name in BEHIND:
        got = COLLEGE.ok("import", kind, SAMPLE / name)
        print(f"# {kind}: {got['inserted']}; {sorted({f['code'] for f in got['findings']})}")


@case("/cli/pst-2/sample")
def posts():
    for want in EXPECTED["posts"]:
        compare(COLLEGE.ok("posts", "--on", want["date"]), want, want["date"])


@case("/cli/pst-4/sample")
def propose():
    for want in EXPECTED["propose"]:
        compare(COLLEGE.ok("posts", "propose", "--total", want["total"], "--professional", want["professional"],
                           "--ratio", want["ratio"], "--full-senior", want["full_senior_share"]), want)


@case("/cli/pst-6/sample")
def what_if():
    want = EXPECTED["what_if"]
    compare(COLLEGE.ok("posts", "what-if", "--on", want["result"]["date"], *want["moves"]), want["result"])


@case("/cli/asm-1/sample")
def assess():
    for want in EXPECTED["assess"]:
        compare(COLLEGE.ok("assess", "--year", want["year"]), want, str(want["year"]))


@case("/cli/ttl-19/sample")
def who():
    compare(COLLEGE.ok("title", "who", ROUND), EXPECTED["who"])


@case("/cli/ttl-2/sample")
def check():
    for want in EXPECTED["check"]:
        compare(COLLEGE.ok("title", "check", ROUND, want["staff_no"]), want, want["staff_no"])


@case("/cli/ttl-11/printed")
def printed():
    """As people read it: every path and condition with what is there, what is asked, and the rows."""
    lines = COLLEGE.run("title", "check", ROUND, "9001", flags=(), env={"LANGUAGE": "en"}).out.splitlines()
    assert "  高级讲师: Exceptional" in lines, lines
    assert "      ✗ 年限: 51 of 60 月, 9 short, met on 2026-09-15 ← 教职工花名册.xlsx 60" in lines, lines
    for path in next(p for p in EXPECTED["check"] if p["staff_no"] == "9001")["targets"][0]["paths"]:
        assert any(line.strip("★· ").startswith(path["id"] + " ") for line in lines), path["id"]
        for condition in path["conditions"]:
            said = [line for line in lines if condition["id"] + ": " in line]
            assert said and all(line.strip()[0] in "✓✗?–" for line in said), (condition["id"], lines)
            assert all(" ← " in line for line in said if line.strip()[0] == "✓"), said


@case("/cli/pst-6/ttl-16/ttl-20/printed")
def printed_lists():
    """What does not fit says its arithmetic, who may not rise why not, who is not ranked what is missing."""
    def lines(*words):
        return COLLEGE.run(*words, flags=(), env={"LANGUAGE": "en"}).out.splitlines()
    said = lines("posts", "what-if", "--on", "2025-10-31", "9002=专技八级", "1001=专技七级", "1062=专技十一级")
    assert said == ["9002 专技九级 → 专技八级: ✗ no vacancy (中级: 10 approved, 10 there and in cases)",
                    "1001 专技十二级 → 专技七级: ✗ no vacancy (副高: 14 approved, 15 there and in cases)",
                    "1062 专技四级 → 专技十一级: ✓ fits (助理级: 9 approved, 6 there and in cases)",
                    "Left for new ones: 正高: 0 0 2", "副高: -1 -1 -1", "中级: -3 -3 -3", "助理级: 2 3"], said
    said = lines("appoint", "rise", "--on", "2025-10-31")
    assert said[0] == "1 1062 专技三级 not yet: years" and "6 1032 专技五级 ✓ vacancy" in said, said[:6]
    said = lines("title", "score", ROUND, "--table", SAMPLE / "score-table.json", "--target", "高级讲师", "--quota", 3)
    for want in EXPECTED["score"]["高级讲师"]:
        line = next(line for line in said if line.split()[1] == want["staff_no"])
        assert line.split()[0] == str(want["rank"] or "—") and all(item in line for item in want["missing"]), (line, want)
        assert (want["recommended"] is True) == ("✓ recommended" in line), (line, want)


@case("/cli/ttl-16/sample")
def score():
    for target, want in EXPECTED["score"].items():
        got = COLLEGE.ok("title", "score", ROUND, "--table", SAMPLE / "score-table.json", "--target", target,
                         "--quota", 3)
        compare(got["people"], want, target)


@case("/cli/ttl-20/sample")
def rises():
    for want in EXPECTED["rises"]:
        compare(COLLEGE.ok("appoint", "rise", "--on", want["date"]), want, want["date"])


@case("/cli/ttl-24/sample")
def findings():
    got = COLLEGE.ok("findings", "--area", "titles", "--on", "2025-10-31")["findings"]
    compare([f for f in got if f["code"] != "title.same_hand"], EXPECTED["findings"])


@case("/cli/aud-3/titles/kinds")
def kinds():
    """What the sample has, some of it put right row by row; what it has not, planted."""
    with copied() as college:
        found = Scan(college, DAY)
        over = found.finds("post.over_unapproved", "专技七级", "专技九级", "专技十级", "技术工二级", "技术工四级")
        assert over["facts"]["number"] >= 1, over
        assert found.finds("appoint.title_missing", "1043", "1063", "1079")["concerns"]["staff_no"] == "1043"
        found.finds("appoint.barred_assessment", "1025", "1041", "9015")
        found.finds("title.years_miscounted", "9016")
        found.finds("post.dual_unapproved", "1022")
        kin = found.finds("panel.kinship", ROUND)
        assert "1010" in kin["message"] and "1032" in kin["message"] and kin["concerns"]["staff_no"] is None, kin
        found.misses("title.same_hand", "post.special_unapproved", "panel.even", "panel.self", "appoint.barred_discipline", "batch.stale")
        members = [row["cells"]["姓名"] for row in college.ok("register", "panel")["rows"]]
        college.ok("import", "recusals", college.write("r.csv", "批次,评委姓名,申报人工号,原因\n" + "".join(
            f"{ROUND},{member},{who},亲属\n" for member in members for who in ("1010", "1032"))))
        college.ok("register", "edit", "dual-posts", 1, "批文号=补1号")
        row = next(row for row in college.ok("register", "title-batch")["rows"] if row["cells"]["工号"] == "9016")
        college.ok("register", "edit", "title-batch", row["id"], "任职年限=3")
        college.ok("register", "add", "special-posts", "工号=1003", "岗位等级=专技七级", "起=2024-03-01")
        college.ok("register", "edit", "panel", 1, "工号=9002", "姓名=董艳娜")
        college.ok("register", "delete", "panel", 25)
        college.ok("register", "add", "discipline", "工号=1025", "处分种类=警告", "起=2020-12-01", "文号=处1号")
        college.ok("import", "post-plan", college.write("p.csv", "岗位类别,等级,核准数,生效日期,核准文号\n" + "".join(
            f"{kind},{level},99,2025-01-01,批9号\n" for kind, level in (
                ("专业技术", "专技二级"), ("专业技术", "专技五级"), ("专业技术", "专技八级"), ("工勤技能", "技术工一级")))))
        college.ok("import", "titles", college.write("t.csv", "工号,任职资格名称,取得时间,证书编号\n" + "".join(
            f"{who},正高级讲师,2020-01-01,补{who}\n" for who in ("1043", "1063", "1079"))))
        graded = [(who, row["cells"]["年度"]) for who in ("1025", "1041", "9015")
                  for row in college.ok("register", "assessments", "--find", who)["rows"] if row["cells"]["工号"] == who]
        college.ok("import", "assessments", "--update", college.write("a.csv", "工号,年度,考核等次\n" + "".join(
            f"{who},{year},合格\n" for who, year in graded)))
        found = Scan(college, DAY)
        found.misses("post.dual_unapproved", "title.years_miscounted", "panel.kinship", "post.over_unapproved",
                     "appoint.title_missing", "appoint.barred_assessment")
        found.finds("post.special_unapproved", "1003")
        assert "24" in found.finds("panel.even", ROUND)["message"]
        assert "9002" in found.finds("panel.self", ROUND)["message"]
        found.finds("appoint.barred_discipline", "1025")


def checked(staff_no):
    """The one target of an application, with its conditions by path and id."""
    target = COLLEGE.ok("title", "check", ROUND, staff_no)["targets"][0]
    return target, {(path["id"], c["id"]): c for path in target["paths"] for c in path["conditions"]}


@case("/cli/ttl-4/ttl-10/traps")
def skilled():
    target, conditions = checked("9003")
    assert target["verdict"] == "met" and target["best"] == "42-4", target["best"]
    assert conditions["42-4", "技能年限"]["actual"] == "54"
    target, conditions = checked("9004")
    lack = conditions[target["best"], "技能年限"]
    assert (lack["actual"], lack["required"], lack["met_on"]) == ("31", "36", "2026-05-20"), lack
    assert checked("9005")[0]["verdict"] == "met"
    assert checked("9012")[0]["verdict"] == "met"


@case("/cli/ttl-1/ttl-11/traps")
def exceptional():
    target, conditions = checked("9001")
    years = conditions[target["best"], "年限"]
    assert target["verdict"] == "exceptional" and target["exceptional"] == "32-5", target["verdict"]
    assert (years["actual"], years["short"], years["met_on"]) == ("51", "9", "2026-09-15"), years
    assert years["source"] and all(x["kind"] and x["row"] for x in years["source"]), years
    assert checked("9002")[1]["32-2", "年限"]["actual"] == "93"
    target, conditions = checked("9013")
    assert target["verdict"] == "exceptional" and conditions["32-2", "业绩"]["actual"] == "2"
    assert checked("9016")[1]["33-3", "年限"]["actual"] == "47"


@case("/cli/ttl-3/asm-3/traps")
def bars():
    assert checked("9009")[0]["bars"] == ["bar.discipline"]
    assert "bar.falsification" not in checked("9010")[0]["bars"]
    who = {p["staff_no"]: p for p in COLLEGE.ok("title", "who", ROUND)["people"]}
    assert who["9011"]["bars"] == ["bar.retired"]
    found = COLLEGE.ok("assess", "--year", 2024)
    assert {"staff_no": "9009", "reason": "discipline", "grade": "合格"} in found["undetermined_expected"]


@case("/cli/ttl-5/ttl-9/traps")
def hours():
    assert checked("9006")[1]["33-3", "课时"]["actual"] == "320.95"
    assert checked("9007")[1]["32-2", "课时"]["required"] == "80.00"
    target, conditions = checked("1032")
    assert conditions[target["best"], "企业实践"]["actual"] == "不适用"
    target, conditions = checked("9014")
    assert sum(1 for (path, _), c in conditions.items() if path == target["best"] and c["verdict"] == "unmet") == 3


@case("/cli/ttl-6/sample")
def ballots():
    rows = [row for row in EXPECTED["ballots"]]
    got = COLLEGE.ok("title", "ballot", "--panel", 25, "--attending", 19, "--recused", 1, "--for", 12, "--against", 6,
                     "--abstain", 0, "--spoilt", 0)
    assert (got["quorum"], got["denominator"], got["needed"], got["passed"]) == (17, 18, 12, True)
    assert {row["denominator"] for row in rows} == {18, 19}
    result = COLLEGE.run("title", "ballot", "--panel", 25, "--attending", 16, "--for", 16, "--against", 0,
                         "--abstain", 0, "--spoilt", 0)
    assert result.code == 1 and result.json["error"]["code"] == "ballot.no_quorum" and not result.json["valid"]


@case("/cli/pst-1/split")
def split():
    for method, want in [("cumulative_floor", [1, 6, 11]), ("largest_remainder", [2, 5, 11]),
                         ("floor_each", [1, 5, 12])]:
        assert COLLEGE.ok("posts", "split", 18, "1:3:6", "--method", method)["parts"] == want


@case("/cli/asm-2/cap")
def cap():
    result = COLLEGE.run("param", "set", "assess.excellent_cap", "0.26", "--from", "2025-01-01", "--source", "批")
    assert result.code == 3 and result.json["error"]["code"] == "param.out_of_range", result.out
    COLLEGE.ok("param", "set", "assess.cap_by", "department", "--from", "2023-01-01", "--source", "校办")
    codes = [f["code"] for f in COLLEGE.ok("assess", "--year", 2024)["findings"]]
    assert "assess.department_over_cap" in codes, codes
    COLLEGE.ok("param", "set", "assess.cap_by", "college", "--from", "2023-01-01", "--source", "校办")


@case("/cli/asm-5/steps")
def steps():
    result = COLLEGE.run("assess", "step", 2023, "announced", "--on", "2024-01-15")
    assert result.code == 1 and result.json["error"]["code"] == "assess.missing", result.out
    result = COLLEGE.run("assess", "step", 2024, "confirmed", "--on", "2025-01-15")
    assert result.code == 1 and result.json["error"]["code"] == "assess.order", result.out
    got = COLLEGE.ok("assess", "step", 2024, "announced", "--on", "2025-01-13")
    assert got["state"] == "announced"
    result = COLLEGE.run("assess", "step", 2024, "confirmed", "--on", "2025-01-17")
    assert result.code == 1 and result.json["error"]["code"] == "assess.notice_running", result.out
    assert COLLEGE.ok("assess", "step", 2024, "confirmed", "--on", "2025-01-18")["state"] == "confirmed"
    sheet = COLLEGE.write("g.csv", "年度,工号,档次\n2024,1019,合格\n")
    result = COLLEGE.run("import", "assessments", sheet, "--update")
    assert result.code == 3 and result.json["findings"][0]["code"] == "assess.confirmed", result.out
    result = COLLEGE.run("assess", "grade", 2024, "合格", "1019")
    assert result.code == 1 and result.json["error"]["code"] == "assess.confirmed", result.out
    assert COLLEGE.ok("assess", "grade", 2024, "合格", "1019", "--reason", "复核")["grades"]["基本合格"] == 0
    assert COLLEGE.ok("assess", "grade", 2024, "基本合格", "1019", "--reason", "复核有误")["grades"]["基本合格"] == 1
    assert COLLEGE.run("assess", "grade", 2024, "合格", "0000", "--reason", "x").code == 2


@case("/cli/pst-6/race")
def race():
    """Two processes open the last place at once: one gets it, the other the sentence why not."""
    for _ in range(3):
        running = [subprocess.Popen(COLLEGE.command("appoint", "open", who, "专技五级", "--on", "2025-10-31",
                                                    "--opened", "2025-10-31"),
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE) for who in ("1032", "1056")]
        answers = [(process.communicate()[0], process.returncode) for process in running]
        assert sorted(code for _, code in answers) == [0, 1], answers
        for text, code in answers:
            got = json.loads(text)
            if code:
                assert got["error"]["code"] == "post.no_vacancy", got
            else:
                COLLEGE.ok("appoint", "withdraw", got["case"], "--reason", "试")


@case("/cli/ttl-7/ttl-22/cases")
def appointments():
    got = COLLEGE.ok("appoint", "open", "1032", "专技五级", "--on", "2025-10-31", "--opened", "2025-10-31")
    assert (got["case"], got["kind"], got["vacancy"], got["state"]) == (4, "rise", 1, "open"), got
    assert got["pay"]["from"] == "2025-11-01" and got["pay"]["before"] and got["pay"]["after"], got["pay"]
    assert got["term"] == {"from": "2025-10-31", "to": "2028-10-30"}, got["term"]
    result = COLLEGE.run("appoint", "open", "1056", "专技五级", "--on", "2025-10-31", "--opened", "2025-10-31")
    assert result.code == 1 and result.json["error"]["code"] == "post.no_vacancy", result.out
    assert (result.json["kind"], result.json["vacancy"]) == ("rise", 0)
    for staff_no, post, code in [("1032", "专技五级", "post.same"), ("1079", "专技七级", "appoint.title"),
                                 ("9015", "专技五级", "appoint.years"), ("1062", "专技二级", "appoint.one_level")]:
        result = COLLEGE.run("appoint", "open", staff_no, post, "--on", "2025-10-31", "--opened", "2025-10-31")
        assert result.code == 1 and result.json["error"]["code"] == code, (staff_no, post, result.out)
    assert COLLEGE.run("appoint", "open", "0000", "专技五级", "--on", "2025-10-31").code == 2
    assert COLLEGE.run("appoint", "open", "1032", "专技九十级", "--on", "2025-10-31").code == 2
    assert COLLEGE.run("appoint", "decide", "4").code == 1, "a decision wants its document"
    assert COLLEGE.ok("appoint", "decide", "4", "--document", "院字〔2025〕9号")["state"] == "decided"
    result = COLLEGE.run("appoint", "withdraw", "4", "--reason", "误")
    assert result.code == 1 and result.json["error"]["code"] == "appoint.state", result.out
    cases = COLLEGE.ok("appoint", "list", "--state", "decided")["cases"]
    assert [(c["case"], c["from"], c["to"]) for c in cases] == [(4, "专技六级", "专技五级")], cases
    due = COLLEGE.ok("appoint", "due", "--on", "2028-06-01", "--months", 6)["people"]
    assert {"staff_no": "1032", "level": "专技五级", "from": "2025-10-31", "to": "2028-10-30"} in due, due


@case("/cli/ttl-21/several")
def several():
    """All or none: of two that are decided together one no longer fits."""
    before = COLLEGE.ok("posts", "--on", "2025-12-01")["bands"]
    first = COLLEGE.ok("appoint", "open", "1059", "专技三级", "--on", "2025-12-01", "--approval", "批1",
                       "--opened", "2025-11-20")["case"]
    second = COLLEGE.ok("appoint", "open", "1071", "专技三级", "--on", "2025-12-01", "--approval", "批2",
                        "--opened", "2025-11-20")["case"]
    COLLEGE.ok("appoint", "withdraw", second, "--reason", "本人放弃")
    result = COLLEGE.run("appoint", "decide", first, second, "--document", "院字1")
    assert result.code == 1, result.out
    assert COLLEGE.ok("appoint", "list", "--state", "open")["cases"][0]["case"] == first
    COLLEGE.ok("appoint", "withdraw", first, "--reason", "试")
    assert COLLEGE.ok("posts", "--on", "2025-12-01")["bands"] == before


@case("/cli/ttl-14/ttl-15/ttl-17/ttl-18/round")
def walk():
    def refused(code, *words):
        result = COLLEGE.run(*words)
        assert result.code == 1 and result.json["error"]["code"] == code, (words, result.out)
    step = ("title", "batch", "step", ROUND)
    refused("batch.order", *step, "closed", "--on", "2025-11-01")
    shown = COLLEGE.ok(*step, "open", "--on", "2025-10-09")
    assert shown["state"] == "open" and [s["id"] for s in shown["standards"]] == ["tech-theory", "tech-practice"]
    refused("batch.too_early", *step, "closed", "--on", "2025-10-31")
    refused("batch.state", "title", "recommend", ROUND, "9002", "yes")
    COLLEGE.ok(*step, "closed", "--on", "2025-11-01")
    result = COLLEGE.run("import", "title-batch", COLLEGE.write(
        "late.csv", f"批次,工号,申报职称\n{ROUND},1003,高级讲师\n"))
    assert result.code == 3 and result.json["findings"][0]["code"] == "batch.frozen", result.out
    refused("batch.undecided", *step, "recommended", "--on", "2025-11-03")
    refused("batch.not_eligible", "title", "recommend", ROUND, "9009", "yes")
    refused("batch.no_application", "title", "recommend", ROUND, "1003", "yes")
    refused("batch.condition_known", "title", "confirm", ROUND, "9002", "学历", "--evidence", "看过")
    refused("batch.condition_unknown", "title", "confirm", ROUND, "9002", "运气", "--evidence", "看过")
    decided = {}
    for person in COLLEGE.ok("title", "check", ROUND)["people"]:
        result = COLLEGE.run("title", "recommend", ROUND, person["staff_no"], "yes")
        decided[person["staff_no"]] = result.code == 0
        if result.code:
            COLLEGE.ok("title", "recommend", ROUND, person["staff_no"], "no", "--reason", "不符合条件")
    assert decided["9002"] and not decided["9009"] and not decided["9016"], decided
    shown = COLLEGE.ok(*step, "recommended", "--on", "2025-11-05")
    assert shown["recommended"] == sum(decided.values()) and not shown["stale"], shown
    shown = COLLEGE.ok(*step, "announced", "--on", "2025-11-06")
    assert shown["notices"] == [{"stage": "announced", "start": "2025-11-06", "days": 5, "end": "2025-11-12"}]
    with copied() as college:
        found = Scan(college, "2025-11-06")
        found.misses("batch.stale", "title.notice_short")
        same = [item["subject"] for item in found.items if item["kind"] == "title.same_hand"]
        assert "9002" in same and found.finds("title.same_hand", *same), same
        with sqlite3.connect(college.db) as db:  # what another program may have written: the office would not
            db.execute("UPDATE title_notices SET days = 3")
        db.close()
        for row in college.ok("register", "yearly-hours", "--find", "9002")["rows"]:
            college.ok("register", "edit", "yearly-hours", row["id"], "课时=1")
        found = Scan(college, "2025-11-06")
        assert "3" in found.finds("title.notice_short", f"{ROUND}|2025-11-06")["message"]
        assert "9002" in found.finds("batch.stale", ROUND)["message"]
    refused("batch.notice_running", *step, "reviewed", "--on", "2025-11-12")
    COLLEGE.ok("title", "object", ROUND, "9006", "--text", "课时不实")
    refused("objection.open", "title", "object", ROUND, "9006", "--text", "再议")
    COLLEGE.ok(*step, "reviewed", "--on", "2025-11-13")
    passed = COLLEGE.ok("title", "result", ROUND)["passed"]
    assert "9006" not in passed and passed, passed
    COLLEGE.ok("title", "object", ROUND, "9006", "--answer", "核实无误")
    passed = COLLEGE.ok("title", "result", ROUND)["passed"]
    assert ("9006" in passed) == decided["9006"], passed
    refused("appeal.none", "title", "appeal", ROUND, "9006", "--conclusion", "维持")
    COLLEGE.ok("title", "appeal", ROUND, "9006", "--text", "请求复查", "--on", "2025-11-24")
    refused("appeal.open", "title", "appeal", ROUND, "9006", "--text", "再查")
    shown = COLLEGE.ok("title", "appeal", ROUND, "9006", "--conclusion", "维持原结果", "--on", "2025-11-26")
    assert shown["appeals"] == [{"staff_no": "9006", "day": "2025-11-24", "text": "请求复查",
                                 "conclusion": "维持原结果", "concluded": "2025-11-26"}], shown["appeals"]
    refused("step.no_reason", "title", "batch", "back", ROUND)
    assert COLLEGE.ok("title", "batch", "back", ROUND, "--reason", "补材料")["state"] == "announced"
    COLLEGE.ok(*step, "reviewed", "--on", "2025-11-13")
    COLLEGE.ok(*step, "published", "--on", "2025-11-14")
    rows = "".join(f"{who},Z{number}\n" for number, who in enumerate(passed))
    double = "".join(f"{who},Z1\n" for who in passed)
    if len(passed) > 1:
        refused("certificate.duplicate", "title", "result", ROUND, "--certificates",
                COLLEGE.write("double.csv", "工号,证书编号\n" + double))
    got = COLLEGE.ok("title", "result", ROUND, "--document", "鲁人社〔2025〕99号", "--certificates",
                     COLLEGE.write("numbers.csv", "工号,证书编号\n" + rows))
    assert [t["certificate"] for t in got["titles"]] == [f"Z{n}" for n in range(len(passed))], got
    shown = COLLEGE.ok(*step, "done", "--on", "2025-12-01")
    assert shown["state"] == "done" and not shown["stale"], "what it gave does not make it stale"
    refused("batch.order", "title", "batch", "back", ROUND, "--reason", "误")
    for row in got["titles"]:
        person = COLLEGE.ok("people", "show", row["staff_no"], "--on", "2026-01-01")
        assert row["title"] in json.dumps(person, ensure_ascii=False), row


def form_lines(*words, folder=None):
    """A form as the lines of its CSV."""
    path = (folder or COLLEGE.folder) / "form.csv"
    COLLEGE.ok("form", *words, "-o", path)
    return path.read_text("utf-8-sig").splitlines()


@case("/cli/pst-2/pst-4/forms/f10")
def f10():
    lines = form_lines("F10", "--on", "2025-10-09")
    assert lines[0] == "岗位类别,档次,等级,核准数,现聘数,其中双肩挑,空缺,超聘,可新聘,可晋升", lines[0]
    assert lines[-1].startswith("总计,,,102,"), lines[-1]
    posts_then = COLLEGE.ok("posts", "--on", "2025-10-09")
    rows = {row.split(",")[2]: row.split(",") for row in lines[1:]}
    for band in posts_then["bands"]:
        for level in band["levels"]:
            row = rows[level["level"]]
            rise = "" if level["rise_from_below"] is None else str(level["rise_from_below"])
            assert row[3:5] == [str(level["approved"]), str(level["occupied"])], row
            assert row[6:8] == [str(max(0, level["gap"])), str(max(0, -level["gap"]))], row
            assert row[8:10] == [str(level["vacancy_new"]), rise], row
    assert rows["正高小计"][3:] == ["6", "5", "0", "1", "0", "", ""], rows["正高小计"]
    lines = form_lines("F10", "--propose", "--total", 386, "--professional", 300)
    assert lines[0] == "档次,等级,累计下取整（采用）,最大余数,逐项下取整", lines[0]
    assert lines[4:8] == ["副高,专技五级,14,14,14", ",专技六级,29,29,28", ",专技七级,29,29,30", ",副高小计,72,72,72"], lines
    result = COLLEGE.run("form", "F10", "--propose", "-o", COLLEGE.folder / "x.csv")
    assert result.code == 1 and result.json["error"]["code"] == "form.asks", result.out
    result = COLLEGE.run("form", "F10", "--propose", "--total", 10, "--ratio", "3:x", "-o", COLLEGE.folder / "x.csv")
    assert result.code == 1 and result.json["error"]["code"] == "form.value", result.out


@case("/cli/ttl-2/forms/f11-f12")
def f11():
    lines = form_lines("F11", "--batch", ROUND)
    row = next(line for line in lines if line.split(",")[1] == "宋波兰").split(",")
    assert row[5:19] == ["讲师", "2018.09", "2020.09", "4", "本科", "学士", "20", "合", "基", "合", "合", "合", "380.00",
                         "技师"], row
    assert row[19:24] == ["著作教材、课题、荣誉", "高级讲师", "破格", "某人社职〔2025〕3号", "不满足：年限"], row
    assert len(form_lines("F11", "--batch", ROUND, "--target", "讲师")) == 5
    lines = form_lines("F12", "--batch", ROUND, "--person", "9001")
    assert "2,年限,60,51,月,教职工花名册 教职工花名册.xlsx 第60行,7,不满足（差 9 月，2026-09-15 满足）" in lines, lines
    assert "8,企业实践,,不适用,,,,满足" in lines and len(lines) == 23, lines
    for extra, code in [(("--batch", "无"), "batch.unknown"), (("--batch", ROUND, "--person", "1003"),
                                                              "batch.no_application")]:
        result = COLLEGE.run("form", "F12", *extra, "-o", COLLEGE.folder / "x.csv")
        assert result.code and result.json["error"]["code"] == code, result.out


@case("/cli/ttl-6/ttl-18/forms/f13-f14")
def f13():
    lines = form_lines("F13", "--batch", ROUND)
    assert lines[1] == "1,乐浩涛,机械工程系,正高级讲师,25,17,19,0,19,13,13,1,1,4,通过", lines[1]
    assert "12,刘娜丽,电气工程系,讲师,25,17,19,1,18,12,18,0,0,0,通过" in lines, lines
    names = [line.split(",")[1] for line in form_lines("F14", "--batch", ROUND)[1:]]
    assert sorted(names) == sorted(COLLEGE.ok("people", "show", who)["name"]
                                   for who in COLLEGE.ok("title", "result", ROUND)["passed"]), names


@case("/cli/ttl-7/forms/f15")
def f15():
    asked = ("F15", "--from", "2025-10-01", "--to", "2025-12-31")
    lines = form_lines(*asked)
    assert lines[1].split(",")[7:13] == ["专技六级", "2019.11", "专技五级", "晋级", "2025-10-31", "2025.11"], lines
    assert lines[1].split(",")[13] == "2025-10-31–2028-10-30" and "晋级条件第 1 项" in lines[1], lines
    assert "工号" in lines[0] and "工号" not in form_lines(*asked, "--public")[0]


@case("/cli/asm-2/forms/f16")
def f16():
    lines = form_lines("F16", "--year", 2024)
    assert lines[0] == "序号,部门,应参加,实参加,优秀（实）,合格,基本合格,不合格,不确定档次", lines[0]
    assert "合计,,98,98,19,78,1,0,0" in lines, lines
    assert any(line.endswith("基本合格,,不计入任职年限；次年不得晋升") for line in lines), lines
    assert not any("工号" in line for line in form_lines("F16", "--year", 2024, "--public"))


@case("/cli/ttl-8/switch")
def switch():
    """Off by default; on, its people count against its own numbers and have its standard alone."""
    with College(establishment=50) as college:
        college.ok("import", "people", SAMPLE / "教职工花名册.xlsx")
        college.ok("import", "student-affairs", college.write("s.csv", "工号,起\n1001,2020-01-01\n"))
        off = college.ok("posts", "--on", "2025-10-31")
        college.ok("import", "post-plan", college.write(
            "p.csv", "岗位类别,等级,核准数,生效日期,序列\n专业技术,专技十级,3,2025-01-01,学生工作\n"))
        assert college.ok("posts", "--on", "2025-10-31") == off
        college.ok("param", "set", "title.student_affairs", "true", "--from", "2025-01-01", "--source", "院字")
        on = college.ok("posts", "--on", "2025-10-31")
        assert [c["category"] for c in on["categories"]][1] == "学生工作", on["categories"]
        active = {r["id"]: r["active"] for r in college.ok("title", "standard", "list")["standards"]}
        assert active["student-affairs"]


@case("/cli/ttl-22/pay-6/next-month")
def next_month():
    """Pay follows an appointment of 15 October from November on: 10 months at 1, 2 at 2, against 12 at 1."""
    scheme = {"name": "试", "period": {"from": "2025-01-01", "to": "2025-12-31"}, "pool": "26000.00",
              "reserve_ratio": "0.0000", "month_rule": "count", "fixed": [],
              "components": [{"name": "常规", "ratio": "rest", "factors": ["post", "months"]}],
              "coefficients": {"post": {"专技六级": "1.0000", "专技五级": "2.0000"}}, "substitutes": {},
              "ceiling": None, "floor": None, "levels": "one"}
    with College(establishment=10) as college:
        college.ok("import", "people", college.write("p.csv", (
            "工号,姓名,身份证号,部门,人员类别,岗位类别,岗位等级,岗位聘任日期,来校日期\n"
            "1,王一,370102198001010015,甲系,在编,专业技术,专技六级,2019-01-01,2010-01-01\n"
            "2,王二,370102198001010023,甲系,在编,专业技术,专技六级,2019-01-01,2010-01-01\n")))
        opened = college.ok("appoint", "open", "1", "专技五级", "--on", "2025-10-15", "--approval", "批1",
                            "--opened", "2025-10-10")
        assert opened["pay"]["from"] == "2025-11-01", opened["pay"]
        college.ok("appoint", "decide", opened["case"], "--document", "院字1号")
        path = college.write("scheme.json", json.dumps(scheme, ensure_ascii=False))
        people = {p["staff_no"]: p["total"] for p in college.ok("pay", "compute", "--scheme", path)["people"]}
        assert people == {"1": "14000.00", "2": "12000.00"}, people


@case("/cli/undo/titles")
def undo():
    with College(establishment=100) as college:
        college.ok("import", "people", SAMPLE / "教职工花名册.xlsx")
        before = college.ok("posts", "--on", "2020-10-31")
        batch = college.ok("import", "appointments", SAMPLE / "聘任记录.xlsx")["batch"]
        again = college.ok("import", "certificates", SAMPLE / "证书.xlsx")["batch"]
        college.ok("import-undo", again)
        college.ok("import-undo", batch)
        assert college.ok("posts", "--on", "2020-10-31") == before
        college.ok("verify")


@case("/cli/titles/faulty-sheets")
def faulty():
    with College(establishment=100) as college:
        college.ok("import", "people", SAMPLE / "教职工花名册.xlsx")
        for kind, text, code in [
                ("practice", "工号,企业,起,止\n1001,甲,2023-02-01,2023-01-01\n", "date.order"),
                ("dual-posts", "工号,兼任岗位等级,起\n1001,专技九级,2023-02-01\n", "dual.same_category"),
                ("special-posts", "工号,岗位等级,批文号,起\n1001,专技九级,,2023-02-01\n", "required.missing"),
                ("certificates", "工号,类别,取得日期\n1001,职业资格,2023-02-01\n", "required.missing"),
                ("education", "工号,毕业院校\n1001,某校\n", "required.missing"),
                ("title-batch", "批次,工号,申报职称\n无,1001,讲师\n", "batch.unknown"),
                ("achievements", "工号,类别,名称,级别,取得日期\n1001,诗,甲,省级,2023-02-01\n", "code.unknown"),
                ("yearly-hours", "年度,工号,课时\n2023,1001,1.234\n", "number.invalid"),
                ("titles", "工号,职称,取得日期\n9999999,讲师,2020-01-01\n", "staff_no.unknown")]:
            result = college.run("import", kind, college.write("bad.csv", text))
            assert result.code == 3, (kind, result.out)
            assert code in [f["code"] for f in result.json["findings"]], (kind, result.json["findings"])
        for kind in ("appointments", "titles", "education", "certificates", "yearly-hours", "further-education",
                     "practice", "achievements", "discipline", "dual-posts", "special-posts", "student-affairs",
                     "title-batch", "title-evidence", "panel", "recusals", "ballots"):
            college.ok("template", kind, "-o", college.folder / f"{kind}.xlsx")


@case("/cli/aud-1/titles")
def verify():
    COLLEGE.ok("verify")


if __name__ == "__main__":
    sys.exit(main())
