/* sz-erase.c — personal numbers taken out of the college, its journal too (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-erase.h"

#include <string.h>

#include "sz-act-private.h"
#include "sz-chain.h"
#include "sz-journal.h"
#include "sz-row-registry.h"
#include "sz-row-table.h"

/* An act whose journal had numbers taken out, and what its changes hash to since. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  gint64 act_seq;
  char *changes_hash;
} SzErasure;

static const SzColumn erasure_columns[] = {
  SZ_COLUMN (SzErasure, act_seq, INT64, KEY),
  SZ_COLUMN (SzErasure, changes_hash, TEXT, PLAIN),
};

const SzRowType sz_erasure_type
    = { SZ_ROW_TYPE ("erasures", SzErasure, erasure_columns), .for_good = TRUE };

/* One number, and what stands in its place. */
typedef struct
{
  const char *number;
  const char *blot;
} Blot;

typedef struct
{
  SzAct *act;
  GArray *blots;    /* of Blot */
  GHashTable *acts; /* numbers of the acts whose journal names one of them */
  SzEraseCount *count;
} Erase;

static char *
make_pattern (const char *number)
{
  return g_strdup_printf ("%%%s%%", number);
}

/* Which acts are touched, before anything is. */
static gboolean
find_acts (Erase *erase, const char *number, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (erase->act->store->db,
                       "SELECT DISTINCT act_seq FROM changes WHERE before LIKE $1 OR after LIKE $1",
                       error);
  g_autofree char *pattern = make_pattern (number);
  gboolean row = TRUE;

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, pattern);
  while (row)
    {
      gint64 seq;

      if (!sz_stmt_step (stmt, &row, error))
        return FALSE;
      seq = row ? sz_stmt_int (stmt, 0) : 0;
      if (row)
        g_hash_table_add (erase->acts, g_memdup2 (&seq, sizeof seq));
    }
  return TRUE;
}

/* (transfer full): of the changes of an act as they stand. */
static char *
hash_changes (Erase *erase, gint64 seq, GError **error)
{
  const SzDbClass *klass = erase->act->store->db->klass;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GString) scratch = g_string_new (NULL);
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (erase->act->store->db,
                       "SELECT id, table_name, row_id, row_version, op, before, after FROM changes"
                       " WHERE act_seq = $1 ORDER BY id",
                       error);
  gboolean row = TRUE;

  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_int (stmt, 1, seq);
  for (;;)
    {
      SzChange change = { .act_seq = seq };

      if (!sz_stmt_step (stmt, &row, error))
        return NULL;
      if (!row)
        return g_strdup (g_checksum_get_string (checksum));
      change.id = sz_stmt_int (stmt, 0);
      change.table = sz_stmt_text (stmt, 1);
      change.row_id = sz_stmt_int (stmt, 2);
      change.row_version = sz_stmt_int (stmt, 3);
      change.op = *sz_stmt_text (stmt, 4);
      change.before = klass->column_text (stmt, 5, &change.before_length);
      change.after = klass->column_text (stmt, 6, &change.after_length);
      sz_chain_add_change (checksum, scratch, &change);
    }
}

/* A journal that was tampered with must not be made good by the way. */
static gboolean
check_act (Erase *erase, gint64 seq, GError **error)
{
  g_autofree char *hash = hash_changes (erase, seq, error);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
  g_autoptr (SzStmt) stmt = NULL;
  gboolean sound = FALSE;

  if (hash == NULL)
    return FALSE;
  stmt = sz_db_prepare (erase->act->store->db,
                        "SELECT seq FROM acts WHERE seq = $1 AND (changes_hash = $2 OR EXISTS"
                        " (SELECT 1 FROM erasures WHERE act_seq = $1 AND changes_hash = $2))",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, seq);
  sz_stmt_bind_text (stmt, 2, hash);
  if (!sz_stmt_step (stmt, &sound, error))
    return FALSE;
  return sound || sz_error_set (error, SZ_ERROR_REFUSED, "erase.unsound", "seq", number, NULL);
}

/* In the journal values stand as JSON: within quotes, nothing but the whole number. Rows that were
 * handed over stand there as JSON within JSON. */
static gboolean
blot_journal (Erase *erase, const Blot *blot, GError **error)
{
  SzStmt *stmt
      = sz_db_prepare (erase->act->store->db, erase->act->store->db->klass->blot_sql, error);

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, blot->number);
  sz_stmt_bind_text (stmt, 2, blot->blot);
  return sz_stmt_run (stmt, error);
}

static gboolean
note_act (Erase *erase, gint64 seq, GError **error)
{
  g_autofree char *hash = hash_changes (erase, seq, error);
  SzErasure row = { .act_seq = seq, .changes_hash = hash };

  return hash != NULL
         && sz_row_put (erase->act, &sz_erasure_type, &row, SZ_PUT_UPDATE, NULL, error);
}

/* Columns that hold numbers of people, by their names. */
static gboolean
is_personal (const SzColumn *column)
{
  static const char *const names[] = { "id_number", "phone", "bank_account", "account", NULL };

  return column->kind == SZ_COLUMN_TEXT && g_strv_contains (names, column->name);
}

/* Whole rows as they were handed over, as JSON. */
static gboolean
is_rows (const SzColumn *column)
{
  return strcmp (column->name, "row_values") == 0;
}

/* (transfer full) (nullable): the rows without the numbers; NULL: none of them is in there. */
static char *
blot_rows (const Erase *erase, const SzValue *value)
{
  g_autofree char *text = g_strndup (value->text, value->length);
  gboolean found = FALSE;

  for (guint i = 0; i < erase->blots->len; i++)
    {
      const Blot *blot = &g_array_index (erase->blots, Blot, i);
      g_autofree char *from = g_strdup_printf ("\"%s\"", blot->number);
      g_autofree char *to = g_strdup_printf ("\"%s\"", blot->blot);
      g_auto (GStrv) parts = g_strsplit (text, from, -1);

      found |= g_strv_length (parts) > 1;
      g_free (text);
      text = g_strjoinv (to, parts);
    }
  return found ? g_steal_pointer (&text) : NULL;
}

/* NULL: the text is none of the numbers. */
static const char *
find_blot (const Erase *erase, const SzValue *value)
{
  for (guint i = 0; i < erase->blots->len; i++)
    {
      const Blot *blot = &g_array_index (erase->blots, Blot, i);

      if (value->kind == SZ_VALUE_TEXT && strlen (blot->number) == value->length
          && memcmp (value->text, blot->number, value->length) == 0)
        return blot->blot;
    }
  return NULL;
}

/* All numbers of the row at once: neither what the journal keeps as "before" nor as "after" may
 * hold one of them. */
static gboolean
blot_row (Erase *erase, const SzRowType *type, gint64 id, GError **error)
{
  SzAct *act = erase->act;
  SzValue values[SZ_COLUMNS_MAX];
  SzStmt *stmt = NULL;
  gint64 version = 0;
  g_autofree char *rows = NULL;
  gboolean done = sz_journal_read (act->store, type, id, &version, values, &stmt, error);

  for (guint c = 0; done && version != 0 && c < type->n_columns; c++)
    {
      const char *blot = NULL;

      if (is_rows (&type->columns[c]))
        blot = rows = blot_rows (erase, &values[c]);
      else if (is_personal (&type->columns[c]))
        blot = find_blot (erase, &values[c]);
      if (blot == NULL)
        continue;
      values[c].text = blot;
      values[c].length = strlen (blot);
    }
  if (done && version != 0)
    {
      g_string_truncate (act->before, 0);
      sz_values_append_json (type, values, act->before);
      done = sz_journal_update (act, type, id, version, act->before->str, values, error);
      erase->count->n_rows++;
    }
  sz_stmt_done (stmt);
  return done;
}

static GArray *
find_rows (Erase *erase, const SzRowType *type, guint column, const char *number, GError **error)
{
  const gboolean within = is_rows (&type->columns[column]);
  g_autofree char *sql
      = g_strdup_printf ("SELECT id FROM %s WHERE %s %s $1 ORDER BY id", type->table,
                         type->columns[column].name, within ? "LIKE" : "=");
  g_autofree char *wanted = within ? make_pattern (number) : g_strdup (number);
  g_autoptr (SzStmt) stmt = sz_db_prepare (erase->act->store->db, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row = TRUE;

  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_text (stmt, 1, wanted);
  while (row)
    {
      gint64 id;

      if (!sz_stmt_step (stmt, &row, error))
        return NULL;
      id = row ? sz_stmt_int (stmt, 0) : 0;
      if (row)
        g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

static gboolean
blot_table (Erase *erase, const SzRowType *type, const Blot *blot, GError **error)
{
  for (guint c = 0; c < type->n_columns; c++)
    {
      g_autoptr (GArray) ids = NULL;

      if (!is_personal (&type->columns[c]) && !is_rows (&type->columns[c]))
        continue;
      ids = find_rows (erase, type, c, blot->number, error);
      if (ids == NULL)
        return FALSE;
      for (guint i = 0; i < ids->len; i++)
        if (!blot_row (erase, type, g_array_index (ids, gint64, i), error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
count_remarks (Erase *erase, const char *number, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (erase->act->store->db, "SELECT count(*) FROM acts WHERE summary LIKE $1",
                       error);
  g_autofree char *pattern = make_pattern (number);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, pattern);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  erase->count->n_remarks += row ? sz_stmt_int (stmt, 0) : 0;
  return TRUE;
}

static gboolean
each_act (Erase *erase, gboolean (*fn) (Erase *, gint64, GError **), GError **error)
{
  GHashTableIter iter;
  gpointer seq;

  g_hash_table_iter_init (&iter, erase->acts);
  while (g_hash_table_iter_next (&iter, &seq, NULL))
    if (!fn (erase, *(const gint64 *)seq, error))
      return FALSE;
  return TRUE;
}

static gboolean
erase_all (Erase *erase, GError **error)
{
  const GPtrArray *types = sz_row_registry ();

  for (guint b = 0; b < erase->blots->len; b++)
    if (!find_acts (erase, g_array_index (erase->blots, Blot, b).number, error))
      return FALSE;
  if (!each_act (erase, check_act, error))
    return FALSE;
  for (guint b = 0; b < erase->blots->len; b++)
    {
      const Blot *blot = &g_array_index (erase->blots, Blot, b);

      if (!blot_journal (erase, blot, error) || !count_remarks (erase, blot->number, error))
        return FALSE;
    }
  if (!each_act (erase, note_act, error))
    return FALSE;
  for (guint b = 0; b < erase->blots->len; b++)
    for (guint i = 0; i < types->len; i++)
      if (!blot_table (erase, types->pdata[i], &g_array_index (erase->blots, Blot, b), error))
        return FALSE;
  erase->count->n_acts = g_hash_table_size (erase->acts);
  return TRUE;
}

gboolean
sz_erase_numbers (SzAct *act,
                  const char *id_number,
                  const char *const *others,
                  SzEraseCount *count,
                  GError **error)
{
  g_autofree char *blot = NULL;
  g_autoptr (GArray) blots = g_array_new (FALSE, FALSE, sizeof (Blot));
  g_autoptr (GHashTable) acts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Erase erase = { act, blots, acts, count };

  g_return_val_if_fail (act != NULL && id_number != NULL && count != NULL, FALSE);

  *count = (SzEraseCount){ 0 };
  blot = g_strdup_printf ("已删除%" G_GINT64_FORMAT, act->seq);
  if (*id_number != '\0')
    g_array_append_val (blots, ((Blot){ id_number, blot }));
  for (gsize i = 0; others != NULL && others[i] != NULL; i++)
    if (*others[i] != '\0')
      g_array_append_val (blots, ((Blot){ others[i], "" }));
  return erase_all (&erase, error);
}
