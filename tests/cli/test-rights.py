#!/usr/bin/env python3
"""test-rights.py — every command asked for by every role of a college in a file (acc-3; on a server: test-server-rights.py).

./check asks each command of one role, SHIZI_LONG of all five.
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

from accounts import Accounts
from rights_walk import walk
from tap import case, main


@case("/cli/acc-3/every-command-of-every-role")
def every_command():
    with Accounts() as college:
        granted = walk(college, os.environ.get("SHIZI_LONG"))
        logged = {kind for (kind,) in college.sql("SELECT kind FROM acts WHERE refused = 1 AND summary LIKE '%role.denied%'")}
        assert len(logged) > 20 and logged <= set(granted), logged
        college.login = "admin"
        assert college.ok("verify")["sound"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
