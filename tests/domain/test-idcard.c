/* test-idcard.c — citizen ID numbers (ppl-1, handbook §11.1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-idcard.h"

#include <string.h>

#define TODAY 20260108
#define SEED 11643

static void
test_worked (void)
{
  static const struct
  {
    const char *text;
    const char *normal;
    SzDate birth;
    SzSex sex;
  } cases[] = {
    { "11010519491231002X", "11010519491231002X", 19491231, SZ_SEX_FEMALE },
    { "11010519491231002x", "11010519491231002X", 19491231, SZ_SEX_FEMALE },
    { " １１０１０５１９４９１２３１００２ｘ　", "11010519491231002X", 19491231, SZ_SEX_FEMALE },
    { "440524188001010014", "440524188001010014", 18800101, SZ_SEX_MALE },
    { "34052419800101001X", "34052419800101001X", 19800101, SZ_SEX_MALE },
    { "379929198412138648", "379929198412138648", 19841213, SZ_SEX_FEMALE },
    { "379928199304272813", "379928199304272813", 19930427, SZ_SEX_MALE },
    { "37991019890326725X", "37991019890326725X", 19890326, SZ_SEX_MALE },
  };

  g_assert_cmpint (sz_idcard_check_digit ("11010519491231002"), ==, 'X');
  g_assert_cmpint (sz_idcard_check_digit ("44052418800101001"), ==, '4');
  g_assert_cmpint (sz_idcard_check_digit ("34052419800101001"), ==, 'X');
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *normal = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (sz_idcard_check (cases[i].text, FALSE, TODAY, &normal), ==, SZ_IDCARD_OK);
      g_assert_cmpstr (normal, ==, cases[i].normal);
      g_assert_cmpint (sz_idcard_birth_date (normal), ==, cases[i].birth);
      g_assert_cmpint (sz_idcard_sex (normal), ==, cases[i].sex);
      g_assert_cmpint (sz_idcard_check (cases[i].text, FALSE, TODAY, NULL), ==, SZ_IDCARD_OK);
    }
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    gboolean from_number;
    SzIdcardFault fault;
  } cases[] = {
    /* The cells of the roster with faults. */
    { "3.79914198604136e+17", TRUE, SZ_IDCARD_DAMAGED },
    { "379914198604136000", TRUE, SZ_IDCARD_DAMAGED },
    { "379918197111063150", FALSE, SZ_IDCARD_CHECKSUM },
    { "379928197013455820", FALSE, SZ_IDCARD_BIRTHDATE },
    /* Damaged comes first, whatever else is wrong. */
    { "379914198604136000", FALSE, SZ_IDCARD_DAMAGED },
    { "3.79914198604136E+17", FALSE, SZ_IDCARD_DAMAGED },
    { "3.79914E+17", FALSE, SZ_IDCARD_DAMAGED },
    { "379914199913456000", FALSE, SZ_IDCARD_DAMAGED },
    { "379929198412138648", TRUE, SZ_IDCARD_DAMAGED },
    /* The birth date before the check digit. */
    { "110105194913310021", FALSE, SZ_IDCARD_BIRTHDATE },
    { "11010519490229002X", FALSE, SZ_IDCARD_BIRTHDATE },
    { "110105194912000028", FALSE, SZ_IDCARD_BIRTHDATE },
    { "110105000012310021", FALSE, SZ_IDCARD_BIRTHDATE },
    { "110105194913310AAA", FALSE, SZ_IDCARD_CHECKSUM },
    /* Check digit, length, characters. */
    { "110105194912310021", FALSE, SZ_IDCARD_CHECKSUM },
    { "11010519491231002", FALSE, SZ_IDCARD_CHECKSUM },
    { "11010519491231002XX", FALSE, SZ_IDCARD_CHECKSUM },
    { "110105491231002", FALSE, SZ_IDCARD_CHECKSUM },
    { "11010519491231002Y", FALSE, SZ_IDCARD_CHECKSUM },
    { "X1010519491231002X", FALSE, SZ_IDCARD_CHECKSUM },
    { "110105 19491231 002X", FALSE, SZ_IDCARD_CHECKSUM },
    { "护照E12345678", FALSE, SZ_IDCARD_CHECKSUM },
    { "E+17", FALSE, SZ_IDCARD_CHECKSUM },
    { "", FALSE, SZ_IDCARD_CHECKSUM },
    { NULL, FALSE, SZ_IDCARD_CHECKSUM },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char kept[] = "kept";
      char *normal = kept;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (sz_idcard_check (cases[i].text, cases[i].from_number, TODAY, &normal), ==,
                       cases[i].fault);
      g_assert_null (normal);
    }
}

static char *
make_number (SzDate birth, int order)
{
  g_autofree char *body = g_strdup_printf ("370102%08d%03d", birth, order);

  return g_strdup_printf ("%s%c", body, sz_idcard_check_digit (body));
}

/* A number that ends in 000 by right is none of Excel's. */
static void
test_true_000 (void)
{
  for (SzDate day = 19800101; day < 19801231; day = sz_date_add_days (day, 1))
    {
      g_autofree char *number = make_number (day, 100);

      if (!g_str_has_suffix (number, "000"))
        continue;
      g_assert_cmpint (sz_idcard_check (number, FALSE, TODAY, NULL), ==, SZ_IDCARD_OK);
      return;
    }
  g_assert_not_reached ();
}

static void
test_future (void)
{
  g_autofree char *born_today = make_number (TODAY, 11);
  g_autofree char *born_tomorrow = make_number (TODAY + 1, 11);

  g_assert_cmpint (sz_idcard_check (born_today, FALSE, TODAY, NULL), ==, SZ_IDCARD_OK);
  g_assert_cmpint (sz_idcard_check (born_tomorrow, FALSE, TODAY, NULL), ==, SZ_IDCARD_BIRTHDATE);
  g_assert_cmpint (sz_idcard_check (born_tomorrow, FALSE, TODAY + 1, NULL), ==, SZ_IDCARD_OK);
}

static void
test_mask (void)
{
  static const struct
  {
    const char *number;
    const char *masked;
  } cases[] = {
    { "370102198001011234", "370102********1234" },
    { "11010519491231002X", "110105********002X" },
    { "12345", "*****" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *masked = sz_idcard_mask (cases[i].number);
      g_assert_cmpstr (masked, ==, cases[i].masked);
    }
}

/* No single wrong digit and no exchange of neighbours passes: what the check digit is for. */
static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int i = 0; i < 2000; i++)
    {
      const SzDate birth = sz_date_add_days (19500101, g_rand_int_range (rand, 0, 20000));
      const int order = g_rand_int_range (rand, 0, 1000);
      g_autofree char *number = make_number (birth, order);
      const int place = g_rand_int_range (rand, 0, 17);
      const char digit = number[place];
      char next;

      g_assert_cmpint (sz_idcard_check (number, FALSE, TODAY, NULL), ==, SZ_IDCARD_OK);
      g_assert_cmpint (sz_idcard_birth_date (number), ==, birth);
      g_assert_cmpint (sz_idcard_sex (number), ==, order % 2 == 1 ? SZ_SEX_MALE : SZ_SEX_FEMALE);

      number[place] = (char)('0' + (digit - '0' + g_rand_int_range (rand, 1, 10)) % 10);
      g_assert_cmpint (sz_idcard_check (number, FALSE, TODAY, NULL), !=, SZ_IDCARD_OK);
      number[place] = digit;

      next = number[place + 1];
      if (place == 16 || next == digit)
        continue;
      number[place + 1] = digit;
      number[place] = next;
      g_assert_cmpint (sz_idcard_check (number, FALSE, TODAY, NULL), !=, SZ_IDCARD_OK);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/ppl-1/worked", test_worked);
  g_test_add_func ("/domain/ppl-1/faults", test_faults);
  g_test_add_func ("/domain/ppl-1/true-000", test_true_000);
  g_test_add_func ("/domain/ppl-1/future", test_future);
  g_test_add_func ("/domain/ppl-1/mask", test_mask);
  g_test_add_func ("/domain/ppl-1/laws", test_laws);
  return g_test_run ();
}
