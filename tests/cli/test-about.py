#!/usr/bin/env python3
"""test-about.py — what the program says of itself: version, manual page, completion; made from the tables of the commands.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import PROGRAM, case, main


def said(*words):
    result = subprocess.run([PROGRAM, *words], capture_output=True, check=False, stdin=subprocess.DEVNULL)
    assert result.returncode == 0, result.stderr
    return result.stdout.decode("utf-8")


def commands():
    """Every command, by the usage of the overview."""
    return {re.split(r" [^a-z]", line[2:].split(" [")[0].split(" -")[0])[0].strip()
            for line in said("--help").splitlines() if re.match(r"  [a-z]", line)}


@case("/cli/about/version")
def version():
    assert re.fullmatch(r"shizictl \d+\.\d+\.\d+ \(commit \S+, schema \d+\)\n", said("--version")), said("--version")


@case("/cli/about/manual")
def manual():
    text = said("--manual")
    assert text.startswith(".TH SHIZICTL 1"), text[:80]
    for command in commands():
        assert f".B {command}".replace("-", "\\-") in text, command
    if shutil.which("groff"):
        checked = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-k"], input=text.encode(), capture_output=True, check=True)
        assert not checked.stderr, checked.stderr.decode()


def complete(*words):
    """What bash offers for the last word."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "completion"
        script.write_text(said("--completion"), "utf-8")
        line = " ".join(f"'{word}'" for word in ("shizictl", *words))
        run = (f"source {script}; COMP_WORDS=({line}); COMP_CWORD={len(words)}; _shizictl; "
               "printf '%s\\n' \"${COMPREPLY[@]}\"")
        result = subprocess.run(["bash", "-c", run], capture_output=True, check=False, cwd=folder)
        assert result.returncode == 0 and not result.stderr, result.stderr
        return set(result.stdout.decode().split())


@case("/cli/about/completion")
def completion():
    assert {"findings", "form"} <= complete("f"), complete("f")
    assert complete("findings", "sc") == {"scan"}
    assert complete("--db", "x", "findings", "sc") == {"scan"}
    assert "--text" in complete("findings", "answer", "--t")
    assert {"people", "targets"} <= complete("import", "")
    assert "F28" in complete("form", "F2")
    assert "watch.warn_days" in complete("param", "set", "watch.")
    assert complete("register", "tra") == {"trainees"} or "trainees" in complete("register", "tra")


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
