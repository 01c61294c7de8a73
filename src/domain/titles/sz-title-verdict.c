/* sz-title-verdict.c — the verdict for a target, and who could apply (RULE ttl-2, ttl-8, ttl-11,
 * ttl-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-title-result-private.h"

void
sz_target_result_free (SzTargetResult *result)
{
  if (result == NULL)
    return;
  for (guint i = 0; i < result->n_paths; i++)
    g_free (result->paths[i].conditions);
  g_free (result->paths);
  g_ptr_array_unref (result->conditions);
  g_free (result);
}

static void
free_condition_cb (gpointer data)
{
  sz_title_condition_result_free (data);
}

/* RULE ttl-9: all of them. */
static SzVerdict
weigh_path (const SzPathResult *path)
{
  SzVerdict verdict = SZ_VERDICT_MET;

  for (guint i = 0; i < path->n_conditions; i++)
    verdict = MAX (verdict, path->conditions[i]->verdict);
  return verdict;
}

/* What decides between two paths of one verdict, the smaller the better. */
typedef struct
{
  int direct_and_unmet;
  int unmet;
  int without_date;
  SzDate latest;
  int unknown;
} PathOrder;

static PathOrder
weigh_order (const SzPathResult *path)
{
  PathOrder order = { 0 };

  order.direct_and_unmet = path->verdict == SZ_VERDICT_UNMET && path->path->kind == SZ_PATH_DIRECT;
  for (guint i = 0; i < path->n_conditions; i++)
    {
      const SzTitleConditionResult *condition = path->conditions[i];

      order.unknown += condition->verdict == SZ_VERDICT_UNKNOWN;
      if (condition->verdict != SZ_VERDICT_UNMET)
        continue;
      order.unmet++;
      order.without_date += condition->met_on == SZ_DATE_NONE;
      order.latest = MAX (order.latest, condition->met_on);
    }
  return order;
}

/* RULE ttl-11: whether @a is the better one; equal ones stand in file order. */
static gboolean
is_better (const SzPathResult *a, const SzPathResult *b)
{
  const PathOrder x = weigh_order (a);
  const PathOrder y = weigh_order (b);

  if (a->verdict != b->verdict)
    return a->verdict < b->verdict;
  if (x.direct_and_unmet != y.direct_and_unmet)
    return x.direct_and_unmet < y.direct_and_unmet;
  if (x.unmet != y.unmet)
    return x.unmet < y.unmet;
  if (x.without_date != y.without_date)
    return x.without_date < y.without_date;
  if (x.latest != y.latest)
    return x.latest < y.latest;
  return x.unknown < y.unknown;
}

static void
judge_path (const SzAsked *asked,
            const SzPath *path,
            SzTitleConditionResult **common,
            SzTargetResult *target,
            SzPathResult *result)
{
  result->path = path;
  result->conditions = g_new (SzTitleConditionResult *, path->n_all + asked->target->n_common + 1);
  for (guint i = 0; i < path->n_all; i++)
    {
      SzTitleConditionResult *own = sz_title_condition_judge (asked, path->all[i]);

      g_ptr_array_add (target->conditions, own);
      result->conditions[result->n_conditions++] = own;
    }
  for (guint i = 0; i < asked->target->n_common; i++)
    if (!sz_path_waives (path, asked->target->common[i]->id))
      result->conditions[result->n_conditions++] = common[i];
  result->verdict = weigh_path (result);
}

/* RULE ttl-2, ttl-11 */
SzTargetResult *
sz_title_judge (const SzTitleQuestion *question,
                const SzApplicant *applicant,
                const SzStandard *standard,
                const SzTarget *target)
{
  SzTargetResult *result;
  g_autofree SzTitleConditionResult **common = NULL;
  SzAsked asked = { question, applicant, standard, target, SZ_TEACHING_NONE };

  g_return_val_if_fail (question != NULL && applicant != NULL, NULL);
  g_return_val_if_fail (standard != NULL && target != NULL && target->code != NULL, NULL);

  asked.teaching
      = applicant->teaching != SZ_TEACHING_NONE ? applicant->teaching : standard->teaching;
  result = g_new0 (SzTargetResult, 1);
  result->standard = standard;
  result->target = target;
  result->best = -1;
  result->exceptional = -1;
  result->conditions = g_ptr_array_new_with_free_func (free_condition_cb);
  common = g_new (SzTitleConditionResult *, target->n_common + 1);
  for (guint i = 0; i < target->n_common; i++)
    {
      common[i] = sz_title_condition_judge (&asked, target->common[i]);
      g_ptr_array_add (result->conditions, common[i]);
    }
  result->paths = g_new0 (SzPathResult, target->n_paths + 1);
  result->n_paths = target->n_paths;
  for (guint i = 0; i < target->n_paths; i++)
    {
      SzPathResult *path = &result->paths[i];

      judge_path (&asked, &target->paths[i], common, result, path);
      if (path->path->kind == SZ_PATH_EXCEPTIONAL)
        {
          if (result->exceptional < 0 && path->verdict == SZ_VERDICT_MET)
            result->exceptional = (int)i;
        }
      else if (result->best < 0 || is_better (path, &result->paths[result->best]))
        result->best = (int)i;
    }
  result->verdict = result->best >= 0 ? result->paths[result->best].verdict : SZ_VERDICT_UNMET;
  if (result->verdict != SZ_VERDICT_MET && result->exceptional >= 0)
    result->verdict = SZ_VERDICT_EXCEPTIONAL;
  result->bars = sz_title_bars (applicant->career, question->rules, question->closes,
                                question->cutoff, target->code);
  if (result->bars != 0)
    result->verdict = SZ_VERDICT_BARRED;
  return result;
}

/* A professional post on the day, main or 双肩挑, its level known or not, or 专任教师. */
static gboolean
is_teacher_like (const SzCareer *career, SzDate day)
{
  if (sz_post_category (sz_career_post (career, day)) == SZ_POST_PROFESSIONAL
      || sz_career_is_full_time (career, day))
    return TRUE;
  for (gsize i = 0; i < career->n_duals; i++)
    if (sz_post_category (career->duals[i].post) == SZ_POST_PROFESSIONAL
        && sz_span_covers (career->duals[i].from, career->duals[i].to, day))
      return TRUE;
  return FALSE;
}

/* RULE ttl-8: with the switch on, its standard is for its people alone, and they have no other. */
static gboolean
is_open_to (const SzTitleQuestion *question, const SzCareer *career, const SzStandard *standard)
{
  if (!question->rules->student_affairs)
    return TRUE;
  return (standard->switch_key != NULL) == sz_career_in_student_affairs (career, question->closes);
}

gboolean
sz_title_standard_applies (const SzTitleQuestion *question,
                           const SzCareer *career,
                           const SzStandard *standard,
                           SzStandard *const *active,
                           guint n_active)
{
  const char *held;

  g_return_val_if_fail (question != NULL && career != NULL && standard != NULL, FALSE);

  held = sz_career_title (career, question->cutoff);
  if (!is_open_to (question, career, standard))
    return FALSE;
  if (sz_standard_holds (standard, held))
    return TRUE;
  for (guint i = 0; i < n_active; i++)
    if (is_open_to (question, career, active[i]) && sz_standard_holds (active[i], held))
      return FALSE;
  return is_teacher_like (career, question->closes);
}

gboolean
sz_title_may_be_asked (const SzTitleQuestion *question, const SzCareer *career)
{
  int employment;

  g_return_val_if_fail (question != NULL && career != NULL, FALSE);

  employment = sz_career_employment (career, question->closes);
  return sz_career_in_service (career, question->closes) && employment >= 0
         && (question->rules->title_employment & 1u << employment) != 0;
}

static int
compare_targets_cb (gconstpointer a, gconstpointer b)
{
  const SzTargetResult *left = *(SzTargetResult *const *)a;
  const SzTargetResult *right = *(SzTargetResult *const *)b;
  int order = strcmp (left->target->code, right->target->code);

  return order != 0 ? order : strcmp (left->standard->id, right->standard->id);
}

/* Of one standard: the lowest title above the one held, and of the higher ones those that are met.
 */
static void
ask_standard (const SzTitleQuestion *question,
              const SzApplicant *applicant,
              const SzStandard *standard,
              GPtrArray *results)
{
  const int held = sz_title_level (sz_career_title (applicant->career, question->cutoff));
  int lowest = G_MAXINT;

  for (guint i = 0; i < standard->n_targets; i++)
    if (standard->targets[i].code != NULL && standard->targets[i].level > held)
      lowest = MIN (lowest, standard->targets[i].level);
  for (guint i = 0; i < standard->n_targets; i++)
    {
      const SzTarget *target = &standard->targets[i];
      g_autoptr (SzTargetResult) result = NULL;

      if (target->code == NULL || target->level <= held)
        continue;
      result = sz_title_judge (question, applicant, standard, target);
      if (target->level == lowest || result->verdict == SZ_VERDICT_MET)
        g_ptr_array_add (results, g_steal_pointer (&result));
    }
}

static void
free_target_cb (gpointer data)
{
  sz_target_result_free (data);
}

/* RULE ttl-19 */
GPtrArray *
sz_title_who (const SzTitleQuestion *question,
              const SzApplicant *applicant,
              SzStandard *const *active,
              guint n_active)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (free_target_cb);

  g_return_val_if_fail (question != NULL && applicant != NULL, results);

  if (!sz_title_may_be_asked (question, applicant->career))
    return results;
  for (guint i = 0; i < n_active; i++)
    if (sz_title_standard_applies (question, applicant->career, active[i], active, n_active))
      ask_standard (question, applicant, active[i], results);
  g_ptr_array_sort (results, compare_targets_cb);
  return results;
}
