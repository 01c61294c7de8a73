/* sz-appoint-act.h — appointments, rises, terms that end (RULE ttl-7, ttl-20 … ttl-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-appoint-case.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzAppointAsk: an appointment to open. */
typedef struct
{
  const char *staff_no;
  SzPost post;
  SzDate day;
  const char *approval; /* (nullable) */
  SzDate opened;        /* 0: today */
} SzAppointAsk;

/**
 * sz_appoint_open: @shown is filled, with kind and vacancy, refused or not.
 *
 * The first refusal of RULE ttl-7: "appoint.not_in_service", "post.same", "post.case_open",
 * "appoint.title", "appoint.entry_level", "appoint.one_level", "appoint.years",
 * "appoint.barred_assessment", "appoint.barred_discipline", "post.no_vacancy".
 */
gboolean
sz_appoint_open (SzOffice *office, const SzAppointAsk *ask, SzAppointCase *shown, GError **error);

/** sz_appoint_preview: what opening it would come to: the same answer and the same refusals, and
 * nothing is written. */
gboolean sz_appoint_preview (SzOffice *office,
                             const SzAppointAsk *ask,
                             SzAppointCase *shown,
                             GError **error);

/** sz_appoint_open_several: all or none, in this order: the refusal is that of the first that does
 *  not fit. */
gboolean
sz_appoint_open_several (SzOffice *office, const SzAppointAsk *asks, gsize n, GError **error);

/** sz_appoint_decide: several together: all or none; judged again, their own case aside. @shown: of
 *  the first. "case.unknown" (value), "appoint.state". */
gboolean sz_appoint_decide (SzOffice *office,
                            const gint64 *numbers,
                            gsize n,
                            const char *document,
                            SzAppointCase *shown,
                            GError **error);
gboolean sz_appoint_withdraw (
    SzOffice *office, gint64 number, const char *reason, SzAppointCase *shown, GError **error);

/** sz_appoint_list: (transfer full) (element-type SzAppointCase): @state (nullable): of it alone.
 */
GPtrArray *sz_appoint_list (SzOffice *office, const char *state, GError **error);

/** SzRiseList: RULE ttl-20. */
typedef struct
{
  GArray *rises;    /* of SzRise, in their order */
  GPtrArray *names; /* owns the staff numbers */
} SzRiseList;
SzRiseList *sz_appoint_rises (SzOffice *office, SzDate day, GError **error);
void sz_rise_list_free (SzRiseList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzRiseList, sz_rise_list_free)

/** SzTermDue: a term that ends. */
typedef struct
{
  char *staff_no;
  char *name;
  SzPost post;
  SzDate from;
  SzDate to;
} SzTermDue;

/** sz_appoint_due: (transfer full) (element-type SzTermDue): terms that end from @day to @months
 *  later (−1: the parameter), by end and staff number; @months: (inout). */
GArray *sz_appoint_due (SzOffice *office, SzDate day, int *months, GError **error);
/** sz_appoint_due_until: (transfer full): likewise, those that end on @day … @last (RULE aud-7). */
GArray *sz_appoint_due_until (SzOffice *office, SzDate day, SzDate last, GError **error);

G_END_DECLS
