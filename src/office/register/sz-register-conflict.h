/* sz-register-conflict.h — a row of a register that somebody else changed meanwhile (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-conflict.h"
#include "sz-register.h"

G_BEGIN_DECLS

/** sz_office_register_compare: (transfer full) (nullable): @mine, a row as somebody wants it, and
 * @base, the same as it was read, with what is there now; fields are headings. %NULL with @error:
 * STALE "row.gone". */
SzConflict *sz_office_register_compare (SzOffice *office,
                                        const SzRegister *reg,
                                        const SzRegisterRow *base,
                                        SzRegisterRow *mine,
                                        GError **error);
/** sz_register_take: what was chosen, under the version that is there now; @base becomes what is
 * there now. */
void sz_register_take (const SzRegister *reg,
                       SzRegisterRow *mine,
                       SzRegisterRow *base,
                       const SzConflict *conflict);

G_END_DECLS
