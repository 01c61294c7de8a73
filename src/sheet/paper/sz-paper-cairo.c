/* sz-paper-cairo.c — papers as pages for PDF, preview and printer
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-paper-cairo.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <stdio.h>

#include "sz-outfile.h"
#include "sz-leaf-draw.h"

struct _SzPages
{
  SzPen *pen;
  SzLeaves *leaves;
};

SzPages *
sz_pages_new_full (SzPaper *const *papers,
                   guint n_papers,
                   SzPaperProgress progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  SzFlowWatch watch = { progress, user_data, cancellable, 0, 0 };
  g_autoptr (SzPages) pages = NULL;

  g_return_val_if_fail (papers != NULL && n_papers > 0, NULL);
  pages = g_new0 (SzPages, 1);
  watch.total = sz_flow_count (papers, n_papers);
  pages->pen = sz_pen_new ();
  pages->leaves = sz_leaves_new (papers, n_papers, sz_pen_measure (pages->pen), &watch, error);
  return pages->leaves != NULL ? g_steal_pointer (&pages) : NULL;
}

SzPages *
sz_pages_new (SzPaper *const *papers, guint n_papers, GError **error)
{
  return sz_pages_new_full (papers, n_papers, NULL, NULL, NULL, error);
}

void
sz_pages_free (SzPages *pages)
{
  g_clear_pointer (&pages->leaves, sz_leaves_free);
  g_clear_pointer (&pages->pen, sz_pen_free);
  g_free (pages);
}

guint
sz_pages_count (SzPages *pages)
{
  g_return_val_if_fail (pages != NULL, 0);
  return pages->leaves->pages->len;
}

void
sz_pages_get_size (SzPages *pages, guint page, double *width, double *height)
{
  const SzLeaf *leaf;

  g_return_if_fail (pages != NULL && page < pages->leaves->pages->len);
  leaf = g_ptr_array_index (pages->leaves->pages, page);
  *width = leaf->box.width;
  *height = leaf->box.height;
}

static void
draw_page (SzPages *pages, guint page, cairo_t *cr, gboolean links)
{
  sz_pen_begin (pages->pen);
  cairo_save (cr);
  sz_leaf_draw (g_ptr_array_index (pages->leaves->pages, page), pages->pen, cr, links);
  cairo_restore (cr);
}

void
sz_pages_draw (SzPages *pages, guint page, cairo_t *cr)
{
  g_return_if_fail (pages != NULL && page < pages->leaves->pages->len && cr != NULL);
  draw_page (pages, page, cr, FALSE);
}

typedef struct
{
  FILE *file;
  int fault;
} PdfFile;

static cairo_status_t
bytes_written_cb (void *closure, const unsigned char *data, unsigned int length)
{
  PdfFile *pdf = closure;

  if (fwrite (data, 1, length, pdf->file) == length)
    return CAIRO_STATUS_SUCCESS;
  pdf->fault = errno != 0 ? errno : EIO;
  return CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
draw_pages (SzPages *pages, cairo_surface_t *surface, GCancellable *cancellable, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  gboolean stopped = FALSE;

  for (guint page = 0; page < sz_pages_count (pages) && !stopped; page++)
    {
      double width, height;

      sz_pages_get_size (pages, page, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      draw_page (pages, page, cr, pages->leaves->papers->len > 1);
      cairo_show_page (cr);
      stopped = g_cancellable_is_cancelled (cancellable);
    }
  cairo_destroy (cr);
  return !stopped || sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
}

/* What a reader of the PDF shows beside the pages: each paper of several. */
static void
add_outline (const SzPages *pages, cairo_surface_t *surface)
{
  for (guint i = 0; pages->leaves->papers->len > 1 && i < pages->leaves->papers->len; i++)
    {
      const SzPaper *paper = g_ptr_array_index (pages->leaves->papers, i);
      g_autofree char *where = g_strdup_printf ("dest='paper%u'", i + 1);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, paper->name, where, 0);
    }
}

static gboolean
write_pages (SzPages *pages, SzOutfile *out, GCancellable *cancellable, GError **error)
{
  PdfFile pdf = { fopen (sz_outfile_path (out), "wbe"), 0 };
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (SZ_PAPER_CREATED);
  g_autofree char *iso = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
  cairo_surface_t *surface;
  gboolean ok;
  cairo_status_t status;

  if (pdf.file == NULL)
    return sz_outfile_fail (out, errno, error);
  surface = cairo_pdf_surface_create_for_stream (bytes_written_cb, &pdf, 595, 842);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, iso);
  add_outline (pages, surface);
  ok = draw_pages (pages, surface, cancellable, error);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  errno = 0;
  if (fclose (pdf.file) != 0 && pdf.fault == 0)
    pdf.fault = errno != 0 ? errno : EIO;
  if (ok && (status != CAIRO_STATUS_SUCCESS || pdf.fault != 0))
    return sz_outfile_fail (out, pdf.fault, error);
  return ok;
}

gboolean
sz_paper_write_pdf (SzPaper *const *papers,
                    guint n_papers,
                    const char *path,
                    SzPaperProgress progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (SzOutfile) out = NULL;
  g_autoptr (SzPages) pages = NULL;

  g_return_val_if_fail (papers != NULL && n_papers > 0 && path != NULL, FALSE);
  out = sz_outfile_new (path, error);
  if (out == NULL)
    return FALSE;
  pages = sz_pages_new_full (papers, n_papers, progress, user_data, cancellable, error);
  return pages != NULL && write_pages (pages, out, cancellable, error)
         && sz_outfile_commit (out, error);
}
