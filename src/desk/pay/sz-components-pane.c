/* sz-components-pane.c — what the pool is split into
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-components-pane.h"

#include "sz-component-row.h"
#include "sz-fault-label.h"
#include "sz-scheme-rows.h"

struct _SzComponentsPane
{
  SzSchemeSection parent_instance;

  /* Template widgets */
  GtkBox *rows;

  SzSchemeRows list;
};

G_DEFINE_FINAL_TYPE (SzComponentsPane, sz_components_pane, SZ_TYPE_SCHEME_SECTION)

static void
number_row (GtkWidget *row, guint index)
{
  sz_component_row_set_index (SZ_COMPONENT_ROW (row), index);
}

static void
add_clicked_cb (SzComponentsPane *self)
{
  sz_scheme_rows_add (&self->list);
}

static void
sz_components_pane_show (SzSchemeSection *section, const SzScheme *scheme)
{
  SzComponentsPane *self = SZ_COMPONENTS_PANE (section);
  GtkWidget *row;

  sz_scheme_rows_fit (&self->list, scheme->components->len);
  row = sz_scheme_rows_first (&self->list);
  for (guint i = 0; i < scheme->components->len; i++, row = gtk_widget_get_next_sibling (row))
    sz_component_row_show (SZ_COMPONENT_ROW (row),
                           &g_array_index (scheme->components, SzComponent, i));
}

static void
sz_components_pane_read (SzSchemeSection *section, SzScheme *scheme, SzIssueList *issues)
{
  SzComponentsPane *self = SZ_COMPONENTS_PANE (section);

  for (GtkWidget *row = sz_scheme_rows_first (&self->list); row != NULL;
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
  self->list
      = (SzSchemeRows){ SZ_SCHEME_SECTION (self), self->rows, sz_component_row_new, number_row };
}
