/* sz-paper-cairo.h — papers as pages: for PDF, preview and printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>

#include "sz-paper.h"

G_BEGIN_DECLS

/**
 * SzPages: papers laid out once; every page can then be drawn, in any order, as often as wanted.
 * One thread at a time.
 */
typedef struct _SzPages SzPages;

/**
 * sz_pages_new: pulls all rows of @papers and keeps them. Errors as sz_paper_write_pdf(), without
 * those of files.
 */
SzPages *sz_pages_new (SzPaper *const *papers, guint n_papers, GError **error);
/** sz_pages_new_full: with progress and a way to stop. */
SzPages *sz_pages_new_full (SzPaper *const *papers,
                            guint n_papers,
                            SzPaperProgress progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            GError **error);
void sz_pages_free (SzPages *pages);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPages, sz_pages_free)

/** sz_pages_count: pages of all papers. */
guint sz_pages_count (SzPages *pages);
/** sz_pages_get_size: of @page, in points; A4 upright or lying. */
void sz_pages_get_size (SzPages *pages, guint page, double *width, double *height);
/** sz_pages_draw: @page (from 0) with its origin at the paper's corner, a unit a point. */
void sz_pages_draw (SzPages *pages, guint page, cairo_t *cr);

G_END_DECLS
