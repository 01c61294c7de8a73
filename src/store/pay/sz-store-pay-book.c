/* sz-store-pay-book.c — what a run leaves besides its lines: inputs, differences, payments
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-pay-book.h"

#include <string.h>

#include "sz-act-private.h"
#include "sz-chain.h"
#include "sz-row-type.h"

#define FLUSH_AT 16384

/* SHA-256 over texts and numbers in the order in which they are stored. */
typedef struct
{
  GChecksum *checksum;
  GString *text;
} Hash;

static void
init_hash (Hash *hash)
{
  hash->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  hash->text = g_string_sized_new (FLUSH_AT + 1024);
}

static void
clear_hash (Hash *hash)
{
  g_clear_pointer (&hash->checksum, g_checksum_free);
  if (hash->text != NULL)
    g_string_free (hash->text, TRUE);
  hash->text = NULL;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Hash, clear_hash)

static void
flush_hash (Hash *hash)
{
  g_checksum_update (hash->checksum, (const guchar *)hash->text->str, (gssize)hash->text->len);
  g_string_truncate (hash->text, 0);
}

static void
hash_text (Hash *hash, const char *text)
{
  sz_chain_append_text (hash->text, text, strlen (text));
  if (hash->text->len >= FLUSH_AT)
    flush_hash (hash);
}

static void
hash_numbers (Hash *hash, const gint64 *numbers, gsize n)
{
  for (gsize i = 0; i < n; i++)
    sz_chain_append_number (hash->text, numbers[i], ',');
}

static char *
end_hash (Hash *hash)
{
  flush_hash (hash);
  return g_strdup (g_checksum_get_string (hash->checksum));
}

static gboolean
check_hash (Hash *hash, const char *expected, gint64 run, GError **error)
{
  g_autofree char *found = end_hash (hash);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, run);

  return g_strcmp0 (found, expected) == 0
         || sz_error_set (error, SZ_ERROR_CORRUPT, "run.changed", "run", number, NULL);
}

gboolean
sz_store_pay_life_of (SzStore *store, gint64 run, SzPayLife *life, GError **error)
{
  g_auto (SzPayRun) head = { 0 };
  gboolean found = FALSE;

  g_return_val_if_fail (store != NULL && life != NULL, FALSE);
  *life = (SzPayLife){ .run_id = run };
  if (!sz_store_pay_life_find (store, life, &found, error) || found)
    return found;
  if (!sz_store_pay_get (store, run, &head, &found, error))
    return FALSE;
  if (!found)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, run);

      return sz_error_set (error, SZ_ERROR_REFUSED, "run.unknown", "run", number, NULL);
    }
  *life = (SzPayLife){ .run_id = run,
                       .revision = 1,
                       .source = g_strdup (""),
                       .settle = g_strdup (""),
                       .inputs_hash = g_strdup (""),
                       .differences_hash = g_strdup (""),
                       .nets_hash = g_strdup (""),
                       .reserve_fen = head.reserve_fen,
                       .total_fen = head.total_fen };
  return TRUE;
}

/* Rows of every run are few; those of others are let go. @at: offset of run_id. */
static GArray *
keep_run (GArray *rows, gsize at, gint64 run, GCompareFunc compare)
{
  if (rows == NULL)
    return NULL;
  for (guint i = rows->len; i-- > 0;)
    {
      const char *row = rows->data + (gsize)i * g_array_get_element_size (rows);

      if (G_STRUCT_MEMBER (gint64, row, at) != run)
        g_array_remove_index (rows, i);
    }
  g_array_sort (rows, compare);
  return rows;
}

static int
compare_splits_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzPaySplit *)a)->department, ((const SzPaySplit *)b)->department);
}

static int
compare_adjustments_cb (gconstpointer a, gconstpointer b)
{
  const SzPayAdjustment *left = a;
  const SzPayAdjustment *right = b;

  return (left->n > right->n) - (left->n < right->n);
}

static int
compare_objections_cb (gconstpointer a, gconstpointer b)
{
  const SzPayObjection *left = a;
  const SzPayObjection *right = b;

  if (left->notice != right->notice)
    return left->notice < right->notice ? -1 : 1;
  return (left->n > right->n) - (left->n < right->n);
}

GArray *
sz_store_pay_splits_of (SzStore *store, gint64 run, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return keep_run (sz_store_pay_split_list (store, SZ_ROWS_ALL, error),
                   G_STRUCT_OFFSET (SzPaySplit, run_id), run, compare_splits_cb);
}

GArray *
sz_store_pay_adjustments_of (SzStore *store, gint64 run, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return keep_run (sz_store_pay_adjustment_list (store, SZ_ROWS_ALL, error),
                   G_STRUCT_OFFSET (SzPayAdjustment, run_id), run, compare_adjustments_cb);
}

GArray *
sz_store_pay_objections_of (SzStore *store, gint64 run, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return keep_run (sz_store_pay_objection_list (store, SZ_ROWS_ALL, error),
                   G_STRUCT_OFFSET (SzPayObjection, run_id), run, compare_objections_cb);
}

struct _SzPayInputWriter
{
  SzStmt *insert;
  gint64 run;
  Hash hash;
};

SzPayInputWriter *
sz_store_pay_inputs_begin (SzAct *act, gint64 run, GError **error)
{
  SzPayInputWriter *writer;
  SzStmt *insert;

  g_return_val_if_fail (act != NULL, NULL);
  insert = sz_db_prepare (act->store->db,
                          "INSERT INTO pay_inputs (run_id, staff_no, lines) VALUES ($1, $2, $3)",
                          error);
  if (insert == NULL)
    return NULL;
  writer = g_new0 (SzPayInputWriter, 1);
  writer->insert = insert;
  writer->run = run;
  init_hash (&writer->hash);
  return writer;
}

gboolean
sz_store_pay_inputs_add (SzPayInputWriter *writer,
                         const char *staff_no,
                         const char *lines,
                         GError **error)
{
  g_return_val_if_fail (writer != NULL && staff_no != NULL && lines != NULL, FALSE);
  sz_stmt_bind_int (writer->insert, 1, writer->run);
  sz_stmt_bind_text (writer->insert, 2, staff_no);
  sz_stmt_bind_text (writer->insert, 3, lines);
  hash_text (&writer->hash, staff_no);
  hash_text (&writer->hash, lines);
  return sz_stmt_queue (writer->insert,
                        &(SzRowTag){ .table = "pay_inputs", .key = staff_no, .heap = TRUE }, error);
}

char *
sz_store_pay_inputs_end (SzPayInputWriter *writer)
{
  char *hash;

  g_return_val_if_fail (writer != NULL, NULL);
  hash = end_hash (&writer->hash);
  clear_hash (&writer->hash);
  sz_stmt_done (writer->insert);
  g_free (writer);
  return hash;
}

gboolean
sz_store_pay_inputs_each (SzStore *store,
                          gint64 run,
                          const char *hash,
                          SzPayInputFn fn,
                          gpointer user_data,
                          GError **error)
{
  g_auto (Hash) found = { 0 };
  g_autoptr (SzStmt) stmt = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (store != NULL && hash != NULL && fn != NULL, FALSE);
  stmt = sz_db_prepare_many (
      store->db, "SELECT staff_no, lines FROM pay_inputs WHERE run_id = $1 ORDER BY staff_no",
      error);
  if (stmt == NULL)
    return FALSE;
  init_hash (&found);
  sz_stmt_bind_int (stmt, 1, run);
  for (;;)
    {
      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return check_hash (&found, hash, run, error);
      hash_text (&found, sz_stmt_text (stmt, 0));
      hash_text (&found, sz_stmt_text (stmt, 1));
      if (!fn (sz_stmt_text (stmt, 0), sz_stmt_text (stmt, 1), user_data, error))
        return FALSE;
    }
}

void
sz_pay_differences_free (SzPayDifferences *differences)
{
  if (differences == NULL)
    return;
  g_array_unref (differences->lines);
  g_string_chunk_free (differences->texts);
  g_free (differences);
}

static void
hash_difference (Hash *hash, const SzPayDifference *line)
{
  const gint64 numbers[] = { line->person_id, line->before_fen, line->after_fen };

  hash_text (hash, line->staff_no);
  hash_text (hash, line->name);
  hash_text (hash, line->department);
  hash_numbers (hash, numbers, G_N_ELEMENTS (numbers));
}

gboolean
sz_store_pay_differences_put (
    SzAct *act, gint64 run, const GArray *lines, char **hash, GError **error)
{
  g_auto (Hash) found = { 0 };
  g_autoptr (SzStmt) stmt = NULL;

  g_return_val_if_fail (act != NULL && lines != NULL && hash != NULL, FALSE);
  stmt = sz_db_prepare (
      act->store->db,
      "INSERT INTO pay_differences (run_id, place, person_id, staff_no, name,"
      " department, before_fen, after_fen) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      error);
  if (stmt == NULL)
    return FALSE;
  init_hash (&found);
  for (guint i = 0; i < lines->len; i++)
    {
      const SzPayDifference *line = &g_array_index (lines, SzPayDifference, i);

      sz_stmt_bind_int (stmt, 1, run);
      sz_stmt_bind_int (stmt, 2, i);
      sz_stmt_bind_int (stmt, 3, line->person_id);
      sz_stmt_bind_text (stmt, 4, line->staff_no);
      sz_stmt_bind_text (stmt, 5, line->name);
      sz_stmt_bind_text (stmt, 6, line->department);
      sz_stmt_bind_int (stmt, 7, line->before_fen);
      sz_stmt_bind_int (stmt, 8, line->after_fen);
      hash_difference (&found, line);
      if (!sz_stmt_queue (stmt, &(SzRowTag){ "pay_differences", line->staff_no, 0, FALSE, TRUE },
                          error))
        return FALSE;
    }
  *hash = end_hash (&found);
  return TRUE;
}

static gboolean
read_differences (
    SzStore *store, gint64 run, SzPayDifferences *differences, Hash *found, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean more = TRUE;

  differences->lines = g_array_new (FALSE, FALSE, sizeof (SzPayDifference));
  differences->texts = g_string_chunk_new (4096);
  init_hash (found);
  stmt = sz_db_prepare_many (store->db,
                             "SELECT person_id, staff_no, name, department, before_fen, after_fen"
                             " FROM pay_differences WHERE run_id = $1 ORDER BY place",
                             error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, run);
  for (;;)
    {
      SzPayDifference line;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      line.person_id = sz_stmt_int (stmt, 0);
      line.staff_no = g_string_chunk_insert (differences->texts, sz_stmt_text (stmt, 1));
      line.name = g_string_chunk_insert (differences->texts, sz_stmt_text (stmt, 2));
      line.department = g_string_chunk_insert_const (differences->texts, sz_stmt_text (stmt, 3));
      line.before_fen = sz_stmt_int (stmt, 4);
      line.after_fen = sz_stmt_int (stmt, 5);
      hash_difference (found, &line);
      g_array_append_val (differences->lines, line);
    }
}

SzPayDifferences *
sz_store_pay_differences_get (SzStore *store, const SzPayLife *life, GError **error)
{
  g_autoptr (SzPayDifferences) differences = NULL;
  g_auto (Hash) found = { 0 };

  g_return_val_if_fail (store != NULL && life != NULL, NULL);

  differences = g_new0 (SzPayDifferences, 1);
  return read_differences (store, life->run_id, differences, &found, error)
                 && check_hash (&found, life->differences_hash, life->run_id, error)
             ? g_steal_pointer (&differences)
             : NULL;
}

/* The ten amounts, in the order of the columns. */
static const gsize net_fields[] = {
  G_STRUCT_OFFSET (SzPayNet, total_fen),      G_STRUCT_OFFSET (SzPayNet, advance_fen),
  G_STRUCT_OFFSET (SzPayNet, correction_fen), G_STRUCT_OFFSET (SzPayNet, gross_fen),
  G_STRUCT_OFFSET (SzPayNet, tax_fen),        G_STRUCT_OFFSET (SzPayNet, other_fen),
  G_STRUCT_OFFSET (SzPayNet, due_fen),        G_STRUCT_OFFSET (SzPayNet, owed_fen),
  G_STRUCT_OFFSET (SzPayNet, actual_fen),     G_STRUCT_OFFSET (SzPayNet, owed_after_fen),
};

static void
hash_net (Hash *hash, const SzPayNetRow *row)
{
  hash_text (hash, row->staff_no);
  hash_text (hash, row->name);
  hash_text (hash, row->department);
  hash_numbers (hash, &row->person_id, 1);
  hash_text (hash, sz_pay_way_word (row->net.way));
  for (gsize i = 0; i < G_N_ELEMENTS (net_fields); i++)
    hash_numbers (hash, &G_STRUCT_MEMBER (gint64, &row->net, net_fields[i]), 1);
}

gboolean
sz_store_pay_nets_put (
    SzAct *act, gint64 run, const SzPayNetRow *rows, gsize n, char **hash, GError **error)
{
  g_auto (Hash) found = { 0 };
  g_autoptr (SzStmt) stmt = NULL;

  g_return_val_if_fail (act != NULL && hash != NULL && (rows != NULL || n == 0), FALSE);
  stmt = sz_db_prepare (
      act->store->db,
      "INSERT INTO pay_nets (run_id, place, person_id, staff_no, name, department, way, total_fen,"
      " advance_fen, correction_fen, gross_fen, tax_fen, other_fen, due_fen, owed_fen, actual_fen,"
      " owed_after_fen)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
      error);
  if (stmt == NULL)
    return FALSE;
  init_hash (&found);
  for (gsize i = 0; i < n; i++)
    {
      sz_stmt_bind_int (stmt, 1, run);
      sz_stmt_bind_int (stmt, 2, (gint64)i);
      sz_stmt_bind_int (stmt, 3, rows[i].person_id);
      sz_stmt_bind_text (stmt, 4, rows[i].staff_no);
      sz_stmt_bind_text (stmt, 5, rows[i].name);
      sz_stmt_bind_text (stmt, 6, rows[i].department);
      sz_stmt_bind_text (stmt, 7, sz_pay_way_word (rows[i].net.way));
      for (gsize j = 0; j < G_N_ELEMENTS (net_fields); j++)
        sz_stmt_bind_int (stmt, 8 + (int)j, G_STRUCT_MEMBER (gint64, &rows[i].net, net_fields[j]));
      hash_net (&found, &rows[i]);
      if (!sz_stmt_queue (stmt, &(SzRowTag){ "pay_nets", rows[i].staff_no, 0, FALSE, TRUE }, error))
        return FALSE;
    }
  *hash = end_hash (&found);
  return TRUE;
}

static void
take_net (SzStmt *stmt, SzPayNetRow *row)
{
  row->run_id = sz_stmt_int (stmt, 0);
  row->person_id = sz_stmt_int (stmt, 1);
  row->staff_no = sz_stmt_text (stmt, 2);
  row->name = sz_stmt_text (stmt, 3);
  row->department = sz_stmt_text (stmt, 4);
  row->net.way = sz_pay_way_parse (sz_stmt_text (stmt, 5));
  for (gsize i = 0; i < G_N_ELEMENTS (net_fields); i++)
    G_STRUCT_MEMBER (gint64, &row->net, net_fields[i]) = sz_stmt_int (stmt, 6 + (int)i);
  row->paid_on = sz_date_from_text (sz_stmt_text (stmt, 16));
}

/* @run 0: of all runs. */
static gboolean
read_nets (
    SzStore *store, gint64 run, Hash *found, SzPayNetFn fn, gpointer user_data, GError **error)
{
  static const char sql[]
      = "SELECT n.run_id, n.person_id, n.staff_no, n.name, n.department, n.way, n.total_fen,"
        " n.advance_fen, n.correction_fen, n.gross_fen, n.tax_fen, n.other_fen, n.due_fen,"
        " n.owed_fen, n.actual_fen, n.owed_after_fen, l.paid_on"
        " FROM pay_nets AS n JOIN pay_lives AS l ON l.run_id = n.run_id";
  g_autofree char *whole = g_strconcat (sql, run != 0 ? " WHERE n.run_id = $1" : "",
                                        " ORDER BY n.run_id, n.place", NULL);
  g_autoptr (SzStmt) stmt = sz_db_prepare_many (store->db, whole, error);
  gboolean more = TRUE;

  if (stmt == NULL)
    return FALSE;
  init_hash (found);
  if (run != 0)
    sz_stmt_bind_int (stmt, 1, run);
  for (;;)
    {
      SzPayNetRow row;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      take_net (stmt, &row);
      if (run != 0)
        hash_net (found, &row);
      if (!fn (&row, user_data, error))
        return FALSE;
    }
}

gboolean
sz_store_pay_nets_each (
    SzStore *store, const SzPayLife *life, SzPayNetFn fn, gpointer user_data, GError **error)
{
  g_auto (Hash) found = { 0 };

  g_return_val_if_fail (store != NULL && fn != NULL, FALSE);

  return read_nets (store, life != NULL ? life->run_id : 0, &found, fn, user_data, error)
         && (life == NULL || check_hash (&found, life->nets_hash, life->run_id, error));
}

static gboolean
pass_net_cb (const SzPayNetRow *row, gpointer user_data, GError **error)
{
  return TRUE;
}

gboolean
sz_store_pay_rehash (SzStore *store, SzPayLife *life, GError **error)
{
  g_autoptr (SzPayDifferences) differences = NULL;
  g_auto (Hash) found = { 0 };
  g_auto (Hash) nets = { 0 };

  g_return_val_if_fail (store != NULL && life != NULL, FALSE);

  differences = g_new0 (SzPayDifferences, 1);
  if (!read_differences (store, life->run_id, differences, &found, error)
      || !read_nets (store, life->run_id, &nets, pass_net_cb, NULL, error))
    return FALSE;
  if (*life->differences_hash != '\0')
    {
      g_free (life->differences_hash);
      life->differences_hash = end_hash (&found);
    }
  if (*life->nets_hash != '\0')
    {
      g_free (life->nets_hash);
      life->nets_hash = end_hash (&nets);
    }
  return TRUE;
}

gboolean
sz_store_pay_settle (
    SzAct *act, gint64 correction, const gint64 *people, gsize n, gint64 run, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;

  g_return_val_if_fail (act != NULL && (people != NULL || n == 0), FALSE);
  stmt = sz_db_prepare (
      act->store->db,
      "INSERT INTO pay_settled (correction_id, person_id, run_id) VALUES ($1, $2, $3)", error);
  for (gsize i = 0; stmt != NULL && i < n; i++)
    {
      sz_stmt_bind_int (stmt, 1, correction);
      sz_stmt_bind_int (stmt, 2, people[i]);
      sz_stmt_bind_int (stmt, 3, run);
      if (!sz_stmt_queue (stmt,
                          &(SzRowTag){ .table = "pay_settled", .id = people[i], .heap = TRUE },
                          error))
        return FALSE;
    }
  return stmt != NULL;
}

GHashTable *
sz_store_pay_settled (SzStore *store, gint64 correction, GError **error)
{
  g_autoptr (GHashTable) people = NULL;
  g_autoptr (SzStmt) stmt = NULL;
  gboolean more = TRUE;

  g_return_val_if_fail (store != NULL, NULL);
  people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  stmt = sz_db_prepare (store->db, "SELECT person_id FROM pay_settled WHERE correction_id = $1",
                        error);
  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_int (stmt, 1, correction);
  for (;;)
    {
      gint64 id;

      if (!sz_stmt_step (stmt, &more, error))
        return NULL;
      if (!more)
        return g_steal_pointer (&people);
      id = sz_stmt_int (stmt, 0);
      g_hash_table_add (people, g_memdup2 (&id, sizeof id));
    }
}

gboolean
sz_store_pay_drop_book (SzAct *act, gint64 run, GError **error)
{
  static const char *const deletes[] = { "DELETE FROM pay_inputs WHERE run_id = $1",
                                         "DELETE FROM pay_differences WHERE run_id = $1" };

  g_return_val_if_fail (act != NULL, FALSE);
  for (gsize i = 0; i < G_N_ELEMENTS (deletes); i++)
    {
      g_autoptr (SzStmt) stmt = sz_db_prepare (act->store->db, deletes[i], error);

      if (stmt == NULL)
        return FALSE;
      sz_stmt_bind_int (stmt, 1, run);
      if (!sz_stmt_run (stmt, error))
        return FALSE;
    }
  return TRUE;
}
