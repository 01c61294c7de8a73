/* test-chart.c — charts: their figures in words, their heights, both kinds drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"
#include "sz-chart.h"

static SzChartData *
make_stacked (void)
{
  static const char *const series[] = { "常规", "培训" };
  SzChartData *data = sz_chart_data_new ("By department", 2, series, 2);
  const gint64 first[] = { 100000, 5000 };
  const gint64 second[] = { 200000, 0 };

  sz_chart_data_add (data, "机械系", first);
  sz_chart_data_add (data, "电气系", second);
  return data;
}

static void
test_words (void)
{
  g_autoptr (SzChartData) data = make_stacked ();
  g_autofree char *text = NULL;

  sz_chart_data_sort (data);
  text = sz_chart_data_dup_text (data);
  g_assert_cmpstr (text, ==,
                   "By department\n电气系: 2,000.00,常规 2,000.00,培训 0.00\n"
                   "机械系: 1,050.00,常规 1,000.00,培训 50.00");
}

static int
measure_height (GtkWidget *chart, int width)
{
  int minimum;

  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  return minimum;
}

static void
test_heights (void)
{
  GtkWidget *chart = g_object_ref_sink (sz_chart_new (SZ_CHART_BARS));
  SzChartData *data = make_stacked ();
  const gint64 more[] = { 1, 1 };
  int height;

  g_assert_cmpint (measure_height (chart, 400), ==, 0);
  sz_chart_show (SZ_CHART (chart), make_stacked ());
  height = measure_height (chart, 400);
  g_assert_cmpint (height, >, 0);
  sz_chart_data_add (data, "又一系", more);
  sz_chart_show (SZ_CHART (chart), data);
  g_assert_cmpint (measure_height (chart, 400), >, height);
  sz_chart_show (SZ_CHART (chart), NULL);
  g_assert_cmpint (measure_height (chart, 400), ==, 0);
  g_object_unref (chart);
}

/* Counts nodes that are filled areas. */
static guint
count_colors (GskRenderNode *node)
{
  guint count = 0;

  if (gsk_render_node_get_node_type (node) == GSK_COLOR_NODE)
    return 1;
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      count += count_colors (gsk_container_node_get_child (node, i));
  else if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    count = count_colors (gsk_transform_node_get_child (node));
  return count;
}

static void
assert_drawn (SzChartKind kind, SzChartData *data, guint rectangles)
{
  GtkWidget *chart = g_object_ref_sink (sz_chart_new (kind));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  sz_chart_show (SZ_CHART (chart), data);
  gtk_widget_allocate (chart, 400, 300, -1, NULL);
  GTK_WIDGET_GET_CLASS (chart)->snapshot (chart, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  g_assert_cmpuint (count_colors (node), ==, rectangles);
  gsk_render_node_unref (node);
  g_object_unref (chart);
}

static void
test_drawn (void)
{
  SzChartData *columns = sz_chart_data_new ("People", 0, NULL, 1);
  SzChartData *empty = sz_chart_data_new ("Nobody", 0, NULL, 1);
  const gint64 counts[] = { 3, 0, 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    sz_chart_data_add (columns, "10,000", &counts[i]);
  /* Two legends, two series of two rows; a value of 0 may leave an empty area out. */
  assert_drawn (SZ_CHART_BARS, make_stacked (), 6);
  assert_drawn (SZ_CHART_COLUMNS, columns, 3);
  assert_drawn (SZ_CHART_COLUMNS, empty, 0);
}

/* Many components: the legend goes on in a new line, and the chart is so much taller. */
static void
test_legend (void)
{
  static const char *const series[]
      = { "班主任津贴", "干部津贴", "培训倾斜", "优秀倾斜", "技能竞赛", "常规考核" };
  GtkWidget *chart = g_object_ref_sink (sz_chart_new (SZ_CHART_BARS));
  SzChartData *data = sz_chart_data_new ("Components", 2, series, G_N_ELEMENTS (series));
  const gint64 values[G_N_ELEMENTS (series)] = { 1, 2, 3, 4, 5, 6 };

  sz_chart_data_add (data, "甲系", values);
  sz_chart_show (SZ_CHART (chart), data);
  g_assert_cmpint (gtk_widget_get_request_mode (chart), ==, GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  g_assert_cmpint (measure_height (chart, 300), >, measure_height (chart, 1200));
  g_object_unref (chart);
}

static guint
count_texts (GskRenderNode *node)
{
  guint count = 0;

  if (gsk_render_node_get_node_type (node) == GSK_TEXT_NODE)
    return 1;
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      count += count_texts (gsk_container_node_get_child (node, i));
  else if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    count = count_texts (gsk_transform_node_get_child (node));
  return count;
}

static guint
count_texts_at (GtkWidget *chart, int width)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint count;

  gtk_widget_allocate (chart, width, 200, -1, NULL);
  GTK_WIDGET_GET_CLASS (chart)->snapshot (chart, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  count = count_texts (node);
  gsk_render_node_unref (node);
  return count;
}

/* Labels that would run into each other are left out, none is cut. */
static void
test_labels (void)
{
  GtkWidget *chart = g_object_ref_sink (sz_chart_new (SZ_CHART_COLUMNS));
  SzChartData *data = sz_chart_data_new ("People", 0, NULL, 1);
  const gint64 nobody = 0;

  for (int i = 0; i < 12; i++)
    sz_chart_data_add (data, "1,000,000", &nobody);
  sz_chart_show (SZ_CHART (chart), data);
  g_assert_cmpuint (count_texts_at (chart, 1600), ==, 13);
  g_assert_cmpuint (count_texts_at (chart, 300), <=, 5);
  g_object_unref (chart);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/chart/words", test_words);
  g_test_add_func ("/desk/chart/heights", test_heights);
  g_test_add_func ("/desk/chart/drawn", test_drawn);
  g_test_add_func ("/desk/chart/legend", test_legend);
  g_test_add_func ("/desk/chart/labels", test_labels);
  return g_test_run ();
}
