/* sz-title-dossier.c — all that hangs on an application: its papers, what was decided, voted and
 * said (RULE ttl-15, ttl-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-dossier.h"

#include "sz-office-act.h"
#include "sz-title-life-private.h"

static void
clear_paper (gpointer data)
{
  SzTitlePaper *paper = data;

  g_free (paper->condition);
  g_free (paper->material);
  g_free (paper->page);
  g_free (paper->attachment);
  g_free (paper->who);
}

static void
clear_dispute (gpointer data)
{
  SzTitleDispute *dispute = data;

  g_free (dispute->text);
  g_free (dispute->answer);
}

static GArray *
make_array (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint)size);

  g_array_set_clear_func (array, clear);
  return array;
}

void
sz_title_dossier_free (SzTitleDossier *dossier)
{
  if (dossier == NULL)
    return;
  g_array_unref (dossier->papers);
  g_array_unref (dossier->confirmed);
  g_array_unref (dossier->objections);
  g_array_unref (dossier->appeals);
  g_free (dossier->reason);
  g_free (dossier->who);
  g_free (dossier);
}

/* What is looked for, and where it is put. */
typedef struct
{
  const SzTitleRound *round;
  gint64 person_id;
  SzTitleDossier *dossier;
} Job;

static gboolean
add_paper_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTitleEvidenceRow *row = data;
  Job *job = user_data;
  SzTitlePaper paper;

  (void)error;
  if (row->round_id != job->round->row.id)
    return TRUE;
  paper = (SzTitlePaper){ g_strdup (row->condition), g_strdup (row->material), g_strdup (row->page),
                          g_strdup (row->attachment), g_strdup ("") };
  g_array_append_val (job->dossier->papers, paper);
  return TRUE;
}

static gboolean
add_confirmation_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTitleConfirmationRow *row = data;
  Job *job = user_data;
  SzTitlePaper paper;

  (void)error;
  if (row->round_id != job->round->row.id)
    return TRUE;
  paper = (SzTitlePaper){ g_strdup (row->condition), g_strdup (row->evidence), g_strdup (""),
                          g_strdup (""), g_strdup (row->who) };
  g_array_append_val (job->dossier->confirmed, paper);
  return TRUE;
}

static gboolean
add_objection_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTitleObjectionRow *row = data;
  Job *job = user_data;
  SzTitleDispute dispute;

  (void)error;
  if (row->round_id != job->round->row.id)
    return TRUE;
  dispute = (SzTitleDispute){ row->raised, g_strdup (row->text), g_strdup (row->answer),
                              row->answered, row->upheld };
  g_array_append_val (job->dossier->objections, dispute);
  return TRUE;
}

static gboolean
add_appeal_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzTitleAppealRow *row = data;
  Job *job = user_data;
  SzTitleDispute dispute;

  (void)error;
  if (row->round_id != job->round->row.id)
    return TRUE;
  dispute = (SzTitleDispute){ row->raised, g_strdup (row->text), g_strdup (row->conclusion),
                              row->concluded, FALSE };
  g_array_append_val (job->dossier->appeals, dispute);
  return TRUE;
}

static gboolean
add_vote_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzBallotRow *row = data;
  Job *job = user_data;

  (void)error;
  if (row->round_id != job->round->row.id)
    return TRUE;
  job->dossier->voted = TRUE;
  job->dossier->meeting = row->meeting;
  job->dossier->tally = (SzTally){ row->panel,   row->attending, row->recused, row->in_favour,
                                   row->against, row->abstain,   row->spoilt };
  sz_ballot_count (&job->dossier->tally, job->round->params->rules.recusal_includes,
                   &job->dossier->ballot);
  return TRUE;
}

static void
fill_decision (Job *job)
{
  const SzTitleDecisionRow *decision = sz_title_round_decision (job->round, job->person_id);

  if (decision == NULL)
    return;
  job->dossier->decided = TRUE;
  job->dossier->recommended = decision->recommended;
  job->dossier->reason = g_strdup (decision->reason);
  job->dossier->who = g_strdup (decision->who);
}

SzTitleDossier *
sz_title_dossier (SzOffice *office, const SzTitleRound *round, gint64 person_id, GError **error)
{
  g_autoptr (SzTitleDossier) dossier = NULL;
  SzRowFilter filter = { .person_id = person_id };
  SzStore *store;
  Job job = { round, person_id, NULL };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && round != NULL, NULL);
  store = sz_office_get_store (office);
  dossier = g_new0 (SzTitleDossier, 1);
  dossier->papers = make_array (sizeof (SzTitlePaper), clear_paper);
  dossier->confirmed = make_array (sizeof (SzTitlePaper), clear_paper);
  dossier->objections = make_array (sizeof (SzTitleDispute), clear_dispute);
  dossier->appeals = make_array (sizeof (SzTitleDispute), clear_dispute);
  job.dossier = dossier;
  fill_decision (&job);
  if (!sz_store_title_evidence_each (store, filter, add_paper_cb, &job, error)
      || !sz_store_title_confirmation_each (store, filter, add_confirmation_cb, &job, error)
      || !sz_store_title_objection_each (store, filter, add_objection_cb, &job, error)
      || !sz_store_title_appeal_each (store, filter, add_appeal_cb, &job, error)
      || !sz_store_ballot_each (store, filter, add_vote_cb, &job, error))
    return NULL;
  return g_steal_pointer (&dossier);
}
