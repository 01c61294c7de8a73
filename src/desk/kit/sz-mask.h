/* sz-mask.h — numbers that are not everybody's business
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** sz_mask_code: (transfer full): an ID, phone or account number with its middle blotted out:
 * "110101199001011234" → "110***********1234"; of a short one only the last two stay. */
char *sz_mask_code (const char *code);

G_END_DECLS
