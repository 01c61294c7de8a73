/* sz-namekey.h — how names sort and how they are found (RULE ppl-5, ppl-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SZ_NAME_ORDER_SURNAME_STROKES, /* 姓氏笔画, the default: a one-character given name comes first */
  SZ_NAME_ORDER_NAME_STROKES, /* 姓名笔画 */
  SZ_NAME_ORDER_PINYIN,       /* 拼音 */
} SzNameOrder;

/** SzNameKeys: opens the ICU transliterators once, at the first reading asked for; not for two
 * threads at once. */
typedef struct _SzNameKeys SzNameKeys;
SzNameKeys *sz_name_keys_new (void);
void sz_name_keys_free (SzNameKeys *keys);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzNameKeys, sz_name_keys_free)

/** sz_name_keys_pinyin: (transfer full) — syllables separated by blanks, surname read as a surname:
 * "zeng guo fan"; lv for 吕. */
char *sz_name_keys_pinyin (SzNameKeys *keys, const char *name);

/** sz_name_keys_sort_key: (transfer full) — compare bytewise with strcmp(); @pinyin (nullable) as
 * corrected by people. */
char *
sz_name_keys_sort_key (SzNameKeys *keys, SzNameOrder order, const char *name, const char *pinyin);

/**
 * sz_name_keys_search_key: (transfer full)
 *
 * One lower-case string that holds, separated by "\n": the name, each full pinyin reading without
 * blanks, each reading's initials. Alternative readings: lv and lu for 吕, both readings of a
 * surname. A search text matches as a substring of the name or as the beginning of a reading or
 * of its initials; sz_name_key_matches() does it.
 */
char *sz_name_keys_search_key (SzNameKeys *keys, const char *name, const char *pinyin);

/** sz_name_fold_query: (transfer full) — lower case, half width, blanks and apostrophes away, ü →
 * v. */
char *sz_name_fold_query (const char *text);
gboolean sz_name_key_matches (const char *search_key, const char *folded_query);

G_END_DECLS
