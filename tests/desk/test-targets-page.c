/* test-targets-page.c — targets with their lists, and statistics whose figures are buttons
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "watch-desk.h"

#include <stdlib.h>

#include "sz-chart.h"
#include "sz-list-page.h"
#include "sz-register-dialog.h"
#include "sz-view-target-months.h"
#include "sz-view-targets.h"

/* A class shows its trainees. */
static void
test_classes (void)
{
  WatchDesk desk;

  watch_desk_open (&desk, "targets");
  watch_desk_choose_target (&desk, 4);
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "target-classes");
  desk_wait (watch_desk_is_settled, &desk);
  g_assert_cmpuint (watch_desk_count_rows (&desk), >, 0);
  sz_list_table_select (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), 1);
  desk_wait (watch_desk_is_settled, &desk);
  g_assert_nonnull (desk_find (GTK_WIDGET (desk.page), GTK_TYPE_LABEL, "label", "Hours due"));
  watch_desk_close (&desk);
}

static gboolean
is_tab (WatchDesk *desk, const char *list)
{
  GtkWidget *lists = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (desk->page), SZ_TYPE_LIST_PAGE, "lists"));
  GtkWidget *bin = gtk_stack_get_child_by_name (GTK_STACK (lists), list);

  g_assert_nonnull (bin);
  return gtk_stack_page_get_visible (gtk_stack_get_page (GTK_STACK (lists), bin));
}

/* RULE tgt-3: the ten stand at the left, each with its state; the chosen one has its year by month
 * and its lists as tabs: entries, what it is counted from, who is missing. */
static void
test_targets (void)
{
  static const char *const registers[][2]
      = { { "3", "target-graduates" }, { "4", "target-trainees" },
          { "5", "target-majors" },    { "6", "target-majors" },
          { "7", "target-skill-due" }, { "8", "target-rotation-roster" },
          { "9", "target-contests" } };
  WatchDesk desk;

  watch_desk_open (&desk, "targets");
  for (gsize i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      const guint place = (guint)atoi (registers[i][0]);

      watch_desk_choose_target (&desk, place);
      g_assert_true (is_tab (&desk, "target-entries") && is_tab (&desk, registers[i][1]));
      g_assert_true (
          gtk_widget_get_visible (desk_find (GTK_WIDGET (desk.page), SZ_TYPE_CHART, NULL, NULL)));
      g_assert_cmpint (is_tab (&desk, "target-missing"), ==,
                       place == 3 || place == 7 || place == 8);
      sz_list_page_show_view (SZ_LIST_PAGE (desk.page), registers[i][1]);
      desk_wait (watch_desk_is_settled, &desk);
      g_assert_cmpuint (watch_desk_count_rows (&desk), >, 0);
      desk_assert_named (GTK_WIDGET (desk.page));
    }
  watch_desk_choose_target (&desk, 4);
  watch_desk_assert_chosen (&desk, "职业培训人次");
  g_assert_true (
      gtk_widget_get_visible (desk_find (GTK_WIDGET (desk.page), SZ_TYPE_CHART, NULL, NULL)));
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "targets");
  desk_wait (watch_desk_is_settled, &desk);
  g_assert_cmpuint (watch_desk_count_rows (&desk), ==, 10);
  sz_list_table_select (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), 7);
  desk_wait (watch_desk_is_settled, &desk);
  watch_desk_assert_chosen (&desk, "职业技能等级认定应评尽评率");
  watch_desk_close (&desk);
}

static gboolean
has_people (gpointer data)
{
  return watch_desk_is_settled (data) && watch_desk_count_rows (data) > 0;
}

static gboolean
has_person (gpointer data)
{
  return sz_list_page_get_current (SZ_LIST_PAGE (((WatchDesk *)data)->page)) > 0;
}

/* RULE sta-3: the shares of a table are 100.00, and it says so. RULE sta-1, sta-2: a figure is a
 * button that lists its people below, and from there one comes to the person. */
static void
test_stats (void)
{
  WatchDesk desk;
  GtkWidget *all;
  GtkWidget *men;

  watch_desk_open (&desk, "stats");
  g_assert_nonnull (desk_find (GTK_WIDGET (desk.page), GTK_TYPE_LABEL, "label", "合计"));
  g_assert_nonnull (desk_find (GTK_WIDGET (desk.page), GTK_TYPE_LABEL, "label", "100.00"));
  g_assert_cmpuint (watch_desk_count_rows (&desk), ==, 0);
  all = desk_find (GTK_WIDGET (desk.page), GTK_TYPE_TOGGLE_BUTTON, "name", "\t0");
  men = desk_find (GTK_WIDGET (desk.page), GTK_TYPE_TOGGLE_BUTTON, "name", "\t1");
  g_assert_true (all != NULL && men != NULL);
  g_signal_emit_by_name (all, "clicked");
  desk_wait (has_people, &desk);
  g_assert_cmpuint (watch_desk_count_rows (&desk), ==,
                    (guint)atoi (
                        gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (all))))));
  g_signal_emit_by_name (men, "clicked");
  desk_wait (watch_desk_is_settled, &desk);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (men)));
  g_assert_cmpuint (watch_desk_count_rows (&desk), ==,
                    (guint)atoi (
                        gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (men))))));
  /* Pressed again it stays; another table has figures of its own. */
  g_signal_emit_by_name (men, "clicked");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (men)));
  desk_assert_named (GTK_WIDGET (desk.page));
  sz_list_table_enter (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), FALSE);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "stats.person", NULL);
  desk.page = sz_window_get_page (desk.window, "people");
  desk_wait (has_person, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", "stats:stats-title#1");
  desk.page = sz_window_get_page (desk.window, "stats");
  desk_wait (watch_desk_is_settled, &desk);
  desk_wait (watch_desk_is_settled, &desk);
  g_assert_nonnull (
      desk_find (GTK_WIDGET (desk.page), GTK_TYPE_TOGGLE_BUTTON, "name", "正高级\t0"));
  g_assert_cmpstr (sz_choice_button_get_choice (
                       sz_list_page_get_filter (SZ_LIST_PAGE (desk.page), "figure")),
                   ==, "正高级\t0");
  watch_desk_close (&desk);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (GTK_WIDGET (((WatchDesk *)data)->page));
}

/* Statistics is a tab of the people; the line of the sidebar stands for both. */
static void
test_stats_tab (void)
{
  WatchDesk desk;
  GtkWidget *tab;

  watch_desk_open (&desk, "targets");
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", "people");
  tab = desk_find (GTK_WIDGET (desk.window), GTK_TYPE_TOGGLE_BUTTON, "label", "Statistics");
  g_assert_true (tab != NULL && gtk_widget_get_mapped (tab));
  g_signal_emit_by_name (tab, "clicked");
  desk.page = sz_window_get_page (desk.window, "stats");
  desk_wait (is_mapped, &desk);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab)));
  tab = desk_find (GTK_WIDGET (desk.window), GTK_TYPE_TOGGLE_BUTTON, "label", "People");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tab)));
  g_signal_emit_by_name (tab, "clicked");
  desk.page = sz_window_get_page (desk.window, "people");
  desk_wait (is_mapped, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", "supervision");
  g_assert_null (
      desk_find (GTK_WIDGET (desk.window), GTK_TYPE_TOGGLE_BUTTON, "label", "Statistics"));
  watch_desk_close (&desk);
}

/* RULE tgt-11: the chart's months say what the targets themselves said at the end of each. */
static void
test_months (void)
{
  const SzDate days[] = { 20250331, 20250731, WATCH_DESK_DAY };
  const guint months[] = { 3, 7, 10 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = desk_demo (30);
  g_autoptr (SzOffice) office = sz_office_open (path, "test", &error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (SzTargetsView) view = sz_view_targets (office, 2025, days[i], &error);

      g_assert_no_error (error);
      for (guint line = 0; line < view->lines->len; line++)
        {
          const SzTargetLine *target = &g_array_index (view->lines, SzTargetLine, line);
          const char *id = target->indicator->indicator.id;
          const SzReading *reading = &target->figures.reading;
          SzTargetMonths shown;

          g_assert_true (sz_view_target_months (office, 2025, WATCH_DESK_DAY, id, &shown, &error));
          g_assert_cmpuint (shown.n, ==, 10);
          g_assert_cmpint (shown.values[months[i] - 1], ==, reading->known ? reading->value : 0);
        }
    }
  g_clear_object (&office);
  desk_demo_free (g_steal_pointer (&path));
}

static gboolean
has_goal (gpointer data)
{
  return watch_desk_is_settled (data)
         && desk_find (GTK_WIDGET (((WatchDesk *)data)->page), GTK_TYPE_INSCRIPTION, "text",
                       "4,321");
}

/* The goal is corrected where it stands. */
static void
test_goal (void)
{
  WatchDesk desk;

  watch_desk_open (&desk, "targets");
  desk.dialog = watch_desk_find_pane (&desk);
  g_assert_true (gtk_widget_get_visible (desk.dialog));
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "targets.goal", NULL);
  watch_desk_fill (&desk, "Allotted number", "4321");
  g_signal_emit_by_name (desk_find (desk.dialog, GTK_TYPE_BUTTON, "label", "_Save"), "clicked");
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "targets");
  desk_wait (has_goal, &desk);
  watch_desk_close (&desk);
}

/* The first of the missing whose reason is known to a register. */
static gint64
find_due (WatchDesk *desk)
{
  SzListTable *table = sz_list_page_get_table (SZ_LIST_PAGE (desk->page));
  gint64 row;

  for (row = 1; row <= (gint64)sz_list_table_get_size (table); row++)
    {
      sz_list_table_select (table, row);
      desk_wait (watch_desk_is_settled, desk);
      if (sz_list_table_type (table))
        return row;
    }
  return 0;
}

static gboolean
has_reason (gpointer data)
{
  return watch_desk_is_settled (data)
         && desk_find (GTK_WIDGET (((WatchDesk *)data)->page), GTK_TYPE_INSCRIPTION, "text",
                       "请产假");
}

/* RULE tgt-8: why somebody was not assessed is typed straight into the list; Escape takes it back,
 * and who is missing elsewhere has no such cell. */
static void
test_typed_reason (void)
{
  WatchDesk desk;
  GtkWidget *field;

  watch_desk_open (&desk, "targets");
  watch_desk_choose_target (&desk, 7);
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "target-missing");
  desk_wait (watch_desk_is_settled, &desk);
  g_assert_cmpint (find_due (&desk), >, 0);
  field = gtk_root_get_focus (GTK_ROOT (desk.window));
  g_assert_true (GTK_IS_TEXT (field));
  desk_assert_named (GTK_WIDGET (desk.page));
  gtk_editable_set_text (GTK_EDITABLE (field), "请产假");
  g_signal_emit_by_name (field, "activate");
  desk_wait (has_reason, &desk);
  g_assert_false (GTK_IS_TEXT (gtk_root_get_focus (GTK_ROOT (desk.window))));
  watch_desk_close (&desk);
}

static GtkWidget *
find_entry_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SZ_IS_REGISTER_DIALOG (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_marked (gpointer data)
{
  return gtk_widget_has_css_class (data, "error");
}

static gboolean
is_unmarked (gpointer data)
{
  return !is_marked (data);
}

/* Enter adds an entry; a period that is none is marked while typing, before anything is saved. */
static void
test_entry (void)
{
  WatchDesk desk;
  GtkWidget *period;

  watch_desk_open (&desk, "targets");
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "target-entries");
  desk_wait (watch_desk_is_settled, &desk);
  g_signal_emit_by_name (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), "activated");
  desk.dialog = find_entry_dialog ();
  g_assert_nonnull (desk.dialog);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (desk_find (desk.dialog, ADW_TYPE_ENTRY_ROW, "title", "年度"))),
                   ==, "2025");
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (desk_find (desk.dialog, ADW_TYPE_ENTRY_ROW, "title", "指标"))),
                   ==, "年招生人数");
  watch_desk_fill (&desk, "本期完成", "1");
  watch_desk_fill (&desk, "期间", "十三月");
  period = desk_find (desk.dialog, ADW_TYPE_ENTRY_ROW, "title", "期间");
  desk_wait (is_marked, period);
  watch_desk_fill (&desk, "期间", "2025-12-30");
  desk_wait (is_unmarked, period);
  gtk_window_destroy (GTK_WINDOW (desk.dialog));
  watch_desk_close (&desk);
}

/* (transfer full): a college without anybody. */
static char *
make_empty (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("shizi-desk-XXXXXX", &error);
  char *path = g_build_filename (folder, "empty.db", NULL);
  g_autoptr (SzOffice) office = sz_office_create (path, "test", "新建技师学院", 60, &error);

  g_assert_no_error (error);
  return path;
}

/* An empty college: every page says what belongs there, and every control has a name. */
static void
test_empty (void)
{
  static const char *const pages[] = { "overview", "targets", "stats", "supervision" };
  WatchDesk desk;

  watch_desk_open_at (&desk, make_empty (), pages[0]);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", pages[i]);
      desk.page = sz_window_get_page (desk.window, pages[i]);
      desk_wait (watch_desk_is_settled, &desk);
      desk_assert_named (GTK_WIDGET (desk.page));
    }
  watch_desk_close (&desk);
}

/* The names, roles and states of all lists of the four pages. */
static void
test_named (void)
{
  static const char *const places[] = { "overview",
                                        "supervision:findings",
                                        "supervision:rectify",
                                        "supervision:families",
                                        "supervision:tolerance",
                                        "supervision:due",
                                        "targets:targets#7",
                                        "stats:stats-post#1" };
  WatchDesk desk;
  GtkWidget *pressed;

  watch_desk_open (&desk, "overview");
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_auto (GStrv) words = g_strsplit (places[i], ":", 2);

      gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", places[i]);
      desk.page = sz_window_get_page (desk.window, words[0]);
      desk_wait (watch_desk_is_settled, &desk);
      desk_assert_named (GTK_WIDGET (desk.page));
    }
  pressed = desk_find (GTK_WIDGET (desk.page), GTK_TYPE_TOGGLE_BUTTON, "name", "\t0");
  for (GtkWidget *figure = gtk_widget_get_first_child (gtk_widget_get_parent (pressed));
       figure != NULL; figure = gtk_widget_get_next_sibling (figure))
    if (GTK_IS_TOGGLE_BUTTON (figure))
      {
        gtk_test_accessible_assert_role (figure, GTK_ACCESSIBLE_ROLE_BUTTON);
        g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (figure),
                                                         GTK_ACCESSIBLE_PROPERTY_LABEL));
        gtk_test_accessible_assert_state (figure, GTK_ACCESSIBLE_STATE_PRESSED,
                                          gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (figure))
                                              ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                              : GTK_ACCESSIBLE_TRISTATE_FALSE);
      }
  gtk_test_accessible_assert_role (desk_find (GTK_WIDGET (desk.window), GTK_TYPE_TOGGLE_BUTTON,
                                              "label", "Statistics"),
                                   GTK_ACCESSIBLE_ROLE_TAB);
  gtk_test_accessible_assert_state (desk_find (GTK_WIDGET (desk.window), GTK_TYPE_TOGGLE_BUTTON,
                                               "label", "Statistics"),
                                    GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  watch_desk_close (&desk);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/tgt-3/targets", test_targets);
  g_test_add_func ("/desk/tgt-11/months", test_months);
  g_test_add_func ("/desk/tgt-5/classes", test_classes);
  g_test_add_func ("/desk/tgt-11/goal", test_goal);
  g_test_add_func ("/desk/tgt-4/entry", test_entry);
  g_test_add_func ("/desk/tgt-8/typed-reason", test_typed_reason);
  g_test_add_func ("/desk/sta-3/stats", test_stats);
  g_test_add_func ("/desk/watch/stats-tab", test_stats_tab);
  g_test_add_func ("/desk/watch/empty", test_empty);
  g_test_add_func ("/desk/watch/named", test_named);
  return g_test_run ();
}
