/* sz-import-preview-pane.c — step 4: what would be changed, old → new
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-preview-pane.h"

#include <glib/gi18n.h>

#include "sz-figure-table.h"

struct _SzImportPreviewPane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *summary;
  GtkStack *stack;
  SzFigureTable *table;

  SzImportOutcome *outcome;
};

enum
{
  COLUMN_ROW,
  COLUMN_KEY,
  COLUMN_FIELD,
  COLUMN_BEFORE,
  COLUMN_AFTER,
};

G_DEFINE_FINAL_TYPE (SzImportPreviewPane, sz_import_preview_pane, GTK_TYPE_WIDGET)

static const SzImportChange *
get_change (SzImportPreviewPane *self, guint row)
{
  return g_ptr_array_index (self->outcome->result->changes, row);
}

static char *
write_cell_cb (gpointer owner, guint row, guint column)
{
  const SzImportChange *change = get_change (owner, row);

  switch (column)
    {
    case COLUMN_ROW:
      return g_strdup_printf ("%u", change->row);
    case COLUMN_KEY:
      return g_strdup (change->key);
    case COLUMN_FIELD:
      return g_strdup (change->field);
    case COLUMN_BEFORE:
      return g_strdup (change->before != NULL && *change->before != '\0' ? change->before : "—");
    case COLUMN_AFTER:
    default:
      return g_strconcat ("→ ", change->after, NULL);
    }
}

static int
compare_cb (gpointer owner, guint a, guint b, guint column)
{
  const SzImportChange *left = get_change (owner, a);
  const SzImportChange *right = get_change (owner, b);

  switch (column)
    {
    case COLUMN_ROW:
      return left->row < right->row ? -1 : left->row > right->row;
    case COLUMN_KEY:
      return g_strcmp0 (left->key, right->key);
    case COLUMN_FIELD:
      return g_strcmp0 (left->field, right->field);
    case COLUMN_BEFORE:
      return g_strcmp0 (left->before, right->before);
    case COLUMN_AFTER:
    default:
      return g_strcmp0 (left->after, right->after);
    }
}

static void
set_columns (SzImportPreviewPane *self)
{
  const SzFigureColumn columns[] = {
    { _ ("Row"), 64, TRUE, FALSE, FALSE },     { _ ("Staff no."), 110, FALSE, TRUE, FALSE },
    { _ ("Field"), 150, FALSE, FALSE, FALSE }, { _ ("Old"), 260, FALSE, TRUE, FALSE },
    { _ ("New"), 280, FALSE, TRUE, TRUE },
  };

  sz_figure_table_set_columns (self->table, columns, G_N_ELEMENTS (columns));
}

static char *
summarise (const SzImportResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%d new row is added",
                                       "%d new rows are added", (gulong)result->inserted),
                          (int)result->inserted);
  g_string_append (text, " · ");
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%d row is changed", "%d rows are changed",
                                       (gulong)result->updated),
                          (int)result->updated);
  g_string_append (text, " · ");
  g_string_append_printf (text, _ ("%d stay as they are"), (int)result->unchanged);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
sz_import_preview_pane_show (SzImportPreviewPane *self, SzImportOutcome *outcome)
{
  const SzImportResult *result = outcome->result;
  g_autofree char *summary = summarise (result);

  sz_figure_table_set_rows (self->table, 0);
  g_clear_pointer (&self->outcome, sz_import_outcome_unref);
  self->outcome = sz_import_outcome_ref (outcome);
  gtk_label_set_label (self->summary, summary);
  sz_figure_table_set_rows (self->table, result->changes->len);
  gtk_stack_set_visible_child_name (self->stack, result->changes->len > 0 ? "changes" : "nothing");
}

static void
sz_import_preview_pane_dispose (GObject *object)
{
  SzImportPreviewPane *self = SZ_IMPORT_PREVIEW_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->outcome, sz_import_outcome_unref);
  G_OBJECT_CLASS (sz_import_preview_pane_parent_class)->dispose (object);
}

static void
sz_import_preview_pane_class_init (SzImportPreviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SZ_TYPE_FIGURE_TABLE);
  G_OBJECT_CLASS (klass)->dispose = sz_import_preview_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-import-preview-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, box);
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, summary);
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, table);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sz_import_preview_pane_init (SzImportPreviewPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sz_figure_table_set_owner (self->table, self, write_cell_cb, compare_cb);
  set_columns (self);
}
