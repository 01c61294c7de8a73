/* sz-pay-inputs.c — what a run read, and what of it is different now
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-inputs.h"

#include <stdlib.h>
#include <string.h>

#include "sz-decimal.h"
#include "sz-office-private.h"
#include "sz-scheme-file.h"

/* The kinds in the order in which they are told. */
enum
{
  KIND_DEPARTMENTS,
  KIND_PEOPLE,
  KIND_TEACHING,
  KIND_TRAINING,
  KIND_ASSESSMENTS,
  KIND_QUOTAS,
  KIND_AWARDS,
  KIND_ROLES,
  KIND_FACTORS,
  KIND_TALENTS,
  KIND_LEAVES,
  KIND_PARAM,
  N_KINDS
};

static const char *const kinds[N_KINDS] = {
  "departments", "people", "teaching", "training", "assessments", "quotas",
  "awards",      "roles",  "factors",  "talents",  "leaves",      "param",
};

#define ROW "row"       /* records without a key: compared as a set of lines */
#define PERSON "person" /* somebody who came or went as a whole */

/* A line: kind, item, value, parted by tabs. */
static void
add_line (GString *lines, int kind, const char *item, const char *value)
{
  g_string_append_printf (lines, "%d\t%s\t", kind, item);
  for (const char *c = value; *c != '\0'; c++)
    g_string_append_c (lines, *c == '\t' || *c == '\n' ? ' ' : *c);
  g_string_append_c (lines, '\n');
}

static void
add_decimal (GString *lines, int kind, const char *item, gint64 value, int decimals)
{
  g_autofree char *text = sz_decimal_format (value, decimals);

  add_line (lines, kind, item, text);
}

/* The Chinese term of a record. */
static char *
dup_term (const SzRecord *record)
{
  switch (record->field)
    {
    case SZ_RECORD_EMPLOYMENT:
      return g_strdup (sz_codes_name (SZ_TABLE_EMPLOYMENT, record->value));
    case SZ_RECORD_PAY_REGIME:
      return g_strdup (sz_codes_name (SZ_TABLE_PAY_REGIME, record->value));
    case SZ_RECORD_FULL_TIME:
      return g_strdup (sz_codes_name (SZ_TABLE_YES_NO, record->value));
    case SZ_RECORD_POST:
      return sz_post_name (sz_post_from_code (record->value));
    case SZ_RECORD_DEPARTMENT:
    case SZ_RECORD_TITLE:
    case SZ_N_RECORD_FIELDS:
    default:
      return g_strdup (record->value);
    }
}

/* RULE pay-6: of posts every one of the period counts, of the rest what holds at its end. */
static void
add_records (GString *lines, const SzPayPerson *person, SzRecordField field, const SzScheme *scheme)
{
  const SzRecord *first = sz_record_at (person->records, person->n_records, field,
                                        field == SZ_RECORD_POST ? scheme->from : scheme->to);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < person->n_records; i++)
    {
      const SzRecord *record = &person->records[i];
      gboolean begins = record->from > scheme->from && record->from <= scheme->to;
      g_autofree char *term = NULL;
      g_autofree char *from = NULL;

      if (record->field != field || (record != first && (field != SZ_RECORD_POST || !begins)))
        continue;
      term = dup_term (record);
      from = sz_date_format (record->from);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "；" : "", term);
      if (field == SZ_RECORD_POST && begins)
        g_string_append_printf (text, " %s", from);
    }
  if (text->len > 0)
    add_line (lines, KIND_PEOPLE, sz_record_field_code (field), text->str);
}

static void
add_services (GString *lines, const SzPayPerson *person)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < person->n_services; i++)
    {
      g_autofree char *from = sz_date_format (person->services[i].from);
      g_autofree char *to = sz_date_format (person->services[i].to);

      g_string_append_printf (text, "%s%s—%s", i > 0 ? "；" : "", from, to);
    }
  add_line (lines, KIND_PEOPLE, "service", text->str);
}

static void
add_roles (GString *lines, const SzPayPerson *person, const SzScheme *scheme)
{
  for (guint i = 0; i < person->n_roles; i++)
    {
      const SzPayRole *role = &person->roles[i];
      g_autofree char *from = sz_date_format (role->from);
      g_autofree char *to = sz_date_format (role->to);
      g_autofree char *item = g_strconcat (role->role, " ", from, NULL);

      if (role->from <= scheme->to && (role->to == SZ_DATE_NONE || role->to >= scheme->from))
        add_line (lines, KIND_ROLES, item, to);
    }
}

static void
add_work (GString *lines, const SzPayFacts *facts, const SzPayFact *fact)
{
  for (guint i = 0; i < fact->n_teaching; i++)
    {
      const SzTeaching *row = &facts->teaching[fact->first_teaching + i];
      g_autofree char *hours = sz_decimal_format (row->hours_x100, SZ_HOURS_DECIMALS);
      g_autofree char *text
          = g_strdup_printf ("%s %s %d人%s%s", hours,
                             sz_codes_by_value (SZ_TABLE_COURSE_TYPE, row->type)->name,
                             row->students, row->repeat ? " 重复班" : "",
                             row->is_new ? " 新课" : "");

      add_line (lines, KIND_TEACHING, ROW, text);
    }
  for (guint i = 0; i < fact->n_training; i++)
    {
      const SzTraining *row = &facts->training[fact->first_training + i];
      g_autofree char *hours = sz_decimal_format (row->hours_x100, SZ_HOURS_DECIMALS);
      g_autofree char *text
          = g_strdup_printf ("%s %s %d人 %s %s %s %s", hours,
                             sz_codes_by_value (SZ_TABLE_COURSE_TYPE, row->type)->name,
                             row->students, sz_codes_by_value (SZ_TABLE_TIME_SLOT, row->time)->name,
                             sz_codes_by_value (SZ_TABLE_TRAINING_ROLE, row->role)->name,
                             sz_codes_by_value (SZ_TABLE_PAY_MODE, row->pay_mode)->name,
                             row->category);

      add_line (lines, KIND_TRAINING, ROW, text);
    }
}

static void
add_leaves (GString *lines, const SzPayPerson *person)
{
  for (guint i = 0; i < person->n_leaves; i++)
    {
      const SzLeave *leave = &person->leaves[i];
      g_autofree char *from = sz_date_format (leave->from);
      g_autofree char *to = sz_date_format (leave->to);
      g_autofree char *text
          = g_strdup_printf ("%s %s—%s", sz_codes_by_value (SZ_TABLE_LEAVE, leave->kind)->name,
                             from, to);

      add_line (lines, KIND_LEAVES, ROW, text);
    }
}

static int
compare_lines_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Rows without a key come in any order: lines are sorted, so that equal inputs are equal texts. */
static void
sort_lines (GString *lines)
{
  g_auto (GStrv) parts = NULL;
  guint n;

  if (lines->len == 0)
    return;
  g_string_truncate (lines, lines->len - 1);
  parts = g_strsplit (lines->str, "\n", -1);
  n = g_strv_length (parts);
  qsort (parts, n, sizeof *parts, compare_lines_cb);
  g_string_truncate (lines, 0);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (lines, "%s\n", parts[i]);
}

static void
write_person (GString *lines, const SzPayBasis *basis, const SzScheme *scheme, gsize index)
{
  static const SzRecordField fields[]
      = { SZ_RECORD_DEPARTMENT, SZ_RECORD_EMPLOYMENT, SZ_RECORD_POST, SZ_RECORD_FULL_TIME,
          SZ_RECORD_PAY_REGIME };
  const SzPayPerson *person = &basis->input.people[index];
  const SzPayFact *fact = &basis->facts->people[index];

  g_string_truncate (lines, 0);
  add_line (lines, KIND_PEOPLE, PERSON, "");
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    add_records (lines, person, fields[i], scheme);
  add_services (lines, person);
  add_work (lines, basis->facts, fact);
  if (person->grade != SZ_GRADE_NONE)
    add_line (lines, KIND_ASSESSMENTS, "grade",
              sz_codes_by_value (SZ_TABLE_GRADE, person->grade)->name);
  if (fact->quota_x100 >= 0)
    add_decimal (lines, KIND_QUOTAS, "quota", fact->quota_x100, SZ_HOURS_DECIMALS);
  if (person->award_x100 != 0)
    add_decimal (lines, KIND_AWARDS, "award", person->award_x100, SZ_HOURS_DECIMALS);
  add_roles (lines, person, scheme);
  for (guint i = 0; i < person->n_values; i++)
    add_decimal (lines, KIND_FACTORS, person->values[i].item, person->values[i].value_x1e4,
                 SZ_RATIO_DECIMALS);
  if (person->talent)
    add_line (lines, KIND_TALENTS, ROW, "高层次人才薪酬");
  if (scheme->leave_kinds != 0)
    add_leaves (lines, person);
  sort_lines (lines);
}

/* Departments and parameters are nobody's. RULE pay-11: those of load.* count. */
static void
write_nobody (GString *lines, const SzPayBasis *basis)
{
  json_t *params = json_loads (basis->parameters, 0, NULL);
  const char *key;
  json_t *param;

  g_string_truncate (lines, 0);
  for (gsize i = 0; i < basis->input.n_departments; i++)
    if (basis->input.departments[i].has_coefficient)
      add_decimal (lines, KIND_DEPARTMENTS, basis->input.departments[i].name,
                   basis->input.departments[i].coefficient_x1e4, SZ_RATIO_DECIMALS);
  json_object_foreach (params, key, param)
  {
    json_t *value = json_object_get (param, "value");
    char *text;

    if (!g_str_has_prefix (key, "load."))
      continue;
    text = json_is_string (value)
               ? NULL
               : json_dumps (value, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
    add_line (lines, KIND_PARAM, key, text != NULL ? text : json_string_value (value));
    free (text);
  }
  json_decref (params);
  sort_lines (lines);
}

/* People in bytewise order of the staff number, as facts have them. */
char *
sz_pay_inputs_write (
    SzAct *act, gint64 run, const SzPayBasis *basis, const SzScheme *scheme, GError **error)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  SzPayInputWriter *writer = sz_store_pay_inputs_begin (act, run, error);
  gboolean written = writer != NULL;
  char *hash = NULL;

  g_return_val_if_fail (basis != NULL, NULL);

  if (written)
    {
      write_nobody (lines, basis);
      written = sz_store_pay_inputs_add (writer, "", lines->str, error);
    }
  for (gsize i = 0; written && i < basis->input.n_people; i++)
    {
      write_person (lines, basis, scheme, i);
      written
          = sz_store_pay_inputs_add (writer, basis->input.people[i].staff_no, lines->str, error);
    }
  if (writer != NULL)
    hash = sz_store_pay_inputs_end (writer);
  if (!written)
    g_clear_pointer (&hash, g_free);
  return hash;
}

typedef struct
{
  const SzPayBasis *basis;
  const SzScheme *scheme;
  GArray *changes;
  GString *lines;
  gsize next; /* the person whose turn it is */
} Comparison;

static void
change_cleared_cb (gpointer data)
{
  SzPayChange *change = data;

  g_free (change->staff_no);
  g_free (change->item);
  g_free (change->before);
  g_free (change->after);
  g_free (change->who);
  g_free (change->at);
}

/* @before, @after: lines, of which one may be missing. */
static void
add_change (Comparison *comparison, const char *staff_no, const char *before, const char *after)
{
  const char *line = before != NULL ? before : after;
  g_auto (GStrv) parts = g_strsplit (line, "\t", 3);
  int rank = CLAMP (atoi (parts[0]), 0, N_KINDS - 1);
  SzPayChange change = { .rank = rank,
                         .kind = kinds[rank],
                         .staff_no = *staff_no != '\0' ? g_strdup (staff_no) : NULL,
                         .item = g_strdup (parts[1]) };

  if (before != NULL && strcmp (parts[1], PERSON) != 0)
    change.before = g_strdup (strrchr (before, '\t') + 1);
  if (after != NULL && strcmp (parts[1], PERSON) != 0)
    change.after = g_strdup (strrchr (after, '\t') + 1);
  g_array_append_val (comparison->changes, change);
}

/* Kind and item of a line, which is what two lines are the same input by. */
static gboolean
is_same_input (const char *a, const char *b)
{
  gsize length = (gsize)(strrchr (a, '\t') - a);

  return strncmp (a, b, length + 1) == 0 && strrchr (b, '\t') == b + length;
}

/* Both sorted: what stands in one alone is a change; two of one input are one change. */
static void
compare_lines (Comparison *comparison, const char *staff_no, const char *before, const char *after)
{
  g_auto (GStrv) old = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new = g_strsplit (after, "\n", -1);
  g_autoptr (GPtrArray) lost = g_ptr_array_new ();
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  guint i = 0;
  guint j = 0;

  while ((old[i] != NULL && *old[i] != '\0') || (new[j] != NULL &&*new[j] != '\0'))
    {
      gboolean has_old = old[i] != NULL && *old[i] != '\0';
      gboolean has_new = new[j] != NULL &&*new[j] != '\0';
      int order = !has_old ? 1 : !has_new ? -1 : strcmp (old[i], new[j]);

      if (order < 0)
        g_ptr_array_add (lost, old[i++]);
      else if (order > 0)
        g_ptr_array_add (found, new[j++]);
      else
        {
          i++;
          j++;
        }
    }
  for (guint a = 0; a < lost->len; a++)
    {
      const char *line = g_ptr_array_index (lost, a);
      guint b = 0;

      while (b < found->len && !is_same_input (line, g_ptr_array_index (found, b)))
        b++;
      add_change (comparison, staff_no, line, b < found->len ? g_ptr_array_index (found, b) : NULL);
      if (b < found->len)
        g_ptr_array_remove_index (found, b);
    }
  for (guint b = 0; b < found->len; b++)
    add_change (comparison, staff_no, NULL, g_ptr_array_index (found, b));
}

static char *
make_person_line (void)
{
  return g_strdup_printf ("%d\t%s\t", KIND_PEOPLE, PERSON);
}

/* Everybody before @staff_no whom the run did not know. */
static void
pass_new_people (Comparison *comparison, const char *staff_no)
{
  const SzPayInput *input = &comparison->basis->input;

  while (comparison->next < input->n_people
         && (staff_no == NULL || strcmp (input->people[comparison->next].staff_no, staff_no) < 0))
    {
      g_autofree char *line = make_person_line ();

      add_change (comparison, input->people[comparison->next++].staff_no, NULL, line);
    }
}

static gboolean
compare_person_cb (const char *staff_no, const char *lines, gpointer user_data, GError **error)
{
  Comparison *comparison = user_data;
  const SzPayInput *input = &comparison->basis->input;

  (void)error;
  if (*staff_no == '\0')
    {
      write_nobody (comparison->lines, comparison->basis);
      if (strcmp (comparison->lines->str, lines) != 0)
        compare_lines (comparison, staff_no, lines, comparison->lines->str);
      return TRUE;
    }
  pass_new_people (comparison, staff_no);
  if (comparison->next < input->n_people
      && strcmp (input->people[comparison->next].staff_no, staff_no) == 0)
    {
      write_person (comparison->lines, comparison->basis, comparison->scheme, comparison->next++);
      if (strcmp (comparison->lines->str, lines) != 0)
        compare_lines (comparison, staff_no, lines, comparison->lines->str);
    }
  else
    {
      g_autofree char *line = make_person_line ();

      add_change (comparison, staff_no, line, NULL);
    }
  return TRUE;
}

static int
compare_changes_cb (gconstpointer a, gconstpointer b)
{
  const SzPayChange *left = a;
  const SzPayChange *right = b;
  int order = left->rank - right->rank;

  if (order == 0)
    order = g_strcmp0 (left->staff_no, right->staff_no);
  if (order == 0)
    order = strcmp (left->item, right->item);
  return order;
}

/* The table behind each kind; of people the dated records, or their services. */
static const char *
get_table (const SzPayChange *change)
{
  static const char *const tables[N_KINDS] = {
    [KIND_DEPARTMENTS] = "departments",
    [KIND_PEOPLE] = "person_records",
    [KIND_TEACHING] = "teaching_records",
    [KIND_TRAINING] = "training_records",
    [KIND_ASSESSMENTS] = "assessments",
    [KIND_QUOTAS] = "quotas",
    [KIND_AWARDS] = "awards",
    [KIND_ROLES] = "roles",
    [KIND_FACTORS] = "factors",
    [KIND_TALENTS] = "talents",
    [KIND_LEAVES] = "leaves",
    [KIND_PARAM] = "parameters",
  };

  return strcmp (change->item, "service") == 0 ? "services" : tables[change->rank];
}

/* Who changed it last: of what is gone nobody is known. */
static gboolean
find_hands (SzStore *store, GArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      SzPayChange *change = &g_array_index (changes, SzPayChange, i);
      const char *column = change->rank == KIND_DEPARTMENTS ? "name"
                           : change->rank == KIND_PARAM     ? "key"
                                                            : NULL;
      const char *key = column != NULL ? change->item : change->staff_no;
      SzPayHand hand;

      if (!sz_store_pay_last_hand (store, get_table (change), column, key, &hand, error))
        return FALSE;
      change->who = hand.who;
      change->at = hand.at;
    }
  return TRUE;
}

GArray *
sz_pay_inputs_compare (SzStore *store,
                       const SzPayLife *life,
                       const SzPayBasis *basis,
                       const SzScheme *scheme,
                       GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (SzPayChange));
  g_autoptr (GString) lines = g_string_new (NULL);
  Comparison comparison = { basis, scheme, changes, lines, 0 };

  g_return_val_if_fail (store != NULL && life != NULL, NULL);

  g_array_set_clear_func (changes, change_cleared_cb);
  if (*life->inputs_hash == '\0')
    return g_steal_pointer (&changes);
  if (!sz_store_pay_inputs_each (store, life->run_id, life->inputs_hash, compare_person_cb,
                                 &comparison, error))
    return NULL;
  pass_new_people (&comparison, NULL);
  g_array_sort (changes, compare_changes_cb);
  return find_hands (store, changes, error) ? g_steal_pointer (&changes) : NULL;
}

GArray *
sz_office_pay_stale (SzOffice *office, gint64 run, GCancellable *cancellable, GError **error)
{
  SzStore *store;
  g_auto (SzPayRun) head = { 0 };
  g_auto (SzPayLife) life = { 0 };
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  g_autoptr (SzScheme) scheme = NULL;
  g_autoptr (SzPayBasis) basis = NULL;
  GArray *changes = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  if (!sz_store_begin_read (store, error))
    return NULL;
  if (sz_store_pay_life_of (store, run, &life, error)
      && sz_store_pay_get (store, run, &head, &found, error) && found)
    {
      scheme = sz_scheme_file_parse (head.scheme, strlen (head.scheme), faults);
      if (scheme == NULL)
        sz_error_set (error, SZ_ERROR_CORRUPT, "run.scheme_unreadable", "run", head.name, NULL);
    }
  if (scheme != NULL)
    basis = sz_pay_basis_read (office, scheme->from, scheme->to, (SzProgress){ 0 }, cancellable,
                               error);
  if (basis != NULL)
    changes = sz_pay_inputs_compare (store, &life, basis, scheme, error);
  sz_store_end_read (store);
  return changes;
}
