/* sz-score-dialog.c — 量化评分: applicants by items, with rank and recommendation (RULE ttl-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-score-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-score-file.h"
#include "sz-title-board.h"
#include "sz-title-ranking.h"

#define MARGIN 18
#define WIDTH 960
#define HEIGHT 560
#define QUOTA_MAX 9999

/* The applicants of one title. */
typedef struct
{
  char *title;
  SzTitleRanking *ranking;
} Group;

/* What was computed, and over it the widgets that a quota moves. */
typedef struct
{
  SzScoreTable *table;
  GPtrArray *groups;  /* of Group, in the order of the first applicant */
  GHashTable *people; /* staff number → name */
  char *act;
} Scores;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_free (group->title);
  sz_title_ranking_free (group->ranking);
  g_free (group);
}

static void
free_scores (gpointer data)
{
  Scores *scores = data;

  sz_score_table_free (scores->table);
  g_clear_pointer (&scores->groups, g_ptr_array_unref);
  g_clear_pointer (&scores->people, g_hash_table_unref);
  g_free (scores->act);
  g_free (scores);
}

/* ---- computing ---- */

static gboolean
has_group (const Scores *scores, const char *title)
{
  for (guint i = 0; i < scores->groups->len; i++)
    if (g_str_equal (((const Group *)g_ptr_array_index (scores->groups, i))->title, title))
      return TRUE;
  return FALSE;
}

static gboolean
add_groups (Scores *scores, SzOffice *office, const char *batch, GError **error)
{
  g_autoptr (SzTitleRound) round = sz_title_round_load (office, batch, error);
  g_autoptr (GArray) cards = round != NULL ? sz_title_board (office, batch, error) : NULL;

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      const SzTitleCard *card = &g_array_index (cards, SzTitleCard, i);
      const SzCode *code = sz_codes_by_name (SZ_TABLE_TITLE, card->title);
      Group *group;

      g_hash_table_insert (scores->people, g_strdup (card->staff_no), g_strdup (card->name));
      if (code == NULL || has_group (scores, card->title))
        continue;
      group = g_new0 (Group, 1);
      group->title = g_strdup (card->title);
      g_ptr_array_add (scores->groups, group);
      group->ranking = sz_title_ranking (office, round, scores->table, code->code, -1, error);
      if (group->ranking == NULL)
        return FALSE;
    }
  return cards != NULL;
}

/* @input: round and path. */
static gpointer
compute_cb (SzOffice *office,
            gpointer input,
            SzProgress progress,
            GCancellable *cancellable,
            GError **error)
{
  char *const *asked = input;
  Scores *scores = g_new0 (Scores, 1);

  scores->groups = g_ptr_array_new_with_free_func (free_group);
  scores->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  scores->table = sz_score_table_load (asked[1], error);
  if (scores->table == NULL || !add_groups (scores, office, asked[0], error))
    {
      free_scores (scores);
      return NULL;
    }
  scores->act = g_strdup (sz_office_get_last_act (office));
  return scores;
}

/* ---- showing ---- */

static void
add_label (GtkGrid *grid, int column, int row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 1 ? 0 : 1);
  if (row == 0)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
add_score (GtkGrid *grid, const Scores *scores, const SzScore *score, int row)
{
  g_autofree char *rank = score->rank > 0 ? g_strdup_printf ("%d", score->rank) : g_strdup ("—");
  g_autofree char *total = score->ranked ? sz_decimal_format (score->total_x100, 2) : NULL;
  const char *name = g_hash_table_lookup (scores->people, score->staff_no);
  int column = 0;

  add_label (grid, column++, row, rank);
  add_label (grid, column++, row, name != NULL ? name : score->staff_no);
  for (guint i = 0; i < scores->table->n_items; i++)
    {
      g_autofree char *value
          = score->known[i] ? sz_decimal_format (score->values_x100[i], 2) : g_strdup ("?");

      add_label (grid, column++, row, value);
    }
  add_label (grid, column++, row, total != NULL ? total : "—");
  add_label (grid, column, row,
             score->recommended == 1   ? _ ("✓ recommended")
             : score->recommended == 0 ? _ ("✗ beyond the quota")
             : score->rank == 0        ? _ ("? a value is missing")
                                       : _ ("? to decide"));
}

static void
fill_grid (GtkGrid *grid, const Scores *scores, const Group *group)
{
  GtkWidget *child;
  int column = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  add_label (grid, column++, 0, _ ("Rank"));
  add_label (grid, column++, 0, _ ("Applicant"));
  for (guint i = 0; i < scores->table->n_items; i++)
    add_label (grid, column++, 0, scores->table->items[i].name);
  add_label (grid, column++, 0, _ ("Total"));
  add_label (grid, column, 0, _ ("By the quota"));
  for (guint i = 0; i < group->ranking->scores->len; i++)
    add_score (grid, scores, &g_array_index (group->ranking->scores, SzScore, i), (int)i + 1);
}

/* A quota moves the recommendations at once; none: the office decides. */
static void
quota_changed_cb (GtkSpinButton *spin, GtkGrid *grid)
{
  const Scores *scores = g_object_get_data (G_OBJECT (grid), "scores");
  const Group *group = g_object_get_data (G_OBJECT (grid), "group");
  const int quota = gtk_spin_button_get_value_as_int (spin);

  sz_scores_rank (group->ranking->scores, scores->table->tie_by_months, quota > 0 ? quota : -1);
  fill_grid (grid, scores, group);
}

static GtkWidget *
make_group (const Scores *scores, const Group *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN / 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, MARGIN / 2);
  GtkWidget *heading = gtk_label_new (group->title);
  GtkWidget *quota_label = gtk_label_new_with_mnemonic (_ ("_Quota (0: None)"));
  GtkWidget *quota = gtk_spin_button_new_with_range (0, QUOTA_MAX, 1);
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (quota_label), quota);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), quota_label);
  gtk_box_append (GTK_BOX (line), quota);
  gtk_grid_set_column_spacing (GTK_GRID (grid), MARGIN);
  gtk_grid_set_row_spacing (GTK_GRID (grid), MARGIN / 3);
  g_object_set_data (G_OBJECT (grid), "scores", (gpointer)scores);
  g_object_set_data (G_OBJECT (grid), "group", (gpointer)group);
  g_signal_connect_object (quota, "value-changed", G_CALLBACK (quota_changed_cb), grid, 0);
  fill_grid (GTK_GRID (grid), scores, group);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), grid);
  return box;
}

static void
computed_cb (gpointer owner, gpointer value)
{
  SzPage *page = owner;
  Scores *scores = value;
  GtkWidget *window
      = g_object_new (ADW_TYPE_WINDOW, "transient-for", sz_page_get_window (page),
                      "destroy-with-parent", TRUE, "modal", TRUE, "title", _ ("Scores"),
                      "default-width", WIDTH, "default-height", HEIGHT, NULL);
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape,
                                                                                  0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  for (guint i = 0; i < scores->groups->len; i++)
    gtk_box_append (GTK_BOX (box), make_group (scores, g_ptr_array_index (scores->groups, i)));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (whole), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (whole), scrolled);
  adw_window_set_content (ADW_WINDOW (window), whole);
  /* The rows are drawn from it for as long as the window lives. */
  g_object_set_data_full (G_OBJECT (window), "scores", scores, free_scores);
  sz_page_done (page, _ ("The scores are kept with the applications"), scores->act);
  gtk_window_present (GTK_WINDOW (window));
}

void
sz_score_dialog_present (SzPage *page, const char *batch, const char *path)
{
  const char *const asked[] = { batch, path, NULL };

  g_return_if_fail (SZ_IS_PAGE (page) && batch != NULL && path != NULL);
  sz_page_write (page,
                 SZ_WORK (compute_cb, g_strdupv ((char **)asked), (GDestroyNotify)g_strfreev,
                          free_scores, .changes = SZ_CHANGED_TITLES),
                 computed_cb);
}
