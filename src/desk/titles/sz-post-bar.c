/* sz-post-bar.c — a cell of the structure: who sits at a level, drawn against what is approved
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-post-bar.h"

#include "sz-named-color.h"
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#define GAP 8
#define BAR_WIDTH 96
#define BAR_HEIGHT 10
#define HATCH 4

char *
sz_post_bar_dup_text (const SzPostFigures *figures)
{
  g_autoptr (GString) text = NULL;
  int over;

  g_return_val_if_fail (figures != NULL, NULL);
  text = g_string_new (NULL);
  g_string_printf (text, "%d", figures->there);
  if (figures->cases > 0)
    g_string_append_printf (text, "+%d", figures->cases);
  g_string_append_printf (text, "/%d", figures->approved);
  if (figures->after >= 0)
    g_string_append_printf (text, "→%d", figures->after);
  over = MAX (figures->there, figures->after) - figures->approved;
  if (over > 0)
    g_string_append_printf (text, " ▲%d", over);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
sz_post_bar_parse (const char *text, SzPostFigures *figures)
{
  const char *rest;
  const char *arrow;

  g_return_val_if_fail (figures != NULL, FALSE);
  *figures = (SzPostFigures){ 0, 0, 0, -1 };
  rest = text != NULL ? strchr (text, '/') : NULL;
  if (rest == NULL || sscanf (text, "%d+%d", &figures->there, &figures->cases) < 1
      || sscanf (rest, "/%d", &figures->approved) != 1)
    return FALSE;
  arrow = strstr (rest, "→");
  if (arrow != NULL)
    sscanf (arrow + strlen ("→"), "%d", &figures->after);
  return TRUE;
}

/* ---- drawing ---- */

static void
fill (cairo_t *cr, double from, double to, double y)
{
  cairo_rectangle (cr, from, y, MAX (0, to - from), BAR_HEIGHT);
  cairo_fill (cr);
}

/* Slanted lines, so that cases are told from people without any colour. */
static void
hatch (cairo_t *cr, double from, double to, double y)
{
  cairo_save (cr);
  cairo_rectangle (cr, from, y, MAX (0, to - from), BAR_HEIGHT);
  cairo_clip (cr);
  cairo_set_line_width (cr, 1);
  for (double x = from - BAR_HEIGHT; x < to; x += HATCH)
    {
      cairo_move_to (cr, x, y + BAR_HEIGHT);
      cairo_line_to (cr, x + BAR_HEIGHT, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer text)
{
  GtkWidget *widget = GTK_WIDGET (area);
  SzPostFigures figures;
  const double y = (height - BAR_HEIGHT) / 2;
  double unit;
  int shown, most;

  if (!sz_post_bar_parse (gtk_inscription_get_text (text), &figures))
    return;
  shown = figures.after >= 0 ? figures.after : figures.there;
  most = MAX (MAX (figures.there + figures.cases, figures.approved), MAX (shown, 1));
  unit = (double)(width - 2) / most;
  sz_named_color_set (widget, cr, "window_fg_color", 0.1);
  fill (cr, 1, 1 + figures.approved * unit, y);
  sz_named_color_set (widget, cr, "accent_bg_color", 0.75);
  fill (cr, 1, 1 + MIN (shown, figures.approved) * unit, y);
  sz_named_color_set (widget, cr, "warning_bg_color", 1);
  fill (cr, 1 + figures.approved * unit, 1 + shown * unit, y);
  if (figures.after < 0)
    {
      sz_named_color_set (widget, cr, "window_fg_color", 0.8);
      hatch (cr, 1 + shown * unit, 1 + (shown + figures.cases) * unit, y);
    }
  else
    {
      sz_named_color_set (widget, cr, "window_fg_color", 0.8);
      cairo_set_line_width (cr, 1);
      cairo_rectangle (cr, 1.5, y + 0.5, MAX (0, figures.there * unit - 1), BAR_HEIGHT - 1);
      cairo_stroke (cr);
    }
  sz_named_color_set (widget, cr, "window_fg_color", 1);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, 1 + figures.approved * unit, y - 3);
  cairo_line_to (cr, 1 + figures.approved * unit, y + BAR_HEIGHT + 3);
  cairo_stroke (cr);
}

/* The bar has a name of its own: a reader of screens says numbers, not strokes. */
static void
text_changed_cb (GtkInscription *text, GParamSpec *property, GtkWidget *area)
{
  SzPostFigures figures;
  const gboolean told = sz_post_bar_parse (gtk_inscription_get_text (text), &figures);
  g_autofree char *name = told ? g_strdup_printf (_ ("%d there, %d in cases, %d approved"),
                                                  figures.there, figures.cases, figures.approved)
                               : g_strdup ("");

  gtk_widget_set_opacity (area, told ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (area);
}

GtkWidget *
sz_post_bar_new (GtkWidget *text)
{
  GtkWidget *box;
  GtkWidget *area;

  g_return_val_if_fail (GTK_IS_INSCRIPTION (text), NULL);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), BAR_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), BAR_HEIGHT);
  gtk_widget_set_valign (area, GTK_ALIGN_FILL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, text, NULL);
  g_signal_connect_object (text, "notify::text", G_CALLBACK (text_changed_cb), area, 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}
