/* sz-title-ranking.c — the applicants for a title by their scores (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-ranking.h"

#include "sz-office-act.h"
#include "sz-store-careers.h"
#include "sz-store-people.h"
#include "sz-title-round-private.h"

void
sz_title_ranking_free (SzTitleRanking *ranking)
{
  if (ranking == NULL)
    return;
  g_array_unref (ranking->scores);
  g_ptr_array_unref (ranking->names);
  g_free (ranking);
}

/* What one applicant is scored with. */
typedef struct
{
  const SzTitleRound *round;
  const SzScoreTable *table;
  const char *target;
  SzTitleRanking *ranking;
} Job;

static gboolean
score_career_cb (const SzCareer *career, gpointer user_data, GError **error)
{
  Job *job = user_data;
  char *name = g_strdup (career->person->staff_no);
  SzScore score;

  (void)error;
  sz_score_person (job->table, &job->round->question, career, sz_title_level (job->target),
                   job->round->row.year, &score);
  score.staff_no = name;
  g_ptr_array_add (job->ranking->names, name);
  g_array_append_val (job->ranking->scores, score);
  return TRUE;
}

static gboolean
score_all (Job *job, SzStore *store, GError **error)
{
  for (guint i = 0; i < job->round->applications->len; i++)
    {
      const SzTitleApplicationRow *row
          = &g_array_index (job->round->applications, SzTitleApplicationRow, i);
      g_autoptr (SzPersonFile) file = NULL;
      gboolean found = FALSE;

      if (g_strcmp0 (row->title, job->target) != 0)
        continue;
      file = sz_store_person_by_id (store, row->person_id, error);
      if (file == NULL
          || !sz_store_career_with (store, SZ_CAREER_EVERYTHING, file->person.staff_no,
                                    score_career_cb, job, &found, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_scores (SzAct *act, const SzTitleRound *round, const GArray *scores, GError **error)
{
  for (guint i = 0; i < scores->len; i++)
    {
      const SzScore *score = &g_array_index (scores, SzScore, i);
      g_autoptr (SzPersonFile) file
          = sz_store_person_by_staff_no (sz_act_get_store (act), score->staff_no, error);
      SzTitleScoreRow row = { .round_id = round->row.id,
                              .total_x100 = score->total_x100,
                              .ranked = score->ranked,
                              .who = (char *)sz_act_get_who (act) };
      SzPutResult result;

      if (file == NULL)
        return FALSE;
      row.person_id = file->person.id;
      if (!sz_store_title_score_put (act, &row, SZ_PUT_UPDATE, &result, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
keep_ranking (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;

  json_object_set_new (summary, "batch", json_string (job->round->row.name));
  json_object_set_new (summary, "target", json_string (job->target));
  return keep_scores (act, job->round, job->ranking->scores, error);
}

SzTitleRanking *
sz_title_ranking_read (SzOffice *office,
                       const SzTitleRound *round,
                       const SzScoreTable *table,
                       const char *target,
                       int quota,
                       GError **error)
{
  g_autoptr (SzTitleRanking) ranking = NULL;
  Job job = { round, table, target, NULL };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && round != NULL, NULL);
  g_return_val_if_fail (table != NULL && target != NULL, NULL);

  ranking = g_new0 (SzTitleRanking, 1);
  ranking->scores = g_array_new (FALSE, TRUE, sizeof (SzScore));
  ranking->names = g_ptr_array_new_with_free_func (g_free);
  job.ranking = ranking;
  if (!score_all (&job, sz_office_get_store (office), error))
    return NULL;
  sz_scores_rank (ranking->scores, table->tie_by_months, quota);
  return g_steal_pointer (&ranking);
}

SzTitleRanking *
sz_title_ranking (SzOffice *office,
                  const SzTitleRound *round,
                  const SzScoreTable *table,
                  const char *target,
                  int quota,
                  GError **error)
{
  g_autoptr (SzTitleRanking) ranking
      = sz_title_ranking_read (office, round, table, target, quota, error);
  Job job = { round, table, target, ranking };

  if (ranking == NULL)
    return NULL;
  if (ranking->scores->len > 0
      && !sz_office_run (office, &(SzActHead){ .kind = "title.score" }, keep_ranking, &job, NULL,
                         error))
    return NULL;
  return g_steal_pointer (&ranking);
}

gboolean
sz_title_scores_keep (SzAct *act,
                      SzOffice *office,
                      const SzTitleRound *round,
                      const SzScoreTable *table,
                      GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (act != NULL && SZ_IS_OFFICE (office), FALSE);
  g_return_val_if_fail (round != NULL && table != NULL, FALSE);
  for (guint i = 0; i < round->applications->len; i++)
    {
      const char *title = g_array_index (round->applications, SzTitleApplicationRow, i).title;
      g_autoptr (SzTitleRanking) ranking = NULL;

      if (!g_hash_table_add (done, (gpointer)title))
        continue;
      ranking = sz_title_ranking_read (office, round, table, title, -1, error);
      if (ranking == NULL || !keep_scores (act, round, ranking->scores, error))
        return FALSE;
    }
  return TRUE;
}

/* What keeping everybody's needs. */
typedef struct
{
  SzOffice *office;
  const SzTitleRound *round;
  const SzScoreTable *table;
} Keeping;

static gboolean
keep_all (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Keeping *keeping = user_data;

  json_object_set_new (summary, "batch", json_string (keeping->round->row.name));
  return sz_title_scores_keep (act, keeping->office, keeping->round, keeping->table, error);
}

gboolean
sz_title_ranking_keep (SzOffice *office,
                       const SzTitleRound *round,
                       const SzScoreTable *table,
                       GError **error)
{
  Keeping keeping = { office, round, table };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && round != NULL && table != NULL, FALSE);
  return round->applications->len == 0
         || sz_office_run (office, &(SzActHead){ .kind = "title.score" }, keep_all, &keeping, NULL,
                           error);
}
