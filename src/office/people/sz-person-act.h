/* sz-person-act.h — adding and editing people by hand: change 变更 and correction 更正 apart (RULE
 * ppl-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-office.h"
#include "sz-person.h"

G_BEGIN_DECLS

/* Each act returns the id by which sz_office_undo() takes it back: @act_id (out) (optional)
 * (transfer full). */

/**
 * sz_person_check:
 * @issues: every fault, `column` the official heading: required.missing, idcard.*, idcard.mismatch,
 *   date.invalid (a birth date or beginning of work in the future)
 *
 * What can be said of a person without the database; for checks as one types (RULE ppl-1).
 * Normalises @person->id_number and fills an unset sex and birth date from it.
 */
void sz_person_check (SzPerson *person, SzDate today, SzIssueList *issues);

/** sz_office_person_add: with first records and service; REFUSED "person.faulty" (count) with
 * @issues. */
gboolean sz_office_person_add (
    SzOffice *office, SzPersonFile *file, SzIssueList *issues, char **act_id, GError **error);

/** sz_office_person_edit: what is not dated; a correction, the log keeps the old. STALE
 * "row.stale". */
gboolean sz_office_person_edit (
    SzOffice *office, SzPerson *person, SzIssueList *issues, char **act_id, GError **error);

/** sz_office_people_delete: all of @ids (element-type gint64) or none: who was entered by mistake,
 * with records and services. CONSTRAINT "row.in_use" when anything else hangs on one of them;
 * "person.unknown" (id). */
gboolean
sz_office_people_delete (SzOffice *office, const GArray *ids, char **act_id, GError **error);

/** sz_office_record_change: 变更: a new value from a date on. */
gboolean sz_office_record_change (
    SzOffice *office, gint64 person_id, const SzRecord *record, char **act_id, GError **error);

/** sz_office_record_correct: 更正: value and date of a record that was wrong. */
gboolean sz_office_record_correct (
    SzOffice *office, gint64 person_id, const SzRecord *record, char **act_id, GError **error);

/** sz_office_service_set: 来校 and 离校; a new service (id 0) or another end of one. REFUSED
 * "service.reversed" (from, to). */
gboolean sz_office_service_set (
    SzOffice *office, gint64 person_id, const SzService *service, char **act_id, GError **error);

/** sz_office_person_load: (transfer full): "person.unknown" (id) when there is none. */
SzPersonFile *sz_office_person_load (SzOffice *office, gint64 person_id, GError **error);

/** sz_office_undo: takes an act back by its id; REFUSED "undo.*" with the reason. */
gboolean sz_office_undo (SzOffice *office, const char *act_id, gint64 *n_rows, GError **error);
/** sz_office_undo_act: the same; @undo_id: (out) (transfer full): by which it is done again. */
gboolean sz_office_undo_act (
    SzOffice *office, const char *act_id, gint64 *n_rows, char **undo_id, GError **error);

G_END_DECLS
