/* sz-charts-pane.c — a pay run in pictures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-charts-pane.h"

struct _SzChartsPane
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  SzChart *departments;
  SzChart *distribution;
  SzChart *components;
};

G_DEFINE_FINAL_TYPE (SzChartsPane, sz_charts_pane, GTK_TYPE_WIDGET)

void
sz_charts_pane_show (SzChartsPane *self, const SzPayView *view)
{
  g_return_if_fail (SZ_IS_CHARTS_PANE (self));

  sz_chart_show (self->departments, view != NULL ? sz_pay_chart_departments (view) : NULL);
  sz_chart_show (self->distribution, view != NULL ? sz_pay_chart_distribution (view) : NULL);
  sz_chart_show (self->components, view != NULL ? sz_pay_chart_components (view) : NULL);
}

static void
sz_charts_pane_dispose (GObject *object)
{
  g_clear_pointer (&SZ_CHARTS_PANE (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_charts_pane_parent_class)->dispose (object);
}

static void
sz_charts_pane_class_init (SzChartsPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_charts_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static SzChart *
append_chart (GtkBox *box, SzChartKind kind)
{
  GtkWidget *chart = sz_chart_new (kind);

  gtk_box_append (box, chart);
  return SZ_CHART (chart);
}

static void
sz_charts_pane_init (SzChartsPane *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));

  gtk_widget_add_css_class (GTK_WIDGET (box), "sz-charts");
  self->departments = append_chart (box, SZ_CHART_BARS);
  self->distribution = append_chart (box, SZ_CHART_COLUMNS);
  self->components = append_chart (box, SZ_CHART_BARS);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (box));
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}
