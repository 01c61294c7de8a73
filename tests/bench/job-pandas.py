"""job-pandas.py FOLDER SCHEME OUT — what somebody who knows pandas would write instead of the program: reads
the seven sheets, adds up hours and points, divides a pool by them and writes one table. It checks nothing."""
import json
import sys
from pathlib import Path

import pandas

folder, scheme, out = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text("utf-8")), sys.argv[3]


def sheet(name):
    return pandas.read_excel(folder / name, header=2, dtype={"工号": str})


people = sheet("教职工花名册.xlsx").dropna(subset=["工号"])
grades = sheet("年度考核.xlsx")[["工号", "考核档次"]]
teaching = sheet("教学工作量.xlsx").groupby("工号")["计划课时"].sum().rename("教学课时")
training = pandas.read_csv(folder / "培训授课记录.csv", encoding="gb18030", dtype={"工号": str}).groupby("工号")["课时"].sum()
pay = sheet("全年薪酬.xlsx")[["工号", "应发合计"]]
awards = sheet("业绩点.xlsx").groupby("工号")["业绩点"].sum()
roles = sheet("班主任.xlsx").groupby("工号").size().rename("班主任")
table = people.merge(grades, on="工号", how="left").merge(pay, on="工号", how="left")
for one in (teaching, training.rename("培训课时"), awards, roles):
    table = table.merge(one, on="工号", how="left")
weight = {"优秀": 1.2, "合格": 1.0}
table["系数"] = table["考核档次"].map(weight).fillna(0) * (1 + table["教学课时"].fillna(0) / 640)
pool = float(scheme["pool"])
for column, ratio in (("培训课时", 0.08), ("业绩点", 0.05), ("系数", 0.87)):
    table[f"{column}绩效"] = (pool * ratio * table[column].fillna(0) / table[column].sum()).round(2)
table.to_excel(out, index=False)
