/* sz-pay.c — one pay run from scheme and people to amounts (RULE pay-4 … pay-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-private.h"

#include "sz-error.h"

const char *
sz_pay_reason_word (SzPayReason reason)
{
  static const char *const words[] = {
    [SZ_PAY_OUT_NONE] = "",
    [SZ_PAY_OUT_TALENT] = "talent_pay",
    [SZ_PAY_OUT_EMPLOYMENT] = "employment",
    [SZ_PAY_OUT_NO_MONTHS] = "no_months",
    [SZ_PAY_OUT_UNQUALIFIED] = "assessment_unqualified",
  };

  g_return_val_if_fail ((guint)reason < G_N_ELEMENTS (words), "");
  return words[reason];
}

/* A scheme with faults cannot be computed, whoever forgot to validate it. */
static gboolean
check_scheme (const SzScheme *scheme, GError **error)
{
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  const SzIssue *fault;

  if (sz_scheme_validate (scheme, faults))
    return TRUE;
  fault = sz_issue_list_get (faults, 0);
  return sz_error_set (error,
                       sz_scheme_is_refusal (fault->code) ? SZ_ERROR_REFUSED : SZ_ERROR_FORMAT,
                       fault->code, "place", fault->column, "value", fault->value, NULL);
}

static SzPayRun *
make_run (const SzScheme *scheme, const SzPayInput *input, SzIssueList *issues)
{
  SzPayRun *run = g_new0 (SzPayRun, 1);

  run->scheme = scheme;
  run->input = input;
  run->issues = issues;
  run->errors_before = sz_issue_list_errors (issues);
  run->n_parts = scheme->components->len;
  run->n_fixed = scheme->fixed->len;
  run->result = sz_pay_result_new (input->n_people, run->n_fixed, run->n_parts);
  run->result->pool_fen = scheme->pool_fen;
  run->result->period_months = sz_months_of_period (scheme->from, scheme->to);
  run->members = g_array_sized_new (FALSE, FALSE, sizeof (SzPayMember), (guint)input->n_people);
  run->stretches = g_array_sized_new (FALSE, FALSE, sizeof (SzPayStretch), (guint)input->n_people);
  run->divisions = g_array_new (FALSE, FALSE, sizeof (SzPayDivision));
  run->weights = g_new0 (gint64, input->n_people + 1);
  run->amounts = g_new0 (SzMoney, input->n_people + 1);
  run->remainders = g_new0 (guint8, input->n_people + 1);
  return run;
}

static void
free_run (SzPayRun *run)
{
  sz_pay_clear_parts (run);
  g_clear_pointer (&run->members, g_array_unref);
  g_clear_pointer (&run->stretches, g_array_unref);
  g_clear_pointer (&run->divisions, g_array_unref);
  g_clear_pointer (&run->terms, g_array_unref);
  g_free (run->grouped);
  g_free (run->starts);
  g_free (run->pools_fen);
  g_free (run->unplaced_fen);
  g_free (run->weights);
  g_free (run->amounts);
  g_free (run->remainders);
  sz_pay_result_free (run->result);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayRun, free_run)

static gboolean
check_findings (SzPayRun *run, GError **error)
{
  guint n = sz_issue_list_errors (run->issues) - run->errors_before;
  g_autofree char *count = NULL;

  if (n == 0)
    return TRUE;
  count = g_strdup_printf ("%u", n);
  return sz_error_set (error, SZ_ERROR_FORMAT, "pay.inputs_missing", "count", count, NULL);
}

/* What is missing of people comes first: without their departments nothing can be grouped. */
static gboolean
check_divisions (SzPayRun *run, GError **error)
{
  gsize n;

  if (!check_findings (run, error))
    return FALSE;
  n = (gsize)run->divisions->len * run->n_parts;
  run->pools_fen = g_new (SzMoney, n + 1);
  run->unplaced_fen = g_new0 (SzMoney, run->divisions->len + 1);
  for (gsize i = 0; i < n; i++)
    run->pools_fen[i] = -1;
  if (!run->scheme->two_levels)
    return TRUE;
  sz_pay_group_lines (run);
  sz_pay_check_divisions (run);
  return check_findings (run, error);
}

SzPayResult *
sz_pay_compute (const SzScheme *scheme,
                const SzPayInput *input,
                SzIssueList *issues,
                GError **error)
{
  g_autoptr (SzPayRun) run = NULL;

  g_return_val_if_fail (scheme != NULL && input != NULL && issues != NULL, NULL);
  g_return_val_if_fail (input->n_people < G_MAXUINT32, NULL);
  if (!check_scheme (scheme, error))
    return NULL;

  run = make_run (scheme, input, issues);
  sz_pay_prepare (run);
  sz_pay_gather (run);
  if (!sz_pay_count_points (run, error) || !check_divisions (run, error)
      || !sz_pay_grant_fixed (run, error) || !sz_pay_share_pools (run, error)
      || !sz_pay_apply_limits (run, error))
    return NULL;
  sz_pay_close (run);
  return g_steal_pointer (&run->result);
}
