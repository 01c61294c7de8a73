/* sz-office-pch.h — what nearly every file of the office includes, read once. The house test sees
 * to it that a file names what it uses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <gio/gio.h>
#include <glib.h>
#include <glib/gi18n.h>
#include <string.h>
