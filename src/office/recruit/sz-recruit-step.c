/* sz-recruit-step.c — the acts of a post's life (RULE rec-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-act.h"
#include "sz-calendar-book.h"
#include "sz-case-act.h"
#include "sz-establishment-book.h"
#include "sz-exam-act.h"
#include "sz-params.h"
#include "sz-quota-day.h"
#include "sz-recruit-act.h"
#include "sz-recruit-book.h"
#include "sz-recruit-lists.h"
#include "sz-recruit-state.h"

/* What the hook of a walk needs. */
typedef struct
{
  SzOffice *office;
  SzRecruitBook *book;
  SzRecruitPost *post;
  SzRecruitStepped *stepped;
} Step;

static gboolean
has_approval (const SzCaseWalk *walk)
{
  return walk->ask->approval != NULL && *walk->ask->approval != '\0';
}

static gboolean
refuse (const Step *step, const char *code, const char *name, const char *value, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, code, "post", step->post->row->code, name, value,
                       NULL);
}

/* Whom the refusal is about: by name for people, by ticket for what opens them. */
static gboolean
refuse_for (const Step *step, const char *code, const GPtrArray *people, GError **error)
{
  g_autofree char *count = g_strdup_printf ("%u", people->len);
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GString) tickets = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (people, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", person->row->name);
      g_string_append_printf (tickets, "%s%s", i > 0 ? " " : "", person->row->ticket);
    }
  return sz_error_set (error, SZ_ERROR_REFUSED, code, "post", step->post->row->code, "state",
                       step->post->state, "count", count, "names", names->str, "tickets",
                       tickets->str, NULL);
}

/* A notice that begins on the day of the step, kept with it (RULE rec-7). */
static gboolean
begin_notice (Step *step, SzCaseWalk *walk, int days, GError **error)
{
  g_autoptr (SzCalendar) calendar = sz_calendar_book_load (step->office, error);
  SzRecruitNotice notice = { .from = walk->ask->day, .days = days };
  g_autofree char *from = sz_date_format (notice.from);
  g_autofree char *to = NULL;

  if (calendar == NULL
      || !sz_calendar_end_of_notice (calendar, notice.from, days, &notice.to, error))
    return FALSE;
  to = sz_date_format (notice.to);
  json_object_set_new (walk->detail, "notice",
                       json_pack ("{s:s, s:i, s:s}", "from", from, "days", days, "to", to));
  step->stepped->has_notice = TRUE;
  step->stepped->notice = notice;
  return TRUE;
}

/* How many working days, by the parameters of the notice's own day. */
static gboolean
begin_usual_notice (Step *step, SzCaseWalk *walk, gboolean publicity, GError **error)
{
  g_autoptr (GArray) params = sz_params_gather (step->office, error);
  g_autoptr (SzRecruitRules) rules
      = params != NULL ? sz_recruit_rules (params, walk->ask->day, error) : NULL;

  return rules != NULL
         && begin_notice (step, walk, publicity ? rules->publicity_days : rules->notice_days,
                          error);
}

/* RULE rec-13: room for the places, or an approval number. */
static gboolean
check_room (Step *step, SzCaseWalk *walk, GError **error)
{
  const SzPositionRow *row = step->post->row;
  SzDate day = SZ_DATE_NONE;

  if (has_approval (walk) || row->uses == SZ_USES_OUTSIDE)
    return TRUE;
  if (row->uses == SZ_USES_ESTABLISHED)
    {
      g_autofree char *over = NULL;

      if (!sz_establishment_exceeded (step->office, row->places, walk->ask->day, &day, error))
        return FALSE;
      over = sz_date_format (day);
      return day == SZ_DATE_NONE || refuse (step, "establishment.exceeded", "date", over, error);
    }
  {
    const SzQuotaAsk ask = { .from = row->term_from,
                             .to = row->term_to,
                             .asked_x1e4 = row->fte_x1e4 * row->places,
                             .without_position = row->id };
    g_autoptr (SzQuotaJudgement) judgement = sz_quota_judge (step->office, &ask, error);

    return judgement != NULL && (judgement->accepted || sz_quota_refusal (judgement, error));
  }
}

static gboolean
check_screen (Step *step, SzCaseWalk *walk, GError **error)
{
  const SzCaseStep *announce = sz_recruit_last_step (walk->file, "announce");
  SzRecruitNotice notice = { 0 };
  g_autofree char *to = NULL;

  if (announce == NULL || !sz_recruit_notice (announce, &notice) || walk->ask->day >= notice.to)
    return TRUE;
  to = sz_date_format (notice.to);
  if (has_approval (walk))
    {
      json_object_set_new (walk->detail, "short", json_string (to));
      return TRUE;
    }
  return refuse (step, "notice.short", "to", to, error);
}

/* RULE rec-1: p' is fixed; 0 cancels the post. */
static gboolean
open_exam (Step *step, SzCaseWalk *walk, GError **error)
{
  g_autoptr (GPtrArray) undecided = g_ptr_array_new ();
  const gint64 places = sz_exam_places (&step->post->plan, step->post->qualified);

  for (guint i = 0; i < step->post->people->len; i++)
    {
      SzRecruitPerson *person = g_ptr_array_index (step->post->people, i);

      if (!person->row->withdrawn_early && person->screened == SZ_REVIEW)
        g_ptr_array_add (undecided, person);
    }
  if (undecided->len > 0)
    return refuse_for (step, "screen.undecided", undecided, error);
  json_object_set_new (walk->detail, "places", json_integer (places));
  json_object_set_new (walk->detail, "qualified", json_integer (step->post->qualified));
  step->stepped->places = places;
  if (places == 0)
    walk->to = "cancelled";
  return TRUE;
}

/* Who has no result yet: no decision, or a score that is not there. */
static GPtrArray *
find_unfinished (const SzRecruitPost *post, gboolean assessed)
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < post->entrants->len; i++)
    {
      SzRecruitPerson *person = g_ptr_array_index (post->entrants, i);

      if (assessed ? person->decision == NULL : person->entry->state == SZ_EXAM_PENDING)
        g_ptr_array_add (people, person);
    }
  return people;
}

static gboolean
finish_exam (Step *step, SzCaseWalk *walk, GError **error)
{
  const gboolean assessed = step->post->plan.order == SZ_ORDER_ASSESSMENT;
  g_autoptr (GPtrArray) missing = find_unfinished (step->post, assessed);
  SzScoreLockRow lock = { .position_id = step->post->row->id, .component = (char *)"" };
  const SzScoreAsk all
      = { .plan = step->post->row->plan, .post = step->post->row->code, .component = "" };

  if (missing->len > 0)
    return refuse_for (step, "exam.incomplete", missing, error);
  if (!assessed && step->post->summary.unresolved)
    return refuse (step, "exam.tie", "state", step->post->state, error);
  if (!sz_exam_check_checker (step->office, &all, walk->ask->verb, error))
    return FALSE;
  return sz_store_score_lock_put (walk->act, &lock, SZ_PUT_UPDATE, NULL, error);
}

static GPtrArray *
find_called (const SzRecruitPost *post, SzCalledState state)
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < post->candidates->len; i++)
    if (g_array_index (post->candidates, SzCandidate, i).state == state)
      g_ptr_array_add (people, g_ptr_array_index (post->called, i));
  return people;
}

static gboolean
publish (Step *step, SzCaseWalk *walk, GError **error)
{
  json_t *people = json_array ();
  g_autoptr (GPtrArray) unchecked = find_called (step->post, SZ_CALLED_TO_CHECK);

  json_object_set_new (walk->detail, "applicants", people);
  if (step->post->selection.blocked || step->post->selection.waiting)
    return refuse_for (step, "result.incomplete", unchecked, error);
  for (guint i = 0; i < step->post->candidates->len; i++)
    {
      const SzCandidate *candidate = &g_array_index (step->post->candidates, SzCandidate, i);
      const SzRecruitPerson *person = g_ptr_array_index (step->post->called, i);

      if (candidate->state == SZ_CALLED_PROPOSED && candidate->notice == 0)
        json_array_append_new (people, json_integer (person->row->id));
    }
  if (json_array_size (people) == 0)
    return refuse (step, "result.incomplete", "state", step->post->state, error);
  return begin_usual_notice (step, walk, TRUE, error);
}

static gboolean
close_post (Step *step, SzCaseWalk *walk, GError **error)
{
  gboolean open = step->post->post_objected;

  for (guint i = 0; i < step->post->candidates->len; i++)
    {
      const SzCandidate *candidate = &g_array_index (step->post->candidates, SzCandidate, i);
      const SzRecruitPerson *person = g_ptr_array_index (step->post->called, i);
      SzRecruitNotice notice = { 0 };

      open |= person->objected;
      if (candidate->state == SZ_CALLED_PROPOSED)
        open |= person->hire == NULL;
      if (sz_recruit_published (walk->file, person->row->id, &notice) > 0)
        open |= walk->ask->day <= notice.to;
    }
  return !open || refuse (step, "close.open", "state", step->post->state, error);
}

static gboolean
judge_step (SzCaseWalk *walk, GError **error)
{
  Step *step = walk->user_data;
  const char *verb = walk->ask->verb;

  if (strcmp (verb, "approve") == 0)
    return check_room (step, walk, error);
  if (strcmp (verb, "announce") == 0)
    return begin_usual_notice (step, walk, FALSE, error);
  if (strcmp (verb, "screen") == 0)
    return check_screen (step, walk, error);
  if (strcmp (verb, "open-exam") == 0)
    return open_exam (step, walk, error);
  if (strcmp (verb, "finish-exam") == 0)
    return finish_exam (step, walk, error);
  if (strcmp (verb, "publish") == 0)
    return publish (step, walk, error);
  if (strcmp (verb, "close") == 0)
    return close_post (step, walk, error);
  if ((strcmp (verb, "cancel") == 0 || strcmp (verb, "back") == 0) && step->post->hired > 0)
    return refuse (step, "hire.done", "state", step->post->state, error);
  return TRUE;
}

typedef struct
{
  SzOffice *office;
  const char *plan;
  const char *post;
  const SzCaseAsk *ask;
  SzRecruitStepped *stepped;
} Job;

static gboolean
walk_post (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  static const SzCaseWay way = { &sz_case_recruit_post, "recruit", judge_step };
  Job *job = user_data;
  g_autoptr (SzRecruitBook) book = sz_recruit_book_load (job->office, job->plan, error);
  Step step = { .office = job->office, .book = book, .stepped = job->stepped };
  SzCaseFile *file;
  SzCaseAsk ask = *job->ask;
  const SzCaseAsk first = { .verb = "plan", .subject = job->post, .who = sz_act_get_who (act) };

  if (book == NULL)
    return FALSE;
  step.post = sz_recruit_book_need_post (book, job->post, error);
  if (step.post == NULL)
    return FALSE;
  file = step.post->file;
  ask.subject = job->post;
  ask.who = sz_act_get_who (act);
  job->stepped->from = g_strdup (step.post->state);
  job->stepped->places = step.post->places;
  json_object_set_new (summary, "plan", json_string (job->plan));
  if (file->steps->len == 0
      && !sz_office_case_step (act, summary, &way, file, &first, &step, error))
    return FALSE;
  if (!sz_office_case_step (act, summary, &way, file, &ask, &step, error))
    return FALSE;
  job->stepped->to = g_strdup (file->head.state);
  job->stepped->on = ask.day;
  return TRUE;
}

void
sz_recruit_stepped_clear (SzRecruitStepped *stepped)
{
  g_return_if_fail (stepped != NULL);
  g_free (stepped->from);
  g_free (stepped->to);
  *stepped = (SzRecruitStepped){ 0 };
}

gboolean
sz_recruit_step (SzOffice *office,
                 const char *plan,
                 const char *post,
                 const SzCaseAsk *ask,
                 SzRecruitStepped *stepped,
                 GError **error)
{
  Job job = { office, plan, post, ask, stepped };
  g_autofree char *kind = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && plan != NULL && post != NULL, FALSE);
  g_return_val_if_fail (ask != NULL && ask->verb != NULL && stepped != NULL, FALSE);
  kind = g_strdup_printf ("recruit.%s", ask->verb);
  return sz_office_run (office, &(SzActHead){ .kind = kind }, walk_post, &job, NULL, error);
}

gboolean
sz_recruit_step_at (SzOffice *office, gint64 position_id, const SzCaseAsk *ask, GError **error)
{
  g_auto (SzPositionRow) row = { 0 };
  g_auto (SzRecruitStepped) stepped = { 0 };
  gboolean found = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL, FALSE);
  if (!sz_store_position_get (sz_office_get_store (office), position_id, &row, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_STALE, "register.gone", NULL);
  return sz_recruit_step (office, row.plan, row.code, ask, &stepped, error);
}
