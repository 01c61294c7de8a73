/* test-import-people.c — first records, changes and corrections of a roster (RULE ppl-1 … ppl-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "sz-office-private.h"
#include "sz-store-people.h"

#define ID_A "11010519491231002X"
#define ID_B "440524188001010014"

#define HEAD                                                                                                                            \
  "工号,姓名,身份证号,部门,人员类别,岗位类别,岗位等级,专任教师,职称,职称取得日期,岗位聘任日期," \
  "来校日期,离校日期,在职状态,薪酬方式,手机\n"
#define ROW(post, title, title_from, post_from, department)                                        \
  "1001,张　三," ID_A "," department ",在编,专业技术," post ",是," title "," title_from            \
  "," post_from ",2010.07,,在职,,13800000000\n"

static SzPersonFile *
load (Fixture *fixture, const char *staff_no)
{
  g_autoptr (GError) error = NULL;
  SzPersonFile *file
      = sz_store_person_by_staff_no (sz_office_get_store (fixture->office), staff_no, &error);

  g_assert_no_error (error);
  g_assert_nonnull (file);
  return file;
}

static const SzRecord *
get_record (const SzPersonFile *file, SzRecordField field, guint index)
{
  for (guint i = 0; i < file->records->len; i++)
    {
      const SzRecord *record = &g_array_index (file->records, SzRecord, i);

      if (record->field == field && index-- == 0)
        return record;
    }
  return NULL;
}

static void
assert_record (
    const SzPersonFile *file, SzRecordField field, guint index, const char *value, SzDate from)
{
  const SzRecord *record = get_record (file, field, index);

  g_assert_nonnull (record);
  g_assert_cmpstr (record->value, ==, value);
  g_assert_cmpint (record->from, ==, from);
}

static SzImportResult *
import_text (Fixture *fixture, const char *text, FixtureFlags flags, SzDate from)
{
  g_autofree char *path = fixture_write (fixture, "roster.csv", text);

  return fixture_import_from (fixture, "people", path, flags, from);
}

static void
test_first_records (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPersonFile) file = NULL;
  const SzService *service;

  fixture_import_text (fixture, "people",
                       HEAD ROW ("专技八级", "讲师", "2008-12-01", "2020-01-01", "教务处"));
  file = load (fixture, "1001");
  g_assert_cmpstr (file->person.name, ==, "张三");
  g_assert_cmpint (file->person.sex, ==, SZ_SEX_FEMALE);
  g_assert_cmpint (file->person.birth_date, ==, 19491231);
  g_assert_cmpuint (file->services->len, ==, 1);
  service = &g_array_index (file->services, SzService, 0);
  /* A month alone stays a month. */
  g_assert_cmpint (service->from, ==, sz_date_make (2010, 7, 0));
  g_assert_cmpint (service->to, ==, SZ_DATE_NONE);
  assert_record (file, SZ_RECORD_DEPARTMENT, 0, "教务处", sz_date_make (2010, 7, 0));
  assert_record (file, SZ_RECORD_EMPLOYMENT, 0, "established", sz_date_make (2010, 7, 0));
  assert_record (file, SZ_RECORD_POST, 0, "professional-8", 20200101);
  assert_record (file, SZ_RECORD_FULL_TIME, 0, "1", sz_date_make (2010, 7, 0));
  /* A title can be older than the service. */
  assert_record (file, SZ_RECORD_TITLE, 0, "033", 20081201);
  assert_record (file, SZ_RECORD_PAY_REGIME, 0, "performance", sz_date_make (2010, 7, 0));
}

static void
test_defaults (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzImportResult) result = NULL;
  g_autoptr (SzPersonFile) file = NULL;

  result
      = import_text (fixture, "工号,姓名,身份证号,部门,人员类别\n1001,张三," ID_A ",教务处,在编\n",
                     FIXTURE_PLAIN, SZ_DATE_NONE);
  fixture_assert_finding (result, "date.assumed", 2, "来校日期");
  fixture_assert_counts (result, 1, 1, 0, 0);
  file = load (fixture, "1001");
  assert_record (file, SZ_RECORD_FULL_TIME, 0, "0", 19000101);
  assert_record (file, SZ_RECORD_PAY_REGIME, 0, "performance", 19000101);
  g_assert_null (get_record (file, SZ_RECORD_POST, 0));
  g_assert_cmpint (g_array_index (file->services, SzService, 0).ended_as, ==, SZ_SERVICE_ACTIVE);
  /* The department that nobody entered is there now. */
  g_assert_cmpint (fixture_count (fixture,
                                  "SELECT count(*) FROM departments WHERE name = '教务处'"),
                   ==, 1);
}

/* RULE ppl-2: the office's words. */
static void
test_synonyms (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzPersonFile) file = NULL;

  fixture_import_text (fixture, "people",
                       "职工号,教师姓名,公民身份号码,所在单位,人员性质,政治面貌,最高学历,民族,"
                       "是否专任教师,来校时间,岗位类别,岗位级别\n"
                       "1001,张三," ID_A
                       ",教务处,事业编制,党员,大学本科,汉,√,2010年7月1日,专技,八级\n");
  file = load (fixture, "1001");
  g_assert_cmpstr (file->person.political, ==, "01");
  g_assert_cmpstr (file->person.ethnicity, ==, "01");
  g_assert_cmpstr (sz_codes_name (SZ_TABLE_EDUCATION, file->person.education), ==, "本科");
  assert_record (file, SZ_RECORD_EMPLOYMENT, 0, "established", 20100701);
  assert_record (file, SZ_RECORD_FULL_TIME, 0, "1", 20100701);
  assert_record (file, SZ_RECORD_POST, 0, "professional-8", 20100701);
}

/* A post of a newer roster needs its date; with it the old one stays in the history. */
static void
test_change (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzImportResult) refused = NULL;
  g_autoptr (SzImportResult) changed = NULL;
  g_autoptr (SzImportResult) again = NULL;
  g_autoptr (SzPersonFile) file = NULL;

  fixture_import_text (fixture, "people",
                       HEAD ROW ("专技八级", "讲师", "2008-12-01", "2020-01-01", "教务处"));
  refused = import_text (fixture, HEAD ROW ("专技七级", "讲师", "", "", "教务处"), FIXTURE_UPDATE,
                         SZ_DATE_NONE);
  fixture_assert_finding (refused, "date.required", 2, "岗位等级");
  g_assert_cmpint (refused->rejected, ==, 1);

  changed = import_text (fixture,
                         HEAD ROW ("专技七级", "高级讲师", "2024-12-01", "2025-03-01", "教务处"),
                         FIXTURE_UPDATE, SZ_DATE_NONE);
  fixture_assert_counts (changed, 1, 0, 1, 0);
  g_assert_cmpuint (changed->changes->len, ==, 2);
  again = import_text (fixture,
                       HEAD ROW ("专技七级", "高级讲师", "2024-12-01", "2025-03-01", "教务处"),
                       FIXTURE_UPDATE, SZ_DATE_NONE);
  fixture_assert_counts (again, 1, 0, 0, 1);

  file = load (fixture, "1001");
  assert_record (file, SZ_RECORD_POST, 0, "professional-8", 20200101);
  assert_record (file, SZ_RECORD_POST, 1, "professional-7", 20250301);
  assert_record (file, SZ_RECORD_TITLE, 1, "032", 20241201);
}

/* The same date with another value: the record was wrong, not changed. */
static void
test_correction (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzImportResult) value = NULL;
  g_autoptr (SzImportResult) date = NULL;
  g_autoptr (SzImportResult) early = NULL;
  g_autoptr (SzPersonFile) file = NULL;

  fixture_import_text (fixture, "people",
                       HEAD ROW ("专技八级", "讲师", "2008-12-01", "2020-01-01", "教务处"));
  value = import_text (fixture, HEAD ROW ("专技九级", "讲师", "2008-12-01", "2020-01-01", "教务处"),
                       FIXTURE_UPDATE, SZ_DATE_NONE);
  fixture_assert_counts (value, 1, 0, 1, 0);
  date = import_text (fixture, HEAD ROW ("专技九级", "讲师", "2008-12-01", "2020-02-01", "教务处"),
                      FIXTURE_UPDATE, SZ_DATE_NONE);
  fixture_assert_counts (date, 1, 0, 1, 0);
  file = load (fixture, "1001");
  assert_record (file, SZ_RECORD_POST, 0, "professional-9", 20200201);
  g_assert_null (get_record (file, SZ_RECORD_POST, 1));

  early = import_text (fixture, HEAD ROW ("专技七级", "讲师", "2008-12-01", "2019-01-01", "教务处"),
                       FIXTURE_UPDATE, SZ_DATE_NONE);
  fixture_assert_finding (early, "date.order", 2, "岗位等级");
}

static void
test_from (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzImportResult) refused = NULL;
  g_autoptr (SzImportResult) moved = NULL;
  g_autoptr (SzImportResult) again = NULL;
  g_autoptr (SzPersonFile) file = NULL;
  const SzImportChange *change;

  fixture_import_text (fixture, "people",
                       HEAD ROW ("专技八级", "讲师", "2008-12-01", "2020-01-01", "教务处"));
  refused = import_text (fixture, HEAD ROW ("专技八级", "讲师", "", "", "学生处"), FIXTURE_UPDATE,
                         SZ_DATE_NONE);
  fixture_assert_finding (refused, "date.required", 2, "部门");
  moved = import_text (fixture, HEAD ROW ("专技八级", "讲师", "", "", "学生处"), FIXTURE_UPDATE,
                       20250901);
  fixture_assert_counts (moved, 1, 0, 1, 0);
  g_assert_cmpuint (moved->changes->len, ==, 1);
  change = g_ptr_array_index (moved->changes, 0);
  g_assert_cmpstr (change->key, ==, "1001");
  g_assert_cmpstr (change->field, ==, "部门");
  g_assert_cmpstr (change->before, ==, "教务处");
  g_assert_cmpstr (change->after, ==, "学生处");
  again = import_text (fixture, HEAD ROW ("专技八级", "讲师", "", "", "学生处"), FIXTURE_UPDATE,
                       20250901);
  fixture_assert_counts (again, 1, 0, 0, 1);
  file = load (fixture, "1001");
  assert_record (file, SZ_RECORD_DEPARTMENT, 1, "学生处", 20250901);
}

/* What is not dated is just changed; an empty cell leaves what is known. */
static void
test_undated (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzImportResult) result = NULL;
  g_autoptr (SzPersonFile) file = NULL;

  fixture_import_text (fixture, "people",
                       "工号,姓名,身份证号,部门,人员类别,来校日期,手机,备注\n"
                       "1001,张三," ID_A ",教务处,在编,2010-07-01,13800000000,甲\n");
  result = import_text (fixture,
                        "工号,姓名,身份证号,部门,人员类别,手机,备注\n"
                        "1001,张珊," ID_A ",教务处,在编,13900000000,\n"
                        "1002,李四," ID_B ",教务处,在编,,\n",
                        FIXTURE_UPDATE, 20250901);
  fixture_assert_counts (result, 2, 1, 1, 0);
  file = load (fixture, "1001");
  g_assert_cmpstr (file->person.name, ==, "张珊");
  g_assert_cmpstr (file->person.phone, ==, "13900000000");
  g_assert_cmpstr (file->person.note, ==, "甲");
}

/* 来校, 离校 and back again. */
static void
test_service (void)
{
  static const char *const head = "工号,姓名,身份证号,部门,人员类别,来校日期,离校日期,在职状态\n";
  static const struct
  {
    const char *row;
    const char *code; /* expected finding */
    guint services;
    SzDate from; /* of the last one */
    SzDate to;
  } steps[] = {
    { "2010-07-01,,在职", NULL, 1, 20100701, 0 },
    { "2010-07-01,,退休", "date.required", 1, 20100701, 0 },
    { "2010-07-01,2024-06-30,离职", NULL, 1, 20100701, 20240630 },
    { "2010-07-01,2024-06-30,离职", NULL, 1, 20100701, 20240630 },
    { ",,在职", "date.required", 1, 20100701, 20240630 },
    { "2025-09-01,,在职", NULL, 2, 20250901, 0 },
    { "2010-07-01,,在职", NULL, 2, 20250901, 0 },
    { "2025-09-01,2025-08-01,在职", "date.order", 2, 20250901, 0 },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("%s1001,张三," ID_A ",教务处,在编,%s\n", head, steps[i].row);
      g_autoptr (SzImportResult) result = NULL;
      g_autoptr (SzPersonFile) file = NULL;
      const SzService *last;

      g_test_message ("%s", steps[i].row);
      result = import_text (fixture, text, i == 0 ? FIXTURE_PLAIN : FIXTURE_UPDATE, SZ_DATE_NONE);
      fixture_print (result);
      g_assert_cmpuint (sz_issue_list_errors (result->issues), ==, steps[i].code != NULL ? 1 : 0);
      if (steps[i].code != NULL)
        g_assert_cmpstr (sz_issue_list_get (result->issues, 0)->code, ==, steps[i].code);
      file = load (fixture, "1001");
      g_assert_cmpuint (file->services->len, ==, steps[i].services);
      last = &g_array_index (file->services, SzService, file->services->len - 1);
      g_assert_cmpint (last->from, ==, steps[i].from);
      g_assert_cmpint (last->to, ==, steps[i].to);
    }
}

/* RULE ppl-7: services follow one another; how the last one ended is corrected by itself. */
static void
test_several_services (void)
{
  static const char *const head = "工号,姓名,身份证号,部门,人员类别,来校日期,离校日期,在职状态\n";
  static const struct
  {
    const char *row;
    SzDate order; /* --from */
    const char *code;
    const char *column;
    guint services;
    SzDate from; /* of the last one */
    SzDate to;
    SzServiceState as;
  } steps[] = {
    { "2010-07-01,2015-06-30,离职", 0, NULL, NULL, 1, 20100701, 20150630, SZ_SERVICE_LEFT },
    { "2010-07-01,2015-06-30,退休", 0, NULL, NULL, 1, 20100701, 20150630, SZ_SERVICE_RETIRED },
    { "2010-07-01,2010-06-30,退休", 0, "date.order", "离校日期", 1, 20100701, 20150630,
      SZ_SERVICE_RETIRED },
    { "2017-09-01,2018-08-31,离职", 0, NULL, NULL, 2, 20170901, 20180831, SZ_SERVICE_LEFT },
    /* Back again by the order's date. */
    { ",,在职", 20200901, NULL, NULL, 3, 20200901, 0, SZ_SERVICE_ACTIVE },
    { ",,在职", 20210901, NULL, NULL, 3, 20200901, 0, SZ_SERVICE_ACTIVE },
    { "2020-10-01,,在职", 0, NULL, NULL, 3, 20201001, 0, SZ_SERVICE_ACTIVE },
    /* Before the end of the service before it cannot have begun. */
    { "2018-08-31,,在职", 0, "date.order", "来校日期", 3, 20201001, 0, SZ_SERVICE_ACTIVE },
    { "2009-07-01,,在职", 0, "date.order", "来校日期", 3, 20201001, 0, SZ_SERVICE_ACTIVE },
    { "2018-09-01,,在职", 0, NULL, NULL, 3, 20180901, 0, SZ_SERVICE_ACTIVE },
    /* Who left, left by the order's date. */
    { ",,去世", 20251231, NULL, NULL, 3, 20180901, 20251231, SZ_SERVICE_DIED },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("%s1001,张三," ID_A ",教务处,在编,%s\n", head, steps[i].row);
      g_autoptr (SzImportResult) result = NULL;
      g_autoptr (SzPersonFile) file = NULL;
      const SzService *last;

      g_test_message ("%s", steps[i].row);
      result = import_text (fixture, text, i == 0 ? FIXTURE_PLAIN : FIXTURE_UPDATE, steps[i].order);
      if (steps[i].code != NULL)
        fixture_assert_finding (result, steps[i].code, 2, steps[i].column);
      g_assert_cmpint (result->rejected, ==, steps[i].code != NULL ? 1 : 0);
      file = load (fixture, "1001");
      g_assert_cmpuint (file->services->len, ==, steps[i].services);
      last = &g_array_index (file->services, SzService, file->services->len - 1);
      g_assert_cmpint (last->from, ==, steps[i].from);
      g_assert_cmpint (last->to, ==, steps[i].to);
      g_assert_cmpint (last->ended_as, ==, steps[i].as);
    }
}

/* RULE ppl-3: what changes without its date is refused with what would say it. */
static void
test_missing_dates (void)
{
  static const struct
  {
    const char *row;
    const char *column;
    const char *what;
    const char *remedy;
  } cases[] = {
    { "教务处,专技七级,讲师", "岗位等级", "“岗位等级” changes from “专技八级” to “专技七级”",
      "Fill in “岗位聘任日期”, or give --from DATE." },
    { "教务处,专技八级,高级讲师", "职称", "“职称” changes from “讲师” to “高级讲师”",
      "Fill in “职称取得日期”, or give --from DATE." },
    { "学生处,专技八级,讲师", "部门", "“部门” changes from “教务处” to “学生处”",
      "Give --from DATE." },
  };
  static const char *const head = "工号,姓名,身份证号,部门,岗位等级,职称,人员类别\n";
  g_autoptr (Fixture) fixture = fixture_new ();

  fixture_import_text (fixture, "people",
                       HEAD ROW ("专技八级", "讲师", "2008-12-01", "2020-01-01", "教务处"));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("%s1001,张三," ID_A ",%s,在编\n", head, cases[i].row);
      g_autoptr (SzImportResult) result = import_text (fixture, text, FIXTURE_UPDATE, SZ_DATE_NONE);
      g_autofree char *what = g_strconcat ("what=", cases[i].what, NULL);
      g_autofree char *remedy = g_strconcat ("remedy=", cases[i].remedy, NULL);
      const SzIssue *issue = sz_issue_list_get (result->issues, 0);

      g_assert_cmpuint (sz_issue_list_errors (result->issues), ==, 1);
      fixture_assert_finding (result, "date.required", 2, cases[i].column);
      g_assert_true (g_strv_contains ((const char *const *)issue->args, what));
      g_assert_true (g_strv_contains ((const char *const *)issue->args, remedy));
    }
}

/* A title that nobody had known becomes one; a record is not moved before the one it follows. */
static void
test_record_order (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzImportResult) changed = NULL;
  g_autoptr (SzImportResult) early = NULL;
  g_autoptr (SzImportResult) first = NULL;
  g_autoptr (SzPersonFile) file = NULL;

  fixture_import_text (fixture, "people", HEAD ROW ("专技八级", "", "", "2020-01-01", "教务处"));
  first = import_text (fixture, HEAD ROW ("专技八级", "讲师", "", "2020-01-01", "教务处"),
                       FIXTURE_UPDATE, SZ_DATE_NONE);
  fixture_assert_finding (first, "date.required", 2, "职称");
  g_assert_true (g_strv_contains ((const char *const *)sz_issue_list_get (first->issues, 0)->args,
                                  "what=“职称” becomes “讲师”"));
  changed
      = import_text (fixture, HEAD ROW ("专技七级", "讲师", "2015-12-01", "2023-01-01", "教务处"),
                     FIXTURE_UPDATE, SZ_DATE_NONE);
  fixture_assert_counts (changed, 1, 0, 1, 0);
  early = import_text (fixture, HEAD ROW ("专技七级", "讲师", "2015-12-01", "2020-01-01", "教务处"),
                       FIXTURE_UPDATE, SZ_DATE_NONE);
  fixture_assert_finding (early, "date.order", 2, "岗位等级");
  file = load (fixture, "1001");
  assert_record (file, SZ_RECORD_POST, 0, "professional-8", 20200101);
  assert_record (file, SZ_RECORD_POST, 1, "professional-7", 20230101);
  assert_record (file, SZ_RECORD_TITLE, 0, "033", 20151201);
}

/* A corrected entry takes along what began with it. */
static void
test_entry_corrected (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzImportResult) result = NULL;
  g_autoptr (SzPersonFile) file = NULL;

  fixture_import_text (fixture, "people",
                       "工号,姓名,身份证号,部门,人员类别,来校日期\n"
                       "1001,张三," ID_A ",教务处,在编,2011-07-01\n");
  result = import_text (fixture,
                        "工号,姓名,身份证号,部门,人员类别,来校日期\n"
                        "1001,张三," ID_A ",教务处,在编,2010-07-01\n",
                        FIXTURE_UPDATE, SZ_DATE_NONE);
  fixture_assert_counts (result, 1, 0, 1, 0);
  file = load (fixture, "1001");
  g_assert_cmpint (g_array_index (file->services, SzService, 0).from, ==, 20100701);
  assert_record (file, SZ_RECORD_DEPARTMENT, 0, "教务处", 20100701);
  assert_record (file, SZ_RECORD_EMPLOYMENT, 0, "established", 20100701);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/import/ppl-3/first-records", test_first_records);
  g_test_add_func ("/office/import/ppl-3/defaults", test_defaults);
  g_test_add_func ("/office/import/ppl-2/synonyms", test_synonyms);
  g_test_add_func ("/office/import/ppl-3/change", test_change);
  g_test_add_func ("/office/import/ppl-3/correction", test_correction);
  g_test_add_func ("/office/import/ppl-3/from", test_from);
  g_test_add_func ("/office/import/ppl-3/undated", test_undated);
  g_test_add_func ("/office/import/ppl-3/service", test_service);
  g_test_add_func ("/office/import/ppl-7/several-services", test_several_services);
  g_test_add_func ("/office/import/ppl-3/missing-dates", test_missing_dates);
  g_test_add_func ("/office/import/ppl-3/record-order", test_record_order);
  g_test_add_func ("/office/import/ppl-3/entry-corrected", test_entry_corrected);
  return g_test_run ();
}
