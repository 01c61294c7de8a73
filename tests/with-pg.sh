#!/bin/sh
# with-pg.sh — runs a command with a private PostgreSQL: `with-pg.sh COMMAND…` sets SHIZI_TEST_URI,
# with {name} for a database of its own, and SHIZI_PG_FOLDER. Says in TAP what is skipped where there
# is none.
#
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
here=$(dirname "$0")
SHIZI_PG_FOLDER=$("$here/pg-server.sh" start)
case $? in
  0) ;;
  77) echo "1..0 # SKIP nothing was tried on a server: no PostgreSQL here (postgresql-15)"; exit 0 ;;
  *) echo "1..0"; echo "Bail out! the private PostgreSQL did not start"; exit 1 ;;
esac
trap '"$here/pg-server.sh" stop "$SHIZI_PG_FOLDER"' EXIT
trap 'exit 1' INT TERM
SHIZI_TEST_URI="postgresql://postgres@/{name}?host=$SHIZI_PG_FOLDER"
export SHIZI_PG_FOLDER SHIZI_TEST_URI
"$@"
