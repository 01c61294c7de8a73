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
 * The text with full-width forms of ASCII (ｆｕｌｌ　ｗｉｄｔｈ) made half-width and blanks of
 * every kind trimmed from both ends; everything else stays. %NULL gives "". Bytes that are no UTF-8
 * become U+FFFD, so that they match nothing.
 */
char *sz_text_fold (const char *text);

/** sz_text_visible: (transfer full): folded, and without what nobody sees: zero-width blanks, marks
 * of direction, as copying from web pages and chat programs leaves them in cells. */
char *sz_text_visible (const char *text);

/** SzTextFault: why a text is none to be kept or shown as it is. */
typedef enum
{
  SZ_TEXT_SOUND,
  SZ_TEXT_NO_UTF8,
  SZ_TEXT_CONTROL, /* control characters but tab and line ends: a terminal would obey them */
  SZ_TEXT_TURNED,  /* overrides of direction: it reads otherwise than it is stored */
} SzTextFault;

/** sz_text_find_fault: the worst that @text (nullable) has. */
SzTextFault sz_text_find_fault (const char *text);

/** sz_text_harmless: (transfer full): for a terminal: U+FFFD for whatever is a fault; line feeds
 * and tabs stay. */
char *sz_text_harmless (const char *text);

/** sz_text_squeeze: (transfer full): folded, and without any blank: forms spread words (主　讲). */
char *sz_text_squeeze (const char *text);

/** sz_text_plain_radicals: (transfer full): characters of the tables of radicals (⼭, ⽊), which
 * look like 山 and 木 and are not, made the common ones. */
char *sz_text_plain_radicals (const char *text);

/** sz_text_same_name: whether two names differ at most in blanks, in radicals and in the kind of
 * the dot in 买买提·艾力. */
gboolean sz_text_same_name (const char *one, const char *other);

G_END_DECLS
