/* test-params-page.c — parameters in force, their history, and new values with their documents
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include <adwaita.h>
#include <string.h>

#include "sz-field-list.h"
#include "sz-param-dialog.h"
#include "sz-param-voice.h"
#include "sz-param-words.h"
#include "sz-params-page.h"
#include "sz-params.h"
#include "sz-rules.h"
#include "sz-window.h"

#define PEOPLE 20

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzParamsPage *page;
  SzListTable *table;
  char *act;
} Desk;

static gboolean
is_settled (gpointer data)
{
  return sz_list_page_is_settled (SZ_LIST_PAGE (((Desk *)data)->page));
}

static void
desk_open (Desk *desk)
{
  *desk = (Desk){ 0 };
  desk->path = desk_demo (PEOPLE);
  desk->window = desk_window (desk->path, &desk->tasks);
  desk->page = SZ_PARAMS_PAGE (sz_window_get_page (desk->window, "params"));
  g_object_set (desk->page, "as-of", 20260108, NULL);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", "params");
  desk->table = sz_list_page_get_table (SZ_LIST_PAGE (desk->page));
  desk_wait (is_settled, desk);
}

static void
desk_close (Desk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->path);
  g_free (desk->act);
}

/* RULE num-7: whatever ships is listed with its meaning in words. */
static void
test_words (void)
{
  g_autoptr (GArray) presets = sz_rules_presets ();

  for (guint i = 0; i < presets->len; i++)
    {
      const char *key = g_array_index (presets, SzParam, i).key;

      g_assert_cmpstr (sz_param_meaning (key), !=, key);
    }
  g_assert_cmpstr (sz_param_meaning ("no.such"), ==, "no.such");
}

/* RULE num-7: a value is read as people write it: percent, units, words instead of codes; and is
 * stored as before. */
static void
test_voice (void)
{
  static const struct
  {
    const char *key;
    const char *json;
    const char *said;
  } cases[] = {
    { "pt.quota_rate", "\"0.20\"", "20%" },
    { "pt.quota_rate", "\"0.125\"", "12.5%" },
    { "load.dual_share", "\"1/3\"", "1/3" },
    { "load.quota_year", "\"400.00\"", "400.00 hours" },
    { "pt.month_rule", "\"by_15th\"", "by the 15th" },
    { "title.leave_adjust", "true", "yes" },
    { "tax.labour_table", "[[\"20000.00\",\"20\",\"0\"],[null,\"40\",\"7000.00\"]]",
      "20000.00 20 0 · — 40 7000.00" },
    { "target.goal", "{\"joint\":\"0.95\"}", "majors built with enterprises 95%" },
    { "title.panel_min", "{\"高级\":11,\"中级\":7}", "高级 11 · 中级 7 people" },
    { "bank.templates", "{\"通用\":{\"end\":\"crlf\",\"trailer\":false}}", "通用" },
  };
  g_autofree char *share = sz_param_hear_cell ("pt.quota_rate", "12.5％");
  g_autofree char *word = sz_param_hear_cell ("pt.month_rule", " by the 15th ");
  g_autoptr (GArray) presets = sz_rules_presets ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = sz_param_say (cases[i].key, cases[i].json);

      g_assert_cmpstr (said, ==, cases[i].said);
    }
  g_assert_cmpstr (share, ==, "0.1250");
  g_assert_cmpstr (word, ==, "by_15th");
  for (guint i = 0; i < presets->len; i++)
    {
      const SzParam *preset = &g_array_index (presets, SzParam, i);
      g_autofree char *said = sz_param_say (preset->key, preset->value);
      g_auto (GStrv) choices = sz_param_choices (preset->key, preset->value);

      g_test_message ("%s: %s", preset->key, said);
      g_assert_null (strpbrk (said, "{}[]\"_"));
      /* A word that is a code has others beside it. */
      if (g_regex_match_simple ("^\"?[a-z_]+\"?$", preset->value, 0, 0))
        g_assert_cmpuint (g_strv_length (choices), >=, 2);
    }
}

static guint
count_found (Desk *desk, const char *text)
{
  g_object_set (desk->page, "search", text, NULL);
  desk_wait (is_settled, desk);
  return sz_list_table_get_size (desk->table);
}

/* What a row is found by is what it says: meaning, value, document, and its key. */
static void
test_list (void)
{
  Desk desk;
  guint all;
  GtkWidget *whose;

  desk_open (&desk);
  all = sz_list_table_get_size (desk.table);
  g_assert_cmpuint (all, >=, 40);
  g_assert_cmpuint (count_found (&desk, sz_param_meaning ("load.quota_year")), >=, 1);
  g_assert_cmpuint (count_found (&desk, "QUOTA"), <, all);
  g_assert_cmpuint (count_found (&desk, "QUOTA"), >, 0);
  g_assert_cmpuint (count_found (&desk, "nothing like it"), ==, 0);
  g_assert_cmpuint (count_found (&desk, ""), ==, all);
  whose = desk_find (GTK_WIDGET (desk.page), SZ_TYPE_CHOICE_BUTTON, "title", "Whose");
  sz_choice_button_choose (SZ_CHOICE_BUTTON (whose), "not set");
  desk_wait (is_settled, &desk);
  g_assert_cmpuint (sz_list_table_get_size (desk.table), <, all);
  desk_close (&desk);
}

static void
saved_cb (SzParamDialog *dialog, const char *key, const char *act, gpointer user_data)
{
  ((Desk *)user_data)->act = g_strdup (act);
}

static gboolean
is_saved (gpointer data)
{
  return ((Desk *)data)->act != NULL;
}

static GtkEditable *
find_row (GtkWidget *dialog, const char *title)
{
  return GTK_EDITABLE (desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", title));
}

/* The document stands in a cell. */
static gboolean
shows_own (gpointer data)
{
  return desk_find (GTK_WIDGET (((Desk *)data)->table), GTK_TYPE_INSCRIPTION, "text",
                    "校发〔2026〕1号")
         != NULL;
}

static gboolean
shows_preset_again (gpointer data)
{
  return !shows_own (data);
}

/* A number without a document is nobody's; with one it counts from its day, and can be taken back.
 */
static void
test_set (void)
{
  Desk desk;
  SzParamDialog *dialog;
  GtkWidget *save;
  GtkWidget *cell;

  desk_open (&desk);
  dialog
      = sz_param_dialog_new (GTK_WINDOW (desk.window), desk.tasks, "load.quota_year", "\"400.00\"");
  g_signal_connect (dialog, "saved", G_CALLBACK (saved_cb), &desk);
  gtk_window_present (GTK_WINDOW (dialog));
  save = desk_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "_Save");
  cell = desk_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (cell)), ==, "400.00");
  gtk_editable_set_text (GTK_EDITABLE (cell), "320.00");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (find_row (GTK_WIDGET (dialog), "In force from, as 2026-01-01"),
                         "2026-01-01");
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (find_row (GTK_WIDGET (dialog), "Number of the document (文号)"),
                         "校发〔2026〕1号");
  g_assert_true (gtk_widget_get_sensitive (save));
  g_signal_emit_by_name (save, "clicked");
  desk_wait (is_saved, &desk);
  g_object_set (desk.page, "search", "load.quota_year", NULL);
  desk_wait (shows_own, &desk);

  /* The day before it is still the preset's. */
  g_object_set (desk.page, "as-of", 20251231, NULL);
  desk_wait (shows_preset_again, &desk);
  g_object_set (desk.page, "as-of", 20260108, NULL);
  desk_wait (shows_own, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.undo-act", "s", desk.act);
  desk_wait (shows_preset_again, &desk);
  desk_close (&desk);
}

/* Saving can be tried again only when the answer is there. */
static gboolean
is_told (gpointer dialog)
{
  return gtk_widget_get_sensitive (desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Save"));
}

/* What the rule cannot read is refused with a sentence, and what was typed stays. */
static void
test_refused (void)
{
  Desk desk;
  SzParamDialog *dialog;
  GtkWidget *save;
  GtkWidget *cell;
  g_autofree char *value = NULL;

  desk_open (&desk);
  dialog = sz_param_dialog_new (GTK_WINDOW (desk.window), desk.tasks, "load.size",
                                "[[40,\"1.0\"],[0,\"1.9\"]]");
  gtk_window_present (GTK_WINDOW (dialog));
  cell = desk_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (cell), "many");
  gtk_editable_set_text (find_row (GTK_WIDGET (dialog), "In force from, as 2026-01-01"),
                         "2026-01-01");
  gtk_editable_set_text (find_row (GTK_WIDGET (dialog), "Number of the document (文号)"), "x");
  save = desk_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "label", "_Save");
  g_signal_emit_by_name (save, "clicked");
  desk_wait (is_told, dialog);
  value = sz_param_dialog_dup_value (dialog);
  g_assert_cmpstr (value, ==, "[[\"many\",\"1.0\"],[0,\"1.9\"]]");
  gtk_window_destroy (GTK_WINDOW (dialog));
  desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/params/num-7/words", test_words);
  g_test_add_func ("/desk/params/num-7/voice", test_voice);
  g_test_add_func ("/desk/params/list", test_list);
  g_test_add_func ("/desk/params/num-7/set", test_set);
  g_test_add_func ("/desk/params/refused", test_refused);
  return g_test_run ();
}
