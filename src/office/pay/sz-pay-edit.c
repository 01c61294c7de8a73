/* sz-pay-edit.c — renaming and deleting drafts of pay runs (RULE pay-11)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-edit.h"

#include "sz-office-act.h"
#include "sz-store-pay-edit.h"

typedef struct
{
  gint64 run;
  char *name;
} Edit;

static gboolean
rename_run (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Edit *edit = user_data;

  json_object_set_new (summary, "name", json_string (edit->name));
  json_object_set_new (summary, "run", json_integer (edit->run));
  if (*edit->name == '\0')
    return sz_error_set (error, SZ_ERROR_REFUSED, "run.name_missing", NULL);
  return sz_store_pay_rename (act, edit->run, edit->name, error);
}

gboolean
sz_office_pay_rename (SzOffice *office, gint64 run, const char *name, GError **error)
{
  const SzActHead head = { .kind = "pay.rename" };
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && name != NULL, FALSE);

  trimmed = g_strstrip (g_strdup (name));
  return sz_office_run (office, &head, rename_run, &(Edit){ run, trimmed }, NULL, error);
}

static gboolean
delete_run (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const gint64 *run = user_data;

  json_object_set_new (summary, "run", json_integer (*run));
  return sz_store_pay_delete (act, *run, error);
}

gboolean
sz_office_pay_delete (SzOffice *office, gint64 run, GError **error)
{
  const SzActHead head = { .kind = "pay.delete" };

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  return sz_office_run (office, &head, delete_run, &run, NULL, error);
}
