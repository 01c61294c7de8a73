/* sz-compare.c — two pay runs beside each other: who gains and who loses
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-compare.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-pay-again.h"

static const char *
get_department (const SzPayLine *line)
{
  return line != NULL && line->department != NULL ? line->department : "";
}

static void
take_after (SzComparePerson *person, const SzPayView *view, const SzPayLine *line)
{
  const SzPayPerson *who = &view->input->people[line->index];

  person->person_id = who->person_id;
  person->staff_no = who->staff_no;
  person->name = who->name;
  person->department = get_department (line);
}

static int
compare_people_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzComparePerson *)a)->staff_no, ((const SzComparePerson *)b)->staff_no);
}

/* People are the same by their id: a staff number may have been corrected between two runs. */
static GArray *
match_people (const SzPayView *before, const SzPayView *after)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  const gsize n = before->result->n_lines + after->result->n_lines;
  GArray *people = g_array_sized_new (FALSE, TRUE, sizeof (SzComparePerson), (guint)n);

  for (gsize i = 0; i < after->result->n_lines; i++)
    {
      const SzPayLine *line = &after->result->lines[i];
      SzComparePerson person = { .after = line };

      take_after (&person, after, line);
      g_hash_table_insert (places, (gpointer)&after->input->people[line->index].person_id,
                           GUINT_TO_POINTER (people->len + 1));
      g_array_append_val (people, person);
    }
  for (gsize i = 0; i < before->result->n_lines; i++)
    {
      const SzPayLine *line = &before->result->lines[i];
      guint place = GPOINTER_TO_UINT (
          g_hash_table_lookup (places, &before->input->people[line->index].person_id));
      SzComparePerson person = { .before = line };

      if (place != 0)
        {
          g_array_index (people, SzComparePerson, place - 1).before = line;
          continue;
        }
      take_after (&person, before, line);
      g_array_append_val (people, person);
    }
  g_array_sort (people, compare_people_cb);
  return people;
}

static void
sum_people (SzCompare *compare)
{
  for (guint i = 0; i < compare->people->len; i++)
    {
      SzComparePerson *person = &g_array_index (compare->people, SzComparePerson, i);

      person->before_fen = person->before != NULL ? person->before->total_fen : 0;
      person->after_fen = person->after != NULL ? person->after->total_fen : 0;
      person->difference_fen = person->after_fen - person->before_fen;
      compare->n_gain += person->difference_fen > 0 ? 1 : 0;
      compare->n_lose += person->difference_fen < 0 ? 1 : 0;
      compare->n_same += person->difference_fen == 0 ? 1 : 0;
      compare->gain_fen += MAX (person->difference_fen, 0);
      compare->lose_fen += MIN (person->difference_fen, 0);
    }
}

static SzCompareDepartment *
find_department (GArray *departments, GHashTable *places, const char *name)
{
  SzCompareDepartment made = { .name = name };
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, name));

  if (place == 0)
    {
      g_array_append_val (departments, made);
      place = departments->len;
      g_hash_table_insert (places, (gpointer)name, GUINT_TO_POINTER (place));
    }
  return &g_array_index (departments, SzCompareDepartment, place - 1);
}

static int
compare_departments_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzCompareDepartment *)a)->name, ((const SzCompareDepartment *)b)->name);
}

/* Each run's amount stands with the department the person had in that run. */
static void
sum_departments (SzCompare *compare)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  compare->departments = g_array_new (FALSE, TRUE, sizeof (SzCompareDepartment));
  for (guint i = 0; i < compare->people->len; i++)
    {
      const SzComparePerson *person = &g_array_index (compare->people, SzComparePerson, i);

      if (person->before != NULL)
        {
          SzCompareDepartment *one
              = find_department (compare->departments, places, get_department (person->before));

          one->people_before++;
          one->before_fen += person->before_fen;
        }
      if (person->after != NULL)
        {
          SzCompareDepartment *one
              = find_department (compare->departments, places, get_department (person->after));

          one->people_after++;
          one->after_fen += person->after_fen;
        }
    }
  g_array_sort (compare->departments, compare_departments_cb);
  for (guint i = 0; i < compare->departments->len; i++)
    {
      SzCompareDepartment *one = &g_array_index (compare->departments, SzCompareDepartment, i);

      one->difference_fen = one->after_fen - one->before_fen;
    }
}

SzCompare *
sz_compare_views (SzPayView *before, SzPayView *after)
{
  SzCompare *compare = g_new0 (SzCompare, 1);

  g_return_val_if_fail (before != NULL && after != NULL && before != after, NULL);
  compare->before = before;
  compare->after = after;
  compare->people = match_people (before, after);
  sum_people (compare);
  sum_departments (compare);
  /* RULE num-5 */
  g_assert (compare->gain_fen + compare->lose_fen
            == after->result->total_fen - before->result->total_fen);
  return compare;
}

SzCompare *
sz_compare_runs (
    SzOffice *office, gint64 before, gint64 after, GCancellable *cancellable, GError **error)
{
  SzStore *store;
  SzPayView *one;
  SzPayView *other = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  if (!sz_store_begin_read (store, error))
    return NULL;
  one = sz_view_pay_open (office, before, cancellable, error);
  if (one != NULL)
    other = sz_view_pay_open (office, after, cancellable, error);
  sz_store_end_read (store);
  if (other != NULL)
    return sz_compare_views (one, other);
  sz_pay_view_free (one);
  return NULL;
}

SzCompare *
sz_compare_again (SzOffice *office,
                  gint64 run,
                  SzIssueList *issues,
                  SzProgress progress,
                  GCancellable *cancellable,
                  GError **error)
{
  SzPayView *stored;
  SzPayView *now;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && issues != NULL, NULL);
  stored = sz_view_pay_open (office, run, cancellable, error);
  if (stored == NULL)
    return NULL;
  now = sz_office_pay_compute_scheme (office, stored->scheme, SZ_PAY_DRY_RUN, issues, progress,
                                      cancellable, error);
  if (now != NULL && sz_pay_lay_again (office, run, now, error))
    return sz_compare_views (stored, now);
  sz_pay_view_free (now);
  sz_pay_view_free (stored);
  return NULL;
}

void
sz_compare_free (SzCompare *compare)
{
  if (compare == NULL)
    return;
  g_array_unref (compare->people);
  g_array_unref (compare->departments);
  sz_pay_view_free (compare->before);
  sz_pay_view_free (compare->after);
  g_free (compare);
}

const SzComparePerson *
sz_compare_find (const SzCompare *compare, const char *staff_no)
{
  const SzComparePerson wanted = { .staff_no = staff_no };
  guint place;

  g_return_val_if_fail (compare != NULL && staff_no != NULL, NULL);
  if (!g_array_binary_search (compare->people, &wanted, compare_people_cb, &place))
    return NULL;
  return &g_array_index (compare->people, SzComparePerson, place);
}
