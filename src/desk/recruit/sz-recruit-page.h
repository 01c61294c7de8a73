/* sz-recruit-page.h — recruitment: the board of a plan, and one of its posts 招聘
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"
#include "sz-post-pane.h"

G_BEGIN_DECLS

#define SZ_TYPE_RECRUIT_PAGE (sz_recruit_page_get_type ())
G_DECLARE_FINAL_TYPE (SzRecruitPage, sz_recruit_page, SZ, RECRUIT_PAGE, SzPage)

/** sz_recruit_page_open: a post of the plan that is shown; NULL: back to the board. */
void sz_recruit_page_open (SzRecruitPage *self, const char *post);
/** sz_recruit_page_get_pane: (transfer none): for tests and pictures. */
SzPostPane *sz_recruit_page_get_pane (SzRecruitPage *self);

G_END_DECLS
