/* sz-recruit-risk.c — findings of recruitment and part-time teachers 招聘风险 (RULE rec-29)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-risk-private.h"

#include <string.h>

#include "sz-establishment-book.h"
#include "sz-office-private.h"
#include "sz-parttime-view.h"
#include "sz-quota-day.h"
#include "sz-recruit-act.h"
#include "sz-recruit-book.h"
#include "sz-recruit-findings.h"
#include "sz-store-people.h"
#include "sz-store-registers.h"
#include "sz-recruit-state.h"
#include "sz-store-case.h"
#include "sz-recruit-lists.h"

static void
clear_risk_cb (gpointer data)
{
  SzRecruitRisk *risk = data;

  g_free (risk->plan);
  g_free (risk->post);
  g_free (risk->ticket);
  g_free (risk->order);
  json_decref (risk->detail);
}

SzRecruitRisk *
sz_recruit_risk_add (GArray *risks,
                     SzSeverity severity,
                     const char *code,
                     const char *post,
                     const char *ticket,
                     json_t *detail)
{
  const SzRecruitRisk risk = { .severity = severity,
                               .code = code,
                               .post = g_strdup (post),
                               .ticket = g_strdup (ticket),
                               .detail = detail };

  g_return_val_if_fail (risks != NULL, NULL);

  g_array_append_val (risks, risk);
  return &g_array_index (risks, SzRecruitRisk, risks->len - 1);
}

/* ---- judges ---- */

/* Who of the judges marked anything of the component, or of any (NULL): a bit each, 回避 is none.
 */
static guint32
collect_marks (const SzRecruitPerson *person, const SzExamPlan *plan, const char *component)
{
  guint32 judges = 0;

  for (guint i = 0; i < plan->n_components; i++)
    {
      const char *name = plan->components[i].name;
      SzMarks marks;

      if ((component != NULL && strcmp (component, name) != 0)
          || !sz_recruit_marks (person, plan, name, &marks))
        continue;
      for (guint item = 0; item < marks.n_items; item++)
        for (guint judge = 0; judge < marks.n_judges; judge++)
          if (marks.marks_x100[item][judge] != SZ_MARK_NONE)
            judges |= 1U << (judge + 1);
    }
  return judges;
}

static void
find_few_judges (GArray *risks, const SzRecruitBook *book, const SzRecruitPost *post)
{
  for (guint i = 0; i < post->plan.n_components; i++)
    {
      const char *component = post->plan.components[i].name;
      guint32 judges = 0;
      int n;

      for (guint j = 0; j < post->people->len; j++)
        judges |= collect_marks (g_ptr_array_index (post->people, j), &post->plan, component);
      n = __builtin_popcount (judges);
      if (n == 0 || (n >= book->rules->judges_min && n % 2 == 1))
        continue;
      sz_recruit_risk_add (risks, SZ_SEVERITY_WARNING, "recruit.few_judges", post->row->code, NULL,
                           json_pack ("{s:s, s:i}", "component", component, "judges", n))
          ->order
          = g_strdup (component);
    }
}

/* A row of the post goes before one for all posts. */
static GArray *
collect_judges (const SzRecruitBook *book, const char *post)
{
  GArray *judges = g_array_new (FALSE, FALSE, sizeof (SzJudgeFacts));

  for (int number = 1; number <= SZ_JUDGES_MAX; number++)
    {
      const SzJudgeRow *found = NULL;

      for (guint i = 0; i < book->judges->len; i++)
        {
          const SzJudgeRow *row = &g_array_index (book->judges, SzJudgeRow, i);

          if (row->number == number
              && (strcmp (row->post, post) == 0 || (*row->post == '\0' && found == NULL)))
            found = row;
        }
      if (found != NULL)
        {
          const SzJudgeFacts facts = { number, found->id_number, found->employer, found->outside };

          g_array_append_val (judges, facts);
        }
    }
  return judges;
}

static json_t *
list_numbers (const GArray *numbers)
{
  json_t *list = json_array ();

  for (guint i = 0; i < numbers->len; i++)
    json_array_append_new (list, json_integer (g_array_index (numbers, int, i)));
  return list;
}

static json_t *
list_texts (const GPtrArray *texts)
{
  json_t *list = json_array ();

  for (guint i = 0; i < texts->len; i++)
    json_array_append_new (list, json_string (g_ptr_array_index (texts, i)));
  return list;
}

static void
find_judging (GArray *risks,
              const SzRecruitBook *book,
              const SzRecruitPost *post,
              const GArray *kin)
{
  g_autoptr (GArray) judges = collect_judges (book, post->row->code);
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (SzMarkedFacts));
  SzJudgingFacts facts;
  g_autoptr (GArray) related = NULL;
  g_autoptr (GArray) employers = NULL;

  for (guint i = 0; i < post->people->len; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (post->people, i);
      const SzMarkedFacts marked
          = { person->row->ticket, person->row->id_number, person->row->employer,
              collect_marks (person, &post->plan, NULL) };

      g_array_append_val (people, marked);
    }
  facts = (SzJudgingFacts){ (const SzJudgeFacts *)(gconstpointer)judges->data,  judges->len,
                            (const SzMarkedFacts *)(gconstpointer)people->data, people->len,
                            (const SzKinFacts *)(gconstpointer)kin->data,       kin->len };
  related = sz_find_related (&facts);
  employers = sz_find_same_employer (&facts);
  for (guint i = 0; i < related->len; i++)
    {
      const SzRelatedFinding *one = &g_array_index (related, SzRelatedFinding, i);

      sz_recruit_risk_add (risks, SZ_SEVERITY_ERROR, "recruit.judge_related", post->row->code,
                           one->ticket,
                           json_pack ("{s:i, s:s}", "judge", one->judge, "relation", one->relation))
          ->order
          = g_strdup_printf ("%03d", one->judge);
    }
  for (guint i = 0; i < employers->len; i++)
    {
      const SzEmployerFinding *one = &g_array_index (employers, SzEmployerFinding, i);

      sz_recruit_risk_add (risks, SZ_SEVERITY_WARNING, "recruit.judge_same_employer",
                           post->row->code, NULL,
                           json_pack ("{s:s, s:o, s:o}", "employer", one->employer, "judges",
                                      list_numbers (one->judges), "tickets",
                                      list_texts (one->tickets)))
          ->order
          = g_strdup (one->employer);
    }
}

/* ---- screening ---- */

static gboolean
works_here (SzOffice *office, const char *id_number, SzDate day, gboolean *here, GError **error)
{
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (office, error);
  g_autoptr (SzPersonFile) file = NULL;
  GError *fault = NULL;
  SzPersonState state = { 0 };

  *here = FALSE;
  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < book->contracts->len; i++)
    {
      const SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);

      *here |= strcmp (contract->row->id_number, id_number) == 0
               && sz_parttime_stretch_on (contract, day) != NULL;
    }
  file = sz_store_person_by_id_number (sz_office_get_store (office), id_number, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  if (file == NULL)
    return TRUE;
  sz_person_state_at ((const SzRecord *)(gconstpointer)file->records->data, file->records->len,
                      (const SzService *)(gconstpointer)file->services->data, file->services->len,
                      day, &state);
  *here |= state.in_service && (int)state.employment != SZ_EMPLOYMENT_ESTABLISHED;
  return TRUE;
}

static gboolean
find_tailored (GArray *risks,
               SzOffice *office,
               const SzRecruitBook *book,
               const SzRecruitPost *post,
               GError **error)
{
  const guint n = post->people->len;
  g_autofree SzScreening *screenings = g_new0 (SzScreening, n + 1);
  g_autofree SzScreenState *states = g_new0 (SzScreenState, n + 1);
  SzTailoredFinding finding;
  const SzRecruitPerson *only;
  json_t *only_by;
  gboolean here = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (post->people, i);

      screenings[i] = person->screening; /* borrowed */
      states[i] = person->screened;
    }
  if (!sz_find_tailored (screenings, states, n, &finding))
    return TRUE;
  only = g_ptr_array_index (post->people, finding.only);
  if (!works_here (office, only->row->id_number, book->plan.cutoff, &here, error))
    return FALSE;
  only_by = json_object ();
  for (guint i = 0; i < SZ_N_CONDITIONS; i++)
    if (finding.only_by[i] > 0)
      json_object_set_new (only_by, sz_condition_name ((SzScreenCondition)i),
                           json_integer (finding.only_by[i]));
  sz_recruit_risk_add (risks, here ? SZ_SEVERITY_ERROR : SZ_SEVERITY_WARNING, "recruit.tailored",
                       post->row->code, only->row->ticket,
                       json_pack ("{s:i, s:o, s:b}", "registered", (int)n, "only_by", only_by,
                                  "works_here", (int)here));
  return TRUE;
}

static void
find_overridden (GArray *risks, const SzRecruitBook *book)
{
  for (guint i = 0; i < book->people->len; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (book->people, i);

      if (person->overridden)
        sz_recruit_risk_add (risks, SZ_SEVERITY_WARNING, "recruit.override", person->row->post,
                             person->row->ticket,
                             json_pack ("{s:s, s:s}", "auto",
                                        sz_screen_state_name (person->screening.automatic),
                                        "decided", sz_screen_state_name (person->screened)));
      if (*person->row->second_reviewer != '\0'
          && sz_case_same_person (person->row->first_reviewer, person->row->second_reviewer))
        sz_recruit_risk_add (risks, SZ_SEVERITY_WARNING, "recruit.maker_checker", person->row->post,
                             person->row->ticket,
                             json_pack ("{s:s}", "who", person->row->first_reviewer));
    }
}

/* A step taken on a day that its notice did not allow yet, by an approval. */
static void
find_short_notices (GArray *risks, const SzRecruitPost *post)
{
  guint n = 0;
  const SzCaseStep *steps = sz_case_file_steps (post->file, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (steps[i].verb, "screen") == 0 && steps[i].detail != NULL
        && strstr (steps[i].detail, "\"short\"") != NULL)
      {
        SzRecruitRisk *risk = sz_recruit_risk_add (risks, SZ_SEVERITY_ERROR, "recruit.notice_short",
                                                   post->row->code, NULL,
                                                   json_pack ("{s:s, s:s}", "act", steps[i].verb,
                                                              "approval", steps[i].approval));

        risk->from = risk->to = steps[i].day;
      }
}

/* RULE rec-8: qualified for direct assessment, or decided upon, without a valid honour. */
static void
find_no_basis (GArray *risks, const SzRecruitPost *post)
{
  for (guint i = 0; i < post->people->len; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (post->people, i);

      for (guint j = 0; j < person->screening.n_lines; j++)
        if (person->screening.lines[j].condition == SZ_CONDITION_HONOUR
            && person->screening.lines[j].result == SZ_RESULT_NOT_MET
            && (person->screened == SZ_QUALIFIED
                || (person->decision != NULL && person->decision->agreed)))
          sz_recruit_risk_add (risks, SZ_SEVERITY_ERROR, "recruit.direct_no_basis", post->row->code,
                               person->row->ticket, json_pack ("{s:s}", "name", person->row->name));
    }
}

/* Who entered scores of the post does not finish its exam. */
static gboolean
find_same_hand (GArray *risks, SzOffice *office, const SzRecruitBook *book, GError **error)
{
  g_autoptr (GArray) makers
      = sz_store_score_makers (sz_office_get_store (office), book->plan.code, error);

  for (guint i = 0; makers != NULL && i < makers->len; i++)
    {
      const SzScoreMaker *maker = &g_array_index (makers, SzScoreMaker, i);
      const SzRecruitPost *post = sz_recruit_book_post (book, maker->post);
      const SzCaseStep *step
          = post != NULL ? sz_recruit_last_step (post->file, "finish-exam") : NULL;

      if (step == NULL || !sz_case_same_person (step->who, maker->who))
        continue;
      sz_recruit_risk_add (risks, SZ_SEVERITY_WARNING, "recruit.maker_checker", maker->post, NULL,
                           json_pack ("{s:s, s:s}", "who", maker->who, "act", step->verb))
          ->from
          = step->day;
    }
  return makers != NULL;
}

static gboolean
find_in_plan (GArray *risks, SzOffice *office, const char *plan, const GArray *kin, GError **error)
{
  g_autoptr (SzRecruitBook) book = sz_recruit_book_load (office, plan, error);
  const guint before = risks->len;

  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < book->posts->len; i++)
    {
      const SzRecruitPost *post = g_ptr_array_index (book->posts, i);

      find_few_judges (risks, book, post);
      find_judging (risks, book, post, kin);
      find_short_notices (risks, post);
      find_no_basis (risks, post);
      if (!find_tailored (risks, office, book, post, error))
        return FALSE;
    }
  find_overridden (risks, book);
  if (!find_same_hand (risks, office, book, error))
    return FALSE;
  for (guint i = before; i < risks->len; i++)
    g_array_index (risks, SzRecruitRisk, i).plan = g_strdup (plan);
  return TRUE;
}

/* ---- kin ---- */

/* (transfer full): the ID number of a party, "" when only the name is known. */
static char *
dup_party (SzStore *store, const char *party, gint64 person_id)
{
  g_autoptr (SzPersonFile) file = NULL;

  if (party != NULL && *party == 'i')
    return g_strdup (party + 1);
  if (person_id != 0)
    file = sz_store_person_by_id (store, person_id, NULL);
  return g_strdup (file != NULL ? file->person.id_number : "");
}

GArray *
sz_recruit_kin_load (SzStore *store, GPtrArray *texts, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  GArray *kin;

  g_return_val_if_fail (store != NULL && texts != NULL, NULL);
  rows = sz_store_kinship_list (store, SZ_ROWS_ALL, error);
  if (rows == NULL)
    return NULL;
  kin = g_array_new (FALSE, FALSE, sizeof (SzKinFacts));
  for (guint i = 0; i < rows->len; i++)
    {
      const SzKinshipRow *row = &g_array_index (rows, SzKinshipRow, i);
      char *a = dup_party (store, row->party_a, row->person_a);
      char *b = dup_party (store, row->party_b, row->person_b);
      char *relation = g_strdup (row->relation);
      const SzKinFacts facts = { a, b, relation };

      g_ptr_array_add (texts, a);
      g_ptr_array_add (texts, b);
      g_ptr_array_add (texts, relation);
      g_array_append_val (kin, facts);
    }
  return kin;
}

/* ---- the whole ---- */

static void
find_quota_over (GArray *risks, const SzQuotaTerm *term)
{
  g_autoptr (GArray) runs = sz_quota_over (term);

  for (guint i = 0; i < runs->len; i++)
    {
      const SzQuotaSegment *run = &g_array_index (runs, SzQuotaSegment, i);
      SzRecruitRisk *risk = sz_recruit_risk_add (risks, SZ_SEVERITY_ERROR, "parttime.over", NULL,
                                                 NULL, json_object ());

      risk->from = run->from;
      risk->to = run->to;
    }
}

static void
find_establishment_over (GArray *risks, const SzQuotaTerm *term, SzEstablishmentBook *book)
{
  SzRecruitRisk *risk = NULL; /* of the run of days at hand */

  for (guint i = 0; i < term->n_days; i++)
    {
      const SzDate day = sz_quota_term_day (term, i);
      SzLedgerBalance balance;

      sz_establishment_balance (book, day, &balance);
      if (balance.over == 0)
        {
          risk = NULL;
          continue;
        }
      if (risk == NULL)
        {
          risk = sz_recruit_risk_add (risks, SZ_SEVERITY_ERROR, "establishment.over", NULL, NULL,
                                      json_object ());
          risk->from = day;
        }
      risk->to = day;
      risk->size = MAX (risk->size, balance.over);
    }
}

static gboolean
find_over (GArray *risks, SzOffice *office, const SzQuotaTerm *term, GError **error)
{
  g_autoptr (SzEstablishmentBook) book = sz_establishment_book_load (office, error);

  if (book == NULL)
    return FALSE;
  find_quota_over (risks, term);
  find_establishment_over (risks, term, book);
  return TRUE;
}

static int
compare_risks_cb (gconstpointer a, gconstpointer b)
{
  const SzRecruitRisk *left = a;
  const SzRecruitRisk *right = b;
  int order = strcmp (left->code, right->code);

  if (order == 0)
    order = g_strcmp0 (left->post, right->post);
  if (order == 0)
    order = g_strcmp0 (left->ticket, right->ticket);
  if (order == 0)
    order = (left->from > right->from) - (left->from < right->from);
  return order != 0 ? order : g_strcmp0 (left->order, right->order);
}

GArray *
sz_recruit_risks_new (void)
{
  GArray *risks = g_array_new (FALSE, FALSE, sizeof (SzRecruitRisk));

  g_array_set_clear_func (risks, clear_risk_cb);
  return risks;
}

GArray *
sz_recruit_risks (SzOffice *office, const char *plan, SzDate from, SzDate to, GError **error)
{
  g_autoptr (SzQuotaTerm) term = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  term = sz_quota_term (office, from, to, error);
  return term != NULL ? sz_recruit_risks_on (office, plan, term, error) : NULL;
}

GArray *
sz_recruit_risks_on (SzOffice *office, const char *plan, const SzQuotaTerm *term, GError **error)
{
  g_autoptr (GArray) risks = sz_recruit_risks_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) plans = NULL;
  g_autoptr (GArray) kin = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && term != NULL, NULL);
  plans = sz_recruit_plans (office, error);
  kin = plans != NULL ? sz_recruit_kin_load (sz_office_get_store (office), texts, error) : NULL;
  if (kin == NULL)
    return NULL;
  if (plan != NULL && !find_in_plan (risks, office, plan, kin, error))
    return NULL;
  for (char **one = plans; plan == NULL && *one != NULL; one++)
    if (!find_in_plan (risks, office, *one, kin, error))
      return NULL;
  if (!find_over (risks, office, term, error)
      || !sz_recruit_risks_log (risks, office, plan, term->from,
                                sz_quota_term_day (term, term->n_days - 1), error))
    return NULL;
  g_array_sort (risks, compare_risks_cb);
  return g_steal_pointer (&risks);
}
