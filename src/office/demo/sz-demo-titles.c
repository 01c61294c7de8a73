/* sz-demo-titles.c — five years of grades, hours, certificates and achievements of the demo
 * college, and the whole plan of its posts (RULE pst-3, asm-1, ttl-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-demo-private.h"
#include "sz-store-facts.h"
#include "sz-store-posts.h"
#include "sz-store-workload.h"

/* The years before the one that is filled. */
#define YEARS 5
#define MONTHS_A_YEAR 12

static gboolean
is_there (const SzDemoPerson *person, int year)
{
  const SzDate last = sz_date_make (year, 12, 31);

  return person->from <= last && (person->to == SZ_DATE_NONE || person->to > last);
}

static SzGrade
pick_grade (SzDemo *demo)
{
  const guint dice = sz_demo_pick (demo, 1000);

  if (dice < 170)
    return SZ_GRADE_EXCELLENT;
  return dice < 985 ? SZ_GRADE_QUALIFIED : dice < 995 ? SZ_GRADE_BASIC : SZ_GRADE_UNDETERMINED;
}

static gboolean
add_grade (SzDemo *demo, const SzDemoPerson *person, int year, GError **error)
{
  SzAssessmentRow row = { .person_id = person->id, .year = year, .grade = pick_grade (demo) };

  return sz_store_assessment_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

static gboolean
add_teaching_year (SzDemo *demo, const SzDemoPerson *person, int year, GError **error)
{
  SzYearlyHoursRow hours = { .person_id = person->id, .year = year };
  SzFurtherRow further = { .person_id = person->id, .year = year };

  hours.hours_x100 = (300 + (gint64)sz_demo_pick (demo, 160)) * 100;
  further.common_x100 = 3000;
  further.professional_x100 = sz_demo_chance (demo, 94) ? 6000 : 3600;
  return sz_store_yearly_hours_put (demo->act, &hours, SZ_PUT_INSERT, NULL, error)
         && sz_store_further_put (demo->act, &further, SZ_PUT_INSERT, NULL, error);
}

static gboolean
add_advising (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  const int years = 1 + (int)sz_demo_pick (demo, 4);

  for (int i = 1; i <= years; i++)
    {
      const int year = demo->request->year - i;
      SzRoleRow row = { .person_id = person->id,
                        .year = year,
                        .role = (char *)"班主任",
                        .from = sz_date_make (year, 1, 1),
                        .to = sz_date_make (year, 12, 31) };

      if (is_there (person, year)
          && !sz_store_role_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_certificates (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  static const char *const levels[] = { "L3", "L4", "L4", "L5" };
  SzCertificateRow teacher = { .person_id = person->id,
                               .class = SZ_CERTIFICATE_TEACHER,
                               .name = (char *)"高等学校教师资格",
                               .level = (char *)"",
                               .from = sz_date_add_months (person->from, MONTHS_A_YEAR) };
  SzCertificateRow skill
      = { .person_id = person->id,
          .class = SZ_CERTIFICATE_SKILL,
          .name = (char *)"电工",
          .level = (char *)levels[sz_demo_pick (demo, G_N_ELEMENTS (levels))],
          .from = sz_date_make (demo->request->year - 2 - (int)sz_demo_pick (demo, 6), 6, 20) };

  if (sz_demo_chance (demo, 95)
      && !sz_store_certificate_put (demo->act, &teacher, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  return !sz_demo_chance (demo, 70)
         || sz_store_certificate_put (demo->act, &skill, SZ_PUT_INSERT, NULL, error);
}

static gboolean
add_practice (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  const int year = demo->request->year - 1 - (int)sz_demo_pick (demo, 3);
  SzPracticeRow row = { .person_id = person->id,
                        .company = (char *)"合作企业有限公司",
                        .from = sz_date_make (year, 2, 1),
                        .to = sz_date_make (year, 8, 31),
                        .days = 150 + (int)sz_demo_pick (demo, 60) };

  return sz_store_practice_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

static gboolean
add_achievements (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  static const struct
  {
    SzAchievementKind kind;
    const char *name;
    SzAchievementLevel level;
    SzPrize prize;
  } works[] = {
    { SZ_ACHIEVEMENT_PAPER, "一体化课程教学改革研究", SZ_LEVEL_PROVINCE, SZ_PRIZE_NONE },
    { SZ_ACHIEVEMENT_PAPER, "工学结合人才培养模式探索", SZ_LEVEL_PROVINCE, SZ_PRIZE_NONE },
    { SZ_ACHIEVEMENT_TEXTBOOK, "电工基础（活页式教材）", SZ_LEVEL_PROVINCE, SZ_PRIZE_NONE },
    { SZ_ACHIEVEMENT_PROJECT, "技工教育教学研究课题", SZ_LEVEL_PROVINCE, SZ_PRIZE_NONE },
    { SZ_ACHIEVEMENT_TEACHING, "教学成果奖", SZ_LEVEL_PROVINCE, SZ_PRIZE_SECOND },
    { SZ_ACHIEVEMENT_COACHING, "职业技能大赛指导", SZ_LEVEL_PROVINCE, SZ_PRIZE_FIRST },
    { SZ_ACHIEVEMENT_CONTEST, "教学能力比赛", SZ_LEVEL_CITY, SZ_PRIZE_SECOND },
    { SZ_ACHIEVEMENT_HONOUR, "优秀教师", SZ_LEVEL_CITY, SZ_PRIZE_NONE },
  };
  const guint n = sz_demo_pick (demo, 6);
  const guint first = sz_demo_pick (demo, G_N_ELEMENTS (works));

  for (guint i = 0; i < n; i++)
    {
      const guint work = (first + i) % G_N_ELEMENTS (works);
      g_autofree char *page = g_strdup_printf ("%u", 31 + i * 4);
      SzAchievementRow row
          = { .person_id = person->id,
              .kind = works[work].kind,
              .name = (char *)works[work].name,
              .date = sz_date_make (demo->request->year - 1 - (int)sz_demo_pick (demo, YEARS),
                                    1 + (int)sz_demo_pick (demo, 12), 15),
              .level = works[work].level,
              .prize = works[work].prize,
              .rank = 1 + (int)sz_demo_pick (demo, 3),
              .page = page };

      if (!sz_store_achievement_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* One of three hundred is under discipline; one of two hundred managers teaches beside. */
static gboolean
add_rare (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  const int year = demo->request->year;
  SzDisciplineRow discipline = { .person_id = person->id,
                                 .kind = SZ_DISCIPLINE_WARNING,
                                 .from = sz_date_make (year, 3, 10),
                                 .document = (char *)"院纪〔示例〕2号" };
  SzDualPostRow dual = { .person_id = person->id,
                         .from = sz_date_make (year - 2, 1, 1),
                         .post = SZ_POST_PROFESSIONAL * 100 + 9,
                         .approval = (char *)"示例双肩挑批文号" };

  if (sz_demo_pick (demo, 300) == 0 && person->from < discipline.from
      && !sz_store_discipline_put (demo->act, &discipline, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  return sz_post_category (person->post) != SZ_POST_MANAGEMENT || person->from >= dual.from
         || sz_demo_pick (demo, 12) != 0
         || sz_store_dual_post_put (demo->act, &dual, SZ_PUT_INSERT, NULL, error);
}

gboolean
sz_demo_add_titles_person (SzDemo *demo, const SzDemoPerson *person, GError **error)
{
  const int year = demo->request->year;

  for (int i = YEARS; i > 0; i--)
    {
      if (!is_there (person, year - i))
        continue;
      if (!add_grade (demo, person, year - i, error)
          || (person->full_time && !add_teaching_year (demo, person, year - i, error)))
        return FALSE;
    }
  if (!add_rare (demo, person, error))
    return FALSE;
  if (!person->full_time)
    return TRUE;
  return (!sz_demo_chance (demo, 60) || add_advising (demo, person, error))
         && add_certificates (demo, person, error)
         && (!sz_demo_chance (demo, 70) || add_practice (demo, person, error))
         && (sz_post_level (person->post) > 10 || add_achievements (demo, person, error));
}

/* Management and workers beside the professional posts that the college of the year has. */
gboolean
sz_demo_add_titles (SzDemo *demo, GError **error)
{
  static const struct
  {
    SzPost post;
    guint per_mille;
  } plan[] = {
    { SZ_POST_MANAGEMENT * 100 + 5, 30 }, { SZ_POST_MANAGEMENT * 100 + 6, 30 },
    { SZ_POST_MANAGEMENT * 100 + 7, 30 }, { SZ_POST_MANAGEMENT * 100 + 8, 30 },
    { SZ_POST_MANAGEMENT * 100 + 9, 30 }, { SZ_POST_WORKER * 100 + 2, 3 },
    { SZ_POST_WORKER * 100 + 3, 17 },     { SZ_POST_WORKER * 100 + 4, 25 },
    { SZ_POST_WORKER * 100 + 5, 30 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (plan); i++)
    {
      SzPostPlanRow row = { .post = plan[i].post,
                            .from = sz_date_make (demo->request->year - 2, 1, 1),
                            .approved = (gint64)demo->request->people * plan[i].per_mille / 1000,
                            .source = (char *)"示例核准文号" };

      if (!sz_store_post_plan_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}
