/* test-recruit-page.c — recruitment in the window: the board, marks typed into the grid and ranked
 * at once, saved as they are left (RULE rec-2, rec-5, rec-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-desk.h"

#include <string.h>

#include "sz-list-page.h"
#include "sz-parttime-act.h"
#include "sz-parttime-view.h"
#include "sz-quota-chart.h"
#include "sz-recruit-board.h"
#include "sz-recruit-page.h"
#include "sz-scheme-tab.h"

static SzScoreGrid *
open_scores (PageDesk *desk, const char *post)
{
  SzPostPane *pane = sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (desk->page));

  sz_recruit_page_open (SZ_RECRUIT_PAGE (desk->page), post);
  sz_post_pane_show_tab (pane, "scores");
  desk_wait (page_desk_is_settled, desk);
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
  PageDesk desk;
  guint line;

  page_desk_open (&desk, "recruit");
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
  page_desk_close (&desk);
}

static gboolean
has_marks (gpointer data)
{
  PageDesk *desk = data;
  SzScoreGrid *grid
      = sz_post_pane_get_grid (sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (desk->page)));
  const SzScoreSheet *sheet = sz_score_grid_get_sheet (grid);
  guint rows = 0;

  for (guint i = 0; sheet != NULL && page_desk_is_settled (data) && i < sheet->lines->len; i++)
    rows += g_array_index (sheet->lines, SzScoreLine, i).person->scores->len > 0 ? 1 : 0;
  return rows == 4;
}

/* A row is saved as it is left: another reading of the database knows it. */
static void
test_saving (void)
{
  SzScoreGrid *grid;
  PageDesk desk;
  guint line;

  page_desk_open (&desk, "recruit");
  grid = open_scores (&desk, "A05");
  line = find_empty_line (sz_score_grid_get_sheet (grid));
  for (guint i = 0; i < 7; i++)
    sz_score_grid_type (grid, line, i, "80");
  g_signal_emit_by_name (grid, "written", line);
  desk_wait (has_marks, &desk);
  page_desk_close (&desk);
}

/* Only with the preference, and only above the full mark, a number is one without its point. */
static void
test_point (void)
{
  SzScoreSheet *sheet;
  SzScoreGrid *grid;
  PageDesk desk;
  guint line;

  page_desk_open (&desk, "recruit");
  grid = open_scores (&desk, "A05");
  sheet = (SzScoreSheet *)sz_score_grid_get_sheet (grid);
  line = find_empty_line (sheet);
  g_assert_null (sz_score_sheet_dup_reading (sheet, line, "855"));
  sheet->omits_point = TRUE;
  for (guint i = 0; i < 7; i++)
    sz_score_grid_type (grid, line, i, i == 0 ? "100" : "855");
  g_assert_false (g_array_index (sheet->lines, SzScoreLine, line).faulty[1]);
  {
    g_autofree char *reading = sz_score_sheet_dup_reading (sheet, line, "855");
    g_auto (SzScoreTyped) typed = { 0 };

    g_assert_cmpstr (reading, ==, "85.5");
    g_assert_null (sz_score_sheet_dup_reading (sheet, line, "100"));
    g_assert_true (sz_score_sheet_get_typed (sheet, line, FALSE, &typed));
    g_assert_cmpstr (typed.marks[0], ==, "100.00");
    g_assert_cmpstr (typed.marks[1], ==, "85.50");
  }
  page_desk_close (&desk);
}

/* 复核录入: the first typing is hidden and stays what counts; only equal cells count as checked. */
static void
test_second (void)
{
  const SzScoreSheet *sheet;
  SzScoresPane *pane;
  SzScoreGrid *grid;
  SzScoreFigures before, after;
  g_autofree char *foot = NULL;
  PageDesk desk;

  page_desk_open (&desk, "recruit");
  grid = open_scores (&desk, "A05");
  pane = sz_post_pane_get_scores (sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (desk.page)));
  sheet = sz_score_grid_get_sheet (grid);
  sz_score_sheet_figures (sheet, 0, &before);
  g_assert_cmpint (before.score.state, ==, SZ_SCORE_GIVEN);
  sz_scores_pane_check (pane, TRUE);
  g_assert_cmpint (sz_score_sheet_second (sheet, 0, 0), ==, SZ_SECOND_NONE);
  sz_score_grid_type (grid, 0, 0, g_array_index (sheet->lines, SzScoreLine, 0).cells[0]);
  sz_score_grid_type (grid, 0, 1, "1");
  g_assert_cmpint (sz_score_sheet_second (sheet, 0, 0), ==, SZ_SECOND_SAME);
  g_assert_cmpint (sz_score_sheet_second (sheet, 0, 1), ==, SZ_SECOND_OTHER);
  sz_score_sheet_figures (sheet, 0, &after);
  g_assert_cmpint (after.score.score_x100, ==, before.score.score_x100);
  foot = sz_score_sheet_dup_foot (sheet);
  g_assert_nonnull (strstr (foot, "1 of 21 cells"));
  g_signal_emit_by_name (grid, "written", 0);
  desk_wait (page_desk_is_settled, &desk);
  sz_scores_pane_check (pane, FALSE);
  g_assert_cmpint (sz_score_sheet_second (sz_score_grid_get_sheet (grid), 0, 1), ==,
                   SZ_SECOND_OTHER);
  page_desk_close (&desk);
}

/* A reading that began before a row was typed does not take it away again. */
static void
test_stale (void)
{
  const SzScoreSheet *sheet;
  SzScoreGrid *grid;
  PageDesk desk;
  guint line;

  page_desk_open (&desk, "recruit");
  grid = open_scores (&desk, "A05");
  sheet = sz_score_grid_get_sheet (grid);
  line = find_empty_line (sheet);
  sz_score_grid_type (grid, line, 0, "80");
  g_assert_true (sz_score_grid_refresh (grid, sz_score_sheet_new (sheet->desk, "A05", "面试")));
  sheet = sz_score_grid_get_sheet (grid);
  g_assert_cmpstr (g_array_index (sheet->lines, SzScoreLine, line).cells[0], ==, "80");
  page_desk_close (&desk);
}

/* Every list of the other two pages answers. */
static void
test_lists (void)
{
  static const char *const lists[][2] = { { "parttime", "parttime-contracts" },
                                          { "parttime", "parttime-quota" },
                                          { "parttime", "parttime-fees" },
                                          { "establishment", "establishment-ledger" },
                                          { "establishment", "establishment-forecast" },
                                          { "establishment", "establishment-people" },
                                          { "establishment", "establishment-posts" } };
  PageDesk desk;

  page_desk_open (&desk, "parttime");
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", lists[i][0]);
      desk.page = sz_window_get_page (desk.window, lists[i][0]);
      sz_list_page_show_view (SZ_LIST_PAGE (desk.page), lists[i][1]);
      desk_wait (page_desk_is_settled, &desk);
      g_test_message ("%s", lists[i][1]);
      /* 名额: "Quota" alone is the word for 额定课时 */
      if (strcmp (lists[i][1], "parttime-quota") == 0)
        g_assert_cmpstr (sz_list_page_get_view (SZ_LIST_PAGE (desk.page))->title, ==,
                         "Part-Time Quota");
      g_assert_cmpuint (sz_list_table_get_size (sz_list_page_get_table (SZ_LIST_PAGE (desk.page))),
                        >, 0);
    }
  page_desk_close (&desk);
}

static gint64
find_post_id (PageDesk *desk, const char *code)
{
  g_autoptr (SzOffice) office = sz_office_open (desk->path, "test", NULL);
  g_autoptr (SzRecruitDesk) read = sz_recruit_desk_open (office, NULL, 20250601, NULL);
  const SzRecruitPost *post = sz_recruit_book_post (read->book, code);

  g_assert_nonnull (post);
  return post->row->id;
}

/* A card for each post, each under its state. */
static void
test_board (void)
{
  PageDesk desk;

  page_desk_open (&desk, "recruit");
  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *code = g_strdup_printf ("A%02u", i);
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, find_post_id (&desk, code));

      g_assert_nonnull (desk_find (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "name", name));
    }
  page_desk_close (&desk);
}

/* RULE rec-19: on the one board of the kit a card goes one column to the right and nowhere else:
 * the step is asked for as by F6. */
static void
test_dragging (void)
{
  SzCardBoard *board;
  GtkWidget *dialog;
  gint64 id;
  PageDesk desk;

  page_desk_open (&desk, "recruit");
  board = SZ_CARD_BOARD (desk_find (GTK_WIDGET (desk.page), SZ_TYPE_CARD_BOARD, NULL, NULL));
  id = find_post_id (&desk, "A03");
  g_assert_false (sz_card_board_move (board, id, 2));
  g_assert_false (sz_card_board_move (board, id, 5));
  g_assert_false (sz_card_board_move (board, id, 1));
  g_assert_null (page_desk_find_dialog (&desk));
  g_assert_true (sz_card_board_move (board, id, 3));
  desk_wait (page_desk_has_dialog, &desk);
  dialog = page_desk_find_dialog (&desk);
  gtk_window_destroy (GTK_WINDOW (dialog));
  page_desk_close (&desk);
}

/* RULE rec-15: the sentence is read while it is typed; what cannot be read is said and not kept. */
static void
test_sentence (void)
{
  SzPostPane *pane;
  SzSchemeTab *tab;
  PageDesk desk;

  page_desk_open (&desk, "recruit");
  pane = sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (desk.page));
  sz_recruit_page_open (SZ_RECRUIT_PAGE (desk.page), "A01");
  desk_wait (page_desk_is_settled, &desk);
  sz_post_pane_show_tab (pane, "scheme");
  tab = SZ_SCHEME_TAB (desk_find (GTK_WIDGET (pane), SZ_TYPE_SCHEME_TAB, NULL, NULL));
  sz_scheme_tab_type (tab, "面试40；笔试:60%");
  g_assert_nonnull (strstr (sz_scheme_tab_get_reading (tab), "面试40%+笔试60%"));
  sz_scheme_tab_type (tab, "初试0%→面试60%→笔试40%");
  g_assert_nonnull (strstr (sz_scheme_tab_get_reading (tab), "初试0%→面试60%→笔试40%"));
  sz_scheme_tab_type (tab, "面试40%+笔试50%");
  g_assert_null (strstr (sz_scheme_tab_get_reading (tab), " · "));
  g_assert_cmpstr (sz_scheme_tab_get_reading (tab), !=, "");
  page_desk_close (&desk);
}

/* (transfer full) (nullable): the first post being screened with somebody to be looked at. */
static char *
find_waiting (PageDesk *desk, gint64 *id)
{
  g_autoptr (SzOffice) office = sz_office_open (desk->path, "test", NULL);
  g_autoptr (SzRecruitDesk) read = sz_recruit_desk_open (office, NULL, 20250601, NULL);

  for (guint i = 0; i < read->book->posts->len; i++)
    {
      const SzRecruitPost *post = g_ptr_array_index (read->book->posts, i);

      if (strcmp (post->state, "screening") == 0 && post->undecided > 0)
        {
          *id = post->row->id;
          return g_strdup (post->row->code);
        }
    }
  return NULL;
}

static GtkLabel *
find_links (PageDesk *desk)
{
  GtkWidget *label
      = page_desk_find_dialog (desk) != NULL
            ? desk_find (page_desk_find_dialog (desk), GTK_TYPE_LABEL, "name", "sz-people")
            : NULL;

  return label != NULL && gtk_widget_get_visible (label) ? GTK_LABEL (label) : NULL;
}

static gboolean
has_links (gpointer data)
{
  return find_links (data) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return page_desk_find_dialog (data) == NULL;
}

/* RULE rec-19: a step that is refused says so in its dialog, with those it waits for as links to
 * them. */
static void
test_refused (void)
{
  SzPostPane *pane;
  GtkWidget *board;
  gboolean followed = FALSE;
  g_autofree char *post = NULL;
  g_autofree char *ticket = NULL;
  const char *href;
  gint64 id = 0;
  PageDesk desk;

  page_desk_open (&desk, "recruit");
  post = find_waiting (&desk, &id);
  g_assert_nonnull (post);
  board = desk_find (GTK_WIDGET (desk.page), SZ_TYPE_CARD_BOARD, NULL, NULL);
  g_signal_emit_by_name (board, "step", id);
  desk_wait (page_desk_has_dialog, &desk);
  g_signal_emit_by_name (desk_find (page_desk_find_dialog (&desk), GTK_TYPE_BUTTON, "label",
                                    "开考"),
                         "clicked");
  desk_wait (has_links, &desk);
  href = strstr (gtk_label_get_label (find_links (&desk)), "href=\"");
  g_assert_nonnull (href);
  ticket = g_strndup (href + 6, strcspn (href + 6, "\""));
  g_signal_emit_by_name (find_links (&desk), "activate-link", ticket, &followed);
  g_assert_true (followed);
  desk_wait (has_no_dialog, &desk);
  pane = sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (desk.page));
  g_assert_cmpstr (sz_post_pane_get_post (pane), ==, post);
  page_desk_close (&desk);
}

static void
fill (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *row = desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static GtkWidget *
find_save (PageDesk *desk)
{
  return desk_find (page_desk_find_dialog (desk), GTK_TYPE_BUTTON, "label", "_Save");
}

static gboolean
is_refused (gpointer data)
{
  return !gtk_widget_get_sensitive (find_save (data));
}

static gboolean
is_offered (gpointer data)
{
  return gtk_widget_get_sensitive (find_save (data));
}

static gboolean
has_name (gpointer data)
{
  GtkWidget *row = desk_find (page_desk_find_dialog (data), ADW_TYPE_ENTRY_ROW, "title", "Name");

  return *gtk_editable_get_text (GTK_EDITABLE (row)) != '\0';
}

/* RULE rec-23: the ID fills what is known of the person. */
static void
test_known (void)
{
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (SzParttimeBook) book = NULL;
  const SzContractRow *known;
  GtkWidget *dialog;
  PageDesk desk;

  page_desk_open (&desk, "parttime");
  office = sz_office_open (desk.path, "test", NULL);
  book = sz_parttime_book_load (office, NULL);
  known = ((const SzParttimeContract *)g_ptr_array_index (book->contracts, 0))->row;
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "parttime.open", NULL);
  desk_wait (page_desk_has_dialog, &desk);
  dialog = page_desk_find_dialog (&desk);
  fill (dialog, "ID number", known->id_number);
  desk_wait (has_name, &desk);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", "Name"))),
                   ==, known->name);
  g_assert_cmpstr (gtk_editable_get_text (
                       GTK_EDITABLE (desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", "Course"))),
                   ==, known->course);
  gtk_window_destroy (GTK_WINDOW (dialog));
  page_desk_close (&desk);
}

/* RULE rec-9: over the limit the dialog says so with the first day, and saves nothing without
 * 批文号; the year strip is there. */
static void
test_strip (void)
{
  PageDesk desk;
  GtkWidget *dialog;

  page_desk_open (&desk, "parttime");
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "parttime.open", NULL);
  desk_wait (page_desk_has_dialog, &desk);
  dialog = page_desk_find_dialog (&desk);
  fill (dialog, "Name", "王五");
  fill (dialog, "ID number", "370102199001010017");
  fill (dialog, "From", "2025-03-01");
  fill (dialog, "To", "2025-06-30");
  desk_wait (is_offered, &desk);
  fill (dialog, "Share of the establishment (1 when empty)", "500");
  desk_wait (is_refused, &desk);
  g_assert_true (gtk_widget_get_visible (desk_find (dialog, SZ_TYPE_QUOTA_CHART, NULL, NULL)));
  fill (dialog, "Number of the approval (批文号)", "鲁人社〔2025〕9号");
  desk_wait (is_offered, &desk);
  gtk_window_destroy (GTK_WINDOW (dialog));
  page_desk_close (&desk);
}

/* Several renewed at once: all of them, or, where one cannot be, none. */
static void
test_renewing (void)
{
  static const char *const agreements[] = { "JZ2025-0001", "JZ2025-0002", NULL };
  SzParttimeRenewal renewal
      = { .agreements = agreements,
          .ending = "-续",
          .approval = "示例批〔2025〕1号", /* the spring of 2026 is over already */
          .to = 20271231 };
  char *path = desk_demo (128);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (path, "test", &error);
  g_autoptr (SzParttimeBook) book = NULL;
  guint before;

  g_assert_no_error (error);
  book = sz_parttime_book_load (office, &error);
  before = book->contracts->len;
  g_assert_true (sz_parttime_renew_all (office, &renewal, &error));
  g_clear_pointer (&book, sz_parttime_book_free);
  book = sz_parttime_book_load (office, &error);
  g_assert_cmpuint (book->contracts->len, ==, before + 2);
  g_assert_false (sz_parttime_renew_all (office, &renewal, &error));
  g_assert_error (error, SZ_ERROR, SZ_ERROR_REFUSED);
  g_clear_error (&error);
  g_clear_pointer (&book, sz_parttime_book_free);
  book = sz_parttime_book_load (office, &error);
  g_assert_cmpuint (book->contracts->len, ==, before + 2);
  g_clear_pointer (&book, sz_parttime_book_free);
  g_clear_object (&office);
  desk_demo_free (path);
}

int
main (int argc, char *argv[])
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/recruit/board", test_board);
  g_test_add_func ("/desk/rec-2/typing", test_typing);
  g_test_add_func ("/desk/rec-2/point", test_point);
  g_test_add_func ("/desk/rec-19/second", test_second);
  g_test_add_func ("/desk/rec-19/stale", test_stale);
  g_test_add_func ("/desk/rec-19/saving", test_saving);
  g_test_add_func ("/desk/recruit/lists", test_lists);
  g_test_add_func ("/desk/rec-19/dragging", test_dragging);
  g_test_add_func ("/desk/rec-15/sentence", test_sentence);
  g_test_add_func ("/desk/rec-19/refused", test_refused);
  g_test_add_func ("/desk/rec-9/strip", test_strip);
  g_test_add_func ("/desk/rec-23/known", test_known);
  g_test_add_func ("/desk/rec-23/renewing", test_renewing);
  return g_test_run ();
}
