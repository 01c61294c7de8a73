/* sz-person-set.c — single fields of a person, against the version that was read (RULE srv-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-set.h"

#include <string.h>

#include "sz-audit.h"
#include "sz-codes.h"
#include "sz-conflict.h"
#include "sz-office-private.h"
#include "sz-person-act.h"
#include "sz-view-people.h"

typedef enum
{
  FIELD_TEXT,
  FIELD_CODE, /* text of a code table */
  FIELD_DATE,
  FIELD_SEX,
} FieldKind;

typedef struct
{
  const char *name;
  FieldKind kind;
  gsize offset;
  SzCodeTable table;
} Field;

#define FIELD(member, kind, table)                                                                 \
  {                                                                                                \
#member, FIELD_##kind, G_STRUCT_OFFSET(SzPerson, member), table                                \
  }

/* clang-format off */
static const Field fields[] = {
  FIELD (name, TEXT, 0), FIELD (pinyin, TEXT, 0), FIELD (id_number, TEXT, 0),
  FIELD (sex, SEX, SZ_TABLE_SEX), FIELD (birth_date, DATE, 0),
  FIELD (ethnicity, CODE, SZ_TABLE_ETHNICITY), FIELD (political, CODE, SZ_TABLE_POLITICAL),
  FIELD (education, CODE, SZ_TABLE_EDUCATION), FIELD (degree, CODE, SZ_TABLE_DEGREE),
  FIELD (school, TEXT, 0), FIELD (major, TEXT, 0), FIELD (skill, CODE, SZ_TABLE_SKILL), FIELD (work_start, DATE, 0),
  FIELD (phone, TEXT, 0), FIELD (bank_account, TEXT, 0), FIELD (note, TEXT, 0),
};
/* clang-format on */

static const Field *
find_field (const char *assignment, const char **value)
{
  const char *equals = strchr (assignment, '=');

  *value = equals != NULL ? equals + 1 : "";
  for (gsize i = 0; equals != NULL && i < G_N_ELEMENTS (fields); i++)
    if (strlen (fields[i].name) == (gsize)(equals - assignment)
        && strncmp (fields[i].name, assignment, (gsize)(equals - assignment)) == 0)
      return &fields[i];
  return NULL;
}

/* As the journal writes it, "" for nothing. */
static char *
dup_value (const SzPerson *person, const Field *field)
{
  const guint8 *place = (const guint8 *)person + field->offset;
  const SzCode *code;

  switch (field->kind)
    {
    case FIELD_DATE:
      return *(const SzDate *)(gconstpointer)place != SZ_DATE_NONE
                 ? sz_date_format (*(const SzDate *)(gconstpointer)place)
                 : g_strdup ("");
    case FIELD_SEX:
      code = sz_codes_by_value (SZ_TABLE_SEX, *(const int *)(gconstpointer)place);
      return g_strdup (code != NULL ? code->code : "");
    case FIELD_CODE:
    case FIELD_TEXT:
    default:
      return g_strdup (
          *(char *const *)(gconstpointer)place != NULL ? *(char *const *)(gconstpointer)place : "");
    }
}

/* (transfer full) (nullable): @value as it would be stored: codes by their word or official term.
 */
static char *
dup_stored (const Field *field, const char *value)
{
  const SzCode *code;
  SzDate date = SZ_DATE_NONE;

  if (*value == '\0' && field->kind != FIELD_SEX)
    return g_strdup ("");
  switch (field->kind)
    {
    case FIELD_DATE:
      return sz_date_parse (value, &date, NULL) ? sz_date_format (date) : NULL;
    case FIELD_SEX:
    case FIELD_CODE:
      code = sz_codes_by_code (field->table, value);
      code = code != NULL ? code : sz_codes_by_name (field->table, value);
      return code != NULL ? g_strdup (code->code) : NULL;
    case FIELD_TEXT:
    default:
      return g_strdup (value);
    }
}

static void
set_value (SzPerson *person, const Field *field, const char *stored)
{
  guint8 *place = (guint8 *)person + field->offset;

  switch (field->kind)
    {
    case FIELD_DATE:
      *(SzDate *)(gpointer)place = SZ_DATE_NONE;
      if (*stored != '\0')
        sz_date_parse (stored, (SzDate *)(gpointer)place, NULL);
      break;
    case FIELD_SEX:
      *(SzSex *)(gpointer)place = (SzSex)sz_codes_by_code (field->table, stored)->value;
      break;
    case FIELD_CODE:
    case FIELD_TEXT:
    default:
      g_free (*(char **)(gpointer)place);
      *(char **)(gpointer)place = g_strdup (stored);
      break;
    }
}

typedef struct
{
  gint64 version;
  json_t *base; /* the row as it was at @version */
  char *by;
  char *at;
} Past;

static gboolean
look_back (const SzHistoryEntry *entry, gpointer user_data, GError **error)
{
  Past *past = user_data;

  if (entry->row_version == past->version)
    {
      json_decref (past->base);
      past->base = json_loads (entry->after, 0, NULL);
    }
  g_free (past->by);
  g_free (past->at);
  past->by = g_strdup (entry->who);
  past->at = g_strdup (entry->at);
  return TRUE;
}

static const char *
value_of (const json_t *row, const char *name)
{
  const char *text = json_string_value (json_object_get (row, name));

  return text != NULL ? text : "";
}

/* (transfer full) (nullable): what is to be stored there. */
static char *
dup_asked (const SzPersonSet *set, const Field *field)
{
  const char *value = NULL;

  for (gsize i = 0; set->fields[i] != NULL; i++)
    if (find_field (set->fields[i], &value) == field)
      return dup_stored (field, value);
  return NULL;
}

/* Every field that either side changed. */
static json_t *
list_fields (const SzPersonSet *set, const json_t *base, const SzPerson *now)
{
  json_t *list = json_array ();

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *theirs = dup_value (now, &fields[i]);
      const char *was = value_of (base, fields[i].name);
      g_autofree char *asked = dup_asked (set, &fields[i]);
      const char *yours = asked != NULL ? asked : was;

      if (!g_str_equal (theirs, was) || !g_str_equal (yours, was))
        json_array_append_new (list, json_pack ("{s:s, s:s, s:s, s:s}", "field", fields[i].name,
                                                "base", was, "yours", yours, "theirs", theirs));
    }
  return list;
}

/* RULE srv-12 */
static gboolean
tell_stale (
    SzOffice *office, const SzPersonSet *set, const SzPerson *now, json_t **stale, GError **error)
{
  Past past = { .version = set->version };
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, now->id);

  if (!sz_audit_history (sz_office_get_store (office), "people", now->id, look_back, &past, error))
    return FALSE;
  *stale = json_pack ("{s:s, s:s, s:s, s:s?, s:s?, s:I, s:o}", "code", "row.stale", "table",
                      "people", "key", set->staff_no, "by", past.by, "at", past.at, "version",
                      (json_int_t)now->row_version, "fields", list_fields (set, past.base, now));
  json_decref (past.base);
  g_free (past.by);
  g_free (past.at);
  return sz_error_set (error, SZ_ERROR_STALE, "row.stale", "table", "people", "id", id, NULL);
}

static gboolean
check_fields (const SzPersonSet *set, GError **error)
{
  for (gsize i = 0; set->fields[i] != NULL; i++)
    {
      const char *value = NULL;
      const Field *field = find_field (set->fields[i], &value);
      g_autofree char *stored = field != NULL ? dup_stored (field, value) : NULL;

      if (stored == NULL)
        return sz_error_set (error, SZ_ERROR_FORMAT, "person.field", "field", set->fields[i], NULL);
    }
  return TRUE;
}

static gboolean
is_equal (const SzPersonSet *set, const SzPerson *now)
{
  for (gsize i = 0; set->fields[i] != NULL; i++)
    {
      const char *value = NULL;
      const Field *field = find_field (set->fields[i], &value);
      g_autofree char *there = field != NULL ? dup_value (now, field) : NULL;
      g_autofree char *stored = field != NULL ? dup_stored (field, value) : NULL;

      if (there == NULL || g_strcmp0 (there, stored) != 0)
        return FALSE;
    }
  return TRUE;
}

json_t *
sz_office_person_stale (SzOffice *office, const SzPerson *mine, GError **error)
{
  g_autoptr (GStrvBuilder) wanted = g_strv_builder_new ();
  g_autoptr (SzPersonFile) now = NULL;
  g_auto (GStrv) assignments = NULL;
  g_autoptr (GError) fault = NULL;
  json_t *stale = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && mine != NULL, NULL);

  now = sz_office_person_load (office, mine->id, &fault);
  if (now == NULL)
    {
      if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_STALE))
        sz_office_fail_gone (office, "people", mine->id, error);
      else
        g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = dup_value (mine, &fields[i]);
      g_autofree char *assignment = g_strconcat (fields[i].name, "=", value, NULL);

      g_strv_builder_add (wanted, assignment);
    }
  assignments = g_strv_builder_end (wanted);
  tell_stale (office,
              &(SzPersonSet){ now->person.staff_no, (const char *const *)assignments,
                              mine->row_version },
              &now->person, &stale, &fault);
  if (stale == NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return stale;
}

void
sz_person_put_field (SzPerson *person, const char *field, const char *stored)
{
  g_return_if_fail (person != NULL && field != NULL && stored != NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].name, field))
      set_value (person, &fields[i], stored);
}

/* Who says which version he read, knew the person: the log says what became of it. */
static gboolean
tell_gone (SzOffice *office, const SzPersonSet *set, json_t **stale, GError **error)
{
  g_autoptr (SzConflict) last = sz_conflict_new (0);
  gint64 id = 0;

  if (!sz_audit_find_deleted (sz_office_get_store (office), "people", "staff_no", set->staff_no,
                              &id, error)
      || (id != 0 && !sz_office_conflict_sign (office, last, "people", id, error)))
    return FALSE;
  if (id == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "person.unknown", "staff_no", set->staff_no,
                         NULL);
  *stale = json_pack ("{s:s, s:s, s:s, s:s?, s:s?}", "code", "row.gone", "table", "people", "key",
                      set->staff_no, "by", last->by, "at", last->at);
  return sz_office_fail_gone (office, "people", id, error);
}

gboolean
sz_office_person_set (SzOffice *office,
                      const SzPersonSet *set,
                      gint64 *version,
                      json_t **stale,
                      SzIssueList *issues,
                      GError **error)
{
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && set != NULL && version != NULL, FALSE);
  g_return_val_if_fail (stale != NULL && issues != NULL, FALSE);

  file = sz_view_person_open (office, set->staff_no, &fault);
  if (file == NULL && set->version != 0 && g_error_matches (fault, SZ_ERROR, SZ_ERROR_REFUSED))
    return tell_gone (office, set, stale, error);
  if (file == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  *version = file->person.row_version;
  if (!check_fields (set, error))
    return FALSE;
  if (is_equal (set, &file->person))
    return TRUE;
  if (set->version != 0 && set->version != file->person.row_version)
    return tell_stale (office, set, &file->person, stale, error);
  for (gsize i = 0; set->fields[i] != NULL; i++)
    {
      const char *value = NULL;
      const Field *field = find_field (set->fields[i], &value);
      g_autofree char *stored = dup_stored (field, value);

      set_value (&file->person, field, stored);
    }
  if (sz_office_person_edit (office, &file->person, issues, NULL, &fault))
    {
      *version = file->person.row_version;
      return TRUE;
    }
  if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_STALE))
    {
      /* Somebody was quicker between reading and writing. */
      const SzPersonSet again
          = { set->staff_no, set->fields, set->version != 0 ? set->version : *version };
      g_autoptr (SzPersonFile) now = sz_view_person_open (office, set->staff_no, error);

      return now != NULL && tell_stale (office, &again, &now->person, stale, error);
    }
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
