/* test-title-dossier.c — all that hangs on an application (ttl-15, ttl-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-fixture.h"

#include "sz-demo.h"
#include "sz-title-board.h"
#include "sz-title-dossier.h"
#include "sz-title-life.h"

#define PEOPLE 120

/* The demo college and its round in that state, with the applications. */
typedef struct
{
  Fixture *fixture;
  char *name;
  SzTitleRound *round;
  GArray *cards; /* of SzTitleCard */
} Scene;

static void
load (Scene *scene)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&scene->round, sz_title_round_free);
  g_clear_pointer (&scene->cards, g_array_unref);
  scene->round = sz_title_round_load (scene->fixture->office, scene->name, &error);
  g_assert_no_error (error);
  scene->cards = sz_title_board (scene->fixture->office, scene->name, &error);
  g_assert_no_error (error);
}

static void
scene_open (Scene *scene, const char *state)
{
  const SzDemoRequest request = { .people = PEOPLE, .year = 2025, .seed = SZ_DEMO_SEED };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) briefs = NULL;
  SzDemoReport report;

  *scene = (Scene){ .fixture = fixture_new () };
  sz_office_demo (scene->fixture->office, &request, &report, (SzProgress){ NULL, NULL }, NULL,
                  &error);
  g_assert_no_error (error);
  briefs = sz_title_round_list (scene->fixture->office, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < briefs->len; i++)
    if (g_str_equal (g_array_index (briefs, SzTitleRoundBrief, i).state, state))
      scene->name = g_strdup (g_array_index (briefs, SzTitleRoundBrief, i).name);
  g_assert_nonnull (scene->name);
  load (scene);
}

static void
scene_close (Scene *scene)
{
  g_array_unref (scene->cards);
  sz_title_round_free (scene->round);
  g_free (scene->name);
  fixture_free (scene->fixture);
}

static const SzTitleCard *
find_card (const Scene *scene, SzTitleStage stage)
{
  for (guint i = 0; i < scene->cards->len; i++)
    if (g_array_index (scene->cards, SzTitleCard, i).stage == stage)
      return &g_array_index (scene->cards, SzTitleCard, i);
  g_assert_not_reached ();
}

static SzTitleDossier *
read_dossier (const Scene *scene, gint64 person_id)
{
  g_autoptr (GError) error = NULL;
  SzTitleDossier *dossier
      = sz_title_dossier (scene->fixture->office, scene->round, person_id, &error);

  g_assert_no_error (error);
  return dossier;
}

/* Papers as the sheet has them, the decision with its reason, what was objected and asked for; of
   somebody else nothing of it. */
static void
test_said (void)
{
  Scene scene;
  g_autoptr (SzTitleDossier) dossier = NULL;
  g_autoptr (SzTitleDossier) other = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *papers = NULL;
  g_autofree char *staff_no = NULL;
  gint64 person_id;

  scene_open (&scene, "closed");
  staff_no = g_strdup (find_card (&scene, SZ_TITLE_TO_DECIDE)->staff_no);
  person_id = find_card (&scene, SZ_TITLE_TO_DECIDE)->person_id;
  papers = g_strdup_printf ("批次,工号,条件,材料名称,页码,附件\n%s,%s,业绩,论文复印件,12,lw.pdf\n"
                            "%s,%s,考核,考核表,,\n",
                            scene.name, staff_no, scene.name, staff_no);
  fixture_import_text (scene.fixture, "title-evidence", papers);
  sz_title_recommend (scene.fixture->office, scene.name, staff_no, FALSE, "同分，教龄短", &error);
  g_assert_no_error (error);
  sz_title_object (scene.fixture->office,
                   &(SzTitleObjection){ scene.name, staff_no, "课时不实", NULL, FALSE }, &error);
  g_assert_no_error (error);
  sz_title_object (scene.fixture->office,
                   &(SzTitleObjection){ scene.name, staff_no, NULL, "核实无误", FALSE }, &error);
  g_assert_no_error (error);
  sz_title_appeal (scene.fixture->office,
                   &(SzTitleAppeal){ scene.name, staff_no, 20251124, "请求复查", NULL }, &error);
  g_assert_no_error (error);
  load (&scene);
  dossier = read_dossier (&scene, person_id);
  g_assert_cmpuint (dossier->papers->len, ==, 2);
  g_assert_cmpstr (g_array_index (dossier->papers, SzTitlePaper, 0).page, ==, "12");
  g_assert_cmpstr (g_array_index (dossier->papers, SzTitlePaper, 0).attachment, ==, "lw.pdf");
  g_assert_cmpstr (g_array_index (dossier->papers, SzTitlePaper, 1).material, ==, "考核表");
  g_assert_true (dossier->decided && !dossier->recommended);
  g_assert_cmpstr (dossier->reason, ==, "同分，教龄短");
  g_assert_cmpuint (dossier->objections->len, ==, 1);
  g_assert_cmpstr (g_array_index (dossier->objections, SzTitleDispute, 0).answer, ==, "核实无误");
  g_assert_cmpuint (dossier->appeals->len, ==, 1);
  g_assert_cmpstr (g_array_index (dossier->appeals, SzTitleDispute, 0).answer, ==, "");
  g_assert_false (dossier->voted);
  other = read_dossier (&scene, find_card (&scene, SZ_TITLE_RECOMMENDED)->person_id);
  g_assert_cmpuint (other->papers->len + other->objections->len + other->appeals->len, ==, 0);
  g_assert_true (other->recommended);
  scene_close (&scene);
}

/* The tally with what it was counted on. */
static void
test_voted (void)
{
  Scene scene;
  g_autoptr (SzTitleDossier) dossier = NULL;

  scene_open (&scene, "done");
  dossier = read_dossier (&scene, find_card (&scene, SZ_TITLE_PASSED)->person_id);
  g_assert_true (dossier->voted && dossier->ballot.valid && dossier->ballot.passed);
  g_assert_cmpint (dossier->tally.in_favour, >=, dossier->ballot.needed);
  g_assert_cmpint (dossier->meeting, !=, SZ_DATE_NONE);
  scene_close (&scene);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title-dossier/ttl-15/ttl-17/said", test_said);
  g_test_add_func ("/title-dossier/ttl-6/voted", test_voted);
  return g_test_run ();
}
