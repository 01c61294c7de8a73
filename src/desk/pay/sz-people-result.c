/* sz-people-result.c — what each person gets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-people-result.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-figure-table.h"
#include "sz-people-finder.h"

/* The columns before those of the scheme. */
enum
{
  COLUMN_STAFF_NO,
  COLUMN_NAME,
  COLUMN_TOTAL,
  COLUMN_DEPARTMENT,
  COLUMN_POST,
  COLUMN_MONTHS,
  N_FIRST
};

/* Seen beside the explanation on a small screen: up to the department. */
#define N_BRIEF (COLUMN_DEPARTMENT + 1)

struct _SzPeopleResult
{
  GtkWidget parent_instance;

  SzFigureTable *table;
  SzPeopleFinder *finder;
  GSettings *settings;
  SzNameOrder name_order;
  const SzPayView *view; /* borrowed */
  GArray *lines;         /* of guint: rows of the table → lines of the result */
  char *search;
  char *selected; /* staff number */
  gboolean brief;
};

enum
{
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzPeopleResult, sz_people_result, GTK_TYPE_WIDGET)

static const SzPayLine *
get_line (SzPeopleResult *self, guint row)
{
  return &self->view->result->lines[g_array_index (self->lines, guint, row)];
}

static const SzPayPerson *
get_person (SzPeopleResult *self, guint row)
{
  return &self->view->input->people[get_line (self, row)->index];
}

/* Amount of a column that the scheme brings: allowances, components, the effect of the limits. */
static SzMoney
get_part (const SzPayView *view, const SzPayLine *line, guint part)
{
  guint n_fixed = view->scheme->fixed->len;
  guint n_components = view->scheme->components->len;

  if (part < n_fixed)
    return MAX (line->fixed_fen[part], 0);
  if (part < n_fixed + n_components)
    return line->shares[part - n_fixed].amount_fen;
  return line->ceiling_fen;
}

/* 0 is left empty: the eye finds what is there. */
static char *
format_part (SzMoney amount_fen)
{
  return amount_fen != 0 ? sz_money_format_grouped (amount_fen) : NULL;
}

static char *
write_cell_cb (gpointer owner, guint row, guint column)
{
  SzPeopleResult *self = owner;
  const SzPayLine *line = get_line (self, row);

  switch (column)
    {
    case COLUMN_STAFF_NO:
      return g_strdup (get_person (self, row)->staff_no);
    case COLUMN_NAME:
      return g_strdup (get_person (self, row)->name);
    case COLUMN_TOTAL:
      return sz_money_format_grouped (line->total_fen);
    case COLUMN_DEPARTMENT:
      return g_strdup (line->department);
    case COLUMN_POST:
      return sz_post_name (line->post);
    case COLUMN_MONTHS:
      return g_strdup_printf ("%u", line->months);
    default:
      return format_part (get_part (self->view, line, column - N_FIRST));
    }
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/* RULE ppl-5: in the order of the preferences once the keys are made. */
int
sz_people_result_compare_names (SzPeopleResult *self, guint a, guint b)
{
  const guint32 *ranks = sz_people_finder_get_ranks (self->finder, self->name_order);

  if (ranks == NULL)
    return strcmp (self->view->input->people[a].name, self->view->input->people[b].name);
  return compare_numbers (ranks[a], ranks[b]);
}

static int
compare_rows_cb (gpointer owner, guint a, guint b, guint column)
{
  SzPeopleResult *self = owner;
  const SzPayLine *line_a = get_line (self, a);
  const SzPayLine *line_b = get_line (self, b);

  switch (column)
    {
    case COLUMN_STAFF_NO:
      return strcmp (get_person (self, a)->staff_no, get_person (self, b)->staff_no);
    case COLUMN_NAME:
      return sz_people_result_compare_names (self, line_a->index, line_b->index);
    case COLUMN_TOTAL:
      return compare_numbers (line_a->total_fen, line_b->total_fen);
    case COLUMN_DEPARTMENT:
      return g_strcmp0 (line_a->department, line_b->department);
    case COLUMN_POST:
      return compare_numbers (sz_post_order (line_a->post), sz_post_order (line_b->post));
    case COLUMN_MONTHS:
      return compare_numbers (line_a->months, line_b->months);
    default:
      return compare_numbers (get_part (self->view, line_a, column - N_FIRST),
                              get_part (self->view, line_b, column - N_FIRST));
    }
}

static void
add_column (GArray *columns, const char *title, int width, gboolean numeric)
{
  SzFigureColumn column = {
    .title = title, .width = width, .numeric = numeric, .code = columns->len == COLUMN_STAFF_NO
  };

  g_array_append_val (columns, column);
}

static void
set_columns (SzPeopleResult *self)
{
  const SzScheme *scheme = self->view->scheme;
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (SzFigureColumn));

  add_column (columns, _ ("Staff no."), 76, FALSE);
  add_column (columns, _ ("Name"), 72, FALSE);
  add_column (columns, _ ("Total"), 104, TRUE);
  add_column (columns, _ ("Department"), 116, FALSE);
  add_column (columns, _ ("Post"), 84, FALSE);
  add_column (columns, _ ("Months"), 64, TRUE);
  for (guint i = 0; i < scheme->fixed->len; i++)
    add_column (columns, g_array_index (scheme->fixed, SzFixed, i).name, 96, TRUE);
  for (guint i = 0; i < scheme->components->len; i++)
    add_column (columns, g_array_index (scheme->components, SzComponent, i).name, 100, TRUE);
  if (scheme->ceiling.set || scheme->floor.set)
    add_column (columns, _ ("Limits"), 100, TRUE);
  sz_figure_table_set_columns (self->table, (SzFigureColumn *)(gpointer)columns->data,
                               columns->len);
  sz_figure_table_show_first (self->table, self->brief ? N_BRIEF : 0);
}

/* @hits: (nullable): where the name, its pinyin or its initials are what is looked for. */
static gboolean
matches_search (SzPeopleResult *self, guint index, const guint8 *hits)
{
  const SzPayPerson *person = &self->view->input->people[index];

  if (self->search == NULL || *self->search == '\0')
    return TRUE;
  if (g_str_has_prefix (person->staff_no, self->search))
    return TRUE;
  return hits != NULL ? hits[index] != 0 : strstr (person->name, self->search) != NULL;
}

static int
gather_lines (SzPeopleResult *self)
{
  const SzPayResult *result = self->view->result;
  g_autofree guint8 *hits = self->search != NULL && *self->search != '\0'
                                ? sz_people_finder_find (self->finder, self->search)
                                : NULL;
  int selected = -1;

  g_array_set_size (self->lines, 0);
  for (guint i = 0; i < result->n_lines; i++)
    {
      const SzPayPerson *person = &self->view->input->people[result->lines[i].index];

      if (!matches_search (self, result->lines[i].index, hits))
        continue;
      if (g_strcmp0 (person->staff_no, self->selected) == 0)
        selected = (int)self->lines->len;
      g_array_append_val (self->lines, i);
    }
  return selected;
}

static void
show_rows (SzPeopleResult *self)
{
  int selected;

  if (self->view == NULL)
    {
      g_array_set_size (self->lines, 0);
      sz_figure_table_set_rows (self->table, 0);
      return;
    }
  self->name_order = (SzNameOrder)g_settings_get_enum (self->settings, "name-order");
  selected = gather_lines (self);
  sz_figure_table_select (self->table, -1, FALSE);
  sz_figure_table_set_rows (self->table, self->lines->len);
  sz_figure_table_select (self->table, selected, FALSE);
}

void
sz_people_result_show (SzPeopleResult *self, const SzPayView *view)
{
  g_return_if_fail (SZ_IS_PEOPLE_RESULT (self));

  self->view = view;
  if (view != NULL)
    {
      sz_people_finder_set_people (self->finder, view->input);
      set_columns (self);
    }
  show_rows (self);
}

void
sz_people_result_set_search (SzPeopleResult *self, const char *text)
{
  g_return_if_fail (SZ_IS_PEOPLE_RESULT (self));

  g_free (self->search);
  self->search = g_strdup (text);
  show_rows (self);
}

const char *
sz_people_result_get_selected (SzPeopleResult *self)
{
  g_return_val_if_fail (SZ_IS_PEOPLE_RESULT (self), NULL);

  return self->selected;
}

static void
row_selected_cb (SzPeopleResult *self, int row)
{
  g_clear_pointer (&self->selected, g_free);
  if (row >= 0 && self->view != NULL)
    self->selected = g_strdup (get_person (self, (guint)row)->staff_no);
  g_signal_emit (self, signals[SELECTED], 0,
                 row >= 0 ? (int)g_array_index (self->lines, guint, row) : -1);
}

void
sz_people_result_select (SzPeopleResult *self, const char *staff_no)
{
  g_return_if_fail (SZ_IS_PEOPLE_RESULT (self));

  if (staff_no == NULL)
    {
      sz_figure_table_select (self->table, -1, FALSE);
      row_selected_cb (self, -1);
      return;
    }
  for (guint row = 0; row < self->lines->len; row++)
    {
      if (strcmp (get_person (self, row)->staff_no, staff_no) != 0)
        continue;
      sz_figure_table_select (self->table, (int)row, TRUE);
      row_selected_cb (self, (int)row);
      return;
    }
}

void
sz_people_result_copy (SzPeopleResult *self)
{
  g_return_if_fail (SZ_IS_PEOPLE_RESULT (self));

  sz_figure_table_copy (self->table);
}

void
sz_people_result_set_brief (SzPeopleResult *self, gboolean brief)
{
  g_return_if_fail (SZ_IS_PEOPLE_RESULT (self));
  if (self->brief == brief)
    return;
  self->brief = brief;
  sz_figure_table_show_first (self->table, brief ? N_BRIEF : 0);
}

static void
sz_people_result_dispose (GObject *object)
{
  SzPeopleResult *self = SZ_PEOPLE_RESULT (object);

  if (self->table != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->table)));
  G_OBJECT_CLASS (sz_people_result_parent_class)->dispose (object);
}

static void
sz_people_result_finalize (GObject *object)
{
  SzPeopleResult *self = SZ_PEOPLE_RESULT (object);

  g_array_unref (self->lines);
  g_object_unref (self->finder);
  g_object_unref (self->settings);
  g_free (self->search);
  g_free (self->selected);
  G_OBJECT_CLASS (sz_people_result_parent_class)->finalize (object);
}

static void
sz_people_result_class_init (SzPeopleResultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_people_result_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_people_result_finalize;
  signals[SELECTED] = g_signal_new ("selected", SZ_TYPE_PEOPLE_RESULT, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sz_people_result_init (SzPeopleResult *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->settings = g_settings_new ("org.shizi.Shizi");
  self->finder = sz_people_finder_new ();
  g_signal_connect_object (self->finder, "ready", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED);
  self->table = g_object_new (SZ_TYPE_FIGURE_TABLE, NULL);
  sz_figure_table_set_owner (self->table, self, write_cell_cb, compare_rows_cb);
  g_signal_connect_swapped (self->table, "selected", G_CALLBACK (row_selected_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->table), GTK_WIDGET (self));
}
