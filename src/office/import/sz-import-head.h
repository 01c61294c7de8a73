/* sz-import-head.h — before the rows: the headings of the file, whether it was here before
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-run.h"

G_BEGIN_DECLS

/** sz_import_find_columns: by the official headings, their synonyms, and what people matched. */
SzColumns *sz_import_find_columns (SzImportRun *run,
                                   SzTable *table,
                                   GCancellable *cancellable,
                                   GError **error);
/** sz_import_choose_sheet: (transfer full): the one asked for; else the active one when it fits the
 *  kind, else the first. @others: (out) (nullable): further sheets that fit, with 、 between. */
char *sz_import_choose_sheet (
    SzImportRun *run, SzTableFile *file, char **others, GCancellable *cancellable, GError **error);
/** sz_import_report_headings: "heading.missing", "heading.unknown", "heading.repeated",
 * "money.unit", "sheet.others", "heading.remembered", and the result's columns. */
gboolean sz_import_report_headings (SzImportRun *run, SzTableFile *file, GError **error);
/** sz_import_check_repeated: "batch.repeated" unless the request is an update. */
gboolean sz_import_check_repeated (SzImportRun *run, const char *sha256, GError **error);
/** sz_import_load_knowledge: the names and services that the kind wants. */
gboolean sz_import_load_knowledge (SzImportRun *run, GError **error);
/** sz_import_name_column: (transfer full): A, B, … AA, as the spreadsheet program names it. */
char *sz_import_name_column (guint column);
/** sz_import_take_set: what --set gives, one a field. */
void sz_import_take_set (SzImportRun *run);
/** sz_import_is_set: whether --set gives the field a value. */
gboolean sz_import_is_set (const SzImportRun *run, guint field);

G_END_DECLS
