/* sz-levels-pane.c — two levels, leave months, account and tax of a scheme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-levels-pane.h"

#include <glib/gi18n.h>

#include "sz-coefficient-grid.h"
#include "sz-fault-label.h"
#include "sz-leave-button.h"
#include "sz-scheme-field.h"

/* Names of components in the field are separated by any of these; a blank may be part of one. */
#define SEPARATORS "\\s*[、，,;；]\\s*"

/* The accounts of the template, in their order (RULE pay-18). */
static const SzAccount accounts[] = { SZ_ACCOUNT_INCENTIVE, SZ_ACCOUNT_BASIC, SZ_ACCOUNT_X3 };

struct _SzLevelsPane
{
  SzSchemeSection parent_instance;

  /* Template widgets */
  GtkDropDown *levels_choice; /* one level, then the ways of SzLevelsBy */
  SzSchemeField *components_field;
  GtkWidget *weights_box;
  GtkEditable *department_entry;
  GtkLabel *sum_label;
  SzLeaveButton *leave_button;
  GtkDropDown *account_choice;
  GtkDropDown *tax_choice;

  SzCoefficientGrid *weights; /* borrowed */
};

G_DEFINE_FINAL_TYPE (SzLevelsPane, sz_levels_pane, SZ_TYPE_SCHEME_SECTION)

static GHashTable *
read_weights (SzLevelsPane *self, SzIssueList *issues)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  sz_coefficient_grid_read (self->weights, table, issues);
  return table;
}

/* Any sum does (RULE pay-8); whoever means shares sees whether they make up a whole. */
static void
show_sum (SzLevelsPane *self)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GHashTable) table = read_weights (self, issues);
  g_autofree char *figure = NULL;
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer weight;
  gint64 sum = 0;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &weight))
    {
      if (__builtin_add_overflow (sum, *(gint64 *)weight, &sum))
        break;
    }
  figure = sz_decimal_format (sum, SZ_RATIO_DECIMALS);
  text = g_strdup_printf (_ ("Sum of the weights: %s"), figure);
  gtk_label_set_label (self->sum_label, text);
}

static void
show_parts (SzLevelsPane *self)
{
  guint chosen = gtk_drop_down_get_selected (self->levels_choice);

  gtk_widget_set_visible (GTK_WIDGET (self->components_field), chosen > 0);
  gtk_widget_set_visible (self->weights_box, chosen == 1 + SZ_LEVELS_FIXED);
}

static void
levels_chosen_cb (SzLevelsPane *self)
{
  show_parts (self);
  sz_scheme_section_changed (SZ_SCHEME_SECTION (self));
}

static void
weights_changed_cb (SzLevelsPane *self)
{
  show_sum (self);
  sz_scheme_section_changed (SZ_SCHEME_SECTION (self));
}

static void
department_added_cb (SzLevelsPane *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->department_entry)));

  if (*name == '\0')
    return;
  sz_coefficient_grid_add (self->weights, name);
  gtk_editable_set_text (self->department_entry, "");
}

static guint
find_account (SzAccount account)
{
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      if (accounts[i] == account)
        return i;
    }
  return 0;
}

static void
sz_levels_pane_show (SzSchemeSection *section, const SzScheme *scheme)
{
  SzLevelsPane *self = SZ_LEVELS_PANE (section);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; scheme->levels_components != NULL && i < scheme->levels_components->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                            (const char *)g_ptr_array_index (scheme->levels_components, i));
  gtk_drop_down_set_selected (self->levels_choice,
                              scheme->two_levels ? 1 + (guint)scheme->levels_by : 0);
  sz_scheme_field_show_text (self->components_field, names->str);
  sz_coefficient_grid_show (self->weights, scheme->levels_weights);
  sz_leave_button_show (self->leave_button, scheme->leave_kinds);
  gtk_drop_down_set_selected (self->account_choice, find_account (scheme->account));
  gtk_drop_down_set_selected (self->tax_choice, scheme->tax);
  show_parts (self);
  show_sum (self);
}

/* Nothing named is everything. */
static GPtrArray *
read_components (SzLevelsPane *self)
{
  g_autofree char *text = sz_scheme_field_dup_text (self->components_field);
  g_auto (GStrv) names = g_regex_split_simple (SEPARATORS, text, 0, 0);
  g_autoptr (GPtrArray) set = g_ptr_array_new_with_free_func (g_free);

  for (char **name = names; *name != NULL; name++)
    {
      if (**name != '\0')
        g_ptr_array_add (set, g_strdup (*name));
    }
  return set->len > 0 ? g_steal_pointer (&set) : NULL;
}

static void
sz_levels_pane_read (SzSchemeSection *section, SzScheme *scheme, SzIssueList *issues)
{
  SzLevelsPane *self = SZ_LEVELS_PANE (section);
  guint chosen = gtk_drop_down_get_selected (self->levels_choice);

  scheme->two_levels = chosen > 0;
  if (scheme->two_levels)
    {
      scheme->levels_by = (SzLevelsBy)(chosen - 1);
      g_clear_pointer (&scheme->levels_components, g_ptr_array_unref);
      scheme->levels_components = read_components (self);
    }
  /* What is hidden is not meant. */
  if (scheme->two_levels && scheme->levels_by == SZ_LEVELS_FIXED)
    sz_coefficient_grid_read (self->weights, scheme->levels_weights, issues);
  scheme->leave_kinds = sz_leave_button_read (self->leave_button);
  scheme->account = accounts[gtk_drop_down_get_selected (self->account_choice)];
  scheme->tax = (SzSchemeTax)gtk_drop_down_get_selected (self->tax_choice);
}

static void
sz_levels_pane_class_init (SzLevelsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SZ_SCHEME_SECTION_CLASS (klass)->show = sz_levels_pane_show;
  SZ_SCHEME_SECTION_CLASS (klass)->read = sz_levels_pane_read;
  g_type_ensure (SZ_TYPE_FAULT_LABEL);
  g_type_ensure (SZ_TYPE_LEAVE_BUTTON);
  g_type_ensure (SZ_TYPE_SCHEME_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-levels-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzLevelsPane, account_choice);
  gtk_widget_class_bind_template_child (widget_class, SzLevelsPane, components_field);
  gtk_widget_class_bind_template_child (widget_class, SzLevelsPane, department_entry);
  gtk_widget_class_bind_template_child (widget_class, SzLevelsPane, leave_button);
  gtk_widget_class_bind_template_child (widget_class, SzLevelsPane, levels_choice);
  gtk_widget_class_bind_template_child (widget_class, SzLevelsPane, sum_label);
  gtk_widget_class_bind_template_child (widget_class, SzLevelsPane, tax_choice);
  gtk_widget_class_bind_template_child (widget_class, SzLevelsPane, weights_box);
  gtk_widget_class_bind_template_callback (widget_class, department_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, levels_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, sz_scheme_section_changed);
}

static void
sz_levels_pane_init (SzLevelsPane *self)
{
  GtkWidget *grid = sz_coefficient_grid_new ("levels.weights");

  gtk_widget_init_template (GTK_WIDGET (self));
  self->weights = SZ_COEFFICIENT_GRID (grid);
  gtk_box_prepend (GTK_BOX (self->weights_box), grid);
  g_signal_connect_swapped (grid, "changed", G_CALLBACK (weights_changed_cb), self);
}
