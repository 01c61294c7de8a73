#!/usr/bin/env python3
"""screenshots.py — pictures of every page: two sizes, light and dark, Chinese and English, empty and full.

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
DISPLAY = ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24 -nolisten tcp"]


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
    source = Path(os.environ.get("MESON_SOURCE_ROOT", "."))
    colleges = {name: folder / f"{name}.db" for name in ("empty", "full")}
    for name, db in colleges.items():
        run("init", "--db", db, "--name", "示例技师学院", "--establishment", 128)
    run("demo", "--db", colleges["full"], "--people", 128, "--year", 2025)
    first = source / "data/sample/scheme.json"
    for scheme in (first, write_other_scheme(folder / "other.json", first)):
        run("pay", "compute", "--db", colleges["full"], "--scheme", scheme)
    return colleges


def take(folder, language, content, db):
    environment = dict(
        os.environ, HOME=str(folder), XDG_CONFIG_HOME=str(folder / "config"),
        XDG_DATA_HOME=str(folder / "data"), XDG_CACHE_HOME=str(folder / "cache"),
        GSETTINGS_BACKEND="memory", GSETTINGS_SCHEMA_DIR=schemas, GSK_RENDERER="cairo",
        GDK_BACKEND="x11", GDK_DEBUG="gl-disable", GTK_A11Y="none",
        DBUS_SESSION_BUS_ADDRESS="disabled:", LC_ALL="C.UTF-8", LANGUAGE=language)
    target = Path(out) / language
    subprocess.run([*DISPLAY, program, str(target), content, *([str(db)] if db else [])],
                   env=environment, check=True)


def main():
    shutil.rmtree(out, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="shizi-pictures-") as name:
        folder = Path(name)
        colleges = make_colleges(folder)
        for language in ("zh_CN", "en"):
            take(folder, language, "start", None)
            for content, db in colleges.items():
                take(folder, language, content, db)
    print(f"{len(list(Path(out).rglob('*.png')))} pictures in {out}")


main()
