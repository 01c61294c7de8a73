/* test-retirement.c — when somebody retires under the progressive delay (ppl-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-retirement.h"

#include "check-error.h"

static const SzRetirementRule table[] = {
  { SZ_SEX_MALE, 60, 1965 * 12, 4, 36 },
  { SZ_SEX_FEMALE, 55, 1970 * 12, 4, 36 },
  { SZ_SEX_FEMALE, 50, 1975 * 12, 2, 60 },
};
static const SzRetirementRules rules = { table, G_N_ELEMENTS (table), 36 };

/* The table of the handbook, §11.4, and the months on both sides of its borders. */
static void
test_table (void)
{
  static const struct
  {
    SzSex sex;
    int age;
    SzDate birth;
    int delay;
    int years;
    int months;
    SzDate month;
  } cases[] = {
    { SZ_SEX_MALE, 60, 19641200, 0, 60, 0, 20241200 },
    { SZ_SEX_MALE, 60, 19650100, 1, 60, 1, 20250200 },
    { SZ_SEX_MALE, 60, 19650131, 1, 60, 1, 20250200 },
    { SZ_SEX_MALE, 60, 19650400, 1, 60, 1, 20250500 },
    { SZ_SEX_MALE, 60, 19650500, 2, 60, 2, 20250700 },
    { SZ_SEX_MALE, 60, 19700600, 17, 61, 5, 20311100 },
    { SZ_SEX_MALE, 60, 19760800, 35, 62, 11, 20390700 },
    { SZ_SEX_MALE, 60, 19760900, 36, 63, 0, 20390900 },
    { SZ_SEX_MALE, 60, 19900215, 36, 63, 0, 20530200 },
    { SZ_SEX_FEMALE, 55, 19691200, 0, 55, 0, 20241200 },
    { SZ_SEX_FEMALE, 55, 19700100, 1, 55, 1, 20250200 },
    { SZ_SEX_FEMALE, 55, 19710400, 4, 55, 4, 20260800 },
    { SZ_SEX_FEMALE, 55, 19810900, 36, 58, 0, 20390900 },
    { SZ_SEX_FEMALE, 50, 19741200, 0, 50, 0, 20241200 },
    { SZ_SEX_FEMALE, 50, 19750300, 2, 50, 2, 20250500 },
    { SZ_SEX_FEMALE, 50, 19841000, 59, 54, 11, 20390900 },
    { SZ_SEX_FEMALE, 50, 19841100, 60, 55, 0, 20391100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzRetirement found;

      g_test_message ("born %d", cases[i].birth);
      g_assert_true (
          sz_retirement_find (&rules, cases[i].sex, cases[i].age, cases[i].birth, &found, NULL));
      g_assert_cmpint (found.delay, ==, cases[i].delay);
      g_assert_cmpint (found.age_months, ==, cases[i].years * 12 + cases[i].months);
      g_assert_cmpint (found.month, ==, sz_date_month (cases[i].month));
    }
}

/* Up to three years either way, but never before the original age. */
static void
test_flexible (void)
{
  SzRetirement found;

  g_assert_true (sz_retirement_find (&rules, SZ_SEX_MALE, 60, 19700600, &found, NULL));
  g_assert_cmpint (found.earliest, ==, sz_date_month (20300600));
  g_assert_cmpint (found.latest, ==, sz_date_month (20341100));
  g_assert_true (sz_retirement_find (&rules, SZ_SEX_FEMALE, 50, 19841100, &found, NULL));
  g_assert_cmpint (found.earliest, ==, sz_date_month (20361100));
}

static void
test_missing_rule (void)
{
  g_autoptr (GError) error = NULL;
  SzRetirement found;

  g_assert_false (sz_retirement_find (&rules, SZ_SEX_FEMALE, 60, 19700600, &found, &error));
  check_error (&error, SZ_ERROR_REFUSED, "retirement.rule_missing", "age=60 sex=2");
  g_assert_false (sz_retirement_find (&rules, SZ_SEX_MALE, 0, 19700600, &found, &error));
  check_error (&error, SZ_ERROR_REFUSED, "retirement.rule_missing", "age=0 sex=1");
}

static void
test_default_age (void)
{
  g_assert_cmpint (sz_retirement_default_age (SZ_SEX_MALE, SZ_POST_WORKER), ==, 60);
  g_assert_cmpint (sz_retirement_default_age (SZ_SEX_MALE, SZ_POST_NONE), ==, 60);
  g_assert_cmpint (sz_retirement_default_age (SZ_SEX_FEMALE, SZ_POST_MANAGEMENT), ==, 55);
  g_assert_cmpint (sz_retirement_default_age (SZ_SEX_FEMALE, SZ_POST_PROFESSIONAL), ==, 55);
  g_assert_cmpint (sz_retirement_default_age (SZ_SEX_FEMALE, SZ_POST_WORKER), ==, 50);
  g_assert_cmpint (sz_retirement_default_age (SZ_SEX_FEMALE, SZ_POST_NONE), ==, 0);
  g_assert_cmpint (sz_retirement_default_age (SZ_SEX_UNKNOWN, SZ_POST_WORKER), ==, 0);
}

/* Law: who is born a month later never retires earlier, and never more than the most later. */
static void
test_monotonous (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      SzMonth last = 0;

      for (SzMonth birth = 1955 * 12; birth < 2005 * 12; birth++)
        {
          SzRetirement found;

          g_assert_true (sz_retirement_find (&rules, table[i].sex, table[i].age,
                                             sz_month_first_day (birth), &found, NULL));
          g_assert_cmpint (found.month, >, last);
          g_assert_cmpint (found.delay, <=, table[i].max);
          g_assert_cmpint (found.earliest, <=, found.month);
          g_assert_cmpint (found.earliest, >=, birth + table[i].age * 12);
          last = found.month;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/ppl-4/table", test_table);
  g_test_add_func ("/domain/ppl-4/flexible", test_flexible);
  g_test_add_func ("/domain/ppl-4/missing-rule", test_missing_rule);
  g_test_add_func ("/domain/ppl-4/default-age", test_default_age);
  g_test_add_func ("/domain/ppl-4/monotonous", test_monotonous);
  return g_test_run ();
}
