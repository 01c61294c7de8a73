/* sz-recruit-book-private.h — working a plan out, for the book
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-recruit-book.h"

G_BEGIN_DECLS

/** sz_recruit_work_out: screens, ranks and selects; @cheats: of SzCheat. */
void sz_recruit_work_out (SzRecruitBook *book, const GArray *cheats);

G_END_DECLS
