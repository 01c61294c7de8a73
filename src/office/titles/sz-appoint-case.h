/* sz-appoint-case.h — an appointment case as it is shown 聘任事项 (RULE ttl-7, ttl-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-appoint.h"

G_BEGIN_DECLS

/** SzAppointCase: an appointment case as it is shown. */
typedef struct
{
  gint64 number;
  char *staff_no;
  SzPost from; /* 0: none */
  SzPost to;
  SzDate day;
  SzDate opened;
  char *state;
  char *approval;
  char *document;
  SzMoveKind kind; /* of this answer */
  gboolean has_vacancy;
  int vacancy;
  /* for pay (RULE ttl-22); ×10,000 */
  SzDate pay_from;
  gboolean has_before;
  gint64 before_x1e4;
  gboolean has_after;
  gint64 after_x1e4;
  char *scheme;
  SzDate term_from;
  SzDate term_to;
} SzAppointCase;

SzAppointCase *sz_appoint_case_new (void);
void sz_appoint_case_free (SzAppointCase *shown);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzAppointCase, sz_appoint_case_free)

G_END_DECLS
