/* test-acts.c — every act that refuses leaves its row in the log, and nothing else (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"
#include "sz-demo.h"
#include "sz-import-batches.h"
#include "sz-import-learn.h"
#include "sz-params.h"
#include "sz-pay-act.h"
#include "sz-pay-edit.h"
#include "sz-person-act.h"

#include <string.h>

static gboolean
add_faulty (Fixture *fixture, GError **error)
{
  g_autoptr (SzPersonFile) file = sz_person_file_new ();
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();

  file->person.staff_no = g_strdup ("X1");
  return sz_office_person_add (fixture->office, file, issues, NULL, error);
}

static gboolean
add_twice (Fixture *fixture, GError **error)
{
  g_autoptr (SzPersonFile) file = sz_person_file_new ();
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();

  file->person.staff_no = g_strdup ("P1");
  file->person.name = g_strdup ("张三");
  file->person.id_number = fixture_id ("19800101", 7);
  return sz_office_person_add (fixture->office, file, issues, NULL, error);
}

static gboolean
edit_stale (Fixture *fixture, GError **error)
{
  g_autoptr (SzPersonFile) file = sz_office_person_load (fixture->office, 1, error);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();

  file->person.row_version += 5;
  g_free (file->person.name);
  file->person.name = g_strdup ("另一名");
  return sz_office_person_edit (fixture->office, &file->person, issues, NULL, error);
}

static gboolean
change_without_day (Fixture *fixture, GError **error)
{
  const SzRecord record = { .field = SZ_RECORD_DEPARTMENT, .value = (char *)"教务处" };

  return sz_office_record_change (fixture->office, 1, &record, NULL, error);
}

static gboolean
correct_unknown (Fixture *fixture, GError **error)
{
  const SzRecord record
      = { .id = 9999, .field = SZ_RECORD_DEPARTMENT, .from = 20200101, .value = (char *)"教务处" };

  return sz_office_record_correct (fixture->office, 1, &record, NULL, error);
}

static gboolean
set_reversed (Fixture *fixture, GError **error)
{
  const SzService service = { .from = 20200101, .to = 20190101 };

  return sz_office_service_set (fixture->office, 1, &service, NULL, error);
}

static gboolean
undo_unknown (Fixture *fixture, GError **error)
{
  return sz_office_undo (fixture->office, "no-such-act", NULL, error);
}

static gboolean
undo_unknown_import (Fixture *fixture, GError **error)
{
  return sz_office_import_undo (fixture->office, 999, NULL, error);
}

static gboolean
set_without_source (Fixture *fixture, GError **error)
{
  return sz_params_put (fixture->office, "pt.quota_rate", "0.2", 20250101, "", NULL, error);
}

static gboolean
set_nonsense (Fixture *fixture, GError **error)
{
  return sz_params_put (fixture->office, "pt.quota_rate", "viel", 20250101, "院发1号", NULL, error);
}

static gboolean
learn_nonsense (Fixture *fixture, GError **error)
{
  const SzImportMeaning meaning
      = { .table = SZ_TABLE_SEX, .text = (char *)"汉子", .code = (char *)"none" };

  return sz_office_import_learn (fixture->office, &meaning, 1, error);
}

static gboolean
compute_nothing (Fixture *fixture, GError **error)
{
  g_autofree char *path = fixture_write (fixture, "scheme.json", "{");
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  SzProgress progress = { NULL, NULL };

  return sz_office_pay_compute (fixture->office, path, SZ_PAY_STORE, issues, progress, NULL, error)
         != NULL;
}

static gboolean
rename_to_nothing (Fixture *fixture, GError **error)
{
  return sz_office_pay_rename (fixture->office, 1, "  ", error);
}

static gboolean
delete_unknown (Fixture *fixture, GError **error)
{
  return sz_office_pay_delete (fixture->office, 99, error);
}

static gboolean
fill_again (Fixture *fixture, GError **error)
{
  const SzDemoRequest request = { .people = 1, .year = 2025 };
  SzDemoReport report;
  SzProgress progress = { NULL, NULL };

  return sz_office_demo (fixture->office, &request, &report, progress, NULL, error);
}

static const struct
{
  const char *kind;
  const char *code;
  gboolean (*act) (Fixture *fixture, GError **error);
} acts[] = {
  { "person.add", "person.faulty", add_faulty },
  { "person.add", "row.duplicate", add_twice },
  { "person.edit", "row.stale", edit_stale },
  { "record.change", "date.invalid", change_without_day },
  { "record.correct", "row.stale", correct_unknown },
  { "service.set", "service.reversed", set_reversed },
  { "undo", "undo.unknown", undo_unknown },
  { "import.undo", "undo.unknown_batch", undo_unknown_import },
  { "param.set", "param.no_source", set_without_source },
  { "param.set", "param.invalid", set_nonsense },
  { "import.learn", "code.unknown", learn_nonsense },
  { "pay.compute", "scheme.faulty", compute_nothing },
  { "pay.rename", "run.name_missing", rename_to_nothing },
  { "pay.delete", "run.unknown", delete_unknown },
  { "demo", "demo.not_empty", fill_again },
};

static void
test_refused (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  small_import_handbook (fixture);
  before = fixture_dump (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *expected = g_strdup_printf ("%s 1 %s", acts[i].kind, acts[i].code);
      g_autofree char *logged = NULL;
      g_autofree char *code = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (acts[i].act (fixture, &error));
      code = sz_error_dup_code (error);
      g_assert_cmpstr (code, ==, acts[i].code);
      logged
          = fixture_text (fixture,
                          "SELECT kind || ' ' || refused || ' ' || json_extract (summary, '$.code')"
                          " FROM acts ORDER BY seq DESC LIMIT 1");
      g_assert_cmpstr (logged, ==, expected);
    }
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/acts/aud-1/refused", test_refused);
  return g_test_run ();
}
