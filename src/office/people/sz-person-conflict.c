/* sz-person-conflict.c — two changed one person: what both did, field by field (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-conflict.h"

#include "sz-person-set.h"

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

void
sz_person_conflict_free (SzPersonConflict *conflict)
{
  if (conflict == NULL)
    return;
  g_free (conflict->staff_no);
  g_free (conflict->by);
  g_free (conflict->at);
  g_ptr_array_unref (conflict->fields);
  g_free (conflict);
}

static char *
dup_member (const json_t *object, const char *name)
{
  const char *text = json_string_value (json_object_get (object, name));

  return g_strdup (text != NULL ? text : "");
}

/* Takes @stale, as sz_office_person_set() gives it. */
static SzPersonConflict *
read_stale (json_t *stale)
{
  const json_t *fields = json_object_get (stale, "fields");
  SzPersonConflict *conflict = g_new0 (SzPersonConflict, 1);

  conflict->staff_no = dup_member (stale, "key");
  conflict->by = dup_member (stale, "by");
  conflict->at = dup_member (stale, "at");
  conflict->version = json_integer_value (json_object_get (stale, "version"));
  conflict->fields = g_ptr_array_new_with_free_func (field_freed_cb);
  for (gsize i = 0; i < json_array_size (fields); i++)
    {
      const json_t *entry = json_array_get (fields, i);
      SzConflictField *field = g_new0 (SzConflictField, 1);

      field->field = dup_member (entry, "field");
      field->base = dup_member (entry, "base");
      field->yours = dup_member (entry, "yours");
      field->theirs = dup_member (entry, "theirs");
      g_ptr_array_add (conflict->fields, field);
    }
  json_decref (stale);
  return conflict;
}

SzPersonConflict *
sz_office_person_compare (SzOffice *office, const SzPerson *mine, GError **error)
{
  json_t *stale = sz_office_person_stale (office, mine, error);

  return stale != NULL ? read_stale (stale) : NULL;
}

gboolean
sz_office_person_settle (SzOffice *office,
                         const SzPersonConflict *conflict,
                         const char *const *fields,
                         SzPersonConflict **again,
                         GError **error)
{
  const SzPersonSet set = { conflict->staff_no, fields, conflict->version };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) fault = NULL;
  json_t *stale = NULL;
  gint64 version = 0;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && conflict != NULL && again != NULL, FALSE);

  *again = NULL;
  if (sz_office_person_set (office, &set, &version, &stale, issues, &fault))
    return TRUE;
  if (stale != NULL)
    *again = read_stale (stale);
  else
    g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
