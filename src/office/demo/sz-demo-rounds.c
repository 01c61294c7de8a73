/* sz-demo-rounds.c — two rounds of titles of the demo college, one finished and one in the middle,
 * the assessment of the year before, and appointments (RULE ttl-14 … ttl-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-calendar-book.h"
#include "sz-case-tables.h"
#include "sz-demo-private.h"
#include "sz-store-case.h"
#include "sz-store-title-file.h"
#include "sz-title-check.h"
#include "sz-title-life-private.h"

#define APPLICANTS_MAX 40
#define MEMBERS 25
#define ATTENDING 19
#define NOTICE_DAYS 5

/* A round being made up. */
typedef struct
{
  SzDemo *demo;
  SzOffice *office;
  SzTitleRoundRow row;
  SzCaseFile *file;
  guint wanted;
  guint taken;
} Round;

static gboolean
step (Round *round, const char *state, SzDate day, GError **error)
{
  const SzCaseAsk ask = { .verb = state, .subject = round->row.name, .day = day };
  const SzCaseEntry entry = { .to = state };

  return sz_store_case_step (round->demo->act, round->file, &ask, &entry, error);
}

static gboolean
begin (Round *round, int year, GError **error)
{
  SzAct *act = round->demo->act;
  SzPutResult result;

  round->row = (SzTitleRoundRow){ .name = g_strdup_printf ("%d年度职称评审", year),
                                  .year = year,
                                  .opens = sz_date_make (year, 10, 9),
                                  .closes = sz_date_make (year, 10, 31),
                                  .cutoff = sz_date_make (year, 12, 31),
                                  .assess_to = year - 1,
                                  .hours_to = year - 1,
                                  .document = g_strdup ("示例评审文号") };
  if (!sz_store_title_round_put (act, &round->row, SZ_PUT_INSERT, &result, error)
      || !sz_store_case_begin (act, &sz_case_title_round, round->row.id,
                               &(SzCaseAsk){ .verb = "draft",
                                             .subject = round->row.name,
                                             .day = round->row.opens },
                               error)
      || !sz_title_round_freeze (round->office, &round->row, error)
      || !sz_store_title_round_put (act, &round->row, SZ_PUT_UPDATE, &result, error))
    return FALSE;
  round->file
      = sz_store_case_load (sz_act_get_store (act), sz_case_title_round.kind, round->row.id, error);
  return round->file != NULL && step (round, "open", round->row.opens, error);
}

/* Those who may apply, and one in six who still lacks something. */
static gboolean
apply_cb (const SzTitlePerson *person, gpointer user_data, GError **error)
{
  GArray *found = user_data;
  const SzTargetResult *target = g_ptr_array_index (person->targets, 0);
  const gboolean fits = target->verdict == SZ_VERDICT_MET;
  SzTitleApplicationRow row = { .person_id = person->person_id,
                                .title = (char *)target->target->code,
                                .route = (char *)"正常",
                                .teaching = (char *)"专业课",
                                .claimed_x100 = (gint64)(person->years.high / 12) * 100,
                                .specialty = (char *)"机电" };

  (void)error;
  if (fits || (target->verdict == SZ_VERDICT_UNMET && found->len % 6 == 5))
    g_array_append_val (found, row);
  return found->len < APPLICANTS_MAX;
}

static gboolean
add_applications (Round *round, GError **error)
{
  g_autoptr (SzTitleRound) loaded = sz_title_round_load (round->office, round->row.name, error);
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (SzTitleApplicationRow));
  g_autoptr (GError) stopped = NULL;
  SzPutResult result;

  if (loaded == NULL)
    return FALSE;
  if (!sz_title_who_each (round->office, loaded, apply_cb, found, &stopped) && stopped != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&stopped));
      return FALSE;
    }
  for (guint i = 0; i < MIN (found->len, round->wanted); i++)
    {
      SzTitleApplicationRow *row = &g_array_index (found, SzTitleApplicationRow, i);

      row->round_id = round->row.id;
      if (!sz_store_title_application_put (round->demo->act, row, SZ_PUT_INSERT, &result, error))
        return FALSE;
      round->taken++;
    }
  return step (round, "closed", sz_date_add_days (round->row.closes, 1), error);
}

/* 申报材料: two papers an applicant; the list of articles is kept as a file. */
static gboolean
add_materials (Round *round, GError **error)
{
  static const char list[] = "论文目录\n\n1. 数控车削工艺的改进，《职业技术教育》，第一作者\n"
                             "2. 一体化课程的评价，《中国培训》，第一作者\n";
  static const char *const papers[][3]
      = { { "业绩", "论文目录", "论文目录.txt" }, { "学历", "毕业证书复印件", "" } };
  g_autoptr (SzTitleRound) loaded = sz_title_round_load (round->office, round->row.name, error);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, list, -1);
  g_autofree char *content = g_base64_encode ((const guchar *)list, strlen (list));
  SzTitleFileRow file = { .round_id = round->row.id,
                          .name = (char *)papers[0][2],
                          .parts = 1,
                          .bytes = (gint64)strlen (list),
                          .sha256 = sha256,
                          .content = content };
  SzPutResult result;

  for (guint i = 0; loaded != NULL && i < loaded->applications->len * G_N_ELEMENTS (papers); i++)
    {
      const guint paper = i % G_N_ELEMENTS (papers);
      const SzTitleApplicationRow *application
          = &g_array_index (loaded->applications, SzTitleApplicationRow, i / G_N_ELEMENTS (papers));
      g_autofree char *page = g_strdup_printf ("%u", i * 3 + 1);
      SzTitleEvidenceRow row = { .round_id = round->row.id,
                                 .person_id = application->person_id,
                                 .condition = (char *)papers[paper][0],
                                 .material = (char *)papers[paper][1],
                                 .page = page,
                                 .attachment = (char *)papers[paper][2] };

      file.id = 0;
      file.person_id = application->person_id;
      if (!sz_store_title_evidence_put (round->demo->act, &row, SZ_PUT_INSERT, &result, error)
          || (paper == 0
              && !sz_store_title_file_put (round->demo->act, &file, SZ_PUT_INSERT, &result, error)))
        return FALSE;
    }
  return loaded != NULL;
}

/* Every application is decided by its verdict, all but the last @open. */
static gboolean
decide (Round *round, guint open, GError **error)
{
  g_autoptr (SzTitleRound) loaded = sz_title_round_load (round->office, round->row.name, error);
  g_autoptr (GPtrArray) people
      = loaded != NULL ? sz_title_check_applications (round->office, loaded, error) : NULL;
  SzPutResult result;

  for (guint i = 0; people != NULL && i + open < people->len; i++)
    {
      const SzTitlePerson *person = g_ptr_array_index (people, i);
      const SzTargetResult *target
          = person->targets->len > 0 ? g_ptr_array_index (person->targets, 0) : NULL;
      const gboolean fits = target != NULL && target->verdict == SZ_VERDICT_MET;
      const SzPathResult *best = sz_title_person_best (person);
      SzTitleDecisionRow row
          = { .round_id = round->row.id,
              .person_id = person->person_id,
              .recommended = fits,
              .reason = (char *)(fits ? "" : "不符合申报条件"),
              .verdict = (char *)(target != NULL ? sz_verdict_word (target->verdict) : ""),
              .path = best != NULL ? best->path->id : NULL,
              .who = (char *)"人事处" };

      if (!sz_store_title_decision_put (round->demo->act, &row, SZ_PUT_INSERT, &result, error))
        return FALSE;
    }
  return people != NULL;
}

/* Five working days where the calendar of the year is known, else a week. */
static gboolean
add_notice (Round *round, const char *stage, int ordinal, SzDate start, GError **error)
{
  g_autoptr (SzCalendar) calendar = sz_calendar_book_load (round->office, error);
  SzTitleNoticeRow row = { .round_id = round->row.id,
                           .stage = (char *)stage,
                           .ordinal = ordinal,
                           .start = start,
                           .days = NOTICE_DAYS };
  SzPutResult result;

  if (calendar == NULL)
    return FALSE;
  if (!sz_calendar_end_of_notice (calendar, start, NOTICE_DAYS, &row.end, NULL))
    row.end = sz_date_add_days (start, NOTICE_DAYS + 1);
  return sz_store_title_notice_put (round->demo->act, &row, SZ_PUT_INSERT, &result, error)
         && step (round, stage, start, error);
}

static gboolean
add_panel (Round *round, GError **error)
{
  SzPutResult result;

  for (int i = 0; i < MEMBERS; i++)
    {
      g_autofree char *made = sz_demo_make_name (round->demo);
      g_autofree char *name = g_strdup_printf ("%s%d", made, i + 1);
      SzPanelMemberRow row = { .round_id = round->row.id,
                               .name = name,
                               .employer = (char *)"省内技师学院",
                               .title = (char *)"正高级讲师",
                               .specialty = (char *)"机电",
                               .duty = (char *)(i == 0 ? "主任委员" : "委员") };

      if (!sz_store_panel_member_put (round->demo->act, &row, SZ_PUT_INSERT, &result, error))
        return FALSE;
    }
  return TRUE;
}

/* The members of last year's panel are asked again; one of them taught an applicant. */
static gboolean
repeat_panel (Round *round, gint64 last_id, GError **error)
{
  SzStore *store = sz_act_get_store (round->demo->act);
  g_autoptr (GArray) rows = sz_store_panel_member_list (store, SZ_ROWS_ALL, error);
  g_autoptr (SzTitleRound) loaded
      = rows != NULL ? sz_title_round_load (round->office, round->row.name, error) : NULL;
  SzRecusalRow recusal = { .round_id = round->row.id, .reason = (char *)"师生" };
  SzPutResult result;

  for (guint i = 0; loaded != NULL && i < rows->len; i++)
    {
      const SzPanelMemberRow *known = &g_array_index (rows, SzPanelMemberRow, i);
      SzPanelMemberRow row = *known;

      if (known->round_id != last_id)
        continue;
      row.id = 0;
      row.row_version = 0;
      row.round_id = round->row.id;
      recusal.member = known->name;
      if (!sz_store_panel_member_put (round->demo->act, &row, SZ_PUT_INSERT, &result, error))
        return FALSE;
    }
  if (loaded == NULL || loaded->applications->len == 0 || recusal.member == NULL)
    return loaded != NULL;
  recusal.person_id = g_array_index (loaded->applications, SzTitleApplicationRow, 0).person_id;
  return sz_store_recusal_put (round->demo->act, &recusal, SZ_PUT_INSERT, &result, error);
}

static gboolean
add_ballots (Round *round, SzDate meeting, GError **error)
{
  g_autoptr (SzTitleRound) loaded = sz_title_round_load (round->office, round->row.name, error);
  SzPutResult result;

  for (guint i = 0; loaded != NULL && i < loaded->applications->len; i++)
    {
      const SzTitleApplicationRow *application
          = &g_array_index (loaded->applications, SzTitleApplicationRow, i);
      const SzTitleDecisionRow *decision = sz_title_round_decision (loaded, application->person_id);
      const int in_favour = i % 5 == 4 ? 11 : 14 + (int)(i % 4);
      g_autofree char *certificate = g_strdup_printf ("ZC%d%04u", round->row.year, i + 1);
      SzBallotRow row = { .round_id = round->row.id,
                          .person_id = application->person_id,
                          .title = application->title,
                          .meeting = meeting,
                          .panel = MEMBERS,
                          .attending = ATTENDING,
                          .in_favour = in_favour,
                          .against = ATTENDING - in_favour - 1,
                          .abstain = 1 };
      SzTitleCertificateRow number = { .round_id = round->row.id,
                                       .person_id = application->person_id,
                                       .certificate = certificate };

      if (decision == NULL || !decision->recommended)
        continue;
      if (!sz_store_ballot_put (round->demo->act, &row, SZ_PUT_INSERT, &result, error)
          || !sz_store_title_certificate_put (round->demo->act, &number, SZ_PUT_INSERT, &result,
                                              error))
        return FALSE;
    }
  return loaded != NULL;
}

static gboolean
finish (Round *round, GError **error)
{
  const int year = round->row.year;
  g_autoptr (SzTitleRound) loaded = NULL;

  if (!decide (round, 0, error) || !step (round, "recommended", sz_date_make (year, 11, 5), error)
      || !add_notice (round, "announced", 0, sz_date_make (year, 11, 6), error)
      || !add_panel (round, error) || !add_ballots (round, sz_date_make (year, 11, 22), error)
      || !step (round, "reviewed", sz_date_make (year, 11, 23), error)
      || !add_notice (round, "published", 1, sz_date_make (year, 11, 24), error))
    return FALSE;
  loaded = sz_title_round_load (round->office, round->row.name, error);
  return loaded != NULL && sz_title_write_results (round->demo->act, loaded, error)
         && step (round, "done", sz_date_make (year, 12, 10), error);
}

static void
clear_round (Round *round)
{
  sz_store_title_round_clear (&round->row);
  g_clear_pointer (&round->file, sz_case_file_free);
}

/* RULE asm-5: the year before stands confirmed. */
static gboolean
confirm_assessment (SzDemo *demo, GError **error)
{
  static const struct
  {
    const char *verb;
    int month, day;
  } steps[] = { { "announced", 1, 13 }, { "confirmed", 1, 27 } };
  const int year = demo->request->year;
  SzAssessYearRow row = { .year = year - 1,
                          .start = sz_date_make (year, 1, 13),
                          .days = NOTICE_DAYS,
                          .end = sz_date_make (year, 1, 19) };
  g_autofree char *subject = g_strdup_printf ("%d", year - 1);
  g_autoptr (SzCaseFile) file = NULL;
  SzPutResult result;

  if (!sz_store_assess_year_put (demo->act, &row, SZ_PUT_INSERT, &result, error)
      || !sz_store_case_begin (demo->act, &sz_case_assess_year, row.id,
                               &(SzCaseAsk){ .verb = "begin", .subject = subject }, error))
    return FALSE;
  file = sz_store_case_load (sz_act_get_store (demo->act), sz_case_assess_year.kind, row.id, error);
  for (gsize i = 0; file != NULL && i < G_N_ELEMENTS (steps); i++)
    {
      const SzCaseAsk ask = { .verb = steps[i].verb,
                              .subject = subject,
                              .day = sz_date_make (year, steps[i].month, steps[i].day) };
      const SzCaseEntry entry = { .to = steps[i].verb };

      if (!sz_store_case_step (demo->act, file, &ask, &entry, error))
        return FALSE;
    }
  return file != NULL;
}

/* Two people are to rise with the new year, by an approval number. */
static gboolean
open_cases (SzDemo *demo, const GArray *risers, GError **error)
{
  const int year = demo->request->year;
  SzPutResult result;

  for (guint i = 0; i < risers->len; i++)
    {
      const SzDemoPerson *person = &g_array_index (risers, SzDemoPerson, i);
      g_autofree char *subject = g_strdup_printf ("%u", i + 1);
      g_autofree char *approval = g_strdup_printf ("示例批〔%d〕%u号", year, i + 1);
      SzAppointmentRow row = { .number = i + 1,
                               .person_id = person->id,
                               .from_post = person->post,
                               .to_post = person->post - 1,
                               .day = sz_date_make (year, 12, 31),
                               .opened = sz_date_make (year, 12, 1),
                               .approval = approval };
      const SzCaseAsk ask
          = { .verb = "open", .subject = subject, .day = row.opened, .approval = approval };

      if (!sz_store_appointment_put (demo->act, &row, SZ_PUT_INSERT, &result, error)
          || !sz_store_case_begin (demo->act, &sz_case_appointment, row.id, &ask, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sz_demo_add_rounds (SzDemo *demo, SzOffice *office, const GArray *risers, GError **error)
{
  const guint wanted = MIN (APPLICANTS_MAX, 3 + demo->request->people / 25);
  Round last = { .demo = demo, .office = office, .wanted = wanted };
  Round now = { .demo = demo, .office = office, .wanted = wanted };
  gboolean made;

  g_return_val_if_fail (demo != NULL && SZ_IS_OFFICE (office) && risers != NULL, FALSE);

  made = begin (&last, demo->request->year - 1, error) && add_applications (&last, error)
         && finish (&last, error) && begin (&now, demo->request->year, error)
         && add_applications (&now, error) && add_materials (&now, error)
         && decide (&now, now.taken / 3, error) && repeat_panel (&now, last.row.id, error)
         && confirm_assessment (demo, error) && open_cases (demo, risers, error);
  clear_round (&last);
  clear_round (&now);
  return made;
}
