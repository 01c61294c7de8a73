/* sz-people-rows.c — the columns of the list of people, and the rows behind them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-people-rows.h"

#include <glib/gi18n.h>

#include "sz-person-act.h"

/* In the order of SzPeopleColumn, so that a column's number is the column it sorts by. */
static const SzListColumn description[] = {
  [SZ_PEOPLE_COLUMN_STAFF_NO] = { "staff_no", N_ ("Staff no."), 76 },
  [SZ_PEOPLE_COLUMN_NAME] = { "name", N_ ("Name"), 106, .name = TRUE },
  [SZ_PEOPLE_COLUMN_SEX] = { "sex", N_ ("Sex"), 48 },
  [SZ_PEOPLE_COLUMN_DEPARTMENT] = { "department", N_ ("Department"), 112 },
  [SZ_PEOPLE_COLUMN_POST] = { "post", N_ ("Post"), 90 },
  [SZ_PEOPLE_COLUMN_TITLE] = { "title", N_ ("Professional title"), 96 },
  [SZ_PEOPLE_COLUMN_EMPLOYMENT] = { "employment", N_ ("Employment"), 82 },
  [SZ_PEOPLE_COLUMN_FULL_TIME] = { "full_time", N_ ("Full-time teacher"), 74 },
  [SZ_PEOPLE_COLUMN_PAY_REGIME] = { "pay_regime", N_ ("Pay regime"), 84, .hidden = TRUE },
  [SZ_PEOPLE_COLUMN_BIRTH] = { "birth", N_ ("Born"), 96, .hidden = TRUE },
  [SZ_PEOPLE_COLUMN_ENTRY] = { "entry", N_ ("Joined"), 92 },
  [SZ_PEOPLE_COLUMN_STATE] = { "state", N_ ("State"), 60 },
  [SZ_PEOPLE_COLUMN_EDUCATION] = { "education", N_ ("Education"), 110, .hidden = TRUE },
  [SZ_PEOPLE_COLUMN_DEGREE] = { "degree", N_ ("Degree"), 110, .hidden = TRUE },
  [SZ_PEOPLE_COLUMN_POLITICAL] = { "political", N_ ("Political status"), 110, .hidden = TRUE },
  [SZ_PEOPLE_COLUMN_ETHNICITY] = { "ethnicity", N_ ("Ethnicity"), 84, .hidden = TRUE },
  [SZ_PEOPLE_COLUMN_SKILL] = { "skill", N_ ("Skill level"), 110, .hidden = TRUE },
  [SZ_PEOPLE_COLUMN_ID_NUMBER]
  = { "id_number", N_ ("ID number"), 160, .code = TRUE, .hidden = TRUE },
  [SZ_PEOPLE_COLUMN_PHONE] = { "phone", N_ ("Phone"), 110, .code = TRUE, .hidden = TRUE },
  [SZ_N_PEOPLE_COLUMNS] = { NULL },
};

const SzListColumn *
sz_people_rows_columns (void)
{
  return description;
}

SzPeopleColumn
sz_people_rows_column (const char *id)
{
  for (guint i = 0; i < SZ_N_PEOPLE_COLUMNS; i++)
    if (g_str_equal (description[i].id, id))
      return (SzPeopleColumn)i;
  return SZ_PEOPLE_COLUMN_STAFF_NO;
}

static char *
dup_name (SzCodeTable table, const char *code)
{
  return g_strdup (sz_codes_name (table, code));
}

static char *
dup_value_name (SzCodeTable table, int value)
{
  const SzCode *code = sz_codes_by_value (table, value);

  return code != NULL ? g_strdup (code->name) : NULL;
}

static void
fill_undated (const SzPerson *person, char **cells)
{
  cells[SZ_PEOPLE_COLUMN_STAFF_NO] = g_strdup (person->staff_no);
  cells[SZ_PEOPLE_COLUMN_NAME] = g_strdup (person->name);
  cells[SZ_PEOPLE_COLUMN_SEX] = dup_value_name (SZ_TABLE_SEX, (int)person->sex);
  cells[SZ_PEOPLE_COLUMN_BIRTH] = sz_date_format (person->birth_date);
  cells[SZ_PEOPLE_COLUMN_EDUCATION] = dup_name (SZ_TABLE_EDUCATION, person->education);
  cells[SZ_PEOPLE_COLUMN_DEGREE] = dup_name (SZ_TABLE_DEGREE, person->degree);
  cells[SZ_PEOPLE_COLUMN_POLITICAL] = dup_name (SZ_TABLE_POLITICAL, person->political);
  cells[SZ_PEOPLE_COLUMN_ETHNICITY] = dup_name (SZ_TABLE_ETHNICITY, person->ethnicity);
  cells[SZ_PEOPLE_COLUMN_SKILL] = dup_name (SZ_TABLE_SKILL, person->skill);
  cells[SZ_PEOPLE_COLUMN_ID_NUMBER] = g_strdup (person->id_number);
  cells[SZ_PEOPLE_COLUMN_PHONE] = g_strdup (person->phone);
}

static void
fill_dated (const SzPersonState *state, char **cells)
{
  cells[SZ_PEOPLE_COLUMN_DEPARTMENT] = g_strdup (state->department);
  cells[SZ_PEOPLE_COLUMN_POST] = state->post != 0 ? sz_post_name (state->post) : NULL;
  cells[SZ_PEOPLE_COLUMN_TITLE] = dup_name (SZ_TABLE_TITLE, state->title);
  cells[SZ_PEOPLE_COLUMN_EMPLOYMENT] = dup_value_name (SZ_TABLE_EMPLOYMENT, (int)state->employment);
  cells[SZ_PEOPLE_COLUMN_FULL_TIME] = dup_value_name (SZ_TABLE_YES_NO, state->full_time);
  cells[SZ_PEOPLE_COLUMN_PAY_REGIME] = dup_value_name (SZ_TABLE_PAY_REGIME, (int)state->pay_regime);
  cells[SZ_PEOPLE_COLUMN_ENTRY] = sz_date_format (state->service_from);
  cells[SZ_PEOPLE_COLUMN_STATE]
      = dup_value_name (SZ_TABLE_SERVICE_STATE, (int)state->service_state);
}

static SzListRow *
make_row (const SzPersonFile *file, SzDate day)
{
  SzListRow *row = sz_list_row_new (file->person.id, SZ_N_PEOPLE_COLUMNS);
  SzPersonState state;

  sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                      (const SzService *)(gpointer)file->services->data, file->services->len, day,
                      &state);
  fill_undated (&file->person, row->cells);
  fill_dated (&state, row->cells);
  if (!state.in_service)
    row->style = "dim-label";
  return row;
}

GPtrArray *
sz_people_rows_fetch (
    SzOffice *office, const gint64 *ids, guint n, gconstpointer context, GError **error)
{
  const SzDate day = *(const SzDate *)context;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_list_row_free);

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) fault = NULL;
      g_autoptr (SzPersonFile) file = sz_office_person_load (office, ids[i], &fault);

      if (file != NULL)
        g_ptr_array_add (rows, make_row (file, day));
      else if (g_error_matches (fault, SZ_ERROR, SZ_ERROR_STALE))
        /* Gone meanwhile: an empty row until the ids come anew. */
        g_ptr_array_add (rows, sz_list_row_new (ids[i], SZ_N_PEOPLE_COLUMNS));
      else
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
    }
  return g_steal_pointer (&rows);
}
