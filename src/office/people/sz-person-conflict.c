/* sz-person-conflict.c — a person, a dated record or a service that somebody else changed meanwhile
 * (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-conflict.h"

#include "sz-codes.h"
#include "sz-person-act.h"
#include "sz-person-set.h"

/* ---- a person ---- */

static const char *
get_member (const json_t *object, const char *name)
{
  return json_string_value (json_object_get (object, name));
}

SzConflict *
sz_office_person_compare (SzOffice *office, const SzPerson *mine, GError **error)
{
  json_t *stale = sz_office_person_stale (office, mine, error);
  const json_t *fields = json_object_get (stale, "fields");
  SzConflict *conflict;

  if (stale == NULL)
    return NULL;
  conflict = sz_conflict_new (json_integer_value (json_object_get (stale, "version")));
  conflict->by = g_strdup (get_member (stale, "by"));
  conflict->at = g_strdup (get_member (stale, "at"));
  for (gsize i = 0; i < json_array_size (fields); i++)
    {
      const json_t *entry = json_array_get (fields, i);

      sz_conflict_add (conflict, get_member (entry, "field"), get_member (entry, "base"),
                       get_member (entry, "yours"), get_member (entry, "theirs"));
    }
  json_decref (stale);
  return conflict;
}

void
sz_person_take (SzPerson *mine, const SzConflict *conflict)
{
  g_return_if_fail (mine != NULL && conflict != NULL);

  for (guint i = 0; i < conflict->fields->len; i++)
    {
      const SzConflictField *field = conflict->fields->pdata[i];

      sz_person_put_field (mine, field->field, sz_conflict_field_get_chosen (field));
    }
  mine->row_version = conflict->version;
}

/* ---- what is dated ---- */

static void
add_day (SzConflict *conflict, const char *field, SzDate base, SzDate yours, SzDate theirs)
{
  g_autofree char *was = sz_date_format (base);
  g_autofree char *mine = sz_date_format (yours);
  g_autofree char *other = sz_date_format (theirs);

  sz_conflict_add (conflict, field, was, mine, other);
}

static SzDate
read_day (const char *text)
{
  SzDate day = SZ_DATE_NONE;

  if (*text != '\0')
    sz_date_parse (text, &day, NULL);
  return day;
}

static void
take_day (const SzConflict *conflict, const char *name, SzDate *mine, SzDate *base)
{
  const SzConflictField *field = sz_conflict_find (conflict, name);

  if (field == NULL)
    return;
  *mine = read_day (sz_conflict_field_get_chosen (field));
  *base = read_day (field->theirs);
}

static const SzRecord *
find_record (const SzPersonFile *file, gint64 id)
{
  for (guint i = 0; i < file->records->len; i++)
    if (g_array_index (file->records, SzRecord, i).id == id)
      return &g_array_index (file->records, SzRecord, i);
  return NULL;
}

static const SzService *
find_service (const SzPersonFile *file, gint64 id)
{
  for (guint i = 0; i < file->services->len; i++)
    if (g_array_index (file->services, SzService, i).id == id)
      return &g_array_index (file->services, SzService, i);
  return NULL;
}

SzConflict *
sz_office_record_compare (
    SzOffice *office, gint64 person_id, const SzRecord *base, const SzRecord *mine, GError **error)
{
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (SzConflict) conflict = NULL;
  const SzRecord *now;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && base != NULL && mine != NULL, NULL);

  file = sz_office_person_load (office, person_id, NULL);
  now = file != NULL ? find_record (file, mine->id) : NULL;
  if (now == NULL)
    {
      sz_office_fail_gone (office, "person_records", mine->id, error);
      return NULL;
    }
  conflict = sz_conflict_new (now->row_version);
  add_day (conflict, "from", base->from, mine->from, now->from);
  sz_conflict_add (conflict, "value", base->value, mine->value, now->value);
  return sz_office_conflict_sign (office, conflict, "person_records", mine->id, error)
             ? g_steal_pointer (&conflict)
             : NULL;
}

void
sz_record_take (SzRecord *mine, SzRecord *base, const SzConflict *conflict)
{
  const SzConflictField *value;

  g_return_if_fail (mine != NULL && base != NULL && conflict != NULL);

  take_day (conflict, "from", &mine->from, &base->from);
  value = sz_conflict_find (conflict, "value");
  if (value != NULL)
    {
      g_free (mine->value);
      g_free (base->value);
      mine->value = g_strdup (sz_conflict_field_get_chosen (value));
      base->value = g_strdup (value->theirs);
    }
  mine->row_version = conflict->version;
}

static const char *
find_state (SzServiceState state)
{
  const SzCode *code = sz_codes_by_value (SZ_TABLE_SERVICE_STATE, (int)state);

  return code != NULL ? code->code : "";
}

SzConflict *
sz_office_service_compare (SzOffice *office,
                           gint64 person_id,
                           const SzService *base,
                           const SzService *mine,
                           GError **error)
{
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (SzConflict) conflict = NULL;
  const SzService *now;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && base != NULL && mine != NULL, NULL);

  file = sz_office_person_load (office, person_id, NULL);
  now = file != NULL ? find_service (file, mine->id) : NULL;
  if (now == NULL)
    {
      sz_office_fail_gone (office, "services", mine->id, error);
      return NULL;
    }
  conflict = sz_conflict_new (now->row_version);
  add_day (conflict, "from", base->from, mine->from, now->from);
  add_day (conflict, "to", base->to, mine->to, now->to);
  sz_conflict_add (conflict, "ended_as", find_state (base->ended_as), find_state (mine->ended_as),
                   find_state (now->ended_as));
  return sz_office_conflict_sign (office, conflict, "services", mine->id, error)
             ? g_steal_pointer (&conflict)
             : NULL;
}

static SzServiceState
read_state (const char *text)
{
  const SzCode *code = sz_codes_by_code (SZ_TABLE_SERVICE_STATE, text);

  return code != NULL ? (SzServiceState)code->value : SZ_SERVICE_ACTIVE;
}

void
sz_service_take (SzService *mine, SzService *base, const SzConflict *conflict)
{
  const SzConflictField *state;

  g_return_if_fail (mine != NULL && base != NULL && conflict != NULL);

  take_day (conflict, "from", &mine->from, &base->from);
  take_day (conflict, "to", &mine->to, &base->to);
  state = sz_conflict_find (conflict, "ended_as");
  if (state != NULL)
    {
      mine->ended_as = read_state (sz_conflict_field_get_chosen (state));
      base->ended_as = read_state (state->theirs);
    }
  mine->row_version = conflict->version;
}
