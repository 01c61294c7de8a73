/* sz-person-events.c — the history of a person in words
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-events.h"

#include <glib/gi18n.h>

#include "sz-mask.h"
#include "sz-record-dialog.h"
#include "sz-view-history.h"

/* A column of people: its title, and the table its codes are of. */
typedef struct
{
  const char *name;
  const char *title;
  SzCodeTable table; /* SZ_N_TABLES: as it stands */
  gboolean masked;
} Subject;

static const Subject subjects[] = {
  { "staff_no", N_ ("Staff no."), SZ_N_TABLES, FALSE },
  { "name", N_ ("Name"), SZ_N_TABLES, FALSE },
  { "pinyin", N_ ("Pinyin"), SZ_N_TABLES, FALSE },
  { "id_number", N_ ("ID number"), SZ_N_TABLES, TRUE },
  { "sex", N_ ("Sex"), SZ_TABLE_SEX, FALSE },
  { "birth_date", N_ ("Born"), SZ_N_TABLES, FALSE },
  { "ethnicity", N_ ("Ethnicity"), SZ_TABLE_ETHNICITY, FALSE },
  { "political", N_ ("Political status"), SZ_TABLE_POLITICAL, FALSE },
  { "education", N_ ("Education"), SZ_TABLE_EDUCATION, FALSE },
  { "degree", N_ ("Degree"), SZ_TABLE_DEGREE, FALSE },
  { "school", N_ ("School"), SZ_N_TABLES, FALSE },
  { "major", N_ ("Major"), SZ_N_TABLES, FALSE },
  { "skill", N_ ("Skill level"), SZ_TABLE_SKILL, FALSE },
  { "work_start", N_ ("Began work"), SZ_N_TABLES, FALSE },
  { "original_retirement_age", N_ ("Original retirement age"), SZ_N_TABLES, FALSE },
  { "phone", N_ ("Phone"), SZ_N_TABLES, TRUE },
  { "bank_account", N_ ("Bank account"), SZ_N_TABLES, TRUE },
  { "note", N_ ("Note"), SZ_N_TABLES, FALSE },
  { "person", N_ ("Person"), SZ_N_TABLES, FALSE },
  { "service", N_ ("Service"), SZ_N_TABLES, FALSE },
};

static const Subject *
find_subject (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_strcmp0 (subjects[i].name, name) == 0)
      return &subjects[i];
  return NULL;
}

static const char *
get_title (const SzPersonEvent *event)
{
  const Subject *subject = find_subject (event->subject);
  int field = event->is_record ? sz_record_field_from_code (event->subject) : -1;

  if (field >= 0)
    return sz_record_field_title ((SzRecordField)field);
  return subject != NULL ? _ (subject->title) : event->subject;
}

/* A stored value as people read it; "–" for none. */
static char *
dup_words (const SzPersonEvent *event, const char *value)
{
  const Subject *subject = find_subject (event->subject);
  int field = event->is_record ? sz_record_field_from_code (event->subject) : -1;

  if (value == NULL || *value == '\0')
    return g_strdup ("–");
  if (field >= 0)
    return sz_record_value_name ((SzRecordField)field, value);
  if (subject != NULL && subject->masked)
    return sz_mask_code (value);
  if (subject != NULL && subject->table != SZ_N_TABLES)
    return g_strdup (sz_codes_name (subject->table, value));
  return g_strdup (value);
}

static char *
describe (const SzPersonEvent *event)
{
  const char *title = get_title (event);
  g_autofree char *before = dup_words (event, event->before);
  g_autofree char *after = dup_words (event, event->after);
  g_autofree char *from = sz_date_format (event->from);

  if (g_strcmp0 (event->subject, "person") == 0)
    return g_strdup (event->type == SZ_EVENT_REMOVED ? _ ("Removed") : _ ("Entered"));
  switch (event->type)
    {
    case SZ_EVENT_CHANGED:
      /* TRANSLATORS: a field, its new value, and the day it holds from */
      return g_strdup_printf (_ ("%s: %s from %s"), title, after, from);
    case SZ_EVENT_REMOVED:
      return g_strdup_printf (_ ("%s: %s taken out"), title, before);
    case SZ_EVENT_ENTERED:
    case SZ_EVENT_CORRECTED:
    default:
      /* TRANSLATORS: a field, the value before and after a correction */
      return g_strdup_printf (_ ("%s: %s → %s"), title, before, after);
    }
}

static char *
dup_local_time (const char *at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (at);
}

static const char *
get_kind_name (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *name;
  } names[] = {
    { "demo", N_ ("demo college") },
    { "person.add", N_ ("entered by hand") },
    { "person.edit", N_ ("corrected") },
    { "record.change", N_ ("change") },
    { "record.correct", N_ ("correction") },
    { "service.set", N_ ("service") },
    { "person.delete", N_ ("deleted") },
    { "undo", N_ ("taken back") },
    { "import.undo", N_ ("import taken back") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].kind, kind))
      return _ (names[i].name);
  return g_str_has_prefix (kind, "import.") ? _ ("import") : kind;
}

/* One heading an act: when, by whom, what kind. */
static void
add_act (GPtrArray *fields, const SzPersonEvent *event)
{
  g_autofree char *time = dup_local_time (event->at);
  g_autofree char *heading
      = g_strdup_printf ("%s · %s · %s", time, get_kind_name (event->kind), event->who);

  sz_fields_add_heading (fields, heading);
}

gboolean
sz_person_events_fill (GPtrArray *fields, SzOffice *office, gint64 person_id, GError **error)
{
  g_autoptr (GPtrArray) events = sz_view_person_events (office, person_id, error);
  const char *act = NULL;

  if (events == NULL)
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      const SzPersonEvent *event = g_ptr_array_index (events, i);
      g_autofree char *text = describe (event);

      if (g_strcmp0 (act, event->at) != 0)
        add_act (fields, event);
      act = event->at;
      sz_fields_add_note (fields, text);
    }
  return TRUE;
}
