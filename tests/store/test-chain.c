/* test-chain.c — numbers and texts as they are hashed, byte by byte (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-chain.h"

#define RANDOM_NUMBERS 200000

static void
assert_number (GString *text, GString *expected, gint64 value)
{
  g_string_truncate (text, 0);
  g_string_printf (expected, "%" G_GINT64_FORMAT "%" G_GINT64_FORMAT ",", value, value);
  sz_chain_append_int (text, value);
  sz_chain_append_number (text, value, ',');
  g_assert_cmpstr (text->str, ==, expected->str);
  g_assert_cmpuint (text->len, ==, expected->len);
}

static void
test_numbers (void)
{
  static const gint64 worked[]
      = { 0,   1,   -1,   9,        10,        11,         99,         100,        -100,
          101, 999, 1000, 20251231, -20251231, 4294967295, 4294967296, G_MAXINT64, G_MININT64 };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (20260108);

  for (gsize i = 0; i < G_N_ELEMENTS (worked); i++)
    assert_number (text, expected, worked[i]);
  for (int i = 0; i < RANDOM_NUMBERS; i++)
    {
      guint64 bits = (guint64)g_rand_int (random) << 32 | g_rand_int (random);

      /* Of every length. */
      assert_number (text, expected, (gint64)(bits >> (i % 64)));
      assert_number (text, expected, -(gint64)(bits >> (1 + i % 63)));
    }
}

/* A text that grows from nothing to more than it has room for, again and again. */
static void
test_growing (void)
{
  g_autoptr (GString) text = g_string_sized_new (1);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (int i = 0; i < 5000; i++)
    {
      sz_chain_append_number (text, i, ';');
      sz_chain_append_text (text, "王伟", strlen ("王伟"));
      g_string_append_printf (expected, "%d;6:王伟", i);
    }
  g_assert_cmpuint (text->len, ==, expected->len);
  g_assert_cmpstr (text->str, ==, expected->str);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/chain/numbers", test_numbers);
  g_test_add_func ("/store/chain/growing", test_growing);
  return g_test_run ();
}
