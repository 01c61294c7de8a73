/* sz-limits-pane.c — ceiling and floor of a scheme (RULE pay-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-limits-pane.h"

#include "sz-fault-label.h"
#include "sz-scheme-field.h"

/* The choices of the templates, in their order. */
enum
{
  LIMIT_NONE,
  LIMIT_MULTIPLE,
  LIMIT_AMOUNT,
};

struct _SzLimitsPane
{
  SzSchemeSection parent_instance;

  /* Template widgets */
  GtkDropDown *ceiling_choice;
  SzSchemeField *ceiling_multiple_field;
  SzSchemeField *ceiling_amount_field;
  GtkDropDown *floor_choice;
  SzSchemeField *floor_multiple_field;
  SzSchemeField *floor_amount_field;
};

G_DEFINE_FINAL_TYPE (SzLimitsPane, sz_limits_pane, SZ_TYPE_SCHEME_SECTION)

static void
show_fields (GtkDropDown *choice, SzSchemeField *multiple, SzSchemeField *amount)
{
  guint chosen = gtk_drop_down_get_selected (choice);

  gtk_widget_set_visible (GTK_WIDGET (multiple), chosen == LIMIT_MULTIPLE);
  gtk_widget_set_visible (GTK_WIDGET (amount), chosen == LIMIT_AMOUNT);
}

static void
choice_changed_cb (SzLimitsPane *self)
{
  show_fields (self->ceiling_choice, self->ceiling_multiple_field, self->ceiling_amount_field);
  show_fields (self->floor_choice, self->floor_multiple_field, self->floor_amount_field);
  sz_scheme_section_changed (SZ_SCHEME_SECTION (self));
}

static void
show_limit (const SzLimit *limit,
            GtkDropDown *choice,
            SzSchemeField *multiple,
            SzSchemeField *amount,
            gint64 usual_x1e4)
{
  gtk_drop_down_set_selected (choice, !limit->set
                                          ? LIMIT_NONE
                                          : (limit->by_multiple ? LIMIT_MULTIPLE : LIMIT_AMOUNT));
  sz_scheme_field_show_number (multiple, limit->by_multiple ? limit->multiple_x1e4 : usual_x1e4);
  if (limit->set && !limit->by_multiple)
    sz_scheme_field_show_number (amount, limit->amount_fen);
  else
    sz_scheme_field_show_text (amount, "");
  show_fields (choice, multiple, amount);
}

static void
sz_limits_pane_show (SzSchemeSection *section, const SzScheme *scheme)
{
  SzLimitsPane *self = SZ_LIMITS_PANE (section);

  show_limit (&scheme->ceiling, self->ceiling_choice, self->ceiling_multiple_field,
              self->ceiling_amount_field, 2 * SZ_RATIO_ONE);
  show_limit (&scheme->floor, self->floor_choice, self->floor_multiple_field,
              self->floor_amount_field, SZ_RATIO_ONE / 2);
}

static void
read_limit (SzLimit *limit,
            GtkDropDown *choice,
            SzSchemeField *multiple,
            SzSchemeField *amount,
            SzIssueList *issues)
{
  guint chosen = gtk_drop_down_get_selected (choice);

  *limit = (SzLimit){ .set = chosen != LIMIT_NONE, .by_multiple = chosen == LIMIT_MULTIPLE };
  if (chosen == LIMIT_MULTIPLE)
    sz_scheme_field_read_number (multiple, issues, &limit->multiple_x1e4);
  else if (chosen == LIMIT_AMOUNT)
    sz_scheme_field_read_number (amount, issues, &limit->amount_fen);
}

static void
sz_limits_pane_read (SzSchemeSection *section, SzScheme *scheme, SzIssueList *issues)
{
  SzLimitsPane *self = SZ_LIMITS_PANE (section);

  read_limit (&scheme->ceiling, self->ceiling_choice, self->ceiling_multiple_field,
              self->ceiling_amount_field, issues);
  read_limit (&scheme->floor, self->floor_choice, self->floor_multiple_field,
              self->floor_amount_field, issues);
}

static void
sz_limits_pane_class_init (SzLimitsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SZ_SCHEME_SECTION_CLASS (klass)->show = sz_limits_pane_show;
  SZ_SCHEME_SECTION_CLASS (klass)->read = sz_limits_pane_read;
  g_type_ensure (SZ_TYPE_SCHEME_FIELD);
  g_type_ensure (SZ_TYPE_FAULT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-limits-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzLimitsPane, ceiling_amount_field);
  gtk_widget_class_bind_template_child (widget_class, SzLimitsPane, ceiling_choice);
  gtk_widget_class_bind_template_child (widget_class, SzLimitsPane, ceiling_multiple_field);
  gtk_widget_class_bind_template_child (widget_class, SzLimitsPane, floor_amount_field);
  gtk_widget_class_bind_template_child (widget_class, SzLimitsPane, floor_choice);
  gtk_widget_class_bind_template_child (widget_class, SzLimitsPane, floor_multiple_field);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sz_scheme_section_changed);
}

static void
sz_limits_pane_init (SzLimitsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
