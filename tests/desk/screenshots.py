#!/usr/bin/env python3
"""screenshots.py — pictures of every page: two sizes, light and dark, Chinese and English, empty and full.

With `readme` behind the other words: only the pictures of README and metainfo.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

program, shizictl, schemas, out = sys.argv[1:5]
README = sys.argv[5:] == ["readme"]  # only the few pictures of README and metainfo
SOURCE = Path(os.environ.get("MESON_SOURCE_ROOT", ".")).resolve()
PASSWORD = "十二个字的密码一二三四五"
# "zh_CN full 1366x768 light": only these, for a look at what one is working on.
ONLY = os.environ.get("SHIZI_PICTURES", "").split()


def wanted(word, words):
    return word in ONLY or not set(words) & set(ONLY)


def run(*arguments):
    subprocess.run([shizictl, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def write_other_scheme(path, source):
    """The scheme of the sample with more for training and for senior posts: something to compare."""
    scheme = json.loads(source.read_text("utf-8"))
    scheme["name"] += "（二稿）"
    scheme["components"][0]["ratio"] = "0.1000"
    scheme["coefficients"]["post"]["副高级"] = "1.2500"
    path.write_text(json.dumps(scheme, ensure_ascii=False), "utf-8")
    return path


def make_colleges(folder):
    """An empty college, and one with 128 people, a year of work and two runs of performance pay."""
    colleges = {name: folder / f"{name}.db" for name in ("empty", "full")}
    for name, db in colleges.items():
        run("init", "--db", db, "--name", "示例技师学院", "--establishment", 128)
    run("demo", "--db", colleges["full"], "--people", 128, "--year", 2025)
    run("init", "--db", folder / "pay.db", "--name", "示例技师学院", "--establishment", 128)
    run("demo", "--db", folder / "pay.db", "--people", 128, "--year", 2025, "--runs")
    colleges["pay"] = folder / "pay.db"
    # Batches for their dialog.
    run("import", "--db", colleges["full"], "roles", SOURCE / "data/sample/班主任.xlsx", "--update")
    first = SOURCE / "data/sample/scheme.json"
    for scheme in (first, write_other_scheme(folder / "other.json", first)):
        run("pay", "compute", "--db", colleges["full"], "--scheme", scheme)
    run("findings", "scan", "--db", colleges["full"])
    colleges["accounts"] = make_accounts(folder)
    os.environ["SHIZI_PICTURES_PACKAGE"] = str(make_package(folder, colleges["full"]))
    return colleges


def make_accounts(folder):
    """A college in which one has to sign in."""
    college, password = folder / "accounts.db", folder / "password"
    password.write_text(PASSWORD, "utf-8")
    run("init", "--db", college, "--name", "示例技师学院", "--establishment", 128, "--administrator", "admin", "--password-file", password)
    os.environ["SHIZI_PASSWORD"] = PASSWORD
    for login, name, role in (("renshi", "任人事", "personnel"), ("caiwu", "蔡财务", "finance"), ("yuan", "袁院长", "leader"),
                              ("jiwei", "纪监督", "supervisor")):
        run("--db", college, "--as", "admin", "account", "add", login, "--name", name, "--role", role, "--password-file", password)
    run("--db", college, "--as", "admin", "account", "close", "yuan")
    del os.environ["SHIZI_PASSWORD"]
    return college


def make_package(folder, college):
    """Of the other office's copy: one person new there, one changed on both sides."""
    other, package = folder / "other.db", folder / "人员.szpkg"
    shutil.copy(college, other)
    people = json.loads(subprocess.run([shizictl, "--db", str(other), "--json", "people", "find", "1"], check=True,
                                       capture_output=True).stdout)["people"]
    first, second = people[0]["staff_no"], people[1]["staff_no"]
    run("--db", other, "--as", "人事处", "people", "set", first, "note=人事处改", "major=会计学")
    run("--db", other, "--as", "人事处", "people", "set", second, "note=合同续签")
    run("--db", college, "--as", "财务处", "people", "set", first, "note=财务处改")
    key = folder / "other-home"
    environment = dict(os.environ, XDG_DATA_HOME=str(key), SHIZI_PASSWORD=PASSWORD)
    subprocess.run([shizictl, "--db", str(other), "--as", "人事处", "package", "make", "people", "-o", str(package)], check=True,
                   env=environment, stdout=subprocess.DEVNULL)
    public = json.loads(subprocess.run([shizictl, "--db", str(other), "--as", "人事处", "--json", "key", "show"], check=True,
                                       env=environment, capture_output=True).stdout)["public"]
    run("--db", college, "--as", "财务处", "key", "trust", "人事处", public)
    return package


def take(folder, language, content, db, scale=1, text=100, to=None):
    environment = dict(
        os.environ, HOME=str(folder), XDG_CONFIG_HOME=str(folder / "config"),
        XDG_DATA_HOME=str(folder / "data"), XDG_CACHE_HOME=str(folder / "cache"),
        GSETTINGS_BACKEND="memory", GSETTINGS_SCHEMA_DIR=schemas, GSK_RENDERER="cairo",
        GDK_BACKEND="x11", GDK_DEBUG="gl-disable", GTK_A11Y="none", G_DEBUG="fatal-criticals",
        SHIZI_SOURCE_ROOT=str(SOURCE),
        DBUS_SESSION_BUS_ADDRESS="disabled:", LC_ALL="C.UTF-8", LANGUAGE=language)
    if scale > 1:
        environment.update(GDK_SCALE=str(scale))
    if text > 100:
        environment.update(SHIZI_TEXT_PERCENT=str(text))
    # Looks and changes are recorded: each run has a college of its own.
    own = folder / "pictured.db"
    shutil.copy(db, own)
    screen = f"-screen 0 {1920 * scale}x{1080 * scale}x24 -nolisten tcp"
    subprocess.run(["xvfb-run", "-a", "-s", screen, program, str(Path(out) / (to or language)), content, str(own)],
                   env=environment, check=True)


def take_readme():
    """people-en.png and so on: few colours, as a window has, so that they load at once."""
    os.environ.update(SHIZI_PICTURES="1366x768 light", SHIZI_PICTURES_OF="readme")
    os.makedirs(out, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="shizi-pictures-") as name:
        folder = Path(name)
        college = make_colleges(folder)["full"]
        for language in ("zh_CN", "en"):
            taken = folder / "taken" / language
            take(folder, language, "full", college, to=taken)
            for picture in taken.glob("*.png"):
                page = picture.name.split("-", 1)[0]
                subprocess.run(["convert", str(picture), "-colors", "200", "-strip", f"png8:{out}/{page}-{language}.png"], check=True)


def main():
    if README:
        take_readme()
        return
    if not ONLY:
        shutil.rmtree(out, ignore_errors=True)
    contents = ("start", "empty", "full", "pay", "accounts")
    with tempfile.TemporaryDirectory(prefix="shizi-pictures-") as name:
        folder = Path(name)
        colleges = make_colleges(folder)
        colleges["start"] = colleges["full"]
        plain = not ONLY or any(not word.endswith("%") for word in ONLY)
        for language in ("zh_CN", "en"):
            for content in contents:
                if plain and wanted(language, ("zh_CN", "en")) and wanted(content, contents):
                    take(folder, language, content, colleges[content])
        # 200 %: the same pixels twice as fine; large text: the same window, letters half as large again.
        # 3840x2160 is 1920x1080 so.
        os.environ["SHIZI_PICTURES"] = "light"
        if not ONLY or "200%" in ONLY:
            take(folder, "zh_CN", "full", colleges["full"], scale=2)
        os.environ["SHIZI_PICTURES"] = "1366x768"
        if not ONLY or "150%" in ONLY:
            for language in ("zh_CN", "en"):
                take(folder, language, "full", colleges["full"], text=150, to=language + "-large-text")
    print(f"{len(list(Path(out).rglob('*.png')))} pictures in {out}")


main()
