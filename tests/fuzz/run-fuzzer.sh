#!/bin/sh
# run-fuzzer.sh FUZZER CORPUS FOUND — a minute of it; crashes are left in FOUND
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
mkdir -p "$3"
# leaks are looked for at the end of each input; libFuzzer's memory limit is a limit of ours too
exec "$1" -max_total_time="${SHIZI_FUZZ_SECONDS:-60}" -timeout=10 -rss_limit_mb=1024 -max_len=16384 \
  -artifact_prefix="$3/" "$3" "$2"
