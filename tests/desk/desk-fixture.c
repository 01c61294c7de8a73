/* desk-fixture.c — widgets on a display without anybody in front of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "sz-demo.h"
#include "sz-desk-resources.h"
#include "sz-office.h"

#define WAIT_SECONDS 300

void
desk_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  sz_desk_register_resource ();
  desk_keep_still ();
}

/* No scan comes in between, and one begins among the people. */
void
desk_keep_still (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.shizi.Shizi");

  g_settings_set_string (settings, "page", "people");
  g_settings_set_uint (settings, "scan-after", 0);
}

char *
desk_demo (guint people)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("shizi-desk-XXXXXX", &error);
  char *path = g_build_filename (folder, "demo.db", NULL);
  const SzDemoRequest request = { .people = people, .year = 2025, .seed = SZ_DEMO_SEED };
  SzDemoReport report;
  g_autoptr (SzOffice) office = sz_office_create (path, "test", "示例技师学院", people, &error);

  g_assert_no_error (error);
  sz_office_demo (office, &request, &report, (SzProgress){ NULL, NULL }, NULL, &error);
  g_assert_no_error (error);
  return path;
}

void
desk_demo_free (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
}

SzWindow *
desk_window (const char *path, SzTasks **tasks)
{
  SzWindow *window = sz_window_new (NULL);

  *tasks = sz_tasks_new (path, "test");
  sz_window_open (window, *tasks);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

void
desk_take_down (GtkWindow *window, SzTasks *tasks, char *path)
{
  gtk_window_destroy (window);
  desk_turn ();
  sz_tasks_stop (tasks);
  g_object_unref (tasks);
  desk_turn ();
  desk_demo_free (path);
}

static gboolean
timed_out_cb (gpointer user_data)
{
  g_error ("waited %d seconds for nothing", WAIT_SECONDS);
  return G_SOURCE_REMOVE;
}

void
desk_wait (DeskCondition condition, gpointer data)
{
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, timed_out_cb, NULL);

  while (!condition (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

void
desk_turn (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  (*(guint *)user_data)++;
  return G_SOURCE_CONTINUE;
}

static gboolean
has_three (gpointer data)
{
  return *(guint *)data >= 3;
}

void
desk_wait_frames (GtkWidget *widget)
{
  guint n = 0;
  const guint tick = gtk_widget_add_tick_callback (widget, count_frame_cb, &n, NULL);

  desk_wait (has_three, &n);
  gtk_widget_remove_tick_callback (widget, tick);
}

static gboolean
has_value (GtkWidget *widget, const char *property, const char *value)
{
  g_autofree char *found = NULL;

  if (property == NULL)
    return TRUE;
  g_object_get (widget, property, &found, NULL);
  return g_strcmp0 (found, value) == 0;
}

GtkWidget *
desk_find (GtkWidget *root, GType type, const char *property, const char *value)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && has_value (root, property, value))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = desk_find (child, type, property, value);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
desk_find_dialog (GtkWidget *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != window && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

SzSchemeField *
desk_find_field (GtkWidget *root, const char *place)
{
  if (SZ_IS_SCHEME_FIELD (root)
      && g_strcmp0 (sz_scheme_field_get_place (SZ_SCHEME_FIELD (root)), place) == 0)
    return SZ_SCHEME_FIELD (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      SzSchemeField *found = desk_find_field (child, place);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
desk_type (GtkWidget *root, const char *place, const char *text)
{
  SzSchemeField *field = desk_find_field (root, place);

  g_assert_nonnull (field);
  gtk_editable_set_text (GTK_EDITABLE (desk_find (GTK_WIDGET (field), GTK_TYPE_ENTRY, NULL, NULL)),
                         text);
}

/* A button says its own label; one with an icon alone says nothing. */
static gboolean
says_something (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_label (GTK_LABEL (widget)) != '\0';
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says_something (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_ENTRY (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_LIST_BOX (widget)
         || GTK_IS_MENU_BUTTON (widget)
         || ((GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget)) && !says_something (widget));
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static GtkWidget *
find_nameless (GtkWidget *root)
{
  /* GTK's own close button. */
  if (GTK_IS_INFO_BAR (root))
    return NULL;
  if (is_control (root) && !is_named (root))
    return root;
  if (is_control (root) && !GTK_IS_MENU_BUTTON (root))
    return NULL;
  if (GTK_IS_MENU_BUTTON (root))
    {
      GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (root));

      return popover != NULL ? find_nameless (GTK_WIDGET (popover)) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nameless (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
desk_assert_named (GtkWidget *root)
{
  GtkWidget *nameless = find_nameless (root);
  g_autoptr (GString) path = g_string_new (NULL);

  for (GtkWidget *at = nameless; at != NULL && at != root; at = gtk_widget_get_parent (at))
    g_string_append_printf (path, " < %s", G_OBJECT_TYPE_NAME (at));
  if (nameless != NULL)
    g_test_message ("no name%s", path->str);
  g_assert_null (nameless);
}
