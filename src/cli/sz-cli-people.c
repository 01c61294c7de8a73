/* sz-cli-people.c — shizictl people find, people show (RULE ppl-6, ppl-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-commands.h"
#include "sz-view-people.h"

static json_t *
make_post (SzPost post)
{
  g_autofree char *name = post != 0 ? sz_post_name (post) : NULL;

  return sz_cli_string (name);
}

static json_t *
make_code (SzCodeTable table, const char *code)
{
  return code != NULL && *code != '\0' ? json_string (sz_codes_name (table, code)) : json_null ();
}

static json_t *
make_value (SzCodeTable table, int value)
{
  const SzCode *code = sz_codes_by_value (table, value);

  return code != NULL ? json_string (code->name) : json_null ();
}

static json_t *
make_found (const SzPeopleRow *row)
{
  json_t *object = json_object ();

  json_object_set_new (object, "staff_no", json_string (row->staff_no));
  json_object_set_new (object, "name", json_string (row->name));
  json_object_set_new (object, "department",
                       *row->department != '\0' ? json_string (row->department) : json_null ());
  json_object_set_new (object, "post", make_post (row->post));
  json_object_set_new (object, "in_service", json_boolean (row->in_service));
  return object;
}

static void
print_found (SzCli *cli, SzPeopleView *view, const GArray *ids)
{
  const char *headings[]
      = { _ ("Staff no."), _ ("Name"), _ ("Department"), _ ("Post"), _ ("In service"), NULL };
  SzCliTable *table = sz_cli_table_new (headings);
  json_t *people = json_array ();

  for (guint i = 0; i < ids->len; i++)
    {
      const SzPeopleRow *row = sz_people_view_get_row (view, g_array_index (ids, gint64, i));
      g_autofree char *post = row->post != 0 ? sz_post_name (row->post) : NULL;

      json_array_append_new (people, make_found (row));
      sz_cli_table_row (table, row->staff_no, row->name, row->department, post,
                        row->in_service ? _ ("yes") : _ ("no"));
    }
  sz_cli_table_print (cli, table);
  json_object_set_new (cli->document, "people", people);
}

int
sz_cli_people_find (SzCli *cli, int argc, char **argv)
{
  g_autoptr (SzPeopleView) view = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  SzOffice *office;

  if (!sz_cli_parse (cli, "people find TEXT", NULL, &argc, &argv, 1, 1))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  view = office != NULL ? sz_view_people_open (office, sz_office_today (office), NULL, &error)
                        : NULL;
  if (view == NULL)
    return sz_cli_fail (cli, error);
  ids = sz_people_view_find (view, argv[1]);
  print_found (cli, view, ids);
  return SZ_EXIT_DONE;
}

/* Departments and unknown codes are their own names. */
static char *
format_record (const SzRecord *record)
{
  static const SzCodeTable tables[SZ_N_RECORD_FIELDS] = {
    [SZ_RECORD_EMPLOYMENT] = SZ_TABLE_EMPLOYMENT,
    [SZ_RECORD_FULL_TIME] = SZ_TABLE_YES_NO,
    [SZ_RECORD_TITLE] = SZ_TABLE_TITLE,
    [SZ_RECORD_PAY_REGIME] = SZ_TABLE_PAY_REGIME,
  };

  if (record->field == SZ_RECORD_DEPARTMENT)
    return g_strdup (record->value);
  if (record->field == SZ_RECORD_POST)
    return sz_post_name (sz_post_from_code (record->value));
  return g_strdup (sz_codes_name (tables[record->field], record->value));
}

static const char *
get_field_title (SzRecordField field)
{
  static const char *const titles[SZ_N_RECORD_FIELDS] = {
    [SZ_RECORD_DEPARTMENT] = "部门", [SZ_RECORD_EMPLOYMENT] = "人员类别",
    [SZ_RECORD_POST] = "岗位等级",   [SZ_RECORD_FULL_TIME] = "专任教师",
    [SZ_RECORD_TITLE] = "职称",      [SZ_RECORD_PAY_REGIME] = "薪酬方式",
  };

  return titles[field];
}

static json_t *
list_history (const SzPersonFile *file)
{
  json_t *list = json_array ();

  for (guint i = 0; i < file->records->len; i++)
    {
      const SzRecord *record = &g_array_index (file->records, SzRecord, i);
      g_autofree char *value = format_record (record);

      json_array_append_new (list, json_pack ("{s:s, s:o, s:s}", "field",
                                              sz_record_field_code (record->field), "from",
                                              sz_cli_date (record->from), "value", value));
    }
  return list;
}

static json_t *
list_services (const SzPersonFile *file)
{
  json_t *list = json_array ();

  for (guint i = 0; i < file->services->len; i++)
    {
      const SzService *service = &g_array_index (file->services, SzService, i);
      json_t *object = json_object ();

      json_object_set_new (object, "from", sz_cli_date (service->from));
      json_object_set_new (object, "to",
                           service->to != SZ_DATE_NONE ? sz_cli_date (service->to) : json_null ());
      json_object_set_new (object, "ended_as",
                           make_value (SZ_TABLE_SERVICE_STATE, (int)service->ended_as));
      json_array_append_new (list, object);
    }
  return list;
}

/* The value in force on the day; NULL before the first record: the state of a person has defaults
 * for what is computed, and a default is nothing that anybody recorded. */
static const char *
find_value (const SzPersonFile *file, SzRecordField field, SzDate day)
{
  const SzRecord *record = sz_record_at ((const SzRecord *)(gpointer)file->records->data,
                                         file->records->len, field, day);

  return record != NULL ? record->value : NULL;
}

static void
fill_state (json_t *document, const SzPersonFile *file, SzDate day, const SzPersonState *state)
{
  json_object_set_new (document, "date", sz_cli_date (day));
  json_object_set_new (document, "in_service", json_boolean (state->in_service));
  json_object_set_new (document, "department", sz_cli_string (state->department));
  json_object_set_new (document, "employment",
                       make_code (SZ_TABLE_EMPLOYMENT,
                                  find_value (file, SZ_RECORD_EMPLOYMENT, day)));
  json_object_set_new (document, "post", make_post (state->post));
  json_object_set_new (document, "full_time",
                       find_value (file, SZ_RECORD_FULL_TIME, day) != NULL
                           ? json_boolean (state->full_time)
                           : json_null ());
  json_object_set_new (document, "title", make_code (SZ_TABLE_TITLE, state->title));
  json_object_set_new (document, "pay_regime",
                       make_code (SZ_TABLE_PAY_REGIME,
                                  find_value (file, SZ_RECORD_PAY_REGIME, day)));
}

static void
fill_person (json_t *document, const SzPerson *person)
{
  g_autofree char *masked = sz_idcard_mask (person->id_number);

  json_object_set_new (document, "staff_no", json_string (person->staff_no));
  json_object_set_new (document, "name", json_string (person->name));
  json_object_set_new (document, "id_number", sz_cli_string (masked));
  json_object_set_new (document, "sex", make_value (SZ_TABLE_SEX, (int)person->sex));
  json_object_set_new (document, "birth_date", sz_cli_date (person->birth_date));
  json_object_set_new (document, "ethnicity", make_code (SZ_TABLE_ETHNICITY, person->ethnicity));
  json_object_set_new (document, "political", make_code (SZ_TABLE_POLITICAL, person->political));
  json_object_set_new (document, "education", make_code (SZ_TABLE_EDUCATION, person->education));
  json_object_set_new (document, "degree", make_code (SZ_TABLE_DEGREE, person->degree));
  json_object_set_new (document, "work_start", sz_cli_date (person->work_start));
}

static void
print_person (SzCli *cli, const SzPersonFile *file, SzDate day, const SzPersonState *state)
{
  const char *headings[] = { _ ("From"), _ ("To"), _ ("What"), _ ("Value"), NULL };
  g_autofree char *masked = sz_idcard_mask (file->person.id_number);
  g_autofree char *birth = sz_date_format (file->person.birth_date);
  g_autofree char *date = sz_date_format (day);
  SzCliTable *table = sz_cli_table_new (headings);

  sz_cli_print (cli, "%s  %s  %s  %s\n", file->person.staff_no, file->person.name, masked, birth);
  sz_cli_print (cli, state->in_service ? _ ("In service on %s\n") : _ ("Not in service on %s\n"),
                date);
  for (guint i = 0; i < file->services->len; i++)
    {
      const SzService *service = &g_array_index (file->services, SzService, i);
      const SzCode *code = sz_codes_by_value (SZ_TABLE_SERVICE_STATE, (int)service->ended_as);
      g_autofree char *from = sz_date_format (service->from);
      g_autofree char *to = service->to != SZ_DATE_NONE ? sz_date_format (service->to) : NULL;

      sz_cli_table_row (table, from, to, "在职状态", code != NULL ? code->name : "");
    }
  for (guint i = 0; i < file->records->len; i++)
    {
      const SzRecord *record = &g_array_index (file->records, SzRecord, i);
      g_autofree char *from = sz_date_format (record->from);
      g_autofree char *value = format_record (record);

      sz_cli_table_row (table, from, "", get_field_title (record->field), value);
    }
  sz_cli_table_print (cli, table);
}

int
sz_cli_people_show (SzCli *cli, int argc, char **argv)
{
  g_autofree char *on = NULL;
  const GOptionEntry entries[]
      = { { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_ ("As of this day"), N_ ("DATE") }, { NULL } };
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (GError) error = NULL;
  SzPersonState state;
  SzOffice *office;
  SzDate day = SZ_DATE_NONE;

  if (!sz_cli_parse (cli, "people show 工号", entries, &argc, &argv, 1, 1)
      || (on != NULL && !sz_cli_read_date (cli, "--on", on, SZ_DATE_NONE, &day)))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  file = office != NULL ? sz_view_person_open (office, argv[1], &error) : NULL;
  if (file == NULL)
    return sz_cli_fail (cli, error);
  if (day == SZ_DATE_NONE)
    day = sz_office_today (office);
  sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                      (const SzService *)(gpointer)file->services->data, file->services->len, day,
                      &state);
  fill_person (cli->document, &file->person);
  fill_state (cli->document, file, day, &state);
  json_object_set_new (cli->document, "services", list_services (file));
  json_object_set_new (cli->document, "history", list_history (file));
  print_person (cli, file, day, &state);
  return SZ_EXIT_DONE;
}
