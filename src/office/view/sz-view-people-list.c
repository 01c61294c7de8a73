/* sz-view-people-list.c — a list of people of any size: filtered, searched and sorted as one types
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-people-list.h"

#include <string.h>

#include "sz-key-order.h"
#include "sz-office-private.h"
#include "sz-people-columns.h"
#include "sz-store-people-scan.h"

struct _SzPeopleList
{
  gatomicrefcount ref_count;
  SzPeopleColumns *columns;
  SzPeopleNames *names; /* (nullable) */

  /* The order made last. */
  guint32 *order; /* (nullable) */
  SzPeopleColumn sort;
  gboolean descending;
  SzNameOrder name_order;
};

/* Columns of a few words. */
static const SzPeopleWord word_of_column[SZ_N_PEOPLE_COLUMNS] = {
  [SZ_PEOPLE_COLUMN_STAFF_NO] = SZ_N_PEOPLE_WORDS,
  [SZ_PEOPLE_COLUMN_NAME] = SZ_N_PEOPLE_WORDS,
  [SZ_PEOPLE_COLUMN_SEX] = SZ_PEOPLE_WORD_SEX,
  [SZ_PEOPLE_COLUMN_DEPARTMENT] = SZ_PEOPLE_WORD_DEPARTMENT,
  [SZ_PEOPLE_COLUMN_POST] = SZ_PEOPLE_WORD_POST,
  [SZ_PEOPLE_COLUMN_TITLE] = SZ_PEOPLE_WORD_TITLE,
  [SZ_PEOPLE_COLUMN_EMPLOYMENT] = SZ_PEOPLE_WORD_EMPLOYMENT,
  [SZ_PEOPLE_COLUMN_FULL_TIME] = SZ_PEOPLE_WORD_FULL_TIME,
  [SZ_PEOPLE_COLUMN_PAY_REGIME] = SZ_PEOPLE_WORD_PAY_REGIME,
  [SZ_PEOPLE_COLUMN_BIRTH] = SZ_N_PEOPLE_WORDS,
  [SZ_PEOPLE_COLUMN_ENTRY] = SZ_N_PEOPLE_WORDS,
  [SZ_PEOPLE_COLUMN_STATE] = SZ_PEOPLE_WORD_STATE,
  [SZ_PEOPLE_COLUMN_EDUCATION] = SZ_PEOPLE_WORD_EDUCATION,
  [SZ_PEOPLE_COLUMN_DEGREE] = SZ_PEOPLE_WORD_DEGREE,
  [SZ_PEOPLE_COLUMN_POLITICAL] = SZ_PEOPLE_WORD_POLITICAL,
  [SZ_PEOPLE_COLUMN_ETHNICITY] = SZ_PEOPLE_WORD_ETHNICITY,
  [SZ_PEOPLE_COLUMN_SKILL] = SZ_PEOPLE_WORD_SKILL,
  [SZ_PEOPLE_COLUMN_ID_NUMBER] = SZ_N_PEOPLE_WORDS,
  [SZ_PEOPLE_COLUMN_PHONE] = SZ_N_PEOPLE_WORDS,
};

SzPeopleQuery *
sz_people_query_new (void)
{
  SzPeopleQuery *query = g_new0 (SzPeopleQuery, 1);

  query->employment = -1;
  query->in_service = 1;
  query->full_time = -1;
  return query;
}

SzPeopleQuery *
sz_people_query_copy (const SzPeopleQuery *query)
{
  SzPeopleQuery *copy = g_memdup2 (query, sizeof *query);

  copy->text = g_strdup (query->text);
  copy->department = g_strdup (query->department);
  copy->title = g_strdup (query->title);
  return copy;
}

void
sz_people_query_free (SzPeopleQuery *query)
{
  if (query == NULL)
    return;
  g_free (query->text);
  g_free (query->department);
  g_free (query->title);
  g_free (query);
}

SzPeopleList *
sz_people_list_new (SzDate day)
{
  SzPeopleList *list = g_new0 (SzPeopleList, 1);

  g_atomic_ref_count_init (&list->ref_count);
  list->columns = sz_people_columns_new (day);
  return list;
}

SzPeopleList *
sz_people_list_ref (SzPeopleList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  g_atomic_ref_count_inc (&list->ref_count);
  return list;
}

void
sz_people_list_unref (SzPeopleList *list)
{
  if (list == NULL || !g_atomic_ref_count_dec (&list->ref_count))
    return;
  sz_people_columns_free (list->columns);
  sz_people_names_free (list->names);
  g_free (list->order);
  g_free (list);
}

gboolean
sz_people_list_read (
    SzPeopleList *list, SzOffice *office, gint64 budget_us, gboolean *complete, GError **error)
{
  g_return_val_if_fail (list != NULL && complete != NULL, FALSE);
  return sz_people_columns_read (list->columns, office, budget_us, complete, error);
}

SzPeopleNames *
sz_people_list_make_names (SzPeopleList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return sz_people_names_new (list->columns->names->str, list->columns->n_names);
}

void
sz_people_list_take_names (SzPeopleList *list, SzPeopleNames *names)
{
  g_return_if_fail (list != NULL);

  sz_people_names_free (list->names);
  list->names = names;
  if (list->sort == SZ_PEOPLE_COLUMN_NAME)
    g_clear_pointer (&list->order, g_free);
}

guint
sz_people_list_get_size (const SzPeopleList *list)
{
  g_return_val_if_fail (list != NULL, 0);

  return list->columns->n;
}

/* Upside down for descending; what is not known (@unknown) stands last both ways. */
static void
turn_keys (guint32 *keys, guint n, guint32 unknown)
{
  for (guint i = 0; i < n; i++)
    keys[i] = keys[i] == unknown ? unknown : unknown - 1 - keys[i];
}

static void
fill_word_keys (const SzPeopleColumns *columns, SzPeopleWord word, guint32 *keys, guint32 *unknown)
{
  const SzWordColumn *column = &columns->words[word];

  for (guint i = 0; i < columns->n; i++)
    keys[i] = column->ranks[column->values[i]];
  *unknown = column->n_ranks - 1;
}

static void
fill_date_keys (const SzDate *dates, guint n, guint32 *keys, guint32 *unknown)
{
  *unknown = 100000000;
  for (guint i = 0; i < n; i++)
    keys[i] = dates[i] != SZ_DATE_NONE ? (guint32)dates[i] : *unknown;
}

static void
fill_name_keys (const SzPeopleList *list, SzNameOrder order, guint32 *keys, guint32 *unknown)
{
  const guint32 *ranks = sz_people_names_get_ranks (list->names, order);

  *unknown = list->columns->n_names;
  for (guint i = 0; i < list->columns->n; i++)
    keys[i] = ranks[list->columns->name_of[i]];
}

/* Numbers that the list does not keep are put in order by the database. */
static gboolean
fill_stored_keys (
    const SzPeopleList *list, SzOffice *office, const char *column, guint32 *keys, GError **error)
{
  g_autoptr (GArray) ids = sz_store_people_ids_by (sz_office_get_store (office), column, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < list->columns->n; i++)
    keys[i] = list->columns->n;
  for (guint i = 0; i < ids->len; i++)
    {
      guint row = sz_people_columns_find_row (list->columns, g_array_index (ids, gint64, i));

      if (row != G_MAXUINT)
        keys[row] = i;
    }
  return TRUE;
}

static gboolean
fill_keys (SzPeopleList *list,
           SzOffice *office,
           const SzPeopleQuery *query,
           guint32 *keys,
           guint32 *unknown,
           GError **error)
{
  const SzPeopleColumns *columns = list->columns;
  const SzPeopleWord word = word_of_column[query->sort];

  *unknown = columns->n;
  if (word < SZ_N_PEOPLE_WORDS)
    fill_word_keys (columns, word, keys, unknown);
  else if (query->sort == SZ_PEOPLE_COLUMN_NAME && list->names != NULL)
    fill_name_keys (list, query->name_order, keys, unknown);
  else if (query->sort == SZ_PEOPLE_COLUMN_BIRTH)
    fill_date_keys (columns->birth, columns->n, keys, unknown);
  else if (query->sort == SZ_PEOPLE_COLUMN_ENTRY)
    fill_date_keys (columns->entry, columns->n, keys, unknown);
  else if (query->sort == SZ_PEOPLE_COLUMN_ID_NUMBER)
    return fill_stored_keys (list, office, "id_number", keys, error);
  else if (query->sort == SZ_PEOPLE_COLUMN_PHONE)
    return fill_stored_keys (list, office, "phone", keys, error);
  else
    for (guint i = 0; i < columns->n; i++)
      keys[i] = i;
  return TRUE;
}

static gboolean
is_order_of (const SzPeopleList *list, const SzPeopleQuery *query)
{
  return list->order != NULL && list->sort == query->sort && list->descending == query->descending
         && (query->sort != SZ_PEOPLE_COLUMN_NAME || list->name_order == query->name_order);
}

static gboolean
make_order (SzPeopleList *list, SzOffice *office, const SzPeopleQuery *query, GError **error)
{
  const guint n = list->columns->n;
  g_autofree guint32 *keys = NULL;
  guint32 unknown = 0;

  if (is_order_of (list, query))
    return TRUE;
  keys = g_new (guint32, MAX (n, 1));
  if (!fill_keys (list, office, query, keys, &unknown, error))
    return FALSE;
  if (query->descending)
    turn_keys (keys, n, unknown);
  g_free (list->order);
  list->order = sz_key_order (keys, n);
  list->sort = query->sort;
  list->descending = query->descending;
  list->name_order = query->name_order;
  return TRUE;
}

/* @found: one byte a row, 1 where the text is found (RULE ppl-6). */
static void
mark_text (const SzPeopleList *list, const char *text, guint8 *found)
{
  const SzPeopleColumns *columns = list->columns;
  g_autofree char *staff_no = g_strstrip (g_strdup (text));
  guint first = 0;
  guint end = 0;

  memset (found, 0, columns->n);
  if (list->names != NULL)
    {
      g_autofree guint8 *names = sz_people_names_find (list->names, text);

      for (guint i = 0; i < columns->n; i++)
        found[i] = names[columns->name_of[i]];
    }
  sz_people_columns_find_staff_nos (columns, staff_no, &first, &end);
  memset (found + first, 1, end - first);
}

/* Which words of a column pass. */
static void
keep_words (const SzPeopleColumns *columns, SzPeopleWord word, const guint8 *passes, guint8 *found)
{
  const guint16 *values = columns->words[word].values;

  for (guint i = 0; i < columns->n; i++)
    found[i] &= passes[values[i]];
}

static void
keep_text (const SzPeopleColumns *columns, SzPeopleWord word, const char *text, guint8 *found)
{
  g_autofree guint8 *passes = g_new0 (guint8, columns->words[word].texts->len);
  guint place = sz_people_columns_find_word (columns, word, text);

  if (place != G_MAXUINT)
    passes[place] = 1;
  keep_words (columns, word, passes, found);
}

static void
keep_posts (const SzPeopleColumns *columns, const SzPeopleQuery *query, guint8 *found)
{
  const GPtrArray *texts = columns->words[SZ_PEOPLE_WORD_POST].texts;
  g_autofree guint8 *passes = g_new0 (guint8, texts->len);

  for (guint i = 0; i < texts->len; i++)
    {
      SzPost post = sz_post_from_code (g_ptr_array_index (texts, i));

      passes[i] = (query->category == SZ_POST_NONE || sz_post_category (post) == query->category)
                  && (query->band == SZ_BAND_NONE || sz_post_band (post) == query->band);
    }
  keep_words (columns, SZ_PEOPLE_WORD_POST, passes, found);
}

static void
keep_service (const SzPeopleColumns *columns, guint8 wanted, guint8 *found)
{
  for (guint i = 0; i < columns->n; i++)
    found[i] &= columns->in_service[i] == wanted;
}

static void
keep_full_time (const SzPeopleColumns *columns, gboolean wanted, guint8 *found)
{
  const GPtrArray *texts = columns->words[SZ_PEOPLE_WORD_FULL_TIME].texts;
  g_autofree guint8 *passes = g_new0 (guint8, texts->len);

  for (guint i = 0; i < texts->len; i++)
    passes[i] = g_str_equal (g_ptr_array_index (texts, i), "1") == (wanted != FALSE);
  keep_words (columns, SZ_PEOPLE_WORD_FULL_TIME, passes, found);
}

static guint8 *
mark_rows (const SzPeopleList *list, const SzPeopleQuery *query)
{
  const SzPeopleColumns *columns = list->columns;
  guint8 *found = g_malloc (MAX (columns->n, 1));

  if (query->text != NULL && *query->text != '\0')
    mark_text (list, query->text, found);
  else
    memset (found, 1, columns->n);
  if (query->in_service >= 0)
    keep_service (columns, query->in_service != 0, found);
  if (query->department != NULL)
    keep_text (columns, SZ_PEOPLE_WORD_DEPARTMENT, query->department, found);
  if (query->title != NULL)
    keep_text (columns, SZ_PEOPLE_WORD_TITLE, query->title, found);
  if (query->employment >= 0)
    keep_text (columns, SZ_PEOPLE_WORD_EMPLOYMENT,
               sz_codes_by_value (SZ_TABLE_EMPLOYMENT, query->employment)->code, found);
  if (query->category != SZ_POST_NONE || query->band != SZ_BAND_NONE)
    keep_posts (columns, query, found);
  if (query->full_time >= 0)
    keep_full_time (columns, query->full_time, found);
  return found;
}

GArray *
sz_people_list_find (SzPeopleList *list,
                     SzOffice *office,
                     const SzPeopleQuery *query,
                     GError **error)
{
  const SzPeopleColumns *columns;
  g_autofree guint8 *found = NULL;
  GArray *ids;
  gint64 *to;
  guint n = 0;

  g_return_val_if_fail (list != NULL && query != NULL && list->columns->reading == NULL, NULL);
  columns = list->columns;
  if (!make_order (list, office, query, error))
    return NULL;
  found = mark_rows (list, query);
  for (guint i = 0; i < columns->n; i++)
    n += found[i];
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), MAX (n, 1));
  g_array_set_size (ids, n);
  to = (gint64 *)(gpointer)ids->data;
  for (guint i = 0; i < columns->n; i++)
    if (found[list->order[i]])
      *to++ = columns->ids[list->order[i]];
  return ids;
}

static GPtrArray *
list_words (const SzPeopleList *list, SzPeopleWord word)
{
  const SzWordColumn *column = &list->columns->words[word];
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (words, (int)column->texts->len - 1);
  for (guint i = 1; i < column->texts->len; i++)
    words->pdata[column->ranks[i]] = g_strdup (g_ptr_array_index (column->texts, i));
  return words;
}

GPtrArray *
sz_people_list_departments (const SzPeopleList *list)
{
  g_return_val_if_fail (list != NULL && list->columns->reading == NULL, NULL);
  return list_words (list, SZ_PEOPLE_WORD_DEPARTMENT);
}

GPtrArray *
sz_people_list_titles (const SzPeopleList *list)
{
  g_return_val_if_fail (list != NULL && list->columns->reading == NULL, NULL);
  return list_words (list, SZ_PEOPLE_WORD_TITLE);
}

/* One byte an id. */
static guint8 *
mark_ids (const GArray *ids, gint64 *greatest)
{
  guint8 *marks;

  *greatest = 0;
  for (guint i = 0; i < ids->len; i++)
    *greatest = MAX (*greatest, g_array_index (ids, gint64, i));
  marks = g_malloc0 ((gsize)*greatest + 1);
  for (guint i = 0; i < ids->len; i++)
    marks[g_array_index (ids, gint64, i)] = 1;
  return marks;
}

GArray *
sz_view_people_first (SzOffice *office, SzDate day, guint limit, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) serving = NULL;
  g_autofree guint8 *marks = NULL;
  gint64 greatest = 0;
  guint n = 0;

  if (limit > 0)
    return sz_store_people_first (store, day, limit, error);
  ids = sz_store_people_ids (store, error);
  serving = ids != NULL ? sz_store_people_serving (store, day, error) : NULL;
  if (serving == NULL)
    return NULL;
  marks = mark_ids (serving, &greatest);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (id <= greatest && marks[id])
        g_array_index (ids, gint64, n++) = id;
    }
  g_array_set_size (ids, n);
  return g_steal_pointer (&ids);
}
