/* sz-compare-reasons.c — what moved the amount of a person or of a department between two runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-compare-reasons.h"

#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-figure-table.h"
#include "sz-message.h"

enum
{
  REASON_CAUSE,
  REASON_PART,
  REASON_BEFORE,
  REASON_AFTER,
  REASON_EFFECT,
};

enum
{
  SUM_CAUSE,
  SUM_PART,
  SUM_PEOPLE,
  SUM_EFFECT,
};

struct _SzCompareReasons
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label;
  SzFigureTable *table;
  GArray *why;  /* of SzCompareReason, of a person */
  GArray *sums; /* of SzCompareSum, of a department */
};

G_DEFINE_FINAL_TYPE (SzCompareReasons, sz_compare_reasons, GTK_TYPE_WIDGET)

char *
sz_compare_dup_difference (SzMoney amount_fen)
{
  g_autofree char *text = sz_money_format_grouped (amount_fen);

  return amount_fen > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

static char *
write_reason (SzCompareReasons *self, guint row, guint column)
{
  const SzCompareReason *reason = &g_array_index (self->why, SzCompareReason, row);

  switch (column)
    {
    case REASON_CAUSE:
      return g_strdup (sz_compare_cause_phrase (reason->cause));
    case REASON_PART:
      return reason->factor != NULL && *reason->factor != '\0'
                 ? g_strdup_printf ("%s · %s", reason->part, reason->factor)
                 : g_strdup (reason->part);
    case REASON_BEFORE:
      return g_strdup (reason->cause != SZ_CAUSE_ENTERED ? reason->before : "—");
    case REASON_AFTER:
      return g_strdup (reason->cause != SZ_CAUSE_LEFT ? reason->after : "—");
    default:
      /* A factor's effect is within that of the points. */
      return reason->cause == SZ_CAUSE_FACTOR ? NULL
                                              : sz_compare_dup_difference (reason->effect_fen);
    }
}

static char *
write_sum (SzCompareReasons *self, guint row, guint column)
{
  const SzCompareSum *sum = &g_array_index (self->sums, SzCompareSum, row);

  switch (column)
    {
    case SUM_CAUSE:
      return g_strdup (sz_compare_cause_phrase (sum->cause));
    case SUM_PART:
      return g_strdup (sum->part);
    case SUM_PEOPLE:
      return sz_decimal_format_grouped (sum->people, 0);
    default:
      return sz_compare_dup_difference (sum->effect_fen);
    }
}

static char *
write_reason_cb (gpointer owner, guint row, guint column)
{
  SzCompareReasons *self = owner;

  return self->sums != NULL ? write_sum (self, row, column) : write_reason (self, row, column);
}

static void
set_reason_columns (SzCompareReasons *self)
{
  const SzFigureColumn of_person[] = { { .title = _ ("What moved"), .width = 150, .expand = TRUE },
                                       { .title = _ ("Of"), .width = 140 },
                                       { .title = _ ("Before"), .width = 104, .numeric = TRUE },
                                       { .title = _ ("After"), .width = 104, .numeric = TRUE },
                                       { .title = _ ("Effect"), .width = 104, .numeric = TRUE } };
  const SzFigureColumn of_department[]
      = { { .title = _ ("What moved"), .width = 150, .expand = TRUE },
          { .title = _ ("Of"), .width = 140 },
          { .title = _ ("People"), .width = 84, .numeric = TRUE },
          { .title = _ ("Effect"), .width = 116, .numeric = TRUE } };

  if (self->sums != NULL)
    sz_figure_table_set_columns (self->table, of_department, G_N_ELEMENTS (of_department));
  else
    sz_figure_table_set_columns (self->table, of_person, G_N_ELEMENTS (of_person));
}

static void
clear_reasons (SzCompareReasons *self)
{
  sz_figure_table_set_rows (self->table, 0);
  g_clear_pointer (&self->why, g_array_unref);
  g_clear_pointer (&self->sums, g_array_unref);
}

/* RULE pay-7: who is in one run only is told why from the other one's word. */
static char *
dup_absence (const GArray *reasons)
{
  const SzCompareReason *first
      = reasons->len > 0 ? &g_array_index (reasons, SzCompareReason, 0) : NULL;
  const char *word = NULL;
  g_autofree char *code = NULL;

  if (first != NULL && first->cause == SZ_CAUSE_ENTERED)
    word = first->before;
  else if (first != NULL && first->cause == SZ_CAUSE_LEFT)
    word = first->after;
  if (word == NULL || *word == '\0')
    return NULL;
  code = g_strconcat ("pay.out.", word, NULL);
  return sz_message_for_code (code, NULL);
}

void
sz_compare_reasons_show_person (SzCompareReasons *self,
                                const SzCompare *compare,
                                const SzComparePerson *person)
{
  g_autofree char *difference = sz_compare_dup_difference (person->difference_fen);
  g_autofree char *absence = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SZ_IS_COMPARE_REASONS (self));

  clear_reasons (self);
  self->why = sz_compare_why (compare, person);
  absence = dup_absence (self->why);
  text = g_strdup_printf ("%s (%s): %s%s%s", person->name, person->staff_no, difference,
                          absence != NULL ? "\n" : "", absence != NULL ? absence : "");
  gtk_label_set_label (self->label, text);
  set_reason_columns (self);
  sz_figure_table_set_rows (self->table, self->why->len);
}

void
sz_compare_reasons_show_department (SzCompareReasons *self,
                                    const SzCompare *compare,
                                    const SzCompareDepartment *department)
{
  g_autofree char *difference = sz_compare_dup_difference (department->difference_fen);
  g_autofree char *text
      = g_strdup_printf ("%s: %s", *department->name != '\0' ? department->name : _ ("(none)"),
                         difference);

  g_return_if_fail (SZ_IS_COMPARE_REASONS (self));

  clear_reasons (self);
  self->sums = sz_compare_why_department (compare, department);
  gtk_label_set_label (self->label, text);
  set_reason_columns (self);
  sz_figure_table_set_rows (self->table, self->sums->len);
}

void
sz_compare_reasons_show_none (SzCompareReasons *self, const char *text)
{
  clear_reasons (self);
  gtk_label_set_label (self->label, text);
}

static void
sz_compare_reasons_dispose (GObject *object)
{
  SzCompareReasons *self = SZ_COMPARE_REASONS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->why, g_array_unref);
  g_clear_pointer (&self->sums, g_array_unref);
  G_OBJECT_CLASS (sz_compare_reasons_parent_class)->dispose (object);
}

static void
sz_compare_reasons_class_init (SzCompareReasonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_compare_reasons_dispose;
  g_type_ensure (SZ_TYPE_FIGURE_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-compare-reasons.ui");
  gtk_widget_class_bind_template_child (widget_class, SzCompareReasons, box);
  gtk_widget_class_bind_template_child (widget_class, SzCompareReasons, label);
  gtk_widget_class_bind_template_child (widget_class, SzCompareReasons, table);
}

static void
sz_compare_reasons_init (SzCompareReasons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sz_figure_table_set_owner (self->table, self, write_reason_cb, NULL);
  set_reason_columns (self);
}
