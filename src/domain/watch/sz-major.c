/* sz-major.c — majors, jointly run with companies and integrated 专业设置 (RULE tgt-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-major.h"

#include <string.h>

static const char *const criteria_headings[] = { "课程达标", "教师达标", "场地达标", "实施达标" };

guint
sz_criterion_find (const char *heading)
{
  g_return_val_if_fail (heading != NULL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (criteria_headings); i++)
    if (g_str_equal (heading, criteria_headings[i]))
      return 1u << i;
  return 0;
}

gboolean
sz_major_is_offered (const SzMajor *major, SzDate day)
{
  g_return_val_if_fail (major != NULL, FALSE);
  return sz_date_first_day (major->opened) <= day
         && (major->stopped == SZ_DATE_NONE || sz_date_first_day (major->stopped) > day);
}

gboolean
sz_major_agreement_holds (const SzMajor *major, SzDate day)
{
  g_return_val_if_fail (major != NULL, FALSE);
  return major->agreement != NULL && *major->agreement != '\0' && major->agreement_from <= day
         && day <= major->agreement_to;
}

static guint
list_criteria (const SzMajor *major)
{
  return (major->courses ? SZ_CRITERION_COURSES : 0) | (major->teachers ? SZ_CRITERION_TEACHERS : 0)
         | (major->sites ? SZ_CRITERION_SITES : 0) | (major->practice ? SZ_CRITERION_PRACTICE : 0);
}

gboolean
sz_major_is_integrated (const SzMajor *major, guint criteria, SzDate day)
{
  g_return_val_if_fail (major != NULL, FALSE);
  return (list_criteria (major) & criteria) == criteria && major->integrated_on != SZ_DATE_NONE
         && sz_date_first_day (major->integrated_on) <= day;
}

gboolean
sz_major_criteria_unmet (const SzMajor *major, guint criteria)
{
  g_return_val_if_fail (major != NULL, FALSE);
  return major->integrated_on != SZ_DATE_NONE && (list_criteria (major) & criteria) != criteria;
}

const char *
sz_major_differs (const SzMajor *a, const SzMajor *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, NULL);
  if (g_strcmp0 (a->name, b->name) != 0)
    return "专业名称";
  if (g_strcmp0 (a->level, b->level) != 0)
    return "培养层次";
  if (a->opened != b->opened)
    return "开设日期";
  if (a->stopped != b->stopped)
    return "停招日期";
  for (guint i = 0; i < G_N_ELEMENTS (criteria_headings); i++)
    if (((list_criteria (a) ^ list_criteria (b)) & (1u << i)) != 0)
      return criteria_headings[i];
  if (a->integrated_on != b->integrated_on)
    return "一体化达标日期";
  return g_strcmp0 (a->document, b->document) != 0 ? "认定文号" : NULL;
}

static int
compare_majors_cb (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const SzMajor *const *)a)->code, (*(const SzMajor *const *)b)->code);
}

static GPtrArray *
sort_majors (const SzMajor *const *majors, gsize n)
{
  GPtrArray *sorted = g_ptr_array_sized_new ((guint)n);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (sorted, (gpointer)majors[i]);
  g_ptr_array_sort (sorted, compare_majors_cb);
  return sorted;
}

GArray *
sz_majors_on (const SzMajor *const *majors, gsize n, guint criteria, SzDate day)
{
  g_autoptr (GPtrArray) sorted = NULL;
  GArray *days = g_array_new (FALSE, TRUE, sizeof (SzMajorDay));

  g_return_val_if_fail (majors != NULL || n == 0, days);
  sorted = sort_majors (majors, n);
  for (guint i = 0; i < sorted->len; i++)
    {
      const SzMajor *row = g_ptr_array_index (sorted, i);
      SzMajorDay *major;

      if (!sz_major_is_offered (row, day))
        continue;
      major = days->len > 0 ? &g_array_index (days, SzMajorDay, days->len - 1) : NULL;
      if (major == NULL || !g_str_equal (major->code, row->code))
        {
          SzMajorDay next = { row->code, row->name, 0, SZ_DATE_NONE, FALSE, FALSE };

          g_array_append_val (days, next);
          major = &g_array_index (days, SzMajorDay, days->len - 1);
          major->integrated = sz_major_is_integrated (row, criteria, day);
        }
      if (!sz_major_agreement_holds (row, day))
        continue;
      major->agreements++;
      major->joint = TRUE;
      major->agreement_until = MAX (major->agreement_until, row->agreement_to);
    }
  return days;
}

/* Whether an agreement of the major takes over: begins by the next day and ends later. */
static gboolean
goes_on (const SzMajor *const *majors, gsize n, const SzMajorDay *major)
{
  SzDate next = sz_date_add_days (major->agreement_until, 1);

  for (gsize i = 0; i < n; i++)
    if (g_str_equal (majors[i]->code, major->code) && majors[i]->agreement != NULL
        && *majors[i]->agreement != '\0' && majors[i]->agreement_from <= next
        && majors[i]->agreement_to > major->agreement_until)
      return TRUE;
  return FALSE;
}

GArray *
sz_majors_expiring (const SzMajor *const *majors, gsize n, SzDate day, SzDate last)
{
  GArray *days = sz_majors_on (majors, n, SZ_CRITERION_ALL, day);

  for (guint i = days->len; i > 0; i--)
    {
      const SzMajorDay *major = &g_array_index (days, SzMajorDay, i - 1);

      if (!major->joint || major->agreement_until > last || goes_on (majors, n, major))
        g_array_remove_index (days, i - 1);
    }
  return days;
}
