/* sz-case-act.c — walking a case: one act for every kind of thing with states
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-case-act.h"
#include "sz-act.h"

#include <stdlib.h>

static void
sum_up (const SzCaseWalk *walk)
{
  const struct
  {
    const char *name;
    const char *text;
  } texts[] = {
    { "subject", walk->ask->subject },
    { "from", walk->file->head.state },
    { "to", walk->to },
    { "reason", walk->ask->reason },
    { "document", walk->ask->document },
    { "approval", walk->ask->approval },
  };
  g_autofree char *day = sz_date_format (walk->ask->day);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text != NULL && *texts[i].text != '\0')
      json_object_set_new_nocheck (walk->summary, texts[i].name, json_string (texts[i].text));
  if (*day != '\0')
    json_object_set_new (walk->summary, "on", json_string (day));
}

gboolean
sz_office_case_step (SzAct *act,
                     json_t *summary,
                     const SzCaseWay *way,
                     SzCaseFile *file,
                     const SzCaseAsk *ask,
                     gpointer user_data,
                     GError **error)
{
  json_auto_t *detail = json_object ();
  g_autofree char *usual = NULL;
  guint n_steps = 0;
  const SzCaseStep *steps;
  SzCaseEntry entry = { 0 };
  char *text = NULL;
  gboolean done;
  SzCaseWalk walk = { .act = act,
                      .ask = ask,
                      .file = file,
                      .detail = detail,
                      .summary = summary,
                      .user_data = user_data };

  g_return_val_if_fail (act != NULL && way != NULL && file != NULL && ask != NULL, FALSE);

  steps = sz_case_file_steps (file, &n_steps);
  walk.store = sz_act_get_store (act);
  walk.move = sz_case_judge (way->table, file->head.state, steps, n_steps, ask, error);
  if (walk.move == NULL)
    return FALSE;
  usual = sz_case_dup_usual (walk.move);
  walk.to = usual;
  if (way->hook != NULL && !way->hook (&walk, error))
    return FALSE;
  g_assert (sz_case_leads_to (walk.move, walk.to));
  sum_up (&walk);
  if (json_object_size (detail) > 0)
    text = json_dumps (detail, JSON_COMPACT | JSON_SORT_KEYS);
  entry = (SzCaseEntry){ .to = walk.to, .detail = text };
  done = sz_store_case_step (act, file, ask, &entry, error);
  free (text);
  return done;
}

SzCaseFile *
sz_office_case_record (SzAct *act,
                       const SzCaseTable *table,
                       gint64 subject_id,
                       const char *state,
                       SzDate day,
                       GError **error)
{
  g_autoptr (SzCaseFile) file = NULL;
  const SzCaseAsk ask = { .verb = "record", .day = day };
  const SzCaseEntry entry = { .to = state };

  g_return_val_if_fail (act != NULL && table != NULL && state != NULL, NULL);

  file = sz_store_case_load (sz_act_get_store (act), table->kind, subject_id, error);
  if (file == NULL
      || (!g_str_equal (file->head.state, state)
          && !sz_store_case_step (act, file, &ask, &entry, error)))
    return NULL;
  return g_steal_pointer (&file);
}

/* What one walk needs inside its act. */
typedef struct
{
  const SzCaseWay *way;
  gint64 subject_id;
  const SzCaseAsk *ask;
  gpointer user_data;
  SzCaseFile *file;
} Job;

static gboolean
walk_case (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzCaseAsk ask = *job->ask;

  ask.who = sz_act_get_who (act);
  job->file
      = sz_store_case_load (sz_act_get_store (act), job->way->table->kind, job->subject_id, error);
  return job->file != NULL
         && sz_office_case_step (act, summary, job->way, job->file, &ask, job->user_data, error);
}

SzCaseFile *
sz_office_case_walk (SzOffice *office,
                     const SzCaseWay *way,
                     gint64 subject_id,
                     const SzCaseAsk *ask,
                     gpointer user_data,
                     GError **error)
{
  Job job = { .way = way, .subject_id = subject_id, .ask = ask, .user_data = user_data };
  g_autofree char *kind = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && way != NULL && ask != NULL, NULL);
  g_return_val_if_fail (ask->verb != NULL && subject_id != 0, NULL);

  kind = g_strdup_printf ("%s.%s", way->act, ask->verb);
  if (!sz_office_run (office, &(SzActHead){ .kind = kind }, walk_case, &job, NULL, error))
    g_clear_pointer (&job.file, sz_case_file_free);
  return job.file;
}
