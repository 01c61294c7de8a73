/* sz-recruit-findings.c — what looks wrong in a round of recruitment 招聘风险 (RULE rec-29)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-findings.h"

#include <string.h>

#include "sz-text.h"

#define TAILORED_LEAST 3

static gboolean
has_marked (const SzMarkedFacts *applicant, const SzJudgeFacts *judge)
{
  return (applicant->judges & (1U << (guint)judge->number)) != 0;
}

static gboolean
is_id (const char *a, const char *b)
{
  return a != NULL && b != NULL && *a != '\0' && strcmp (a, b) == 0;
}

/* NULL when there is none; the judge's own number is a relation too. */
static const char *
find_relation (const SzJudgingFacts *facts,
               const SzJudgeFacts *judge,
               const SzMarkedFacts *applicant)
{
  if (is_id (judge->id_number, applicant->id_number))
    return SZ_RELATION_SELF;
  for (gsize i = 0; i < facts->n_kin; i++)
    {
      const SzKinFacts *kin = &facts->kin[i];

      if ((is_id (kin->id_a, judge->id_number) && is_id (kin->id_b, applicant->id_number))
          || (is_id (kin->id_b, judge->id_number) && is_id (kin->id_a, applicant->id_number)))
        return kin->relation;
    }
  return NULL;
}

static int
compare_related_cb (gconstpointer a, gconstpointer b)
{
  const SzRelatedFinding *left = a;
  const SzRelatedFinding *right = b;
  const int order = strcmp (left->ticket, right->ticket);

  return order != 0 ? order : left->judge - right->judge;
}

/* RULE rec-29 */
GArray *
sz_find_related (const SzJudgingFacts *facts)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SzRelatedFinding));

  g_return_val_if_fail (facts != NULL, found);
  for (gsize i = 0; i < facts->n_applicants; i++)
    for (gsize j = 0; j < facts->n_judges; j++)
      {
        SzRelatedFinding finding = { facts->applicants[i].ticket, facts->judges[j].number, NULL };

        if (!has_marked (&facts->applicants[i], &facts->judges[j]))
          continue;
        finding.relation = find_relation (facts, &facts->judges[j], &facts->applicants[i]);
        if (finding.relation != NULL)
          g_array_append_val (found, finding);
      }
  g_array_sort (found, compare_related_cb);
  return found;
}

static void
clear_employer_cb (gpointer data)
{
  SzEmployerFinding *finding = data;

  g_free (finding->employer);
  g_array_unref (finding->judges);
  g_ptr_array_unref (finding->tickets);
}

static SzEmployerFinding *
get_employer (GArray *found, const char *employer)
{
  SzEmployerFinding finding;

  for (guint i = 0; i < found->len; i++)
    if (strcmp (g_array_index (found, SzEmployerFinding, i).employer, employer) == 0)
      return &g_array_index (found, SzEmployerFinding, i);
  finding = (SzEmployerFinding){ g_strdup (employer), g_array_new (FALSE, FALSE, sizeof (int)),
                                 g_ptr_array_new () };
  g_array_append_val (found, finding);
  return &g_array_index (found, SzEmployerFinding, found->len - 1);
}

static void
note_pair (SzEmployerFinding *finding, int judge, const char *ticket)
{
  gboolean known = FALSE;

  for (guint i = 0; i < finding->judges->len; i++)
    known |= g_array_index (finding->judges, int, i) == judge;
  if (!known)
    g_array_append_val (finding->judges, judge);
  known = FALSE;
  for (guint i = 0; i < finding->tickets->len; i++)
    known |= strcmp (g_ptr_array_index (finding->tickets, i), ticket) == 0;
  if (!known)
    g_ptr_array_add (finding->tickets, (gpointer)ticket);
}

static int
compare_numbers_cb (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

static int
compare_texts_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static int
compare_employers_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzEmployerFinding *)a)->employer,
                 ((const SzEmployerFinding *)b)->employer);
}

/* RULE rec-29: without the pairs that are related. */
GArray *
sz_find_same_employer (const SzJudgingFacts *facts)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (SzEmployerFinding));

  g_array_set_clear_func (found, clear_employer_cb);
  g_return_val_if_fail (facts != NULL, found);
  for (gsize j = 0; j < facts->n_judges; j++)
    {
      const SzJudgeFacts *judge = &facts->judges[j];
      g_autofree char *employer = sz_text_squeeze (judge->employer);

      for (gsize i = 0; judge->outside && *employer != '\0' && i < facts->n_applicants; i++)
        {
          const SzMarkedFacts *applicant = &facts->applicants[i];
          g_autofree char *own = sz_text_squeeze (applicant->employer);

          if (strcmp (own, employer) == 0 && has_marked (applicant, judge)
              && find_relation (facts, judge, applicant) == NULL)
            note_pair (get_employer (found, employer), judge->number, applicant->ticket);
        }
    }
  for (guint i = 0; i < found->len; i++)
    {
      SzEmployerFinding *finding = &g_array_index (found, SzEmployerFinding, i);

      g_array_sort (finding->judges, compare_numbers_cb);
      g_ptr_array_sort (finding->tickets, compare_texts_cb);
    }
  g_array_sort (found, compare_employers_cb);
  return found;
}

/* RULE rec-29 */
gboolean
sz_find_tailored (const SzScreening *screenings,
                  const SzScreenState *states,
                  gsize n,
                  SzTailoredFinding *finding)
{
  guint qualified = 0;

  g_return_val_if_fail ((screenings != NULL && states != NULL) || n == 0, FALSE);
  g_return_val_if_fail (finding != NULL, FALSE);
  *finding = (SzTailoredFinding){ 0 };
  for (guint i = 0; i < n; i++)
    if (states[i] == SZ_QUALIFIED)
      {
        finding->only = i;
        qualified++;
      }
  for (guint i = 0; i < n; i++)
    {
      guint missed = 0;
      SzScreenCondition only = 0;

      for (guint j = 0; j < screenings[i].n_lines; j++)
        if (screenings[i].lines[j].result == SZ_RESULT_NOT_MET)
          {
            only = screenings[i].lines[j].condition;
            missed++;
          }
      if (states[i] == SZ_REFUSED && missed == 1)
        finding->only_by[only]++;
    }
  return n >= TAILORED_LEAST && qualified == 1;
}
