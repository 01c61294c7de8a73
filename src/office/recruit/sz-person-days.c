/* sz-person-days.c — on which days somebody was in service as something
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-days.h"

#include <string.h>

/* Until when the record @index holds: the day before the next of its field, 0: for ever. */
static SzDate
find_last_day (const GArray *records, guint index)
{
  const SzRecord *record = &g_array_index (records, SzRecord, index);
  SzDate last = SZ_DATE_NONE;

  for (guint i = 0; i < records->len; i++)
    {
      const SzRecord *other = &g_array_index (records, SzRecord, i);
      const SzDate before = sz_date_add_days (sz_date_first_day (other->from), -1);

      if (other->field == record->field && other->from > record->from
          && (last == SZ_DATE_NONE || before < last))
        last = before;
    }
  return last;
}

static SzDate
get_earlier (SzDate a, SzDate b)
{
  if (a == SZ_DATE_NONE || b == SZ_DATE_NONE)
    return a != SZ_DATE_NONE ? a : b;
  return MIN (a, b);
}

void
sz_person_days (const SzPersonFile *file, SzRecordField field, const char *value, GArray *days)
{
  SzDate done = SZ_DATE_NONE;

  g_return_if_fail (file != NULL && value != NULL && days != NULL);
  for (guint i = 0; i < file->services->len; i++)
    {
      const SzService *service = &g_array_index (file->services, SzService, i);
      SzDate start = sz_date_first_day (service->from);
      const SzDate end = sz_date_first_day (service->to);

      /* services that touch count a day once */
      if (done != SZ_DATE_NONE)
        start = MAX (start, sz_date_add_days (done, 1));
      for (guint j = 0; j < file->records->len; j++)
        {
          const SzRecord *record = &g_array_index (file->records, SzRecord, j);
          const SzDays stretch = { MAX (start, sz_date_first_day (record->from)),
                                   get_earlier (end, find_last_day (file->records, j)) };

          if (record->field == field && strcmp (record->value, value) == 0
              && (stretch.to == SZ_DATE_NONE || stretch.from <= stretch.to))
            g_array_append_val (days, stretch);
        }
      if (end == SZ_DATE_NONE)
        return;
      done = MAX (done, end);
    }
}
