# packages.sh — what a bare Debian 12 needs, and how to get it; sourced by run and check.
# SPDX-License-Identifier: GPL-3.0-or-later

build_packages="gcc libc6-dev pkg-config meson ninja-build gettext python3 \
 libgtk-4-dev libadwaita-1-dev libgtk-4-bin libsqlite3-dev libxlsxwriter-dev libicu-dev libexpat1-dev \
 libminizip-dev libjansson-dev libsodium-dev libpq-dev rime-data-stroke libglib2.0-dev-bin \
 desktop-file-utils appstream fonts-noto-cjk fonts-dejavu-core"

# libreoffice: one sample is an old .xls; poppler and the python libraries check what was written.
sample_packages="libreoffice-calc-nogui"
test_packages="$sample_packages postgresql-15 xvfb xauth dbus at-spi2-core python3-pyatspi xdotool xclip poppler-utils \
 imagemagick ibus ibus-gtk4 ibus-table-wubi valgrind mold clang-format python3-openpyxl python3-xlsxwriter sqlite3 procps binutils"
manual_packages="python3 weasyprint fonts-noto-cjk fonts-dejavu-core"
deb_packages="debhelper dpkg-dev fakeroot lintian"
# lintian's eyes, a bare Debian, and what reads its pages and asks its desktop.
bare_packages="$deb_packages debootstrap yelp-tools groff libglib2.0-bin xvfb xauth xdotool imagemagick poppler-utils"
fuzz_packages="clang-14 libclang-rt-14-dev llvm-14"

# install_missing PACKAGE…: asks dpkg first, so that nothing is fetched when nothing is missing.
install_missing () {
  missing=""
  for package in "$@"; do
    case "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" in
      installed) ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -z "$missing" ] && return 0

  if [ "$(id -u)" -eq 0 ]; then sudo=""; else sudo="sudo"; fi
  if [ -n "$sudo" ] && ! command -v sudo >/dev/null 2>&1; then
    echo "These packages are missing, and installing them needs root or sudo:$missing" >&2
    return 1
  fi
  echo "Installing:$missing" >&2
  $sudo apt-get update -qq >&2 || return 1
  # shellcheck disable=SC2086
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
}
