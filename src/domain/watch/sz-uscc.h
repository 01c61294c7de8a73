/* sz-uscc.h — unified social credit codes 统一社会信用代码, GB 32100 (RULE tgt-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** sz_uscc_is_valid: 18 of the 31 characters whose last one fits the first 17. */
gboolean sz_uscc_is_valid (const char *code);

G_END_DECLS
