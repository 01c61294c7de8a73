/* test-text.c — text as it stands in cells, made comparable: every character of the first plane,
 * alone, between others and at an end, against the rules written once more
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-text.h"

/* The rules, slowly: what folding, seeing and squeezing leave of a character; 0: nothing. */
static gunichar
expect_folded (gunichar c)
{
  if (c >= 0xFF01 && c <= 0xFF5E)
    return c - 0xFEE0;
  return g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR ? ' ' : c;
}

static gboolean
is_unseen (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT
         && ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
             || (c >= 0x2066 && c <= 0x2069) || c == 0x061C || c == 0x2060 || c == 0xFEFF
             || c == 0x00AD);
}

/* "中a" <c> "b文" when @between, else <c> "a中" <c>. */
static char *
surround (gunichar c, gboolean between)
{
  GString *text = g_string_new (between ? "中a" : NULL);

  if (c != 0)
    g_string_append_unichar (text, c);
  g_string_append (text, between ? "b文" : "a中");
  if (c != 0 && !between)
    g_string_append_unichar (text, c);
  return g_string_free (text, FALSE);
}

static void
check (char *(*func) (const char *text), gunichar c, gunichar between, gunichar at_the_ends)
{
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *text = surround (c, i == 0);
      g_autofree char *want = surround (i == 0 ? between : at_the_ends, i == 0);
      g_autofree char *got = func (text);

      if (!g_str_equal (got, want))
        g_error ("U+%04X, %s: “%s” instead of “%s”", c, i == 0 ? "between" : "at the ends", got,
                 want);
    }
}

static void
test_every_character (void)
{
  for (gunichar c = 1; c < 0x10000; c++)
    {
      const gunichar folded = expect_folded (c);
      const gboolean blank = g_unichar_isspace (folded);
      const gunichar seen = is_unseen (c) ? 0 : folded;

      if (!g_unichar_validate (c))
        continue;
      check (sz_text_fold, c, folded, blank ? 0 : folded);
      check (sz_text_visible, c, seen, blank ? 0 : seen);
      check (sz_text_squeeze, c, blank ? 0 : folded, blank ? 0 : folded);
    }
}

/* Kangxi radicals look like characters and are others. */
static void
test_radicals (void)
{
  g_autofree char *plain = sz_text_plain_radicals ("⽂字a⼈");
  g_autofree char *same = sz_text_plain_radicals ("文字 a.人");

  g_assert_cmpstr (plain, ==, "文字a人");
  g_assert_cmpstr (same, ==, "文字 a.人");
}

static void
test_broken (void)
{
  g_autofree char *folded = sz_text_fold ("中\xE4\xB8");
  g_autofree char *tail = sz_text_fold ("\xE4"
                                        "a中");

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_true (g_str_has_prefix (folded, "中"));
  g_assert_true (g_utf8_validate (tail, -1, NULL));
  g_assert_true (g_str_has_suffix (tail, "a中"));
}

static void
test_same_name (void)
{
  g_assert_true (sz_text_same_name (NULL, ""));
  g_assert_true (sz_text_same_name ("王伟", "王伟"));
  g_assert_true (sz_text_same_name ("王 伟", "王　伟"));
  g_assert_true (sz_text_same_name ("买买提·艾力", "买买提．艾力"));
  g_assert_true (sz_text_same_name ("文", "⽂"));
  g_assert_false (sz_text_same_name ("王伟", "王玮"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/text/every-character", test_every_character);
  g_test_add_func ("/domain/text/radicals", test_radicals);
  g_test_add_func ("/domain/text/broken", test_broken);
  g_test_add_func ("/domain/text/same-name", test_same_name);
  return g_test_run ();
}
