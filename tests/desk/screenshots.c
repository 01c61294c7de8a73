/* screenshots.c — pictures of every page and dialog, to be looked at
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "camera.h"
#include "pictures.h"
#include "sz-application.h"
#include "sz-choice-button.h"
#include "sz-desk-resources.h"
#include "sz-duties.h"
#include "sz-error.h"
#include "sz-import-dialog-private.h"
#include "sz-list-page.h"
#include "sz-list-table.h"
#include "sz-locale.h"
#include "sz-person-act.h"
#include "sz-person-pane.h"
#include "sz-window.h"

#define HISTORY_PERSON 2 /* the second row of the list */

static const struct
{
  const char *name;
  int width;
  int height;
} sizes[] = { { "1366x768", 1366, 768 }, { "1920x1080", 1920, 1080 } };

static const struct
{
  const char *name;
  AdwColorScheme scheme;
} schemes[]
    = { { "light", ADW_COLOR_SCHEME_FORCE_LIGHT }, { "dark", ADW_COLOR_SCHEME_FORCE_DARK } };

/* What is wanted of the pictures, "1366x768 light" for instance; all of them when nothing is. */
static gboolean
is_wanted (const char *word, const char *other)
{
  const char *only = g_getenv ("SHIZI_PICTURES");

  if (only == NULL || strstr (only, word) != NULL)
    return TRUE;
  return strstr (only, other) == NULL;
}

static GtkWidget *
open_page (Camera *camera, SzWindow *window, const char *duty)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", duty);
  camera_rest (camera);
  return GTK_WIDGET (sz_window_get_page (window, duty));
}

/* Dialogs: opened as the user opens them. */

static GtkWindow *
find_dialog (GtkWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (gtk_window_get_transient_for (item->data) == parent
        && gtk_widget_get_visible (GTK_WIDGET (item->data)))
      return item->data;
  return NULL;
}

static GtkWindow *
open_dialog (
    Camera *camera, GtkWidget *widget, const char *action, const char *format, const char *target)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  GtkWindow *dialog;

  if (!gtk_widget_activate_action (widget, action, format, target))
    g_error ("no action %s", action);
  camera_rest (camera);
  dialog = find_dialog (window);
  if (dialog == NULL)
    g_error ("%s opened no dialog", action);
  return dialog;
}

static void
take_dialog (Camera *camera, GtkWidget *widget, const char *action, const char *name)
{
  GtkWindow *dialog = open_dialog (camera, widget, action, NULL, NULL);

  camera_take (camera, GTK_WIDGET (dialog), name);
  gtk_window_destroy (dialog);
  camera_rest (camera);
}

static void
take_common_dialogs (Camera *camera, GtkWidget *window)
{
  take_dialog (camera, window, "app.preferences", "dialog-preferences");
  take_dialog (camera, window, "app.new", "dialog-new-college");
  take_dialog (camera, window, "app.about", "dialog-about");
}

/* The shortcuts are a window of the application window itself. */
static void
take_shortcuts (Camera *camera, SzWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
  camera_take (camera,
               GTK_WIDGET (
                   gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window))),
               "dialog-shortcuts");
  gtk_widget_hide (
      GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window))));
}

static void
take_menu (Camera *camera, GtkWidget *window, GtkWidget *button, const char *name)
{
  if (button == NULL)
    g_error ("no button for %s", name);
  if (!GTK_IS_MENU_BUTTON (button))
    button = camera_find (button, GTK_TYPE_MENU_BUTTON, NULL, NULL);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  camera_take (camera, window, name);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  camera_rest (camera);
}

/* A life at the college, for the person whose details are seen. */
static void
make_history (const char *db, gint64 person_id)
{
  static const struct
  {
    SzRecordField field;
    const char *value;
  } changes[] = {
    { SZ_RECORD_DEPARTMENT, "机械工程系" }, { SZ_RECORD_POST, "专技九级" },
    { SZ_RECORD_DEPARTMENT, "教务处" },     { SZ_RECORD_POST, "专技八级" },
    { SZ_RECORD_DEPARTMENT, "电气工程系" }, { SZ_RECORD_POST, "专技七级" },
    { SZ_RECORD_FULL_TIME, "0" },           { SZ_RECORD_POST, "管理七级" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (db, "王处长", &error);

  for (gsize i = 0; office != NULL && error == NULL && i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *act = NULL;
      SzRecord record
          = { .field = changes[i].field, .from = sz_date_make (2019 + (int)i / 2, 9, 1) };

      record.value = record.field == SZ_RECORD_POST
                         ? sz_post_code (sz_post_parse (changes[i].value))
                         : g_strdup (changes[i].value);
      sz_office_record_change (office, person_id, &record, &act, &error);
      g_free (record.value);
    }
  if (error != NULL)
    g_error ("no history: %s", error->message);
}

/* The import assistant, step by step, with the sample file @sample. */

static void
rest_import (Camera *camera, SzImportDialog *dialog)
{
  camera_rest (camera);
  while (sz_import_dialog_is_busy (dialog))
    g_main_context_iteration (NULL, TRUE);
  camera_rest (camera);
}

static void
take_steps (Camera *camera, GtkWidget *window, const char *sample, const char *stem)
{
  static const char *const steps[] = { "file", "columns", "check", "preview" };
  g_autofree char *path
      = g_build_filename (g_getenv ("SHIZI_SOURCE_ROOT"), "data", "sample", sample, NULL);
  SzImportDialog *dialog
      = SZ_IMPORT_DIALOG (open_dialog (camera, window, "win.import-file", "s", path));

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%zu-%s", stem, i + 1, steps[i]);

      rest_import (camera, dialog);
      if (i == 2)
        {
          camera_choose_rows (camera, GTK_WIDGET (dialog), 1, 1);
          rest_import (camera, dialog);
        }
      camera_take (camera, GTK_WIDGET (dialog), name);
      if (!gtk_widget_get_sensitive (GTK_WIDGET (dialog->next_button)))
        break;
      if (i + 1 < G_N_ELEMENTS (steps))
        g_signal_emit_by_name (dialog->next_button, "clicked");
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  camera_rest (camera);
}

static void
take_error (Camera *camera, SzWindow *window, GtkWidget *page)
{
  g_autoptr (GError) error = NULL;

  sz_error_set (&error, SZ_ERROR_BUSY, "db.busy", "file", "示例技师学院.db", NULL);
  sz_page_show_error (SZ_PAGE (page), error);
  camera_take (camera, GTK_WIDGET (window), "people-error");
}

/* The entry tells the page when one stops typing; a picture does not wait for it. */
static void
search_for (GtkWidget *window, GtkWidget *page, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (camera_find (window, GTK_TYPE_SEARCH_ENTRY, NULL, NULL)),
                         text);
  g_object_set (page, "search", text, NULL);
}

static void
take_nobody (Camera *camera, GtkWidget *window, GtkWidget *page)
{
  search_for (window, page, "zzzz");
  camera_take (camera, window, "people-nobody");
  search_for (window, page, "");
}

/* What is known stands beside the department; what is not is said to be new. */
static void
take_department (Camera *camera, GtkWindow *dialog)
{
  GtkWidget *row = camera_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "title", _ ("Department"));
  GtkWidget *known = row != NULL ? camera_find (row, GTK_TYPE_MENU_BUTTON, NULL, NULL) : NULL;

  if (known == NULL)
    g_error ("no departments are offered");
  gtk_menu_button_popup (GTK_MENU_BUTTON (known));
  camera_take (camera, GTK_WIDGET (dialog), "dialog-change-department-known");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (known));
  gtk_editable_set_text (GTK_EDITABLE (row),
                         "人工智能与智能制造现代产业学院筹备工作领导小组办公室");
  camera_take (camera, GTK_WIDGET (dialog), "dialog-change-department-new");
}

/* The pages. */

static void
take_person_tabs (Camera *camera, GtkWidget *window, GtkWidget *page)
{
  static const char *const tabs[] = { "posts", "workload", "pay", "history", "basics" };
  GtkWidget *pane = camera_find (page, SZ_TYPE_PERSON_PANE, NULL, NULL);

  for (gsize i = 0; pane != NULL && i < G_N_ELEMENTS (tabs); i++)
    {
      g_autofree char *name = g_strconcat ("people-", tabs[i], NULL);

      sz_person_pane_show_tab (SZ_PERSON_PANE (pane), tabs[i]);
      camera_take (camera, window, name);
    }
}

static void
take_person_dialogs (Camera *camera, GtkWidget *page)
{
  static const char *const fields[] = { "post", "department" };

  take_dialog (camera, page, "people.new", "dialog-person-new");
  take_dialog (camera, page, "people.edit", "dialog-person");
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWindow *dialog = open_dialog (camera, page, "people.change", "s", fields[i]);
      g_autofree char *name = g_strconcat ("dialog-change-", fields[i], NULL);

      camera_take (camera, GTK_WIDGET (dialog), name);
      if (g_str_equal (fields[i], "department"))
        take_department (camera, dialog);
      gtk_window_destroy (dialog);
      camera_rest (camera);
    }
}

static void
take_people (Camera *camera, SzWindow *window)
{
  GtkWidget *top = GTK_WIDGET (window);
  GtkWidget *page = open_page (camera, window, "people");
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");

  camera_choose_rows (camera, page, 1, 1);
  take_person_tabs (camera, top, page);
  take_menu (camera, top,
             camera_find (top, GTK_TYPE_MENU_BUTTON, "icon-name", "open-menu-symbolic"),
             "menu-main");
  take_menu (camera, top, camera_find (page, GTK_TYPE_MENU_BUTTON, "label", _ ("_Export")),
             "menu-export");
  take_menu (camera, top, camera_find (page, SZ_TYPE_CHOICE_BUTTON, NULL, NULL), "menu-department");
  take_menu (camera, top, camera_find (top, g_type_from_name ("SzDateButton"), NULL, NULL),
             "menu-date");
  take_person_dialogs (camera, page);
  camera_choose_rows (camera, page, 3, 6);
  camera_take (camera, top, "people-several");
  g_settings_set_boolean (settings, "details", FALSE);
  camera_take (camera, top, "people-folded");
  g_settings_set_boolean (settings, "details", TRUE);
  take_nobody (camera, top, page);
  take_error (camera, window, page);
}

static void
take_workload (Camera *camera, SzWindow *window)
{
  static const char *const lists[] = { "workload-teaching", "workload-training", "workload-year" };
  GtkWidget *page = open_page (camera, window, "workload");

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      sz_list_page_show_view (SZ_LIST_PAGE (page), lists[i]);
      camera_rest (camera);
      camera_choose_rows (camera, page, 1, 1);
      camera_take (camera, GTK_WIDGET (window), lists[i]);
    }
}

static void
take_params (Camera *camera, SzWindow *window)
{
  GtkWidget *page = open_page (camera, window, "params");
  GtkWindow *dialog;

  camera_choose_rows (camera, page, 2, 1);
  camera_take (camera, GTK_WIDGET (window), "params");
  gtk_widget_activate_action (page, "params.set", NULL);
  camera_rest (camera);
  dialog = find_dialog (GTK_WINDOW (window));
  if (dialog == NULL)
    g_error ("no dialog of a parameter");
  camera_take (camera, GTK_WIDGET (dialog), "dialog-param");
  gtk_window_destroy (dialog);
}

static void
take_registers (Camera *camera, SzWindow *window)
{
  GtkWidget *page = open_page (camera, window, "registers");

  sz_list_page_show_view (SZ_LIST_PAGE (page), "register-roles");
  camera_rest (camera);
  camera_choose_rows (camera, page, 1, 1);
  camera_take (camera, GTK_WIDGET (window), "registers");
  take_dialog (camera, page, "register.edit", "dialog-register");
}

/* A list a picture. */
static void
take_lists (Camera *camera, SzWindow *window, const char *duty, const char *const *lists)
{
  GtkWidget *page = open_page (camera, window, duty);

  for (; *lists != NULL; lists++)
    {
      sz_list_page_show_view (SZ_LIST_PAGE (page), *lists);
      camera_rest (camera);
      camera_choose_rows (camera, page, 1, 1);
      camera_take (camera, GTK_WIDGET (window), *lists);
    }
}

static void
take_recruitment (Camera *camera, SzWindow *window)
{
  static const char *const parttime[]
      = { "parttime-contracts", "parttime-quota", "parttime-fees", "parttime-funds", NULL };
  static const char *const establishment[]
      = { "establishment-ledger", "establishment-forecast", "establishment-people",
          "establishment-posts", NULL };

  GtkWidget *page = open_page (camera, window, "recruit");
  g_autofree char *today = sz_date_format (sz_page_get_as_of (SZ_PAGE (page)));
  g_autofree char *back = g_strconcat ("recruit@", today, NULL);

  /* in the midst of the year of the demo: a notice runs, contracts do */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "recruit@2025-06-05");
  camera_rest (camera);
  pictures_of_recruitment (camera, GTK_WIDGET (window), page);
  take_lists (camera, window, "parttime", parttime);
  take_lists (camera, window, "establishment", establishment);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", back);
  camera_rest (camera);
}

static void
take_titles (Camera *camera, SzWindow *window)
{
  static const char *const lists[]
      = { "titles-posts", "titles-assess", "titles-who",      "titles-round",
          "titles-rise",  "titles-case",   "titles-standard", NULL };

  take_lists (camera, window, "titles", lists);
}

static void
take_other_page (Camera *camera, SzWindow *window, const char *duty)
{
  GtkWidget *page = open_page (camera, window, duty);

  camera_choose_rows (camera, page, 1, 1);
  camera_take (camera, GTK_WIDGET (window), duty);
}

static void
take_full (Camera *camera, SzWindow *window)
{
  const char *of = g_getenv ("SHIZI_PICTURES_OF");

  if (g_strcmp0 (of, "readme") == 0)
    {
      pictures_of_readme (camera, GTK_WIDGET (window));
      return;
    }
  if (g_strcmp0 (of, "shared") == 0)
    {
      pictures_of_sharing (camera, GTK_WIDGET (window));
      return;
    }
  if (g_strcmp0 (of, "watch") != 0)
    pictures_of_titles (camera, GTK_WIDGET (window));
  if (g_strcmp0 (of, "titles") == 0)
    return;
  pictures_of_watch (camera, GTK_WIDGET (window));
  if (g_strcmp0 (of, "watch") == 0)
    return;
  take_recruitment (camera, window);
  if (g_strcmp0 (of, "recruit") == 0)
    return;
  take_people (camera, window);
  take_workload (camera, window);
  take_params (camera, window);
  take_registers (camera, window);
  take_titles (camera, window);
  take_other_page (camera, window, "pay");
  pictures_of_pay (camera, GTK_WIDGET (window), GTK_WIDGET (sz_window_get_page (window, "pay")));
  take_other_page (camera, window, "forms");
  pictures_of_forms (camera, GTK_WIDGET (window),
                     GTK_WIDGET (sz_window_get_page (window, "forms")));
  take_steps (camera, GTK_WIDGET (window), "花名册-有误.xlsx", "dialog-import-faulty");
  take_steps (camera, GTK_WIDGET (window), "教学工作量.xlsx", "dialog-import");
  take_dialog (camera, GTK_WIDGET (window), "win.batches", "dialog-batches");
  take_shortcuts (camera, window);
  take_common_dialogs (camera, GTK_WIDGET (window));
  pictures_of_sharing (camera, GTK_WIDGET (window));
}

static void
take_pay (Camera *camera, SzWindow *window)
{
  static const char *const years[] = { "pay-year", NULL };
  static const char *const leaves[] = { "leave", "leave-pay", NULL };
  GtkWidget *page;

  page = open_page (camera, window, "pay-year");
  sz_list_page_choose (SZ_LIST_PAGE (page), "year", "2025");
  sz_page_reload (SZ_PAGE (page));
  camera_rest (camera);
  take_lists (camera, window, "pay-year", years);
  page = open_page (camera, window, "leave");
  sz_list_page_choose (SZ_LIST_PAGE (page), "year", "2025");
  sz_page_reload (SZ_PAGE (page));
  camera_rest (camera);
  take_lists (camera, window, "leave", leaves);
  sz_list_page_show_view (SZ_LIST_PAGE (sz_window_get_page (window, "leave")), "leave");
  camera_rest (camera);
  take_dialog (camera, GTK_WIDGET (sz_window_get_page (window, "leave")), "leave.add",
               "dialog-leave");
  take_other_page (camera, window, "pay");
  page = GTK_WIDGET (sz_window_get_page (window, "pay"));
  pictures_of_runs (camera, GTK_WIDGET (window), page);
  pictures_of_pay (camera, GTK_WIDGET (window), page);
}

static void
take_empty (Camera *camera, SzWindow *window)
{
  for (const SzDuty *duty = sz_duties (); duty->name != NULL; duty++)
    take_other_page (camera, window, duty->name);
  take_dialog (camera, GTK_WIDGET (window), "win.import", "dialog-import");
  take_dialog (camera, GTK_WIDGET (window), "win.batches", "dialog-batches");
}

static void
take_start (Camera *camera, SzWindow *window, const char *college)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");
  const char *const recent[] = { college, NULL };

  g_settings_set_strv (settings, "recent", NULL);
  camera_take (camera, GTK_WIDGET (window), "welcome");
  g_settings_set_strv (settings, "recent", recent);
  camera_take (camera, GTK_WIDGET (window), "welcome-recent");
  take_common_dialogs (camera, GTK_WIDGET (window));
}

static void
take_all (GtkApplication *application,
          const char *folder,
          const char *content,
          const char *db,
          gsize place)
{
  const gsize size = place / G_N_ELEMENTS (schemes);
  const gsize scheme = place % G_N_ELEMENTS (schemes);
  SzWindow *window = sz_window_new (application);
  g_autoptr (SzTasks) tasks = g_str_equal (content, "start") ? NULL : sz_tasks_new (db, "pictures");
  const char *zoom = g_getenv ("GDK_SCALE");
  g_autofree char *suffix
      = g_strdup_printf ("%s-%s%s%s-%s", content, sizes[size].name, zoom != NULL ? "@" : "",
                         zoom != NULL ? zoom : "", schemes[scheme].name);
  Camera camera = { folder, suffix, tasks };

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[scheme].scheme);
  gtk_window_set_default_size (GTK_WINDOW (window), sizes[size].width, sizes[size].height);
  if (tasks != NULL)
    sz_window_open (window, tasks);
  else
    sz_window_welcome (window);
  gtk_window_present (GTK_WINDOW (window));
  camera_rest (&camera);
  if (tasks == NULL)
    take_start (&camera, window, db);
  else if (g_str_equal (content, "empty"))
    take_empty (&camera, window);
  else if (g_str_equal (content, "pay"))
    take_pay (&camera, window);
  else if (g_str_equal (content, "accounts"))
    pictures_of_accounts (&camera, GTK_WIDGET (window));
  else
    take_full (&camera, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* screenshots FOLDER start|empty|full|pay|accounts COLLEGE.db; LANGUAGE and GDK_SCALE as ever. */
int
main (int argc, char **argv)
{
  g_autoptr (SzApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  if (argc < 4)
    return 2;
  sz_locale_init ();
  sz_desk_register_resource ();
  application = sz_application_new ();
  if (g_str_equal (argv[2], "full"))
    make_history (argv[3], HISTORY_PERSON);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  camera_prepare ();
  g_mkdir_with_parents (argv[1], 0755);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes) * G_N_ELEMENTS (schemes); i++)
    if (is_wanted (sizes[i / G_N_ELEMENTS (schemes)].name,
                   sizes[1 - i / G_N_ELEMENTS (schemes)].name)
        && is_wanted (schemes[i % G_N_ELEMENTS (schemes)].name,
                      schemes[1 - i % G_N_ELEMENTS (schemes)].name))
      take_all (GTK_APPLICATION (application), argv[1], argv[2], argv[3], i);
  return 0;
}
