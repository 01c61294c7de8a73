#!/usr/bin/env python3
"""test-move.py — a college moved to another file: every row arrives, the log goes on, what is left behind takes no more acts
(srv-14; to a server and back: test-server.py).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys

from tap import College, case, main, tables_of


ONE = "工号,姓名,身份证号,部门,人员类别,来校日期\n1001,张三,11010519491231002X,机械系,在编,2010-07-01\n"


@case("/cli/srv-14/every-row-to-another-file")
def to_file():
    with College() as college:
        college.import_samples()
        before, head = tables_of(college.db), college.ok("verify")["head"]
        target = college.folder / "there.db"
        source = college.db
        moved = college.ok("move", "--to", target)
        assert (moved["from"], moved["to"], moved["accounts"]) == (str(source), str(target), []), moved
        carried = [table for name, table in before.items() if name != "schema_versions"]
        assert moved["tables"] == len(carried) and moved["rows"] == sum(map(len, carried)), moved
        after = tables_of(target)
        for table, left in before.items():
            if table in ("acts", "act_heads", "changes", "row_ids", "settings"):
                assert len(after[table]) >= len(left), table
            else:
                assert after[table] == left, table
        assert [act for act in before["acts"] if act not in after["acts"]] == []

        college.db = target
        verified = college.ok("verify")
        assert verified["sound"] and verified["college_moved_from_head"] == moved["head"], verified
        assert moved["head"] == head, (moved["head"], head)
        college.ok("param", "set", "load.repeat", "0.8", "--from", "2026-01-01", "--source", "院发〔2026〕7号")


@case("/cli/srv-14/what-is-left-behind-takes-no-more-acts")
def left_behind():
    with College() as college:
        target = college.folder / "there.db"
        assert "college_moved_from_head" not in college.ok("verify")
        college.ok("move", "--to", target)
        before = tables_of(college.db)
        people = college.write("people.csv", ONE)
        for words in [("import", "people", people), ("move", "--to", college.folder / "again.db"), ("param", "set", "load.repeat", "0.8", "--from", "2026-01-01", "--source", "院发〔2026〕7号")]:
            result = college.run(*words)
            error = result.json["error"]
            assert result.code == 1 and error["code"] == "college.moved" and str(target) in error["message"], (words, result.out)
            assert "Warning" not in result.err and "WARNING" not in result.err, result.err
        assert tables_of(college.db) == before and college.ok("verify")["sound"]
        assert not (college.folder / "again.db").exists()


@case("/cli/srv-14/a-place-that-is-taken-changes-nothing")
def taken():
    with College() as college:
        target = college.write("there.db", "something else")
        result = college.run("move", "--to", target)
        assert result.code == 1 and result.json["error"]["code"] == "store.exists", result.out
        result = college.run("move", "--to", college.folder / "nowhere" / "there.db")
        assert result.code == 4, (result.code, result.out)
        college.ok("import", "people", college.write("people.csv", ONE))
        assert college.ok("verify")["sound"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
