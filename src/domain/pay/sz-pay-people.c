/* sz-pay-people.c — who takes part, with which stretches in post (RULE pay-6, pay-7)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-private.h"

#include <string.h>

/* The dated records of one person that a run needs, found in one pass. */
typedef struct
{
  const SzRecord *at_end[SZ_N_RECORD_FIELDS]; /* in force on the last day of the period */
  const SzRecord *first_post;
  guint n_posts;
} Dated;

/* Later, or of the same day and later in the list (RULE ppl-3). */
static gboolean
supersedes (const SzRecord *record, const SzRecord *known)
{
  return known == NULL || sz_date_first_day (record->from) >= sz_date_first_day (known->from);
}

static void
read_dated (const SzPayRun *run, const SzPayPerson *person, Dated *dated)
{
  *dated = (Dated){ 0 };
  for (guint i = 0; i < person->n_records; i++)
    {
      const SzRecord *record = &person->records[i];

      g_assert ((guint)record->field < SZ_N_RECORD_FIELDS);
      if (record->field == SZ_RECORD_POST)
        {
          dated->n_posts++;
          if (dated->first_post == NULL || !supersedes (record, dated->first_post)
              || record->from == dated->first_post->from)
            dated->first_post = record;
        }
      if (record->from <= run->scheme->to && supersedes (record, dated->at_end[record->field]))
        dated->at_end[record->field] = record;
    }
}

/* The code of a dated field as a number; −1 when there is none. */
static int
find_code (const Dated *dated, SzRecordField field, SzCodeTable table)
{
  const SzRecord *record = dated->at_end[field];
  const SzCode *code = record != NULL ? sz_codes_by_code (table, record->value) : NULL;

  return code != NULL ? code->value : -1;
}

/* RULE pay-6: a change takes effect from the next month; what came first holds from its start. */
static const SzRecord *
find_post_record (const SzPayPerson *person, const Dated *dated, SzMonth month)
{
  const SzRecord *latest = NULL;

  for (guint i = 0; i < person->n_records; i++)
    {
      const SzRecord *record = &person->records[i];

      if (record->field == SZ_RECORD_POST && sz_date_month (record->from) < month
          && supersedes (record, latest))
        latest = record;
    }
  if (latest != NULL)
    return latest;
  return dated->first_post != NULL && sz_date_month (dated->first_post->from) <= month
             ? dated->first_post
             : NULL;
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
add_stretches (SzPayRun *run, const SzPayMember *member, const Dated *dated)
{
  SzMonth base = sz_date_month (run->scheme->from);
  const SzRecord *record = NULL;
  SzPost post = 0;

  /* Nearly everybody has had the same post since before the period. */
  if (dated->n_posts == 1 && sz_date_month (dated->first_post->from) <= base)
    {
      SzPayStretch stretch = { sz_post_from_code (dated->first_post->value),
                               (guint)sz_months_count (member->months) };

      g_array_append_val (run->stretches, stretch);
      return stretch.post;
    }
  for (int i = 0; i < run->result->period_months; i++)
    {
      const SzRecord *found;

      if ((member->months >> i & 1) == 0)
        continue;
      found = find_post_record (member->person, dated, base + i);
      if (found != record)
        post = found != NULL ? sz_post_from_code (found->value) : 0;
      record = found;
      add_month (run, member->first_stretch, post);
    }
  return post;
}

/* RULE pay-7: the first reason that applies, in this order. */
static SzPayReason
find_reason (const SzPayPerson *person, const Dated *dated, int employment, SzMonthSet months)
{
  int regime = find_code (dated, SZ_RECORD_PAY_REGIME, SZ_TABLE_PAY_REGIME);

  /* Nobody is paid out of X2 and out of the pool, whatever the register says. */
  if (regime > SZ_PAY_REGIME_PERFORMANCE || person->talent)
    return SZ_PAY_OUT_TALENT;
  if (employment == SZ_EMPLOYMENT_EXTERNAL || employment == SZ_EMPLOYMENT_DISPATCHED)
    return SZ_PAY_OUT_EMPLOYMENT;
  if (months == 0)
    return SZ_PAY_OUT_NO_MONTHS;
  if (person->grade == SZ_GRADE_UNQUALIFIED)
    return SZ_PAY_OUT_UNQUALIFIED;
  return SZ_PAY_OUT_NONE;
}

static gboolean
is_full_time (const Dated *dated)
{
  const SzRecord *record = dated->at_end[SZ_RECORD_FULL_TIME];

  return record != NULL && g_strcmp0 (record->value, "1") == 0;
}

static void
add_line (SzPayRun *run,
          GHashTable *names,
          guint index,
          const Dated *dated,
          int employment,
          SzMonthSet months)
{
  SzPayResult *result = run->result;
  SzPayLine *line = &result->lines[result->n_lines++];
  SzPayMember member = { 0 };

  member.person = &run->input->people[index];
  member.first_stretch = run->stretches->len;
  member.months = months;
  member.full_time = is_full_time (dated);
  member.department
      = sz_pay_find_division (run, names, member.person, dated->at_end[SZ_RECORD_DEPARTMENT]);
  if (employment < 0)
    sz_pay_add_missing (run, "pay.input_missing", member.person, "employment", NULL);
  else
    member.employment = (SzEmployment)employment;

  line->index = index;
  line->months = (guint8)sz_months_count (months);
  line->post = add_stretches (run, &member, dated);
  line->n_stretches = (guint8)(run->stretches->len - member.first_stretch);
  g_array_append_val (run->members, member);
}

static void
gather_person (SzPayRun *run, GHashTable *names, guint index)
{
  SzPayResult *result = run->result;
  const SzPayPerson *person = &run->input->people[index];
  const SzScheme *scheme = run->scheme;
  SzMonthSet months = sz_months_in_service (scheme->month_rule, person->services,
                                            person->n_services, scheme->from, scheme->to);
  SzPayReason reason;
  Dated dated;
  int employment;

  /* RULE pay-6: a month that was leave from end to end counts no longer. */
  if (scheme->leave_kinds != 0)
    months &= ~sz_leave_months (person->leaves, person->n_leaves, scheme->leave_kinds,
                                person->services, person->n_services, scheme->from, scheme->to);

  read_dated (run, person, &dated);
  employment = find_code (&dated, SZ_RECORD_EMPLOYMENT, SZ_TABLE_EMPLOYMENT);
  reason = find_reason (person, &dated, employment, months);
  if (reason == SZ_PAY_OUT_NONE)
    add_line (run, names, index, &dated, employment, months);
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

void
sz_pay_gather (SzPayRun *run)
{
  g_autofree guint *order = order_people (run->input);
  g_autoptr (GHashTable) names = sz_pay_list_divisions (run);

  for (gsize i = 0; i < run->input->n_people; i++)
    gather_person (run, names, order[i]);
  sz_pay_sort_divisions (run);
}
