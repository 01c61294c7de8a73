/* sz-target-reason.h — why somebody who was due did not take part, entered from the list of names
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"

G_BEGIN_DECLS

/** sz_target_reason_write: 未评原因, typed into the list on @page; @subject: (transfer full), as of
 * sz_target_reason_subject(). */
void sz_target_reason_write (SzPage *page, char *subject, const char *text);

/** sz_target_reason_subject: (transfer full): the due item of @year that the list of the missing
 * names by its cells: @student_no and what is missing. */
char *sz_target_reason_subject (int year, const char *student_no, const char *what);

/** sz_target_reason_what: (transfer full): what is missing of a due item, in one cell. */
char *sz_target_reason_what (const char *occupation, const char *level, const char *batch);

G_END_DECLS
