/* sz-details-pane.c — beside a list: the name of one row and its fields
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-details-pane.h"

struct _SzDetailsPane
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkStack *stack;
  GtkLabel *nothing;
  GtkLabel *name_label;
  GtkLabel *line_label;
  SzFieldList *fields;
};

G_DEFINE_FINAL_TYPE (SzDetailsPane, sz_details_pane, ADW_TYPE_BIN)

void
sz_details_pane_show (SzDetailsPane *self,
                      const char *name,
                      const char *line,
                      const GPtrArray *fields)
{
  g_return_if_fail (SZ_IS_DETAILS_PANE (self) && fields != NULL);
  gtk_label_set_label (self->name_label, name != NULL ? name : "");
  gtk_label_set_label (self->line_label, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (self->line_label), line != NULL && *line != '\0');
  sz_field_list_show (self->fields, fields);
  gtk_stack_set_visible_child_name (self->stack, "fields");
}

void
sz_details_pane_show_nothing (SzDetailsPane *self, const char *text)
{
  g_return_if_fail (SZ_IS_DETAILS_PANE (self) && text != NULL);
  gtk_label_set_label (self->nothing, text);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

static void
sz_details_pane_class_init (SzDetailsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SZ_TYPE_FIELD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-details-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzDetailsPane, fields);
  gtk_widget_class_bind_template_child (widget_class, SzDetailsPane, line_label);
  gtk_widget_class_bind_template_child (widget_class, SzDetailsPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, SzDetailsPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, SzDetailsPane, stack);
}

static void
sz_details_pane_init (SzDetailsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SzDetailsPane *
sz_details_pane_new (void)
{
  return g_object_new (SZ_TYPE_DETAILS_PANE, NULL);
}
