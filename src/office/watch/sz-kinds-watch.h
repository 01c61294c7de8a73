/* sz-kinds-watch.h — kinds of import of targets and supervision
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-kind.h"

G_BEGIN_DECLS

extern const SzImportKind sz_import_kind_targets;
extern const SzImportKind sz_import_kind_target_entries;
extern const SzImportKind sz_import_kind_trainees;
extern const SzImportKind sz_import_kind_majors;
extern const SzImportKind sz_import_kind_graduates;
extern const SzImportKind sz_import_kind_skill_due;
extern const SzImportKind sz_import_kind_skill_done;
extern const SzImportKind sz_import_kind_rotation_roster;
extern const SzImportKind sz_import_kind_rotations;
extern const SzImportKind sz_import_kind_contests;
extern const SzImportKind sz_import_kind_leaders;
extern const SzImportKind sz_import_kind_rectify;
extern const SzImportKind sz_import_kind_tolerance;

G_END_DECLS
