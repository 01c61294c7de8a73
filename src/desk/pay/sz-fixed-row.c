/* sz-fixed-row.c — one fixed allowance of a scheme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-fixed-row.h"

#include "sz-scheme-field.h"

struct _SzFixedRow
{
  GtkBox parent_instance;

  /* Template widgets */
  SzSchemeField *name_field;
  SzSchemeField *role_field;
  SzSchemeField *amount_field;
  GtkWidget *remove_button;
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzFixedRow, sz_fixed_row, GTK_TYPE_BOX)

static void
field_changed_cb (SzFixedRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_clicked_cb (SzFixedRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

void
sz_fixed_row_set_index (SzFixedRow *self, guint index)
{
  g_autofree char *name = g_strdup_printf ("fixed[%u].name", index);
  g_autofree char *role = g_strdup_printf ("fixed[%u].role", index);
  g_autofree char *amount = g_strdup_printf ("fixed[%u].amount", index);

  g_return_if_fail (SZ_IS_FIXED_ROW (self));

  sz_scheme_field_set_place (self->name_field, name);
  sz_scheme_field_set_place (self->role_field, role);
  sz_scheme_field_set_place (self->amount_field, amount);
  sz_scheme_field_set_caption_visible (self->name_field, index == 0);
  sz_scheme_field_set_caption_visible (self->role_field, index == 0);
  sz_scheme_field_set_caption_visible (self->amount_field, index == 0);
  gtk_widget_set_margin_top (self->remove_button, index == 0 ? 18 : 0);
}

void
sz_fixed_row_show (SzFixedRow *self, const SzFixed *fixed)
{
  g_return_if_fail (SZ_IS_FIXED_ROW (self) && fixed != NULL);

  sz_scheme_field_show_text (self->name_field, fixed->name);
  sz_scheme_field_show_text (self->role_field, fixed->role);
  sz_scheme_field_show_number (self->amount_field, fixed->amount_fen);
}

void
sz_fixed_row_read (SzFixedRow *self, SzFixed *fixed, SzIssueList *issues)
{
  g_return_if_fail (SZ_IS_FIXED_ROW (self) && fixed != NULL);

  fixed->name = sz_scheme_field_dup_text (self->name_field);
  fixed->role = sz_scheme_field_dup_text (self->role_field);
  sz_scheme_field_read_number (self->amount_field, issues, &fixed->amount_fen);
}

static void
sz_fixed_row_class_init (SzFixedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SZ_TYPE_SCHEME_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shizi/Shizi/ui/sz-fixed-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SzFixedRow, amount_field);
  gtk_widget_class_bind_template_child (widget_class, SzFixedRow, name_field);
  gtk_widget_class_bind_template_child (widget_class, SzFixedRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, SzFixedRow, role_field);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_FIXED_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", SZ_TYPE_FIXED_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
sz_fixed_row_init (SzFixedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
sz_fixed_row_new (void)
{
  return g_object_new (SZ_TYPE_FIXED_ROW, NULL);
}
