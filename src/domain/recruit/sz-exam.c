/* sz-exam.c — marks, stages, totals and ranks of a post's exam 考试成绩 (RULE rec-2 … rec-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-exam.h"

#include <string.h>

/* So many marks must be left after trimming (RULE rec-2). */
#define LEAST_KEPT 3

typedef struct
{
  gint64 value;
  guint judge;
} Mark;

static int
compare_marks_cb (gconstpointer a, gconstpointer b)
{
  const Mark *left = a;
  const Mark *right = b;

  if (left->value != right->value)
    return left->value < right->value ? -1 : 1;
  return (left->judge > right->judge) - (left->judge < right->judge);
}

/* Sums of the judges who are there: those with a mark for each item. */
static guint
sum_judges (const SzMarks *marks, gint64 *sums)
{
  guint left = 0;

  for (guint judge = 0; judge < marks->n_judges; judge++)
    {
      sums[judge] = 0;
      for (guint item = 0; item < marks->n_items && sums[judge] != SZ_MARK_NONE; item++)
        {
          const gint64 mark = marks->marks_x100[item][judge];

          sums[judge] = mark == SZ_MARK_NONE ? SZ_MARK_NONE : sums[judge] + mark;
        }
      left += sums[judge] != SZ_MARK_NONE ? 1 : 0;
    }
  return left;
}

/* The middle of some marks, without the highest and the lowest. */
static gint64
trim_marks (Mark *marks, guint n, guint trim, SzMarkWork *work)
{
  gint64 sum = 0;

  qsort (marks, n, sizeof *marks, compare_marks_cb);
  for (guint i = trim; i < n - trim; i++)
    sum += marks[i].value;
  for (guint i = 0; work != NULL && i < trim; i++)
    {
      work->dropped_low[i] = marks[i].judge;
      work->dropped_high[i] = marks[n - 1 - i].judge;
    }
  return sum;
}

/* RULE rec-2 */
gboolean
sz_exam_marks (
    const SzMarks *marks, int trim, gboolean by_item, gint64 *score_x100, SzMarkWork *work)
{
  SzMarkWork scratch;
  Mark kept[SZ_JUDGES_MAX];
  const guint off = trim > 0 ? (guint)trim : 0;
  gint64 sum = 0;
  guint n = 0;

  g_return_val_if_fail (marks != NULL && score_x100 != NULL, FALSE);
  g_return_val_if_fail (marks->n_items >= 1 && marks->n_judges <= SZ_JUDGES_MAX, FALSE);
  work = work != NULL ? work : &scratch;
  *work = (SzMarkWork){ 0 };
  work->n_left = sum_judges (marks, work->sums_x100);
  if (work->n_left < 2 * off + LEAST_KEPT)
    return FALSE;
  for (guint judge = 0; judge < marks->n_judges; judge++)
    if (work->sums_x100[judge] != SZ_MARK_NONE)
      kept[n++] = (Mark){ work->sums_x100[judge], judge };
  work->n_kept = n - 2 * off;
  work->kept_sum_x100 = sum = trim_marks (kept, n, off, work);
  if (by_item)
    sum = 0;
  /* each item's marks apart; the exact means add up to the sum over the same number */
  for (guint item = 0; by_item && item < marks->n_items; item++)
    {
      n = 0;
      for (guint judge = 0; judge < marks->n_judges; judge++)
        if (work->sums_x100[judge] != SZ_MARK_NONE)
          kept[n++] = (Mark){ marks->marks_x100[item][judge], judge };
      sum += trim_marks (kept, n, off, NULL);
    }
  return sz_decimal_div_round (sum, work->n_kept, score_x100, NULL);
}

const char *
sz_exam_state_name (SzExamState state)
{
  static const char *const names[SZ_N_EXAM_STATES] = {
    [SZ_EXAM_RANKED] = "ranked",           [SZ_EXAM_PENDING] = "pending",
    [SZ_EXAM_ABSENT] = "absent",           [SZ_EXAM_VOID] = "void",
    [SZ_EXAM_CHEATED] = "cheated",         [SZ_EXAM_BELOW_LINE] = "below_line",
    [SZ_EXAM_NOT_ENTERED] = "not_entered",
  };

  g_return_val_if_fail ((guint)state < SZ_N_EXAM_STATES, NULL);
  return names[state];
}

/* The pass line of 面试 rises where fewer than the usual number sat (RULE rec-3). */
static void
find_lines (const SzExamPlan *plan,
            gint64 goal,
            const SzExamEntry *entries,
            guint n,
            SzExamSummary *summary)
{
  const int interview = sz_exam_plan_find (plan, SZ_COMPONENT_INTERVIEW);
  gint64 sat = 0;

  for (guint i = 0; i < plan->n_components; i++)
    summary->lines_x100[i] = plan->components[i].line_x100;
  if (!plan->has_thin_pass || interview < 0)
    return;
  for (guint i = 0; i < n; i++)
    sat += entries[i].scores[interview].state == SZ_SCORE_GIVEN ? 1 : 0;
  if (sat < goal)
    summary->lines_x100[interview] = MAX (summary->lines_x100[interview], plan->thin_pass_x100);
}

/* One applicant in one stage: RANKED stands for through. */
static SzExamState
judge_stage (const SzExamPlan *plan,
             const SzExamSummary *summary,
             const SzExamEntry *entry,
             guint stage)
{
  gboolean absent = FALSE;
  gboolean void_ = FALSE;
  gboolean below = FALSE;
  gboolean pending = FALSE;

  for (guint i = 0; i < plan->n_components; i++)
    {
      const SzScore *score = &entry->scores[i];

      if (score->state == SZ_SCORE_CHEATED)
        return SZ_EXAM_CHEATED;
      if (plan->components[i].stage != stage)
        continue;
      absent |= score->state == SZ_SCORE_ABSENT;
      void_ |= score->state == SZ_SCORE_VOID;
      below |= score->state == SZ_SCORE_GIVEN && score->score_x100 < summary->lines_x100[i];
      pending |= score->state == SZ_SCORE_NONE || score->state == SZ_SCORE_FEW;
    }
  if (absent)
    return SZ_EXAM_ABSENT;
  if (void_)
    return SZ_EXAM_VOID;
  if (below)
    return SZ_EXAM_BELOW_LINE;
  return pending ? SZ_EXAM_PENDING : SZ_EXAM_RANKED;
}

/* The weighted mean of a stage, by which its people are compared (RULE rec-3). */
static gint64
weigh_stage (const SzExamPlan *plan, const SzExamEntry *entry, guint stage)
{
  SzWide weighted = 0;
  SzWide plain = 0;
  gint64 weights = 0;
  gint64 count = 0;
  gint64 mean = 0;

  for (guint i = 0; i < plan->n_components; i++)
    {
      const SzExamComponent *component = &plan->components[i];

      if (component->stage != stage)
        continue;
      weighted += (SzWide)component->weight_x1e4 * entry->scores[i].score_x100;
      plain += entry->scores[i].score_x100;
      weights += component->weight_x1e4;
      count++;
    }
  if (weights > 0)
    sz_decimal_div_round (weighted, weights, &mean, NULL);
  else if (count > 0)
    sz_decimal_div_round (plain, count, &mean, NULL);
  return mean;
}

static int
compare_means_cb (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *)a;
  const gint64 right = *(const gint64 *)b;

  return (left < right) - (left > right);
}

/* Whoever is through goes on when among the best @goal, everyone equal to the last included. */
static void
run_stage (const SzExamPlan *plan,
           const SzExamSummary *summary,
           guint stage,
           gint64 goal,
           SzExamEntry *entries,
           guint n)
{
  g_autofree gint64 *means = g_new0 (gint64, n + 1);
  const gboolean last = stage + 1 == plan->n_stages;
  guint through = 0;
  gint64 least;

  for (guint i = 0; i < n; i++)
    {
      if (entries[i].state != SZ_EXAM_RANKED || entries[i].stages != stage)
        continue;
      entries[i].stages++;
      entries[i].state = judge_stage (plan, summary, &entries[i], stage);
      if (entries[i].state == SZ_EXAM_RANKED)
        means[through++] = weigh_stage (plan, &entries[i], stage);
    }
  if (last || through <= goal)
    return;
  qsort (means, through, sizeof *means, compare_means_cb);
  least = goal > 0 ? means[goal - 1] : G_MAXINT64;
  for (guint i = 0; i < n; i++)
    if (entries[i].state == SZ_EXAM_RANKED && entries[i].stages == stage + 1
        && weigh_stage (plan, &entries[i], stage) < least)
      entries[i].state = SZ_EXAM_NOT_ENTERED;
}

/* RULE rec-4 */
static void
take_total (const SzExamPlan *plan, SzExamEntry *entry)
{
  SzWide sum = 0;

  if (entry->state != SZ_EXAM_RANKED)
    return;
  for (guint i = 0; i < plan->n_components; i++)
    sum += (SzWide)plan->components[i].weight_x1e4 * entry->scores[i].score_x100;
  entry->has_total = sz_decimal_div_round (sum, SZ_RATIO_ONE, &entry->total_x100, NULL);
  if (plan->has_total_line && entry->total_x100 < plan->total_line_x100)
    entry->state = SZ_EXAM_BELOW_LINE;
}

typedef struct
{
  const SzExamPlan *plan;
  const SzExamEntry *entries;
} Field;

/* By total, then the components that part ties, best first (RULE rec-5). */
static int
compare_totals (const SzExamPlan *plan, const SzExamEntry *left, const SzExamEntry *right)
{
  if (left->total_x100 != right->total_x100)
    return left->total_x100 > right->total_x100 ? -1 : 1;
  for (guint i = 0; i < plan->n_ties; i++)
    {
      const gint64 a = left->scores[plan->ties[i]].score_x100;
      const gint64 b = right->scores[plan->ties[i]].score_x100;

      if (a != b)
        return a > b ? -1 : 1;
    }
  return 0;
}

static int
compare_entries_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Field *field = user_data;
  const SzExamEntry *left = &field->entries[*(const guint *)a];
  const SzExamEntry *right = &field->entries[*(const guint *)b];
  const gboolean ranked = left->state == SZ_EXAM_RANKED;
  int order = 0;

  if (ranked != (right->state == SZ_EXAM_RANKED))
    return ranked ? -1 : 1;
  if (ranked)
    order = compare_totals (field->plan, left, right);
  return order != 0 ? order : strcmp (left->ticket, right->ticket);
}

static int
compare_extra_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Field *field = user_data;
  const SzExamEntry *left = &field->entries[*(const guint *)a];
  const SzExamEntry *right = &field->entries[*(const guint *)b];

  if (left->extra_x100 != right->extra_x100)
    return left->extra_x100 > right->extra_x100 ? -1 : 1;
  return strcmp (left->ticket, right->ticket);
}

/* Ranks for people who are equal in all else: by 加试 when each of them has one. */
static void
rank_equals (const Field *field, SzExamEntry *entries, guint *order, guint first, guint n)
{
  gboolean extra = n > 1;

  for (guint i = first; i < first + n; i++)
    extra &= entries[order[i]].has_extra;
  if (extra)
    g_qsort_with_data (order + first, (gint)n, sizeof *order, compare_extra_cb, (gpointer)field);
  for (guint i = first; i < first + n;)
    {
      guint end = i + 1;

      while (end < first + n
             && (!extra || entries[order[end]].extra_x100 == entries[order[i]].extra_x100))
        end++;
      for (guint j = i; j < end; j++)
        {
          entries[order[j]].rank = i + 1;
          entries[order[j]].group = end - i;
          entries[order[j]].extra_needed = end - i > 1;
        }
      i = end;
    }
}

static guint
rank_all (const SzExamPlan *plan, SzExamEntry *entries, guint n, guint *order)
{
  const Field field = { plan, entries };
  guint ranked = 0;

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      ranked += entries[i].state == SZ_EXAM_RANKED ? 1 : 0;
    }
  g_qsort_with_data (order, (gint)n, sizeof *order, compare_entries_cb, (gpointer)&field);
  for (guint i = 0; i < ranked;)
    {
      guint end = i + 1;

      while (end < ranked && compare_totals (plan, &entries[order[i]], &entries[order[end]]) == 0)
        end++;
      rank_equals (&field, entries, order, i, end - i);
      i = end;
    }
  return ranked;
}

void
sz_exam_rank (const SzExamPlan *plan,
              gint64 places,
              SzExamEntry *entries,
              guint n,
              guint *order,
              SzExamSummary *summary)
{
  gint64 goal = 0;
  guint ranked;

  g_return_if_fail (plan != NULL && summary != NULL);
  g_return_if_fail (n == 0 || (entries != NULL && order != NULL));
  *summary = (SzExamSummary){ .places = places, .check_count = sz_exam_check_count (plan, places) };
  sz_decimal_div_ceil ((SzWide)plan->enter_x1e4 * places, SZ_RATIO_ONE, &goal, NULL);
  find_lines (plan, goal, entries, n, summary);
  for (guint i = 0; i < n; i++)
    {
      entries[i].state = SZ_EXAM_RANKED;
      entries[i].stages = entries[i].rank = entries[i].group = 0;
      entries[i].has_total = entries[i].extra_needed = entries[i].shortlisted = FALSE;
    }
  for (guint stage = 0; stage < plan->n_stages; stage++)
    run_stage (plan, summary, stage, goal, entries, n);
  for (guint i = 0; i < n; i++)
    take_total (plan, &entries[i]);
  ranked = rank_all (plan, entries, n, order);
  for (guint i = 0; i < n; i++)
    {
      SzExamEntry *entry = &entries[i];
      const gint64 end = entry->rank + entry->group;

      summary->n_pending += entry->state == SZ_EXAM_PENDING ? 1 : 0;
      entry->shortlisted = entry->rank > 0 && end - 1 <= summary->check_count;
      summary->unresolved |= entry->group > 1 && entry->rank <= summary->check_count
                             && end - 1 > summary->check_count;
    }
  g_assert (ranked <= n);
}

gboolean
sz_exam_is_unexpected (const SzExamPlan *plan, const SzExamEntry *entry, guint component)
{
  g_return_val_if_fail (plan != NULL && entry != NULL, FALSE);
  g_return_val_if_fail (component < plan->n_components, FALSE);
  if (entry->scores[component].state == SZ_SCORE_NONE)
    return FALSE;
  return plan->components[component].stage >= entry->stages;
}
