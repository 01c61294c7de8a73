/* sz-import-clash.h — lessons of timetables against training records (RULE wrk-6); for the files of
 * import/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-run.h"
#include "sz-store-timetable.h"
#include "sz-store-workload.h"

G_BEGIN_DECLS

/** SzImportClash: what the register holds of the other side, by person. */
typedef struct _SzImportClash SzImportClash;

/** sz_import_clash_lessons: the lessons on record, to hold training records against;
 *  sz_import_clash_trainings: the other way about. (transfer full) */
SzImportClash *sz_import_clash_lessons (SzImportRun *run, GError **error);
SzImportClash *sz_import_clash_trainings (SzImportRun *run, GError **error);
void sz_import_clash_free (SzImportClash *clash);

/** sz_import_clash_check_training, _check_lesson: "time.clash" at @field for each of the other side
 *  at the same time; "time.term_unknown" (term), once a term, where it cannot be said. */
void sz_import_clash_check_training (SzImportRun *run,
                                     SzImportClash *clash,
                                     const SzTrainingRow *row,
                                     guint field);
void sz_import_clash_check_lesson (SzImportRun *run,
                                   SzImportClash *clash,
                                   const SzTimetableRow *row,
                                   guint field);

/** sz_import_clash_doubt_period: "time.period_unknown" once a word: what it says is not compared.
 */
void sz_import_clash_doubt_period (SzImportRun *run,
                                   SzImportClash *clash,
                                   const char *period,
                                   guint field);

/** sz_import_clash_stored: sz_store_training_clash by the words of load.periods. */
gboolean sz_import_clash_stored (SzImportRun *run,
                                 SzImportClash *clash,
                                 const SzTrainingRow *row,
                                 SzTrainingRow *other,
                                 gboolean *found,
                                 GError **error);

/** sz_import_clash_note_training: remembers the periods of a training record of this file.
 *
 *  Returns: the row of an earlier one of the same teacher and day that shares a period; 0: none, or
 *  the period is a word that nobody explained. */
guint sz_import_clash_note_training (SzImportClash *clash, const SzTrainingRow *row);

/** sz_import_clash_overlap: whether two lessons of one teacher and term are at the same time. */
gboolean sz_import_clash_overlap (const SzImportClash *clash,
                                  const SzTimetableRow *one,
                                  const SzTimetableRow *other);

G_END_DECLS
