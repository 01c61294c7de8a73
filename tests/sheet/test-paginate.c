/* test-paginate.c — laws of pages: every row on one page, in order, none too high, sums that add up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-paginate.h"

#include <math.h>

#define HAIR 0.05

static void
add_line (GArray *lines, SzLineKind kind, double height)
{
  SzPageLine line = { kind, 0, height, 0 };

  g_array_append_val (lines, line);
}

static GArray *
make_lines (guint rows, gboolean subtotals, gboolean tail)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (SzPageLine));

  add_line (lines, SZ_LINE_TITLE, 40);
  add_line (lines, SZ_LINE_HEADLINE, 20);
  add_line (lines, SZ_LINE_HEADING, 30);
  g_array_index (lines, SzPageLine, 2).subtotal_height = subtotals ? 10 : 0;
  for (guint i = 0; i < rows; i++)
    add_line (lines, SZ_LINE_ROW, 10);
  if (tail)
    {
      add_line (lines, SZ_LINE_TOTAL, 10);
      add_line (lines, SZ_LINE_UPPERCASE, 10);
      add_line (lines, SZ_LINE_TEXT, 15);
      add_line (lines, SZ_LINE_SIGNATURES, 30);
    }
  return lines;
}

static SzPagination *
paginate (GArray *lines, double room)
{
  return sz_paginate ((const SzPageLine *)(gpointer)lines->data, lines->len, room);
}

static SzPageSpan *
get_span (SzPagination *pages, guint i)
{
  return &g_array_index (pages->spans, SzPageSpan, i);
}

static void
test_one_page (void)
{
  g_autoptr (GArray) lines = make_lines (5, TRUE, TRUE);
  g_autoptr (SzPagination) pages = paginate (lines, 300);

  g_assert_cmpuint (pages->spans->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (get_span (pages, 0)->height, 40 + 20 + 30 + 50 + 65, HAIR);
  g_assert_false (pages->subtotals);
}

/* 40 + 20 + 30 and eleven rows fill 200; the rest repeats the heading. */
static void
test_repeats_heading (void)
{
  g_autoptr (GArray) lines = make_lines (30, FALSE, FALSE);
  g_autoptr (SzPagination) pages = paginate (lines, 200);

  g_assert_cmpuint (pages->spans->len, ==, 3);
  g_assert_cmpuint (get_span (pages, 0)->end, ==, 3 + 11);
  g_assert_cmpint (get_span (pages, 0)->heading, ==, -1);
  g_assert_cmpint (get_span (pages, 1)->heading, ==, 2);
  g_assert_cmpuint (get_span (pages, 1)->end, ==, 3 + 11 + 17);
  g_assert_cmpfloat_with_epsilon (get_span (pages, 1)->height, 30 + 170, HAIR);
}

/* 40 + 20 + 30 and five rows with their total are 150; the name of a second table does not fit
 * with its heading and first row: it goes along with them, and nothing of the first one does. */
static void
test_named_table (void)
{
  g_autoptr (GArray) lines = make_lines (5, FALSE, FALSE);
  g_autoptr (SzPagination) pages = NULL;

  add_line (lines, SZ_LINE_TOTAL, 10);
  add_line (lines, SZ_LINE_TEXT, 15);
  add_line (lines, SZ_LINE_HEADING, 30);
  add_line (lines, SZ_LINE_ROW, 10);
  pages = paginate (lines, 200);
  g_assert_cmpuint (pages->spans->len, ==, 2);
  g_assert_cmpuint (get_span (pages, 0)->end, ==, 3 + 5 + 1);
  g_assert_cmpuint (get_span (pages, 1)->first, ==, 3 + 5 + 1);
  g_assert_cmpint (get_span (pages, 1)->heading, ==, -1);
}

/* Page totals take two rows of each page, one of the last. */
static void
test_page_totals (void)
{
  g_autoptr (GArray) lines = make_lines (30, TRUE, TRUE);
  g_autoptr (SzPagination) pages = paginate (lines, 200);

  g_assert_true (pages->subtotals);
  g_assert_cmpuint (get_span (pages, 0)->end, ==, 3 + 9);
  g_assert_cmpuint (pages->after[3 + 8], ==, SZ_AFTER_BOTH);
  g_assert_cmpuint (pages->after[3 + 29], ==, SZ_AFTER_PAGE_TOTAL);
  for (guint p = 0; p < pages->spans->len; p++)
    g_assert_cmpfloat (get_span (pages, p)->height, <=, 200 + HAIR);
}

/* The signatures would stand alone: two rows and the total come along. */
static void
test_signatures_never_alone (void)
{
  for (guint rows = 1; rows < 60; rows++)
    {
      g_autoptr (GArray) lines = make_lines (rows, FALSE, TRUE);
      g_autoptr (SzPagination) pages = paginate (lines, 200);
      SzPageSpan *last = get_span (pages, pages->spans->len - 1);

      g_assert_cmpuint (last->end, ==, lines->len);
      g_assert_cmpuint (last->end - last->first, >=, 4 + MIN (rows, 2));
    }
}

static void
test_breaks (void)
{
  g_autoptr (GArray) lines = make_lines (3, FALSE, TRUE);
  g_autoptr (SzPagination) pages = NULL;

  add_line (lines, SZ_LINE_BREAK, 0);
  add_line (lines, SZ_LINE_TITLE, 40);
  add_line (lines, SZ_LINE_TEXT, 40);
  pages = paginate (lines, 500);
  g_assert_cmpuint (pages->spans->len, ==, 2);
  g_assert_cmpuint (get_span (pages, 1)->first, ==, lines->len - 3);
}

static void
test_empty (void)
{
  g_autoptr (SzPagination) pages = sz_paginate (NULL, 0, 100);

  g_assert_cmpuint (pages->spans->len, ==, 1);
  g_assert_cmpuint (get_span (pages, 0)->end, ==, 0);
}

static GArray *
make_random (GRand *rand)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (SzPageLine));

  for (gint tables = g_rand_int_range (rand, 0, 4); tables >= 0; tables--)
    {
      guint heading;

      if (g_rand_boolean (rand))
        add_line (lines, SZ_LINE_TITLE, g_rand_double_range (rand, 5, 40));
      for (gint n = g_rand_int_range (rand, 0, 3); n > 0; n--)
        add_line (lines, SZ_LINE_TEXT, g_rand_double_range (rand, 5, 60));
      heading = lines->len;
      add_line (lines, SZ_LINE_HEADING, g_rand_double_range (rand, 5, 30));
      if (g_rand_boolean (rand))
        g_array_index (lines, SzPageLine, heading).subtotal_height
            = g_rand_double_range (rand, 2, 10);
      for (gint n = g_rand_int_range (rand, 0, 120); n > 0; n--)
        add_line (lines, n % 7 == 3 ? SZ_LINE_SUBTOTAL : SZ_LINE_ROW,
                  g_rand_double_range (rand, 4, 25));
      if (g_rand_boolean (rand))
        add_line (lines, SZ_LINE_TOTAL, 8);
      if (g_rand_boolean (rand))
        add_line (lines, SZ_LINE_UPPERCASE, 8);
      for (gint n = g_rand_int_range (rand, 0, 3); n > 0; n--)
        add_line (lines, SZ_LINE_TEXT, 12);
      if (g_rand_boolean (rand))
        add_line (lines, SZ_LINE_SIGNATURES, 30);
      if (g_rand_int_range (rand, 0, 5) == 0)
        add_line (lines, SZ_LINE_BREAK, 0);
    }
  return lines;
}

static gboolean
is_body (const SzPageLine *line)
{
  return line->kind == SZ_LINE_ROW || line->kind == SZ_LINE_SUBTOTAL;
}

/* Every line on exactly one page, in order; no page empty, none too high. */
static void
check_spans (GArray *lines, SzPagination *pages, double room)
{
  guint next = 0;

  for (guint p = 0; p < pages->spans->len; p++)
    {
      SzPageSpan *span = get_span (pages, p);

      g_assert_cmpuint (span->first, ==, next);
      g_assert_cmpuint (span->end, >, span->first);
      g_assert_cmpfloat (span->height, <=, room + HAIR);
      next = span->end;
      if (p > 0 && is_body (&g_array_index (lines, SzPageLine, span->first)))
        {
          g_assert_cmpint (span->heading, >=, 0);
          g_assert_cmpint (g_array_index (lines, SzPageLine, span->heading).kind, ==,
                           SZ_LINE_HEADING);
        }
      /* A heading is followed by its first row. */
      if (p + 1 < pages->spans->len && is_body (&g_array_index (lines, SzPageLine, span->end)))
        g_assert_cmpint (g_array_index (lines, SzPageLine, span->end - 1).kind, !=,
                         SZ_LINE_HEADING);
    }
  g_assert_cmpuint (next, ==, lines->len);
}

/* RULE num-5: whatever the rows hold, Σ of page totals = total, and 累计 is the sum so far. */
static void
check_sums (GArray *lines, SzPagination *pages)
{
  gint64 page = 0;
  gint64 closed = 0;
  gint64 all = 0;
  gboolean counted = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const SzPageLine *line = &g_array_index (lines, SzPageLine, i);

      if (line->kind == SZ_LINE_HEADING)
        {
          page = closed = all = 0;
          counted = FALSE;
        }
      if (line->kind == SZ_LINE_ROW)
        {
          page += (gint64)i * 7919 % 1000;
          all += (gint64)i * 7919 % 1000;
        }
      if (pages->after[i] != SZ_AFTER_NOTHING)
        {
          g_assert_true (is_body (line));
          counted = TRUE;
          closed += page;
          page = 0;
          g_assert_cmpint (closed, ==, all);
        }
      if (line->kind == SZ_LINE_TOTAL && counted)
        g_assert_cmpint (page, ==, 0);
    }
}

static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  g_test_message ("seed 5");
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GArray) lines = make_random (rand);
      double room = g_rand_double_range (rand, 160, 700);
      g_autoptr (SzPagination) pages = paginate (lines, room);

      check_spans (lines, pages, room);
      check_sums (lines, pages);
    }
}

/* A line higher than the page still gets its page, and the rest goes on. */
static void
test_too_high (void)
{
  g_autoptr (GArray) lines = make_lines (5, TRUE, TRUE);
  g_autoptr (SzPagination) pages = NULL;
  guint next = 0;

  g_array_index (lines, SzPageLine, 5).height = 900;
  pages = paginate (lines, 200);
  for (guint p = 0; p < pages->spans->len; p++)
    {
      g_assert_cmpuint (get_span (pages, p)->first, ==, next);
      next = get_span (pages, p)->end;
    }
  g_assert_cmpuint (next, ==, lines->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/paginate/one-page", test_one_page);
  g_test_add_func ("/sheet/paginate/repeats-heading", test_repeats_heading);
  g_test_add_func ("/sheet/paginate/named-table", test_named_table);
  g_test_add_func ("/sheet/paginate/page-totals", test_page_totals);
  g_test_add_func ("/sheet/paginate/signatures-never-alone", test_signatures_never_alone);
  g_test_add_func ("/sheet/paginate/breaks", test_breaks);
  g_test_add_func ("/sheet/paginate/empty", test_empty);
  g_test_add_func ("/sheet/paginate/num-5/laws", test_laws);
  g_test_add_func ("/sheet/paginate/too-high", test_too_high);
  return g_test_run ();
}
