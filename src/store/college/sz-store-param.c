/* sz-store-param.c — the college's own parameters and calendar days (RULE num-7, num-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-param.h"

#include <string.h>

#include "sz-act.h"
#include "sz-pay-ties.h"
#include "sz-row-table.h"
#include "sz-store-private.h"

static const SzColumn calendar_day_columns[] = {
  { "date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzCalendarDay, date), 0 },
  { "working", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCalendarDay, working), 0 },
  { "name", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCalendarDay, name), 0 },
  { "source", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzCalendarDay, source), 0 },
  { "year_complete", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN,
    G_STRUCT_OFFSET (SzCalendarDay, year_complete), 0 },
  { "batch_id", SZ_COLUMN_REF, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzCalendarDay, batch_id), 0 },
  { "source_row", SZ_COLUMN_INT, SZ_COLUMN_ORIGIN, G_STRUCT_OFFSET (SzCalendarDay, source_row), 0 },
};

const SzRowType sz_calendar_day_type
    = { SZ_ROW_TYPE ("calendar_days", SzCalendarDay, calendar_day_columns) };

SZ_ROW_DEFINE (SzCalendarDay, sz_store_calendar_day, sz_calendar_day_type)

/* SzParam has no row_version of its own, and presets are no rows. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char *key;
  SzDate from;
  SzDate to;
  char *value;
  char *source;
} ParamRow;

static const SzColumn param_columns[] = {
  { "key", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (ParamRow, key), 0 },
  { "from_date", SZ_COLUMN_DATE, SZ_COLUMN_KEY, G_STRUCT_OFFSET (ParamRow, from), 0 },
  { "to_date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (ParamRow, to), 0 },
  { "value", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (ParamRow, value), 0 },
  { "source", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (ParamRow, source), 0 },
};

const SzRowType sz_param_type
    = { SZ_ROW_TYPE ("parameters", ParamRow, param_columns), .ties = sz_pay_ties };

/* RULE num-7 */
gboolean
sz_store_param_put (SzAct *act, SzParam *param, SzPutResult *result, GError **error)
{
  ParamRow row;

  g_return_val_if_fail (act != NULL && param != NULL && param->key != NULL, FALSE);

  row = (ParamRow){ 0, 0, param->key, param->from, param->to, param->value, param->source };
  if (!sz_row_put (act, &sz_param_type, &row, SZ_PUT_UPDATE, result, error))
    return FALSE;
  param->id = row.id;
  param->preset = FALSE;
  return TRUE;
}

gboolean
sz_store_param_delete (SzAct *act, const char *key, SzDate from, GError **error)
{
  ParamRow row = { 0, 0, g_strdup (key), from, 0, NULL, NULL };
  gboolean found = FALSE;
  gboolean done;

  g_return_val_if_fail (act != NULL && key != NULL, FALSE);

  done = sz_row_find (sz_act_get_store (act), &sz_param_type, &row, &found, error);
  if (done && !found)
    done = sz_error_set (error, SZ_ERROR_REFUSED, "param.unknown", "key", key, NULL);
  if (done)
    done = sz_row_delete (act, &sz_param_type, row.id, row.row_version, error);
  sz_row_type_clear (&sz_param_type, &row);
  return done;
}

static gboolean
add_param_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const ParamRow *row = data;
  SzParam param = { .id = row->id,
                    .key = g_strdup (row->key),
                    .value = g_strdup (row->value),
                    .source = g_strdup (row->source),
                    .from = row->from,
                    .to = row->to,
                    .preset = FALSE };

  g_array_append_val ((GArray *)user_data, param);
  return TRUE;
}

static int
compare_params_cb (gconstpointer a, gconstpointer b)
{
  const SzParam *left = a;
  const SzParam *right = b;
  int order = strcmp (left->key, right->key);

  return order != 0 ? order : (left->from > right->from) - (left->from < right->from);
}

GArray *
sz_store_param_list (SzStore *store, GError **error)
{
  g_autoptr (GArray) params = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  params = g_array_new (FALSE, TRUE, sizeof (SzParam));
  g_array_set_clear_func (params, (GDestroyNotify)sz_param_clear);
  if (!sz_row_each (store, &sz_param_type, SZ_ROWS_ALL, add_param_cb, params, error))
    return NULL;
  g_array_sort (params, compare_params_cb);
  return g_steal_pointer (&params);
}
