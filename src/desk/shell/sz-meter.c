/* sz-meter.c — how far a worker is, told to the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-meter.h"

struct _SzMeter
{
  gatomicrefcount ref_count;
  GMutex mutex;
  const char *what; /* static word, NULL: nothing to tell */
  double fraction;
  GCancellable *running; /* of the job at work */
  gboolean closing;
};

SzMeter *
sz_meter_ref (SzMeter *meter)
{
  g_return_val_if_fail (meter != NULL, NULL);

  g_atomic_ref_count_inc (&meter->ref_count);
  return meter;
}

void
sz_meter_unref (SzMeter *meter)
{
  g_return_if_fail (meter != NULL);

  if (!g_atomic_ref_count_dec (&meter->ref_count))
    return;
  g_clear_object (&meter->running);
  g_mutex_clear (&meter->mutex);
  g_free (meter);
}

SzMeter *
sz_meter_new (void)
{
  SzMeter *meter = g_new0 (SzMeter, 1);

  g_atomic_ref_count_init (&meter->ref_count);
  g_mutex_init (&meter->mutex);
  return meter;
}

void
sz_meter_set (SzMeter *meter, const char *what, double fraction)
{
  g_return_if_fail (meter != NULL);

  g_mutex_lock (&meter->mutex);
  meter->what = what;
  meter->fraction = fraction;
  g_mutex_unlock (&meter->mutex);
}

void
sz_meter_set_running (SzMeter *meter, GCancellable *cancellable)
{
  g_return_if_fail (meter != NULL);

  g_mutex_lock (&meter->mutex);
  g_set_object (&meter->running, cancellable);
  if (cancellable != NULL && meter->closing)
    g_cancellable_cancel (cancellable);
  meter->what = NULL;
  g_mutex_unlock (&meter->mutex);
}

void
sz_meter_cancel (SzMeter *meter, gboolean only_told, gboolean closing)
{
  g_autoptr (GCancellable) running = NULL;

  g_return_if_fail (meter != NULL);

  g_mutex_lock (&meter->mutex);
  meter->closing |= closing;
  if (meter->running != NULL && (!only_told || meter->what != NULL))
    running = g_object_ref (meter->running);
  g_mutex_unlock (&meter->mutex);
  if (running != NULL)
    g_cancellable_cancel (running);
}

gboolean
sz_meter_read (SzMeter *meter, const char **what, double *fraction)
{
  g_return_val_if_fail (meter != NULL && what != NULL && fraction != NULL, FALSE);

  g_mutex_lock (&meter->mutex);
  *what = meter->what;
  *fraction = meter->fraction;
  g_mutex_unlock (&meter->mutex);
  return *what != NULL;
}
