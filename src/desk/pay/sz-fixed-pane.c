/* sz-fixed-pane.c — fixed allowances of a scheme
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-fixed-pane.h"

#include "sz-fixed-row.h"

struct _SzFixedPane
{
  SzSchemeSection parent_instance;

  /* Template widgets */
  GtkBox *rows;
};

G_DEFINE_FINAL_TYPE (SzFixedPane, sz_fixed_pane, SZ_TYPE_SCHEME_SECTION)

static void
number_rows (SzFixedPane *self)
{
  guint index = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    sz_fixed_row_set_index (SZ_FIXED_ROW (row), index++);
}

static void
row_removed_cb (SzFixedPane *self, GtkWidget *row)
{
  gtk_box_remove (self->rows, row);
  number_rows (self);
  sz_scheme_section_changed (SZ_SCHEME_SECTION (self));
}

static GtkWidget *
append_row (SzFixedPane *self)
{
  GtkWidget *row = sz_fixed_row_new ();

  g_signal_connect_swapped (row, "changed", G_CALLBACK (sz_scheme_section_changed), self);
  g_signal_connect_swapped (row, "removed", G_CALLBACK (row_removed_cb), self);
  gtk_box_append (self->rows, row);
  return row;
}

static void
add_clicked_cb (SzFixedPane *self)
{
  GtkWidget *row = append_row (self);

  number_rows (self);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  sz_scheme_section_changed (SZ_SCHEME_SECTION (self));
}

static void
fit_rows (SzFixedPane *self, guint n)
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
sz_fixed_pane_show (SzSchemeSection *section, const SzScheme *scheme)
{
  SzFixedPane *self = SZ_FIXED_PANE (section);
  GtkWidget *row;

  fit_rows (self, scheme->fixed->len);
  row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  for (guint i = 0; i < scheme->fixed->len; i++, row = gtk_widget_get_next_sibling (row))
    sz_fixed_row_show (SZ_FIXED_ROW (row), &g_array_index (scheme->fixed, SzFixed, i));
}

static void
sz_fixed_pane_read (SzSchemeSection *section, SzScheme *scheme, SzIssueList *issues)
{
  SzFixedPane *self = SZ_FIXED_PANE (section);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
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
}
