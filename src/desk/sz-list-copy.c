/* sz-list-copy.c — selected rows on the clipboard, and their sum in the foot
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-table-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-decimal.h"

/* Sums of more rows than these are not offered: they would be read from the database for a foot. */
#define SUM_LIMIT 20000
/* A selection that is still being drawn is not added up at each step. */
#define SUM_MS 60

typedef struct
{
  SzListFetchFunc fetch;
  GArray *ids;
  GBytes *context;
  guint column;        /* to sum */
  GPtrArray *headings; /* to copy: of strings */
  GArray *order;       /* to copy: of guint */
  const SzListColumn *columns;
} Work;

static void
free_work (Work *work)
{
  g_array_unref (work->ids);
  g_clear_pointer (&work->context, g_bytes_unref);
  g_clear_pointer (&work->headings, g_ptr_array_unref);
  g_clear_pointer (&work->order, g_array_unref);
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

/* Copied text */

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
  work->headings = g_ptr_array_new ();
  work->order = g_array_new (FALSE, FALSE, sizeof (guint));
  order = _sz_list_table_get_order (self);
  for (guint i = 0; i < order->len; i++)
    {
      guint column = g_array_index (order, guint, i);

      if (!_sz_list_table_is_visible (self, column) || (self->columns[column].code && !with_codes))
        continue;
      g_array_append_val (work->order, column);
      g_ptr_array_add (work->headings, (gpointer)self->columns[column].title);
    }
  sz_tasks_read (self->tasks, self, copy_cb, work, (GDestroyNotify)free_work,
                 (GDestroyNotify)free_copied, NULL, copied_cb, NULL);
}

/* The foot */

static gpointer
sum_cb (SzOffice *office,
        gpointer input,
        SzProgress progress,
        GCancellable *cancellable,
        GError **error)
{
  const Work *work = input;
  g_autoptr (GHashTable) rows = fetch_rows (office, work, error);
  gint64 *sum;
  GHashTableIter iter;
  gpointer row;

  if (rows == NULL)
    return NULL;
  sum = g_new0 (gint64, 1);
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (((const SzListRow *)row)->numbers != NULL)
      *sum += ((const SzListRow *)row)->numbers[work->column];
  return sum;
}

static void
summed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzListTable *self = SZ_LIST_TABLE (source);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  g_autofree gint64 *sum = sz_tasks_finish (result, NULL);

  if (sum == NULL || g_cancellable_is_cancelled (cancellable))
    return;
  self->sum_known = TRUE;
  self->sum_x100 = *sum;
  _sz_list_table_emit (self, "foot-changed");
}

static gboolean
sum_later_cb (gpointer user_data)
{
  SzListTable *self = user_data;
  Work *work = make_work (self);

  self->sum_source = 0;
  work->column = self->sum_column;
  g_clear_object (&self->summing);
  self->summing = g_cancellable_new ();
  if (self->tasks == NULL || work->ids->len == 0 || work->ids->len > SUM_LIMIT)
    free_work (work);
  else
    sz_tasks_read (self->tasks, self, sum_cb, work, (GDestroyNotify)free_work, g_free,
                   self->summing, summed_cb, NULL);
  return G_SOURCE_REMOVE;
}

void
_sz_list_table_sum (SzListTable *self)
{
  self->sum_known = FALSE;
  if (self->summing != NULL)
    g_cancellable_cancel (self->summing);
  g_clear_handle_id (&self->sum_source, g_source_remove);
  if (self->sum_column < self->n_columns)
    self->sum_source = g_timeout_add (SUM_MS, sum_later_cb, self);
  _sz_list_table_emit (self, "foot-changed");
}

static void
append_sum (SzListTable *self, GString *foot, guint n_selected)
{
  const char *title = self->columns[self->sum_column].title;
  gint64 half = self->sum_x100 < 0 ? -(gint64)(n_selected / 2) : (gint64)(n_selected / 2);
  gint64 average_x100 = (self->sum_x100 + half) / (gint64)n_selected;
  g_autofree char *sum = sz_decimal_format_grouped (self->sum_x100, 2);
  g_autofree char *average = sz_decimal_format_grouped (average_x100, 2);

  g_string_append (foot, " · ");
  /* TRANSLATORS: a column's name, then its sum and average over the selected rows */
  g_string_append_printf (foot, _ ("%s: total %s · average %s"), title, sum, average);
}

char *
sz_list_table_dup_foot (SzListTable *self, const char *unit)
{
  g_autoptr (GtkBitset) places
      = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n_selected = (guint)gtk_bitset_get_size (places);
  g_autofree char *size = sz_decimal_format_grouped (sz_list_table_get_size (self), 0);
  g_autofree char *selected = sz_decimal_format_grouped (n_selected, 0);
  GString *foot = g_string_new (NULL);

  /* TRANSLATORS: a number, then what is counted: "128 people" */
  g_string_append_printf (foot, _ ("%s %s"), size, unit);
  if (n_selected > 1)
    {
      g_string_append (foot, " · ");
      g_string_append_printf (foot, _ ("%s selected"), selected);
    }
  /* Of one row the sum is the row. */
  if (n_selected > 1 && self->sum_known)
    append_sum (self, foot, n_selected);
  return g_string_free (foot, FALSE);
}
