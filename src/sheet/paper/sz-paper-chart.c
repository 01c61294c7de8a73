/* sz-paper-chart.c — bars, columns and pies, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-paper-chart.h"

#include <math.h>

#define TITLE_SIZE 12.0
#define LABEL_SIZE 9.0
#define TITLE_HEIGHT 24.0
#define LABEL_HEIGHT 16.0
#define BAR_SHARE 0.6
#define LABEL_SHARE 0.25 /* of the width, for the labels of bars and pies */
#define FIGURE_WIDTH 90.0

/* Told apart in grey too: a copier has no colours. */
static const double colours[][3] = {
  { 0.22, 0.42, 0.65 }, { 0.85, 0.55, 0.24 }, { 0.45, 0.66, 0.36 }, { 0.70, 0.28, 0.30 },
  { 0.55, 0.46, 0.68 }, { 0.30, 0.65, 0.70 }, { 0.60, 0.60, 0.60 }, { 0.86, 0.75, 0.35 },
};

static void
set_colour (cairo_t *cr, guint i)
{
  const double *colour = colours[i % G_N_ELEMENTS (colours)];

  cairo_set_source_rgb (cr, colour[0], colour[1], colour[2]);
}

static void
set_black (cairo_t *cr)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
}

/* All series of a label together. */
static gint64
sum_up (const SzPaperChart *chart, guint i)
{
  gint64 sum = 0;

  for (guint s = 0; s < chart->n_series; s++)
    sum += chart->values[s * chart->n + i];
  return sum;
}

static char *
print_figure (const SzPaperChart *chart, guint i)
{
  return sz_decimal_format_grouped (sum_up (chart, i), chart->decimals);
}

/* Place of value @i on an axis of @length from the least (0 or below) to the greatest. */
static double
scale_value (const SzPaperChart *chart, gint64 value, double length)
{
  gint64 least = 0;
  gint64 most = 0;

  for (guint i = 0; i < chart->n; i++)
    {
      least = MIN (least, sum_up (chart, i));
      most = MAX (most, sum_up (chart, i));
    }
  return most == least ? 0
                       : ((double)value - (double)least) / ((double)most - (double)least) * length;
}

static void
draw_columns (const SzPaperChart *chart, SzPen *pen, cairo_t *cr, SzBox box)
{
  double step = box.width / chart->n;
  double length = box.height - 2 * LABEL_HEIGHT;
  double ground = box.y + box.height - LABEL_HEIGHT - scale_value (chart, 0, length);

  for (guint i = 0; i < chart->n; i++)
    {
      g_autofree char *figure = print_figure (chart, i);
      double x = box.x + step * i;
      double top
          = box.y + box.height - LABEL_HEIGHT - scale_value (chart, chart->values[i], length);

      set_colour (cr, 0);
      cairo_rectangle (cr, x + step * (1 - BAR_SHARE) / 2, MIN (top, ground), step * BAR_SHARE,
                       fabs (ground - top));
      cairo_fill (cr);
      set_black (cr);
      sz_pen_text (pen, cr, SZ_TYPE_BODY, LABEL_SIZE, figure,
                   (SzBox){ x, MIN (top, ground) - LABEL_HEIGHT, step, LABEL_HEIGHT },
                   SZ_ALIGN_CENTER, FALSE);
      sz_pen_text (pen, cr, SZ_TYPE_BODY, LABEL_SIZE, chart->labels[i],
                   (SzBox){ x, box.y + box.height - LABEL_HEIGHT, step, LABEL_HEIGHT },
                   SZ_ALIGN_CENTER, FALSE);
    }
  cairo_move_to (cr, box.x, ground);
  cairo_line_to (cr, box.x + box.width, ground);
  cairo_stroke (cr);
}

/* The names of the series, in the colours of their bars. */
static void
draw_names (const SzPaperChart *chart, SzPen *pen, cairo_t *cr, SzBox box)
{
  double x = box.x + box.width * LABEL_SHARE;

  for (guint s = 0; s < chart->n_series; s++, x += FIGURE_WIDTH)
    {
      set_colour (cr, s);
      cairo_rectangle (cr, x, box.y + (LABEL_HEIGHT - LABEL_SIZE) / 2, LABEL_SIZE, LABEL_SIZE);
      cairo_fill (cr);
      set_black (cr);
      sz_pen_text (pen, cr, SZ_TYPE_BODY, LABEL_SIZE, chart->names[s],
                   (SzBox){ x + LABEL_SIZE * 1.5, box.y, FIGURE_WIDTH - LABEL_SIZE * 1.5,
                            LABEL_HEIGHT },
                   SZ_ALIGN_LEFT, FALSE);
    }
}

/* One series behind another; only what stands alone may be below nothing. */
static void
fill_bar (const SzPaperChart *chart, cairo_t *cr, guint i, SzBox bar, double ground)
{
  gint64 sum = 0;
  double from = ground;

  for (guint s = 0; s < chart->n_series; s++)
    {
      double to;

      sum += chart->values[s * chart->n + i];
      to = bar.x + scale_value (chart, sum, bar.width);
      set_colour (cr, s);
      cairo_rectangle (cr, MIN (from, to), bar.y, fabs (to - from), bar.height);
      cairo_fill (cr);
      from = to;
    }
}

static void
draw_bars (const SzPaperChart *chart, SzPen *pen, cairo_t *cr, SzBox whole)
{
  const double head = chart->names != NULL ? LABEL_HEIGHT : 0;
  SzBox box = { whole.x, whole.y + head, whole.width, whole.height - head };
  double step = box.height / chart->n;
  double left = box.x + box.width * LABEL_SHARE;
  double length = box.x + box.width - left - FIGURE_WIDTH;
  double ground = left + scale_value (chart, 0, length);

  for (guint i = 0; i < chart->n; i++)
    {
      g_autofree char *figure = print_figure (chart, i);
      double y = box.y + step * i;
      double end = left + scale_value (chart, sum_up (chart, i), length);

      fill_bar (chart, cr, i,
                (SzBox){ left, y + step * (1 - BAR_SHARE) / 2, length, step * BAR_SHARE }, ground);
      set_black (cr);
      sz_pen_text (pen, cr, SZ_TYPE_BODY, LABEL_SIZE, figure,
                   (SzBox){ MAX (ground, end), y, FIGURE_WIDTH, step }, SZ_ALIGN_LEFT, FALSE);
      sz_pen_text (pen, cr, SZ_TYPE_BODY, LABEL_SIZE, chart->labels[i],
                   (SzBox){ box.x, y, box.width * LABEL_SHARE, step }, SZ_ALIGN_RIGHT, TRUE);
    }
  cairo_move_to (cr, ground, box.y);
  cairo_line_to (cr, ground, box.y + box.height);
  cairo_stroke (cr);
  if (chart->names != NULL)
    draw_names (chart, pen, cr, whole);
}

/* Shares in tenths of a percent, cut to add up (RULE num-5): the last one takes what is left. */
static void
draw_legend (const SzPaperChart *chart, SzPen *pen, cairo_t *cr, SzBox box, double sum)
{
  double step = MIN (box.height / chart->n, LABEL_HEIGHT * 1.3);
  int left = 1000;

  for (guint i = 0; i < chart->n; i++)
    {
      int share
          = i + 1 == chart->n ? left : (int)floor ((double)chart->values[i] / sum * 1000 + 0.5);
      g_autofree char *figure = print_figure (chart, i);
      g_autofree char *text
          = g_strdup_printf ("%s  %s（%d.%d%%）", chart->labels[i], figure, share / 10, share % 10);
      SzBox line = { box.x, box.y + step * i, box.width, step };

      left -= share;
      set_colour (cr, i);
      cairo_rectangle (cr, line.x, line.y + (step - LABEL_SIZE) / 2, LABEL_SIZE, LABEL_SIZE);
      cairo_fill (cr);
      set_black (cr);
      line.x += LABEL_SIZE * 1.5;
      line.width -= LABEL_SIZE * 1.5;
      sz_pen_text (pen, cr, SZ_TYPE_BODY, LABEL_SIZE, text, line, SZ_ALIGN_LEFT, FALSE);
    }
}

static void
draw_pie (const SzPaperChart *chart, SzPen *pen, cairo_t *cr, SzBox box)
{
  double radius = MIN (box.height, box.width / 2) / 2 - 4;
  double x = box.x + box.width / 4;
  double y = box.y + box.height / 2;
  double from = -G_PI_2;
  double sum = 0;

  for (guint i = 0; i < chart->n; i++)
    sum += MAX (0, (double)chart->values[i]);
  for (guint i = 0; sum > 0 && i < chart->n; i++)
    {
      double to = from + MAX (0, (double)chart->values[i]) / sum * 2 * G_PI;

      set_colour (cr, i);
      cairo_move_to (cr, x, y);
      cairo_arc (cr, x, y, radius, from, to);
      cairo_close_path (cr);
      cairo_fill_preserve (cr);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_stroke (cr);
      from = to;
    }
  set_black (cr);
  if (sum > 0)
    draw_legend (chart, pen, cr,
                 (SzBox){ box.x + box.width / 2, box.y + box.height * 0.1, box.width / 2,
                          box.height * 0.8 },
                 sum);
}

void
sz_paper_chart_draw (const SzPaperChart *chart, SzPen *pen, cairo_t *cr, SzBox box)
{
  static void (*const draws[]) (const SzPaperChart *, SzPen *, cairo_t *, SzBox)
      = { [SZ_CHART_BAR] = draw_bars, [SZ_CHART_PIE] = draw_pie, [SZ_CHART_COLUMN] = draw_columns };
  SzBox plot = { box.x, box.y + TITLE_HEIGHT, box.width, box.height - TITLE_HEIGHT - 8 };

  g_return_if_fail (chart != NULL && pen != NULL && cr != NULL);
  sz_pen_text (pen, cr, SZ_TYPE_HEADING, TITLE_SIZE, chart->title,
               (SzBox){ box.x, box.y, box.width, TITLE_HEIGHT }, SZ_ALIGN_CENTER, FALSE);
  draws[chart->kind](chart, pen, cr, plot);
}
