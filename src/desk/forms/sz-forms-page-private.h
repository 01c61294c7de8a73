/* sz-forms-page-private.h — the page of the forms and its actions
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form-choice.h"
#include "sz-forms-page.h"
#include "sz-preview-bar.h"
#include "sz-print-job.h"

G_BEGIN_DECLS

struct _SzFormsPage
{
  SzPage parent_instance;

  /* Template widgets */
  GtkListBox *list;
  SzFormChoice *choice;
  GtkStack *stack;
  SzPagePreview *preview;
  SzPreviewBar *bar;
  AdwStatusPage *missing;
  GtkButton *missing_button;

  /* Owned */
  SzFormFacts *facts;
  char *chosen;     /* id of the form; NULL before the first facts */
  char *made_title; /* of the form on the pages */
  GCancellable *making;
  SzPrintJob *job;
  char *asked; /* chosen by another page before the facts were there */
  gboolean filling;
  SzDate as_of; /* the window's, when it was last looked at */
};

/** _sz_forms_page_install_actions: in class_init. */
void _sz_forms_page_install_actions (GtkWidgetClass *widget_class);
/** _sz_forms_page_add_keys: in init: they hold wherever the focus is while the page is shown. */
void _sz_forms_page_add_keys (SzFormsPage *self);
/** _sz_forms_page_update_actions: what can be done with what is chosen. */
void _sz_forms_page_update_actions (SzFormsPage *self);

G_END_DECLS
