/* sz-db-pgsql-heap.c — rows of one statement that are sent as one (RULE srv-7)
 *
 * A statement costs the server three times what a row does. Only what comes one behind the other is
 * put together: the order of all that is written stays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-pgsql-heap.h"

#include <string.h>

#include "sz-db-pgsql-pipe.h"

#define ROWS 64
#define VALUES " VALUES ("

typedef struct
{
  Oid type;
  gint64 number;
  gsize at; /* of the text in the bytes */
  int length;
} Place;

typedef struct
{
  const PgsqlStmt *of;
  guint rows;
  GArray *places; /* Place */
  GString *bytes;
  SzRowTag tag; /* of the first */
  char *key;
  guint number;      /* of the database's heaps; another one: these rows are of no act any more */
  GHashTable *plans; /* (element-type utf8 utf8): text of a whole heap → its plan … */
  guint plans_of;    /* … in this state of the connection */
} Heap;

void
sz_pgsql_heap_free (gpointer data)
{
  Heap *heap = data;

  if (heap == NULL)
    return;
  g_array_unref (heap->places);
  g_string_free (heap->bytes, TRUE);
  g_hash_table_unref (heap->plans);
  g_free (heap->key);
  g_free (heap);
}

static char *
write_sql (const Heap *heap)
{
  const char *values = strstr (heap->of->sql, VALUES);
  g_autoptr (GString) sql = g_string_new_len (heap->of->sql, values - heap->of->sql);
  const guint columns = heap->places->len / heap->rows;

  for (guint i = 0; i < heap->places->len; i++)
    g_string_append_printf (sql, "%s$%u",
                            i == 0             ? VALUES
                            : i % columns == 0 ? "), ("
                                               : ", ",
                            i + 1);
  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* A plan for a whole heap, which comes again; the rest of the rows goes without. */
static const char *
find_plan (SzDbPgsql *db, Heap *heap, const char *sql, const Bound *bound)
{
  char name[16];
  char *found;

  if (heap->plans_of != db->plans)
    g_hash_table_remove_all (heap->plans);
  heap->plans_of = db->plans;
  found = g_hash_table_lookup (heap->plans, sql);
  if (found != NULL || heap->rows < ROWS)
    return found;
  g_snprintf (name, sizeof name, "s%u", ++db->n_prepared);
  if (PQsendPrepare (db->link, name, sql, bound->n, bound->types) == 0)
    return NULL;
  sz_pgsql_pipe_expect (db, NULL, FALSE);
  found = g_strdup (name);
  g_hash_table_insert (heap->plans, g_strdup (sql), found);
  return found;
}

static void
lay_out (const Heap *heap, Bound *bound)
{
  bound->n = (int)heap->places->len;
  bound->types = g_new (Oid, heap->places->len);
  bound->values = g_new (const char *, heap->places->len);
  bound->lengths = g_new (int, heap->places->len);
  bound->formats = g_new (int, heap->places->len);
  for (int i = 0; i < bound->n; i++)
    {
      const Place *place = &g_array_index (heap->places, Place, i);

      bound->types[i] = place->type;
      bound->formats[i] = BINARY;
      bound->values[i] = place->type == SZ_PGSQL_INT8 ? (const char *)&place->number
                                                      : heap->bytes->str + place->at;
      bound->lengths[i] = place->length;
    }
}

static void
empty_heap (Heap *heap)
{
  heap->of = NULL;
  heap->rows = 0;
  g_array_set_size (heap->places, 0);
  g_string_truncate (heap->bytes, 0);
}

static gboolean
send_heap (SzDbPgsql *db)
{
  Heap *heap = db->heap;
  g_auto (Bound) bound = { 0 };
  g_autofree char *sql = NULL;
  const char *plan;
  gboolean sent;

  if (heap->rows == 0 || heap->number != db->heaps)
    return TRUE;
  lay_out (heap, &bound);
  sql = write_sql (heap);
  plan = find_plan (db, heap, sql, &bound);
  sent = plan != NULL ? PQsendQueryPrepared (db->link, plan, bound.n, bound.values, bound.lengths,
                                             bound.formats, BINARY)
                      : PQsendQueryParams (db->link, sql, bound.n, bound.types, bound.values,
                                           bound.lengths, bound.formats, BINARY);
  if (sent)
    sz_pgsql_pipe_expect (db, &heap->tag, FALSE);
  empty_heap (heap);
  return sent;
}

static Heap *
get_heap (SzDbPgsql *db)
{
  Heap *heap = db->heap;

  if (heap == NULL)
    {
      db->heap = heap = g_new0 (Heap, 1);
      heap->places = g_array_new (FALSE, FALSE, sizeof (Place));
      heap->bytes = g_string_new (NULL);
      heap->plans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      db->send_heap = send_heap;
    }
  if (heap->number != db->heaps)
    empty_heap (heap);
  heap->number = db->heaps;
  return heap;
}

static gboolean
can_go (const PgsqlStmt *stmt)
{
  for (guint i = 0; i < stmt->params->len; i++)
    if (g_array_index (stmt->params, Param, i).type == 0)
      return FALSE;
  return stmt->kept && stmt->params->len > 0 && strstr (stmt->sql, VALUES) != NULL
         && g_str_has_suffix (stmt->sql, ")");
}

gboolean
sz_pgsql_heap_add (SzDbPgsql *db, const PgsqlStmt *stmt, const SzRowTag *tag)
{
  Heap *heap;

  g_return_val_if_fail (db != NULL && stmt != NULL && tag != NULL, FALSE);

  heap = get_heap (db);
  if (!can_go (stmt) || (heap->rows > 0 && heap->of != stmt && !send_heap (db)))
    return FALSE;
  if (heap->rows == 0)
    {
      heap->of = stmt;
      g_free (heap->key);
      heap->key = g_strdup (tag->key);
      heap->tag = *tag;
      heap->tag.key = heap->key;
    }
  for (guint i = 0; i < stmt->params->len; i++)
    {
      const Param *param = &g_array_index (stmt->params, Param, i);
      Place place = { .type = param->type, .number = param->number, .at = heap->bytes->len };

      place.length = param->type == SZ_PGSQL_INT8 ? (int)sizeof place.number : param->length;
      if (param->type != SZ_PGSQL_INT8)
        g_string_append_len (heap->bytes, param->text, param->length);
      g_array_append_val (heap->places, place);
    }
  heap->rows++;
  return heap->rows < ROWS || send_heap (db);
}
