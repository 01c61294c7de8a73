/* fault-vfs.c — a file system below SQLite that fails where it is told to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "fault-vfs.h"

#include <errno.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  sqlite3_file parent;
  sqlite3_file *real;
} FaultFile;

typedef enum
{
  CALL_READ,
  CALL_WRITE,
  CALL_OTHER,
} CallKind;

/* One test, one thread: the state of the shim is that of the process, as its VFS is. */
static struct
{
  sqlite3_vfs vfs;
  sqlite3_vfs *real;
  FaultMode mode;
  guint at;
  guint n;
} shim;

void
fault_vfs_arm (FaultMode mode, guint at)
{
  shim.mode = mode;
  shim.at = at;
  shim.n = 0;
}

guint
fault_vfs_disarm (void)
{
  shim.mode = FAULT_NONE;
  return shim.n;
}

gboolean
fault_vfs_struck (void)
{
  return shim.n >= shim.at;
}

static gboolean
strike (CallKind kind)
{
  guint n = ++shim.n;

  switch (shim.mode)
    {
    case FAULT_ONCE:
      return n == shim.at;
    case FAULT_FOREVER:
      return n >= shim.at;
    case FAULT_FULL:
      return n >= shim.at && kind == CALL_WRITE;
    case FAULT_TORN:
      return n > shim.at || (n == shim.at && kind != CALL_WRITE);
    case FAULT_KILL:
      if (n == shim.at)
        kill (getpid (), SIGKILL);
      return FALSE;
    case FAULT_NONE:
    default:
      return FALSE;
    }
}

static sqlite3_file *
get_real (sqlite3_file *file)
{
  return ((FaultFile *)file)->real;
}

static int
close_file (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods != NULL ? real->pMethods->xClose (real) : SQLITE_OK;
}

static int
read_file (sqlite3_file *file, void *buffer, int n, sqlite3_int64 at)
{
  sqlite3_file *real = get_real (file);

  return strike (CALL_READ) ? SQLITE_IOERR_READ : real->pMethods->xRead (real, buffer, n, at);
}

static int
write_file (sqlite3_file *file, const void *buffer, int n, sqlite3_int64 at)
{
  sqlite3_file *real = get_real (file);

  if (strike (CALL_WRITE))
    return shim.mode == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  if (shim.mode == FAULT_TORN && shim.n == shim.at)
    {
      real->pMethods->xWrite (real, buffer, n / 2, at);
      return SQLITE_IOERR_WRITE;
    }
  return real->pMethods->xWrite (real, buffer, n, at);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  sqlite3_file *real = get_real (file);

  return strike (CALL_OTHER) ? SQLITE_IOERR_TRUNCATE : real->pMethods->xTruncate (real, size);
}

/* Nothing is really synced: the tests do not cut the power, and are many. */
static int
sync_file (sqlite3_file *file, int flags)
{
  return strike (CALL_OTHER) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
get_size (sqlite3_file *file, sqlite3_int64 *size)
{
  sqlite3_file *real = get_real (file);

  return strike (CALL_OTHER) ? SQLITE_IOERR_FSTAT : real->pMethods->xFileSize (real, size);
}

static int
lock_file (sqlite3_file *file, int level)
{
  sqlite3_file *real = get_real (file);

  return strike (CALL_OTHER) ? SQLITE_IOERR_LOCK : real->pMethods->xLock (real, level);
}

static int
unlock_file (sqlite3_file *file, int level)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xUnlock (real, level);
}

static int
check_lock (sqlite3_file *file, int *result)
{
  sqlite3_file *real = get_real (file);

  return strike (CALL_OTHER) ? SQLITE_IOERR_CHECKRESERVEDLOCK
                             : real->pMethods->xCheckReservedLock (real, result);
}

static int
control_file (sqlite3_file *file, int op, void *arg)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xFileControl (real, op, arg);
}

static int
get_sector_size (sqlite3_file *file)
{
  sqlite3_file *real = get_real (file);

  return real->pMethods->xSectorSize (real);
}

static int
get_characteristics (sqlite3_file *file)
{
  return 0;
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = close_file,
  .xRead = read_file,
  .xWrite = write_file,
  .xTruncate = truncate_file,
  .xSync = sync_file,
  .xFileSize = get_size,
  .xLock = lock_file,
  .xUnlock = unlock_file,
  .xCheckReservedLock = check_lock,
  .xFileControl = control_file,
  .xSectorSize = get_sector_size,
  .xDeviceCharacteristics = get_characteristics,
};

static int
open_file (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *wrapper = (FaultFile *)file;
  int result;

  file->pMethods = NULL;
  if (strike (CALL_OTHER))
    return SQLITE_CANTOPEN;
  wrapper->real = (sqlite3_file *)(gpointer)(wrapper + 1);
  result = shim.real->xOpen (shim.real, name, wrapper->real, flags, out_flags);
  if (result == SQLITE_OK)
    file->pMethods = &methods;
  return result;
}

static int
delete_file (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  /* A folder that cannot be synced is found only after the file is gone. */
  if (strike (CALL_OTHER))
    return SQLITE_IOERR_DELETE;
  shim.real->xDelete (shim.real, name, 0);
  return sync_folder != 0 && strike (CALL_OTHER) ? SQLITE_IOERR_DIR_FSYNC : SQLITE_OK;
}

static int
access_file (sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
  return strike (CALL_OTHER) ? SQLITE_IOERR_ACCESS
                             : shim.real->xAccess (shim.real, name, flags, result);
}

/* Our own calls beside the database's, in the place of the C library's. Nothing is really synced.
 */
int
fsync (int fd)
{
  if (shim.real == NULL || !strike (CALL_OTHER))
    return 0;
  errno = EIO;
  return -1;
}

void
fault_vfs_install (void)
{
  shim.real = sqlite3_vfs_find (NULL);
  shim.vfs = *shim.real;
  shim.vfs.zName = "fault";
  shim.vfs.szOsFile = (int)sizeof (FaultFile) + shim.real->szOsFile;
  shim.vfs.xOpen = open_file;
  shim.vfs.xDelete = delete_file;
  shim.vfs.xAccess = access_file;
  g_assert (sqlite3_vfs_register (&shim.vfs, 1) == SQLITE_OK);
}
