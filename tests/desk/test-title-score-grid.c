/* test-title-score-grid.c — 量化评分: the grid alone: typed, ranked as one types, by keyboard
 * (ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include "sz-title-score-grid.h"
#include "sz-title-values.h"

/* A computed item, two that are typed, one of them under two names. */
static SzTitleScores *
make_scores (guint n)
{
  SzTitleScores *scores = g_new0 (SzTitleScores, 1);
  SzTitleScoreGroup *group = g_new0 (SzTitleScoreGroup, 1);

  scores->table = g_new0 (SzScoreTable, 1);
  scores->table->n_items = 4;
  for (guint i = 0; i < 4; i++)
    {
      static const char *const names[] = { "考核优秀", "民主测评", "述职", "测评加分" };
      SzScoreItem *item = &scores->table->items[i];

      item->name = g_strdup (names[i]);
      item->item = g_strdup (i == 3 ? "民主测评" : names[i]);
      item->kind = i > 0 ? SZ_SCORE_VALUE : SZ_SCORE_EXCELLENT;
      item->weight_x1e4 = i == 3 ? 100 : 3000;
      item->max_x100 = i == 1 ? 3000 : SZ_SCORE_UNSET;
    }
  scores->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  scores->groups = g_ptr_array_new ();
  scores->values = sz_title_values_new ();
  group->title = g_strdup ("讲师");
  group->scores = g_array_new (FALSE, TRUE, sizeof (SzScore));
  for (guint i = 0; i < n; i++)
    {
      SzTitleApplicant *applicant = g_new0 (SzTitleApplicant, 1);
      SzScore score = { .known = { TRUE }, .recommended = -1 };
      char *staff_no = g_strdup_printf ("%04u", i + 1);

      applicant->name = g_strdup_printf ("张%u", i + 1);
      g_hash_table_insert (scores->people, staff_no, applicant);
      score.staff_no = staff_no;
      g_array_append_val (group->scores, score);
    }
  g_ptr_array_add (scores->groups, group);
  return scores;
}

/* A grid in a window of its own. */
typedef struct
{
  SzTitleScores *scores;
  GtkWidget *window;
  SzTitleScoreGrid *grid;
} Scene;

static void
scene_open (Scene *scene, guint n)
{
  scene->scores = make_scores (n);
  scene->window = gtk_window_new ();
  scene->grid = SZ_TITLE_SCORE_GRID (sz_title_score_grid_new (scene->scores, 0));
  gtk_window_set_default_size (GTK_WINDOW (scene->window), 900, 400);
  gtk_window_set_child (GTK_WINDOW (scene->window), GTK_WIDGET (scene->grid));
  gtk_window_present (GTK_WINDOW (scene->window));
  sz_title_score_grid_focus (scene->grid);
  desk_turn ();
}

static void
scene_close (Scene *scene)
{
  gtk_window_destroy (GTK_WINDOW (scene->window));
  desk_turn ();
}

static void
press (Scene *scene, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (scene->grid));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  desk_turn ();
}

static GtkEditable *
get_focus (Scene *scene)
{
  return GTK_EDITABLE (gtk_root_get_focus (GTK_ROOT (scene->window)));
}

static void
type (Scene *scene, const char *text)
{
  gtk_editable_set_text (get_focus (scene), text);
  desk_turn ();
}

static void
assert_row (SzTitleScoreGrid *grid, guint row, const char *expected)
{
  g_autofree char *text = sz_title_score_grid_dup_row (grid, row);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_at (Scene *scene, guint row, guint item)
{
  g_assert_true (get_focus (scene) == sz_title_score_grid_get_cell (scene->grid, row, item));
}

/* What is not typed cannot be: rank, total and what the quota makes of it follow every key. */
static void
test_live (void)
{
  Scene scene;

  scene_open (&scene, 3);
  g_assert_null (sz_title_score_grid_get_cell (scene.grid, 0, 0));
  assert_row (scene.grid, 0, "— · 张1 · 0.00 ·  · ? ·  · ? ·  · ? · — · ? a value is missing");
  type (&scene, "85.5");
  /* 民主测评 is one value, whatever the items that count it. */
  assert_row (scene.grid, 0,
              "— · 张1 · 0.00 · 85.5 · 25.65 ·  · ? · 85.5 · 0.86 · — · "
              "? a value is missing");
  press (&scene, GDK_KEY_Tab);
  type (&scene, "60");
  assert_row (scene.grid, 0,
              "1 · 张1 · 0.00 · 85.5 · 25.65 · 60 · 18.00 · 85.5 · 0.86 · 44.51 · "
              "? to decide");
  gtk_editable_set_text (sz_title_score_grid_get_cell (scene.grid, 1, 1), "90");
  gtk_editable_set_text (sz_title_score_grid_get_cell (scene.grid, 1, 2), "60");
  assert_row (scene.grid, 1,
              "1 · 张2 · 0.00 · 90 · 27.00 · 60 · 18.00 · 90 · 0.90 · 45.90 · "
              "? to decide");
  assert_row (scene.grid, 0,
              "2 · 张1 · 0.00 · 85.5 · 25.65 · 60 · 18.00 · 85.5 · 0.86 · 44.51 · "
              "? to decide");
  scene_close (&scene);
}

/* Two of the same rank over a quota of one are framed; over a quota of two nobody is. */
static void
test_tie (void)
{
  Scene scene;

  scene_open (&scene, 3);
  for (guint i = 0; i < 2; i++)
    {
      gtk_editable_set_text (sz_title_score_grid_get_cell (scene.grid, i, 1), "50");
      gtk_editable_set_text (sz_title_score_grid_get_cell (scene.grid, i, 2), "0");
    }
  sz_title_score_grid_set_quota (scene.grid, 1);
  assert_row (scene.grid, 0,
              "[1 · 张1 · 0.00 · 50 · 15.00 · 0 · 0.00 · 50 · 0.50 · 15.50 · "
              "? a tie: to decide]");
  assert_row (scene.grid, 1,
              "[1 · 张2 · 0.00 · 50 · 15.00 · 0 · 0.00 · 50 · 0.50 · 15.50 · "
              "? a tie: to decide]");
  assert_row (scene.grid, 2, "— · 张3 · 0.00 ·  · ? ·  · ? ·  · ? · — · ? a value is missing");
  sz_title_score_grid_set_quota (scene.grid, 2);
  assert_row (scene.grid, 0,
              "1 · 张1 · 0.00 · 50 · 15.00 · 0 · 0.00 · 50 · 0.50 · 15.50 · "
              "✓ recommended");
  gtk_editable_set_text (sz_title_score_grid_get_cell (scene.grid, 1, 1), "49");
  sz_title_score_grid_set_quota (scene.grid, 1);
  assert_row (scene.grid, 1,
              "2 · 张2 · 0.00 · 49 · 14.70 · 0 · 0.00 · 49 · 0.49 · 15.19 · "
              "✗ beyond the quota");
  scene_close (&scene);
}

static void
test_keys (void)
{
  Scene scene;

  scene_open (&scene, 3);
  assert_at (&scene, 0, 1);
  press (&scene, GDK_KEY_Return);
  assert_at (&scene, 1, 1);
  press (&scene, GDK_KEY_Down);
  assert_at (&scene, 2, 1);
  press (&scene, GDK_KEY_Return);
  assert_at (&scene, 2, 1);
  press (&scene, GDK_KEY_Up);
  assert_at (&scene, 1, 1);
  press (&scene, GDK_KEY_Tab);
  assert_at (&scene, 1, 2);
  press (&scene, GDK_KEY_Tab);
  press (&scene, GDK_KEY_Tab);
  assert_at (&scene, 2, 1);
  press (&scene, GDK_KEY_ISO_Left_Tab);
  assert_at (&scene, 1, 3);
  press (&scene, GDK_KEY_Left);
  assert_at (&scene, 1, 2);
  press (&scene, GDK_KEY_Right);
  assert_at (&scene, 1, 3);
  scene_close (&scene);
}

/* What is no value is said, and keeps the keyboard; Escape gives back what stood there. */
static void
test_faulty (void)
{
  static const char *const faulty[] = { "x", "-1", "85.55555", "99999999999999999999" };
  Scene scene;

  scene_open (&scene, 2);
  type (&scene, "85.5");
  press (&scene, GDK_KEY_Return);
  press (&scene, GDK_KEY_Up);
  for (gsize i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autofree char *fault = NULL;

      type (&scene, faulty[i]);
      fault = sz_title_score_grid_dup_fault (scene.grid);
      g_assert_true (g_str_has_prefix (fault, "张1, 民主测评: a value is 0 or more"));
      press (&scene, GDK_KEY_Return);
      press (&scene, GDK_KEY_Tab);
      assert_at (&scene, 0, 1);
      gtk_widget_grab_focus (GTK_WIDGET (sz_title_score_grid_get_cell (scene.grid, 1, 2)));
      desk_turn ();
      assert_at (&scene, 0, 1);
    }
  press (&scene, GDK_KEY_Escape);
  g_assert_cmpstr (gtk_editable_get_text (get_focus (&scene)), ==, "85.5");
  g_assert_null (sz_title_score_grid_dup_fault (scene.grid));
  press (&scene, GDK_KEY_Return);
  assert_at (&scene, 1, 1);
  scene_close (&scene);
}

/* 950 for 95.0 counts no more than 30.00: it is said. */
static void
test_cut (void)
{
  Scene scene;
  g_autofree char *notice = NULL;

  scene_open (&scene, 1);
  type (&scene, "100");
  g_assert_null (sz_title_score_grid_dup_notice (scene.grid));
  type (&scene, "950");
  notice = sz_title_score_grid_dup_notice (scene.grid);
  g_assert_cmpstr (notice, ==,
                   "张1, 民主测评: it counts 30.00, the most of the item. Is it typed right?");
  g_assert_null (sz_title_score_grid_dup_fault (scene.grid));
  scene_close (&scene);
}

static void
assert_name (GtkEditable *cell, const char *expected)
{
  g_autofree char *other
      = gtk_test_accessible_check_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                            expected, -1);

  g_assert_cmpstr (other, ==, NULL);
}

static void
test_names (void)
{
  Scene scene;

  scene_open (&scene, 2);
  assert_name (sz_title_score_grid_get_cell (scene.grid, 1, 2), "Row 2, 张2, 述职: empty");
  gtk_editable_set_text (sz_title_score_grid_get_cell (scene.grid, 1, 2), "60");
  assert_name (sz_title_score_grid_get_cell (scene.grid, 1, 2), "Row 2, 张2, 述职: 60");
  desk_assert_named (GTK_WIDGET (scene.grid));
  scene_close (&scene);
}

static gboolean
is_filled (gpointer data)
{
  return sz_title_score_grid_is_filled (data);
}

/* Three hundred applicants come in by and by; whoever is not there yet is ranked all the same. */
static void
test_many (void)
{
  Scene scene;
  g_autoptr (GArray) values = sz_title_values_new ();

  scene_open (&scene, 300);
  desk_wait (is_filled, scene.grid);
  for (guint i = 0; i < 300; i += 10)
    {
      g_autofree char *text = g_strdup_printf ("%u", i % 100);

      type (&scene, text);
      for (guint j = 0; j < 10; j++)
        press (&scene, GDK_KEY_Return);
    }
  assert_at (&scene, 299, 1);
  sz_title_score_grid_add_values (scene.grid, values);
  g_assert_cmpuint (values->len, ==, 30);
  g_assert_cmpstr (g_array_index (values, SzTitleValue, 29).staff_no, ==, "0291");
  g_assert_cmpint (g_array_index (values, SzTitleValue, 29).value_x1e4, ==, 900000);
  scene_close (&scene);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  desk_init (&argc, &argv);
  g_test_add_func ("/title-score-grid/ttl-16/live", test_live);
  g_test_add_func ("/title-score-grid/ttl-16/tie", test_tie);
  g_test_add_func ("/title-score-grid/ttl-16/keys", test_keys);
  g_test_add_func ("/title-score-grid/ttl-16/faulty", test_faulty);
  g_test_add_func ("/title-score-grid/ttl-16/cut", test_cut);
  g_test_add_func ("/title-score-grid/ttl-16/names", test_names);
  g_test_add_func ("/title-score-grid/ttl-16/many", test_many);
  return g_test_run ();
}
