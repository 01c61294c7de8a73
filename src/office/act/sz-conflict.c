/* sz-conflict.c — two changed one row: what both did, field by field (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-conflict.h"

#include "sz-audit.h"
#include "sz-error.h"
#include "sz-office-private.h"

static void
field_freed_cb (gpointer data)
{
  SzConflictField *field = data;

  g_free (field->field);
  g_free (field->base);
  g_free (field->yours);
  g_free (field->theirs);
  g_free (field);
}

SzConflict *
sz_conflict_new (gint64 version)
{
  SzConflict *conflict = g_new0 (SzConflict, 1);

  conflict->version = version;
  conflict->fields = g_ptr_array_new_with_free_func (field_freed_cb);
  return conflict;
}

void
sz_conflict_free (SzConflict *conflict)
{
  if (conflict == NULL)
    return;
  g_free (conflict->by);
  g_free (conflict->at);
  g_ptr_array_unref (conflict->fields);
  g_free (conflict);
}

static char *
dup_value (const char *value)
{
  return g_strdup (value != NULL ? value : "");
}

void
sz_conflict_add (SzConflict *conflict,
                 const char *field,
                 const char *base,
                 const char *yours,
                 const char *theirs)
{
  SzConflictField *entry;

  g_return_if_fail (conflict != NULL && field != NULL);

  entry = g_new0 (SzConflictField, 1);
  entry->field = g_strdup (field);
  entry->base = dup_value (base);
  entry->yours = dup_value (yours);
  entry->theirs = dup_value (theirs);
  if (g_str_equal (entry->yours, entry->base) && g_str_equal (entry->theirs, entry->base))
    field_freed_cb (entry);
  else
    g_ptr_array_add (conflict->fields, entry);
}

const SzConflictField *
sz_conflict_find (const SzConflict *conflict, const char *field)
{
  g_return_val_if_fail (conflict != NULL && field != NULL, NULL);

  for (guint i = 0; i < conflict->fields->len; i++)
    {
      const SzConflictField *entry = conflict->fields->pdata[i];

      if (g_str_equal (entry->field, field))
        return entry;
    }
  return NULL;
}

const char *
sz_conflict_field_get_chosen (const SzConflictField *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return field->take_theirs ? field->theirs : field->yours;
}

gboolean
sz_conflict_is_agreed (const SzConflict *conflict)
{
  g_return_val_if_fail (conflict != NULL, FALSE);

  for (guint i = 0; i < conflict->fields->len; i++)
    {
      const SzConflictField *entry = conflict->fields->pdata[i];

      if (!g_str_equal (entry->yours, entry->theirs))
        return FALSE;
    }
  return TRUE;
}

gboolean
sz_conflict_is_mine_alone (const SzConflict *conflict)
{
  g_return_val_if_fail (conflict != NULL, FALSE);

  for (guint i = 0; i < conflict->fields->len; i++)
    {
      const SzConflictField *entry = conflict->fields->pdata[i];

      if (!g_str_equal (entry->theirs, entry->base))
        return FALSE;
    }
  return TRUE;
}

typedef struct
{
  char *by;
  char *at;
} Last;

static gboolean
last_met_cb (const SzHistoryEntry *entry, gpointer user_data, GError **error)
{
  Last *last = user_data;

  g_free (last->by);
  g_free (last->at);
  last->by = g_strdup (entry->who);
  last->at = g_strdup (entry->at);
  return TRUE;
}

gboolean
sz_office_conflict_sign (
    SzOffice *office, SzConflict *conflict, const char *table, gint64 id, GError **error)
{
  Last last = { NULL, NULL };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && conflict != NULL && table != NULL, FALSE);

  done = sz_audit_history (sz_office_get_store (office), table, id, last_met_cb, &last, error);
  g_free (conflict->by);
  g_free (conflict->at);
  conflict->by = last.by;
  conflict->at = last.at;
  return done;
}

gboolean
sz_office_fail_gone (SzOffice *office, const char *table, gint64 id, GError **error)
{
  g_autoptr (SzConflict) last = sz_conflict_new (0);

  g_return_val_if_fail (SZ_IS_OFFICE (office) && table != NULL, FALSE);

  return sz_office_conflict_sign (office, last, table, id, error)
         && sz_error_set (error, SZ_ERROR_STALE, "row.gone", "table", table, "by",
                          last->by != NULL ? last->by : "", "at", last->at != NULL ? last->at : "",
                          NULL);
}
