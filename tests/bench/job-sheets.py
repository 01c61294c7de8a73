"""job-sheets.py SAMPLE FOLDER PEOPLE — the seven sheets of the sample, as many times as give PEOPLE people."""
import csv
import sys
from pathlib import Path

import openpyxl

SAMPLE_PEOPLE = 128
sample, folder, people = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
COPIES = -(-people // SAMPLE_PEOPLE)
NUMBERS = ("身份证号码", "银行卡号", "联系电话")


def id_number(text, copy):
    """The same birthday and sex, another person: the place changes, and with it the check digit."""
    digits = f"{110000 + copy:06d}{text[6:17]}"
    total = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(digits))
    return digits + "10X98765432"[total % 11]


def renewed(headings, row, copy):
    row = list(row)
    for index, heading in enumerate(headings):
        value = row[index]
        if value is None:
            continue
        if heading == "工号":
            row[index] = f"{copy:02d}{value}"
        elif heading == "身份证号码":
            row[index] = id_number(value, copy)
        elif heading in NUMBERS:
            row[index] = f"{value[:-2]}{copy:02d}" if copy else value
    return row


for path in sorted(sample.glob("*.xlsx")):
    book = openpyxl.load_workbook(path, read_only=True)
    rows = list(book.active.iter_rows(values_only=True))
    head = next(i for i, row in enumerate(rows) if "工号" in row) if any("工号" in row for row in rows) else None
    if head is None or "有误" in path.name:
        continue
    out = openpyxl.Workbook(write_only=True)
    sheet = out.create_sheet(book.sheetnames[0])
    for row in rows[:head + 1]:
        sheet.append(row)
    data = [row for row in rows[head + 1:] if isinstance(row[0], int)]
    # Departments stand once, over merged cells.
    for place, heading in enumerate(rows[head]):
        if heading == "所在部门":
            last = None
            for number, row in enumerate(data):
                last = row[place] or last
                data[number] = row[:place] + (last,) + row[place + 1:]
    for copy in range(COPIES):
        for row in data:
            sheet.append(renewed(rows[head], row, copy))
    out.save(folder / path.name)

with open(sample / "培训授课记录.csv", encoding="gb18030", newline="") as file:
    headings, *data = csv.reader(file)
with open(folder / "培训授课记录.csv", "w", encoding="gb18030", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(headings)
    for copy in range(COPIES):
        writer.writerows(renewed(headings, row, copy) for row in data)
