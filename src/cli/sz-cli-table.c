/* sz-cli-table.c — plain text tables aligned by display width
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct _SzCliTable
{
  guint n_columns;
  gboolean *right;
  GPtrArray *cells; /* of char*, row by row, the headings first */
};

SzCliTable *
sz_cli_table_new (const char *const *headings)
{
  SzCliTable *table = g_new0 (SzCliTable, 1);

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
sz_cli_table_row (SzCliTable *table, ...)
{
  va_list args;

  va_start (args, table);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *text = va_arg (args, const char *);

      g_ptr_array_add (table->cells, g_strdup (text != NULL ? text : "—"));
    }
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

static void
print_cell (const char *text, guint width, gboolean right, gboolean last)
{
  int padding = (int)(width - measure_text (text));

  if (right)
    printf ("%*s%s", padding, "", text);
  else
    printf ("%s%*s", text, last ? 0 : padding, "");
  fputs (last ? "\n" : "  ", stdout);
}

static void
free_table (SzCliTable *table)
{
  g_ptr_array_unref (table->cells);
  g_free (table->right);
  g_free (table);
}

void
sz_cli_table_print (SzCli *cli, SzCliTable *table)
{
  g_autofree guint *widths = g_new0 (guint, table->n_columns);

  for (guint i = 0; i < table->cells->len; i++)
    {
      guint column = i % table->n_columns;

      widths[column] = MAX (widths[column], measure_text (g_ptr_array_index (table->cells, i)));
    }
  for (guint i = 0; !cli->json && i < table->cells->len; i++)
    {
      guint column = i % table->n_columns;

      print_cell (g_ptr_array_index (table->cells, i), widths[column], table->right[column],
                  column + 1 == table->n_columns);
    }
  free_table (table);
}
