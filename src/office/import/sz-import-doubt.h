/* sz-import-doubt.h — values that can be read and are hardly meant: each a warning by row
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-run.h"

G_BEGIN_DECLS

/** sz_import_doubt_name: "name.damaged" where characters of a name or department were lost on the
 *  way: U+FFFD, private use, □, 〓, ?. */
void sz_import_doubt_name (SzImportRun *run, guint field, const char *text);

/** sz_import_doubt_birth: "date.before_birth", "date.under_age" (before the 16th birthday),
 *  "date.future" (more than a year ahead) of a day in somebody's work. @birth 0: not known. */
void sz_import_doubt_birth (SzImportRun *run, guint field, SzDate date, SzDate birth);

/** sz_import_doubt_year: "year.disagrees": none of the days lies in @year. */
void sz_import_doubt_year (SzImportRun *run, guint field, int year, SzDate from, SzDate to);

/** sz_import_doubt_figure: "figure.implausible": over @most, or 0 where @not_none. */
void sz_import_doubt_figure (
    SzImportRun *run, guint field, gint64 value, gint64 most, gboolean not_none);

/** sz_import_doubt_merged: "figure.merged": a figure that a joined cell gives to several rows
 * counts in each of them; told on the first. */
void sz_import_doubt_merged (SzImportRun *run);

G_END_DECLS
