/* sz-form-work.h — what the page of the forms has done off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form.h"
#include "sz-printout.h"
#include "sz-task.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

/** SzFormFacts: what can be chosen from. @runs: of SzPayHead, by number. */
typedef struct
{
  GPtrArray *offers;
  GArray *runs;
} SzFormFacts;

void sz_form_facts_free (SzFormFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzFormFacts, sz_form_facts_free)
/** sz_form_facts_find: (nullable) (transfer none). */
const SzFormOffer *sz_form_facts_find (const SzFormFacts *facts, const char *id);

/** SzFormOrder: a form to be made, or several in one file. */
typedef struct
{
  GStrv ids;
  SzFormParams params;
  GPtrArray *texts; /* of @params */
  char *path;       /* NULL: on pages */
  gboolean meeting; /* 会议材料, with a contents sheet */
  gboolean pdf;     /* the meeting wants pages */
} SzFormOrder;

/** sz_form_order_set_params: a copy of @params and of its texts. */
void sz_form_order_set_params (SzFormOrder *order, const SzFormParams *params);

SzFormOrder *sz_form_order_new (const char *id, const SzFormParams *params);
void sz_form_order_free (SzFormOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzFormOrder, sz_form_order_free)

/** sz_form_work_facts: an SzTaskFunc that gives an #SzFormFacts. */
gpointer sz_form_work_facts (SzOffice *office,
                             gpointer input,
                             SzProgress progress,
                             GCancellable *cancellable,
                             GError **error);
/** sz_form_work_print: an SzTaskFunc: #SzFormOrder → #SzPrintout. */
gpointer sz_form_work_print (SzOffice *office,
                             gpointer input,
                             SzProgress progress,
                             GCancellable *cancellable,
                             GError **error);
/** sz_form_work_export: an SzTaskFunc: #SzFormOrder → its path (char *), written and in the log. */
gpointer sz_form_work_export (SzOffice *office,
                              gpointer input,
                              SzProgress progress,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
