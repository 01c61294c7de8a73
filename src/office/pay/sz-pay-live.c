/* sz-pay-live.c — a scheme tried out: facts read once, computed again for every change
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-live.h"

#include "sz-office-private.h"
#include "sz-pay-basis.h"
#include "sz-view-pay-private.h"

struct _SzPayLive
{
  gatomicrefcount ref_count;
  SzPayBasis *basis; /* NULL until the first computation */
  SzDate from;
  SzDate to;
  gint64 data_version;
  guint readings;
};

SzPayLive *
sz_pay_live_new (void)
{
  SzPayLive *live = g_new0 (SzPayLive, 1);

  g_atomic_ref_count_init (&live->ref_count);
  return live;
}

SzPayLive *
sz_pay_live_ref (SzPayLive *live)
{
  g_return_val_if_fail (live != NULL, NULL);

  g_atomic_ref_count_inc (&live->ref_count);
  return live;
}

void
sz_pay_live_unref (SzPayLive *live)
{
  if (live == NULL || !g_atomic_ref_count_dec (&live->ref_count))
    return;
  g_clear_pointer (&live->basis, sz_pay_basis_unref);
  g_free (live);
}

static gboolean
read_basis (SzPayLive *live,
            SzOffice *office,
            const SzScheme *scheme,
            GCancellable *cancellable,
            GError **error)
{
  SzStore *store = sz_office_get_store (office);
  SzProgress silent = { NULL, NULL };

  g_clear_pointer (&live->basis, sz_pay_basis_unref);
  if (!sz_store_begin_read (store, error))
    return FALSE;
  live->basis = sz_pay_basis_read (office, scheme->from, scheme->to, silent, cancellable, error);
  sz_store_end_read (store);
  if (live->basis == NULL)
    return FALSE;
  live->from = scheme->from;
  live->to = scheme->to;
  live->readings++;
  return TRUE;
}

/* The number is asked for before the reading: what is written in between is read again next time.
 */
static gboolean
refresh_basis (SzPayLive *live,
               SzOffice *office,
               const SzScheme *scheme,
               GCancellable *cancellable,
               GError **error)
{
  gint64 version;

  if (!sz_office_data_version (office, &version, error))
    return FALSE;
  if (live->basis != NULL && live->data_version == version && live->from == scheme->from
      && live->to == scheme->to)
    return TRUE;
  live->data_version = version;
  return read_basis (live, office, scheme, cancellable, error);
}

/* Without a period nothing can be read; the scheme's own faults are told instead. */
static gboolean
check_scheme (const SzScheme *scheme, GError **error)
{
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  const SzIssue *first;

  if (sz_scheme_validate (scheme, faults))
    return TRUE;
  first = sz_issue_list_get (faults, 0);
  return sz_error_set (error,
                       sz_scheme_is_refusal (first->code) ? SZ_ERROR_REFUSED : SZ_ERROR_FORMAT,
                       first->code, "place", first->column, "value", first->value, NULL);
}

SzPayView *
sz_pay_live_compute (SzPayLive *live,
                     SzOffice *office,
                     const SzScheme *scheme,
                     SzIssueList *issues,
                     GCancellable *cancellable,
                     GError **error)
{
  SzPayResult *result;

  g_return_val_if_fail (live != NULL && SZ_IS_OFFICE (office), NULL);
  g_return_val_if_fail (scheme != NULL && issues != NULL, NULL);
  if (!check_scheme (scheme, error) || !refresh_basis (live, office, scheme, cancellable, error))
    return NULL;
  result = sz_pay_compute (scheme, &live->basis->input, issues, error);
  return result != NULL ? sz_pay_view_new_dry (scheme, live->basis, result) : NULL;
}

guint
sz_pay_live_get_readings (SzPayLive *live)
{
  g_return_val_if_fail (live != NULL, 0);

  return live->readings;
}
