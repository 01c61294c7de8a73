/* pictures-titles.c — structure, assessment, titles and appointment, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "pictures.h"
#include "sz-choice-button.h"
#include "sz-list-page.h"
#include "sz-score-dialog.h"
#include "sz-what-if-pane.h"
#include "sz-window.h"

static SzListPage *
open_list (Camera *camera, GtkWidget *window, const char *list)
{
  SzListPage *page = SZ_LIST_PAGE (sz_window_get_page (SZ_WINDOW (window), "titles"));

  sz_list_page_show_view (page, list);
  camera_rest (camera);
  camera_choose_rows (camera, window, 0, 1);
  camera_rest (camera);
  return page;
}

/* (nullable): the dialog over @window. */
static GtkWidget *
find_over (GtkWidget *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (gtk_window_get_transient_for (item->data) == GTK_WINDOW (window)
        && gtk_widget_get_visible (item->data))
      return item->data;
  return NULL;
}

/* The dialog that an action of the list opens. */
static void
take_dialog (Camera *camera, GtkWidget *window, const char *list, const char *action)
{
  g_autofree char *name = g_strdelimit (g_strdup (action), ".", '-');
  GtkWidget *dialog;

  gtk_widget_activate_action (GTK_WIDGET (open_list (camera, window, list)), action, NULL);
  camera_rest (camera);
  dialog = find_over (window);
  if (dialog != NULL)
    {
      camera_take (camera, dialog, name);
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
  camera_rest (camera);
}

/* Everybody alike, and a place less than there are people: a tie to be decided. */
static void
type_scores (SzTitleScoreGrid *grid)
{
  const guint n = sz_title_score_grid_get_size (grid);

  for (guint i = 0; i < n; i++)
    {
      gtk_editable_set_text (sz_title_score_grid_get_cell (grid, i, 2), i == 1 ? "92.5" : "85");
      gtk_editable_set_text (sz_title_score_grid_get_cell (grid, i, 3), "8");
    }
}

/* Some who fit and some who do not, in their order; the pane goes again. */
static void
take_what_if (Camera *camera, GtkWidget *window)
{
  static const char *const people[][2]
      = { { "1001", "专技七级" }, { "1002", "" }, { "1052", "" }, { "1035", "专技五级" } };
  GtkWidget *page = GTK_WIDGET (open_list (camera, window, "titles-posts"));
  GtkWidget *pane;

  gtk_widget_activate_action (page, "titles.what-if", NULL);
  camera_rest (camera);
  pane = camera_find (page, SZ_TYPE_WHAT_IF_PANE, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      sz_what_if_pane_add (SZ_WHAT_IF_PANE (pane), people[i][0], people[i][1]);
      camera_rest (camera);
    }
  camera_take (camera, window, "titles-what-if");
  gtk_widget_activate_action (page, "titles.what-if", NULL);
  camera_rest (camera);
}

static void
take_scores (Camera *camera, GtkWidget *window)
{
  static const char table[]
      = "{\"format\": \"shizi-score-table\", \"version\": 1, \"name\": \"职称推荐量化评分表\", "
        "\"items\": [{\"name\": \"考核优秀\", \"kind\": \"excellent\", \"last\": 5, "
        "\"each\": \"2.00\", \"max\": \"6.00\"}, {\"name\": \"学历\", \"kind\": \"education\", "
        "\"points\": {\"硕士\": \"3.00\", \"本科\": \"1.00\"}}, {\"name\": \"民主测评\", "
        "\"kind\": \"value\", \"item\": \"民主测评\", \"weight\": \"0.3000\", \"max\": "
        "\"30.00\"}, {\"name\": \"述职\", \"kind\": \"value\", \"item\": \"述职\", \"weight\": "
        "\"1.0000\", \"max\": \"10.00\"}]}";
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "shizi-pictured-scores.json", NULL);
  SzListPage *page = open_list (camera, window, "titles-round");
  const char *round = sz_choice_button_get_choice (sz_list_page_get_filter (page, "round"));
  SzTitleScoreGrid *grid;
  GtkWidget *dialog = NULL;
  GtkWidget *save;

  g_file_set_contents (path, table, -1, NULL);
  sz_score_dialog_present (SZ_PAGE (page), round, path);
  for (guint i = 0; i < 20 && (dialog = find_over (window)) == NULL; i++)
    camera_rest (camera);
  grid = sz_score_dialog_get_grid (SZ_SCORE_DIALOG (dialog), 0);
  type_scores (grid);
  gtk_editable_set_text (sz_title_score_grid_get_cell (grid, 0, 2), "-8");
  camera_rest (camera);
  camera_take (camera, dialog, "titles-scores-typing");
  type_scores (grid);
  save = camera_find (dialog, GTK_TYPE_BUTTON, "label", _ ("_Save"));
  g_signal_emit_by_name (save, "clicked");
  camera_rest (camera);
  grid = sz_score_dialog_get_grid (SZ_SCORE_DIALOG (dialog), 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (
                                 camera_find (dialog, GTK_TYPE_SPIN_BUTTON, NULL, NULL)),
                             sz_title_score_grid_get_size (grid) - 1);
  camera_rest (camera);
  camera_take (camera, dialog, "titles-scores-tie");
  g_signal_emit_by_name (camera_find (dialog, GTK_TYPE_BUTTON, "label", _ ("Decide…")), "clicked");
  camera_rest (camera);
  camera_take (camera, find_over (dialog), "titles-scores-decide");
  gtk_window_destroy (GTK_WINDOW (find_over (dialog)));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_unlink (path);
  camera_rest (camera);
}

void
pictures_of_titles (Camera *camera, GtkWidget *window)
{
  static const char *const lists[]
      = { "titles-posts", "titles-assess", "titles-who", "titles-round",   "titles-panel",
          "titles-rise",  "titles-case",   "titles-due", "titles-standard" };

  gtk_widget_activate_action (window, "win.page", "s", "titles");
  camera_rest (camera);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      open_list (camera, window, lists[i]);
      /* What stands beside a list is read after it. */
      camera_rest (camera);
      camera_take (camera, window, lists[i]);
    }
  take_dialog (camera, window, "titles-posts", "titles.plan");
  take_what_if (camera, window);
  take_dialog (camera, window, "titles-round", "titles.vote");
  take_dialog (camera, window, "titles-who", "titles.new-round");
  take_dialog (camera, window, "titles-panel", "titles.recuse");
  take_dialog (camera, window, "titles-rise", "titles.open-case");
  take_dialog (camera, window, "titles-case", "titles.decide-case");
  take_dialog (camera, window, "titles-round", "titles.refuse");
  take_dialog (camera, window, "titles-round", "titles.answer");
  take_dialog (camera, window, "titles-standard", "titles.edit-standard");
  take_scores (camera, window);
}
