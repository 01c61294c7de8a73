# commit.sh — which commit the sources are, for --version
# SPDX-License-Identifier: GPL-3.0-or-later
cd "$(dirname "$0")/.." || exit 1
cat build-aux/commit 2>/dev/null || git rev-parse --short HEAD
