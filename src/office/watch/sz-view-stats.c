/* sz-view-stats.c — the structure of the staff, and who stands behind a figure (RULE sta-1 … sta-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-stats.h"

#include "sz-watch-book.h"

static gboolean
counts (const SzWatchPerson *person, const SzStatsScope *scope)
{
  const int employment = (int)person->state.employment;

  return person->state.in_service && employment >= 0 && (scope->employments & 1u << employment) != 0
         && (scope->department == NULL
             || g_strcmp0 (person->state.department, scope->department) == 0);
}

static SzStatsPerson
make_person (const SzWatchPerson *person)
{
  return (SzStatsPerson){ .sex = person->sex,
                          .birth_date = person->birth_date,
                          .service_from = person->state.service_from,
                          .education = person->education,
                          .title = person->state.title,
                          .post = person->state.post,
                          .employment = (int)person->state.employment,
                          .full_time = person->state.full_time };
}

SzStats *
sz_view_stats (SzOffice *office, const SzStatsScope *scope, GError **error)
{
  g_autoptr (SzWatchBook) book = NULL;
  g_autoptr (GArray) people = g_array_new (FALSE, TRUE, sizeof (SzStatsPerson));

  g_return_val_if_fail (SZ_IS_OFFICE (office) && scope != NULL, NULL);
  book = sz_watch_book_open (office, scope->day, SZ_BOOK_PEOPLE, error);
  if (book == NULL)
    return NULL;
  for (guint i = 0; i < book->people->len; i++)
    {
      const SzWatchPerson *person = &g_array_index (book->people, SzWatchPerson, i);
      SzStatsPerson counted = make_person (person);

      if (counts (person, scope))
        g_array_append_val (people, counted);
    }
  return sz_stats_new (&book->rules->stats, (const SzStatsPerson *)(gpointer)people->data,
                       people->len, book->day);
}

static void
name_freed_cb (gpointer data)
{
  SzStatsName *name = data;

  g_free (name->staff_no);
  g_free (name->name);
  g_free (name->department);
}

GArray *
sz_view_stats_names (SzOffice *office,
                     const SzStatsScope *scope,
                     SzStatsTable table,
                     const char *label,
                     SzSex sex,
                     GError **error)
{
  g_autoptr (SzWatchBook) book = NULL;
  GArray *names;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && scope != NULL, NULL);
  book = sz_watch_book_open (office, scope->day, SZ_BOOK_PEOPLE, error);
  if (book == NULL)
    return NULL;
  if (label != NULL && !sz_stats_has_label (&book->rules->stats, table, label))
    {
      sz_error_set (error, SZ_ERROR_FORMAT, "stats.unknown", "table", sz_stats_table_word (table),
                    "label", label, NULL);
      return NULL;
    }
  names = g_array_new (FALSE, TRUE, sizeof (SzStatsName));
  g_array_set_clear_func (names, name_freed_cb);
  for (guint i = 0; i < book->people->len; i++)
    {
      const SzWatchPerson *person = &g_array_index (book->people, SzWatchPerson, i);
      SzStatsPerson counted = make_person (person);
      g_autofree char *own = NULL;
      SzStatsName name;

      if (!counts (person, scope) || (sex != SZ_SEX_UNKNOWN && person->sex != sex))
        continue;
      own = label != NULL ? sz_stats_dup_label (&book->rules->stats, &counted, table, book->day)
                          : NULL;
      if (g_strcmp0 (own, label) != 0)
        continue;
      name = (SzStatsName){ person->id, g_strdup (person->staff_no), g_strdup (person->name),
                            g_strdup (person->state.department) };
      g_array_append_val (names, name);
    }
  return names;
}
