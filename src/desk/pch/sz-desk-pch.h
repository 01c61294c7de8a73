/* sz-desk-pch.h — what nearly every file of the desk includes, read once: GTK costs a third of a
 * build. The house test sees to it that a file names what it uses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>
