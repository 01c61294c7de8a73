#!/bin/sh
# bare-debian.sh FOLDER [FILE.deb] — a bare Debian 12 with nothing but the package: installed by apt, the sample read and
# F20 printed, the window opened, the package removed; what stays and what goes. Timed and counted. Results in TAP.
#
# FOLDER keeps the archives of Debian between two runs. Without FILE.deb the package is made first (build-aux/deb).
# Needs root, debootstrap and an archive of Debian; SHIZI_LONG asks for it, since it takes minutes.
# SPDX-License-Identifier: GPL-3.0-or-later
set -u
source=$(cd "$(dirname "$0")/../.." && pwd)
number=0
failures=0

skip () { echo "1..0 # SKIP $1"; exit 0; }
say () { echo "# $*"; }

# check NAME COMMAND…: a line of the results.
check () {
  subject=$1; shift
  number=$((number + 1))
  if "$@" >"$work/said" 2>&1; then
    echo "ok $number /package/$subject"
  else
    failures=$((failures + 1))
    echo "not ok $number /package/$subject"
    tail -n 20 "$work/said" | sed 's/^/# /'
  fi
}

# The mounts are of this process alone and end with it.
if [ "${SHIZI_IN_OWN_MOUNTS:-}" = "" ]; then
  [ -n "${SHIZI_LONG:-}" ] || skip "SHIZI_LONG asks for it"
  [ "$(id -u)" -eq 0 ] || skip "needs root"
  command -v debootstrap >/dev/null || skip "debootstrap is missing"
  SHIZI_IN_OWN_MOUNTS=yes exec unshare --mount --propagation private "$0" "$@"
fi

keep=$(mkdir -p "$1" && cd "$1" && pwd)
work=$(mktemp -d -p "$keep")
root=$work/root
leave () {
  for place in proc tmp/.X11-unix var/cache/apt/archives; do umount "$root/$place" 2>/dev/null; done
  rm -rf --one-file-system "$work"
}
trap leave EXIT
trap 'exit 130' INT TERM

# Milliseconds; and how many seconds have gone by.
clock () { date +%s%3N; }
since () { spent=$(($(clock) - $1)); echo "$((spent / 1000)).$((spent % 1000 / 100))"; }

# What runs in the empty root, in its home: nothing of ours is there but the display.
inside () {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 LANGUAGE="${language:-C}" DEBIAN_FRONTEND=noninteractive \
    ${DISPLAY:+DISPLAY="$DISPLAY"} XAUTHORITY=/root/.Xauthority chroot "$root" sh -c 'cd && exec "$@"' - "$@"
}

if [ $# -gt 1 ]; then
  deb=$2
else
  build="$source/build-aux/deb"
  "$build" >"$work/deb.log" 2>&1 || { tail -n 40 "$work/deb.log" >&2; exit 1; }
  deb=$(ls -t "$source"/out/shizi_*.deb | head -n 1)
fi
say "$(basename "$deb"), $(stat -c %s "$deb") bytes"
check lintian lintian --fail-on error --allow-root "$deb"

# The empty root: what is essential in Debian, and apt.
start=$(clock)
suite=bookworm
archive=$(apt-cache policy | awk '$3 == "bookworm/main" { print $2; exit }')
archive=${archive:-http://deb.debian.org/debian}
[ -s "$keep/base.tar.gz" ] || debootstrap --variant=minbase --make-tarball="$keep/base.tar.gz" $suite "$work/base" "$archive" \
  >"$work/debootstrap.log" 2>&1 || { tail -n 20 "$work/debootstrap.log" >&2; rm -f "$keep/base.tar.gz"; exit 1; }
debootstrap --variant=minbase --unpack-tarball="$keep/base.tar.gz" $suite "$root" "$archive" >"$work/debootstrap.log" 2>&1 \
  || { tail -n 20 "$work/debootstrap.log" >&2; exit 1; }
for file in resolv.conf hosts; do cp "/etc/$file" "$root/etc/$file"; done
cp /etc/apt/apt.conf.d/*proxy* "$root/etc/apt/apt.conf.d/" 2>/dev/null
mkdir -p "$keep/archives/partial" "$root/tmp/.X11-unix"
mount --bind "$keep/archives" "$root/var/cache/apt/archives"
mount -t proc proc "$root/proc"
[ ! -s "${XAUTHORITY:-}" ] || cp "$XAUTHORITY" "$root/root/.Xauthority"
[ ! -d /tmp/.X11-unix ] || mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
printf 'APT::Keep-Downloaded-Packages "true";\nBinary::apt::APT::Keep-Downloaded-Packages "true";\n' \
  >"$root/etc/apt/apt.conf.d/99keep"
rm -f "$root/etc/apt/apt.conf.d/docker-clean"
say "the bare root: $(inside dpkg-query -W | wc -l) packages, $(since "$start") s"
cp "$deb" "$root/root/shizi.deb"
cp -r "$source/data/sample" "$root/root/sample"
inside dpkg-query -W -f '${Package}\n' | sort >"$work/before"

# From here on the clock of whoever installs it.
start=$(clock)
steps=2
check apt-update inside apt-get update -qq
check apt-install inside apt-get install -y -qq --no-install-recommends /root/shizi.deb
installed=$(clock)
inside dpkg-query -W -f '${Package}\n' | sort >"$work/after"
say "apt install: $(comm -13 "$work/before" "$work/after" | wc -l) packages, $(since "$start") s"

# step COMMAND…: one line that somebody types.
step () {
  steps=$((steps + 1))
  inside shizictl --as 王会计 "$@"
}
to_f20 () {
  step init --name 某技师学院 --establishment 128 &&
  step import people sample/教职工花名册.xlsx &&
  step import assessments sample/年度考核.xlsx &&
  step import teaching sample/教学工作量.xlsx &&
  step import training sample/培训授课记录.csv &&
  step import awards sample/业绩点.xlsx &&
  step import roles sample/班主任.xlsx &&
  step pay compute --scheme sample/scheme.json &&
  step form F20 --run 1 -o F20.pdf && step form F20 --run 1 -o F20.xlsx && step verify
}
check sample-to-f20 to_f20
say "from apt install to the printed F20: $steps commands, $(since "$start") s, of them $(since "$installed") s after the installation"
has_f20 () {
  pdftotext -layout "$root/root/F20.pdf" - | grep -q 3,598,214.40
}
check f20-adds-up has_f20

# What came with it.
college=/root/.local/share/shizi/college.db
version () { for program in shizi shizictl; do inside $program --version | grep -E "^$program .* \(commit [0-9a-f]+, schema [0-9]+\)" || return 1; done; }
chinese () { language=zh_CN inside shizictl --help | grep -q 招聘; }
manuals () {
  for page in shizi shizictl; do
    gzip -dc "$root/usr/share/man/man1/$page.1.gz" | groff -k -man -Tutf8 -ww 2>&1 >/dev/null | { ! grep .; } || return 1
  done
}
completes () {
  inside bash -c '. /usr/share/bash-completion/completions/shizictl; COMP_WORDS=(shizictl import pe); COMP_CWORD=2; _shizictl
    printf "%s\n" "${COMPREPLY[@]}"' | grep -qx people
}
settings () { [ -s "$root/usr/share/glib-2.0/schemas/gschemas.compiled" ] && grep -q org.shizi.Shizi "$root/usr/share/glib-2.0/schemas/gschemas.compiled"; }
help_pages () { for language in C zh_CN; do yelp-check links "$root/usr/share/help/$language/shizi" | { ! grep .; } || return 1; done; }
# What the desktop takes a file for, which program opens it, which picture it has.
opens () {
  inside gio info -a standard::content-type,standard::icon "$1" >"$work/kind" && cat "$work/kind"
  grep -q "content-type: $2\$" "$work/kind" && grep -q "standard::icon: $3," "$work/kind" &&
    inside gio mime "$2" | grep -q org.shizi.Shizi.desktop && [ -s "$root/usr/share/icons/hicolor/scalable/mimetypes/$3.svg" ]
}
check version version
check speaks-chinese chinese
check manual-pages manuals
check completion completes
check settings settings
check help help_pages
# What every desktop brings: it knows of kinds of files.
check desktop inside apt-get install -y -qq --no-install-recommends desktop-file-utils shared-mime-info libglib2.0-bin
check college-by-double-click opens "$college" application/x-shizi-college org.shizi.Shizi-college
printf '出自人事处的一份人员花名册\n' >"$root/root/password"
check make-package inside shizictl package make people -o /root/人员.szpkg --password-file /root/password
check package-by-double-click opens /root/人员.szpkg application/x-shizi-package org.shizi.Shizi-package
recommended () {
  inside apt-get install -s /root/shizi.deb >"$work/recommended"
  for name in libreoffice-calc-nogui libpq5 postgresql-client yelp; do
    inside apt-get install -s --reinstall --install-recommends $name | grep -q "^Inst $name " || return 1
    inside dpkg-query -W -f '${Recommends}' shizi | grep -q $name || return 1
  done
}
check recommended-are-there recommended

# The window of the package, in the empty root, on a display of ours.
window () {
  start=$(clock)
  inside shizi "$college" >"$work/window.log" 2>&1 &
  for _ in $(seq 600); do
    xdotool search --onlyvisible --class shizi 2>/dev/null | grep -q . && break
    sleep 0.1
  done
  xdotool search --onlyvisible --class shizi | grep -q . || { cat "$work/window.log"; return 1; }
  [ -z "${SHIZI_PICTURES:-}" ] || { sleep 2; import -window root "$SHIZI_PICTURES/bare-debian.png"; }
  xdotool key ctrl+q
  wait $! || return 1
  ! grep -E 'CRITICAL|ERROR' "$work/window.log"
}
[ -z "${DISPLAY:-}" ] || check window window

# It leaves cleanly: its files go, the college and its copies stay.
inside shizictl backup -o /root/copy.db >/dev/null
inside dpkg -L shizi | sort >"$work/files"
find "$root/root" -type f | sort | xargs sha256sum >"$work/ours"
check remove inside apt-get remove -y -qq --purge --autoremove shizi desktop-file-utils shared-mime-info libglib2.0-bin
left () {
  while read -r file; do
    [ -d "$root$file" ] || [ ! -e "$root$file" ] || { echo "left behind: $file"; return 1; }
  done <"$work/files"
  ! find "$root" -xdev -ipath '*shizi*' -not -path "$root/root/*" -not -path '*/apt/*' -not -path '*/var/log/*' | grep .
}
stays () { sha256sum --quiet -c "$work/ours" && [ -s "$root$college" ] && [ -s "$root/root/copy.db" ] && ls "$root"/root/.local/share/shizi/backups/; }
check removal-leaves-no-file left
check removal-leaves-colleges-and-copies stays
inside dpkg-query -W -f '${Package} ${db:Status-Status}\n' | sed -n 's/ installed$//p' | sort >"$work/now"
check removal-takes-what-it-brought sh -c "comm -13 '$work/before' '$work/now' | { ! grep .; }"
echo "1..$number"
[ $failures -eq 0 ]
