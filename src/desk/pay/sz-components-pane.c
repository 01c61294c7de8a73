/* sz-components-pane.c — what the pool is split into
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-components-pane.h"

#include "sz-component-row.h"
#include "sz-fault-label.h"

struct _SzComponentsPane
{
  SzSchemeSection parent_instance;

  /* Template widgets */
  GtkBox *rows;
};

G_DEFINE_FINAL_TYPE (SzComponentsPane, sz_components_pane, SZ_TYPE_SCHEME_SECTION)

static void
number_rows (SzComponentsPane *self)
{
  guint index = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    sz_component_row_set_index (SZ_COMPONENT_ROW (row), index++);
}

static void
row_removed_cb (SzComponentsPane *self, GtkWidget *row)
{
  gtk_box_remove (self->rows, row);
  number_rows (self);
  sz_scheme_section_changed (SZ_SCHEME_SECTION (self));
}

static GtkWidget *
append_row (SzComponentsPane *self)
{
  GtkWidget *row = sz_component_row_new ();

  g_signal_connect_swapped (row, "changed", G_CALLBACK (sz_scheme_section_changed), self);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (row_removed_cb), self);
  gtk_box_append (self->rows, row);
  return row;
}

static void
add_clicked_cb (SzComponentsPane *self)
{
  GtkWidget *row = append_row (self);

  number_rows (self);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  sz_scheme_section_changed (SZ_SCHEME_SECTION (self));
}

static void
fit_rows (SzComponentsPane *self, guint n)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  guint have = 0;

  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (have++ >= n)
        gtk_box_remove (self->rows, row);
      row = next;
    }
  for (; have < n; have++)
    append_row (self);
  number_rows (self);
}

static void
sz_components_pane_show (SzSchemeSection *section, const SzScheme *scheme)
{
  SzComponentsPane *self = SZ_COMPONENTS_PANE (section);
  GtkWidget *row;

  fit_rows (self, scheme->components->len);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  for (guint i = 0; i < scheme->components->len; i++, row = gtk_widget_get_next_sibling (row))
    sz_component_row_show (SZ_COMPONENT_ROW (row),
                           &g_array_index (scheme->components, SzComponent, i));
}

static void
sz_components_pane_read (SzSchemeSection *section, SzScheme *scheme, SzIssueList *issues)
{
  SzComponentsPane *self = SZ_COMPONENTS_PANE (section);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      SzComponent component;

      sz_component_row_read (SZ_COMPONENT_ROW (row), &component, issues);
      g_array_append_val (scheme->components, component);
    }
}

static void
sz_components_pane_class_init (SzComponentsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SZ_SCHEME_SECTION_CLASS (klass)->show = sz_components_pane_show;
  SZ_SCHEME_SECTION_CLASS (klass)->read = sz_components_pane_read;
  g_type_ensure (SZ_TYPE_FAULT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-components-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzComponentsPane, rows);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
sz_components_pane_init (SzComponentsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
