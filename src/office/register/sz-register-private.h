/* sz-register-private.h — what reading and correcting a register share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-register.h"
#include "sz-row-type.h"

G_BEGIN_DECLS

/** _sz_register_is_person: a staff number that is kept as the id of a person. */
gboolean _sz_register_is_person (const SzRegister *reg, const SzRegisterColumn *column);

G_END_DECLS
