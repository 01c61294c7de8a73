/* test-recruit-page.c — recruitment in the window: the board, marks typed into the grid and ranked
 * at once, saved as they are left (RULE rec-2, rec-5, rec-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include <string.h>

#include "sz-list-page.h"
#include "sz-recruit-board.h"
#include "sz-recruit-page.h"

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzPage *page;
} Desk;

static gboolean
is_settled (gpointer data)
{
  return sz_page_is_settled (((Desk *)data)->page);
}

static void
desk_open (Desk *desk, const char *duty)
{
  *desk = (Desk){ .path = desk_demo (30) };
  desk->window = desk_window (desk->path, &desk->tasks);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", duty);
  desk->page = sz_window_get_page (desk->window, duty);
  desk_wait (is_settled, desk);
}

static void
desk_close (Desk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->path);
}

/* A card for each post, each under its state. */
static void
test_board (void)
{
  Desk desk;

  desk_open (&desk, "recruit");
  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *code = g_strdup_printf ("A%02u", i);

      g_assert_nonnull (desk_find (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "name", code));
    }
  desk_close (&desk);
}

static SzScoreGrid *
open_scores (Desk *desk, const char *post)
{
  SzPostPane *pane = sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (desk->page));

  sz_recruit_page_open (SZ_RECRUIT_PAGE (desk->page), post);
  sz_post_pane_show_tab (pane, "scores");
  desk_wait (is_settled, desk);
  return sz_post_pane_get_grid (pane);
}

static guint
find_empty_line (const SzScoreSheet *sheet)
{
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      SzScoreFigures figures;

      sz_score_sheet_figures (sheet, i, &figures);
      if (figures.score.state == SZ_SCORE_NONE)
        return i;
    }
  g_assert_not_reached ();
}

/* RULE rec-2: 437.5 / 5 = 87.50 of the handbook, typed key by key; what is out of range stays red
 * and the row has no mean. */
static void
test_typing (void)
{
  static const char *const marks[] = { "88", "86.5", "90", "84", "87.5", "91", "85.5" };
  const SzScoreSheet *sheet;
  SzScoreFigures figures;
  SzScoreGrid *grid;
  Desk desk;
  guint line;

  desk_open (&desk, "recruit");
  grid = open_scores (&desk, "A05");
  sheet = sz_score_grid_get_sheet (grid);
  g_assert_cmpuint (sheet->n_judges, ==, G_N_ELEMENTS (marks));
  line = find_empty_line (sheet);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      sz_score_sheet_figures (sheet, line, &figures);
      g_assert_cmpint (figures.score.state, ==, SZ_SCORE_NONE);
      sz_score_grid_type (grid, line, i, marks[i]);
    }
  sz_score_sheet_figures (sheet, line, &figures);
  g_assert_cmpint (figures.score.state, ==, SZ_SCORE_GIVEN);
  g_assert_cmpint (figures.score.score_x100, ==, 8750);
  sz_score_grid_type (grid, line, 0, "855");
  g_assert_true (g_array_index (sheet->lines, SzScoreLine, line).faulty[0]);
  sz_score_sheet_figures (sheet, line, &figures);
  g_assert_cmpint (figures.score.state, ==, SZ_SCORE_NONE);
  sz_score_grid_type (grid, line, 0, "h");
  g_assert_cmpstr (g_array_index (sheet->lines, SzScoreLine, line).cells[0], ==, "回避");
  sz_score_sheet_figures (sheet, line, &figures);
  g_assert_cmpint (figures.score.state, ==, SZ_SCORE_GIVEN);
  desk_close (&desk);
}

static gboolean
has_marks (gpointer data)
{
  Desk *desk = data;
  SzScoreGrid *grid
      = sz_post_pane_get_grid (sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (desk->page)));
  const SzScoreSheet *sheet = sz_score_grid_get_sheet (grid);
  guint rows = 0;

  for (guint i = 0; sheet != NULL && is_settled (data) && i < sheet->lines->len; i++)
    rows += g_array_index (sheet->lines, SzScoreLine, i).person->scores->len > 0 ? 1 : 0;
  return rows == 4;
}

/* A row is saved as it is left: another reading of the database knows it. */
static void
test_saving (void)
{
  SzScoreGrid *grid;
  Desk desk;
  guint line;

  desk_open (&desk, "recruit");
  grid = open_scores (&desk, "A05");
  line = find_empty_line (sz_score_grid_get_sheet (grid));
  for (guint i = 0; i < 7; i++)
    sz_score_grid_type (grid, line, i, "80");
  g_signal_emit_by_name (grid, "written", line);
  desk_wait (has_marks, &desk);
  desk_close (&desk);
}

/* Every list of the other two pages answers. */
static void
test_lists (void)
{
  static const char *const lists[][2] = { { "parttime", "parttime-contracts" },
                                          { "parttime", "parttime-quota" },
                                          { "parttime", "parttime-fees" },
                                          { "establishment", "establishment-ledger" },
                                          { "establishment", "establishment-forecast" } };
  Desk desk;

  desk_open (&desk, "parttime");
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", lists[i][0]);
      desk.page = sz_window_get_page (desk.window, lists[i][0]);
      sz_list_page_show_view (SZ_LIST_PAGE (desk.page), lists[i][1]);
      desk_wait (is_settled, &desk);
      g_test_message ("%s", lists[i][1]);
      g_assert_cmpuint (sz_list_table_get_size (sz_list_page_get_table (SZ_LIST_PAGE (desk.page))),
                        >, 0);
    }
  desk_close (&desk);
}

int
main (int argc, char *argv[])
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/recruit/board", test_board);
  g_test_add_func ("/desk/rec-2/typing", test_typing);
  g_test_add_func ("/desk/rec-19/saving", test_saving);
  g_test_add_func ("/desk/recruit/lists", test_lists);
  return g_test_run ();
}
