/* test-store-people.c — people with their dated records, stored and read again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "store-fixture.h"

#include "sz-act.h"
#include "sz-audit.h"
#include "sz-person.h"

#include <string.h>

static void
test_round_trip (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzPersonFile) wanted = fixture_person (7);
  g_autoptr (SzPersonFile) found = NULL;
  g_autoptr (SzPersonFile) by_number = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 9);
  fixture_reopen (&fixture);
  found = sz_store_person_by_staff_no (fixture.store, "00007", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (found->person.name, ==, wanted->person.name);
  g_assert_cmpstr (found->person.note, ==, wanted->person.note);
  g_assert_cmpstr (found->person.id_number, ==, wanted->person.id_number);
  g_assert_cmpstr (found->person.pinyin, ==, "");
  g_assert_cmpint (found->person.sex, ==, SZ_SEX_MALE);
  g_assert_cmpint (found->person.birth_date, ==, 19900307);
  /* A month alone stays one. */
  g_assert_cmpint (found->person.work_start, ==, 20120700);
  g_assert_cmpint (found->person.original_retirement_age, ==, 60);
  g_assert_cmpint (found->person.row_version, ==, 1);
  g_assert_cmpuint (found->records->len, ==, 2);
  g_assert_cmpint (g_array_index (found->records, SzRecord, 1).from, ==, 20200100);
  g_assert_cmpstr (g_array_index (found->records, SzRecord, 1).value, ==, "professional-8");
  g_assert_cmpuint (found->services->len, ==, 1);
  g_assert_cmpint (g_array_index (found->services, SzService, 0).to, ==, SZ_DATE_NONE);
  by_number = sz_store_person_by_id_number (fixture.store, wanted->person.id_number, &error);
  g_assert_cmpint (by_number->person.id, ==, found->person.id);
  g_assert_null (sz_store_person_by_staff_no (fixture.store, "nobody", &error));
  g_assert_null (sz_store_person_by_id_number (fixture.store, "", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

static void
test_unique (void)
{
  static const char *const fields[] = { "staff_no", "id_number" };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 3);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (SzAct) act = fixture_act (&fixture, "edit");
      g_autoptr (SzPersonFile) file = fixture_person (50 + i);

      g_free (i == 0 ? file->person.staff_no : file->person.id_number);
      if (i == 0)
        file->person.staff_no = g_strdup ("00002");
      else
        file->person.id_number = g_strdup ("110101199000000002");
      g_assert_false (sz_store_person_insert (act, file, NULL, &error));
      g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_CONSTRAINT));
      fixture_assert_code (&error, "row.duplicate");
    }
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* 变更 adds a record, 更正 replaces one and the journal keeps the old. */
typedef struct
{
  guint n;
  char *before;
  char *after;
} History;

static gboolean
history_cb (const SzHistoryEntry *entry, gpointer user_data, GError **error)
{
  History *history = user_data;

  history->n++;
  g_free (history->before);
  g_free (history->after);
  history->before = g_strdup (entry->before);
  history->after = g_strdup (entry->after);
  return TRUE;
}

static void
test_change_and_correction (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (SzPersonFile) after = NULL;
  g_autoptr (GError) error = NULL;
  SzRecord change = { 0, 0, SZ_RECORD_DEPARTMENT, 20240901, (char *)"教务处" };
  SzRecord correction;
  History history = { 0 };
  SzPersonState state;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  file = sz_store_person_by_staff_no (fixture.store, "00001", &error);
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_record_change (act, file->person.id, &change, &error));
  correction = g_array_index (file->records, SzRecord, 0);
  correction.value = (char *)"汽车系";
  g_assert_true (sz_store_record_correct (act, file->person.id, &correction, &error));
  g_assert_cmpint (correction.row_version, ==, 2);
  fixture_commit (act);
  /* The same field and date again is no change. */
  change.id = 0;
  act = fixture_act (&fixture, "edit");
  g_assert_false (sz_store_record_change (act, file->person.id, &change, &error));
  fixture_assert_code (&error, "row.duplicate");
  sz_act_free (act);

  after = sz_store_person_by_staff_no (fixture.store, "00001", &error);
  sz_person_state_at ((SzRecord *)(gpointer)after->records->data, after->records->len,
                      (SzService *)(gpointer)after->services->data, after->services->len, 20240831,
                      &state);
  g_assert_cmpstr (state.department, ==, "汽车系");
  sz_person_state_at ((SzRecord *)(gpointer)after->records->data, after->records->len,
                      (SzService *)(gpointer)after->services->data, after->services->len, 20240901,
                      &state);
  g_assert_cmpstr (state.department, ==, "教务处");
  g_assert_true (sz_audit_history (fixture.store, "person_records", correction.id, history_cb,
                                   &history, &error));
  g_assert_cmpuint (history.n, ==, 2);
  g_assert_nonnull (strstr (history.before, "信息系"));
  g_assert_nonnull (strstr (history.after, "汽车系"));
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
  g_free (history.before);
  g_free (history.after);
}

static void
test_stale (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzPersonFile) mine = NULL;
  g_autoptr (SzPersonFile) theirs = NULL;
  g_autoptr (GError) error = NULL;
  SzPutResult result;
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 1);
  mine = sz_store_person_by_staff_no (fixture.store, "00001", &error);
  theirs = sz_store_person_by_staff_no (fixture.store, "00001", &error);
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_person_update (act, &theirs->person, NULL, &result, &error));
  g_assert_cmpint (result, ==, SZ_PUT_UNCHANGED);
  g_assert_cmpint (theirs->person.row_version, ==, 1);
  theirs->person.phone = (g_free (theirs->person.phone), g_strdup ("13800000000"));
  g_assert_true (sz_store_person_update (act, &theirs->person, NULL, &result, &error));
  g_assert_cmpint (result, ==, SZ_PUT_UPDATED);
  g_assert_cmpint (theirs->person.row_version, ==, 2);
  mine->person.phone = (g_free (mine->person.phone), g_strdup ("13900000000"));
  g_assert_false (sz_store_person_update (act, &mine->person, NULL, &result, &error));
  g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_STALE));
  fixture_assert_code (&error, "row.stale");
  fixture_commit (act);
  g_clear_pointer (&mine, sz_person_file_free);
  mine = sz_store_person_by_staff_no (fixture.store, "00001", &error);
  g_assert_cmpstr (mine->person.phone, ==, "13800000000");
}

static gboolean
collect_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  g_string_append_printf (user_data, "%s:%u:%u ", file->person.staff_no, file->records->len,
                          file->services->len);
  return TRUE;
}

static gboolean
stop_cb (const SzPersonFile *file, gpointer user_data, GError **error)
{
  if (++*(guint *)user_data < 2)
    return TRUE;
  return sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
}

static void
test_each_in_order (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SzPersonNames) names = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;
  gint64 count = 0;

  fixture_open (&fixture);
  fixture_people (&fixture, 20, 2);
  fixture_people (&fixture, 5, 1);
  g_assert_true (sz_store_people_each (fixture.store, collect_cb, text, &error));
  g_assert_cmpstr (text->str, ==, "00005:2:1 00020:2:1 00021:2:1 ");
  g_assert_false (sz_store_people_each (fixture.store, stop_cb, &n, &error));
  g_assert_cmpuint (n, ==, 2);
  fixture_assert_code (&error, "cancelled");
  names = sz_store_people_names (fixture.store, &error);
  g_assert_cmpuint (names->n_people, ==, 3);
  g_assert_cmpstr (names->people[0].staff_no, ==, "00005");
  g_assert_cmpstr (sz_person_names_find (names, "00021")->name, ==, "张21");
  g_assert_null (sz_person_names_find (names, "00022"));
  g_assert_true (sz_store_people_count (fixture.store, &count, &error));
  g_assert_cmpint (count, ==, 3);
}

static void
test_delete (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (SzPersonFile) again = NULL;
  g_autoptr (GError) error = NULL;
  SzAct *act;
  gint64 id;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 2);
  file = sz_store_person_by_staff_no (fixture.store, "00002", &error);
  id = file->person.id;
  act = fixture_act (&fixture, "edit");
  g_assert_true (sz_store_person_delete (act, id, 1, &error));
  fixture_commit (act);
  g_assert_null (sz_store_person_by_staff_no (fixture.store, "00002", &error));
  /* An id is never given twice. */
  fixture_people (&fixture, 2, 1);
  again = sz_store_person_by_staff_no (fixture.store, "00002", &error);
  g_assert_cmpint (again->person.id, >, id);
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/people/round-trip", test_round_trip);
  g_test_add_func ("/store/people/ppl-1/unique", test_unique);
  g_test_add_func ("/store/people/ppl-3/change-and-correction", test_change_and_correction);
  g_test_add_func ("/store/people/stale", test_stale);
  g_test_add_func ("/store/people/each-in-order", test_each_in_order);
  g_test_add_func ("/store/people/delete", test_delete);
  return g_test_run ();
}
