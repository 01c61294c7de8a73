/* test-leave.c — spans as people write them, months away, what leave takes off basic pay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check-error.h"
#include "sz-decimal.h"
#include "sz-leave-pay.h"

static void
test_spans (void)
{
  static const struct
  {
    const char *text;
    SzDate from;
    SzDate to;
  } cases[] = {
    { "2025年4月7日至6月6日", 20250407, 20250606 },
    { "2025/2/1-2/9", 20250201, 20250209 },
    { "2025.3.3—7", 20250303, 20250307 },
    { "2025-01-06~2025-08-29", 20250106, 20250829 },
    { "2025.8.8—2026.1.12", 20250808, 20260112 },
    { "2025-03-03 ～ 05-16", 20250303, 20250516 },
    { "2025年3月3日——7日", 20250303, 20250307 },
    { "2025年3月3日 到 2025年3月9号", 20250303, 20250309 },
    { "20250303-20250309", 20250303, 20250309 },
    { "2025.3.3–3.7", 20250303, 20250307 },
    { "２０２５－０３－０３至０３－０７", 20250303, 20250307 },
    { "2025/11/3－11/3", 20251103, 20251103 },
    { "2025-02-01-2025-02-09", 0, 0 },
    { "2025年3月3日", 0, 0 },
    { "2025年3月至4月", 0, 0 },
    { "2025.3.3—32", 0, 0 },
    { "3月3日至5日", 0, 0 },
    { "—", 0, 0 },
    { "", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SzDate from = 0;
      SzDate to = 0;
      gboolean read = sz_leave_parse_span (cases[i].text, &from, &to, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read, ==, cases[i].from != 0);
      if (!read)
        {
          check_error (&error, SZ_ERROR_FORMAT, "date.invalid", NULL);
          continue;
        }
      g_assert_cmpint (from, ==, cases[i].from);
      g_assert_cmpint (to, ==, cases[i].to);
    }
}

static void
test_back (void)
{
  static const struct
  {
    SzDate back;
    SzLeaveEnd end;
    SzDate to;
  } cases[] = {
    { 0, SZ_LEAVE_END_PLANNED, 20250310 },           { 20250311, SZ_LEAVE_END_PLANNED, 20250310 },
    { 20250310, SZ_LEAVE_END_EARLY, 20250309 },      { 20250304, SZ_LEAVE_END_EARLY, 20250303 },
    { 20250303, SZ_LEAVE_END_FAULTY, 20250310 },     { 20250301, SZ_LEAVE_END_FAULTY, 20250310 },
    { 20250312, SZ_LEAVE_END_OVERSTAYED, 20250310 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzDate to = 20250310;

      g_assert_cmpint (sz_leave_end (20250303, &to, cases[i].back), ==, cases[i].end);
      g_assert_cmpint (to, ==, cases[i].to);
    }
}

static void
test_overlap (void)
{
  SzLeave sick = { SZ_LEAVE_SICK, 20250303, 20250310 };
  SzLeave touching = { SZ_LEAVE_PERSONAL, 20250310, 20250312 };
  SzLeave after = { SZ_LEAVE_PERSONAL, 20250311, 20250312 };
  SzLeave seconded = { SZ_LEAVE_SECONDED, 20250101, 20251231 };

  g_assert_true (sz_leaves_overlap (&sick, &touching));
  g_assert_false (sz_leaves_overlap (&sick, &after));
  g_assert_false (sz_leaves_overlap (&seconded, &sick));
}

/* RULE pay-6: every day in service, several leaves together, calendar days. */
static void
test_months (void)
{
  static const SzService service = { .from = 20200901, .to = 20250620 };
  static const SzLeave leaves[] = { { SZ_LEAVE_SICK, 20250203, 20250331 },
                                    { SZ_LEAVE_PERSONAL, 20250401, 20250415 },
                                    { SZ_LEAVE_SICK, 20250416, 20250430 },
                                    { SZ_LEAVE_SICK, 20250601, 20250620 } };
  guint sick = 1u << SZ_LEAVE_SICK;
  guint both = sick | 1u << SZ_LEAVE_PERSONAL;

  g_assert_cmpuint (sz_leave_months (leaves, 4, sick, &service, 1, 20250101, 20251231), ==,
                    1u << 2 | 1u << 5);
  g_assert_cmpuint (sz_leave_months (leaves, 4, both, &service, 1, 20250101, 20251231), ==,
                    1u << 2 | 1u << 3 | 1u << 5);
  g_assert_cmpuint (sz_leave_months (leaves, 4, 0, &service, 1, 20250101, 20251231), ==, 0);
}

static const SzLeaveRules rules = {
  .tiers = { { 2, 10000, 10000 }, { 6, 9000, 10000 }, { 0, 7000, 8000 } },
  .n_tiers = 3,
  .day_base_x100 = 2175,
};

static SzCalendar *
make_calendar (void)
{
  SzCalendar *calendar = sz_calendar_new ();

  sz_calendar_add_year (calendar, 2024);
  sz_calendar_add_year (calendar, 2025);
  sz_calendar_set (calendar, 20250928, TRUE);
  sz_calendar_set (calendar, 20251011, TRUE);
  for (SzDate day = 20251001; day <= 20251008; day++)
    sz_calendar_set (calendar, day, FALSE);
  return calendar;
}

static GArray *
count_out (const SzLeave *leaves,
           guint n,
           SzDate work_start,
           SzMoney base_fen,
           gboolean yearly,
           SzIssueList *issues)
{
  g_autoptr (SzCalendar) calendar = make_calendar ();
  SzLeaveRules used = rules;
  SzLeaveBook book = { &used, calendar, 2025 };
  SzLeavePerson person = { "1001", leaves, n, work_start, { 0 } };
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SzLeaveLine));

  used.yearly = yearly;
  for (int i = 0; i < 12; i++)
    person.base_fen[i] = base_fen;
  g_assert_true (sz_leave_pay (&book, &person, issues, lines, NULL));
  return lines;
}

static SzMoney
sum_up (const GArray *lines)
{
  SzMoney sum = 0;

  for (guint i = 0; i < lines->len; i++)
    sum += g_array_index (lines, SzLeaveLine, i).deduction_fen;
  return sum;
}

static void
test_sick (void)
{
  static const SzLeave leave = { SZ_LEAVE_SICK, 20250101, 20250831 };
  static const SzMoney expected[] = { 0, 0, 52000, 52000, 52000, 52000, 156000, 156000 };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GArray) young = count_out (&leave, 1, 20200101, 520000, FALSE, issues);
  g_autoptr (GArray) old = count_out (&leave, 1, 20000101, 520000, FALSE, issues);
  g_autoptr (GArray) unknown = NULL;
  g_autoptr (GArray) baseless = NULL;

  g_assert_cmpuint (young->len, ==, 8);
  for (guint i = 0; i < young->len; i++)
    g_assert_cmpint (g_array_index (young, SzLeaveLine, i).deduction_fen, ==, expected[i]);
  g_assert_cmpint (8 * 520000 - sum_up (young), ==, 3640000);
  g_assert_cmpint (8 * 520000 - sum_up (old), ==, 3952000);
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 0);

  unknown = count_out (&leave, 1, 0, 520000, FALSE, issues);
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 1);
  g_assert_cmpstr (sz_issue_list_get (issues, 0)->code, ==, "leave.work_start_missing");
  g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (issues, 0), "date"), ==, "2025-03-01");
  baseless = count_out (&leave, 1, 20200101, -1, FALSE, issues);
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 9);
  g_assert_cmpstr (sz_issue_list_get (issues, 1)->code, ==, "leave.base_missing");
}

/* Friday to Monday is one spell, three working days between are two. */
static void
test_spell (void)
{
  static const SzLeave one[]
      = { { SZ_LEAVE_SICK, 20250303, 20250516 }, { SZ_LEAVE_SICK, 20250519, 20250628 } };
  static const SzLeave two[]
      = { { SZ_LEAVE_SICK, 20250407, 20250606 }, { SZ_LEAVE_SICK, 20250612, 20250730 } };
  static const SzLeave from_before[]
      = { { SZ_LEAVE_SICK, 20241101, 20241231 }, { SZ_LEAVE_SICK, 20250101, 20250110 } };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GArray) lines = count_out (one, 2, 20200101, 310000, FALSE, issues);
  const SzLeaveLine *line;

  line = &g_array_index (lines, SzLeaveLine, 3);
  g_assert_cmpint (line->from, ==, 20250503);
  g_assert_cmpint (line->ratio_x1e4, ==, 9000);
  line = &g_array_index (lines, SzLeaveLine, 4);
  g_assert_cmpint (line->from, ==, 20250519);
  g_assert_cmpint (line->ratio_x1e4, ==, 9000);

  g_clear_pointer (&lines, g_array_unref);
  lines = count_out (two, 2, 20200101, 310000, FALSE, issues);
  g_assert_cmpint (sum_up (lines), ==, 0);

  /* November 2024 is month 1: January is the third. */
  g_clear_pointer (&lines, g_array_unref);
  lines = count_out (from_before, 2, 20200101, 310000, FALSE, issues);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpint (sum_up (lines), ==, 10000);

  /* `yearly` counts the year alone. */
  g_clear_pointer (&lines, g_array_unref);
  lines = count_out (from_before, 2, 20200101, 310000, TRUE, issues);
  g_assert_cmpint (sum_up (lines), ==, 0);
  g_clear_pointer (&lines, g_array_unref);
  lines = count_out (two, 2, 20200101, 310000, TRUE, issues);
  /* 61 sick days to 6 June: the last of them is the first of month 3. */
  line = &g_array_index (lines, SzLeaveLine, 3);
  g_assert_cmpint (line->from, ==, 20250606);
  g_assert_cmpint (line->ratio_x1e4, ==, 9000);
}

/* RULE num-8: 31 January, 28 February, 31 March; ten years complete in the middle. */
static void
test_days (void)
{
  static const SzLeave leave = { SZ_LEAVE_SICK, 20250131, 20250410 };
  static const SzLeave ripe = { SZ_LEAVE_SICK, 20250303, 20250628 };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GArray) lines = count_out (&leave, 1, 20200101, 310000, FALSE, issues);
  const SzLeaveLine *line = &g_array_index (lines, SzLeaveLine, 3);

  g_assert_cmpint (line->from, ==, 20250331);
  g_assert_cmpint (line->to, ==, 20250331);
  g_assert_cmpint (line->ratio_x1e4, ==, 9000);
  g_clear_pointer (&lines, g_array_unref);
  lines = count_out (&ripe, 1, 20150520, 310000, FALSE, issues);
  line = &g_array_index (lines, SzLeaveLine, 3);
  g_assert_cmpint (line->from, ==, 20250503);
  g_assert_cmpint (line->to, ==, 20250519);
  g_assert_cmpint (line[1].from, ==, 20250520);
  g_assert_cmpint (line[1].ratio_x1e4, ==, SZ_RATIO_ONE);
}

static void
test_personal (void)
{
  static const SzLeave leaves[] = { { SZ_LEAVE_MATERNITY, 20250101, 20250131 },
                                    { SZ_LEAVE_ABSENT, 20250701, 20250731 },
                                    { SZ_LEAVE_PERSONAL, 20250925, 20251012 } };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GArray) lines = count_out (leaves, 3, 20000101, 435000, FALSE, issues);
  const SzLeaveLine *line = &g_array_index (lines, SzLeaveLine, 0);

  g_assert_cmpuint (lines->len, ==, 4);
  g_assert_cmpint (line->deduction_fen, ==, 0);
  g_assert_cmpint (line->base_fen, ==, -1);
  /* 23 working days are more than 21.75: never more than there is. */
  g_assert_cmpint (line[1].working_days, ==, 23);
  g_assert_cmpint (line[1].deduction_fen, ==, 435000);
  g_assert_cmpint (line[2].working_days, ==, 5);
  g_assert_cmpint (line[2].deduction_fen, ==, 100000);
  g_assert_cmpint (line[2].ratio_x1e4, ==, 0);
  g_assert_cmpint (line[3].working_days, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/pay-19/spans", test_spans);
  g_test_add_func ("/domain/pay-19/back", test_back);
  g_test_add_func ("/domain/pay-19/overlap", test_overlap);
  g_test_add_func ("/domain/pay-19/personal", test_personal);
  g_test_add_func ("/domain/pay-6/months-away", test_months);
  g_test_add_func ("/domain/pay-14/sick", test_sick);
  g_test_add_func ("/domain/pay-14/spell", test_spell);
  g_test_add_func ("/domain/pay-14/days", test_days);
  return g_test_run ();
}
