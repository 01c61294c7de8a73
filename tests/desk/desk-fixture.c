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

#define WAIT_SECONDS 10

void
desk_init (int *argc, char ***argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  sz_desk_register_resource ();
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
