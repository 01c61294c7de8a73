/* test-store-rows.c — every kind of row: stored, found by its key, updated, listed, deleted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <string.h>

#include "sz-act.h"
#include "sz-store-college.h"
#include "sz-ledger-book.h"
#include "sz-store-param.h"
#include "sz-store-parttime.h"
#include "sz-store-posts.h"
#include "sz-store-workload.h"

#define S(text) g_strdup (text)

/* One test for every type: @make fills a row, @change alters what is no key, @same compares. */
#define TEST_ROW(name, Type, prefix, make_fields, change_field, changed)                           \
  static void test_##name (void)                                                                   \
  {                                                                                                \
    g_auto (Fixture) fixture = { 0 };                                                              \
    g_auto (Type) row = make_fields;                                                               \
    g_auto (Type) again = make_fields;                                                             \
    g_auto (Type) found = make_fields;                                                             \
    g_autoptr (GArray) list = NULL;                                                                \
    g_autoptr (GError) error = NULL;                                                               \
    SzPutResult result = SZ_PUT_UNCHANGED;                                                         \
    gboolean is_there = TRUE;                                                                      \
    SzAct *act;                                                                                    \
                                                                                                   \
    fixture_open (&fixture);                                                                       \
    fixture_people (&fixture, 1, 2);                                                               \
    g_assert_true (prefix##_find (fixture.store, &found, &is_there, &error));                      \
    g_assert_false (is_there);                                                                     \
    act = fixture_act (&fixture, "edit");                                                          \
    g_assert_true (prefix##_put (act, &row, SZ_PUT_UPDATE, &result, &error));                      \
    g_assert_cmpint (result, ==, SZ_PUT_INSERTED);                                                 \
    g_assert_cmpint (row.row_version, ==, 1);                                                      \
    fixture_commit (act);                                                                          \
    act = fixture_act (&fixture, "edit");                                                          \
    g_assert_false (prefix##_put (act, &again, SZ_PUT_INSERT, &result, &error));                   \
    fixture_assert_code (&error, "row.duplicate");                                                 \
    sz_act_free (act);                                                                             \
    act = fixture_act (&fixture, "edit");                                                          \
    g_assert_true (prefix##_put (act, &again, SZ_PUT_UPDATE, &result, &error));                    \
    g_assert_cmpint (result, ==, SZ_PUT_UNCHANGED);                                                \
    g_assert_cmpint (again.id, ==, row.id);                                                        \
    again.id = 0;                                                                                  \
    change_field;                                                                                  \
    g_assert_true (prefix##_put (act, &again, SZ_PUT_UPDATE, &result, &error));                    \
    g_assert_cmpint (result, ==, SZ_PUT_UPDATED);                                                  \
    g_assert_cmpint (again.row_version, ==, 2);                                                    \
    g_assert_false (prefix##_put (act, &row, SZ_PUT_UPDATE, &result, &error));                     \
    fixture_assert_code (&error, "row.stale");                                                     \
    fixture_commit (act);                                                                          \
    fixture_reopen (&fixture);                                                                     \
    g_assert_true (prefix##_find (fixture.store, &found, &is_there, &error));                      \
    g_assert_true (is_there);                                                                      \
    g_assert_cmpint (found.id, ==, row.id);                                                        \
    g_assert_true (changed);                                                                       \
    list = prefix##_list (fixture.store, SZ_ROWS_ALL, &error);                                     \
    g_assert_cmpuint (list->len, ==, 1);                                                           \
    g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);                                \
    act = fixture_act (&fixture, "edit");                                                          \
    g_assert_false (prefix##_delete (act, row.id, 1, &error));                                     \
    fixture_assert_code (&error, "row.stale");                                                     \
    g_assert_true (prefix##_delete (act, row.id, 2, &error));                                      \
    fixture_commit (act);                                                                          \
    g_assert_true (prefix##_get (fixture.store, row.id, &found, &is_there, &error));               \
    g_assert_false (is_there);                                                                     \
    g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);                                \
  }

#define FIELDS(...)                                                                                \
  {                                                                                                \
    0, 0, __VA_ARGS__                                                                              \
  }

TEST_ROW (teaching,
          SzTeachingRow,
          sz_store_teaching,
          FIELDS (1,
                  2025,
                  S ("秋季"),
                  S ("数学"),
                  S ("22级6班"),
                  SZ_COURSE_BILINGUAL,
                  1,
                  36,
                  7650,
                  FALSE,
                  TRUE,
                  1,
                  17),
          again.hours_x100 = 8000,
          found.hours_x100 == 8000 && found.course_type == SZ_COURSE_BILINGUAL && found.is_new
              && !found.is_repeat && found.students == 36 && found.source_row == 17
              && strcmp (found.class_name, "22级6班") == 0 && found.ordinal == 1)
TEST_ROW (training,
          SzTrainingRow,
          sz_store_training,
          FIELDS (2,
                  20251211,
                  S ("PX202506"),
                  S ("第3期"),
                  S ("下午"),
                  SZ_TRAINING_ADVISER,
                  0,
                  S ("创业培训"),
                  S ("创业"),
                  SZ_COURSE_OPERATION,
                  88,
                  400,
                  SZ_TIME_ON_SITE,
                  SZ_PAY_MODE_SPLIT,
                  1,
                  4),
          again.pay_mode = SZ_PAY_MODE_FEE,
          found.pay_mode == SZ_PAY_MODE_FEE && found.role == SZ_TRAINING_ADVISER
              && found.time_slot == SZ_TIME_ON_SITE && found.date == 20251211
              && strcmp (found.category, "创业") == 0)
TEST_ROW (training_income,
          SzTrainingIncome,
          sz_store_training_income,
          FIELDS (2025, S ("PX202506"), 12345678, -5, 800, 0, 0),
          again.cost_fen = 7,
          found.cost_fen == 7 && found.income_fen == 12345678 && found.person_times == 800)
TEST_ROW (quota,
          SzQuotaRow,
          sz_store_quota,
          FIELDS (1, 2025, 32000, 0, 0),
          again.hours_x100 = 1,
          found.hours_x100 == 1)
TEST_ROW (role,
          SzRoleRow,
          sz_store_role,
          FIELDS (1, 2025, S ("班主任"), 20250201, 0, 0, 0),
          again.to = 20250600,
          found.to == 20250600 && strcmp (found.role, "班主任") == 0)
TEST_ROW (award,
          SzAwardRow,
          sz_store_award,
          FIELDS (1, 2025, S ("省赛一等奖"), 350, 0, 0),
          again.points_x100 = 400,
          found.points_x100 == 400)
TEST_ROW (factor,
          SzFactorRow,
          sz_store_factor,
          FIELDS (1, 2025, S ("出勤"), 9800, 0, 0),
          again.value_x1e4 = 10000,
          found.value_x1e4 == 10000)
TEST_ROW (assessment,
          SzAssessmentRow,
          sz_store_assessment,
          FIELDS (1, 2025, SZ_GRADE_EXCELLENT, 0, 0),
          again.grade = SZ_GRADE_UNDETERMINED,
          found.grade == SZ_GRADE_UNDETERMINED)
TEST_ROW (annual_pay,
          SzAnnualPayRow,
          sz_store_annual_pay,
          FIELDS (2, 2025, 18220000, 0, 0),
          again.amount_fen = G_MAXINT64,
          found.amount_fen == G_MAXINT64)
TEST_ROW (department,
          SzDepartment,
          sz_store_department,
          FIELDS (S ("机械工程系"), 3, S ("教学部"), TRUE, 10500, 0, 0),
          again.has_coefficient = FALSE,
          !found.has_coefficient && found.position == 3 && strcmp (found.parent, "教学部") == 0)
TEST_ROW (post_plan,
          SzPostPlanRow,
          sz_store_post_plan,
          FIELDS (213, 20240101, S (""), 29, S ("鲁人社〔2024〕1号"), 0, 0),
          again.approved = 30,
          found.approved == 30 && found.post == 213)
TEST_ROW (contract,
          SzContractRow,
          sz_store_contract,
          FIELDS (S ("XY-001"),
                  S ("李四"),
                  S ("11010119900307001X"),
                  S ("某厂"),
                  S (""),
                  S ("L6"),
                  S ("机械系"),
                  S ("钳工"),
                  20250301,
                  20260228,
                  5000,
                  12000,
                  0,
                  0),
          again.fte_x1e4 = 10000,
          found.fte_x1e4 == 10000 && found.to == 20260228 && found.rate_fen == 12000)
TEST_ROW (calendar_day,
          SzCalendarDay,
          sz_store_calendar_day,
          FIELDS (20250928, TRUE, S ("国庆节调休")),
          again.working = FALSE,
          !found.working)
TEST_ROW (mapping,
          SzMapping,
          sz_store_mapping,
          FIELDS (S ("people"), S ("教工号"), S ("staff_no")),
          again.field = (g_free (again.field), S ("x")),
          strcmp (found.field, "x") == 0)
TEST_ROW (synonym,
          SzSynonym,
          sz_store_synonym,
          FIELDS (S ("grade"), S ("称职"), S ("qualified")),
          again.code = (g_free (again.code), S ("basic")),
          strcmp (found.code, "basic") == 0)

/* Where a row came from is kept from the first time and is no change by itself. */
static void
test_origin (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) of_batch = NULL;
  SzAssessmentRow row = { .person_id = 1, .year = 2025, .batch_id = 1, .source_row = 5 };
  SzPutResult result;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_assessment_put (act, &row, SZ_PUT_INSERT, NULL, &error));
  row.id = 0;
  row.batch_id = 0;
  row.source_row = 99;
  g_assert_true (sz_store_assessment_put (act, &row, SZ_PUT_UPDATE, &result, &error));
  g_assert_cmpint (result, ==, SZ_PUT_UNCHANGED);
  fixture_commit (act);
  row = (SzAssessmentRow){ .person_id = 77, .year = 2025 };
  act = fixture_act (&fixture, "edit");
  g_assert_false (sz_store_assessment_put (act, &row, SZ_PUT_INSERT, NULL, &error));
  fixture_assert_code (&error, "row.unknown_reference");
  sz_act_free (act);
  of_batch = sz_store_assessment_list (fixture.store, (SzRowFilter){ 0, 0, 1 }, &error);
  g_assert_cmpuint (of_batch->len, ==, 1);
  g_assert_cmpint (g_array_index (of_batch, SzAssessmentRow, 0).source_row, ==, 5);
}

static gboolean
count_cb (gconstpointer row, gpointer user_data, GError **error)
{
  const SzTrainingRow *training = row;

  g_string_append_printf (user_data, "%d ", training->date);
  return TRUE;
}

static void
test_filters (void)
{
  static const SzDate dates[] = { 20241231, 20250100, 20250101, 20251231, 20260101 };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 2);
  act = fixture_act (&fixture, "edit");
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      SzTrainingRow row = { .person_id = 1 + i % 2, .date = dates[i] };

      g_assert_true (sz_store_training_put (act, &row, SZ_PUT_INSERT, NULL, &error));
    }
  fixture_commit (act);
  g_assert_true (
      sz_store_training_each (fixture.store, SZ_ROWS_OF_YEAR (2025), count_cb, text, &error));
  g_string_append (text, "| ");
  g_assert_true (
      sz_store_training_each (fixture.store, (SzRowFilter){ 2025, 2, 0 }, count_cb, text, &error));
  g_assert_cmpstr (text->str, ==, "20250100 20250101 20251231 | 20250100 20251231 ");
}

/* RULE wrk-6: one teacher, date and period belongs to one record. */
static void
test_clash (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (SzTrainingRow) found = { 0 };
  g_autoptr (GError) error = NULL;
  SzTrainingRow row = { .person_id = 1,
                        .date = 20250307,
                        .project_code = (char *)"A",
                        .period = (char *)"上午",
                        .source_row = 12 };
  SzTrainingRow other
      = { .person_id = 1, .date = 20250307, .project_code = (char *)"B", .period = (char *)"上午" };
  gboolean clash = TRUE;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_training_clash (fixture.store, &other, NULL, 0, &found, &clash, &error));
  g_assert_false (clash);
  g_assert_true (sz_store_training_put (act, &row, SZ_PUT_INSERT, NULL, &error));
  g_assert_true (sz_store_training_clash (fixture.store, &row, NULL, 0, &found, &clash, &error));
  g_assert_false (clash);
  g_assert_true (sz_store_training_clash (fixture.store, &other, NULL, 0, &found, &clash, &error));
  g_assert_true (clash);
  g_assert_cmpint (found.source_row, ==, 12);
  other.period = (char *)"下午";
  g_assert_true (sz_store_training_clash (fixture.store, &other, NULL, 0, &found, &clash, &error));
  g_assert_false (clash);
  fixture_commit (act);
}

static void
test_same_file (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (SzBatch) batch = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id = -1;
  SzAct *act;

  fixture_open (&fixture);
  act = fixture_act (&fixture, "import.teaching");
  batch.kind = S ("teaching");
  batch.sha256 = S ("aa");
  g_assert_true (sz_store_batch_put (act, &batch, SZ_PUT_INSERT, NULL, &error));
  g_assert_cmpstr (batch.who, ==, "张三");
  g_assert_cmpstr (batch.act_id, ==, "act-1");
  fixture_commit (act);
  g_assert_true (sz_store_batch_same_file (fixture.store, "teaching", "", "aa", &id, &error));
  g_assert_cmpint (id, ==, batch.id);
  g_assert_true (sz_store_batch_same_file (fixture.store, "training", "", "aa", &id, &error));
  g_assert_cmpint (id, ==, 0);
  g_assert_true (sz_store_batch_same_file (fixture.store, "teaching", "", "ab", &id, &error));
  g_assert_cmpint (id, ==, 0);
}

static void
put_param (
    SzAct *act, const char *key, const char *value, SzDate from, SzDate to, const char *source)
{
  SzParam param = { 0, (char *)key, (char *)value, (char *)source, from, to, TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_true (sz_store_param_put (act, &param, NULL, &error));
  g_assert_false (param.preset);
  g_assert_cmpint (param.id, >, 0);
}

/* RULE num-7: looked up for a date, the college's own row before a preset. */
static void
test_params (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GArray) params = NULL;
  g_autoptr (GError) error = NULL;
  SzParam preset = { 0, (char *)"pt.quota_rate", (char *)"\"0.3\"", (char *)"", 20250101, 0, TRUE };
  const SzParam *at;
  SzAct *act;

  fixture_open (&fixture);
  act = fixture_act (&fixture, "param.set");
  put_param (act, "pt.quota_rate", "\"0.25\"", 20240101, 0, "院发〔2024〕3号");
  put_param (act, "pt.quota_rate", "\"0.15\"", 20220101, 20231231, "旧");
  put_param (act, "load.quota_year", "\"400.00\"", 0, 0, "");
  put_param (act, "pt.quota_rate", "\"0.20\"", 20240101, 0, "院发〔2024〕9号");
  fixture_commit (act);
  params = sz_store_param_list (fixture.store, &error);
  g_assert_cmpuint (params->len, ==, 3);
  g_array_append_val (params, preset);
  at = sz_param_at ((SzParam *)(gpointer)params->data, params->len, "pt.quota_rate", 20251231);
  g_assert_cmpstr (at->value, ==, "\"0.20\"");
  g_assert_cmpstr (at->source, ==, "院发〔2024〕9号");
  at = sz_param_at ((SzParam *)(gpointer)params->data, params->len, "pt.quota_rate", 20231231);
  g_assert_cmpstr (at->value, ==, "\"0.15\"");
  memset (&g_array_index (params, SzParam, 3), 0, sizeof (SzParam));
  act = fixture_act (&fixture, "param.set");
  g_assert_true (sz_store_param_delete (act, "load.quota_year", 0, &error));
  g_assert_false (sz_store_param_delete (act, "load.quota_year", 0, &error));
  fixture_assert_code (&error, "param.unknown");
  fixture_commit (act);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

static void
test_college (void)
{
  static const struct
  {
    SzDate day;
    gint64 establishment;
  } cases[] = {
    { 20000101, 386 }, { 20240831, 386 }, { 20240901, 400 }, { 20260228, 400 }, { 20260301, 410 }
  };
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  gboolean empty = FALSE;
  SzAct *act;

  fixture_open (&fixture);
  g_assert_true (sz_store_is_empty (fixture.store, &empty, &error));
  g_assert_true (empty);
  act = fixture_act (&fixture, "college.set");
  g_assert_true (sz_store_set_college (act, "某高级技工学校", &error));
  g_assert_true (sz_store_set_establishment (act, 400, 20240900, "编办〔2024〕2号", &error));
  g_assert_true (sz_store_set_establishment (act, 410, 20260301, "编办〔2026〕1号", &error));
  fixture_commit (act);
  fixture_people (&fixture, 1, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 n = 0;

      g_assert_true (sz_store_establishment (fixture.store, cases[i].day, &n, &error));
      g_assert_cmpint (n, ==, cases[i].establishment);
    }
  name = sz_store_dup_college (fixture.store, &error);
  g_assert_cmpstr (name, ==, "某高级技工学校");
  g_assert_true (sz_store_is_empty (fixture.store, &empty, &error));
  g_assert_false (empty);
  g_assert_false (sz_store_on_network (fixture.path));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/rows/teaching", test_teaching);
  g_test_add_func ("/store/rows/training", test_training);
  g_test_add_func ("/store/rows/training-income", test_training_income);
  g_test_add_func ("/store/rows/quota", test_quota);
  g_test_add_func ("/store/rows/role", test_role);
  g_test_add_func ("/store/rows/award", test_award);
  g_test_add_func ("/store/rows/factor", test_factor);
  g_test_add_func ("/store/rows/assessment", test_assessment);
  g_test_add_func ("/store/rows/annual-pay", test_annual_pay);
  g_test_add_func ("/store/rows/department", test_department);
  g_test_add_func ("/store/rows/post-plan", test_post_plan);
  g_test_add_func ("/store/rows/contract", test_contract);
  g_test_add_func ("/store/rows/calendar-day", test_calendar_day);
  g_test_add_func ("/store/rows/mapping", test_mapping);
  g_test_add_func ("/store/rows/synonym", test_synonym);
  g_test_add_func ("/store/rows/origin", test_origin);
  g_test_add_func ("/store/rows/filters", test_filters);
  g_test_add_func ("/store/rows/wrk-6/clash", test_clash);
  g_test_add_func ("/store/rows/same-file", test_same_file);
  g_test_add_func ("/store/num-7/own-before-preset", test_params);
  g_test_add_func ("/store/rows/college", test_college);
  return g_test_run ();
}
