/* sz-recruit-risk.h — findings of recruitment and part-time teachers 招聘风险 (RULE rec-29)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <jansson.h>

#include "sz-issue.h"
#include "sz-office.h"
#include "sz-quota-day.h"

G_BEGIN_DECLS

/** SzRecruitRisk: one finding; @code is borrowed. */
typedef struct
{
  SzSeverity severity;
  const char *code;
  char *plan;   /* (nullable) */
  char *post;   /* (nullable) */
  char *ticket; /* (nullable) */
  SzDate from;
  SzDate to;
  char *order;    /* judge, component or employer: for the order */
  gint64 size;    /* of the two `over`: the greatest excess, ×10,000 of part-time teachers */
  json_t *detail; /* object */
} SzRecruitRisk;

/** sz_recruit_risks: (transfer full): of SzRecruitRisk, by code, post, ticket, first day; @plan
 *  NULL: all plans; @from … @to: the days looked at. */
GArray *
sz_recruit_risks (SzOffice *office, const char *plan, SzDate from, SzDate to, GError **error);

/** sz_recruit_risks_on: the same over the days of a term that is weighed already. */
GArray *
sz_recruit_risks_on (SzOffice *office, const char *plan, const SzQuotaTerm *term, GError **error);

/** sz_recruit_risks_new: (transfer full): an empty list of them. */
GArray *sz_recruit_risks_new (void);

/** sz_recruit_risks_log: adds what the log of acts tells of @plan (NULL: of all plans) in the days
 *  @from … @to (none: all days): corrected scores, refused attempts. sz_recruit_risks() has them
 *  too. */
gboolean sz_recruit_risks_log (
    GArray *risks, SzOffice *office, const char *plan, SzDate from, SzDate to, GError **error);

G_END_DECLS
