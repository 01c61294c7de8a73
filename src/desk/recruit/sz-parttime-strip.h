/* sz-parttime-strip.h — what a dialog about a part-time teacher asks of the quota, drawn in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-parttime-act.h"
#include "sz-query-dialog.h"

G_BEGIN_DECLS

/** SzParttimeAbout: what the dialogs are about: a contract by its agreement, a case by its number.
 */
typedef struct
{
  char *agreement;
  gint64 case_id;
} SzParttimeAbout;

/** sz_parttime_read_day: "" is SZ_DATE_NONE. */
gboolean sz_parttime_read_day (const char *text, SzDate *day, GError **error);
/** sz_parttime_read_number: −1 where nothing is said. */
gboolean sz_parttime_read_number (const char *text, int decimals, gint64 *number, GError **error);
/** sz_parttime_read_change: the answers of the dialogs of change and renewal: from, to, share,
 *  rate, approval; strings of @change are borrowed from @values. */
gboolean
sz_parttime_read_change (const char *const *values, SzParttimeChange *change, GError **error);

/** Under the fields of the dialogs: the years of the term with what is asked on them, and the
 *  arithmetic in a sentence; over the limit nothing is saved without 批文号 (RULE rec-9). Their
 *  data is an SzParttimeAbout. */
extern const SzQueryPreview sz_parttime_open_preview;
extern const SzQueryPreview sz_parttime_renew_preview;
extern const SzQueryPreview sz_parttime_change_preview;

/** sz_parttime_strip_new: the widget for these. */
GtkWidget *sz_parttime_strip_new (void);

G_END_DECLS
