/* fault-vfs.h — a file system below SQLite that fails where it is told to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULT_NONE,    /* only counts */
  FAULT_ONCE,    /* the chosen call fails, all others work */
  FAULT_FOREVER, /* the chosen call and all that follow: the stick was pulled */
  FAULT_FULL,    /* from the chosen call on, every write says that the disk is full */
  FAULT_TORN,    /* the chosen call, when it writes, writes half and says so; then as FOREVER */
  FAULT_KILL,    /* the process is killed at the chosen call */
} FaultMode;

/** fault_vfs_install: as the default of this process. */
void fault_vfs_install (void);

/** fault_vfs_arm: the next calls are counted from 1; call @at fails as @mode says. */
void fault_vfs_arm (FaultMode mode, guint at);

/** fault_vfs_disarm: everything works again; returns how many calls there were. */
guint fault_vfs_disarm (void);

/** fault_vfs_struck: whether the chosen call came. */
gboolean fault_vfs_struck (void);

G_END_DECLS
