/* sz-application.c — the desktop program
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-application.h"

#include <glib/gi18n.h>

#include "sz-application-actions.h"
#include "sz-composing.h"
#include "sz-help.h"
#include "sz-recent.h"
#include "sz-spoken.h"
#include "sz-style.h"
#include "sz-tab-out.h"
#include "sz-version.h"
#include "sz-window.h"

struct _SzApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  SzTasks *tasks; /* of the college that was opened last */
};

G_DEFINE_FINAL_TYPE (SzApplication, sz_application, ADW_TYPE_APPLICATION)

static SzWindow *
find_window (SzApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return SZ_IS_WINDOW (window) ? SZ_WINDOW (window) : sz_window_new (GTK_APPLICATION (self));
}

void
sz_application_open_at (SzApplication *self,
                        const char *address,
                        const char *login,
                        const char *password,
                        SzSession *session)
{
  g_autoptr (SzTasks) tasks = NULL;
  SzWindow *window;

  g_return_if_fail (SZ_IS_APPLICATION (self) && address != NULL && session != NULL);

  tasks = sz_tasks_new_at (address, login, password);
  sz_tasks_set_session (tasks, session);
  window = find_window (self);
  sz_window_open (window, tasks);
  g_set_object (&self->tasks, tasks);
  sz_recent_add (self->settings, address);
  gtk_window_present (GTK_WINDOW (window));
}

void
sz_application_open (SzApplication *self, const char *path)
{
  g_autofree char *who = g_settings_get_string (self->settings, "who");
  /* The database is opened while the window is being made. */
  g_autoptr (SzTasks) tasks = sz_tasks_new (path, *who != '\0' ? who : NULL);
  SzWindow *window = find_window (self);

  sz_window_open (window, tasks);
  g_set_object (&self->tasks, tasks);
  sz_recent_add (self->settings, path);
  gtk_window_present (GTK_WINDOW (window));
}

GSettings *
sz_application_get_settings (SzApplication *self)
{
  g_return_val_if_fail (SZ_IS_APPLICATION (self), NULL);

  return self->settings;
}

/* The college of yesterday is today's; one that went away is not replaced by an older one unasked.
 */
static gboolean
open_last (SzApplication *self)
{
  g_autofree char *path = sz_recent_dup_last (self->settings);

  /* A server asks for the password first, over a window. */
  if (path == NULL || sz_office_at_server (path))
    return FALSE;
  sz_application_open (self, path);
  return TRUE;
}

static void
ask_last (SzApplication *self)
{
  g_autofree char *path = sz_recent_dup_last (self->settings);

  if (path != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (self), "open-path",
                                    g_variant_new_string (path));
}

static void
sz_application_activate (GApplication *application)
{
  SzApplication *self = SZ_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  gboolean first = window == NULL;

  if (window == NULL && open_last (self))
    return;
  if (window == NULL)
    {
      window = GTK_WINDOW (sz_window_new (GTK_APPLICATION (self)));
      sz_window_welcome (SZ_WINDOW (window));
    }
  gtk_window_present (window);
  if (first)
    ask_last (self);
}

static void
sz_application_open_files (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autofree char *path = g_file_get_path (files[0]);

  if (path == NULL)
    return;
  if (!g_str_has_suffix (path, ".szpkg"))
    {
      sz_application_open (SZ_APPLICATION (application), path);
      return;
    }
  /* What another office handed over goes into the college of yesterday. */
  sz_application_activate (application);
  sz_window_take_over (SZ_WINDOW (
                           gtk_application_get_active_window (GTK_APPLICATION (application))),
                       path);
}

static void
colors_changed_cb (SzApplication *self)
{
  static const AdwColorScheme schemes[]
      = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  guint choice = (guint)g_settings_get_enum (self->settings, "colors");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[MIN (choice, 2)]);
}

static gboolean
speaks_chinese (void)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (g_str_has_prefix (languages[i], "zh"))
        return TRUE;
      if (g_str_has_prefix (languages[i], "en"))
        return FALSE;
    }
  return FALSE;
}

/* Quotation marks and apostrophes of the Chinese face are as wide as a character: right among
 * characters, holes in an English sentence. */
static void
load_english_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_data (provider,
                                   "window, popover { font-feature-settings: \"pwid\"; }"
                                   ".numeric { font-feature-settings: \"pwid\", \"tnum\"; }",
                                   -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
load_style (void)
{
  sz_style_load ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/shizi/Shizi/icons");
  if (!speaks_chinese ())
    load_english_style ();
}

static void
sz_application_startup (GApplication *application)
{
  SzApplication *self = SZ_APPLICATION (application);

  G_APPLICATION_CLASS (sz_application_parent_class)->startup (application);
  self->settings = g_settings_new ("org.shizi.Shizi");
  g_signal_connect_object (self->settings, "changed::colors", G_CALLBACK (colors_changed_cb), self,
                           G_CONNECT_SWAPPED);
  colors_changed_cb (self);
  load_style ();
  sz_help_watch_dialogs ();
  sz_composing_watch ();
  sz_spoken_watch ();
  sz_tab_out_install ();
  _sz_application_install_actions (self);
}

/* Asked of the program on a server too, so before there is a display. */
static int
sz_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  g_autofree char *text = NULL;

  if (!g_variant_dict_contains (options, "version"))
    return -1;
  text = sz_version_dup_text ();
  g_print ("shizi %s\n", text);
  return 0;
}

/* A thread that still reads would find the program's data gone. */
static void
sz_application_shutdown (GApplication *application)
{
  SzApplication *self = SZ_APPLICATION (application);

  if (self->tasks != NULL)
    sz_tasks_stop (self->tasks);
  G_APPLICATION_CLASS (sz_application_parent_class)->shutdown (application);
}

static void
sz_application_finalize (GObject *object)
{
  g_clear_object (&SZ_APPLICATION (object)->tasks);
  g_clear_object (&SZ_APPLICATION (object)->settings);
  G_OBJECT_CLASS (sz_application_parent_class)->finalize (object);
}

static void
sz_application_class_init (SzApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sz_application_finalize;
  application_class->activate = sz_application_activate;
  application_class->handle_local_options = sz_application_handle_local_options;
  application_class->open = sz_application_open_files;
  application_class->shutdown = sz_application_shutdown;
  application_class->startup = sz_application_startup;
}

static void
sz_application_init (SzApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 'v', G_OPTION_FLAG_NONE,
                                 G_OPTION_ARG_NONE, _ ("Which version it is"), NULL);
}

SzApplication *
sz_application_new (void)
{
  return g_object_new (SZ_TYPE_APPLICATION, "application-id", "org.shizi.Shizi", "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE, "resource-base-path",
                       "/org/shizi/Shizi", NULL);
}
