/* sz-text-table.c — a plain text table, columns aligned by display width
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-text-table.h"

#include <stdarg.h>

struct _SzTextTable
{
  guint n_columns;
  gboolean *right;
  GPtrArray *cells; /* of char*, row by row, the headings first */
};

SzTextTable *
sz_text_table_new (const char *const *headings)
{
  SzTextTable *table;

  g_return_val_if_fail (headings != NULL, NULL);
  table = g_new0 (SzTextTable, 1);
  table->n_columns = g_strv_length ((char **)headings);
  table->right = g_new0 (gboolean, table->n_columns);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < table->n_columns; i++)
    {
      table->right[i] = headings[i][0] == '>';
      g_ptr_array_add (table->cells, g_strdup (headings[i] + (table->right[i] ? 1 : 0)));
    }
  return table;
}

void
sz_text_table_add (SzTextTable *table, const char *text)
{
  g_return_if_fail (table != NULL);
  g_ptr_array_add (table->cells, g_strdup (text != NULL ? text : "—"));
}

void
sz_text_table_row (SzTextTable *table, ...)
{
  va_list args;

  g_return_if_fail (table != NULL);
  va_start (args, table);
  for (guint i = 0; i < table->n_columns; i++)
    sz_text_table_add (table, va_arg (args, const char *));
  va_end (args);
}

static guint
measure_text (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return width;
}

void
sz_text_table_append (const SzTextTable *table, GString *text, guint indent)
{
  g_autofree guint *widths = NULL;

  g_return_if_fail (table != NULL && text != NULL);
  widths = g_new0 (guint, table->n_columns);
  for (guint i = 0; i < table->cells->len; i++)
    {
      const guint column = i % table->n_columns;

      widths[column] = MAX (widths[column], measure_text (g_ptr_array_index (table->cells, i)));
    }
  for (guint i = 0; i < table->cells->len; i++)
    {
      const guint column = i % table->n_columns;
      const gboolean last = column + 1 == table->n_columns;
      const char *cell = g_ptr_array_index (table->cells, i);
      const int padding = (int)(widths[column] - measure_text (cell));

      g_string_append_printf (text, "%*s", column == 0 ? (int)indent : 0, "");
      if (table->right[column])
        g_string_append_printf (text, "%*s%s", padding, "", cell);
      else
        g_string_append_printf (text, "%s%*s", cell, last ? 0 : padding, "");
      g_string_append (text, last ? "\n" : "  ");
    }
}

void
sz_text_table_free (SzTextTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->cells);
  g_free (table->right);
  g_free (table);
}
