/* sz-pay-divisions.c — the departments of a run and whose they are (RULE pay-5, pay-6, pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-private.h"

#include <string.h>

static guint
add_division (SzPayRun *run, GHashTable *names, const char *name)
{
  SzPayDivision division = { name, SZ_PAY_UNSET };
  gpointer known;

  if (g_hash_table_lookup_extended (names, name, NULL, &known))
    return GPOINTER_TO_UINT (known);
  g_hash_table_insert (names, (gpointer)name, GUINT_TO_POINTER (run->divisions->len));
  g_array_append_val (run->divisions, division);
  return run->divisions->len - 1;
}

GHashTable *
sz_pay_list_divisions (SzPayRun *run)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (run != NULL, NULL);

  for (gsize i = 0; i < run->input->n_departments; i++)
    {
      const SzPayDepartment *department = &run->input->departments[i];
      guint index = add_division (run, names, department->name);

      if (department->has_coefficient)
        g_array_index (run->divisions, SzPayDivision, index).coefficient_x1e4
            = department->coefficient_x1e4;
    }
  return names;
}

guint
sz_pay_find_division (SzPayRun *run,
                      GHashTable *names,
                      const SzPayPerson *person,
                      const SzRecord *record)
{
  if (record == NULL || record->value == NULL || *record->value == '\0')
    {
      sz_pay_add_missing (run, "pay.input_missing", person, "department", NULL);
      return G_MAXUINT;
    }
  return add_division (run, names, record->value);
}

static int
compare_divisions_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const SzPayDivision *divisions = data;

  return strcmp (divisions[*(const guint *)a].name, divisions[*(const guint *)b].name);
}

/* Departments in bytewise order of the name; members follow. */
void
sz_pay_sort_divisions (SzPayRun *run)
{
  guint n = run->divisions->len;
  const SzPayDivision *divisions = (const SzPayDivision *)(gpointer)run->divisions->data;
  g_autofree guint *order = g_new (guint, n);
  g_autofree guint *rank = g_new (guint, n);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (SzPayDivision), n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n, sizeof *order, compare_divisions_cb, (gpointer)divisions);
  for (guint i = 0; i < n; i++)
    {
      rank[order[i]] = i;
      g_array_append_val (sorted, divisions[order[i]]);
    }
  for (guint i = 0; i < run->members->len; i++)
    {
      SzPayMember *member = &g_array_index (run->members, SzPayMember, i);

      if (member->department != G_MAXUINT)
        {
          member->department = rank[member->department];
          run->result->lines[i].department
              = g_array_index (sorted, SzPayDivision, member->department).name;
        }
    }
  g_array_unref (run->divisions);
  run->divisions = sorted;
}
