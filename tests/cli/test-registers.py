#!/usr/bin/env python3
"""test-registers.py — what was imported can be seen, corrected and deleted: every kind of sheet, the list of honours, people.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys
import unicodedata

from tap import College, case, main, with_check_digit

LONG = "SHIZI_LONG" in os.environ
# What a row is refused for: others hang on it.
HELD = {"row.in_use"}


def demo():
    college = College(establishment=60)
    college.ok("demo", "--people", 60, "--year", 2025)
    return college


def plain(text):
    """Full and half width are one."""
    return unicodedata.normalize("NFKC", text)


@case("/cli/registers/every-kind-is-corrected-and-deleted")
def every_kind():
    """Issue 7, item 23: of every kind of sheet but people, which have a page of their own, the first and the last row are put
    back as they stand, and one is deleted; what others hang on says so. A third of them, and all with SHIZI_LONG."""
    with demo() as college:
        kinds = [entry["kind"] for entry in college.ok("registers")["registers"]]
        walked = 0
        for kind in kinds if LONG else kinds[::3]:
            before = college.ok("register", kind)["rows"]
            if not before:
                continue
            heading = next(iter(before[0]["cells"]))
            for row in {row["id"]: row for row in (before[0], before[-1])}.values():
                edited = college.run("register", "edit", kind, row["id"], f"{heading}={row['cells'][heading]}")
                assert edited.code == 0, (kind, row, edited.err)
            # The sheet's judgement may fill what was empty: the name beside a number.
            after = college.ok("register", kind)["rows"]
            assert [row["id"] for row in after] == [row["id"] for row in before], kind
            for old, new in zip(before, after):
                assert all(plain(new["cells"][h]) == plain(text) for h, text in old["cells"].items() if text), (kind, old, new)
            gone = college.run("register", "delete", kind, before[-1]["id"])
            assert gone.code == 0 or gone.json["error"]["code"] in HELD, (kind, gone.err)
            assert len(college.ok("register", kind)["rows"]) == len(before) - (gone.code == 0), kind
            walked += 1
        assert walked > (40 if LONG else 10), walked
        assert college.ok("verify")["sound"] is True


@case("/cli/rec-12/the-first-line-of-the-establishment-is-corrected")
def first_line():
    """The line that a college begins with has neither day nor document: it is corrected without inventing them, or given both;
    every other line has both."""
    with College(establishment=60) as college:
        first = college.ok("register", "establishment")["rows"][0]
        assert first["cells"]["生效日期"] == "" and first["cells"]["文号"] == "", first
        college.ok("register", "edit", "establishment", first["id"], "数量=66")
        assert college.ok("establishment")["approved"] == 66
        refused(college, "required.missing", "register", "edit", "establishment", first["id"], "生效日期=2020-01-01")
        refused(college, "required.missing", "register", "add", "establishment", "变动类型=核增", "数量=4", "文号=编1号")
        refused(college, "required.missing", "register", "add", "establishment", "变动类型=核增", "数量=4", "生效日期=2021-01-01")
        college.ok("register", "add", "establishment", "变动类型=核增", "数量=4", "生效日期=2021-01-01", "文号=编1号")
        added = college.ok("register", "establishment")["rows"][-1]
        refused(college, "required.missing", "register", "edit", "establishment", added["id"], "文号=")
        college.ok("register", "edit", "establishment", first["id"], "生效日期=2020-01-01", "文号=编0号")
        assert college.ok("establishment")["approved"] == 70


def honours(college):
    return college.ok("register", "honour-list")["rows"]


def refused(college, code, *words):
    result = college.run(*words)
    assert result.code != 0 and result.json["error"]["code"] == code, (words, result.out, result.err)


@case("/cli/rec-8/list-of-honours-by-hand")
def list_of_honours():
    """The list of honours is a parameter, and a register all the same: a line a team size, as its sheet."""
    with College() as college:
        shipped = honours(college)
        assert len(shipped) > 5 and all(row["cells"]["代码"] and row["cells"]["名称"] for row in shipped), shipped
        team = next(row for row in shipped if row["cells"]["队员数"])
        code = team["cells"]["代码"]
        kept = {heading: team["cells"][heading] for heading in ("代码", "名称", "级别")}
        added = college.ok("register", "add", "honour-list", *[f"{h}={text}" for h, text in kept.items()], "队员数=9", "最低名次=3")["row"]
        assert added["cells"]["队员数"] == "9" and added["cells"]["最低名次"] == "3", added
        assert len(honours(college)) == len(shipped) + 1
        refused(college, "row.duplicate", "register", "add", "honour-list", *[f"{h}={text}" for h, text in kept.items()],
                "队员数=9", "最低名次=4")
        refused(college, "register.required", "register", "edit", "honour-list", added["id"], "最低名次=")
        refused(college, "register.value", "register", "edit", "honour-list", added["id"], "最低名次=第三")
        edited = college.ok("register", "edit", "honour-list", added["id"], "最低名次=5", "名称=改过名的奖")["row"]
        assert edited["cells"]["最低名次"] == "5", edited
        # An honour has one name, in whichever of its lines it was corrected.
        assert {row["cells"]["名称"] for row in honours(college) if row["cells"]["代码"] == code} == {"改过名的奖"}
        assert "改过名的奖" in str(college.ok("param", "list")["params"])
        college.ok("register", "delete", "honour-list", added["id"])
        refused(college, "register.gone", "register", "delete", "honour-list", added["id"])
        assert len(honours(college)) == len(shipped)
        college.ok("import", "honour-list", college.write("list.csv", "代码,名称,级别,别名,队员数,最低名次,文号,生效日期\n"
                                                          "H1,一等奖,国家级,甲、乙,1,10,文1,2027-01-01\n"
                                                          "H1,一等奖,国家级,甲、乙,2,7,文1,2027-01-01\n"))
        assert [list(row["cells"].values()) for row in honours(college)] == [
            ["H1", "一等奖", "国家级", "甲、乙", "1", "10", "文1"], ["H1", "一等奖", "国家级", "甲、乙", "2", "7", "文1"]]
        assert college.ok("verify")["sound"] is True


@case("/cli/ppl-3/people-entered-by-mistake-are-deleted")
def people_deleted():
    with College() as college:
        ids = [with_check_digit(f"3701021980010100{n}") for n in range(3)]
        college.ok("import", "people", college.write("people.csv", "工号,姓名,身份证号,部门,人员类别,来校日期\n" + "".join(
            f"{1001 + n},甲{n},{number},机械系,在编,2010-07-01\n" for n, number in enumerate(ids))))
        college.ok("import", "assessments", college.write("grades.csv", "年度,工号,档次\n2024,1003,合格\n"))
        # All or none: on 1003 hangs a grade.
        refused(college, "row.in_use", "people", "delete", "1001", "1003")
        refused(college, "person.unknown", "people", "delete", "1001", "9999")
        assert len(college.ok("people", "find", "甲")["people"]) == 3
        assert college.ok("people", "delete", "1001", "1002")["deleted"] == 2
        assert [person["staff_no"] for person in college.ok("people", "find", "甲")["people"]] == ["1003"]
        assert college.ok("verify")["sound"] is True


if __name__ == "__main__":
    sys.exit(main())
