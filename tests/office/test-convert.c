/* test-convert.c — a year's workload through the office's tables (RULE wrk-1 … wrk-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"
#include "sz-convert.h"
#include "sz-params.h"
#include "sz-view-workload.h"

#define TEACHING "年度,学期,工号,姓名,课程,班级,人数,计划课时,课程类型,重复班,新课\n"
#define TRAINING                                                                                   \
  "项目编号,项目名称,项目类别,班次,日期,节次,工号,姓名,角色,课程类型,人数,课时,时段,计酬方式\n"

/* Handbook W1, W2: one teacher with all of it, and those around whom wrk-4 turns. */
static void
fill (Fixture *fixture)
{
  static const SmallPerson people[] = {
    { "T1", "曾国强", "机械系", "在编", "专业技术", "专技八级", "是", "2010-07-01", "", "绩效" },
    { "T2", "单丽", "信息系", "在编", "专业技术", "专技十级", "是", "2025-07-01", "", "绩效" },
    { "T3", "吕明", "办公室", "在编", "管理", "管理六级", "否", "2012-07-01", "", "绩效" },
    { "T4", "解小虎", "办公室", "在编", "管理", "管理七级", "否", "2012-07-01", "", "绩效" },
    { "T5", "查文", "信息系", "在编", "专业技术", "专技七级", "是", "2012-07-01", "", "绩效" },
  };

  small_import_people (fixture, people, G_N_ELEMENTS (people));
  fixture_import_text (fixture, "teaching",
                       TEACHING "2025,春季,T1,曾国强,A,1班,46,72,理论,否,否\n"
                                "2025,春季,T1,曾国强,A,2班,38,72,理论,是,否\n"
                                "2025,秋季,T1,曾国强,B,1班,38,120,一体化,否,否\n"
                                "2025,秋季,T1,曾国强,C,1班,38,90,实训,否,否\n"
                                "2025,秋季,T3,吕明,D,1班,30,20,理论,否,是\n"
                                "2024,秋季,T1,曾国强,C,1班,38,999,实训,否,否\n");
  fixture_import_text (fixture, "training",
                       TRAINING
                       "X1,研修,金蓝领,1,2025-03-03,1,T1,曾国强,主讲,理论,55,48,常规,计工作量\n"
                       "X2,送教,企业,1,2025-04-03,1,T1,曾国强,主讲,实操,30,40,企业现场,分段\n"
                       "X3,周末,社会,1,2025-05-03,1,T1,曾国强,主讲,理论,28,24,周末晚间,计工作量\n"
                       "X4,有酬,社会,1,2025-05-04,1,T4,解小虎,主讲,理论,28,10,常规,发课酬\n"
                       "X5,大班,金蓝领,1,2025-06-03,1,T5,查文,主讲,理论,55,240,常规,计工作量\n");
}

typedef struct
{
  const char *staff_no;
  SzLoadYear load;
} Worked;

/* W3: 360.00 + 115.78 − 400 = 75.78 × 70 = 5,304.60. W5: 200 for July, 133.33 for others. T5: T is
 * 240 × 1.2 × 1.2 × 0.8 = 276.48, of which 200 count. */
static const Worked worked[] = {
  { "T1", { 36000, 14472, 0, 11578, 11578, 0, 40000, 7578, 7000, 530460 } },
  { "T2", { 0, 0, 0, 0, 0, 0, 20000, 0, 7000, 0 } },
  { "T3", { 2400, 0, 0, 0, 0, 0, 13333, 0, 6500, 0 } },
  { "T4", { 0, 0, 1000, 0, 0, 0, 13333, 0, 6500, 0 } },
  { "T5", { 0, 34560, 0, 27648, 20000, 7648, 40000, 0, 7500, 0 } },
};

static void
assert_load (const SzLoadYear *load, const SzLoadYear *want)
{
  g_assert_cmpint (load->teaching_x100, ==, want->teaching_x100);
  g_assert_cmpint (load->training_raw_x100, ==, want->training_raw_x100);
  g_assert_cmpint (load->training_x100, ==, want->training_x100);
  g_assert_cmpint (load->training_credit_x100, ==, want->training_credit_x100);
  g_assert_cmpint (load->training_over_x100, ==, want->training_over_x100);
  g_assert_cmpint (load->quota_x100, ==, want->quota_x100);
  g_assert_cmpint (load->over_x100, ==, want->over_x100);
  g_assert_cmpint (load->over_rate_fen, ==, want->over_rate_fen);
  g_assert_cmpint (load->over_pay_fen, ==, want->over_pay_fen);
}

static void
test_worked (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzConvert) convert = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  convert = sz_convert_year (fixture->office, 2025, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (convert->n_lines, ==, G_N_ELEMENTS (worked));
  for (gsize i = 0; i < convert->n_lines; i++)
    {
      g_test_message ("%s", worked[i].staff_no);
      g_assert_cmpstr (convert->lines[i].staff_no, ==, worked[i].staff_no);
      assert_load (&convert->lines[i].load, &worked[i].load);
    }
  g_assert_cmpint (convert->totals.teaching_x100, ==, 38400);
  g_assert_cmpint (convert->totals.quota_x100, ==, 126666);
  g_assert_cmpint (convert->totals.over_pay_fen, ==, 530460);
}

/* RULE wrk-4: people without full-time teaching or a record have no quota and are not listed. */
static void
test_other_year (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzConvert) convert = NULL;

  fill (fixture);
  convert = sz_convert_year (fixture->office, 2024, NULL, NULL);
  g_assert_cmpuint (convert->n_lines, ==, 2);
  g_assert_cmpstr (convert->lines[0].staff_no, ==, "T1");
  g_assert_cmpint (convert->lines[0].load.teaching_x100, ==, 79920);
  g_assert_cmpstr (convert->lines[1].staff_no, ==, "T5");
}

/* RULE num-7, wrk-4: a parameter of the college, and above it the person's own row. */
static void
test_parameters (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzConvert) convert = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_assert_true (
      sz_params_set (fixture->office, "load.quota_year", "360", 20250101, "校发1号", &error));
  g_assert_no_error (error);
  fixture_import_text (fixture, "quotas", "年度,工号,额定课时\n2025,T5,80\n");
  convert = sz_convert_year (fixture->office, 2025, NULL, NULL);
  g_assert_cmpint (convert->lines[0].load.quota_x100, ==, 36000);
  g_assert_cmpint (convert->lines[0].load.over_x100, ==, 11578);
  g_assert_cmpint (convert->lines[1].load.quota_x100, ==, 18000);
  g_assert_cmpint (convert->lines[4].load.quota_x100, ==, 8000);
  g_assert_cmpint (convert->lines[4].load.training_credit_x100, ==, 4000);
}

static void
test_view (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  SzWorkloadFilter year = { .year = 2025 };
  SzWorkloadFilter office = { .year = 2025, .department = "办公室" };
  g_autoptr (SzWorkloadView) all = NULL;
  g_autoptr (SzWorkloadView) some = NULL;

  fixture_import_text (fixture, "departments", "部门,序号\n机械系,1\n信息系,2\n办公室,3\n");
  fill (fixture);
  all = sz_view_workload_open (fixture->office, &year, NULL, NULL);
  g_assert_cmpuint (all->n_teaching, ==, 5);
  g_assert_cmpuint (all->n_training, ==, 5);
  g_assert_cmpstr (all->teaching[0].staff_no, ==, "T1");
  g_assert_cmpint (all->teaching[0].terms.size_x1e4, ==, 11000);
  g_assert_cmpint (all->teaching[0].standard_x100, ==, 7920);
  g_assert_cmpint (all->teaching[1].terms.repeat_x1e4, ==, 9000);
  g_assert_cmpstr (all->teaching[4].staff_no, ==, "T3");
  g_assert_cmpint (all->teaching[4].terms.new_x1e4, ==, 12000);
  g_assert_cmpint (all->training[0].raw_x100, ==, 6912);
  g_assert_cmpint (all->training[1].raw_x100, ==, 4680);
  g_assert_cmpint (all->training[2].raw_x100, ==, 2880);
  g_assert_cmpstr (all->training[3].staff_no, ==, "T5");

  some = sz_view_workload_open (fixture->office, &office, NULL, NULL);
  g_assert_cmpuint (some->n_teaching, ==, 1);
  g_assert_cmpuint (some->n_training, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/wrk-5/handbook-w3", test_worked);
  g_test_add_func ("/office/wrk-4/other-year", test_other_year);
  g_test_add_func ("/office/wrk-4/parameters", test_parameters);
  g_test_add_func ("/office/wrk-1/view", test_view);
  return g_test_run ();
}
