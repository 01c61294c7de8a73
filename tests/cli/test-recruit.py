#!/usr/bin/env python3
"""test-recruit.py — a year of recruitment, the establishment and part-time teachers, from the untidy sheets to
the last figure (rec-1 … rec-29, tax-3): samples/recruit-2025 with its expected.json, and each trap of traps.md.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import sys

from tap import SOURCE, College, case, main

SAMPLES = SOURCE / "tests" / "samples" / "recruit-2025"
WANT = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
PLAN = WANT["plan"]["batch"]
COLLEGE = College(name=WANT["init"]["name"], establishment=WANT["init"]["establishment"])


def differences(got, want, where=""):
    if isinstance(want, dict):
        for key, value in want.items():
            if not isinstance(got, dict) or key not in got:
                yield f"{where}.{key}: missing"
            else:
                yield from differences(got[key], value, f"{where}.{key}")
    elif isinstance(want, list):
        if not isinstance(got, list) or len(got) != len(want):
            yield f"{where}: {len(got)} entries, not {len(want)}"
        for index, (a, b) in enumerate(zip(got, want)):
            name = want[index].get("post", want[index].get("ticket", index)) if isinstance(b, dict) else index
            yield from differences(a, b, f"{where}[{name}]")
    elif got != want:
        yield f"{where}: {got!r}, not {want!r}"


def assert_same(got, want):
    found = list(differences(got, want))
    assert not found, "\n".join(found[:20])


def refused(code, *words):
    result = COLLEGE.run(*words)
    assert result.code == 1, (result.code, result.out, result.err)
    assert result.json["error"]["code"] == code, result.json["error"]
    return result.json


@case("/cli/rec-15/sample-import")
def imports():
    COLLEGE.ok("recruit", "plan", PLAN, "--cutoff", WANT["plan"]["cutoff"])
    mismatches = []
    for entry in WANT["files"]:
        options = [word for key, value in entry["set"].items() for word in ("--set", f"{key}={value}")]
        result = COLLEGE.ok("import", entry["kind"], SAMPLES / entry["file"], *options)
        mismatches += [finding for finding in result["findings"] if finding["code"] == "score.mismatch"]
        assert result["rejected"] == 0, result
    assert len(mismatches) == len(WANT["score_mismatch"]), mismatches


@case("/cli/rec-12/sample-ledger")
def ledger():
    for want in WANT["establishment"]:
        assert_same(COLLEGE.ok("establishment", "--on", want["date"]), want)
    assert_same(COLLEGE.ok("establishment", "list")["rows"], WANT["ledger"])


@case("/cli/rec-14/sample-forecast")
def forecast():
    assert_same(COLLEGE.ok("establishment", "forecast", "--from", WANT["forecast"]["from"]), WANT["forecast"])


@case("/cli/rec-9/rec-24/sample-quota")
def quota():
    for want in WANT["quota"]:
        assert_same(COLLEGE.ok("quota", "--on", want["date"]), want)
    assert_same(COLLEGE.ok("quota", "year", "--year", WANT["quota_year"]["year"]), WANT["quota_year"])


@case("/cli/rec-24/rec-25/sample-parttime")
def parttime():
    due = WANT["due"]
    assert_same(COLLEGE.ok("parttime", "due", "--on", due["on"], "--days", due["days"]), due)
    assert_same(COLLEGE.ok("parttime", "check")["warnings"], WANT["parttime_warnings"])


@case("/cli/rec-8/rec-16/rec-17/sample-screen")
def screen():
    assert_same(COLLEGE.ok("recruit", "screen", PLAN)["applicants"], WANT["screen"])


@case("/cli/rec-1/rec-6/sample-exam")
def exam():
    assert_same(COLLEGE.ok("exam", "score", PLAN)["positions"], WANT["exam"])


@case("/cli/rec-21/sample-result")
def result_():
    assert_same(COLLEGE.ok("recruit", "result", PLAN)["positions"], WANT["result"])


@case("/cli/rec-26/tax-3/sample-fees")
def fees():
    for want in WANT["fees"]:
        got = COLLEGE.ok("fees", "compute", "--from", want["from"], "--to", want["to"], "--paid-on", want["paid_on"],
                         "--keep")
        assert_same(got, want)


@case("/cli/rec-10/rec-27/sample-funding")
def funding():
    got = COLLEGE.ok("funding", "--year", WANT["funding"]["year"])
    assert_same(got, WANT["funding"])


@case("/cli/rec-29/sample-findings")
def findings():
    got = COLLEGE.ok("recruit", "findings", PLAN, "--from", "2025-01-01", "--to", "2025-12-31")
    assert_same(got["findings"], WANT["findings"])


@case("/cli/rec-26/delete")
def delete_sheet():
    sheets = COLLEGE.ok("fees", "list")["sheets"]
    assert len(sheets) == len(WANT["fees"])
    refused("sheet.not_latest", "fees", "delete", sheets[0]["sheet"])
    COLLEGE.ok("fees", "delete", sheets[1]["sheet"])
    again = WANT["fees"][1]
    got = COLLEGE.ok("fees", "compute", "--from", again["from"], "--to", again["to"], "--paid-on", again["paid_on"],
                     "--keep")
    assert_same(got, again)


@case("/cli/rec-12/refusals")
def ledger_refusals():
    common = ("--from", "2025-08-01", "--source", "鲁编办〔2025〕99号")
    refused("establishment.negative", "establishment", "add", "decrease", 99, *common)
    refused("establishment.frozen", "establishment", "add", "freeze", 99, *common)
    refused("establishment.exceeded", "establishment", "add", "decrease", 10, *common)
    got = COLLEGE.ok("establishment", "add", "核减", 10, *common, "--approval", "鲁编办批〔2025〕1号")
    assert got["over"] is not None and got["row"]["kind"] == "decrease", got


@case("/cli/rec-19/walk")
def walk():
    step = ("recruit", "step", PLAN, "T07")
    refused("step.not_allowed", *step, "announce", "--on", "2025-05-06")
    got = COLLEGE.ok(*step, "approve", "--on", "2025-05-06", "--source", "鲁人社函〔2025〕1号", "--approval", "批1")
    assert_same(got, {"from": "draft", "to": "approved", "notice": None})
    got = COLLEGE.ok(*step, "announce", "--on", "2025-05-06")
    assert_same(got["notice"], {"from": "2025-05-06", "days": 7, "to": "2025-05-14"})
    refused("date.order", *step, "screen", "--on", "2025-05-05")
    refused("notice.short", *step, "screen", "--on", "2025-05-13")
    COLLEGE.ok(*step, "screen", "--on", "2025-05-14")
    got = COLLEGE.ok(*step, "open-exam", "--on", "2025-05-20")
    assert_same(got, {"from": "screening", "to": "exam", "places": 2})
    COLLEGE.ok(*step, "finish-exam", "--on", "2025-06-01")
    got = COLLEGE.ok(*step, "publish", "--on", "2025-06-10")
    assert got["notice"]["days"] == 7, got
    refused("close.open", *step, "close", "--on", "2025-06-11")
    COLLEGE.ok(*step, "back", "--on", "2025-06-12", "--reason", "材料有误")
    states = {post["post"]: post["state"] for post in COLLEGE.ok("recruit", "list", PLAN)["positions"]}
    assert states["T07"] == "check" and states["T01"] == "draft", states


@case("/cli/rec-19/cancelled")
def cancelled():
    step = ("recruit", "step", PLAN, "T02")
    COLLEGE.ok(*step, "approve", "--on", "2025-05-06", "--source", "鲁人社函〔2025〕1号", "--approval", "批1")
    COLLEGE.ok(*step, "announce", "--on", "2025-05-06")
    COLLEGE.ok(*step, "screen", "--on", "2025-05-14")
    got = COLLEGE.ok(*step, "open-exam", "--on", "2025-05-20")
    assert_same(got, {"to": "cancelled", "places": 0})


@case("/cli/rec-16/plan-without-cutoff")
def without_cutoff():
    COLLEGE.ok("recruit", "plan", "2026-1")
    refused("plan.cutoff_missing", "recruit", "screen", "2026-1")
    refused("plan.unknown", "recruit", "screen", "2099-1")


@case("/cli/rec-28/calendar")
def calendar():
    assert COLLEGE.ok("workdays", "--from", "2022-09-30", "--days", "7")["to"] == "2022-10-13"
    assert COLLEGE.ok("workdays", "--from", "2020-01-23", "--days", "2")["to"] == "2020-02-03"
    refused("calendar.missing", "workdays", "--from", "2019-12-30", "--days", "7")


@case("/cli/aud-1/verify")
def verify():
    COLLEGE.ok("verify")


if __name__ == "__main__":
    with COLLEGE:
        code = main()
    sys.exit(code)
