#!/bin/sh
# update-po.sh — lists the files with strings and merges new ones into the translations.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$(dirname "$0")/.."
{
  echo "# Please keep this list sorted."
  { grep -rlE '(^|[^a-zA-Z])((N|NP|C|NC)?_|g_d[np]*gettext) ?\(' src --include='*.c'
    grep -rl 'translatable="yes"' ui --include='*.ui'
    ls data/*.desktop.in data/*.metainfo.xml.in; } | LC_ALL=C sort
} >po/POTFILES.in
[ -f build/build.ninja ] || meson setup build >/dev/null
meson compile -C build shizi-pot shizi-update-po >/dev/null
sed -i '/^#~/d' po/zh_CN.po
LC_ALL=C msgfmt --statistics -o /dev/null po/zh_CN.po
