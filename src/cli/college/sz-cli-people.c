/* sz-cli-people.c — shizictl people find, show, set, delete (RULE ppl-6, ppl-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-college.h"
#include "sz-message.h"
#include "sz-person-act.h"
#include "sz-person-set.h"
#include "sz-view-people.h"

static const SzMember found_fields[] = {
  SZ_SHOW_TEXT (SzPeopleRow, staff_no, "staff_no", N_ ("Staff no.")),
  SZ_SHOW_TEXT (SzPeopleRow, name, "name", N_ ("Name")),
  SZ_SHOW_TEXT (SzPeopleRow, department, "department", N_ ("Department")),
  SZ_SHOW_LEVEL (SzPeopleRow, post, "post", N_ ("Post")),
  SZ_SHOW_FLAG (SzPeopleRow, in_service, "in_service", N_ ("In service")),
  { NULL },
};

typedef struct
{
  GPtrArray *people;
} Found;

static const SzMember find_fields[] = {
  SZ_SHOW_LIST (Found, people, "people", "", found_fields, .holds = SZ_HOLDS_POINTERS),
  { NULL },
};

typedef struct
{
  const char *text;
} FindAsked;

static const SzArg find_args[] = {
  SZ_WORD_OF (TEXT, FindAsked, text, N_ ("TEXT")),
  { 0 },
};

static int
run_find (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const FindAsked *asked = data;
  g_autoptr (SzPeopleView) view
      = sz_view_people_open (office, sz_office_today (office), NULL, error);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  const Found found = { people };

  if (view == NULL)
    return SZ_EXIT_REFUSED;
  ids = sz_people_view_find (view, asked->text);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (people,
                     (gpointer)sz_people_view_get_row (view, g_array_index (ids, gint64, i)));
  sz_cli_show (cli, find_fields, &found);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_people_find
    = { "people find", N_ ("People by name, pinyin, initials or staff number"),
        find_args,     sizeof (FindAsked),
        run_find,      .office = TRUE };

/* ---- people show ---- */

static json_t *
make_id_number (gconstpointer of)
{
  g_autofree char *masked = sz_idcard_mask (((const SzPerson *)of)->id_number);

  return *masked != '\0' ? json_string (masked) : json_null ();
}

static const SzMember person_fields[] = {
  SZ_SHOW_TEXT (SzPerson, staff_no, "staff_no", NULL),
  SZ_SHOW_TEXT (SzPerson, name, "name", NULL),
  SZ_SHOW_MADE ("id_number", NULL, make_id_number),
  SZ_SHOW_CODE (SzPerson, sex, "sex", NULL, SZ_TABLE_SEX),
  SZ_SHOW_DATE (SzPerson, birth_date, "birth_date", NULL),
  SZ_SHOW_STORED (SzPerson, ethnicity, "ethnicity", NULL, SZ_TABLE_ETHNICITY),
  SZ_SHOW_STORED (SzPerson, political, "political", NULL, SZ_TABLE_POLITICAL),
  SZ_SHOW_STORED (SzPerson, education, "education", NULL, SZ_TABLE_EDUCATION),
  SZ_SHOW_STORED (SzPerson, degree, "degree", NULL, SZ_TABLE_DEGREE),
  SZ_SHOW_DATE (SzPerson, work_start, "work_start", NULL),
  SZ_SHOW_COUNT (SzPerson, row_version, "row_version", NULL),
  SZ_SHOW_SAY ("{staff_no}  {name}  {id_number}  {birth_date}"),
  { NULL },
};

static const SzMember service_fields[] = {
  SZ_SHOW_DATE (SzService, from, "from", N_ ("From")),
  SZ_SHOW_DATE (SzService, to, "to", N_ ("To")),
  SZ_SHOW_CODE (SzService, ended_as, "ended_as", "在职状态", SZ_TABLE_SERVICE_STATE),
  { NULL },
};

/* Departments and unknown codes are their own names. */
static json_t *
make_record_value (gconstpointer of)
{
  static const SzCodeTable tables[SZ_N_RECORD_FIELDS] = {
    [SZ_RECORD_EMPLOYMENT] = SZ_TABLE_EMPLOYMENT,
    [SZ_RECORD_FULL_TIME] = SZ_TABLE_YES_NO,
    [SZ_RECORD_TITLE] = SZ_TABLE_TITLE,
    [SZ_RECORD_PAY_REGIME] = SZ_TABLE_PAY_REGIME,
  };
  const SzRecord *record = of;
  g_autofree char *post = NULL;

  if (record->field == SZ_RECORD_DEPARTMENT)
    return json_string (record->value);
  if (record->field != SZ_RECORD_POST)
    return json_string (sz_codes_name (tables[record->field], record->value));
  post = sz_post_name (sz_post_from_code (record->value));
  return json_string (post);
}

static json_t *
make_record_field (gconstpointer of)
{
  return json_string (sz_record_field_code (((const SzRecord *)of)->field));
}

static json_t *
make_record_title (gconstpointer of)
{
  static const char *const titles[SZ_N_RECORD_FIELDS] = {
    [SZ_RECORD_DEPARTMENT] = "部门", [SZ_RECORD_EMPLOYMENT] = "人员类别",
    [SZ_RECORD_POST] = "岗位等级",   [SZ_RECORD_FULL_TIME] = "专任教师",
    [SZ_RECORD_TITLE] = "职称",      [SZ_RECORD_PAY_REGIME] = "薪酬方式",
  };

  return json_string (titles[((const SzRecord *)of)->field]);
}

static const SzMember record_fields[] = {
  SZ_SHOW_MADE ("field", NULL, make_record_field),
  SZ_SHOW_DATE (SzRecord, from, "from", N_ ("From")),
  SZ_SHOW_MADE ("title", N_ ("What"), make_record_title, .flags = SZ_SAID),
  SZ_SHOW_MADE ("value", N_ ("Value"), make_record_value),
  { NULL },
};

/* The file, and how it stands on a day. */
typedef struct
{
  const SzPersonFile *file;
  SzDate day;
  SzPersonState state;
} Shown;

/* The value in force on the day; null before the first record: the state of a person has defaults
 * for what is computed, and a default is nothing that anybody recorded. */
static json_t *
make_in_force (const Shown *shown, SzRecordField field)
{
  const GArray *records = shown->file->records;
  const SzRecord *record
      = sz_record_at ((const SzRecord *)(gpointer)records->data, records->len, field, shown->day);

  if (record == NULL || record->value == NULL || *record->value == '\0')
    return json_null ();
  return field == SZ_RECORD_FULL_TIME ? json_boolean (shown->state.full_time)
                                      : make_record_value (record);
}

static json_t *
make_employment (gconstpointer of)
{
  return make_in_force (of, SZ_RECORD_EMPLOYMENT);
}

static json_t *
make_full_time (gconstpointer of)
{
  return make_in_force (of, SZ_RECORD_FULL_TIME);
}

static json_t *
make_pay_regime (gconstpointer of)
{
  return make_in_force (of, SZ_RECORD_PAY_REGIME);
}

static const SzMember file_person_fields[] = {
  SZ_SHOW_INLINE (SzPersonFile, person, person_fields),
  { NULL },
};

static const SzMember file_list_fields[] = {
  SZ_SHOW_LIST (SzPersonFile, services, "services", "", service_fields),
  SZ_SHOW_LIST (SzPersonFile, records, "history", "", record_fields),
  { NULL },
};

static const SzMember shown_fields[] = {
  SZ_SHOW_INLINE (Shown, file, file_person_fields, .flags = SZ_POINTER),
  SZ_SHOW_DATE (Shown, day, "date", NULL),
  SZ_SHOW_FLAG (Shown, state.in_service, "in_service", NULL),
  SZ_SHOW_SAY (N_ ("In service on {date}"), .when = "in_service"),
  SZ_SHOW_SAY (N_ ("Not in service on {date}"), .when = "!in_service"),
  SZ_SHOW_TEXT (Shown, state.department, "department", NULL),
  SZ_SHOW_MADE ("employment", NULL, make_employment),
  SZ_SHOW_LEVEL (Shown, state.post, "post", NULL),
  SZ_SHOW_MADE ("full_time", NULL, make_full_time),
  SZ_SHOW_STORED (Shown, state.title, "title", NULL, SZ_TABLE_TITLE),
  SZ_SHOW_MADE ("pay_regime", NULL, make_pay_regime),
  SZ_SHOW_INLINE (Shown, file, file_list_fields, .flags = SZ_POINTER),
  { NULL },
};

typedef struct
{
  const char *staff_no;
  SzDate on;
} ShowAsked;

static const SzArg show_args[] = {
  SZ_WORD_OF (TEXT, ShowAsked, staff_no, N_ ("工号")),
  SZ_OPTION (DATE, ShowAsked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  { 0 },
};

static int
run_show (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const ShowAsked *asked = data;
  g_autoptr (SzPersonFile) file = sz_view_person_open (office, asked->staff_no, error);
  Shown shown = { .file = file, .day = sz_cli_day (office, asked->on) };

  if (file == NULL)
    return SZ_EXIT_REFUSED;
  sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                      (const SzService *)(gpointer)file->services->data, file->services->len,
                      shown.day, &shown.state);
  sz_cli_show (cli, shown_fields, &shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_people_show
    = { "people show", N_ ("One person with the whole dated history"),
        show_args,     sizeof (ShowAsked),
        run_show,      .office = TRUE };

/* ---- people set ---- */

typedef struct
{
  const char *staff_no;
  const char *const *fields;
  gint64 version;
} SetAsked;

static const SzArg set_args[] = {
  SZ_WORD_OF (TEXT, SetAsked, staff_no, N_ ("工号")),
  SZ_WORD_OF (TEXTS, SetAsked, fields, N_ ("FIELD=VALUE")),
  SZ_OPTION (COUNT,
             SetAsked,
             version,
             "version",
             "N",
             N_ ("The row_version that was read: refused when somebody wrote since"),
             .least = 1),
  { 0 },
};

static const SzMember set_fields[] = {
  SZ_SHOW_TEXT (SetAsked, staff_no, "staff_no", NULL),
  SZ_SHOW_COUNT (SetAsked, version, "row_version", NULL),
  SZ_SHOW_SAY (N_ ("{staff_no} is at version {row_version}.")),
  { NULL },
};

/* A rule refuses, whatever the remedy: what both sides changed stands in the document. */
static int
refuse_stale (SzCli *cli, json_t *stale, const GError *fault)
{
  g_autofree char *message = sz_message_for_error (fault);

  sz_cli_fail (cli, fault);
  json_object_set_new (stale, "message", json_string (message));
  if (cli->json)
    json_object_set_new (cli->document, "error", stale);
  else
    json_decref (stale);
  return SZ_EXIT_REFUSED;
}

static int
run_set (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  SetAsked asked = *(const SetAsked *)data;
  const SzPersonSet set = { asked.staff_no, asked.fields, asked.version };
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) fault = NULL;
  json_t *stale = NULL;

  if (sz_office_person_set (office, &set, &asked.version, &stale, issues, &fault))
    {
      sz_cli_show (cli, set_fields, &asked);
      return SZ_EXIT_DONE;
    }
  if (stale != NULL)
    return refuse_stale (cli, stale, fault);
  sz_cli_findings (cli, issues);
  g_propagate_error (error, g_steal_pointer (&fault));
  return SZ_EXIT_REFUSED;
}

const SzCliCommand sz_cli_people_set = { "people set", N_ ("Correct single fields of a person"),
                                         set_args,     sizeof (SetAsked),
                                         run_set,      .office = TRUE };

/* ---- people delete ---- */

typedef struct
{
  const char *const *staff_nos;
  guint deleted;
} DeleteAsked;

static const SzArg delete_args[] = {
  SZ_WORD_OF (TEXTS, DeleteAsked, staff_nos, N_ ("工号")),
  { 0 },
};

static const SzMember delete_fields[] = {
  SZ_SHOW_COUNT (DeleteAsked, deleted, "deleted", NULL),
  SZ_SHOW_SAY (N_ ("Deleted: {deleted}")),
  { NULL },
};

static int
run_delete (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  DeleteAsked asked = *(const DeleteAsked *)data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; asked.staff_nos != NULL && asked.staff_nos[i] != NULL; i++)
    {
      g_autoptr (SzPersonFile) file = sz_view_person_open (office, asked.staff_nos[i], error);

      if (file == NULL)
        return SZ_EXIT_REFUSED;
      g_array_append_val (ids, file->person.id);
    }
  if (!sz_office_people_delete (office, ids, NULL, error))
    return SZ_EXIT_REFUSED;
  asked.deleted = ids->len;
  sz_cli_show (cli, delete_fields, &asked);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_people_delete
    = { "people delete", N_ ("Delete who was entered by mistake and has nothing to the name"),
        delete_args,     sizeof (DeleteAsked),
        run_delete,      .office = TRUE };
