/* sz-compare-pane.c — two runs beside each other: who gains, who loses, and why
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-compare-pane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-compare-reasons.h"
#include "sz-decimal.h"
#include "sz-figure-table.h"
#include "sz-people-finder.h"

enum
{
  DEPARTMENT_NAME,
  DEPARTMENT_PEOPLE,
  DEPARTMENT_BEFORE,
  DEPARTMENT_AFTER,
  DEPARTMENT_DIFFERENCE,
};

enum
{
  PERSON_STAFF_NO,
  PERSON_NAME,
  PERSON_DIFFERENCE,
  PERSON_BEFORE,
  PERSON_AFTER,
  PERSON_DEPARTMENT,
};

struct _SzComparePane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkDropDown *other_choice;
  GtkLabel *summary_label;
  GtkStack *tables;
  GtkStackSwitcher *switcher;
  GtkWidget *content;
  SzFigureTable *departments;
  SzFigureTable *people;
  SzCompareReasons *reasons;

  /* Owned */
  SzCompare *compare;
  gint64 shown; /* the run that is compared */
  GArray *runs; /* of gint64: those that can be chosen */
  GSettings *settings;
  SzPeopleFinder *finder;
  char *staff_no;   /* of the person selected */
  char *department; /* selected */

  gboolean filling;
};

enum
{
  WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzComparePane, sz_compare_pane, GTK_TYPE_WIDGET)

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static char *
write_people (const SzCompareDepartment *department)
{
  g_autofree char *before = sz_decimal_format_grouped (department->people_before, 0);
  g_autofree char *after = sz_decimal_format_grouped (department->people_after, 0);

  return department->people_before == department->people_after
             ? g_steal_pointer (&after)
             : g_strdup_printf ("%s → %s", before, after);
}

static char *
write_department_cb (gpointer owner, guint row, guint column)
{
  SzComparePane *self = owner;
  const SzCompareDepartment *department
      = &g_array_index (self->compare->departments, SzCompareDepartment, row);

  switch (column)
    {
    case DEPARTMENT_NAME:
      return g_strdup (*department->name != '\0' ? department->name : _ ("(none)"));
    case DEPARTMENT_PEOPLE:
      return write_people (department);
    case DEPARTMENT_BEFORE:
      return sz_money_format_grouped (department->before_fen);
    case DEPARTMENT_AFTER:
      return sz_money_format_grouped (department->after_fen);
    default:
      return sz_compare_dup_difference (department->difference_fen);
    }
}

static int
compare_departments_cb (gpointer owner, guint a, guint b, guint column)
{
  SzComparePane *self = owner;
  const SzCompareDepartment *one
      = &g_array_index (self->compare->departments, SzCompareDepartment, a);
  const SzCompareDepartment *two
      = &g_array_index (self->compare->departments, SzCompareDepartment, b);

  switch (column)
    {
    case DEPARTMENT_NAME:
      return strcmp (one->name, two->name);
    case DEPARTMENT_PEOPLE:
      return compare_numbers (one->people_after, two->people_after);
    case DEPARTMENT_BEFORE:
      return compare_numbers (one->before_fen, two->before_fen);
    case DEPARTMENT_AFTER:
      return compare_numbers (one->after_fen, two->after_fen);
    default:
      return compare_numbers (one->difference_fen, two->difference_fen);
    }
}

static const SzComparePerson *
get_person (SzComparePane *self, guint row)
{
  return &g_array_index (self->compare->people, SzComparePerson, row);
}

static char *
write_person_cb (gpointer owner, guint row, guint column)
{
  const SzComparePerson *person = get_person (owner, row);

  switch (column)
    {
    case PERSON_STAFF_NO:
      return g_strdup (person->staff_no);
    case PERSON_NAME:
      return g_strdup (person->name);
    case PERSON_DIFFERENCE:
      return sz_compare_dup_difference (person->difference_fen);
    case PERSON_BEFORE:
      return person->before != NULL ? sz_money_format_grouped (person->before_fen) : g_strdup ("—");
    case PERSON_AFTER:
      return person->after != NULL ? sz_money_format_grouped (person->after_fen) : g_strdup ("—");
    default:
      return g_strdup (person->department);
    }
}

/* RULE ppl-5: in the order of the preferences once the keys are made. */
static int
compare_names (SzComparePane *self, guint a, guint b)
{
  const SzNameOrder order = (SzNameOrder)g_settings_get_enum (self->settings, "name-order");
  const guint32 *ranks = sz_people_finder_get_ranks (self->finder, order);

  return ranks != NULL ? compare_numbers (ranks[a], ranks[b])
                       : strcmp (get_person (self, a)->name, get_person (self, b)->name);
}

static int
compare_people_cb (gpointer owner, guint a, guint b, guint column)
{
  const SzComparePerson *one = get_person (owner, a);
  const SzComparePerson *two = get_person (owner, b);

  switch (column)
    {
    case PERSON_STAFF_NO:
      return strcmp (one->staff_no, two->staff_no);
    case PERSON_NAME:
      return compare_names (owner, a, b);
    case PERSON_DIFFERENCE:
      return compare_numbers (one->difference_fen, two->difference_fen);
    case PERSON_BEFORE:
      return compare_numbers (one->before_fen, two->before_fen);
    case PERSON_AFTER:
      return compare_numbers (one->after_fen, two->after_fen);
    default:
      return strcmp (one->department, two->department);
    }
}

static gboolean
is_of_departments (SzComparePane *self)
{
  return gtk_stack_get_visible_child (self->tables) == GTK_WIDGET (self->departments);
}

static const SzCompareDepartment *
find_department (SzComparePane *self, guint *row)
{
  for (guint i = 0; self->department != NULL && i < self->compare->departments->len; i++)
    {
      const SzCompareDepartment *one
          = &g_array_index (self->compare->departments, SzCompareDepartment, i);

      if (g_str_equal (one->name, self->department))
        {
          *row = i;
          return one;
        }
    }
  return NULL;
}

/* Of whoever is selected in the table that is shown. */
static void
show_reasons (SzComparePane *self)
{
  const SzCompareDepartment *department = NULL;
  const SzComparePerson *person = NULL;
  guint row;

  if (self->compare == NULL)
    sz_compare_reasons_show_none (self->reasons, "");
  else if (is_of_departments (self) && (department = find_department (self, &row)) != NULL)
    sz_compare_reasons_show_department (self->reasons, self->compare, department);
  else if (is_of_departments (self))
    sz_compare_reasons_show_none (self->reasons,
                                  _ ("Choose a department to see what moved its amount."));
  else if (self->staff_no != NULL
           && (person = sz_compare_find (self->compare, self->staff_no)) != NULL)
    sz_compare_reasons_show_person (self->reasons, self->compare, person);
  else
    sz_compare_reasons_show_none (self->reasons,
                                  _ ("Choose a person to see what moved the amount."));
}

static void
person_selected_cb (SzComparePane *self, int row)
{
  g_clear_pointer (&self->staff_no, g_free);
  if (row >= 0 && self->compare != NULL)
    self->staff_no = g_strdup (get_person (self, (guint)row)->staff_no);
  show_reasons (self);
}

static void
department_selected_cb (SzComparePane *self, int row)
{
  g_clear_pointer (&self->department, g_free);
  if (row >= 0 && self->compare != NULL)
    self->department = g_strdup (
        g_array_index (self->compare->departments, SzCompareDepartment, (guint)row).name);
  show_reasons (self);
}

/* Whoever was looked at stays so when the figures move. */
static void
select_again (SzComparePane *self)
{
  const SzComparePerson *person
      = self->staff_no != NULL ? sz_compare_find (self->compare, self->staff_no) : NULL;
  guint row;

  if (person != NULL)
    sz_figure_table_select (self->people, (int)(person - get_person (self, 0)), FALSE);
  if (find_department (self, &row) != NULL)
    sz_figure_table_select (self->departments, (int)row, FALSE);
}

static void
find_names (SzComparePane *self)
{
  const guint n = self->compare->people->len;
  g_autofree SzPayPerson *people = g_new0 (SzPayPerson, n + 1);
  const SzPayInput input = { .people = people, .n_people = n };

  for (guint i = 0; i < n; i++)
    people[i].name = get_person (self, i)->name;
  sz_people_finder_set_people (self->finder, &input);
}

/* The keys are there now: those sorted by their names are sorted anew. */
static void
names_found_cb (SzComparePane *self)
{
  if (self->compare != NULL)
    sz_figure_table_set_rows (self->people, self->compare->people->len);
}

static void
show_summary (SzComparePane *self)
{
  const SzCompare *compare = self->compare;
  g_autofree char *gain = sz_compare_dup_difference (compare->gain_fen);
  g_autofree char *lose = sz_compare_dup_difference (compare->lose_fen);
  g_autofree char *n_gain = sz_decimal_format_grouped (compare->n_gain, 0);
  g_autofree char *n_lose = sz_decimal_format_grouped (compare->n_lose, 0);
  g_autofree char *n_same = sz_decimal_format_grouped (compare->n_same, 0);
  /* TRANSLATORS: people and amounts of those who gain, of those who lose; people who get the same
   */
  g_autofree char *text = g_strdup_printf (_ ("%s gain %s · %s lose %s · %s unchanged"), n_gain,
                                           gain, n_lose, lose, n_same);

  gtk_label_set_label (self->summary_label, text);
}

void
sz_compare_pane_show (SzComparePane *self, SzCompare *compare)
{
  SzCompare *old = self->compare;

  self->compare = compare;
  if (compare != NULL)
    find_names (self);
  sz_figure_table_set_rows (self->departments, compare != NULL ? compare->departments->len : 0);
  sz_figure_table_set_rows (self->people, compare != NULL ? compare->people->len : 0);
  sz_compare_reasons_show_none (self->reasons, "");
  sz_compare_free (old);
  gtk_widget_set_visible (self->content, compare != NULL);
  if (compare == NULL)
    {
      gtk_label_set_label (self->summary_label, self->runs->len > 0
                                                    ? _ ("Choose the run to compare with.")
                                                    : _ ("There is no other run yet."));
      return;
    }
  show_summary (self);
  select_again (self);
  show_reasons (self);
}

static void
fill_choice (SzComparePane *self, const GArray *heads, gint64 shown, gint64 other)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _ ("Compare with…"));
  for (guint i = heads->len; i > 0; i--)
    {
      const SzPayHead *head = &g_array_index (heads, SzPayHead, i - 1);
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT " · %s", head->run, head->name);

      if (head->run == shown)
        continue;
      gtk_string_list_append (names, name);
      g_array_append_val (self->runs, head->run);
      if (head->run == other)
        selected = self->runs->len;
    }
  gtk_drop_down_set_model (self->other_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->other_choice, selected);
}

void
sz_compare_pane_set_runs (SzComparePane *self, const GArray *heads, gint64 shown)
{
  const gint64 other = sz_compare_pane_get_other (self);
  const gboolean same = shown == self->shown && other == 0 && self->compare != NULL;

  self->filling = TRUE;
  self->shown = shown;
  g_array_set_size (self->runs, 0);
  fill_choice (self, heads, shown, other);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->other_choice), self->runs->len > 0);
  /* What stands beside no other run is the same run today: it stays when runs are read again. */
  if (sz_compare_pane_get_other (self) == 0 && !same)
    sz_compare_pane_show (self, NULL);
}

gint64
sz_compare_pane_get_other (SzComparePane *self)
{
  guint selected = gtk_drop_down_get_selected (self->other_choice);

  return selected > 0 && selected <= self->runs->len
             ? g_array_index (self->runs, gint64, selected - 1)
             : 0;
}

gboolean
sz_compare_pane_copy (SzComparePane *self)
{
  g_return_val_if_fail (SZ_IS_COMPARE_PANE (self), FALSE);

  if (self->compare == NULL)
    return FALSE;
  sz_figure_table_copy (SZ_FIGURE_TABLE (gtk_stack_get_visible_child (self->tables)));
  return TRUE;
}

static void
other_chosen_cb (SzComparePane *self)
{
  if (self->filling)
    return;
  if (sz_compare_pane_get_other (self) == 0)
    sz_compare_pane_show (self, NULL);
  else
    g_signal_emit (self, signals[WANTED], 0);
}

static void
sz_compare_pane_dispose (GObject *object)
{
  SzComparePane *self = SZ_COMPARE_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->compare, sz_compare_free);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_object (&self->finder);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->staff_no, g_free);
  g_clear_pointer (&self->department, g_free);
  G_OBJECT_CLASS (sz_compare_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-compare-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzComparePane, box);
  gtk_widget_class_bind_template_child (widget_class, SzComparePane, content);
  gtk_widget_class_bind_template_child (widget_class, SzComparePane, departments);
  gtk_widget_class_bind_template_child (widget_class, SzComparePane, other_choice);
  gtk_widget_class_bind_template_child (widget_class, SzComparePane, people);
  gtk_widget_class_bind_template_child (widget_class, SzComparePane, reasons);
  gtk_widget_class_bind_template_child (widget_class, SzComparePane, summary_label);
  gtk_widget_class_bind_template_child (widget_class, SzComparePane, switcher);
  gtk_widget_class_bind_template_child (widget_class, SzComparePane, tables);
  gtk_widget_class_bind_template_callback (widget_class, department_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_reasons);
}

static void
sz_compare_pane_class_init (SzComparePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_compare_pane_dispose;
  g_type_ensure (SZ_TYPE_COMPARE_REASONS);
  g_type_ensure (SZ_TYPE_FIGURE_TABLE);
  signals[WANTED] = g_signal_new ("wanted", SZ_TYPE_COMPARE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
set_columns (SzComparePane *self)
{
  const SzFigureColumn departments[]
      = { { .title = _ ("Department"), .width = 120, .expand = TRUE },
          { .title = _ ("People"), .width = 84, .numeric = TRUE, .expand = TRUE },
          { .title = _ ("Before"), .width = 116, .numeric = TRUE, .expand = TRUE },
          { .title = _ ("After"), .width = 116, .numeric = TRUE, .expand = TRUE },
          { .title = _ ("Difference"), .width = 116, .numeric = TRUE, .expand = TRUE } };
  const SzFigureColumn people[] = { { .title = _ ("Staff no."), .width = 76, .code = TRUE },
                                    { .title = _ ("Name"), .width = 72 },
                                    { .title = _ ("Difference"), .width = 104, .numeric = TRUE },
                                    { .title = _ ("Before"), .width = 104, .numeric = TRUE },
                                    { .title = _ ("After"), .width = 104, .numeric = TRUE },
                                    { .title = _ ("Department"), .width = 110, .expand = TRUE } };

  sz_figure_table_set_columns (self->departments, departments, G_N_ELEMENTS (departments));
  sz_figure_table_set_columns (self->people, people, G_N_ELEMENTS (people));
}

static void
sz_compare_pane_init (SzComparePane *self)
{
  self->runs = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->settings = g_settings_new ("org.shizi.Shizi");
  self->finder = sz_people_finder_new ();
  g_signal_connect_object (self->finder, "ready", G_CALLBACK (names_found_cb), self,
                           G_CONNECT_SWAPPED);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  sz_figure_table_set_owner (self->departments, self, write_department_cb, compare_departments_cb);
  sz_figure_table_set_owner (self->people, self, write_person_cb, compare_people_cb);
  set_columns (self);
  sz_figure_table_sort (self->people, PERSON_DIFFERENCE, TRUE);
}
