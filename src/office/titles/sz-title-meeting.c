/* sz-title-meeting.c — the vote of a meeting, entered for all its applicants at once (RULE ttl-6,
 * ttl-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-meeting.h"

#include "sz-codes.h"
#include "sz-office-act.h"
#include "sz-office-private.h"
#include "sz-store-people.h"
#include "sz-title-life-private.h"

static void
clear_tally_cb (gpointer data)
{
  SzTitleTally *tally = data;

  g_free (tally->staff_no);
  g_free (tally->name);
  g_free (tally->title);
}

GArray *
sz_title_tallies_new (void)
{
  GArray *tallies = g_array_new (FALSE, TRUE, sizeof (SzTitleTally));

  g_array_set_clear_func (tallies, clear_tally_cb);
  return tallies;
}

void
sz_title_meeting_free (SzTitleMeeting *meeting)
{
  if (meeting == NULL)
    return;
  g_clear_pointer (&meeting->tallies, g_array_unref);
  g_free (meeting);
}

/* What a meeting is read from. */
typedef struct
{
  SzTitleRound *round;
  GArray *objections;
  GArray *members;
  GArray *recusals;
  GArray *ballots;
} Source;

static void
clear_source (Source *source)
{
  sz_title_round_free (source->round);
  g_clear_pointer (&source->objections, g_array_unref);
  g_clear_pointer (&source->members, g_array_unref);
  g_clear_pointer (&source->recusals, g_array_unref);
  g_clear_pointer (&source->ballots, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, clear_source)

static gboolean
load_source (Source *source, SzOffice *office, const char *batch, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  gint64 id;

  source->round = sz_title_round_load (office, batch, error);
  if (source->round == NULL)
    return FALSE;
  id = source->round->row.id;
  source->objections
      = sz_title_rows_of_round (sz_store_title_objection_list (store, SZ_ROWS_ALL, error), id);
  if (source->objections != NULL)
    source->members
        = sz_title_rows_of_round (sz_store_panel_member_list (store, SZ_ROWS_ALL, error), id);
  if (source->members != NULL)
    source->recusals
        = sz_title_rows_of_round (sz_store_recusal_list (store, SZ_ROWS_ALL, error), id);
  if (source->recusals != NULL)
    source->ballots = sz_title_rows_of_round (sz_store_ballot_list (store, SZ_ROWS_ALL, error), id);
  return source->ballots != NULL;
}

static void
fill_tally (const Source *source, gint64 person_id, SzTitleMeeting *meeting, SzTitleTally *tally)
{
  const SzBallotRow *row = sz_title_ballot_of (source->ballots, person_id);

  tally->known = row != NULL;
  if (row != NULL)
    {
      tally->tally = (SzTally){ row->panel,   row->attending, row->recused, row->in_favour,
                                row->against, row->abstain,   row->spoilt };
      meeting->day = MAX (meeting->day, row->meeting);
      return;
    }
  tally->tally.panel = meeting->members;
  tally->tally.attending = meeting->members;
  for (guint i = 0; i < source->recusals->len; i++)
    tally->tally.recused
        += g_array_index (source->recusals, SzRecusalRow, i).person_id == person_id;
}

static int
compare_tallies_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzTitleTally *)a)->staff_no, ((const SzTitleTally *)b)->staff_no);
}

SzTitleMeeting *
sz_title_meeting (SzOffice *office, const char *batch, GError **error)
{
  g_autoptr (SzTitleMeeting) meeting = NULL;
  g_auto (Source) source = { NULL };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL, NULL);

  if (!load_source (&source, office, batch, error))
    return NULL;
  meeting = g_new0 (SzTitleMeeting, 1);
  meeting->members = (int)source.members->len;
  meeting->includes = source.round->params->rules.recusal_includes;
  meeting->tallies = sz_title_tallies_new ();
  for (guint i = 0; i < source.round->decisions->len; i++)
    {
      const SzTitleDecisionRow *decision
          = &g_array_index (source.round->decisions, SzTitleDecisionRow, i);
      const SzTitleApplicationRow *application
          = sz_title_round_application (source.round, decision->person_id);
      g_autoptr (SzPersonFile) file = NULL;
      SzTitleTally tally = { NULL };

      if (!decision->recommended || application == NULL
          || sz_title_left_out (source.objections, decision->person_id))
        continue;
      file = sz_store_person_by_id (sz_office_get_store (office), decision->person_id, error);
      if (file == NULL)
        return NULL;
      tally.staff_no = g_strdup (file->person.staff_no);
      tally.name = g_strdup (file->person.name);
      tally.title = g_strdup (sz_codes_name (SZ_TABLE_TITLE, application->title));
      fill_tally (&source, decision->person_id, meeting, &tally);
      g_array_append_val (meeting->tallies, tally);
    }
  g_array_sort (meeting->tallies, compare_tallies_cb);
  return g_steal_pointer (&meeting);
}

/* ---- what was counted ---- */

typedef struct
{
  SzTitleRound *round;
  const SzTitleMeeting *meeting;
} Job;

static gboolean
put_tally (SzAct *act, const Job *job, const SzTitleTally *tally, GError **error)
{
  const SzTitleApplicationRow *application;
  const SzTally *counts = &tally->tally;
  SzBallotRow row = { .round_id = job->round->row.id, .meeting = job->meeting->day };
  SzPutResult result;
  SzBallot ballot;

  if (!sz_title_person_id (sz_act_get_store (act), tally->staff_no, &row.person_id, error))
    return FALSE;
  application = sz_title_round_application (job->round, row.person_id);
  sz_ballot_count (counts, job->meeting->includes, &ballot);
  if (application == NULL
      || (ballot.error != NULL && !g_str_equal (ballot.error, "ballot.no_quorum")))
    return sz_error_set (error, SZ_ERROR_REFUSED,
                         application == NULL ? "batch.no_application" : ballot.error, "batch",
                         job->round->row.name, "staff_no", tally->staff_no, "value", tally->name,
                         NULL);
  row.title = application->title;
  row.panel = counts->panel;
  row.attending = counts->attending;
  row.recused = counts->recused;
  row.in_favour = counts->in_favour;
  row.against = counts->against;
  row.abstain = counts->abstain;
  row.spoilt = counts->spoilt;
  return sz_store_ballot_put (act, &row, SZ_PUT_UPDATE, &result, error);
}

static gboolean
put_meeting (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  const GArray *tallies = job->meeting->tallies;

  json_object_set_new (summary, "batch", json_string (job->round->row.name));
  json_object_set_new (summary, "people", json_integer (tallies->len));
  for (guint i = 0; i < tallies->len; i++)
    if (!put_tally (act, job, &g_array_index (tallies, SzTitleTally, i), error))
      return FALSE;
  return TRUE;
}

gboolean
sz_title_meeting_put (SzOffice *office,
                      const char *batch,
                      const SzTitleMeeting *meeting,
                      GError **error)
{
  g_autoptr (SzTitleRound) round = NULL;
  Job job = { .meeting = meeting };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL, FALSE);
  g_return_val_if_fail (meeting != NULL && meeting->tallies != NULL, FALSE);

  round = sz_title_round_load (office, batch, error);
  job.round = round;
  return round != NULL
         && sz_office_run (office, &(SzActHead){ .kind = "title.meeting" }, put_meeting, &job, NULL,
                           error);
}
