#!/bin/sh
# pg-server.sh — a private PostgreSQL for tests: `pg-server.sh start` prints its socket folder,
# `pg-server.sh stop FOLDER` ends it and takes the folder away. Exit 77 where there is no PostgreSQL.
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Socket only, without fsync, in a folder below /tmp: a socket path has at most 107 bytes. PostgreSQL
# refuses root, who therefore runs it as the user postgres; anybody else runs it as himself. Whoever
# may reach the folder is let in under any login, unless SHIZI_PG_AUTH says how to ask for passwords.
set -eu

find_programs() {
  for folder in /usr/lib/postgresql/*/bin "$(command -v initdb | sed 's,/initdb$,,')"; do
    [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && bin=$folder
  done
  [ -n "${bin:-}" ] || { echo "no PostgreSQL: install postgresql-15" >&2; exit 77; }
}

as() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid=postgres --regid=postgres --init-groups env -C "$folder" HOME="$folder" LC_ALL=C.UTF-8 "$@"
  else
    env LC_ALL=C.UTF-8 "$@"
  fi
}

start() {
  folder=$(mktemp -d /tmp/shizi-pg-XXXXXX)
  [ "$(id -u)" != 0 ] || chown postgres: "$folder"
  # Tests run as another user than the server.
  chmod 711 "$folder"
  as "$bin/initdb" -D "$folder/data" -U postgres --auth="${SHIZI_PG_AUTH:-trust}" -E UTF8 --locale=C.UTF-8 \
    ${SHIZI_PG_PASSWORDS:+--pwfile="$SHIZI_PG_PASSWORDS"} --no-sync --no-instructions >/dev/null
  as "$bin/pg_ctl" -D "$folder/data" -s -w -l "$folder/log" start \
    -o "-c listen_addresses='${SHIZI_PG_LISTEN:-}' -c port=${SHIZI_PG_PORT:-5432} -c unix_socket_directories='$folder' -c fsync=off -c max_connections=60 ${SHIZI_PG_OPTIONS:-}" >&2
  echo "$folder"
}

stop() {
  case $folder in
    /tmp/shizi-pg-*) ;;
    *) echo "no folder of ours: $folder" >&2; exit 2 ;;
  esac
  if [ -f "$folder/data/postmaster.pid" ]; then
    as "$bin/pg_ctl" -D "$folder/data" -s -m immediate -w stop
  fi
  rm -rf "$folder"
}

find_programs
case ${1:-} in
  start) start ;;
  stop) folder=${2:?the folder that start printed}; stop ;;
  *) echo "usage: pg-server.sh start | stop FOLDER" >&2; exit 2 ;;
esac
