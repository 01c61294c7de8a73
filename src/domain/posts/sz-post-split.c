/* sz-post-split.c — a number of posts split by a ratio, and the proposal of a plan (RULE pst-1,
 * pst-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-post-split.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-text.h"

static const struct
{
  const char *word;
  const char *name;
} methods[SZ_N_SPLIT_METHODS] = {
  [SZ_SPLIT_CUMULATIVE_FLOOR] = { "cumulative_floor", "累计下取整" },
  [SZ_SPLIT_LARGEST_REMAINDER] = { "largest_remainder", "最大余数" },
  [SZ_SPLIT_FLOOR_EACH] = { "floor_each", "逐项下取整" },
};

const char *
sz_split_method_word (SzSplitMethod method)
{
  g_return_val_if_fail ((guint)method < SZ_N_SPLIT_METHODS, "");
  return methods[method].word;
}

const char *
sz_split_method_name (SzSplitMethod method)
{
  g_return_val_if_fail ((guint)method < SZ_N_SPLIT_METHODS, "");
  return methods[method].name;
}

gboolean
sz_split_method_find (const char *word, SzSplitMethod *method)
{
  g_return_val_if_fail (method != NULL, FALSE);
  for (int i = 0; word != NULL && i < SZ_N_SPLIT_METHODS; i++)
    if (g_str_equal (word, methods[i].word))
      {
        *method = (SzSplitMethod)i;
        return TRUE;
      }
  return FALSE;
}

gboolean
sz_ratio_parse (const char *text, int *parts, guint *n)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  gint64 sum = 0;

  g_return_val_if_fail (text != NULL && parts != NULL && n != NULL, FALSE);

  folded = sz_text_fold (text);
  words = g_strsplit (folded, ":", SZ_SPLIT_PARTS_MAX + 1);
  *n = g_strv_length (words);
  if (*n < 1 || *n > SZ_SPLIT_PARTS_MAX)
    return FALSE;
  for (guint i = 0; i < *n; i++)
    {
      gint64 part;

      if (!sz_decimal_parse (words[i], 0, &part, NULL) || part < 0 || part > SZ_SPLIT_POSTS_MAX)
        return FALSE;
      parts[i] = (int)part;
      sum += part;
    }
  return sum > 0;
}

/* The place of the largest remainder not yet served; the higher level of equal ones. */
static guint
find_largest (const gint64 *remainders, guint n)
{
  guint found = 0;

  for (guint i = 1; i < n; i++)
    if (remainders[i] > remainders[found])
      found = i;
  return found;
}

/* RULE pst-1 */
void
sz_posts_split (SzSplitMethod method, int total, const int *weights, guint n, int *parts)
{
  gint64 remainders[SZ_SPLIT_PARTS_MAX];
  gint64 sum = 0, running = 0;
  int given = 0;

  g_return_if_fail (weights != NULL && parts != NULL && n >= 1 && n <= SZ_SPLIT_PARTS_MAX);
  g_return_if_fail (total >= 0);

  for (guint i = 0; i < n; i++)
    sum += weights[i];
  g_return_if_fail (sum > 0);
  for (guint i = 0; i < n; i++)
    {
      running += weights[i];
      parts[i] = method == SZ_SPLIT_CUMULATIVE_FLOOR ? (int)(total * running / sum) - given
                                                     : (int)((gint64)total * weights[i] / sum);
      remainders[i] = (gint64)total * weights[i] % sum;
      given += parts[i];
    }
  if (method == SZ_SPLIT_FLOOR_EACH)
    parts[n - 1] += total - given;
  for (; method == SZ_SPLIT_LARGEST_REMAINDER && given < total; given++)
    {
      guint place = find_largest (remainders, n);

      parts[place]++;
      remainders[place] = -1;
    }
}

/* RULE pst-4, num-4 */
int
sz_posts_least_professional (gint64 share_x1e4, int total)
{
  gint64 least = 0;

  if (!sz_decimal_div_ceil ((SzWide)share_x1e4 * total, SZ_RATIO_ONE, &least, NULL))
    return 0;
  return (int)CLAMP (least, 0, G_MAXINT);
}

/* RULE pst-4 */
void
sz_posts_propose (const SzSplitRules *rules,
                  SzSplitMethod method,
                  int professional,
                  SzProposal *proposal)
{
  int parts[3];

  g_return_if_fail (rules != NULL && proposal != NULL);
  g_return_if_fail (professional >= 0 && professional <= SZ_SPLIT_POSTS_MAX);

  memset (proposal, 0, sizeof *proposal);
  sz_posts_split (method, professional, rules->hml, 3, parts);
  proposal->high = parts[0];
  proposal->intermediate = parts[1];
  proposal->junior = parts[2];
  proposal->full_senior = (int)(parts[0] * rules->full_senior_x1e4 / SZ_RATIO_ONE);
  proposal->associate_senior = proposal->high - proposal->full_senior;
  if (rules->splits_second)
    sz_posts_split (method, proposal->full_senior, rules->second_to_fourth, 3,
                    &proposal->levels[2]);
  else
    sz_posts_split (method, proposal->full_senior, rules->third_fourth, 2, &proposal->levels[3]);
  sz_posts_split (method, proposal->associate_senior, rules->associate, 3, &proposal->levels[5]);
  sz_posts_split (method, proposal->intermediate, rules->intermediate, 3, &proposal->levels[8]);
  sz_posts_split (method, proposal->junior, rules->junior, 2, &proposal->levels[11]);
}
