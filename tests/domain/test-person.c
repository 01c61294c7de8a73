/* test-person.c — a person as of a day: records, services, state (ppl-3, ppl-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person.h"

#define SEED 33

static char *
quote (const char *text)
{
  return (char *)text; /* records of these tests are never cleared */
}

/* Came 2019-09, left 2022, came back 2023; promoted and moved on the way. Records not in order. */
static const struct
{
  SzRecordField field;
  SzDate from;
  const char *value;
} history[] = {
  { SZ_RECORD_DEPARTMENT, 20240901, "培训处" },
  { SZ_RECORD_DEPARTMENT, 20190900, "机械工程系" },
  { SZ_RECORD_EMPLOYMENT, 20190900, "agency" },
  { SZ_RECORD_EMPLOYMENT, 20230301, "established" },
  { SZ_RECORD_POST, 20190900, "professional-12" },
  { SZ_RECORD_POST, 20230301, "professional-11" },
  { SZ_RECORD_POST, 20240101, "professional-10" },
  { SZ_RECORD_FULL_TIME, 20190900, "1" },
  { SZ_RECORD_FULL_TIME, 20240901, "0" },
  { SZ_RECORD_TITLE, 20190900, "034" },
  { SZ_RECORD_TITLE, 20231212, "033" },
  { SZ_RECORD_PAY_REGIME, 20250101, "annual" },
};

static const SzService services[] = {
  { 1, 1, 20190900, 20220630, SZ_SERVICE_LEFT },
  { 2, 1, 20230301, 20251231, SZ_SERVICE_RETIRED },
};

static void
fill_history (SzRecord *records)
{
  for (gsize i = 0; i < G_N_ELEMENTS (history); i++)
    records[i]
        = (SzRecord){ (gint64)i, 1, history[i].field, history[i].from, quote (history[i].value) };
}

/* In service: 来校日期 ≤ day ≤ 离校日期, or no 离校日期. */
static void
test_service (void)
{
  static const struct
  {
    SzDate from;
    SzDate to;
    SzDate day;
    gboolean covered;
  } cases[] = {
    { 20190901, 20250630, 20190831, FALSE }, { 20190901, 20250630, 20190901, TRUE },
    { 20190901, 20250630, 20250630, TRUE },  { 20190901, 20250630, 20250701, FALSE },
    { 20190901, 0, 20991231, TRUE },         { 20190901, 0, 20190831, FALSE },
    { 20190900, 0, 20190901, TRUE },         { 20190900, 0, 20190831, FALSE },
    { 20190901, 20250600, 20250601, TRUE },  { 20190901, 20250600, 20250602, FALSE },
    { 20190901, 0, 20190900, TRUE },         { 20190902, 0, 20190900, FALSE },
    { 20190901, 20190901, 20190901, TRUE },  { 20190901, 0, SZ_DATE_NONE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SzService service = { 1, 1, cases[i].from, cases[i].to, SZ_SERVICE_LEFT };

      g_test_message ("%d … %d on %d", cases[i].from, cases[i].to, cases[i].day);
      g_assert_cmpint (sz_service_covers (&service, cases[i].day), ==, cases[i].covered);
    }
}

static void
test_record_at (void)
{
  static const struct
  {
    SzRecordField field;
    SzDate day;
    const char *value;
  } cases[] = {
    { SZ_RECORD_POST, 20190831, NULL },
    { SZ_RECORD_POST, 20190901, "professional-12" },
    { SZ_RECORD_POST, 20230228, "professional-12" },
    { SZ_RECORD_POST, 20230301, "professional-11" },
    { SZ_RECORD_POST, 20230300, "professional-11" },
    { SZ_RECORD_POST, 20231231, "professional-11" },
    { SZ_RECORD_POST, 20240101, "professional-10" },
    { SZ_RECORD_POST, 99991231, "professional-10" },
    { SZ_RECORD_POST, SZ_DATE_NONE, NULL },
    { SZ_RECORD_DEPARTMENT, 20240831, "机械工程系" },
    { SZ_RECORD_DEPARTMENT, 20240901, "培训处" },
    { SZ_RECORD_TITLE, 20231211, "034" },
    { SZ_RECORD_TITLE, 20231212, "033" },
    { SZ_RECORD_PAY_REGIME, 20241231, NULL },
  };
  SzRecord records[G_N_ELEMENTS (history)];

  fill_history (records);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SzRecord *found
          = sz_record_at (records, G_N_ELEMENTS (records), cases[i].field, cases[i].day);

      g_test_message ("%s on %d", sz_record_field_code (cases[i].field), cases[i].day);
      g_assert_cmpstr (found != NULL ? found->value : NULL, ==, cases[i].value);
    }
  g_assert_null (sz_record_at (NULL, 0, SZ_RECORD_POST, 20250101));
}

static void
test_same_day (void)
{
  const SzRecord records[] = {
    { 1, 1, SZ_RECORD_DEPARTMENT, 20250101, quote ("甲") },
    { 2, 1, SZ_RECORD_DEPARTMENT, 20250100, quote ("乙") },
    { 3, 1, SZ_RECORD_DEPARTMENT, 20241231, quote ("丙") },
  };

  g_assert_cmpstr (sz_record_at (records, 3, SZ_RECORD_DEPARTMENT, 20250601)->value, ==, "乙");
}

static void
test_state (void)
{
  SzRecord records[G_N_ELEMENTS (history)];
  SzPersonState state;

  fill_history (records);
  sz_person_state_at (records, G_N_ELEMENTS (records), services, 2, 20240315, &state);
  g_assert_true (state.in_service);
  g_assert_cmpint (state.service_state, ==, SZ_SERVICE_ACTIVE);
  g_assert_cmpint (state.service_from, ==, 20230301);
  g_assert_cmpint (state.service_to, ==, 20251231);
  g_assert_cmpstr (state.department, ==, "机械工程系");
  g_assert_cmpint (state.employment, ==, SZ_EMPLOYMENT_ESTABLISHED);
  g_assert_cmpint (state.post, ==, 210);
  g_assert_cmpint (state.post_from, ==, 20240101);
  g_assert_true (state.full_time);
  g_assert_cmpstr (state.title, ==, "033");
  g_assert_cmpint (state.title_from, ==, 20231212);
  g_assert_cmpint (state.pay_regime, ==, SZ_PAY_REGIME_PERFORMANCE);

  sz_person_state_at (records, G_N_ELEMENTS (records), services, 2, 20251231, &state);
  g_assert_true (state.in_service);
  g_assert_cmpstr (state.department, ==, "培训处");
  g_assert_false (state.full_time);
  g_assert_cmpint (state.pay_regime, ==, SZ_PAY_REGIME_ANNUAL);
}

static void
test_state_out_of_service (void)
{
  static const struct
  {
    SzDate day;
    gboolean in_service;
    SzServiceState state;
    SzDate from;
  } cases[] = {
    { 20190831, FALSE, SZ_SERVICE_LEFT, 0 },
    { 20190901, TRUE, SZ_SERVICE_ACTIVE, 20190900 },
    { 20220630, TRUE, SZ_SERVICE_ACTIVE, 20190900 },
    { 20220701, FALSE, SZ_SERVICE_LEFT, 20190900 },
    { 20230228, FALSE, SZ_SERVICE_LEFT, 20190900 },
    { 20230301, TRUE, SZ_SERVICE_ACTIVE, 20230301 },
    { 20260101, FALSE, SZ_SERVICE_RETIRED, 20230301 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SzPersonState state;

      g_test_message ("on %d", cases[i].day);
      sz_person_state_at (NULL, 0, services, 2, cases[i].day, &state);
      g_assert_cmpint (state.in_service, ==, cases[i].in_service);
      g_assert_cmpint (state.service_state, ==, cases[i].state);
      g_assert_cmpint (state.service_from, ==, cases[i].from);
    }
}

/* Nothing known: everything unset, nobody 在编 by accident. */
static void
test_state_unset (void)
{
  SzPersonState state;

  sz_person_state_at (NULL, 0, NULL, 0, 20250101, &state);
  g_assert_false (state.in_service);
  g_assert_cmpint (state.service_state, ==, SZ_SERVICE_LEFT);
  g_assert_null (state.department);
  g_assert_cmpint ((int)state.employment, ==, SZ_EMPLOYMENT_UNSET);
  g_assert_cmpint (state.post, ==, 0);
  g_assert_null (state.title);
  g_assert_false (state.full_time);
  g_assert_cmpint (state.pay_regime, ==, SZ_PAY_REGIME_PERFORMANCE);
}

static void
test_field_codes (void)
{
  static const char *const codes[]
      = { "department", "employment", "post", "full_time", "title", "pay_regime" };

  g_assert_cmpuint (G_N_ELEMENTS (codes), ==, SZ_N_RECORD_FIELDS);
  for (int field = 0; field < SZ_N_RECORD_FIELDS; field++)
    {
      g_assert_cmpstr (sz_record_field_code ((SzRecordField)field), ==, codes[field]);
      g_assert_cmpint (sz_record_field_from_code (codes[field]), ==, field);
    }
  g_assert_cmpint (sz_record_field_from_code ("salary"), ==, -1);
  g_assert_cmpint (sz_record_field_from_code (NULL), ==, -1);
}

static void
test_file (void)
{
  g_autoptr (SzPersonFile) file = sz_person_file_new ();
  const SzRecord record = { 0, 0, SZ_RECORD_DEPARTMENT, 20250101, g_strdup ("学生处") };
  const SzService service = { 0, 0, 20250101, 0, SZ_SERVICE_ACTIVE };
  SzPerson *person = &file->person;

  person->staff_no = g_strdup ("1001");
  person->name = g_strdup ("区小明");
  person->note = g_strdup ("");
  g_array_append_val (file->records, record);
  g_array_append_val (file->services, service);
  sz_person_clear (person);
  g_assert_null (person->name);
  g_assert_cmpint (person->id, ==, 0);
  person->name = g_strdup ("再来");
  sz_person_file_free (NULL);
}

/* What holds on a day is the last that began: against a search by the letter, in any order. */
static void
test_laws (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  g_test_message ("seed %d", SEED);
  for (int round = 0; round < 20000; round++)
    {
      SzRecord records[8];
      const gsize n = (gsize)g_rand_int_range (rand, 0, 9);
      const SzDate day = 20250000 + g_rand_int_range (rand, 1, 29);
      const SzRecord *found;
      SzDate best = SZ_DATE_NONE;

      for (gsize i = 0; i < n; i++)
        {
          const SzDate from = 20250000 + g_rand_int_range (rand, 1, 29) + 100;
          records[i] = (SzRecord){ (gint64)i, 1, (SzRecordField)g_rand_int_range (rand, 0, 2), from,
                                   NULL };
          if (records[i].field == SZ_RECORD_DEPARTMENT && from <= day + 100)
            best = MAX (best, from);
        }
      found = sz_record_at (records, n, SZ_RECORD_DEPARTMENT, day + 100);
      g_assert_cmpint (found != NULL ? found->from : SZ_DATE_NONE, ==, best);
      g_assert_true (found == NULL || found->field == SZ_RECORD_DEPARTMENT);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/ppl-7/in-service", test_service);
  g_test_add_func ("/domain/ppl-3/record-at", test_record_at);
  g_test_add_func ("/domain/ppl-3/same-day", test_same_day);
  g_test_add_func ("/domain/ppl-3/state", test_state);
  g_test_add_func ("/domain/ppl-7/state-out-of-service", test_state_out_of_service);
  g_test_add_func ("/domain/ppl-3/state-unset", test_state_unset);
  g_test_add_func ("/domain/ppl-3/field-codes", test_field_codes);
  g_test_add_func ("/domain/ppl-3/file", test_file);
  g_test_add_func ("/domain/ppl-3/laws", test_laws);
  return g_test_run ();
}
