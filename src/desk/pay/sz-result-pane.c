/* sz-result-pane.c — what a scheme comes to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-result-pane.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-charts-pane.h"
#include "sz-decimal.h"
#include "sz-figure-table.h"
#include "sz-message.h"
#include "sz-people-result.h"

#define STALE_OPACITY 0.45
#define SEPARATOR " · "

enum
{
  DEPARTMENT_NAME,
  DEPARTMENT_PEOPLE,
  DEPARTMENT_AMOUNT,
  DEPARTMENT_MEAN,
  DEPARTMENT_SHARE,
};

enum
{
  OUT_STAFF_NO,
  OUT_NAME,
  OUT_REASON,
};

struct _SzResultPane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *fault_label;
  GtkWidget *fault_box;
  GtkStack *states;
  GtkWidget *body;
  GtkLabel *exact_label;
  GtkLabel *pools_label;
  GtkStack *tabs;
  GtkStackPage *out_page;
  SzFigureTable *departments;
  SzPeopleResult *people;
  SzFigureTable *excluded;
  SzChartsPane *charts;
  SzComparePane *compare;
  GtkStackSwitcher *switcher;

  const SzPayView *view; /* borrowed */
};

enum
{
  PERSON_SELECTED,
  COMPARE_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzResultPane, sz_result_pane, GTK_TYPE_WIDGET)

char *
sz_result_pane_dup_exactness (const SzPayResult *result, gboolean *exact)
{
  SzMoney departments_fen = 0;
  g_autofree char *pool = sz_money_format_grouped (result->pool_fen);
  g_autofree char *reserve = sz_money_format_grouped (result->reserve_fen);
  g_autofree char *departments = NULL;

  for (gsize i = 0; i < result->n_departments; i++)
    departments_fen += result->departments[i].amount_fen;
  departments = sz_money_format_grouped (departments_fen);
  *exact = departments_fen + result->reserve_fen == result->pool_fen;
  /* TRANSLATORS: three amounts and a tick or a cross */
  return g_strdup_printf (_ ("Pool %s = departments %s + reserve %s %s"), pool, departments,
                          reserve, *exact ? "✓" : "✗");
}

/* Lines break between the parts of a sum, never within one. */
static void
keep_together (GtkLabel *label, const char *text, const char *separator)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  const char *start = text;

  while (start != NULL)
    {
      const char *end = strstr (start, separator);
      PangoAttribute *attribute = pango_attr_allow_breaks_new (FALSE);

      attribute->start_index = (guint)(start - text);
      attribute->end_index = end != NULL ? (guint)(end - text) : (guint)strlen (text);
      pango_attr_list_insert (attributes, attribute);
      start = end != NULL ? end + strlen (separator) : NULL;
    }
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

static void
show_exactness (SzResultPane *self)
{
  gboolean exact;
  g_autofree char *text = sz_result_pane_dup_exactness (self->view->result, &exact);

  gtk_label_set_label (self->exact_label, text);
  keep_together (self->exact_label, text, " + ");
  gtk_widget_remove_css_class (GTK_WIDGET (self->exact_label), exact ? "sz-inexact" : "sz-exact");
  gtk_widget_add_css_class (GTK_WIDGET (self->exact_label), exact ? "sz-exact" : "sz-inexact");
}

static void
append_sum (GString *text, const char *name, const SzPaySum *sum)
{
  g_autofree char *amount = sz_money_format_grouped (sum->amount_fen);
  g_autofree char *people = sz_decimal_format_grouped (sum->people, 0);

  if (text->len > 0)
    g_string_append (text, SEPARATOR);
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%s %s (%s person)", "%s %s (%s people)",
                                       sum->people),
                          name, amount, people);
}

static void
show_pools (SzResultPane *self)
{
  const SzScheme *scheme = self->view->scheme;
  const SzPayResult *result = self->view->result;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < scheme->fixed->len; i++)
    append_sum (text, g_array_index (scheme->fixed, SzFixed, i).name, &result->fixed[i]);
  for (guint i = 0; i < scheme->components->len; i++)
    append_sum (text, g_array_index (scheme->components, SzComponent, i).name,
                &result->components[i]);
  if (result->unplaced_fen != 0)
    {
      g_autofree char *unplaced = sz_money_format_grouped (result->unplaced_fen);

      g_string_append_printf (text, "\n");
      g_string_append_printf (
          text, _ ("%s is over the ceiling and nobody can take it: it is in the reserve."),
          unplaced);
    }
  gtk_label_set_label (self->pools_label, text->str);
  keep_together (self->pools_label, text->str, SEPARATOR);
}

static char *
format_quotient (SzWide numerator, SzWide denominator, int decimals, const char *suffix)
{
  gint64 value;
  g_autofree char *text = NULL;

  if (denominator == 0 || !sz_decimal_div_round (numerator, denominator, &value, NULL))
    return g_strdup ("—");
  text = sz_decimal_format_grouped (value, decimals);
  return g_strconcat (text, suffix, NULL);
}

static char *
write_department_cb (gpointer owner, guint row, guint column)
{
  SzResultPane *self = owner;
  const SzPayDepartmentSum *sum = &self->view->result->departments[row];

  switch (column)
    {
    case DEPARTMENT_NAME:
      return g_strdup (*sum->name != '\0' ? sum->name : _ ("(none)"));
    case DEPARTMENT_PEOPLE:
      return sz_decimal_format_grouped (sum->people, 0);
    case DEPARTMENT_AMOUNT:
      return sz_money_format_grouped (sum->amount_fen);
    case DEPARTMENT_MEAN:
      return format_quotient (sum->amount_fen, sum->people, 2, "");
    default:
      return format_quotient ((SzWide)sum->amount_fen * SZ_RATIO_ONE, self->view->result->total_fen,
                              2, " %");
    }
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/* a/b against c/d, exactly. */
static int
compare_means (const SzPayDepartmentSum *a, const SzPayDepartmentSum *b)
{
  SzWide left = (SzWide)a->amount_fen * b->people;
  SzWide right = (SzWide)b->amount_fen * a->people;

  return left < right ? -1 : left > right;
}

static int
compare_departments_cb (gpointer owner, guint a, guint b, guint column)
{
  SzResultPane *self = owner;
  const SzPayDepartmentSum *sum_a = &self->view->result->departments[a];
  const SzPayDepartmentSum *sum_b = &self->view->result->departments[b];

  switch (column)
    {
    case DEPARTMENT_NAME:
      return strcmp (sum_a->name, sum_b->name);
    case DEPARTMENT_PEOPLE:
      return compare_numbers (sum_a->people, sum_b->people);
    case DEPARTMENT_MEAN:
      return compare_means (sum_a, sum_b);
    default:
      return compare_numbers (sum_a->amount_fen, sum_b->amount_fen);
    }
}

static const SzPayPerson *
get_excluded (SzResultPane *self, guint row)
{
  return &self->view->input->people[self->view->result->excluded[row].index];
}

static char *
write_excluded_cb (gpointer owner, guint row, guint column)
{
  SzResultPane *self = owner;
  g_autofree char *code = NULL;

  switch (column)
    {
    case OUT_STAFF_NO:
      return g_strdup (get_excluded (self, row)->staff_no);
    case OUT_NAME:
      return g_strdup (get_excluded (self, row)->name);
    default:
      code = g_strconcat ("pay.out.", sz_pay_reason_word (self->view->result->excluded[row].reason),
                          NULL);
      return sz_message_for_code (code, NULL);
    }
}

static int
compare_excluded_cb (gpointer owner, guint a, guint b, guint column)
{
  SzResultPane *self = owner;

  switch (column)
    {
    case OUT_STAFF_NO:
      return strcmp (get_excluded (self, a)->staff_no, get_excluded (self, b)->staff_no);
    case OUT_NAME:
      return sz_people_result_compare_names (self->people, self->view->result->excluded[a].index,
                                             self->view->result->excluded[b].index);
    default:
      return compare_numbers (self->view->result->excluded[a].reason,
                              self->view->result->excluded[b].reason);
    }
}

static void
name_out_tab (SzResultPane *self)
{
  g_autofree char *people = sz_decimal_format_grouped ((gint64)self->view->result->n_excluded, 0);
  g_autofree char *title = g_strdup_printf (_ ("Out (%s)"), people);

  /* Setting it again would make the switcher anew. */
  if (g_strcmp0 (gtk_stack_page_get_title (self->out_page), title) != 0)
    gtk_stack_page_set_title (self->out_page, title);
}

/* What nobody looks at is not made. */
static void
tab_changed_cb (SzResultPane *self)
{
  const char *tab = gtk_stack_get_visible_child_name (self->tabs);

  if (g_strcmp0 (tab, "charts") == 0)
    sz_charts_pane_show (self->charts, self->view);
  else if (g_strcmp0 (tab, "compare") == 0)
    g_signal_emit (self, signals[COMPARE_WANTED], 0);
}

SzComparePane *
sz_result_pane_get_compare (SzResultPane *self)
{
  g_return_val_if_fail (SZ_IS_RESULT_PANE (self), NULL);

  return self->compare;
}

/* Figures of nobody are all nothing: what is missing is said instead. */
static const char *
find_state (const SzPayView *view)
{
  if (view == NULL)
    return "empty";
  return view->input->n_people == 0 ? "nobody" : "result";
}

void
sz_result_pane_show (SzResultPane *self, const SzPayView *view)
{
  g_return_if_fail (SZ_IS_RESULT_PANE (self));

  self->view = view;
  gtk_widget_hide (self->fault_box);
  gtk_widget_set_opacity (self->body, 1);
  gtk_stack_set_visible_child_name (self->states, find_state (view));
  sz_people_result_show (self->people, view);
  sz_figure_table_set_rows (self->departments,
                            view != NULL ? (guint)view->result->n_departments : 0);
  sz_figure_table_set_rows (self->excluded, view != NULL ? (guint)view->result->n_excluded : 0);
  tab_changed_cb (self);
  if (view == NULL)
    return;
  show_exactness (self);
  show_pools (self);
  name_out_tab (self);
}

void
sz_result_pane_show_faults (SzResultPane *self, const char *text)
{
  g_return_if_fail (SZ_IS_RESULT_PANE (self));

  gtk_label_set_label (self->fault_label, text);
  gtk_widget_show (self->fault_box);
  /* No class of style: that would mean new styles for thousands of cells. */
  gtk_widget_set_opacity (self->body, STALE_OPACITY);
}

/* A tab that has nothing to do with the run is not there; whoever looked at it sees departments. */
void
sz_result_pane_show_life (SzResultPane *self, const SzRunLife *life)
{
  g_return_if_fail (SZ_IS_RESULT_PANE (self));

  for (const SzLifeList *const *list = sz_life_lists (); *list != NULL; list++)
    {
      GtkWidget *pane = gtk_stack_get_child_by_name (self->tabs, (*list)->name);
      const gboolean there = sz_life_list_is_there (*list, life);

      if (!there && g_strcmp0 (gtk_stack_get_visible_child_name (self->tabs), (*list)->name) == 0)
        gtk_stack_set_visible_child_name (self->tabs, "departments");
      sz_life_pane_show (SZ_LIFE_PANE (pane), life);
      gtk_stack_page_set_visible (gtk_stack_get_page (self->tabs, pane), there);
    }
}

SzLifePane *
sz_result_pane_get_list (SzResultPane *self, const char *name)
{
  g_return_val_if_fail (SZ_IS_RESULT_PANE (self), NULL);

  return SZ_LIFE_PANE (gtk_stack_get_child_by_name (self->tabs, name));
}

void
sz_result_pane_set_search (SzResultPane *self, const char *text)
{
  g_return_if_fail (SZ_IS_RESULT_PANE (self));

  sz_people_result_set_search (self->people, text);
  if (text != NULL && *text != '\0')
    gtk_stack_set_visible_child_name (self->tabs, "people");
}

void
sz_result_pane_select_person (SzResultPane *self, const char *staff_no)
{
  g_return_if_fail (SZ_IS_RESULT_PANE (self));

  if (staff_no != NULL)
    gtk_stack_set_visible_child_name (self->tabs, "people");
  sz_people_result_select (self->people, staff_no);
}

const char *
sz_result_pane_get_selected (SzResultPane *self)
{
  g_return_val_if_fail (SZ_IS_RESULT_PANE (self), NULL);

  return sz_people_result_get_selected (self->people);
}

void
sz_result_pane_show_tab (SzResultPane *self, const char *name)
{
  g_return_if_fail (SZ_IS_RESULT_PANE (self));

  gtk_stack_set_visible_child_name (self->tabs, name);
}

void
sz_result_pane_set_brief (SzResultPane *self, gboolean brief)
{
  g_return_if_fail (SZ_IS_RESULT_PANE (self));

  sz_people_result_set_brief (self->people, brief);
}

gboolean
sz_result_pane_copy (SzResultPane *self)
{
  const char *tab = gtk_stack_get_visible_child_name (self->tabs);

  if (g_strcmp0 (tab, "people") == 0)
    sz_people_result_copy (self->people);
  else if (g_strcmp0 (tab, "departments") == 0)
    sz_figure_table_copy (self->departments);
  else if (g_strcmp0 (tab, "out") == 0)
    sz_figure_table_copy (self->excluded);
  else if (g_strcmp0 (tab, "compare") == 0)
    return sz_compare_pane_copy (self->compare);
  else if (SZ_IS_LIFE_PANE (gtk_stack_get_visible_child (self->tabs)))
    sz_life_pane_copy (SZ_LIFE_PANE (gtk_stack_get_visible_child (self->tabs)));
  else
    return FALSE;
  return TRUE;
}

static void
person_selected_cb (SzResultPane *self)
{
  g_signal_emit (self, signals[PERSON_SELECTED], 0, sz_people_result_get_selected (self->people));
}

static void
sz_result_pane_dispose (GObject *object)
{
  g_clear_pointer (&SZ_RESULT_PANE (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_result_pane_parent_class)->dispose (object);
}

static void
sz_result_pane_class_init (SzResultPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_result_pane_dispose;
  g_type_ensure (SZ_TYPE_CHARTS_PANE);
  g_type_ensure (SZ_TYPE_COMPARE_PANE);
  g_type_ensure (SZ_TYPE_FIGURE_TABLE);
  g_type_ensure (SZ_TYPE_PEOPLE_RESULT);
  signals[PERSON_SELECTED]
      = g_signal_new ("person-selected", SZ_TYPE_RESULT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COMPARE_WANTED] = g_signal_new ("compare-wanted", SZ_TYPE_RESULT_PANE, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-result-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, body);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, box);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, charts);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, compare);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, departments);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, exact_label);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, excluded);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, fault_box);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, fault_label);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, out_page);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, people);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, pools_label);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, states);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, switcher);
  gtk_widget_class_bind_template_child (widget_class, SzResultPane, tabs);
  gtk_widget_class_bind_template_callback (widget_class, person_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, tab_changed_cb);
}

static void
sz_result_pane_init (SzResultPane *self)
{
  /* All expand: a figure stays near the name it belongs to, however wide the window. */
  const SzFigureColumn department_columns[]
      = { { .title = _ ("Department"), .width = 150, .expand = TRUE },
          { .title = _ ("People"), .width = 70, .numeric = TRUE, .expand = TRUE },
          { .title = _ ("Amount"), .width = 124, .numeric = TRUE, .expand = TRUE },
          { .title = _ ("Mean"), .width = 104, .numeric = TRUE, .expand = TRUE },
          { .title = _ ("Share"), .width = 80, .numeric = TRUE, .expand = TRUE } };
  const SzFigureColumn out_columns[] = { { .title = _ ("Staff no."), .width = 76, .code = TRUE },
                                         { .title = _ ("Name"), .width = 80 },
                                         { .title = _ ("Why"), .width = 240, .expand = TRUE } };

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Tabs as wide as their words: five of them beside the explanation of one person. */
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self->switcher))),
                                  FALSE);
  for (const SzLifeList *const *list = sz_life_lists (); *list != NULL; list++)
    {
      GtkWidget *pane = sz_life_pane_new (*list);

      gtk_stack_add_titled (self->tabs, pane, (*list)->name, _ ((*list)->title));
      gtk_stack_page_set_visible (gtk_stack_get_page (self->tabs, pane), FALSE);
    }
  sz_figure_table_set_owner (self->departments, self, write_department_cb, compare_departments_cb);
  sz_figure_table_set_columns (self->departments, department_columns,
                               G_N_ELEMENTS (department_columns));
  sz_figure_table_set_owner (self->excluded, self, write_excluded_cb, compare_excluded_cb);
  sz_figure_table_set_columns (self->excluded, out_columns, G_N_ELEMENTS (out_columns));
}
