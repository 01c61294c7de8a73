/* sz-pay-face.h — what stands on the face of a run: who made, checked and approved it, its notice,
 * whether it is stale (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "sz-date.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzPayFace: strings are owned, NULL where nobody did it yet. */
typedef struct
{
  gint64 run;
  gint64 revision;
  guint stale;       /* inputs that changed since */
  gint64 corrects;   /* 0: no correction */
  GPtrArray *makers; /* of char*: of this revision, each once, in the order of their first step */
  char *reviewed_by;
  gboolean announced;
  SzDate notice_from;
  SzDate notice_to;
  int notice_days;
  char *approved_by;
  SzDate approved_on;
  char *document; /* 批文号 */
  SzDate paid_on;
  char *sender;     /* RULE pkg-8: of a run that came from another office: whose key it came with */
  GPtrArray *marks; /* of char*: "pay.no_notice" … */
} SzPayFace;
void sz_pay_face_free (SzPayFace *face);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayFace, sz_pay_face_free)

/** sz_view_pay_face: (transfer full): REFUSED "run.unknown" (run). */
SzPayFace *
sz_view_pay_face (SzOffice *office, gint64 run, GCancellable *cancellable, GError **error);

G_END_DECLS
