/* sz-file.c — files that are whole or not there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "sz-error.h"

#define PART ".part-"

/* Whether the process that was writing @name ("x.db.part-123", "x.db.part-123-journal") is gone. */
static gboolean
is_stale (const char *name, const char *prefix)
{
  const char *part = g_strrstr (name, PART);
  gint64 pid = part != NULL ? g_ascii_strtoll (part + strlen (PART), NULL, 10) : 0;

  if (pid <= 0 || pid > G_MAXINT || !g_str_has_prefix (name, prefix))
    return FALSE;
  return kill ((pid_t)pid, 0) != 0 && errno == ESRCH;
}

void
sz_file_remove_stale (const char *folder, const char *prefix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (is_stale (name, prefix))
        g_unlink (path);
    }
}

char *
sz_file_temporary_name (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, PART, NULL);
  char *name = g_strdup_printf ("%s" PART "%d", path, (int)getpid ());

  sz_file_remove_stale (folder, prefix);
  /* An earlier process may have had our number. */
  g_unlink (name);
  return name;
}

char *
sz_file_name_to_be (const char *path)
{
  const char *part = g_strrstr (path, PART);
  gsize digits = part != NULL ? strspn (part + strlen (PART), "0123456789") : 0;

  if (digits > 0 && part[strlen (PART) + digits] == '\0')
    return g_strndup (path, (gsize)(part - path));
  return g_strdup (path);
}

static gboolean
fail_with_errno (const char *path, int number, GError **error)
{
  const char *code = number == ENOSPC || number == EDQUOT  ? "db.disk_full"
                     : number == EROFS || number == EACCES ? "db.read_only"
                                                           : "db.io";
  g_autofree char *file = sz_file_name_to_be (path);

  return sz_error_set (error, SZ_ERROR_IO, code, "file", file, "detail", g_strerror (number), NULL);
}

static gboolean
sync_path (const char *path, int flags, GError **error)
{
  int fd = open (path, flags | O_CLOEXEC);
  int saved = 0;

  if (fd < 0)
    return fail_with_errno (path, errno, error);
  /* Some file systems cannot sync a folder and say EINVAL; nothing more can be done there. */
  if (fsync (fd) != 0 && errno != EINVAL)
    saved = errno;
  close (fd);
  return saved == 0 || fail_with_errno (path, saved, error);
}

gboolean
sz_file_sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (folder, O_RDONLY | O_DIRECTORY, error);
}

static int
rename_new (const char *made, const char *path)
{
  int result = renameat2 (AT_FDCWD, made, AT_FDCWD, path, RENAME_NOREPLACE);

  if (result == 0 || errno != EINVAL)
    return result;
  /* A file system without that flag. */
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return -1;
    }
  return g_rename (made, path);
}

gboolean
sz_file_put_in_place (const char *made, const char *path, gboolean replace, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autofree char *code = NULL;
  int result;

  if (!sync_path (made, O_RDONLY, error))
    return FALSE;
  result = replace ? g_rename (made, path) : rename_new (made, path);
  if (result != 0 && errno == EEXIST)
    return sz_error_set (error, SZ_ERROR_REFUSED, "store.exists", "file", path, NULL);
  if (result != 0)
    return fail_with_errno (path, errno, error);
  if (sz_file_sync_folder (path, &fault))
    return TRUE;
  code = sz_error_dup_code (fault);
  return sz_error_set (error, SZ_ERROR_IO, SZ_FILE_UNCONFIRMED, "file", path, "detail", code, NULL);
}
