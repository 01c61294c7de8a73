/* test-title-values.c — values typed for the scores of a round: one act, all or nothing (ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

#include "sz-demo.h"
#include "sz-person-act.h"
#include "sz-score-file.h"
#include "sz-title-board.h"
#include "sz-title-values.h"

#define PEOPLE 60

static const char table_text[]
    = "{\"format\": \"shizi-score-table\", \"version\": 1, \"name\": \"评分\", \"items\": ["
      "{\"name\": \"考核优秀\", \"kind\": \"excellent\", \"last\": 5, \"each\": \"2.00\", "
      "\"max\": \"6.00\"}, {\"name\": \"民主测评\", \"kind\": \"value\", \"item\": \"民主测评\", "
      "\"weight\": \"0.3000\", \"max\": \"30.00\"}]}";

/* The demo college, the round of it that has most applicants, and a table with one typed item. */
typedef struct
{
  Fixture *fixture;
  SzScoreTable *table;
  SzTitleRound *round;
  GArray *cards; /* of SzTitleCard */
} Scene;

static SzTitleRound *
find_round (SzOffice *office, GArray **cards)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) briefs = sz_title_round_list (office, &error);
  const char *name = NULL;
  SzTitleRound *round;

  g_assert_no_error (error);
  for (guint i = 0; i < briefs->len; i++)
    {
      const char *tried = g_array_index (briefs, SzTitleRoundBrief, i).name;
      g_autoptr (GArray) there = sz_title_board (office, tried, &error);

      g_assert_no_error (error);
      if (name != NULL && there->len <= (*cards)->len)
        continue;
      name = tried;
      g_clear_pointer (cards, g_array_unref);
      *cards = g_steal_pointer (&there);
    }
  round = sz_title_round_load (office, name, &error);
  g_assert_no_error (error);
  return round;
}

static void
scene_open (Scene *scene)
{
  const SzDemoRequest request = { .people = PEOPLE, .year = 2025, .seed = SZ_DEMO_SEED };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  SzDemoReport report;

  *scene = (Scene){ .fixture = fixture_new () };
  sz_office_demo (scene->fixture->office, &request, &report, (SzProgress){ NULL, NULL }, NULL,
                  &error);
  g_assert_no_error (error);
  path = fixture_write (scene->fixture, "table.json", table_text);
  scene->table = sz_score_table_load (path, &error);
  g_assert_no_error (error);
  scene->round = find_round (scene->fixture->office, &scene->cards);
  g_assert_cmpuint (scene->cards->len, >=, 2);
}

static void
scene_close (Scene *scene)
{
  g_array_unref (scene->cards);
  sz_title_round_free (scene->round);
  sz_score_table_free (scene->table);
  fixture_free (scene->fixture);
}

static const char *
get_staff_no (const Scene *scene, guint i)
{
  return g_array_index (scene->cards, SzTitleCard, i).staff_no;
}

static GArray *
read_values (const Scene *scene)
{
  g_autoptr (GError) error = NULL;
  GArray *values = sz_title_values (scene->fixture->office, scene->round, scene->table, &error);

  g_assert_no_error (error);
  return values;
}

static void
add (GArray *values, const char *staff_no, gint64 value_x1e4)
{
  SzTitleValue value = { g_strdup (staff_no), g_strdup ("民主测评"), 0, 0, TRUE, value_x1e4 };

  g_array_append_val (values, value);
}

static void
put (const Scene *scene, const GArray *values)
{
  g_autoptr (GError) error = NULL;

  sz_title_values_put (scene->fixture->office, scene->round, scene->table, values, &error);
  g_assert_no_error (error);
}

static gint64
count_acts (const Scene *scene)
{
  return fixture_count (scene->fixture, "SELECT count(*) FROM acts");
}

/* Refused by @code: nothing is written, and the log says so. */
static void
refuse (const Scene *scene, const GArray *values, const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump (scene->fixture);
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;
  g_autofree char *logged = NULL;
  const gint64 acts = count_acts (scene);

  g_assert_false (
      sz_title_values_put (scene->fixture->office, scene->round, scene->table, values, &error));
  found = sz_error_dup_code (error);
  g_assert_cmpstr (found, ==, code);
  after = fixture_dump (scene->fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (count_acts (scene), ==, acts + 1);
  logged = fixture_text (scene->fixture,
                         "SELECT kind || ' ' || refused || ' ' || json_extract (summary, '$.code')"
                         " FROM acts ORDER BY seq DESC LIMIT 1");
  {
    g_autofree char *expected = g_strdup_printf ("title.values 1 %s", code);

    g_assert_cmpstr (logged, ==, expected);
  }
}

/* Two values, one act: rows and scores; one undo takes both back. */
static void
test_one_act (void)
{
  Scene scene;
  g_autoptr (GArray) values = sz_title_values_new ();
  g_autoptr (GArray) there = NULL;
  g_autoptr (GArray) cards = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *act = NULL;
  gint64 acts;
  gint64 rows;

  scene_open (&scene);
  there = read_values (&scene);
  g_assert_cmpuint (there->len, ==, 0);
  before = fixture_dump (scene.fixture);
  acts = count_acts (&scene);
  add (values, get_staff_no (&scene, 0), 900000);
  add (values, get_staff_no (&scene, 1), 855000);
  put (&scene, values);
  act = g_strdup (sz_office_get_last_act (scene.fixture->office));
  g_assert_cmpint (count_acts (&scene), ==, acts + 1);
  g_clear_pointer (&there, g_array_unref);
  there = read_values (&scene);
  g_assert_cmpuint (there->len, ==, 2);
  /* 85.5 × 0.3 = 25.65, and what the assessments give. */
  cards = sz_title_board (scene.fixture->office, sz_title_round_name (scene.round), &error);
  g_assert_no_error (error);
  g_assert_true (g_array_index (cards, SzTitleCard, 1).has_score);
  g_assert_cmpint (g_array_index (cards, SzTitleCard, 1).score_x100 % 200, ==, 2565 % 200);
  sz_office_undo (scene.fixture->office, act, &rows, &error);
  g_assert_no_error (error);
  after = fixture_dump (scene.fixture);
  g_assert_cmpstr (after, ==, before);
  scene_close (&scene);
}

/* Another one, and one that is taken away: as they were read. */
static void
test_changed (void)
{
  Scene scene;
  g_autoptr (GArray) values = sz_title_values_new ();
  g_autoptr (GArray) there = NULL;

  scene_open (&scene);
  add (values, get_staff_no (&scene, 0), 900000);
  add (values, get_staff_no (&scene, 1), 855000);
  put (&scene, values);
  there = read_values (&scene);
  g_array_index (there, SzTitleValue, 0).value_x1e4 = 950000;
  g_array_index (there, SzTitleValue, 1).given = FALSE;
  put (&scene, there);
  g_clear_pointer (&there, g_array_unref);
  there = read_values (&scene);
  g_assert_cmpuint (there->len, ==, 1);
  g_assert_cmpint (g_array_index (there, SzTitleValue, 0).value_x1e4, ==, 950000);
  scene_close (&scene);
}

/* What somebody else changed, entered or deleted meanwhile is not written over. */
static void
test_stale (void)
{
  Scene scene;
  g_autoptr (GArray) values = sz_title_values_new ();
  g_autoptr (GArray) mine = NULL;
  g_autoptr (GArray) other = NULL;
  g_autoptr (GArray) again = sz_title_values_new ();

  scene_open (&scene);
  add (values, get_staff_no (&scene, 0), 900000);
  put (&scene, values);
  mine = read_values (&scene);
  other = read_values (&scene);
  g_array_index (other, SzTitleValue, 0).value_x1e4 = 910000;
  put (&scene, other);
  g_array_index (mine, SzTitleValue, 0).value_x1e4 = 920000;
  /* The good one before it is not written either. */
  add (again, get_staff_no (&scene, 1), 800000);
  add (again, get_staff_no (&scene, 0), 930000);
  refuse (&scene, mine, "row.stale");
  refuse (&scene, again, "row.stale");
  g_clear_pointer (&other, g_array_unref);
  other = read_values (&scene);
  g_array_index (other, SzTitleValue, 0).given = FALSE;
  put (&scene, other);
  refuse (&scene, mine, "row.stale");
  g_array_index (mine, SzTitleValue, 0).given = FALSE;
  refuse (&scene, mine, "row.stale");
  scene_close (&scene);
}

static void
test_refused (void)
{
  Scene scene;
  g_autoptr (GArray) values = sz_title_values_new ();

  scene_open (&scene);
  add (values, get_staff_no (&scene, 0), 900000);
  add (values, get_staff_no (&scene, 1), -1);
  refuse (&scene, values, "register.value");
  g_array_index (values, SzTitleValue, 1).value_x1e4 = 10000;
  g_free (g_array_index (values, SzTitleValue, 1).item);
  g_array_index (values, SzTitleValue, 1).item = g_strdup ("考核优秀");
  refuse (&scene, values, "register.value");
  g_array_set_size (values, 1);
  add (values, "没有此人", 10000);
  refuse (&scene, values, "batch.no_application");
  scene_close (&scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title-values/ttl-16/one-act", test_one_act);
  g_test_add_func ("/title-values/ttl-16/changed", test_changed);
  g_test_add_func ("/title-values/ttl-16/stale", test_stale);
  g_test_add_func ("/title-values/ttl-16/refused", test_refused);
  return g_test_run ();
}
