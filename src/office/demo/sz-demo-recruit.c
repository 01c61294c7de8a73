/* sz-demo-recruit.c — a plan of recruitment of the demo college in mid-course: a post in every
 * state, one of them filled
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "sz-calendar-book.h"
#include "sz-case-tables.h"
#include "sz-demo-recruit-private.h"
#include "sz-hire.h"
#include "sz-store-case.h"
#include "sz-store-exam.h"
#include "sz-store-parttime.h"
#include "sz-store-people.h"
#include "sz-store-recruit.h"

#define JUDGES 7
#define APPLICANTS 7
/* So many are better than the rest, in their order. */
#define BEST 3
#define PROBATION_MONTHS 3
/* 大学本科 */
#define EDUCATION "20"
/* Of the post that is being screened: full-time study must be known. */
#define IN_REVIEW_EDUCATION "全日制本科及以上"

static const struct
{
  const char *verb;
  const char *to;
  int month;
  int day;
} walk[SZ_DEMO_N_STAGES] = {
  [SZ_DEMO_DRAFT] = { "plan", "draft", 2, 20 },
  [SZ_DEMO_APPROVED] = { "approve", "approved", 3, 3 },
  [SZ_DEMO_ANNOUNCED] = { "announce", "announced", 3, 10 },
  [SZ_DEMO_SCREENING] = { "screen", "screening", 4, 10 },
  [SZ_DEMO_EXAM] = { "open-exam", "exam", 4, 20 },
  [SZ_DEMO_CHECK] = { "finish-exam", "check", 5, 20 },
  [SZ_DEMO_PUBLICITY] = { "publish", "publicity", 6, 3 },
  [SZ_DEMO_CLOSED] = { "close", "closed", 7, 1 },
};

SzDate
sz_demo_plan_day (const SzDemoRecruit *recruit, int month, int day)
{
  return sz_date_make (recruit->demo->request->year, month, day);
}

/* A notice of seven working days; a year without a calendar of ours takes nine days. */
static json_t *
make_notice (const SzDemoRecruit *recruit, SzDate from)
{
  SzDate to = sz_date_add_days (from, 8);
  g_autofree char *first = sz_date_format (from);
  g_autofree char *last = NULL;

  sz_calendar_end_of_notice (recruit->calendar, from, 7, &to, NULL);
  last = sz_date_format (to);
  return json_pack ("{s:s, s:i, s:s}", "from", first, "days", 7, "to", last);
}

/* (transfer full): what the step keeps; @proposed: ids of those whom publicity names. */
static char *
make_detail (const SzDemoRecruit *recruit,
             const SzPositionRow *row,
             SzDemoStage stage,
             SzDate day,
             const GArray *proposed)
{
  json_t *detail = json_object ();
  json_t *people = json_array ();
  char *dumped;
  char *text;

  if (stage == SZ_DEMO_ANNOUNCED || stage == SZ_DEMO_PUBLICITY)
    json_object_set_new (detail, "notice", make_notice (recruit, day));
  if (stage == SZ_DEMO_EXAM)
    {
      json_object_set_new (detail, "places", json_integer (row->places));
      json_object_set_new (detail, "qualified",
                           json_integer (row->way == SZ_WAY_OPEN ? APPLICANTS : row->places));
    }
  for (guint i = 0; stage == SZ_DEMO_PUBLICITY && i < proposed->len; i++)
    json_array_append_new (people, json_integer (g_array_index (proposed, gint64, i)));
  if (stage == SZ_DEMO_PUBLICITY)
    json_object_set (detail, "applicants", people);
  json_decref (people);
  dumped = json_dumps (detail, JSON_COMPACT);
  text = g_strdup (json_object_size (detail) > 0 ? dumped : "");
  free (dumped);
  json_decref (detail);
  return text;
}

gboolean
sz_demo_walk_post (SzDemoRecruit *recruit,
                   const SzPositionRow *row,
                   SzDemoStage last,
                   const GArray *proposed,
                   GError **error)
{
  g_autoptr (SzCaseFile) file = sz_store_case_load (sz_act_get_store (recruit->demo->act),
                                                    sz_case_recruit_post.kind, row->id, error);

  for (guint i = SZ_DEMO_DRAFT; file != NULL && i <= last; i++)
    {
      const SzDate day = sz_demo_plan_day (recruit, walk[i].month, walk[i].day);
      g_autofree char *detail = make_detail (recruit, row, (SzDemoStage)i, day, proposed);
      const SzCaseAsk ask = { .verb = walk[i].verb,
                              .subject = row->code,
                              .day = i > SZ_DEMO_DRAFT ? day : SZ_DATE_NONE,
                              .document = i == SZ_DEMO_APPROVED ? "示例人社函〔示例〕1号" : NULL };
      const SzCaseEntry entry = { .to = walk[i].to, .detail = *detail != '\0' ? detail : NULL };

      if (!sz_store_case_step (recruit->demo->act, file, &ask, &entry, error))
        return FALSE;
    }
  return file != NULL;
}

/* ---- people ---- */

static const char *
find_record (const SzPersonFile *file, SzRecordField field)
{
  for (guint i = 0; i < file->records->len; i++)
    if (g_array_index (file->records, SzRecord, i).field == field)
      return g_array_index (file->records, SzRecord, i).value;
  return "";
}

/* Somebody who came to the college after the notice of the year, into the establishment: whoever
 * filled the post that is closed. */
static gboolean
find_recruit_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  SzDemoRecruit *recruit = user_data;
  const SzService *first = &g_array_index (file->services, SzService, 0);
  const char *education = file->person.education;
  const gboolean graduate = *education == '1' || strcmp (education, EDUCATION) == 0;

  if (recruit->recruit_id == 0 && file->services->len == 1 && first->to == SZ_DATE_NONE
      && first->from >= sz_demo_plan_day (recruit, 7, 1)
      && first->from <= sz_demo_plan_day (recruit, 12, 31) && graduate
      && strcmp (find_record (file, SZ_RECORD_EMPLOYMENT), "established") == 0)
    recruit->recruit_id = file->person.id;
  return TRUE;
}

/* What a person must look at, what the rules refuse and what the office refused. */
static void
vary_applicant (SzApplicantRow *row, guint index)
{
  if (index == 3)
    {
      row->major = (char *)"机械工程";
      row->major_class = (char *)"装备制造类";
    }
  else if (index == 4)
    row->education = (char *)"30";
  else if (index == 5)
    row->full_time_study = (char *)"";
  else if (index == 6)
    {
      row->decision = (char *)"failed";
      row->decision_note = (char *)"未按时提交学历认证材料";
      row->first_reviewer = (char *)"王初审";
      row->second_reviewer = (char *)"李复审";
    }
}

/* @known (nullable): who is registered; else somebody made up. */
static gboolean
add_applicant (SzDemoRecruit *recruit,
               const SzPositionRow *post,
               guint index,
               const SzPerson *known,
               gint64 *id,
               GError **error)
{
  SzDemo *demo = recruit->demo;
  const SzSex sex = known != NULL               ? known->sex
                    : sz_demo_chance (demo, 50) ? SZ_SEX_MALE
                                                : SZ_SEX_FEMALE;
  const SzDate birth
      = sz_date_make (demo->request->year - 26 - (int)sz_demo_pick (demo, 10),
                      1 + (int)sz_demo_pick (demo, 12), 1 + (int)sz_demo_pick (demo, 28));
  g_autofree char *name = known != NULL ? g_strdup (known->name) : sz_demo_make_name (demo);
  g_autofree char *id_number
      = known != NULL
            ? g_strdup (known->id_number)
            : sz_demo_make_id_number (SZ_DEMO_RECRUIT_INDEX + recruit->n_people++, birth, sex);
  g_autofree char *ticket = g_strdup_printf ("%s-%03u", post->code, index + 1);
  SzApplicantRow row = { .plan = recruit->plan,
                         .id_number = id_number,
                         .post = post->code,
                         .ticket = ticket,
                         .name = name,
                         .sex = (char *)(sex == SZ_SEX_MALE ? "1" : "2"),
                         .education = (char *)(known != NULL ? known->education : EDUCATION),
                         .full_time_study = (char *)"1",
                         .school = (char *)"某理工大学",
                         .major = (char *)(index == 2 ? "机械电子工程" : "机械设计制造及其自动化"),
                         .major_class = (char *)"机械类",
                         .employer = (char *)"某机床厂",
                         .years_x100 = 300 };

  if (strcmp (post->education, IN_REVIEW_EDUCATION) == 0)
    vary_applicant (&row, index);
  if (!sz_store_applicant_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  *id = row.id;
  return TRUE;
}

static char *
make_marks (SzDemo *demo, guint base)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < JUDGES; i++)
    g_string_append_printf (text, "%s%u.%02u", i > 0 ? " " : "", base + sz_demo_pick (demo, 6),
                            sz_demo_pick (demo, 2) * 50);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The first three are the best, in their order. */
static gboolean
add_scores (SzDemo *demo, gint64 applicant, guint index, GError **error)
{
  const guint base = index < BEST ? 93 - 5 * index : 66 + sz_demo_pick (demo, 8);
  const guint paper = index < BEST ? 92 - 6 * index : 61 + sz_demo_pick (demo, 14);
  g_autofree char *marks = make_marks (demo, base);
  g_autofree char *draw_no = g_strdup_printf ("%u", (index * 3 + 2) % APPLICANTS + 1);
  SzScoreRow interview = { .applicant_id = applicant,
                           .component = (char *)"面试",
                           .draw_no = draw_no,
                           .marks = marks,
                           .score_x100 = -1 };
  SzScoreRow written = { .applicant_id = applicant,
                         .component = (char *)"笔试",
                         .score_x100 = (gint64)paper * 100 + (gint64)sz_demo_pick (demo, 2) * 50 };

  return sz_store_score_put (demo->act, &interview, SZ_PUT_INSERT, NULL, error)
         && sz_store_score_put (demo->act, &written, SZ_PUT_INSERT, NULL, error);
}

/* The interview of a post in its exam is half way through. */
static gboolean
add_exam (SzDemo *demo,
          const SzPositionRow *post,
          SzDemoStage stage,
          const GArray *people,
          GError **error)
{
  const guint examined = stage == SZ_DEMO_EXAM ? people->len / 2 : people->len;
  SzScoreLockRow lock = { .position_id = post->id, .component = (char *)"" };

  for (guint i = 0; i < examined; i++)
    if (!add_scores (demo, g_array_index (people, gint64, i), i, error))
      return FALSE;
  return stage == SZ_DEMO_EXAM
         || sz_store_score_lock_put (demo->act, &lock, SZ_PUT_INSERT, NULL, error);
}

/* Of a post that is still checked one result is not there; in publicity the first failed, and
 * another took the place; a post whose recruit never came is closed without. */
static gboolean
add_checks (SzDemoRecruit *recruit, SzDemoStage stage, const GArray *people, GError **error)
{
  const gboolean nobody = stage == SZ_DEMO_CLOSED && recruit->recruit == NULL;

  for (guint i = 0; i < people->len && i < (nobody ? people->len : BEST); i++)
    {
      const char *physical = stage == SZ_DEMO_CHECK && i == 1       ? ""
                             : stage == SZ_DEMO_PUBLICITY && i == 0 ? "failed"
                                                                    : "passed";
      SzCheckRow row
          = { .applicant_id = g_array_index (people, gint64, i),
              .physical = (char *)physical,
              .inspection = (char *)(stage == SZ_DEMO_CHECK && i % 3 == 0 ? "" : "passed"),
              .withdrawn = nobody,
              .day = sz_demo_plan_day (recruit, 5, 26) };

      if (!sz_store_check_put (recruit->demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* RULE rec-11: the contract of three years from the day of service, and the hire. */
static gboolean
add_hire (SzDemoRecruit *recruit, const SzPositionRow *post, gint64 applicant, GError **error)
{
  const SzPersonFile *file = recruit->recruit;
  const SzDate first = g_array_index (file->services, SzService, 0).from;
  const SzHireTerms terms
      = { .first = first, .years = 3, .probation_first = 12, .probation_other = PROBATION_MONTHS };
  const SzHireDates dates = sz_hire_dates (&terms);
  SzStaffContractRow contract = {
    .person_id = file->person.id, .from = first, .to = dates.to, .probation_to = dates.probation_to
  };
  SzHireRow hire = { .applicant_id = applicant,
                     .position_id = post->id,
                     .first_day = first,
                     .person_id = file->person.id };

  return sz_store_staff_contract_put (recruit->demo->act, &contract, SZ_PUT_INSERT, NULL, error)
         && sz_store_hire_put (recruit->demo->act, &hire, SZ_PUT_INSERT, NULL, error);
}

static gboolean
add_objections (SzDemoRecruit *recruit,
                const SzPositionRow *post,
                const GArray *proposed,
                GError **error)
{
  SzObjectionRow answered = { .position_id = post->id,
                              .applicant_id = g_array_index (proposed, gint64, 0),
                              .day = sz_demo_plan_day (recruit, 6, 5),
                              .text = (char *)"反映其工作经历不足两年",
                              .state = (char *)"dismissed",
                              .answer = (char *)"经查社保缴费记录，已满三年" };
  SzObjectionRow open = { .position_id = post->id,
                          .day = sz_demo_plan_day (recruit, 6, 6),
                          .text = (char *)"询问面试考官是否外请",
                          .state = (char *)"open",
                          .answer = (char *)"" };

  return sz_store_objection_put (recruit->demo->act, &answered, SZ_PUT_INSERT, NULL, error)
         && sz_store_objection_put (recruit->demo->act, &open, SZ_PUT_INSERT, NULL, error);
}

static gboolean
add_outcome (SzDemoRecruit *recruit,
             SzDemoStage stage,
             const SzPositionRow *row,
             const GArray *people,
             const GArray *proposed,
             GError **error)
{
  return (stage < SZ_DEMO_EXAM || add_exam (recruit->demo, row, stage, people, error))
         && (stage < SZ_DEMO_CHECK || add_checks (recruit, stage, people, error))
         && sz_demo_walk_post (recruit, row, stage, proposed, error)
         && (stage != SZ_DEMO_PUBLICITY || add_objections (recruit, row, proposed, error))
         && (stage != SZ_DEMO_CLOSED || proposed->len == 0
             || add_hire (recruit, row, g_array_index (proposed, gint64, 0), error));
}

/* In the exam and closed the posts are of the establishment: they reserve, or filled, its places.
 */
static gboolean
add_post (SzDemoRecruit *recruit, SzDemoStage stage, GError **error)
{
  SzDemo *demo = recruit->demo;
  const SzPersonFile *known = stage == SZ_DEMO_CLOSED ? recruit->recruit : NULL;
  const guint first = stage == SZ_DEMO_PUBLICITY ? 1 : 0;
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) proposed = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *code = g_strdup_printf ("A%02d", (int)stage + 1);
  SzPositionRow row = { .plan = recruit->plan,
                        .code = code,
                        .name = (char *)"机械专业教师",
                        .department = (char *)sz_demo_department (stage % 6),
                        .post = SZ_POST_PROFESSIONAL * 100 + 12,
                        .full_time = (char *)"1",
                        .uses = SZ_USES_OUTSIDE,
                        .places = 2,
                        .education = (char *)"本科及以上",
                        .major = (char *)"机械类、机械设计制造及其自动化",
                        .age = (char *)"40周岁以下",
                        .way = SZ_WAY_OPEN,
                        .components = (char *)"面试50%+笔试50%",
                        .open_ratio = (char *)"3:1",
                        .check_ratio = (char *)(stage == SZ_DEMO_PUBLICITY ? "1:1" : "1:1.2") };

  if (stage == SZ_DEMO_EXAM || stage == SZ_DEMO_CLOSED)
    row.uses = SZ_USES_ESTABLISHED;
  if (stage == SZ_DEMO_SCREENING)
    row.education = (char *)IN_REVIEW_EDUCATION;
  if (stage == SZ_DEMO_CLOSED)
    row.places = 1;
  if (known != NULL)
    {
      row.age = (char *)"";
      row.full_time = (char *)find_record (known, SZ_RECORD_FULL_TIME);
      row.department = (char *)find_record (known, SZ_RECORD_DEPARTMENT);
      row.post = sz_post_from_code (find_record (known, SZ_RECORD_POST));
    }
  if (!sz_store_position_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  for (guint i = 0; stage >= SZ_DEMO_ANNOUNCED && i < APPLICANTS; i++)
    {
      const SzPerson *registered = i == 0 && known != NULL ? &known->person : NULL;
      gint64 id = 0;

      if (!add_applicant (recruit, &row, i, registered, &id, error))
        return FALSE;
      g_array_append_val (people, id);
      if (i >= first && i < first + (guint)row.places && (stage != SZ_DEMO_CLOSED || known != NULL))
        g_array_append_val (proposed, id);
    }
  return add_outcome (recruit, stage, &row, people, proposed, error);
}

static gboolean
add_judges (SzDemoRecruit *recruit, GError **error)
{
  for (int i = 1; i <= JUDGES; i++)
    {
      g_autofree char *name = sz_demo_make_name (recruit->demo);
      g_autofree char *id_number
          = sz_demo_make_id_number (SZ_DEMO_RECRUIT_INDEX + recruit->n_people++, 19700101 + i,
                                    SZ_SEX_MALE);
      SzJudgeRow row = { .plan = recruit->plan,
                         .number = i,
                         .name = name,
                         .id_number = id_number,
                         .employer = (char *)(i <= 4 ? "某职业学院" : "本校"),
                         .outside = i <= 4 };

      if (!sz_store_judge_put (recruit->demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_posts (SzDemoRecruit *recruit, GError **error)
{
  SzStore *store = sz_act_get_store (recruit->demo->act);

  if (!sz_store_people_each (store, find_recruit_cb, recruit, error))
    return FALSE;
  if (recruit->recruit_id != 0)
    recruit->recruit = sz_store_person_by_id (store, recruit->recruit_id, error);
  if (recruit->recruit_id != 0 && recruit->recruit == NULL)
    return FALSE;
  for (guint stage = SZ_DEMO_DRAFT; stage < SZ_DEMO_N_STAGES; stage++)
    if (!add_post (recruit, (SzDemoStage)stage, error))
      return FALSE;
  return sz_demo_add_other_posts (recruit, error);
}

static gboolean
add_plan (SzDemo *demo, GError **error)
{
  gboolean done;
  g_autofree char *plan = g_strdup_printf ("%d-1", demo->request->year);
  g_autofree char *name = g_strdup_printf ("%d年公开招聘", demo->request->year);
  g_autoptr (SzCalendar) calendar = sz_calendar_book_load (NULL, error);
  SzDemoRecruit recruit = { .demo = demo, .plan = plan, .calendar = calendar };
  SzPlanRow row = { .code = plan,
                    .name = name,
                    .cutoff = sz_date_make (demo->request->year, 3, 31),
                    .document = (char *)"示例人社函〔示例〕1号" };

  if (calendar == NULL || !sz_store_plan_put (demo->act, &row, SZ_PUT_INSERT, NULL, error)
      || !add_judges (&recruit, error))
    return FALSE;
  done = add_posts (&recruit, error);
  g_clear_pointer (&recruit.recruit, sz_person_file_free);
  return done;
}

gboolean
sz_demo_add_recruit (SzDemo *demo, GError **error)
{
  g_return_val_if_fail (demo != NULL, FALSE);
  return add_plan (demo, error) && sz_demo_add_parttime (demo, error);
}
