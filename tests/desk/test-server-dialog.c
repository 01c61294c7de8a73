/* test-server-dialog.c — a college on a server in the window: the dialog, the connection, what is
 * read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-fixture.h"
#include "sz-office.h"
#include "sz-server-dialog.h"

#define PASSWORD "correct horse battery 1"

static char *folder; /* of the private server's socket; NULL: there is none */

/* RULE srv-13: away from here only who proves himself gets a password. */
static void
test_addresses (void)
{
  static const struct
  {
    const char *server;
    const char *certificate;
    const char *address;
  } cases[] = {
    { "localhost", "", "postgresql://wang@localhost/college" },
    { "127.0.0.1:5433", "", "postgresql://wang@127.0.0.1:5433/college" },
    { "/run/pg", "", "postgresql://wang@/college?host=/run/pg" },
    { "10.1.2.3", "", "postgresql://wang@10.1.2.3/college?sslmode=verify-full" },
    { "db.example.com", "/etc/ca.crt",
      "postgresql://wang@db.example.com/college?sslmode=verify-full&sslrootcert=/etc/ca.crt" },
    { "postgresql://x@y/z?sslmode=verify-full", "", "postgresql://x@y/z?sslmode=verify-full" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address
          = sz_server_dup_address (cases[i].server, "college", "wang", cases[i].certificate);

      g_assert_cmpstr (address, ==, cases[i].address);
      g_assert_true (sz_office_at_server (address));
    }
}

static void
type_row (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *row = desk_find (dialog, ADW_TYPE_PREFERENCES_ROW, "title", title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
make_college (void)
{
  g_autofree char *uri = g_strconcat ("postgresql://postgres@/desk?host=", folder, NULL);
  g_autofree char *base = g_strconcat ("postgresql://postgres@/postgres?host=", folder, NULL);
  const char *const prepare[]
      = { g_getenv ("SHIZI_CTL"), "--db", base, "server", "prepare", "--database", "desk", NULL };
  const char *const make[] = { g_getenv ("SHIZI_ACCOUNTS"),
                               uri,
                               "admin",
                               "安管理",
                               "administrator",
                               PASSWORD,
                               "renshi",
                               "任人事",
                               "personnel",
                               PASSWORD,
                               NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **)prepare, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_spawn_sync (NULL, (char **)make, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

typedef struct
{
  SzTasks *tasks;
  gint64 people;
  char *who;
} Opened;

static void
opened_cb (Opened *opened,
           const char *address,
           const char *login,
           const char *password,
           SzSession *session)
{
  opened->tasks = sz_tasks_new_at (address, login, password);
  sz_tasks_set_session (opened->tasks, session);
}

static gboolean
is_open (gpointer data)
{
  return ((Opened *)data)->tasks != NULL;
}

static gpointer
read_who_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return g_strdup (sz_office_get_who (office));
}

static void
who_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ((Opened *)user_data)->who = sz_tasks_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_read (gpointer data)
{
  return ((Opened *)data)->who != NULL;
}

static gboolean
is_refused (gpointer data)
{
  return gtk_widget_get_sensitive (data);
}

/* As the server's administrator may: nobody is let in for a while. */
static void
run_sql (const char *const *commands)
{
  for (gsize i = 0; commands[i] != NULL; i++)
    {
      const char *const words[]
          = { "psql", "-h", folder, "-U", "postgres", "-qX", "-c", commands[i], NULL };
      g_autoptr (GError) error = NULL;
      int status = 0;

      g_spawn_sync (NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                    NULL, NULL, NULL, NULL, &status, &error);
      g_assert_no_error (error);
      g_assert_true (g_spawn_check_wait_status (status, NULL));
    }
}

static gboolean
is_strip_there (gpointer window)
{
  GtkWidget *bar = g_object_get_data (G_OBJECT (window), "away-bar");

  return bar != NULL && gtk_widget_get_visible (bar);
}

static gboolean
is_strip_gone (gpointer window)
{
  return !is_strip_there (window);
}

/* RULE srv-10: the strip comes, the window keeps what it shows, and goes on by itself. */
static void
away_and_back (GtkWidget *window)
{
  static const char *const shut[]
      = { "ALTER DATABASE desk WITH ALLOW_CONNECTIONS false",
          "SELECT pg_terminate_backend (pid) FROM pg_stat_activity WHERE datname = 'desk'", NULL };
  static const char *const open[] = { "ALTER DATABASE desk WITH ALLOW_CONNECTIONS true", NULL };

  g_assert_false (is_strip_there (window));
  run_sql (shut);
  desk_wait (is_strip_there, window);

  run_sql (open);
  desk_wait (is_strip_gone, window);
}

/* The program of somebody else. */
static void
import_elsewhere (const char *number, const char *name, const char *id_number)
{
  g_autofree char *uri = g_strconcat ("postgresql://renshi@/desk?host=", folder, NULL);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "elsewhere.csv", NULL);
  g_autofree char *rows = g_strdup_printf ("工号,姓名,身份证号,部门,人员类别,来校日期\n"
                                           "%s,%s,%s,机械系,在编,2010-07-01\n",
                                           number, name, id_number);
  const char *const words[]
      = { g_getenv ("SHIZI_CTL"), "--db", uri, "import", "people", path, NULL };
  g_auto (GStrv) environment
      = g_environ_setenv (g_get_environ (), "SHIZI_PASSWORD", PASSWORD, TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  int status = 0;

  g_assert_true (g_file_set_contents (path, rows, -1, &error));
  g_spawn_sync (NULL, (char **)words, environment, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                &said, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    g_error ("%s", said);
}

typedef struct
{
  GtkWidget *window;
  const char *name;
} Shown;

static gboolean
is_shown (gpointer data)
{
  const Shown *shown = data;

  return desk_find (shown->window, GTK_TYPE_INSCRIPTION, "text", shown->name) != NULL
         || desk_find (shown->window, GTK_TYPE_LABEL, "label", shown->name) != NULL;
}

/* RULE srv-11: what others write is shown as it comes, and what they wrote meanwhile when the
 * server is back. */
static void
others_write (GtkWidget *window)
{
  import_elsewhere ("T1", "张外来", "110101199001010015");
  desk_wait (is_shown, &(Shown){ window, "张外来" });
  import_elsewhere ("T2", "李外来", "110101199002010025");
  desk_wait (is_shown, &(Shown){ window, "李外来" });
}

static void
test_open (void)
{
  g_autofree char *nowhere = NULL;
  Opened opened = { 0 };
  GtkWidget *dialog, *button, *window;

  if (folder == NULL)
    {
      g_test_skip ("no server here");
      return;
    }
  make_college ();
  nowhere = g_strconcat (folder, "/nowhere", NULL);
  dialog = GTK_WIDGET (sz_server_dialog_new (NULL));
  button = desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Open");
  g_signal_connect_swapped (dialog, "opened", G_CALLBACK (opened_cb), &opened);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_false (gtk_widget_get_sensitive (button));
  type_row (dialog, "Server, such as 10.1.2.3", nowhere);
  type_row (dialog, "Database", "desk");
  type_row (dialog, "Login", "renshi");
  type_row (dialog, "Password", PASSWORD);
  g_assert_true (gtk_widget_get_sensitive (button));
  /* A server that is away is said in the dialog, which stays. */
  g_signal_emit_by_name (button, "clicked");
  desk_wait (is_refused, dialog);
  g_assert_null (opened.tasks);
  type_row (dialog, "Server, such as 10.1.2.3", folder);
  g_signal_emit_by_name (button, "clicked");
  desk_wait (is_open, &opened);
  window = g_object_new (SZ_TYPE_WINDOW, NULL);
  sz_window_open (SZ_WINDOW (window), opened.tasks);
  gtk_window_present (GTK_WINDOW (window));
  sz_tasks_read (opened.tasks, window, SZ_WORK (read_who_cb, NULL, NULL, g_free), NULL, who_read_cb,
                 &opened);
  desk_wait (is_read, &opened);
  g_assert_cmpstr (opened.who, ==, "任人事");
  desk_wait_frames (window);
  others_write (window);
  away_and_back (window);
  import_elsewhere ("T3", "王归来", "110101199003010035");
  desk_wait (is_shown, &(Shown){ window, "王归来" });
  g_free (opened.who);
  gtk_window_destroy (GTK_WINDOW (window));
  desk_turn ();
  sz_tasks_stop (opened.tasks);
  g_object_unref (opened.tasks);
  desk_turn ();
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  folder = g_strdup (g_getenv ("SHIZI_PG_FOLDER"));
  g_test_add_func ("/desk/server/srv-13/addresses", test_addresses);
  g_test_add_func ("/desk/server/srv-1/opened-from-the-window", test_open);
  return g_test_run ();
}
