/* sz-contest.c — skill contests hosted and won 竞赛 (RULE tgt-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-contest.h"

void
sz_contests_count (const SzContest *const *contests,
                   gsize n,
                   guint levels,
                   int year,
                   SzDate day,
                   SzContestYear *result)
{
  g_autoptr (GHashTable) hosted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_if_fail ((contests != NULL || n == 0) && result != NULL);
  *result = (SzContestYear){ FALSE };
  for (gsize i = 0; i < n; i++)
    {
      const SzContest *row = contests[i];

      if (sz_date_year (row->date) != year)
        continue;
      result->any = TRUE;
      if (row->date > day)
        continue;
      result->rows++;
      if ((levels & 1u << row->level) == 0)
        continue;
      if (row->hosted)
        g_hash_table_add (hosted, g_strdup_printf ("%s\x1f%d", row->name, row->date));
      if (g_strcmp0 (row->role, SZ_CONTESTANT) == 0 && row->award != NULL && *row->award != '\0')
        result->won++;
    }
  result->hosted = g_hash_table_size (hosted);
}
