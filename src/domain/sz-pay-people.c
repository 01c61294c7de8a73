/* sz-pay-people.c — who takes part, with which stretches in post (RULE pay-6, pay-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-private.h"

#include <string.h>

void
sz_pay_add_missing (SzPayRun *run,
                    const char *code,
                    const SzPayPerson *person,
                    const char *input,
                    const char *value)
{
  sz_issue_list_add (run->issues, SZ_SEVERITY_ERROR, code, 0, NULL, value, "staff_no",
                     person->staff_no, "name", person->name, "input", input, "value", value, NULL);
}

/* The code of a dated field at the end of the period as a number; −1 when there is none. */
static int
find_code (const SzPayRun *run, const SzPayPerson *person, SzRecordField field, SzCodeTable table)
{
  const SzRecord *record
      = sz_record_at (person->records, person->n_records, field, run->scheme->to);
  const SzCode *code = record != NULL ? sz_codes_by_code (table, record->value) : NULL;

  return code != NULL ? code->value : -1;
}

static gboolean
is_full_time (const SzPayRun *run, const SzPayPerson *person)
{
  const SzRecord *record
      = sz_record_at (person->records, person->n_records, SZ_RECORD_FULL_TIME, run->scheme->to);

  return record != NULL && g_strcmp0 (record->value, "1") == 0;
}

/* RULE pay-6: a change takes effect from the next month; what came first holds from its start. */
static const SzRecord *
find_post_record (const SzPayPerson *person, SzMonth month)
{
  const SzRecord *latest = NULL;
  const SzRecord *first = NULL;

  for (guint i = 0; i < person->n_records; i++)
    {
      const SzRecord *record = &person->records[i];

      if (record->field != SZ_RECORD_POST)
        continue;
      if (first == NULL || record->from < first->from)
        first = record;
      if (sz_date_month (record->from) < month && (latest == NULL || record->from > latest->from))
        latest = record;
    }
  if (latest != NULL)
    return latest;
  return first != NULL && sz_date_month (first->from) <= month ? first : NULL;
}

static void
add_month (SzPayRun *run, guint first_stretch, SzPost post)
{
  SzPayStretch stretch = { post, 1 };

  for (guint i = first_stretch; i < run->stretches->len; i++)
    {
      SzPayStretch *known = &g_array_index (run->stretches, SzPayStretch, i);

      if (known->post == post)
        {
          known->months++;
          return;
        }
    }
  g_array_append_val (run->stretches, stretch);
}

/* Groups the months in post by post, in the order in which the posts came; returns the last post.
 */
static SzPost
add_stretches (SzPayRun *run, const SzPayMember *member)
{
  SzMonth base = sz_date_month (run->scheme->from);
  const SzRecord *record = NULL;
  SzPost post = 0;

  for (int i = 0; i < run->result->period_months; i++)
    {
      const SzRecord *found;

      if ((member->months >> i & 1) == 0)
        continue;
      found = find_post_record (member->person, base + i);
      if (found != record)
        post = found != NULL ? sz_post_from_code (found->value) : 0;
      record = found;
      add_month (run, member->first_stretch, post);
    }
  return post;
}

/* RULE pay-7: the first reason that applies, in this order. */
static SzPayReason
find_reason (const SzPayRun *run, const SzPayPerson *person, int employment, SzMonthSet months)
{
  int regime = find_code (run, person, SZ_RECORD_PAY_REGIME, SZ_TABLE_PAY_REGIME);

  if (regime > SZ_PAY_REGIME_PERFORMANCE)
    return SZ_PAY_OUT_TALENT;
  if (employment == SZ_EMPLOYMENT_EXTERNAL || employment == SZ_EMPLOYMENT_DISPATCHED)
    return SZ_PAY_OUT_EMPLOYMENT;
  if (months == 0)
    return SZ_PAY_OUT_NO_MONTHS;
  if (person->grade == SZ_GRADE_UNQUALIFIED)
    return SZ_PAY_OUT_UNQUALIFIED;
  return SZ_PAY_OUT_NONE;
}

static guint
add_division (SzPayRun *run, GHashTable *names, const char *name)
{
  SzPayDivision division = { name, SZ_PAY_UNSET };
  gpointer known;

  if (g_hash_table_lookup_extended (names, name, NULL, &known))
    return GPOINTER_TO_UINT (known);
  g_hash_table_insert (names, (gpointer)name, GUINT_TO_POINTER (run->divisions->len));
  g_array_append_val (run->divisions, division);
  return run->divisions->len - 1;
}

static GHashTable *
list_divisions (SzPayRun *run)
{
  GHashTable *names = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < run->input->n_departments; i++)
    {
      const SzPayDepartment *department = &run->input->departments[i];
      guint index = add_division (run, names, department->name);

      if (department->has_coefficient)
        g_array_index (run->divisions, SzPayDivision, index).coefficient_x1e4
            = department->coefficient_x1e4;
    }
  return names;
}

/* RULE pay-8: the split among departments needs every department's coefficient. */
static void
check_coefficient (SzPayRun *run, const SzPayPerson *person, const SzPayDivision *division)
{
  if (division->coefficient_x1e4 == SZ_PAY_UNSET)
    sz_pay_add_missing (run, "pay.coefficient_missing", person, "department", division->name);
  else if (division->coefficient_x1e4 < 0)
    sz_pay_add_missing (run, "pay.points_negative", person, "department", division->name);
}

static guint
find_division (SzPayRun *run, GHashTable *names, const SzPayPerson *person)
{
  guint index;
  const SzRecord *record
      = sz_record_at (person->records, person->n_records, SZ_RECORD_DEPARTMENT, run->scheme->to);

  if (record == NULL || record->value == NULL || *record->value == '\0')
    {
      sz_pay_add_missing (run, "pay.input_missing", person, "department", NULL);
      return G_MAXUINT;
    }
  index = add_division (run, names, record->value);
  if (run->scheme->two_levels)
    check_coefficient (run, person, &g_array_index (run->divisions, SzPayDivision, index));
  return index;
}

static void
add_line (SzPayRun *run, GHashTable *names, guint index, int employment, SzMonthSet months)
{
  SzPayResult *result = run->result;
  SzPayLine *line = &result->lines[result->n_lines];
  SzPayMember member = { 0 };

  member.person = &run->input->people[index];
  member.first_stretch = run->stretches->len;
  member.months = months;
  member.full_time = is_full_time (run, member.person);
  member.department = find_division (run, names, member.person);
  if (employment < 0)
    sz_pay_add_missing (run, "pay.input_missing", member.person, "employment", NULL);
  else
    member.employment = (SzEmployment)employment;

  line->index = index;
  line->months = (guint8)sz_months_count (months);
  line->post = add_stretches (run, &member);
  line->n_stretches = (guint8)(run->stretches->len - member.first_stretch);
  result->n_lines++;
  g_array_append_val (run->members, member);
}

static void
gather_person (SzPayRun *run, GHashTable *names, guint index)
{
  SzPayResult *result = run->result;
  const SzPayPerson *person = &run->input->people[index];
  int employment = find_code (run, person, SZ_RECORD_EMPLOYMENT, SZ_TABLE_EMPLOYMENT);
  SzMonthSet months = sz_months_in_service (run->scheme->month_rule, person->services,
                                            person->n_services, run->scheme->from, run->scheme->to);
  SzPayReason reason = find_reason (run, person, employment, months);

  if (reason == SZ_PAY_OUT_NONE)
    add_line (run, names, index, employment, months);
  else
    result->excluded[result->n_excluded++] = (SzPayExcluded){ index, reason };
}

static int
compare_people_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const SzPayInput *input = data;
  const SzPayPerson *left = &input->people[*(const guint *)a];
  const SzPayPerson *right = &input->people[*(const guint *)b];

  return strcmp (left->staff_no, right->staff_no);
}

/* Bytewise order of the staff number, whatever the order in the database (RULE num-6). */
static guint *
order_people (const SzPayInput *input)
{
  guint *order = g_new (guint, input->n_people);
  gboolean sorted = TRUE;

  for (gsize i = 0; i < input->n_people; i++)
    {
      order[i] = (guint)i;
      sorted
          = sorted
            && (i == 0 || strcmp (input->people[i - 1].staff_no, input->people[i].staff_no) <= 0);
    }
  if (!sorted)
    g_qsort_with_data (order, (int)input->n_people, sizeof *order, compare_people_cb,
                       (gpointer)input);
  return order;
}

static int
compare_divisions_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const SzPayDivision *divisions = data;

  return strcmp (divisions[*(const guint *)a].name, divisions[*(const guint *)b].name);
}

/* Departments in bytewise order of the name; members follow. */
static void
sort_divisions (SzPayRun *run)
{
  guint n = run->divisions->len;
  const SzPayDivision *divisions = (const SzPayDivision *)(gpointer)run->divisions->data;
  g_autofree guint *order = g_new (guint, n);
  g_autofree guint *rank = g_new (guint, n);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (SzPayDivision), n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n, sizeof *order, compare_divisions_cb, (gpointer)divisions);
  for (guint i = 0; i < n; i++)
    {
      rank[order[i]] = i;
      g_array_append_val (sorted, divisions[order[i]]);
    }
  for (guint i = 0; i < run->members->len; i++)
    {
      SzPayMember *member = &g_array_index (run->members, SzPayMember, i);

      if (member->department != G_MAXUINT)
        {
          member->department = rank[member->department];
          run->result->lines[i].department
              = g_array_index (sorted, SzPayDivision, member->department).name;
        }
    }
  g_array_unref (run->divisions);
  run->divisions = sorted;
}

void
sz_pay_gather (SzPayRun *run)
{
  g_autofree guint *order = order_people (run->input);
  g_autoptr (GHashTable) names = list_divisions (run);

  for (gsize i = 0; i < run->input->n_people; i++)
    gather_person (run, names, order[i]);
  sort_divisions (run);
}
