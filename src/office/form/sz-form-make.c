/* sz-form-make.c — making a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-make.h"

#include "sz-form-table.h"
#include "sz-office-private.h"
#include "sz-paper-mark.h"

/* A year without records is named, before anything that such a year lacks as well. */
static gboolean
check_year (SzOffice *office, const SzFormEntry *entry, int year, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%d", year);
  gboolean there = TRUE;

  if ((entry->form.needs & SZ_FORM_NEEDS_YEAR) == 0)
    return TRUE;
  if (!sz_form_find_rows (office, entry, year, &there, error))
    return FALSE;
  if (there)
    return TRUE;
  if (!sz_form_find_rows (office, entry, 0, &there, error))
    return FALSE;
  return there
             ? sz_error_set (error, SZ_ERROR_REFUSED, "form.no_year", "form", entry->form.id,
                             "year", text, NULL)
             : sz_error_set (error, SZ_ERROR_REFUSED, "form.no_data", "form", entry->form.id, NULL);
}

/* Whoever has the printed sheet can tell later whether the log is still the one that it was made
 * from. Slips are cut and go to people: they carry none (RULE aud-1). */
static SzPaper *
mark_head (SzOffice *office, SzPaper *paper, GError **error)
{
  g_autofree char *mark = sz_form_dup_mark (office, error);

  if (mark != NULL)
    {
      sz_paper_set_mark (paper, mark);
      return paper;
    }
  sz_paper_unref (paper);
  return NULL;
}

SzPaper *
sz_form_make (SzOffice *office,
              const char *id,
              const SzFormParams *params,
              GCancellable *cancellable,
              GError **error)
{
  const SzFormEntry *entry;
  SzFormParams complete;
  SzPaper *paper = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && id != NULL && params != NULL, NULL);
  entry = sz_form_find_entry (id);
  complete = *params;
  if (entry == NULL)
    {
      sz_error_set (error, SZ_ERROR_REFUSED, "form.unknown", "form", id, NULL);
      return NULL;
    }
  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  if (sz_form_complete (office, &entry->form, &complete, error)
      && check_year (office, entry, complete.year, error))
    paper = entry->make != NULL ? entry->make (office, &entry->form, &complete, cancellable, error)
                                : sz_form_table_make (office, entry, &complete, cancellable, error);
  if (paper != NULL && complete.is_a3)
    sz_paper_set_page (paper, SZ_PAGE_A3, FALSE);
  if (paper != NULL && (entry->form.needs & SZ_FORM_NEEDS_RUN) != 0 && *id == 'F')
    paper = mark_head (office, paper, error);
  sz_store_end_read (sz_office_get_store (office));
  return paper;
}
