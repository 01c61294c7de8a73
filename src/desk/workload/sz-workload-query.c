/* sz-workload-query.c — lines of a year's workload found, put in order and added up
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-workload-query.h"

#include <string.h>

#include "sz-workload-rows.h"

typedef struct
{
  gint64 id;
  gint64 person_id;
  gconstpointer line;
  guint place; /* in the book's own order */
} Entry;

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
      gconstpointer line = sz_workload_book_line_at (book, query->list, i);
      Entry entry = { sz_workload_line_id (query->list, line),
                      sz_workload_line_person (query->list, line), line, (guint)i };

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
sz_workload_query_ask (const SzWorkloadQuery *query, SzWorkloadBook *book)
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
