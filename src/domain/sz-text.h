/* sz-text.h — text as it stands in cells, made comparable
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sz_text_fold: (transfer full)
 *
 * The text with full-width forms of ASCII (ｆｕｌｌ　ｗｉｄｔｈ) made half-width and blanks of every kind
 * trimmed from both ends; everything else stays. %NULL gives "". Bytes that are no UTF-8 become
 * U+FFFD, so that they match nothing.
 */
char *sz_text_fold (const char *text);

G_END_DECLS
