/* sz-person-details.h — what the details pane says of one person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-field-list.h"
#include "sz-office.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_DETAILS_BASIC,
  SZ_DETAILS_POSTS,
  SZ_DETAILS_TITLES,
  SZ_DETAILS_WORKLOAD,
  SZ_DETAILS_PAY,
  SZ_DETAILS_HISTORY,
  SZ_N_DETAILS
} SzDetails;

/** sz_person_details_title: translated name of the tab; sz_person_details_name: a stable word. */
const char *sz_person_details_title (SzDetails details);
const char *sz_person_details_name (SzDetails details);

/** SzPersonHead: who it is, as of a day. */
typedef struct
{
  char *name;
  char *line; /* "1001 · 机械工程系 · 专技七级" */
  gboolean in_service;
} SzPersonHead;

void sz_person_head_free (SzPersonHead *head);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPersonHead, sz_person_head_free)

/**
 * sz_person_details_read: in the reader thread
 * @head: (out) (transfer full)
 *
 * Returns: (transfer full): of SzField.
 */
GPtrArray *sz_person_details_read (SzOffice *office,
                                   gint64 person_id,
                                   SzDate day,
                                   SzDetails details,
                                   SzPersonHead **head,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
