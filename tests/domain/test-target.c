/* test-target.c — goals, entries and states of targets (tgt-1, tgt-3, tgt-4, tgt-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-target.h"

#include "sz-percent.h"
#include "sz-period.h"

static const SzTerm terms[] = { { "春季", 201, 731 }, { "秋季", 801, 1231 } };

static void
test_percent (void)
{
  static const struct
  {
    gint64 part;
    gint64 whole;
    const char *percent;
  } cases[] = {
    { 1218, 1245, "97.83" }, { 1198, 1230, "97.40" }, { 1102, 1198, "91.99" }, { 0, 7, "0.00" },
    { 7, 0, NULL },          { -3, 100, "-3.00" },    { 1, 8, "12.50" },       { 1, 800, "0.13" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *percent = sz_percent_dup (cases[i].part, cases[i].whole);

      g_assert_cmpstr (percent, ==, cases[i].percent);
    }
}

static void
test_needed (void)
{
  g_assert_cmpint (sz_target_needed (SZ_INDICATOR_RATIO, 9800, 1245), ==, 1221);
  g_assert_cmpint (sz_target_needed (SZ_INDICATOR_RATIO, 9500, 27), ==, 26);
  g_assert_cmpint (sz_target_needed (SZ_INDICATOR_RATIO, 6000, 27), ==, 17);
  g_assert_cmpint (sz_target_needed (SZ_INDICATOR_RATIO, 10000, 94), ==, 94);
  g_assert_cmpint (sz_target_needed (SZ_INDICATOR_COUNT, 3900, 0), ==, 3900);
}

static void
test_goals (void)
{
  static const struct
  {
    SzIndicatorKind kind;
    const char *text;
    gint64 goal; /* −1: "number.invalid" */
  } cases[] = {
    { SZ_INDICATOR_RATIO, "98%", 9800 },
    { SZ_INDICATOR_RATIO, "0.98", 9800 },
    { SZ_INDICATOR_RATIO, "98", 9800 },
    { SZ_INDICATOR_RATIO, "1", 10000 },
    { SZ_INDICATOR_RATIO, "100%", 10000 },
    { SZ_INDICATOR_RATIO, "97.55%", 9755 },
    { SZ_INDICATOR_RATIO, "１００％", 10000 },
    { SZ_INDICATOR_RATIO, "97.5", 9750 },
    { SZ_INDICATOR_RATIO, "0", -1 },
    { SZ_INDICATOR_RATIO, "97.555%", -1 },
    { SZ_INDICATOR_RATIO, "97.555", -1 },
    { SZ_INDICATOR_RATIO, "0.97555", -1 },
    { SZ_INDICATOR_RATIO, "101", -1 },
    { SZ_INDICATOR_RATIO, "-0.5", -1 },
    { SZ_INDICATOR_RATIO, "", -1 },
    { SZ_INDICATOR_COUNT, "3,900", 3900 },
    { SZ_INDICATOR_COUNT, "0", 0 },
    { SZ_INDICATOR_COUNT, "-1", -1 },
    { SZ_INDICATOR_STOCK, "8800.5", -1 },
    { SZ_INDICATOR_STOCK, "98%", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 goal = -1;

      if (!sz_indicator_parse_goal (cases[i].kind, cases[i].text, &goal))
        goal = -1;
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (goal, ==, cases[i].goal);
    }
}

static void
test_indicators (void)
{
  gsize n = 0;
  const SzIndicator *standard = sz_indicators_standard (&n);
  static const char *const ids[]
      = { "enrolment",  "students", "employment", "training",        "joint",
          "integrated", "assessed", "rotation",   "contests_hosted", "contests_won" };

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (ids) + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_cmpstr (standard[i].id, ==, ids[i]);
      g_assert_true (standard[i].has_goal);
    }
  g_assert_cmpstr (standard[n - 1].id, ==, "students_paid");
  g_assert_false (standard[n - 1].has_goal);
}

static void
test_periods (void)
{
  static const struct
  {
    const char *text;
    SzDate from; /* 0: "period.invalid" */
    SzDate to;
  } cases[] = {
    { "1月", 20250101, 20250131 },
    { "12月", 20251201, 20251231 },
    { "第一季度", 20250101, 20250331 },
    { "一季度", 20250101, 20250331 },
    { "2季度", 20250401, 20250630 },
    { "Q3", 20250701, 20250930 },
    { "第4季度", 20251001, 20251231 },
    { "上半年", 20250101, 20250630 },
    { "下半年", 20250701, 20251231 },
    { "春季", 20250201, 20250731 },
    { "秋季学期", 20250801, 20251231 },
    { "全年", 20250101, 20251231 },
    { "2025.03", 20250301, 20250331 },
    { "2025年2月", 20250201, 20250228 },
    { "2025-10-15", 20251015, 20251015 },
    { " 8 月 ", 20250801, 20250831 },
    { "13月", 0, 0 },
    { "0月", 0, 0 },
    { "五季度", 0, 0 },
    { "夏季", 0, 0 },
    { "2024-10-15", 0, 0 },
    { "2024年3月", 0, 0 },
    { "", 0, 0 },
    { "三月份", 0, 0 },
    { "春季学期末", 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzDate from = 0;
      SzDate to = 0;
      gboolean good = sz_period_parse (cases[i].text, 2025, terms, 2, &from, &to);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (good, ==, cases[i].from != 0);
      if (!good)
        continue;
      g_assert_cmpint (from, ==, cases[i].from);
      g_assert_cmpint (to, ==, cases[i].to);
    }
}

static SzEntry
make_entry (const char *period, gboolean cumulative, gint64 number)
{
  SzEntry entry = {
    .year = 2025, .indicator = (char *)"enrolment", .cumulative = cumulative, .number = number
  };

  g_assert_true (sz_period_parse (period, 2025, terms, 2, &entry.from, &entry.to));
  return entry;
}

static void
test_entries (void)
{
  SzEntry rows[] = { make_entry ("一季度", FALSE, 12), make_entry ("二季度", FALSE, 30),
                     make_entry ("8月", FALSE, 1650), make_entry ("9月", TRUE, 1692),
                     make_entry ("10月", FALSE, 55) };
  const SzEntry *entries[] = { &rows[4], &rows[1], &rows[0], &rows[3], &rows[2] };
  static const struct
  {
    SzDate day;
    gboolean known;
    gint64 value;
  } cases[] = {
    { 20250330, FALSE, 0 },   { 20250331, TRUE, 12 },   { 20250831, TRUE, 1692 },
    { 20250930, TRUE, 1692 }, { 20251015, TRUE, 1692 }, { 20251031, TRUE, 1747 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzReading reading = sz_entries_read (entries, 5, SZ_INDICATOR_COUNT, 2025, cases[i].day);

      g_assert_cmpint (reading.known, ==, cases[i].known);
      g_assert_cmpint (reading.value, ==, cases[i].value);
    }
  g_assert_false (sz_entries_read (entries, 5, SZ_INDICATOR_COUNT, 2024, 20251231).known);
  /* A level takes what was said last and adds nothing. */
  g_assert_cmpint (sz_entries_read (entries, 5, SZ_INDICATOR_STOCK, 2025, 20251231).value, ==,
                   1692);
}

static void
test_equal_ends (void)
{
  SzEntry rows[] = { make_entry ("全年", TRUE, 100), make_entry ("12月", TRUE, 90),
                     make_entry ("下半年", TRUE, 80) };
  const SzEntry *entries[] = { &rows[0], &rows[1], &rows[2] };

  g_assert_cmpint (sz_entries_read (entries, 3, SZ_INDICATOR_STOCK, 2025, 20251231).value, ==, 90);
}

static void
test_entry_faults (void)
{
  g_assert_cmpstr (sz_entry_fault (SZ_INDICATOR_COUNT, TRUE, TRUE, FALSE), ==, "entry.both");
  g_assert_cmpstr (sz_entry_fault (SZ_INDICATOR_COUNT, FALSE, FALSE, FALSE), ==, "entry.both");
  g_assert_cmpstr (sz_entry_fault (SZ_INDICATOR_STOCK, TRUE, FALSE, FALSE), ==, "entry.kind");
  g_assert_cmpstr (sz_entry_fault (SZ_INDICATOR_RATIO, TRUE, FALSE, TRUE), ==, "entry.kind");
  g_assert_cmpstr (sz_entry_fault (SZ_INDICATOR_RATIO, FALSE, TRUE, FALSE), ==, "entry.base");
  g_assert_cmpstr (sz_entry_fault (SZ_INDICATOR_COUNT, FALSE, TRUE, TRUE), ==, "entry.base");
  g_assert_null (sz_entry_fault (SZ_INDICATOR_RATIO, FALSE, TRUE, TRUE));
  g_assert_null (sz_entry_fault (SZ_INDICATOR_COUNT, TRUE, FALSE, FALSE));
}

static void
test_overlaps (void)
{
  static const struct
  {
    const char *one;
    gboolean one_cumulative;
    const char *other;
    gboolean other_cumulative;
    gboolean overlaps;
  } cases[] = {
    { "一季度", FALSE, "3月", FALSE, TRUE }, { "一季度", FALSE, "4月", FALSE, FALSE },
    { "下半年", FALSE, "9月", TRUE, TRUE },  { "8月", FALSE, "9月", TRUE, FALSE },
    { "9月", FALSE, "9月", TRUE, FALSE },    { "10月", FALSE, "9月", TRUE, FALSE },
    { "全年", TRUE, "9月", TRUE, FALSE },    { "全年", FALSE, "上半年", TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzEntry one = make_entry (cases[i].one, cases[i].one_cumulative, 1);
      SzEntry other = make_entry (cases[i].other, cases[i].other_cumulative, 1);

      g_test_message ("%s %s", cases[i].one, cases[i].other);
      g_assert_cmpint (sz_entry_overlaps (&one, &other), ==, cases[i].overlaps);
      g_assert_cmpint (sz_entry_overlaps (&other, &one), ==, cases[i].overlaps);
      other.year = 2024;
      g_assert_false (sz_entry_overlaps (&one, &other));
    }
}

/* On which side of each condition the state falls. */
static void
test_states (void)
{
  static const SzDate joint[] = { 20251231 };
  static const SzDate integrated[] = { 20260426, 20280426 };
  static const struct
  {
    SzIndicatorKind kind;
    SzDate day;
    gint64 goal;  /* −1: none */
    gint64 value; /* −1: not known */
    gint64 base;
    gboolean by_pace;
    const SzDate *deadlines;
    gsize n_deadlines;
    SzTargetState state;
    gint64 gap; /* −1: not known */
    SzDate deadline;
  } cases[] = {
    { SZ_INDICATOR_COUNT, 20250701, 100, -1, 0, FALSE, NULL, 0, SZ_TARGET_NO_DATA, -1, 0 },
    { SZ_INDICATOR_RATIO, 20250701, 9800, 0, 0, FALSE, NULL, 0, SZ_TARGET_NO_DATA, -1, 0 },
    { SZ_INDICATOR_COUNT, 20250701, -1, 5, 0, FALSE, NULL, 0, SZ_TARGET_NO_TARGET, -1, 0 },
    { SZ_INDICATOR_COUNT, 20250701, 100, 100, 0, FALSE, NULL, 0, SZ_TARGET_MET, 0, 0 },
    { SZ_INDICATOR_COUNT, 20251230, 100, 99, 0, FALSE, NULL, 0, SZ_TARGET_ON_TRACK, 1, 0 },
    { SZ_INDICATOR_COUNT, 20251231, 100, 99, 0, TRUE, NULL, 0, SZ_TARGET_MISSED, 1, 0 },
    /* day 73 of 365 is a fifth: 0.9 × 100 / 5 = 18 */
    { SZ_INDICATOR_COUNT, 20250314, 100, 18, 0, TRUE, NULL, 0, SZ_TARGET_ON_TRACK, 82, 0 },
    { SZ_INDICATOR_COUNT, 20250314, 100, 17, 0, TRUE, NULL, 0, SZ_TARGET_BEHIND, 83, 0 },
    { SZ_INDICATOR_COUNT, 20250314, 100, 17, 0, FALSE, NULL, 0, SZ_TARGET_ON_TRACK, 83, 0 },
    { SZ_INDICATOR_STOCK, 20250701, 100, 99, 0, FALSE, NULL, 0, SZ_TARGET_BELOW, 1, 0 },
    { SZ_INDICATOR_RATIO, 20250701, 9800, 1218, 1245, FALSE, NULL, 0, SZ_TARGET_BELOW, 3, 0 },
    { SZ_INDICATOR_RATIO, 20251230, 9500, 25, 27, FALSE, joint, 1, SZ_TARGET_OPEN, 1, 20251231 },
    { SZ_INDICATOR_RATIO, 20251231, 9500, 25, 27, FALSE, joint, 1, SZ_TARGET_BELOW, 1, 20251231 },
    { SZ_INDICATOR_RATIO, 20260426, 6000, 16, 27, FALSE, integrated, 2, SZ_TARGET_BELOW, 1,
      20260426 },
    { SZ_INDICATOR_RATIO, 20260427, 6000, 17, 27, FALSE, integrated, 2, SZ_TARGET_MET, 0,
      20280426 },
    { SZ_INDICATOR_RATIO, 20290101, 6000, 1, 27, FALSE, integrated, 2, SZ_TARGET_BELOW, 16,
      20280426 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzTargetQuestion question = {
        .kind = cases[i].kind,
        .year = sz_date_year (cases[i].day),
        .day = cases[i].day,
        .has_goal = cases[i].goal >= 0,
        .goal = cases[i].goal,
        .in_register = TRUE,
        .register_reading = { cases[i].value >= 0, MAX (0, cases[i].value), cases[i].base },
        .entries_reading = { TRUE, 77, 77 },
        .by_pace = cases[i].by_pace,
        .warn_share_x1e4 = 9000,
        .deadlines = cases[i].deadlines,
        .n_deadlines = cases[i].n_deadlines,
      };
      SzTargetFigures figures;

      g_test_message ("%" G_GSIZE_FORMAT, i);
      sz_target_judge (&question, &figures);
      g_assert_cmpstr (sz_target_state_word (figures.state), ==,
                       sz_target_state_word (cases[i].state));
      g_assert_cmpint (figures.has_gap, ==, cases[i].gap >= 0);
      g_assert_cmpint (figures.gap, ==, MAX (0, cases[i].gap));
      g_assert_cmpint (figures.deadline, ==, cases[i].deadline);
    }
}

static void
test_register_wins (void)
{
  SzTargetQuestion question = { .kind = SZ_INDICATOR_COUNT,
                                .year = 2025,
                                .day = 20250701,
                                .has_goal = TRUE,
                                .goal = 80,
                                .in_register = TRUE,
                                .register_reading = { TRUE, 64, 0 },
                                .entries_reading = { TRUE, 70, 0 } };
  SzTargetFigures figures;

  sz_target_judge (&question, &figures);
  g_assert_true (figures.from_register);
  g_assert_cmpint (figures.reading.value, ==, 64);
  g_assert_cmpint (figures.completion_x100, ==, 8000);
  question.in_register = FALSE;
  sz_target_judge (&question, &figures);
  g_assert_false (figures.from_register);
  g_assert_cmpint (figures.reading.value, ==, 70);
}

static void
test_days (void)
{
  g_assert_cmpint (sz_target_day (2025, 20251015), ==, 20251015);
  g_assert_cmpint (sz_target_day (2024, 20251015), ==, 20241231);
  g_assert_cmpint (sz_target_day (2026, 20251015), ==, 20260101);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tgt-1/percent", test_percent);
  g_test_add_func ("/tgt-1/needed", test_needed);
  g_test_add_func ("/tgt-3/goals", test_goals);
  g_test_add_func ("/tgt-3/indicators", test_indicators);
  g_test_add_func ("/tgt-4/periods", test_periods);
  g_test_add_func ("/tgt-4/entries", test_entries);
  g_test_add_func ("/tgt-4/equal-ends", test_equal_ends);
  g_test_add_func ("/tgt-4/faults", test_entry_faults);
  g_test_add_func ("/tgt-4/overlaps", test_overlaps);
  g_test_add_func ("/tgt-11/states", test_states);
  g_test_add_func ("/tgt-11/register-wins", test_register_wins);
  g_test_add_func ("/tgt-11/days", test_days);
  return g_test_run ();
}
