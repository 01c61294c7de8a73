/* sz-params-page.c — the parameters in force, their history and their documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-params-page.h"

#include <glib/gi18n.h>

#include "sz-field-list.h"
#include "sz-param-dialog.h"
#include "sz-param-table.h"
#include "sz-param-voice.h"
#include "sz-param-words.h"
#include "sz-params.h"

struct _SzParamsPage
{
  SzListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SzParamsPage, sz_params_page, SZ_TYPE_LIST_PAGE)

enum
{
  COLUMN_MEANING,
  COLUMN_VALUE,
  COLUMN_FROM,
  COLUMN_WHOSE,
  COLUMN_SOURCE,
  COLUMN_KEY,
  N_COLUMNS
};

static const char *
describe_owner (const SzParam *param)
{
  if (param == NULL)
    return _ ("not set");
  return param->preset ? _ ("preset") : _ ("own");
}

/* (transfer full) (element-type const char *): the keys of the page: those that are described, then
 * what else a college has; the place of a key is the id of its row, less one. */
static GPtrArray *
list_keys (const GArray *params)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *keys = g_ptr_array_new ();

  for (const SzParamWord *word = sz_param_words (); word->key != NULL; word++)
    {
      g_hash_table_add (seen, (gpointer)word->key);
      g_ptr_array_add (keys, (gpointer)word->key);
    }
  for (guint i = 0; i < params->len; i++)
    {
      const char *key = g_array_index (params, SzParam, i).key;

      if (g_hash_table_add (seen, (gpointer)key))
        g_ptr_array_add (keys, (gpointer)key);
    }
  return keys;
}

static const SzParam *
find_in_force (const GArray *params, const char *key, SzDate day)
{
  return sz_param_at ((const SzParam *)(gconstpointer)params->data, params->len, key, day);
}

static GPtrArray *
read_params_cb (SzOffice *office,
                const SzListView *view,
                const SzListAsk *ask,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (GPtrArray) keys = NULL;
  GPtrArray *rows;

  if (params == NULL)
    return NULL;
  keys = list_keys (params);
  rows = g_ptr_array_new ();
  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      const SzParam *param = find_in_force (params, key, ask->day);
      SzListRow *row = sz_list_row_new (i + 1, N_COLUMNS);

      row->cells[COLUMN_MEANING] = g_strdup (sz_param_meaning (key));
      row->cells[COLUMN_VALUE] = param != NULL ? sz_param_say (key, param->value) : NULL;
      row->cells[COLUMN_FROM] = param != NULL ? sz_date_format (param->from) : NULL;
      row->cells[COLUMN_WHOSE] = g_strdup (describe_owner (param));
      row->cells[COLUMN_SOURCE] = param != NULL ? g_strdup (param->source) : NULL;
      row->cells[COLUMN_KEY] = g_strdup (key);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* ---- the history of one ---- */

static int
compare_dates_cb (gconstpointer a, gconstpointer b)
{
  const SzParam *left = *(const SzParam *const *)a;
  const SzParam *right = *(const SzParam *const *)b;

  if (left->preset != right->preset)
    return left->preset ? 1 : -1;
  return left->from > right->from ? -1 : left->from < right->from;
}

static GPtrArray *
list_history (const GArray *params, const char *key)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < params->len; i++)
    {
      const SzParam *param = &g_array_index (params, SzParam, i);

      if (g_str_equal (param->key, key))
        g_ptr_array_add (rows, (gpointer)param);
    }
  g_ptr_array_sort (rows, compare_dates_cb);
  return rows;
}

static void
add_value (GPtrArray *fields, const char *key, const char *json)
{
  g_autoptr (SzParamTable) table = sz_param_table_new (json);
  g_autofree char *text = NULL;

  for (guint i = 0; table != NULL && table->n_columns > 1 && i < table->rows->len; i++)
    {
      char **row = g_ptr_array_index (table->rows, i);
      g_autofree char *name = sz_param_say_name (key, row[0]);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) cells = NULL;
      g_autofree char *rest = NULL;

      for (guint c = 1; c < table->n_columns; c++)
        {
          g_autofree char *cell = sz_param_say_cell (key, row[c]);

          g_strv_builder_add (builder, cell);
        }
      cells = g_strv_builder_end (builder);
      rest = g_strjoinv (" ", cells);
      sz_fields_add (fields, name, rest);
    }
  if (table != NULL && table->n_columns > 1)
    return;
  text = sz_param_say (key, json);
  sz_fields_add (fields, _ ("Value"), text);
}

static void
add_row (GPtrArray *fields, const SzParam *param, gboolean in_force)
{
  g_autofree char *from = sz_date_format (param->from);
  g_autofree char *to = sz_date_format (param->to);
  g_autofree char *heading = *to != '\0' ? g_strdup_printf (_ ("From %s to %s"), from, to)
                                         : g_strdup_printf (_ ("From %s"), from);
  g_autofree char *marked
      = in_force ? g_strdup_printf (_ ("%s · in force"), heading) : g_strdup (heading);

  sz_fields_add_heading (fields, marked);
  add_value (fields, param->key, param->value);
  sz_fields_add (fields, _ ("Document"), param->source);
  sz_fields_add (fields, _ ("Whose"), describe_owner (param));
}

static SzListDetails *
describe_param (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error)
{
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (GPtrArray) keys = params != NULL ? list_keys (params) : NULL;
  g_autoptr (GPtrArray) history = NULL;
  SzListDetails *details;
  const char *key;

  if (params == NULL)
    return NULL;
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  key = id <= keys->len ? g_ptr_array_index (keys, (guint)id - 1) : "";
  history = list_history (params, key);
  details->name = g_strdup (sz_param_meaning (key));
  details->line = g_strdup (key);
  for (guint i = 0; i < history->len; i++)
    add_row (details->fields, g_ptr_array_index (history, i),
             g_ptr_array_index (history, i) == (gconstpointer)find_in_force (params, key, day));
  if (history->len == 0)
    sz_fields_add_note (details->fields, _ ("Nobody has set this yet."));
  return details;
}

/* ---- a new value ---- */

static void
saved_cb (SzParamsPage *self, const char *key, const char *act)
{
  g_autofree char *text = g_strdup_printf (_ ("Set: %s"), sz_param_meaning (key));

  sz_page_done (SZ_PAGE (self), text, act);
}

static const char *
find_blank (const char *key)
{
  for (const SzParamWord *word = sz_param_words (); word->key != NULL; word++)
    if (g_str_equal (word->key, key))
      return word->blank;
  return "\"\"";
}

typedef struct
{
  gint64 id;
  SzDate day;
} Wanted;

/* (transfer full): key and value as they stand now. */
static gpointer
find_value_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Wanted *wanted = data;
  g_autoptr (GArray) params = sz_params_gather (office, error);
  g_autoptr (GPtrArray) keys = params != NULL ? list_keys (params) : NULL;
  GStrv found;
  const SzParam *param;
  const char *key;

  if (params == NULL)
    return NULL;
  key = wanted->id <= keys->len ? g_ptr_array_index (keys, (guint)wanted->id - 1) : "";
  param = find_in_force (params, key, wanted->day);
  found = g_new0 (char *, 3);
  found[0] = g_strdup (key);
  found[1] = g_strdup (param != NULL ? param->value : find_blank (key));
  return found;
}

static void
value_found_cb (gpointer owner, gpointer value)
{
  g_auto (GStrv) found = value;
  SzParamDialog *dialog = sz_param_dialog_new (sz_page_get_window (owner),
                                               sz_page_get_tasks (owner), found[0], found[1]);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), owner, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
set_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const Wanted wanted
      = { sz_list_page_get_current (SZ_LIST_PAGE (widget)), sz_page_get_as_of (SZ_PAGE (widget)) };

  if (wanted.id != 0 && sz_page_get_tasks (SZ_PAGE (widget)) != NULL)
    sz_page_read (SZ_PAGE (widget),
                  SZ_WORK (find_value_cb, g_memdup2 (&wanted, sizeof wanted), g_free,
                           (GDestroyNotify)g_strfreev),
                  value_found_cb);
}

static const SzListColumn columns[] = {
  [COLUMN_MEANING] = { "meaning", N_ ("Meaning"), 244 },
  [COLUMN_VALUE] = { "value", N_ ("Value"), 160 },
  [COLUMN_FROM] = { "from", N_ ("From"), 88 },
  [COLUMN_WHOSE] = { "whose", N_ ("Whose"), 66 },
  [COLUMN_SOURCE] = { "source", N_ ("Document"), 250 },
  [COLUMN_KEY] = { "key", N_ ("Key"), 160, .hidden = TRUE },
  [N_COLUMNS] = { NULL },
};
static const SzListFilter filters[]
    = { { "whose", N_ ("Whose"), "whose", N_ ("Everybody’s") }, { NULL } };
static const SzListAction actions[]
    = { { N_ ("_New Value…"), "params.set", SZ_NEEDS_ONE, .main = TRUE }, { NULL } };
static const SzListView views[] = {
  { .name = "params",
    .title = N_ ("Parameters"),
    .unit = N_ ("parameters"),
    .columns = columns,
    .filters = filters,
    .actions = actions,
    .read = read_params_cb,
    .details = describe_param },
  { NULL },
};

static void
sz_params_page_class_init (SzParamsPageClass *klass)
{
  SZ_LIST_PAGE_CLASS (klass)->views = views;
  SZ_PAGE_CLASS (klass)->concerns = SZ_CHANGED_PARAMS;
  SZ_PAGE_CLASS (klass)->search_hint = N_ ("Meaning, value, document …");
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "params.set", NULL, set_action_cb);
}

static void
sz_params_page_init (SzParamsPage *self)
{
}
