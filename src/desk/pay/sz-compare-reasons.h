/* sz-compare-reasons.h — what moved the amount of a person or of a department between two runs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "sz-compare.h"

G_BEGIN_DECLS

/** SzCompareReasons: who it is about and a table of reasons whose effects add up to the difference.
 * It keeps texts of the comparison: show none before that goes. */
#define SZ_TYPE_COMPARE_REASONS (sz_compare_reasons_get_type ())
G_DECLARE_FINAL_TYPE (SzCompareReasons, sz_compare_reasons, SZ, COMPARE_REASONS, GtkWidget)

/** sz_compare_reasons_show_person: RULE pay-13. */
void sz_compare_reasons_show_person (SzCompareReasons *self,
                                     const SzCompare *compare,
                                     const SzComparePerson *person);
void sz_compare_reasons_show_department (SzCompareReasons *self,
                                         const SzCompare *compare,
                                         const SzCompareDepartment *department);
/** sz_compare_reasons_show_none: @text: what to do to see some. */
void sz_compare_reasons_show_none (SzCompareReasons *self, const char *text);

/** sz_compare_dup_difference: (transfer full): gains carry their sign, so that nobody has to look
 * for colours. */
char *sz_compare_dup_difference (SzMoney amount_fen);

G_END_DECLS
