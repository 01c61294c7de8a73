/* sz-title-life.c — a round as it is shown, and its steps (RULE ttl-14, ttl-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-life.h"

#include <string.h>

#include "sz-calendar-book.h"
#include "sz-case-act.h"
#include "sz-title-check.h"
#include "sz-title-life-private.h"

static void
clear_notice_cb (gpointer data)
{
  g_free (((SzTitleNotice *)data)->stage);
}

static void
clear_use_cb (gpointer data)
{
  SzTitleStandardUse *use = data;

  g_free (use->id);
  g_free (use->hash);
}

static void
clear_appeal_cb (gpointer data)
{
  SzTitleAppealView *appeal = data;

  g_free (appeal->staff_no);
  g_free (appeal->text);
  g_free (appeal->conclusion);
}

void
sz_title_round_view_free (SzTitleRoundView *view)
{
  if (view == NULL)
    return;
  g_free (view->name);
  g_free (view->state);
  g_array_unref (view->standards);
  g_array_unref (view->notices);
  g_clear_pointer (&view->stale, g_ptr_array_unref);
  g_array_unref (view->appeals);
  g_free (view);
}

static SzTitleRoundView *
make_view (const SzTitleRound *round)
{
  SzTitleRoundView *view = g_new0 (SzTitleRoundView, 1);

  view->name = g_strdup (round->row.name);
  view->year = round->row.year;
  view->state = g_strdup (round->state);
  view->opens = round->row.opens;
  view->closes = round->row.closes;
  view->cutoff = round->row.cutoff;
  view->assess_to = round->row.assess_to;
  view->hours_to = round->row.hours_to;
  view->applications = round->applications->len;
  for (guint i = 0; i < round->decisions->len; i++)
    view->recommended += g_array_index (round->decisions, SzTitleDecisionRow, i).recommended != 0;
  view->standards = g_array_new (FALSE, TRUE, sizeof (SzTitleStandardUse));
  g_array_set_clear_func (view->standards, clear_use_cb);
  for (guint i = 0; i < round->entries->len; i++)
    {
      const SzStandardEntry *entry = g_ptr_array_index (round->entries, i);
      SzTitleStandardUse use
          = { g_strdup (entry->standard->id), entry->standard->from, g_strdup (entry->hash) };

      g_array_append_val (view->standards, use);
    }
  view->notices = g_array_new (FALSE, TRUE, sizeof (SzTitleNotice));
  g_array_set_clear_func (view->notices, clear_notice_cb);
  view->appeals = g_array_new (FALSE, TRUE, sizeof (SzTitleAppealView));
  g_array_set_clear_func (view->appeals, clear_appeal_cb);
  return view;
}

static gboolean
add_appeals (SzTitleRoundView *view, SzStore *store, gint64 round_id, GError **error)
{
  g_autoptr (GArray) rows
      = sz_title_rows_of_round (sz_store_title_appeal_list (store, SZ_ROWS_ALL, error), round_id);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzTitleAppealRow *row = &g_array_index (rows, SzTitleAppealRow, i);
      SzTitleAppealView appeal
          = { sz_title_dup_staff_no (store, row->person_id, error), row->raised,
              g_strdup (row->text), g_strdup (row->conclusion), row->concluded };

      g_array_append_val (view->appeals, appeal);
      if (appeal.staff_no == NULL)
        return FALSE;
    }
  return rows != NULL;
}

SzTitleRoundView *
sz_title_round_view (SzOffice *office, const char *name, GError **error)
{
  g_autoptr (SzTitleRound) round = NULL;
  g_autoptr (SzTitleRoundView) view = NULL;
  g_autoptr (GArray) notices = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && name != NULL, NULL);

  round = sz_title_round_load (office, name, error);
  if (round == NULL)
    return NULL;
  view = make_view (round);
  notices = sz_title_rows_of_round (sz_store_title_notice_list (sz_office_get_store (office),
                                                                SZ_ROWS_ALL, error),
                                    round->row.id);
  view->stale = notices != NULL ? sz_title_round_stale (office, round, error) : NULL;
  if (view->stale == NULL
      || !add_appeals (view, sz_office_get_store (office), round->row.id, error))
    return NULL;
  for (guint i = 0; i < notices->len; i++)
    {
      const SzTitleNoticeRow *row = &g_array_index (notices, SzTitleNoticeRow, i);
      SzTitleNotice notice = { g_strdup (row->stage), row->start, row->days, row->end };

      g_array_append_val (view->notices, notice);
    }
  return g_steal_pointer (&view);
}

/* A step under way. */
typedef struct
{
  SzOffice *office;
  SzTitleRound *round;
  const SzTitleStep *step;
} Step;

static gboolean
refuse (const Step *step, const char *code, const char *value, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, code, "batch", step->round->row.name, "value",
                       value, NULL);
}

static gboolean
refuse_day (const Step *step, const char *code, SzDate day, GError **error)
{
  g_autofree char *text = sz_date_format (day);

  return sz_error_set (error, SZ_ERROR_REFUSED, code, "batch", step->round->row.name, "date", text,
                       NULL);
}

static gboolean
refuse_person (const Step *step, const char *code, gint64 person_id, GError **error)
{
  g_autofree char *staff_no
      = sz_title_dup_staff_no (sz_office_get_store (step->office), person_id, error);

  return staff_no != NULL && refuse (step, code, staff_no, error);
}

static gboolean
open_round (SzCaseWalk *walk, Step *step, GError **error)
{
  SzPutResult result;

  return sz_title_round_freeze (step->office, &step->round->row, error)
         && sz_store_title_round_put (walk->act, &step->round->row, SZ_PUT_UPDATE, &result, error);
}

static gboolean
close_round (SzCaseWalk *walk, Step *step, GError **error)
{
  if (walk->ask->day <= step->round->row.closes)
    return refuse_day (step, "batch.too_early", step->round->row.closes, error);
  return step->round->applications->len > 0 || refuse (step, "batch.empty", NULL, error);
}

static gboolean
recommend_round (SzCaseWalk *walk, Step *step, GError **error)
{
  (void)walk;
  for (guint i = 0; i < step->round->applications->len; i++)
    {
      const gint64 person
          = g_array_index (step->round->applications, SzTitleApplicationRow, i).person_id;

      if (sz_title_round_decision (step->round, person) == NULL)
        return refuse_person (step, "batch.undecided", person, error);
    }
  return TRUE;
}

/* RULE ttl-17, rec-7 */
static gboolean
begin_notice (SzCaseWalk *walk, Step *step, GError **error)
{
  g_autoptr (SzCalendar) calendar = sz_calendar_book_load (step->office, error);
  g_autoptr (GArray) notices
      = sz_title_rows_of_round (sz_store_title_notice_list (walk->store, SZ_ROWS_ALL, error),
                                step->round->row.id);
  SzTitleNoticeRow row
      = { .round_id = step->round->row.id,
          .stage = (char *)walk->move->verb,
          .start = step->step->from != SZ_DATE_NONE ? step->step->from : walk->ask->day,
          .days = step->round->params->rules.publicity_wd };
  SzPutResult result;

  if (calendar == NULL || notices == NULL
      || !sz_calendar_end_of_notice (calendar, row.start, row.days, &row.end, error))
    return FALSE;
  row.ordinal = (int)notices->len;
  return sz_store_title_notice_put (walk->act, &row, SZ_PUT_INSERT, &result, error);
}

/* The notice must be over before the day. */
static gboolean
check_notice (SzCaseWalk *walk, Step *step, const char *stage, GError **error)
{
  g_autoptr (GArray) notices
      = sz_title_rows_of_round (sz_store_title_notice_list (walk->store, SZ_ROWS_ALL, error),
                                step->round->row.id);
  SzDate end = SZ_DATE_NONE;

  if (notices == NULL)
    return FALSE;
  for (guint i = 0; i < notices->len; i++)
    if (g_strcmp0 (g_array_index (notices, SzTitleNoticeRow, i).stage, stage) == 0)
      end = g_array_index (notices, SzTitleNoticeRow, i).end;
  return walk->ask->day > end || refuse_day (step, "batch.notice_running", end, error);
}

/* RULE ttl-14: of a senior one as soon as somebody is put forward for a senior title, else of an
   intermediate one, even when nobody is put forward at all. */
int
sz_title_round_panel_least (const SzTitleRound *round)
{
  g_return_val_if_fail (round != NULL, 0);
  for (guint i = 0; i < round->applications->len; i++)
    {
      const SzTitleApplicationRow *row
          = &g_array_index (round->applications, SzTitleApplicationRow, i);
      const SzTitleDecisionRow *decision = sz_title_round_decision (round, row->person_id);

      if (decision != NULL && decision->recommended
          && sz_title_level (row->title) >= SZ_TITLE_LEVEL_ASSOCIATE_SENIOR)
        return round->params->rules.panel_min_senior;
    }
  return round->params->rules.panel_min_intermediate;
}

static gboolean
review_round (SzCaseWalk *walk, Step *step, GError **error)
{
  const gint64 round_id = step->round->row.id;
  g_autoptr (GArray) members = NULL;
  g_autoptr (GArray) objections = NULL;
  g_autoptr (GArray) ballots = NULL;
  g_autofree char *number = NULL;

  if (!check_notice (walk, step, "announced", error))
    return FALSE;
  members = sz_title_rows_of_round (sz_store_panel_member_list (walk->store, SZ_ROWS_ALL, error),
                                    round_id);
  objections
      = sz_title_rows_of_round (sz_store_title_objection_list (walk->store, SZ_ROWS_ALL, error),
                                round_id);
  ballots
      = sz_title_rows_of_round (sz_store_ballot_list (walk->store, SZ_ROWS_ALL, error), round_id);
  if (members == NULL || objections == NULL || ballots == NULL)
    return FALSE;
  number = g_strdup_printf ("%u", members->len);
  if (members->len % 2 == 0)
    return refuse (step, "panel.even", number, error);
  if ((int)members->len < sz_title_round_panel_least (step->round))
    return refuse (step, "panel.small", number, error);
  for (guint i = 0; i < step->round->applications->len; i++)
    {
      const gint64 person
          = g_array_index (step->round->applications, SzTitleApplicationRow, i).person_id;
      const SzTitleDecisionRow *decision = sz_title_round_decision (step->round, person);

      if (decision != NULL && decision->recommended && !sz_title_left_out (objections, person)
          && sz_title_ballot_of (ballots, person) == NULL)
        return refuse_person (step, "batch.no_ballot", person, error);
    }
  return TRUE;
}

static gboolean
finish_round (SzCaseWalk *walk, Step *step, GError **error)
{
  return check_notice (walk, step, "published", error)
         && sz_title_write_results (walk->act, step->round, error);
}

/* One step back leads to the state before. */
static gboolean
go_back (SzCaseWalk *walk, GError **error)
{
  const SzCaseTable *table = &sz_case_title_round;
  SzPutResult result;
  Step *step = walk->user_data;

  for (guint i = 1; i < table->n_states; i++)
    if (g_str_equal (table->states[i].id, walk->file->head.state))
      walk->to = table->states[i - 1].id;
  if (!g_str_equal (walk->to, "draft"))
    return TRUE;
  /* A draft has nothing frozen. */
  g_clear_pointer (&step->round->row.standards, g_free);
  g_clear_pointer (&step->round->row.parameters, g_free);
  return sz_store_title_round_put (walk->act, &step->round->row, SZ_PUT_UPDATE, &result, error);
}

static gboolean
step_hook (SzCaseWalk *walk, GError **error)
{
  Step *step = walk->user_data;
  const char *verb = walk->move->verb;

  if (g_str_equal (verb, "back"))
    return go_back (walk, error);
  if (g_str_equal (verb, "open"))
    return open_round (walk, step, error);
  if (g_str_equal (verb, "closed"))
    return close_round (walk, step, error);
  if (g_str_equal (verb, "recommended"))
    return recommend_round (walk, step, error);
  if (g_str_equal (verb, "announced") || g_str_equal (verb, "published"))
    return begin_notice (walk, step, error);
  if (g_str_equal (verb, "reviewed"))
    return review_round (walk, step, error);
  return !g_str_equal (verb, "done") || finish_round (walk, step, error);
}

/* RULE ttl-14 */
gboolean
sz_title_round_step (SzOffice *office, const SzTitleStep *step, GError **error)
{
  static const SzCaseWay way = { &sz_case_title_round, "title.batch", step_hook };
  g_autoptr (SzTitleRound) round = NULL;
  g_autoptr (SzCaseFile) file = NULL;
  SzCaseAsk ask;
  Step job = { office, NULL, step };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && step != NULL, FALSE);
  g_return_val_if_fail (step->batch != NULL && step->state != NULL, FALSE);

  round = sz_title_round_load (office, step->batch, error);
  if (round == NULL)
    return FALSE;
  job.round = round;
  ask = (SzCaseAsk){
    .verb = step->state, .subject = step->batch, .day = step->on, .reason = step->reason
  };
  file = sz_office_case_walk (office, &way, round->row.id, &ask, &job, error);
  return file != NULL;
}

SzCaseView *
sz_title_round_case (SzOffice *office, const char *name, GError **error)
{
  g_autoptr (SzTitleRound) round = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && name != NULL, NULL);

  round = sz_title_round_load (office, name, error);
  return round != NULL ? sz_view_case (office, &sz_case_title_round, round->row.id, error) : NULL;
}
