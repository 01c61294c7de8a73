/* sz-recruit-import-private.h — what the kinds of recruitment share: plans, posts, applicants
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-cell.h"
#include "sz-recruit-book.h"

G_BEGIN_DECLS

/** sz_import_recruit_begin, sz_import_recruit_end: hooks: run->state holds the plans read so far.
 */
gboolean sz_import_recruit_begin (SzImportRun *run, GError **error);
void sz_import_recruit_end (SzImportRun *run);

/** sz_import_recruit_book: (transfer none): the plan as it stood when the pass began; NULL with a
 *  finding "plan.unknown" at the field 招聘批次, or with @error. */
SzRecruitBook *sz_import_recruit_book (SzImportRun *run, const char *plan, GError **error);
/** sz_import_recruit_post: the post that 岗位代码 names: "position.unknown"; NULL: a finding. */
SzRecruitPost *
sz_import_recruit_post (SzImportRun *run, const SzRecruitBook *book, const char *post);
/** sz_import_recruit_person: whom 招聘批次, 岗位代码, 准考证号 and 身份证号 of the row name:
 *  "plan.unknown", "position.unknown", "applicant.unknown"; FALSE only with @error. */
gboolean sz_import_recruit_person (SzImportRun *run,
                                   SzRecruitBook **book,
                                   SzRecruitPerson **person,
                                   GError **error);
/** sz_import_recruit_once: whether @key was not met in this pass; @before: (out): its row. */
gboolean sz_import_recruit_once (SzImportRun *run, const char *key, guint *before);
/** sz_import_recruit_note_posts: adds applicant id (gint64 *) → 岗位代码 of all plans read so far.
 */
void sz_import_recruit_note_posts (SzImportRun *run, GHashTable *posts);

G_END_DECLS
