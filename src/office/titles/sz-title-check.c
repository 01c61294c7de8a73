/* sz-title-check.c — who may apply for which title, and what is missing (RULE ttl-2, ttl-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-check.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-store-careers.h"
#include "sz-store-people.h"
#include "sz-title-round-private.h"

void
sz_title_person_free (SzTitlePerson *person)
{
  if (person == NULL)
    return;
  g_free (person->staff_no);
  g_free (person->name);
  g_free (person->department);
  g_clear_pointer (&person->targets, g_ptr_array_unref);
  g_free (person);
}

static void
free_target_cb (gpointer data)
{
  sz_target_result_free (data);
}

static void
free_person_cb (gpointer data)
{
  sz_title_person_free (data);
}

static SzTitlePerson *
make_person (const SzTitleRound *round, const SzCareer *career)
{
  SzTitlePerson *person = g_new0 (SzTitlePerson, 1);
  const SzRecord *department = sz_career_at (career, SZ_RECORD_DEPARTMENT, round->question.closes);
  const char *held = sz_career_title (career, round->question.cutoff);
  SzMonth month;

  person->person_id = career->person->id;
  person->staff_no = g_strdup (career->person->staff_no);
  person->name = g_strdup (career->person->name);
  person->department = g_strdup (department != NULL ? department->value : "");
  if (held != NULL)
    {
      const SzCode *code = sz_codes_by_code (SZ_TABLE_TITLE, held);

      person->held = code != NULL ? code->code : NULL;
      sz_title_years (career, round->question.rules, sz_title_level (held), round->question.cutoff,
                      round->question.assess_to, &person->years);
    }
  person->retirement_unknown = !sz_career_retirement_month (career, round->question.rules, &month);
  return person;
}

static SzTeachKind
find_teaching (const SzTitleRound *round, gint64 person_id)
{
  const SzTitleApplicationRow *row = sz_title_round_application (round, person_id);

  return row != NULL ? sz_teaching_parse (row->teaching) : SZ_TEACHING_NONE;
}

/* One question about one person. */
typedef struct
{
  const SzTitleRound *round;
  const char *title;
  SzTitlePerson *person;
} Ask;

static int
compare_levels_cb (gconstpointer a, gconstpointer b)
{
  const SzTargetResult *left = *(SzTargetResult *const *)a;
  const SzTargetResult *right = *(SzTargetResult *const *)b;
  int order;

  if (left->target->level != right->target->level)
    return left->target->level < right->target->level ? -1 : 1;
  order = sz_standard_compare (left->standard, right->standard);
  return order != 0 ? order : strcmp (left->target->code, right->target->code);
}

/* All titles above the one held, of the person's standards, the lowest first. */
static void
judge_above (const Ask *ask, const SzApplicant *applicant, GPtrArray *targets)
{
  const SzTitleRound *round = ask->round;
  const int held = sz_title_level (ask->person->held);

  for (guint i = 0; i < round->n_standards; i++)
    {
      const SzStandard *standard = round->standards[i];

      if (!sz_title_standard_applies (&round->question, applicant->career, standard,
                                      round->standards, round->n_standards))
        continue;
      for (guint j = 0; j < standard->n_targets; j++)
        if (standard->targets[j].code != NULL && standard->targets[j].level > held)
          g_ptr_array_add (targets, sz_title_judge (&round->question, applicant, standard,
                                                    &standard->targets[j]));
    }
  g_ptr_array_sort (targets, compare_levels_cb);
}

static gboolean
check_career_cb (const SzCareer *now, gpointer user_data, GError **error)
{
  Ask *ask = user_data;
  SzCareer then;
  const SzCareer *career = &then;
  g_autofree SzRecord *records = NULL;
  const SzTitleApplicationRow *application
      = sz_title_round_application (ask->round, now->person->id);
  const SzApplicant applicant = { career, find_teaching (ask->round, now->person->id) };
  const char *title = ask->title;
  const SzStandard *standard = NULL;
  const SzTarget *target;

  (void)error;
  sz_title_round_career (ask->round, now, &then, &records);
  ask->person = make_person (ask->round, career);
  ask->person->targets = g_ptr_array_new_with_free_func (free_target_cb);
  if (title == NULL && application != NULL)
    title = application->title;
  if (title == NULL)
    {
      judge_above (ask, &applicant, ask->person->targets);
      return TRUE;
    }
  target = sz_title_round_target (ask->round, career, title, &standard);
  if (target != NULL)
    g_ptr_array_add (ask->person->targets,
                     sz_title_judge (&ask->round->question, &applicant, standard, target));
  return TRUE;
}

SzTitlePerson *
sz_title_check_person (SzOffice *office,
                       const SzTitleRound *round,
                       const char *staff_no,
                       const char *title,
                       GError **error)
{
  Ask ask = { round, title, NULL };
  gboolean found = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && round != NULL && staff_no != NULL, NULL);

  if (!sz_store_career_with (sz_office_get_store (office), SZ_CAREER_EVERYTHING, staff_no,
                             check_career_cb, &ask, &found, error))
    {
      g_clear_pointer (&ask.person, sz_title_person_free);
      return NULL;
    }
  if (!found)
    sz_error_set (error, SZ_ERROR_FORMAT, "staff_no.unknown", "value", staff_no, NULL);
  return ask.person;
}

static int
compare_people_cb (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(SzTitlePerson *const *)a)->staff_no, (*(SzTitlePerson *const *)b)->staff_no);
}

GPtrArray *
sz_title_check_applications (SzOffice *office, const SzTitleRound *round, GError **error)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (free_person_cb);
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && round != NULL, NULL);

  store = sz_office_get_store (office);
  for (guint i = 0; i < round->applications->len; i++)
    {
      const SzTitleApplicationRow *row
          = &g_array_index (round->applications, SzTitleApplicationRow, i);
      g_autoptr (SzPersonFile) file = sz_store_person_by_id (store, row->person_id, error);
      SzTitlePerson *person
          = file != NULL
                ? sz_title_check_person (office, round, file->person.staff_no, row->title, error)
                : NULL;

      if (person == NULL)
        return NULL;
      g_ptr_array_add (people, person);
    }
  g_ptr_array_sort (people, compare_people_cb);
  return g_steal_pointer (&people);
}

/* Everybody asked in turn. */
typedef struct
{
  const SzTitleRound *round;
  SzTitleWhoFn fn;
  gpointer user_data;
} Who;

static gboolean
ask_career_cb (const SzCareer *now, gpointer user_data, GError **error)
{
  const Who *who = user_data;
  const SzTitleRound *round = who->round;
  SzCareer career;
  g_autofree SzRecord *records = NULL;
  const SzApplicant applicant = { &career, find_teaching (round, now->person->id) };
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (SzTitlePerson) person = NULL;

  sz_title_round_career (round, now, &career, &records);
  targets = sz_title_who (&round->question, &applicant, round->standards, round->n_standards);
  if (targets->len == 0)
    return TRUE;
  person = make_person (round, &career);
  person->targets = g_steal_pointer (&targets);
  return who->fn (person, who->user_data, error);
}

gboolean
sz_title_who_each (SzOffice *office,
                   const SzTitleRound *round,
                   SzTitleWhoFn fn,
                   gpointer user_data,
                   GError **error)
{
  Who who = { round, fn, user_data };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && round != NULL && fn != NULL, FALSE);
  return sz_store_careers_each (sz_office_get_store (office), SZ_CAREER_EVERYTHING, ask_career_cb,
                                &who, error);
}

/* RULE ttl-14 */
GPtrArray *
sz_title_round_stale (SzOffice *office, const SzTitleRound *round, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) people = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && round != NULL, NULL);

  if (round->decisions->len == 0)
    return g_steal_pointer (&names);
  people = sz_title_check_applications (office, round, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const SzTitlePerson *person = g_ptr_array_index (people, i);
      const SzTitleDecisionRow *decision = sz_title_round_decision (round, person->person_id);
      const SzTargetResult *target
          = person->targets->len > 0 ? g_ptr_array_index (person->targets, 0) : NULL;

      if (decision != NULL
          && g_strcmp0 (decision->verdict, target != NULL ? sz_verdict_word (target->verdict) : "")
                 != 0)
        g_ptr_array_add (names, g_strdup (person->staff_no));
    }
  return people != NULL ? g_steal_pointer (&names) : NULL;
}

const SzPathResult *
sz_title_person_best (const SzTitlePerson *person)
{
  const SzTargetResult *target;

  g_return_val_if_fail (person != NULL, NULL);
  if (person->targets->len == 0)
    return NULL;
  target = g_ptr_array_index (person->targets, 0);
  return target->best >= 0 ? &target->paths[target->best] : NULL;
}
