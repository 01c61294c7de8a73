/* sz-fixed-pane.c — fixed allowances of a scheme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-fixed-pane.h"

#include "sz-fixed-row.h"
#include "sz-scheme-rows.h"

struct _SzFixedPane
{
  SzSchemeSection parent_instance;

  /* Template widgets */
  GtkBox *rows;

  SzSchemeRows list;
};

G_DEFINE_FINAL_TYPE (SzFixedPane, sz_fixed_pane, SZ_TYPE_SCHEME_SECTION)

static void
number_row (GtkWidget *row, guint index)
{
  sz_fixed_row_set_index (SZ_FIXED_ROW (row), index);
}

static void
add_clicked_cb (SzFixedPane *self)
{
  sz_scheme_rows_add (&self->list);
}

static void
sz_fixed_pane_show (SzSchemeSection *section, const SzScheme *scheme)
{
  SzFixedPane *self = SZ_FIXED_PANE (section);
  GtkWidget *row;

  sz_scheme_rows_fit (&self->list, scheme->fixed->len);
  row = sz_scheme_rows_first (&self->list);
  for (guint i = 0; i < scheme->fixed->len; i++, row = gtk_widget_get_next_sibling (row))
    sz_fixed_row_show (SZ_FIXED_ROW (row), &g_array_index (scheme->fixed, SzFixed, i));
}

static void
sz_fixed_pane_read (SzSchemeSection *section, SzScheme *scheme, SzIssueList *issues)
{
  SzFixedPane *self = SZ_FIXED_PANE (section);

  for (GtkWidget *row = sz_scheme_rows_first (&self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      SzFixed fixed = { 0 };

      sz_fixed_row_read (SZ_FIXED_ROW (row), &fixed, issues);
      g_array_append_val (scheme->fixed, fixed);
    }
}

static void
sz_fixed_pane_class_init (SzFixedPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SZ_SCHEME_SECTION_CLASS (klass)->show = sz_fixed_pane_show;
  SZ_SCHEME_SECTION_CLASS (klass)->read = sz_fixed_pane_read;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-fixed-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzFixedPane, rows);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
sz_fixed_pane_init (SzFixedPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = (SzSchemeRows){ SZ_SCHEME_SECTION (self), self->rows, sz_fixed_row_new, number_row };
}
