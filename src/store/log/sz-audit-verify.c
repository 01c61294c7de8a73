/* sz-audit-verify.c — the proof that nobody touched the log, the journal, the rows (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-audit.h"

#include <string.h>

#include "sz-act-private.h"
#include "sz-chain.h"
#include "sz-migrate.h"
#include "sz-pay-book-verify.h"
#include "sz-pay-lines.h"
#include "sz-row-digest.h"
#include "sz-row-registry.h"
#include "sz-row-sql.h"
#include "sz-signature.h"
#include "sz-structure-check.h"

#define ISSUES_MAX 1000

/* Numbers taken for rows that were refused are not given again: so far may they run ahead. */
#define GAP_MAX 4096

/* What the journal says last of each row of one table: a short keyed hash of version, content, and
 * when and by whom, 0 for a row that is not there. Ids are given without gaps, so the id is the
 * place. */
typedef struct
{
  const SzRowType *type;
  GArray *digests;
} Expected;

typedef struct
{
  SzStore *store;
  SzIssueList *issues;
  GCancellable *cancellable;
  SzAuditCount count;
  guint n_issues;
  SzRowDigester digester;
  GArray *expected;    /* of Expected */
  guint last_expected; /* the last table that was asked for: the next row is often of the same */
  GString *scratch;
  GChecksum *checksum;
  char *prev_hash;
  gint64 prev_seq;
  SzStmt *changes;
  gboolean more_changes;
  gint64 last_change;
  gboolean part;            /* of what changed since another file, see sz_audit_verify_since() */
  gboolean content_alone;   /* somebody else looks at the structure */
  SzSignatures *signatures; /* NULL of a part: the keys are in the whole */
  guint64 act_stamp;        /* of the act at hand; 0: the act was changed and vouches for nobody */
} Verify;

static void
clear_expected_cb (gpointer data)
{
  g_array_unref (((Expected *)data)->digests);
}

static void
clear_verify (Verify *verify)
{
  g_array_unref (verify->expected);
  g_string_free (verify->scratch, TRUE);
  g_checksum_free (verify->checksum);
  g_free (verify->prev_hash);
  sz_stmt_done (verify->changes);
  sz_signatures_free (verify->signatures);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Verify, clear_verify)

static gboolean
init_verify (
    Verify *verify, SzStore *store, SzIssueList *issues, GCancellable *cancellable, GError **error)
{
  const GPtrArray *types = sz_row_registry ();

  verify->store = store;
  verify->issues = issues;
  verify->cancellable = cancellable;
  verify->expected = g_array_new (FALSE, FALSE, sizeof (Expected));
  g_array_set_clear_func (verify->expected, clear_expected_cb);
  verify->scratch = g_string_sized_new (1024);
  verify->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  verify->prev_hash = g_strdup ("");
  for (guint i = 0; i < types->len; i++)
    {
      Expected table = { types->pdata[i], g_array_new (FALSE, TRUE, sizeof (guint64)) };

      g_array_append_val (verify->expected, table);
    }
  if (sodium_init () < 0)
    return sz_error_set (error, SZ_ERROR_IO, "db.memory", "file", store->db->path, NULL);
  verify->digester.scratch = verify->scratch;
  randombytes_buf (verify->digester.key, sizeof verify->digester.key);
  return TRUE;
}

static void
add_issue (Verify *verify,
           const char *code,
           const char *name,
           const char *value,
           const char *other_name,
           gint64 other)
{
  char number[24];

  if (verify->n_issues++ >= ISSUES_MAX)
    return;
  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, other);
  if (name != NULL)
    sz_issue_list_add (verify->issues, SZ_SEVERITY_ERROR, code, 0, NULL, NULL, name, value,
                       other_name, number, NULL);
  else
    sz_issue_list_add (verify->issues, SZ_SEVERITY_ERROR, code, 0, NULL, NULL, other_name, number,
                       NULL);
}

static void
add_more (Verify *verify)
{
  char number[24];

  if (verify->n_issues <= ISSUES_MAX)
    return;
  g_snprintf (number, sizeof number, "%u", verify->n_issues - ISSUES_MAX);
  sz_issue_list_add (verify->issues, SZ_SEVERITY_ERROR, "audit.more", 0, NULL, NULL, "count",
                     number, NULL);
}

static Expected *
find_expected (Verify *verify, const char *table)
{
  for (guint i = 0; i < verify->expected->len; i++)
    {
      guint at = (verify->last_expected + i) % verify->expected->len;
      Expected *expected = &g_array_index (verify->expected, Expected, at);

      if (strcmp (expected->type->table, table) != 0)
        continue;
      verify->last_expected = at;
      return expected;
    }
  return NULL;
}

/* A row id far beyond the next one cannot come from us; the hash of the journal will say so. */
static void
note_expected (Verify *verify, const SzChange *change)
{
  Expected *table = find_expected (verify, change->table);
  guint64 digest = 0;

  if (table == NULL || change->row_id < 1 || change->row_id > G_MAXINT
      || (!verify->part && change->row_id > table->digests->len + (gint64)GAP_MAX))
    return;
  if (change->row_id > table->digests->len)
    g_array_set_size (table->digests, (guint)change->row_id);
  if (change->op != 'd')
    digest = sz_row_digest (&verify->digester, change->row_version, change->after,
                            change->after_length, verify->act_stamp);
  g_array_index (table->digests, guint64, change->row_id - 1) = digest;
}

static gboolean
next_change (Verify *verify, GError **error)
{
  return sz_stmt_step (verify->changes, &verify->more_changes, error);
}

static void
take_change (Verify *verify, SzChange *change)
{
  const SzDbClass *klass = verify->store->db->klass;
  SzStmt *stmt = verify->changes;

  change->id = sz_stmt_int (stmt, 0);
  change->act_seq = sz_stmt_int (stmt, 1);
  change->table = sz_stmt_text (stmt, 2);
  change->row_id = sz_stmt_int (stmt, 3);
  change->row_version = sz_stmt_int (stmt, 4);
  change->op = *sz_stmt_text (stmt, 5);
  change->before = klass->column_text (stmt, 6, &change->before_length);
  change->after = klass->column_text (stmt, 7, &change->after_length);
}

static gboolean
skip_extra (Verify *verify, gint64 before_id, GError **error)
{
  while (verify->more_changes && sz_stmt_int (verify->changes, 0) < before_id)
    {
      add_issue (verify, "audit.journal_extra", NULL, NULL, "change",
                 sz_stmt_int (verify->changes, 0));
      if (!next_change (verify, error))
        return FALSE;
    }
  return TRUE;
}

/* An act that takes personal numbers out of the journal leaves the hash that it has since, in a row
 * of its own which stands in the journal like any other (RULE aud-1). */
static gboolean
was_erased (Verify *verify, gint64 seq, const char *hash, gboolean *erased, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (verify->store->db,
                       "SELECT id FROM erasures WHERE act_seq = $1 AND changes_hash = $2", error);

  *erased = FALSE;
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, seq);
  sz_stmt_bind_text (stmt, 2, hash);
  return sz_stmt_step (stmt, erased, error);
}

static gboolean
verify_changes (Verify *verify, const SzActRow *act, GError **error)
{
  gint64 end = act->first_change + act->n_changes;
  gboolean erased = FALSE;
  const char *hash = "";

  g_checksum_reset (verify->checksum);
  if (!skip_extra (verify, act->first_change, error))
    return FALSE;
  while (verify->more_changes && sz_stmt_int (verify->changes, 0) < end)
    {
      SzChange change;

      take_change (verify, &change);
      sz_chain_add_change (verify->checksum, verify->scratch, &change);
      note_expected (verify, &change);
      verify->last_change = change.id;
      if (++verify->count.n_changes % 4096 == 0 && g_cancellable_is_cancelled (verify->cancellable))
        return sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
      if (!next_change (verify, error))
        return FALSE;
    }
  if (act->n_changes > 0)
    hash = g_checksum_get_string (verify->checksum);
  if (strcmp (hash, act->changes_hash) == 0)
    return TRUE;
  if (!was_erased (verify, act->seq, hash, &erased, error))
    return FALSE;
  if (!erased)
    add_issue (verify, "audit.journal_changed", "act", act->act_id, "seq", act->seq);
  return TRUE;
}

static void
verify_link (Verify *verify, const SzActRow *act, const char *hash)
{
  g_autofree char *expected = sz_chain_dup_hash (act);

  verify->act_stamp = strcmp (expected, hash) == 0
                          ? sz_row_digest_stamp (&verify->digester, act->at, act->who)
                          : 0;
  for (gint64 seq = verify->prev_seq + 1; seq < act->seq && verify->n_issues < ISSUES_MAX; seq++)
    add_issue (verify, "audit.act_removed", NULL, NULL, "seq", seq);
  if (strcmp (expected, hash) != 0)
    add_issue (verify, "audit.act_changed", NULL, NULL, "seq", act->seq);
  else if (act->seq == verify->prev_seq + 1 && strcmp (act->prev_hash, verify->prev_hash) != 0)
    add_issue (verify, "audit.act_reordered", NULL, NULL, "seq", act->seq);
  verify->prev_seq = act->seq;
  g_free (verify->prev_hash);
  verify->prev_hash = g_strdup (hash);
}

/* RULE acc-6 */
static gboolean
verify_signature (Verify *verify, const SzActRow *act, const char *hash, GError **error)
{
  const char *fault = NULL;

  if (verify->signatures == NULL)
    return TRUE;
  if (!sz_signatures_judge (verify->signatures, act, hash, &fault, error))
    return FALSE;
  if (fault != NULL)
    add_issue (verify, fault, NULL, NULL, "seq", act->seq);
  return TRUE;
}

static void
take_act (SzStmt *stmt, SzActRow *act)
{
  act->seq = sz_stmt_int (stmt, 0);
  act->act_id = sz_stmt_text (stmt, 1);
  act->at = sz_stmt_text (stmt, 2);
  act->who = sz_stmt_text (stmt, 3);
  act->kind = sz_stmt_text (stmt, 4);
  act->refused = sz_stmt_int (stmt, 5);
  act->summary = sz_stmt_text (stmt, 6);
  act->source = sz_stmt_text (stmt, 7);
  act->source_hash = sz_stmt_text (stmt, 8);
  act->first_change = sz_stmt_int (stmt, 9);
  act->n_changes = sz_stmt_int (stmt, 10);
  act->changes_hash = sz_stmt_text (stmt, 11);
  act->prev_hash = sz_stmt_text (stmt, 12);
}

static gboolean
verify_acts (Verify *verify, GError **error)
{
  g_autoptr (SzStmt) acts = sz_db_prepare_many (
      verify->store->db,
      "SELECT seq, act_id, at, who, kind, refused, summary, source, source_hash, first_change,"
      " n_changes, changes_hash, prev_hash, hash FROM acts ORDER BY seq",
      error);
  gboolean more = TRUE;

  verify->changes = acts == NULL
                        ? NULL
                        : sz_db_prepare_many (verify->store->db,
                                              "SELECT id, act_seq, table_name, row_id,"
                                              " row_version, op, before, after FROM changes"
                                              " ORDER BY id",
                                              error);
  if (verify->changes == NULL || !next_change (verify, error))
    return FALSE;
  if (!verify->part && (verify->signatures = sz_signatures_read (verify->store, error)) == NULL)
    return FALSE;
  for (;;)
    {
      SzActRow act;

      if (!sz_stmt_step (acts, &more, error))
        return FALSE;
      if (!more)
        return skip_extra (verify, G_MAXINT64, error);
      take_act (acts, &act);
      verify->count.n_acts++;
      verify_link (verify, &act, sz_stmt_text (acts, 13));
      if (!verify_signature (verify, &act, sz_stmt_text (acts, 13), error)
          || !verify_changes (verify, &act, error))
        return FALSE;
    }
}

static gboolean
verify_head (Verify *verify, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (verify->store->db,
                       "SELECT seq, last_change, hash FROM act_heads WHERE id = 1", error);
  gboolean row = FALSE;
  gint64 seq;

  if (stmt == NULL || !sz_stmt_step (stmt, &row, error))
    return FALSE;
  seq = row ? sz_stmt_int (stmt, 0) : -1;
  if (seq > verify->prev_seq)
    add_issue (verify, "audit.tail_removed", NULL, NULL, "seq", verify->prev_seq + 1);
  else if (seq != verify->prev_seq || strcmp (sz_stmt_text (stmt, 2), verify->prev_hash) != 0
           || (verify->last_change != 0 && sz_stmt_int (stmt, 1) != verify->last_change))
    add_issue (verify, "audit.head_changed", NULL, NULL, "seq", verify->prev_seq);
  g_strlcpy (verify->count.head, verify->prev_hash, sizeof verify->count.head);
  return TRUE;
}

static void
verify_row (Verify *verify, const Expected *table, SzStmt *stmt)
{
  SzValue values[SZ_COLUMNS_MAX];
  guint stamp_at = 2 + table->type->n_columns;
  gint64 id = sz_stmt_int (stmt, 0);
  guint64 *expected = NULL;
  guint64 stamp = 0;
  guint64 digest;

  if (id >= 1 && id <= table->digests->len)
    expected = &g_array_index (table->digests, guint64, id - 1);
  if (expected != NULL && (*expected & SZ_ROW_DIGEST_STAMPED) != 0)
    stamp = sz_row_digest_stamp (&verify->digester, sz_stmt_text (stmt, stamp_at),
                                 sz_stmt_text (stmt, stamp_at + 1));
  sz_row_type_fetch (table->type, stmt, 2, values);
  g_string_truncate (verify->scratch, 0);
  sz_values_append_json (table->type, values, verify->scratch);
  digest = sz_row_digest (&verify->digester, sz_stmt_int (stmt, 1), verify->scratch->str,
                          verify->scratch->len, stamp);
  if (expected == NULL || *expected == 0)
    add_issue (verify, "audit.row_added", "table", table->type->table, "id", id);
  else if (*expected != digest)
    add_issue (verify, "audit.row_changed", "table", table->type->table, "id", id);
  if (expected != NULL)
    *expected = 0;
}

static void
report_missing (Verify *verify, const Expected *table)
{
  for (guint i = 0; i < table->digests->len; i++)
    if (g_array_index (table->digests, guint64, i) != 0)
      add_issue (verify, "audit.row_removed", "table", table->type->table, "id", (gint64)i + 1);
}

static gboolean
verify_table (Verify *verify, const Expected *table, GError **error)
{
  g_autofree char *columns = sz_row_columns (table->type);
  g_autofree char *select
      = g_strdup_printf ("SELECT %s, changed_at, changed_by FROM %s ORDER BY id", columns,
                         table->type->table);
  g_autoptr (SzStmt) stmt = sz_db_prepare_many (verify->store->db, select, error);
  gboolean more = TRUE;

  if (stmt == NULL)
    return FALSE;
  while (more)
    {
      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        break;
      verify_row (verify, table, stmt);
      if (++verify->count.n_rows % 4096 == 0 && g_cancellable_is_cancelled (verify->cancellable))
        return sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
    }
  report_missing (verify, table);
  return TRUE;
}

static gboolean
verify_runs (Verify *verify, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (verify->store->db, "SELECT id, lines_hash FROM pay_runs ORDER BY id", error);
  gint64 stray = 0;
  gboolean more = TRUE;

  while (stmt != NULL && more)
    {
      g_autofree char *hash = NULL;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        break;
      hash = sz_pay_lines_dup_hash (verify->store->db, sz_stmt_int (stmt, 0), error);
      if (hash == NULL)
        return FALSE;
      verify->count.n_runs++;
      if (strcmp (hash, sz_stmt_text (stmt, 1)) != 0)
        add_issue (verify, "audit.run_changed", NULL, NULL, "run", sz_stmt_int (stmt, 0));
    }
  if (stmt == NULL || !sz_pay_book_find_changed (verify->store, verify->part, &stray, error))
    return FALSE;
  if (stray == 0 && !verify->part && !sz_pay_lines_find_stray (verify->store->db, &stray, error))
    return FALSE;
  if (stray != 0)
    add_issue (verify, "audit.run_changed", NULL, NULL, "run", stray);
  return TRUE;
}

static gboolean
read_last_id (Verify *verify, const char *table, gint64 *last, GError **error)
{
  g_autoptr (SzStmt) stmt
      = sz_db_prepare (verify->store->db, "SELECT last_id FROM row_ids WHERE table_name = $1",
                       error);
  gboolean row = FALSE;

  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, table);
  if (!sz_stmt_step (stmt, &row, error))
    return FALSE;
  *last = row ? sz_stmt_int (stmt, 0) : 0;
  return TRUE;
}

/* A last number that was lowered or removed would be given twice, and the journal be ambiguous. */
static gboolean
verify_numbers (Verify *verify, GError **error)
{
  for (guint i = 0; i < verify->expected->len; i++)
    {
      const Expected *table = &g_array_index (verify->expected, Expected, i);
      gint64 last = 0;

      if (!read_last_id (verify, table->type->table, &last, error))
        return FALSE;
      if (last < table->digests->len || last > table->digests->len + (gint64)GAP_MAX)
        add_issue (verify, "audit.numbers_changed", "table", table->type->table, "last", last);
    }
  return TRUE;
}

static gboolean
verify_schema (Verify *verify, GError **error)
{
  int wrong = 0;

  if (!sz_migrate_find_wrong (verify->store->db, &wrong, error))
    return FALSE;
  if (wrong != 0)
    add_issue (verify, "audit.schema_changed", NULL, NULL, "version", wrong);
  return TRUE;
}

static gboolean
verify_all (Verify *verify, GError **error)
{
  if (!verify_schema (verify, error) || !verify_acts (verify, error) || !verify_head (verify, error)
      || (!verify->part && !verify_numbers (verify, error)))
    return FALSE;
  for (guint i = 0; i < verify->expected->len; i++)
    if (!verify_table (verify, &g_array_index (verify->expected, Expected, i), error))
      return FALSE;
  return verify_runs (verify, error);
}

static gboolean
carry_out (Verify *verify, SzAuditCount *count, GError **error)
{
  SzStore *store = verify->store;
  SzStructureCheck *structure = NULL;
  gboolean done;

  if (!sz_store_begin_read (store, error))
    return FALSE;
  /* A flipped bit can turn a text into a blob that reads the same, or spoil an index: that is no
   * matter of content. Where rows are missing their references would only say it again. */
  if (!verify->content_alone)
    structure = sz_structure_check_start (store);
  done = verify_all (verify, error);
  if (structure != NULL)
    done = sz_structure_check_end (structure, done && verify->n_issues == 0, done ? error : NULL)
           && done;
  g_clear_pointer (&verify->changes, sz_stmt_done);
  sz_store_end_read (store);
  add_more (verify);
  if (count != NULL)
    *count = verify->count;
  return done;
}

gboolean
sz_audit_verify (SzStore *store,
                 SzIssueList *issues,
                 SzAuditCount *count,
                 GCancellable *cancellable,
                 GError **error)
{
  g_auto (Verify) verify = { 0 };

  g_return_val_if_fail (store != NULL && issues != NULL, FALSE);

  return init_verify (&verify, store, issues, cancellable, error)
         && carry_out (&verify, count, error);
}

gboolean
sz_audit_verify_content (SzStore *store,
                         SzIssueList *issues,
                         GCancellable *cancellable,
                         GError **error)
{
  g_auto (Verify) verify = { 0 };

  g_return_val_if_fail (store != NULL && issues != NULL, FALSE);

  if (!init_verify (&verify, store, issues, cancellable, error))
    return FALSE;
  verify.content_alone = TRUE;
  return carry_out (&verify, NULL, error);
}

gboolean
sz_audit_verify_since (SzStore *store,
                       const SzDbBase *base,
                       SzIssueList *issues,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Verify) verify = { 0 };

  g_return_val_if_fail (store != NULL && base != NULL && issues != NULL, FALSE);

  if (!init_verify (&verify, store, issues, cancellable, error))
    return FALSE;
  verify.part = TRUE;
  verify.prev_seq = base->seq;
  g_free (verify.prev_hash);
  verify.prev_hash = g_strdup (base->hash);
  verify.last_change = base->last_change;
  return carry_out (&verify, NULL, error);
}
