"""oracle_watch.py — targets, coverage, kinship and statistics once more in fractions, written from the rules alone.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import math
from collections import defaultdict
from fractions import Fraction

GOALS = {"employment": Fraction(98, 100), "joint": Fraction(95, 100), "integrated": Fraction(60, 100),
         "assessed": Fraction(1), "rotation": Fraction(1)}
DEADLINES = {"joint": ["2025-12-31"], "integrated": ["2026-04-26", "2028-04-26"], "rotation": ["2026-04-26"]}
KINDS = {"enrolment": "count", "students": "stock", "employment": "ratio", "training": "count", "joint": "ratio",
         "integrated": "ratio", "assessed": "ratio", "rotation": "ratio", "contests_hosted": "count", "contests_won": "count"}
PLACED = {"签约", "灵活就业", "创业", "升学", "入伍"}


def half_up(value, places=2):
    """Rounded half away from zero, as text."""
    scaled = abs(value) * 10 ** places
    whole = math.floor(scaled + Fraction(1, 2))
    text = f"{whole:0{places + 1}d}"
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{text[:-places]}.{text[-places:]}"


def percent(part, whole):
    return None if whole == 0 else half_up(Fraction(100 * part, whole))


def day(text):
    return datetime.date.fromisoformat(text)


def add_months(date, months):
    index = date.year * 12 + date.month - 1 + months
    year, month = divmod(index, 12)
    last = (datetime.date(year + (month == 11), (month + 1) % 12 + 1, 1) - datetime.timedelta(days=1)).day
    return datetime.date(year, month + 1, min(date.day, last))


def value_of_entries(entries, kind, on):
    """RULE tgt-4: entries are (first, last, "本期"|"累计", number, base)."""
    ended = [entry for entry in entries if entry[1] <= on]
    levels = [entry for entry in ended if entry[2] == "累计"]
    level = max(levels, key=lambda entry: (entry[1], entry[0])) if levels else None
    if kind != "count":
        return (level[3], level[4] if kind == "ratio" else None) if level else (None, None)
    rest = [entry[3] for entry in ended if entry[2] == "本期" and (level is None or entry[0] > level[1])]
    if level is None and not rest:
        return None, None
    return (level[3] if level else 0) + sum(rest), None


def judge(target, kind, goal, value, base, on):
    """RULE tgt-11: the figures of one line."""
    if kind == "ratio" and not base:
        value, base = None, None
    needed = None
    if goal is not None and (kind != "ratio" or base is not None):
        needed = math.ceil(goal * base) if kind == "ratio" else goal
    line = {"value": value, "base": base, "needed": needed,
            "rate": percent(value, base) if kind == "ratio" and value is not None else None,
            "completion": percent(value, needed) if value is not None and needed else None,
            "gap": max(0, needed - value) if value is not None and needed is not None else None}
    dates = [day(text) for text in DEADLINES.get(target, [])]
    line["deadline"] = next((d.isoformat() for d in dates if d >= on), dates[-1].isoformat() if dates else None)
    first = datetime.date(on.year, 1, 1)
    days = (datetime.date(on.year, 12, 31) - first).days + 1
    if value is None:
        state = "no_data"
    elif needed is None:
        state = "no_target"
    elif value >= needed:
        state = "met"
    elif kind == "count":
        behind = target == "training" and Fraction(value, 1) * days < Fraction(9, 10) * needed * ((on - first).days + 1)
        state = "missed" if (on.month, on.day) == (12, 31) else "behind" if behind else "on_track"
    elif kind == "stock":
        state = "below"
    else:
        state = "open" if dates and on < dates[0] else "below"
    line["state"] = state
    return line


def trainee_done(row):
    if row["结业"]:
        return row["结业"] == "是"
    return Fraction(row["完成学时"]) >= Fraction(8, 10) * Fraction(row["应完成学时"])


def training(rows, year, on):
    """RULE tgt-5, wrk-7."""
    ended = [row for row in rows if day(row["结班日期"]).year == year and day(row["结班日期"]) <= on]
    held = [row for row in ended if row["班次状态"] != "取消"]
    done = [row for row in held if trainee_done(row)]
    by_category = defaultdict(list)
    for row in held:
        by_category[row["项目类别"]].append(row)
    hours = sum((Fraction(row["应完成学时"]) for row in done), Fraction(0))
    return {"registered": len(ended), "classes": len({(r["项目编号"], r["班次"]) for r in held}),
            "cancelled": len({(r["项目编号"], r["班次"]) for r in ended if r["班次状态"] == "取消"}),
            "person_times": len(done), "people": len({r["身份证号"] for r in done}), "not_completed": len(held) - len(done),
            "equivalent_students": half_up(hours / 1200),
            "by_category": [{"category": name, "classes": len({(r["项目编号"], r["班次"]) for r in group}),
                             "person_times": sum(map(trainee_done, group)),
                             "people": len({r["身份证号"] for r in group if trainee_done(r)})}
                            for name, group in sorted(by_category.items(), key=lambda item: item[0].encode())]}


def majors(rows, on):
    """RULE tgt-6: the offered ones by code."""
    by_code = defaultdict(list)
    for row in rows:
        if (not row["开设日期"] or day(row["开设日期"]) <= on) and (not row["停招日期"] or day(row["停招日期"]) > on):
            by_code[row["专业代码"]].append(row)
    result = []
    for code, group in sorted(by_code.items(), key=lambda item: item[0].encode()):
        hold = [row for row in group if row["协议编号"] and day(row["协议起"]) <= on <= day(row["协议止"])]
        one = group[0]
        met = all(one[name] == "是" for name in ("课程达标", "教师达标", "场地达标", "实施达标"))
        result.append({"code": code, "name": one["专业名称"], "joint": bool(hold), "agreements": len(hold),
                       "agreement_until": max((row["协议止"] for row in hold), default=None),
                       "integrated": bool(met and one["一体化达标日期"] and day(one["一体化达标日期"]) <= on)})
    return result


def graduates(rows, year, on):
    """RULE tgt-7."""
    mine = [row for row in rows if row["毕业年度"] == str(year)]
    placed = [row for row in mine if row["毕业去向"] in PLACED and (not row["落实日期"] or day(row["落实日期"]) <= on)]
    missing = [row for row in mine if row not in placed]
    return {"graduates": len(mine), "placed": len(placed), "without_evidence": sum(not row["佐证材料"] for row in placed),
            "missing": [row["学号"] for row in sorted(missing, key=lambda row: row["学号"].encode())]}


KEY = ("年度", "批次", "学号", "职业工种", "等级")


def skill(due, done, year, on):
    """RULE tgt-8."""
    results = {tuple(row[k] for k in KEY): row for row in done
               if row["年度"] == str(year) and (not row["考试日期"] or day(row["考试日期"]) <= on)}
    mine = [row for row in due if row["年度"] == str(year)]

    def took(row):
        result = results.get(tuple(row[k] for k in KEY))
        return result is not None and result["结果"] != "缺考" and bool(
            result["结果"] or result["理论成绩"] or result["技能成绩"])

    def passed(row):
        result = results[tuple(row[k] for k in KEY)]
        if result["理论成绩"] and result["技能成绩"]:
            return min(Fraction(result["理论成绩"]), Fraction(result["技能成绩"])) >= 60
        return result["结果"] == "合格"

    counted = [row for row in mine if not (row["豁免原因"] and row["豁免文号"])]
    taken = [row for row in counted if took(row)]
    good = [row for row in taken if passed(row)]
    return {"due": len(counted), "exempt": len(mine) - len(counted),
            "exempt_unapproved": sum(bool(row["豁免原因"]) for row in counted), "taken": len(taken), "passed": len(good),
            "pass_rate": percent(len(good), len(taken)), "coverage": percent(len(taken), len(counted)),
            "not_due": len(set(results) - {tuple(row[k] for k in KEY) for row in mine})}


def rotation(roster, courses, on, serving):
    """RULE tgt-9: {工号: (covered, last, lapses)}."""
    result = {}
    for staff in serving:
        holds = [r for r in roster if r["工号"] == staff and day(r["列入日期"]) <= on and (not r["移出日期"] or day(r["移出日期"]) > on)]
        if not holds:
            continue
        done = [day(c["止"]) for c in courses if c["工号"] == staff and c["结业"] == "是" and day(c["止"]) <= on]
        start = max(done) if done else min(day(r["列入日期"]) for r in holds)
        result[staff] = (any(add_months(end, 36) > on for end in done), max(done).isoformat() if done else None,
                         add_months(start, 36).isoformat())
    return result


def contests(rows, year, on):
    """RULE tgt-10."""
    mine = [row for row in rows if day(row["日期"]).year == year and day(row["日期"]) <= on]
    count = [row for row in mine if row["级别"] in ("世界级", "国家级", "省级")]
    return {"rows": len(mine), "hosted": len({(r["赛事名称"], r["日期"]) for r in count if r["承办"] == "是"}),
            "won": sum(r["身份"] == "选手" and bool(r["奖项"]) for r in count)}


def shares(totals):
    """RULE sta-3: hundredths of a percent by the largest remainders, equal ones in row order."""
    people = sum(totals)
    if not people:
        return [None] * len(totals)
    base = [10000 * total // people for total in totals]
    order = sorted(range(len(totals)), key=lambda i: (-(10000 * totals[i] % people), i))
    for i in order[:10000 - sum(base)]:
        base[i] += 1
    return [f"{share // 100}.{share % 100:02d}" for share in base]
