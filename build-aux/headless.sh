#!/bin/sh
# headless.sh — the main job without a window: reads the sample college's files, converts the
# workload, computes the pay, leaves the sheets of the meeting in out/ and ends with the summary.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
sample=data/sample
out=out
export LC_ALL="${LC_ALL:-C.UTF-8}"

mkdir -p "$out"
rm -f "$out/college.db"
rm -rf "$out/backups"
shizictl () { "${SHIZI_BUILD:-build}/src/cli/shizictl" --db "$out/college.db" --as "示例" "$@"; }

shizictl init --name 某技师学院 --establishment 128
shizictl import people "$sample/教职工花名册.xlsx"
shizictl import assessments "$sample/年度考核.xlsx"
shizictl import teaching "$sample/教学工作量.xlsx"
shizictl import training "$sample/培训授课记录.csv"
shizictl import parttime "$sample/兼职教师.xls"
shizictl import post-plan "$sample/岗位核准.xlsx"
shizictl import annual-pay "$sample/全年薪酬.xlsx"
shizictl import awards "$sample/业绩点.xlsx"
shizictl import roles "$sample/班主任.xlsx"
echo
shizictl quota --on 2025-10-15
echo
summary=$(shizictl pay compute --scheme "$sample/scheme.json")
for format in xlsx pdf; do
  shizictl form roster --on 2025-12-31 -o "$out/教职工花名册.$format"
  shizictl form F19 --run 1 -o "$out/F19-奖励性绩效分配汇总表.$format"
  shizictl form F20 --run 1 -o "$out/F20-奖励性绩效发放明细表.$format"
  shizictl form F24 --year 2025 -o "$out/F24-教师教学工作量统计表.$format"
  shizictl form F26 --year 2025 -o "$out/F26-年度工作量汇总表.$format"
done
echo
shizictl verify
echo
printf '%s\n' "$summary"
