/* sz-score-ranking.c — the ranking beside the grid of scores (RULE rec-3, rec-5, rec-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-score-ranking.h"

#include <glib/gi18n.h>

#define WIDTH 224
#define ROW 22
#define MARGIN 8

struct _SzScoreRanking
{
  GtkWidget parent_instance;

  GPtrArray *rows; /* of char *: place, who, value, parted by tabs */
  guint line;      /* places above the line */
  gboolean totals;
  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (SzScoreRanking, sz_score_ranking, GTK_TYPE_WIDGET)

/* A row of the ranking: by the total, or, before there is one, by the scores of the
 *  component. */
typedef struct
{
  guint line; /* the applicant's first */
  guint place;
  gint64 value_x100;
  gboolean goes_on;
} SzScorePlace;

static int
compare_places_cb (gconstpointer a, gconstpointer b)
{
  const SzScorePlace *one = a;
  const SzScorePlace *other = b;

  if (one->value_x100 != other->value_x100)
    return one->value_x100 > other->value_x100 ? -1 : 1;
  return one->place != other->place ? (int)one->place - (int)other->place
                                    : (int)one->line - (int)other->line;
}

/* FALSE: not among those who are ranked. */
static gboolean
find_place (const SzScoreSheet *sheet, guint index, gboolean totals, SzScorePlace *place)
{
  const SzExamEntry *entry
      = &sheet->entries[g_array_index (sheet->lines, SzScoreLine, index).entry];
  const SzScore *score = &entry->scores[MAX (sheet->index, 0)];

  *place = (SzScorePlace){ .line = index };
  if (totals)
    {
      place->place = entry->rank;
      place->value_x100 = entry->total_x100;
      place->goes_on = entry->shortlisted;
      return entry->rank > 0;
    }
  place->value_x100 = score->score_x100;
  place->goes_on = entry->stages > sheet->post->plan.components[MAX (sheet->index, 0)].stage + 1;
  return sheet->index >= 0 && score->state == SZ_SCORE_GIVEN;
}

static GArray *
rank_places (const SzScoreSheet *sheet, gboolean *totals)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (SzScorePlace));

  *totals = FALSE;
  for (guint i = 0; i < sheet->post->entries->len; i++)
    *totals |= sheet->entries[i].rank > 0;
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const SzScoreLine *line = &g_array_index (sheet->lines, SzScoreLine, i);
      SzScorePlace place;

      if (line->first && line->entry >= 0 && find_place (sheet, i, *totals, &place))
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places_cb);
  for (guint i = 0; i < places->len && !*totals; i++)
    {
      SzScorePlace *place = &g_array_index (places, SzScorePlace, i);
      const SzScorePlace *before = i > 0 ? place - 1 : NULL;

      place->place
          = before != NULL && before->value_x100 == place->value_x100 ? before->place : i + 1;
    }
  return places;
}

/* Whom the row is about: the draw number, while names stay out of it. */
static char *
dup_row (const SzScoreSheet *sheet, const SzScorePlace *place)
{
  const SzScoreLine *line = &g_array_index (sheet->lines, SzScoreLine, place->line);
  g_autofree char *value = sz_decimal_format (place->value_x100, SZ_HOURS_DECIMALS);
  g_autofree char *draw = *line->draw_no != '\0' ? g_strdup_printf (_ ("draw %s"), line->draw_no)
                                                 : g_strdup (line->person->row->ticket);

  return g_strdup_printf ("%u\t%s\t%s", place->place, draw, value);
}

void
sz_score_ranking_show (SzScoreRanking *self, const SzScoreSheet *sheet)
{
  g_autoptr (GArray) places = NULL;

  g_return_if_fail (SZ_IS_SCORE_RANKING (self));
  g_ptr_array_set_size (self->rows, 0);
  self->line = 0;
  places = sheet != NULL ? rank_places (sheet, &self->totals) : NULL;
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      const SzScorePlace *place = &g_array_index (places, SzScorePlace, i);

      g_ptr_array_add (self->rows, dup_row (sheet, place));
      self->line += place->goes_on ? 1 : 0;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
sz_score_ranking_get_line (SzScoreRanking *self)
{
  g_return_val_if_fail (SZ_IS_SCORE_RANKING (self), 0);
  return self->line;
}

static void
draw_text (
    SzScoreRanking *self, GtkSnapshot *snapshot, const char *text, float y, const GdkRGBA *color)
{
  pango_layout_set_text (self->layout, text, -1);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (MARGIN, y));
  gtk_snapshot_append_layout (snapshot, self->layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_line (SzScoreRanking *self, GtkSnapshot *snapshot, float y)
{
  GdkRGBA accent = { 0.2f, 0.5f, 0.9f, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  "accent_bg_color", &accent);
  gtk_snapshot_append_color (snapshot, &accent,
                             &GRAPHENE_RECT_INIT (MARGIN, y - 1,
                                                  (float)gtk_widget_get_width (GTK_WIDGET (self))
                                                      - MARGIN,
                                                  2));
}

static void
sz_score_ranking_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SzScoreRanking *self = SZ_SCORE_RANKING (widget);
  const guint room = (guint)MAX (gtk_widget_get_height (widget) / ROW - 1, 1);
  const guint n = MIN (room, self->rows->len);
  const guint first = self->line > n / 2 ? MIN (self->line - n / 2, self->rows->len - n) : 0;
  GdkRGBA color;
  GdkRGBA dim;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  dim = color;
  dim.alpha *= 0.72f;
  if (self->layout == NULL)
    {
      PangoTabArray *tabs
          = pango_tab_array_new_with_positions (2, TRUE, PANGO_TAB_LEFT, 34, PANGO_TAB_LEFT, 126);

      self->layout = gtk_widget_create_pango_layout (widget, NULL);
      pango_layout_set_tabs (self->layout, tabs);
      pango_tab_array_free (tabs);
    }
  draw_text (self, snapshot,
             self->rows->len == 0 ? _ ("No ranking yet")
             : self->totals       ? _ ("By total: above the line checked")
                                  : _ ("By score: above the line go on"),
             2, &dim);
  for (guint i = 0; i < n; i++)
    draw_text (self, snapshot, g_ptr_array_index (self->rows, first + i),
               (float)((i + 1) * ROW) + 2, first + i < self->line ? &color : &dim);
  if (self->line > 0 && self->line <= first + n)
    draw_line (self, snapshot, (float)((self->line - first + 1) * ROW));
}

static void
sz_score_ranking_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : ROW * 2;
}

static void
sz_score_ranking_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sz_score_ranking_parent_class)->css_changed (widget, change);
  g_clear_object (&SZ_SCORE_RANKING (widget)->layout);
}

static void
sz_score_ranking_finalize (GObject *object)
{
  g_ptr_array_unref (SZ_SCORE_RANKING (object)->rows);
  g_clear_object (&SZ_SCORE_RANKING (object)->layout);
  G_OBJECT_CLASS (sz_score_ranking_parent_class)->finalize (object);
}

static void
sz_score_ranking_class_init (SzScoreRankingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sz_score_ranking_finalize;
  widget_class->snapshot = sz_score_ranking_snapshot;
  widget_class->measure = sz_score_ranking_measure;
  widget_class->css_changed = sz_score_ranking_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sz_score_ranking_init (SzScoreRanking *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The ranking, as it stands now"), -1);
}

GtkWidget *
sz_score_ranking_new (void)
{
  return g_object_new (SZ_TYPE_SCORE_RANKING, NULL);
}
