/* sz-file.c — files that are whole or not there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

#include "sz-error.h"

char *
sz_file_temporary_name (const char *path)
{
  char *name = g_strdup_printf ("%s.part-%d", path, (int)getpid ());
  g_autofree char *journal = g_strconcat (name, "-journal", NULL);

  g_unlink (journal);
  g_unlink (name);
  return name;
}

static gboolean
fail_with_errno (const char *path, int number, GError **error)
{
  const char *code = number == ENOSPC || number == EDQUOT  ? "db.disk_full"
                     : number == EROFS || number == EACCES ? "db.read_only"
                                                           : "db.io";

  return sz_error_set (error, SZ_ERROR_IO, code, "file", path, "detail", g_strerror (number), NULL);
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
  int result;

  if (!sync_path (made, O_RDONLY, error))
    return FALSE;
  result = replace ? g_rename (made, path) : rename_new (made, path);
  if (result != 0 && errno == EEXIST)
    return sz_error_set (error, SZ_ERROR_REFUSED, "store.exists", "file", path, NULL);
  if (result != 0)
    return fail_with_errno (path, errno, error);
  return sz_file_sync_folder (path, error);
}
