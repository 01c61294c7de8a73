/* test-titles-page.c — posts, assessment, titles, appointment in the window (pst-6, ttl-7,
 * ttl-15, ttl-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-desk.h"

#include <string.h>

#include "sz-appoint-act.h"
#include "sz-ballot-dialog.h"
#include "sz-card-board.h"
#include "sz-form-dialog.h"
#include "sz-plan-dialog.h"
#include "sz-standard-book.h"
#include "sz-standard-dialog.h"
#include "sz-standard-draft.h"
#include "sz-post-day.h"
#include "sz-title-board.h"
#include "sz-title-life.h"
#include "sz-title-meeting.h"
#include "sz-title-panel.h"
#include "sz-title-round.h"
#include "sz-titles-page.h"

static guint
count (PageDesk *desk)
{
  return sz_list_table_get_size (sz_list_page_get_table (SZ_LIST_PAGE (desk->page)));
}

/* Every list can be shown and has its rows; the details of the first one follow the selection. */
static void
test_lists (void)
{
  static const char *const views[]
      = { "titles-posts", "titles-assess", "titles-who",      "titles-round",   "titles-panel",
          "titles-rise",  "titles-case",   "titles-standard", "titles-findings" };
  PageDesk desk;

  page_desk_open_of (&desk, 60, "titles:titles-posts");
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      sz_list_page_show_view (SZ_LIST_PAGE (desk.page), views[i]);
      desk_wait (page_desk_is_settled, &desk);
      g_test_message ("%s: %u", views[i], count (&desk));
      g_assert_cmpuint (count (&desk), >, 0);
      sz_list_table_enter (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), FALSE);
      desk_wait (page_desk_is_settled, &desk);
    }
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "titles-due");
  desk_wait (page_desk_is_settled, &desk);
  page_desk_close (&desk);
}

static GtkWidget *
find_dialog (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
      return l->data;
  return NULL;
}

static guint
count_cases (PageDesk *desk, const char *state)
{
  g_autoptr (SzOffice) office = page_desk_open_office (desk);
  g_autoptr (GPtrArray) cases = sz_appoint_list (office, state, NULL);

  return cases->len;
}

static gboolean
is_withdrawn (gpointer data)
{
  return page_desk_is_settled (data) && count_cases (data, "withdrawn") == 1;
}

/* A case is withdrawn with its reason. */
static void
test_withdraw (void)
{
  PageDesk desk;
  GtkWidget *dialog;
  GtkWidget *reason;

  page_desk_open_of (&desk, 60, "titles:titles-case");
  g_assert_cmpuint (count_cases (&desk, "open"), >, 0);
  sz_list_table_enter (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), FALSE);
  desk_wait (page_desk_is_settled, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.withdraw-case", NULL);
  dialog = find_dialog (SZ_TYPE_FORM_DIALOG);
  g_assert_nonnull (dialog);
  reason = desk_find (dialog, ADW_TYPE_ENTRY_ROW, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (reason), "本人放弃");
  g_signal_emit_by_name (desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Withdraw"), "clicked");
  desk_wait (is_withdrawn, &desk);
  page_desk_close (&desk);
}

static gboolean
has_ballot_dialog (gpointer data)
{
  return page_desk_is_settled (data) && find_dialog (SZ_TYPE_BALLOT_DIALOG) != NULL;
}

static gboolean
has_plan_dialog (gpointer data)
{
  return page_desk_is_settled (data) && find_dialog (SZ_TYPE_PLAN_DIALOG) != NULL;
}

static void
set_row (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *row = desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* The entries of a dialog's grid, in the order of its columns and rows. */
static GtkEditable *
get_entry (GtkWidget *dialog, int column, int row)
{
  GtkGrid *grid = GTK_GRID (desk_find (dialog, GTK_TYPE_GRID, NULL, NULL));

  return GTK_EDITABLE (gtk_grid_get_child_at (grid, column, row));
}

static const char *
get_grid_text (GtkWidget *dialog, int column, int row)
{
  GtkGrid *grid = GTK_GRID (desk_find (dialog, GTK_TYPE_GRID, NULL, NULL));

  return gtk_label_get_text (GTK_LABEL (gtk_grid_get_child_at (grid, column, row)));
}

/* The latest round that has somebody to vote on. (transfer full) */
static char *
find_round_to_vote (PageDesk *desk)
{
  g_autoptr (SzOffice) office = page_desk_open_office (desk);
  g_autoptr (GArray) briefs = sz_title_round_list (office, NULL);

  for (guint i = briefs->len; i-- > 0;)
    {
      const char *name = g_array_index (briefs, SzTitleRoundBrief, i).name;
      g_autoptr (SzTitleMeeting) meeting = sz_title_meeting (office, name, NULL);

      if (meeting->tallies->len > 0)
        return g_strdup (name);
    }
  return NULL;
}

typedef struct
{
  PageDesk *desk;
  const char *round;
} Voting;

static gboolean
is_voted (gpointer data)
{
  const Voting *voting = data;
  g_autoptr (SzOffice) office = page_desk_open_office (voting->desk);
  g_autoptr (SzTitleMeeting) meeting = sz_title_meeting (office, voting->round, NULL);
  const SzTitleTally *tally = &g_array_index (meeting->tallies, SzTitleTally, 0);

  return page_desk_is_settled (voting->desk) && tally->known && tally->tally.panel == 27
         && tally->tally.in_favour == 12 && tally->tally.against == 7;
}

/* 27 members, 19 attend, 12 for: 13 are needed. A wrong sum cannot be saved. */
static void
test_vote (void)
{
  static const char *const wrong[] = { "19", "0", "12", "6", "0", "0" };
  PageDesk desk;
  g_autofree char *round = NULL;
  GtkWidget *dialog;
  GtkWidget *save;

  page_desk_open_of (&desk, 60, "titles:titles-round");
  round = find_round_to_vote (&desk);
  g_assert_nonnull (round);
  sz_list_page_choose (SZ_LIST_PAGE (desk.page), "round", round);
  desk_wait (page_desk_is_settled, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.vote", NULL);
  desk_wait (has_ballot_dialog, &desk);
  dialog = find_dialog (SZ_TYPE_BALLOT_DIALOG);
  save = desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Save");
  set_row (dialog, "Members of the panel", "27");
  for (int i = 0; i < (int)G_N_ELEMENTS (wrong); i++)
    gtk_editable_set_text (get_entry (dialog, 1 + i, 1), wrong[i]);
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (get_entry (dialog, 4, 1), "7");
  g_assert_cmpstr (get_grid_text (dialog, 9, 1), ==, "13");
  g_assert_cmpstr (get_grid_text (dialog, 10, 1), ==, "✗ not passed");
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  desk_wait (is_voted, (&(Voting){ &desk, round }));
  page_desk_close (&desk);
}

static gboolean
is_approved (gpointer data)
{
  g_autoptr (SzOffice) office = page_desk_open_office (data);
  g_autoptr (SzPostDay) day = sz_post_day (office, sz_date_make (2030, 1, 1), NULL, NULL);
  const SzPlace seventh = sz_place_of (sz_post_parse ("专技七级"), FALSE);

  return page_desk_is_settled (data) && day->structure.approved[seventh] == 7
         && day->structure.approved[seventh - 5] == 0;
}

/* The example of pst-4: 100 posts, 70 of them professional; what a method proposes is approved. */
static void
test_plan (void)
{
  PageDesk desk;
  GtkWidget *dialog;

  page_desk_open (&desk, "titles:titles-posts");
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.plan", NULL);
  desk_wait (has_plan_dialog, &desk);
  dialog = find_dialog (SZ_TYPE_PLAN_DIALOG);
  set_row (dialog, "Posts altogether", "100");
  set_row (dialog, "Of them professional (empty: the least number)", "70");
  g_signal_emit_by_name (desk_find (dialog, GTK_TYPE_BUTTON, "label", "最大余数"), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (dialog, 5, 3)), ==, "2");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (dialog, 5, 12)), ==, "10");
  set_row (dialog, "In force from, as 2026-01-01", "2030-01-01");
  set_row (dialog, "Number of the document (核准文号)", "鲁人社函〔2029〕1号");
  g_signal_emit_by_name (desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Save"), "clicked");
  desk_wait (is_approved, &desk);
  page_desk_close (&desk);
}

static gboolean
has_standard_dialog (gpointer data)
{
  return page_desk_is_settled (data) && find_dialog (SZ_TYPE_STANDARD_DIALOG) != NULL;
}

static gboolean
is_own (gpointer data)
{
  g_autoptr (SzOffice) office = page_desk_open_office (data);
  g_autoptr (GPtrArray) book = sz_standard_book (office, NULL);

  for (guint i = 0; i < book->len; i++)
    {
      const SzStandardEntry *entry = g_ptr_array_index (book, i);

      if (g_str_equal (entry->standard->id, "tech-theory"))
        return page_desk_is_settled (data) && entry->own
               && entry->standard->targets[1].paths[1].n_all == 3;
    }
  return FALSE;
}

/* A copy of a shipped standard is edited: a fault is found as one types and nothing can be saved
   until it is gone; what is saved is the college's own. */
static void
test_standard (void)
{
  PageDesk desk;
  SzStandardDialog *dialog;
  GtkWidget *save;

  page_desk_open (&desk, "titles:titles-standard");
  sz_standard_dialog_present (desk.page, "tech-theory");
  desk_wait (has_standard_dialog, &desk);
  dialog = SZ_STANDARD_DIALOG (find_dialog (SZ_TYPE_STANDARD_DIALOG));
  save = desk_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "_Save");
  g_assert_cmpuint (sz_standard_dialog_count_faults (dialog), ==, 0);
  g_assert_true (sz_standard_dialog_choose (dialog, "levels/1/paths/1/all/1"));
  g_assert_true (sz_standard_dialog_type (dialog, "level", "正高级"));
  g_assert_cmpuint (sz_standard_dialog_count_faults (dialog), >, 0);
  g_assert_false (gtk_widget_get_sensitive (save));
  g_assert_true (sz_standard_dialog_type (dialog, "level", "助理级"));
  g_assert_cmpuint (sz_standard_dialog_count_faults (dialog), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "standard.condition", NULL);
  g_assert_true (sz_standard_dialog_type (dialog, "kind", "work_years"));
  desk_turn ();
  g_assert_true (sz_standard_dialog_type (dialog, "years", "5"));
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  desk_wait (is_own, &desk);
  page_desk_close (&desk);
}

static gboolean
is_told_stale (gpointer data)
{
  return desk_find (data, GTK_TYPE_LABEL, "label",
                    "Somebody else changed this record meanwhile. Look at it anew and repeat the "
                    "change.")
         != NULL;
}

/* RULE srv-12: who saves a standard that somebody else has changed since it was opened is told, and
   nothing of the other's is lost. */
static void
test_standard_stale (void)
{
  PageDesk desk;
  SzStandardDialog *dialog;
  g_autoptr (GError) error = NULL;

  page_desk_open (&desk, "titles:titles-standard");
  sz_standard_dialog_present (desk.page, "tech-theory");
  desk_wait (has_standard_dialog, &desk);
  dialog = SZ_STANDARD_DIALOG (find_dialog (SZ_TYPE_STANDARD_DIALOG));
  {
    g_autoptr (SzOffice) office = page_desk_open_office (&desk);
    g_autoptr (GPtrArray) book = sz_standard_book (office, &error);
    const SzStandardEntry *entry = NULL;
    g_autoptr (SzStandardDraft) draft = NULL;
    g_autofree char *text = NULL;
    g_autoptr (SzStandardCheck) check = NULL;

    for (guint i = 0; entry == NULL; i++)
      if (g_str_equal (((const SzStandardEntry *)book->pdata[i])->standard->id, "tech-theory"))
        entry = book->pdata[i];
    draft = sz_standard_draft_new (entry->text, &error);
    g_free (sz_standard_draft_add (draft, "levels/1/paths/1/all/1", SZ_DRAFT_CONDITION));
    text = sz_standard_draft_dup_text (draft);
    check = sz_standard_save (office, text, entry->text, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (check->faults->len, ==, 0);
  }
  g_assert_true (sz_standard_dialog_choose (dialog, "levels/1/paths/1/all/1"));
  g_assert_true (sz_standard_dialog_type (dialog, "level", "助理级"));
  g_signal_emit_by_name (desk_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "_Save"),
                         "clicked");
  desk_wait (is_told_stale, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  page_desk_close (&desk);
}

typedef struct
{
  PageDesk *desk;
  const char *round;
  SzPanelLineKind kind;
  guint n;
} Paneling;

static guint
count_panel (const Paneling *paneling)
{
  g_autoptr (SzOffice) office = page_desk_open_office (paneling->desk);
  g_autoptr (SzTitlePanel) panel = sz_title_panel (office, paneling->round, NULL);
  guint n = 0;

  for (guint i = 0; i < panel->lines->len; i++)
    n += g_array_index (panel->lines, SzPanelLine, i).kind == paneling->kind;
  return n;
}

static gboolean
has_panel (gpointer data)
{
  const Paneling *paneling = data;

  return page_desk_is_settled (paneling->desk) && count_panel (paneling) == paneling->n;
}

/* A member of the panel is recused from an applicant; the same again is refused. */
static void
test_recusal (void)
{
  PageDesk desk;
  Paneling paneling = { &desk, NULL, SZ_PANEL_RECUSED, 0 };
  g_autofree char *round = NULL;
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (GArray) cards = NULL;
  g_autoptr (SzTitlePanel) panel = NULL;
  GtkWidget *dialog;

  page_desk_open_of (&desk, 60, "titles:titles-panel");
  round = find_round_to_vote (&desk);
  office = page_desk_open_office (&desk);
  cards = sz_title_board (office, round, NULL);
  panel = sz_title_panel (office, round, NULL);
  g_assert_cmpuint (panel->members, >, 0);
  paneling.round = round;
  paneling.n = count_panel (&paneling) + 1;
  sz_list_page_choose (SZ_LIST_PAGE (desk.page), "round", round);
  desk_wait (page_desk_is_settled, &desk);
  sz_list_table_enter (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), FALSE);
  desk_wait (page_desk_is_settled, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.recuse", NULL);
  dialog = find_dialog (SZ_TYPE_FORM_DIALOG);
  g_assert_nonnull (dialog);
  set_row (dialog, "Member of the panel", g_array_index (panel->lines, SzPanelLine, 0).member);
  set_row (dialog, "Applicant's staff no.", g_array_index (cards, SzTitleCard, 0).staff_no);
  set_row (dialog, "Reason", "师生");
  g_signal_emit_by_name (desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Record"), "clicked");
  desk_wait (has_panel, &paneling);
  g_assert_false (sz_title_recuse (office,
                                   &(SzTitleRecusal){
                                       round, g_array_index (panel->lines, SzPanelLine, 0).member,
                                       g_array_index (cards, SzTitleCard, 0).staff_no, NULL },
                                   NULL));
  page_desk_close (&desk);
}

/* The cards of a round; one that is dropped where it is stays; one moved to the vote opens it. */
static void
test_board (void)
{
  PageDesk desk;
  g_autofree char *round = NULL;
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (GArray) cards = NULL;
  SzCardBoard *board;
  const SzTitleCard *card;

  page_desk_open_of (&desk, 60, "titles:titles-round");
  round = find_round_to_vote (&desk);
  office = page_desk_open_office (&desk);
  cards = sz_title_board (office, round, NULL);
  card = &g_array_index (cards, SzTitleCard, 0);
  sz_list_page_choose (SZ_LIST_PAGE (desk.page), "round", round);
  desk_wait (page_desk_is_settled, &desk);
  board = SZ_CARD_BOARD (desk_find (GTK_WIDGET (desk.page), SZ_TYPE_CARD_BOARD, NULL, NULL));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (board)));
  g_assert_false (sz_card_board_move (board, card->person_id, card->stage));
  g_assert_false (sz_card_board_move (board, -5, 0));
  g_assert_true (
      sz_card_board_move (board, card->person_id,
                          card->stage == SZ_TITLE_PASSED ? SZ_TITLE_NOT_PASSED : SZ_TITLE_PASSED));
  desk_wait (has_ballot_dialog, &desk);
  gtk_window_destroy (GTK_WINDOW (find_dialog (SZ_TYPE_BALLOT_DIALOG)));
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.board", NULL);
  desk_wait (page_desk_is_settled, &desk);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (board)));
  page_desk_close (&desk);
}

static gboolean
has_vote (gpointer data)
{
  PageDesk *desk = data;

  return page_desk_is_settled (desk)
         && desk_find (GTK_WIDGET (desk->page), GTK_TYPE_LABEL, "label", "Vote of the panel")
                != NULL;
}

/* The details of an applicant say what was decided and how the panel voted. */
static void
test_dossier (void)
{
  PageDesk desk;

  page_desk_open_of (&desk, 60, "titles:titles-round");
  sz_list_page_choose (SZ_LIST_PAGE (desk.page), "round", "2024年度职称评审");
  desk_wait (page_desk_is_settled, &desk);
  sz_list_page_choose (SZ_LIST_PAGE (desk.page), "stage", "Passed");
  desk_wait (page_desk_is_settled, &desk);
  sz_list_table_enter (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), FALSE);
  desk_wait (has_vote, &desk);
  page_desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/titles-page/ttl-19/lists", test_lists);
  g_test_add_func ("/titles-page/ttl-7/withdraw", test_withdraw);
  g_test_add_func ("/titles-page/ttl-6/vote", test_vote);
  g_test_add_func ("/titles-page/pst-4/plan", test_plan);
  g_test_add_func ("/titles-page/ttl-12/editor", test_standard);
  g_test_add_func ("/titles-page/srv-12/standard-stale", test_standard_stale);
  g_test_add_func ("/titles-page/ttl-17/recusal", test_recusal);
  g_test_add_func ("/titles-page/ttl-15/board", test_board);
  g_test_add_func ("/titles-page/ttl-17/dossier", test_dossier);
  return g_test_run ();
}
