/* sz-import-kind.c — what a kind of sheet is: its headings, and where each goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-kind.h"

#include "sz-columns.h"
#include "sz-synonyms.h"

int
sz_import_kind_field (const SzImportKind *kind, const char *heading)
{
  g_autoptr (SzSynonyms) synonyms = sz_synonyms_new (NULL, NULL);

  return sz_import_kind_match (kind, synonyms, heading);
}

int
sz_import_kind_match (const SzImportKind *kind, SzSynonyms *synonyms, const char *heading)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (kind != NULL && synonyms != NULL && heading != NULL, -1);

  folded = sz_columns_fold (heading);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *official = kind->fields[i].heading;
      const char *const *others = sz_synonyms_headings (synonyms, kind->word, official);

      if (g_str_equal (official, folded) || (others != NULL && g_strv_contains (others, folded)))
        return (int)i;
    }
  return -1;
}

guint
sz_import_kind_named (const SzImportKind *kind, const char *heading)
{
  g_return_val_if_fail (kind != NULL, 0);

  for (guint i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].heading, heading))
      return i;
  g_error ("kind %s has no field %s", kind->word, heading);
}

guint
sz_import_kind_at (const SzImportKind *kind, gsize offset)
{
  g_return_val_if_fail (kind != NULL, 0);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].offset == offset)
      return i;
  g_error ("kind %s fills no member at %" G_GSIZE_FORMAT, kind->word, offset);
}
