/* sz-title-scores.c — the scores of a round as one types into them (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-scores.h"

#include "sz-codes.h"
#include "sz-score-file.h"
#include "sz-title-ranking.h"
#include "sz-title-values.h"

static void
free_group (gpointer data)
{
  SzTitleScoreGroup *group = data;

  g_free (group->title);
  g_clear_pointer (&group->scores, g_array_unref);
  g_free (group);
}

static void
free_applicant (gpointer data)
{
  g_free (((SzTitleApplicant *)data)->name);
  g_free (data);
}

void
sz_title_scores_free (SzTitleScores *scores)
{
  if (scores == NULL)
    return;
  g_free (scores->batch);
  g_free (scores->path);
  sz_score_table_free (scores->table);
  g_clear_pointer (&scores->groups, g_ptr_array_unref);
  g_clear_pointer (&scores->people, g_hash_table_unref);
  g_clear_pointer (&scores->values, g_array_unref);
  g_free (scores->act);
  g_free (scores);
}

static void
add_applicant (GHashTable *people, const SzTitleCard *card)
{
  SzTitleApplicant *applicant = g_new0 (SzTitleApplicant, 1);

  applicant->name = g_strdup (card->name);
  applicant->stage = card->stage;
  g_hash_table_insert (people, g_strdup (card->staff_no), applicant);
}

static GHashTable *
make_people (const GArray *cards)
{
  GHashTable *people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_applicant);

  for (guint i = 0; i < cards->len; i++)
    add_applicant (people, &g_array_index (cards, SzTitleCard, i));
  return people;
}

GHashTable *
sz_title_scores_dup_people (SzOffice *office, const char *batch, GError **error)
{
  g_autoptr (GArray) cards = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL, NULL);
  cards = sz_title_board (office, batch, error);
  return cards != NULL ? make_people (cards) : NULL;
}

static gboolean
has_group (const SzTitleScores *scores, const char *title)
{
  for (guint i = 0; i < scores->groups->len; i++)
    {
      const SzTitleScoreGroup *group = g_ptr_array_index (scores->groups, i);

      if (g_str_equal (group->title, title))
        return TRUE;
    }
  return FALSE;
}

/* The staff numbers stay when the ranking goes. */
static GArray *
take_scores (const SzTitleScores *scores, const SzTitleRanking *ranking)
{
  GArray *taken = g_array_ref (ranking->scores);

  for (guint i = 0; i < taken->len; i++)
    {
      SzScore *score = &g_array_index (taken, SzScore, i);
      gpointer staff_no = NULL;

      if (g_hash_table_lookup_extended (scores->people, score->staff_no, &staff_no, NULL))
        score->staff_no = staff_no;
    }
  return taken;
}

/* Where the groups are read from. */
typedef struct
{
  SzOffice *office;
  const SzTitleRound *round;
  const GArray *cards;
} Source;

static gboolean
add_groups (SzTitleScores *scores, const Source *source, GError **error)
{
  for (guint i = 0; i < source->cards->len; i++)
    {
      const char *title = g_array_index (source->cards, SzTitleCard, i).title;
      const SzCode *code = sz_codes_by_name (SZ_TABLE_TITLE, title);
      g_autoptr (SzTitleRanking) ranking = NULL;
      SzTitleScoreGroup *group;

      if (code == NULL || has_group (scores, title))
        continue;
      ranking = sz_title_ranking_read (source->office, source->round, scores->table, code->code, -1,
                                       error);
      if (ranking == NULL)
        return FALSE;
      group = g_new0 (SzTitleScoreGroup, 1);
      group->title = g_strdup (title);
      group->scores = take_scores (scores, ranking);
      g_ptr_array_add (scores->groups, group);
    }
  return TRUE;
}

/* @values: (nullable): to be written first. */
static SzTitleScores *
make_scores (
    SzOffice *office, const char *const *asked, const GArray *values, gboolean keep, GError **error)
{
  g_autoptr (SzTitleScores) scores = g_new0 (SzTitleScores, 1);
  g_autoptr (SzTitleRound) round = NULL;
  g_autoptr (GArray) cards = NULL;

  scores->batch = g_strdup (asked[0]);
  scores->path = g_strdup (asked[1]);
  scores->groups = g_ptr_array_new_with_free_func (free_group);
  scores->table = sz_score_table_load (scores->path, error);
  round = scores->table != NULL ? sz_title_round_load (office, scores->batch, error) : NULL;
  if (round == NULL || (keep && !sz_title_ranking_keep (office, round, scores->table, error))
      || (values != NULL && !sz_title_values_put (office, round, scores->table, values, error)))
    return NULL;
  cards = sz_title_board (office, scores->batch, error);
  if (cards == NULL)
    return NULL;
  scores->people = make_people (cards);
  if (!add_groups (scores, &(Source){ office, round, cards }, error))
    return NULL;
  scores->values = sz_title_values (office, round, scores->table, error);
  if (scores->values == NULL)
    return NULL;
  scores->act = keep || values != NULL ? g_strdup (sz_office_get_last_act (office)) : NULL;
  return g_steal_pointer (&scores);
}

SzTitleScores *
sz_title_scores_read (
    SzOffice *office, const char *batch, const char *path, gboolean keep, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL && path != NULL, NULL);
  return make_scores (office, (const char *const[]){ batch, path }, NULL, keep, error);
}

SzTitleScores *
sz_title_scores_write (
    SzOffice *office, const char *batch, const char *path, const GArray *values, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL && path != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);
  return make_scores (office, (const char *const[]){ batch, path }, values, FALSE, error);
}
