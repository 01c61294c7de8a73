/* sz-graduate.c — where the graduates of a year went 毕业生就业 (RULE tgt-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-graduate.h"

#include <string.h>

gboolean
sz_graduate_is_placed (const SzGraduate *graduate, guint placed_kinds, SzDate day)
{
  g_return_val_if_fail (graduate != NULL, FALSE);
  return (placed_kinds & 1u << graduate->kind) != 0
         && sz_date_first_day (graduate->placed_on) <= day;
}

static int
compare_graduates_cb (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const SzGraduate *const *)a)->student_no,
                 (*(const SzGraduate *const *)b)->student_no);
}

SzGraduateYear *
sz_graduate_year_new (
    const SzGraduate *const *graduates, gsize n, guint placed_kinds, int year, SzDate day)
{
  SzGraduateYear *result = g_new0 (SzGraduateYear, 1);

  result->missing = g_ptr_array_new ();
  g_return_val_if_fail (graduates != NULL || n == 0, result);
  for (gsize i = 0; i < n; i++)
    {
      const SzGraduate *graduate = graduates[i];

      if (graduate->year != year)
        continue;
      result->graduates++;
      result->by_kind[graduate->kind]++;
      if (!sz_graduate_is_placed (graduate, placed_kinds, day))
        {
          g_ptr_array_add (result->missing, (gpointer)graduate);
          continue;
        }
      result->placed++;
      if (graduate->evidence == NULL || *graduate->evidence == '\0')
        result->without_evidence++;
    }
  g_ptr_array_sort (result->missing, compare_graduates_cb);
  return result;
}

void
sz_graduate_year_free (SzGraduateYear *year)
{
  if (year == NULL)
    return;
  g_ptr_array_unref (year->missing);
  g_free (year);
}
