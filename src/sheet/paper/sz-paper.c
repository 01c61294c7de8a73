/* sz-paper.c — a printed page as blocks
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-paper-private.h"

#include <string.h>

/* Text columns up to this many characters hold names and words, which forms print centred. */
#define SHORT_TEXT 12.0

static void
free_table (SzPaperTable *table)
{
  if (table->source->free != NULL)
    table->source->free (table->self);
  for (guint c = 0; c < table->n_columns; c++)
    {
      g_free ((char *)table->columns[c].heading);
      g_free ((char *)table->columns[c].group);
      g_free ((char *)table->columns[c].unit);
    }
  g_free ((char *)table->options.total_label);
  g_free ((char *)table->options.total_text);
  g_free (table->columns);
  g_free (table);
}

static void
free_chart (SzPaperChart *chart)
{
  g_free (chart->title);
  g_strfreev (chart->labels);
  g_strfreev (chart->names);
  g_free (chart->values);
  g_free (chart);
}

static void
free_block (gpointer data)
{
  SzPaperBlock *block = data;

  g_strfreev (block->texts);
  g_clear_pointer (&block->table, free_table);
  g_clear_pointer (&block->chart, free_chart);
  g_free (block);
}

SzPaper *
sz_paper_new (const char *name, SzOrientation orientation)
{
  SzPaper *paper = g_new0 (SzPaper, 1);

  g_atomic_ref_count_init (&paper->refs);
  paper->name = g_strdup (name != NULL ? name : "");
  paper->orientation = orientation;
  paper->blocks = g_ptr_array_new_with_free_func (free_block);
  return paper;
}

void
sz_paper_set_orientation (SzPaper *paper, SzOrientation orientation)
{
  g_return_if_fail (paper != NULL);
  paper->orientation = orientation;
}

SzPaper *
sz_paper_ref (SzPaper *paper)
{
  g_return_val_if_fail (paper != NULL, NULL);
  g_atomic_ref_count_inc (&paper->refs);
  return paper;
}

void
sz_paper_unref (SzPaper *paper)
{
  g_return_if_fail (paper != NULL);
  if (!g_atomic_ref_count_dec (&paper->refs))
    return;
  g_ptr_array_unref (paper->blocks);
  g_free (paper->mark);
  g_free (paper->name);
  g_free (paper->foot);
  g_free (paper);
}

void
sz_paper_set_page (SzPaper *paper, SzPageSize size, gboolean tight)
{
  g_return_if_fail (paper != NULL);
  paper->size = size;
  paper->tight = tight;
}

void
sz_paper_set_foot (SzPaper *paper, const char *foot)
{
  g_return_if_fail (paper != NULL);
  g_free (paper->foot);
  paper->foot = foot != NULL ? g_utf8_make_valid (foot, -1) : NULL;
}

static SzPaperBlock *
add_block (SzPaper *paper, SzBlockKind kind, const char *const *texts, guint n_texts)
{
  SzPaperBlock *block = g_new0 (SzPaperBlock, 1);

  block->kind = kind;
  block->n_texts = n_texts;
  block->texts = g_new0 (char *, n_texts + 1);
  for (guint i = 0; i < n_texts; i++)
    block->texts[i] = g_utf8_make_valid (texts[i] != NULL ? texts[i] : "", -1);
  g_ptr_array_add (paper->blocks, block);
  return block;
}

void
sz_paper_add_title (SzPaper *paper, const char *title)
{
  g_return_if_fail (paper != NULL);
  add_block (paper, SZ_BLOCK_TITLE, &title, 1);
}

void
sz_paper_add_headline (SzPaper *paper, const char *left, const char *middle, const char *right)
{
  const char *texts[] = { left, middle, right };

  g_return_if_fail (paper != NULL);
  add_block (paper, SZ_BLOCK_HEADLINE, texts, G_N_ELEMENTS (texts));
}

void
sz_paper_add_text (SzPaper *paper, const char *text)
{
  g_return_if_fail (paper != NULL);
  add_block (paper, SZ_BLOCK_TEXT, &text, 1);
}

void
sz_paper_add_fields (SzPaper *paper, guint per_line, const char *const *pairs)
{
  guint n = g_strv_length ((GStrv)pairs);

  g_return_if_fail (paper != NULL && per_line > 0 && n % 2 == 0);
  add_block (paper, SZ_BLOCK_FIELDS, pairs, n)->per_line = per_line;
}

static void
copy_column (SzPaperColumn *copy, const SzPaperColumn *column)
{
  *copy = *column;
  copy->heading = g_utf8_make_valid (column->heading != NULL ? column->heading : "", -1);
  copy->group = column->group != NULL ? g_utf8_make_valid (column->group, -1) : NULL;
  copy->unit = g_strdup (column->unit);
  if (!(copy->width > 0))
    copy->width = 10.0;
}

void
sz_paper_add_table (SzPaper *paper,
                    const SzPaperColumn *columns,
                    guint n_columns,
                    const SzTableOptions *options,
                    const SzPaperSourceClass *source,
                    gpointer self)
{
  SzPaperTable *table;

  g_return_if_fail (paper != NULL && n_columns > 0 && options != NULL);
  g_return_if_fail (source != NULL && source->reset != NULL && source->next != NULL);

  table = g_new0 (SzPaperTable, 1);
  table->n_columns = n_columns;
  table->columns = g_new0 (SzPaperColumn, n_columns);
  for (guint c = 0; c < n_columns; c++)
    {
      copy_column (&table->columns[c], &columns[c]);
      table->grouped |= columns[c].group != NULL;
    }
  table->options = *options;
  table->options.total_label = g_strdup (options->total_label);
  table->options.total_text = g_strdup (options->total_text);
  table->source = source;
  table->self = self;
  add_block (paper, SZ_BLOCK_TABLE, NULL, 0)->table = table;
}

/* "审核人" is printed "审核人：" with room behind it. */
static void
append_colon (char **label)
{
  g_autofree char *bare = *label;

  *label = g_str_has_suffix (bare, "：") || g_str_has_suffix (bare, ":")
               ? g_steal_pointer (&bare)
               : g_strconcat (bare, "：", NULL);
}

void
sz_paper_add_signatures (SzPaper *paper, const char *const *labels)
{
  SzPaperBlock *block;

  g_return_if_fail (paper != NULL && labels != NULL && labels[0] != NULL);
  block = add_block (paper, SZ_BLOCK_SIGNATURES, labels, g_strv_length ((GStrv)labels));
  for (guint i = 0; i < block->n_texts; i++)
    append_colon (&block->texts[i]);
}

void
sz_paper_add_page_break (SzPaper *paper)
{
  g_return_if_fail (paper != NULL);
  add_block (paper, SZ_BLOCK_PAGE_BREAK, NULL, 0);
}

void
sz_paper_add_opinions (SzPaper *paper, const char *const *labels)
{
  g_return_if_fail (paper != NULL && labels != NULL && labels[0] != NULL);
  add_block (paper, SZ_BLOCK_OPINIONS, labels, g_strv_length ((GStrv)labels));
}

void
sz_paper_add_cut (SzPaper *paper)
{
  g_return_if_fail (paper != NULL);
  add_block (paper, SZ_BLOCK_CUT, NULL, 0);
}

static GStrv
copy_texts (const char *const *texts, guint n)
{
  GStrv copies = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    copies[i] = g_utf8_make_valid (texts[i], -1);
  return copies;
}

static SzPaperChart *
make_chart (
    const char *title, const char *const *labels, guint n, const gint64 *values, guint series)
{
  SzPaperChart *chart = g_new0 (SzPaperChart, 1);

  chart->title = g_utf8_make_valid (title != NULL ? title : "", -1);
  chart->labels = copy_texts (labels, n);
  chart->values = g_memdup2 (values, (gsize)n * series * sizeof *values);
  chart->n = n;
  chart->n_series = series;
  return chart;
}

void
sz_paper_add_half (SzPaper *paper)
{
  g_return_if_fail (paper != NULL);
  add_block (paper, SZ_BLOCK_HALF, NULL, 0);
}

void
sz_paper_add_chart (SzPaper *paper,
                    SzChartKind kind,
                    const char *title,
                    const char *const *labels,
                    const gint64 *values,
                    int decimals,
                    guint n)
{
  SzPaperChart *chart;

  g_return_if_fail (paper != NULL && n > 0 && labels != NULL && values != NULL);
  chart = make_chart (title, labels, n, values, 1);
  chart->kind = kind;
  chart->decimals = decimals;
  add_block (paper, SZ_BLOCK_CHART, NULL, 0)->chart = chart;
}

void
sz_paper_add_stack (SzPaper *paper,
                    const char *title,
                    const char *const *labels,
                    guint n,
                    const char *const *names,
                    const gint64 *values)
{
  SzPaperChart *chart;

  g_return_if_fail (paper != NULL && n > 0 && values != NULL);
  g_return_if_fail (names != NULL && names[0] != NULL);
  chart = make_chart (title, labels, n, values, g_strv_length ((GStrv)names));
  chart->kind = SZ_CHART_BAR;
  chart->names = copy_texts (names, chart->n_series);
  add_block (paper, SZ_BLOCK_CHART, NULL, 0)->chart = chart;
}

static double
sum_widths (const SzPaperTable *table)
{
  double width = 0;

  for (guint c = 0; c < table->n_columns; c++)
    width += table->columns[c].width;
  return width;
}

const SzPaperTable *
sz_paper_widest (SzPaper *paper)
{
  const SzPaperTable *widest = NULL;

  g_return_val_if_fail (paper != NULL, NULL);

  for (guint i = 0; i < paper->blocks->len; i++)
    {
      const SzPaperBlock *block = g_ptr_array_index (paper->blocks, i);

      if (block->table != NULL
          && (widest == NULL || sum_widths (block->table) > sum_widths (widest)))
        widest = block->table;
    }
  return widest;
}

guint
sz_paper_table_label_span (const SzPaperTable *table)
{
  guint span = 0;

  g_return_val_if_fail (table != NULL, 0);

  while (span < table->n_columns && table->columns[span].total == SZ_TOTAL_NONE)
    span++;
  return span;
}

gint
sz_paper_table_amount (const SzPaperTable *table)
{
  g_return_val_if_fail (table != NULL, 0);

  for (gint c = (gint)table->n_columns - 1; c >= 0; c--)
    if (table->columns[c].kind == SZ_COLUMN_AMOUNT && table->columns[c].total == SZ_TOTAL_SUM)
      return c;
  return -1;
}

int
sz_paper_column_decimals (const SzPaperColumn *column)
{
  g_return_val_if_fail (column != NULL, 0);

  if (column->kind == SZ_COLUMN_AMOUNT)
    return 2;
  return column->kind == SZ_COLUMN_COUNT ? 0 : column->decimals;
}

SzAlign
sz_paper_column_align (const SzPaperColumn *column)
{
  g_return_val_if_fail (column != NULL, 0);

  if (column->kind == SZ_COLUMN_AMOUNT || column->kind == SZ_COLUMN_DECIMAL)
    return SZ_ALIGN_RIGHT;
  if (column->kind == SZ_COLUMN_TEXT && column->width > SHORT_TEXT)
    return SZ_ALIGN_LEFT;
  return SZ_ALIGN_CENTER;
}

char *
sz_paper_print_total (const SzPaperColumn *column, gint64 sum)
{
  return sz_decimal_format_grouped (sum, sz_paper_column_decimals (column));
}

char *
sz_paper_print (const SzPaperColumn *column, const SzValue *value)
{
  g_return_val_if_fail (column != NULL && value != NULL, NULL);

  if (column->dash_zero && value->type == SZ_VALUE_NUMBER && value->number == 0)
    return g_strdup ("—");
  if (value->type == SZ_VALUE_TEXT)
    return g_utf8_make_valid (value->text != NULL ? value->text : "", -1);
  if (value->type == SZ_VALUE_NUMBER)
    return column->kind == SZ_COLUMN_AMOUNT
               ? sz_decimal_format_grouped (value->number, 2)
               : sz_decimal_format (value->number, sz_paper_column_decimals (column));
  if (value->type == SZ_VALUE_DATE && value->number != SZ_DATE_NONE)
    return column->kind == SZ_COLUMN_MONTH ? sz_date_format_dotted ((SzDate)value->number)
                                           : sz_date_format ((SzDate)value->number);
  return column->dash ? g_strdup ("—") : NULL;
}
