/* sz-workload-book.c — the workload of a year, read once and looked at in many ways
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-workload-book.h"

#include <string.h>

#include "sz-workload-rows.h"

typedef struct
{
  gint64 id;
  gint64 person_id;
  gconstpointer line;
  guint place; /* in the book's own order */
} Entry;

/* ---- the book ---- */

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

static gconstpointer
get_line (const SzWorkloadBook *book, SzWorkloadList list, gsize place)
{
  const char *first;

  if (list == SZ_WORKLOAD_TEACHING)
    first = (const char *)book->view->teaching;
  else if (list == SZ_WORKLOAD_TRAINING)
    first = (const char *)book->view->training;
  else
    first = (const char *)book->convert->lines;
  return first + place * get_size (list);
}

static gint64
get_id (SzWorkloadList list, gconstpointer line)
{
  if (list == SZ_WORKLOAD_TEACHING)
    return ((const SzTeachingLine *)line)->id;
  if (list == SZ_WORKLOAD_TRAINING)
    return ((const SzTrainingLine *)line)->id;
  return ((const SzConvertLine *)line)->person_id;
}

static gint64
get_person (SzWorkloadList list, gconstpointer line)
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

  return place > 0 ? get_line (book, list, place - 1) : NULL;
}

gint64
sz_workload_book_person (const SzWorkloadBook *book, SzWorkloadList list, gint64 id)
{
  gconstpointer line = sz_workload_book_line (book, list, id);

  return line != NULL ? get_person (list, line) : 0;
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
      gint64 id = get_id (list, get_line (book, list, i));

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

/* ---- questions ---- */

SzWorkloadQuery *
sz_workload_query_new (SzWorkloadList list)
{
  SzWorkloadQuery *query = g_new0 (SzWorkloadQuery, 1);

  query->list = list;
  return query;
}

void
sz_workload_query_free (SzWorkloadQuery *query)
{
  if (query == NULL)
    return;
  g_free (query->text);
  g_free (query->department);
  g_free (query->sort);
  g_free (query);
}

void
sz_workload_answer_free (SzWorkloadAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->ids, g_array_unref);
  g_free (answer);
}

static gboolean
holds (const char *text, const char *sought)
{
  return text != NULL && strstr (text, sought) != NULL;
}

/* What the record itself says; names are looked up apart. */
static gboolean
line_says (SzWorkloadList list, gconstpointer line, const char *text)
{
  if (list == SZ_WORKLOAD_TEACHING)
    {
      const SzTeachingLine *teaching = line;

      return holds (teaching->course, text) || holds (teaching->class_name, text);
    }
  if (list == SZ_WORKLOAD_TRAINING)
    {
      const SzTrainingLine *training = line;

      return holds (training->project_name, text) || holds (training->project_code, text);
    }
  return FALSE;
}

static const char *
get_department (SzWorkloadList list, gconstpointer line)
{
  if (list == SZ_WORKLOAD_TEACHING)
    return ((const SzTeachingLine *)line)->department;
  if (list == SZ_WORKLOAD_TRAINING)
    return ((const SzTrainingLine *)line)->department;
  return ((const SzConvertLine *)line)->department;
}

/* (nullable): ids of the people whose names or numbers @text finds. */
static GHashTable *
find_people (SzWorkloadBook *book, const char *text)
{
  g_autoptr (GArray) ids = NULL;
  GHashTable *found;

  if (text == NULL)
    return NULL;
  ids = sz_people_view_find (sz_workload_view_people (book->view), text);
  found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (found, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return found;
}

static GArray *
select_lines (SzWorkloadBook *book, const SzWorkloadQuery *query)
{
  g_autoptr (GHashTable) found = find_people (book, query->text);
  gsize n = sz_workload_book_count (book, query->list);
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), (guint)n);

  for (gsize i = 0; i < n; i++)
    {
      gconstpointer line = get_line (book, query->list, i);
      Entry entry = { get_id (query->list, line), get_person (query->list, line), line, (guint)i };

      if (query->department != NULL
          && g_strcmp0 (query->department, get_department (query->list, line)) != 0)
        continue;
      if (found != NULL && !g_hash_table_contains (found, &entry.person_id)
          && !line_says (query->list, line, query->text))
        continue;
      g_array_append_val (entries, entry);
    }
  return entries;
}

typedef struct
{
  const SzWorkloadQuery *query;
  GHashTable *ranks; /* (nullable): person id → place */
} Order;

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Entry *left = a;
  const Entry *right = b;
  const Order *order = user_data;
  int result = 0;

  if (order->ranks != NULL)
    {
      guint one = GPOINTER_TO_UINT (g_hash_table_lookup (order->ranks, &left->person_id));
      guint other = GPOINTER_TO_UINT (g_hash_table_lookup (order->ranks, &right->person_id));

      result = one < other ? -1 : one > other;
    }
  else if (order->query->sort != NULL)
    result = sz_workload_rows_compare (order->query->list, order->query->sort, left->line,
                                       right->line);
  if (result != 0)
    return order->query->descending ? -result : result;
  return left->place < right->place ? -1 : left->place > right->place;
}

/* Names sort by what people know of names; the sums of a year come by staff number and want the
   order of the other lists. */
static GHashTable *
rank_people (SzWorkloadBook *book, const SzWorkloadQuery *query)
{
  static const SzPeopleFilter all = { NULL, NULL, -1, SZ_POST_NONE, -1, -1 };
  gboolean by_department = g_strcmp0 (query->sort, "department") == 0;
  g_autoptr (GArray) ids = NULL;
  SzPeopleOrder order = query->by_pinyin ? SZ_PEOPLE_BY_PINYIN : SZ_PEOPLE_BY_SURNAME;
  GHashTable *ranks;

  if (!by_department && g_strcmp0 (query->sort, "name") != 0)
    return NULL;
  ids = sz_people_view_ids (sz_workload_view_people (book->view), &all,
                            by_department ? SZ_PEOPLE_BY_TEACHER : order);
  ranks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_insert (ranks, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)),
                         GUINT_TO_POINTER (i + 1));
  return ranks;
}

static void
add_up (SzWorkloadAnswer *answer, SzWorkloadList list, gconstpointer line)
{
  if (list == SZ_WORKLOAD_TEACHING)
    {
      answer->planned_x100 += ((const SzTeachingLine *)line)->record.hours_x100;
      answer->worth_x100 += ((const SzTeachingLine *)line)->standard_x100;
    }
  else if (list == SZ_WORKLOAD_TRAINING)
    {
      answer->planned_x100 += ((const SzTrainingLine *)line)->record.hours_x100;
      answer->worth_x100 += ((const SzTrainingLine *)line)->raw_x100;
    }
  else
    {
      const SzLoadYear *load = &((const SzConvertLine *)line)->load;

      answer->worth_x100 += load->teaching_x100 + load->training_credit_x100;
      answer->over_x100 += load->over_x100;
      answer->over_pay_fen += load->over_pay_fen;
    }
}

SzWorkloadAnswer *
sz_workload_book_ask (SzWorkloadBook *book, const SzWorkloadQuery *query)
{
  SzWorkloadAnswer *answer = g_new0 (SzWorkloadAnswer, 1);
  g_autoptr (GArray) entries = select_lines (book, query);
  g_autoptr (GHashTable) ranks = rank_people (book, query);
  Order order = { query, ranks };

  g_array_sort_with_data (entries, compare_cb, &order);
  answer->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), entries->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      g_array_append_val (answer->ids, entry->id);
      add_up (answer, query->list, entry->line);
    }
  return answer;
}
