/* sz-when.h — moments of the log as the clock on the wall showed them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** sz_when_format: (transfer full): "2026-01-05 10:12" of a UTC time of the log; @utc itself when
 * it is none. */
char *sz_when_format (const char *utc);

G_END_DECLS
