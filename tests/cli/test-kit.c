/* test-kit.c — one description gives the JSON and the text; arguments are read as declared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-command.h"

#include <string.h>

#include "sz-member.h"
#include "sz-money.h"
#include "sz-person.h"

typedef struct
{
  const char *name;
  int approved;
  gint64 gap_x1e4;
  gboolean has_gap;
} Level;

static const SzMember level_fields[] = {
  SZ_SHOW_TEXT (Level, name, "level", "Level"),
  SZ_SHOW_COUNT (Level, approved, "approved", "Approved"),
  SZ_SHOW_DECIMAL (Level, gap_x1e4, "gap", "Gap", 4, .has = SZ_HAS (Level, has_gap)),
  { NULL },
};

typedef struct
{
  const char *band;
  GArray *levels;
} Band;

static const SzMember band_fields[] = {
  SZ_SHOW_TEXT (Band, band, "band", "Band"),
  SZ_SHOW_LIST (Band, levels, "levels", "", level_fields),
  { NULL },
};

typedef struct
{
  SzDate from;
  SzDate to;
} Period;

static const SzMember period_fields[] = {
  SZ_SHOW_DATE (Period, from, "from", "From"),
  SZ_SHOW_DATE (Period, to, "to", "To"),
  { NULL },
};

typedef struct
{
  const char *key;
  gint64 score_x100;
} Score;

static const SzMember score_fields[] = {
  SZ_SHOW_TEXT (Score, key, "key", NULL),
  SZ_SHOW_DECIMAL (Score, score_x100, "score", NULL, 2, .flags = SZ_NEGATIVE_NULL),
  { NULL },
};

static const SzMember names_fields[] = { SZ_SHOW_ITSELF_TEXT, { NULL } };
static const SzMember years_fields[] = { SZ_SHOW_ITSELF_COUNT (int), { NULL } };

typedef struct
{
  SzMoney total_fen;
  SzSex sex;
  SzSex word;
  Period period;
  const Period *notice;
  GPtrArray *names;
  GArray *years;
  GArray *scores;
  int open;
  gboolean full;
} Answer;

static const SzMember answer_fields[] = {
  SZ_SHOW_MONEY (Answer, total_fen, "total", "Total"),
  SZ_SHOW_CODE (Answer, sex, "sex", "Sex", SZ_TABLE_SEX),
  SZ_SHOW_WORD (Answer, word, "word", "Word", SZ_TABLE_SEX),
  SZ_SHOW_INLINE (Answer, period, period_fields),
  SZ_SHOW_OBJECT (Answer, notice, "notice", "Notice", period_fields, .flags = SZ_POINTER),
  SZ_SHOW_LIST (Answer, names, "names", "Names", names_fields, .holds = SZ_HOLDS_TEXTS),
  SZ_SHOW_LIST (Answer, years, "years", "Years", years_fields),
  SZ_SHOW_MAP (Answer, scores, "scores", "Scores", score_fields),
  SZ_SHOW_COUNT (Answer, open, "open", NULL),
  SZ_SHOW_FLAG (Answer, full, "full", NULL),
  SZ_SHOW_SAY (NP_ ("{open} place is open until {to}.", "{open} places are open until {to}."),
               .by = "open",
               .when = "!full"),
  SZ_SHOW_SAY ("The notice ends on {notice.to}."),
  SZ_SHOW_SAY ("Everything is filled.", .when = "full"),
  { NULL },
};

static void
fill_answer (Answer *answer)
{
  const int year = 2025;
  const Score scores[] = { { "笔试", 8750 }, { "面试", -1 } };

  answer->total_fen = 123456789;
  answer->sex = SZ_SEX_MALE;
  answer->word = SZ_SEX_FEMALE;
  answer->period = (Period){ sz_date_make (2025, 9, 1), SZ_DATE_NONE };
  answer->names = g_ptr_array_new ();
  g_ptr_array_add (answer->names, (gpointer) "甲");
  g_ptr_array_add (answer->names, (gpointer) "乙");
  answer->years = g_array_new (FALSE, FALSE, sizeof (int));
  g_array_append_val (answer->years, year);
  answer->scores = g_array_new (FALSE, FALSE, sizeof (Score));
  g_array_append_vals (answer->scores, scores, 2);
  answer->open = 2;
}

static void
clear_answer (Answer *answer)
{
  g_ptr_array_unref (answer->names);
  g_array_unref (answer->years);
  g_array_unref (answer->scores);
}

static void
assert_json (const SzMember *fields, gconstpointer data, const char *expected)
{
  json_t *object = sz_member_json (fields, data);
  char *text = json_dumps (object, JSON_PRESERVE_ORDER | JSON_COMPACT);

  g_assert_cmpstr (text, ==, expected);
  free (text);
  json_decref (object);
}

static void
assert_text (const SzMember *fields, gconstpointer data, const char *expected)
{
  json_t *object = sz_member_json (fields, data);
  g_autofree char *text = sz_member_text (fields, object);

  g_assert_cmpstr (text, ==, expected);
  json_decref (object);
}

static void
test_members (void)
{
  Answer answer = { 0 };
  const Period notice = { sz_date_make (2025, 9, 1), sz_date_make (2025, 9, 5) };
  const SzCode *female = sz_codes_by_value (SZ_TABLE_SEX, SZ_SEX_FEMALE);
  g_autofree char *json = NULL;

  fill_answer (&answer);
  json = g_strdup_printf (
      "{\"total\":\"1234567.89\",\"sex\":\"男\",\"word\":\"%s\",\"from\":\"2025-09-01\","
      "\"to\":null,\"notice\":null,\"names\":[\"甲\",\"乙\"],\"years\":[2025],"
      "\"scores\":{\"笔试\":\"87.50\",\"面试\":null},\"open\":2,\"full\":false}",
      female->code);
  assert_json (answer_fields, &answer, json);
  /* A sentence that names what is not known is not said. */
  assert_text (answer_fields, &answer,
               "Total: 1,234,567.89\nSex: 男\nWord: 女\nFrom: 2025-09-01\nTo: —\nNotice: —\n"
               "Names: 甲, 乙\nYears: 2025\nScores: 笔试 87.50, 面试 —\n");
  answer.period.to = notice.to;
  answer.notice = &notice;
  answer.full = TRUE;
  assert_text (answer_fields, &answer,
               "Total: 1,234,567.89\nSex: 男\nWord: 女\nFrom: 2025-09-01\nTo: 2025-09-05\nNotice\n"
               "  From: 2025-09-01\n  To: 2025-09-05\n"
               "Names: 甲, 乙\nYears: 2025\nScores: 笔试 87.50, 面试 —\n"
               "The notice ends on 2025-09-05.\nEverything is filled.\n");
  answer.full = FALSE;
  answer.open = 1;
  {
    json_t *object = sz_member_json (answer_fields, &answer);
    g_autofree char *text = sz_member_text (answer_fields, object);

    g_assert_nonnull (strstr (text, "1 place is open until 2025-09-05.\n"));
    json_decref (object);
  }
  clear_answer (&answer);
}

/* Lists within lists are tables below the line of their owner; quantities stand on the right. */
static void
test_tables (void)
{
  const Level levels[] = { { "专技五级", 12, 15000, TRUE }, { "专技六级", 3, 0, FALSE } };
  g_autoptr (GArray) senior = g_array_new (FALSE, FALSE, sizeof (Level));
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (Band));
  const Band band = { "副高", senior };
  const struct
  {
    GArray *bands;
    GArray *levels;
    Level total;
  } posts = { bands, senior, { "", 15, 15000, TRUE } };
  const SzMember fields[] = {
    { .name = "bands", .label = "", .type = SZ_MEMBER_LIST, .offset = 0, .fields = band_fields },
    { .name = "levels",
      .label = "",
      .type = SZ_MEMBER_LIST,
      .offset = sizeof (gpointer),
      .fields = level_fields },
    { .name = "total",
      .label = "Total",
      .type = SZ_MEMBER_OBJECT,
      .flags = SZ_FOOT,
      .offset = 2 * sizeof (gpointer),
      .fields = level_fields },
    { NULL },
  };

  g_array_append_vals (senior, levels, 2);
  g_array_append_val (bands, band);
  assert_text (fields, &posts,
               "副高\n"
               "  Level     Approved     Gap\n"
               "  专技五级        12  1.5000\n"
               "  专技六级         3       —\n"
               "Level     Approved     Gap\n"
               "专技五级        12  1.5000\n"
               "专技六级         3       —\n"
               "Total           15  1.5000\n");
}

typedef struct
{
  const char *plan;
  gint64 amount_fen;
  const char *const *marks;
  SzDate on;
  SzMonth month;
  int year;
  gint64 fte_x1e4;
  gboolean keep;
  gboolean has_fte;
  const char *const *sets;
} Asked;

static const SzArg args[] = {
  SZ_WORD_OF (TEXT, Asked, plan, "PLAN"),
  SZ_WORD_OF (DECIMAL, Asked, amount_fen, "AMOUNT", .decimals = 2, .least = G_MININT64),
  SZ_WORD_OF (TEXTS, Asked, marks, "MARK", .optional = TRUE),
  SZ_OPTION (DATE, Asked, on, "on", "DATE", "A day"),
  SZ_OPTION (MONTH, Asked, month, "month", "MONTH", "A month"),
  SZ_OPTION (YEAR, Asked, year, "year", "Y", "A year", .required = TRUE),
  SZ_OPTION (DECIMAL,
             Asked,
             fte_x1e4,
             "fte",
             "X",
             "A share",
             .decimals = 4,
             .otherwise = 10000,
             .least = 1,
             .given = SZ_HAS (Asked, has_fte)),
  SZ_OPTION (FLAG, Asked, keep, "keep", NULL, "Keep it", .letter = 'k'),
  SZ_OPTION (TEXTS, Asked, sets, "set", "A=B", "Again and again"),
  { 0 },
};

static Asked seen;
static guint n_marks;
static guint n_sets;

static int
run_seen (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error)
{
  seen = *(const Asked *)asked;
  n_marks = seen.marks != NULL ? g_strv_length ((char **)seen.marks) : 0;
  n_sets = seen.sets != NULL ? g_strv_length ((char **)seen.sets) : 0;
  if (n_marks > 0)
    g_assert_cmpstr (seen.marks[n_marks - 1], ==, "--odd");
  return SZ_EXIT_DONE;
}

static const SzCliCommand command = { "try it", "A try", args, sizeof (Asked), run_seen };

static int
run_line (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  SzCli cli = { .json = TRUE, .document = json_object () };
  int result = sz_cli_run (&cli, &command, (int)g_strv_length (words), words);

  json_decref (cli.document);
  g_clear_pointer (&cli.kept, g_ptr_array_unref);
  g_free (cli.db);
  return result;
}

static void
test_args (void)
{
  g_autofree char *usage = sz_cli_dup_usage (&command);

  g_assert_cmpstr (usage, ==,
                   "try it PLAN AMOUNT [MARK]… [--on DATE] [--month MONTH] --year Y [--fte X] [-k] "
                   "[--set A=B]…");
  /* A negative amount is a word, "-" too; "--" ends the options. */
  g_assert_cmpint (run_line ("甲 -12.50 - 88 --year=2025 --on 2025-09-01 --month 2026-01 -k --set "
                             "a=b --set c=d --db x -- --odd"),
                   ==, SZ_EXIT_DONE);
  g_assert_cmpint (seen.amount_fen, ==, -1250);
  g_assert_cmpuint (n_marks, ==, 3);
  g_assert_cmpuint (n_sets, ==, 2);
  g_assert_cmpint (seen.on, ==, sz_date_make (2025, 9, 1));
  g_assert_cmpint (seen.month, ==, 2026 * 12);
  g_assert_cmpint (seen.year, ==, 2025);
  g_assert_cmpint (seen.fte_x1e4, ==, 10000);
  g_assert_false (seen.has_fte);
  g_assert_true (seen.keep);
  g_assert_cmpint (run_line ("甲 1 --year 2025 --fte 0.5"), ==, SZ_EXIT_DONE);
  g_assert_true (seen.has_fte);
}

static void
test_wrong_args (void)
{
  static const char *const lines[] = {
    "",
    "甲",
    "甲 1",
    "甲 x --year 2025",
    "甲 1.234 --year 2025",
    "甲 1 --year 1789",
    "甲 1 --year",
    "甲 1 --year 2025 --on 2025-02-30",
    "甲 1 --year 2025 --month 2025-13",
    "甲 1 --year 2025 --month 2025-01-01",
    "甲 1 --year 2025 --fte 0",
    "甲 1 --year 2025 --keep=yes",
    "甲 1 --year 2025 --nothing",
    "甲 1 --year 2025 --db",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_cmpint (run_line (lines[i]), ==, SZ_EXIT_USAGE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/kit/members", test_members);
  g_test_add_func ("/cli/kit/tables", test_tables);
  g_test_add_func ("/cli/kit/args", test_args);
  g_test_add_func ("/cli/kit/wrong-args", test_wrong_args);
  return g_test_run ();
}
