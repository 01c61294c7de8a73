/* sz-exam-act.c — entering, locking and correcting scores (RULE rec-2, rec-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-exam-act.h"

#include <string.h>

#include "sz-codes.h"
#include "sz-office-act.h"
#include "sz-recruit-book.h"
#include "sz-recruit-lists.h"
#include "sz-score-log.h"
#include "sz-session.h"
#include "sz-store-exam.h"

#define FULL_MARK_X100 10000

typedef struct
{
  SzOffice *office;
  const SzScoreAsk *ask;
  gboolean correction;
  SzRecruitBook *book;
  SzRecruitPost *post;
  SzRecruitPerson *person;
  SzScoreSeen *seen; /* of a second typing */
} Job;

/* Items (分项) are those of the interview, where the post has any. */
static gboolean
has_item (const SzRecruitPost *post, const SzScoreAsk *ask)
{
  if (strcmp (ask->component, SZ_COMPONENT_INTERVIEW) != 0)
    return FALSE;
  for (guint i = 0; i < post->plan.n_items; i++)
    if (strcmp (post->plan.items[i].name, ask->item) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
load_job (Job *job, GError **error)
{
  const SzScoreAsk *ask = job->ask;

  job->book = sz_recruit_book_load (job->office, ask->plan, error);
  if (job->book == NULL
      || (job->post = sz_recruit_book_need_post (job->book, ask->post, error)) == NULL)
    return FALSE;
  if (sz_exam_plan_find (&job->post->plan, ask->component) < 0
      && strcmp (ask->component, SZ_COMPONENT_EXTRA) != 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "component.unknown", "value", ask->component,
                         NULL);
  if (ask->item != NULL && *ask->item != '\0' && !has_item (job->post, ask))
    return sz_error_set (error, SZ_ERROR_REFUSED, "component.unknown", "value", ask->item, NULL);
  if (ask->ticket != NULL)
    job->person = sz_recruit_book_need_person (job->book, ask->post, ask->ticket, error);
  return ask->ticket == NULL || job->person != NULL;
}

/* Scores may be entered until `check`; 加试 also while a tie stops the result. */
static gboolean
check_state (const Job *job, GError **error)
{
  const char *state = job->post->state;
  const gboolean over = strcmp (state, "check") == 0 || strcmp (state, "publicity") == 0;
  const gboolean extra
      = strcmp (job->ask->component, SZ_COMPONENT_EXTRA) == 0 && job->post->selection.blocked;

  if (job->correction)
    return TRUE;
  if (strcmp (state, "closed") == 0 || strcmp (state, "cancelled") == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "step.not_allowed", "post", job->ask->post,
                         "state", state, "verb", "enter", NULL);
  if (extra && over)
    return TRUE;
  return (!over && !sz_recruit_post_locked (job->book, job->post, job->ask->component))
         || sz_error_set (error, SZ_ERROR_REFUSED, "scores.locked", "post", job->ask->post,
                          "component", job->ask->component, NULL);
}

static gint64
find_full_mark (const Job *job)
{
  const SzExamPlan *plan = &job->post->plan;

  for (guint i = 0; job->ask->item != NULL && i < plan->n_items; i++)
    if (strcmp (plan->items[i].name, job->ask->item) == 0)
      return plan->items[i].full_x100;
  return FULL_MARK_X100;
}

static gboolean
read_marks (const Job *job, char **marks, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const gint64 full = find_full_mark (job);

  for (const char *const *word = job->ask->marks; word != NULL && *word != NULL; word++)
    {
      gint64 mark = 0;

      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (strcmp (*word, "-") == 0 || strcmp (*word, "回避") == 0)
        {
          g_string_append_c (text, '-');
          continue;
        }
      if (strcmp (*word, ".") == 0)
        {
          g_string_append_c (text, '.');
          continue;
        }
      if (!sz_decimal_parse (*word, SZ_HOURS_DECIMALS, &mark, error))
        return FALSE;
      if (mark < 0 || mark > full)
        return sz_error_set (error, SZ_ERROR_REFUSED, "score.range", "value", *word, NULL);
      {
        g_autofree char *number = sz_decimal_format (mark, SZ_HOURS_DECIMALS);

        g_string_append (text, number);
      }
    }
  *marks = g_string_free (g_steal_pointer (&text), FALSE);
  return TRUE;
}

/* What is asked for, in place of what @row says. */
static gboolean
fill_row (const Job *job, SzScoreRow *row, GError **error)
{
  const SzScoreAsk *ask = job->ask;
  const SzCode *status
      = ask->status != NULL ? sz_codes_by_name (SZ_TABLE_SCORE_STATUS, ask->status) : NULL;

  g_clear_pointer (&row->marks, g_free);
  g_clear_pointer (&row->status, g_free);
  row->score_x100 = -1;
  if (ask->has_score && (ask->score_x100 < 0 || ask->score_x100 > FULL_MARK_X100))
    {
      g_autofree char *text = sz_decimal_format (ask->score_x100, SZ_HOURS_DECIMALS);

      return sz_error_set (error, SZ_ERROR_REFUSED, "score.range", "value", text, NULL);
    }
  if (ask->has_score)
    row->score_x100 = ask->score_x100;
  if (status != NULL)
    row->status = g_strdup (status->code);
  return read_marks (job, &row->marks, error);
}

static gboolean
write_score (Job *job, SzAct *act, json_t *summary, GError **error)
{
  const SzScoreAsk *ask = job->ask;
  g_auto (SzScoreRow) row = { .applicant_id = job->person->row->id,
                              .component = g_strdup (ask->component),
                              .item = g_strdup (ask->item) };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean found = FALSE;

  if (!sz_store_score_find (sz_act_get_store (act), &row, &found, error))
    return FALSE;
  before = found ? sz_score_text (&row) : g_strdup ("");
  if (!fill_row (job, &row, error))
    return FALSE;
  if (ask->draw_no != NULL)
    {
      g_free (row.draw_no);
      row.draw_no = g_strdup (ask->draw_no);
    }
  after = sz_score_text (&row);
  json_object_set_new (summary, "before", json_string (before));
  json_object_set_new (summary, "after", json_string (after));
  return sz_store_score_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

static void
name_row (json_t *summary, const SzScoreAsk *ask)
{
  json_object_set_new (summary, "plan", json_string (ask->plan));
  json_object_set_new (summary, "post", json_string (ask->post));
  json_object_set_new (summary, "ticket", json_string (ask->ticket));
  json_object_set_new (summary, "component", json_string (ask->component));
  if (ask->item != NULL)
    json_object_set_new (summary, "item", json_string (ask->item));
  if (ask->reason != NULL)
    json_object_set_new (summary, "reason", json_string (ask->reason));
}

static gboolean
enter (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzScoreAsk *ask = job->ask;

  name_row (summary, ask);
  if (!load_job (job, error) || !check_state (job, error))
    return FALSE;
  if (job->correction && sz_recruit_post_locked (job->book, job->post, ask->component))
    json_object_set_new (summary, "locked", json_true ());
  return write_score (job, act, summary, error);
}

gboolean
sz_exam_enter (SzOffice *office, const SzScoreAsk *ask, char **act_id, GError **error)
{
  Job job = { .office = office, .ask = ask };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && ask->ticket != NULL, FALSE);
  done = sz_office_run (office, &(SzActHead){ .kind = "exam.enter" }, enter, &job, act_id, error);
  sz_recruit_book_free (job.book);
  return done;
}

gboolean
sz_exam_correct (SzOffice *office, const SzScoreAsk *ask, GError **error)
{
  Job job = { .office = office, .ask = ask, .correction = TRUE };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && ask->reason != NULL, FALSE);
  done = sz_office_run (office, &(SzActHead){ .kind = "exam.correct" }, enter, &job, NULL, error);
  sz_recruit_book_free (job.book);
  return done;
}

/* The second typing changes no row: the log keeps it, with who typed it. */
static gboolean
check_row (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzScoreAsk *ask = job->ask;
  g_auto (SzScoreRow) first = { 0 };
  g_auto (SzScoreRow) second = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean found = FALSE;

  name_row (summary, ask);
  if (!load_job (job, error))
    return FALSE;
  first.applicant_id = job->person->row->id;
  first.component = g_strdup (ask->component);
  first.item = g_strdup (ask->item);
  if (!sz_store_score_find (sz_act_get_store (act), &first, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "score.not_entered", "ticket", ask->ticket,
                         "component", ask->component, NULL);
  if (!fill_row (job, &second, error))
    return FALSE;
  before = sz_score_text (&first);
  after = sz_score_text (&second);
  json_object_set_new (summary, "first", json_string (before));
  json_object_set_new (summary, "second", json_string (after));
  job->seen->n_cells = sz_score_compare (before, after, &job->seen->n_equal);
  return TRUE;
}

gboolean
sz_exam_check (SzOffice *office, const SzScoreAsk *ask, SzScoreSeen *seen, GError **error)
{
  Job job = { .office = office, .ask = ask, .seen = seen };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && seen != NULL, FALSE);
  g_return_val_if_fail (ask->ticket != NULL, FALSE);
  done = sz_office_run (office, &(SzActHead){ .kind = "exam.check" }, check_row, &job, NULL, error);
  sz_recruit_book_free (job.book);
  return done;
}

gboolean
sz_exam_check_checker (SzOffice *office, const SzScoreAsk *ask, const char *verb, GError **error)
{
  SzScorePlace place;
  gboolean accounts = FALSE;
  gboolean found = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && verb != NULL, FALSE);

  place = (SzScorePlace){ ask->plan, ask->post, ask->component };
  if (!sz_office_has_accounts (office, &accounts, error)
      || (accounts
          && !sz_store_scores_by (sz_office_get_store (office), &place, sz_office_get_who (office),
                                  &found, error)))
    return FALSE;
  return !found
         || sz_error_set (error, SZ_ERROR_REFUSED, "maker.checker", "who",
                          sz_office_get_who (office), "verb", verb, NULL);
}

static gboolean
lock (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzScoreLockRow row = { .component = (char *)job->ask->component };

  json_object_set_new (summary, "plan", json_string (job->ask->plan));
  json_object_set_new (summary, "post", json_string (job->ask->post));
  json_object_set_new (summary, "component", json_string (job->ask->component));
  if (!load_job (job, error) || !sz_exam_check_checker (job->office, job->ask, "lock", error))
    return FALSE;
  row.position_id = job->post->row->id;
  return sz_store_score_lock_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

gboolean
sz_exam_lock (
    SzOffice *office, const char *plan, const char *post, const char *component, GError **error)
{
  const SzScoreAsk ask = { .plan = plan, .post = post, .component = component };
  Job job = { .office = office, .ask = &ask };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && plan != NULL && post != NULL, FALSE);
  g_return_val_if_fail (component != NULL, FALSE);
  done = sz_office_run (office, &(SzActHead){ .kind = "exam.lock" }, lock, &job, NULL, error);
  sz_recruit_book_free (job.book);
  return done;
}
