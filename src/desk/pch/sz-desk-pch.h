/* sz-desk-pch.h — what nearly every file of the desk includes, read once (b_pch, for the
 * sanitizers)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>
