/* sz-judge-ties.c — judges and applicants between whom a relation is declared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-judge-ties.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-recruit-findings.h"
#include "sz-recruit-risk-private.h"

static void
clear_tie_cb (gpointer data)
{
  g_free (((SzJudgeTie *)data)->relation);
}

/* (nullable): how the two are related, declared on either side. */
static const char *
find_relation (const GArray *kin, const char *judge, const char *applicant)
{
  if (judge == NULL || *judge == '\0')
    return NULL;
  if (strcmp (judge, applicant) == 0)
    return "本人";
  for (guint i = 0; i < kin->len; i++)
    {
      const SzKinFacts *facts = &g_array_index (kin, SzKinFacts, i);

      if ((strcmp (facts->id_a, judge) == 0 && strcmp (facts->id_b, applicant) == 0)
          || (strcmp (facts->id_b, judge) == 0 && strcmp (facts->id_a, applicant) == 0))
        return facts->relation;
    }
  return NULL;
}

/* A row of the post goes before one for all posts. */
static gboolean
judges_post (const SzRecruitBook *book, const SzJudgeRow *judge, const char *post)
{
  if (strcmp (judge->post, post) == 0)
    return TRUE;
  if (*judge->post != '\0')
    return FALSE;
  for (guint i = 0; i < book->judges->len; i++)
    {
      const SzJudgeRow *other = &g_array_index (book->judges, SzJudgeRow, i);

      if (other->number == judge->number && strcmp (other->post, post) == 0)
        return FALSE;
    }
  return TRUE;
}

static void
add_ties (GArray *ties,
          const SzRecruitBook *book,
          const SzRecruitPost *post,
          const SzJudgeRow *judge,
          const GArray *kin)
{
  for (guint i = 0; i < post->people->len; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (post->people, i);
      const char *relation = find_relation (kin, judge->id_number, person->row->id_number);
      const SzJudgeTie tie = { post, judge, person, g_strdup (relation) };

      if (relation != NULL)
        g_array_append_val (ties, tie);
    }
}

GArray *
sz_judge_ties (SzOffice *office, const SzRecruitBook *book, GError **error)
{
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GArray) kin = NULL;
  GArray *ties;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && book != NULL, NULL);
  texts = g_ptr_array_new_with_free_func (g_free);
  kin = sz_recruit_kin_load (sz_office_get_store (office), texts, error);
  if (kin == NULL)
    return NULL;
  ties = g_array_new (FALSE, FALSE, sizeof (SzJudgeTie));
  g_array_set_clear_func (ties, clear_tie_cb);
  for (guint i = 0; i < book->posts->len; i++)
    {
      const SzRecruitPost *post = g_ptr_array_index (book->posts, i);

      for (guint j = 0; j < book->judges->len; j++)
        {
          const SzJudgeRow *judge = &g_array_index (book->judges, SzJudgeRow, j);

          if (judges_post (book, judge, post->row->code))
            add_ties (ties, book, post, judge, kin);
        }
    }
  return ties;
}
