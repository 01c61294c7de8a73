/* sz-pay-face.c — what stands on the face of a run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-face.h"

#include <string.h>

#include "sz-case-tables.h"
#include "sz-office-private.h"
#include "sz-package-run.h"
#include "sz-pay-notice.h"
#include "sz-pay-stale.h"
#include "sz-store-pay-book.h"

void
sz_pay_face_free (SzPayFace *face)
{
  if (face == NULL)
    return;
  g_ptr_array_unref (face->makers);
  g_ptr_array_unref (face->marks);
  g_free (face->reviewed_by);
  g_free (face->approved_by);
  g_free (face->document);
  g_free (face->sender);
  g_free (face);
}

/* RULE pay-11: all who computed, recomputed, split, withdrew, adjusted or undid in the revision. */
static void
list_makers (SzPayFace *face, const SzCaseStep *steps, guint n_steps)
{
  static const char *const making[]
      = { "compute", "recompute", "split", "withdraw", "adjust", "undo", NULL };

  for (guint i = 0; i < n_steps; i++)
    if (g_strv_contains (making, steps[i].verb)
        && sz_case_counts (&sz_case_pay_run, steps, n_steps, i)
        && !g_ptr_array_find_with_equal_func (face->makers, steps[i].who, g_str_equal, NULL))
      g_ptr_array_add (face->makers, g_strdup (steps[i].who));
}

static void
read_steps (SzPayFace *face, const SzCaseFile *file)
{
  guint n_steps = 0;
  const SzCaseStep *steps = sz_case_file_steps (file, &n_steps);
  const SzCaseStep *review = sz_case_last_step (&sz_case_pay_run, steps, n_steps, "review");
  const SzCaseStep *approve = sz_case_last_step (&sz_case_pay_run, steps, n_steps, "approve waive");
  SzPayNotice notice = { 0 };

  list_makers (face, steps, n_steps);
  if (review != NULL)
    face->reviewed_by = g_strdup (review->who);
  face->announced = sz_pay_notice_of (file, &notice);
  face->notice_from = notice.from;
  face->notice_to = notice.to;
  face->notice_days = notice.days;
  if (approve == NULL)
    return;
  face->approved_by = g_strdup (approve->who);
  face->approved_on = approve->day;
  if (approve->approval != NULL && *approve->approval != '\0')
    face->document = g_strdup (approve->approval);
}

/* Within a read. */
static gboolean
fill_face (SzPayFace *face, SzOffice *office, GCancellable *cancellable, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_auto (SzPayLife) life = { 0 };
  g_autoptr (SzCaseFile) file = NULL;
  g_autoptr (GArray) changes = NULL;

  if (!sz_store_pay_life_of (store, face->run, &life, error))
    return FALSE;
  file = sz_store_case_load (store, sz_case_pay_run.kind, face->run, error);
  changes = file != NULL ? sz_office_pay_stale (office, face->run, cancellable, error) : NULL;
  if (changes == NULL)
    return FALSE;
  face->stale = changes->len;
  face->revision = life.revision;
  face->corrects = life.corrects;
  face->paid_on = life.paid_on;
  face->marks = sz_pay_marks_of (file);
  read_steps (face, file);
  return sz_package_run_sender (office, face->run, &face->sender, error);
}

SzPayFace *
sz_view_pay_face (SzOffice *office, gint64 run, GCancellable *cancellable, GError **error)
{
  SzStore *store;
  SzPayFace *face;
  gboolean filled;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  if (!sz_store_begin_read (store, error))
    return NULL;
  face = g_new0 (SzPayFace, 1);
  face->run = run;
  face->makers = g_ptr_array_new_with_free_func (g_free);
  filled = fill_face (face, office, cancellable, error);
  sz_store_end_read (store);
  if (filled)
    return face;
  if (face->marks == NULL)
    face->marks = g_ptr_array_new ();
  sz_pay_face_free (face);
  return NULL;
}
