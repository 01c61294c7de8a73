/* sz-demo-year.c — what the people of the demo college did in the year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-demo-private.h"
#include "sz-store-parttime.h"
#include "sz-store-people.h"
#include "sz-store-posts.h"
#include "sz-store-workload.h"

static const char *const courses[]
    = { "机械制图", "电工基础", "数控编程", "汽车构造", "电子商务", "网络技术", "数学", "语文" };

typedef struct
{
  const char *code;
  const char *name;
  const char *category;
} Project;

static const Project projects[] = {
  { "PX01", "金蓝领培训", "金蓝领" },         { "PX02", "企业新型学徒制培训", "新型学徒制" },
  { "PX03", "在职职工培训", "企业在职职工" }, { "PX04", "农村转移就业培训", "农村转移就业" },
  { "PX05", "退役士兵培训", "退役士兵" },     { "PX06", "创业培训", "创业培训" },
};

static gboolean
add_teaching (SzDemo *demo, const SzDemoPerson *person, int ordinal, GError **error)
{
  int year = demo->request->year;
  g_autofree char *class_name
      = g_strdup_printf ("%02d级%u班", (year - (int)sz_demo_pick (demo, 3)) % 100,
                         1 + sz_demo_pick (demo, 12));
  SzTeachingRow row = {
    .person_id = person->id,
    .year = year,
    .term = (char *)(sz_demo_chance (demo, 50) ? "春季" : "秋季"),
    .course = (char *)courses[sz_demo_pick (demo, G_N_ELEMENTS (courses))],
    .class_name = class_name,
    .course_type = (SzCourseType)sz_demo_pick (demo, SZ_N_COURSE_TYPES),
    .ordinal = ordinal,
    .students = 24 + (int)sz_demo_pick (demo, 45),
    .hours_x100 = (36 + (gint64)sz_demo_pick (demo, 10) * 10) * 100,
    .is_repeat = sz_demo_chance (demo, 20),
    .is_new = sz_demo_chance (demo, 10),
  };

  demo->report->teaching++;
  return sz_store_teaching_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

/* Dates of one person differ by construction, so that nobody teaches twice at once (RULE wrk-6). */
static gboolean
add_training (SzDemo *demo, const SzDemoPerson *person, int ordinal, GError **error)
{
  const Project *project = &projects[sz_demo_pick (demo, G_N_ELEMENTS (projects))];
  SzTrainingRow row = {
    .person_id = person->id,
    .date = sz_date_make (demo->request->year, 3 * ordinal + 1 + (int)sz_demo_pick (demo, 3),
                          1 + (int)sz_demo_pick (demo, 28)),
    .project_code = (char *)project->code,
    .project_name = (char *)project->name,
    .category = (char *)project->category,
    .session = (char *)"第1期",
    .period = (char *)(sz_demo_chance (demo, 50) ? "上午" : "下午"),
    .role
    = (SzTrainingRole)(sz_demo_chance (demo, 90) ? sz_demo_pick (demo, 2) : SZ_TRAINING_ADVISER),
    .course_type = (SzCourseType)sz_demo_pick (demo, SZ_N_COURSE_TYPES),
    .students = 20 + (int)sz_demo_pick (demo, 40),
    .hours_x100 = 400 * (1 + (gint64)sz_demo_pick (demo, 6)),
    .time_slot = (SzTimeSlot)sz_demo_pick (demo, SZ_N_TIME_SLOTS),
    .pay_mode
    = (SzPayMode)(sz_demo_chance (demo, 70) ? SZ_PAY_MODE_COUNT : 1 + sz_demo_pick (demo, 2)),
  };

  demo->report->training++;
  return sz_store_training_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

static gboolean
add_workload (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  int lessons = person->full_time ? 3 : sz_demo_chance (demo, 8) ? 1 : 0;
  int trainings
      = person->full_time && sz_demo_chance (demo, 30) ? 1 + (int)sz_demo_pick (demo, 4) : 0;

  for (int i = 0; i < lessons; i++)
    {
      if (!add_teaching (demo, person, i, error))
        return FALSE;
    }
  for (int i = 0; i < trainings; i++)
    {
      if (!add_training (demo, person, i, error))
        return FALSE;
    }
  return TRUE;
}

static SzGrade
pick_grade (SzDemo *demo)
{
  guint dice = sz_demo_pick (demo, 100);

  if (dice < 18)
    return SZ_GRADE_EXCELLENT;
  if (dice < 96)
    return SZ_GRADE_QUALIFIED;
  return dice < 98 ? SZ_GRADE_BASIC : dice < 99 ? SZ_GRADE_UNQUALIFIED : SZ_GRADE_UNDETERMINED;
}

static gboolean
add_role (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  int year = demo->request->year;
  SzRoleRow row = { .person_id = person->id, .year = year, .role = (char *)"班主任" };

  row.from = sz_date_make (year, sz_demo_chance (demo, 50) ? 1 : 9, 1);
  row.to = row.from == sz_date_make (year, 9, 1) ? SZ_DATE_NONE : sz_date_make (year, 7, 10);
  return sz_store_role_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

gboolean
sz_demo_add_year (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  int year = demo->request->year;
  SzAssessmentRow assessment
      = { .person_id = person->id, .year = year, .grade = pick_grade (demo) };
  SzAnnualPayRow pay = { .person_id = person->id, .year = year };
  SzFactorRow quality = { .person_id = person->id, .year = year, .item = (char *)"教学质量" };

  pay.amount_fen = 9000000 + (gint64)sz_demo_pick (demo, 12000000);
  quality.value_x1e4 = 9000 + (gint64)sz_demo_pick (demo, 21) * 100;
  if (!sz_store_assessment_put (demo->act, &assessment, SZ_PUT_INSERT, NULL, error)
      || !sz_store_annual_pay_put (demo->act, &pay, SZ_PUT_INSERT, NULL, error)
      || !sz_store_factor_put (demo->act, &quality, SZ_PUT_INSERT, NULL, error))
    return FALSE;

  /* The first person has a share in every pool, so that even a college of one can be computed. */
  if (person->index == 0 || sz_demo_chance (demo, 8))
    {
      SzAwardRow award = { .person_id = person->id, .year = year, .basis = (char *)"教学成果" };

      award.points_x100 = 500 + (gint64)sz_demo_pick (demo, 9) * 250;
      if (!sz_store_award_put (demo->act, &award, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  if (person->full_time && sz_demo_chance (demo, 12) && !add_role (demo, person, error))
    return FALSE;
  return add_workload (demo, person, error);
}

static gboolean
add_departments (SzDemo *demo, GError **error)
{
  for (guint i = 0; i < SZ_DEMO_DEPARTMENTS; i++)
    {
      SzDepartment row = { .name = (char *)sz_demo_department (i),
                           .position = (int)i + 1,
                           .has_coefficient = TRUE,
                           .function = (char *)sz_demo_function (sz_demo_department (i)) };

      row.coefficient_x1e4 = SZ_RATIO_ONE;
      if (!sz_store_department_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_incomes (SzDemo *demo, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (projects); i++)
    {
      SzTrainingIncome row
          = { .year = demo->request->year, .project_code = (char *)projects[i].code };

      row.income_fen = 50000000 + (gint64)sz_demo_pick (demo, 100) * 1000000;
      row.cost_fen = row.income_fen * 2 / 5;
      row.person_times = 200 + sz_demo_pick (demo, 1500);
      if (!sz_store_training_income_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_post_plan (SzDemo *demo, GError **error)
{
  for (int level = 2; level <= 13; level++)
    {
      SzPostPlanRow row = { .post = SZ_POST_PROFESSIONAL * 100 + level,
                            .from = sz_date_make (demo->request->year - 2, 1, 1),
                            .approved = MAX (1, (gint64)demo->request->people * level / 100),
                            .source = (char *)"示例核准文号" };

      if (!sz_store_post_plan_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* A tenth of the establishment: half of what the 20 % allow. */
static gboolean
add_contracts (SzDemo *demo, GError **error)
{
  guint n = MAX (1, demo->request->people / 10);
  int year = demo->request->year;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *agreement = g_strdup_printf ("JZ%d-%04u", year, i + 1);
      g_autofree char *name = sz_demo_make_name (demo);
      SzDate birth_date = sz_date_make (1965 + (int)sz_demo_pick (demo, 30),
                                        1 + (int)sz_demo_pick (demo, 12), 28);
      g_autofree char *id_number = sz_demo_make_id_number (i, birth_date, SZ_SEX_MALE);
      gboolean spring = sz_demo_chance (demo, 50);
      SzContractRow row = {
        .agreement_no = agreement,
        .name = name,
        .id_number = id_number,
        .employer = (char *)"某机床厂",
        .department = (char *)sz_demo_department (sz_demo_pick (demo, 6)),
        .course = (char *)courses[sz_demo_pick (demo, G_N_ELEMENTS (courses))],
        .from = sz_date_make (year, spring ? 3 : 9, 1),
        .to = spring ? sz_date_make (year, 7, 31) : sz_date_make (year + 1, 1, 31),
        .fte_x1e4 = sz_demo_chance (demo, 50) ? 10000 : 5000,
        .rate_fen = 12000,
      };

      if (!sz_store_contract_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
      demo->report->contracts++;
    }
  return TRUE;
}

gboolean
sz_demo_add_college (SzDemo *demo, GError **error)
{
  return add_departments (demo, error) && add_incomes (demo, error) && add_post_plan (demo, error)
         && add_contracts (demo, error);
}
