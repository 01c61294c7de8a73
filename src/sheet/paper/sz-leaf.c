/* sz-leaf.c — the lines of papers on their pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-leaf.h"

#include <string.h>

#define SHRINK_STEP 0.97  /* sizes come in steps, so that few are in use */
#define SHRINK_WORDS 0.85 /* text smaller than this is wrapped instead */
#define SHRINK_CODES 0.4  /* codes and figures smaller than this are wrapped after all */
#define SHRINK_MOST 0.1
#define ROW_SPARE 0.55   /* above and below a row's text together, in ems */
#define ROW_DENSE 0.27   /* the same of a dense table */
#define CHART_SHARE 0.42 /* of the page's width: a chart's height */
#define FIELD_LABEL 0.35

const SzLeafType *
sz_leaf_type (const SzPageBox *box, gboolean tight)
{
  static const SzLeafType upright = { 22.0, 14.0, 10.5, ROW_SPARE, 30.0, 20.0 };
  static const SzLeafType lying = { 22.0, 6.0, 10.5, 0.4, 30.0, 20.0 };
  static const SzLeafType strips = { 16.0, 6.0, 9.0, 0.2, 26.0, 11.0 };

  g_return_val_if_fail (box != NULL, NULL);

  return tight ? &strips : box->landscape ? &lying : &upright;
}

SzTextFit
sz_text_fit (const SzMeasure *measure,
             SzTypeface face,
             double size,
             const char *text,
             double width,
             double most,
             gboolean wraps)
{
  SzTextFit fit = { size, size * SZ_LEAF_LINE, FALSE };
  double natural = measure->width (measure->self, face, size, text);
  /* Headings have room for two lines. */
  double least = size * (!wraps ? SHRINK_CODES : face == SZ_TYPE_HEADING ? 1 : SHRINK_WORDS);
  gboolean broken = strchr (text, '\n') != NULL;

  while ((natural * fit.size / size > width || fit.height > most) && fit.size * SHRINK_STEP >= least
         && !broken)
    {
      fit.size *= SHRINK_STEP;
      fit.height = fit.size * SZ_LEAF_LINE;
    }
  if (!broken && natural * fit.size / size <= width && fit.height <= most)
    return fit;
  fit.wrapped = TRUE;
  fit.size = size;
  fit.height = measure->height (measure->self, face, fit.size, text, width);
  while (fit.height > most && fit.size * SHRINK_STEP >= size * SHRINK_MOST)
    {
      fit.size *= SHRINK_STEP;
      fit.height = measure->height (measure->self, face, fit.size, text, width);
    }
  return fit;
}

typedef struct
{
  SzLeaves *leaves;
  SzPaper *paper;
  const SzMeasure *measure;
  SzPageBox box;
  const SzLeafType *type;
  GPtrArray *lines; /* of the paper at hand */
  SzColumnFit *fit; /* of the table at hand */
} Layout;

static double
get_spare (const SzPaperTable *table)
{
  return table->options.dense ? ROW_DENSE : ROW_SPARE;
}

static double
get_room (const Layout *layout)
{
  return sz_page_box_room (&layout->box);
}

/* No line may be higher than a page takes below a repeated heading. */
static double
get_most (const Layout *layout)
{
  return sz_page_box_height (&layout->box) * 0.6;
}

static double
measure_fit (const Layout *layout,
             SzTypeface face,
             double size,
             const char *text,
             double width,
             gboolean wraps)
{
  return sz_text_fit (layout->measure, face, size, text, width, get_most (layout), wraps).height;
}

static double
measure_text (const Layout *layout, SzTypeface face, double size, const char *text, double width)
{
  return measure_fit (layout, face, size, text, width, TRUE);
}

static const char **
new_cells (Layout *layout, guint n)
{
  const char **cells = g_new0 (const char *, n);

  g_ptr_array_add (layout->leaves->arrays, cells);
  return cells;
}

static const char *
keep_text (Layout *layout, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  return valid != NULL ? g_string_chunk_insert_const (layout->leaves->texts, valid) : NULL;
}

static double
measure_headings (Layout *layout, const SzPaperTable *table, gboolean upper)
{
  double size = layout->fit->font_size;
  double height = size * SZ_LEAF_LINE;

  for (guint c = 0; c < table->n_columns; c++)
    {
      const char *text = upper ? table->columns[c].group : table->columns[c].heading;
      double width = layout->fit->widths[c] - 2 * SZ_PAGE_PAD * size;
      double needed;

      if (text == NULL || layout->fit->widths[c] <= 0)
        continue;
      for (guint end = c + 1;
           upper && end < table->n_columns && g_strcmp0 (table->columns[end].group, text) == 0;
           end++)
        width += layout->fit->widths[end];
      needed = measure_text (layout, SZ_TYPE_HEADING, size, text, MAX (width, size));
      height = MAX (height, needed);
    }
  return height + get_spare (table) * size;
}

static void
take_heading (Layout *layout, SzLeafLine *line)
{
  const SzPaperTable *table = line->block->table;

  layout->fit = sz_column_fit_new (table, get_room (layout));
  g_ptr_array_add (layout->leaves->fits, layout->fit);
  line->fit = layout->fit;
  line->upper = table->grouped ? measure_headings (layout, table, TRUE) : 0;
  line->height = line->upper + measure_headings (layout, table, FALSE);
}

static double
measure_cells (Layout *layout, const SzPaperTable *table, const char *const *cells)
{
  double size = layout->fit->font_size;
  double height = size * SZ_LEAF_LINE;
  gboolean signs = FALSE;

  for (guint c = 0; c < table->n_columns; c++)
    {
      double width = layout->fit->widths[c] - 2 * SZ_PAGE_PAD * size;
      gboolean wraps = table->columns[c].kind == SZ_COLUMN_TEXT;
      double needed = cells[c] != NULL && width > 0
                          ? measure_fit (layout, SZ_TYPE_BODY, size, cells[c], width, wraps)
                          : 0;

      height = MAX (height, needed);
      signs |= table->columns[c].signs && !table->options.dense;
    }
  return MAX (height + get_spare (table) * size, signs ? SZ_LEAF_PEN : 0);
}

static void
take_row (Layout *layout, const SzFlowLine *from, SzLeafLine *line)
{
  const SzPaperTable *table = line->block->table;

  line->fit = layout->fit;
  line->cells = new_cells (layout, table->n_columns);
  for (guint c = 0; c < table->n_columns; c++)
    {
      g_autofree char *text = sz_paper_print (&table->columns[c], &from->values[c]);

      line->cells[c] = keep_text (layout, text);
      line->place = MAX (line->place, from->values[c].place);
    }
  line->height = measure_cells (layout, table, line->cells);
  if (!table->options.page_subtotals)
    return;
  line->values = g_memdup2 (from->values, table->n_columns * sizeof *from->values);
  for (guint c = 0; c < table->n_columns; c++)
    line->values[c].text = NULL;
  g_ptr_array_add (layout->leaves->arrays, line->values);
}

static double
measure_sums (const SzLeafLine *line)
{
  return line->fit->font_size * (SZ_LEAF_LINE + get_spare (line->block->table));
}

static void
take_sums (Layout *layout, SzLeafLine *line, const char *label, const SzTally *tally)
{
  const SzPaperTable *table = line->block->table;

  line->fit = layout->fit;
  line->text = label;
  line->cells = new_cells (layout, table->n_columns);
  for (guint c = 0; c < table->n_columns; c++)
    {
      g_autofree char *text = sz_tally_print (tally, c);

      line->cells[c] = keep_text (layout, text);
    }
  line->height = measure_sums (line);
}

static void
take_fields (Layout *layout, SzLeafLine *line)
{
  const SzPaperBlock *block = line->block;
  const double size = layout->type->body;
  double pair = get_room (layout) / block->per_line;
  double height = size * SZ_LEAF_LINE;

  for (guint i = line->first; i < MIN (line->first + 2 * block->per_line, block->n_texts); i++)
    {
      double width = pair * (i % 2 == 0 ? FIELD_LABEL : 1 - FIELD_LABEL) - 2 * SZ_PAGE_PAD * size;
      double needed = measure_text (layout, i % 2 == 0 ? SZ_TYPE_HEADING : SZ_TYPE_BODY, size,
                                    block->texts[i], width);

      height = MAX (height, needed);
    }
  line->height = height + ROW_SPARE * size;
}

guint
sz_leaf_per_line (const SzMeasure *measure, const SzPaperBlock *block, double size, double room)
{
  guint per_line = MIN (block->n_texts, SZ_LEAF_PER_LINE);
  guint lines;
  double widest = 0;

  g_return_val_if_fail (measure != NULL, 0);

  for (guint i = 0; i < block->n_texts; i++)
    widest = MAX (widest, measure->width (measure->self, SZ_TYPE_BODY, size, block->texts[i]));
  while (per_line > 1 && room / per_line < widest + SZ_LEAF_SIGN)
    per_line--;
  /* Five are three and two, not four and one. */
  lines = (block->n_texts + per_line - 1) / per_line;
  return (block->n_texts + lines - 1) / lines;
}

static double
measure_signatures (const Layout *layout, const SzPaperBlock *block)
{
  guint per_line = sz_leaf_per_line (layout->measure, block, layout->type->body, get_room (layout));

  return (block->n_texts + per_line - 1) / per_line * layout->type->signatures;
}

static void
take_words (Layout *layout, SzLeafLine *line)
{
  const SzLeafType *type = layout->type;
  double room = get_room (layout);

  if (line->kind == SZ_LINE_TITLE)
    line->height = type->title_spare
                   + measure_text (layout, SZ_TYPE_TITLE, type->title, line->block->texts[0], room);
  else if (line->kind == SZ_LINE_HEADLINE)
    line->height = type->body * (SZ_LEAF_LINE + type->spare);
  else if (line->kind == SZ_LINE_TEXT)
    line->height = measure_text (layout, SZ_TYPE_BODY, type->body, line->text, room)
                   + type->spare * type->body;
  else if (line->kind == SZ_LINE_SIGNATURES)
    line->height = measure_signatures (layout, line->block);
  else if (line->kind == SZ_LINE_CHART)
    line->height = room * CHART_SHARE;
  else if (line->kind == SZ_LINE_OPINIONS)
    line->height = SZ_LEAF_OPINION;
  else if (line->kind == SZ_LINE_CUT)
    line->height = type->cut;
}

static gboolean
line_reached_cb (const SzFlowLine *from, gpointer user_data, GError **error)
{
  Layout *layout = user_data;
  SzLeafLine *line = g_new0 (SzLeafLine, 1);

  g_ptr_array_add (layout->leaves->lines, line);
  g_ptr_array_add (layout->lines, line);
  line->kind = from->kind;
  line->block = from->block;
  line->first = from->first;
  line->text = keep_text (layout, from->text);
  if (line->kind == SZ_LINE_HEADING)
    take_heading (layout, line);
  else if (line->kind == SZ_LINE_ROW)
    take_row (layout, from, line);
  else if (from->tally != NULL)
    take_sums (layout, line, line->text, from->tally);
  else if (line->kind == SZ_LINE_FIELDS)
    take_fields (layout, line);
  else if (line->kind == SZ_LINE_UPPERCASE)
    {
      line->fit = layout->fit;
      line->height = measure_sums (line);
    }
  else
    take_words (layout, line);
  return TRUE;
}

/* What stands above the middle of the page ends there; behind the line to cut along comes the
   margin of the lower half. */
static void
place_halves (const Layout *layout)
{
  double used = 0;

  for (guint i = 0; i < layout->lines->len; i++)
    {
      SzLeafLine *line = g_ptr_array_index (layout->lines, i);

      if (line->kind == SZ_LINE_HALF)
        line->height = MAX (layout->box.height / 2 - used, layout->box.top);
      used = line->kind == SZ_LINE_HALF || line->kind == SZ_LINE_BREAK ? 0 : used + line->height;
    }
}

/* @lines: (out) (transfer full). */
static SzPagination *
paginate_lines (const Layout *layout, SzPageLine **made)
{
  SzPageLine *lines = *made = g_new0 (SzPageLine, layout->lines->len + 1);

  place_halves (layout);
  for (guint i = 0; i < layout->lines->len; i++)
    {
      const SzLeafLine *line = g_ptr_array_index (layout->lines, i);
      gboolean counted
          = line->kind == SZ_LINE_HEADING && line->block->table->options.page_subtotals;

      lines[i].kind = line->kind;
      lines[i].height = line->height;
      lines[i].subtotal_height = counted ? measure_sums (line) : 0;
    }
  return sz_paginate (lines, layout->lines->len, sz_page_box_height (&layout->box));
}

/* Puts 本页小计 and 累计 behind the line where the pages want them. */
static void
add_after (
    Layout *layout, SzLeaf *leaf, const SzLeafLine *line, const char *label, const SzTally *tally)
{
  SzLeafLine *sums = g_new0 (SzLeafLine, 1);

  g_ptr_array_add (layout->leaves->lines, sums);
  sums->kind = SZ_LINE_PAGE_TOTAL;
  sums->block = line->block;
  layout->fit = (SzColumnFit *)line->fit;
  take_sums (layout, sums, label, tally);
  g_ptr_array_add (leaf->lines, sums);
}

typedef struct
{
  SzTally *page;
  SzTally *running;
} PageSums;

static void
begin_sums (PageSums *sums, const SzPaperTable *table)
{
  g_clear_pointer (&sums->page, sz_tally_free);
  g_clear_pointer (&sums->running, sz_tally_free);
  sums->page = sz_tally_new (table);
  sums->running = sz_tally_new (table);
}

static gboolean
fill_leaf (Layout *layout,
           SzLeaf *leaf,
           const SzPagination *pages,
           const SzPageSpan *span,
           PageSums *sums,
           GError **error)
{
  if (span->heading >= 0)
    g_ptr_array_add (leaf->lines, g_ptr_array_index (layout->lines, span->heading));
  for (guint i = span->first; i < span->end; i++)
    {
      SzLeafLine *line = g_ptr_array_index (layout->lines, i);

      g_ptr_array_add (leaf->lines, line);
      if (line->kind == SZ_LINE_HEADING)
        begin_sums (sums, line->block->table);
      if (line->values != NULL
          && (!sz_tally_add (sums->page, line->values, error)
              || !sz_tally_add (sums->running, line->values, error)))
        return FALSE;
      if (pages->after[i] == SZ_AFTER_NOTHING)
        continue;
      add_after (layout, leaf, line, SZ_LABEL_PAGE_TOTAL, sums->page);
      sz_tally_clear (sums->page);
      if (pages->after[i] == SZ_AFTER_BOTH)
        add_after (layout, leaf, line, SZ_LABEL_RUNNING, sums->running);
    }
  return TRUE;
}

static void
free_leaf (gpointer data)
{
  SzLeaf *leaf = data;

  g_ptr_array_unref (leaf->lines);
  g_free (leaf);
}

static gboolean
fill_pages (Layout *layout, GError **error)
{
  g_autofree SzPageLine *lines = NULL;
  g_autoptr (SzPagination) pages = paginate_lines (layout, &lines);
  PageSums sums = { NULL, NULL };
  gboolean ok = TRUE;

  for (guint p = 0; ok && p < pages->spans->len; p++)
    {
      SzLeaf *leaf = g_new0 (SzLeaf, 1);

      leaf->box = layout->box;
      leaf->paper = layout->paper;
      leaf->place = layout->leaves->papers->len;
      leaf->first = p == 0;
      leaf->lines = g_ptr_array_new ();
      g_ptr_array_add (layout->leaves->pages, leaf);
      ok = fill_leaf (layout, leaf, pages, &g_array_index (pages->spans, SzPageSpan, p), &sums,
                      error);
    }
  g_clear_pointer (&sums.page, sz_tally_free);
  g_clear_pointer (&sums.running, sz_tally_free);
  return ok;
}

static void
begin_layout (
    Layout *layout, SzLeaves *leaves, SzPaper *paper, const SzMeasure *measure, GPtrArray *lines)
{
  *layout = (Layout){ .leaves = leaves, .paper = paper, .measure = measure, .lines = lines };
  sz_page_box (paper, &layout->box);
  layout->type = sz_leaf_type (&layout->box, paper->tight);
  g_ptr_array_add (leaves->papers, sz_paper_ref (paper));
}

static gboolean
lay_out (
    SzLeaves *leaves, SzPaper *paper, const SzMeasure *measure, SzFlowWatch *watch, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  Layout layout;

  begin_layout (&layout, leaves, paper, measure, lines);
  return sz_flow_run (paper, line_reached_cb, &layout, watch, error) && fill_pages (&layout, error);
}

static guint
find_page (const SzLeaves *leaves, guint place)
{
  for (guint p = 0; p < leaves->pages->len; p++)
    {
      const SzLeaf *leaf = g_ptr_array_index (leaves->pages, p);

      if (leaf->place == place)
        return leaf->number;
    }
  return 0;
}

/* Where a contents page leads is known when everything has its page. */
static void
number_pages (SzLeaves *leaves)
{
  for (guint p = 0; p < leaves->pages->len; p++)
    {
      SzLeaf *leaf = g_ptr_array_index (leaves->pages, p);

      leaf->number = p + 1;
      leaf->of = leaves->pages->len;
    }
  for (guint i = 0; i < leaves->lines->len; i++)
    {
      SzLeafLine *line = g_ptr_array_index (leaves->lines, i);

      for (guint c = 0; line->place > 0 && c < line->block->table->n_columns; c++)
        if (line->block->table->columns[c].kind == SZ_COLUMN_PLACE)
          {
            g_autofree char *text = g_strdup_printf ("%u", find_page (leaves, line->place));

            line->cells[c] = g_string_chunk_insert_const (leaves->texts, text);
          }
    }
}

static SzLeaves *
new_leaves (void)
{
  SzLeaves *leaves = g_new0 (SzLeaves, 1);

  leaves->pages = g_ptr_array_new_with_free_func (free_leaf);
  leaves->papers = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_paper_unref);
  leaves->lines = g_ptr_array_new_with_free_func (g_free);
  leaves->fits = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_column_fit_free);
  leaves->arrays = g_ptr_array_new_with_free_func (g_free);
  leaves->texts = g_string_chunk_new (16 * 1024);
  return leaves;
}

SzLeaves *
sz_leaves_new (SzPaper *const *papers,
               guint n_papers,
               const SzMeasure *measure,
               SzFlowWatch *watch,
               GError **error)
{
  g_autoptr (SzLeaves) leaves = NULL;

  g_return_val_if_fail (measure != NULL && watch != NULL, NULL);
  leaves = new_leaves ();
  for (guint p = 0; p < n_papers; p++)
    if (!lay_out (leaves, papers[p], measure, watch, error))
      return NULL;
  number_pages (leaves);
  return g_steal_pointer (&leaves);
}

void
sz_leaves_free (SzLeaves *leaves)
{
  g_ptr_array_unref (leaves->pages);
  g_ptr_array_unref (leaves->lines);
  g_ptr_array_unref (leaves->fits);
  g_ptr_array_unref (leaves->arrays);
  g_string_chunk_free (leaves->texts);
  g_ptr_array_unref (leaves->papers);
  g_free (leaves);
}

SzLeafPlan *
sz_leaf_plan_new (SzPaper *paper,
                  const SzMeasure *measure,
                  GCancellable *cancellable,
                  GError **error)
{
  SzFlowWatch watch = { .cancellable = cancellable };
  g_autoptr (SzLeaves) leaves = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  SzLeafPlan *plan;
  Layout layout;

  g_return_val_if_fail (paper != NULL && measure != NULL, NULL);
  leaves = new_leaves ();
  lines = g_ptr_array_new ();
  begin_layout (&layout, leaves, paper, measure, lines);
  if (!sz_flow_run (paper, line_reached_cb, &layout, &watch, error))
    return NULL;
  plan = g_new0 (SzLeafPlan, 1);
  plan->pages = paginate_lines (&layout, &plan->lines);
  plan->n = lines->len;
  return plan;
}

void
sz_leaf_plan_free (SzLeafPlan *plan)
{
  if (plan == NULL)
    return;
  g_clear_pointer (&plan->pages, sz_pagination_free);
  g_free (plan->lines);
  g_free (plan);
}
