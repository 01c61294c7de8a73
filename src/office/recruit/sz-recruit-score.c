/* sz-recruit-score.c — marks and scores as they are stored (RULE rec-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-recruit-book.h"

/* "88.00 86.50 - .": a mark a judge; "-" is 回避, "." nothing yet. */
static guint
read_marks (const char *text, gint64 *marks)
{
  guint n = 0;

  for (const char *at = text; *at != '\0' && n < SZ_JUDGES_MAX;)
    {
      const gsize length = strcspn (at, " ");
      char word[24];

      if (length > 0)
        {
          g_strlcpy (word, at, MIN (length + 1, sizeof word));
          if (!sz_decimal_parse (word, SZ_HOURS_DECIMALS, &marks[n], NULL) || marks[n] < 0)
            marks[n] = SZ_MARK_NONE;
          n++;
        }
      at += length + (at[length] == ' ' ? 1 : 0);
    }
  return n;
}

static int
find_item (const SzExamPlan *plan, const char *item)
{
  for (guint i = 0; i < plan->n_items; i++)
    if (strcmp (plan->items[i].name, item) == 0)
      return (int)i;
  return -1;
}

gboolean
sz_recruit_marks (const SzRecruitPerson *person,
                  const SzExamPlan *plan,
                  const char *component,
                  SzMarks *marks)
{
  gboolean found = FALSE;

  g_return_val_if_fail (person != NULL && plan != NULL, FALSE);
  g_return_val_if_fail (component != NULL && marks != NULL, FALSE);
  *marks = (SzMarks){ .n_items = 1 };
  for (guint i = 0; i < SZ_ITEMS_MAX; i++)
    for (guint j = 0; j < SZ_JUDGES_MAX; j++)
      marks->marks_x100[i][j] = SZ_MARK_NONE;
  for (guint i = 0; i < person->scores->len; i++)
    {
      const SzScoreRow *row = g_ptr_array_index (person->scores, i);
      const int item = *row->item != '\0' ? find_item (plan, row->item) : 0;
      guint n;

      if (strcmp (row->component, component) != 0 || *row->marks == '\0' || item < 0)
        continue;
      n = read_marks (row->marks, marks->marks_x100[item]);
      marks->n_judges = MAX (marks->n_judges, n);
      if (*row->item != '\0')
        marks->n_items = plan->n_items;
      found = TRUE;
    }
  return found;
}

static SzScoreState
read_status (const char *status)
{
  if (strcmp (status, "absent") == 0)
    return SZ_SCORE_ABSENT;
  if (strcmp (status, "void") == 0)
    return SZ_SCORE_VOID;
  return strcmp (status, "cheated") == 0 ? SZ_SCORE_CHEATED : SZ_SCORE_NONE;
}

/* A row that is still being typed: the judges are known, not all their marks. */
static gboolean
has_blank (const char *marks)
{
  for (const char *at = strchr (marks, '.'); at != NULL; at = strchr (at + 1, '.'))
    if ((at == marks || at[-1] == ' ') && (at[1] == ' ' || at[1] == '\0'))
      return TRUE;
  return FALSE;
}

SzScore
sz_recruit_score (const SzRecruitPerson *person, const SzExamPlan *plan, const char *component)
{
  SzScore score = { SZ_SCORE_NONE, 0 };
  gboolean blank = FALSE;
  SzMarks marks;

  g_return_val_if_fail (person != NULL && plan != NULL && component != NULL, score);
  for (guint i = 0; i < person->scores->len; i++)
    {
      const SzScoreRow *row = g_ptr_array_index (person->scores, i);

      if (strcmp (row->component, component) != 0)
        continue;
      /* a status in one of the items is the component's */
      if (*row->status != '\0')
        return (SzScore){ read_status (row->status), 0 };
      if (row->score_x100 >= 0)
        score = (SzScore){ SZ_SCORE_GIVEN, row->score_x100 };
      blank |= has_blank (row->marks);
    }
  if (score.state == SZ_SCORE_GIVEN || blank || !sz_recruit_marks (person, plan, component, &marks))
    return score;
  score.state = sz_exam_marks (&marks, plan->trim, plan->trim_by_item, &score.score_x100, NULL)
                    ? SZ_SCORE_GIVEN
                    : SZ_SCORE_FEW;
  return score;
}
