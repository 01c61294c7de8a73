/* sz-title-round-findings.c — what does not fit in the rounds (RULE ttl-17, ttl-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-round-findings.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-panel-kin.h"
#include "sz-store-people.h"
#include "sz-title-check.h"
#include "sz-title-life-private.h"

#define MONTHS_A_YEAR 12

/* One round, and the rows that hang on it. */
typedef struct
{
  SzOffice *office;
  SzStore *store;
  const SzTitleRound *round;
  GArray *members;
  GArray *recusals;
  GArray *notices;
  GArray *findings;
} Job;

static void
add_finding (Job *job, const char *code, const char *staff_no, SzDate date)
{
  SzTitleFinding finding = { .code = code,
                             .staff_no = g_strdup (staff_no),
                             .date = date,
                             .batch = g_strdup (job->round->row.name) };

  g_array_append_val (job->findings, finding);
}

static void
add_number (Job *job, const char *code, SzDate date, int number)
{
  add_finding (job, code, NULL, date);
  g_array_index (job->findings, SzTitleFinding, job->findings->len - 1).number = number;
}

static void
find_about_panel (Job *job)
{
  if (job->members->len > 0 && job->members->len % 2 == 0)
    add_number (job, "panel.even", SZ_DATE_NONE, (int)job->members->len);
  for (guint i = 0; i < job->notices->len; i++)
    {
      const SzTitleNoticeRow *row = &g_array_index (job->notices, SzTitleNoticeRow, i);

      if (row->days < job->round->params->rules.publicity_wd)
        add_number (job, "title.notice_short", row->start, row->days);
    }
}

static gboolean
is_recused (const Job *job, const SzPanelMemberRow *member, gint64 person_id)
{
  for (guint i = 0; i < job->recusals->len; i++)
    {
      const SzRecusalRow *row = &g_array_index (job->recusals, SzRecusalRow, i);

      if (row->person_id == person_id && g_strcmp0 (row->member, member->name) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_about_member (Job *job,
                   const SzPanelMemberRow *member,
                   gint64 person_id,
                   const char *staff_no,
                   GError **error)
{
  gboolean kin = FALSE;

  if (g_strcmp0 (member->staff_no, staff_no) == 0)
    {
      add_finding (job, "panel.self", staff_no, SZ_DATE_NONE);
      return TRUE;
    }
  if (!sz_panel_find_kin (job->store, member, person_id, &kin, NULL, error))
    return FALSE;
  if (kin && !is_recused (job, member, person_id))
    add_finding (job, "panel.kinship", staff_no, SZ_DATE_NONE);
  return TRUE;
}

/* RULE ttl-24: 任职年限 that the application claims beyond the whole years of ttl-1. */
static gboolean
find_about_years (Job *job,
                  const SzTitleApplicationRow *application,
                  const char *staff_no,
                  GError **error)
{
  g_autoptr (SzTitlePerson) person = NULL;

  if (application->claimed_x100 <= 0)
    return TRUE;
  person = sz_title_check_person (job->office, job->round, staff_no, application->title, error);
  if (person == NULL)
    return FALSE;
  if (person->held != NULL && person->years.known
      && application->claimed_x100 > (gint64)(person->years.high / MONTHS_A_YEAR) * 100)
    add_finding (job, "title.years_miscounted", staff_no, SZ_DATE_NONE);
  return TRUE;
}

/* A statement until accounts exist: who decided or confirmed also computed the score. */
static gboolean
find_same_hand (Job *job, gint64 person_id, const char *staff_no, GError **error)
{
  SzTitleScoreRow score = { .round_id = job->round->row.id, .person_id = person_id };
  const SzTitleDecisionRow *decision = sz_title_round_decision (job->round, person_id);
  g_autoptr (GArray) confirmations = NULL;
  gboolean found = FALSE, same;

  if (!sz_store_title_score_find (job->store, &score, &found, error))
    return FALSE;
  confirmations
      = sz_title_rows_of_round (sz_store_title_confirmation_list (job->store, SZ_ROWS_ALL, error),
                                job->round->row.id);
  if (confirmations == NULL)
    {
      sz_store_title_score_clear (&score);
      return FALSE;
    }
  same = found && decision != NULL && g_strcmp0 (decision->who, score.who) == 0;
  for (guint i = 0; found && i < confirmations->len; i++)
    {
      const SzTitleConfirmationRow *row = &g_array_index (confirmations, SzTitleConfirmationRow, i);

      same |= row->person_id == person_id && g_strcmp0 (row->who, score.who) == 0;
    }
  if (same)
    add_finding (job, "title.same_hand", staff_no, SZ_DATE_NONE);
  sz_store_title_score_clear (&score);
  return TRUE;
}

static gboolean
find_about_application (Job *job, const SzTitleApplicationRow *application, GError **error)
{
  g_autofree char *staff_no = sz_title_dup_staff_no (job->store, application->person_id, error);

  if (staff_no == NULL)
    return FALSE;
  for (guint i = 0; i < job->members->len; i++)
    {
      const SzPanelMemberRow *member = &g_array_index (job->members, SzPanelMemberRow, i);

      if (!find_about_member (job, member, application->person_id, staff_no, error))
        return FALSE;
    }
  return find_about_years (job, application, staff_no, error)
         && find_same_hand (job, application->person_id, staff_no, error);
}

static gboolean
find_about_round (Job *job, GError **error)
{
  g_autoptr (GPtrArray) stale = NULL;

  find_about_panel (job);
  for (guint i = 0; i < job->round->applications->len; i++)
    if (!find_about_application (job,
                                 &g_array_index (job->round->applications, SzTitleApplicationRow,
                                                 i),
                                 error))
      return FALSE;
  stale = sz_title_round_stale (job->office, job->round, error);
  for (guint i = 0; stale != NULL && i < stale->len; i++)
    add_finding (job, "batch.stale", g_ptr_array_index (stale, i), SZ_DATE_NONE);
  return stale != NULL;
}

static gboolean
load_rows (Job *job, GError **error)
{
  const gint64 id = job->round->row.id;

  job->members
      = sz_title_rows_of_round (sz_store_panel_member_list (job->store, SZ_ROWS_ALL, error), id);
  job->recusals
      = job->members != NULL
            ? sz_title_rows_of_round (sz_store_recusal_list (job->store, SZ_ROWS_ALL, error), id)
            : NULL;
  job->notices
      = job->recusals != NULL
            ? sz_title_rows_of_round (sz_store_title_notice_list (job->store, SZ_ROWS_ALL, error),
                                      id)
            : NULL;
  return job->notices != NULL;
}

gboolean
sz_title_round_findings (SzOffice *office, GArray *findings, GError **error)
{
  g_autoptr (GArray) briefs = NULL;
  gboolean found = TRUE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && findings != NULL, FALSE);

  briefs = sz_title_round_list (office, error);
  for (guint i = 0; found && briefs != NULL && i < briefs->len; i++)
    {
      g_autoptr (SzTitleRound) round
          = sz_title_round_load (office, g_array_index (briefs, SzTitleRoundBrief, i).name, error);
      Job job = { .office = office,
                  .store = sz_office_get_store (office),
                  .round = round,
                  .findings = findings };

      found = round != NULL && load_rows (&job, error) && find_about_round (&job, error);
      g_clear_pointer (&job.members, g_array_unref);
      g_clear_pointer (&job.recusals, g_array_unref);
      g_clear_pointer (&job.notices, g_array_unref);
    }
  return found && briefs != NULL;
}
