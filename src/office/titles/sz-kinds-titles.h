/* sz-kinds-titles.h — kinds of import of posts, titles and appointment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-kind.h"

G_BEGIN_DECLS

extern const SzImportKind sz_import_kind_appointments;
extern const SzImportKind sz_import_kind_titles;
extern const SzImportKind sz_import_kind_education;
extern const SzImportKind sz_import_kind_certificates;
extern const SzImportKind sz_import_kind_yearly_hours;
extern const SzImportKind sz_import_kind_further_education;
extern const SzImportKind sz_import_kind_practice;
extern const SzImportKind sz_import_kind_achievements;
extern const SzImportKind sz_import_kind_discipline;
extern const SzImportKind sz_import_kind_dual_posts;
extern const SzImportKind sz_import_kind_special_posts;
extern const SzImportKind sz_import_kind_student_affairs;
extern const SzImportKind sz_import_kind_title_batch;
extern const SzImportKind sz_import_kind_title_evidence;
extern const SzImportKind sz_import_kind_panel;
extern const SzImportKind sz_import_kind_recusals;
extern const SzImportKind sz_import_kind_ballots;

G_END_DECLS
