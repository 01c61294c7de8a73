/* test-store-total.c — books of the year, advances, transfers, talents, timetables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include "sz-act.h"
#include "sz-store-timetable.h"
#include "sz-store-total.h"
#include "sz-undo.h"

/* A row of each kind, in one act; returns its id (transfer full). */
static char *
put_one_of_each (Fixture *fixture, gint64 batch)
{
  g_autoptr (SzPersonFile) file = sz_store_person_by_staff_no (fixture->store, "00001", NULL);
  const gint64 who = file->person.id;
  SzAct *act = fixture_act (fixture, "import.total");
  char *id = g_strdup (sz_act_get_id (act));
  SzLedgerRow ledger = { .year = 2025,
                         .month = 3,
                         .account = SZ_ACCOUNT_X3,
                         .source = (char *)"training",
                         .document = (char *)"〔2025〕1号",
                         .amount_fen = 174000000,
                         .batch_id = batch,
                         .source_row = 4 };
  SzAdvanceRow advance
      = { .person_id = who, .year = 2025, .month = 6, .amount_fen = 100000, .batch_id = batch };
  SzWithholdingRow withheld = { .person_id = who,
                                .year = 2025,
                                .month = 6,
                                .tax_fen = 1234,
                                .other_fen = 5600,
                                .batch_id = batch };
  SzTransferRow transfer = { .person_id = who,
                             .year = 2025,
                             .project = (char *)"夹具",
                             .registration_no = (char *)"2025370001",
                             .net_fen = 60000000,
                             .ratio_x1e4 = 7000,
                             .share_x1e4 = 6000,
                             .is_main = TRUE,
                             .batch_id = batch };
  SzTalentRow talent = { .person_id = who,
                         .year = 2025,
                         .mode = SZ_PAY_REGIME_AGREED,
                         .amount_fen = 60000000,
                         .approval = (char *)"〔2025〕2号",
                         .batch_id = batch };
  SzTimetableRow lesson = { .person_id = who,
                            .term = (char *)"2025春",
                            .weekday = 3,
                            .period = (char *)"1-2",
                            .week_from = 1,
                            .week_to = 17,
                            .weeks = SZ_WEEKS_ODD,
                            .course = (char *)"数控编程",
                            .class_name = (char *)"24级3班",
                            .batch_id = batch };
  GError *error = NULL;

  g_assert_true (sz_store_ledger_put (act, &ledger, SZ_PUT_INSERT, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sz_store_advance_put (act, &advance, SZ_PUT_INSERT, NULL, NULL));
  g_assert_true (sz_store_withholding_put (act, &withheld, SZ_PUT_INSERT, NULL, NULL));
  g_assert_true (sz_store_transfer_put (act, &transfer, SZ_PUT_INSERT, NULL, NULL));
  g_assert_true (sz_store_talent_put (act, &talent, SZ_PUT_INSERT, NULL, NULL));
  g_assert_true (sz_store_timetable_put (act, &lesson, SZ_PUT_INSERT, NULL, NULL));
  fixture_commit (act);
  return id;
}

static void
test_round_trip (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *act = NULL;
  g_autoptr (GArray) ledger = NULL;
  g_autoptr (GArray) withheld = NULL;
  g_autoptr (GArray) transfers = NULL;
  g_autoptr (GArray) talents = NULL;
  g_autoptr (GArray) lessons = NULL;
  g_autoptr (GArray) other_year = NULL;

  fixture_open (&fixture);
  act = put_one_of_each (&fixture, fixture_people (&fixture, 1, 2));
  fixture_reopen (&fixture);
  ledger = sz_store_ledger_list (fixture.store, SZ_ROWS_OF_YEAR (2025), NULL);
  g_assert_cmpuint (ledger->len, ==, 1);
  g_assert_cmpint (g_array_index (ledger, SzLedgerRow, 0).account, ==, SZ_ACCOUNT_X3);
  g_assert_cmpstr (g_array_index (ledger, SzLedgerRow, 0).source, ==, "training");
  g_assert_cmpstr (g_array_index (ledger, SzLedgerRow, 0).document, ==, "〔2025〕1号");
  g_assert_cmpint (g_array_index (ledger, SzLedgerRow, 0).amount_fen, ==, 174000000);
  g_assert_cmpint (g_array_index (ledger, SzLedgerRow, 0).source_row, ==, 4);
  withheld = sz_store_withholding_list (fixture.store, SZ_ROWS_ALL, NULL);
  g_assert_cmpint (g_array_index (withheld, SzWithholdingRow, 0).other_fen, ==, 5600);
  transfers = sz_store_transfer_list (fixture.store, SZ_ROWS_ALL, NULL);
  g_assert_true (g_array_index (transfers, SzTransferRow, 0).is_main);
  g_assert_cmpint (g_array_index (transfers, SzTransferRow, 0).share_x1e4, ==, 6000);
  talents = sz_store_talent_list (fixture.store, SZ_ROWS_ALL, NULL);
  g_assert_cmpint (g_array_index (talents, SzTalentRow, 0).mode, ==, SZ_PAY_REGIME_AGREED);
  lessons = sz_store_timetable_list (fixture.store, SZ_ROWS_ALL, NULL);
  g_assert_cmpint (g_array_index (lessons, SzTimetableRow, 0).weeks, ==, SZ_WEEKS_ODD);
  g_assert_cmpstr (g_array_index (lessons, SzTimetableRow, 0).class_name, ==, "24级3班");
  other_year = sz_store_advance_list (fixture.store, SZ_ROWS_OF_YEAR (2024), NULL);
  g_assert_cmpuint (other_year->len, ==, 0);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* Natural keys: the same once more is refused or compared. */
static void
test_keys (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *first = NULL;
  g_autoptr (SzAct) act = NULL;
  g_autoptr (GError) error = NULL;
  SzPutResult result = SZ_PUT_INSERTED;
  SzLedgerRow row = { .year = 2025,
                      .month = 3,
                      .account = SZ_ACCOUNT_X3,
                      .source = (char *)"training",
                      .document = (char *)"〔2025〕1号",
                      .amount_fen = 1 };

  fixture_open (&fixture);
  first = put_one_of_each (&fixture, fixture_people (&fixture, 1, 2));
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_ledger_put (act, &row, SZ_PUT_UPDATE, &result, NULL));
  g_assert_cmpint (result, ==, SZ_PUT_UPDATED);
  g_assert_true (sz_store_ledger_put (act, &row, SZ_PUT_UPDATE, &result, NULL));
  g_assert_cmpint (result, ==, SZ_PUT_UNCHANGED);
  row.id = 0;
  g_assert_false (sz_store_ledger_put (act, &row, SZ_PUT_INSERT, &result, &error));
  fixture_assert_code (&error, "row.duplicate");
}

/* They are journalled like everything else: verify covers them, undo takes them back. */
static void
test_undo_and_tamper (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *left = NULL;
  SzAct *act;
  gint64 n = 0;

  fixture_open (&fixture);
  first = put_one_of_each (&fixture, fixture_people (&fixture, 1, 2));
  fixture_sql (fixture.path, "UPDATE talents SET amount_fen = amount_fen + 1");
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), >, 0);
  fixture_sql (fixture.path, "UPDATE talents SET amount_fen = amount_fen - 1");
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
  act = fixture_act (&fixture, "undo");
  g_assert_true (sz_undo_act (act, first, &n, NULL));
  g_assert_cmpint (n, ==, 6);
  fixture_commit (act);
  left = fixture_query (fixture.path, "SELECT (SELECT count(*) FROM pay_ledger) + (SELECT count(*) "
                                      "FROM timetable) + (SELECT count(*) FROM transfers)");
  g_assert_cmpstr (left, ==, "0");
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/pay-1/round-trip", test_round_trip);
  g_test_add_func ("/store/pay-1/keys", test_keys);
  g_test_add_func ("/store/pay-1/aud-1/undo-and-tamper", test_undo_and_tamper);
  return g_test_run ();
}
