/* sz-list-copy.c — selected rows on the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-table-private.h"

#include <glib/gi18n.h>

typedef struct
{
  SzListFetchFunc fetch;
  GArray *ids;
  GBytes *context;
  GPtrArray *headings; /* of strings */
  GArray *order;       /* of guint, columns from left to right */
  const SzListColumn *columns;
} Work;

static void
free_work (Work *work)
{
  g_array_unref (work->ids);
  g_clear_pointer (&work->context, g_bytes_unref);
  g_ptr_array_unref (work->headings);
  g_array_unref (work->order);
  g_free (work);
}

static Work *
make_work (SzListTable *self)
{
  Work *work = g_new0 (Work, 1);

  work->fetch = self->fetch;
  work->ids = sz_list_table_get_selected (self);
  work->context = self->context != NULL ? g_bytes_ref (self->context) : NULL;
  work->columns = self->columns;
  work->headings = g_ptr_array_new ();
  work->order = g_array_new (FALSE, FALSE, sizeof (guint));
  return work;
}

/* (transfer full): id → row, owning the rows. */
static GHashTable *
fetch_rows (SzOffice *office, const Work *work, GError **error)
{
  const gpointer context
      = work->context != NULL ? (gpointer)g_bytes_get_data (work->context, NULL) : NULL;
  GPtrArray *rows = work->fetch (office, (const gint64 *)(gpointer)work->ids->data, work->ids->len,
                                 context, error);
  GHashTable *by_id;

  if (rows == NULL)
    return NULL;
  by_id
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)sz_list_row_free);
  for (guint i = 0; i < rows->len; i++)
    {
      SzListRow *row = g_ptr_array_index (rows, i);

      g_hash_table_replace (by_id, &row->id, row);
    }
  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_unref (rows);
  return by_id;
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
append_headings (Copied *copied, const Work *work)
{
  g_string_append (copied->html, "<html><head><meta charset=\"utf-8\"></head><body><table><tr>");
  for (guint i = 0; i < work->headings->len; i++)
    {
      const char *heading = g_ptr_array_index (work->headings, i);
      g_autofree char *escaped = g_markup_escape_text (heading, -1);

      append_plain (copied->text, heading, i == 0);
      g_string_append_printf (copied->html, "<th>%s</th>", escaped);
    }
  g_string_append (copied->text, "\r\n");
  g_string_append (copied->html, "</tr>");
}

static void
append_row (Copied *copied, const Work *work, const SzListRow *row)
{
  g_string_append (copied->html, "<tr>");
  for (guint i = 0; i < work->order->len; i++)
    {
      guint column = g_array_index (work->order, guint, i);

      append_plain (copied->text, row->cells[column], i == 0);
      append_html (copied->html, row->cells[column], &work->columns[column]);
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
  const Work *work = input;
  g_autoptr (GHashTable) rows = fetch_rows (office, work, error);
  Copied *copied;

  if (rows == NULL)
    return NULL;
  copied = g_new0 (Copied, 1);
  copied->text = g_string_new (NULL);
  copied->html = g_string_new (NULL);
  append_headings (copied, work);
  for (guint i = 0; i < work->ids->len; i++)
    {
      const SzListRow *row = g_hash_table_lookup (rows, &g_array_index (work->ids, gint64, i));

      if (row != NULL)
        append_row (copied, work, row);
    }
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
  g_autoptr (GArray) order = NULL;
  Work *work;

  g_return_if_fail (SZ_IS_LIST_TABLE (self));
  if (self->tasks == NULL)
    return;
  work = make_work (self);
  order = _sz_list_table_get_order (self);
  for (guint i = 0; i < order->len; i++)
    {
      guint column = g_array_index (order, guint, i);

      if (!_sz_list_table_is_visible (self, column) || (self->columns[column].code && !with_codes))
        continue;
      g_array_append_val (work->order, column);
      g_ptr_array_add (work->headings, (gpointer)_ (self->columns[column].title));
    }
  sz_tasks_read (self->tasks, self,
                 SZ_WORK (copy_cb, work, (GDestroyNotify)free_work, (GDestroyNotify)free_copied),
                 NULL, copied_cb, NULL);
}
