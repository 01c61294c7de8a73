/* test-case.c — things with states: what a table of moves allows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "check-error.h"
#include "sz-case-tables.h"

#include <string.h>

static const SzCaseState states[] = {
  { "draft", "草稿" },
  { "checked", "已复核" },
  { "shown", "公示中" },
  { "done", "已办结" },
};

static const SzCaseMove moves[] = {
  { .verb = "make", .name = "编制", .from = "", .to = "draft" },
  { .verb = "remake", .from = "draft", .to = "draft", .forgets = "make remake edit" },
  { .verb = "edit", .from = "draft", .to = "draft" },
  { .verb = "check",
    .from = "draft",
    .to = "checked",
    .other_than = "make remake edit",
    .locks = "lines" },
  { .verb = "show", .from = "checked", .to = "shown", .needs = SZ_MOVE_DAY, .locks = "scores" },
  { .verb = "close",
    .from = "shown",
    .to = "done draft",
    .needs = SZ_MOVE_DAY | SZ_MOVE_DOCUMENT | SZ_MOVE_REASON,
    .refusal = "thing.not_shown" },
  { .verb = "back",
    .from = "checked shown",
    .to = "draft",
    .needs = SZ_MOVE_REASON,
    .forgets = "check" },
};

static const SzCaseTable table = {
  .kind = "thing",
  .noun = "thing",
  SZ_CASE_STATES (states),
  SZ_CASE_MOVES (moves),
  .ascends = TRUE,
  .codes = { .reason = "thing.no_reason" },
};

typedef struct
{
  SzCaseStep steps[16];
  guint n;
  const char *state;
} Way;

static SzCaseAsk
ask (const char *verb, const char *who)
{
  return (SzCaseAsk){ .verb = verb, .subject = "7", .who = who };
}

static void
walk (Way *way, const SzCaseAsk *asked)
{
  g_autoptr (GError) error = NULL;
  const SzCaseMove *move = sz_case_judge (&table, way->state, way->steps, way->n, asked, &error);
  g_autofree char *to = NULL;

  g_assert_no_error (error);
  to = sz_case_dup_usual (move);
  way->steps[way->n] = (SzCaseStep){ .verb = (char *)asked->verb,
                                     .from = (char *)way->state,
                                     .to = (char *)g_intern_string (to),
                                     .who = (char *)asked->who,
                                     .day = asked->day };
  way->state = way->steps[way->n++].to;
}

static void
refuse (const Way *way, const SzCaseAsk *asked, const char *code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sz_case_judge (&table, way->state, way->steps, way->n, asked, &error));
  check_error (&error, SZ_ERROR_REFUSED, code, NULL);
}

static void
go (Way *way, const char *verb, const char *who)
{
  SzCaseAsk asked = ask (verb, who);

  walk (way, &asked);
}

static void
stop (const Way *way, const char *verb, const char *who, const char *code)
{
  SzCaseAsk asked = ask (verb, who);

  refuse (way, &asked, code);
}

static void
test_states (void)
{
  Way way = { .state = "" };

  stop (&way, "edit", "张三", "step.not_allowed");
  go (&way, "make", "张三");
  g_assert_cmpstr (way.state, ==, "draft");
  stop (&way, "make", "张三", "step.not_allowed");
  stop (&way, "show", "张三", "step.not_allowed");
  stop (&way, "close", "张三", "thing.not_shown");
  stop (&way, "dra", "张三", "step.not_allowed");
  g_assert_cmpstr (sz_case_state_name (&table, "shown"), ==, "公示中");
  g_assert_cmpstr (sz_case_state_name (&table, "other"), ==, "other");
  g_assert_true (sz_case_leads_to (&moves[5], "draft"));
  g_assert_false (sz_case_leads_to (&moves[5], "don"));
}

/* Who made it does not check it, whatever blanks, width and case; a remake begins anew. */
static void
test_another_person (void)
{
  Way way = { .state = "" };

  go (&way, "make", "张三");
  go (&way, "edit", "Li Si");
  stop (&way, "check", "张　三", "maker.checker");
  stop (&way, "check", "ＬＩ ｓｉ", "maker.checker");
  g_assert_false (sz_case_allows (&table, way.state, way.steps, way.n, &moves[3], "张三"));
  g_assert_true (sz_case_allows (&table, way.state, way.steps, way.n, &moves[3], "王五"));
  g_assert_false (sz_case_allows (&table, way.state, way.steps, way.n, &moves[4], "王五"));
  go (&way, "remake", "王五");
  stop (&way, "check", "王五", "maker.checker");
  go (&way, "check", "张三");
  g_assert_cmpstr (sz_case_last_step (&table, way.steps, way.n, "check")->who, ==, "张三");
  g_assert_null (sz_case_last_step (&table, way.steps, way.n, "edit"));
  g_assert_cmpstr (sz_case_last_step (&table, way.steps, way.n, "make remake edit")->who, ==,
                   "王五");
}

static void
test_needs_and_days (void)
{
  Way way = { .state = "" };
  SzCaseAsk show = ask ("show", "赵六");
  SzCaseAsk close = ask ("close", "赵六");

  go (&way, "make", "张三");
  go (&way, "check", "李四");
  refuse (&way, &show, "step.no_day");
  show.day = 20260310;
  walk (&way, &show);
  close.reason = "";
  refuse (&way, &close, "thing.no_reason");
  close.day = 20260309;
  refuse (&way, &close, "date.order");
  close.day = 20260310;
  close.reason = "期满";
  refuse (&way, &close, "step.no_document");
  close.document = "院发〔2026〕1号";
  walk (&way, &close);
  g_assert_cmpstr (way.state, ==, "done");
}

/* A step that is forgotten locks no more; one that is not goes on locking. */
static void
test_locks (void)
{
  Way way = { .state = "" };
  SzCaseAsk show = ask ("show", "赵六");
  SzCaseAsk back = ask ("back", "赵六");

  show.day = 20260310;
  back.reason = "有误";
  go (&way, "make", "张三");
  g_assert_false (sz_case_locked (&table, way.steps, way.n, "lines"));
  go (&way, "check", "李四");
  g_assert_true (sz_case_locked (&table, way.steps, way.n, "lines"));
  walk (&way, &show);
  walk (&way, &back);
  g_assert_cmpstr (way.state, ==, "draft");
  g_assert_false (sz_case_locked (&table, way.steps, way.n, "lines"));
  g_assert_true (sz_case_locked (&table, way.steps, way.n, "scores"));
  g_assert_null (sz_case_last_step (&table, way.steps, way.n, "check"));
}

static gboolean
has_state (const SzCaseTable *kind, const char *id)
{
  for (guint i = 0; i < kind->n_states; i++)
    if (strcmp (kind->states[i].id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_verb (const SzCaseTable *kind, const char *verb)
{
  for (guint i = 0; i < kind->n_moves; i++)
    if (strcmp (kind->moves[i].verb, verb) == 0)
      return TRUE;
  return FALSE;
}

static void
check_words (const SzCaseTable *kind,
             const char *words,
             gboolean (*is_known) (const SzCaseTable *kind, const char *word))
{
  g_auto (GStrv) list = g_strsplit (words != NULL ? words : "", " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (!is_known (kind, list[i]))
      g_error ("%s: “%s” is no word of its table", kind->kind, list[i]);
}

/* Every kind names only states and verbs of its own, begins somewhere, and every state is reached.
 */
static void
test_tables (void)
{
  for (const SzCaseTable *const *kind = sz_case_tables (); *kind != NULL; kind++)
    {
      g_autoptr (GString) reached = g_string_new (NULL);

      g_assert_true (sz_case_table_by_kind ((*kind)->kind) == *kind);
      g_assert_nonnull ((*kind)->noun);
      for (guint i = 0; i < (*kind)->n_moves; i++)
        {
          const SzCaseMove *move = &(*kind)->moves[i];

          if (*move->from != '\0')
            check_words (*kind, move->from, has_state);
          check_words (*kind, move->to, has_state);
          check_words (*kind, move->other_than, has_verb);
          check_words (*kind, move->forgets, has_verb);
          g_string_append_printf (reached, " %s ", move->to);
        }
      for (guint i = 0; i < (*kind)->n_states; i++)
        g_assert_nonnull (strstr (reached->str, (*kind)->states[i].id));
    }
  g_assert_null (sz_case_table_by_kind ("nothing"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case/states", test_states);
  g_test_add_func ("/case/another-person", test_another_person);
  g_test_add_func ("/case/needs-and-days", test_needs_and_days);
  g_test_add_func ("/case/locks", test_locks);
  g_test_add_func ("/case/tables", test_tables);
  return g_test_run ();
}
