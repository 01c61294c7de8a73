/* test-import-kinds.c — of every kind of sheet: each column lands where it belongs, a newer sheet
 * changes it, an empty or unreadable cell is named (RULE ppl-1, ppl-2, num-1, wrk-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "sz-codes.h"
#include "sz-import-kinds.h"
#include "sz-params.h"
#include "sz-row-type.h"

#define ID_A "11010519491231002X"
#define ID_B "370102196203150017" /* a man, 1962-03-15 */

/* Columns of the store with a bar between. */
#define BAR " || '|' || "
#define OF_PERSON(columns, table)                                                                  \
  "SELECT p.staff_no" BAR columns " FROM " table " t JOIN people p ON p.id = t.person_id"

/* Every column of the kind in the order of its template, as an office writes it; then the same key
 * with everything else changed, or NULL where all columns are the key. */
typedef struct
{
  const char *kind;
  const char *cells;
  const char *sql;
  const char *stored;
  const char *newer;
  const char *renewed;
} Kind;

/* clang-format off */
static const Kind kinds[] = {
  { "departments", "实训中心,7,教务处,1.05,审计",
    "SELECT name" BAR "position" BAR "parent" BAR "has_coefficient" BAR "coefficient_x1e4" BAR "function"
    " FROM departments WHERE name = '实训中心'",
    "实训中心|7|教务处|1|10500|audit",
    "实训中心,8,机械系,0.9,财务",
    "实训中心|8|机械系|1|9000|finance" },
  { "people",
    "2001,李　四," ID_B ",男,1962-03-15,回,中共党员,机械系,在编,专业技术,专技八级,是,讲师,2008-12-01,"
    "2020-01-01,本科,学士,某大学,机械工程,技师,2001-07-01,2010-07-01,2024-06-30,退休,年薪,60,"
    "13800000001,6222020200112233445,调入",
    "SELECT staff_no" BAR "name" BAR "id_number" BAR "sex" BAR "birth_date" BAR "ethnicity" BAR
    "political" BAR "education" BAR "degree" BAR "school" BAR "major" BAR "skill" BAR "work_start"
    BAR "original_retirement_age" BAR "phone" BAR "bank_account" BAR "note" BAR
    "(SELECT from_date || '~' || to_date || '~' || ended_as FROM services WHERE person_id = people.id)"
    BAR "(SELECT group_concat (field || '=' || value || '@' || from_date, ' ') FROM (SELECT * FROM"
    " person_records WHERE person_id = people.id ORDER BY field, from_date))"
    " FROM people WHERE staff_no = '2001'",
    "2001|李四|" ID_B "|1|1962-03-15|03|01|21|4|某大学|机械工程|L4|2001-07-01|60|13800000001|"
    "6222020200112233445|调入|2010-07-01~2024-06-30~retired|department=机械系@2010-07-01"
    " employment=established@2010-07-01 full_time=1@2010-07-01 pay_regime=annual@2010-07-01"
    " post=professional-8@2020-01-01 title=033@2008-12-01",
    "2001,李泗," ID_B ",男,1962-03,汉,群众,机械系,在编,专业技术,专技七级,是,高级讲师,2014-12-01,"
    "2021-01-01,研究生,硕士,别大学,电气,高级技师,2002-08,2010-07-01,2024-08-31,调出,年薪,55,"
    "13800000002,6222020200112233446,改",
    "2001|李泗|" ID_B "|1|1962-03-15|01|13|14|3|别大学|电气|L5|2002-08|55|13800000002|"
    "6222020200112233446|改|2010-07-01~2024-08-31~left|department=机械系@2010-07-01"
    " employment=established@2010-07-01 full_time=1@2010-07-01 pay_regime=annual@2010-07-01"
    " post=professional-8@2020-01-01 post=professional-7@2021-01-01 title=033@2008-12-01"
    " title=032@2014-12-01" },
  { "post-plan", "专业技术,专技八级,14,2023-01-01,某人社岗〔2023〕1号",
    "SELECT post" BAR "approved" BAR "from_date" BAR "source FROM post_plans",
    "professional-8|14|2023-01-01|某人社岗〔2023〕1号",
    "专业技术,八级,15,2023-01-01,某人社岗〔2023〕2号",
    "professional-8|15|2023-01-01|某人社岗〔2023〕2号" },
  { "parttime",
    "JZ2025-001,李四," ID_B ",某机床厂,讲师,技师,机械系,数控编程,2025-09-01,2026-07-31,0.5,120.5",
    "SELECT agreement_no" BAR "name" BAR "id_number" BAR "employer" BAR "title" BAR "skill" BAR
    "department" BAR "course" BAR "from_date" BAR "to_date" BAR "fte_x1e4" BAR "rate_fen"
    " FROM contracts",
    "JZ2025-001|李四|" ID_B "|某机床厂|033|L4|机械系|数控编程|2025-09-01|2026-07-31|5000|12050",
    "JZ2025-001,李泗," ID_B ",别厂,高级讲师,高级技师,教务处,数控加工,2025-10-01,2026-06-30,1,\"1,200\"",
    "JZ2025-001|李泗|" ID_B "|别厂|032|L5|教务处|数控加工|2025-10-01|2026-06-30|10000|120000" },
  { "teaching", "2025,秋季,1001,张三,数控编程,24级3班,46,72.5,理论,是,否",
    OF_PERSON ("year" BAR "term" BAR "course" BAR "class_name" BAR "students" BAR "hours_x100" BAR
               "course_type" BAR "is_repeat" BAR "is_new", "teaching_records"),
    "1001|2025|秋季|数控编程|24级3班|46|7250|theory|1|0",
    "2025,秋季,1001,张三,数控编程,24级3班,47,74,理论,否,是",
    "1001|2025|秋季|数控编程|24级3班|47|7400|theory|0|1" },
  { "training", "PX01,金蓝领培训,金蓝领,第1期,2025-03-20,上午,1001,张三,主讲,理论,55,8,常规,计工作量",
    OF_PERSON ("project_code" BAR "project_name" BAR "category" BAR "session" BAR "date" BAR "period"
               BAR "role" BAR "course_type" BAR "students" BAR "hours_x100" BAR "time_slot" BAR
               "pay_mode", "training_records"),
    "1001|PX01|金蓝领培训|金蓝领|第1期|2025-03-20|上午|lecturer|theory|55|800|regular|count_only",
    "PX01,蓝领培训,其他,第1期,2025-03-20,上午,1001,张三,主讲,实操,56,7.5,周末晚间,发课酬",
    "1001|PX01|蓝领培训|其他|第1期|2025-03-20|上午|lecturer|operation|56|750|off_duty|fee_only" },
  { "training-income", "2025,PX01,120000,45000.5,180",
    "SELECT year" BAR "project_code" BAR "income_fen" BAR "cost_fen" BAR "person_times"
    " FROM training_incomes",
    "2025|PX01|12000000|4500050|180",
    "2025年,PX01,130000,46000,181", "2025|PX01|13000000|4600000|181" },
  { "assessments", "2025,1001,张三,优秀", OF_PERSON ("year" BAR "grade", "assessments"),
    "1001|2025|excellent", "2025,1001,张三,基本合格", "1001|2025|basic" },
  { "quotas", "2025,1001,张三,320.5", OF_PERSON ("year" BAR "hours_x100", "quotas"),
    "1001|2025|32050", "2025,1001,张三,300", "1001|2025|30000" },
  { "awards", "2025,1001,张三,12.25,教学成果", OF_PERSON ("year" BAR "points_x100" BAR "basis",
                                                           "awards"),
    "1001|2025|1225|教学成果", "2025,1001,张三,13,教学成果", "1001|2025|1300|教学成果" },
  { "roles", "2025,1001,张三,班主任,2025-02-01,2025-06-30",
    OF_PERSON ("year" BAR "role" BAR "from_date" BAR "to_date", "roles"),
    "1001|2025|班主任|2025-02-01|2025-06-30", "2025,1001,张三,班主任,2025-02-01,",
    "1001|2025|班主任|2025-02-01|2025-12-31" },
  { "factors", "2025,1001,张三,满意度,0.95",
    OF_PERSON ("year" BAR "item" BAR "value_x1e4", "factors"), "1001|2025|满意度|9500",
    "2025,1001,张三,满意度,1.0001", "1001|2025|满意度|10001" },
  { "annual-pay", "2025,1001,张三,136232.14", OF_PERSON ("year" BAR "amount_fen", "annual_pays"),
    "1001|2025|13623214", "2025,1001,张三,136232.15", "1001|2025|13623215" },
  { "pay-ledger", "2025,3月,奖励性,802880,财政,某人社字〔2025〕1号",
    "SELECT year" BAR "month" BAR "account" BAR "source" BAR "document" BAR "amount_fen"
    " FROM pay_ledger",
    "2025|3|incentive|fiscal|某人社字〔2025〕1号|80288000", NULL, NULL },
  { "advances", "2025,1001,6,1000", OF_PERSON ("year" BAR "month" BAR "amount_fen", "advances"),
    "1001|2025|6|100000", "2025,1001,6月份,1000.01", "1001|2025|6|100001" },
  { "withholding", "2025,1001,12,312.5,10",
    OF_PERSON ("year" BAR "month" BAR "tax_fen" BAR "other_fen", "withholdings"),
    "1001|2025|12|31250|1000", "2025,1001,12,313,11", "1001|2025|12|31300|1100" },
  { "transfers", "2025,快换夹具,2025370001,600000,0.7,1001,1,是",
    OF_PERSON ("year" BAR "project" BAR "registration_no" BAR "net_fen" BAR "ratio_x1e4" BAR
               "share_x1e4" BAR "is_main", "transfers"),
    "1001|2025|快换夹具|2025370001|60000000|7000|10000|1",
    "2025,快换夹具,2025370002,700000,65%,1001,100%,是",
    "1001|2025|快换夹具|2025370002|70000000|6500|10000|1" },
  { "talents", "1002,年薪,2025,300000,某人社批〔2025〕1号",
    OF_PERSON ("mode" BAR "year" BAR "amount_fen" BAR "approval", "talents"),
    "1002|annual|2025|30000000|某人社批〔2025〕1号", "1002,年薪,2025,310000,某人社批〔2025〕2号",
    "1002|annual|2025|31000000|某人社批〔2025〕2号" },
  { "leaves", "1001,张三,事假,2025-03-03,2025-03-07,2025.3.3-3.7,5,2025-03-10,探亲",
    OF_PERSON ("kind" BAR "from_date" BAR "to_date" BAR "days_x100" BAR "back_date" BAR "t.note",
               "leaves"),
    "1001|personal|2025-03-03|2025-03-07|500|2025-03-10|探亲",
    "1001,张三,病假,2025.3.3,2025.3.9,,7,,住院", "1001|sick|2025-03-03|2025-03-09|700||住院" },
  { "kinship", "1001," ID_A ",张三,1002,,王五,夫妻,已申报",
    "SELECT party_a" BAR "party_b" BAR "relation" BAR "of_b" BAR "note FROM kinships",
    "p1|p2|夫妻|0|已申报", "1001,,张三,1002,,王五,兄弟姐妹,更正", "p1|p2|兄弟姐妹|0|更正" },
  { "timetable", "2025春,1001,星期三,1-2,1-17,单周,数控编程,24级3班",
    OF_PERSON ("term" BAR "weekday" BAR "period" BAR "week_from" BAR "week_to" BAR "weeks" BAR
               "course" BAR "class_name", "timetable"),
    "1001|2025春|3|1-2|1|17|odd|数控编程|24级3班",
    "2025春,1001,周三,1-2,1-17,单周,数控加工,24级3班",
    "1001|2025春|3|1-2|1|17|odd|数控加工|24级3班" },
};
/* clang-format on */

/* What the sheets speak of is there. */
static Fixture *
make_college (void)
{
  Fixture *fixture = fixture_new ();
  g_autofree char *second = fixture_id ("19880808", 1);
  g_autofree char *people = g_strdup_printf ("工号,姓名,身份证号,部门,人员类别,来校日期,薪酬方式\n"
                                             "1001,张三," ID_A ",教务处,在编,2001-09-01,绩效\n"
                                             "1002,王五,%s,机械系,在编,2011-09-01,年薪\n",
                                             second);
  g_autoptr (GError) error = NULL;

  fixture_import_text (fixture, "people", people);
  sz_params_set (fixture->office, "load.term_start", "{\"2025春\": \"2025-02-17\"}", 20250101,
                 "校历", &error);
  g_assert_no_error (error);
  return fixture;
}

static char *
make_sheet (const SzImportKind *kind, const char *cells)
{
  GString *text = g_string_new (NULL);

  for (guint f = 0; f < kind->n_fields; f++)
    g_string_append_printf (text, "%s%s", f > 0 ? "," : "", kind->fields[f].heading);
  g_string_append_printf (text, "\n%s\n", cells);
  return g_string_free (text, FALSE);
}

static SzImportResult *
import_cells (Fixture *fixture, const char *word, const char *cells, FixtureFlags flags)
{
  g_autofree char *sheet = make_sheet (sz_import_kind_find (word), cells);
  g_autofree char *path = fixture_write (fixture, "sheet.csv", sheet);

  return fixture_import (fixture, word, path, flags);
}

/* The member of a field is one of the row type, and as wide as the field writes. */
static void
check_member (const SzImportKind *kind, const SzImportField *field)
{
  const SzColumn *column = NULL;
  gboolean is_text;
  gboolean is_date;

  for (guint c = 0; c < kind->type->n_columns; c++)
    if (kind->type->columns[c].offset == field->offset)
      column = &kind->type->columns[c];
  g_test_message ("%s %s", kind->word, field->heading);
  g_assert_nonnull (column);
  is_text = field->type == SZ_FIELD_TEXT || field->type == SZ_FIELD_PROSE
            || field->type == SZ_FIELD_NAME || field->type == SZ_FIELD_STAFF_NO
            || field->type == SZ_FIELD_ID_NUMBER || field->type == SZ_FIELD_DEPARTMENT
            || field->type == SZ_FIELD_PHONE || field->type == SZ_FIELD_ACCOUNT
            || field->type == SZ_FIELD_CHOICE || field->type == SZ_FIELD_WORDS
            || (field->type == SZ_FIELD_CODE && column->kind == SZ_COLUMN_TEXT);
  is_date = field->type == SZ_FIELD_DATE || field->type == SZ_FIELD_PERIOD;
  g_assert_true ((column->kind == SZ_COLUMN_TEXT) == is_text);
  g_assert_true ((column->kind == SZ_COLUMN_DATE) == is_date);
  g_assert_true ((column->kind == SZ_COLUMN_POST) == (field->type == SZ_FIELD_POST));
  if (column->kind == SZ_COLUMN_CODE)
    g_assert_true (field->type == SZ_FIELD_CODE && column->codes == field->table);
  if (field->type == SZ_FIELD_HOURS || field->type == SZ_FIELD_RATIO
      || field->type == SZ_FIELD_MONEY || field->type == SZ_FIELD_SIGNED_MONEY
      || field->type == SZ_FIELD_PERSON)
    g_assert_true (column->kind == SZ_COLUMN_INT64 || column->kind == SZ_COLUMN_REF);
  if (field->type == SZ_FIELD_YEAR || field->type == SZ_FIELD_MONTH
      || field->type == SZ_FIELD_MONTH_OR_YEAR || field->type == SZ_FIELD_PERCENT)
    g_assert_true (column->kind == SZ_COLUMN_INT);
}

/* Every kind is whole: its word is its own, its fields fit the row, required ones show how they are
   filled in. The kinds of this file stand here with every column. */
static void
test_all_kinds (void)
{
  const SzImportKind *const *all = sz_import_kinds ();

  for (gsize n = 0; all[n] != NULL; n++)
    {
      g_assert_true (sz_import_kind_find (all[n]->word) == all[n]);
      g_assert_true ((all[n]->type != NULL) != (all[n]->handler != NULL));
      for (guint f = 0; f < all[n]->n_fields; f++)
        {
          const SzImportField *field = &all[n]->fields[f];

          g_assert_true (!field->required || field->example == NULL || *field->example != '\0');
          g_assert_cmpint (sz_import_kind_field (all[n], field->heading), ==, (int)f);
          g_assert_true ((field->type == SZ_FIELD_CHOICE) == (field->choices != NULL));
          if (field->offset != 0 && all[n]->type != NULL)
            check_member (all[n], field);
        }
    }
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      const SzImportKind *kind = sz_import_kind_find (kinds[k].kind);
      g_auto (GStrv) cells = g_strsplit (kinds[k].cells, ",", -1);

      g_assert_nonnull (kind);
      g_assert_cmpuint (g_strv_length (cells), <=, kind->n_fields);
    }
}

/* Stored, the same again unchanged, and a newer sheet in all that is not the key. */
static void
test_columns (gconstpointer data)
{
  const Kind *kind = data;
  g_autoptr (Fixture) fixture = make_college ();
  g_autoptr (SzImportResult) first = NULL;
  g_autoptr (SzImportResult) again = NULL;
  g_autoptr (SzImportResult) newer = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *renewed = NULL;

  first = import_cells (fixture, kind->kind, kind->cells, FIXTURE_PLAIN);
  fixture_assert_counts (first, 1, 1, 0, 0);
  stored = fixture_text (fixture, kind->sql);
  g_assert_cmpstr (stored, ==, kind->stored);
  again = import_cells (fixture, kind->kind, kind->cells, FIXTURE_UPDATE);
  fixture_assert_counts (again, 1, 0, 0, 1);
  if (kind->newer == NULL)
    return;
  newer = import_cells (fixture, kind->kind, kind->newer, FIXTURE_UPDATE);
  fixture_assert_counts (newer, 1, 0, 1, 0);
  renewed = fixture_text (fixture, kind->sql);
  g_assert_cmpstr (renewed, ==, kind->renewed);
}

/* What duties added behind them is tested there. */
static guint
count_cells (const Kind *kind)
{
  g_auto (GStrv) cells = g_strsplit (kind->cells, ",", -1);

  return g_strv_length (cells);
}

static char *
replace_cell (const char *cells, guint index, const char *text)
{
  g_auto (GStrv) fields = g_strsplit (cells, ",", -1);

  g_free (fields[index]);
  fields[index] = g_strdup (text);
  return g_strjoinv (",", fields);
}

static gboolean
has_finding (const SzImportResult *result, const char *code, const char *column)
{
  for (guint i = 0; i < sz_issue_list_length (result->issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (result->issues, i);

      if (g_str_equal (issue->code, code) && issue->row == 2
          && g_strcmp0 (issue->column, column) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Nothing is written when a required cell is empty; an optional one may be. */
static void
test_empty (gconstpointer data)
{
  const Kind *kind = data;
  const SzImportKind *fields = sz_import_kind_find (kind->kind);
  g_autoptr (Fixture) fixture = make_college ();
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;

  for (guint f = 0; f < count_cells (kind); f++)
    {
      const SzImportField *field = &fields->fields[f];
      g_autofree char *cells = replace_cell (kind->cells, f, "");
      g_autoptr (SzImportResult) result
          = import_cells (fixture, kind->kind, cells,
                          field->required ? FIXTURE_PLAIN : FIXTURE_DRY_RUN);

      g_test_message ("%s", field->heading);
      g_assert_true (has_finding (result, "required.missing", field->heading) == field->required);
      g_assert_true ((sz_issue_list_errors (result->issues) > 0) == (result->rejected > 0));
      if (field->required)
        g_assert_cmpint (result->inserted, ==, 0);
    }
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* What no cell of this type can be, and what it is called. */
static const char *
spoil (const SzImportField *field, gboolean is_own, const char **code)
{
  switch (field->type)
    {
    case SZ_FIELD_DATE:
      *code = "date.invalid";
      return "2025-02-30";
    case SZ_FIELD_PERIOD:
      *code = "date.invalid";
      return "2025-02-30至3-1";
    case SZ_FIELD_MONTH:
    case SZ_FIELD_MONTH_OR_YEAR:
      *code = "number.invalid";
      return "13";
    case SZ_FIELD_PERCENT:
      *code = "number.invalid";
      return "101%";
    case SZ_FIELD_YEAR:
      *code = "number.invalid";
      return "25";
    case SZ_FIELD_COUNT:
      *code = "number.invalid";
      return "1.5";
    case SZ_FIELD_HOURS:
      *code = "number.invalid";
      return "-1";
    case SZ_FIELD_RATIO:
      *code = "number.invalid";
      return "0.12345";
    case SZ_FIELD_MONEY:
    case SZ_FIELD_SIGNED_MONEY:
      *code = "money.invalid";
      return "1.005";
    case SZ_FIELD_CODE:
    case SZ_FIELD_CHOICE:
      *code = "code.unknown";
      return "绝无此词";
    case SZ_FIELD_POST:
      *code = "code.unknown";
      return "专技九十九级";
    case SZ_FIELD_ID_NUMBER:
      *code = "idcard.checksum";
      return "110105194912310021";
    case SZ_FIELD_PERSON:
      *code = "staff_no.unknown";
      return "9999";
    case SZ_FIELD_STAFF_NO:
      *code = is_own ? "cell.error" : "staff_no.unknown";
      return is_own ? "#N/A" : "9999";
    case SZ_FIELD_TEXT:
    case SZ_FIELD_PROSE:
    case SZ_FIELD_NAME:
    case SZ_FIELD_PERSON_NAME:
    case SZ_FIELD_DEPARTMENT:
    case SZ_FIELD_PHONE:
    case SZ_FIELD_ACCOUNT:
    case SZ_FIELD_WORDS:
    default:
      *code = "cell.error";
      return "#REF!";
    }
}

static void
test_unreadable (gconstpointer data)
{
  const Kind *kind = data;
  const SzImportKind *fields = sz_import_kind_find (kind->kind);
  const gboolean is_own = g_str_equal (kind->kind, "people");
  g_autoptr (Fixture) fixture = make_college ();
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;

  for (guint f = 0; f < count_cells (kind); f++)
    {
      const char *code = NULL;
      const char *spoilt = spoil (&fields->fields[f], is_own, &code);
      g_autofree char *cells = replace_cell (kind->cells, f, spoilt);
      g_autoptr (SzImportResult) result = import_cells (fixture, kind->kind, cells, FIXTURE_PLAIN);

      fixture_assert_finding (result, code, 2, fields->fields[f].heading);
      g_assert_cmpint (result->rejected, ==, 1);
      g_assert_cmpint (result->inserted, ==, 0);
    }
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* Each cell can be read, but not what they say together. */
static void
test_contradictions (void)
{
  static const struct
  {
    const char *kind;
    const char *heading;
    const char *text;
    const char *code;
    const char *column;
  } cases[] = {
    { "people", "性别", "女", "idcard.mismatch", "性别" },
    { "people", "出生日期", "1962-04", "idcard.mismatch", "出生日期" },
    { "people", "出生日期", "1963-03", "idcard.mismatch", "出生日期" },
    { "people", "身份证号", ID_A, "idcard.mismatch", "性别" },
    { "people", "离校日期", "2010-06-30", "date.order", "离校日期" },
    { "people", "离校日期", "", "date.required", "离校日期" }, /* 退休, but since when */
    { "people", "岗位类别", "管理", "code.unknown", "岗位等级" },
    { "people", "原退休年龄", "57", "number.invalid", "原退休年龄" },
    { "post-plan", "岗位类别", "管理", "code.unknown", "等级" },
    { "parttime", "聘期止", "2025-08-31", "date.order", "聘期止" },
    { "roles", "止", "2025-01-31", "date.order", "止" },
    { "pay-ledger", "月份", "13", "number.invalid", "月份" },
    { "advances", "月份", "0", "number.invalid", "月份" },
    { "transfers", "贡献比例", "0.9", "transfer.shares_sum", "贡献比例" },
    { "talents", "工号", "1001", "talent.regime", "方式" }, /* paid by 绩效 */
    { "talents", "方式", "绩效", "code.unknown", "方式" },
    { "timetable", "起止周", "17-1", "weeks.invalid", "起止周" },
    { "timetable", "学期", "2030春", "time.term_unknown", "学期" },
  };
  g_autoptr (Fixture) fixture = make_college ();
  g_autofree char *before = fixture_dump (fixture);
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Kind *kind = kinds;
      g_autofree char *cells = NULL;
      g_autoptr (SzImportResult) result = NULL;

      while (!g_str_equal (kind->kind, cases[i].kind))
        kind++;
      g_test_message ("%s: %s", cases[i].kind, cases[i].heading);
      cells = replace_cell (kind->cells,
                            (guint)sz_import_kind_field (sz_import_kind_find (kind->kind),
                                                         cases[i].heading),
                            cases[i].text);
      result = import_cells (fixture, kind->kind, cells, FIXTURE_DRY_RUN);
      fixture_assert_finding (result, cases[i].code, 2, cases[i].column);
    }
  after = fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/import-kinds/all", test_all_kinds);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      static const struct
      {
        const char *path;
        GTestDataFunc func;
      } tests[] = {
        { "ppl-2/columns", test_columns },
        { "empty", test_empty },
        { "num-1/unreadable", test_unreadable },
      };

      for (gsize t = 0; t < G_N_ELEMENTS (tests); t++)
        {
          g_autofree char *path
              = g_strconcat ("/office/import-kinds/", tests[t].path, "/", kinds[i].kind, NULL);

          g_test_add_data_func (path, &kinds[i], tests[t].func);
        }
    }
  g_test_add_func ("/office/import-kinds/contradictions", test_contradictions);
  return g_test_run ();
}
