#!/usr/bin/env python3
"""test-watch.py — targets, supervision and statistics: the sheets of a college to every figure of both days, and what is refused.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import json
import shutil
import sys
import zipfile

from tap import SOURCE, College, case, main

SAMPLES = SOURCE / "tests" / "samples" / "watch-2025"
WANT = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
SHEETS = [
    ("people", "教职工花名册.xlsx"), ("assessments", "年度考核.xlsx"), ("departments", "部门职能.xlsx"),
    ("post-plan", "岗位核准.xlsx"), ("parttime", "兼职教师.xlsx"), ("training", "培训授课记录.csv"),
    ("talents", "高层次人才.xlsx"), ("leaders", "任职名册.xlsx"), ("kinship", "亲属关系登记.xlsx"),
    ("targets", "目标任务分解.xlsx"), ("target-entries", "目标进度填报.xlsx"), ("trainees", "培训学员名册.csv"),
    ("training-income", "培训收支.xlsx"), ("majors", "专业设置.xlsx"), ("graduates", "毕业生就业.xlsx"),
    ("skill-due", "应评名单.xlsx"), ("skill-done", "参评成绩.xls"), ("rotation-roster", "轮训名册.xlsx"),
    ("rotations", "轮训记录.xlsx"), ("contests", "竞赛.xlsx"), ("rectify", "整改台账.xlsx"),
    ("tolerance", "容错纠错.xlsx"),
]
COLLEGE = College(establishment=WANT["establishment"])
DAYS = list(WANT["days"])
DUE_KINDS = {"contract.end", "retirement", "rotation.lapse", "agreement.end", "rectify.deadline", "target.checkpoint"}


def differences(got, want, where=""):
    if isinstance(want, dict):
        for key, value in want.items():
            if not isinstance(got, dict) or key not in got:
                yield f"{where}.{key}: missing"
            else:
                yield from differences(got[key], value, f"{where}.{key}")
    elif isinstance(want, list):
        if len(got) != len(want):
            yield f"{where}: {len(got)} entries, not {len(want)}"
        for index, (a, b) in enumerate(zip(got, want)):
            yield from differences(a, b, f"{where}[{index}]")
    elif got != want or isinstance(got, bool) != isinstance(want, bool):
        yield f"{where}: {got!r}, not {want!r}"


def assert_same(got, want):
    found = list(differences(got, want))
    assert not found, "\n".join(found[:20])


def refused(college, code, *words, who=None):
    result = college.run(*words) if who is None else as_who(college, who, *words)
    assert result.code == 1, (words, result.code, result.err)
    assert result.json["error"]["code"] == code, result.json["error"]
    assert result.err.strip(), words


def as_who(college, who, *words):
    return college.run("--as", who, *words)


def copy():
    """A college of its own with everything in it, for cases that write."""
    college = College(init=False)
    shutil.copy(COLLEGE.db, college.db)
    return college


@case("/cli/watch/import")
def imports():
    for kind, name in SHEETS:
        result = COLLEGE.ok("import", kind, SAMPLES / name)
        if kind in WANT["counts"]:
            assert result["rows"] == WANT["counts"][kind], (kind, result["rows"], WANT["counts"][kind])
        assert result["rejected"] == 0, result
    assert COLLEGE.ok("import", "kinship", SAMPLES / "亲属关系登记.xlsx", "--update")["inserted"] == 0
    assert COLLEGE.run("verify").code == 0


def shown(day, target):
    return COLLEGE.ok("targets", "show", target, "--on", day)["detail"]


@case("/cli/tgt-11/targets")
def targets():
    for day, want in WANT["days"].items():
        got = COLLEGE.ok("targets", "--on", day)
        assert_same(got, {"year": 2025, "date": day, "targets": want["targets"]})
        for target in want["targets"]:
            one = COLLEGE.ok("targets", "show", target["id"], "--year", "2025", "--on", day)
            assert_same(one["target"], target)


@case("/cli/tgt-5/training")
def training():
    for day in DAYS:
        assert_same(shown(day, "training"), WANT["days"][day]["training"])


@case("/cli/tgt-6/majors")
def majors():
    for day in DAYS:
        assert_same(shown(day, "joint")["majors"], WANT["days"][day]["majors"])
        assert_same(shown(day, "integrated")["majors"], WANT["days"][day]["majors"])


@case("/cli/tgt-7/graduates")
def graduates():
    for day in DAYS:
        assert_same(shown(day, "employment"), WANT["days"][day]["graduates"])


@case("/cli/tgt-8/skill")
def skill():
    for day in DAYS:
        assert_same(shown(day, "assessed"), WANT["days"][day]["skill"])


@case("/cli/tgt-9/rotation")
def rotation():
    for day in DAYS:
        assert_same(shown(day, "rotation")["people"], WANT["days"][day]["rotation"])


@case("/cli/tgt-10/contests")
def contests():
    for day in DAYS:
        assert_same(shown(day, "contests_won"), WANT["days"][day]["contests"])
        assert_same(shown(day, "contests_hosted"), WANT["days"][day]["contests"])


@case("/cli/aud-5/rectify")
def rectify():
    for day in DAYS:
        assert_same(COLLEGE.ok("rectify", "--on", day)["areas"], WANT["days"][day]["rectify"])


@case("/cli/aud-7/due")
def due():
    for day in DAYS:
        got = COLLEGE.ok("due", "--on", day, "--days", "90")
        items = [item for item in got["items"] if item["kind"] in DUE_KINDS]
        assert_same(items, WANT["days"][day]["due"])
        assert [item["key"] for item in items] == [item["key"] for item in WANT["days"][day]["due"]]


@case("/cli/sta-2/stats")
def stats():
    for day in DAYS:
        assert_same(COLLEGE.ok("stats", "--on", day), WANT["days"][day]["stats"])


@case("/cli/sta-1/stats-list")
def stats_list():
    day = DAYS[0]
    for table in COLLEGE.ok("stats", "--on", day)["tables"]:
        for row in table["rows"]:
            people = COLLEGE.ok("stats", "list", table["table"], row["label"], "--on", day)["people"]
            men = COLLEGE.ok("stats", "list", table["table"], row["label"], "--sex", "男", "--on", day)["people"]
            assert (len(people), len(men)) == (row["total"], row["male"]), (table["table"], row)
            assert [p["staff_no"] for p in people] == sorted(p["staff_no"] for p in people)
        shares = [row["share"] for row in table["rows"]]
        assert sum(int(share.replace(".", "")) for share in shares) == 10000, shares
    assert COLLEGE.run("stats", "list", "nothing", "男", "--on", day).code == 2
    assert COLLEGE.run("stats", "list", "age", "七十岁", "--on", day).code == 2
    department = COLLEGE.ok("stats", "list", "post", "管理", "--on", day)["people"][0]["department"]
    part = COLLEGE.ok("stats", "--department", department, "--on", day)
    assert 0 < part["people"] < 58 and part["department"] == department
    assert COLLEGE.run("stats", "--employment", "没有", "--on", day).code == 2


@case("/cli/aud-8/overview")
def overview():
    for day in DAYS:
        got = COLLEGE.ok("overview", "--on", day)
        assert_same(got, WANT["days"][day]["overview"])
        quota = COLLEGE.ok("quota", "--on", day)
        assert got["parttime"]["used"] == quota["used"] and got["people"]["full_time_teachers"] == quota["full_time_teachers"]
        assert got["due"]["total"] == len(COLLEGE.ok("due", "--on", day)["items"])
        assert got["pay"] is None


def stems(findings):
    areas = ("parttime", "talent", "training", "trainee", "students", "graduate", "skill", "target", "kin", "rectify")
    return [{key: item[key] for key in ("kind", "severity", "subject")} for item in findings
            if item["kind"].split(".")[0] in areas or item["kind"] in ("people.past_retirement", "assess.excellent_over")]


@case("/cli/aud-3/findings")
def findings():
    with copy() as college:
        seen = {}
        for day in DAYS:
            report = college.ok("findings", "scan", "--on", day)
            again = college.ok("findings", "scan", "--on", day)
            assert (again["new"], again["gone"], again["returned"], again["grown"]) == (0, 0, 0, 0), again
            items = college.ok("findings", "--all")["items"]
            present = [item for item in items if item["present"]]
            assert report["present"] == len(present)
            got = sorted(stems(present), key=lambda item: (item["severity"], item["kind"], item["subject"]))
            want = sorted(WANT["days"][day]["findings"], key=lambda item: (item["severity"], item["kind"], item["subject"]))
            assert got == want, [x for x in got if x not in want] + ["-"] + [x for x in want if x not in got]
            for item in items:
                assert seen.setdefault((item["kind"], item["subject"]), item["no"]) == item["no"]
                assert item["message"] and "{" not in item["message"], item
                assert item["last_seen"] == (day if item["present"] else DAYS[0]), item
        assert sorted(seen.values()) == list(range(1, len(seen) + 1))
        gone = [item for item in items if not item["present"]]
        assert "kin.superior" in {item["kind"] for item in gone}, gone
        events = college.ok("findings", "show", gone[0]["no"])["events"]
        assert [event["what"] for event in events] == ["found", "gone"]


@case("/cli/aud-2/numbers-in-order")
def numbers():
    with copy() as college:
        college.ok("findings", "scan", "--on", DAYS[0])
        items = sorted(college.ok("findings", "--all")["items"], key=lambda item: item["no"])
        rank = {"error": 0, "warning": 1, "notice": 2}
        order = [(rank[item["severity"]], item["kind"].encode(), item["subject"].encode()) for item in items]
        assert order == sorted(order)
        listed = college.ok("findings")["items"]
        assert [i["no"] for i in listed] == [i["no"] for i in sorted(listed, key=lambda i: (rank[i["severity"]], i["kind"].encode(), i["no"]))]


@case("/cli/aud-2/scan-writes-only-changes")
def writes_nothing():
    with copy() as college:
        college.ok("findings", "scan", "--on", DAYS[0])
        before = college.ok("verify")["acts"]
        college.ok("findings", "scan", "--on", DAYS[0])
        college.ok("findings", "scan", "--on", DAYS[0])
        assert college.ok("verify")["acts"] == before


@case("/cli/aud-2/answer-accept-reopen")
def life():
    with copy() as college:
        college.ok("findings", "scan", "--on", DAYS[0])
        items = college.ok("findings")["items"]
        error = next(item for item in items if item["kind"] == "talent.no_approval")
        warning = next(item for item in items if item["kind"] == "training.people_differ")
        refused(college, "finding.unknown", "findings", "answer", "999", "--text", "没有这一条")
        refused(college, "finding.not_answered", "findings", "accept", error["no"])
        refused(college, "finding.text_short", "findings", "answer", warning["no"], "--text", "已核 ")
        refused(college, "finding.evidence_missing", "findings", "answer", error["no"], "--text", "已报人社厅审批")
        answered = college.ok("findings", "answer", error["no"], "--text", "已报人社厅审批", "--evidence", "人社函〔2025〕9号")
        assert answered["state"] == "answered" and answered["answer"]["evidence"] == "人社函〔2025〕9号", answered
        college.ok("findings", "answer", error["no"], "--text", "已报人社厅，等批复", "--evidence", "人社函〔2025〕9号")
        refused(college, "maker.checker", "findings", "accept", error["no"])
        refused(college, "maker.checker", "findings", "accept", error["no"], who="　测　试 ")
        refused(college, "tolerance.unknown", "findings", "accept", error["no"], "--basis", "没有", who="审核人")
        result = as_who(college, "审核人", "findings", "accept", error["no"])
        assert result.code == 0 and result.json["state"] == "accepted", result.err
        refused(college, "finding.not_open", "findings", "answer", error["no"], "--text", "再次说明情况", "--evidence", "x")
        assert error["no"] not in [item["no"] for item in college.ok("findings")["items"]]
        assert error["no"] in [item["no"] for item in college.ok("findings", "--state", "accepted")["items"]]
        assert college.ok("findings", "reopen", error["no"], "--text", "批复与申报不符")["state"] == "open"
        events = [event["what"] for event in college.ok("findings", "show", error["no"])["events"]]
        assert events == ["found", "answered", "answered", "accepted", "reopened"], events
        assert college.run("verify").code == 0


@case("/cli/aud-2/grown-and-returned")
def grown():
    with copy() as college:
        college.ok("findings", "scan", "--on", DAYS[0])
        def find():
            return next(item for item in college.ok("findings", "--all")["items"] if item["subject"] == "2025" and item["kind"] == "graduate.no_evidence")
        no, size = find()["no"], find()["size"]
        college.ok("findings", "answer", no, "--text", "正在补交佐证材料")
        assert as_who(college, "审核人", "findings", "accept", no).code == 0
        sheet = college.write("g.csv", "毕业年度,学号,姓名,毕业去向\n2025,99000001,新增,入伍\n")
        batch = college.ok("import", "graduates", sheet)["batch"]
        assert college.ok("findings", "scan", "--on", DAYS[0])["grown"] == 1
        item = find()
        assert (item["state"], item["reopened"], item["size"], item["no"]) == ("open", 1, size + 1, no), item
        college.ok("import-undo", batch)
        assert find()["size"] == size + 1, "undo leaves findings alone"
        college.ok("findings", "scan", "--on", DAYS[0])
        assert find()["size"] == size


@case("/cli/aud-6/tolerance")
def tolerance():
    with copy() as college:
        college.ok("findings", "scan", "--on", DAYS[0])
        rows = college.ok("tolerance")["items"]
        assert [row["no"] for row in rows] == sorted(row["no"] for row in rows) and len(rows) == 4
        refused(college, "tolerance.unknown", "tolerance", "verify", "RC-没有", "--text", "情况属实")
        no = college.ok("findings")["items"][0]["no"]
        staff = rows[0]["staff_no"]
        sheet = college.write("t.csv", f"编号,申请人工号,事项,关联编号,申请日期\nRC-T1,{staff},先行先试,{no},2025-09-01\n")
        college.ok("import", "tolerance", sheet)
        refused(college, "required.missing", "tolerance", "decide", "RC-T1", "予以容错", "--meeting", "院长办公会", "--open", "全院")
        refused(college, "maker.checker", "tolerance", "verify", "RC-T1", "--text", "情况属实", who=rows[0]["name"])
        college.ok("tolerance", "verify", "RC-T1", "--text", "情况属实")
        refused(college, "required.missing", "tolerance", "decide", "RC-T1", "予以容错", "--open", "全院")
        done = college.ok("tolerance", "decide", "RC-T1", "予以容错", "--meeting", "院长办公会", "--open", "全院")
        assert (done["decision"], done["open_to"]) == ("予以容错", "全院"), done
        college.ok("findings", "answer", no, "--text", "属先行先试，申请容错", "--evidence", "RC-T1")
        result = as_who(college, "审核人", "findings", "accept", no, "--basis", "RC-T1")
        assert result.code == 0 and result.json["severity"] == college.ok("findings", "show", no)["severity"], result.err


@case("/cli/aud-5/steps")
def steps():
    with copy() as college:
        items = {item["no"]: item for item in college.ok("rectify")["items"]}
        no = next(key for key, item in items.items() if item["state"] == "in_progress")
        refused(college, "rectify.unknown", "rectify", "progress", "没有", "50")
        assert college.run("rectify", "progress", no, "101").code == 2
        assert college.ok("rectify", "progress", no, "70")["percent"] == 70
        refused(college, "rectify.not_done", "rectify", "close", no)
        sent = college.ok("rectify", "submit", no, "--evidence", "归档清单")
        assert (sent["state"], sent["percent"], sent["evidence"]) == ("submitted", 100, "归档清单"), sent
        refused(college, "maker.checker", "rectify", "close", no)
        assert college.ok("rectify", "return", no, "80", "--text", "清单缺页")["state"] == "in_progress"
        refused(college, "rectify.extension_unapproved", "rectify", "extend", no, "2031-12-31")
        assert college.ok("rectify", "extend", no, "2031-12-31", "--source", "院发〔2025〕3号")["deadline"] == "2031-12-31"
        college.ok("rectify", "submit", no, "--evidence", "归档清单")
        result = as_who(college, "审核人", "rectify", "close", no)
        assert result.code == 0 and result.json["state"] == "closed" and result.json["closed_by"] == "审核人", result.err
        assert college.run("rectify", "progress", no, "10").code == 1
        assert college.run("verify").code == 0


@case("/cli/tgt-3/set")
def target_set():
    with copy() as college:
        refused(college, "target.unknown", "targets", "set", "没有", "5", "--year", "2025")
        refused(college, "target.unknown", "targets", "show", "没有")
        assert college.run("targets", "set", "training", "多", "--year", "2025").code == 3
        assert college.run("targets", "set", "employment", "101", "--year", "2025").code == 3
        assert college.run("targets", "--year", "2025", "--on", "2024-01-01").code == 2
        line = college.ok("targets", "set", "毕业生就业率", "96.5%", "--year", "2025", "--office", "招生就业处", "--source", "院发1号")
        assert (line["goal"], line["office"], line["document"]) == ("0.9650", "招生就业处", "院发1号"), line
        assert college.ok("targets", "set", "training", "100", "--year", "2025")["goal"] == 100
        college.ok("param", "set", "target.own", '[{"id":"patents","name":"专利","unit":"件","kind":"count"}]', "--from", "2020-01-01", "--source", "院发2号")
        lines = college.ok("targets", "--year", "2025")["targets"]
        assert lines[-1]["id"] == "patents" and lines[-1]["state"] == "no_data", lines[-1]
        assert college.ok("targets", "show", "patents", "--year", "2025")["detail"] is None


@case("/cli/aud-4/kinship")
def kinship():
    pairs = COLLEGE.ok("kinship", "--on", DAYS[0])["pairs"]
    assert [(p["a"], p["b"]) for p in pairs] == sorted((p["a"], p["b"]) for p in pairs)
    said = {f"{p['a']}|{p['b']}": p["kinds"] for p in pairs}
    for finding in WANT["days"][DAYS[0]]["findings"]:
        if finding["kind"].startswith("kin."):
            assert finding["kind"] in said[finding["subject"]], finding
    for pair in pairs:
        assert pair["relation"] and pair["group"] and pair["of"] in ("a", "b"), pair


def printed(form, *options):
    path = COLLEGE.folder / f"{form}.csv"
    COLLEGE.ok("form", form, *options, "-o", path)
    return list(csv.reader(path.read_text("utf-8-sig").splitlines()))


STATES = {"met": "已完成", "on_track": "正常", "open": "进行中", "behind": "滞后", "below": "未达标", "missed": "未完成",
          "no_target": "未下达", "no_data": "无数据"}


@case("/cli/tgt-11/F28")
def form_targets():
    for day in DAYS:
        rows = {row[1]: row for row in printed("F28", "--year", "2025", "--on", day) if len(row) > 9}
        for target in WANT["days"][day]["targets"]:
            row = rows[target["name"]]
            share = target["rate"] if target["kind"] == "ratio" else target["completion"]
            want = ["" if value is None else str(value) for value in (target["value"], target["base"])]
            want += [f"{share}%" if share else "", "" if target["gap"] is None else str(target["gap"]), STATES[target["state"]]]
            assert [cell.replace("—", "") for cell in row[5:10]] == want, (row, want)
        assert rows["毕业生就业率"][3] == "98.00%", rows["毕业生就业率"]


@case("/cli/tgt-8/F29")
def form_skill():
    day = DAYS[0]
    want = WANT["days"][day]["skill"]
    rows = [row for row in printed("F29", "--year", "2025", "--on", day) if len(row) > 12]
    took = [row[7] for row in rows if row[7] in ("是", "否", "豁免")]
    assert (took.count("是"), took.count("否"), took.count("豁免")) == (want["taken"], want["due"] - want["taken"], want["exempt"])
    serials = [row[0] for row in rows if row[0].isdigit()]
    assert serials == [str(number) for number in range(1, len(took) + 1)]
    for person in want["missing"]:
        row = next(r for r in rows if r[1].lstrip("'") == person["student_no"] and r[4] == person["occupation"] and r[7] == "否")
        assert row[12] == (person["reason"] or "未说明"), row


@case("/cli/tgt-9/F30")
def form_rotation():
    rows = [row for row in printed("F30", "--on", DAYS[0]) if len(row) > 8 and row[0].isdigit()]
    want = WANT["days"][DAYS[0]]["rotation"]
    assert len(rows) == len(want)
    assert sum(row[8] == "是" for row in rows) == sum(person["covered"] for person in want)
    by_name = {row[2].replace(" ", "").replace("\u3000", ""): row for row in rows}
    for person in want:
        row = by_name[person["name"]]
        assert (row[6] or "—") == (person["last"] or "—") and (row[7] in ("", "—")) == (person["last"] is None), (row, person)


@case("/cli/aud-5/F31")
def form_rectify():
    rows = [row for row in printed("F31", "--on", DAYS[0]) if len(row) > 12 and row[0].isdigit()]
    want = WANT["days"][DAYS[0]]["rectify"][-1]
    assert len(rows) == want["items"]
    assert sum("（逾期）" in row[10] for row in rows) == want["overdue"]
    assert sum(row[10] == "已销号" for row in rows) == want["closed"]


@case("/cli/watch/papers")
def papers():
    listed = {form["form"] for form in COLLEGE.ok("form", "list")["forms"]}
    assert {"F28", "F29", "F30", "F31"} <= listed, listed
    for form, options in (("F28", ("--year", "2025")), ("F29", ("--year", "2025")), ("F30", ()), ("F31", ())):
        for ending in ("xlsx", "pdf"):
            path = COLLEGE.folder / f"{form}.{ending}"
            COLLEGE.ok("form", form, *options, "-o", path)
            assert path.stat().st_size > 1000
    with zipfile.ZipFile(COLLEGE.folder / "F28.xlsx") as book:
        text = "".join(book.read(name).decode("utf-8") for name in book.namelist() if name.endswith(".xml"))
    assert "依据文件：" in text and "职业培训人次：登记册" in text and "年招生人数：填报" in text, "what stands below F28"
    COLLEGE.ok("stats", "--on", DAYS[0], "-o", COLLEGE.folder / "stats.pdf")
    COLLEGE.ok("stats", "--on", DAYS[0], "-o", COLLEGE.folder / "stats.xlsx")
    with zipfile.ZipFile(COLLEGE.folder / "stats.xlsx") as book:
        names = book.namelist()
    assert sum(name.startswith("xl/worksheets/sheet") for name in names) == 7, names
    assert sum(name.startswith("xl/charts/chart") for name in names) == 7, names
    assert COLLEGE.run("stats", "-o", COLLEGE.folder / "stats.doc").code == 3
    with College() as college:
        assert not {"F28", "F29", "F30", "F31"} & {form["form"] for form in college.ok("form", "list")["forms"]}


@case("/cli/watch/bad")
def bad():
    with College(establishment=WANT["establishment"]) as college:
        college.ok("import", "people", SAMPLES / "教职工花名册.xlsx")
        for kind, want in WANT["bad"].items():
            result = college.run("import", kind, SAMPLES / want["file"])
            got = [{key: finding[key] for key in ("row", "code", "severity")} for finding in result.json["findings"]]
            assert result.code == 3 and got == want["findings"], (kind, result.code, got)
            assert result.json["batch"] is None
        kinds = {entry["kind"] for entry in college.ok("imports")["imports"]}
        assert kinds == {"people"}, kinds


@case("/cli/watch/update-and-undo")
def update():
    """Every sheet again changes nothing; taken back it leaves the register as it was."""
    with copy() as college:
        for kind, name in SHEETS[7:]:
            again = college.ok("import", kind, SAMPLES / name, "--update")
            assert (again["inserted"], again["updated"]) == (0, 0), (kind, again)
        before = college.ok("targets", "--on", DAYS[0])
        sheet = college.write("e.csv", "年度,指标,期间,累计完成\n2025,全日制在校生规模,2025-10-14,6400\n")
        batch = college.ok("import", "target-entries", sheet)["batch"]
        students = next(t for t in college.ok("targets", "--on", DAYS[0])["targets"] if t["id"] == "students")
        assert students["value"] == 6400
        college.ok("import-undo", batch)
        assert college.ok("targets", "--on", DAYS[0]) == before


@case("/cli/watch/templates")
def templates():
    with College() as college:
        for kind, _ in SHEETS[7:]:
            path = college.folder / f"{kind}.xlsx"
            college.ok("template", kind, "-o", path)
            result = college.run("import", kind, path)
            assert result.code in (0, 3) and result.json.get("rows", 0) == 0, (kind, result.out[:500])


@case("/cli/aud-3/kinds")
def kinds():
    with College() as college:
        catalogue = college.ok("findings", "kinds")["kinds"]
        for kind in catalogue:
            assert kind["condition"] and not kind["condition"].startswith(kind["kind"]), kind
        assert {"parttime.over", "kin.superior", "clock.back"} <= {kind["kind"] for kind in catalogue}
        empty = college.ok("findings", "scan", "--on", "2025-10-15")
        assert empty["present"] == 1, empty
        assert college.ok("findings")["items"][0]["kind"] == "backup.old"
        college.ok("backup", "-o", college.folder / "copy.db")
        assert college.ok("findings", "scan")["gone"] == 1
        assert college.ok("findings", "--state", "closed")["items"][0]["reopened"] == 0
        assert college.run("findings", "--area", "没有").code == 2
        assert college.ok("overview", "--on", "2025-10-15")["training"] == {"value": None, "needed": None}


if __name__ == "__main__":
    try:
        code = main(sys.argv[2:])
    finally:
        shutil.rmtree(COLLEGE.folder)
    sys.exit(code)
