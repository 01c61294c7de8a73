/* sz-title-appeal.c — 复查: an applicant asks that the result be looked at again (RULE ttl-17)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-office-act.h"
#include "sz-title-life-private.h"

/* An appeal on its way. */
typedef struct
{
  const SzTitleAppeal *appeal;
  SzTitleRound *round;
  gint64 person_id;
  SzDate day;
} Job;

static gboolean
refuse (const Job *job, const char *code, const char *value, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, code, "batch", job->round->row.name, "staff_no",
                       job->appeal->staff_no, "value", value, NULL);
}

static gboolean
put_appeal (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  const SzTitleAppeal *appeal = job->appeal;
  g_autoptr (GArray) rows
      = sz_title_rows_of_round (sz_store_title_appeal_list (sz_act_get_store (act), SZ_ROWS_ALL,
                                                            error),
                                job->round->row.id);
  SzTitleAppealRow *open = NULL;
  SzTitleAppealRow fresh = { .round_id = job->round->row.id,
                             .person_id = job->person_id,
                             .raised = job->day,
                             .text = (char *)appeal->text };
  SzPutResult result;

  if (rows == NULL)
    return FALSE;
  json_object_set_new (summary, "batch", json_string (appeal->batch));
  json_object_set_new (summary, "staff_no", json_string (appeal->staff_no));
  if (sz_title_round_application (job->round, job->person_id) == NULL)
    return refuse (job, "batch.no_application", NULL, error);
  for (guint i = 0; i < rows->len; i++)
    {
      SzTitleAppealRow *row = &g_array_index (rows, SzTitleAppealRow, i);

      if (row->person_id != job->person_id)
        continue;
      fresh.ordinal = row->ordinal + 1;
      if (row->conclusion == NULL || *row->conclusion == '\0')
        open = row;
    }
  if (appeal->text != NULL)
    return open != NULL ? refuse (job, "appeal.open", open->text, error)
                        : sz_store_title_appeal_put (act, &fresh, SZ_PUT_INSERT, &result, error);
  if (open == NULL)
    return refuse (job, "appeal.none", NULL, error);
  g_free (open->conclusion);
  open->conclusion = g_strdup (appeal->conclusion);
  open->concluded = job->day;
  return sz_store_title_appeal_put (act, open, SZ_PUT_UPDATE, &result, error);
}

gboolean
sz_title_appeal (SzOffice *office, const SzTitleAppeal *appeal, GError **error)
{
  g_autoptr (SzTitleRound) round = NULL;
  Job job = { .appeal = appeal };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && appeal != NULL, FALSE);
  g_return_val_if_fail ((appeal->text != NULL) != (appeal->conclusion != NULL), FALSE);

  round = sz_title_round_load (office, appeal->batch, error);
  job.round = round;
  job.day = appeal->day != SZ_DATE_NONE ? appeal->day : sz_office_today (office);
  return round != NULL
         && sz_title_person_id (sz_office_get_store (office), appeal->staff_no, &job.person_id,
                                error)
         && sz_office_run (office, &(SzActHead){ .kind = "title.appeal" }, put_appeal, &job, NULL,
                           error);
}
