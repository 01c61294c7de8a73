/* sz-component-row.c — one component of a scheme: its share, its factors, who takes part
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-component-row.h"

#include "sz-factor-button.h"
#include "sz-fault-label.h"
#include "sz-filter-button.h"
#include "sz-scheme-field.h"

struct _SzComponentRow
{
  GtkBox parent_instance;

  /* Template widgets */
  SzSchemeField *name_field;
  SzSchemeField *ratio_field;
  GtkCheckButton *rest_check;
  SzFactorButton *factors;
  SzFilterButton *filter;
  SzFaultLabel *fault;
  GtkWidget *remove_button;

  gboolean showing;
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzComponentRow, sz_component_row, GTK_TYPE_BOX)

static void
changed_cb (SzComponentRow *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* Of several rows each button says which component is meant. */
static void
name_changed_cb (SzComponentRow *self)
{
  g_autofree char *name = sz_scheme_field_dup_text (self->name_field);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  sz_value_button_set_subject (SZ_VALUE_BUTTON (self->factors), name);
  sz_value_button_set_subject (SZ_VALUE_BUTTON (self->filter), name);
}

static void
remove_clicked_cb (SzComponentRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

/* The first row names the fields of all. */
static void
show_captions (SzComponentRow *self, gboolean shown)
{
  sz_scheme_field_set_caption_visible (self->name_field, shown);
  sz_scheme_field_set_caption_visible (self->ratio_field, shown);
  gtk_widget_set_margin_top (GTK_WIDGET (self->rest_check), shown ? 18 : 0);
  gtk_widget_set_margin_top (self->remove_button, shown ? 18 : 0);
}

void
sz_component_row_set_index (SzComponentRow *self, guint index)
{
  g_autofree char *place = g_strdup_printf ("components[%u]", index);
  g_autofree char *name = g_strconcat (place, ".name", NULL);
  g_autofree char *ratio = g_strconcat (place, ".ratio", NULL);

  g_return_if_fail (SZ_IS_COMPONENT_ROW (self));

  sz_scheme_field_set_place (self->name_field, name);
  sz_scheme_field_set_place (self->ratio_field, ratio);
  sz_factor_button_set_place (self->factors, place);
  sz_fault_label_set_place (self->fault, place);
  show_captions (self, index == 0);
}

void
sz_component_row_show (SzComponentRow *self, const SzComponent *component)
{
  g_return_if_fail (SZ_IS_COMPONENT_ROW (self) && component != NULL);

  self->showing = TRUE;
  sz_scheme_field_show_text (self->name_field, component->name);
  gtk_check_button_set_active (self->rest_check, component->rest);
  if (component->rest)
    sz_scheme_field_show_text (self->ratio_field, "");
  else
    sz_scheme_field_show_number (self->ratio_field, component->ratio_x1e4);
  sz_factor_button_show (self->factors, component->factors);
  sz_filter_button_show (self->filter, &component->filter);
  name_changed_cb (self);
  self->showing = FALSE;
}

void
sz_component_row_read (SzComponentRow *self, SzComponent *component, SzIssueList *issues)
{
  g_autofree char *name = sz_scheme_field_dup_text (self->name_field);

  sz_component_init (component, name);
  component->rest = gtk_check_button_get_active (self->rest_check);
  if (!component->rest)
    sz_scheme_field_read_number (self->ratio_field, issues, &component->ratio_x1e4);
  sz_factor_button_read (self->factors, component->factors, issues);
  sz_filter_button_read (self->filter, &component->filter);
}

static void
sz_component_row_class_init (SzComponentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SZ_TYPE_FACTOR_BUTTON);
  g_type_ensure (SZ_TYPE_FAULT_LABEL);
  g_type_ensure (SZ_TYPE_FILTER_BUTTON);
  g_type_ensure (SZ_TYPE_SCHEME_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-component-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SzComponentRow, factors);
  gtk_widget_class_bind_template_child (widget_class, SzComponentRow, fault);
  gtk_widget_class_bind_template_child (widget_class, SzComponentRow, filter);
  gtk_widget_class_bind_template_child (widget_class, SzComponentRow, name_field);
  gtk_widget_class_bind_template_child (widget_class, SzComponentRow, ratio_field);
  gtk_widget_class_bind_template_child (widget_class, SzComponentRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, SzComponentRow, rest_check);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_COMPONENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", SZ_TYPE_COMPONENT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
sz_component_row_init (SzComponentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->rest_check, "active", self->ratio_field, "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (self->name_field, "changed", G_CALLBACK (name_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
sz_component_row_new (void)
{
  return g_object_new (SZ_TYPE_COMPONENT_ROW, NULL);
}
