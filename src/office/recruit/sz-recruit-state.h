/* sz-recruit-state.h — what the steps of a post say (RULE rec-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-recruit-rows.h"
#include "sz-store-case.h"

G_BEGIN_DECLS

/** sz_recruit_state: "draft" for a post whose case has not begun. */
const char *sz_recruit_state (const SzCaseFile *file);
/** sz_recruit_is_open: approved … publicity (RULE rec-13). */
gboolean sz_recruit_is_open (const char *state);
/** sz_recruit_before_exam: draft … screening. */
gboolean sz_recruit_before_exam (const char *state);
/** sz_recruit_last_step: (nullable): the last step of @verb that counts. */
const SzCaseStep *sz_recruit_last_step (const SzCaseFile *file, const char *verb);
/** sz_recruit_fixed_places: p' as `open-exam` fixed it; FALSE before. */
gboolean sz_recruit_fixed_places (const SzCaseFile *file, gint64 *places);

/** sz_recruit_notice: of a step of `announce` or `publish`; FALSE when it began none. */
gboolean sz_recruit_notice (const SzCaseStep *step, SzRecruitNotice *notice);
/** sz_recruit_published: number of the notice in which @applicant_id was first made public, 0: in
 *  none; @notice: (out) (optional): that notice. */
guint sz_recruit_published (const SzCaseFile *file, gint64 applicant_id, SzRecruitNotice *notice);

G_END_DECLS
