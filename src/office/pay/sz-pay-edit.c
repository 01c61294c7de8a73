/* sz-pay-edit.c — renaming and deleting drafts of pay runs (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-edit.h"

#include "sz-office-private.h"
#include "sz-store-pay-edit.h"

#define KIND_RENAME "pay.rename"
#define KIND_DELETE "pay.delete"

/* Commits what was done, or logs why it was not. */
static gboolean
finish (
    SzOffice *office, SzAct *act, const char *kind, gboolean done, json_t *summary, GError **error)
{
  g_autoptr (GError) reason = NULL;
  char *text = json_dumps (summary, JSON_COMPACT | JSON_SORT_KEYS);

  json_decref (summary);
  sz_act_set_summary (act, text);
  free (text);
  if (done)
    done = sz_act_commit (act, &reason);
  /* Its transaction must be over before the refusal can be written. */
  sz_act_free (act);
  if (done)
    return TRUE;
  if (error != NULL && *error != NULL && (*error)->code == SZ_ERROR_REFUSED)
    sz_office_refuse (office, kind, NULL, NULL, *error, NULL);
  if (reason != NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

gboolean
sz_office_pay_rename (SzOffice *office, gint64 run, const char *name, GError **error)
{
  g_autofree char *trimmed = NULL;
  g_autoptr (GError) fault = NULL;
  SzAct *act;
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && name != NULL, FALSE);
  trimmed = g_strstrip (g_strdup (name));
  if (*trimmed == '\0')
    {
      sz_error_set (&fault, SZ_ERROR_REFUSED, "run.name_missing", NULL);
      sz_office_refuse (office, KIND_RENAME, NULL, NULL, fault, NULL);
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  act = sz_office_begin (office, KIND_RENAME, NULL, NULL, error);
  if (act == NULL)
    return FALSE;
  done = sz_store_pay_rename (act, run, trimmed, &fault);
  done = finish (office, act, KIND_RENAME, done,
                 json_pack ("{s:I, s:s}", "run", (json_int_t)run, "name", trimmed), &fault);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&fault));
  return done;
}

gboolean
sz_office_pay_delete (SzOffice *office, gint64 run, GError **error)
{
  g_autoptr (GError) fault = NULL;
  SzAct *act;
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);
  act = sz_office_begin (office, KIND_DELETE, NULL, NULL, error);
  if (act == NULL)
    return FALSE;
  done = sz_store_pay_delete (act, run, &fault);
  done = finish (office, act, KIND_DELETE, done, json_pack ("{s:I}", "run", (json_int_t)run),
                 &fault);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&fault));
  return done;
}
