#!/usr/bin/python3
# make-inputs.py — the same small college written by three programs, for test-inputs.c
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Run by hand when the content changes: needs python3-xlsxwriter, python3-openpyxl and
# libreoffice-calc-nogui. The results are kept in the repository, since other versions of these
# programs write other files.
import datetime
import os
import shutil
import subprocess
import tempfile

import openpyxl
import xlsxwriter

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "inputs")
HEADINGS = ["工号", "姓名", "部门", "来校日期", "课时", "专任教师", "金额", "备注"]
DAY1, DAY2 = datetime.date(2019, 9, 1), datetime.date(2020, 2, 29)


def by_xlsxwriter(name, **options):
    book = xlsxwriter.Workbook(os.path.join(HERE, name), options)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    day_cn = book.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
    money = book.add_format({"num_format": "#,##0.00_ ;[Red]-#,##0.00"})
    bold = book.add_format({"bold": True, "text_wrap": True})
    sheet = book.add_worksheet("花名册")
    sheet.merge_range("A1:H1", "2025年花名册", bold)
    sheet.write_row("A3", HEADINGS, bold)
    sheet.write_row("A4", ["0231", "张三"])
    # in constant memory a row is gone once the next one has begun
    if options.get("constant_memory"):
        sheet.write_string("C4", "教务处")
    else:
        sheet.merge_range("C4:C6", "教务处", bold)
    sheet.write_datetime("D4", datetime.datetime(2019, 9, 1), day)
    sheet.write_number("E4", 1.1 * 3)
    sheet.write_boolean("F4", True)
    sheet.write_number("G4", -1234.5, money)
    if options.get("constant_memory"):
        sheet.write_string("H4", "一\n二")
    else:
        sheet.write_rich_string("H4", "一", bold, "\n", "二")
    sheet.write_row("A5", ["0232", "欧阳丽", "教务处"] if options.get("constant_memory") else ["0232", "欧阳丽"])
    sheet.write_datetime("D5", datetime.datetime(2020, 2, 29, 18, 0), day_cn)
    sheet.write_number("E5", 4)
    sheet.write_boolean("F5", False)
    sheet.write_formula("G5", "=E4+E5", money, 7.3)
    sheet.write_string("H5", " 两边 ")
    sheet.write_row("A6", ["0233", "𠮷野", "教务处"] if options.get("constant_memory") else ["0233", "𠮷野"])
    sheet.write_formula("D6", '=TEXT(D4,"yyyy")', None, "2019")
    sheet.write_formula("E6", "=NA()", None, "#N/A")
    sheet.write_number("G6", 110101199003070011)
    sheet.write_string("H6", "=不是公式_x000D_")
    sheet.set_row(5, None, None, {"hidden": True})
    sheet.write_string("A7", "合计")
    sheet.write_formula("E7", "=SUM(E4:E5)", None, 7.3)
    other = book.add_worksheet("第二页")
    other.write_string("B2", "x")
    secret = book.add_worksheet("藏着的")
    secret.write_string("A1", "y")
    secret.hide()
    if not options.get("constant_memory"):
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=花名册!$E$4:$E$5"})
        other.insert_chart("D4", chart)
        pie = book.add_chart({"type": "pie"})
        pie.add_series({"values": "=花名册!$E$4:$E$5"})
        book.add_chartsheet("图").set_chart(pie)
    book.close()


def by_openpyxl(name):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "花名册"
    sheet["A1"] = "2025年花名册"
    sheet.merge_cells("A1:H1")
    for column, heading in enumerate(HEADINGS, 1):
        sheet.cell(3, column, heading)
    for row, values in enumerate([
            ["0231", "张三", "教务处", DAY1, 1.1 * 3, True, -1234.5, "一\n二"],
            ["0232", "欧阳丽", None, DAY2, 4, False, "=E4+E5", " 两边 "],
            ["0233", "𠮷野", None, '=TEXT(D4,"yyyy")', "=NA()", None, 110101199003070011, None]], 4):
        for column, value in enumerate(values, 1):
            if value is not None:
                sheet.cell(row, column, value)
    sheet["D5"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["H6"].value = "=不是公式_x000D_"
    sheet["H6"].data_type = "s"
    sheet.merge_cells("C4:C6")
    sheet.row_dimensions[6].hidden = True
    sheet["A7"] = "合计"
    sheet["E7"] = "=SUM(E4:E5)"
    other = book.create_sheet("第二页")
    other["B2"] = "x"
    secret = book.create_sheet("藏着的")
    secret["A1"] = "y"
    secret.sheet_state = "hidden"
    book.save(os.path.join(HERE, name))


def by_libreoffice(source, target, kind):
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "in" + os.path.splitext(source)[1])
        shutil.copy(os.path.join(HERE, source), copy)
        subprocess.run(["soffice", "-env:UserInstallation=file://%s/profile" % folder, "--headless",
                        "--convert-to", kind, "--outdir", os.path.join(folder, "out"), copy],
                       check=True, env=dict(os.environ, HOME=folder), stdout=subprocess.DEVNULL)
        made = os.listdir(os.path.join(folder, "out"))[0]
        shutil.copy(os.path.join(folder, "out", made), os.path.join(HERE, target))


def main():
    os.makedirs(HERE, exist_ok=True)
    by_xlsxwriter("xlsxwriter.xlsx")
    by_xlsxwriter("xlsxwriter-inline.xlsx", constant_memory=True)
    by_xlsxwriter("xlsxwriter-1904.xlsx", date_1904=True)
    by_openpyxl("openpyxl.xlsx")
    by_libreoffice("xlsxwriter.xlsx", "libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")
    by_libreoffice("xlsxwriter-1904.xlsx", "libreoffice-1904.xlsx", "xlsx:Calc MS Excel 2007 XML")
    by_libreoffice("xlsxwriter.xlsx", "libreoffice.xls", "xls:MS Excel 97")
    by_libreoffice("xlsxwriter.xlsx", "libreoffice.ods", "ods")
    # 44 comma, 59 semicolon, 9 tab; 76 UTF-8, 36 GB18030 as LibreOffice numbers them
    by_libreoffice("xlsxwriter.xlsx", "libreoffice-utf8.csv", "csv:Text - txt - csv (StarCalc):44,34,76,1")
    by_libreoffice("xlsxwriter.xlsx", "libreoffice-gb18030.csv", "csv:Text - txt - csv (StarCalc):59,34,85,1")
    by_libreoffice("xlsxwriter.xlsx", "libreoffice-utf16.csv", "csv:Text - txt - csv (StarCalc):9,34,65535,1")


if __name__ == "__main__":
    main()
