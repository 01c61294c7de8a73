/* sz-recruit-state.c — what the steps of a post say (RULE rec-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-state.h"

#include <jansson.h>
#include <string.h>

#include "sz-case-tables.h"

static gboolean
is_one_of (const char *state, const char *const *states)
{
  return g_strv_contains (states, state);
}

const char *
sz_recruit_state (const SzCaseFile *file)
{
  g_return_val_if_fail (file != NULL, "draft");
  return file->head.state != NULL && *file->head.state != '\0' ? file->head.state : "draft";
}

gboolean
sz_recruit_is_open (const char *state)
{
  static const char *const states[]
      = { "approved", "announced", "screening", "exam", "check", "publicity", NULL };

  g_return_val_if_fail (state != NULL, FALSE);
  return is_one_of (state, states);
}

gboolean
sz_recruit_before_exam (const char *state)
{
  static const char *const states[] = { "draft", "approved", "announced", "screening", NULL };

  g_return_val_if_fail (state != NULL, FALSE);
  return is_one_of (state, states);
}

const SzCaseStep *
sz_recruit_last_step (const SzCaseFile *file, const char *verb)
{
  guint n = 0;
  const SzCaseStep *steps;

  g_return_val_if_fail (file != NULL && verb != NULL, NULL);
  steps = sz_case_file_steps (file, &n);
  return n > 0 ? sz_case_last_step (&sz_case_recruit_post, steps, n, verb) : NULL;
}

static json_t *
load_detail (const SzCaseStep *step)
{
  return step->detail != NULL && *step->detail != '\0' ? json_loads (step->detail, 0, NULL) : NULL;
}

gboolean
sz_recruit_fixed_places (const SzCaseFile *file, gint64 *places)
{
  const SzCaseStep *step = sz_recruit_last_step (file, "open-exam");
  json_t *detail = step != NULL ? load_detail (step) : NULL;
  json_t *value = json_object_get (detail, "places");
  const gboolean fixed = json_is_integer (value);

  g_return_val_if_fail (places != NULL, FALSE);
  if (fixed)
    *places = json_integer_value (value);
  json_decref (detail);
  return fixed;
}

static gboolean
read_notice (json_t *detail, SzRecruitNotice *notice)
{
  json_t *value = json_object_get (detail, "notice");

  if (value == NULL)
    return FALSE;
  *notice = (SzRecruitNotice){ .days = (int)json_integer_value (json_object_get (value, "days")) };
  return sz_date_parse (json_string_value (json_object_get (value, "from")), &notice->from, NULL)
         && sz_date_parse (json_string_value (json_object_get (value, "to")), &notice->to, NULL);
}

gboolean
sz_recruit_notice (const SzCaseStep *step, SzRecruitNotice *notice)
{
  json_t *detail;
  gboolean found;

  g_return_val_if_fail (step != NULL && notice != NULL, FALSE);
  detail = load_detail (step);
  found = read_notice (detail, notice);
  json_decref (detail);
  return found;
}

static gboolean
lists_applicant (json_t *detail, gint64 applicant_id)
{
  json_t *people = json_object_get (detail, "applicants");
  json_t *person;
  gsize i;

  json_array_foreach (people, i, person)
  {
    if (json_integer_value (person) == applicant_id)
      return TRUE;
  }
  return FALSE;
}

guint
sz_recruit_published (const SzCaseFile *file, gint64 applicant_id, SzRecruitNotice *notice)
{
  const SzCaseStep *steps;
  guint number = 0;
  guint n = 0;

  g_return_val_if_fail (file != NULL, 0);
  steps = sz_case_file_steps (file, &n);
  for (guint i = 0; i < n; i++)
    {
      SzRecruitNotice own;
      json_t *detail;
      gboolean listed;

      if (strcmp (steps[i].verb, "publish") != 0
          || !sz_case_counts (&sz_case_recruit_post, steps, n, i))
        continue;
      number++;
      detail = load_detail (&steps[i]);
      listed = lists_applicant (detail, applicant_id) && read_notice (detail, &own);
      json_decref (detail);
      if (listed && notice != NULL)
        *notice = own;
      if (listed)
        return number;
    }
  return 0;
}
