/* sz-row-digest.c — a short keyed hash of what a row holds, to compare it with its journal
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-row-digest.h"

guint64
sz_row_digest_stamp (const SzRowDigester *digester, const char *at, const char *who)
{
  GString *text = digester->scratch;
  guint64 digest = 0;

  g_string_assign (text, at);
  g_string_append_c (text, '\x1f');
  g_string_append (text, who);
  crypto_shorthash ((guchar *)&digest, (const guchar *)text->str, text->len, digester->key);
  return digest | SZ_ROW_DIGEST_STAMPED;
}

guint64
sz_row_digest (
    const SzRowDigester *digester, gint64 version, const char *json, gsize length, guint64 stamp)
{
  guint64 digest = 0;

  crypto_shorthash ((guchar *)&digest, (const guchar *)json, length, digester->key);
  digest ^= (guint64)version * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  digest = (digest ^ stamp) & ~SZ_ROW_DIGEST_STAMPED;
  if (digest == 0)
    digest = ~SZ_ROW_DIGEST_STAMPED;
  return stamp != 0 ? digest | SZ_ROW_DIGEST_STAMPED : digest;
}
