/* sz-office-act.c — everything that writes runs here: begun, done, summed up, committed or refused
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-office-act.h"

#include <stdlib.h>

#include "sz-rights.h"
#include "sz-soundness.h"

static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, SZ_ERROR, SZ_ERROR_REFUSED)
         || g_error_matches (error, SZ_ERROR, SZ_ERROR_FORMAT)
         || g_error_matches (error, SZ_ERROR, SZ_ERROR_CONSTRAINT)
         || g_error_matches (error, SZ_ERROR, SZ_ERROR_STALE)
         || g_error_matches (error, SZ_ERROR, SZ_ERROR_OVERFLOW);
}

/* RULE aud-1 */
gboolean
sz_office_run (SzOffice *office,
               const SzActHead *head,
               SzActBody body,
               gpointer user_data,
               char **act_id,
               GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *id = NULL;
  json_t *summary;
  gboolean done;
  SzAct *act;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && head != NULL && body != NULL, FALSE);

  if (!sz_office_allow (office, head->right != NULL ? head->right : head->kind, &reason)
      || (!head->trial && !sz_office_require_sound (office, &reason)))
    {
      if (!head->trial && is_refusal (reason))
        sz_office_refuse (office, head->kind, head->source, head->source_hash, reason, NULL);
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  act = sz_office_begin (office, head->kind, head->source, head->source_hash, error);
  if (act == NULL)
    return FALSE;
  id = g_strdup (sz_act_get_id (act));
  summary = json_object ();
  if (head->right != NULL)
    json_object_set_new (summary, "right", json_string (head->right));
  done = body (act, summary, user_data, &reason);
  if (done && json_object_size (summary) > 0)
    {
      char *text = json_dumps (summary, JSON_COMPACT);

      sz_act_set_summary (act, text);
      free (text);
    }
  json_decref (summary);
  done = done && (head->trial ? sz_act_flush (act, &reason) : sz_act_commit (act, &reason));
  /* Its transaction must be over before the refusal can be written. */
  sz_act_free (act);
  if (done && !head->trial)
    {
      sz_office_set_last_act (office, id);
      sz_office_note_written (office);
    }
  if (done && act_id != NULL)
    *act_id = g_steal_pointer (&id);
  if (done)
    return TRUE;
  if (!head->trial && is_refusal (reason))
    sz_office_refuse (office, head->kind, head->source, head->source_hash, reason, head->issues);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
