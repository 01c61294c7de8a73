/* sz-meter.h — how far a worker is, told to the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** SzMeter: shared by a worker and the main thread; any of its functions from either. */
typedef struct _SzMeter SzMeter;

SzMeter *sz_meter_new (void);
SzMeter *sz_meter_ref (SzMeter *meter);
void sz_meter_unref (SzMeter *meter);

/** sz_meter_set: @what: a static word. */
void sz_meter_set (SzMeter *meter, const char *what, double fraction);
/** sz_meter_set_running: @cancellable: of the job at work; %NULL when nothing is any more. */
void sz_meter_set_running (SzMeter *meter, GCancellable *cancellable);
/** sz_meter_cancel: what runs; @only_told: leaves alone what shows no progress; @closing: and all
 * that will. */
void sz_meter_cancel (SzMeter *meter, gboolean only_told, gboolean closing);
/** sz_meter_read: FALSE when the worker has nothing to tell. */
gboolean sz_meter_read (SzMeter *meter, const char **what, double *fraction);

G_END_DECLS
