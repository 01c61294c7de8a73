/* test-audit.c — verify finds whatever was changed, removed or reordered (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include <string.h>

#include "sz-audit.h"

/* What a tamperer does to a college of three people, and what verify must say first. */
static const struct
{
  const char *path;
  const char *sql;
  const char *code;
} tampers[] = {
  { "/store/aud-1/act-changed", "UPDATE acts SET who = '李四' WHERE seq = 2", "audit.act_changed" },
  { "/store/aud-1/act-summary", "UPDATE acts SET summary = '{\"a\":1}' WHERE seq = 1",
    "audit.act_changed" },
  { "/store/aud-1/act-removed", "DELETE FROM acts WHERE seq = 2", "audit.act_removed" },
  { "/store/aud-1/tail-removed",
    "DELETE FROM acts WHERE seq = 4;"
    "DELETE FROM changes WHERE act_seq = 4",
    "audit.tail_removed" },
  { "/store/aud-1/act-reordered",
    "UPDATE acts SET seq = 99 WHERE seq = 2; UPDATE acts SET seq = 2 WHERE seq = 3;"
    "UPDATE acts SET seq = 3 WHERE seq = 99",
    "audit.act_changed" },
  { "/store/aud-1/link-changed", "UPDATE acts SET prev_hash = hash WHERE seq = 3",
    "audit.act_changed" },
  { "/store/aud-1/head-changed", "UPDATE act_heads SET hash = 'x'", "audit.head_changed" },
  { "/store/aud-1/head-removed", "DELETE FROM act_heads", "audit.head_changed" },
  { "/store/aud-1/journal-before", "UPDATE changes SET before = '{}' WHERE id = 4",
    "audit.journal_changed" },
  { "/store/aud-1/journal-after",
    "UPDATE changes SET after = replace (after, '00001', '00009') WHERE id = 4",
    "audit.journal_changed" },
  { "/store/aud-1/journal-removed", "DELETE FROM changes WHERE id = 5", "audit.journal_changed" },
  { "/store/aud-1/journal-reordered",
    "UPDATE changes SET id = 99 WHERE id = 5; UPDATE changes SET id = 5 WHERE id = 6;"
    "UPDATE changes SET id = 6 WHERE id = 99",
    "audit.journal_changed" },
  { "/store/aud-1/journal-extra",
    "INSERT INTO changes SELECT 9999, 4, table_name, row_id, row_version, op, before, after"
    " FROM changes WHERE id = 4",
    "audit.journal_extra" },
  { "/store/aud-1/row-changed", "UPDATE people SET name = '李四' WHERE id = 2",
    "audit.row_changed" },
  { "/store/aud-1/row-version", "UPDATE people SET row_version = 7 WHERE id = 2",
    "audit.row_changed" },
  { "/store/aud-1/row-removed", "DELETE FROM person_records WHERE id = 3", "audit.row_removed" },
  { "/store/aud-1/row-added",
    "INSERT INTO services (id, row_version, changed_at, changed_by, person_id, from_date, to_date,"
    " ended_as) VALUES (99, 1, '', '', 1, '2001-01-01', '2002-01-01', 'left')",
    "audit.row_added" },
  { "/store/aud-1/setting-changed", "UPDATE settings SET value = '别的学院' WHERE key = 'college'",
    "audit.row_changed" },
  { "/store/aud-1/number-lowered", "UPDATE row_ids SET last_id = 1 WHERE table_name = 'people'",
    "audit.numbers_changed" },
  { "/store/aud-1/number-raised",
    "UPDATE row_ids SET last_id = 9223372036854775806 WHERE table_name = 'people'",
    "audit.numbers_changed" },
  { "/store/aud-1/number-removed", "DELETE FROM row_ids WHERE table_name = 'services'",
    "audit.numbers_changed" },
  { "/store/aud-1/schema-script", "UPDATE schema_versions SET script = 'x.sql' WHERE version = 3",
    "audit.schema_changed" },
  { "/store/aud-1/schema-hash", "UPDATE schema_versions SET sha256 = '' WHERE version = 1",
    "audit.schema_changed" },
  { "/store/aud-1/schema-version-removed", "DELETE FROM schema_versions WHERE version = 2",
    "audit.schema_changed" },
  { "/store/aud-1/stray-run",
    "INSERT INTO pay_lines (run_id, place, part, points_x1e6, amount_fen, remainder_fen, terms)"
    " VALUES (5, 0, 0, 0, 100, 0, '')",
    "audit.run_changed" },
};

static void
test_tamper (gconstpointer data)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *code = NULL;
  guint i = GPOINTER_TO_UINT (data);

  fixture_open (&fixture);
  for (guint n = 1; n <= 3; n++)
    fixture_people (&fixture, n, 1);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
  g_clear_pointer (&fixture.store, sz_store_free);
  fixture_sql (fixture.path, tampers[i].sql);
  fixture_reopen (&fixture);
  g_assert_cmpuint (fixture_verify (fixture.store, &code), >=, 1);
  g_assert_cmpstr (code, ==, tampers[i].code);
}

/* A tamperer who knows the chain: the hash of a changed act is recomputed, and the next one's link
 * gives it away; the last one's is given away by the head. */
static void
test_recomputed (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  g_autofree char *code = NULL;
  SzAuditCount count;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  fixture_people (&fixture, 2, 1);
  g_assert_true (sz_audit_verify (fixture.store, issues, &count, NULL, &error));
  g_assert_cmpint (count.n_acts, ==, 3);
  g_assert_cmpint (count.n_changes, ==, 14);
  /* Two settings, two batches, two people with two records and a service each. */
  g_assert_cmpint (count.n_rows, ==, 12);
  head = fixture_query (fixture.path, "SELECT hash FROM acts ORDER BY seq DESC LIMIT 1");
  g_assert_cmpstr (count.head, ==, head);
  /* Act 2 replaced by a copy of act 3 with its own valid hash: the links do not fit. */
  g_clear_pointer (&fixture.store, sz_store_free);
  fixture_sql (fixture.path, "UPDATE acts SET prev_hash = (SELECT hash FROM acts WHERE seq = 1),"
                             " hash = '0' WHERE seq = 3");
  fixture_reopen (&fixture);
  g_assert_cmpuint (fixture_verify (fixture.store, &code), ==, 2);
  g_assert_cmpstr (code, ==, "audit.act_changed");
}

static void
test_many_faults (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  guint last;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1200);
  g_clear_pointer (&fixture.store, sz_store_free);
  fixture_sql (fixture.path, "UPDATE people SET name = 'x'");
  fixture_reopen (&fixture);
  g_assert_true (sz_audit_verify (fixture.store, issues, NULL, NULL, &error));
  last = sz_issue_list_length (issues) - 1;
  g_assert_cmpuint (last, ==, 1000);
  g_assert_cmpstr (sz_issue_list_get (issues, 0)->code, ==, "audit.row_changed");
  g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (issues, 0), "table"), ==, "people");
  g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (issues, 0), "id"), ==, "1");
  g_assert_cmpstr (sz_issue_list_get (issues, last)->code, ==, "audit.more");
  g_assert_cmpstr (sz_issue_arg (sz_issue_list_get (issues, last), "count"), ==, "200");
}

static void
test_cancel (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1500);
  g_cancellable_cancel (cancellable);
  g_assert_false (sz_audit_verify (fixture.store, issues, NULL, cancellable, &error));
  fixture_assert_code (&error, "cancelled");
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tampers); i++)
    g_test_add_data_func (tampers[i].path, GUINT_TO_POINTER (i), test_tamper);
  g_test_add_func ("/store/aud-1/recomputed", test_recomputed);
  g_test_add_func ("/store/aud-1/many-faults", test_many_faults);
  g_test_add_func ("/store/aud-1/cancel", test_cancel);
  return g_test_run ();
}
