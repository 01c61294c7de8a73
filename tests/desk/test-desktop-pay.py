#!/usr/bin/env python3
"""test-desktop-pay.py — a pay run from computing to the bank list, by keyboard alone, as three people.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import re
import shutil
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
from tap import College, case, main, with_check_digit  # noqa: E402
from clerk import FILLS_SCREEN, SHIZI, Keyboard, say  # noqa: E402
from desktop import BUTTONS, Atspi, Desktop, Role, children, is_on, text_of, walk  # noqa: E402

PEOPLE = [("1001", "赵一", "机械系"), ("1002", "钱二", "机械系"), ("2001", "李四", "电气系"), ("2002", "周五", "电气系")]
SCHEME = {
    "name": "年终奖励", "period": {"from": "2025-01-01", "to": "2025-12-31"}, "pool": "60000.00", "reserve_ratio": "0.1000",
    "components": [{"name": "常规", "ratio": "rest", "factors": ["assessment"]}],
    "coefficients": {"assessment": {"优秀": "1.2000", "合格": "1.0000", "基本合格": "0.6000", "不合格": "0.0000",
                                    "不确定档次": "0.8000"}},
}


def college_with_cap():
    college = College("某技师学院", 60)
    rows = "".join(f"{no},{name},{with_check_digit('3701021980010' + no)},{department},在编,专业技术,专技十级,2010-09-01,2010-09-01,"
                   f"12345678{no}\n" for no, name, department in PEOPLE)
    college.ok("import", "people", college.write("人.csv", "工号,姓名,身份证号,部门,人员类别,岗位类别,岗位等级,参加工作日期,来校日期,"
                                                          "银行卡号\n" + rows))
    college.ok("import", "assessments", college.write("核.csv", "年度,工号,档次\n" + "".join(f"2025,{no},合格\n" for no, *_ in PEOPLE)))
    college.ok("import", "pay-ledger", college.write("账.csv", "年度,月份,科目,金额\n2025,0,核定总量,900000.00\n"))
    return college


def focused(root):
    return next((node for node in walk(root) if node.get_role() == Role.TEXT and is_on(node, Atspi.StateType.FOCUSED)), None)


def texts(root):
    return [text_of(node) for node in walk(root) if node.get_role() in (Role.TEXT, Role.ENTRY)]


def open_step(desktop, board, title, hint):
    """Ctrl+Return opens what comes next, as soon as the run is there."""
    desktop.says(hint)
    board.press("ctrl+Return")
    return desktop.dialog(title)


def state_is(desktop, college, state):
    desktop.wait(lambda: college.ok("pay", "show", 1)["state"] == state, f"the run {state}")


def write_day(desktop, board, dialog, day):
    """The day that is offered is replaced."""
    desktop.wait(lambda: any(re.fullmatch(r"\d{4}-\d\d-\d\d", text) for text in texts(dialog)), "the day that is offered")
    board.press("ctrl+a")
    board.write(day)
    desktop.wait(lambda: day in texts(dialog), f"{day} as written")


@case("/desk/ui/run-to-bank-as-three")
def three_people():
    """Issue 10: compute, review, announce, approve, pay, bank list; nobody touches the mouse."""
    board = Keyboard()
    with college_with_cap() as college:
        place = college.write("方案.json", json.dumps(SCHEME, ensure_ascii=False))
        scheme = place.rename(place.with_name("scheme.json"))
        bank = college.folder / "bank.csv"
        with Desktop(SHIZI, college.db, settings=FILLS_SCREEN + "who='甲'\npage='pay'\n", language="zh_CN") as desktop:
            say("甲 computes")
            desktop.says(r"= .* ✓$")
            board.press("alt+o")
            dialog = desktop.dialog("打开方案")
            board.press("ctrl+l")
            entry = desktop.wait(lambda: focused(dialog), "the place of the file")
            board.write(str(scheme))
            desktop.wait(lambda: text_of(entry).startswith(str(scheme)), "the place as written")
            board.press("Return")
            desktop.gone("打开方案")
            desktop.says(r"60,000\.00 = .*54,000\.00 .*6,000\.00 ✓")
            board.press("ctrl+Return")
            desktop.wait(lambda: len(college.ok("pay", "list")["runs"]) == 1, "the run as it is kept")
            desktop.quit()
        with Desktop(SHIZI, college.db, settings=FILLS_SCREEN + "who='乙'\npage='pay'\n", language="zh_CN") as desktop:
            say("乙 reviews and announces")
            open_step(desktop, board, "复核（批次 1）", r"^已计算$")
            board.press("Return")
            state_is(desktop, college, "reviewed")
            desktop.gone("复核（批次 1）")
            dialog = open_step(desktop, board, "公示（批次 1）", r"^已复核$")
            write_day(desktop, board, dialog, "2026-01-05")
            board.press("Return")
            state_is(desktop, college, "announced")
            desktop.quit()
        with Desktop(SHIZI, college.db, settings=FILLS_SCREEN + "who='丙'\npage='pay'\n", language="zh_CN") as desktop:
            say("丙 approves, pays and writes the bank list")
            dialog = open_step(desktop, board, "批准（批次 1）", r"2026-01-09")
            write_day(desktop, board, dialog, "2026-01-12")
            board.press("Return")
            state_is(desktop, college, "approved")
            desktop.gone("批准（批次 1）")
            dialog = open_step(desktop, board, "发放（批次 1）", r"^已批准$")
            write_day(desktop, board, dialog, "2026-01-20")
            board.press("Return")
            state_is(desktop, college, "paid")
            desktop.gone("发放（批次 1）")
            dialog = open_step(desktop, board, "银行代发清单", r"2026-01-20")
            desktop.wait(lambda: "银行代发清单.csv" in texts(dialog), "the name of the file")
            board.press("ctrl+a")
            board.write(str(bank))
            desktop.wait(lambda: str(bank) in texts(dialog), "the name as written")
            board.press("Return")
            desktop.says(r"54,000\.00 .*✓", desktop.dialog("核对银行代发清单"))
            board.press("Return")
            lines = desktop.wait(lambda: bank.exists() and bank.read_bytes().decode("gb18030").splitlines(), "the list")
            assert len(lines) == 5 and lines[0] == "序号,账号,户名,金额,摘要", lines
            assert sum(int(line.split(",")[3].replace(".", "")) for line in lines[1:]) == 5400000, lines
            desktop.quit()
        assert college.ok("verify")["sound"] is True
    say(f"{board.presses} keys from the scheme to the bank list")


def compute_and_announce(college):
    """The run as 甲 and 乙 leave it, on the command line."""
    place = college.write("方案.json", json.dumps(SCHEME, ensure_ascii=False))
    for who, words in (("甲", ("compute", "--scheme", place)), ("乙", ("review", 1)),
                       ("乙", ("announce", 1, "--from", "2026-01-05"))):
        result = college.run("--as", who, "pay", *words)
        assert result.code == 0, result.err


def open_dialog(desktop, verb, title, day):
    """The next step's dialog, with another day than the one it offers."""
    desktop.press(re.compile(f"^_?{verb}…?( |$)"), role=BUTTONS)
    dialog = desktop.dialog(title)

    def written():
        for node in walk(dialog):
            if node.get_role() in (Role.TEXT, Role.ENTRY) and re.fullmatch(r"\d{4}-\d\d-\d\d", text_of(node)):
                Atspi.EditableText.set_text_contents(node, day)
                return text_of(node) == day
        return False
    desktop.wait(written, "the day")
    return dialog


def count_refused(college, kind):
    """What stands in the log of it."""
    with sqlite3.connect(f"file:{college.db}?mode=ro", uri=True) as database:
        return database.execute("SELECT count(*) FROM acts WHERE kind = ? AND refused = 1", (kind,)).fetchone()[0]


def give_up(desktop, dialog):
    """What was typed into it is asked about."""
    desktop.press(re.compile("取消"), dialog)

    def pressed():
        for window in children(desktop.application):
            button = desktop.look(BUTTONS, re.compile("放弃"), window)
            if button is not None:
                return Atspi.Action.do_action(button, 0)
        return False
    desktop.wait(pressed, "the question whether to give up")


@case("/desk/ui/two-windows-one-run")
def two_windows():
    """Issue 10, point 10: 丙 and 丁 have the same dialog open, one does it, the other is told why not; for approving and for
    paying."""
    with college_with_cap() as college:
        compute_and_announce(college)
        who = FILLS_SCREEN + "who='{}'\npage='pay'\n"
        with Desktop(SHIZI, college.db, settings=who.format("丙"), language="zh_CN") as first, \
                Desktop(SHIZI, college.db, settings=who.format("丁"), language="zh_CN") as second:
            for verb, state, day, sentence in (("批准", "approved", "2026-01-12", "已批准"),
                                               ("发放", "paid", "2026-01-20", "已发放")):
                title = f"{verb}（批次 1）"
                dialogs = [open_dialog(desktop, verb, title, day) for desktop in (first, second)]
                first.press(re.compile(f"{verb}$"), dialogs[0])
                first.gone(title)
                state_is(first, college, state)
                second.press(re.compile(f"{verb}$"), dialogs[1])
                told = second.says(sentence, dialogs[1])
                say(f"丁 is told: {told}")
                assert count_refused(college, "pay.approve" if state == "approved" else "pay.paid") == 1
                give_up(second, dialogs[1])
                second.gone(title)
                second.says(f"^{sentence}$")
            for desktop in (first, second):   # Ctrl+Q would go to the one that has the keyboard
                assert not desktop.complaints(), desktop.complaints()
                desktop.process.terminate()
        assert college.ok("pay", "net", 1)["totals"]["total"] == "54000.00"
        assert college.ok("verify")["sound"] is True


if __name__ == "__main__":
    if shutil.which("xdotool") is None:
        print("1..0 # skipped: xdotool is missing")
        sys.exit(0)
    sys.exit(main(sys.argv[3:]))
