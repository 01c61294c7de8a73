/* sz-db-sqlite-file.c — the file that a SQLite database is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-db-sqlite-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "sz-error.h"
#include "sz-file.h"

#define JOURNAL "-journal"

/* The file is made by us, empty and for the owner alone, so that two cannot make it at once. */
gboolean
sz_db_sqlite_file_create (const char *path, GError **error)
{
  int fd = open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  int saved = errno;
  g_autofree char *file = NULL;

  if (fd >= 0)
    {
      g_autofree char *journal = g_strconcat (path, JOURNAL, NULL);

      /* What an earlier file of this name left behind is none of ours. */
      g_unlink (journal);
      close (fd);
      return TRUE;
    }
  file = sz_file_name_to_be (path);
  if (saved == EEXIST)
    return sz_error_set (error, SZ_ERROR_REFUSED, "store.exists", "file", file, NULL);
  if (saved == ENOSPC || saved == EDQUOT)
    return sz_error_set (error, SZ_ERROR_IO, "db.disk_full", "file", file, NULL);
  if (saved == ENAMETOOLONG)
    return sz_error_set (error, SZ_ERROR_IO, "file.name_too_long", "file", file, NULL);
  return sz_error_set (error, SZ_ERROR_IO,
                       saved == ENOENT ? "file.folder_missing" : "file.unwritable", "file", file,
                       "detail", g_strerror (saved), NULL);
}

gboolean
sz_db_sqlite_file_name_check (const char *path, GError **error)
{
  static const char *const suffixes[] = { JOURNAL, "-wal", "-shm", ".writer" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (path, suffixes[i]))
      return sz_error_set (error, SZ_ERROR_IO, "file.is_side_file", "file", path, NULL);
  return TRUE;
}

gboolean
sz_db_sqlite_file_find (const char *path, GError **error)
{
  GStatBuf info;

  if (g_stat (path, &info) != 0)
    return sz_error_set (error, SZ_ERROR_IO, errno == ENOENT ? "db.missing" : "db.cannot_open",
                         "file", path, "detail", g_strerror (errno), NULL);
  if (S_ISDIR (info.st_mode))
    return sz_error_set (error, SZ_ERROR_FORMAT, "db.folder", "file", path, NULL);
  return S_ISREG (info.st_mode)
         || sz_error_set (error, SZ_ERROR_FORMAT, "db.not_ours", "file", path, NULL);
}

/* From linux/magic.h and the sources of the drivers; FUSE alone may be anything and is left out. */
static const guint32 network_magics[] = {
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB2 */
  0x01021997, /* 9P */
  0x5346414f, /* AFS */
  0x73757245, /* Coda */
  0x00c36400, /* Ceph */
};

gboolean
sz_db_sqlite_file_on_network (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs info;

  if (statfs (path, &info) != 0 && statfs (folder, &info) != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (network_magics); i++)
    if ((guint32)info.f_type == network_magics[i])
      return TRUE;
  return FALSE;
}

static gboolean
move_journal (const char *target, const char *aside)
{
  g_autofree char *from = g_strconcat (target, JOURNAL, NULL);
  g_autofree char *to = g_strconcat (aside, JOURNAL, NULL);

  return !g_file_test (from, G_FILE_TEST_EXISTS) || g_rename (from, to) == 0;
}

/* A link keeps the old file under its new name while the old name still stands; where there are no
 * links (FAT) the two renames follow one another. */
static gboolean
set_aside (const char *target, const char *aside, GError **error)
{
  int saved;

  if (!move_journal (target, aside))
    return sz_error_set (error, SZ_ERROR_IO, "db.io", "file", target, "detail", g_strerror (errno),
                         NULL);
  if (link (target, aside) == 0)
    return TRUE;
  if (errno == EPERM || errno == ENOSYS || errno == EOPNOTSUPP || errno == EMLINK)
    if (g_rename (target, aside) == 0)
      return TRUE;
  saved = errno;
  return sz_error_set (error, SZ_ERROR_IO, saved == ENOSPC ? "db.disk_full" : "db.io", "file",
                       target, "detail", g_strerror (saved), NULL);
}

static char *
choose_aside (const char *target, const char *stamp)
{
  char *aside = g_strdup_printf ("%s.replaced-%s", target, stamp);

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.replaced-%s-%u", target, stamp, i);
    }
  return aside;
}

static void
put_back (const char *target, const char *aside)
{
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    g_unlink (aside);
  else
    g_rename (aside, target);
}

gboolean
sz_db_sqlite_file_swap (
    const char *made, const char *target, const char *stamp, char **replaced, GError **error)
{
  g_autofree char *aside = NULL;
  g_autofree char *code = NULL;
  g_autoptr (GError) fault = NULL;
  gboolean done;

  if (!g_file_test (target, G_FILE_TEST_EXISTS))
    return sz_file_put_in_place (made, target, FALSE, error);
  aside = choose_aside (target, stamp);
  if (!set_aside (target, aside, error))
    return FALSE;
  done = sz_file_put_in_place (made, target, TRUE, &fault);
  code = fault != NULL ? sz_error_dup_code (fault) : NULL;
  if (!done && g_strcmp0 (code, SZ_FILE_UNCONFIRMED) != 0)
    put_back (target, aside);
  else if (replaced != NULL)
    *replaced = g_steal_pointer (&aside);
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return done;
}
