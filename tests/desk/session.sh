#!/bin/sh
# session.sh COMMAND…: on a display, a session bus and an accessibility bus of its own. The address of the last is kept on
# the display and its socket in the runtime folder, so a second session on either would find a bus that is gone.
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
XDG_RUNTIME_DIR=$(mktemp -d) || exit 1
export XDG_RUNTIME_DIR
trap 'rm -rf "$XDG_RUNTIME_DIR"' EXIT
trap 'exit 130' INT TERM
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
# Without -noreset the server starts anew when its last client leaves, which may be one that only asked for the address.
# Services of the bus inherit stdout and talk there; only the command's own lines are results.
exec 3>&1 1>&2
xvfb-run -a -s "-screen 0 1366x768x24 -nolisten tcp -noreset" \
  dbus-run-session -- sh -c 'exec "$@" 1>&3 3>&-' session "$@" </dev/null
