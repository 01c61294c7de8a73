/* test-cell-layout.c — a cell is as large as it would be without the layout, in every font
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include "sz-cell-layout.h"

static GtkWidget *
add_cell (GtkWidget *box, const char *css_class)
{
  GtkWidget *cell = gtk_inscription_new ("王伟 12.50");

  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (cell, css_class);
  gtk_box_append (GTK_BOX (box), cell);
  return cell;
}

static int
get_size (GtkWidget *cell, GtkOrientation orientation)
{
  int minimum, natural;

  gtk_widget_measure (cell, orientation, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, <=, natural);
  return natural;
}

static void
assert_same_size (GtkWidget *cell, GtkWidget *plain)
{
  g_assert_cmpint (get_size (cell, GTK_ORIENTATION_HORIZONTAL), ==,
                   get_size (plain, GTK_ORIENTATION_HORIZONTAL));
  g_assert_cmpint (get_size (cell, GTK_ORIENTATION_VERTICAL), ==,
                   get_size (plain, GTK_ORIENTATION_VERTICAL));
  g_assert_cmpint (get_size (cell, GTK_ORIENTATION_VERTICAL), >, 8);
}

/* Styles come with a frame. */
static gboolean
is_large (gpointer cell)
{
  return get_size (cell, GTK_ORIENTATION_VERTICAL) > 30;
}

/* Two fonts that share one size, first the one, then the other, then the first again. */
static void
test_fonts (void)
{
  g_autoptr (SzCellSize) size = sz_cell_size_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *plain = add_cell (box, NULL);
  GtkWidget *large = add_cell (box, "large");
  GtkWidget *cell = add_cell (box, NULL);
  GtkWidget *large_cell = add_cell (box, "large");

  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_widget_set_layout_manager (cell, sz_cell_layout_new (size));
  gtk_widget_set_layout_manager (large_cell, sz_cell_layout_new (size));
  gtk_window_present (GTK_WINDOW (window));
  desk_wait (is_large, large);
  g_assert_false (is_large (plain));
  assert_same_size (cell, plain);
  assert_same_size (large_cell, large);
  gtk_widget_queue_resize (cell);
  assert_same_size (cell, plain);
  gtk_widget_add_css_class (cell, "large");
  desk_wait (is_large, cell);
  assert_same_size (cell, large);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The text is laid out in the width that the cell was given: it is what a plain one shows. */
static void
test_allocated (void)
{
  g_autoptr (SzCellSize) size = sz_cell_size_new ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *plain = add_cell (box, NULL);
  GtkWidget *cell = add_cell (box, NULL);

  gtk_widget_set_layout_manager (cell, sz_cell_layout_new (size));
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 100);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  desk_turn ();
  g_assert_cmpint (gtk_widget_get_width (cell), ==, gtk_widget_get_width (plain));
  g_assert_cmpint (gtk_widget_get_width (cell), >, 0);
  g_assert_cmpint (gtk_widget_get_height (cell), ==, gtk_widget_get_height (plain));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_large_font (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider, ".large { font-size: 40px; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  add_large_font ();
  g_test_add_func ("/desk/cell-layout/fonts", test_fonts);
  g_test_add_func ("/desk/cell-layout/allocated", test_allocated);
  return g_test_run ();
}
