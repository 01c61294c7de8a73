/* sz-pay-lines.c — the frozen lines of a pay run and their hash (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-lines.h"

#include <string.h>

#include "sz-chain.h"

/* Enough at a time that hashing does not go by single short lines. */
#define FLUSH_AT 16384

void
sz_pay_line_hash_init (SzPayLineHash *hash)
{
  g_return_if_fail (hash != NULL);

  hash->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  hash->text = g_string_sized_new (FLUSH_AT + 1024);
}

void
sz_pay_line_hash_clear (SzPayLineHash *hash)
{
  g_clear_pointer (&hash->checksum, g_checksum_free);
  if (hash->text != NULL)
    g_string_free (hash->text, TRUE);
  hash->text = NULL;
}

static void
flush_text (SzPayLineHash *hash)
{
  g_checksum_update (hash->checksum, (const guchar *)hash->text->str, (gssize)hash->text->len);
  g_string_truncate (hash->text, 0);
}

static void
add_numbers (SzPayLineHash *hash, const gint64 *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    sz_chain_append_number (hash->text, numbers[i], ',');
  if (hash->text->len >= FLUSH_AT)
    flush_text (hash);
}

void
sz_pay_line_hash_person (SzPayLineHash *hash, const SzPayPersonLine *line)
{
  const char *texts[] = { line->staff_no, line->name, line->reason, line->department, line->post };
  const gint64 numbers[] = { line->place,      line->person_id,   line->months,   line->n_stretches,
                             line->before_fen, line->ceiling_fen, line->total_fen };

  g_return_if_fail (hash != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    sz_chain_append_text (hash->text, texts[i], strlen (texts[i]));
  add_numbers (hash, numbers, G_N_ELEMENTS (numbers));
}

void
sz_pay_line_hash_part (SzPayLineHash *hash, const SzPayPartLine *line)
{
  const gint64 numbers[]
      = { line->place, line->part, line->points_x1e6, line->amount_fen, line->remainder_fen };

  g_return_if_fail (hash != NULL);

  sz_chain_append_text (hash->text, line->terms, line->terms_length);
  add_numbers (hash, numbers, G_N_ELEMENTS (numbers));
}

char *
sz_pay_line_hash_mix (SzPayLineHash *people, SzPayLineHash *parts)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (people != NULL && parts != NULL, NULL);

  flush_text (people);
  flush_text (parts);
  text = g_strconcat (g_checksum_get_string (people->checksum),
                      g_checksum_get_string (parts->checksum), NULL);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static SzStmt *
select_run (SzDb *db, const char *sql, gint64 run, GError **error)
{
  SzStmt *stmt = sz_db_prepare_many (db, sql, error);

  if (stmt != NULL)
    sz_stmt_bind_int (stmt, 1, run);
  return stmt;
}

SzStmt *
sz_pay_lines_select_people (SzDb *db, gint64 run, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return select_run (db,
                     "SELECT place, person_id, staff_no, name, reason, department, post, months,"
                     " n_stretches, before_fen, ceiling_fen, total_fen FROM pay_people"
                     " WHERE run_id = $1 ORDER BY place",
                     run, error);
}

SzStmt *
sz_pay_lines_select_parts (SzDb *db, gint64 run, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return select_run (db,
                     "SELECT place, part, points_x1e6, amount_fen, remainder_fen, terms"
                     " FROM pay_lines WHERE run_id = $1 ORDER BY place, part",
                     run, error);
}

void
sz_pay_lines_take_person (SzStmt *stmt, SzPayPersonLine *line)
{
  g_return_if_fail (stmt != NULL && line != NULL);

  line->place = sz_stmt_int (stmt, 0);
  line->person_id = sz_stmt_int (stmt, 1);
  line->staff_no = sz_stmt_text (stmt, 2);
  line->name = sz_stmt_text (stmt, 3);
  line->reason = sz_stmt_text (stmt, 4);
  line->department = sz_stmt_text (stmt, 5);
  line->post = sz_stmt_text (stmt, 6);
  line->months = sz_stmt_int (stmt, 7);
  line->n_stretches = sz_stmt_int (stmt, 8);
  line->before_fen = sz_stmt_int (stmt, 9);
  line->ceiling_fen = sz_stmt_int (stmt, 10);
  line->total_fen = sz_stmt_int (stmt, 11);
}

void
sz_pay_lines_take_part (SzStmt *stmt, SzPayPartLine *line)
{
  g_return_if_fail (stmt != NULL && line != NULL);

  line->place = sz_stmt_int (stmt, 0);
  line->part = sz_stmt_int (stmt, 1);
  line->points_x1e6 = sz_stmt_int (stmt, 2);
  line->amount_fen = sz_stmt_int (stmt, 3);
  line->remainder_fen = sz_stmt_int (stmt, 4);
  line->terms = stmt->db->klass->column_text (stmt, 5, &line->terms_length);
}

static gboolean
hash_people (SzDb *db, gint64 run, SzPayLineHash *hash, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_pay_lines_select_people (db, run, error);
  gboolean more = TRUE;

  while (stmt != NULL && more)
    {
      SzPayPersonLine line;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        break;
      sz_pay_lines_take_person (stmt, &line);
      sz_pay_line_hash_person (hash, &line);
    }
  return stmt != NULL;
}

static gboolean
hash_parts (SzDb *db, gint64 run, SzPayLineHash *hash, GError **error)
{
  g_autoptr (SzStmt) stmt = sz_pay_lines_select_parts (db, run, error);
  gboolean more = TRUE;

  while (stmt != NULL && more)
    {
      SzPayPartLine line;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        break;
      sz_pay_lines_take_part (stmt, &line);
      sz_pay_line_hash_part (hash, &line);
    }
  return stmt != NULL;
}

char *
sz_pay_lines_dup_hash (SzDb *db, gint64 run, GError **error)
{
  g_auto (SzPayLineHash) people = { NULL, NULL };
  g_auto (SzPayLineHash) parts = { NULL, NULL };

  g_return_val_if_fail (db != NULL, NULL);

  sz_pay_line_hash_init (&people);
  sz_pay_line_hash_init (&parts);
  if (!hash_people (db, run, &people, error) || !hash_parts (db, run, &parts, error))
    return NULL;
  return sz_pay_line_hash_mix (&people, &parts);
}

gboolean
sz_pay_find_stray (SzDb *db, const char *table, const char *known, gint64 *run, GError **error)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (db != NULL && table != NULL && known != NULL && run != NULL, FALSE);

  /* Run numbers are few: each is looked for by the primary key, the rows are not walked again. */
  sql = g_strdup_printf (
      "WITH RECURSIVE found (run) AS ("
      " SELECT min (run_id) FROM %s UNION ALL"
      " SELECT (SELECT min (run_id) FROM %s WHERE run_id > run) FROM found WHERE run IS NOT NULL)"
      " SELECT run FROM found WHERE run IS NOT NULL AND run NOT IN (%s) ORDER BY run LIMIT 1",
      table, table, known);
  return sz_db_query_int (db, sql, 0, run, error);
}

gboolean
sz_pay_lines_find_stray (SzDb *db, gint64 *run, GError **error)
{
  static const char known[] = "SELECT id FROM pay_runs";
  gint64 people = 0;
  gint64 parts = 0;

  g_return_val_if_fail (db != NULL && run != NULL, FALSE);

  if (!sz_pay_find_stray (db, "pay_people", known, &people, error)
      || !sz_pay_find_stray (db, "pay_lines", known, &parts, error))
    return FALSE;
  *run = people == 0 || (parts != 0 && parts < people) ? parts : people;
  return TRUE;
}
