/* sz-kinds-people.h — kinds of import that several duties share: kinship 亲属关系, leaves 请假
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-kind.h"

G_BEGIN_DECLS

extern const SzImportKind sz_import_kind_kinship;
extern const SzImportKind sz_import_kind_leaves;

G_END_DECLS
