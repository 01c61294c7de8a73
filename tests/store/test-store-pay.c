/* test-store-pay.c — gathering the inputs of a run, freezing it, reading it again (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pay-fixture.h"

#include <string.h>

#include "sz-act.h"
#include "sz-audit.h"
#include "sz-store-total.h"
#include "sz-store-workload.h"
#include "sz-undo.h"

static gint64
store_run (Fixture *fixture, const PayFixture *pay)
{
  g_auto (SzPayRun) run = pay_fixture_run ();
  g_autoptr (GError) error = NULL;
  SzAct *act = fixture_act (fixture, "pay.compute");

  sz_store_pay_put (act, &run, pay->scheme, &pay->input, &pay->result, NULL, &error);
  g_assert_no_error (error);
  fixture_commit (act);
  return run.id;
}

static void
compare_lines (const PayFixture *pay, const SzPayFrozen *frozen)
{
  g_assert_cmpuint (frozen->result.n_lines, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const SzPayLine *wanted = &pay->lines[i];
      const SzPayLine *line = &frozen->result.lines[i];

      g_assert_cmpstr (frozen->input.people[line->index].staff_no, ==,
                       pay->people[wanted->index].staff_no);
      g_assert_cmpstr (frozen->input.people[line->index].name, ==, pay->people[wanted->index].name);
      g_assert_cmpint (frozen->input.people[line->index].person_id, ==,
                       pay->people[wanted->index].person_id);
      g_assert_cmpstr (line->department, ==, wanted->department);
      g_assert_cmpint (line->post, ==, wanted->post);
      g_assert_cmpint (line->months, ==, 12);
      g_assert_cmpint (line->fixed_fen[0], ==, wanted->fixed_fen[0]);
      g_assert_cmpint (line->ceiling_fen, ==, wanted->ceiling_fen);
      g_assert_cmpint (line->total_fen, ==, wanted->total_fen);
      for (guint c = 0; c < 2; c++)
        {
          const SzPayShare *share = &line->shares[c];

          g_assert_cmpint (share->admitted, ==, wanted->shares[c].admitted);
          g_assert_cmpint (share->points_x1e6, ==, wanted->shares[c].points_x1e6);
          g_assert_cmpint (share->amount_fen, ==, wanted->shares[c].amount_fen);
          g_assert_cmpint (share->remainder_fen, ==, wanted->shares[c].remainder_fen);
          g_assert_cmpint (share->n_terms, ==, wanted->shares[c].n_terms);
        }
    }
}

static void
compare_rest (const PayFixture *pay, const SzPayFrozen *frozen)
{
  const SzPayResult *result = &frozen->result;

  g_assert_cmpuint (frozen->n_fixed, ==, 1);
  g_assert_cmpuint (frozen->n_components, ==, 2);
  g_assert_cmpint (result->fixed[0].amount_fen, ==, 720000);
  g_assert_cmpint (result->components[1].points_x1e6, ==, 3000003);
  g_assert_cmpuint (result->components[1].people, ==, 3);
  g_assert_cmpuint (result->n_departments, ==, 2);
  g_assert_cmpstr (result->departments[1].name, ==, "机械系");
  g_assert_cmpint (result->departments[1].amount_fen, ==, 726666);
  g_assert_cmpuint (result->n_excluded, ==, 1);
  g_assert_cmpint (result->excluded[0].reason, ==, SZ_PAY_OUT_EMPLOYMENT);
  g_assert_cmpstr (frozen->input.people[result->excluded[0].index].staff_no, ==, "00002");
  g_assert_cmpuint (result->n_terms, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (result->terms[i].factor, ==, pay->terms[i].factor);
      g_assert_cmpint (result->terms[i].stretch, ==, pay->terms[i].stretch);
      g_assert_cmpint (result->terms[i].source, ==, pay->terms[i].source);
      g_assert_cmpint (result->terms[i].numerator, ==, pay->terms[i].numerator);
      g_assert_cmpint (result->terms[i].denominator, ==, pay->terms[i].denominator);
    }
  g_assert_cmpint (result->pool_fen, ==, 1090000);
  g_assert_cmpint (result->reserve_fen, ==, 1);
  g_assert_cmpint (result->reserve_planned_fen, ==, 2);
  g_assert_cmpint (result->unplaced_fen, ==, 3);
  g_assert_cmpint (result->ceiling_limit_fen, ==, 4);
  g_assert_cmpint (result->floor_limit_fen, ==, 5);
  g_assert_cmpint (result->total_fen, ==, 1089999);
  g_assert_cmpint (result->period_months, ==, 12);
}

static void
test_frozen (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (PayFixture) pay = { 0 };
  g_autoptr (SzPayFrozen) frozen = NULL;
  g_autoptr (GArray) runs = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  pay_fixture_init (&pay);
  fixture_open (&fixture);
  fixture_people (&fixture, 1, 4);
  id = store_run (&fixture, &pay);
  fixture_reopen (&fixture);
  frozen = sz_store_pay_read (fixture.store, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (frozen->run.name, ==, "2025年度");
  g_assert_cmpstr (frozen->run.who, ==, "张三");
  g_assert_cmpstr (frozen->run.scheme, ==, "{\"name\":\"2025年度\"}");
  g_assert_cmpint (frozen->run.n_people, ==, 3);
  compare_lines (&pay, frozen);
  compare_rest (&pay, frozen);
  runs = sz_store_pay_list (fixture.store, &error);
  g_assert_cmpuint (runs->len, ==, 1);
  g_assert_null (sz_store_pay_read (fixture.store, 99, NULL, &error));
  fixture_assert_code (&error, "run.unknown");
  g_assert_cmpuint (fixture_verify (fixture.store, NULL), ==, 0);
}

/* A fen moved from one to another past the program is found, by reading and by verify. */
static void
test_tampered (void)
{
  static const char *const sqls[] = {
    "UPDATE pay_lines SET amount_fen = amount_fen + 1 WHERE place = 1 AND part = 1",
    "UPDATE pay_people SET total_fen = total_fen + 1 WHERE place = 2",
    "UPDATE pay_people SET name = '李四' WHERE place = 0",
    "DELETE FROM pay_lines WHERE place = 0 AND part = -1",
    "UPDATE pay_lines SET terms = '' WHERE place = 0 AND part = 1",
    "INSERT INTO pay_lines (run_id, place, part, points_x1e6, amount_fen, remainder_fen, terms)"
    " VALUES (1, 1, 0, 0, 0, 0, '')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++)
    {
      g_auto (Fixture) fixture = { 0 };
      g_auto (PayFixture) pay = { 0 };
      g_autofree char *code = NULL;
      g_autoptr (GError) error = NULL;

      pay_fixture_init (&pay);
      fixture_open (&fixture);
      store_run (&fixture, &pay);
      g_clear_pointer (&fixture.store, sz_store_free);
      fixture_sql (fixture.path, sqls[i]);
      fixture_reopen (&fixture);
      g_assert_cmpuint (fixture_verify (fixture.store, &code), ==, 1);
      g_assert_cmpstr (code, ==, "audit.run_changed");
      g_assert_null (sz_store_pay_read (fixture.store, 1, NULL, &error));
      g_assert_true (g_error_matches (error, SZ_ERROR, SZ_ERROR_CORRUPT));
      fixture_assert_code (&error, "run.changed");
    }
}

static void
test_not_undone (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_auto (PayFixture) pay = { 0 };
  g_autoptr (SzAct) act = NULL;
  g_autoptr (GError) error = NULL;

  pay_fixture_init (&pay);
  fixture_open (&fixture);
  fixture_people (&fixture, 1, 4);
  store_run (&fixture, &pay);
  act = fixture_act (&fixture, "undo");
  g_assert_false (sz_undo_act (act, "act-2", NULL, &error));
  fixture_assert_code (&error, "undo.not_possible");
  g_clear_pointer (&act, sz_act_free);
  g_clear_pointer (&fixture.store, sz_store_free);
  fixture_sql (fixture.path, "UPDATE cases SET state = 'paid'");
  fixture_reopen (&fixture);
  act = fixture_act (&fixture, "undo");
  g_assert_false (sz_undo_act (act, "act-1", NULL, &error));
  fixture_assert_code (&error, "undo.used_by_run");
}

#define PUT(prefix, Type, ...)                                                                     \
  {                                                                                                \
    Type row = { __VA_ARGS__ };                                                                    \
    g_assert_true (prefix##_put (act, &row, SZ_PUT_INSERT, NULL, &error));                         \
  }

/* Person 3 first, so that rows lie in the file in another order than people. */
static void
fill_year (Fixture *fixture)
{
  static const gint64 order[] = { 3, 1, 2 };
  g_autoptr (GError) error = NULL;
  SzAct *act = fixture_act (fixture, "fill");

  for (guint i = 0; i < 3; i++)
    {
      gint64 id = order[i];
      SzRecord record = { 0, 0, SZ_RECORD_DEPARTMENT, 20180101, (char *)"旧系" };

      g_assert_true (sz_store_record_change (act, id, &record, &error));
      for (int year = 2024; year <= 2026; year++)
        {
          PUT (sz_store_teaching, SzTeachingRow, .person_id = id, .year = year,
               .course = (char *)"数学", .hours_x100 = id * 100 + year, .students = 46,
               .course_type = SZ_COURSE_LAB, .is_repeat = TRUE)
          PUT (sz_store_training, SzTrainingRow, .person_id = id, .date = year * 10000 + 1231,
               .category = (char *)"金蓝领", .hours_x100 = id, .role = SZ_TRAINING_LEADER,
               .time_slot = SZ_TIME_OFF_DUTY, .pay_mode = SZ_PAY_MODE_SPLIT)
          PUT (sz_store_award, SzAwardRow, .person_id = id, .year = year, .basis = (char *)"甲",
               .points_x100 = 100)
          PUT (sz_store_award, SzAwardRow, .person_id = id, .year = year, .basis = (char *)"乙",
               .points_x100 = 50 * id)
        }
    }
  PUT (sz_store_assessment, SzAssessmentRow, .person_id = 1, .year = 2025, .grade = SZ_GRADE_BASIC)
  PUT (sz_store_assessment, SzAssessmentRow, .person_id = 2, .year = 2024,
       .grade = SZ_GRADE_EXCELLENT)
  PUT (sz_store_quota, SzQuotaRow, .person_id = 2, .year = 2025, .hours_x100 = 0)
  PUT (sz_store_factor, SzFactorRow, .person_id = 3, .year = 2025, .item = (char *)"出勤",
       .value_x1e4 = 9800)
  PUT (sz_store_role, SzRoleRow, .person_id = 1, .year = 2024, .role = (char *)"班主任",
       .from = 20240901, .to = 20250100)
  PUT (sz_store_role, SzRoleRow, .person_id = 1, .year = 2024, .role = (char *)"班主任",
       .from = 20240101, .to = 20241130)
  PUT (sz_store_role, SzRoleRow, .person_id = 1, .year = 2024, .role = (char *)"班主任",
       .from = 20240301, .to = 20241231)
  PUT (sz_store_role, SzRoleRow, .person_id = 1, .year = 2026, .role = (char *)"班主任",
       .from = 20260101)
  PUT (sz_store_role, SzRoleRow, .person_id = 3, .year = 2025, .role = (char *)"班主任",
       .from = 20251231)
  PUT (sz_store_talent, SzTalentRow, .person_id = 1, .year = 2024, .mode = SZ_PAY_REGIME_ANNUAL,
       .amount_fen = 1)
  PUT (sz_store_talent, SzTalentRow, .person_id = 2, .year = 2025, .mode = SZ_PAY_REGIME_ANNUAL,
       .amount_fen = 1)
  PUT (sz_store_department, SzDepartment, .name = (char *)"机械系", .has_coefficient = TRUE,
       .coefficient_x1e4 = 11000)
  fixture_commit (act);
}

static void
check_person (const SzPayFacts *facts, gsize i)
{
  const SzPayFact *fact = &facts->people[i];
  gint64 id = (gint64)i + 1;

  g_assert_cmpint (fact->person_id, ==, id);
  g_assert_cmpuint (fact->n_records, ==, 3);
  g_assert_cmpint (facts->records[fact->first_record].from, ==, 20180101);
  g_assert_cmpstr (facts->records[fact->first_record].value, ==, "旧系");
  g_assert_cmpint (facts->records[fact->first_record + 2].field, ==, SZ_RECORD_POST);
  g_assert_cmpuint (fact->n_services, ==, 1);
  g_assert_cmpuint (fact->n_teaching, ==, 1);
  g_assert_cmpint (facts->teaching[fact->first_teaching].hours_x100, ==, id * 100 + 2025);
  g_assert_true (facts->teaching[fact->first_teaching].repeat);
  g_assert_cmpint (facts->teaching[fact->first_teaching].type, ==, SZ_COURSE_LAB);
  g_assert_cmpuint (fact->n_training, ==, 1);
  g_assert_cmpint (facts->training[fact->first_training].hours_x100, ==, id);
  g_assert_cmpint (facts->training[fact->first_training].time, ==, SZ_TIME_OFF_DUTY);
  g_assert_cmpint (facts->training[fact->first_training].role, ==, SZ_TRAINING_LEADER);
  g_assert_cmpint (facts->training[fact->first_training].pay_mode, ==, SZ_PAY_MODE_SPLIT);
  g_assert_cmpstr (facts->training[fact->first_training].category, ==, "金蓝领");
  g_assert_cmpint (fact->award_x100, ==, 100 + 50 * id);
}

static void
test_facts (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzPayFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 3);
  fill_year (&fixture);
  facts = sz_store_pay_facts (fixture.store, 20250101, 20251231, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (facts->n_people, ==, 3);
  for (gsize i = 0; i < 3; i++)
    check_person (facts, i);
  g_assert_cmpint (facts->people[0].grade, ==, SZ_GRADE_BASIC);
  g_assert_cmpint (facts->people[1].grade, ==, SZ_GRADE_NONE);
  g_assert_cmpint (facts->people[0].quota_x100, ==, -1);
  g_assert_cmpint (facts->people[1].quota_x100, ==, 0);
  g_assert_false (facts->people[0].talent);
  g_assert_true (facts->people[1].talent);
  g_assert_cmpuint (facts->people[2].n_values, ==, 1);
  g_assert_cmpint (facts->values[facts->people[2].first_value].value_x1e4, ==, 9800);
  /* Of the roles only those that touch the period or the month before it: one ended in its first
   * month, one on the day before it, one begins on its last day. */
  g_assert_cmpuint (facts->people[0].n_roles, ==, 2);
  g_assert_cmpint (facts->roles[facts->people[0].first_role].to, ==, 20250100);
  g_assert_cmpuint (facts->people[2].n_roles, ==, 1);
  g_assert_cmpuint (facts->n_departments, ==, 1);
  g_assert_cmpint (facts->departments[0].coefficient_x1e4, ==, 11000);
}

static void
test_facts_hash (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzPersonFile) file = NULL;
  char *hashes[5];
  SzAct *act;

  fixture_open (&fixture);
  fixture_people (&fixture, 1, 3);
  fill_year (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    {
      g_autoptr (SzPayFacts) facts
          = sz_store_pay_facts (fixture.store, 20250101, 20251231, NULL, &error);

      hashes[i] = sz_pay_facts_dup_hash (facts);
      act = fixture_act (&fixture, "edit");
      if (i == 1)
        PUT (sz_store_quota, SzQuotaRow, .person_id = 1, .year = 2024, .hours_x100 = 1)
      else if (i == 2)
        PUT (sz_store_quota, SzQuotaRow, .person_id = 1, .year = 2025, .hours_x100 = 1)
      else if (i == 3)
        PUT (sz_store_talent, SzTalentRow, .person_id = 3, .year = 2025,
             .mode = SZ_PAY_REGIME_PROJECT)
      fixture_commit (act);
    }
  g_assert_cmpuint (strlen (hashes[0]), ==, 64);
  g_assert_cmpstr (hashes[0], ==, hashes[1]);
  /* Another year's quota is no input; this year's is. */
  g_assert_cmpstr (hashes[1], ==, hashes[2]);
  g_assert_cmpstr (hashes[2], !=, hashes[3]);
  g_assert_cmpstr (hashes[3], !=, hashes[4]);
  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    g_free (hashes[i]);
}

static void
test_facts_empty (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (SzPayFacts) facts = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  facts = sz_store_pay_facts (fixture.store, 20250101, 20251231, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (facts->n_people, ==, 0);
  g_assert_cmpuint (facts->n_records, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/pay/frozen", test_frozen);
  g_test_add_func ("/store/pay/tampered", test_tampered);
  g_test_add_func ("/store/pay/not-undone", test_not_undone);
  g_test_add_func ("/store/pay/facts", test_facts);
  g_test_add_func ("/store/pay/facts-hash", test_facts_hash);
  g_test_add_func ("/store/pay/facts-empty", test_facts_empty);
  return g_test_run ();
}
