/* sz-form-save.c — forms saved as files: where to, then written off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-save.h"

#include <glib/gi18n.h>

char *
sz_form_save_dup_name (const SzForm *form, const SzFormParams *params, const char *suffix)
{
  g_autofree char *about = NULL;
  const gboolean numbered = form->id[0] == 'F' && g_ascii_isdigit (form->id[1]);

  g_return_val_if_fail (params != NULL, NULL);

  /* Files go with the forms, which are always in Chinese. */
  if ((form->needs & SZ_FORM_NEEDS_RUN) != 0)
    about = g_strdup_printf ("第%d次", (int)params->run);
  else if ((form->needs & SZ_FORM_NEEDS_YEAR) != 0)
    about = g_strdup_printf ("%d年", params->year);
  else
    about = sz_date_format (params->on);
  return g_strconcat (numbered ? form->id : "", numbered ? "-" : "", form->title, "-", about,
                      suffix, NULL);
}

static void
set_path (gpointer order, char *path)
{
  ((SzFormOrder *)order)->path = path;
}

void
sz_form_save (SzPage *page, SzFormOrder *order, const char *name)
{
  const SzSaving saving
      = { sz_form_work_export, order, (GDestroyNotify)sz_form_order_free, set_path };

  g_return_if_fail (SZ_IS_PAGE (page) && order != NULL && name != NULL);
  sz_page_save (page, _ ("Save the Form"), name, &saving);
}
