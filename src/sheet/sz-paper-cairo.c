/* sz-paper-cairo.c — papers as pages for PDF, preview and printer (the only file with pangocairo.h)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-paper-cairo.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

#include "sz-outfile.h"
#include "sz-pen.h"

#define FIRST_ASCII 0x20
#define LAST_ASCII 0x7E
#define SAMPLE_SIZE 1000.0 /* large, so that a unit of Pango is no error */

struct _SzPen
{
  PangoFontMap *map;
  PangoContext *context;
  GHashTable
      *layouts; /* face and size → PangoLayout: changing a layout's font throws its work away */
  double narrow[SZ_N_TYPES][LAST_ASCII - FIRST_ASCII + 1]; /* ems */
  double wide[SZ_N_TYPES];
  SzMeasure measure;
};

static PangoFontDescription *
describe_font (SzTypeface face, double size)
{
  /* Named outright: "Sans" would take its Latin letters and figures from another font. The body is
     the serif: cairo 1.16 loses 如 when it embeds Noto Sans CJK SC Regular, and of the other three
     nothing. */
  static const char *const families[] = {
    [SZ_TYPE_TITLE] = "Noto Serif CJK SC,Source Han Serif SC,SimSun,serif",
    [SZ_TYPE_HEADING] = "Noto Sans CJK SC,Source Han Sans SC,SimHei,sans-serif",
    [SZ_TYPE_BODY] = "Noto Serif CJK SC,Source Han Serif SC,FangSong,SimSun,serif",
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

static PangoLayout *
get_layout (SzPen *pen, SzTypeface face, double size, const char *text)
{
  gpointer key = GINT_TO_POINTER (lround (size * 100) * SZ_N_TYPES + face);
  PangoLayout *layout = g_hash_table_lookup (pen->layouts, key);

  if (layout == NULL)
    {
      layout = make_layout (pen->context, face, size);
      g_hash_table_insert (pen->layouts, key, layout);
    }
  pango_layout_set_width (layout, -1);
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

static SzPen *
new_pen (void)
{
  SzPen *pen = g_new0 (SzPen, 1);

  pen->map = pango_cairo_font_map_new ();
  pen->context = pango_font_map_create_context (pen->map);
  pen->layouts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  pen->measure = (SzMeasure){ pen, measure_width, measure_height };
  set_metrics (pen->context);
  for (guint face = 0; face < SZ_N_TYPES; face++)
    learn_widths (pen, face);
  return pen;
}

static void
free_pen (SzPen *pen)
{
  g_hash_table_unref (pen->layouts);
  g_object_unref (pen->context);
  g_object_unref (pen->map);
  g_free (pen);
}

const SzMeasure *
sz_pen_measure (SzPen *pen)
{
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
  PangoLayout *layout;
  double slack;

  if (text == NULL || *text == '\0')
    return;
  fit = sz_text_fit (&pen->measure, face, size, text, room, box.height, wraps);
  slack = fit.wrapped ? 0 : room - measure_width (pen, face, fit.size, text);
  layout = get_layout (pen, face, fit.size, text);
  if (fit.wrapped)
    place_wrapped (layout, room, align);
  cairo_move_to (cr,
                 box.x + pad
                     + (align == SZ_ALIGN_LEFT    ? 0
                        : align == SZ_ALIGN_RIGHT ? slack
                                                  : slack / 2),
                 box.y + (box.height - fit.height) / 2);
  pango_cairo_show_layout (cr, layout);
}

struct _SzPages
{
  SzPen *pen;
  SzLeaves *leaves;
  gint64 created;
};

SzPages *
sz_pages_new_full (SzPaper *const *papers,
                   guint n_papers,
                   SzPaperProgress progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  SzFlowWatch watch = { progress, user_data, cancellable, 0, 0 };
  g_autoptr (SzPages) pages = NULL;

  g_return_val_if_fail (papers != NULL && n_papers > 0, NULL);
  pages = g_new0 (SzPages, 1);
  watch.total = sz_flow_count (papers, n_papers);
  pages->created = papers[0]->created;
  pages->pen = new_pen ();
  pages->leaves = sz_leaves_new (papers, n_papers, sz_pen_measure (pages->pen), &watch, error);
  return pages->leaves != NULL ? g_steal_pointer (&pages) : NULL;
}

SzPages *
sz_pages_new (SzPaper *const *papers, guint n_papers, GError **error)
{
  return sz_pages_new_full (papers, n_papers, NULL, NULL, NULL, error);
}

void
sz_pages_free (SzPages *pages)
{
  g_clear_pointer (&pages->leaves, sz_leaves_free);
  g_clear_pointer (&pages->pen, free_pen);
  g_free (pages);
}

guint
sz_pages_count (SzPages *pages)
{
  g_return_val_if_fail (pages != NULL, 0);
  return pages->leaves->pages->len;
}

void
sz_pages_get_size (SzPages *pages, guint page, double *width, double *height)
{
  const SzLeaf *leaf;

  g_return_if_fail (pages != NULL && page < pages->leaves->pages->len);
  leaf = g_ptr_array_index (pages->leaves->pages, page);
  *width = leaf->box.width;
  *height = leaf->box.height;
}

void
sz_pages_draw (SzPages *pages, guint page, cairo_t *cr)
{
  g_return_if_fail (pages != NULL && page < pages->leaves->pages->len && cr != NULL);
  cairo_save (cr);
  sz_leaf_draw (g_ptr_array_index (pages->leaves->pages, page), pages->pen, cr);
  cairo_restore (cr);
}

typedef struct
{
  FILE *file;
  int fault;
} PdfFile;

static cairo_status_t
bytes_written_cb (void *closure, const unsigned char *data, unsigned int length)
{
  PdfFile *pdf = closure;

  if (fwrite (data, 1, length, pdf->file) == length)
    return CAIRO_STATUS_SUCCESS;
  pdf->fault = errno != 0 ? errno : EIO;
  return CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
draw_pages (SzPages *pages, cairo_surface_t *surface, GCancellable *cancellable, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean stopped = FALSE;

  for (guint page = 0; page < sz_pages_count (pages) && !stopped; page++)
    {
      double width, height;

      sz_pages_get_size (pages, page, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      sz_pages_draw (pages, page, cr);
      cairo_show_page (cr);
      stopped = g_cancellable_is_cancelled (cancellable);
    }
  cairo_destroy (cr);
  return !stopped || sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
}

static gboolean
write_pages (SzPages *pages, SzOutfile *out, GCancellable *cancellable, GError **error)
{
  PdfFile pdf = { fopen (sz_outfile_path (out), "wbe"), 0 };
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (pages->created);
  g_autofree char *iso = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
  cairo_surface_t *surface;
  gboolean ok;
  cairo_status_t status;

  if (pdf.file == NULL)
    return sz_outfile_fail (out, errno, error);
  surface = cairo_pdf_surface_create_for_stream (bytes_written_cb, &pdf, 595, 842);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, iso);
  ok = draw_pages (pages, surface, cancellable, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  errno = 0;
  if (fclose (pdf.file) != 0 && pdf.fault == 0)
    pdf.fault = errno != 0 ? errno : EIO;
  if (ok && (status != CAIRO_STATUS_SUCCESS || pdf.fault != 0))
    return sz_outfile_fail (out, pdf.fault, error);
  return ok;
}

gboolean
sz_paper_write_pdf (SzPaper *const *papers,
                    guint n_papers,
                    const char *path,
                    SzPaperProgress progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (SzOutfile) out = NULL;
  g_autoptr (SzPages) pages = NULL;

  g_return_val_if_fail (papers != NULL && n_papers > 0 && path != NULL, FALSE);
  out = sz_outfile_new (path, error);
  if (out == NULL)
    return FALSE;
  pages = sz_pages_new_full (papers, n_papers, progress, user_data, cancellable, error);
  return pages != NULL && write_pages (pages, out, cancellable, error)
         && sz_outfile_commit (out, error);
}
