/* sz-notice-strip.c — a notice as a strip of days (RULE rec-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-notice-strip.h"

#include "sz-day-strip.h"

void
sz_notice_strip_show (GtkBox *box, const SzRecruitDesk *desk, const SzRecruitPost *post)
{
  SzRecruitNotice notice = { 0 };

  g_return_if_fail (GTK_IS_BOX (box));
  if (desk != NULL && post != NULL && sz_recruit_post_notice (post, &notice))
    sz_day_strip_show (box, desk->calendar, notice.from, notice.to, desk->day);
  else
    sz_day_strip_show (box, NULL, SZ_DATE_NONE, SZ_DATE_NONE, SZ_DATE_NONE);
}
