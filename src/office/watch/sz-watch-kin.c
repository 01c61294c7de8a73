/* sz-watch-kin.c — relatives who may not work so 亲属回避 (RULE aud-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-watch-scan.h"

gboolean
sz_watch_find_kin (SzWatchScan *scan, GError **error)
{
  return TRUE;
}
