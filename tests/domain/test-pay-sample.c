/* test-pay-sample.c — a whole college of 2025: every figure of conversion and pay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college.h"

#include <string.h>

#define YEAR 2025

/* One person of the fixture with the workload records that came by. */
typedef struct
{
  guint number;
  gboolean full_time;
  SzPost post;
  SzDate from;
  SzDate to;
  GArray *teaching;
  GArray *training;
} Teacher;

typedef struct
{
  College *college;
  SzScheme *scheme;
  SzLoadRules *rules;
  GHashTable *teachers;    /* staff number → Teacher */
  GPtrArray *expectations; /* of GStrv */
  GPtrArray *strings;
  SzPayResult *result;
} Sample;

static void
free_teacher_cb (gpointer data)
{
  Teacher *teacher = data;

  g_array_unref (teacher->teaching);
  g_array_unref (teacher->training);
  g_free (teacher);
}

static int
code_of (SzCodeTable table, const char *name)
{
  const SzCode *code = sz_codes_by_name (table, name);

  g_assert_nonnull (code);
  return code->value;
}

static gint64
hundredths (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  sz_decimal_parse (text, 2, &value, &error);
  g_assert_no_error (error);
  return value;
}

static SzDate
date_of (const char *text)
{
  return (SzDate)g_ascii_strtoll (text, NULL, 10);
}

/* person 工号 部门 人员类别 岗位等级 专任教师 薪酬方式 来校 离校 档次 */
static void
read_person (Sample *sample, GStrv field)
{
  College *college = sample->college;
  Teacher *teacher = g_new0 (Teacher, 1);
  SzDate from = date_of (field[7]);

  teacher->from = from;
  teacher->to = date_of (field[8]);
  teacher->post = sz_post_parse (field[4]);
  teacher->full_time = g_str_equal (field[5], "是");
  teacher->teaching = g_array_new (FALSE, FALSE, sizeof (SzTeaching));
  teacher->training = g_array_new (FALSE, FALSE, sizeof (SzTraining));
  teacher->number = college_add (college, field[1], field[2], field[4], from);
  college_leave (college, teacher->number, teacher->to);
  /* Later records of the same day win over the defaults of college_add(). */
  college_record (college, teacher->number, SZ_RECORD_EMPLOYMENT, from + 1,
                  sz_codes_by_name (SZ_TABLE_EMPLOYMENT, field[3])->code);
  college_record (college, teacher->number, SZ_RECORD_PAY_REGIME, from + 1,
                  sz_codes_by_name (SZ_TABLE_PAY_REGIME, field[6])->code);
  college_get (college, teacher->number)->grade = (SzGrade)code_of (SZ_TABLE_GRADE, field[9]);
  g_hash_table_insert (sample->teachers, g_strdup (field[1]), teacher);
}

/* teaching 工号 课时 人数 课程类型 重复班 新课 */
static void
read_teaching (Sample *sample, GStrv field)
{
  Teacher *teacher = g_hash_table_lookup (sample->teachers, field[1]);
  SzTeaching record = { hundredths (field[2]), atoi (field[3]),
                        (SzCourseType)code_of (SZ_TABLE_COURSE_TYPE, field[4]),
                        g_str_equal (field[5], "是"), g_str_equal (field[6], "是") };

  g_array_append_val (teacher->teaching, record);
}

/* training 工号 课时 人数 课程类型 时段 角色 计酬方式 项目类别 */
static void
read_training (Sample *sample, GStrv field)
{
  Teacher *teacher = g_hash_table_lookup (sample->teachers, field[1]);
  SzTraining record = { hundredths (field[2]),
                        atoi (field[3]),
                        (SzCourseType)code_of (SZ_TABLE_COURSE_TYPE, field[4]),
                        (SzTimeSlot)code_of (SZ_TABLE_TIME_SLOT, field[5]),
                        (SzTrainingRole)code_of (SZ_TABLE_TRAINING_ROLE, field[6]),
                        (SzPayMode)code_of (SZ_TABLE_PAY_MODE, field[7]),
                        g_strdup (field[8]) };

  g_ptr_array_add (sample->strings, (gpointer)record.category);
  g_array_append_val (teacher->training, record);
}

static void
read_line (Sample *sample, const char *line)
{
  GStrv field = g_strsplit (line, "\t", -1);
  Teacher *teacher;

  if (*line == '#' || *line == '\0')
    {
      g_strfreev (field);
      return;
    }
  teacher = g_hash_table_lookup (sample->teachers, field[1]);
  if (g_str_equal (field[0], "person"))
    read_person (sample, field);
  else if (g_str_equal (field[0], "teaching"))
    read_teaching (sample, field);
  else if (g_str_equal (field[0], "training"))
    read_training (sample, field);
  else if (g_str_equal (field[0], "role"))
    college_role (sample->college, teacher->number, field[2], date_of (field[3]),
                  date_of (field[4]));
  else if (g_str_equal (field[0], "award"))
    college_get (sample->college, teacher->number)->award_x100 = hundredths (field[2]);
  else
    {
      g_ptr_array_add (sample->expectations, field);
      return;
    }
  g_strfreev (field);
}

static void
convert_all (Sample *sample)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, sample->teachers);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      const Teacher *t = data;
      SzService service = { .from = t->from, .to = t->to };
      g_autoptr (GError) error = NULL;

      sz_load_year (sample->rules, YEAR, (const SzTeaching *)(gpointer)t->teaching->data,
                    t->teaching->len, (const SzTraining *)(gpointer)t->training->data,
                    t->training->len, t->full_time, t->post, &service, 1, -1,
                    &college_get (sample->college, t->number)->load, &error);
      g_assert_no_error (error);
    }
}

static GPtrArray *
make_set (const char *first, const char *second)
{
  GPtrArray *set = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (set, g_strdup (first));
  g_ptr_array_add (set, g_strdup (second));
  return set;
}

/* scheme.json of the sample, by hand. */
static SzScheme *
make_scheme (void)
{
  SzScheme *scheme = scheme_2025 (363456000);
  SzComponent *usual;
  SzFactor *workload;

  scheme->reserve_ratio_x1e4 = 100;
  scheme_fixed (scheme, "班主任津贴", "班主任", 360000);
  scheme_component (scheme, "培训倾斜", 800, "training");
  scheme_component (scheme, "优秀倾斜", 500, "award");
  usual = scheme_component (scheme, "常规", -1, "post workload assessment months");
  usual->filter.employment = make_set ("在编", "人事代理");
  workload = &g_array_index (usual->factors, SzFactor, 1);
  workload->bounded = TRUE;
  workload->upper_x1e4 = 15000;
  scheme_coefficients (scheme);
  sz_scheme_put_substitute (scheme, "workload", "管理", 10000);
  sz_scheme_put_substitute (scheme, "workload", "工勤", 10000);
  sz_scheme_put_substitute (scheme, "workload", SZ_SCHEME_NO_QUOTA, 10000);
  scheme->ceiling = (SzLimit){ .set = TRUE, .by_multiple = TRUE, .multiple_x1e4 = 20000 };
  return scheme;
}

static void
setup (Sample *sample, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "tests", "domain",
                                            "fixtures", "college-2025.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  sample->college = college_new ();
  sample->rules = load_rules ();
  sample->scheme = make_scheme ();
  sample->teachers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_teacher_cb);
  sample->expectations = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  sample->strings = g_ptr_array_new_with_free_func (g_free);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    read_line (sample, *line);
  convert_all (sample);
  sample->result = sz_pay_compute (sample->scheme, college_input (sample->college), issues, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sz_issue_list_length (issues), ==, 0);
}

static void
teardown (Sample *sample, gconstpointer data)
{
  sz_pay_result_free (sample->result);
  sz_scheme_free (sample->scheme);
  sz_load_rules_free (sample->rules);
  g_hash_table_unref (sample->teachers);
  g_ptr_array_unref (sample->expectations);
  g_ptr_array_unref (sample->strings);
  college_free (sample->college);
}

static void
assert_amount (gint64 amount, const char *expected)
{
  g_autofree char *text = sz_decimal_format (amount, 2);

  g_assert_cmpstr (text, ==, expected);
}

/* The expectations of one kind, in the order of the fixture; NULL behind the last. */
static GStrv
next_expected (const Sample *sample, const char *kind, guint *from)
{
  while (*from < sample->expectations->len)
    {
      GStrv field = g_ptr_array_index (sample->expectations, (*from)++);

      if (g_str_equal (field[0], kind))
        return field;
    }
  return NULL;
}

/* convert 工号 teaching raw converted credit over quota over_hours over_pay: exactly who has a
 * quota */
static void
test_convert (Sample *sample, gconstpointer data)
{
  guint with_quota = 0;
  guint n = 0;
  guint from = 0;

  for (GStrv field; (field = next_expected (sample, "convert", &from)) != NULL; n++)
    {
      const Teacher *teacher = g_hash_table_lookup (sample->teachers, field[1]);
      const SzLoadYear *load = &college_get (sample->college, teacher->number)->load;

      assert_amount (load->teaching_x100, field[2]);
      assert_amount (load->training_raw_x100, field[3]);
      assert_amount (load->training_x100, field[4]);
      assert_amount (load->training_credit_x100, field[5]);
      assert_amount (load->training_over_x100, field[6]);
      assert_amount (load->quota_x100, field[7]);
      assert_amount (load->over_x100, field[8]);
      assert_amount (load->over_pay_fen, field[9]);
    }
  for (guint i = 0; i < college_size (sample->college); i++)
    with_quota += college_get (sample->college, i)->load.quota_x100 >= 0 ? 1 : 0;
  g_assert_cmpuint (n, ==, 93);
  g_assert_cmpuint (with_quota, ==, n);
}

/* line 工号 班主任津贴 培训倾斜 优秀倾斜 常规 ceiling total; "-" where the person has none */
static void
test_lines (Sample *sample, gconstpointer data)
{
  const SzPayResult *result = sample->result;
  guint from = 0;

  for (gsize i = 0; i < result->n_lines; i++)
    {
      const SzPayLine *line = &result->lines[i];
      GStrv field = next_expected (sample, "line", &from);

      g_assert_nonnull (field);
      g_assert_cmpstr (college_get (sample->college, line->index)->staff_no, ==, field[1]);
      if (g_str_equal (field[2], "-"))
        g_assert_cmpint (line->fixed_fen[0], ==, -1);
      else
        assert_amount (line->fixed_fen[0], field[2]);
      for (guint j = 0; j < 3; j++)
        {
          g_assert_cmpint (line->shares[j].admitted, ==, !g_str_equal (field[3 + j], "-"));
          assert_amount (line->shares[j].amount_fen, field[3 + j]);
        }
      assert_amount (line->ceiling_fen, field[6]);
      assert_amount (line->total_fen, field[7]);
    }
  g_assert_cmpuint (result->n_lines, ==, 116);
  g_assert_null (next_expected (sample, "line", &from));
}

static void
test_sums (Sample *sample, gconstpointer data)
{
  const SzPayResult *result = sample->result;
  guint from = 0;

  assert_amount (result->reserve_fen, next_expected (sample, "reserve", &from)[1]);
  for (guint i = 0; i < 1; i++)
    {
      GStrv field = next_expected (sample, "fixed", &from);

      assert_amount (result->fixed[i].amount_fen, field[2]);
      g_assert_cmpuint (result->fixed[i].people, ==, (guint)atoi (field[3]));
    }
  for (guint i = 0; i < 3; i++)
    {
      GStrv field = next_expected (sample, "component", &from);
      g_autofree char *points = sz_decimal_format (result->components[i].points_x1e6, 6);

      assert_amount (result->components[i].amount_fen, field[2]);
      g_assert_cmpstr (points, ==, field[3]);
    }
  for (gsize i = 0; i < result->n_departments; i++)
    {
      GStrv field = next_expected (sample, "department", &from);

      g_assert_cmpstr (result->departments[i].name, ==, field[1]);
      g_assert_cmpuint (result->departments[i].people, ==, (guint)atoi (field[2]));
      assert_amount (result->departments[i].amount_fen, field[3]);
    }
  g_assert_null (next_expected (sample, "department", &from));
}

static void
test_excluded (Sample *sample, gconstpointer data)
{
  const SzPayResult *result = sample->result;
  guint from = 0;

  for (gsize i = 0; i < result->n_excluded; i++)
    {
      GStrv field = next_expected (sample, "excluded", &from);

      g_assert_nonnull (field);
      g_assert_cmpstr (college_get (sample->college, result->excluded[i].index)->staff_no, ==,
                       field[1]);
      g_assert_cmpstr (sz_pay_reason_word (result->excluded[i].reason), ==, field[2]);
    }
  g_assert_null (next_expected (sample, "excluded", &from));
}

/* The database may hand the people over in any order. */
static void
test_order (Sample *sample, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2025);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzPayResult) again = NULL;

  college_shuffle (sample->college, rand);
  again = sz_pay_compute (sample->scheme, college_input (sample->college), issues, NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (again->n_lines, ==, sample->result->n_lines);
  for (gsize i = 0; i < again->n_lines; i++)
    {
      const SzPayLine *line = &again->lines[i];

      g_assert_cmpint (line->total_fen, ==, sample->result->lines[i].total_fen);
      for (guint j = 0; j < 3; j++)
        g_assert_cmpint (line->shares[j].amount_fen, ==,
                         sample->result->lines[i].shares[j].amount_fen);
    }
}

#define ADD(path, func) g_test_add (path, Sample, NULL, setup, func, teardown)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/domain/wrk-4/college-2025/convert", test_convert);
  ADD ("/domain/pay-5/college-2025/lines", test_lines);
  ADD ("/domain/pay-4/college-2025/sums", test_sums);
  ADD ("/domain/pay-7/college-2025/excluded", test_excluded);
  ADD ("/domain/num-6/college-2025/order", test_order);
  return g_test_run ();
}
