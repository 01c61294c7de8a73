/* sz-pay-objection.h — objections to the notice of a run, and their answers 异议 (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzObjection: one of the latest notice. Strings are owned. */
typedef struct
{
  gint64 n;
  char *source;
  char *text;
  SzDate on;
  gboolean late;
  char *answer; /* NULL while it is open, as is the day */
  SzDate answered;
  gboolean upheld;
} SzObjection;

/** sz_view_pay_objections: (transfer full) (element-type SzObjection). @open: (out): how many
 * block. */
GArray *sz_view_pay_objections (SzOffice *office, gint64 run, guint *open, GError **error);

/** SzObjectionAsk: an objection, or the answer to one. */
typedef struct
{
  gint64 n;           /* of an answer */
  const char *source; /* of an objection: 工号 or name */
  const char *text;
  SzDate on;
  gboolean upheld;
} SzObjectionAsk;

/** sz_office_pay_object: "objection.early" (from). */
gboolean
sz_office_pay_object (SzOffice *office, gint64 run, const SzObjectionAsk *ask, GError **error);
/** sz_office_pay_answer: "objection.unknown" (n), "objection.answer_early" (on). Answering again
 *  replaces the answer. */
gboolean
sz_office_pay_answer (SzOffice *office, gint64 run, const SzObjectionAsk *ask, GError **error);

G_END_DECLS
