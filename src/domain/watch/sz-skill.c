/* sz-skill.c — who is due for a skill assessment and who took it 应评尽评 (RULE tgt-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-skill.h"

#include <string.h>

#include "sz-codes-watch.h"

static gboolean
has (const char *text)
{
  return text != NULL && *text != '\0';
}

gboolean
sz_skill_is_exempt (const SzSkillDue *due)
{
  g_return_val_if_fail (due != NULL, FALSE);
  return has (due->exempt_reason) && has (due->exempt_document);
}

gboolean
sz_skill_took_part (const SzSkillResult *result, SzDate day)
{
  g_return_val_if_fail (result != NULL, FALSE);
  if (sz_date_first_day (result->examined) > day
      || g_strcmp0 (result->outcome, SZ_RESULT_ABSENT) == 0)
    return FALSE;
  return has (result->outcome) || result->theory_x100 >= 0 || result->practice_x100 >= 0;
}

gboolean
sz_skill_passed (const SzSkillResult *result, gint64 pass_x100)
{
  g_return_val_if_fail (result != NULL, FALSE);
  if (result->theory_x100 >= 0 && result->practice_x100 >= 0)
    return result->theory_x100 >= pass_x100 && result->practice_x100 >= pass_x100;
  return g_strcmp0 (result->outcome, SZ_RESULT_PASS) == 0;
}

gboolean
sz_skill_result_differs (const SzSkillResult *result, gint64 pass_x100)
{
  g_return_val_if_fail (result != NULL, FALSE);
  if (!has (result->outcome) || result->theory_x100 < 0 || result->practice_x100 < 0)
    return FALSE;
  return sz_skill_passed (result, pass_x100) != (g_strcmp0 (result->outcome, SZ_RESULT_PASS) == 0);
}

static char *
make_key (const char *batch, const char *student, const char *occupation, const char *level)
{
  return g_strjoin ("\x1f", batch, student, occupation, level, NULL);
}

static int
compare_items_cb (gconstpointer a, gconstpointer b)
{
  const SzSkillDue *one = ((const SzSkillItem *)a)->due;
  const SzSkillDue *other = ((const SzSkillItem *)b)->due;
  int order = strcmp (one->major, other->major);

  if (order == 0)
    order = strcmp (one->student_no, other->student_no);
  if (order == 0)
    order = strcmp (one->occupation, other->occupation);
  if (order == 0)
    order = strcmp (one->level, other->level);
  return order != 0 ? order : strcmp (one->batch, other->batch);
}

static void
count_item (SzSkillYear *year, const SzSkillItem *item)
{
  if (item->exempt)
    {
      year->exempt++;
      return;
    }
  year->due++;
  if (has (item->due->exempt_reason))
    year->exempt_unapproved++;
  if (item->taken)
    year->taken++;
  else if (!has (item->due->missing_reason))
    year->missing_reason++;
  if (item->passed)
    year->passed++;
}

static GHashTable *
index_results (const GPtrArray *results, int year, SzDate day)
{
  GHashTable *by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < results->len; i++)
    {
      SzSkillResult *result = g_ptr_array_index (results, i);

      if (result->year == year && sz_date_first_day (result->examined) <= day)
        g_hash_table_insert (by_key,
                             make_key (result->batch, result->student_no, result->occupation,
                                       result->level),
                             result);
    }
  return by_key;
}

SzSkillYear *
sz_skill_year_new (
    const GPtrArray *due, const GPtrArray *results, gint64 pass_x100, int year, SzDate day)
{
  SzSkillYear *skill = g_new0 (SzSkillYear, 1);
  g_autoptr (GHashTable) by_key = NULL;
  guint met = 0;

  skill->items = g_array_new (FALSE, TRUE, sizeof (SzSkillItem));
  g_return_val_if_fail (due != NULL && results != NULL, skill);
  by_key = index_results (results, year, day);
  for (guint i = 0; i < due->len; i++)
    {
      const SzSkillDue *row = g_ptr_array_index (due, i);
      g_autofree char *key = make_key (row->batch, row->student_no, row->occupation, row->level);
      SzSkillItem item = { .due = row };

      if (row->year != year)
        continue;
      item.result = g_hash_table_lookup (by_key, key);
      met += item.result != NULL;
      item.exempt = sz_skill_is_exempt (row);
      item.taken = !item.exempt && item.result != NULL && sz_skill_took_part (item.result, day);
      item.passed = item.taken && sz_skill_passed (item.result, pass_x100);
      count_item (skill, &item);
      g_array_append_val (skill->items, item);
    }
  skill->not_due = g_hash_table_size (by_key) - met;
  g_array_sort (skill->items, compare_items_cb);
  return skill;
}

void
sz_skill_year_free (SzSkillYear *year)
{
  if (year == NULL)
    return;
  g_array_unref (year->items);
  g_free (year);
}
