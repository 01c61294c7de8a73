#!/usr/bin/env python3
"""test-untidy.py — what offices hand in, as it is: read rightly, or said in words that help.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import io
import os
import sqlite3
import sys
import zipfile

from tap import SOURCE, College, case, main, with_check_digit

COLLEGE = College()
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PEOPLE = ["工号", "姓名", "身份证号", "部门", "人员类别", "来校日期"]
# 0 General, 1 0.00, 2 0.00 with more behind it, 3 a date
STYLES = f"""<?xml version="1.0"?><styleSheet xmlns="{MAIN}"><numFmts count="1">
<numFmt numFmtId="164" formatCode="0.00_ ;[Red]\\-0.00\\ "/></numFmts><cellXfs count="4"><xf numFmtId="0"/>
<xf numFmtId="2"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>"""


def id_number(sequence, birth="19850312"):
    body = f"370102{birth}{sequence:03d}"
    return with_check_digit(body)


def write_cell(value, row, column):
    place = f"{'ABCDEFGHIJ'[column]}{row}"
    if value is None:
        return ""
    if isinstance(value, tuple):  # a number and its style
        return f'<c r="{place}" s="{value[1]}"><v>{value[0]}</v></c>'
    if value.startswith("="):  # a formula that nobody computed
        return f'<c r="{place}"><f>{value[1:]}</f></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{value}</t></is></c>'


def write_sheet(rows):
    body = "".join(f'<row r="{r}">' + "".join(write_cell(v, r, c) for c, v in enumerate(row)) + "</row>"
                   for r, row in enumerate(rows, 1))
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def book(name, *sheets):
    data = io.BytesIO()
    numbers = range(1, len(sheets) + 1)
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", f'<?xml version="1.0"?><Types xmlns="{PACKAGE}/content-types">'
                     '<Default Extension="xml" ContentType="application/xml"/></Types>')
        out.writestr("_rels/.rels", f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">'
                     f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        out.writestr("xl/workbook.xml", f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
                     + "".join(f'<sheet name="{title}" sheetId="{n}" r:id="r{n}"/>'
                               for n, (title, _) in zip(numbers, sheets)) + "</sheets></workbook>")
        out.writestr("xl/_rels/workbook.xml.rels",
                     f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}/relationships">'
                     + "".join(f'<Relationship Id="r{n}" Type="{OFFICE}/worksheet" Target="worksheets/s{n}.xml"/>'
                               for n in numbers)
                     + f'<Relationship Id="st" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>')
        out.writestr("xl/styles.xml", STYLES)
        for n, (_, rows) in zip(numbers, sheets):
            out.writestr(f"xl/worksheets/s{n}.xml", write_sheet(rows))
    return COLLEGE.write(name, data.getvalue())


def text(name, *rows):
    return COLLEGE.write(name, "".join(",".join(row) + "\n" for row in rows))


def person(number, **changes):
    row = dict(zip(PEOPLE, [str(number), "张三", id_number(number % 1000), "机械系", "在编", "2010-07-01"]))
    row.update(changes)
    return row


def roster(name, *people):
    headings = list(dict.fromkeys(key for row in people for key in row))
    return text(name, headings, *[[row.get(h, "") for h in headings] for row in people])


def bring(kind, path, *options, exit_code=0):
    result = COLLEGE.run("import", kind, path, *options)
    assert result.code == exit_code, f"exit {result.code}: {result.out}{result.err}"
    return result.json


def find(document, code):
    found = [f for f in document["findings"] if f["code"] == code]
    assert found, f"no {code} in {[(f['code'], f['row']) for f in document['findings']]}"
    return found


def read(sql):
    with sqlite3.connect(f"file:{COLLEGE.db}?mode=ro", uri=True) as db:
        return db.execute(sql).fetchall()


def entered(staff_no):
    return read(f"SELECT s.from_date FROM services s JOIN people p ON p.id = s.person_id "
                f"WHERE p.staff_no = '{staff_no}'")[0][0]


@case("/cli/import/num-8/dates-as-written")
def dates():
    ways = ["2019. 9. 1", "2019 年 9 月 1 日", "2019年9月1号", "2019-09-01 00:00:00", "2019/9/1 0:00",
            "2019-09-01T00:00:00", "２０１９．０９．０１", "\u200b2019-09-01"]
    bring("people", roster("日期.csv", *[person(2100 + i, 来校日期=way) for i, way in enumerate(ways)]))
    for i, way in enumerate(ways):
        assert entered(2100 + i) == "2019-09-01", way
    wrong = ["3019-09-01", "1019-09-01", "2019-02-30", "2019 9 1", "2019-09-01 早上"]
    document = bring("people", roster("错日期.csv", *[person(2120 + i, 来校日期=way) for i, way in enumerate(wrong)]),
                     exit_code=3)
    assert [f["row"] for f in find(document, "date.invalid")] == [2, 3, 4, 5, 6]


@case("/cli/import/num-8/october-is-not-january")
def october():
    row = ["张三", None, "机械系", "在编"]
    rows = [[str(2130 + i), row[0], id_number(130 + i), *row[2:], value] for i, value in
            enumerate([(2019.1, 1), (2019.1, 2), (2019.1, 0), "2019.10", "2019.1", (2019.09, 1)])]
    document = bring("people", book("十月.xlsx", ("名册", [PEOPLE, *rows])))
    months = [entered(2130 + i) for i in range(6)]
    assert months == ["2019-10", "2019-10", "2019-01", "2019-10", "2019-01", "2019-09"], months
    # What General shows as 2019.1 may have been either: only that one is doubted.
    assert [f["row"] for f in find(document, "date.ambiguous")] == [4]


@case("/cli/import/num-1/ten-thousand-yuan")
def units():
    headings = ["年度", "工号", "应发合计"]
    row = ["2024", "1001", "12.34"]
    for name, rows, at in [("表头.csv", [headings[:2] + ["应发合计（万元）"], row], 1),
                           ("单位.csv", [["全年薪酬"], ["单位：万元"], headings, row], 2),
                           ("千元.csv", [["全年薪酬（单位：千元）"], headings, row], 1)]:
        document = bring("annual-pay", text(name, *rows), exit_code=3)
        assert find(document, "money.unit")[0]["row"] == at, name
    bring("annual-pay", text("元.csv", ["单位：元"], headings[:2] + ["应发合计（元）"], row))


@case("/cli/import/num-2/percentages")
def percentages():
    bring("factors", text("百分比.csv", ["年度", "工号", "项目", "值"], ["2025", "1001", "满意度", "95.5%"],
                          ["2025", "1002", "满意度", "0.955"]))
    assert {value for value, in read("SELECT value_x1e4 FROM factors")} == {9550}
    document = bring("factors", text("百分比二.csv", ["年度", "工号", "项目", "值"], ["2025", "1001", "甲", "95.555%"]),
                     exit_code=3)
    find(document, "number.invalid")


@case("/cli/import/several-pages")
def pages():
    headings = ["年度", "工号", "姓名", "档次"]
    signature = ["制表人：甲", "", "审核人：乙", ""]
    document = bring("assessments", text("分页.csv", ["考核表"], headings, ["2021", "1001", "", "合格"], signature,
                                         ["考核表"], headings, ["2021", "1002", "", "合格"], signature))
    assert document["inserted"] == 2 and document["skipped"] == 4, document
    document = bring("assessments", text("尾行.csv", headings, ["2022", "1001", "", "合格"], signature,
                                         ["2022", "1002", "", "合格"], ["2022", "1003", "", "合格"], ["打印", "", "", ""]))
    assert document["inserted"] == 1, document
    left = find(document, "rows.behind_end")
    assert left[0]["row"] == 4 and left[0]["severity"] == "warning" and "2" in left[0]["message"]


@case("/cli/import/lines-without-data")
def lines():
    document = bring("assessments", text("序号.csv", ["序号", "年度", "工号", "档次"], ["1", "2020", "1001", "合格"],
                                         ["2", "合计", "", "1人"], ["（本表一式两份）", "", "", ""], ["以下空白", "", "", ""]))
    assert (document["rows"], document["skipped"]) == (1, 3), document


@case("/cli/import/ppl-2/characters-nobody-sees")
def invisible():
    document = bring("assessments", text("看不见.csv", ["\ufeff年度", "工号\u200b", "姓名", "档次"],
                                         ["\u202d2019\u202c", "\u200b1001", "", "合\u3000格"],
                                         ["2019\u00a0", "1002\ufeff", "", "优 秀\u200b"]))
    assert document["inserted"] == 2, document


@case("/cli/import/ppl-2/likely-terms-first")
def likely():
    document = bring("people", roster("职称.csv", dict(person(2140), 职称="高工")), exit_code=3)
    assert "高级工程师" in find(document, "code.unknown")[0]["message"]


@case("/cli/import/ppl-2/levels-as-numbers")
def levels():
    people = [dict(person(2150 + i), 岗位类别=category, 岗位等级=level) for i, (category, level) in
              enumerate([("专业技术", "8"), ("专业技术", "八"), ("专业技术", "8级"), ("管理", "七级职员")])]
    bring("people", roster("等级.csv", *people))
    posts = [value for value, in read("SELECT value FROM person_records WHERE field = 'post' ORDER BY id DESC LIMIT 4")]
    assert posts[::-1] == ["professional-8"] * 3 + ["management-7"], posts
    find(bring("people", roster("等级二.csv", dict(person(2160), 岗位等级="8")), exit_code=3), "code.unknown")


@case("/cli/import/ppl-3/category-alone-changes-nothing")
def category_alone():
    one = dict(person(2170), 岗位类别="专业技术", 岗位等级="八级")
    bring("people", roster("名册一.csv", one))
    document = bring("people", roster("名册二.csv", dict(one, 岗位等级="")), "--update")
    assert document["unchanged"] == 1, document
    # Another category is a change, and wants its date.
    document = bring("people", roster("名册三.csv", dict(one, 岗位类别="管理", 岗位等级="")), "--update", exit_code=3)
    assert find(document, "date.required")[0]["column"] == "岗位等级"


@case("/cli/import/ppl-3/what-changes-is-said")
def change_said():
    one = person(2180)
    bring("people", roster("变更一.csv", one))
    document = bring("people", roster("变更二.csv", dict(one, 部门="电气系")), "--update", exit_code=3)
    message = find(document, "date.required")[0]["message"]
    assert "机械系" in message and "电气系" in message and message.count("--from") == 1, message


@case("/cli/import/ppl-7/in-service-though-gone")
def gone():
    gone_long = dict(person(2190), 在职状态="在职", 离校日期="2020-01-01")
    leaves_soon = dict(person(2191), 在职状态="在职", 离校日期="2099-01-01")
    document = bring("people", roster("离校.csv", gone_long, leaves_soon))
    assert [(f["row"], f["severity"]) for f in find(document, "service.ended")] == [(2, "warning")]


@case("/cli/import/ppl-4/original-retirement-age")
def retirement():
    ages = ["60", "55", "50", "58", "0.5"]
    document = bring("people", roster("年龄.csv", *[dict(person(2200 + i), 原退休年龄=age) for i, age in enumerate(ages)]),
                     exit_code=3)
    assert [f["row"] for f in find(document, "number.invalid")] == [5, 6]


@case("/cli/import/ppl-1/why-no-id-number")
def why():
    number = id_number(1)
    wrong = [number[:15], "O" + number[1:], number[:17] + ("1" if number[17] != "1" else "2")]
    document = bring("people", roster("证号.csv", *[person(2210 + i, 身份证号=w) for i, w in enumerate(wrong)]), exit_code=3)
    messages = [f["message"].replace(w, "") for f, w in zip(find(document, "idcard.checksum"), wrong)]
    assert "15" in messages[0] and "X" in messages[1] and "X" not in messages[2], messages
    assert len(set(m.split("：")[-1].split(": ")[-1] for m in messages)) == 3, messages


@case("/cli/import/wrk-6/periods-spread")
def periods():
    headings = ["项目编号", "项目名称", "项目类别", "班次", "日期", "节次", "工号", "课程类型", "人数", "课时"]
    document = bring("training", text("培训.csv", headings,
                                      ["P1", "甲", "金蓝领", "1", "2025-03-01", "上午", "1001", "理论", "5", "4"],
                                      ["P2", "乙", "金蓝领", "1", "2025-03-01", "上　午", "1001", "理论", "5", "4"]), exit_code=3)
    assert find(document, "time.clash")[0]["row"] == 3


@case("/cli/import/formula-never-computed")
def formula():
    document = bring("assessments", book("公式.xlsx", ("考核", [["年度", "工号", "档次"], ["=2000+18", "1001", "合格"]])),
                     exit_code=3)
    assert find(document, "cell.formula")[0]["row"] == 2


@case("/cli/import/columns-of-one-meaning")
def columns():
    document = bring("assessments", text("两列.csv", ["年度", "工号", "考核档次", "等次", "得分"],
                                         ["2018", "1001", "合格", "优秀", "90"]))
    repeated = find(document, "heading.repeated")
    assert [f["column"] for f in repeated] == ["等次"] and "D" in repeated[0]["message"]
    assert [f["column"] for f in find(document, "heading.unknown")] == ["得分"]


@case("/cli/import/other-sheets")
def sheets():
    path = book("两表.xlsx", ("封面", [["说明"]]), ("考核", [["年度", "工号", "档次"], ["2017", "1001", "合格"]]))
    document = bring("assessments", path, exit_code=3)
    find(document, "heading.missing")
    assert "考核" in find(document, "sheet.others")[0]["message"]
    missing = find(bring("assessments", path, "--sheet", "没有", exit_code=3), "sheet.missing")
    assert "封面" in missing[0]["message"] and missing[0]["message"].count("两表.xlsx") == 1
    assert bring("assessments", path, "--sheet", "考核")["inserted"] == 1


@case("/cli/import/H41/all-sheets-or-none")
def all_sheets():
    with College() as other:
        path = SOURCE / "tests" / "samples" / "untidy" / "H41-每系一表.xlsx"
        dry = other.ok("import", "people", path, "--all-sheets", "--dry-run")
        assert [sheet["sheet"] for sheet in dry["sheets"]] == ["机械系", "电气系", "汽车系"], dry
        assert other.ok("imports")["imports"] == []
        document = other.ok("import", "people", path, "--all-sheets")
        assert [(sheet["batch"], sheet["inserted"]) for sheet in document["sheets"]] == [(1, 1), (2, 1), (3, 1)], document
        assert not [f for f in document["findings"] if f["code"] == "sheets.other"]
        again = other.run("import", "people", path, "--all-sheets")
        assert again.code == 3 and len(other.ok("imports")["imports"]) == 3


@case("/cli/import/G08/memory-is-said-and-never-beats-a-name")
def memory():
    with College() as other:
        folder = SOURCE / "tests" / "samples" / "untidy"
        other.ok("import", "people", folder / "G08-一.csv", "--map", "备注=手机")
        for name in ("G08-二.csv", "G08-三.csv"):
            other.ok("import", "people", folder / name)
        shown = {number: other.ok("people", "show", number) for number in ("12", "13")}
        database = sqlite3.connect(other.db)
        rows = database.execute("SELECT staff_no, phone, note FROM people WHERE staff_no > '11' ORDER BY staff_no").fetchall()
        database.close()
        assert rows == [("12", "13900000012", "返聘待定"), ("13", "", "返聘待定")] and len(shown) == 2, rows
        # A heading of the office's own, once matched, is matched again, and that is said.
        head, row = "编号,姓名,身份证号,部门,人员类别,来校日期\n", "{},庚,{},机械系,在编,2010-07-01\n"
        other.ok("import", "people", other.write("甲.csv", head + row.format("A1", id_number(77))), "--map", "编号=工号")
        said = other.ok("import", "people", other.write("乙.csv", head + row.format("A2", id_number(78))))["findings"]
        assert [(f["code"], f["column"]) for f in said if f["code"] == "heading.remembered"] == [("heading.remembered", "编号")], said


@case("/cli/import/G14/years-that-disagree")
def years():
    with College() as other:
        people = "工号,姓名,身份证号,部门,人员类别,来校日期\n" + "".join(
            f"{number},甲{number},{id_number(number)},机械系,在编,2012-09-01\n" for number in (1, 2))
        other.ok("import", "people", other.write("人员.csv", people))
        result = other.run("import", "roles", SOURCE / "tests" / "samples" / "untidy" / "G14-角色.csv")
        found = [(f["row"], f["code"], f["severity"]) for f in result.json["findings"]]
        assert found == [(2, "date.order", "error"), (3, "year.disagrees", "warning"), (4, "year.disagrees", "warning"),
                         (4, "record.out_of_service", "warning")], found
        result = other.run("import", "roles", SOURCE / "tests" / "samples" / "untidy" / "G14b-角色.csv")
        assert ("year.disagrees", "warning") in [(f["code"], f["severity"]) for f in result.json["findings"]], result.out


@case("/cli/import/E02/two-dashes-end-the-options")
def dashes():
    with College() as other:
        other.ok("import", "people", other.write("人员.csv", "工号,姓名,身份证号,部门,人员类别,来校日期\n"
                                                f"1,甲,{id_number(1)},机械系,在编,2012-09-01\n"))
        other.write("-x.csv", "年度,工号,应发合计\n2025,1,1.00\n")
        before = os.getcwd()
        os.chdir(other.folder)
        try:
            assert other.ok("import", "annual-pay", "--", "-x.csv")["inserted"] == 1
        finally:
            os.chdir(before)


@case("/cli/bad-input/where-in-the-file")
def places():
    document = bring("assessments", text("引号.csv", ["年度", "工号", "档次"], ["2016", '"1001', "合格"]), exit_code=3)
    assert "2" in find(document, "file.format")[0]["message"].split("CSV")[1]
    path = book("坐标.xlsx", ("一", [["年度", "工号", "档次"]]))
    with zipfile.ZipFile(path) as book_in:
        parts = {name: book_in.read(name) for name in book_in.namelist()}
    parts["xl/worksheets/s1.xml"] = parts["xl/worksheets/s1.xml"].replace(
        b"</sheetData>", b'<row r="2"><c r="B2"><v>abc</v></c></row></sheetData>')
    with zipfile.ZipFile(path, "w") as out:
        for name, content in parts.items():
            out.writestr(name, content)
    assert "B2" in find(bring("assessments", path, exit_code=3), "file.format")[0]["message"]


@case("/cli/bad-input/no-file-at-all")
def no_file():
    pipe = COLLEGE.folder / "管道.csv"
    os.mkfifo(pipe)
    for path in (pipe, COLLEGE.folder, "/dev/null"):
        assert bring("people", path, exit_code=4)["error"]["code"] == "file.unreadable"


@case("/cli/import/pay-3/rejected-rows-are-counted")
def rejected():
    headings = ["年度", "项目", "登记号", "净收入", "奖励比例", "工号", "贡献比例", "主要贡献人"]
    document = bring("transfers", text("转化.csv", headings, ["2025", "夹具", "1", "600000", "0.3", "1001", "1", "是"],
                                       ["2025", "刀具", "2", "600000", "0.7", "1002", "1", "是"]), exit_code=3)
    assert find(document, "transfer.ratio_out_of_range")[0]["row"] == 2
    assert document["rejected"] == 1, document


@case("/cli/import/aud-1/undo-in-words")
def undo():
    with College() as other:
        headings = ",".join(PEOPLE) + "\n"
        other.ok("import", "people", other.write("甲.csv", headings + ",".join(person(1).values()) + "\n"))
        other.ok("import", "assessments", other.write("乙.csv", "年度,工号,档次\n2025,1,合格\n"))
        refused = other.run("import-undo", "1", env={"LANGUAGE": "en"})
        error = refused.json["error"]
        assert refused.code == 1 and error["code"] == "undo.used_by_row", refused.out
        assert "assessments" in error["message"]
        other.ok("import", "annual-pay", other.write("丙.csv", "年度,工号,应发合计\n2025,1,1\n"))
        other.ok("import-undo", "2")
        assert "annual_pays" not in other.run("import-undo", "1").json["error"]["message"]


@case("/cli/import/untidy/every-input-has-its-test")
def every_input():
    """Issue 7: each input is named by a test, here or in tests/office/test-untidy.c."""
    tests = (SOURCE / "tests/office/test-untidy.c").read_text("utf-8") + (SOURCE / "tests/cli/test-untidy.py").read_text("utf-8")
    inputs = sorted((SOURCE / "tests" / "samples" / "untidy").iterdir())
    assert len(inputs) > 50, inputs
    assert [path.name for path in inputs if path.name not in tests] == []


if __name__ == "__main__":
    with COLLEGE:
        COLLEGE.import_samples()
        exit_status = main()
    sys.exit(exit_status)
