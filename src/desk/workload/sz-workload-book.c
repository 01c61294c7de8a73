/* sz-workload-book.c — the workload of a year, read once and looked at in many ways
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-workload-book.h"

static gsize
get_size (SzWorkloadList list)
{
  static const gsize sizes[SZ_N_WORKLOAD_LISTS] = {
    [SZ_WORKLOAD_TEACHING] = sizeof (SzTeachingLine),
    [SZ_WORKLOAD_TRAINING] = sizeof (SzTrainingLine),
    [SZ_WORKLOAD_YEAR] = sizeof (SzConvertLine),
  };

  return sizes[list];
}

gsize
sz_workload_book_count (const SzWorkloadBook *book, SzWorkloadList list)
{
  g_return_val_if_fail (book != NULL, 0);

  switch (list)
    {
    case SZ_WORKLOAD_TEACHING:
      return book->view->n_teaching;
    case SZ_WORKLOAD_TRAINING:
      return book->view->n_training;
    case SZ_WORKLOAD_YEAR:
      return book->convert->n_lines;
    case SZ_N_WORKLOAD_LISTS:
    default:
      return 0;
    }
}

gconstpointer
sz_workload_book_line_at (const SzWorkloadBook *book, SzWorkloadList list, gsize place)
{
  const char *first;

  g_return_val_if_fail (book != NULL, NULL);

  if (list == SZ_WORKLOAD_TEACHING)
    first = (const char *)book->view->teaching;
  else if (list == SZ_WORKLOAD_TRAINING)
    first = (const char *)book->view->training;
  else
    first = (const char *)book->convert->lines;
  return first + place * get_size (list);
}

gint64
sz_workload_line_id (SzWorkloadList list, gconstpointer line)
{
  if (list == SZ_WORKLOAD_TEACHING)
    return ((const SzTeachingLine *)line)->id;
  if (list == SZ_WORKLOAD_TRAINING)
    return ((const SzTrainingLine *)line)->id;
  return ((const SzConvertLine *)line)->person_id;
}

gint64
sz_workload_line_person (SzWorkloadList list, gconstpointer line)
{
  if (list == SZ_WORKLOAD_TEACHING)
    return ((const SzTeachingLine *)line)->person_id;
  if (list == SZ_WORKLOAD_TRAINING)
    return ((const SzTrainingLine *)line)->person_id;
  return ((const SzConvertLine *)line)->person_id;
}

gconstpointer
sz_workload_book_line (const SzWorkloadBook *book, SzWorkloadList list, gint64 id)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (book->by_id[list], &id));

  return place > 0 ? sz_workload_book_line_at (book, list, place - 1) : NULL;
}

gint64
sz_workload_book_person (const SzWorkloadBook *book, SzWorkloadList list, gint64 id)
{
  gconstpointer line = sz_workload_book_line (book, list, id);

  return line != NULL ? sz_workload_line_person (list, line) : 0;
}

static void
clear_book (gpointer data)
{
  SzWorkloadBook *book = data;

  g_clear_pointer (&book->years, g_array_unref);
  g_clear_pointer (&book->view, sz_workload_view_free);
  g_clear_pointer (&book->convert, sz_convert_free);
  for (guint i = 0; i < SZ_N_WORKLOAD_LISTS; i++)
    g_clear_pointer (&book->by_id[i], g_hash_table_unref);
}

SzWorkloadBook *
sz_workload_book_ref (SzWorkloadBook *book)
{
  return g_atomic_rc_box_acquire (book);
}

void
sz_workload_book_unref (SzWorkloadBook *book)
{
  if (book != NULL)
    g_atomic_rc_box_release_full (book, clear_book);
}

static void
note_places (SzWorkloadBook *book, SzWorkloadList list)
{
  book->by_id[list] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (gsize i = 0; i < sz_workload_book_count (book, list); i++)
    {
      gint64 id = sz_workload_line_id (list, sz_workload_book_line_at (book, list, i));

      g_hash_table_insert (book->by_id[list], g_memdup2 (&id, sizeof id),
                           GUINT_TO_POINTER ((guint)i + 1));
    }
}

/* In January one looks at the year that is over. */
static int
choose_year (const GArray *years, SzDate day)
{
  for (guint i = 0; i < years->len; i++)
    if (g_array_index (years, int, i) <= sz_date_year (day))
      return g_array_index (years, int, i);
  return sz_date_year (day);
}

SzWorkloadBook *
sz_workload_book_open (
    SzOffice *office, int year, SzDate day, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzWorkloadBook) book = g_atomic_rc_box_new0 (SzWorkloadBook);
  SzWorkloadFilter filter = { 0 };

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  book->years = sz_view_workload_years (office, error);
  if (book->years == NULL)
    return NULL;
  book->year = year > 0 ? year : choose_year (book->years, day);
  filter.year = book->year;
  book->view = sz_view_workload_open (office, &filter, cancellable, error);
  if (book->view == NULL)
    return NULL;
  book->convert = sz_convert_year (office, book->year, cancellable, error);
  if (book->convert == NULL)
    return NULL;
  for (guint i = 0; i < SZ_N_WORKLOAD_LISTS; i++)
    note_places (book, (SzWorkloadList)i);
  return g_steal_pointer (&book);
}
