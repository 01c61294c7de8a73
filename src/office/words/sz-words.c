/* sz-words.c — the sentences behind the codes, found by hash
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-words.h"

#include "sz-words-private.h"

/* clang-format off */
/* A line a duty. */
static const SzWords *const tables[] = {
  sz_words_account,
  sz_words_case,
  sz_words_college,
  sz_words_file,
  sz_words_import,
  sz_words_package,
  sz_words_pay,
  sz_words_payrun,
  sz_words_recruit,
  sz_words_register,
  sz_words_store,
  sz_words_titles,
  sz_words_watch,
  NULL,
};
/* clang-format on */

const SzWords *const *
sz_words_tables (void)
{
  return tables;
}

const SzWords *
sz_words_find (const char *code)
{
  static GHashTable *by_code;

  g_return_val_if_fail (code != NULL, NULL);
  if (g_once_init_enter (&by_code))
    {
      GHashTable *all = g_hash_table_new (g_str_hash, g_str_equal);

      for (gsize i = 0; tables[i] != NULL; i++)
        for (const SzWords *words = tables[i]; words->code != NULL; words++)
          g_hash_table_insert (all, (gpointer)words->code, (gpointer)words);
      g_once_init_leave (&by_code, all);
    }
  return g_hash_table_lookup (by_code, code);
}
