/* sz-post-plan-act.c — the plan of posts: proposed beside what is in force, and approved (RULE
 * pst-3, pst-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-post-plan-act.h"

#include "sz-office-act.h"
#include "sz-post-day.h"
#include "sz-store-posts.h"

SzPostPlan *
sz_post_plan (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (SzPostDay) posts = NULL;
  SzPostPlan *plan;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  posts = sz_post_day (office, day, NULL, error);
  if (posts == NULL)
    return NULL;
  plan = g_new0 (SzPostPlan, 1);
  plan->rules = posts->params->rules.split;
  for (SzPlace place = 0; place < SZ_N_PLACES; place++)
    {
      plan->approved[place] = posts->structure.approved[place];
      plan->total += plan->approved[place];
    }
  return plan;
}

static gboolean
put_numbers (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const SzPostDocument *document = user_data;

  json_object_set_new (summary, "document", json_string (document->document));
  json_object_set_new (summary, "levels", json_integer (document->numbers->len));
  if (document->from == SZ_DATE_NONE || *document->document == '\0')
    return sz_error_set (error, SZ_ERROR_REFUSED, "plan.document", NULL);
  for (guint i = 0; i < document->numbers->len; i++)
    {
      const SzPostApproved *number = &g_array_index (document->numbers, SzPostApproved, i);
      SzPostPlanRow row = { .post = number->post,
                            .from = document->from,
                            .series = (char *)"",
                            .approved = number->approved,
                            .source = (char *)document->document };
      SzPutResult result;

      if (!sz_store_post_plan_put (act, &row, SZ_PUT_UPDATE, &result, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sz_post_plan_put (SzOffice *office, const SzPostDocument *document, GError **error)
{
  SzPostDocument copy;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && document != NULL, FALSE);
  g_return_val_if_fail (document->document != NULL && document->numbers != NULL, FALSE);

  copy = *document;
  return sz_office_run (office, &(SzActHead){ .kind = "posts.plan" }, put_numbers, &copy, NULL,
                        error);
}
