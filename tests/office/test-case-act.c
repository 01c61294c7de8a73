/* test-case-act.c — walking a case: what the duty's hook may do, and what the log keeps (RULE
 * aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"
#include "sz-case-act.h"
#include "sz-view-case.h"

#define SUBJECT 12

static const SzCaseState states[] = {
  { "draft", "草稿" },
  { "exam", "考试中" },
  { "cancelled", "已取消" },
};

static const SzCaseMove moves[] = {
  { .verb = "make", .from = "", .to = "draft" },
  { .verb = "open",
    .from = "draft",
    .to = "exam cancelled",
    .other_than = "make",
    .needs = SZ_MOVE_DAY },
};

static const SzCaseTable table = {
  .kind = "test.post",
  .noun = "post",
  SZ_CASE_STATES (states),
  SZ_CASE_MOVES (moves),
};

/* user_data: how many people there are for the exam. */
static gboolean
look_at_post (SzCaseWalk *walk, GError **error)
{
  int people = GPOINTER_TO_INT (walk->user_data);

  if (people < 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "screen.undecided", "post", walk->ask->subject,
                         NULL);
  if (people == 0 && sz_case_leads_to (walk->move, "cancelled"))
    walk->to = "cancelled";
  json_object_set_new (walk->detail, "people", json_integer (people));
  return TRUE;
}

static const SzCaseWay way = { .table = &table, .act = "test", .hook = look_at_post };

static SzCaseFile *
walk_as (Fixture *fixture, const char *who, const char *verb, int people, GError **error)
{
  const SzCaseAsk ask
      = { .verb = verb, .subject = "甲|01", .day = 20260105, .document = "院发1号" };

  g_clear_object (&fixture->office);
  fixture->office = sz_office_open (fixture->db, who, error);
  g_assert_no_error (*error);
  return sz_office_case_walk (fixture->office, &way, SUBJECT, &ask, GINT_TO_POINTER (people),
                              error);
}

static void
assert_last (Fixture *fixture, const char *expected)
{
  g_autofree char *last = fixture_text (
      fixture,
      "SELECT kind || ' ' || refused || ' ' || summary FROM acts ORDER BY seq DESC LIMIT 1");

  g_assert_cmpstr (last, ==, expected);
}

static void
test_walk (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzCaseFile) made = NULL;
  g_autoptr (SzCaseFile) opened = NULL;
  g_autoptr (SzCaseView) view = NULL;
  g_autoptr (GError) error = NULL;

  made = walk_as (fixture, "张三", "make", 3, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (made->head.state, ==, "draft");
  assert_last (fixture,
               "test.make 0 {\"subject\":\"甲|01\",\"to\":\"draft\",\"document\":\"院发1号\","
               "\"on\":\"2026-01-05\"}");
  view = sz_view_case (fixture->office, &table, SUBJECT, &error);
  g_assert_cmpuint (view->steps->len, ==, 1);
  g_assert_cmpuint (view->moves->len, ==, 0);
  opened = walk_as (fixture, "李四", "open", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (opened->head.state, ==, "cancelled");
  g_assert_cmpstr (g_array_index (opened->steps, SzCaseStep, 1).detail, ==, "{\"people\":0}");
  g_assert_cmpstr (g_array_index (opened->steps, SzCaseStep, 1).who, ==, "李四");
}

/* What the table or the hook refuses leaves no step, but a row in the log. */
static void
test_refused (void)
{
  static const struct
  {
    const char *who;
    const char *verb;
    int people;
    const char *logged;
  } cases[] = {
    { "李四", "make", 1,
      "test.make 1 {\"code\":\"step.not_allowed\",\"post\":\"甲|01\",\"state\":"
      "\"draft\",\"verb\":\"make\"}" },
    { "张三", "open", 1,
      "test.open 1 {\"code\":\"maker.checker\",\"post\":\"甲|01\",\"verb\":"
      "\"open\",\"who\":\"张三\"}" },
    { "李四", "open", -1, "test.open 1 {\"code\":\"screen.undecided\",\"post\":\"甲|01\"}" },
  };
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (SzCaseFile) made = NULL;
  g_autoptr (SzCaseView) view = NULL;
  g_autoptr (GError) error = NULL;

  made = walk_as (fixture, "张三", "make", 3, &error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_null (walk_as (fixture, cases[i].who, cases[i].verb, cases[i].people, &error));
      g_assert_error (error, SZ_ERROR, SZ_ERROR_REFUSED);
      g_clear_error (&error);
      assert_last (fixture, cases[i].logged);
    }
  view = sz_view_case (fixture->office, &table, SUBJECT, &error);
  g_assert_cmpuint (view->steps->len, ==, 1);
  g_assert_cmpuint (view->moves->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-act/walk", test_walk);
  g_test_add_func ("/case-act/refused", test_refused);
  return g_test_run ();
}
