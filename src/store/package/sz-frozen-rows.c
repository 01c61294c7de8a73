/* sz-frozen-rows.c — what a pay run keeps beside its row, as it travels (RULE pkg-1, pkg-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-frozen-rows.h"

#include <string.h>

#include "sz-act-private.h"
#include "sz-pay-lines.h"
#include "sz-row-table.h"
#include "sz-store-pay-book.h"

#define COLUMNS_MAX 20

/* A letter a column: n: a number, t: text, k and K: the same in the key, p: a person, r: a run;
   those two are numbers here and names on the way. */
struct _SzFrozenTable
{
  const char *table;
  const char *letters;
  const char *columns[COLUMNS_MAX];
  const char *of_run; /* the column that says whose rows they are */
};

/* clang-format off */
static const SzFrozenTable tables[] = {
  { "pay_people", "rkptttttnnnnn",
    { "run_id", "place", "person_id", "staff_no", "name", "reason", "department", "post", "months",
      "n_stretches", "before_fen", "ceiling_fen", "total_fen" }, "run_id" },
  { "pay_lines", "rkknnnt",
    { "run_id", "place", "part", "points_x1e6", "amount_fen", "remainder_fen", "terms" },
    "run_id" },
  { "pay_inputs", "rKt", { "run_id", "staff_no", "lines" }, "run_id" },
  { "pay_differences", "rkptttnn",
    { "run_id", "place", "person_id", "staff_no", "name", "department", "before_fen",
      "after_fen" }, "run_id" },
  { "pay_nets", "rkpttttnnnnnnnnnn",
    { "run_id", "place", "person_id", "staff_no", "name", "department", "way", "total_fen",
      "advance_fen", "correction_fen", "gross_fen", "tax_fen", "other_fen", "due_fen", "owed_fen",
      "actual_fen", "owed_after_fen" }, "run_id" },
  { "pay_settled", "cPr", { "correction_id", "person_id", "run_id" }, "run_id" },
};
/* clang-format on */

const SzFrozenTable *
sz_frozen_table_find (const char *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].table, table) == 0)
      return &tables[i];
  return NULL;
}

static gboolean
is_link (char letter)
{
  return strchr ("rcpP", letter) != NULL;
}

static gboolean
is_key (char letter)
{
  return strchr ("rckKP", letter) != NULL;
}

static gboolean
is_text (char letter)
{
  return is_link (letter) || strchr ("tK", letter) != NULL;
}

static const char *
target_of (char letter)
{
  return strchr ("pP", letter) != NULL ? "people" : "pay_runs";
}

/* A person is named by the staff number, which most of these rows have beside. */
static const char *
name_of (const SzFrozenTable *table, gsize i)
{
  return strchr ("pP", table->letters[i]) != NULL ? "staff_no" : table->columns[i];
}

json_t *
sz_frozen_columns (const SzFrozenTable *table)
{
  json_t *names = json_array ();

  g_return_val_if_fail (table != NULL, names);

  for (gsize i = 0; table->letters[i] != '\0'; i++)
    json_array_append_new (names, json_string (name_of (table, i)));
  return names;
}

static SzStmt *
prepare_select (SzDb *db, const SzFrozenTable *table, gint64 run, GError **error)
{
  GString *sql = g_string_new ("SELECT ");
  SzStmt *stmt;

  for (gsize i = 0; table->letters[i] != '\0'; i++)
    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", table->columns[i]);
  g_string_append_printf (sql, " FROM %s WHERE %s = $1 ORDER BY", table->table, table->of_run);
  for (gsize i = 0, n = 0; table->letters[i] != '\0'; i++)
    if (is_key (table->letters[i]))
      g_string_append_printf (sql, "%s %s", n++ > 0 ? "," : "", table->columns[i]);
  stmt = sz_db_prepare (db, sql->str, error);
  g_string_free (sql, TRUE);
  if (stmt != NULL)
    sz_stmt_bind_int (stmt, 1, run);
  return stmt;
}

static char *
make_key (const SzFrozenTable *table, const json_t *values)
{
  GString *key = g_string_new (NULL);

  for (gsize i = 0; table->letters[i] != '\0'; i++)
    if (is_key (table->letters[i]))
      sz_natural_append_part (key, json_array_get (values, i));
  return g_string_free (key, FALSE);
}

static json_t *
take_column (SzNatural *natural, const SzFrozenTable *table, SzStmt *stmt, gsize i)
{
  const char letter = table->letters[i];

  if (is_link (letter))
    {
      const char *key
          = sz_natural_key_of (natural, target_of (letter), sz_stmt_int (stmt, (int)i), NULL);

      return json_string (key != NULL ? key : "");
    }
  return is_text (letter) ? json_string (sz_stmt_text (stmt, (int)i))
                          : json_integer (sz_stmt_int (stmt, (int)i));
}

GPtrArray *
sz_frozen_list (SzNatural *natural, const SzFrozenTable *table, gint64 run, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (SzStmt) stmt = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (natural != NULL && table != NULL, NULL);

  /* What is named is read before a statement stands open. */
  sz_natural_id_of (natural, "pay_runs", "");
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_natural_row_free);
  stmt = prepare_select (sz_natural_get_store (natural)->db, table, run, error);
  if (stmt == NULL)
    return NULL;
  for (;;)
    {
      SzNaturalRow *row;
      json_t *values;

      if (!sz_stmt_step (stmt, &more, error))
        return NULL;
      if (!more)
        return g_steal_pointer (&rows);
      values = json_array ();
      for (gsize i = 0; table->letters[i] != '\0'; i++)
        json_array_append_new (values, take_column (natural, table, stmt, i));
      row = g_new0 (SzNaturalRow, 1);
      row->key = make_key (table, values);
      row->values = sz_natural_dump (values);
      json_decref (values);
      g_ptr_array_add (rows, row);
    }
}

char *
sz_frozen_read (const SzFrozenTable *table,
                const json_t *columns,
                const json_t *row,
                char **values,
                GError **error)
{
  json_t *array;
  char *key;

  g_return_val_if_fail (table != NULL && columns != NULL && row != NULL && values != NULL, NULL);

  array = json_array ();
  for (gsize i = 0; table->letters[i] != '\0'; i++)
    {
      const gssize at = sz_natural_find_column (columns, name_of (table, i));
      json_t *value = at >= 0 ? json_array_get (row, (gsize)at) : NULL;

      if (value == NULL || json_is_string (value) != is_text (table->letters[i]))
        {
          json_decref (array);
          sz_error_set (error, SZ_ERROR_FORMAT, "package.value", "table", table->table, "key",
                        table->columns[i], NULL);
          return NULL;
        }
      json_array_append (array, value);
    }
  key = make_key (table, array);
  *values = sz_natural_dump (array);
  json_decref (array);
  return key;
}

gboolean
sz_frozen_each_link (const SzFrozenTable *table,
                     const json_t *values,
                     SzNaturalFn fn,
                     gpointer user_data,
                     GError **error)
{
  g_return_val_if_fail (table != NULL && values != NULL && fn != NULL, FALSE);

  for (gsize i = 0; table->letters[i] != '\0'; i++)
    if (is_link (table->letters[i])
        && !fn (target_of (table->letters[i]), json_string_value (json_array_get (values, i)),
                user_data, error))
      return FALSE;
  return TRUE;
}

static SzStmt *
prepare_insert (SzDb *db, const SzFrozenTable *table, GError **error)
{
  GString *sql = g_string_new (NULL);
  GString *places = g_string_new (NULL);
  SzStmt *stmt;

  g_string_append_printf (sql, "INSERT INTO %s (", table->table);
  for (gsize i = 0; table->letters[i] != '\0'; i++)
    {
      g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", table->columns[i]);
      g_string_append_printf (places, "%s$%d", i > 0 ? ", " : "", (int)i + 1);
    }
  g_string_append_printf (sql, ") VALUES (%s)", places->str);
  stmt = sz_db_prepare (db, sql->str, error);
  g_string_free (sql, TRUE);
  g_string_free (places, TRUE);
  return stmt;
}

/* FALSE: it names what is not here. */
static gboolean
bind_column (
    SzNatural *natural, const SzFrozenTable *table, gsize i, const json_t *value, SzStmt *stmt)
{
  const char letter = table->letters[i];
  gint64 number = json_integer_value (value);

  if (is_text (letter) && !is_link (letter))
    {
      sz_stmt_bind_text (stmt, (int)i + 1, json_string_value (value));
      return TRUE;
    }
  if (is_link (letter))
    number = sz_natural_id_of (natural, target_of (letter), json_string_value (value));
  sz_stmt_bind_int (stmt, (int)i + 1, number);
  return !is_link (letter) || number != 0;
}

gboolean
sz_frozen_put (SzNatural *natural,
               SzAct *act,
               const SzFrozenTable *table,
               const SzNaturalRow *row,
               GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  json_t *values;
  gboolean done = TRUE;

  g_return_val_if_fail (natural != NULL && act != NULL && table != NULL && row != NULL, FALSE);

  sz_natural_id_of (natural, "pay_runs", "");
  stmt = prepare_insert (act->store->db, table, error);
  if (stmt == NULL)
    return FALSE;
  values = json_loads (row->values, 0, NULL);
  for (gsize i = 0; done && table->letters[i] != '\0'; i++)
    if (!bind_column (natural, table, i, json_array_get (values, i), stmt))
      done = sz_error_set (error, SZ_ERROR_FORMAT, "package.reference", "table", table->table,
                           "key", row->key, "column", table->columns[i], NULL);
  done = done && sz_stmt_queue (stmt, &(SzRowTag){ .table = table->table, .key = row->key }, error);
  json_decref (values);
  /* A run with half of its rows must never be committed. */
  act->failed |= !done;
  return done;
}

/* Of which tables a hash tells. */
static const struct
{
  const char *table;
  const char *column;
  const char *of[3];
} hashes[] = {
  { "pay_runs", "lines_hash", { "pay_people", "pay_lines", NULL } },
  { "pay_lives", "differences_hash", { "pay_differences", NULL } },
  { "pay_lives", "nets_hash", { "pay_nets", NULL } },
};

static char *
dup_hash (SzNatural *natural, const char *const *of, gint64 run, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (; *of != NULL; of++)
    {
      g_autoptr (GPtrArray) rows = sz_frozen_list (natural, sz_frozen_table_find (*of), run, error);

      if (rows == NULL)
        return NULL;
      for (guint i = 0; i < rows->len; i++)
        g_checksum_update (sum, (const guchar *)((SzNaturalRow *)rows->pdata[i])->values, -1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

gboolean
sz_frozen_name_hashes (
    SzNatural *natural, const SzRowType *type, gint64 run, SzNaturalRow *row, GError **error)
{
  json_t *columns, *values;
  gboolean done = TRUE;

  g_return_val_if_fail (natural != NULL && type != NULL && row != NULL, FALSE);

  columns = sz_natural_columns (type);
  values = json_loads (row->values, 0, NULL);
  for (gsize i = 0; done && i < G_N_ELEMENTS (hashes); i++)
    {
      const gssize at = strcmp (hashes[i].table, type->table) == 0
                            ? sz_natural_find_column (columns, hashes[i].column)
                            : -1;
      g_autofree char *hash = NULL;

      if (at < 0 || json_string_length (json_array_get (values, (gsize)at)) == 0)
        continue;
      hash = dup_hash (natural, hashes[i].of, run, error);
      done = hash != NULL;
      if (done)
        json_array_set_new (values, (gsize)at, json_string (hash));
    }
  g_free (row->values);
  row->values = sz_natural_dump (values);
  json_decref (columns);
  json_decref (values);
  return done;
}

static gboolean
settle_life (SzAct *act, gint64 run, GError **error)
{
  g_auto (SzPayLife) life = { .run_id = run };
  gboolean found = FALSE;

  if (!sz_store_pay_life_find (act->store, &life, &found, error))
    return FALSE;
  return !found
         || (sz_store_pay_rehash (act->store, &life, error)
             && sz_store_pay_life_put (act, &life, SZ_PUT_UPDATE, NULL, error));
}

gboolean
sz_frozen_settle (SzAct *act, gint64 run, GError **error)
{
  g_auto (SzPayRun) head = { 0 };
  gboolean found = FALSE;

  g_return_val_if_fail (act != NULL, FALSE);

  if (!sz_store_pay_get (act->store, run, &head, &found, error) || !found)
    return FALSE;
  g_free (head.lines_hash);
  head.lines_hash = sz_pay_lines_dup_hash (act->store->db, run, error);
  return head.lines_hash != NULL
         && sz_row_put (act, &sz_pay_run_type, &head, SZ_PUT_UPDATE, NULL, error)
         && settle_life (act, run, error);
}

gboolean
sz_frozen_drop (SzAct *act, gint64 run, GError **error)
{
  g_return_val_if_fail (act != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql
          = g_strdup_printf ("DELETE FROM %s WHERE %s = $1", tables[i].table, tables[i].of_run);
      g_autoptr (SzStmt) stmt = sz_db_prepare (act->store->db, sql, error);

      if (stmt == NULL)
        return FALSE;
      sz_stmt_bind_int (stmt, 1, run);
      if (!sz_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}
