/* sz-page-output.h — what a page gives out: a file where the user wants it, pages on a printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-page.h"
#include "sz-printout.h"

G_BEGIN_DECLS

/**
 * SzSaving: what is written when a place was chosen.
 * @write: gives the path of the file (char *)
 * @input: (transfer full)
 * @set_path: puts the path (transfer full) into @input
 */
typedef struct
{
  SzTaskFunc write;
  gpointer input;
  GDestroyNotify free_input;
  void (*set_path) (gpointer input, char *path);
} SzSaving;

/** sz_page_save: asks where, in the folder of last time, then writes and offers to open it; @name
 * is proposed, its ending decides what is written. */
void sz_page_save (SzPage *page, const char *title, const char *name, const SzSaving *saving);

/** sz_page_print: asks for a printer; @name is what the queue shows. */
void sz_page_print (SzPage *page, SzPrintout *printout, const char *name);

/** sz_page_printed: says where @name went: to the printer, or to the file @path (nullable), which
 * can be shown; sz_page_print_failed: why it did not. Handlers of #SzPrintJob. */
void sz_page_printed (SzPage *page, const char *name, const char *path);
void sz_page_print_failed (SzPage *page, const char *reason);

G_END_DECLS
