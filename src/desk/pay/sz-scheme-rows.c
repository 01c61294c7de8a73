/* sz-scheme-rows.c — rows of a section that are added, taken away and numbered
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme-rows.h"

GtkWidget *
sz_scheme_rows_first (const SzSchemeRows *rows)
{
  g_return_val_if_fail (rows != NULL, NULL);

  return gtk_widget_get_first_child (GTK_WIDGET (rows->box));
}

static void
number_rows (SzSchemeRows *rows)
{
  guint index = 0;

  for (GtkWidget *row = sz_scheme_rows_first (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    rows->number (row, index++);
}

static void
row_removed_cb (SzSchemeRows *rows, GtkWidget *row)
{
  gtk_box_remove (rows->box, row);
  number_rows (rows);
  sz_scheme_section_changed (rows->section);
}

static GtkWidget *
append_row (SzSchemeRows *rows)
{
  GtkWidget *row = rows->make ();

  g_signal_connect_swapped (row, "changed", G_CALLBACK (sz_scheme_section_changed), rows->section);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (row_removed_cb), rows);
  gtk_box_append (rows->box, row);
  return row;
}

void
sz_scheme_rows_add (SzSchemeRows *rows)
{
  GtkWidget *row = append_row (rows);

  number_rows (rows);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  sz_scheme_section_changed (rows->section);
}

void
sz_scheme_rows_fit (SzSchemeRows *rows, guint n)
{
  GtkWidget *row = sz_scheme_rows_first (rows);
  guint have = 0;

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (have++ >= n)
        gtk_box_remove (rows->box, row);
      row = next;
    }
  for (; have < n; have++)
    append_row (rows);
  number_rows (rows);
}
