/* test-person-act.c — people entered by hand: change and correction apart, undo, and the history
 * that is left (RULE ppl-1, ppl-3, aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "college-small.h"
#include "sz-person-act.h"
#include "sz-person-reveal.h"
#include "sz-view-history.h"

#define TODAY 20260108
/* Women by their 17th digit. */
#define ID_A "11010519491231002X"
#define ID_B "440524188001010014"

static void
assert_code (const GError *error, SzErrorRemedy remedy, const char *code)
{
  g_autofree char *given = NULL;

  g_assert_error (error, SZ_ERROR, (int)remedy);
  given = sz_error_dup_code (error);
  g_assert_cmpstr (given, ==, code);
}

static SzPersonFile *
make_file (const char *staff_no, const char *id_number)
{
  SzPersonFile *file = sz_person_file_new ();
  SzRecord record = { .field = SZ_RECORD_DEPARTMENT, .from = 20100701 };
  SzService service = { .from = 20100701 };

  file->person.staff_no = g_strdup (staff_no);
  file->person.name = g_strdup ("张三");
  file->person.id_number = g_strdup (id_number);
  record.value = g_strdup ("教务处");
  g_array_append_val (file->records, record);
  g_array_append_val (file->services, service);
  return file;
}

/* The id of the new person; the id of the act for @act_id. */
static gint64
add_person (Fixture *fixture, const char *staff_no, const char *id_number, char **act_id)
{
  g_autoptr (SzPersonFile) file = make_file (staff_no, id_number);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;

  sz_office_person_add (fixture->office, file, issues, act_id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (file->person.id, >, 0);
  return file->person.id;
}

static SzPersonFile *
load (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  SzPersonFile *file = sz_office_person_load (fixture->office, id, &error);

  g_assert_no_error (error);
  return file;
}

/* RULE ppl-1: what one types is checked as what one imports. */
static void
test_check (void)
{
  static const struct
  {
    const char *staff_no;
    const char *name;
    const char *id_number;
    SzSex sex;
    SzDate birth;
    SzDate work_start;
    const char *code; /* NULL: sound */
    const char *column;
  } cases[] = {
    { "1001", "张三", ID_A, SZ_SEX_UNKNOWN, 0, 0, NULL, NULL },
    { "1001", "张三", ID_A, SZ_SEX_FEMALE, 19491231, 0, NULL, NULL },
    { "1001", "张三", "11010519491231002x", SZ_SEX_UNKNOWN, 0, TODAY, NULL, NULL },
    { "1001", "张三", ID_A, SZ_SEX_UNKNOWN, 19491200, 0, NULL, NULL }, /* the month alone agrees */
    { "", "张三", ID_A, SZ_SEX_UNKNOWN, 0, 0, "required.missing", "工号" },
    { "1001", NULL, ID_A, SZ_SEX_UNKNOWN, 0, 0, "required.missing", "姓名" },
    { "1001", "张三", "", SZ_SEX_UNKNOWN, 0, 0, "required.missing", "身份证号" },
    { "1001", "张三", "110105194912310021", SZ_SEX_UNKNOWN, 0, 0, "idcard.checksum", "身份证号" },
    { "1001", "张三", "11010519491331002X", SZ_SEX_UNKNOWN, 0, 0, "idcard.birthdate", "身份证号" },
    { "1001", "张三", "110105194912310000", SZ_SEX_UNKNOWN, 0, 0, "idcard.damaged", "身份证号" },
    { "1001", "张三", ID_A, SZ_SEX_MALE, 0, 0, "idcard.mismatch", "性别" },
    { "1001", "张三", ID_A, SZ_SEX_UNKNOWN, 19491230, 0, "idcard.mismatch", "出生日期" },
    { "1001", "张三", ID_A, SZ_SEX_UNKNOWN, 19491100, 0, "idcard.mismatch", "出生日期" },
    { "1001", "张三", ID_A, SZ_SEX_UNKNOWN, 19481200, 0, "idcard.mismatch", "出生日期" },
    { "1001", "张三", ID_A, SZ_SEX_UNKNOWN, 0, TODAY + 1, "date.future", "参加工作日期" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzPersonFile) file = sz_person_file_new ();
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      SzPerson *person = &file->person;

      g_test_message ("case %u", (guint)i);
      person->staff_no = g_strdup (cases[i].staff_no);
      person->name = g_strdup (cases[i].name);
      person->id_number = g_strdup (cases[i].id_number);
      person->sex = cases[i].sex;
      person->birth_date = cases[i].birth;
      person->work_start = cases[i].work_start;
      sz_person_check (person, TODAY, issues);
      if (cases[i].code == NULL)
        {
          g_assert_cmpuint (sz_issue_list_length (issues), ==, 0);
          g_assert_cmpstr (person->id_number, ==, ID_A);
          g_assert_cmpint (person->sex, ==, SZ_SEX_FEMALE);
          g_assert_cmpint (person->birth_date, ==, 19491231);
          continue;
        }
      g_assert_cmpuint (sz_issue_list_length (issues), ==, 1);
      g_assert_cmpstr (sz_issue_list_get (issues, 0)->code, ==, cases[i].code);
      g_assert_cmpstr (sz_issue_list_get (issues, 0)->column, ==, cases[i].column);
    }
}

/* A refused entry leaves nothing, one that goes through can be taken back by its act. */
static void
test_add (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *empty = fixture_dump (fixture);
  g_autofree char *after_refusal = NULL;
  g_autofree char *after_undo = NULL;
  g_autofree char *act = NULL;
  g_autoptr (SzPersonFile) faulty = make_file ("1001", "110105194912310021");
  g_autoptr (SzPersonFile) twin = make_file ("1002", ID_A);
  g_autoptr (SzPersonFile) stored = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzIssueList) none = sz_issue_list_new ();
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) duplicate = NULL;
  g_autoptr (GError) again = NULL;
  g_autoptr (GError) gone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_rows = 0;
  gint64 id;

  g_assert_false (sz_office_person_add (fixture->office, faulty, issues, NULL, &refused));
  assert_code (refused, SZ_ERROR_REFUSED, "person.faulty");
  g_assert_cmpstr (sz_issue_list_get (issues, 0)->code, ==, "idcard.checksum");
  after_refusal = fixture_dump (fixture);
  g_assert_cmpstr (after_refusal, ==, empty);

  id = add_person (fixture, "1001", ID_A, &act);
  stored = load (fixture, id);
  g_assert_cmpint (stored->person.birth_date, ==, 19491231);
  g_assert_cmpuint (stored->records->len, ==, 1);
  g_assert_cmpuint (stored->services->len, ==, 1);
  g_assert_false (sz_office_person_add (fixture->office, twin, none, NULL, &duplicate));
  assert_code (duplicate, SZ_ERROR_CONSTRAINT, "row.duplicate");

  g_assert_true (sz_office_undo (fixture->office, act, &n_rows, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n_rows, ==, 3);
  after_undo = fixture_dump (fixture);
  g_assert_cmpstr (after_undo, ==, empty);
  g_assert_null (sz_office_person_load (fixture->office, id, &gone));
  assert_code (gone, SZ_ERROR_STALE, "person.unknown");
  /* The undo itself is the change since. */
  g_assert_false (sz_office_undo (fixture->office, act, NULL, &again));
  assert_code (again, SZ_ERROR_REFUSED, "undo.changed_since");
}

/* What was taken back is done again by taking back the taking back, and can be taken back anew. */
static void
test_redo (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autofree char *empty = fixture_dump (fixture);
  g_autofree char *act = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autofree char *gone = NULL;
  g_autoptr (SzPersonFile) again = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_rows = 0;
  gint64 id = add_person (fixture, "1001", ID_A, &act);

  sz_office_undo_act (fixture->office, act, &n_rows, &undo, &error);
  g_assert_no_error (error);
  sz_office_undo_act (fixture->office, undo, &n_rows, &redo, &error);
  g_assert_no_error (error);
  again = load (fixture, id);
  g_assert_cmpint (again->person.birth_date, ==, 19491231);
  g_assert_cmpuint (again->records->len, ==, 1);
  g_assert_cmpuint (again->services->len, ==, 1);
  sz_office_undo_act (fixture->office, redo, &n_rows, NULL, &error);
  g_assert_no_error (error);
  gone = fixture_dump (fixture);
  g_assert_cmpstr (gone, ==, empty);
}

/* What is not dated is corrected under its version; a window that saw an older one is told. */
static void
test_edit (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint64 id = add_person (fixture, "1001", ID_A, NULL);
  g_autoptr (SzPersonFile) mine = load (fixture, id);
  g_autoptr (SzPersonFile) theirs = load (fixture, id);
  g_autoptr (SzPersonFile) stored = NULL;
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) stale = NULL;
  g_autoptr (GError) refused = NULL;

  g_free (mine->person.name);
  mine->person.name = g_strdup ("张珊");
  g_assert_true (sz_office_person_edit (fixture->office, &mine->person, issues, NULL, &error));
  g_assert_no_error (error);
  g_free (theirs->person.phone);
  theirs->person.phone = g_strdup ("13800000000");
  g_assert_false (sz_office_person_edit (fixture->office, &theirs->person, issues, NULL, &stale));
  assert_code (stale, SZ_ERROR_STALE, "row.stale");
  g_free (mine->person.name);
  mine->person.name = g_strdup ("");
  g_assert_false (sz_office_person_edit (fixture->office, &mine->person, faults, NULL, &refused));
  assert_code (refused, SZ_ERROR_REFUSED, "person.faulty");
  stored = load (fixture, id);
  g_assert_cmpstr (stored->person.name, ==, "张珊");
  g_assert_cmpstr (stored->person.phone, ==, "");
}

static SzRecord *
get_record (SzPersonFile *file, guint index)
{
  g_assert_cmpuint (index, <, file->records->len);
  return &g_array_index (file->records, SzRecord, index);
}

/* RULE ppl-3: a change adds from a date on, a correction replaces, undo brings the old back. */
static void
test_records (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint64 id = add_person (fixture, "1001", ID_A, NULL);
  SzRecord change = { .field = SZ_RECORD_DEPARTMENT, .from = 20240901, .value = (char *)"机械系" };
  SzRecord undated = { .field = SZ_RECORD_DEPARTMENT, .value = (char *)"信息系" };
  SzRecord correction;
  g_autofree char *act = NULL;
  g_autoptr (SzPersonFile) changed = NULL;
  g_autoptr (SzPersonFile) corrected = NULL;
  g_autoptr (SzPersonFile) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) no_date = NULL;
  g_autoptr (GError) duplicate = NULL;
  g_autoptr (GError) stale = NULL;

  g_assert_false (sz_office_record_change (fixture->office, id, &undated, NULL, &no_date));
  assert_code (no_date, SZ_ERROR_FORMAT, "date.invalid");
  sz_office_record_change (fixture->office, id, &change, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (sz_office_record_change (fixture->office, id, &change, NULL, &duplicate));
  assert_code (duplicate, SZ_ERROR_CONSTRAINT, "row.duplicate");
  changed = load (fixture, id);
  g_assert_cmpuint (changed->records->len, ==, 2);
  g_assert_cmpstr (get_record (changed, 0)->value, ==, "教务处");
  g_assert_cmpstr (get_record (changed, 1)->value, ==, "机械系");

  correction = *get_record (changed, 1);
  correction.value = (char *)"信息系";
  correction.from = 20241001;
  sz_office_record_correct (fixture->office, id, &correction, &act, &error);
  g_assert_no_error (error);
  corrected = load (fixture, id);
  g_assert_cmpuint (corrected->records->len, ==, 2);
  g_assert_cmpstr (get_record (corrected, 1)->value, ==, "信息系");
  g_assert_cmpint (get_record (corrected, 1)->from, ==, 20241001);
  /* The same version once more is an old one. */
  g_assert_false (sz_office_record_correct (fixture->office, id, &correction, NULL, &stale));
  assert_code (stale, SZ_ERROR_STALE, "row.stale");

  sz_office_undo (fixture->office, act, NULL, &error);
  g_assert_no_error (error);
  undone = load (fixture, id);
  g_assert_cmpstr (get_record (undone, 1)->value, ==, "机械系");
  g_assert_cmpint (get_record (undone, 1)->from, ==, 20240901);
}

/* RULE ppl-3, ppl-7: leaving ends a service, returning opens another. */
static void
test_service (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint64 id = add_person (fixture, "1001", ID_A, NULL);
  g_autoptr (SzPersonFile) file = load (fixture, id);
  g_autoptr (SzPersonFile) stored = NULL;
  SzService service = g_array_index (file->services, SzService, 0);
  SzService back = { .from = 20250301 };
  SzPersonState state;
  g_autoptr (GError) reversed = NULL;
  g_autoptr (GError) error = NULL;

  service.to = 20100630;
  service.ended_as = SZ_SERVICE_RETIRED;
  g_assert_false (sz_office_service_set (fixture->office, id, &service, NULL, &reversed));
  assert_code (reversed, SZ_ERROR_REFUSED, "service.reversed");
  /* The month alone begins with the day. */
  service.to = 20240600;
  sz_office_service_set (fixture->office, id, &service, NULL, &error);
  g_assert_no_error (error);
  sz_office_service_set (fixture->office, id, &back, NULL, &error);
  g_assert_no_error (error);
  stored = load (fixture, id);
  g_assert_cmpuint (stored->services->len, ==, 2);
  sz_person_state_at ((const SzRecord *)(gpointer)stored->records->data, stored->records->len,
                      (const SzService *)(gpointer)stored->services->data, stored->services->len,
                      20241231, &state);
  g_assert_false (state.in_service);
  g_assert_cmpint (state.service_state, ==, SZ_SERVICE_RETIRED);
  sz_person_state_at ((const SzRecord *)(gpointer)stored->records->data, stored->records->len,
                      (const SzService *)(gpointer)stored->services->data, stored->services->len,
                      20250301, &state);
  g_assert_true (state.in_service);
}

/* ---- history ---- */

static void
assert_event (const GPtrArray *events,
              guint index,
              SzEventType type,
              const char *subject,
              const char *before,
              const char *after,
              SzDate from)
{
  const SzPersonEvent *event = g_ptr_array_index (events, index);

  g_assert_cmpint (event->type, ==, type);
  g_assert_cmpstr (event->subject, ==, subject);
  g_assert_cmpstr (event->before, ==, before);
  g_assert_cmpstr (event->after, ==, after);
  g_assert_cmpint (event->from, ==, from);
  g_assert_cmpstr (event->who, ==, "测试");
  g_assert_true (g_str_has_prefix (event->at, "2026-01-08T02:03:04"));
}

static GPtrArray *
read_events (Fixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *events = sz_view_person_events (fixture->office, id, &error);

  g_assert_no_error (error);
  return events;
}

/* The latest first: what changed, what was corrected, from what to what, and by which act. */
static void
test_events (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint64 other = add_person (fixture, "1000", ID_B, NULL);
  gint64 id = add_person (fixture, "1001", ID_A, NULL);
  g_autoptr (SzPersonFile) file = load (fixture, id);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) others = NULL;
  SzRecord change = { .field = SZ_RECORD_DEPARTMENT, .from = 20240901, .value = (char *)"机械系" };
  SzRecord correction = *get_record (file, 0);
  SzService service = g_array_index (file->services, SzService, 0);

  file->person.phone = (g_free (file->person.phone), g_strdup ("13800000000"));
  file->person.original_retirement_age = 55;
  sz_office_person_edit (fixture->office, &file->person, issues, NULL, &error);
  g_assert_no_error (error);
  file->person.phone = (g_free (file->person.phone), g_strdup (""));
  sz_office_person_edit (fixture->office, &file->person, issues, NULL, &error);
  g_assert_no_error (error);
  sz_office_record_change (fixture->office, id, &change, NULL, &error);
  g_assert_no_error (error);
  correction.value = (char *)"总务处";
  sz_office_record_correct (fixture->office, id, &correction, NULL, &error);
  g_assert_no_error (error);
  service.to = 20251231;
  service.ended_as = SZ_SERVICE_LEFT;
  sz_office_service_set (fixture->office, id, &service, NULL, &error);
  g_assert_no_error (error);

  events = read_events (fixture, id);
  assert_event (events, 0, SZ_EVENT_CORRECTED, "service", "", "2025-12-31", 20100701);
  assert_event (events, 1, SZ_EVENT_CORRECTED, "department", "教务处", "总务处", 20100701);
  assert_event (events, 2, SZ_EVENT_CHANGED, "department", "", "机械系", 20240901);
  assert_event (events, 3, SZ_EVENT_CORRECTED, "phone", "13800000000", "", 0);
  g_assert_true (((const SzPersonEvent *)events->pdata[2])->is_record);
  g_assert_cmpstr (((const SzPersonEvent *)events->pdata[2])->kind, ==, "record.change");
  g_assert_false (((const SzPersonEvent *)events->pdata[3])->is_record);
  g_assert_cmpuint (events->len, ==, 4 + 2 + 3); /* + phone and age entered, the person entered */
  others = read_events (fixture, other);
  g_assert_cmpuint (others->len, ==, 3);
}

/* What was taken back is in the history still, and nothing is there twice. */
static void
test_events_undone (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  gint64 id = add_person (fixture, "1001", ID_A, NULL);
  SzRecord change = { .field = SZ_RECORD_TITLE, .from = 20240901, .value = (char *)"033" };
  g_autofree char *act = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = NULL;

  sz_office_record_change (fixture->office, id, &change, &act, &error);
  g_assert_no_error (error);
  sz_office_undo (fixture->office, act, NULL, &error);
  g_assert_no_error (error);
  events = read_events (fixture, id);
  g_assert_cmpuint (events->len, ==, 5);
  assert_event (events, 0, SZ_EVENT_REMOVED, "title", "033", "", 20240901);
  g_assert_cmpstr (((const SzPersonEvent *)events->pdata[0])->kind, ==, "undo");
  assert_event (events, 1, SZ_EVENT_CHANGED, "title", "", "033", 20240901);
}

/* RULE aud-1: who looks at a masked number is in the log before the number is on the screen. */
static void
test_reveal (void)
{
  static const char *const sql = "SELECT COUNT(*) FROM acts WHERE kind = 'people.reveal'";
  static const struct
  {
    const char *field;
    const char *number;
  } cases[] = {
    { "id_number", ID_A },
    { "phone", "13800000000" },
    { "bank_account", "6222020200112230000" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  gint64 id = add_person (fixture, "1001", ID_A, NULL);
  g_autoptr (SzPersonFile) file = load (fixture, id);
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unknown = NULL;

  file->person.phone = (g_free (file->person.phone), g_strdup (cases[1].number));
  file->person.bank_account = (g_free (file->person.bank_account), g_strdup (cases[2].number));
  sz_office_person_edit (fixture->office, &file->person, issues, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown
          = sz_office_person_reveal (fixture->office, id, cases[i].field, &error);
      g_autofree char *last = g_strdup_printf ("%s AND json_extract (summary, '$.field') = '%s'"
                                               " AND json_extract (summary, '$.staff_no') = '1001'",
                                               sql, cases[i].field);

      g_assert_no_error (error);
      g_assert_cmpstr (shown, ==, cases[i].number);
      g_assert_cmpint (fixture_count (fixture, sql), ==, (gint64)i + 1);
      g_assert_cmpint (fixture_count (fixture, last), ==, 1);
      g_assert_cmpint (fixture_count (fixture,
                                      "SELECT COUNT(*) FROM acts WHERE kind = 'people.reveal'"
                                      " AND (summary LIKE '%13800000000%' OR summary LIKE '%" ID_A
                                      "%')"),
                       ==, 0);
    }
  g_assert_null (sz_office_person_reveal (fixture->office, id + 100, "phone", &unknown));
  assert_code (unknown, SZ_ERROR_STALE, "person.unknown");
  g_assert_cmpint (fixture_count (fixture, sql), ==, 3);
  g_assert_true (sz_office_people_reveal (fixture->office, 12, &error));
  g_assert_cmpint (fixture_count (fixture, "SELECT COUNT(*) FROM acts WHERE kind = 'people.reveal'"
                                           " AND json_extract (summary, '$.count') = 12"),
                   ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/person-act/ppl-1/check", test_check);
  g_test_add_func ("/office/person-act/ppl-1/add", test_add);
  g_test_add_func ("/office/person-act/ppl-3/redo", test_redo);
  g_test_add_func ("/office/person-act/ppl-3/edit", test_edit);
  g_test_add_func ("/office/person-act/ppl-3/records", test_records);
  g_test_add_func ("/office/person-act/ppl-7/service", test_service);
  g_test_add_func ("/office/person-act/ppl-3/events", test_events);
  g_test_add_func ("/office/person-act/aud-1/events-undone", test_events_undone);
  g_test_add_func ("/office/person-act/aud-1/reveal", test_reveal);
  return g_test_run ();
}
