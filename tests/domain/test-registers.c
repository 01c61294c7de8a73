/* test-registers.c — what the registers of coverage say on a day (tgt-2, tgt-5 … tgt-10, tgt-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-contest.h"
#include "sz-graduate.h"
#include "sz-major.h"
#include "sz-rotation.h"
#include "sz-skill.h"
#include "sz-trainee.h"
#include "sz-uscc.h"

#define SHARE 8000

static void
test_uscc (void)
{
  g_assert_true (sz_uscc_is_valid ("91350100M000100Y43"));
  g_assert_true (sz_uscc_is_valid ("91512081MA62K0260E"));
  g_assert_false (sz_uscc_is_valid ("91350100M000100Y44"));
  g_assert_false (sz_uscc_is_valid ("91350100M000100Y4"));
  g_assert_false (sz_uscc_is_valid ("91350100M000100YI3"));
  g_assert_false (sz_uscc_is_valid (""));
}

static void
test_completed (void)
{
  static const struct
  {
    int finished;
    gint64 due;
    gint64 done;
    gboolean completed;
    gboolean unclear;
    gboolean too_short;
  } cases[] = {
    { SZ_ANSWER_EMPTY, 4000, 3200, TRUE, FALSE, FALSE },
    { SZ_ANSWER_EMPTY, 4000, 3150, FALSE, FALSE, FALSE },
    { SZ_ANSWER_EMPTY, 4800, 3840, TRUE, FALSE, FALSE },
    { SZ_ANSWER_EMPTY, 12000, 9600, TRUE, FALSE, FALSE },
    { SZ_ANSWER_YES, 4000, 3150, TRUE, FALSE, TRUE },
    { SZ_ANSWER_YES, 4000, SZ_HOURS_NONE, TRUE, FALSE, FALSE },
    { SZ_ANSWER_NO, 4000, 4000, FALSE, FALSE, FALSE },
    { SZ_ANSWER_EMPTY, 4000, SZ_HOURS_NONE, FALSE, TRUE, FALSE },
    { SZ_ANSWER_EMPTY, SZ_HOURS_NONE, 4000, FALSE, TRUE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzTrainee trainee = { .to = 20250601,
                            .due_hours_x100 = cases[i].due,
                            .done_hours_x100 = cases[i].done,
                            .finished = cases[i].finished };

      g_assert_cmpint (sz_trainee_completed (&trainee, SHARE), ==, cases[i].completed);
      g_assert_cmpint (sz_trainee_is_unclear (&trainee, 20250601), ==, cases[i].unclear);
      g_assert_false (sz_trainee_is_unclear (&trainee, 20250531));
      g_assert_cmpint (sz_trainee_is_short (&trainee, SHARE), ==, cases[i].too_short);
      trainee.cancelled = TRUE;
      g_assert_false (sz_trainee_is_unclear (&trainee, 20250601));
    }
}

#define TRAINEE(p, c, s, f, t, id, yes, off)                                                       \
  {                                                                                                \
    .project = (char *)(p), .category = (char *)(c), .session = (char *)(s), .from = (f),          \
    .to = (t), .id_number = (char *)(id), .due_hours_x100 = 4000,                                  \
    .done_hours_x100 = SZ_HOURS_NONE, .finished = (yes) ? SZ_ANSWER_YES : SZ_ANSWER_NO,            \
    .cancelled = (off)                                                                             \
  }

static const SzTrainee trainees[] = {
  TRAINEE ("P1", "金蓝领", "1", 20250301, 20250310, "A", TRUE, FALSE),
  TRAINEE ("P1", "金蓝领", "1", 20250301, 20250310, "B", TRUE, FALSE),
  TRAINEE ("P1", "金蓝领", "1", 20250301, 20250310, "C", FALSE, FALSE),
  TRAINEE ("P1", "金蓝领", "2", 20250310, 20250320, "A", TRUE, FALSE),
  TRAINEE ("P2", "企业", "1", 20250311, 20250312, "B", TRUE, FALSE),
  TRAINEE ("P2", "企业", "2", 20250401, 20250405, "A", TRUE, TRUE),
  TRAINEE ("P3", "企业", "1", 20251220, 20260110, "A", TRUE, FALSE), /* next year's */
  TRAINEE ("P4", "企业", "1", 20241220, 20250110, "D", TRUE, FALSE), /* this year's */
  TRAINEE ("P5", "企业", "1", 20251201, 20251231, "D", TRUE, FALSE),
};

static void
list_trainees (const SzTrainee **list)
{
  for (gsize i = 0; i < G_N_ELEMENTS (trainees); i++)
    list[i] = &trainees[i];
}

static void
test_training (void)
{
  const SzTrainee *list[G_N_ELEMENTS (trainees)];
  g_autoptr (SzTrainingYear) autumn = NULL;
  g_autoptr (SzTrainingYear) december = NULL;
  g_autoptr (SzTrainingYear) nothing = NULL;
  const SzTrainingCategory *category;

  list_trainees (list);
  autumn = sz_training_year_new (list, G_N_ELEMENTS (list), SHARE, 2025, 20251015);
  g_assert_cmpuint (autumn->registered, ==, 7);
  g_assert_cmpuint (autumn->classes, ==, 4);
  g_assert_cmpuint (autumn->cancelled, ==, 1);
  g_assert_cmpuint (autumn->person_times, ==, 5);
  g_assert_cmpuint (autumn->people, ==, 3);
  g_assert_cmpuint (autumn->not_completed, ==, 1);
  g_assert_cmpint (autumn->person_hours_x100, ==, 5 * 4000);
  g_assert_cmpuint (autumn->categories->len, ==, 2);
  category = &g_array_index (autumn->categories, SzTrainingCategory, 1);
  g_assert_cmpstr (category->category, ==, "金蓝领");
  g_assert_cmpuint (category->classes, ==, 2);
  g_assert_cmpuint (category->person_times, ==, 3);
  g_assert_cmpuint (category->people, ==, 2);
  december = sz_training_year_new (list, G_N_ELEMENTS (list), SHARE, 2025, 20251231);
  g_assert_cmpuint (december->person_times, ==, 6);
  nothing = sz_training_year_new (list, G_N_ELEMENTS (list), SHARE, 2023, 20231231);
  g_assert_false (nothing->any);
}

static void
test_overlap (void)
{
  const SzTrainee *list[G_N_ELEMENTS (trainees)];
  g_autoptr (GArray) classes = NULL;
  g_autoptr (GArray) overlaps = NULL;
  const SzClassOverlap *overlap;

  list_trainees (list);
  classes = sz_training_classes (list, G_N_ELEMENTS (list), SHARE);
  overlaps = sz_training_overlaps (list, G_N_ELEMENTS (list), SHARE, classes);
  /* 10 March is shared by A alone; B's classes do not meet; D's end in one year but apart. */
  g_assert_cmpuint (overlaps->len, ==, 1);
  overlap = &g_array_index (overlaps, SzClassOverlap, 0);
  g_assert_cmpstr (overlap->one->session, ==, "1");
  g_assert_cmpstr (overlap->other->session, ==, "2");
  g_assert_cmpuint (overlap->people, ==, 1);
}

static void
test_conflicts (void)
{
  SzTrainee one = trainees[0];
  SzTrainee other = trainees[1];

  g_assert_null (sz_trainee_differs (&one, &other));
  other.cancelled = TRUE;
  g_assert_cmpstr (sz_trainee_differs (&one, &other), ==, "班次状态");
  other.due_hours_x100 = 4050;
  g_assert_cmpstr (sz_trainee_differs (&one, &other), ==, "应完成学时");
  other.to = 20250311;
  g_assert_cmpstr (sz_trainee_differs (&one, &other), ==, "结班日期");
  other.from = 20250302;
  g_assert_cmpstr (sz_trainee_differs (&one, &other), ==, "开班日期");
  other.category = (char *)"企业";
  g_assert_cmpstr (sz_trainee_differs (&one, &other), ==, "项目类别");
}

#define MAJOR(c, no, f, t)                                                                         \
  {                                                                                                \
    .code = (char *)(c), .name = (char *)(c), .agreement = (char *)(no), .agreement_from = (f),    \
    .agreement_to = (t)                                                                            \
  }

static void
test_majors (void)
{
  SzMajor rows[] = {
    MAJOR ("01", "X1", 20230101, 20251015), MAJOR ("01", "X2", 20251016, 20281015),
    MAJOR ("02", "X3", 20230101, 20251130), MAJOR ("03", "", 0, 0),
    MAJOR ("04", "X4", 20230101, 20251130), MAJOR ("05", "X5", 20230101, 20291130),
  };
  const SzMajor *majors[G_N_ELEMENTS (rows)];
  g_autoptr (GArray) days = NULL;
  g_autoptr (GArray) due = NULL;
  const SzMajorDay *major;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    majors[i] = &rows[i];
  rows[3].partner = (char *)"某公司"; /* a company without an agreement does not count */
  rows[4].stopped = 20250901;
  rows[5].opened = 20260901;
  days = sz_majors_on (majors, G_N_ELEMENTS (rows), SZ_CRITERION_ALL, 20251015);
  g_assert_cmpuint (days->len, ==, 3);
  major = &g_array_index (days, SzMajorDay, 0);
  g_assert_true (major->joint);
  g_assert_cmpuint (major->agreements, ==, 1);
  g_assert_cmpint (major->agreement_until, ==, 20251015);
  g_assert_false (g_array_index (days, SzMajorDay, 2).joint);
  due = sz_majors_expiring (majors, G_N_ELEMENTS (rows), 20251015, 20260113);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpstr (g_array_index (due, SzMajorDay, 0).code, ==, "02");
}

static void
test_integrated (void)
{
  SzMajor major = {
    .courses = TRUE, .teachers = TRUE, .sites = TRUE, .practice = TRUE, .integrated_on = 20250601
  };

  g_assert_true (sz_major_is_integrated (&major, SZ_CRITERION_ALL, 20250601));
  g_assert_false (sz_major_is_integrated (&major, SZ_CRITERION_ALL, 20250531));
  g_assert_false (sz_major_criteria_unmet (&major, SZ_CRITERION_ALL));
  major.sites = FALSE;
  g_assert_false (sz_major_is_integrated (&major, SZ_CRITERION_ALL, 20250601));
  g_assert_true (sz_major_criteria_unmet (&major, SZ_CRITERION_ALL));
  g_assert_true (sz_major_is_integrated (&major, SZ_CRITERION_COURSES, 20250601));
  g_assert_cmpuint (sz_criterion_find ("场地达标"), ==, SZ_CRITERION_SITES);
  g_assert_cmpuint (sz_criterion_find ("别的"), ==, 0);
}

static void
test_graduates (void)
{
  SzGraduate rows[] = {
    { 2025, (char *)"3", NULL, NULL, NULL, SZ_GRADUATE_SIGNED, 20251016, NULL, NULL, (char *)"x" },
    { 2025, (char *)"1", NULL, NULL, NULL, SZ_GRADUATE_WAITING, 0, NULL, NULL, NULL },
    { 2025, (char *)"2", NULL, NULL, NULL, SZ_GRADUATE_ARMY, 0, NULL, NULL, (char *)"" },
    { 2024, (char *)"9", NULL, NULL, NULL, SZ_GRADUATE_ARMY, 0, NULL, NULL, NULL },
  };
  const SzGraduate *list[] = { &rows[0], &rows[1], &rows[2], &rows[3] };
  const guint placed = 1u << SZ_GRADUATE_SIGNED | 1u << SZ_GRADUATE_ARMY;
  g_autoptr (SzGraduateYear) year = sz_graduate_year_new (list, 4, placed, 2025, 20251015);
  g_autoptr (SzGraduateYear) later = sz_graduate_year_new (list, 4, placed, 2025, 20251016);

  g_assert_cmpuint (year->graduates, ==, 3);
  g_assert_cmpuint (year->placed, ==, 1);
  g_assert_cmpuint (year->without_evidence, ==, 1);
  g_assert_cmpuint (year->missing->len, ==, 2);
  g_assert_cmpstr (((SzGraduate *)g_ptr_array_index (year->missing, 0))->student_no, ==, "1");
  g_assert_cmpuint (later->placed, ==, 2);
}

static void
test_skill_results (void)
{
  static const struct
  {
    gint64 theory;
    gint64 practice;
    const char *outcome;
    gboolean took_part;
    gboolean passed;
    gboolean differs;
  } cases[] = {
    { 6000, 6000, "", TRUE, TRUE, FALSE },       { 5950, 9000, "", TRUE, FALSE, FALSE },
    { 5950, 9000, "pass", TRUE, FALSE, TRUE },   { 7000, -1, "", TRUE, FALSE, FALSE },
    { 7000, -1, "pass", TRUE, TRUE, FALSE },     { -1, -1, "pass", TRUE, TRUE, FALSE },
    { -1, -1, "fail", TRUE, FALSE, FALSE },      { -1, -1, "absent", FALSE, FALSE, FALSE },
    { -1, -1, "", FALSE, FALSE, FALSE },         { 6000, 6000, "fail", TRUE, TRUE, TRUE },
    { 6000, 6000, "absent", FALSE, TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzSkillResult result = { .theory_x100 = cases[i].theory,
                               .practice_x100 = cases[i].practice,
                               .outcome = (char *)cases[i].outcome,
                               .examined = 20251015 };

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (sz_skill_took_part (&result, 20251015), ==, cases[i].took_part);
      g_assert_false (sz_skill_took_part (&result, 20251014));
      g_assert_cmpint (sz_skill_passed (&result, 6000), ==, cases[i].passed);
      g_assert_cmpint (sz_skill_result_differs (&result, 6000), ==, cases[i].differs);
    }
}

static void
test_skill (void)
{
  SzSkillDue due[] = {
    { 2025, (char *)"B", (char *)"1", NULL, NULL, (char *)"M", NULL, (char *)"O", (char *)"L", NULL,
      NULL, NULL },
    { 2025, (char *)"B", (char *)"2", NULL, NULL, (char *)"M", NULL, (char *)"O", (char *)"L",
      (char *)"休学", (char *)"文号", NULL },
    { 2025, (char *)"B", (char *)"3", NULL, NULL, (char *)"A", NULL, (char *)"O", (char *)"L",
      (char *)"休学", (char *)"", (char *)"病假" },
    { 2025, (char *)"B", (char *)"4", NULL, NULL, (char *)"M", NULL, (char *)"O", (char *)"L", NULL,
      NULL, NULL },
  };
  SzSkillResult results[] = {
    { 2025, (char *)"B", (char *)"1", NULL, (char *)"O", (char *)"L", 7000, 7000, (char *)"", NULL,
      0 },
    { 2025, (char *)"B", (char *)"2", NULL, (char *)"O", (char *)"L", 7000, 7000, (char *)"", NULL,
      0 },
    { 2025, (char *)"B", (char *)"8", NULL, (char *)"O", (char *)"L", 7000, 7000, (char *)"", NULL,
      0 },
  };
  g_autoptr (GPtrArray) due_list = g_ptr_array_new ();
  g_autoptr (GPtrArray) result_list = g_ptr_array_new ();
  g_autoptr (SzSkillYear) year = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (due); i++)
    g_ptr_array_add (due_list, &due[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    g_ptr_array_add (result_list, &results[i]);
  year = sz_skill_year_new (due_list, result_list, 6000, 2025, 20251015);
  g_assert_cmpuint (year->due, ==, 3);
  g_assert_cmpuint (year->exempt, ==, 1);
  g_assert_cmpuint (year->exempt_unapproved, ==, 1);
  g_assert_cmpuint (year->taken, ==, 1);
  g_assert_cmpuint (year->passed, ==, 1);
  g_assert_cmpuint (year->not_due, ==, 1);
  g_assert_cmpuint (year->missing_reason, ==, 1);
  g_assert_cmpstr (g_array_index (year->items, SzSkillItem, 0).due->student_no, ==, "3");
}

static void
test_rotation (void)
{
  static const SzRotationRules rules = { 36, 0 };
  static const SzRotationRules long_hours = { 36, 8000 };
  static const struct
  {
    SzDate ended;
    gboolean finished;
    SzDate day;
    gboolean covered;
    SzDate lapses;
  } cases[] = {
    { 20221015, TRUE, 20251015, FALSE, 20251015 },  { 20221015, TRUE, 20251014, TRUE, 20251015 },
    { 20221016, TRUE, 20251015, TRUE, 20251016 },   { 20240229, TRUE, 20251015, TRUE, 20270228 },
    { 20240229, FALSE, 20251015, FALSE, 20260501 }, { 20251016, TRUE, 20251015, FALSE, 20260501 },
  };
  SzRosterEntry entry = { SZ_ROTATION_TEACHER, 20230501, 0, NULL };
  SzRosterEntry again = { SZ_ROTATION_MANAGER, 20240101, 20250601, NULL };
  SzRotationState state;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzRotationCourse course
          = { .to = cases[i].ended, .finished = cases[i].finished, .hours_x100 = 4000 };
      g_autoptr (GPtrArray) entries = g_ptr_array_new ();
      g_autoptr (GPtrArray) courses = g_ptr_array_new ();

      g_ptr_array_add (entries, &entry);
      g_ptr_array_add (entries, &again);
      g_ptr_array_add (courses, &course);
      sz_rotation_judge (&rules, entries, courses, cases[i].day, &state);
      g_assert_true (state.on_roster);
      g_assert_cmpuint (state.kinds, ==, 1u << SZ_ROTATION_TEACHER);
      g_assert_cmpint (state.covered, ==, cases[i].covered);
      g_assert_cmpint (state.lapses, ==, cases[i].lapses);
      sz_rotation_judge (&long_hours, entries, courses, cases[i].day, &state);
      g_assert_false (state.covered);
      sz_rotation_judge (&rules, entries, courses, 20230430, &state);
      g_assert_false (state.on_roster);
    }
}

static void
test_contests (void)
{
  SzContest rows[] = {
    { (char *)"A", SZ_CONTEST_PROVINCE, NULL, 20250501, TRUE, NULL, (char *)"contestant", NULL,
      (char *)"一等奖", NULL },
    { (char *)"A", SZ_CONTEST_PROVINCE, NULL, 20250501, TRUE, NULL, (char *)"coach", NULL,
      (char *)"优秀教练", NULL },
    { (char *)"B", SZ_CONTEST_CITY, NULL, 20250601, TRUE, NULL, (char *)"contestant", NULL,
      (char *)"一等奖", NULL },
    { (char *)"C", SZ_CONTEST_NATIONAL, NULL, 20251101, TRUE, NULL, (char *)"contestant", NULL,
      (char *)"", NULL },
  };
  const SzContest *list[] = { &rows[0], &rows[1], &rows[2], &rows[3] };
  SzContestYear year;

  sz_contests_count (list, 4, 1u << SZ_CONTEST_NATIONAL | 1u << SZ_CONTEST_PROVINCE, 2025, 20251015,
                     &year);
  g_assert_cmpuint (year.rows, ==, 3);
  g_assert_cmpuint (year.hosted, ==, 1);
  g_assert_cmpuint (year.won, ==, 1);
  sz_contests_count (list, 4, 1u << SZ_CONTEST_NATIONAL | 1u << SZ_CONTEST_PROVINCE, 2025, 20251231,
                     &year);
  g_assert_cmpuint (year.hosted, ==, 2);
  g_assert_cmpuint (year.won, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tgt-12/uscc", test_uscc);
  g_test_add_func ("/tgt-5/completed", test_completed);
  g_test_add_func ("/tgt-5/year", test_training);
  g_test_add_func ("/tgt-5/overlap", test_overlap);
  g_test_add_func ("/tgt-5/conflicts", test_conflicts);
  g_test_add_func ("/tgt-6/joint", test_majors);
  g_test_add_func ("/tgt-6/integrated", test_integrated);
  g_test_add_func ("/tgt-7/graduates", test_graduates);
  g_test_add_func ("/tgt-8/results", test_skill_results);
  g_test_add_func ("/tgt-2/tgt-8/coverage", test_skill);
  g_test_add_func ("/tgt-9/rotation", test_rotation);
  g_test_add_func ("/tgt-10/contests", test_contests);
  return g_test_run ();
}
