/* sz-title-score.c — scores for the recommendation 量化评分 (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-score.h"

#include <string.h>

#include "sz-decimal.h"

#define MONTHS_A_YEAR 12

static const char *const kind_words[SZ_N_SCORE_KINDS]
    = { "title_years", "excellent", "adviser", "hours", "education", "achievements", "value" };

const char *
sz_score_kind_word (SzScoreKind kind)
{
  g_return_val_if_fail ((guint)kind < SZ_N_SCORE_KINDS, "");
  return kind_words[kind];
}

int
sz_score_kind_find (const char *word)
{
  for (int i = 0; word != NULL && i < SZ_N_SCORE_KINDS; i++)
    if (g_str_equal (kind_words[i], word))
      return i;
  return -1;
}

void
sz_score_table_free (SzScoreTable *table)
{
  if (table == NULL)
    return;
  for (guint i = 0; i < table->n_items; i++)
    {
      g_free (table->items[i].name);
      g_free (table->items[i].item);
      g_strfreev (table->items[i].roles);
    }
  g_free (table->name);
  g_free (table);
}

/* What an item is asked with. */
typedef struct
{
  const SzTitleQuestion *question;
  const SzCareer *career;
  SzTitleYears years; /* for the level below the target */
  int year;
} Scored;

/* Each gives the exact value as a fraction of hundredths: *value over the returned denominator;
   0: an input is unknown. */
typedef gint64 (*ScoreFn) (const Scored *scored, const SzScoreItem *item, SzWide *value);

static gint64
score_title_years (const Scored *scored, const SzScoreItem *item, SzWide *value)
{
  *value = (SzWide)item->per_year_x100 * (scored->years.high / MONTHS_A_YEAR);
  return scored->years.known ? 1 : 0;
}

static gint64
score_excellent (const Scored *scored, const SzScoreItem *item, SzWide *value)
{
  const int to = scored->question->assess_to;
  int excellent = 0;

  for (gsize i = 0; i < scored->career->n_grades; i++)
    {
      const SzGradeFact *fact = &scored->career->grades[i];

      excellent
          += fact->grade == SZ_GRADE_EXCELLENT && fact->year > to - item->last && fact->year <= to;
    }
  *value = (SzWide)item->each_x100 * excellent;
  return 1;
}

static gint64
score_adviser (const Scored *scored, const SzScoreItem *item, SzWide *value)
{
  gboolean covered = FALSE;

  for (guint i = 0; item->roles != NULL && item->roles[i] != NULL && !covered; i++)
    covered = sz_word_in (scored->question->covered->roles, item->roles[i]);
  *value = (SzWide)item->per_year_x100
           * sz_title_adviser (scored->career, item->roles, SZ_DATE_NONE, scored->question->cutoff);
  return covered ? 2 : 0;
}

static gint64
score_hours (const Scored *scored, const SzScoreItem *item, SzWide *value)
{
  SzHoursAverage average;

  sz_title_hours (scored->question, scored->career, item->last, &average);
  if (average.months == 0 || !average.all_known)
    return 0;
  *value = (SzWide)item->each_x100
           * MAX (0, (average.average_x100 - item->base_x100) / item->per_x100);
  return 1;
}

static gint64
score_education (const Scored *scored, const SzScoreItem *item, SzWide *value)
{
  const int level = sz_title_education (scored->career, scored->question->cutoff, NULL);
  gint64 points_x100 = 0;

  for (int i = 0; i <= level; i++)
    points_x100 = MAX (points_x100, item->education_x100[i]);
  *value = points_x100;
  return level >= 0 ? 1 : 0;
}

static gint64
score_achievements (const Scored *scored, const SzScoreItem *item, SzWide *value)
{
  for (gsize i = 0; i < scored->career->n_achievements; i++)
    {
      const SzAchievement *row = &scored->career->achievements[i];
      const SzDate date = sz_date_first_day (row->date);
      const int rank = MAX (row->rank, 1);
      gint64 points_x100 = item->points_x100[row->level][row->prize];

      if ((item->kinds & 1u << row->kind) == 0 || date < scored->years.start
          || date > scored->question->cutoff || rank > item->n_ranks)
        continue;
      if (points_x100 == SZ_SCORE_UNSET)
        points_x100 = item->points_x100[row->level][SZ_PRIZE_NONE];
      if (points_x100 != SZ_SCORE_UNSET)
        *value += (SzWide)points_x100 * item->ranks_x1e4[rank - 1];
    }
  return scored->question->covered->achievements ? SZ_RATIO_ONE : 0;
}

static const SzFactorFact *
find_factor (const Scored *scored, const SzScoreItem *item)
{
  for (gsize i = 0; i < scored->career->n_factors; i++)
    if (scored->career->factors[i].year == scored->year
        && g_strcmp0 (scored->career->factors[i].item, item->item) == 0)
      return &scored->career->factors[i];
  return NULL;
}

/* Ratios both: the value over this is in hundredths. */
#define VALUE_DENOMINATOR (SZ_RATIO_ONE * SZ_RATIO_ONE / 100)

static gint64
score_value (const Scored *scored, const SzScoreItem *item, SzWide *value)
{
  const SzFactorFact *factor = find_factor (scored, item);

  if (factor == NULL)
    return 0;
  *value = (SzWide)factor->value_x1e4 * item->weight_x1e4;
  return VALUE_DENOMINATOR;
}

static const ScoreFn scorers[SZ_N_SCORE_KINDS] = {
  [SZ_SCORE_TITLE_YEARS] = score_title_years,
  [SZ_SCORE_EXCELLENT] = score_excellent,
  [SZ_SCORE_ADVISER] = score_adviser,
  [SZ_SCORE_HOURS] = score_hours,
  [SZ_SCORE_EDUCATION] = score_education,
  [SZ_SCORE_ACHIEVEMENTS] = score_achievements,
  [SZ_SCORE_VALUE] = score_value,
};

/* RULE ttl-16, num-3: rounded once, then cut. @denominator 0: an input is unknown. */
static void
keep_value (const SzScoreItem *item, SzWide value, gint64 denominator, SzScore *score, guint place)
{
  score->known[place]
      = denominator != 0
        && sz_decimal_div_round (value, denominator, &score->values_x100[place], NULL);
  if (score->known[place] && item->max_x100 != SZ_SCORE_UNSET)
    score->values_x100[place] = MIN (score->values_x100[place], item->max_x100);
}

static void
add_up (const SzScoreTable *table, SzScore *score)
{
  score->ranked = TRUE;
  score->total_x100 = 0;
  for (guint i = 0; i < table->n_items; i++)
    {
      score->ranked &= score->known[i];
      score->total_x100 += score->known[i] ? score->values_x100[i] : 0;
    }
}

void
sz_score_person (const SzScoreTable *table,
                 const SzTitleQuestion *question,
                 const SzCareer *career,
                 int level,
                 int year,
                 SzScore *score)
{
  Scored scored = { question, career, { 0 }, year };

  g_return_if_fail (table != NULL && question != NULL && career != NULL && score != NULL);

  memset (score, 0, sizeof *score);
  score->staff_no = career->person->staff_no;
  score->recommended = -1;
  sz_title_years (career, question->rules, MAX (1, level - 1), question->cutoff,
                  question->assess_to, &scored.years);
  score->months = scored.years.high;
  for (guint i = 0; i < table->n_items; i++)
    {
      const SzScoreItem *item = &table->items[i];
      const SzFactorFact *factor
          = item->kind == SZ_SCORE_VALUE ? find_factor (&scored, item) : NULL;
      SzWide value = 0;
      const gint64 denominator = scorers[item->kind](&scored, item, &value);

      keep_value (item, value, denominator, score, i);
      score->typed_x1e4[i] = factor != NULL ? factor->value_x1e4 : 0;
    }
  add_up (table, score);
}

gboolean
sz_score_set_value (const SzScoreTable *table, guint item, gint64 typed_x1e4, SzScore *score)
{
  g_return_val_if_fail (table != NULL && score != NULL, FALSE);
  if (item >= table->n_items || table->items[item].kind != SZ_SCORE_VALUE)
    return FALSE;
  keep_value (&table->items[item], (SzWide)typed_x1e4 * table->items[item].weight_x1e4,
              VALUE_DENOMINATOR, score, item);
  score->typed_x1e4[item] = typed_x1e4;
  add_up (table, score);
  return score->known[item];
}

void
sz_score_clear_value (const SzScoreTable *table, guint item, SzScore *score)
{
  g_return_if_fail (table != NULL && score != NULL);
  g_return_if_fail (item < table->n_items && table->items[item].kind == SZ_SCORE_VALUE);
  score->known[item] = FALSE;
  score->values_x100[item] = score->typed_x1e4[item] = 0;
  add_up (table, score);
}

gint64
sz_score_value_most (const SzScoreTable *table, guint item)
{
  const SzScoreItem *asked;
  SzWide most;

  g_return_val_if_fail (table != NULL && item < table->n_items, G_MAXINT64);
  asked = &table->items[item];
  if (asked->kind != SZ_SCORE_VALUE || asked->max_x100 == SZ_SCORE_UNSET || asked->weight_x1e4 <= 0)
    return G_MAXINT64;
  most = (SzWide)asked->max_x100 * VALUE_DENOMINATOR / asked->weight_x1e4;
  return most < G_MAXINT64 ? (gint64)most : G_MAXINT64;
}

static int
compare_places (const SzScore *a, const SzScore *b, gboolean tie_by_months)
{
  if (a->ranked != b->ranked)
    return a->ranked ? -1 : 1;
  if (!a->ranked)
    return 0;
  if (a->total_x100 != b->total_x100)
    return a->total_x100 > b->total_x100 ? -1 : 1;
  if (tie_by_months && a->months != b->months)
    return a->months > b->months ? -1 : 1;
  return 0;
}

static int
compare_scores_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SzScore *left = a;
  const SzScore *right = b;
  int order = compare_places (left, right, GPOINTER_TO_INT (user_data));

  return order != 0 ? order : strcmp (left->staff_no, right->staff_no);
}

/* RULE ttl-16 */
void
sz_scores_rank (GArray *scores, gboolean tie_by_months, int quota)
{
  g_return_if_fail (scores != NULL);

  g_array_sort_with_data (scores, compare_scores_cb, GINT_TO_POINTER (tie_by_months));
  for (guint i = 0; i < scores->len; i++)
    {
      g_array_index (scores, SzScore, i).rank = 0;
      g_array_index (scores, SzScore, i).recommended = -1;
    }
  for (guint first = 0; first < scores->len;)
    {
      SzScore *leader = &g_array_index (scores, SzScore, first);
      guint next = first + 1;
      const int rank = (int)first + 1;
      int last_of_tie;

      if (!leader->ranked)
        return;
      while (next < scores->len
             && compare_places (leader, &g_array_index (scores, SzScore, next), tie_by_months) == 0)
        next++;
      last_of_tie = (int)next;
      for (guint i = first; i < next; i++)
        {
          SzScore *score = &g_array_index (scores, SzScore, i);

          score->rank = rank;
          if (quota >= 0)
            score->recommended = last_of_tie <= quota ? 1 : rank > quota ? 0 : -1;
        }
      first = next;
    }
}
