/* sz-view-case.c — where something stands, who did what when, and what may be done now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-case.h"

#include "sz-office-private.h"
#include "sz-store-case.h"

void
sz_case_view_free (SzCaseView *view)
{
  if (view == NULL)
    return;
  g_free (view->state);
  g_array_unref (view->steps);
  g_ptr_array_unref (view->moves);
  g_free (view);
}

SzCaseView *
sz_view_case (SzOffice *office, const SzCaseTable *table, gint64 subject_id, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return sz_view_case_at (office, table, subject_id, NULL, error);
}

SzCaseView *
sz_view_case_at (SzOffice *office,
                 const SzCaseTable *table,
                 gint64 subject_id,
                 const char *state,
                 GError **error)
{
  g_autoptr (SzCaseFile) file = NULL;
  const SzCaseStep *steps;
  SzCaseView *view;
  guint n_steps = 0;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && table != NULL, NULL);

  file = sz_store_case_load (sz_office_get_store (office), table->kind, subject_id, error);
  if (file == NULL)
    return NULL;
  view = g_new0 (SzCaseView, 1);
  view->table = table;
  view->subject_id = subject_id;
  view->state = g_strdup (state != NULL ? state : file->head.state);
  view->steps = g_array_ref (file->steps);
  view->moves = g_ptr_array_new ();
  steps = sz_case_file_steps (file, &n_steps);
  for (guint i = 0; i < table->n_moves; i++)
    if (sz_case_allows (table, view->state, steps, n_steps, &table->moves[i],
                        sz_office_get_who (office)))
      g_ptr_array_add (view->moves, (gpointer)&table->moves[i]);
  return view;
}
