/* sz-view-career.h — what the sheets tell of one person beside the register: certificates, hours,
 * achievements, leave … (RULE ttl-9, ttl-10)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-career.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzViewCareerFn: @career is borrowed for the call, its strings too. */
typedef void (*SzViewCareerFn) (const SzCareer *career, gpointer user_data);

/** sz_view_career: calls @fn once; "staff_no.unknown" (value). */
gboolean sz_view_career (
    SzOffice *office, const char *staff_no, SzViewCareerFn fn, gpointer user_data, GError **error);

G_END_DECLS
