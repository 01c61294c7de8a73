/* sz-take-over-jobs.h — taking over: the words of the differences, and the work in the threads
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-package-apply.h"
#include "sz-package-look.h"
#include "sz-progress.h"

G_BEGIN_DECLS

/** sz_take_over_table, sz_take_over_state: translated. */
const char *sz_take_over_table (const char *table);
const char *sz_take_over_state (const SzPackageLookRow *row);
/** sz_take_over_dup_fields: (transfer full): what differs: "备注: 甲 → 乙", numbers of people
 * masked; in a line, or @whole: a line each, with what stood there when both began. */
char *sz_take_over_dup_fields (const SzPackageLookRow *row, gboolean whole);

/** SzTakeOverAsk: what the threads get; the password is wiped with it. */
typedef struct
{
  char *path;
  char *password; /* NULL: one's own key */
  GHashTable *taken;
} SzTakeOverAsk;
void sz_take_over_ask_free (gpointer data);

/** SzTakeOverDone: what was taken over, and what is said of it. */
typedef struct
{
  gint64 no;
  char *text;
} SzTakeOverDone;
void sz_take_over_done_free (gpointer data);

/** sz_take_over_look: gives an SzPackageLook; of an SzTakeOverAsk. */
gpointer sz_take_over_look (SzOffice *office,
                            gpointer data,
                            SzProgress progress,
                            GCancellable *cancellable,
                            GError **error);
/** sz_take_over_apply: gives an SzTakeOverDone. */
gpointer sz_take_over_apply (SzOffice *office,
                             gpointer data,
                             SzProgress progress,
                             GCancellable *cancellable,
                             GError **error);
/** sz_take_over_undo: @data: the number (gint64 *). */
gpointer sz_take_over_undo (SzOffice *office,
                            gpointer data,
                            SzProgress progress,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
