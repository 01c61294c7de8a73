/* sz-leaf-draw.c — the lines of a page, drawn
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-leaf-draw.h"

#include <math.h>

#include "sz-paper-chart.h"

#define THIN 0.5
#define GREY 0.93
#define FOOTER_SIZE 9.0
#define MARK_SIZE 7.0
#define FOOTER_BELOW 10.0 /* under the last line that a page can hold */
#define HEADLINE_GAP 12.0
#define FIELD_LABEL 0.35

typedef struct
{
  SzPen *pen;
  cairo_t *cr;
  const SzPageBox *page;
  const SzLeafType *type;
  gboolean links;
  const GPtrArray *lines; /* of the page, and the one at hand */
  guint at;
} Canvas;

typedef void (*DrawFunc) (const Canvas *canvas, const SzLeafLine *line, SzBox box);

static void
draw_frame (const Canvas *canvas, SzBox box, gboolean filled)
{
  cairo_rectangle (canvas->cr, box.x, box.y, box.width, box.height);
  if (filled)
    {
      cairo_set_source_rgb (canvas->cr, GREY, GREY, GREY);
      cairo_fill_preserve (canvas->cr);
      cairo_set_source_rgb (canvas->cr, 0, 0, 0);
    }
  cairo_stroke (canvas->cr);
}

static void
draw_text (
    const Canvas *canvas, SzTypeface face, double size, const char *text, SzBox box, SzAlign align)
{
  sz_pen_text (canvas->pen, canvas->cr, face, size, text, box, align, TRUE);
}

static void
draw_title (const Canvas *canvas, const SzLeafLine *line, SzBox box)
{
  draw_text (canvas, SZ_TYPE_TITLE, canvas->type->title, line->block->texts[0], box,
             SZ_ALIGN_CENTER);
}

static double
measure_plain (const Canvas *canvas, const char *text)
{
  const SzMeasure *measure = sz_pen_measure (canvas->pen);

  return *text == '\0' ? 0
                       : measure->width (measure->self, SZ_TYPE_BODY, canvas->type->body, text)
                             + 2 * SZ_PAGE_PAD * canvas->type->body + 0.1;
}

/* Left and right at the edges; the middle in the middle of the page, or of what they leave. */
static void
draw_headline (const Canvas *canvas, const SzLeafLine *line, SzBox box)
{
  GStrv texts = line->block->texts;
  double widths[3];
  double all = 0;
  double free_left, free_right, middle;

  for (guint i = 0; i < 3; i++)
    {
      widths[i] = measure_plain (canvas, texts[i]);
      all += widths[i];
    }
  for (guint i = 0; i < 3 && all > box.width; i++)
    widths[i] *= box.width / all;
  draw_text (canvas, SZ_TYPE_BODY, canvas->type->body, texts[0],
             (SzBox){ box.x, box.y, widths[0], box.height }, SZ_ALIGN_LEFT);
  draw_text (canvas, SZ_TYPE_BODY, canvas->type->body, texts[2],
             (SzBox){ box.x + box.width - widths[2], box.y, widths[2], box.height },
             SZ_ALIGN_RIGHT);
  free_left = box.x + widths[0];
  free_right = box.x + box.width - widths[2];
  middle = box.x + (box.width - widths[1]) / 2;
  if (middle < free_left + HEADLINE_GAP || middle + widths[1] > free_right - HEADLINE_GAP)
    middle = (free_left + free_right - widths[1]) / 2;
  draw_text (canvas, SZ_TYPE_BODY, canvas->type->body, texts[1],
             (SzBox){ middle, box.y, widths[1], box.height }, SZ_ALIGN_CENTER);
}

static void
draw_paragraph (const Canvas *canvas, const SzLeafLine *line, SzBox box)
{
  draw_text (canvas, SZ_TYPE_BODY, canvas->type->body, line->text, box, SZ_ALIGN_LEFT);
}

static void
draw_fields (const Canvas *canvas, const SzLeafLine *line, SzBox box)
{
  const SzPaperBlock *block = line->block;
  double pair = box.width / block->per_line;
  double x = box.x;

  for (guint i = 0; i < 2 * block->per_line; i++)
    {
      gboolean label = i % 2 == 0;
      SzBox cell = { x, box.y, pair * (label ? FIELD_LABEL : 1 - FIELD_LABEL), box.height };
      const char *text = line->first + i < block->n_texts ? block->texts[line->first + i] : NULL;

      draw_frame (canvas, cell, label);
      draw_text (canvas, label ? SZ_TYPE_HEADING : SZ_TYPE_BODY, canvas->type->body, text, cell,
                 label ? SZ_ALIGN_CENTER : SZ_ALIGN_LEFT);
      x += cell.width;
    }
}

/* Labels side by side, each with a line to sign on. */
static void
draw_signatures (const Canvas *canvas, const SzLeafLine *line, SzBox box)
{
  const SzPaperBlock *block = line->block;
  guint per_line
      = sz_leaf_per_line (sz_pen_measure (canvas->pen), block, canvas->type->body, box.width);
  double part = box.width / per_line;

  for (guint i = 0; i < block->n_texts; i++)
    {
      SzBox place
          = { box.x + part * (i % per_line), box.y + canvas->type->signatures * (i / per_line),
              part, canvas->type->signatures };
      double end = place.x + MIN (measure_plain (canvas, block->texts[i]), part);
      double ground = place.y + (place.height + canvas->type->body * SZ_LEAF_LINE) / 2 - 2;

      draw_text (canvas, SZ_TYPE_BODY, canvas->type->body, block->texts[i], place, SZ_ALIGN_LEFT);
      cairo_move_to (canvas->cr, end, ground);
      cairo_line_to (canvas->cr, MAX (end, place.x + part - HEADLINE_GAP), ground);
      cairo_stroke (canvas->cr);
    }
}

/* The label at the top, the seal where the space is, the day at the bottom. */
static void
draw_opinions (const Canvas *canvas, const SzLeafLine *line, SzBox box)
{
  const double high = canvas->type->body * SZ_LEAF_LINE;
  const double part = box.width / SZ_FLOW_OPINIONS;

  for (guint i = 0; i < SZ_FLOW_OPINIONS && line->first + i < line->block->n_texts; i++)
    {
      SzBox cell = { box.x + part * i, box.y, part, box.height };

      draw_frame (canvas, cell, FALSE);
      draw_text (canvas, SZ_TYPE_BODY, canvas->type->body, line->block->texts[line->first + i],
                 (SzBox){ cell.x, cell.y + 4, cell.width, high }, SZ_ALIGN_LEFT);
      draw_text (canvas, SZ_TYPE_BODY, canvas->type->body, SZ_LABEL_DAY,
                 (SzBox){ cell.x, cell.y + cell.height - high - 4, cell.width - 8, high },
                 SZ_ALIGN_RIGHT);
    }
}

/* In the middle of its line; one in the middle of the page leaves the margin of what follows. */
static void
draw_cut (const Canvas *canvas, const SzLeafLine *line, SzBox box)
{
  static const double dashes[] = { 4, 3 };
  const double below = line->kind == SZ_LINE_HALF ? canvas->page->top : box.height / 2;

  cairo_set_dash (canvas->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (canvas->cr, box.x, box.y + box.height - below);
  cairo_line_to (canvas->cr, box.x + box.width, box.y + box.height - below);
  cairo_stroke (canvas->cr);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
}

static void
draw_chart (const Canvas *canvas, const SzLeafLine *line, SzBox box)
{
  sz_paper_chart_draw (line->block->chart, canvas->pen, canvas->cr, box);
}

static double
sum_columns (const SzColumnFit *fit, guint first, guint end)
{
  double width = 0;

  for (guint c = first; c < end; c++)
    width += fit->widths[c];
  return width;
}

static SzBox
get_cell (const SzLeafLine *line, SzBox box, guint first, guint end)
{
  return (SzBox){ box.x + line->fit->left + sum_columns (line->fit, 0, first), box.y,
                  sum_columns (line->fit, first, end), box.height };
}

/* A heading of several lines has them equally long: 专任／教师, not 专任教／师. */
static void
balance_heading (const Canvas *canvas, double size, const char *text, SzBox *cell)
{
  const SzMeasure *measure = sz_pen_measure (canvas->pen);
  const double pad = 2 * SZ_PAGE_PAD * size;
  const double room = cell->width - pad;
  const double natural = measure->width (measure->self, SZ_TYPE_HEADING, size, text);
  SzTextFit fit = sz_text_fit (measure, SZ_TYPE_HEADING, size, text, room, cell->height, TRUE);
  double narrow;

  if (!fit.wrapped || room <= 0 || fit.size < size)
    return;
  narrow = ceil (natural / ceil (natural / room) / size - 0.05) * size + 0.1;
  if (narrow >= room
      || measure->height (measure->self, SZ_TYPE_HEADING, size, text, narrow) > fit.height + 0.1)
    return;
  cell->x += (room - narrow) / 2;
  cell->width = narrow + pad;
}

static void
draw_heading_cell (const Canvas *canvas, const SzLeafLine *line, const char *text, SzBox cell)
{
  if (cell.width <= 0)
    return;
  draw_frame (canvas, cell, TRUE);
  balance_heading (canvas, line->fit->font_size, text, &cell);
  draw_text (canvas, SZ_TYPE_HEADING, line->fit->font_size, text, cell, SZ_ALIGN_CENTER);
}

static void
draw_heading (const Canvas *canvas, const SzLeafLine *line, SzBox box)
{
  const SzPaperTable *table = line->block->table;
  SzBox upper = { box.x, box.y, box.width, line->upper };
  SzBox lower = { box.x, box.y + line->upper, box.width, box.height - line->upper };

  for (guint c = 0; c < table->n_columns; c++)
    {
      const char *group = table->columns[c].group;
      guint end = c + 1;

      draw_heading_cell (canvas, line, table->columns[c].heading,
                         get_cell (line, group != NULL ? lower : box, c, c + 1));
      if (group == NULL || (c > 0 && g_strcmp0 (table->columns[c - 1].group, group) == 0))
        continue;
      while (end < table->n_columns && g_strcmp0 (table->columns[end].group, group) == 0)
        end++;
      draw_heading_cell (canvas, line, group, get_cell (line, upper, c, end));
    }
}

static void
draw_cell (const Canvas *canvas, const SzLeafLine *line, guint c, SzTypeface face, SzBox box)
{
  const SzPaperColumn *column = &line->block->table->columns[c];
  SzBox cell = get_cell (line, box, c, c + 1);
  gboolean wraps = column->kind == SZ_COLUMN_TEXT && face == SZ_TYPE_BODY;

  if (cell.width <= 0)
    return;
  draw_frame (canvas, cell, FALSE);
  sz_pen_text (canvas->pen, canvas->cr, face, line->fit->font_size, line->cells[c], cell,
               sz_paper_column_align (column), wraps);
}

/* Is the cell of line @i one with that above it? */
static gboolean
hangs (const Canvas *canvas, guint i, guint c)
{
  const SzLeafLine *line = i < canvas->lines->len ? g_ptr_array_index (canvas->lines, i) : NULL;
  const SzLeafLine *above = i > 0 ? g_ptr_array_index (canvas->lines, i - 1) : NULL;

  return line != NULL && above != NULL && line->kind == SZ_LINE_ROW && above->kind == SZ_LINE_ROW
         && above->block == line->block && line->block->table->columns[c].down
         && (line->cells[c] == NULL || *line->cells[c] == '\0');
}

/* With the cells that hang on it, as far as the page goes. */
static double
measure_down (const Canvas *canvas, guint c, double height)
{
  for (guint i = canvas->at + 1; hangs (canvas, i, c); i++)
    height += ((const SzLeafLine *)g_ptr_array_index (canvas->lines, i))->height;
  return height;
}

static void
draw_row (const Canvas *canvas, const SzLeafLine *line, SzBox box)
{
  const gboolean leads = canvas->links && line->place > 0;

  if (leads)
    {
      g_autofree char *where = g_strdup_printf ("dest='paper%u'", line->place);

      cairo_tag_begin (canvas->cr, CAIRO_TAG_LINK, where);
    }
  for (guint c = 0; c < line->block->table->n_columns; c++)
    if (!hangs (canvas, canvas->at, c))
      draw_cell (canvas, line, c, SZ_TYPE_BODY,
                 (SzBox){ box.x, box.y, box.width, measure_down (canvas, c, box.height) });
  if (leads)
    cairo_tag_end (canvas->cr, CAIRO_TAG_LINK);
}

static void
draw_label (const Canvas *canvas, const SzLeafLine *line, const char *text, guint end, SzBox box)
{
  SzBox label = get_cell (line, box, 0, end);

  draw_frame (canvas, label, FALSE);
  sz_pen_text (canvas->pen, canvas->cr, SZ_TYPE_HEADING, line->fit->font_size, text, label,
               SZ_ALIGN_CENTER, FALSE);
}

static gboolean
is_roomy (const Canvas *canvas, const SzLeafLine *line, guint span)
{
  const SzMeasure *measure = sz_pen_measure (canvas->pen);
  double size = line->fit->font_size;

  return measure->width (measure->self, SZ_TYPE_HEADING, size, line->text) + 2 * SZ_PAGE_PAD * size
         <= sum_columns (line->fit, 0, span);
}

/* The label fills the columns before the first sum. Where they are too narrow, a count that follows
   joins it: 本页小计 40人; where there are none, the first sum does. */
static void
draw_sums (const Canvas *canvas, const SzLeafLine *line, SzBox box)
{
  const SzPaperTable *table = line->block->table;
  guint span = sz_paper_table_label_span (table);
  gboolean joined
      = span < table->n_columns
        && (span == 0
            || (table->columns[span].total == SZ_TOTAL_COUNT && !is_roomy (canvas, line, span)));
  g_autofree char *text
      = joined ? g_strjoin (" ", line->text, line->cells[span], NULL) : g_strdup (line->text);
  guint end = joined ? span + 1 : span;

  draw_label (canvas, line, text, end, box);
  for (guint c = end; c < table->n_columns; c++)
    draw_cell (canvas, line, c, SZ_TYPE_HEADING, box);
}

static void
draw_uppercase (const Canvas *canvas, const SzLeafLine *line, SzBox box)
{
  SzBox cell = get_cell (line, box, 0, line->block->table->n_columns);

  draw_frame (canvas, cell, FALSE);
  sz_pen_text (canvas->pen, canvas->cr, SZ_TYPE_HEADING, line->fit->font_size, line->text, cell,
               SZ_ALIGN_LEFT, FALSE);
}

static void
draw_footer (const Canvas *canvas, const SzLeaf *leaf)
{
  g_autofree char *text = g_strdup_printf ("第 %u 页 共 %u 页", leaf->number, leaf->of);
  SzBox box = { leaf->box.left, leaf->box.height - leaf->box.bottom + FOOTER_BELOW,
                sz_page_box_room (&leaf->box), FOOTER_SIZE * SZ_LEAF_LINE };

  draw_text (canvas, SZ_TYPE_BODY, FOOTER_SIZE, text, box, SZ_ALIGN_CENTER);
  if (leaf->paper->mark != NULL)
    draw_text (canvas, SZ_TYPE_BODY, MARK_SIZE, leaf->paper->mark, box, SZ_ALIGN_RIGHT);
  if (leaf->paper->foot == NULL)
    return;
  box.width = box.width / 2 - 4 * FOOTER_SIZE;
  draw_text (canvas, SZ_TYPE_BODY, FOOTER_SIZE, leaf->paper->foot, box, SZ_ALIGN_LEFT);
}

/* What contents pages and the outline lead to. */
static void
mark_place (const SzLeaf *leaf, cairo_t *cr)
{
  g_autofree char *name = g_strdup_printf ("name='paper%u'", leaf->place);

  cairo_tag_begin (cr, CAIRO_TAG_DEST, name);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

void
sz_leaf_draw (const SzLeaf *leaf, SzPen *pen, cairo_t *cr, gboolean links)
{
  static const DrawFunc draws[] = {
    [SZ_LINE_TITLE] = draw_title,
    [SZ_LINE_HEADLINE] = draw_headline,
    [SZ_LINE_TEXT] = draw_paragraph,
    [SZ_LINE_FIELDS] = draw_fields,
    [SZ_LINE_HEADING] = draw_heading,
    [SZ_LINE_ROW] = draw_row,
    [SZ_LINE_SUBTOTAL] = draw_sums,
    [SZ_LINE_TOTAL] = draw_sums,
    [SZ_LINE_UPPERCASE] = draw_uppercase,
    [SZ_LINE_SIGNATURES] = draw_signatures,
    [SZ_LINE_CHART] = draw_chart,
    [SZ_LINE_BREAK] = NULL,
    [SZ_LINE_PAGE_TOTAL] = draw_sums,
    [SZ_LINE_RUNNING] = draw_sums,
    [SZ_LINE_OPINIONS] = draw_opinions,
    [SZ_LINE_CUT] = draw_cut,
    [SZ_LINE_HALF] = draw_cut,
  };
  Canvas canvas = { pen, cr, NULL, NULL, links, NULL, 0 };
  double y;

  g_return_if_fail (leaf != NULL && pen != NULL && cr != NULL);
  canvas.page = &leaf->box;
  canvas.lines = leaf->lines;
  canvas.type = sz_leaf_type (&leaf->box, leaf->paper->tight);
  y = leaf->box.top;
  if (links && leaf->first)
    mark_place (leaf, cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, THIN);
  for (guint i = 0; i < leaf->lines->len; i++)
    {
      const SzLeafLine *line = g_ptr_array_index (leaf->lines, i);

      canvas.at = i;
      if (draws[line->kind] != NULL)
        draws[line->kind](&canvas, line,
                          (SzBox){ leaf->box.left, y, sz_page_box_room (&leaf->box),
                                   line->height });
      y += line->height;
    }
  draw_footer (&canvas, leaf);
}
