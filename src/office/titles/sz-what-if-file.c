/* sz-what-if-file.c — a list of moves in a sheet, and certificate numbers likewise
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-what-if-file.h"

#include "sz-columns.h"
#include "sz-post-day.h"
#include "sz-text.h"

GPtrArray *
sz_pairs_read (const char *path, const char *first, const char *second, GError **error)
{
  const SzColumnSpec specs[] = { { first, first, NULL, TRUE }, { second, second, NULL, TRUE } };
  g_autoptr (SzTableFile) file = NULL;
  g_autoptr (SzTable) table = NULL;
  g_autoptr (SzColumns) columns = NULL;
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  const SzTableRow *row;
  gboolean ended = FALSE;
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (path != NULL && first != NULL && second != NULL, NULL);

  file = sz_table_file_open (path, SZ_ENCODING_AUTO, NULL, NULL, error);
  table = file != NULL ? sz_table_open (file, NULL, error) : NULL;
  columns = table != NULL ? sz_columns_find (table, specs, G_N_ELEMENTS (specs), NULL, NULL, error)
                          : NULL;
  if (columns == NULL)
    return NULL;
  if (columns->heading_row == 0)
    {
      sz_error_set (error, SZ_ERROR_FORMAT, "heading.missing", "value", first, NULL);
      return NULL;
    }
  while ((row = sz_table_next (table, NULL, &reason)) != NULL)
    {
      const SzRowKind kind = sz_columns_classify (columns, row);

      ended = sz_columns_ends (kind, ended);
      if (ended || kind != SZ_ROW_DATA)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
        g_ptr_array_add (pairs, sz_text_fold (sz_columns_cell (columns, row, i)->text));
    }
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  return g_steal_pointer (&pairs);
}

gboolean
sz_what_if_read (const char *path, GArray *list, GError **error)
{
  g_autoptr (GPtrArray) pairs = NULL;

  g_return_val_if_fail (path != NULL && list != NULL, FALSE);

  pairs = sz_pairs_read (path, "工号", "岗位等级", error);
  for (guint i = 0; pairs != NULL && i + 1 < pairs->len; i += 2)
    {
      const char *text = g_ptr_array_index (pairs, i + 1);
      const SzPost post = sz_post_parse (text);

      if (sz_post_level (post) == 0)
        return sz_error_set (error, SZ_ERROR_FORMAT, "code.unknown", "value", text, "choices",
                             "专技七级 …", NULL);
      sz_what_if_add (list, g_ptr_array_index (pairs, i), post);
    }
  return pairs != NULL;
}
