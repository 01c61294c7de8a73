/* sz-score-wall.c — a whole screen for the wall: how far the interview is, without names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-score-wall.h"

#include <glib/gi18n.h>

struct _SzScoreWall
{
  GtkWindow parent_instance;

  GtkLabel *post;
  GtkLabel *place;
  GtkLabel *draw;
  GtkLabel *mean;
};

G_DEFINE_FINAL_TYPE (SzScoreWall, sz_score_wall, GTK_TYPE_WINDOW)

/* How many of the applicants have a score, and how many there are. */
static void
count_people (const SzScoreSheet *sheet, guint *done, guint *all)
{
  *done = *all = 0;
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      SzScoreFigures figures;

      if (!g_array_index (sheet->lines, SzScoreLine, i).first)
        continue;
      sz_score_sheet_figures (sheet, i, &figures);
      *all += 1;
      *done += figures.score.state != SZ_SCORE_NONE ? 1 : 0;
    }
}

void
sz_score_wall_show (SzScoreWall *self, const SzScoreSheet *sheet, guint index)
{
  g_autofree char *post = NULL;
  g_autofree char *place = NULL;
  g_autofree char *draw = NULL;
  g_autofree char *mean = NULL;
  const SzScoreLine *line;
  SzScoreFigures figures;
  guint done, all;

  g_return_if_fail (SZ_IS_SCORE_WALL (self));
  if (sheet == NULL || index >= sheet->lines->len)
    return;
  line = &g_array_index (sheet->lines, SzScoreLine, index);
  sz_score_sheet_figures (sheet, index, &figures);
  count_people (sheet, &done, &all);
  post = g_strdup_printf ("%s %s　%s", sheet->post->row->code, sheet->post->row->name,
                          sheet->component);
  place = g_strdup_printf (_ ("%u of %u"), done, all);
  draw = g_strdup_printf (_ ("Draw %s"), *line->draw_no != '\0' ? line->draw_no : "—");
  mean = figures.score.state == SZ_SCORE_GIVEN
             ? sz_decimal_format (figures.score.score_x100, SZ_HOURS_DECIMALS)
             : g_strdup ("—");
  gtk_label_set_label (self->post, post);
  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->draw, draw);
  gtk_label_set_label (self->mean, mean);
}

static gboolean
key_pressed_cb (SzScoreWall *self, guint key, guint code, GdkModifierType state)
{
  if (key != GDK_KEY_Escape && key != GDK_KEY_F11)
    return FALSE;
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
sz_score_wall_class_init (SzScoreWallClass *klass)
{
}

static void
sz_score_wall_init (SzScoreWall *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "sz-wall");
  self->post = add_label (box, "sz-wall-line");
  self->place = add_label (box, "sz-wall-line");
  self->draw = add_label (box, "sz-wall-line");
  self->mean = add_label (box, "sz-wall-mean");
  gtk_window_set_child (GTK_WINDOW (self), box);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
sz_score_wall_new (GtkWindow *parent)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  return g_object_new (SZ_TYPE_SCORE_WALL, "transient-for", parent, "title", _ ("Scores"),
                       "destroy-with-parent", TRUE, NULL);
}
