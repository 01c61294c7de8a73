/* sz-pen.c — text on a page (the only file with pangocairo.h)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pen.h"

#include <cairo-ft.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define FIRST_ASCII 0x20
#define LAST_ASCII 0x7E
/* Most cells of a paper of money; no space, so that what is more than a number is shaped by Pango.
 */
#define FIGURES "0123456789.,-"
#define N_FIGURES (sizeof FIGURES - 1)
#define NUMBER_MAX 32
#define SLOTS 32
#define SAMPLE_SIZE 1000.0 /* large, so that a unit of Pango is no error */

/* The glyphs of a number: with figures of one width and no kerning they do not depend on each
 * other, so that they are shaped once for all numbers. */
typedef struct
{
  PangoFont *font; /* of the layout they come from; NULL: not as simple as that */
  PangoGlyph glyphs[N_FIGURES];
  double advances[N_FIGURES];
  double baseline;
} Figures;

struct _SzPen
{
  PangoFontMap *map;
  PangoContext *context;
  GHashTable
      *layouts; /* face, size and a slot by the text → PangoLayout: changing a layout's font throws
                   its work away, and departments and posts stand in one row after the other */
  GHashTable *figures;                                     /* by the same key */
  double narrow[SZ_N_TYPES][LAST_ASCII - FIRST_ASCII + 1]; /* ems */
  double wide[SZ_N_TYPES];
  SzMeasure measure;
  PangoFont *font; /* set at the moment; %NULL: unknown */
};

static PangoFontDescription *
describe_font (SzTypeface face, double size)
{
  /* Named outright: "Sans" would take its Latin letters and figures from another font. The body is
     the sans, because the figures of Noto Serif CJK are not of one width. */
  static const char *const families[] = {
    [SZ_TYPE_TITLE] = "Noto Serif CJK SC,Source Han Serif SC,SimSun,serif",
    [SZ_TYPE_HEADING] = "Noto Sans CJK SC,Source Han Sans SC,SimHei,sans-serif",
    [SZ_TYPE_BODY] = "Noto Sans CJK SC,Source Han Sans SC,FangSong,SimSun,sans-serif",
  };
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, families[face]);
  pango_font_description_set_weight (font, face == SZ_TYPE_BODY ? PANGO_WEIGHT_NORMAL
                                                                : PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  return font;
}

static PangoLayout *
make_layout (PangoContext *context, SzTypeface face, double size)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = describe_font (face, size);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_layout_set_font_description (layout, font);
  /* Figures of one width, and no kerning: a text is as wide as its characters. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1, kern=0"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

static gpointer
make_key (SzTypeface face, double size)
{
  return GINT_TO_POINTER (lround (size * 100) * SZ_N_TYPES + face);
}

static PangoLayout *
get_layout (SzPen *pen, SzTypeface face, double size, const char *text)
{
  gpointer key = GINT_TO_POINTER (GPOINTER_TO_INT (make_key (face, size)) * SLOTS
                                  + (int)(g_str_hash (text) % SLOTS));
  PangoLayout *layout = g_hash_table_lookup (pen->layouts, key);

  if (layout == NULL)
    {
      layout = make_layout (pen->context, face, size);
      g_hash_table_insert (pen->layouts, key, layout);
    }
  pango_layout_set_width (layout, -1);
  if (strcmp (pango_layout_get_text (layout), text) != 0)
    pango_layout_set_text (layout, text, -1);
  return layout;
}

static double
measure_layout (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double)width / PANGO_SCALE;
}

/* Most text is ideographs and ASCII, whose widths simply add up. */
static double
measure_width (gpointer self, SzTypeface face, double size, const char *text)
{
  SzPen *pen = self;
  double ems = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= FIRST_ASCII && c <= LAST_ASCII)
        ems += pen->narrow[face][c - FIRST_ASCII];
      else if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x3020))
        ems += pen->wide[face];
      else
        return measure_layout (get_layout (pen, face, size, text));
    }
  return ems * size;
}

static double
measure_height (gpointer self, SzTypeface face, double size, const char *text, double width)
{
  PangoLayout *layout = get_layout (self, face, size, text);
  int height;

  pango_layout_set_width (layout, (int)(MAX (width, 1) * PANGO_SCALE));
  pango_layout_get_size (layout, NULL, &height);
  return (double)height / PANGO_SCALE;
}

static void
learn_widths (SzPen *pen, SzTypeface face)
{
  PangoLayout *layout = make_layout (pen->context, face, SAMPLE_SIZE);

  for (guint c = FIRST_ASCII; c <= LAST_ASCII; c++)
    {
      char text[2] = { (char)c, '\0' };

      pango_layout_set_text (layout, text, 1);
      pen->narrow[face][c - FIRST_ASCII] = measure_layout (layout) / SAMPLE_SIZE;
    }
  pango_layout_set_text (layout, "国", -1);
  pen->wide[face] = measure_layout (layout) / SAMPLE_SIZE;
  g_object_unref (layout);
}

static void
free_figures_cb (gpointer data)
{
  Figures *figures = data;

  g_clear_object (&figures->font);
  g_free (figures);
}

static void
set_metrics (PangoContext *context)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Unhinted, so that screen, printer and PDF break at the same places. */
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  cairo_font_options_destroy (options);
}

SzPen *
sz_pen_new (void)
{
  SzPen *pen = g_new0 (SzPen, 1);

  pen->map = pango_cairo_font_map_new ();
  pen->context = pango_font_map_create_context (pen->map);
  pen->layouts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  pen->figures = g_hash_table_new_full (NULL, NULL, NULL, free_figures_cb);
  pen->measure = (SzMeasure){ pen, measure_width, measure_height };
  set_metrics (pen->context);
  for (guint face = 0; face < SZ_N_TYPES; face++)
    learn_widths (pen, face);
  return pen;
}

void
sz_pen_free (SzPen *pen)
{
  g_return_if_fail (pen != NULL);
  g_hash_table_unref (pen->figures);
  g_hash_table_unref (pen->layouts);
  g_object_unref (pen->context);
  g_object_unref (pen->map);
  g_free (pen);
}

const SzMeasure *
sz_pen_measure (SzPen *pen)
{
  g_return_val_if_fail (pen != NULL, NULL);
  return &pen->measure;
}

static void
place_wrapped (PangoLayout *layout, double width, SzAlign align)
{
  static const PangoAlignment aligns[] = { [SZ_ALIGN_LEFT] = PANGO_ALIGN_LEFT,
                                           [SZ_ALIGN_CENTER] = PANGO_ALIGN_CENTER,
                                           [SZ_ALIGN_RIGHT] = PANGO_ALIGN_RIGHT };

  pango_layout_set_width (layout, (int)(MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_alignment (layout, aligns[align]);
}

/* No flag of cairo's. It makes the font count as synthetic, so that cairo 1.16 writes the outlines
   of the glyphs in use instead of cutting the font's own program down, which loses characters (如
   of Noto Sans CJK SC Regular) and ends the program over others (Noto Serif CJK SC Regular). Text
   stays text. A cairo that does not know the trick embeds as it always did. */
#define OUTLINES_ONLY 4

static void
set_font (SzPen *pen, cairo_t *cr, PangoFont *font)
{
  cairo_scaled_font_t *scaled = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_font_face_t *face = cairo_scaled_font_get_font_face (scaled);
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_matrix_t matrix;

  pen->font = font;
  if (cairo_font_face_get_type (face) == CAIRO_FONT_TYPE_FT)
    cairo_ft_font_face_set_synthesize (face, OUTLINES_ONLY);
  cairo_scaled_font_get_font_matrix (scaled, &matrix);
  cairo_scaled_font_get_font_options (scaled, options);
  /* Unlike Pango's own, or cairo would take that one from its cache, made before the flag was set.
   */
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_set_font_face (cr, face);
  cairo_set_font_matrix (cr, &matrix);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
}

static guint
take_glyphs (
    const PangoGlyphString *string, double x, double y, cairo_glyph_t *glyphs, guint *shown)
{
  guint n = 0;
  int advance = 0;

  for (int i = 0; i < string->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &string->glyphs[i];

      shown[i] = n;
      if (info->glyph != PANGO_GLYPH_EMPTY)
        glyphs[n++]
            = (cairo_glyph_t){ info->glyph,
                               x + (double)(advance + info->geometry.x_offset) / PANGO_SCALE,
                               y + (double)info->geometry.y_offset / PANGO_SCALE };
      advance += info->geometry.width;
    }
  shown[string->num_glyphs] = n;
  return n;
}

/* Which bytes of the text each glyph stands for: what a reader of the PDF finds and copies. */
static guint
take_clusters (PangoGlyphItem *run,
               const char *text,
               const guint *shown,
               cairo_text_cluster_t *clusters)
{
  PangoGlyphItemIter iter;
  guint n = 0;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      /* From right to left the iterator runs backwards: (end, start]. */
      gboolean forward = iter.start_glyph < iter.end_glyph;
      int first = forward ? iter.start_glyph : iter.end_glyph + 1;
      int end = forward ? iter.end_glyph : iter.start_glyph + 1;

      clusters[n].num_bytes = iter.end_index - iter.start_index;
      clusters[n].num_glyphs = (int)(shown[end] - shown[first]);
      n++;
    }
  return n;
}

static gboolean
is_known (const PangoGlyphString *string)
{
  for (int i = 0; i < string->num_glyphs; i++)
    if (string->glyphs[i].glyph != PANGO_GLYPH_EMPTY
        && (string->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG))
      return FALSE;
  return TRUE;
}

static void
show_run (SzPen *pen, cairo_t *cr, PangoGlyphItem *run, const char *text, double x, double y)
{
  const PangoItem *item = run->item;
  guint n = (guint)run->glyphs->num_glyphs;
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, n + 1);
  g_autofree cairo_text_cluster_t *clusters = g_new (cairo_text_cluster_t, item->length + 1);
  g_autofree guint *shown = g_new (guint, n + 1);
  guint n_glyphs, n_clusters;

  if (!is_known (run->glyphs)) /* no font has it: Pango draws a box with its number */
    {
      pen->font = NULL;
      cairo_move_to (cr, x, y);
      pango_cairo_show_glyph_item (cr, text, run);
      return;
    }
  n_glyphs = take_glyphs (run->glyphs, x, y, glyphs, shown);
  n_clusters = take_clusters (run, text, shown, clusters);
  if (pen->font != item->analysis.font)
    set_font (pen, cr, item->analysis.font);
  cairo_show_text_glyphs (cr, text + item->offset, item->length, glyphs, (int)n_glyphs, clusters,
                          (int)n_clusters,
                          item->analysis.level % 2 ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

static void
show_layout (SzPen *pen, cairo_t *cr, PangoLayout *layout, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  const char *text = pango_layout_get_text (layout);

  do
    {
      PangoGlyphItem *run = pango_layout_iter_get_run_readonly (iter);
      PangoRectangle place;

      if (run == NULL)
        continue;
      pango_layout_iter_get_run_extents (iter, NULL, &place);
      show_run (pen, cr, run, text, x + (double)place.x / PANGO_SCALE,
                y + (double)pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

/* ---- numbers ---- */

/* One run of one font, a glyph a character, each where the advances put it: else Pango shapes them.
 */
static void
learn_figures (Figures *figures, PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  const PangoGlyphItem *run = g_slist_length (line->runs) == 1 ? line->runs->data : NULL;

  if (run == NULL || run->glyphs->num_glyphs != (int)N_FIGURES || !is_known (run->glyphs))
    return;
  for (guint i = 0; i < N_FIGURES; i++)
    {
      const PangoGlyphInfo *info = &run->glyphs->glyphs[i];

      if (info->glyph == PANGO_GLYPH_EMPTY || info->geometry.x_offset != 0
          || info->geometry.y_offset != 0)
        return;
      figures->glyphs[i] = info->glyph;
      figures->advances[i] = (double)info->geometry.width / PANGO_SCALE;
    }
  figures->baseline = (double)pango_layout_get_baseline (layout) / PANGO_SCALE;
  figures->font = g_object_ref (run->item->analysis.font);
}

/* (nullable): when they are not as simple as that. */
static const Figures *
get_figures (SzPen *pen, SzTypeface face, double size)
{
  gpointer key = make_key (face, size);
  Figures *figures = g_hash_table_lookup (pen->figures, key);

  if (figures == NULL)
    {
      figures = g_new0 (Figures, 1);
      learn_figures (figures, get_layout (pen, face, size, FIGURES));
      g_hash_table_insert (pen->figures, key, figures);
    }
  return figures->font != NULL ? figures : NULL;
}

/* FALSE: it is no number, and nothing was drawn. */
static gboolean
show_number (SzPen *pen, cairo_t *cr, const Figures *figures, const char *text, double x, double y)
{
  cairo_glyph_t glyphs[NUMBER_MAX];
  cairo_text_cluster_t clusters[NUMBER_MAX];
  int n = 0;

  for (; text[n] != '\0'; n++)
    {
      const char *place = strchr (FIGURES, text[n]);

      if (place == NULL || n == NUMBER_MAX)
        return FALSE;
      glyphs[n] = (cairo_glyph_t){ figures->glyphs[place - FIGURES], x, y + figures->baseline };
      clusters[n] = (cairo_text_cluster_t){ 1, 1 };
      x += figures->advances[place - FIGURES];
    }
  if (pen->font != figures->font)
    set_font (pen, cr, figures->font);
  cairo_show_text_glyphs (cr, text, n, glyphs, n, clusters, n, 0);
  return TRUE;
}

void
sz_pen_text (SzPen *pen,
             cairo_t *cr,
             SzTypeface face,
             double size,
             const char *text,
             SzBox box,
             SzAlign align,
             gboolean wraps)
{
  double pad = SZ_PAGE_PAD * size;
  double room = MAX (box.width - 2 * pad, 1);
  SzTextFit fit;
  const Figures *figures;
  PangoLayout *layout;
  double slack, x, y;

  g_return_if_fail (pen != NULL && cr != NULL);
  if (text == NULL || *text == '\0')
    return;
  fit = sz_text_fit (&pen->measure, face, size, text, room, box.height, wraps);
  slack = fit.wrapped ? 0 : room - measure_width (pen, face, fit.size, text);
  x = box.x + pad + (align == SZ_ALIGN_LEFT ? 0 : align == SZ_ALIGN_RIGHT ? slack : slack / 2);
  y = box.y + (box.height - fit.height) / 2;
  figures = fit.wrapped ? NULL : get_figures (pen, face, fit.size);
  if (figures != NULL && show_number (pen, cr, figures, text, x, y))
    return;
  layout = get_layout (pen, face, fit.size, text);
  if (fit.wrapped)
    place_wrapped (layout, room, align);
  show_layout (pen, cr, layout, x, y);
}

void
sz_pen_begin (SzPen *pen)
{
  g_return_if_fail (pen != NULL);
  pen->font = NULL;
}
