/* sz-own-order.h — a department's own amounts read and written off the main thread; for files of
 * this folder only (RULE pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-split-act.h"
#include "sz-task.h"

G_BEGIN_DECLS

/** SzOwnOrder: whose amounts; with @texts what was typed, as in SzSplitTyped. Owned. */
typedef struct
{
  gint64 run;
  char *department;
  char *token;
  GPtrArray *texts; /* of char * */
  guint n_rows;
  guint n_components;
} SzOwnOrder;

void sz_own_order_free (gpointer order);
/** sz_own_order_read: gives an SzSplitPeople; sz_own_order_write: an SzSplitDone; its error says
 * every fault. */
gpointer sz_own_order_read (SzOffice *office,
                            gpointer order,
                            SzProgress progress,
                            GCancellable *cancellable,
                            GError **error);
gpointer sz_own_order_write (SzOffice *office,
                             gpointer order,
                             SzProgress progress,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
