/* sz-pay-notice.c — the notice of a run out of its case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-notice.h"

#include <jansson.h>
#include <string.h>

#include "sz-case-tables.h"

static SzDate
read_day (json_t *detail, const char *key)
{
  const char *text = json_string_value (json_object_get (detail, key));
  SzDate day = SZ_DATE_NONE;

  if (text != NULL)
    sz_date_parse (text, &day, NULL);
  return day;
}

gboolean
sz_pay_notice_of (const SzCaseFile *file, SzPayNotice *notice)
{
  const SzCaseStep *steps;
  const SzCaseStep *step;
  guint n_steps = 0;
  json_t *detail;

  g_return_val_if_fail (file != NULL && notice != NULL, FALSE);
  steps = sz_case_file_steps (file, &n_steps);
  step = sz_case_last_step (&sz_case_pay_run, steps, n_steps, "announce");
  if (step == NULL)
    return FALSE;
  detail = json_loads (step->detail, 0, NULL);
  *notice = (SzPayNotice){ .step = step->seq,
                           .from = read_day (detail, "from"),
                           .to = read_day (detail, "to"),
                           .days = (int)json_integer_value (json_object_get (detail, "days")) };
  json_decref (detail);
  return TRUE;
}

GPtrArray *
sz_pay_marks_of (const SzCaseFile *file)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);
  const SzCaseStep *steps;
  guint n_steps = 0;

  g_return_val_if_fail (file != NULL, marks);
  steps = sz_case_file_steps (file, &n_steps);
  for (guint i = 0; i < n_steps; i++)
    {
      json_t *detail = json_loads (steps[i].detail, 0, NULL);
      json_t *mark;
      gsize j;

      if (sz_case_counts (&sz_case_pay_run, steps, n_steps, i))
        json_array_foreach (json_object_get (detail, "marks"), j, mark)
        {
          const char *word = json_string_value (mark);

          if (word != NULL && !g_ptr_array_find_with_equal_func (marks, word, g_str_equal, NULL))
            g_ptr_array_add (marks, g_strdup (word));
        }
      json_decref (detail);
    }
  return marks;
}
