/* sz-paginate.c — which line goes on which page, in points
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-paginate.h"

#define POINTS(mm) ((mm)*72.0 / 25.4)

#define SIZE_BODY 10.5    /* 五号 */
#define SIZE_UPRIGHT 9.0  /* smaller than this upright, and the paper is turned */
#define SIZE_TIGHT 7.0    /* the same of strips that are cut apart */
#define SIZE_READABLE 6.5 /* smaller than this, and optional columns go */
#define SIZE_LEAST 4.0
#define STRETCH_MOST 1.8

/* Lengths are sums of doubles: a hair of slack keeps equal heights equal. */
#define HAIR 0.01

static void
take_box (const SzPaper *paper, gboolean landscape, SzPageBox *box)
{
  static const double shorts[]
      = { [SZ_PAGE_A4] = POINTS (210), [SZ_PAGE_A3] = POINTS (297), [SZ_PAGE_A5] = POINTS (148) };
  static const double longs[]
      = { [SZ_PAGE_A4] = POINTS (297), [SZ_PAGE_A3] = POINTS (420), [SZ_PAGE_A5] = POINTS (210) };
  const gboolean official = !landscape && !paper->tight;

  box->landscape = landscape;
  box->width = landscape ? longs[paper->size] : shorts[paper->size];
  box->height = landscape ? shorts[paper->size] : longs[paper->size];
  box->left = official ? POINTS (28) : POINTS (13);
  box->right = official ? POINTS (26) : POINTS (13);
  box->top = official ? POINTS (37) : POINTS (12);
  box->bottom = official ? POINTS (35) : POINTS (13);
}

double
sz_page_box_room (const SzPageBox *box)
{
  g_return_val_if_fail (box != NULL, 0);

  return box->width - box->left - box->right;
}

double
sz_page_box_height (const SzPageBox *box)
{
  g_return_val_if_fail (box != NULL, 0);

  return box->height - box->top - box->bottom;
}

/* A column's width in ems of the body type. */
static double
measure_column (const SzPaperColumn *column)
{
  return column->width * SZ_PAGE_DIGIT + 2 * SZ_PAGE_PAD;
}

static double
measure_columns (const SzPaperTable *table, const gboolean *dropped)
{
  double ems = 0;

  for (guint c = 0; c < table->n_columns; c++)
    if (dropped == NULL || !dropped[c])
      ems += measure_column (&table->columns[c]);
  return ems;
}

void
sz_page_box (SzPaper *paper, SzPageBox *box)
{
  const SzPaperTable *table = sz_paper_widest (paper);
  const double least = paper->tight ? SIZE_TIGHT : SIZE_UPRIGHT;

  take_box (paper, paper->orientation == SZ_ORIENTATION_LANDSCAPE, box);
  if (paper->orientation == SZ_ORIENTATION_AUTO && table != NULL
      && measure_columns (table, NULL) * least > sz_page_box_room (box))
    take_box (paper, TRUE, box);
}

/* Drops optional columns, last first, until the type is readable. */
static double
drop_columns (const SzPaperTable *table, double room, gboolean *dropped)
{
  double ems = measure_columns (table, NULL);

  for (gint c = (gint)table->n_columns - 1; c >= 0 && room / ems < SIZE_READABLE; c--)
    if (table->columns[c].optional && table->columns[c].kind != SZ_COLUMN_AMOUNT)
      {
        dropped[c] = TRUE;
        ems = measure_columns (table, dropped);
      }
  return ems;
}

SzColumnFit *
sz_column_fit_new (const SzPaperTable *table, double room)
{
  SzColumnFit *fit = g_new0 (SzColumnFit, 1);
  g_autofree gboolean *dropped = g_new0 (gboolean, table->n_columns);
  double ems = drop_columns (table, room, dropped);
  double most;
  double em;
  double used = 0;

  fit->n = table->n_columns;
  fit->widths = g_new0 (double, fit->n);
  most = table->options.type_most > 0 ? table->options.type_most
         : table->options.dense       ? SZ_PAGE_DENSE
                                      : SIZE_BODY;
  fit->font_size = CLAMP (room / ems, SIZE_LEAST, most);
  /* An em of width may be wider than the type: narrow tables are spread. */
  em = MIN (room / ems, SIZE_BODY * STRETCH_MOST);
  for (guint c = 0; c < fit->n; c++)
    {
      fit->widths[c] = dropped[c] ? 0 : measure_column (&table->columns[c]) * em;
      used += fit->widths[c];
    }
  fit->left = MAX (0, (room - used) / 2);
  return fit;
}

void
sz_column_fit_free (SzColumnFit *fit)
{
  g_free (fit->widths);
  g_free (fit);
}

typedef struct
{
  const SzPageLine *lines;
  guint n;
  double room;
  gint *heading_of;  /* per line: its table's heading, −1 outside tables */
  guint *last_of;    /* per heading: the last ROW or SUBTOTAL of its table */
  gboolean *counted; /* per heading: prints 本页小计 */
  gboolean *note;    /* per line: text under a table */
  GArray *spans;
  double used; /* of the page at hand */
} Pager;

static gboolean
is_body (SzLineKind kind)
{
  return kind == SZ_LINE_ROW || kind == SZ_LINE_SUBTOTAL;
}

static gboolean
is_tail (SzLineKind kind)
{
  return kind == SZ_LINE_TOTAL || kind == SZ_LINE_UPPERCASE;
}

/* Is line @i the last row of its table? */
static gboolean
is_last (const Pager *pager, guint i)
{
  gint heading = pager->heading_of[i];

  return heading >= 0 && pager->last_of[heading] == i;
}

static void
find_tables (Pager *pager)
{
  gint heading = -1;

  for (guint i = 0; i < pager->n; i++)
    {
      const SzPageLine *line = &pager->lines[i];

      if (line->kind == SZ_LINE_HEADING)
        heading = (gint)i;
      else if (!is_body (line->kind) && !is_tail (line->kind))
        heading = -1;
      pager->heading_of[i] = heading;
      pager->note[i] = i > 0 && line->kind == SZ_LINE_TEXT
                       && (pager->note[i - 1] || pager->heading_of[i - 1] >= 0);
      if (heading >= 0 && is_body (line->kind))
        pager->last_of[heading] = i;
    }
}

static gboolean
is_head (SzLineKind kind)
{
  return kind == SZ_LINE_TITLE || kind == SZ_LINE_HEADLINE || kind == SZ_LINE_HEADING;
}

/* May no break fall between the lines @i − 1 and @i? */
static gboolean
is_joined (const Pager *pager, guint i)
{
  SzLineKind before = pager->lines[i - 1].kind;
  SzLineKind kind = pager->lines[i].kind;

  if (before == SZ_LINE_BREAK || kind == SZ_LINE_BREAK)
    return FALSE;
  /* What is said above a table is its name, such as that of the second one on a paper. */
  if (is_head (before) || (kind == SZ_LINE_HEADING && before == SZ_LINE_TEXT))
    return TRUE;
  if (kind == SZ_LINE_SUBTOTAL || is_tail (kind) || kind == SZ_LINE_SIGNATURES
      || kind == SZ_LINE_OPINIONS || kind == SZ_LINE_CUT || kind == SZ_LINE_HALF)
    return TRUE;
  if (pager->note[i] && !(i + 1 < pager->n && pager->lines[i + 1].kind == SZ_LINE_HEADING))
    return TRUE;
  /* The last row takes the one before along, so that a total never stands with a single row. */
  return kind == SZ_LINE_ROW && before == SZ_LINE_ROW && i + 1 < pager->n
         && pager->lines[i + 1].kind != SZ_LINE_ROW && pager->lines[i + 1].kind != SZ_LINE_BREAK;
}

/* What stays together with the line @first; with @heads only titles and headings with what follows.
 */
static guint
find_unit_end (const Pager *pager, guint first, gboolean heads)
{
  guint end = first + 1;

  while (end < pager->n && is_joined (pager, end)
         && (!heads || is_head (pager->lines[end - 1].kind)))
    end++;
  return end;
}

/* What 本页小计 and 累计 need if the page ended after line @i. */
static double
measure_after (const Pager *pager, guint i)
{
  gint heading = pager->heading_of[i];
  double one = heading < 0 || !pager->counted[heading] ? 0 : pager->lines[heading].subtotal_height;
  gboolean total
      = is_last (pager, i) && i + 1 < pager->n && pager->lines[i + 1].kind == SZ_LINE_TOTAL;

  return !is_body (pager->lines[i].kind) ? 0 : total ? one : 2 * one;
}

/* Height of the lines [first, end) with the page totals that fall inside or at the end. */
static double
measure_unit (const Pager *pager, guint first, guint end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    {
      height += pager->lines[i].height;
      if (is_last (pager, i) && i + 1 < end)
        height += measure_after (pager, i);
    }
  return height;
}

static void
begin_page (Pager *pager, guint first)
{
  SzPageSpan span = { first, first, -1, 0 };
  gint heading = first < pager->n ? pager->heading_of[first] : -1;

  pager->used = 0;
  if (heading >= 0 && heading != (gint)first)
    {
      span.heading = heading;
      pager->used = pager->lines[heading].height;
    }
  g_array_append_val (pager->spans, span);
}

static SzPageSpan *
get_page (Pager *pager)
{
  return &g_array_index (pager->spans, SzPageSpan, pager->spans->len - 1);
}

static gboolean
is_fitting (const Pager *pager, double used, guint first, guint end)
{
  return used + measure_unit (pager, first, end) + measure_after (pager, end - 1)
         <= pager->room + HAIR;
}

static double
measure_fresh (const Pager *pager, guint first)
{
  gint heading = pager->heading_of[first];

  return heading >= 0 && heading != (gint)first ? pager->lines[heading].height : 0;
}

/* A unit that fills more than a page is broken where it must be. */
static guint
choose_unit (const Pager *pager, guint first)
{
  guint end = find_unit_end (pager, first, FALSE);

  if (is_fitting (pager, measure_fresh (pager, first), first, end))
    return end;
  end = find_unit_end (pager, first, TRUE);
  return is_fitting (pager, measure_fresh (pager, first), first, end) ? end : first + 1;
}

static void
place_lines (Pager *pager)
{
  guint end;

  g_array_set_size (pager->spans, 0);
  begin_page (pager, 0);
  for (guint first = 0; first < pager->n; first = end)
    {
      gboolean filled = get_page (pager)->end > get_page (pager)->first;

      end = choose_unit (pager, first);
      if (filled
          && (pager->lines[first].kind == SZ_LINE_BREAK
              || !is_fitting (pager, pager->used, first, end)))
        begin_page (pager, first);
      pager->used += measure_unit (pager, first, end);
      if (is_last (pager, end - 1))
        pager->used += measure_after (pager, end - 1);
      get_page (pager)->end = end;
    }
}

static gboolean
is_crossing (const Pager *pager, const SzPageSpan *span)
{
  gint heading = span->end > 0 ? pager->heading_of[span->end - 1] : -1;

  return heading >= 0 && span->end < pager->n && pager->heading_of[span->end] == heading;
}

/* Tables that turn out to cross pages print page totals, which may push others over. */
static gboolean
switch_on (Pager *pager)
{
  gboolean changed = FALSE;

  for (guint p = 0; p < pager->spans->len; p++)
    {
      const SzPageSpan *span = &g_array_index (pager->spans, SzPageSpan, p);
      gint heading = is_crossing (pager, span) ? pager->heading_of[span->end - 1] : -1;

      if (heading >= 0 && pager->lines[heading].subtotal_height > 0 && !pager->counted[heading])
        changed = pager->counted[heading] = TRUE;
    }
  return changed;
}

static void
mark_after (const Pager *pager, SzPagination *pages, guint i, gboolean page_ends)
{
  gint heading = pager->heading_of[i];
  gboolean last = is_last (pager, i);
  gboolean total = i + 1 < pager->n && pager->lines[i + 1].kind == SZ_LINE_TOTAL;

  if (heading < 0 || !pager->counted[heading] || !is_body (pager->lines[i].kind)
      || (!page_ends && !last))
    return;
  pages->after[i] = last && total ? SZ_AFTER_PAGE_TOTAL : SZ_AFTER_BOTH;
  pages->subtotals = TRUE;
}

static void
finish_pages (Pager *pager, SzPagination *pages)
{
  pages->after = g_new0 (guint8, pager->n + 1);
  for (guint p = 0; p < pager->spans->len; p++)
    {
      SzPageSpan *span = &g_array_index (pager->spans, SzPageSpan, p);

      span->height = span->heading >= 0 ? pager->lines[span->heading].height : 0;
      for (guint i = span->first; i < span->end; i++)
        {
          mark_after (pager, pages, i, i + 1 == span->end);
          span->height += pager->lines[i].height;
          if (pages->after[i] != SZ_AFTER_NOTHING)
            span->height += pager->lines[pager->heading_of[i]].subtotal_height * pages->after[i];
        }
    }
  pages->spans = g_array_ref (pager->spans);
}

SzPagination *
sz_paginate (const SzPageLine *lines, guint n, double room)
{
  SzPagination *pages = g_new0 (SzPagination, 1);
  g_autoptr (GArray) spans = g_array_new (FALSE, TRUE, sizeof (SzPageSpan));
  g_autofree gint *heading_of = g_new0 (gint, n + 1);
  g_autofree guint *last_of = g_new0 (guint, n + 1);
  g_autofree gboolean *counted = g_new0 (gboolean, n + 1);
  g_autofree gboolean *note = g_new0 (gboolean, n + 1);
  Pager pager = { lines, n, room, heading_of, last_of, counted, note, spans, 0 };

  find_tables (&pager);
  do
    place_lines (&pager);
  while (switch_on (&pager));
  finish_pages (&pager, pages);
  return pages;
}

void
sz_pagination_free (SzPagination *pages)
{
  g_array_unref (pages->spans);
  g_free (pages->after);
  g_free (pages);
}
