/* sz-params-page.c — the parameters in force, their history and their documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-params-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-field-list.h"
#include "sz-figure-table.h"
#include "sz-param-dialog.h"
#include "sz-param-table.h"
#include "sz-param-words.h"
#include "sz-params.h"

/* A line of the table: a key with its row in force. */
typedef struct
{
  const char *key;      /* of the words, or of @param */
  const SzParam *param; /* (nullable): borrowed from the rows: not set */
  char *value;          /* in one line */
} Line;

struct _SzParamsPage
{
  SzPage parent_instance;

  /* Template widgets */
  SzFigureTable *table;
  GtkWidget *set_button;
  GtkWidget *details;
  GtkLabel *meaning_label;
  GtkLabel *key_label;
  SzFieldList *history;

  /* Owned */
  GArray *params;   /* (nullable) of SzParam: all rows of all dates */
  GPtrArray *lines; /* of Line */
  GSettings *settings;
  GCancellable *cancellable;
  char *selected; /* (nullable): key */
  guint n_pending;
};

enum
{
  COLUMN_MEANING,
  COLUMN_VALUE,
  COLUMN_FROM,
  COLUMN_WHOSE,
  COLUMN_SOURCE,
};

G_DEFINE_FINAL_TYPE (SzParamsPage, sz_params_page, SZ_TYPE_PAGE)

static void
free_line (gpointer data)
{
  Line *line = data;

  g_free (line->value);
  g_free (line);
}

static const Line *
get_line (SzParamsPage *self, guint row)
{
  return g_ptr_array_index (self->lines, row);
}

static const char *
describe_owner (const SzParam *param)
{
  if (param == NULL)
    return _ ("not set");
  return param->preset ? _ ("preset") : _ ("own");
}

static char *
write_cell_cb (gpointer owner, guint row, guint column)
{
  const Line *line = get_line (owner, row);

  switch (column)
    {
    case COLUMN_MEANING:
      return g_strdup (sz_param_meaning (line->key));
    case COLUMN_VALUE:
      return g_strdup (line->value);
    case COLUMN_FROM:
      return line->param != NULL ? sz_date_format (line->param->from) : NULL;
    case COLUMN_WHOSE:
      return g_strdup (describe_owner (line->param));
    case COLUMN_SOURCE:
    default:
      return line->param != NULL ? g_strdup (line->param->source) : NULL;
    }
}

static int
compare_cb (gpointer owner, guint a, guint b, guint column)
{
  g_autofree char *left = write_cell_cb (owner, a, column);
  g_autofree char *right = write_cell_cb (owner, b, column);

  return column == COLUMN_MEANING ? g_utf8_collate (left, right) : g_strcmp0 (left, right);
}

static void
set_columns (SzParamsPage *self)
{
  const SzFigureColumn columns[] = {
    { _ ("Meaning"), 244, FALSE, FALSE, FALSE },  { _ ("Value"), 190, FALSE, TRUE, TRUE },
    { _ ("From"), 88, FALSE, FALSE, FALSE },      { _ ("Whose"), 66, FALSE, FALSE, FALSE },
    { _ ("Document"), 206, FALSE, FALSE, FALSE },
  };

  sz_figure_table_set_columns (self->table, columns, G_N_ELEMENTS (columns));
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
list_history (SzParamsPage *self, const char *key)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->params->len; i++)
    {
      const SzParam *param = &g_array_index (self->params, SzParam, i);

      if (g_str_equal (param->key, key))
        g_ptr_array_add (rows, (gpointer)param);
    }
  g_ptr_array_sort (rows, compare_dates_cb);
  return rows;
}

static void
add_table (GPtrArray *fields, const char *json)
{
  g_autoptr (SzParamTable) table = sz_param_table_new (json);

  if (table == NULL || table->n_columns < 2)
    {
      g_autofree char *text = sz_param_text (json);

      sz_fields_add (fields, _ ("Value"), text);
      return;
    }
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **row = g_ptr_array_index (table->rows, i);
      g_autofree char *rest = g_strjoinv (" ", row + 1);

      sz_fields_add (fields, row[0], rest);
    }
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
  add_table (fields, param->value);
  sz_fields_add (fields, _ ("Document"), param->source);
  sz_fields_add (fields, _ ("Whose"), describe_owner (param));
}

static const Line *
find_line (SzParamsPage *self, const char *key)
{
  for (guint i = 0; key != NULL && i < self->lines->len; i++)
    if (g_str_equal (get_line (self, i)->key, key))
      return get_line (self, i);
  return NULL;
}

static void
show_history (SzParamsPage *self)
{
  const Line *line = find_line (self, self->selected);
  g_autoptr (GPtrArray) fields = sz_fields_new ();
  g_autoptr (GPtrArray) rows = NULL;

  gtk_widget_set_sensitive (self->set_button, line != NULL);
  gtk_label_set_label (self->meaning_label, line != NULL ? sz_param_meaning (line->key) : "");
  gtk_label_set_label (self->key_label, line != NULL ? line->key : "");
  if (line != NULL)
    {
      rows = list_history (self, line->key);
      for (guint i = 0; i < rows->len; i++)
        add_row (fields, g_ptr_array_index (rows, i),
                 g_ptr_array_index (rows, i) == (gconstpointer)line->param);
      if (rows->len == 0)
        sz_fields_add_note (fields, _ ("Nobody has set this yet."));
    }
  sz_field_list_show (self->history, fields);
}

static void
selected_cb (SzParamsPage *self, int row)
{
  g_free (self->selected);
  self->selected = row >= 0 ? g_strdup (get_line (self, (guint)row)->key) : NULL;
  show_history (self);
}

/* ---- the lines ---- */

static gboolean
is_wanted (const Line *line, const char *text)
{
  g_autofree char *sought = g_utf8_casefold (text, -1);
  g_autofree char *all = g_strjoin ("\n", line->key, sz_param_meaning (line->key),
                                    line->value != NULL ? line->value : "",
                                    line->param != NULL ? line->param->source : "", NULL);
  g_autofree char *folded = g_utf8_casefold (all, -1);

  return strstr (folded, sought) != NULL;
}

static void
add_line (SzParamsPage *self, const char *key)
{
  Line *line = g_new0 (Line, 1);

  line->key = key;
  line->param = sz_param_at ((const SzParam *)(gpointer)self->params->data, self->params->len, key,
                             sz_page_get_as_of (SZ_PAGE (self)));
  line->value = line->param != NULL ? sz_param_text (line->param->value) : NULL;
  if (is_wanted (line, sz_page_get_search (SZ_PAGE (self))))
    g_ptr_array_add (self->lines, line);
  else
    free_line (line);
}

static gboolean
has_word (const char *key)
{
  for (const SzParamWord *word = sz_param_words (); word->key != NULL; word++)
    if (g_str_equal (word->key, key))
      return TRUE;
  return FALSE;
}

static void
show_foot (SzParamsPage *self)
{
  guint own = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->lines->len; i++)
    own += get_line (self, i)->param != NULL && !get_line (self, i)->param->preset ? 1 : 0;
  text = g_strdup_printf (_ ("%u parameters · %u of the college’s own"), self->lines->len, own);
  sz_page_set_foot (SZ_PAGE (self), text);
}

static void
show_lines (SzParamsPage *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int place = -1;

  sz_figure_table_set_rows (self->table, 0);
  g_ptr_array_set_size (self->lines, 0);
  for (const SzParamWord *word = sz_param_words (); word->key != NULL; word++)
    add_line (self, word->key);
  for (guint i = 0; i < self->params->len; i++)
    {
      const char *key = g_array_index (self->params, SzParam, i).key;

      if (!has_word (key) && g_hash_table_add (seen, (gpointer)key))
        add_line (self, key);
    }
  sz_figure_table_set_rows (self->table, self->lines->len);
  for (guint i = 0; self->selected != NULL && i < self->lines->len; i++)
    if (g_str_equal (get_line (self, i)->key, self->selected))
      place = (int)i;
  if (place < 0 && self->lines->len > 0)
    place = 0;
  sz_figure_table_select (self->table, place, TRUE);
  selected_cb (self, place);
  show_foot (self);
}

/* ---- reading ---- */

static gpointer
read_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return sz_params_gather (office, error);
}

static void
read_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzParamsPage *self = SZ_PARAMS_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) params = sz_tasks_finish (result, &error);

  self->n_pending--;
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (params == NULL)
    {
      sz_page_show_error (SZ_PAGE (self), error);
      return;
    }
  /* The lines borrow from the old rows. */
  sz_figure_table_set_rows (self->table, 0);
  g_ptr_array_set_size (self->lines, 0);
  g_clear_pointer (&self->params, g_array_unref);
  self->params = g_steal_pointer (&params);
  show_lines (self);
}

static void
sz_params_page_reload (SzPage *page)
{
  SzParamsPage *self = SZ_PARAMS_PAGE (page);

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->n_pending++;
  sz_tasks_read (sz_page_get_tasks (page), self,
                 SZ_WORK (read_cb, NULL, NULL, (GDestroyNotify)g_array_unref), self->cancellable,
                 read_done_cb, NULL);
}

static void
sz_params_page_search_changed (SzPage *page, const char *text)
{
  SzParamsPage *self = SZ_PARAMS_PAGE (page);

  if (self->params != NULL)
    show_lines (self);
}

static gboolean
sz_params_page_copy (SzPage *page)
{
  SzParamsPage *self = SZ_PARAMS_PAGE (page);

  if (self->lines->len == 0)
    return FALSE;
  sz_figure_table_copy (self->table);
  return TRUE;
}

/* ---- setting ---- */

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

static void
set_clicked_cb (SzParamsPage *self)
{
  const Line *line = find_line (self, self->selected);
  GtkWindow *root = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  SzParamDialog *dialog;

  if (line == NULL || sz_page_get_tasks (SZ_PAGE (self)) == NULL)
    return;
  dialog = sz_param_dialog_new (root, sz_page_get_tasks (SZ_PAGE (self)), line->key,
                                line->param != NULL ? line->param->value : find_blank (line->key));
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
sz_params_page_is_settled (SzParamsPage *self)
{
  return self->n_pending == 0 && self->params != NULL;
}

static void
sz_params_page_dispose (GObject *object)
{
  SzParamsPage *self = SZ_PARAMS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (sz_params_page_parent_class)->dispose (object);
}

static void
sz_params_page_finalize (GObject *object)
{
  SzParamsPage *self = SZ_PARAMS_PAGE (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->lines);
  g_clear_pointer (&self->params, g_array_unref);
  g_free (self->selected);
  G_OBJECT_CLASS (sz_params_page_parent_class)->finalize (object);
}

static void
sz_params_page_constructed (GObject *object)
{
  SzParamsPage *self = SZ_PARAMS_PAGE (object);

  G_OBJECT_CLASS (sz_params_page_parent_class)->constructed (object);
  self->settings = g_object_ref (sz_page_get_settings (SZ_PAGE (self)));
  sz_figure_table_set_owner (self->table, self, write_cell_cb, compare_cb);
  set_columns (self);
  g_settings_bind (self->settings, "details", self->details, "visible", G_SETTINGS_BIND_GET);
}

static void
sz_params_page_class_init (SzParamsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SzPageClass *page_class = SZ_PAGE_CLASS (klass);

  g_type_ensure (SZ_TYPE_FIELD_LIST);
  g_type_ensure (SZ_TYPE_FIGURE_TABLE);
  G_OBJECT_CLASS (klass)->constructed = sz_params_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sz_params_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_params_page_finalize;
  page_class->reload = sz_params_page_reload;
  page_class->search_changed = sz_params_page_search_changed;
  page_class->copy = sz_params_page_copy;
  page_class->concerns = SZ_CHANGED_PARAMS;
  page_class->has_search = TRUE;
  page_class->search_hint = N_ ("Meaning, value, document …");
  page_class->has_date = TRUE;
  page_class->has_details = TRUE;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-params-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SzParamsPage, details);
  gtk_widget_class_bind_template_child (widget_class, SzParamsPage, history);
  gtk_widget_class_bind_template_child (widget_class, SzParamsPage, key_label);
  gtk_widget_class_bind_template_child (widget_class, SzParamsPage, meaning_label);
  gtk_widget_class_bind_template_child (widget_class, SzParamsPage, set_button);
  gtk_widget_class_bind_template_child (widget_class, SzParamsPage, table);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_clicked_cb);
}

static void
sz_params_page_init (SzParamsPage *self)
{
  self->lines = g_ptr_array_new_with_free_func (free_line);
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
