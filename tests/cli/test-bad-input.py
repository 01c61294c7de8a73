#!/usr/bin/env python3
"""test-bad-input.py — whatever is fed to the program: a clear sentence, the exit code of the contract,
and a database that is as it was but for the log.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import io
import json
import re
import sqlite3
import struct
import sys
import zipfile

from tap import SAMPLES, College, case, main

COLLEGE = College()
LOG_TABLES = {"acts", "audit_rows", "audit_head", "audit", "changes"}
HEADINGS = ["年度", "工号", "姓名", "档次"]

CONTENT_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""
RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"
 Target="%s"/></Relationships>"""
WORKBOOK = """<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets></workbook>"""


def cell(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(rows, prologue=""):
    body = "".join(f'<row r="{n}">{cells}</row>' for n, cells in rows)
    return ('<?xml version="1.0"?>' + prologue +
            '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' +
            body + "</sheetData></worksheet>")


def heading_row():
    return 1, "".join(cell(f"{'ABCD'[i]}1", text) for i, text in enumerate(HEADINGS))


def data_row(number=2):
    return number, cell(f"A{number}", "2025") + cell(f"B{number}", "1001") + cell(f"D{number}", "合格")


def workbook(sheet_xml, extra=()):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("[Content_Types].xml", CONTENT_TYPES)
        out.writestr("_rels/.rels", RELS % ("officeDocument", "xl/workbook.xml"))
        out.writestr("xl/workbook.xml", WORKBOOK)
        out.writestr("xl/_rels/workbook.xml.rels", RELS % ("worksheet", "worksheets/sheet1.xml"))
        out.writestr("xl/worksheets/sheet1.xml", sheet_xml)
        for name, content in extra:
            out.writestr(name, content)
    return data.getvalue()


def encrypted():
    """An OLE container with the stream that spreadsheet programs put around a protected workbook."""
    sector = 512
    header = bytearray(sector)
    header[0:8] = bytes.fromhex("D0CF11E0A1B11AE1")
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<IIIIIIIII", header, 44, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    for i in range(109):
        struct.pack_into("<I", header, 76 + 4 * i, 0xFFFFFFFF if i else 0)
    fat = struct.pack("<128I", 0xFFFFFFFD, 0xFFFFFFFE, *([0xFFFFFFFF] * 126))
    directory = bytearray(sector)
    for index, (name, kind) in enumerate([("Root Entry", 5), ("EncryptedPackage", 2), ("EncryptionInfo", 2)]):
        raw = name.encode("utf-16-le") + b"\0\0"
        base = index * 128
        directory[base:base + len(raw)] = raw
        struct.pack_into("<HBB", directory, base + 64, len(raw), kind, 1)
        struct.pack_into("<III", directory, base + 68, 0xFFFFFFFF, 2 if index == 1 else 0xFFFFFFFF,
                         1 if index == 0 else 0xFFFFFFFF)
        struct.pack_into("<I", directory, base + 116, 0xFFFFFFFE)
    return bytes(header) + fat + bytes(directory)


def dump():
    """Every row of every table but the log."""
    with sqlite3.connect(f"file:{COLLEGE.db}?mode=ro", uri=True) as db:
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: db.execute(f"SELECT * FROM {table}").fetchall()
                for table in tables if not re.search("audit|act|journal|change|head", table)}


def assert_sentence(text, where):
    assert text.strip(), f"{where}: no words"
    assert not re.fullmatch(r"[a-z_]+\.[a-z_.]+.*", text.strip()), f"{where}: a bare code: {text}"
    assert "{" not in text and "\x1f" not in text, f"{where}: an unfilled sentence: {text}"


def refuse(words, code, exit_code, **finding):
    before = dump()
    result = COLLEGE.run(*words)
    assert result.code == exit_code, f"exit {result.code}, not {exit_code}: {result.out}{result.err}"
    document = result.json
    findings = document.get("findings", [])
    codes = [f["code"] for f in findings] + [document.get("error", {}).get("code")]
    assert code in codes, f"{codes} lack {code}"
    for entry in findings:
        assert_sentence(entry["message"], entry["code"])
    for entry in findings:
        if entry["code"] == code:
            for key, value in finding.items():
                assert entry[key] == value, f"{key}: {entry[key]!r}, not {value!r}"
    if "error" in document:
        assert_sentence(document["error"]["message"], "error")
    assert dump() == before, "the database changed"
    text = COLLEGE.run(*words, flags=())
    assert text.code == exit_code and text.err.strip()
    assert COLLEGE.ok("verify")["sound"]


def refuse_file(name, content, code, exit_code=3, kind="assessments", **finding):
    refuse(("import", kind, COLLEGE.write(name, content)), code, exit_code, **finding)


GOOD = workbook(sheet([heading_row(), data_row()]))


@case("/cli/bad-input/encrypted")
def encrypted_workbook():
    refuse_file("加密.xlsx", encrypted(), "file.encrypted")


@case("/cli/bad-input/html-as-xlsx")
def html():
    refuse_file("网页.xlsx", "<html><body><table><tr><td>工号</td></tr></table></body></html>", "file.format")


@case("/cli/bad-input/empty-file")
def empty_file():
    refuse_file("空.xlsx", b"", "file.format")


@case("/cli/bad-input/no-such-file")
def no_such_file():
    refuse(("import", "people", COLLEGE.folder / "没有.xlsx"), "file.missing", 4)


@case("/cli/bad-input/bomb")
def bomb():
    data = sheet([heading_row(), (2, cell("A2", "0" * (300 * 1024 * 1024)))])
    refuse_file("炸弹.xlsx", workbook(data), "file.limit")


@case("/cli/bad-input/too-many-entries")
def entries():
    many = [(f"xl/media/{i}.bin", b"") for i in range(5000)]
    refuse_file("条目.xlsx", workbook(sheet([heading_row(), data_row()]), many), "file.limit")


@case("/cli/bad-input/doctype")
def doctype():
    entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    refuse_file("实体.xlsx", workbook(sheet([heading_row(), (2, cell("A2", "&b;"))], entity)), "file.format")


@case("/cli/bad-input/truncated-zip")
def truncated():
    for keep in (4, 100, len(GOOD) // 2, len(GOOD) - 30, len(GOOD) - 1):
        refuse_file("截断.xlsx", GOOD[:keep], "file.format")


@case("/cli/bad-input/shuffled-zip")
def shuffled():
    half = len(GOOD) // 2
    refuse_file("错位.xlsx", b"PK\x03\x04" + GOOD[half:] + GOOD[:half], "file.format")


@case("/cli/bad-input/impossible-references")
def references():
    for reference in ("XFE2", "A1048577", "2A", "A0", "ÄÖ1"):
        rows = [heading_row(), (2, f'<c r="{reference}" t="inlineStr"><is><t>x</t></is></c>')]
        refuse_file("坐标.xlsx", workbook(sheet(rows)), "file.format")


@case("/cli/bad-input/mixed-encoding-csv")
def mixed():
    mixed_bytes = "年度,工号,姓名,档次\n2025,1001,王伟,合格\n".encode("utf-8") + "2025,1002,李娜,合格\n".encode("gb18030")
    refuse_file("混合.csv", mixed_bytes, "file.format")


@case("/cli/bad-input/no-headings")
def headings():
    refuse_file("无表头.csv", "甲,乙,丙\n1,2,3\n", "heading.missing")


@case("/cli/bad-input/unknown-person")
def unknown():
    refuse_file("考核.csv", "年度,工号,姓名,档次\n2025,9999,无人,合格\n", "staff_no.unknown", row=2, column="工号")


def scheme(**changes):
    document = json.loads((SAMPLES / "scheme.json").read_text("utf-8"))
    document.update(changes)
    return document


def refuse_scheme(document, code, exit_code):
    text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False)
    refuse(("pay", "compute", "--scheme", COLLEGE.write("方案.json", text)), code, exit_code)


def components(*parts):
    return [{"name": name, "ratio": ratio, "factors": factors} for name, ratio, factors in parts]


@case("/cli/pay-4/ratios-over-one")
def ratios():
    over = components(("甲", "0.7000", ["post"]), ("乙", "0.4000", ["headcount"]))
    refuse_scheme(scheme(components=over), "scheme.ratio_over_one", 1)


@case("/cli/pay-4/allowances-over-pool")
def allowances():
    refuse_scheme(scheme(pool="100.00"), "pay.allowances_over_pool", 1)


@case("/cli/pay-5/unknown-factor")
def factor():
    refuse_scheme(scheme(components=components(("甲", "rest", ["luck"]))), "scheme.factor_unknown", 3)


@case("/cli/pay-5/missing-coefficient")
def coefficient():
    document = scheme()
    del document["coefficients"]["post"]["中级"]
    refuse_scheme(document, "pay.coefficient_missing", 3)


@case("/cli/num-6/empty-component")
def empty_component():
    nobody = components(("空", "0.1000", ["value:没有"]), ("其余", "rest", ["headcount"]))
    nobody[0]["filter"] = {"staff_no": ["0000"]}
    refuse_scheme(scheme(components=nobody), "pay.pool_without_points", 1)


@case("/cli/num-1/pool-with-three-decimals")
def decimals():
    refuse_scheme(scheme(pool="3634560.005"), "scheme.decimals", 3)


@case("/cli/bad-input/broken-json")
def broken():
    refuse_scheme('{"name": "方案",\n "pool": }', "scheme.syntax", 3)


@case("/cli/bad-input/usage")
def usage():
    for words in (("nothing",), ("import", "unknown-kind", "x.xlsx"), ("convert",), ("pay", "compute"),
                  ("convert", "--year", "abc"), ("people", "find"), ("form", "F20")):
        result = COLLEGE.run(*words, flags=())
        assert result.code == 2, f"{words}: exit {result.code}"
        assert result.err.strip()


@case("/cli/bad-input/no-database")
def no_database():
    with College(init=False) as nothing:
        result = nothing.run("quota")
        assert result.code == 4 and result.json["error"]["code"] == "db.missing", result.out
        assert not nothing.db.exists()


@case("/cli/bad-input/foreign-database")
def foreign():
    with College(init=False) as other:
        other.db.write_bytes(b"not a database at all, but long enough to look like a file" * 40)
        before = other.db.read_bytes()
        result = other.run("quota")
        assert result.code == 4, result.out
        assert_sentence(result.json["error"]["message"], "error")
        assert other.db.read_bytes() == before


if __name__ == "__main__":
    with COLLEGE:
        COLLEGE.import_samples()
        exit_status = main()
    sys.exit(exit_status)
