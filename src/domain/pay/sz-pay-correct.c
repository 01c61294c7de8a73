/* sz-pay-correct.c — corrections of what was paid 更正
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-correct.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-error.h"
#include "sz-pay-own.h"

static GHashTable *
list_lines (const SzPayStand *stand)
{
  GHashTable *lines = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < stand->result->n_lines; i++)
    g_hash_table_insert (lines,
                         (gpointer)stand->input->people[stand->result->lines[i].index].staff_no,
                         (gpointer)&stand->result->lines[i]);
  return lines;
}

static int
compare_differences_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzPayDifference *)a)->staff_no, ((const SzPayDifference *)b)->staff_no);
}

/* Everybody who had something or takes part today, with what stands so far; after_fen as before. */
static GArray *
list_everybody (const SzPayCorrect *correct)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (SzPayDifference));
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  const SzPayStand *today = &correct->today;

  for (gsize i = 0; i < correct->n_cum; i++)
    {
      const SzPayCum *cum = &correct->cum[i];
      SzPayDifference line = { cum->person_id,  cum->staff_no,  cum->name,
                               cum->department, cum->total_fen, cum->total_fen };

      g_hash_table_insert (known, (gpointer)cum->staff_no, GUINT_TO_POINTER (all->len + 1));
      g_array_append_val (all, line);
    }
  for (gsize i = 0; i < today->result->n_lines; i++)
    {
      const SzPayLine *line = &today->result->lines[i];
      const SzPayPerson *person = &today->input->people[line->index];
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (known, person->staff_no));
      SzPayDifference added
          = { person->person_id, person->staff_no, person->name, line->department, 0, 0 };

      if (place != 0)
        g_array_index (all, SzPayDifference, place - 1).department = line->department;
      else
        g_array_append_val (all, added);
    }
  g_array_sort (all, compare_differences_cb);
  return all;
}

/* Only those that are not 0.00. */
static GArray *
keep_changed (GArray *all)
{
  guint kept = 0;

  for (guint i = 0; i < all->len; i++)
    {
      SzPayDifference line = g_array_index (all, SzPayDifference, i);

      if (line.after_fen != line.before_fen)
        g_array_index (all, SzPayDifference, kept++) = line;
    }
  g_array_set_size (all, kept);
  return all;
}

GArray *
sz_pay_correct_people (const SzPayCorrect *correct)
{
  g_autoptr (GHashTable) today = NULL;
  GArray *all;

  g_return_val_if_fail (correct != NULL, NULL);
  today = list_lines (&correct->today);
  all = list_everybody (correct);
  for (guint i = 0; i < all->len; i++)
    {
      SzPayDifference *line = &g_array_index (all, SzPayDifference, i);
      const SzPayLine *found = g_hash_table_lookup (today, line->staff_no);

      line->after_fen = found != NULL ? found->total_fen : 0;
    }
  return keep_changed (all);
}

/* What a component is worth: its amount over its points, in two levels of one department. */
typedef struct
{
  SzMoney amount_fen;
  gint64 points_x1e6;
} Worth;

/* All worths of the paid run: of the college, then of each department. */
static Worth *
count_worths (const SzPayCorrect *correct)
{
  const SzPayResult *paid = correct->paid.result;
  guint n = correct->n_parts;
  Worth *worths = g_new0 (Worth, (paid->n_departments + 1) * n + 1);

  for (guint i = 0; i < n; i++)
    worths[i] = (Worth){ paid->components[i].amount_fen, paid->components[i].points_x1e6 };
  for (gsize i = 0; i < paid->n_departments; i++)
    for (guint j = 0; j < n && paid->departments[i].pools_fen != NULL; j++)
      worths[(i + 1) * n + j].amount_fen = paid->departments[i].pools_fen[j];
  for (gsize i = 0; i < paid->n_lines; i++)
    {
      int department = sz_pay_find_department (paid, paid->lines[i].department);

      for (guint j = 0; department >= 0 && j < n; j++)
        worths[((gsize)department + 1) * n + j].points_x1e6 += paid->lines[i].shares[j].points_x1e6;
    }
  return worths;
}

/* Whether the paid run split component @part among departments. */
static gboolean
goes_by_department (const SzPayResult *paid, guint part)
{
  for (gsize i = 0; i < paid->n_departments; i++)
    if (paid->departments[i].pools_fen != NULL && paid->departments[i].pools_fen[part] >= 0)
      return TRUE;
  return FALSE;
}

static Worth
find_worth (const SzPayCorrect *correct, const Worth *worths, const char *name, guint part)
{
  int department;

  if (!goes_by_department (correct->paid.result, part))
    return worths[part];
  department = sz_pay_find_department (correct->paid.result, name);
  return department >= 0 ? worths[((gsize)department + 1) * correct->n_parts + part]
                         : (Worth){ 0, 0 };
}

/* RULE pay-12: each product rounded once, half-up away from zero. */
static gboolean
count_difference (const SzPayCorrect *correct,
                  const Worth *worths,
                  const SzPayLine *before,
                  const SzPayLine *after,
                  SzMoney *difference_fen,
                  GError **error)
{
  for (guint i = 0; i < correct->n_fixed; i++)
    *difference_fen
        += MAX (after->fixed_fen[i], 0) - (before != NULL ? MAX (before->fixed_fen[i], 0) : 0);
  for (guint i = 0; i < correct->n_parts; i++)
    {
      Worth worth = find_worth (correct, worths, after->department, i);
      gint64 points_x1e6
          = after->shares[i].points_x1e6 - (before != NULL ? before->shares[i].points_x1e6 : 0);
      SzMoney part_fen;

      if (points_x1e6 == 0 || worth.points_x1e6 == 0 || worth.amount_fen <= 0)
        continue;
      if (!sz_decimal_div_round ((SzWide)points_x1e6 * worth.amount_fen, worth.points_x1e6,
                                 &part_fen, error)
          || !sz_money_add (*difference_fen, part_fen, difference_fen, error))
        return FALSE;
    }
  return TRUE;
}

GArray *
sz_pay_correct_reserve (const SzPayCorrect *correct, GError **error)
{
  g_autoptr (GHashTable) behind = NULL;
  g_autoptr (GHashTable) today = NULL;
  g_autoptr (GArray) all = NULL;
  g_autofree Worth *worths = NULL;
  SzMoney ceiling_fen;

  g_return_val_if_fail (correct != NULL, NULL);
  behind = list_lines (&correct->behind);
  today = list_lines (&correct->today);
  worths = count_worths (correct);
  all = list_everybody (correct);
  ceiling_fen = correct->paid.result->ceiling_limit_fen;
  for (guint i = 0; i < all->len; i++)
    {
      SzPayDifference *line = &g_array_index (all, SzPayDifference, i);
      const SzPayLine *after = g_hash_table_lookup (today, line->staff_no);
      SzMoney difference_fen = 0;

      if (after == NULL)
        {
          line->after_fen = 0;
          continue;
        }
      if (!count_difference (correct, worths, g_hash_table_lookup (behind, line->staff_no), after,
                             &difference_fen, error))
        return NULL;
      if (difference_fen > 0 && ceiling_fen > 0)
        difference_fen = CLAMP (difference_fen, 0, MAX (ceiling_fen - line->before_fen, 0));
      line->after_fen = MAX (line->before_fen + difference_fen, MIN (line->before_fen, 0));
    }
  return keep_changed (g_steal_pointer (&all));
}
