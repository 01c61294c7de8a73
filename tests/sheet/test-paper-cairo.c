/* test-paper-cairo.c — pages: nothing cut, nothing lost, the same bytes each time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "paper-fixture.h"
#include "sz-leaf.h"
#include "sz-paper-cairo.h"
#include "sz-pen.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#define MM(x) ((x)*72.0 / 25.4)

/* A page as grey pixels, one a point. */
static cairo_surface_t *
draw_page (SzPages *pages, guint page)
{
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  sz_pages_get_size (pages, page, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (width), (int)ceil (height));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  sz_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
count_ink (cairo_surface_t *surface, double x, double y, double width, double height)
{
  int stride = cairo_image_surface_get_stride (surface);
  const guint8 *data = cairo_image_surface_get_data (surface);
  int right = MIN ((int)(x + width), cairo_image_surface_get_width (surface));
  int bottom = MIN ((int)(y + height), cairo_image_surface_get_height (surface));
  guint ink = 0;

  for (int row = MAX (0, (int)y); row < bottom; row++)
    for (int column = MAX (0, (int)x); column < right; column++)
      ink += data[row * stride + column * 4] < 200;
  return ink;
}

/* Nothing is printed in the margins but the page number. */
static void
check_margins (SzPages *pages)
{
  for (guint page = 0; page < sz_pages_count (pages); page++)
    {
      cairo_surface_t *surface = draw_page (pages, page);
      double width, height;
      gboolean lying;

      sz_pages_get_size (pages, page, &width, &height);
      lying = width > height;
      g_assert_cmpfloat_with_epsilon (MIN (width, height), MM (210), 0.01);
      g_assert_cmpfloat_with_epsilon (MAX (width, height), MM (297), 0.01);
      g_assert_cmpuint (count_ink (surface, 0, 0, width, MM (lying ? 12 : 37) - 1), ==, 0);
      g_assert_cmpuint (count_ink (surface, 0, 0, MM (lying ? 13 : 28) - 1, height), ==, 0);
      g_assert_cmpuint (count_ink (surface, width - MM (lying ? 13 : 26) + 2, 0, 100, height), ==,
                        0);
      g_assert_cmpuint (count_ink (surface, 0, height - MM (lying ? 13 : 35) + 2, width, 7), ==, 0);
      g_assert_cmpuint (count_ink (surface, width / 2 - 60, height - MM (lying ? 13 : 35) + 8, 120,
                                   18),
                        >, 20);
      cairo_surface_destroy (surface);
    }
}

static void
test_margins (void)
{
  g_autoptr (SzPaper) pay = make_pay_paper (60, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPages) pages = sz_pages_new (&pay, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sz_pages_count (pages), >, 2);
  check_margins (pages);
}

static char *hostile;

static void
fill_hostile (guint64 row, SzValue *values, const char **group)
{
  for (guint c = 0; c < N_PAY_COLUMNS; c++)
    values[c] = c % 2 == row % 2 ? text_value (hostile) : number_value (G_MAXINT64 / 1000);
}

/* Text far too long, markup, letters from right to left, characters that no font has: all inside.
 */
static void
test_hostile (void)
{
  static const char *const texts[] = {
    "<b>&\"'%s\\n",
    "שלום עולם",
    "𠮷\U0010FFFF\xEF\xBF\xBE",
    "a\tb\nc\nd",
    "\x01\x02",
    "",
    "很长的说明文字很长的说明文字很长的说明文字很长的说明文字很长的说明文字很长的说明文字很长的说明"
    "文字",
    "aVeryLongLatinWordWithoutAnyBlankWhichCannotBeBrokenNicelyAnywhereAtAllButMustBe",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      SzTableOptions options = { FALSE, TRUE, "合计", TRUE, FALSE };
      g_autoptr (SzPaper) paper = sz_paper_new ("x", SZ_ORIENTATION_LANDSCAPE);
      g_autoptr (GError) error = NULL;
      g_autoptr (SzPages) pages = NULL;
      const char *const names[] = { texts[i], texts[i], NULL };

      hostile = (char *)texts[i];
      sz_paper_add_title (paper, texts[i]);
      sz_paper_add_headline (paper, texts[i], texts[i], texts[i]);
      sz_paper_add_text (paper, texts[i]);
      sz_paper_add_fields (paper, 1, names);
      fixture_add_table (paper, pay_columns, N_PAY_COLUMNS, &options, fill_hostile, 12);
      sz_paper_add_signatures (paper, names);
      pages = sz_pages_new (&paper, 1, &error);
      g_assert_no_error (error);
      check_margins (pages);
    }
}

static void
test_very_long (void)
{
  SzTableOptions options = { FALSE, FALSE, NULL, FALSE, FALSE };
  g_autoptr (SzPaper) paper = sz_paper_new ("x", SZ_ORIENTATION_AUTO);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPages) pages = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append (text, "长文字");
  hostile = text->str;
  fixture_add_table (paper, pay_columns, N_PAY_COLUMNS, &options, fill_hostile, 4);
  sz_paper_add_text (paper, text->str);
  pages = sz_pages_new (&paper, 1, &error);
  g_assert_no_error (error);
  check_margins (pages);
}

/* Two runs give the same bytes: nothing of the clock gets in. */
static void
test_same_bytes (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *first = NULL;
  gsize first_length = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SzPaper) pay = make_pay_paper (30, TRUE);
      g_autoptr (GError) error = NULL;
      g_autofree char *data = NULL;
      gsize length;

      sz_paper_write_pdf (&pay, 1, path, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      g_assert_true (g_str_has_prefix (data, "%PDF-"));
      if (i == 1)
        g_assert_cmpmem (data, length, first, first_length);
      first_length = length;
      g_free (first);
      first = g_steal_pointer (&data);
    }
  remove_folder (folder);
}

static void
run_tool (const char *const *command, char **output)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* cairo 1.16 loses 如 of Noto Sans CJK SC when it cuts the font down itself; a reader finds the
 * text. */
static void
test_no_lost_character (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char *picture = g_build_filename (folder, "a.pgm", NULL);
  g_autofree char *stem = g_build_filename (folder, "a", NULL);
  g_autoptr (SzPaper) paper = sz_paper_new ("x", SZ_ORIENTATION_PORTRAIT);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *pixels = NULL;
  gsize length;
  guint ink = 0;

  sz_paper_add_text (paper, "如");
  sz_paper_write_pdf (&paper, 1, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  run_tool ((const char *const[]){ "pdftotext", path, "-", NULL }, &text);
  g_assert_nonnull (strstr (text, "如"));
  run_tool ((const char *const[]){ "pdftoppm", "-r", "72", "-gray", "-singlefile", path, stem,
                                   NULL },
            NULL);
  g_assert_true (g_file_get_contents (picture, &pixels, &length, NULL));
  for (gsize i = length - 595 * 842; i < length - 595 * 200; i++)
    ink += (guint8)pixels[i] < 200;
  g_assert_cmpuint (ink, >, 20);
  remove_folder (folder);
}

/* RULE num-5: the PDF's page totals are those of the rows on the page. */
static void
test_page_totals (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (SzPaper) pay = make_pay_paper (60, TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gint64 page = 0, all = 0;
  guint totals = 0;

  sz_paper_write_pdf (&pay, 1, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  run_tool ((const char *const[]){ "pdftotext", "-layout", path, "-", NULL }, &text);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      const char *last = strrchr (line, ' ');
      gboolean is_page = g_str_has_prefix (line, "本页小计");
      gboolean is_all = g_str_has_prefix (line, "累计") || g_str_has_prefix (line, "合计");
      gint64 value;

      if ((!is_page && !is_all && !g_ascii_isdigit (*line)) || last == NULL
          || !sz_decimal_parse (last, 2, &value, NULL) || strchr (last, '.') == NULL)
        continue;
      if (is_page || is_all)
        g_assert_cmpint (value, ==, is_page ? page : all);
      all += is_page || is_all ? 0 : value;
      page = is_page ? 0 : is_all ? page : page + value;
      totals += is_page || is_all;
    }
  g_assert_cmpuint (totals, >=, 6);
  remove_folder (folder);
}

static void
fill_yes (guint64 row, SzValue *values, const char **group)
{
  values[0] = text_value ("x");
  values[1] = text_value ("是");
}

/* A heading in two lines has two of one length: no single character is left over. */
static void
test_balanced_heading (void)
{
  static const SzPaperColumn columns[] = {
    { "名称", NULL, SZ_COLUMN_TEXT, 0, 75, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
    { "专任教师", NULL, SZ_COLUMN_TEXT, 0, 5.6, SZ_TOTAL_NONE, NULL, FALSE, FALSE },
  };
  const SzTableOptions options = { 0 };
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);
  g_autoptr (SzPaper) paper = sz_paper_new ("x", SZ_ORIENTATION_PORTRAIT);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  fixture_add_table (paper, columns, G_N_ELEMENTS (columns), &options, fill_yes, 1);
  sz_paper_write_pdf (&paper, 1, path, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  run_tool ((const char *const[]){ "pdftotext", "-layout", path, "-", NULL }, &text);
  g_assert_nonnull (strstr (text, "专任"));
  g_assert_nonnull (strstr (text, "教师"));
  g_assert_null (strstr (text, "专任教"));
  remove_folder (folder);
}

static double
fake_width (gpointer self, SzTypeface face, double size, const char *text)
{
  return size * (double)strlen (text);
}

static double
fake_height (gpointer self, SzTypeface face, double size, const char *text, double width)
{
  double per_line = MAX (1, floor (width / size));

  return ceil ((double)strlen (text) / per_line) * size * SZ_LEAF_LINE;
}

/* A text fits as it is, or a little smaller, or wrapped; codes only ever get smaller. */
static void
test_fit (void)
{
  const SzMeasure measure = { NULL, fake_width, fake_height };
  SzTextFit fit = sz_text_fit (&measure, SZ_TYPE_BODY, 10, "abcd", 40, 100, TRUE);

  g_assert_cmpfloat (fit.size, ==, 10);
  g_assert_false (fit.wrapped);
  fit = sz_text_fit (&measure, SZ_TYPE_BODY, 10, "abcd", 36, 100, TRUE);
  g_assert_cmpfloat (fit.size, <=, 9);
  g_assert_false (fit.wrapped);
  fit = sz_text_fit (&measure, SZ_TYPE_BODY, 10, "abcd", 20, 100, TRUE);
  g_assert_true (fit.wrapped);
  g_assert_cmpfloat_with_epsilon (fit.height, 2 * 14.5, 0.01);
  fit = sz_text_fit (&measure, SZ_TYPE_BODY, 10, "abcdefgh", 20, 100, FALSE);
  g_assert_true (fit.wrapped); /* smaller than 0.4 nobody could read it */
  fit = sz_text_fit (&measure, SZ_TYPE_BODY, 10, "abcdefgh", 40, 100, FALSE);
  g_assert_false (fit.wrapped);
  g_assert_cmpfloat (fit.size * 8, <=, 40);
  fit = sz_text_fit (&measure, SZ_TYPE_BODY, 10, "abcdefghijklmnopqrstuvwxyz", 20, 60, TRUE);
  g_assert_cmpfloat (fit.height, <=, 60);
}

static void
test_orientation (void)
{
  SzTableOptions options = { 0 };
  double width, height;

  for (guint n = 3; n <= N_PAY_COLUMNS; n += N_PAY_COLUMNS - 3)
    {
      g_autoptr (SzPaper) paper = sz_paper_new ("x", SZ_ORIENTATION_AUTO);
      g_autoptr (SzPages) pages = NULL;

      fixture_add_table (paper, pay_columns, n, &options, fill_pay, 0);
      pages = sz_pages_new (&paper, 1, NULL);
      sz_pages_get_size (pages, 0, &width, &height);
      g_assert_true ((width > height) == (n > 3));
    }
}

static cairo_surface_t *
draw_text (const char *text, SzTypeface face, double size)
{
  g_autoptr (SzPen) pen = sz_pen_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 240, 40);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  sz_pen_begin (pen);
  sz_pen_text (pen, cr, face, size, text, (SzBox){ 3, 2, 230, 36 }, SZ_ALIGN_LEFT, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Numbers are not shaped one by one: they must look as if they were. What ends in a space is. */
static void
test_numbers (void)
{
  static const char *const numbers[]
      = { "0", "1,234.50", "-98,765,432.10", "0.0000", "2025-12-31", "6217111111111111" };
  static const double sizes[] = { 7.5, 9, 10.5, 12.37 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers) * G_N_ELEMENTS (sizes) * SZ_N_TYPES; i++)
    {
      const char *number = numbers[i % G_N_ELEMENTS (numbers)];
      const double size = sizes[i / G_N_ELEMENTS (numbers) % G_N_ELEMENTS (sizes)];
      const SzTypeface face = i / (G_N_ELEMENTS (numbers) * G_N_ELEMENTS (sizes));
      g_autofree char *spaced = g_strconcat (number, " ", NULL);
      cairo_surface_t *quick = draw_text (number, face, size);
      cairo_surface_t *shaped = draw_text (spaced, face, size);
      const gsize bytes = (gsize)cairo_image_surface_get_stride (quick) * 40;

      g_test_message ("%s, %g, %d", number, size, face);
      g_assert_cmpmem (cairo_image_surface_get_data (quick), bytes,
                       cairo_image_surface_get_data (shaped), bytes);
      cairo_surface_destroy (quick);
      cairo_surface_destroy (shaped);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/paper-cairo/fit", test_fit);
  g_test_add_func ("/sheet/paper-cairo/orientation", test_orientation);
  g_test_add_func ("/sheet/paper-cairo/balanced-heading", test_balanced_heading);
  g_test_add_func ("/sheet/paper-cairo/margins", test_margins);
  g_test_add_func ("/sheet/paper-cairo/hostile", test_hostile);
  g_test_add_func ("/sheet/paper-cairo/very-long", test_very_long);
  g_test_add_func ("/sheet/paper-cairo/numbers", test_numbers);
  g_test_add_func ("/sheet/paper-cairo/same-bytes", test_same_bytes);
  g_test_add_func ("/sheet/paper-cairo/no-lost-character", test_no_lost_character);
  g_test_add_func ("/sheet/paper-cairo/num-5/page-totals", test_page_totals);
  return g_test_run ();
}
