/* sz-recruit-risk.h — findings of recruitment and part-time teachers 招聘风险 (RULE rec-29)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-issue.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzRecruitRisk: one finding; @code is borrowed. */
typedef struct
{
  SzSeverity severity;
  const char *code;
  char *post;   /* (nullable) */
  char *ticket; /* (nullable) */
  SzDate from;
  SzDate to;
  char *order;    /* judge, component or employer: for the order */
  json_t *detail; /* object */
} SzRecruitRisk;

/** sz_recruit_risks: (transfer full): of SzRecruitRisk, by code, post, ticket, first day; @plan
 *  NULL: all plans; @from … @to: the days looked at. */
GArray *
sz_recruit_risks (SzOffice *office, const char *plan, SzDate from, SzDate to, GError **error);

G_END_DECLS
