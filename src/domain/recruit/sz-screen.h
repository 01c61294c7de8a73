/* sz-screen.h — whether an applicant meets what a post asks for 资格审查 (RULE rec-16, rec-17,
 * rec-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-requirement.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_QUALIFIED, /* "qualified" */
  SZ_REFUSED,   /* "refused" */
  SZ_REVIEW,    /* "review" */
} SzScreenState;

const char *sz_condition_name (SzScreenCondition condition);
const char *sz_condition_result_name (SzConditionResult result);
const char *sz_screen_state_name (SzScreenState state);

/** SzConditionLine: one condition; strings owned, NULL where empty. */
typedef struct
{
  SzScreenCondition condition;
  SzConditionResult result;
  char *required;
  char *actual;
  char *basis;
} SzConditionLine;

typedef struct
{
  SzConditionLine lines[SZ_N_CONDITIONS];
  guint n_lines;
  SzScreenState automatic;
} SzScreening;

void sz_screening_clear (SzScreening *screening);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzScreening, sz_screening_clear)

/** sz_screen: all conditions the post has, in the order of the enum. */
void sz_screen (const SzRequirements *requirements,
                const SzQualities *qualities,
                SzScreening *screening);

G_END_DECLS
