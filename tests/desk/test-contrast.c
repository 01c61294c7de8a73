/* test-contrast.c — headings, notes, formulas and findings are read, not guessed: 4.5 to 1 in light
 * and in dark, as painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <math.h>

#include "desk-fixture.h"
#include "sz-style.h"

/* A character that fills its box: its middle is the colour of the text. */
#define BLOCK "\xe2\x96\x88\xe2\x96\x88\xe2\x96\x88"
#define ENOUGH 4.5
/* Where somebody asks the desktop for high contrast. */
#define HIGH_ENOUGH 7.0

typedef struct
{
  const char *name;
  const char *within; /* nullable: the class of a box around it */
  const char *classes[3];
} Text;

static const Text texts[] = {
  { "note", NULL, { "dim-label" } },
  { "small note", NULL, { "dim-label", "caption" } },
  { "note in a part", "sz-part", { "dim-label" } },
  { "notice", "sz-notice", { NULL } },
  { "note in a notice", "sz-notice", { "dim-label" } },
  { "exact", NULL, { "sz-exact" } },
  { "not exact", NULL, { "sz-inexact" } },
  { "error", "sz-error-row", { NULL } },
  { "warning", "sz-warning-row", { NULL } },
  { "heading of a card", "card", { "dim-label" } },
  { "step", "sz-step", { NULL } },
  { "step of now", "sz-step-now", { "dim-label" } },
  { "badge", "sz-badge", { NULL } },
  { "done", NULL, { "success" } },
  { "to be looked at", NULL, { "warning" } },
  { "wrong", NULL, { "error" } },
  { "here", NULL, { "accent" } },
};

static GtkWidget *
make_text (const Text *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (BLOCK);

  if (text->within != NULL)
    gtk_widget_add_css_class (box, text->within);
  for (gsize i = 0; i < G_N_ELEMENTS (text->classes) && text->classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, text->classes[i]);
  /* Room on either side shows the ground. */
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_box_append (GTK_BOX (box), label);
  g_object_set_data (G_OBJECT (label), "text", (gpointer)text->name);
  return box;
}

static GtkWidget *
make_table (void)
{
  GtkWidget *table = gtk_column_view_new (NULL);
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (BLOCK, NULL);

  gtk_widget_add_css_class (table, "sz-table");
  gtk_column_view_column_set_fixed_width (column, 200);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (table), column);
  return table;
}

/* What the window shows now. */
static GdkTexture *
paint (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return NULL;
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                      &GRAPHENE_RECT_INIT (0, 0,
                                                           (float)gtk_widget_get_width (window),
                                                           (float)gtk_widget_get_height (window)));
}

typedef struct
{
  guchar *bytes; /* four a pixel, in cairo's order */
  gsize stride;
  int width;
  int height;
} Picture;

/* Relative luminance (WCAG 2.1). */
static double
find_luminance (const Picture *picture, int x, int y)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 };
  const guchar *pixel = picture->bytes + (gsize)y * picture->stride + (gsize)x * 4;
  double sum = 0;

  g_assert_true (x >= 0 && y >= 0 && x < picture->width && y < picture->height);
  for (int i = 0; i < 3; i++)
    {
      const double value = pixel[i] / 255.0;

      sum += weights[i] * (value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static double
find_ratio (const Picture *picture, GtkWidget *window, GtkWidget *label)
{
  graphene_rect_t bounds;
  double text;
  double ground;
  int y;

  g_assert_true (gtk_widget_compute_bounds (label, window, &bounds));
  y = (int)(bounds.origin.y + bounds.size.height / 2);
  text = find_luminance (picture, (int)(bounds.origin.x + bounds.size.width / 2), y);
  /* Headings have an edge a little further off in high contrast. */
  ground = find_luminance (picture, (int)bounds.origin.x - 2, y);
  return (MAX (text, ground) + 0.05) / (MIN (text, ground) + 0.05);
}

static gboolean
is_high (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

static void
check_texts (const Picture *picture, GtkWidget *window, GtkWidget *widget, guint *n)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), BLOCK))
    {
      const char *name = g_object_get_data (G_OBJECT (widget), "text");
      const double ratio = find_ratio (picture, window, widget);

      g_test_message ("%s: %.2f to 1", name != NULL ? name : "heading of a table", ratio);
      if (ratio < (is_high () ? HIGH_ENOUGH : ENOUGH))
        g_test_fail_printf ("%s: %.2f to 1", name != NULL ? name : "heading of a table", ratio);
      (*n)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_texts (picture, window, child, n);
}

static gboolean
is_painted (gpointer data)
{
  g_autoptr (GdkTexture) texture = paint (data);

  return texture != NULL && gdk_texture_get_height (texture) > 100;
}

static void
check_scheme (AdwColorScheme scheme)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autoptr (GdkTexture) texture = NULL;
  Picture picture = { 0 };
  guint n = 0;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_box_append (GTK_BOX (box), make_text (&texts[i]));
  gtk_box_append (GTK_BOX (box), make_table ());
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  desk_wait (is_painted, window);
  desk_turn ();

  texture = paint (window);
  picture.width = gdk_texture_get_width (texture);
  picture.height = gdk_texture_get_height (texture);
  picture.stride = (gsize)picture.width * 4;
  picture.bytes = g_malloc (picture.stride * (gsize)picture.height);
  gdk_texture_download (texture, picture.bytes, picture.stride);
  check_texts (&picture, window, window, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (texts) + 1);
  g_free (picture.bytes);
  gtk_window_destroy (GTK_WINDOW (window));
  desk_turn ();
}

static void
test_light (void)
{
  check_scheme (ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
test_dark (void)
{
  check_scheme (ADW_COLOR_SCHEME_FORCE_DARK);
}

static void
add_style (void)
{
  sz_style_load ();
  /* Colours that fade in would be met half way. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  add_style ();
  if (is_high ())
    {
      g_test_add_func ("/desk/contrast/high/light", test_light);
      g_test_add_func ("/desk/contrast/high/dark", test_dark);
      return g_test_run ();
    }
  g_test_add_func ("/desk/contrast/light", test_light);
  g_test_add_func ("/desk/contrast/dark", test_dark);
  return g_test_run ();
}
