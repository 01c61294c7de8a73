/* sz-scheme-pane.c — name, period, pool, reserve and month rule of a scheme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme-pane.h"

#include "sz-fault-label.h"
#include "sz-scheme-field.h"

struct _SzSchemePane
{
  SzSchemeSection parent_instance;

  /* Template widgets */
  SzSchemeField *name_field;
  SzSchemeField *from_field;
  SzSchemeField *to_field;
  SzSchemeField *pool_field;
  SzSchemeField *reserve_field;
  GtkDropDown *months_choice;
};

G_DEFINE_FINAL_TYPE (SzSchemePane, sz_scheme_pane, SZ_TYPE_SCHEME_SECTION)

static void
sz_scheme_pane_show (SzSchemeSection *section, const SzScheme *scheme)
{
  SzSchemePane *self = SZ_SCHEME_PANE (section);

  sz_scheme_field_show_text (self->name_field, scheme->name);
  sz_scheme_field_show_date (self->from_field, scheme->from);
  sz_scheme_field_show_date (self->to_field, scheme->to);
  sz_scheme_field_show_number (self->pool_field, scheme->pool_fen);
  sz_scheme_field_show_number (self->reserve_field, scheme->reserve_ratio_x1e4);
  gtk_drop_down_set_selected (self->months_choice, scheme->month_rule);
}

static void
sz_scheme_pane_read (SzSchemeSection *section, SzScheme *scheme, SzIssueList *issues)
{
  SzSchemePane *self = SZ_SCHEME_PANE (section);

  g_free (scheme->name);
  scheme->name = sz_scheme_field_dup_text (self->name_field);
  sz_scheme_field_read_date (self->from_field, issues, &scheme->from);
  sz_scheme_field_read_date (self->to_field, issues, &scheme->to);
  sz_scheme_field_read_number (self->pool_field, issues, &scheme->pool_fen);
  sz_scheme_field_read_number (self->reserve_field, issues, &scheme->reserve_ratio_x1e4);
  scheme->month_rule = (SzMonthRule)gtk_drop_down_get_selected (self->months_choice);
}

static gboolean
sz_scheme_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SZ_SCHEME_PANE (widget)->pool_field));
}

static void
sz_scheme_pane_class_init (SzSchemePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SZ_SCHEME_SECTION_CLASS (klass)->show = sz_scheme_pane_show;
  SZ_SCHEME_SECTION_CLASS (klass)->read = sz_scheme_pane_read;
  widget_class->grab_focus = sz_scheme_pane_grab_focus;
  g_type_ensure (SZ_TYPE_SCHEME_FIELD);
  g_type_ensure (SZ_TYPE_FAULT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-scheme-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzSchemePane, from_field);
  gtk_widget_class_bind_template_child (widget_class, SzSchemePane, months_choice);
  gtk_widget_class_bind_template_child (widget_class, SzSchemePane, name_field);
  gtk_widget_class_bind_template_child (widget_class, SzSchemePane, pool_field);
  gtk_widget_class_bind_template_child (widget_class, SzSchemePane, reserve_field);
  gtk_widget_class_bind_template_child (widget_class, SzSchemePane, to_field);
  gtk_widget_class_bind_template_callback (widget_class, sz_scheme_section_changed);
}

static void
sz_scheme_pane_init (SzSchemePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
