/* sz-list-foot.c — how many rows there are and are selected, and the sum of these
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-table-private.h"

#include <glib/gi18n.h>

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
  guint column;
} Work;

static void
free_work (Work *work)
{
  g_array_unref (work->ids);
  g_clear_pointer (&work->context, g_bytes_unref);
  g_free (work);
}

static Work *
make_work (SzListTable *self)
{
  Work *work = g_new0 (Work, 1);

  work->fetch = self->fetch;
  work->ids = sz_list_table_get_selected (self);
  work->context = self->context != NULL ? g_bytes_ref (self->context) : NULL;
  work->column = self->sum_column;
  return work;
}

static gpointer
sum_cb (SzOffice *office,
        gpointer input,
        SzProgress progress,
        GCancellable *cancellable,
        GError **error)
{
  const Work *work = input;
  const gpointer context
      = work->context != NULL ? (gpointer)g_bytes_get_data (work->context, NULL) : NULL;
  g_autoptr (GPtrArray) rows = work->fetch (office, (const gint64 *)(gpointer)work->ids->data,
                                            work->ids->len, context, error);
  gint64 *sum;

  if (rows == NULL)
    return NULL;
  sum = g_new0 (gint64, 1);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzListRow *row = g_ptr_array_index (rows, i);

      if (row->numbers != NULL)
        *sum += row->numbers[work->column];
    }
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
  g_signal_emit_by_name (self, "foot-changed");
}

static gboolean
sum_later_cb (gpointer user_data)
{
  SzListTable *self = user_data;
  Work *work = make_work (self);

  self->sum_source = 0;
  g_clear_object (&self->summing);
  self->summing = g_cancellable_new ();
  if (self->tasks == NULL || work->ids->len == 0 || work->ids->len > SUM_LIMIT)
    free_work (work);
  else
    sz_tasks_read (self->tasks, self, SZ_WORK (sum_cb, work, (GDestroyNotify)free_work, g_free),
                   self->summing, summed_cb, NULL);
  return G_SOURCE_REMOVE;
}

void
_sz_list_table_sum (SzListTable *self)
{
  g_return_if_fail (SZ_IS_LIST_TABLE (self));

  self->sum_known = FALSE;
  if (self->summing != NULL)
    g_cancellable_cancel (self->summing);
  g_clear_handle_id (&self->sum_source, g_source_remove);
  if (self->sum_column < self->n_columns)
    self->sum_source = g_timeout_add (SUM_MS, sum_later_cb, self);
  g_signal_emit_by_name (self, "foot-changed");
}

static void
append_sum (SzListTable *self, GString *foot, guint n_selected)
{
  const char *title = _ (self->columns[self->sum_column].title);
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
  guint n_selected = _sz_list_table_count_selected (self);
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
