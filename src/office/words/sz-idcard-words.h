/* sz-idcard-words.h — why a text is no ID number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sz_idcard_words: (transfer full)
 * @text: what failed with %SZ_IDCARD_CHECKSUM (RULE ppl-1)
 *
 * {why} of the sentence for "idcard.checksum": the length, a character that does not belong there,
 * or the check digit.
 */
char *sz_idcard_words (const char *text);

G_END_DECLS
