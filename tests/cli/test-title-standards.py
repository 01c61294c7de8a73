#!/usr/bin/env python3
"""test-title-standards.py — the files of standards (ttl-12, ttl-13): as shipped, faulty, doubtful, hostile.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import shutil
import sys

from tap import SOURCE, College, case, main

COLLEGE = College(establishment=100)


@case("/cli/ttl-13/shipped")
def shipped():
    for name in ("tech-theory", "tech-practice", "student-affairs"):
        path = COLLEGE.folder / f"{name}.json"
        COLLEGE.ok("title", "standard", "export", name, "-o", path)
        assert path.read_bytes() == (SOURCE / "data" / f"{name}.json").read_bytes()
    found = COLLEGE.ok("title", "standard", "check", *(SOURCE / "data" / f"{name}.json"
                                                       for name in ("tech-theory", "tech-practice")))
    assert found["standards"] == 2 and not found["findings"], found
    active = {row["id"]: row["active"] for row in COLLEGE.ok("title", "standard", "list")["standards"]}
    assert active == {"tech-theory": True, "tech-practice": True, "student-affairs": False}


def edited(change):
    """The shipped standard of theory teachers with a change, as a file."""
    root = json.loads((SOURCE / "data" / "tech-theory.json").read_text("utf-8"))
    change(root)
    return COLLEGE.write("edited.json", json.dumps(root, ensure_ascii=False))


def first_path(root):
    return root["levels"][1]["paths"][2]


def only_senior(root):
    """高级讲师 alone, by years as 讲师, which then nothing gives."""
    root["levels"] = [root["levels"][2]]
    root["levels"][0]["paths"] = [p for p in root["levels"][0]["paths"]
                                  if any(c.get("kind") == "title_years" and c["series"] == "own" for c in p["all"])]


@case("/cli/ttl-12/faults")
def faults():
    def add(extra):
        return lambda root: first_path(root)["all"].append(extra)
    cases = [
        (lambda r: r.update({"to": "2000-01-01"}), "standard.period_reversed", "tech-theory"),
        (lambda r: r["levels"][1].update({"title": "教授"}), "standard.title_unknown", "tech-theory/教授"),
        (lambda r: r["levels"][1].update({"paths": []}), "standard.no_path", "tech-theory/讲师"),
        (add({"id": "x", "kind": "luck"}), "standard.kind_unknown", "tech-theory/讲师/33-3"),
        (add({"id": "x", "kind": "education"}), "standard.key_missing", "tech-theory/讲师/33-3"),
        (add({"id": "x", "kind": "work_years", "years": 1, "ever": 1}), "standard.key_unknown",
         "tech-theory/讲师/33-3"),
        (add({"id": "x", "any": []}), "standard.group_empty", "tech-theory/讲师/33-3"),
        (add({"id": "x", "n_of": 2, "of": [{"id": "y", "kind": "work_years", "years": 1}]}), "standard.n_of",
         "tech-theory/讲师/33-3"),
        (lambda r: first_path(r)["all"][1].update({"level": "中级"}), "standard.level_order",
         "tech-theory/讲师/33-3"),
        (lambda r: first_path(r).update({"waive": ["运气"]}), "standard.waive_unknown", "tech-theory/讲师/33-3"),
        (lambda r: first_path(r).update({"id": "33-2"}), "standard.id_repeated", "tech-theory/讲师/33-2"),
        (lambda r: first_path(r)["all"][1].update({"years": "四"}), "standard.value_invalid",
         "tech-theory/讲师/33-3"),
        (only_senior, "standard.unreachable", "tech-theory/高级讲师"),
    ]
    for change, code, where in cases:
        path = edited(change)
        result = COLLEGE.run("title", "standard", "check", path)
        found = [(f["code"], f["where"]) for f in result.json["findings"] if f["severity"] == "error"]
        assert result.code == 3, (code, result.out)
        assert (code, where) in found, (code, where, found)
        assert COLLEGE.run("title", "standard", "import", path).code == 3
    twin = json.loads(edited(lambda r: r.update({"from": "2026-01-01"})).read_text("utf-8"))
    for change, code in [({"id": "tech-other"}, "standard.overlap"), ({}, "standard.id_repeated")]:
        other = COLLEGE.write("other.json", json.dumps(dict(twin, **change), ensure_ascii=False))
        result = COLLEGE.run("title", "standard", "check", SOURCE / "data" / "tech-theory.json", other)
        assert result.code == 3 and code in [f["code"] for f in result.json["findings"]], (code, result.out[:500])
    ids = {row["hash"] for row in COLLEGE.ok("title", "standard", "list")["standards"]}
    assert len(ids) == 3, "nothing faulty was taken"


@case("/cli/ttl-12/warnings")
def warnings():
    def redundant(root):
        root["levels"][1]["paths"].append({"id": "33-9", "name": "更严", "kind": "normal", "all": [
            {"id": "学历", "kind": "education", "at_least": "硕士"},
            {"id": "年限", "kind": "title_years", "level": "助理级", "series": "own", "years": 5}]})
    found = COLLEGE.ok("title", "standard", "check", edited(redundant))["findings"]
    assert [(f["code"], f["where"], f["severity"]) for f in found] == \
        [("standard.redundant", "tech-theory/讲师/33-9", "warning")], found

    def skips(root):
        root["levels"][2]["paths"][0]["all"][1]["level"] = "助理级"
    found = COLLEGE.ok("title", "standard", "check", edited(skips))["findings"]
    assert ("standard.skips_level", "tech-theory/高级讲师/32-1") in [(f["code"], f["where"]) for f in found], found


@case("/cli/ttl-12/hostile")
def hostile():
    deep = '{"format":"shizi-title-standard","version":1,"id":"x","levels":' + '{"any":[' * 1000 + "]}" * 1000 + "}"
    group = '{"id": "g", "any": [' * 1000 + '{"id": "e", "kind": "education", "at_least": "本科"}' + "]}" * 1000
    def nest(root):
        first_path(root)["all"].append("GROUP")
    nested = edited(nest).read_text("utf-8").replace('"GROUP"', group)
    for text, codes in [("x" * 10_000_000, {"standard.too_large"}), (deep, {"standard.format"}),
                        ("", {"standard.format"}), ("[]", {"standard.format"}), ("nul", {"standard.format"}),
                        ('{"format": "shizi-title-standard", "version": 99999999999999999999}', {"standard.format"})]:
        result = COLLEGE.run("title", "standard", "check", COLLEGE.write("bad.json", text))
        assert result.code in (3, 4), (text[:40], result.code, result.err)
        if "error" in result.json:
            assert result.json["error"]["code"] in codes, result.out[:300]
    result = COLLEGE.run("title", "standard", "check", COLLEGE.write("nested.json", nested))
    assert result.code == 3, result.out[:300]
    assert ("standard.too_deep", "tech-theory/讲师/33-3") in [(f["code"], f["where"]) for f in result.json["findings"]]
    for value in (99999999999, -1, 1.5, "many", None, [], 10**30):
        path = edited(lambda r, v=value: first_path(r)["all"][1].update({"years": v}))
        result = COLLEGE.run("title", "standard", "import", path)
        assert result.code == 3, (value, result.out[:300])
        if value != 10**30:                                  # no number of JSON's: refused with its line
            assert ("error", "standard.value_invalid", "tech-theory/讲师/33-3") in [
                (f["severity"], f["code"], f["where"]) for f in result.json["findings"]], (value, result.out[:300])
        else:
            assert result.json["error"]["code"] == "standard.format", result.out[:300]
    COLLEGE.ok("verify")


if __name__ == "__main__":
    try:
        code = main()
    finally:
        shutil.rmtree(COLLEGE.folder)
    sys.exit(code)
