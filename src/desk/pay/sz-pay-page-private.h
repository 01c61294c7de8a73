/* sz-pay-page-private.h — the page of performance pay and its acts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-life-pane.h"
#include "sz-live-job.h"
#include "sz-pay-page.h"
#include "sz-query-dialog.h"
#include "sz-result-pane.h"
#include "sz-run-bar.h"
#include "sz-run-list.h"
#include "sz-scheme-form.h"
#include "sz-why-pane.h"

G_BEGIN_DECLS

struct _SzPayPage
{
  SzPage parent_instance;

  /* Template widgets */
  SzRunList *runs;
  SzSchemeForm *form;
  SzResultPane *result;
  SzRunBar *bar;
  GtkWidget *why_box;
  SzWhyPane *why;

  /* Owned */
  GSettings *settings;
  SzTasks *live_tasks; /* whose reader the live job uses */
  SzLiveJob *live;
  SzPayView *view; /* what is shown; NULL: nothing yet */
  SzJob *next_scheme;
  SzJob *living;   /* reads: */
  SzRunLife *life; /* of the stored run that is shown, NULL: none, or not read yet */
  SzScheme *draft; /* the scheme being written, as it was when a run was looked at */
  GArray *heads;   /* of SzPayHead */
  GCancellable *opening;

  guint compute_source;   /* a change of the form waits to be computed */
  gboolean comparing;     /* a comparison is under way */
  gboolean compare_again; /* what it compares is no longer what is shown */
  gboolean compare_today; /* what is wanted next is the run beside itself today */
  gboolean has_draft;
  gboolean edited; /* the draft has what nobody has computed yet */
};

/** _sz_pay_page_offer_draft: (transfer full) @scheme: as _sz_pay_page_begin_draft(), after asking
 * where something would be lost. */
void _sz_pay_page_offer_draft (SzPayPage *self, SzScheme *scheme);
/** _sz_pay_page_give_up_draft: and shows what there is without it. */
void _sz_pay_page_give_up_draft (SzPayPage *self);
/** _sz_pay_page_begin_draft: (transfer full) @scheme: writes on from it. */
void _sz_pay_page_begin_draft (SzPayPage *self, SzScheme *scheme);
/** _sz_pay_page_show_run: a stored run. */
void _sz_pay_page_show_run (SzPayPage *self, gint64 run);
/** _sz_pay_page_drop_draft: it has become a run. */
void _sz_pay_page_drop_draft (SzPayPage *self);

/** _sz_pay_page_compare: what is shown with the run chosen in the pane. */
void _sz_pay_page_compare (SzPayPage *self);
/** _sz_pay_page_compare_today: the stored run beside what its scheme gives today. */
void _sz_pay_page_compare_today (SzPayPage *self);

/** _sz_pay_page_read_life: of a stored run; 0 or a draft: there is none. */
void _sz_pay_page_read_life (SzPayPage *self, gint64 run);
void _sz_pay_page_update_life_actions (SzPayPage *self);
/** _sz_pay_page_update_why: the explanation of the person selected. */
void _sz_pay_page_update_why (SzPayPage *self);
/** _sz_pay_page_get_list: (transfer none): a tab of the run's life, by the name of its list. */
SzLifePane *_sz_pay_page_get_list (SzPayPage *self, const char *name);
/** _sz_pay_page_step: asks what a step of the run wants, and takes it. */
void _sz_pay_page_step (SzPayPage *self, const char *verb);
/** _sz_pay_page_ask: (transfer none) (nullable): presents a dialog of @fields for the run selected,
 * whose number its function gets; days are offered. */
SzQueryDialog *
_sz_pay_page_ask (SzPayPage *self, const SzQueryOrder *wanted, const SzQueryField *fields);
/** _sz_pay_page_preview_notice: in the dialog that announces: last day and days off, live. */
void _sz_pay_page_preview_notice (SzQueryDialog *dialog);
/** _sz_pay_page_show_changes: the tab of the inputs that changed since. */
void _sz_pay_page_show_changes (SzPayPage *self);
/** _sz_pay_page_offer_bank: the bank list to @path, in a dialog that shows its first lines. */
void _sz_pay_page_offer_bank (SzPayPage *self, const char *path);
/** _sz_pay_page_install_life_actions, _sheet_actions: in class_init. */
void _sz_pay_page_install_life_actions (GtkWidgetClass *widget_class);
void _sz_pay_page_install_sheet_actions (GtkWidgetClass *widget_class);
void _sz_pay_page_install_adjust_action (GtkWidgetClass *widget_class);

/** _sz_pay_page_install_run_actions: in class_init: pay.rename, pay.delete. */
void _sz_pay_page_install_run_actions (GtkWidgetClass *widget_class);
/** _sz_pay_page_install_actions: in class_init: pay.new, pay.again, pay.open, pay.save,
 * pay.compute, pay.forms. */
void _sz_pay_page_install_actions (GtkWidgetClass *widget_class);
/** _sz_pay_page_add_keys: Ctrl+Return computes, Ctrl+P prints; wherever the focus is. */
void _sz_pay_page_add_keys (SzPayPage *self);
/** _sz_pay_page_update_actions: what can be done with what is selected. */
void _sz_pay_page_update_actions (SzPayPage *self);

G_END_DECLS
