/* sz-xls-convert.c — old workbooks through an installed LibreOffice
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xls-convert-private.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define TIMEOUT_SECONDS 120
#define POLL_MICROSECONDS 20000
#define COPY_BYTES 65536
#define OPEN_DIRECTORIES 16
#define SOURCE_NAME "table.xls"
#define RESULT_NAME "table.xlsx"
#define KEPT 16

static int
remove_entry_cb (const char *path, const struct stat *info, int kind, struct FTW *position)
{
  return remove (path);
}

static void
remove_folder (char *folder)
{
  nftw (folder, remove_entry_cb, OPEN_DIRECTORIES, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
  g_free (folder);
}

typedef char Folder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, remove_folder)

static char *
find_soffice (void)
{
  static const char *const names[] = { "soffice", "libreoffice" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char *found = g_find_program_in_path (names[i]);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
copy_bytes (SzInput *input, int fd, GError **error)
{
  g_autofree char *buffer = g_malloc (COPY_BYTES);
  guint64 offset = 0;
  gssize got;

  while ((got = sz_input_read_at (input, offset, buffer, COPY_BYTES, error)) > 0)
    {
      if (write (fd, buffer, (gsize)got) != got)
        {
          sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", input->name, "detail",
                        g_strerror (errno), NULL);
          return FALSE;
        }
      offset += (guint64)got;
    }
  return got == 0;
}

/* A copy, so that LibreOffice leaves no lock file beside the original. */
static gboolean
copy_source (SzInput *input, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, SOURCE_NAME, NULL);
  int fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  gboolean done;

  if (fd < 0)
    return sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", input->name, "detail",
                         g_strerror (errno), NULL);
  done = copy_bytes (input, fd, error);
  return close (fd) == 0 && done;
}

/* Runs between fork and exec: a group of its own, so that all of it can be ended, and bounds. */
static void
child_started_cb (gpointer data)
{
  const SzTableLimits *limits = data;
  struct rlimit cpu = { TIMEOUT_SECONDS, TIMEOUT_SECONDS };
  struct rlimit file = { limits->entry_bytes, limits->entry_bytes };
  struct rlimit core = { 0, 0 };

  setpgid (0, 0);
  setrlimit (RLIMIT_CPU, &cpu);
  setrlimit (RLIMIT_FSIZE, &file);
  setrlimit (RLIMIT_CORE, &core);
}

static GStrv
make_environment (const char *folder)
{
  static const char *const homes[] = {
    "HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR",
  };
  static const char *const desktop[] = {
    "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "SESSION_MANAGER", "LD_PRELOAD",
  };
  GStrv environment = g_get_environ ();

  for (gsize i = 0; i < G_N_ELEMENTS (homes); i++)
    environment = g_environ_setenv (environment, homes[i], folder, TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (desktop); i++)
    environment = g_environ_unsetenv (environment, desktop[i]);
  return environment;
}

static gboolean
spawn_soffice (SzInput *input, const char *soffice, const char *folder, GPid *pid, GError **error)
{
  g_autofree char *profile
      = g_strconcat ("-env:UserInstallation=file://", folder, "/profile", NULL);
  g_autofree char *source = g_build_filename (folder, SOURCE_NAME, NULL);
  g_auto (GStrv) environment = make_environment (folder);
  const char *command[] = { soffice,
                            profile,
                            "--headless",
                            "--norestore",
                            "--nolockcheck",
                            "--convert-to",
                            "xlsx:Calc MS Excel 2007 XML",
                            "--outdir",
                            folder,
                            source,
                            NULL };
  GSpawnFlags flags
      = G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL;

  if (g_spawn_async (folder, (char **)command, environment, flags, child_started_cb, &input->limits,
                     pid, NULL))
    return TRUE;
  return sz_error_set (error, SZ_ERROR_IO, "file.needs_libreoffice", "file", input->name, NULL);
}

static void
end_child (GPid pid)
{
  kill (-pid, SIGKILL);
  kill (pid, SIGKILL);
  while (waitpid (pid, NULL, 0) < 0 && errno == EINTR)
    ;
}

static gboolean
wait_for_child (SzInput *input, GPid pid, GCancellable *cancellable, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + TIMEOUT_SECONDS * G_USEC_PER_SEC;

  while (waitpid (pid, NULL, WNOHANG) == 0)
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          end_child (pid);
          return sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
        }
      if (g_get_monotonic_time () > deadline)
        {
          end_child (pid);
          return sz_input_exceed (input, error, "convert_seconds", TIMEOUT_SECONDS, NULL, NULL);
        }
      g_usleep (POLL_MICROSECONDS);
    }
  /* Whatever it started and left behind. */
  kill (-pid, SIGKILL);
  return TRUE;
}

static SzInput *
open_result (SzInput *input, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, RESULT_NAME, NULL);
  SzInput *result;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      sz_input_refuse (input, error, "xls_convert", NULL, NULL);
      return NULL;
    }
  result = sz_input_open (path, &input->limits, error);
  if (result != NULL)
    {
      g_free (result->name);
      result->name = g_strdup (input->name);
    }
  return result;
}

/* The file as it lay there; what was written since is another one. */
typedef struct
{
  dev_t device;
  ino_t inode;
  off_t size;
  struct timespec written;
  struct timespec changed;
} Identity;

/* A workbook is looked at, checked and imported, each time from its file, and LibreOffice takes its
   seconds: what it made last is kept open. It has no name on the disk any more. */
static struct
{
  Identity identity;
  SzInput *result;
} kept[KEPT];
static guint next_kept;
static GMutex kept_lock;

static gboolean
identify (const SzInput *input, Identity *identity)
{
  struct stat info;

  if (fstat (input->fd, &info) != 0)
    return FALSE;
  memset (identity, 0, sizeof *identity);
  identity->device = info.st_dev;
  identity->inode = info.st_ino;
  identity->size = info.st_size;
  identity->written = info.st_mtim;
  identity->changed = info.st_ctim;
  return TRUE;
}

static SzInput *
find_kept (const SzInput *input, const Identity *identity)
{
  SzInput *found = NULL;

  g_mutex_lock (&kept_lock);
  for (guint i = 0; found == NULL && i < KEPT; i++)
    if (kept[i].result != NULL && memcmp (&kept[i].identity, identity, sizeof *identity) == 0
        && g_str_equal (kept[i].result->name, input->name)
        && memcmp (&kept[i].result->limits, &input->limits, sizeof input->limits) == 0)
      found = sz_input_ref (kept[i].result);
  g_mutex_unlock (&kept_lock);
  return found;
}

static void
keep (SzInput *result, const Identity *identity)
{
  SzInput *before;

  g_mutex_lock (&kept_lock);
  before = kept[next_kept].result;
  kept[next_kept].identity = *identity;
  kept[next_kept].result = sz_input_ref (result);
  next_kept = (next_kept + 1) % KEPT;
  g_mutex_unlock (&kept_lock);
  sz_input_unref (before);
}

static SzInput *
convert (SzInput *input, GCancellable *cancellable, GError **error)
{
  g_autofree char *soffice = find_soffice ();
  g_autoptr (Folder) folder = NULL;
  int saved;
  GPid pid;

  if (soffice == NULL)
    {
      sz_error_set (error, SZ_ERROR_FORMAT, "file.needs_libreoffice", "file", input->name, NULL);
      return NULL;
    }
  folder = g_dir_make_tmp ("shizi-xls-XXXXXX", NULL);
  saved = errno;
  if (folder == NULL)
    {
      /* The workbook is not to blame. */
      sz_error_set (error, SZ_ERROR_IO, "file.no_temporary", "file", g_get_tmp_dir (), "detail",
                    g_strerror (saved), NULL);
      return NULL;
    }
  if (!copy_source (input, folder, error) || !spawn_soffice (input, soffice, folder, &pid, error)
      || !wait_for_child (input, pid, cancellable, error))
    return NULL;
  return open_result (input, folder, error);
}

SzInput *
sz_xls_convert (SzInput *input, GCancellable *cancellable, GError **error)
{
  Identity identity;
  const gboolean known = identify (input, &identity);
  SzInput *result = known ? find_kept (input, &identity) : NULL;

  if (result != NULL)
    return result;
  result = convert (input, cancellable, error);
  if (result != NULL && known)
    keep (result, &identity);
  return result;
}
