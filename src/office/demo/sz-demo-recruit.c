/* sz-demo-recruit.c — a plan of recruitment in mid-course, a ledger with movements, cases, fees and
 * funds of part-time teachers of the demo college
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <jansson.h>
#include <stdlib.h>

#include "sz-calendar-book.h"
#include "sz-case-tables.h"
#include "sz-demo-private.h"
#include "sz-fees.h"
#include "sz-rules-payrun.h"
#include "sz-rules.h"
#include "sz-store-case.h"
#include "sz-store-establishment.h"
#include "sz-store-exam.h"
#include "sz-store-parttime.h"
#include "sz-store-recruit.h"

#define JUDGES 7
#define APPLICANTS 7
/* Apart from the numbers of people and contracts. */
#define FIRST_INDEX 700000

/* How far a post of the plan has come. */
typedef enum
{
  STAGE_DRAFT,
  STAGE_APPROVED,
  STAGE_ANNOUNCED,
  STAGE_SCREENING,
  STAGE_EXAM,
  STAGE_CHECK,
  STAGE_PUBLICITY,
  STAGE_CLOSED,
  N_STAGES
} Stage;

static const struct
{
  const char *verb;
  const char *to;
  int month;
  int day;
} walk[N_STAGES] = {
  [STAGE_DRAFT] = { "plan", "draft", 2, 20 },
  [STAGE_APPROVED] = { "approve", "approved", 3, 3 },
  [STAGE_ANNOUNCED] = { "announce", "announced", 3, 10 },
  [STAGE_SCREENING] = { "screen", "screening", 4, 10 },
  [STAGE_EXAM] = { "open-exam", "exam", 4, 20 },
  [STAGE_CHECK] = { "finish-exam", "check", 5, 20 },
  [STAGE_PUBLICITY] = { "publish", "publicity", 6, 3 },
  [STAGE_CLOSED] = { "close", "closed", 7, 1 },
};

typedef struct
{
  SzDemo *demo;
  char *plan;
  SzCalendar *calendar;
  guint n_people; /* applicants so far */
} Recruit;

static SzDate
make_day (const Recruit *recruit, int month, int day)
{
  return sz_date_make (recruit->demo->request->year, month, day);
}

/* A notice of seven working days; a year without a calendar of ours takes nine days. */
static json_t *
make_notice (const Recruit *recruit, SzDate from)
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
make_detail (const Recruit *recruit,
             const SzPositionRow *row,
             Stage stage,
             SzDate day,
             const GArray *proposed)
{
  json_t *detail = json_object ();
  json_t *people = json_array ();
  char *dumped;
  char *text;

  if (stage == STAGE_ANNOUNCED || stage == STAGE_PUBLICITY)
    json_object_set_new (detail, "notice", make_notice (recruit, day));
  if (stage == STAGE_EXAM)
    {
      json_object_set_new (detail, "places", json_integer (row->places));
      json_object_set_new (detail, "qualified",
                           json_integer (row->way == SZ_WAY_OPEN ? APPLICANTS : row->places));
    }
  for (guint i = 0; stage == STAGE_PUBLICITY && i < proposed->len; i++)
    json_array_append_new (people, json_integer (g_array_index (proposed, gint64, i)));
  if (stage == STAGE_PUBLICITY)
    json_object_set (detail, "applicants", people);
  json_decref (people);
  dumped = json_dumps (detail, JSON_COMPACT);
  text = g_strdup (json_object_size (detail) > 0 ? dumped : "");
  free (dumped);
  json_decref (detail);
  return text;
}

static gboolean
walk_post (
    Recruit *recruit, const SzPositionRow *row, Stage last, const GArray *proposed, GError **error)
{
  g_autoptr (SzCaseFile) file = sz_store_case_load (sz_act_get_store (recruit->demo->act),
                                                    sz_case_recruit_post.kind, row->id, error);

  for (guint i = STAGE_DRAFT; file != NULL && i <= last; i++)
    {
      const SzDate day = make_day (recruit, walk[i].month, walk[i].day);
      g_autofree char *detail = make_detail (recruit, row, (Stage)i, day, proposed);
      const SzCaseAsk ask = { .verb = walk[i].verb,
                              .subject = row->code,
                              .day = i > STAGE_DRAFT ? day : SZ_DATE_NONE,
                              .document = i == STAGE_APPROVED ? "示例人社函〔示例〕1号" : NULL };
      const SzCaseEntry entry = { .to = walk[i].to, .detail = *detail != '\0' ? detail : NULL };

      if (!sz_store_case_step (recruit->demo->act, file, &ask, &entry, error))
        return FALSE;
    }
  return file != NULL;
}

/* ---- people ---- */

static gboolean
add_applicant (Recruit *recruit, const SzPositionRow *post, guint index, gint64 *id, GError **error)
{
  SzDemo *demo = recruit->demo;
  const SzSex sex = sz_demo_chance (demo, 50) ? SZ_SEX_MALE : SZ_SEX_FEMALE;
  const SzDate birth
      = sz_date_make (demo->request->year - 26 - (int)sz_demo_pick (demo, 10),
                      1 + (int)sz_demo_pick (demo, 12), 1 + (int)sz_demo_pick (demo, 28));
  g_autofree char *name = sz_demo_make_name (demo);
  g_autofree char *id_number
      = sz_demo_make_id_number (FIRST_INDEX + recruit->n_people++, birth, sex);
  g_autofree char *ticket = g_strdup_printf ("%s-%03u", post->code, index + 1);
  SzApplicantRow row = { .plan = recruit->plan,
                         .id_number = id_number,
                         .post = post->code,
                         .ticket = ticket,
                         .name = name,
                         .sex = (char *)(sex == SZ_SEX_MALE ? "1" : "2"),
                         .education = (char *)"20",
                         .full_time_study = (char *)"1",
                         .school = (char *)"某理工大学",
                         .major = (char *)(index == 2 ? "机械电子工程" : "机械设计制造及其自动化"),
                         .major_class = (char *)"机械类",
                         .employer = (char *)"某机床厂",
                         .years_x100 = 300 };

  if (!sz_store_applicant_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  *id = row.id;
  return TRUE;
}

static char *
make_marks (SzDemo *demo)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const guint base = 74 + sz_demo_pick (demo, 18);

  for (guint i = 0; i < JUDGES; i++)
    g_string_append_printf (text, "%s%u.%02u", i > 0 ? " " : "", base + sz_demo_pick (demo, 6),
                            sz_demo_pick (demo, 2) * 50);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
add_scores (SzDemo *demo, gint64 applicant, guint draw, GError **error)
{
  g_autofree char *marks = make_marks (demo);
  g_autofree char *draw_no = g_strdup_printf ("%u", draw);
  SzScoreRow interview = { .applicant_id = applicant,
                           .component = (char *)"面试",
                           .draw_no = draw_no,
                           .marks = marks,
                           .score_x100 = -1 };
  SzScoreRow written = { .applicant_id = applicant,
                         .component = (char *)"笔试",
                         .score_x100 = 6000 + (gint64)sz_demo_pick (demo, 70) * 50 };

  return sz_store_score_put (demo->act, &interview, SZ_PUT_INSERT, NULL, error)
         && sz_store_score_put (demo->act, &written, SZ_PUT_INSERT, NULL, error);
}

/* The interview of a post in its exam is half way through. */
static gboolean
add_exam (
    SzDemo *demo, const SzPositionRow *post, Stage stage, const GArray *people, GError **error)
{
  const guint examined = stage == STAGE_EXAM ? people->len / 2 : people->len;
  SzScoreLockRow lock = { .position_id = post->id, .component = (char *)"" };

  for (guint i = 0; i < examined; i++)
    if (!add_scores (demo, g_array_index (people, gint64, i), i + 1, error))
      return FALSE;
  return stage == STAGE_EXAM
         || sz_store_score_lock_put (demo->act, &lock, SZ_PUT_INSERT, NULL, error);
}

/* Everybody whom it may concern has passed, but one of a post that is still checked. */
static gboolean
add_checks (Recruit *recruit, Stage stage, const GArray *people, GError **error)
{
  for (guint i = 0; i < people->len; i++)
    {
      SzCheckRow row = { .applicant_id = g_array_index (people, gint64, i),
                         .physical = (char *)(stage == STAGE_CHECK && i == 1 ? "" : "passed"),
                         .inspection = (char *)(stage == STAGE_CHECK && i % 3 == 0 ? "" : "passed"),
                         .day = make_day (recruit, 5, 26) };

      if (!sz_store_check_put (recruit->demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_post (Recruit *recruit, Stage stage, GError **error)
{
  SzDemo *demo = recruit->demo;
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (gint64));
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
                        .check_ratio = (char *)"1:1.2" };

  if (!sz_store_position_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  for (guint i = 0; stage >= STAGE_ANNOUNCED && i < APPLICANTS; i++)
    {
      gint64 id = 0;

      if (!add_applicant (recruit, &row, i, &id, error))
        return FALSE;
      g_array_append_val (people, id);
    }
  if (stage >= STAGE_EXAM && !add_exam (demo, &row, stage, people, error))
    return FALSE;
  if (stage >= STAGE_CHECK && !add_checks (recruit, stage, people, error))
    return FALSE;
  return walk_post (recruit, &row, stage, people, error);
}

/* A post that was given up after it had been approved. */
static gboolean
add_cancelled (Recruit *recruit, GError **error)
{
  SzStore *store = sz_act_get_store (recruit->demo->act);
  SzPositionRow row = { .plan = recruit->plan,
                        .code = (char *)"A09",
                        .name = (char *)"旅游专业教师",
                        .department = (char *)sz_demo_department (4),
                        .post = SZ_POST_PROFESSIONAL * 100 + 12,
                        .full_time = (char *)"1",
                        .uses = SZ_USES_OUTSIDE,
                        .places = 1,
                        .education = (char *)"本科及以上",
                        .way = SZ_WAY_OPEN,
                        .components = (char *)"面试50%+笔试50%",
                        .open_ratio = (char *)"3:1" };
  const SzCaseAsk ask = { .verb = "cancel",
                          .subject = row.code,
                          .day = make_day (recruit, 3, 5),
                          .reason = "专业停止招生",
                          .document = "示例党字〔示例〕3号" };
  const SzCaseEntry entry = { .to = "cancelled" };
  g_autoptr (SzCaseFile) file = NULL;

  if (!sz_store_position_put (recruit->demo->act, &row, SZ_PUT_INSERT, NULL, error)
      || !walk_post (recruit, &row, STAGE_APPROVED, NULL, error))
    return FALSE;
  file = sz_store_case_load (store, sz_case_recruit_post.kind, row.id, error);
  return file != NULL && sz_store_case_step (recruit->demo->act, file, &ask, &entry, error);
}

/* RULE rec-8: a master craftsman, assessed without an examination and agreed upon; what F06 shows.
 */
static gboolean
add_assessed (Recruit *recruit, GError **error)
{
  SzAct *act = recruit->demo->act;
  g_autofree char *id_number
      = sz_demo_make_id_number (FIRST_INDEX + recruit->n_people++, 19800512, SZ_SEX_MALE);
  SzPositionRow post = { .plan = recruit->plan,
                         .code = (char *)"B01",
                         .name = (char *)"数控加工实习指导教师",
                         .department = (char *)sz_demo_department (0),
                         .post = SZ_POST_PROFESSIONAL * 100 + 10,
                         .full_time = (char *)"1",
                         .uses = SZ_USES_OUTSIDE,
                         .places = 1,
                         .education = (char *)"本科及以上",
                         .age = (char *)"40周岁以下",
                         .way = SZ_WAY_ASSESSMENT };
  SzApplicantRow person = { .plan = recruit->plan,
                            .id_number = id_number,
                            .post = post.code,
                            .ticket = (char *)"B01-001",
                            .name = (char *)"鲁匠心",
                            .sex = (char *)"1",
                            .education = (char *)"40",
                            .full_time_study = (char *)"1",
                            .school = (char *)"某技师学院",
                            .major = (char *)"数控加工",
                            .skill = (char *)"L5",
                            .employer = (char *)"某机床厂",
                            .years_x100 = 2000 };
  SzHonourRow honour = { .id_number = id_number,
                         .honour = (char *)"全国技术能手",
                         .certificate = (char *)"示例证2019-001",
                         .got_on = make_day (recruit, 1, 10),
                         .issuer = (char *)"人力资源和社会保障部" };
  SzDecisionRow decision = { .meeting = (char *)"党委会",
                             .held_on = make_day (recruit, 5, 12),
                             .minutes = (char *)"示例纪要〔示例〕9号",
                             .agreed = TRUE,
                             .opinion = (char *)"技艺精湛，同意引进" };
  SzCheckRow check = { .physical = (char *)"passed",
                       .inspection = (char *)"passed",
                       .day = make_day (recruit, 5, 26) };

  if (!sz_store_position_put (act, &post, SZ_PUT_INSERT, NULL, error)
      || !sz_store_applicant_put (act, &person, SZ_PUT_INSERT, NULL, error)
      || !sz_store_honour_put (act, &honour, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  decision.applicant_id = check.applicant_id = person.id;
  return sz_store_decision_put (act, &decision, SZ_PUT_INSERT, NULL, error)
         && sz_store_check_put (act, &check, SZ_PUT_INSERT, NULL, error)
         && walk_post (recruit, &post, STAGE_CHECK, NULL, error);
}

static gboolean
add_judges (Recruit *recruit, GError **error)
{
  for (int i = 1; i <= JUDGES; i++)
    {
      g_autofree char *name = sz_demo_make_name (recruit->demo);
      g_autofree char *id_number
          = sz_demo_make_id_number (FIRST_INDEX + recruit->n_people++, 19700101 + i, SZ_SEX_MALE);
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
add_plan (SzDemo *demo, GError **error)
{
  g_autofree char *plan = g_strdup_printf ("%d-1", demo->request->year);
  g_autofree char *name = g_strdup_printf ("%d年公开招聘", demo->request->year);
  g_autoptr (SzCalendar) calendar = sz_calendar_book_load (NULL, error);
  Recruit recruit = { .demo = demo, .plan = plan, .calendar = calendar };
  SzPlanRow row = { .code = plan,
                    .name = name,
                    .cutoff = sz_date_make (demo->request->year, 3, 31),
                    .document = (char *)"示例人社函〔示例〕1号" };

  if (calendar == NULL || !sz_store_plan_put (demo->act, &row, SZ_PUT_INSERT, NULL, error)
      || !add_judges (&recruit, error))
    return FALSE;
  for (guint stage = STAGE_DRAFT; stage < N_STAGES; stage++)
    if (!add_post (&recruit, (Stage)stage, error))
      return FALSE;
  return add_cancelled (&recruit, error) && add_assessed (&recruit, error);
}

/* ---- the ledger ---- */

/* What was added was taken away again: the number of `init` holds in the year of the demo. */
static gboolean
add_ledger (SzDemo *demo, GError **error)
{
  const int year = demo->request->year;
  const struct
  {
    SzDate day;
    SzLedgerKind kind;
    gint64 number;
  } rows[] = { { sz_date_make (year - 4, 3, 1), SZ_LEDGER_INCREASE, 5 },
               { sz_date_make (year - 3, 1, 1), SZ_LEDGER_DECREASE, 5 },
               { sz_date_make (year - 2, 9, 1), SZ_LEDGER_FREEZE, 1 },
               { sz_date_make (year - 1, 9, 1), SZ_LEDGER_UNFREEZE, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *document
          = g_strdup_printf ("示例编办〔%d〕%d号", sz_date_year (rows[i].day), (int)i + 1);
      SzEstablishmentRow row = {
        .day = rows[i].day, .kind = rows[i].kind, .number = rows[i].number, .document = document
      };

      if (!sz_store_establishment_row_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- part-time teachers ---- */

static gboolean
add_case (SzDemo *demo, GError **error)
{
  g_autofree char *name = sz_demo_make_name (demo);
  g_autofree char *id_number = sz_demo_make_id_number (FIRST_INDEX + 500, 19750301, SZ_SEX_FEMALE);
  SzParttimeCaseRow row = { .name = name,
                            .id_number = id_number,
                            .employer = (char *)"某汽车公司",
                            .department = (char *)sz_demo_department (2),
                            .course = (char *)"汽车构造",
                            .from = sz_date_make (demo->request->year + 1, 3, 1),
                            .to = sz_date_make (demo->request->year + 1, 7, 31),
                            .fte_x1e4 = 5000,
                            .rate_fen = 12000,
                            .years_x100 = -1,
                            .state = (char *)"open",
                            .agreement_no = (char *)"" };

  return sz_store_parttime_case_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

static gboolean
add_lecture (SzDemo *demo, const SzContractRow *contract, SzDate day, gint64 sheet, GError **error)
{
  SzLectureRow row = { .contract_id = contract->id,
                       .day = day,
                       .period = (char *)"1-4",
                       .course = contract->course,
                       .hours_x100 = 400,
                       .sheet_id = sheet };

  return sz_store_lecture_put (demo->act, &row, SZ_PUT_INSERT, NULL, error);
}

static int
compare_contracts_cb (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const SzContractRow *)a)->agreement_no,
                    ((const SzContractRow *)b)->agreement_no);
}

/* A kept sheet for one day of teaching of everybody who has a contract then. */
static gboolean
add_sheet (SzDemo *demo, const GArray *contracts, SzDate taught, SzDate paid, GError **error)
{
  g_autoptr (GArray) params = sz_rules_presets ();
  g_autofree SzFeeLine *lines = g_new0 (SzFeeLine, contracts->len + 1);
  g_autofree SzFeePaid *before = g_new0 (SzFeePaid, contracts->len + 1);
  g_autofree const SzContractRow **rows = g_new0 (const SzContractRow *, contracts->len + 1);
  SzFeeSheetRow sheet = { .from = sz_month_first_day (sz_date_month (taught)),
                          .to = sz_month_last_day (sz_date_month (taught)),
                          .paid_on = paid };
  SzTaxRules rules;
  guint n = 0;

  for (guint i = 0; i < contracts->len; i++)
    {
      const SzContractRow *contract = &g_array_index (contracts, SzContractRow, i);

      if (taught < contract->from || taught > contract->to)
        continue;
      rows[n] = contract;
      lines[n] = (SzFeeLine){ .group = n, .hours_x100 = 400, .rate_fen = contract->rate_fen };
      n++;
    }
  if (n == 0)
    return TRUE;
  if (!sz_rules_tax (params, paid, &rules, error)
      || !sz_fees_compute (lines, n, before, n, &rules, error))
    return FALSE;
  sheet.people = (int)n;
  for (guint i = 0; i < n; i++)
    {
      sheet.hours_x100 += lines[i].hours_x100;
      sheet.gross_fen += lines[i].gross_fen;
      sheet.tax_fen += lines[i].tax_fen;
      sheet.net_fen += lines[i].net_fen;
    }
  if (!sz_store_fee_sheet_put (demo->act, &sheet, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      SzFeeLineRow row = { .sheet_id = sheet.id,
                           .ordinal = (int)i,
                           .contract_id = rows[i]->id,
                           .id_number = rows[i]->id_number,
                           .hours_x100 = lines[i].hours_x100,
                           .rate_fen = lines[i].rate_fen,
                           .gross_fen = lines[i].gross_fen,
                           .tax_fen = lines[i].tax_fen,
                           .net_fen = lines[i].net_fen };

      if (!sz_store_fee_line_put (demo->act, &row, SZ_PUT_INSERT, NULL, error)
          || !add_lecture (demo, rows[i], taught, sheet.id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_parttime (SzDemo *demo, GError **error)
{
  const int year = demo->request->year;
  g_autoptr (GArray) contracts
      = sz_store_contract_list (sz_act_get_store (demo->act), SZ_ROWS_ALL, error);

  if (contracts == NULL)
    return FALSE;
  g_array_sort (contracts, compare_contracts_cb);
  for (int month = 3; month <= 12; month += 3)
    {
      SzParttimeFundRow row = { .year = year,
                                .month = month,
                                .document = (char *)"示例财函〔示例〕1号",
                                .amount_fen = (gint64)demo->request->people * 100000 };

      if (!sz_store_parttime_fund_put (demo->act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return add_sheet (demo, contracts, sz_date_make (year, 4, 8), sz_date_make (year, 5, 12), error)
         && add_sheet (demo, contracts, sz_date_make (year, 10, 14), sz_date_make (year, 11, 12),
                       error);
}

gboolean
sz_demo_add_recruit (SzDemo *demo, GError **error)
{
  g_return_val_if_fail (demo != NULL, FALSE);
  return add_ledger (demo, error) && add_plan (demo, error) && add_case (demo, error)
         && add_parttime (demo, error);
}
