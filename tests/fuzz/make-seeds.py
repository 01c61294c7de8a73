#!/usr/bin/python3
# make-seeds.py — where the fuzzer begins; run by hand, the results are kept in corpus/
# SPDX-License-Identifier: GPL-3.0-or-later
import os

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "corpus")
INPUTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "sheet", "inputs")
PACKAGE, RELATIONS, BOOK, STRINGS, STYLES, SHEET, PIECES, PATCHES, FILE, TEXT, TEXT2, GB18030 = range(12)


def seed(name, kind, data):
    with open(os.path.join(HERE, "seed-" + name), "wb") as file:
        file.write(bytes([kind]) + (data if isinstance(data, bytes) else data.encode()))


def rows(inside, behind=""):
    return "<worksheet><sheetData>%s</sheetData>%s</worksheet>" % (inside, behind)


def main():
    os.makedirs(HERE, exist_ok=True)
    seed("relations", RELATIONS, '<Relationships><Relationship Id="a" Type="x/worksheet" Target="/xl/../xl/./s.xml" TargetMode="Internal"/></Relationships>')
    seed("package", PACKAGE, '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    seed("book", BOOK, '<x:workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" state="hidden" r:id="a"/><sheet name="b" r:id="a"/></sheets></x:workbook>')
    seed("strings", STRINGS, '<sst count="2"><si><t xml:space="preserve"> a </t></si><si><r><t>b_x005F_</t></r><rPh sb="0"><t>c</t></rPh></si></sst>')
    seed("styles", STYLES, '<styleSheet><numFmts><numFmt numFmtId="14" formatCode="[$-804]yyyy&quot;m&quot;\\d_d*d;@"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>')
    seed("sheet-cells", SHEET, rows('<row r="1" hidden="1"><c r="A1" t="s"><v>1</v></c><c r="C1" s="1"><v>43709.5</v></c><c t="inlineStr"><is><t>x</t></is></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>A1</f></c></row><row r="3"><c><v>1.5E-3</v></c></row>'))
    seed("sheet-merges", SHEET, rows('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>', '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="C1:D9"/></mergeCells>'))
    seed("sheet-prefix", SHEET, '<x:worksheet><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A2"/></x:mergeCells></x:worksheet>')
    seed("sheet-utf16", SHEET, '\ufeff<?xml version="1.0"?><worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>'.encode("utf-16-le"))
    seed("sheet-doctype", SHEET, '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>')
    seed("pieces", PIECES, bytes([0, 5, 16, 29, 17, 6, 1, 62, 61, 50, 52, 54, 53, 60]))
    seed("patches", PATCHES, bytes([10, 0, 8, 200, 1, 65]))
    seed("zip", FILE, open(os.path.join(INPUTS, "openpyxl.xlsx"), "rb").read())
    seed("ole", FILE, open(os.path.join(INPUTS, "libreoffice.xls"), "rb").read()[:3072])
    seed("html", FILE, "<html><table>")
    seed("csv", TEXT, '\ufeff工号,姓名,"备\r\n注"\r\n1,"a""b",\'=1\n\n合计,,2\n')
    seed("csv-tab", TEXT, "工号\t姓名\r1\t2\r制表人：\r")
    seed("csv-gb", TEXT2, "工号;姓名\n1;张三\n".encode("gb18030"))
    seed("csv-utf16", TEXT, "\ufeffsep=;\na;b\n".encode("utf-16-be"))
    seed("csv-asked", GB18030, "工号,𠮷\n".encode("gb18030"))


if __name__ == "__main__":
    main()
