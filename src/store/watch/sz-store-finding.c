/* sz-store-finding.c — what scans found 监督发现 (RULE aud-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-finding.h"

#include "sz-row-table.h"
#include "sz-store-private.h"

#define AT(member) G_STRUCT_OFFSET (SzFindingRow, finding.member)

static const SzColumn finding_columns[] = {
  { "no", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, AT (no), 0 },
  { "kind", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, AT (kind), 0 },
  { "subject", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, AT (subject), 0 },
  { "gravity", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, AT (gravity), 0 },
  { "size", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, AT (size), 0 },
  { "facts", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, AT (facts), 0 },
  { "staff_no", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, AT (staff_no), 0 },
  { "office", SZ_COLUMN_TEXT, SZ_COLUMN_PLAIN, AT (office), 0 },
  { "present", SZ_COLUMN_BOOL, SZ_COLUMN_PLAIN, AT (present), 0 },
  { "reopened", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, AT (reopened), 0 },
  { "first_seen", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, AT (first_seen), 0 },
  { "last_seen", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, AT (last_seen), 0 },
  { "accepted_size", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, AT (accepted_size), 0 },
  { "accepted_gravity", SZ_COLUMN_INT, SZ_COLUMN_PLAIN, AT (accepted_gravity), 0 },
};

const SzRowType sz_finding_type
    = { SZ_ROW_TYPE ("findings", SzFindingRow, finding_columns), .stays = TRUE };

SZ_ROW_DEFINE (SzFindingRow, sz_store_finding, sz_finding_type)

static const SzColumn scan_columns[] = {
  { "act_id", SZ_COLUMN_TEXT, SZ_COLUMN_KEY, G_STRUCT_OFFSET (SzFindingScan, act_id), 0 },
  { "date", SZ_COLUMN_DATE, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFindingScan, date), 0 },
  { "n_present", SZ_COLUMN_INT64, SZ_COLUMN_PLAIN, G_STRUCT_OFFSET (SzFindingScan, n_present), 0 },
};

const SzRowType sz_finding_scan_type
    = { SZ_ROW_TYPE ("finding_scans", SzFindingScan, scan_columns), .stays = TRUE };

SZ_ROW_DEFINE (SzFindingScan, sz_store_finding_scan, sz_finding_scan_type)

gboolean
sz_store_finding_by_no (
    SzStore *store, gint64 no, SzFindingRow *row, gboolean *found, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gint64 id = 0;

  g_return_val_if_fail (store != NULL && row != NULL && found != NULL, FALSE);
  stmt = sz_db_prepare (store->db, "SELECT id FROM findings WHERE no = $1", error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, no);
  if (!sz_stmt_step (stmt, found, error))
    return FALSE;
  id = *found ? sz_stmt_int (stmt, 0) : 0;
  return id == 0 || sz_store_finding_get (store, id, row, found, error);
}

gboolean
sz_store_finding_last_no (SzStore *store, gint64 *no, GError **error)
{
  g_return_val_if_fail (store != NULL && no != NULL, FALSE);
  return sz_db_query_int (store->db, "SELECT max(no) FROM findings", 0, no, error);
}

gboolean
sz_store_finding_last_scan (SzStore *store, SzDate *day, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (store != NULL && day != NULL, FALSE);
  stmt
      = sz_db_prepare (store->db, "SELECT date FROM finding_scans ORDER BY id DESC LIMIT 1", error);
  if (stmt == NULL || !sz_stmt_step (stmt, &row, error))
    return FALSE;
  *day = row ? sz_date_from_text (sz_stmt_text (stmt, 0)) : SZ_DATE_NONE;
  return TRUE;
}
