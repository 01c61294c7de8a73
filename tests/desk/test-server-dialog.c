/* test-server-dialog.c — a college on a server in the window: the dialog, the connection, what is
 * read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <adwaita.h>

#include "desk-fixture.h"
#include "sz-conflict-dialog.h"
#include "sz-office.h"
#include "sz-person-act.h"
#include "sz-person-reveal.h"
#include "sz-register-dialog.h"
#include "sz-register.h"
#include "sz-server-address.h"
#include "sz-server-dialog.h"
#include "sz-sign-in.h"
#include "sz-busy-watch.h"

#define PASSWORD "correct horse battery 1"

static char *folder; /* of the private server's socket; NULL: there is none */

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
                               "yuan",
                               "袁院长",
                               "leader",
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

/* (transfer full): one value of the college. */
static char *
read_sql (const char *query)
{
  const char *const words[]
      = { "psql", "-h", folder, "-U", "postgres", "-d", "desk", "-qXAt", "-c", query, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return g_strstrip (text);
}

/* ---- who writes (RULE srv-17) ---- */

static gint64 clock_us;

static gint64
read_clock (void)
{
  return clock_us;
}

typedef struct
{
  char *who;
  guint n_told;
} Heard;

static void
heard_cb (const char *who, const char *host, gpointer user_data)
{
  Heard *heard = user_data;

  g_free (heard->who);
  heard->who = g_strdup (who);
  heard->n_told++;
}

static gboolean
is_answered (gpointer watch)
{
  return !sz_busy_watch_is_asking (watch);
}

/* One look, so long after the last one. */
static void
look_after (SzBusyWatch *watch, gint64 later_us)
{
  desk_wait (is_answered, watch);
  clock_us += later_us;
  sz_busy_watch_ask (watch);
  desk_wait (is_answered, watch);
}

/* What who_writes tells depends on the lock alone: a session that holds it, until its input ends.
 */
static GSubprocess *
hold_lock (const char *login)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *session
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                          "psql", "-h", folder, "-U", login, "-d", "desk", "-qXAt", NULL);
  static const char command[]
      = "BEGIN; SELECT pg_advisory_xact_lock (1399351674, 1); SELECT 'held';\n";
  g_autoptr (GDataInputStream) answers = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  g_output_stream_write_all (g_subprocess_get_stdin_pipe (session), command, sizeof command - 1,
                             NULL, NULL, &error);
  g_assert_no_error (error);
  answers = g_data_input_stream_new (g_subprocess_get_stdout_pipe (session));
  do
    {
      g_free (line);
      line = g_data_input_stream_read_line (answers, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (line);
    }
  while (!g_str_equal (line, "held"));
  return session;
}

static void
let_go (GSubprocess *session)
{
  g_autoptr (GError) error = NULL;

  g_output_stream_close (g_subprocess_get_stdin_pipe (session), NULL, &error);
  g_subprocess_wait (session, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (session);
}

static gboolean
is_writer_shown (gpointer window)
{
  GtkWidget *bar = g_object_get_data (G_OBJECT (window), "writer-bar");

  return bar != NULL && gtk_widget_get_visible (bar);
}

static gboolean
is_writer_gone (gpointer window)
{
  return !is_writer_shown (window);
}

/* RULE srv-17: only after two seconds, with the name, and not any longer than it lasts. */
static void
another_writes (GtkWidget *window, SzTasks *tasks)
{
  Heard heard = { NULL, 0 };
  SzBusyWatch *watch = sz_busy_watch_new (tasks, read_clock, heard_cb, &heard);
  GSubprocess *session = hold_lock ("admin");

  look_after (watch, 0);
  look_after (watch, 2 * G_USEC_PER_SEC);
  g_assert_cmpuint (heard.n_told, ==, 0);
  look_after (watch, 1);
  g_assert_cmpstr (heard.who, ==, "安管理");
  desk_wait (is_writer_shown, window);
  let_go (session);
  look_after (watch, 1);
  g_assert_null (heard.who);
  g_assert_cmpuint (heard.n_told, ==, 2);
  desk_wait (is_writer_gone, window);
  sz_busy_watch_free (watch);
}

static SzOffice *
enter_as (const char *login)
{
  g_autofree char *address = sz_server_dup_address (folder, "desk", login, "");
  g_autoptr (GError) error = NULL;
  SzOffice *office = sz_office_open_as (address, login, PASSWORD, &error);

  g_assert_no_error (error);
  g_assert_true (sz_office_enter (office, &error));
  return office;
}

/* ---- two editors (RULE srv-12) ---- */

/* As somebody at another computer does it. */
static gint64
put_department (gint64 id, const char *order)
{
  g_autoptr (SzOffice) office = enter_as ("renshi");
  g_autoptr (GError) error = NULL;
  const SzRegister *reg = sz_register_find ("departments");
  g_autoptr (SzRegisterRow) row = NULL;

  if (id != 0)
    row = sz_register_get (office, reg, id, &error);
  else
    {
      row = g_new0 (SzRegisterRow, 1);
      row->cells = g_new0 (char *, reg->n_columns + 1);
    }
  g_assert_no_error (error);
  for (guint i = 0; i < reg->n_columns; i++)
    {
      const char *heading = reg->columns[i].heading;

      if (id == 0)
        row->cells[i] = g_strdup (g_str_equal (heading, "部门") ? "机械系" : "");
      if (!g_str_equal (heading, "序号"))
        continue;
      g_free (row->cells[i]);
      row->cells[i] = g_strdup (order);
    }
  sz_office_register_put (office, reg, row, NULL, &error);
  g_assert_no_error (error);
  return row->id;
}

static GtkWidget *
find_order (gpointer dialog)
{
  return desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", "序号");
}

static gboolean
has_order (gpointer dialog)
{
  return *gtk_editable_get_text (GTK_EDITABLE (find_order (dialog))) != '\0';
}

static GtkWidget *
find_conflict (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window != NULL; window = window->next)
    if (SZ_IS_CONFLICT_DIALOG (window->data) && gtk_widget_get_visible (window->data))
      return window->data;
  return NULL;
}

static gboolean
is_conflict_there (gpointer data)
{
  return find_conflict () != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return *(GtkWidget **)data == NULL;
}

static void
press_save (GtkWidget *dialog)
{
  g_signal_emit_by_name (desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Save"), "clicked");
}

static void
two_editors (GtkWidget *window, SzTasks *tasks)
{
  const gint64 id = put_department (0, "1");
  GtkWidget *dialog = GTK_WIDGET (
      sz_register_dialog_new (GTK_WINDOW (window), tasks, sz_register_find ("departments"), id));
  GtkWidget *there = dialog;
  GtkWidget *mine;
  char *found;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&there);
  gtk_window_present (GTK_WINDOW (dialog));
  desk_wait (has_order, dialog);
  put_department (id, "2");
  gtk_editable_set_text (GTK_EDITABLE (find_order (dialog)), "3");
  press_save (dialog);
  desk_wait (is_conflict_there, NULL);
  g_assert_nonnull (desk_find (find_conflict (), GTK_TYPE_LABEL, "label", "Theirs\n2"));
  mine = desk_find (find_conflict (), GTK_TYPE_LABEL, "label", "Mine\n3");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (
                                    gtk_widget_get_ancestor (mine, GTK_TYPE_TOGGLE_BUTTON)),
                                TRUE);
  press_save (find_conflict ());
  desk_wait (is_gone, &there);
  found = read_sql ("SELECT position || ' ' || row_version FROM shizi.departments");
  g_assert_cmpstr (found, ==, "3 3");
  g_free (found);
}

/* ---- a look at a number (RULE srv-4, aud-1) ---- */

/* RULE srv-4: who looks at a number on a server leaves the same trace as on a file, signed by the
 * account; who may not gets none, and leaves the refusal. */
static void
look_at_numbers (void)
{
  g_autoptr (SzOffice) office = enter_as ("renshi");
  g_autoptr (SzOffice) leader = NULL;
  g_autoptr (SzPersonFile) file = sz_person_file_new ();
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  g_autofree char *number = NULL;
  g_autofree char *traces = NULL;
  SzService service = { .ended_as = SZ_SERVICE_ACTIVE };
  SzRecord department = { .field = SZ_RECORD_DEPARTMENT, .value = g_strdup ("机械系") };

  file->person.staff_no = g_strdup ("9001");
  file->person.name = g_strdup ("张三");
  file->person.id_number = g_strdup ("11010519491231002X");
  file->person.phone = g_strdup ("13900000001");
  g_assert_true (sz_date_parse ("2020-09-01", &service.from, NULL));
  g_array_append_val (file->services, service);
  department.from = service.from;
  g_array_append_val (file->records, department);
  sz_office_person_add (office, file, issues, NULL, &error);
  g_assert_no_error (error);
  number = sz_office_person_reveal (office, file->person.id, "phone", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, "13900000001");
  leader = enter_as ("yuan");
  g_assert_null (sz_office_person_reveal (leader, file->person.id, "phone", &refused));
  g_assert_error (refused, SZ_ERROR, SZ_ERROR_REFUSED);
  traces = read_sql ("SELECT string_agg (who || ' ' || refused || ' ' || (SELECT count (*) FROM"
                     " shizi.act_signatures s WHERE s.act_seq = a.seq) || ' ' || (summary LIKE "
                     "'%9001%phone%'), '|'"
                     " ORDER BY seq) FROM shizi.acts a WHERE kind LIKE 'people.reveal%'");
  g_assert_cmpstr (traces, ==, "任人事 0 1 true|袁院长 1 1 false");
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
  look_at_numbers ();
  two_editors (window, opened.tasks);
  another_writes (window, opened.tasks);
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
  g_test_add_func ("/desk/server/srv-1/srv-4/srv-11/srv-12/opened-from-the-window", test_open);
  return g_test_run ();
}
