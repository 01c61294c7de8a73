/* sz-finding-act.c — answering, accepting and reopening findings (RULE aud-2, aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-finding-act.h"

#include <string.h>

#include "sz-case-act.h"
#include "sz-finding-rights.h"
#include "sz-office-act.h"
#include "sz-rights.h"
#include "sz-store-finding.h"
#include "sz-store-supervision.h"
#include "sz-text.h"

typedef struct
{
  gint64 no;
  SzCaseAsk ask;
  const char *basis; /* of an acceptance */
  SzFindingRow row;
  SzOffice *office;
} Step;

static gboolean
refuse (GError **error, const char *code, gint64 no)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, no);

  return sz_error_set (error, SZ_ERROR_REFUSED, code, "finding", number, NULL);
}

static gboolean
find_tolerance_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const SzToleranceRow *row = data;
  Step *step = user_data;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, step->no);

  if (g_strcmp0 (row->tolerance.no, step->basis) == 0
      && (sz_tolerance_covers (&row->tolerance, number)
          || sz_tolerance_covers (&row->tolerance, step->row.finding.subject)))
    step->basis = NULL;
  return step->basis != NULL;
}

/* RULE aud-6: only 予以容错 about just this finding, or the item it is about. */
static gboolean
check_basis (Step *step, SzStore *store, GError **error)
{
  const char *basis = step->basis;

  if (basis == NULL)
    return TRUE;
  if (!sz_store_tolerance_each (store, SZ_ROWS_ALL, find_tolerance_cb, step, error))
    return FALSE;
  return step->basis == NULL
         || sz_error_set (error, SZ_ERROR_REFUSED, "tolerance.unknown", "tolerance", basis, NULL);
}

static gboolean
judge_step (SzCaseWalk *walk, GError **error)
{
  Step *step = walk->user_data;
  SzFinding *finding = &step->row.finding;
  const char *fault = NULL;

  if (g_str_equal (walk->move->verb, "answer"))
    fault = sz_finding_answer_fault (finding, walk->ask->reason, walk->ask->document);
  if (fault != NULL)
    return refuse (error, fault, step->no);
  if (g_str_equal (walk->move->verb, "reopen"))
    finding->reopened++;
  if (g_str_equal (walk->move->verb, "accept"))
    {
      if (!check_basis (step, walk->store, error))
        return FALSE;
      finding->accepted_size = finding->size;
      finding->accepted_gravity = finding->gravity;
    }
  return sz_store_finding_put (walk->act, &step->row, SZ_PUT_UPDATE, NULL, error);
}

static const SzCaseWay way = { &sz_case_finding, "findings", judge_step };

static gboolean
walk_finding (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Step *step = user_data;
  SzStore *store = sz_act_get_store (act);
  g_autoptr (SzCaseFile) file = NULL;
  g_autofree char *right = NULL;
  gboolean found = FALSE;

  json_object_set_new (summary, "finding", json_integer (step->no));
  if (!sz_store_finding_by_no (store, step->no, &step->row, &found, error))
    return FALSE;
  if (!found)
    return refuse (error, "finding.unknown", step->no);
  right = sz_finding_dup_right ("findings.answer", sz_finding_area (step->row.finding.kind));
  if (g_str_equal (step->ask.verb, "answer") && !sz_office_allow (step->office, right, error))
    return FALSE;
  file = sz_store_case_load (store, sz_case_finding.kind, step->row.id, error);
  if (file == NULL)
    return FALSE;
  step->row.finding.state = MAX (0, sz_finding_state_find (file->head.state));
  step->ask.who = sz_act_get_who (act);
  return sz_office_case_step (act, summary, &way, file, &step->ask, step, error);
}

static gboolean
run_step (SzOffice *office, const char *kind, Step *step, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%" G_GINT64_FORMAT, step->no);
  gboolean done;

  step->ask.subject = subject;
  step->office = office;
  step->ask.day = sz_office_today (office);
  done = sz_office_run (office, &(SzActHead){ .kind = kind }, walk_finding, step, NULL, error);
  sz_store_finding_clear (&step->row);
  return done;
}

gboolean
sz_office_finding_answer (
    SzOffice *office, gint64 no, const char *text, const char *evidence, GError **error)
{
  g_autofree char *plain = sz_text_fold (text);
  Step step = { .no = no, .ask = { .verb = "answer", .reason = plain, .document = evidence } };

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);
  return run_step (office, "findings.answer", &step, error);
}

gboolean
sz_office_finding_accept (SzOffice *office, gint64 no, const char *basis, GError **error)
{
  Step step = { .no = no, .ask = { .verb = "accept", .document = basis }, .basis = basis };

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);
  return run_step (office, "findings.accept", &step, error);
}

gboolean
sz_office_finding_reopen (SzOffice *office, gint64 no, const char *text, GError **error)
{
  g_autofree char *plain = sz_text_fold (text);
  Step step = { .no = no, .ask = { .verb = "reopen", .reason = plain } };

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);
  return run_step (office, "findings.reopen", &step, error);
}
