/* sz-codes-national.h — the tables behind sz-codes.h that national standards fill
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-code.h"

G_BEGIN_DECLS

/* Each is ended by a row whose code is NULL; read them through sz_codes_table(). */
extern const SzCode sz_codes_ethnicity[];
extern const SzCode sz_codes_political[];
extern const SzCode sz_codes_education[];
extern const SzCode sz_codes_degree[];
extern const SzCode sz_codes_title[];

G_END_DECLS
