/* test-quota-day.c — part-time teachers on a day and over a term (RULE rec-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"
#include "sz-ledger-book.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-quota-day.h"
#include "sz-store-college.h"

#define TEACHERS 262
#define CONTRACTS 61

static void
set_establishment (Fixture *fixture, gint64 establishment, SzDate from)
{
  g_autoptr (SzAct) act = sz_office_begin (fixture->office, "test", NULL, NULL, NULL);

  g_assert_nonnull (act);
  g_assert_true (sz_store_set_establishment (act, establishment, from, "编办〔2025〕1号", NULL));
  g_assert_true (sz_act_commit (act, NULL));
}

static SzQuotaJudgement *
ask (Fixture *fixture, SzDate from, SzDate to, gint64 asked_x1e4, GError **error)
{
  const SzQuotaAsk question = { .from = from, .to = to, .asked_x1e4 = asked_x1e4 };

  return sz_quota_judge (fixture->office, &question, error);
}

/* Handbook R1: establishment 386, full-time teachers 262, 61 part-time teachers. */
static void
fill (Fixture *fixture)
{
  g_autoptr (GString) contracts = g_string_new ("协议号,姓名,身份证号,聘期起,聘期止,占用员额\n");
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  SmallPerson people[TEACHERS + 2];

  for (int i = 0; i < TEACHERS + 2; i++)
    {
      char *number = g_strdup_printf ("%04d", i + 1);

      g_ptr_array_add (numbers, number);
      people[i] = (SmallPerson){
        number,       "张三", "系",  "在编", "专业技术", "专技十级", i < TEACHERS ? "是" : "否",
        "2015-07-01", "",     "绩效"
      };
    }
  small_import_people (fixture, people, G_N_ELEMENTS (people));
  for (int i = 0; i < CONTRACTS; i++)
    {
      g_autofree char *id = fixture_id ("19700101", i + 1);

      g_string_append_printf (contracts, "JZ%03d,李四,%s,2025-01-01,%s,1\n", i + 1, id,
                              i < 10 ? "2025-06-30" : "2025-12-31");
    }
  fixture_import_text (fixture, "parttime", contracts->str);
  set_establishment (fixture, 386, SZ_DATE_NONE);
}

static void
test_day (void)
{
  static const struct
  {
    SzDate day;
    gint64 full_time;
    gint64 by_share;
    gint64 limit;
    gint64 used_x1e4;
  } cases[] = {
    { 20250401, 262, 112, 77, 610000 }, /* R1 */
    { 20250630, 262, 112, 77, 610000 }, /* 聘期止 ≥ day */
    { 20250701, 262, 112, 77, 510000 }, { 20241231, 262, 112, 77, 0 },
    { 20260101, 262, 112, 77, 0 },      { 20150630, 0, 0, 0, 0 }, /* before anybody came */
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SzQuotaDay day;

      g_test_message ("%d", cases[i].day);
      g_assert_true (sz_quota_on (fixture->office, cases[i].day, &day, &error));
      g_assert_cmpint (day.establishment, ==, 386);
      g_assert_cmpint (day.full_time, ==, cases[i].full_time);
      g_assert_cmpint (day.limit.limit_by_establishment, ==, 77);
      g_assert_cmpint (day.limit.limit_by_share, ==, cases[i].by_share);
      g_assert_cmpint (day.limit.limit, ==, cases[i].limit);
      g_assert_cmpint (day.used_x1e4, ==, cases[i].used_x1e4);
      g_assert_cmpint (day.available_x1e4, ==, cases[i].limit * 10000 - cases[i].used_x1e4);
      g_assert_cmpuint (day.open_cases, ==, 0);
    }
}

static void
test_judge (void)
{
  static const struct
  {
    SzDate from;
    SzDate to;
    gint64 asked_x1e4;
    SzDate peak_day;
    gint64 peak_x1e4;
    SzDate over;
    guint holders;
  } cases[] = {
    { 20250301, 20251231, 160000, 20250301, 610000, SZ_DATE_NONE, 0 },
    { 20250301, 20251231, 160001, 20250301, 610000, 20250301, 61 },
    { 20250701, 20251231, 260000, 20250701, 510000, SZ_DATE_NONE, 0 },
    { 20241201, 20250131, 200000, 20250101, 610000, 20250101, 61 },
    { 20260101, 20260102, 770000, 20260101, 0, SZ_DATE_NONE, 0 },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzQuotaJudgement) judgement
          = ask (fixture, cases[i].from, cases[i].to, cases[i].asked_x1e4, NULL);

      g_test_message ("%d", (int)i);
      g_assert_nonnull (judgement);
      g_assert_cmpint (judgement->accepted, ==, cases[i].over == SZ_DATE_NONE);
      g_assert_cmpint (judgement->first_day_over, ==, cases[i].over);
      g_assert_cmpint (judgement->peak_day, ==, cases[i].peak_day);
      g_assert_cmpint (judgement->peak_used_x1e4, ==, cases[i].peak_x1e4);
      g_assert_cmpuint (judgement->holders->len, ==, cases[i].holders);
    }
}

/* More holders than one statement names, entered in another order than they are listed in: each has
 * its own name, and no other. */
static void
test_holders (void)
{
  static const char *const names[] = { "李一", "李二", "李三", "李四", "李五", "李六", "李七" };
  enum
  {
    MANY = 150
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (GString) contracts = g_string_new ("协议号,姓名,身份证号,聘期起,聘期止,占用员额\n");
  g_autoptr (SzQuotaJudgement) judgement = NULL;

  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *id = fixture_id ("19700101", (int)i + 1);

      g_string_append_printf (contracts, "JZ%03u,%s,%s,2025-01-01,%s,0.5\n", 500 - i,
                              names[i % G_N_ELEMENTS (names)], id,
                              i == 70 ? "2025-02-28" : "2025-12-31");
    }
  fixture_import_text (fixture, "parttime", contracts->str);
  judgement = ask (fixture, 20250301, 20250301, 10000, NULL);
  g_assert_nonnull (judgement);
  g_assert_false (judgement->accepted);
  g_assert_cmpuint (judgement->holders->len, ==, MANY - 1);
  for (guint i = 0; i < judgement->holders->len; i++)
    {
      const SzQuotaHolder *holder = &g_array_index (judgement->holders, SzQuotaHolder, i);
      /* from the last one entered to the first, without number 70 */
      const guint entered = MANY - 1 - i - (i >= MANY - 1 - 70 ? 1 : 0);
      g_autofree char *agreement = g_strdup_printf ("JZ%03u", 500 - entered);

      g_assert_cmpstr (holder->agreement, ==, agreement);
      g_assert_cmpstr (holder->name, ==, names[entered % G_N_ELEMENTS (names)]);
      g_assert_cmpint (holder->fte_x1e4, ==, 5000);
      g_assert_cmpint (holder->to, ==, 20251231);
    }
}

/* The establishment and the rate of each day count, not those of the first. */
static void
test_judge_changes (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzQuotaJudgement) lower = NULL;
  g_autoptr (SzQuotaJudgement) rate = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  fill (fixture);
  set_establishment (fixture, 300, 20250501);
  lower = ask (fixture, 20250301, 20251231, 10000, NULL);
  g_assert_cmpint (lower->first_day_over, ==, 20250501);
  g_assert_cmpint (lower->day.limit.limit, ==, 60);
  g_assert_false (sz_quota_refusal (lower, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_REFUSED);
  code = sz_error_dup_code (error);
  g_assert_cmpstr (code, ==, "quota.exceeded");

  g_assert_true (
      sz_params_set (fixture->office, "pt.quota_rate", "0.10", 20250401, "校发2号", NULL));
  rate = ask (fixture, 20250301, 20251231, 10000, NULL);
  g_assert_cmpint (rate->first_day_over, ==, 20250401);
  g_assert_cmpint (rate->day.limit.limit, ==, 38);
}

static void
test_bad_questions (void)
{
  static const struct
  {
    SzDate from;
    SzDate to;
    gint64 asked_x1e4;
    const char *code;
  } cases[] = {
    { 20250302, 20250301, 10000, "date.reversed" },
    { 20250301, 20250401, 0, "quota.fte_invalid" },
    { 20250301, 20250401, -1, "quota.fte_invalid" },
    { 19000101, 20250401, 10000, "quota.term_too_long" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *code = NULL;

      g_assert_null (ask (fixture, cases[i].from, cases[i].to, cases[i].asked_x1e4, &error));
      g_assert_error (error, SZ_ERROR, SZ_ERROR_FORMAT);
      code = sz_error_dup_code (error);
      g_assert_cmpstr (code, ==, cases[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/rec-9/handbook-r1", test_day);
  g_test_add_func ("/office/rec-9/judge", test_judge);
  g_test_add_func ("/office/rec-9/holders", test_holders);
  g_test_add_func ("/office/rec-9/judge-changes", test_judge_changes);
  g_test_add_func ("/office/rec-9/bad-questions", test_bad_questions);
  return g_test_run ();
}
