/* sz-sheet-blocks.c — titles, notes, fields, signatures and charts in the cells of a sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sheet-writer.h"

#include <string.h>

#include "sz-cell-text.h"

#define SIZE_TITLE 22.0 /* 二号 */
#define SIZE_TIGHT 16.0 /* of what is cut apart */
#define LEAST_SIGNATURES 24.0
#define CHART_WIDE 0.9 /* of the columns: other programs draw these narrower */
#define LEAST_CHART 220.0
#define LEAST_SEAL 40.0
#define LEAST_CUT 4.5
#define MARGIN_HALF 34.0 /* of the lower half of a page */
#define HEIGHT_ROW 409.0 /* of a row at most, by the format */
#define SIGNATURES_A_LINE 4
#define SIGN_MOST 16 /* of the line to sign on, in characters */
#define SIGN_SPARE 6 /* columns do not share out evenly */
#define PARTS_MOST 32

static SzBookStyle *
get_plain (SzSheetWriter *w, SzAlign align)
{
  return sz_sheet_style (w, SZ_BOOK_SONG, align, SZ_BOOK_WRAP);
}

/* Shares the columns out to @n parts by weight; @ends receives where each part ends. %FALSE when a
   part would get none. */
static gboolean
share_columns (const SzSheetWriter *w, const double *weights, guint n, guint *ends)
{
  double all = 0;
  double total = 0;
  double part = 0;
  double column = 0;
  guint c = 0;

  for (guint i = 0; i < n; i++)
    all += weights[i];
  for (guint i = 0; i < w->n_columns; i++)
    total += w->widths[i];
  for (guint i = 0; i < n; i++)
    {
      guint first = c;

      part += weights[i] * total / all;
      for (; c < w->n_columns && (i + 1 == n || column + w->widths[c] / 2 < part); c++)
        column += w->widths[c];
      ends[i] = c;
      if (c == first)
        return FALSE;
    }
  return TRUE;
}

static char *
join_parts (const char *const *texts, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (*texts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "            " : "", texts[i]);
  return g_strdup (text->str);
}

/* Parts side by side in one row; in one cell where there are too few columns. */
static gboolean
write_parts (SzSheetWriter *w,
             const char *const *texts,
             SzBookStyle *const *styles,
             const double *weights,
             guint n,
             GError **error)
{
  guint ends[PARTS_MOST] = { 0 };

  if (!share_columns (w, weights, n, ends))
    {
      g_autofree char *joined = join_parts (texts, n);

      return sz_sheet_merge (w, 0, w->n_columns, 1, joined, styles[0], error);
    }
  for (guint i = 0; i < n; i++)
    if (!sz_sheet_merge (w, i > 0 ? ends[i - 1] : 0, ends[i], 1, texts[i], styles[i], error))
      return FALSE;
  return TRUE;
}

static double
measure_all (const SzSheetWriter *w)
{
  double units = 0;

  for (guint c = 0; c < w->n_columns; c++)
    units += w->widths[c];
  return units;
}

static gboolean
write_title (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  const double size = w->paper->tight ? SIZE_TIGHT : SIZE_TITLE;
  const SzBookLook look
      = { SZ_BOOK_SONG, size, SZ_ALIGN_CENTER, SZ_BOOK_BOLD | SZ_BOOK_WRAP, NULL };
  const char *text = line->block->texts[0];

  if (!sz_sheet_begin (w, line, sz_sheet_measure (text, measure_all (w), size)))
    return TRUE;
  sz_sheet_set_height (w, w->height);
  if (!sz_sheet_merge (w, 0, w->n_columns, 1, text, sz_book_style (w->book, &look), error))
    return FALSE;
  w->row++;
  return TRUE;
}

/* Height of parts side by side, as write_parts() lays them; the part @shrunk needs no height of its
   own. */
static double
measure_parts (
    const SzSheetWriter *w, const char *const *texts, const double *weights, guint n, guint shrunk)
{
  guint ends[PARTS_MOST] = { 0 };
  double height = SZ_SHEET_LEAST;

  if (!share_columns (w, weights, n, ends))
    {
      g_autofree char *joined = join_parts (texts, n);

      return MAX (height, sz_sheet_measure (joined, measure_all (w), SZ_SHEET_SIZE));
    }
  for (guint i = 0; i < n; i++)
    {
      double units = 0;

      for (guint c = i > 0 ? ends[i - 1] : 0; c < ends[i]; c++)
        units += w->widths[c];
      if (i != shrunk)
        height = MAX (height, sz_sheet_measure (texts[i], units, SZ_SHEET_SIZE));
    }
  return height;
}

/* Left and right get the same room, so that the middle is the middle of the page; on a narrow sheet
   each what it needs. */
static void
weigh_headline (const SzSheetWriter *w, const char *const *texts, double weights[3])
{
  const guint side = MAX (sz_cell_text_units (texts[0]), sz_cell_text_units (texts[2]));
  const double even[] = { side + 2, sz_cell_text_units (texts[1]) + 2, side + 2 };
  const double needs[]
      = { sz_cell_text_units (texts[0]) + 2, even[1], sz_cell_text_units (texts[2]) + 2 };
  guint ends[3];
  gboolean narrow = even[0] + even[1] + even[2] > measure_all (w);

  memcpy (weights, narrow && share_columns (w, needs, 3, ends) ? needs : even, sizeof even);
}

/* The middle is made smaller rather than wrapped where its columns are too narrow. Without a middle
   the left takes what the right leaves. */
static gboolean
write_headline (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  const char *const *texts = (const char *const *)line->block->texts;
  const gboolean middle = *texts[1] != '\0';
  SzBookStyle *left = get_plain (w, SZ_ALIGN_LEFT);
  SzBookStyle *right = get_plain (w, SZ_ALIGN_RIGHT);
  SzBookStyle *three[]
      = { left, sz_sheet_style (w, SZ_BOOK_SONG, SZ_ALIGN_CENTER, SZ_BOOK_SHRINK), right };
  SzBookStyle *two[] = { left, right };
  const char *const ends[] = { texts[0], texts[2] };
  const double pair[] = { sz_cell_text_units (texts[0]) + 2, sz_cell_text_units (texts[2]) + 2 };
  double weights[3];
  double height;

  weigh_headline (w, texts, weights);
  height = middle ? measure_parts (w, texts, weights, 3, 1)
                  : measure_parts (w, ends, pair, 2, G_MAXUINT);
  if (!sz_sheet_begin (w, line, height))
    return TRUE;
  sz_sheet_set_height (w, w->height);
  if (!(middle ? write_parts (w, texts, three, weights, 3, error)
               : write_parts (w, ends, two, pair, 2, error)))
    return FALSE;
  w->row++;
  return TRUE;
}

static gboolean
write_text (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  if (!sz_sheet_begin (w, line, sz_sheet_measure (line->text, measure_all (w), SZ_SHEET_SIZE)))
    return TRUE;
  sz_sheet_set_height (w, w->height);
  if (!sz_sheet_merge (w, 0, w->n_columns, 1, line->text, get_plain (w, SZ_ALIGN_LEFT), error))
    return FALSE;
  w->row++;
  return TRUE;
}

typedef struct
{
  const char *texts[PARTS_MOST];
  SzBookStyle *styles[PARTS_MOST];
  double weights[PARTS_MOST];
  guint n;
  double height;
} FieldRow;

/* @pairs pairs from text @first of the block, as many as there are. */
static void
take_fields (SzSheetWriter *w, const SzPaperBlock *block, guint first, guint pairs, FieldRow *row)
{
  SzBookStyle *label
      = sz_sheet_style (w, SZ_BOOK_HEI, SZ_ALIGN_CENTER, SZ_BOOK_BOX | SZ_BOOK_FILL | SZ_BOOK_WRAP);
  SzBookStyle *value = sz_sheet_style (w, SZ_BOOK_SONG, SZ_ALIGN_LEFT, SZ_BOOK_BOX | SZ_BOOK_WRAP);

  row->n = 2 * pairs;
  row->height = SZ_SHEET_LEAST;
  for (guint i = 0; i < row->n; i++)
    {
      double share = i % 2 == 0 ? 0.35 : 0.65;

      row->texts[i] = first + i < block->n_texts ? block->texts[first + i] : "";
      row->styles[i] = i % 2 == 0 ? label : value;
      row->weights[i] = share;
      row->height = MAX (row->height,
                         sz_sheet_measure (row->texts[i], measure_all (w) * share / pairs * 0.8,
                                           SZ_SHEET_SIZE));
    }
}

/* A sheet of few columns takes fewer pairs a row than paper does. */
static gboolean
write_fields (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  guint most = MIN (line->block->per_line, PARTS_MOST / 2);
  guint pairs = CLAMP (w->n_columns / 2, 1, most);
  guint end = MIN (line->first + 2 * line->block->per_line, line->block->n_texts);
  FieldRow row;
  double height = 0;
  double share;

  for (guint first = line->first; first < end; first += 2 * pairs)
    {
      take_fields (w, line->block, first, pairs, &row);
      height += row.height;
    }
  if (!sz_sheet_begin (w, line, height))
    return TRUE;
  share = w->height / height;
  for (guint first = line->first; first < end; first += 2 * pairs)
    {
      take_fields (w, line->block, first, pairs, &row);
      sz_sheet_set_height (w, row.height * share);
      if (!write_parts (w, row.texts, row.styles, row.weights, row.n, error))
        return FALSE;
      w->row++;
    }
  return TRUE;
}

/* The label with as long a line to sign on as its part of the row has room for. */
static char *
rule_label (const char *label, double units)
{
  const double room = units - sz_cell_text_units (label) - SIGN_SPARE;
  g_autofree char *line = g_strnfill ((gsize)CLAMP (room, 0, SIGN_MOST), '_');

  return g_strconcat (label, line, NULL);
}

static gboolean
write_signatures (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  const SzPaperBlock *block = line->block;
  guint rows = (block->n_texts + SIGNATURES_A_LINE - 1) / SIGNATURES_A_LINE;
  guint per_row = (block->n_texts + rows - 1) / rows;
  SzBookStyle *style = get_plain (w, SZ_ALIGN_LEFT);

  if (!sz_sheet_begin (w, line, rows * LEAST_SIGNATURES))
    return TRUE;
  for (guint first = 0; first < block->n_texts; first += per_row)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      SzBookStyle *styles[PARTS_MOST];
      double weights[PARTS_MOST];

      for (guint i = 0; i < per_row; i++)
        {
          g_ptr_array_add (texts,
                           first + i < block->n_texts
                               ? rule_label (block->texts[first + i], measure_all (w) / per_row)
                               : g_strdup (""));
          styles[i] = style;
          weights[i] = 1;
        }
      sz_sheet_set_height (w, w->height / rows);
      if (!write_parts (w, (const char *const *)texts->pdata, styles, weights, per_row, error))
        return FALSE;
      w->row++;
    }
  return TRUE;
}

/* A row for the label, one for the seal and one for the day. */
static gboolean
write_opinions (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  static const double halves[] = { 1, 1 };
  static const guint edges[] = { SZ_BOOK_ABOVE, 0, SZ_BOOK_BELOW };
  gboolean pair = line->first + 1 < line->block->n_texts;

  if (!sz_sheet_begin (w, line, LEAST_SEAL + 2 * SZ_SHEET_LEAST))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      SzBookStyle *style = sz_sheet_style (w, SZ_BOOK_SONG, i == 2 ? SZ_ALIGN_RIGHT : SZ_ALIGN_LEFT,
                                           SZ_BOOK_SIDES | edges[i]);
      SzBookStyle *styles[] = { style, style };
      const char *texts[] = { "", "" };

      for (guint part = 0; part < (pair ? 2 : 1); part++)
        texts[part] = i == 0 ? line->block->texts[line->first + part] : i == 2 ? SZ_LABEL_DAY : "";
      sz_sheet_set_height (w, i == 1 ? w->height - 2 * SZ_SHEET_LEAST : SZ_SHEET_LEAST);
      if (!write_parts (w, texts, styles, halves, 2, error))
        return FALSE;
      w->row++;
    }
  return TRUE;
}

/* Half of it above the broken line; in the middle of a page all but the margin of what follows. */
static gboolean
write_cut (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  SzBookStyle *style = sz_sheet_style (w, SZ_BOOK_SONG, SZ_ALIGN_LEFT, SZ_BOOK_CUT);
  double above;

  if (!sz_sheet_begin (w, line, LEAST_CUT))
    return TRUE;
  above = line->kind == SZ_LINE_HALF ? MAX (w->height - MARGIN_HALF, w->height / 2) : w->height / 2;
  sz_sheet_set_height (w, above);
  for (guint c = 0; c < w->n_columns; c++)
    sz_book_put_blank (w->sheet, w->row, c, style);
  sz_book_set_row (w->sheet, w->row + 1, w->height - above);
  w->row += 2;
  return TRUE;
}

static SzBookStyle *
get_figures (SzSheetWriter *w, int decimals)
{
  SzBookLook look = { SZ_BOOK_SONG, SZ_SHEET_SIZE, SZ_ALIGN_RIGHT, SZ_BOOK_BOX, "#,##0.00" };

  if (decimals != 2)
    look.number_format = decimals == 0 ? "#,##0" : "0.0###";
  return sz_book_style (w->book, &look);
}

/* The names of the series over their figures. */
static gboolean
write_names (SzSheetWriter *w, const SzPaperChart *chart, const guint *ends, GError **error)
{
  SzBookStyle *style = sz_sheet_style (w, SZ_BOOK_SONG, SZ_ALIGN_CENTER, SZ_BOOK_BOX);

  if (!sz_sheet_merge (w, 0, ends[0], 1, "", style, error))
    return FALSE;
  for (guint s = 0; s < chart->n_series; s++)
    if (!sz_sheet_merge (w, ends[s], ends[s + 1], 1, chart->names[s], style, error))
      return FALSE;
  w->row++;
  return TRUE;
}

/* The chart's figures stand below it, labels at the left, values at the right. */
static gboolean
write_figures (SzSheetWriter *w, const SzPaperChart *chart, const guint *ends, GError **error)
{
  SzBookStyle *label = sz_sheet_style (w, SZ_BOOK_SONG, SZ_ALIGN_LEFT, SZ_BOOK_BOX);
  SzBookStyle *figures = get_figures (w, chart->decimals);
  double scale = 1;

  for (int d = 0; d < chart->decimals; d++)
    scale *= 10;
  for (guint i = 0; i < chart->n; i++, w->row++)
    {
      sz_sheet_set_height (w, SZ_SHEET_LEAST);
      if (!sz_sheet_merge (w, 0, ends[0], 1, chart->labels[i], label, error))
        return FALSE;
      for (guint s = 0; s < chart->n_series; s++)
        {
          if (!sz_sheet_merge (w, ends[s], ends[s + 1], 1, "", figures, error))
            return FALSE;
          sz_book_put_number (w->sheet, w->row, ends[s],
                              (double)chart->values[s * chart->n + i] / scale, figures);
        }
    }
  return TRUE;
}

/* Where labels and series end: the columns of a stack are single ones, the last but for itself. */
static void
share_chart (SzSheetWriter *w, const SzPaperChart *chart, guint *ends)
{
  static const double halves[] = { 1, 1 };

  ends[0] = 1;
  if (chart->names == NULL)
    {
      if (!share_columns (w, halves, 2, ends))
        ends[0] = 1;
      ends[1] = w->n_columns;
      return;
    }
  ends[0] = w->n_columns > chart->n_series ? w->n_columns - chart->n_series : 1;
  for (guint s = 1; s <= chart->n_series; s++)
    ends[s] = ends[0] + s;
}

static gboolean
write_chart (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  const SzPaperChart *chart = line->block->chart;
  const guint head = chart->names != NULL ? 1 : 0;
  g_autofree guint *ends = g_new0 (guint, chart->n_series + 1);
  double points = 0;
  double height;

  if (!sz_sheet_begin (w, line, LEAST_CHART + (chart->n + head) * SZ_SHEET_LEAST))
    return TRUE;
  height = w->height - (chart->n + head) * SZ_SHEET_LEAST;
  share_chart (w, chart, ends);
  for (guint c = 0; c < w->n_columns; c++)
    points += SZ_SHEET_POINTS (w->widths[c]);
  sz_sheet_set_height (w, height);
  sz_book_add_chart (w->sheet, chart, w->row, w->row + 1 + head, ends[0],
                     points / 0.75 * CHART_WIDE, MIN (height, HEIGHT_ROW) / 0.75);
  w->row++;
  return (head == 0 || write_names (w, chart, ends, error))
         && write_figures (w, chart, ends, error);
}

gboolean
sz_sheet_write_block (SzSheetWriter *w, const SzFlowLine *line, GError **error)
{
  static gboolean (*const writers[]) (SzSheetWriter *, const SzFlowLine *, GError **) = {
    [SZ_LINE_TITLE] = write_title,
    [SZ_LINE_HEADLINE] = write_headline,
    [SZ_LINE_TEXT] = write_text,
    [SZ_LINE_FIELDS] = write_fields,
    [SZ_LINE_SIGNATURES] = write_signatures,
    [SZ_LINE_CHART] = write_chart,
    [SZ_LINE_OPINIONS] = write_opinions,
    [SZ_LINE_CUT] = write_cut,
    [SZ_LINE_HALF] = write_cut,
  };

  g_assert (line->kind < G_N_ELEMENTS (writers) && writers[line->kind] != NULL);
  return writers[line->kind](w, line, error);
}
