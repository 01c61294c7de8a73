#!/usr/bin/env python3
"""test-pay-undo.py — leaves, salaries and accounts can be taken back until a paid run has used them (issue 10, point 10).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import sys

from tap import College, case, main, with_check_digit

PEOPLE = [("1001", "赵一"), ("1002", "钱二")]
SCHEME = {
    "name": "方案", "period": {"from": "2025-01-01", "to": "2025-12-31"}, "pool": "2000.00", "reserve_ratio": "0.0000",
    "components": [{"name": "常规", "ratio": "rest", "factors": ["assessment"]}], "tax": "monthly", "account": "X3",
    "leave_months": ["病假"],
    "coefficients": {"assessment": {"优秀": "1.2000", "合格": "1.0000", "基本合格": "0.6000", "不合格": "0.0000",
                                    "不确定档次": "0.8000"}},
}
SHEETS = {
    "leaves": "工号,类别,起,止\n1001,病假,2025-03-01,2025-03-31\n",
    "salary": "年度,月份,工号,应发,基本工资\n" + "".join(f"2026,1,{no},6000.00,4000.00\n" for no, _ in PEOPLE),
    "bank-accounts": "工号,户名,账号\n" + "".join(f"{no},{name},12345678{no}\n" for no, name in PEOPLE),
}


def load(college, kind, text):
    return college.ok("import", kind, college.write(f"{kind}.csv", text))["batch"]


def act(college, who, *words):
    result = college.run("--as", who, *words)
    assert result.code == 0, (words, result.out, result.err)
    return result.json


@case("/cli/pay-16/undo/until-a-paid-run-used-them")
def until_paid():
    with College("小院", 60) as college:
        load(college, "people", "工号,姓名,身份证号,部门,人员类别,岗位类别,岗位等级,参加工作日期,来校日期\n" + "".join(
            f"{no},{name},{with_check_digit('3701021980010' + no)},机械系,在编,专业技术,专技十级,2010-09-01,2010-09-01\n"
            for no, name in PEOPLE))
        load(college, "assessments", "年度,工号,档次\n" + "".join(f"2025,{no},合格\n" for no, _ in PEOPLE))
        batches = {kind: load(college, kind, text) for kind, text in SHEETS.items()}
        scheme = college.write("方案.json", json.dumps(SCHEME, ensure_ascii=False))
        run = act(college, "甲", "pay", "compute", "--scheme", scheme)["run"]
        assert college.ok("pay", "net", run, "--on", "2026-01-20")["totals"]["tax"] != "0.00"
        # Computed is not paid: each goes, what leans on it says so, and it comes again.
        for kind, batch in batches.items():
            college.ok("import-undo", batch)
            if kind == "salary":
                result = college.run("pay", "net", run, "--on", "2026-01-20")
                assert result.code == 3 and result.json["error"]["code"] == "tax.inputs_missing", result.out
            if kind == "leaves":
                assert college.ok("pay", "stale", run)["count"] == 1
            batches[kind] = load(college, kind, SHEETS[kind])
        assert college.ok("pay", "stale", run)["count"] == 0
        act(college, "甲", "pay", "recompute", run)
        act(college, "乙", "pay", "review", run)
        act(college, "丙", "pay", "approve", run, "--on", "2026-01-12", "--no-notice", "免1号", "--document", "批1号")
        act(college, "丙", "pay", "paid", run, "--on", "2026-01-20")
        before = college.ok("pay", "net", run)
        for batch in batches.values():
            result = college.run("import-undo", batch)
            assert result.code == 1 and result.json["error"]["code"] == "undo.used_by_run", result.out
        assert college.ok("pay", "net", run) == before
        assert college.ok("verify")["sound"] is True


if __name__ == "__main__":
    sys.exit(main())
