/* sz-list-book.c — all rows of a plain list: found, filtered and put in order
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-list-book.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-field-list.h"
#include "sz-namekey.h"

struct _SzListBook
{
  gatomicrefcount ref_count;
  const SzListView *view;
  guint n_columns;
  GPtrArray *rows;   /* of SzListRow */
  GHashTable *by_id; /* id → row */
  GPtrArray *keys;   /* (nullable) of char *: what a row is found by, made at the first search */
  SzNameKeys *names; /* (nullable): made at the first search or order by name */
  char *line;        /* (nullable): of all rows together */
};

void
sz_list_details_free (SzListDetails *details)
{
  if (details == NULL)
    return;
  g_free (details->name);
  g_free (details->line);
  g_clear_pointer (&details->fields, g_ptr_array_unref);
  g_free (details);
}

static gpointer
open_book (SzOffice *office,
           const SzListView *view,
           const SzListAsk *ask,
           GCancellable *cancellable,
           GError **error)
{
  GPtrArray *rows = view->read (office, view, ask, cancellable, error);
  SzListBook *book;

  if (rows == NULL)
    return NULL;
  book = g_new0 (SzListBook, 1);
  g_atomic_ref_count_init (&book->ref_count);
  book->view = view;
  book->rows = rows;
  g_ptr_array_set_free_func (rows, (GDestroyNotify)sz_list_row_free);
  book->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  book->line = view->line != NULL ? view->line (office, view, ask, rows) : NULL;
  while (view->columns[book->n_columns].id != NULL)
    book->n_columns++;
  for (guint i = 0; i < rows->len; i++)
    {
      SzListRow *row = g_ptr_array_index (rows, i);

      g_assert (row->n_columns == book->n_columns);
      g_hash_table_insert (book->by_id, &row->id, row);
    }
  return book;
}

static gpointer
ref_book (gpointer book)
{
  g_atomic_ref_count_inc (&((SzListBook *)book)->ref_count);
  return book;
}

static void
unref_book (gpointer data)
{
  SzListBook *book = data;

  if (!g_atomic_ref_count_dec (&book->ref_count))
    return;
  g_hash_table_unref (book->by_id);
  g_ptr_array_unref (book->rows);
  g_clear_pointer (&book->keys, g_ptr_array_unref);
  g_clear_pointer (&book->names, sz_name_keys_free);
  g_free (book->line);
  g_free (book);
}

static gsize
count_rows (gpointer book, const SzListView *view)
{
  return ((SzListBook *)book)->rows->len;
}

static guint
find_column (const SzListBook *book, const char *id)
{
  guint i = 0;

  while (i < book->n_columns && g_strcmp0 (book->view->columns[i].id, id) != 0)
    i++;
  return i;
}

/* ---- finding ---- */

/* All that the cells say in the first line, found by any part; the readings of names behind it,
 * found by their beginnings. */
static char *
make_key (SzListBook *book, const SzListRow *row)
{
  GString *key = g_string_new (NULL);
  g_autoptr (GString) readings = g_string_new (NULL);

  for (guint i = 0; i < book->n_columns; i++)
    {
      const char *cell = row->cells[i] != NULL ? row->cells[i] : "";
      g_autofree char *folded = sz_name_fold_query (cell);
      g_autofree char *name
          = book->view->columns[i].name ? sz_name_keys_search_key (book->names, cell, NULL) : NULL;
      const char *reading = name != NULL ? strchr (name, '\n') : NULL;

      g_string_append_printf (key, "%s\t", folded);
      if (reading != NULL)
        g_string_append (readings, reading);
    }
  g_string_append (key, readings->str);
  return g_string_free (key, FALSE);
}

static void
make_keys (SzListBook *book)
{
  if (book->keys != NULL)
    return;
  book->keys = g_ptr_array_new_full (book->rows->len, g_free);
  for (guint i = 0; i < book->rows->len; i++)
    g_ptr_array_add (book->keys, make_key (book, g_ptr_array_index (book->rows, i)));
}

static gboolean
passes_filters (const SzListBook *book, const SzListRow *row, const SzListAsk *ask)
{
  const SzListFilter *filters = book->view->filters;

  for (guint i = 0; filters != NULL && filters[i].id != NULL; i++)
    {
      const char *choice = ask->choices[i];

      if (filters[i].column != NULL && *choice != '\0'
          && g_strcmp0 (row->cells[find_column (book, filters[i].column)], choice) != 0)
        return FALSE;
    }
  return TRUE;
}

/* ---- the order ---- */

/* A row with what it is sorted by. */
typedef struct
{
  const SzListRow *row;
  char *key;     /* (nullable) */
  gint64 number; /* where there is no key */
  guint place;
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *)data)->key);
}

static int
compare_entries_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Entry *one = a;
  const Entry *other = b;
  const gboolean descending = GPOINTER_TO_INT (user_data);
  int result = one->number < other->number ? -1 : one->number > other->number;

  if (result == 0 && one->key != NULL && other->key != NULL)
    result = strcmp (one->key, other->key);
  if (result != 0)
    return descending ? -result : result;
  return one->place < other->place ? -1 : one->place > other->place;
}

/* Empty cells come last. */
static void
set_sort_key (SzListBook *book, Entry *entry, guint column, const SzListAsk *ask)
{
  const SzListColumn *description = &book->view->columns[column];
  const char *cell = entry->row->cells[column];

  /* A word may have a place of its own: posts stand from high to low. */
  if (entry->row->numbers != NULL && (description->numeric || entry->row->numbers[column] != 0))
    entry->number = entry->row->numbers[column];
  else if (description->name)
    entry->key = sz_name_keys_sort_key (book->names,
                                        ask->variant == 1 ? SZ_NAME_ORDER_PINYIN
                                                          : SZ_NAME_ORDER_SURNAME_STROKES,
                                        cell != NULL ? cell : "", NULL);
  else
    {
      entry->number = cell == NULL || *cell == '\0' ? 1 : 0;
      entry->key = description->code || description->numeric
                       ? g_strdup (cell != NULL ? cell : "")
                       : g_utf8_collate_key (cell != NULL ? cell : "", -1);
    }
}

static SzListFound *
find_rows (gpointer data, const SzListView *view, const SzListAsk *ask)
{
  SzListBook *book = data;
  const guint column = find_column (book, ask->sort);
  g_autofree char *text = sz_name_fold_query (ask->text);
  g_autoptr (GArray) entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  SzListFound *found = g_new0 (SzListFound, 1);

  g_array_set_clear_func (entries, clear_entry);
  if (book->names == NULL)
    book->names = sz_name_keys_new ();
  if (*text != '\0')
    make_keys (book);
  for (guint i = 0; i < book->rows->len; i++)
    {
      Entry entry = { g_ptr_array_index (book->rows, i), NULL, 0, i };

      if (!passes_filters (book, entry.row, ask)
          || (*text != '\0' && !sz_name_key_matches (g_ptr_array_index (book->keys, i), text)))
        continue;
      if (column < book->n_columns)
        set_sort_key (book, &entry, column, ask);
      g_array_append_val (entries, entry);
    }
  g_array_sort_with_data (entries, compare_entries_cb, GINT_TO_POINTER (ask->descending));
  found->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), entries->len);
  for (guint i = 0; i < entries->len; i++)
    g_array_append_val (found->ids, g_array_index (entries, Entry, i).row->id);
  found->sums = g_strdup (book->line);
  return found;
}

static GPtrArray *
fetch_rows (SzOffice *office, const gint64 *ids, guint n, gconstpointer context, GError **error)
{
  const SzListBook *book = context;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_list_row_free);

  for (guint i = 0; i < n; i++)
    {
      const SzListRow *row = sz_list_book_get_row (book, ids[i]);

      g_ptr_array_add (rows, row != NULL ? sz_list_row_copy (row)
                                         : sz_list_row_new (ids[i], book->n_columns));
    }
  return rows;
}

const SzListSource *
sz_list_book_source (void)
{
  static const SzListSource source
      = { open_book, ref_book, unref_book, count_rows, find_rows, fetch_rows };

  return &source;
}

const SzListRow *
sz_list_book_get_row (const SzListBook *book, gint64 id)
{
  g_return_val_if_fail (book != NULL, NULL);
  return g_hash_table_lookup (book->by_id, &id);
}

static int
compare_texts_cb (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
sz_list_book_dup_values (const SzListBook *book, const char *column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  guint place;

  g_return_val_if_fail (book != NULL, values);
  place = find_column (book, column);
  for (guint i = 0; place < book->n_columns && i < book->rows->len; i++)
    {
      const char *cell = ((const SzListRow *)g_ptr_array_index (book->rows, i))->cells[place];

      if (cell != NULL && *cell != '\0' && g_hash_table_add (seen, (gpointer)cell))
        g_ptr_array_add (values, g_strdup (cell));
    }
  g_ptr_array_sort (values, compare_texts_cb);
  return values;
}

guint
sz_list_book_count (const SzListBook *book, const char *column, const char *text)
{
  guint place;
  guint n = 0;

  g_return_val_if_fail (book != NULL, 0);
  place = find_column (book, column);
  for (guint i = 0; place < book->n_columns && i < book->rows->len; i++)
    n += g_strcmp0 (((const SzListRow *)g_ptr_array_index (book->rows, i))->cells[place], text)
         == 0;
  return n;
}

SzListDetails *
sz_list_book_describe (const SzListBook *book, gint64 id)
{
  const SzListRow *row = sz_list_book_get_row (book, id);
  SzListDetails *details = g_new0 (SzListDetails, 1);
  guint named = 0;

  details->fields = sz_fields_new ();
  if (row == NULL)
    return details; /* gone meanwhile */
  while (named < book->n_columns && !book->view->columns[named].name)
    named++;
  if (named == book->n_columns)
    named = 0;
  details->name = g_strdup (row->cells[named]);
  for (guint i = 0; i < book->n_columns; i++)
    {
      const SzListColumn *column = &book->view->columns[i];

      if (i == named)
        continue;
      if (column->code)
        sz_fields_add_code (details->fields, _ (column->title), row->cells[i], column->id);
      else if (column->numeric)
        sz_fields_take_figure (details->fields, _ (column->title), g_strdup (row->cells[i]));
      else
        sz_fields_add (details->fields, _ (column->title), row->cells[i]);
    }
  return details;
}
