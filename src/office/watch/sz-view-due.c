/* sz-view-due.c — what comes due, and what is overdue 到期事项 (RULE aud-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-due.h"

#include <string.h>

#include "sz-appoint-act.h"
#include "sz-case-tables.h"
#include "sz-message.h"
#include "sz-pay-stale.h"
#include "sz-recruit-act.h"
#include "sz-recruit-book.h"
#include "sz-retirement-day.h"
#include "sz-store-case.h"
#include "sz-store-parttime.h"
#include "sz-store-pay.h"
#include "sz-view-findings.h"
#include "sz-view-targets.h"
#include "sz-watch-book.h"

/* What the finders of the list look at. */
typedef struct
{
  SzOffice *office;
  SzWatchBook *book;
  SzTargetsView *targets;
  SzDueView *view;
} Due;

static void
add (Due *due, SzDueKind kind, SzDate date, const char *key, const char *name)
{
  SzDue item = { date, kind, g_strdup (key), g_strdup (name) };

  g_array_append_val (due->view->items, item);
}

static gboolean
is_followed (const GArray *contracts, const SzContractRow *row)
{
  for (guint i = 0; i < contracts->len; i++)
    {
      const SzContractRow *other = &g_array_index (contracts, SzContractRow, i);

      if (other != row && g_strcmp0 (other->id_number, row->id_number) == 0
          && sz_due_is_followed (row->to, other->from, other->to))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_contracts (Due *due, GError **error)
{
  for (guint i = 0; i < due->book->contracts->len; i++)
    {
      const SzContractRow *row = &g_array_index (due->book->contracts, SzContractRow, i);

      if (due->view->day <= row->to && row->to <= due->view->last
          && !is_followed (due->book->contracts, row))
        add (due, SZ_DUE_CONTRACT_END, row->to, row->agreement_no, row->name);
    }
  return TRUE;
}

static gboolean
find_retirements (Due *due, GError **error)
{
  g_auto (SzRetirementTable) table = { 0 };

  if (!sz_rules_retirement (due->book->params, due->view->day, &table, error))
    return FALSE;
  for (guint i = 0; i < due->book->people->len; i++)
    {
      const SzWatchPerson *person = &g_array_index (due->book->people, SzWatchPerson, i);
      SzDate last;

      if (!person->state.in_service || person->state.employment == SZ_EMPLOYMENT_EXTERNAL)
        continue;
      last = sz_retirement_last_day (&table, person);
      if (last != SZ_DATE_NONE && last <= due->view->last)
        add (due, SZ_DUE_RETIREMENT, last, person->staff_no, person->name);
    }
  return TRUE;
}

static gboolean
find_rotations (Due *due, GError **error)
{
  const GArray *lines = due->targets->registers->rotation;

  for (guint i = 0; i < lines->len; i++)
    {
      const SzRotationLine *line = &g_array_index (lines, SzRotationLine, i);

      if (line->state.lapses <= due->view->last)
        add (due, SZ_DUE_ROTATION_LAPSE, line->state.lapses, line->staff_no, line->name);
    }
  return TRUE;
}

static gboolean
find_agreements (Due *due, GError **error)
{
  g_autoptr (GPtrArray) majors = SZ_WATCH_POINTERS (due->book->majors, SzMajorRow, major);
  g_autoptr (GArray) expiring = sz_majors_expiring ((const SzMajor *const *)majors->pdata,
                                                    majors->len, due->view->day, due->view->last);

  for (guint i = 0; i < expiring->len; i++)
    {
      const SzMajorDay *major = &g_array_index (expiring, SzMajorDay, i);

      add (due, SZ_DUE_AGREEMENT_END, major->agreement_until, major->code, major->name);
    }
  return TRUE;
}

static gboolean
find_rectify (Due *due, GError **error)
{
  for (guint i = 0; i < due->book->rectify->len; i++)
    {
      const SzRectifyItem *item = &g_array_index (due->book->rectify, SzRectifyRow, i).item;

      if (sz_rectify_state (item) != SZ_RECTIFY_CLOSED && item->deadline <= due->view->last)
        add (due, SZ_DUE_RECTIFY_DEADLINE, item->deadline, item->no, item->problem);
    }
  return TRUE;
}

static gboolean
find_checkpoints (Due *due, GError **error)
{
  for (guint i = 0; i < due->targets->lines->len; i++)
    {
      const SzTargetLine *line = &g_array_index (due->targets->lines, SzTargetLine, i);
      const SzTargetFigures *figures = &line->figures;

      if ((figures->state == SZ_TARGET_OPEN || figures->state == SZ_TARGET_BELOW)
          && figures->deadline >= due->view->day && figures->deadline <= due->view->last)
        add (due, SZ_DUE_TARGET_CHECKPOINT, figures->deadline, line->indicator->indicator.id,
             line->indicator->indicator.name);
    }
  return TRUE;
}

static gboolean
find_terms (Due *due, GError **error)
{
  g_autoptr (GArray) terms
      = sz_appoint_due_until (due->office, due->view->day, due->view->last, error);

  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      const SzTermDue *term = &g_array_index (terms, SzTermDue, i);

      add (due, SZ_DUE_APPOINTMENT_END, term->to, term->staff_no, term->name);
    }
  return terms != NULL;
}

static gboolean
find_answers (Due *due, GError **error)
{
  const SzFindingFilter open = { SZ_FINDING_OPEN, -1, NULL, FALSE };
  g_autoptr (SzFindingsView) findings = sz_view_findings (due->office, &open, error);

  for (guint i = 0; findings != NULL && i < findings->items->len; i++)
    {
      const SzFindingItem *item = &g_array_index (findings->items, SzFindingItem, i);
      SzDate date = sz_date_add_days (item->finding.first_seen, due->book->rules->answer_days);
      g_autofree char *no = g_strdup_printf ("%" G_GINT64_FORMAT, item->finding.no);

      if (item->finding.gravity != SZ_GRAVITY_NOTICE && date <= due->view->last)
        add (due, SZ_DUE_FINDING_ANSWER, date, no, item->message);
    }
  return findings != NULL;
}

static void
add_if_due (Due *due, SzDueKind kind, SzDate date, const SzWatchPerson *person)
{
  if (date != SZ_DATE_NONE && date >= due->view->day && date <= due->view->last)
    add (due, kind, date, person->staff_no, person->name);
}

/* The last 聘用合同 of everybody in service, and its probation (RULE rec-11). */
static gboolean
find_employment (Due *due, GError **error)
{
  g_autoptr (GArray) rows = sz_store_staff_contract_list (due->book->store, SZ_ROWS_ALL, error);
  g_autoptr (GHashTable) last = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      SzStaffContractRow *row = &g_array_index (rows, SzStaffContractRow, i);
      const SzStaffContractRow *other = g_hash_table_lookup (last, &row->person_id);

      if (other == NULL || row->to > other->to)
        g_hash_table_replace (last, &row->person_id, row);
    }
  for (guint i = 0; rows != NULL && i < due->book->people->len; i++)
    {
      const SzWatchPerson *person = &g_array_index (due->book->people, SzWatchPerson, i);
      const SzStaffContractRow *row = g_hash_table_lookup (last, &person->id);

      if (row == NULL || !person->state.in_service)
        continue;
      add_if_due (due, SZ_DUE_EMPLOYMENT_END, row->to, person);
      add_if_due (due, SZ_DUE_PROBATION_END, row->probation_to, person);
    }
  return rows != NULL;
}

/* Notices of posts to be filled that are running (RULE rec-7). */
static gboolean
find_notices (Due *due, GError **error)
{
  g_auto (GStrv) plans = sz_recruit_plans (due->office, error);

  for (char **plan = plans; plans != NULL && *plan != NULL; plan++)
    {
      g_autoptr (SzRecruitBook) book = sz_recruit_book_load (due->office, *plan, error);

      if (book == NULL)
        return FALSE;
      for (guint i = 0; i < book->posts->len; i++)
        {
          const SzRecruitPost *post = g_ptr_array_index (book->posts, i);
          g_autofree char *key = g_strdup_printf ("%s %s", *plan, post->row->code);
          SzRecruitNotice notice;

          if (sz_recruit_post_notice (post, &notice) && notice.to >= due->view->day
              && notice.to <= due->view->last)
            add (due, SZ_DUE_NOTICE_END, notice.to, key, post->row->name);
        }
    }
  return plans != NULL;
}

/* The day of the last step of a run. */
static SzDate
find_since (const SzCaseFile *file)
{
  guint n_steps = 0;
  const SzCaseStep *steps = sz_case_file_steps (file, &n_steps);
  g_autofree char *text = n_steps > 0 ? g_strndup (steps[n_steps - 1].at, 10) : NULL;
  SzDate day = SZ_DATE_NONE;

  if (text != NULL)
    sz_date_parse (text, &day, NULL);
  return day;
}

/* A run whose inputs changed, and one that waits to be reviewed, announced or approved. */
static gboolean
add_run (Due *due, const SzPayRun *run, GError **error)
{
  g_autoptr (SzCaseFile) file = sz_store_case_load (sz_office_get_store (due->office),
                                                    sz_case_pay_run.kind, run->id, error);
  g_autoptr (GArray) changes = NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, run->id);
  const gboolean paid = strcmp (run->state, "paid") == 0;
  SzDate since;

  if (file == NULL)
    return FALSE;
  since = find_since (file);
  changes = paid ? NULL : sz_office_pay_stale (due->office, run->id, NULL, error);
  if (!paid && changes == NULL)
    return FALSE;
  if (changes != NULL && changes->len > 0)
    add (due, SZ_DUE_RUN_STALE, since, number, run->name);
  if (!paid && strcmp (run->state, "approved") != 0)
    add (due, SZ_DUE_RUN_WAITING, since, number, run->name);
  return TRUE;
}

static gboolean
find_runs (Due *due, GError **error)
{
  g_autoptr (GArray) runs = sz_store_pay_list (sz_office_get_store (due->office), error);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    if (!add_run (due, &g_array_index (runs, SzPayRun, i), error))
      return FALSE;
  return runs != NULL;
}

/* What else comes due joins with a function here. */
static gboolean (*const finders[]) (Due *due, GError **error) = {
  find_contracts, find_retirements, find_rotations,  find_agreements,
  find_rectify,   find_checkpoints, find_employment, find_notices,
  find_terms,     find_runs,        find_answers,
};

static void
due_freed_cb (gpointer data)
{
  sz_due_clear (data);
}

static int
compare_due_cb (gconstpointer a, gconstpointer b)
{
  return sz_due_compare (a, b);
}

SzDueView *
sz_view_due (SzOffice *office, SzDate day, int days, GError **error)
{
  g_autoptr (SzWatchBook) book = NULL;
  g_autoptr (SzTargetsView) targets = NULL;
  g_autoptr (SzDueView) view = NULL;
  Due due = { .office = office };

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  view = g_new0 (SzDueView, 1);
  view->day = sz_date_first_day (day);
  view->items = g_array_new (FALSE, TRUE, sizeof (SzDue));
  g_array_set_clear_func (view->items, due_freed_cb);
  book = sz_watch_book_open (office, day, SZ_BOOK_ALL, error);
  if (book == NULL)
    return NULL;
  targets = sz_targets_view_of (book, sz_date_year (view->day), view->day, error);
  if (targets == NULL)
    return NULL;
  view->days = days > 0 ? days : book->rules->warn_days;
  view->last = sz_date_add_days (view->day, view->days);
  due.book = book;
  due.targets = targets;
  due.view = view;
  for (gsize i = 0; i < G_N_ELEMENTS (finders); i++)
    if (!finders[i](&due, error))
      return NULL;
  g_array_sort (view->items, compare_due_cb);
  return g_steal_pointer (&view);
}

void
sz_due_view_free (SzDueView *view)
{
  if (view == NULL)
    return;
  g_array_unref (view->items);
  g_free (view);
}

char *
sz_due_dup_what (SzDueKind kind)
{
  g_autofree char *code = g_strconcat ("due.", sz_due_kind_word (kind), NULL);

  return sz_message_for_code (code, NULL);
}
