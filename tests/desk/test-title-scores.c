/* test-title-scores.c — 量化评分 over the page: saved by one act, taken back, ties decided (ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-desk.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sz-person-act.h"
#include "sz-score-dialog.h"
#include "sz-title-board.h"
#include "sz-title-round.h"
#include "sz-title-values.h"
#include "sz-titles-page.h"

static const char table_text[]
    = "{\"format\": \"shizi-score-table\", \"version\": 1, \"name\": \"评分\", \"items\": ["
      "{\"name\": \"民主测评\", \"kind\": \"value\", \"item\": \"民主测评\", "
      "\"weight\": \"0.3000\", \"max\": \"30.00\"}]}";

/* One that asks the office for nothing. */
static const char computed_text[]
    = "{\"format\": \"shizi-score-table\", \"version\": 1, \"name\": \"评分\", \"items\": ["
      "{\"name\": \"考核优秀\", \"kind\": \"excellent\", \"last\": 5, \"each\": \"2.00\", "
      "\"max\": \"6.00\"}]}";

/* The round of the demo college that is being decided on, its dialog. */
typedef struct
{
  PageDesk desk;
  char *round;
  char *path;
  SzScoreDialog *dialog;
} Open;

static GtkWidget *
find_window (GType type, GtkWidget *but)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type) && l->data != but)
      return l->data;
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  Open *open = data;
  GtkWidget *dialog = find_window (SZ_TYPE_SCORE_DIALOG, NULL);

  return page_desk_is_settled (&open->desk) && dialog != NULL && gtk_widget_get_mapped (dialog);
}

static char *
find_round (PageDesk *desk)
{
  g_autoptr (SzOffice) office = page_desk_open_office (desk);
  g_autoptr (GArray) briefs = sz_title_round_list (office, NULL);

  for (guint i = 0; i < briefs->len; i++)
    if (g_str_equal (g_array_index (briefs, SzTitleRoundBrief, i).state, "closed"))
      return g_strdup (g_array_index (briefs, SzTitleRoundBrief, i).name);
  return NULL;
}

static void
open_dialog (Open *open, const char *table)
{
  *open = (Open){ .round = NULL };
  page_desk_open_of (&open->desk, 120, "titles:titles-round");
  open->round = find_round (&open->desk);
  g_assert_nonnull (open->round);
  open->path = g_strconcat (open->desk.path, ".scores.json", NULL);
  g_assert_true (g_file_set_contents (open->path, table, -1, NULL));
  sz_list_page_choose (SZ_LIST_PAGE (open->desk.page), "round", open->round);
  desk_wait (page_desk_is_settled, &open->desk);
  sz_score_dialog_present (open->desk.page, open->round, open->path);
  desk_wait (has_dialog, open);
  open->dialog = SZ_SCORE_DIALOG (find_window (SZ_TYPE_SCORE_DIALOG, NULL));
}

static void
close_dialog (Open *open)
{
  g_unlink (open->path);
  gtk_window_destroy (GTK_WINDOW (open->dialog));
  desk_wait (page_desk_is_settled, &open->desk);
  page_desk_close (&open->desk);
  g_free (open->path);
  g_free (open->round);
}

static guint
count_rows (SzTitleScoreGrid *grid)
{
  g_assert_true (sz_title_score_grid_is_filled (grid));
  return sz_title_score_grid_get_size (grid);
}

static guint
count_values (Open *open)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = page_desk_open_office (&open->desk);
  g_autoptr (SzTitleScores) read
      = sz_title_scores_read (office, open->round, open->path, FALSE, &error);

  g_assert_no_error (error);
  return read->values->len;
}

static gboolean
has_two_values (gpointer data)
{
  Open *open = data;

  return page_desk_is_settled (&open->desk) && count_values (open) == 2;
}

static gboolean
has_no_values (gpointer data)
{
  Open *open = data;

  return page_desk_is_settled (&open->desk) && count_values (open) == 0;
}

static gboolean
has_saved (gpointer data)
{
  Open *open = data;

  return has_two_values (open)
         && !sz_title_score_grid_is_typed (sz_score_dialog_get_grid (open->dialog, 0));
}

static guint
count_scored (Open *open)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = page_desk_open_office (&open->desk);
  g_autoptr (GArray) cards = sz_title_board (office, open->round, &error);
  guint scored = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < cards->len; i++)
    scored += g_array_index (cards, SzTitleCard, i).has_score;
  return scored;
}

static gboolean
has_no_scores (gpointer data)
{
  Open *open = data;

  return page_desk_is_settled (&open->desk) && count_scored (open) == 0;
}

/* Whatever the titles, the scores of a round are kept by one act, and one undo takes all back. */
static void
test_open (void)
{
  Open open;

  open_dialog (&open, computed_text);
  g_assert_cmpuint (count_scored (&open), >, 1);
  /* There is more than one title among them. */
  g_assert_nonnull (sz_score_dialog_get_grid (open.dialog, 1));
  gtk_widget_activate_action (GTK_WIDGET (open.desk.window), "win.undo", NULL);
  desk_wait (has_no_scores, &open);
  close_dialog (&open);
}

/* Saved by one act, which the window takes back; the totals are kept with the applications. */
static void
test_save (void)
{
  Open open;
  GtkWidget *save;
  SzTitleScoreGrid *grid;

  open_dialog (&open, table_text);
  grid = sz_score_dialog_get_grid (open.dialog, 0);
  save = desk_find (GTK_WIDGET (open.dialog), GTK_TYPE_BUTTON, "label", "_Save");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (sz_title_score_grid_get_cell (grid, 0, 0), "-1");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (sz_title_score_grid_get_cell (grid, 0, 0), "80");
  gtk_editable_set_text (sz_title_score_grid_get_cell (grid, 1, 0), "90");
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  desk_wait (has_saved, &open);
  g_assert_false (gtk_widget_get_sensitive (save));
  {
    g_autofree char *first
        = sz_title_score_grid_dup_row (sz_score_dialog_get_grid (open.dialog, 0), 0);

    /* The rows stand by their ranks again. */
    g_assert_nonnull (strstr (first, " · 90 · 27.00 · 27.00 · "));
    g_assert_true (g_str_has_prefix (first, "1 · "));
  }
  gtk_widget_activate_action (GTK_WIDGET (open.desk.window), "win.undo", NULL);
  desk_wait (has_no_values, &open);
  close_dialog (&open);
}

static gboolean
is_stale_told (gpointer data)
{
  GtkWidget *label = desk_find (data, GTK_TYPE_LABEL, "label",
                                "Somebody else changed this record meanwhile. Look at it anew and "
                                "repeat the change.");

  return label != NULL && gtk_widget_get_visible (label);
}

/* What somebody else typed meanwhile stays; it is said in the dialog, which keeps what was typed.
 */
static void
test_stale (void)
{
  Open open;
  SzTitleScoreGrid *grid;
  g_autoptr (GArray) values = sz_title_values_new ();
  g_autoptr (GError) error = NULL;

  open_dialog (&open, table_text);
  grid = sz_score_dialog_get_grid (open.dialog, 0);
  gtk_editable_set_text (sz_title_score_grid_get_cell (grid, 0, 0), "80");
  sz_title_score_grid_add_values (grid, values);
  {
    g_autoptr (SzOffice) office = page_desk_open_office (&open.desk);
    g_autoptr (SzTitleScores) other
        = sz_title_scores_write (office, open.round, open.path, values, &error);

    g_assert_no_error (error);
    g_assert_nonnull (other);
  }
  g_signal_emit_by_name (desk_find (GTK_WIDGET (open.dialog), GTK_TYPE_BUTTON, "label", "_Save"),
                         "clicked");
  desk_wait (is_stale_told, open.dialog);
  g_assert_true (sz_title_score_grid_is_typed (sz_score_dialog_get_grid (open.dialog, 0)));
  g_assert_cmpuint (count_values (&open), ==, 1);
  close_dialog (&open);
}

static gboolean
has_question (gpointer data)
{
  Open *open = data;

  return find_window (SZ_TYPE_FORM_DIALOG, GTK_WIDGET (open->dialog)) != NULL;
}

static guint
count_framed (SzTitleScoreGrid *grid)
{
  const guint n = count_rows (grid);
  guint framed = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = sz_title_score_grid_dup_row (grid, i);

      framed += *text == '[';
    }
  return framed;
}

/* The group of somebody on whom nothing is decided yet. */
static SzTitleScoreGrid *
find_undecided (Open *open, guint *group)
{
  for (*group = 0;; ++*group)
    {
      SzTitleScoreGrid *grid = sz_score_dialog_get_grid (open->dialog, *group);
      const guint n = count_rows (grid);

      for (guint i = 0; n > 1 && i < n; i++)
        {
          g_autofree char *text = sz_title_score_grid_dup_row (grid, i);

          if (g_str_has_suffix (text, "? a value is missing"))
            return grid;
        }
    }
}

typedef struct
{
  Open *open;
  guint group;
  guint framed;
} Framing;

static gboolean
has_fewer (gpointer data)
{
  const Framing *framing = data;

  return page_desk_is_settled (&framing->open->desk) && !has_question (framing->open)
         && count_framed (sz_score_dialog_get_grid (framing->open->dialog, framing->group))
                < framing->framed;
}

static gboolean
is_saved (gpointer data)
{
  const Framing *framing = data;

  return page_desk_is_settled (&framing->open->desk)
         && !sz_title_score_grid_is_typed (
             sz_score_dialog_get_grid (framing->open->dialog, framing->group));
}

/* Everybody alike and a quota of one: the office decides each of the tie, and says why; before that
   what was typed is saved. */
static void
test_decide (void)
{
  Open open;
  Framing framing = { &open, 0, 0 };
  SzTitleScoreGrid *grid;
  GtkWidget *question;
  GtkWidget *button = NULL;

  open_dialog (&open, table_text);
  grid = find_undecided (&open, &framing.group);
  for (guint i = 0; i < count_rows (grid); i++)
    gtk_editable_set_text (sz_title_score_grid_get_cell (grid, i, 0), "80");
  sz_title_score_grid_set_quota (grid, 1);
  g_signal_emit_by_name (desk_find (GTK_WIDGET (open.dialog), GTK_TYPE_BUTTON, "label", "_Save"),
                         "clicked");
  desk_wait (is_saved, &framing);
  grid = sz_score_dialog_get_grid (open.dialog, framing.group);
  sz_title_score_grid_set_quota (grid, 1);
  framing.framed = count_framed (grid);
  g_assert_cmpuint (framing.framed, >, 0);
  for (guint i = 0; i < count_rows (grid); i++)
    {
      GtkWidget *row
          = gtk_widget_get_parent (GTK_WIDGET (sz_title_score_grid_get_cell (grid, i, 0)));

      button = desk_find (row, GTK_TYPE_BUTTON, NULL, NULL);
      if (gtk_widget_get_visible (button))
        break;
    }
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  desk_wait (has_question, &open);
  question = find_window (SZ_TYPE_FORM_DIALOG, GTK_WIDGET (open.dialog));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (question)) == GTK_WINDOW (open.dialog));
  button = desk_find (question, GTK_TYPE_BUTTON, "label", "_Keep the Decision");
  g_assert_false (gtk_widget_get_sensitive (button));
  adw_combo_row_set_selected (ADW_COMBO_ROW (desk_find (question, ADW_TYPE_COMBO_ROW, "title",
                                                        "Recommend or not")),
                              1);
  gtk_editable_set_text (GTK_EDITABLE (desk_find (question, ADW_TYPE_ENTRY_ROW, "title", "Reason")),
                         "同分，教龄短");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  desk_wait (has_fewer, &framing);
  close_dialog (&open);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/title-scores/ttl-16/open", test_open);
  g_test_add_func ("/title-scores/ttl-16/save", test_save);
  g_test_add_func ("/title-scores/ttl-16/stale", test_stale);
  g_test_add_func ("/title-scores/ttl-16/decide", test_decide);
  return g_test_run ();
}
