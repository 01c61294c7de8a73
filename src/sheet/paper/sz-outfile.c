/* sz-outfile.c — a file written beside its name and renamed when it is whole
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _SzOutfile
{
  char *target; /* links followed */
  char *parent;
  char *folder;
  char *temp;
  gboolean private; /* for the owner alone */
};

static gboolean
fail_file (const char *path, int fault, GError **error)
{
  /* EFBIG: a file-size limit, or FAT's 4 GiB: for the user the medium is full. */
  if (fault == ENOSPC || fault == EDQUOT || fault == EFBIG)
    return sz_error_set (error, SZ_ERROR_IO, "file.disk_full", "file", path, NULL);
  return sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", path, "detail",
                       g_strerror (fault != 0 ? fault : EIO), NULL);
}

/* A read-only file or a folder in the way must be found before anything is written. */
static gboolean
check_target (const char *target, int *fault)
{
  struct stat info;

  if (g_stat (target, &info) != 0)
    return TRUE;
  *fault = S_ISREG (info.st_mode) ? EACCES : S_ISDIR (info.st_mode) ? EISDIR : EINVAL;
  return S_ISREG (info.st_mode) && g_access (target, W_OK) == 0;
}

/* What a college's database begins with. Nothing that is written for people goes over one. */
static gboolean
is_database (const char *target)
{
  static const char magic[] = "SQLite format 3";
  char head[sizeof magic];
  int fd = g_open (target, O_RDONLY | O_CLOEXEC, 0);
  gssize length = fd >= 0 ? read (fd, head, sizeof head) : -1;

  if (fd >= 0)
    close (fd);
  return length == sizeof head && memcmp (head, magic, sizeof head) == 0;
}

/* The database keeps its journal, and who writes his label, under names of their own beside it. */
static gboolean
is_side_file (const char *target)
{
  static const char *const suffixes[] = { "-journal", "-wal", "-shm", ".writer" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (target, suffixes[i]))
      return TRUE;
  return FALSE;
}

/* "shizi" and who made it: of what computer and process, so that another can tell whether he is
 * still at it. */
static char *
name_folder (const char *parent, int pid)
{
  return g_strdup_printf ("%s/.shizi-%08x-%d-", parent, g_str_hash (g_get_host_name ()), pid);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/* What a killed export left behind: personal data may be in it. */
static void
sweep_left (const char *parent)
{
  g_autofree char *ours = name_folder ("", 0);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const gsize length = strlen (ours) - strlen ("/0-");
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (parent, name, NULL);
      gint64 pid;

      if (strncmp (name, ours + 1, length) != 0)
        continue;
      pid = g_ascii_strtoll (name + length, NULL, 10);
      if (pid > 0 && pid <= G_MAXINT && kill ((pid_t)pid, 0) != 0 && errno == ESRCH)
        remove_folder (path);
    }
}

static char *
follow_links (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = g_strdup (real != NULL ? real : path);

  free (real);
  return copy;
}

SzOutfile *
sz_outfile_new (const char *path, GError **error)
{
  g_autoptr (SzOutfile) out = NULL;
  g_autofree char *prefix = NULL;
  g_autofree char *folder = NULL;
  int fault = 0;

  g_return_val_if_fail (path != NULL && *path != '\0', NULL);
  out = g_new0 (SzOutfile, 1);
  out->target = follow_links (path);
  out->parent = g_path_get_dirname (out->target);
  if (!check_target (out->target, &fault))
    {
      fail_file (path, fault, error);
      return NULL;
    }
  if (is_database (out->target) || is_side_file (out->target))
    {
      sz_error_set (error, SZ_ERROR_IO,
                    is_side_file (out->target) ? "file.is_side_file" : "file.is_database", "file",
                    path, NULL);
      return NULL;
    }
  sweep_left (out->parent);
  prefix = name_folder (out->parent, (int)getpid ());
  folder = g_strconcat (prefix, "XXXXXX", NULL);
  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      fail_file (path, errno, error);
      return NULL;
    }
  out->folder = g_steal_pointer (&folder);
  out->temp = g_build_filename (out->folder, "new", NULL);
  return g_steal_pointer (&out);
}

void
sz_outfile_free (SzOutfile *out)
{
  if (out->temp != NULL)
    g_unlink (out->temp);
  if (out->folder != NULL)
    g_rmdir (out->folder);
  g_free (out->temp);
  g_free (out->folder);
  g_free (out->parent);
  g_free (out->target);
  g_free (out);
}

const char *
sz_outfile_path (SzOutfile *out)
{
  return out->temp;
}

const char *
sz_outfile_folder (SzOutfile *out)
{
  return out->folder;
}

void
sz_outfile_set_private (SzOutfile *out)
{
  g_return_if_fail (out != NULL);

  out->private = TRUE;
}

gboolean
sz_outfile_fail (SzOutfile *out, int fault, GError **error)
{
  return fail_file (out->target, fault, error);
}

static gboolean
sync_path (const char *path, int flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean ok;
  int fault;

  if (fd < 0)
    return FALSE;
  ok = fsync (fd) == 0;
  fault = errno;
  close (fd);
  errno = fault;
  return ok;
}

gboolean
sz_outfile_commit (SzOutfile *out, GError **error)
{
  struct stat old;

  mode_t mode = 0600;
  gboolean wanted = out->private;

  if (!wanted && g_stat (out->target, &old) == 0)
    {
      mode = old.st_mode & 07777;
      wanted = TRUE;
    }
  /* The mode is a nicety: file systems without modes refuse it. */
  if (wanted && g_chmod (out->temp, (int)mode) != 0)
    g_debug ("mode of %s stays: %s", out->target, g_strerror (errno));
  if (!sync_path (out->temp, O_RDONLY) || g_rename (out->temp, out->target) != 0)
    return sz_outfile_fail (out, errno, error);
  /* The new name must outlive a power cut; not every file system can sync a folder. */
  if (!sync_path (out->parent, O_RDONLY | O_DIRECTORY))
    g_debug ("folder %s is not synced: %s", out->parent, g_strerror (errno));
  return TRUE;
}
