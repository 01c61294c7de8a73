/* sz-list-copy.c — selected rows on the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-table-private.h"

#include <glib/gi18n.h>

void
sz_list_seen_free (SzListSeen *seen)
{
  if (seen == NULL)
    return;
  g_array_unref (seen->ids);
  g_array_unref (seen->order);
  g_clear_pointer (&seen->context, g_bytes_unref);
  g_free (seen);
}

SzListSeen *
sz_list_table_dup_seen (SzListTable *self, gboolean only_selected, gboolean with_codes)
{
  g_autoptr (GArray) order = NULL;
  SzListSeen *seen;

  g_return_val_if_fail (SZ_IS_LIST_TABLE (self) && self->columns != NULL, NULL);
  seen = g_new0 (SzListSeen, 1);
  seen->fetch = self->fetch;
  seen->columns = self->columns;
  seen->ids = only_selected ? sz_list_table_get_selected (self)
                            : g_array_copy (sz_list_model_get_ids (self->model));
  seen->context = self->context != NULL ? g_bytes_ref (self->context) : NULL;
  seen->order = g_array_new (FALSE, FALSE, sizeof (guint));
  order = _sz_list_table_get_order (self);
  for (guint i = 0; i < order->len; i++)
    {
      guint column = g_array_index (order, guint, i);

      if (_sz_list_table_is_visible (self, column) && (!self->columns[column].code || with_codes))
        g_array_append_val (seen->order, column);
    }
  return seen;
}

/* The functions that fetch give rows in any order. */
GPtrArray *
sz_list_seen_fetch (const SzListSeen *seen, SzOffice *office, GError **error)
{
  const gpointer context
      = seen->context != NULL ? (gpointer)g_bytes_get_data (seen->context, NULL) : NULL;
  GPtrArray *rows = seen->fetch (office, (const gint64 *)(gpointer)seen->ids->data, seen->ids->len,
                                 context, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *ordered;

  if (rows == NULL)
    return NULL;
  ordered = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_list_row_free);
  for (guint i = 0; i < rows->len; i++)
    {
      SzListRow *row = g_ptr_array_index (rows, i);

      g_hash_table_replace (by_id, &row->id, row);
    }
  for (guint i = 0; i < seen->ids->len; i++)
    {
      SzListRow *row = g_hash_table_lookup (by_id, &g_array_index (seen->ids, gint64, i));

      if (row != NULL)
        g_ptr_array_add (ordered, row);
    }
  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_unref (rows);
  return ordered;
}

typedef struct
{
  GString *text;
  GString *html;
} Copied;

static void
free_copied (Copied *copied)
{
  g_string_free (copied->text, TRUE);
  g_string_free (copied->html, TRUE);
  g_free (copied);
}

/* A cell must not break the table it is pasted into. */
static void
append_plain (GString *text, const char *cell, gboolean first)
{
  if (!first)
    g_string_append_c (text, '\t');
  for (const char *c = cell != NULL ? cell : ""; *c != '\0'; c++)
    g_string_append_c (text, *c == '\t' || *c == '\n' || *c == '\r' ? ' ' : *c);
}

/* What is no figure is text, so that 001001 stays 001001 and an ID number keeps its 18 digits. */
static void
append_html (GString *html, const char *cell, const SzListColumn *column)
{
  g_autofree char *escaped = g_markup_escape_text (cell != NULL ? cell : "", -1);

  if (column->numeric)
    g_string_append_printf (html, "<td align=\"right\">%s</td>", escaped);
  else
    g_string_append_printf (html, "<td style=\"mso-number-format:'\\@'\">%s</td>", escaped);
}

static void
append_headings (Copied *copied, const SzListSeen *seen)
{
  g_string_append (copied->html, "<html><head><meta charset=\"utf-8\"></head><body><table><tr>");
  for (guint i = 0; i < seen->order->len; i++)
    {
      const char *heading = _ (seen->columns[g_array_index (seen->order, guint, i)].title);
      g_autofree char *escaped = g_markup_escape_text (heading, -1);

      append_plain (copied->text, heading, i == 0);
      g_string_append_printf (copied->html, "<th>%s</th>", escaped);
    }
  g_string_append (copied->text, "\r\n");
  g_string_append (copied->html, "</tr>");
}

static void
append_row (Copied *copied, const SzListSeen *seen, const SzListRow *row)
{
  g_string_append (copied->html, "<tr>");
  for (guint i = 0; i < seen->order->len; i++)
    {
      guint column = g_array_index (seen->order, guint, i);

      append_plain (copied->text, row->cells[column], i == 0);
      append_html (copied->html, row->cells[column], &seen->columns[column]);
    }
  g_string_append (copied->text, "\r\n");
  g_string_append (copied->html, "</tr>");
}

static gpointer
copy_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  const SzListSeen *seen = input;
  g_autoptr (GPtrArray) rows = sz_list_seen_fetch (seen, office, error);
  Copied *copied;

  if (rows == NULL)
    return NULL;
  copied = g_new0 (Copied, 1);
  copied->text = g_string_new (NULL);
  copied->html = g_string_new (NULL);
  append_headings (copied, seen);
  for (guint i = 0; i < rows->len; i++)
    append_row (copied, seen, g_ptr_array_index (rows, i));
  g_string_append (copied->html, "</table></body></html>");
  return copied;
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  Copied *copied = sz_tasks_finish (result, &error);
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;
  g_autoptr (GBytes) html = NULL;

  if (copied == NULL)
    return;
  html = g_bytes_new (copied->html->str, copied->html->len);
  providers[0] = gdk_content_provider_new_for_bytes ("text/html", html);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, copied->text->str);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (source)), both);
  free_copied (copied);
}

void
sz_list_table_copy (SzListTable *self, gboolean with_codes)
{
  g_return_if_fail (SZ_IS_LIST_TABLE (self));
  if (self->tasks != NULL)
    sz_tasks_read (self->tasks, self,
                   SZ_WORK (copy_cb, sz_list_table_dup_seen (self, TRUE, with_codes),
                            (GDestroyNotify)sz_list_seen_free, (GDestroyNotify)free_copied),
                   NULL, copied_cb, NULL);
}
