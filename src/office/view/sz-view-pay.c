/* sz-view-pay.c — pay runs as screens, commands and forms read them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-view-pay.h"

#include <string.h>

#include "sz-office-private.h"
#include "sz-rights.h"
#include "sz-scheme-file.h"
#include "sz-store-pay-book.h"
#include "sz-view-pay-private.h"

#define STATE_DRY "draft"

/* What the borrowed pointers of a view stand on: a run of this moment or a stored one. */
typedef struct
{
  SzPayBasis *basis;
  SzPayResult *result;
  SzPayFrozen *frozen;
} Storage;

static void
copy_head (SzPayHead *head, const SzPayRun *run)
{
  *head = (SzPayHead){ .run = run->id,
                       .name = g_strdup (run->name),
                       .state = g_strdup (run->state),
                       .at = g_strdup (run->at),
                       .who = g_strdup (run->who),
                       .from = run->from,
                       .to = run->to,
                       .people = run->n_people,
                       .pool_fen = run->pool_fen,
                       .reserve_fen = run->reserve_fen,
                       .total_fen = run->total_fen };
}

static void
clear_head_cb (gpointer data)
{
  SzPayHead *head = data;

  g_free (head->name);
  g_free (head->state);
  g_free (head->at);
  g_free (head->who);
}

static void
free_storage (Storage *storage)
{
  g_clear_pointer (&storage->result, sz_pay_result_free);
  g_clear_pointer (&storage->basis, sz_pay_basis_unref);
  g_clear_pointer (&storage->frozen, sz_pay_frozen_free);
  g_free (storage);
}

void
sz_pay_view_free (SzPayView *view)
{
  if (view == NULL)
    return;
  clear_head_cb (&view->head);
  g_clear_pointer (&view->scheme, sz_scheme_free);
  if (view->storage != NULL)
    free_storage (view->storage);
  g_free (view);
}

SzPayView *
sz_pay_view_new (const SzPayRun *run,
                 const SzScheme *scheme,
                 SzPayBasis *basis,
                 SzPayResult *result)
{
  SzPayView *view = g_new0 (SzPayView, 1);
  Storage *storage = g_new0 (Storage, 1);

  g_return_val_if_fail (basis != NULL && result != NULL, NULL);

  copy_head (&view->head, run);
  view->head.people = (gint64)result->n_lines;
  view->head.pool_fen = result->pool_fen;
  view->head.reserve_fen = result->reserve_fen;
  view->head.total_fen = result->total_fen;
  storage->basis = sz_pay_basis_ref (basis);
  storage->result = result;
  view->storage = storage;
  view->scheme = sz_scheme_copy (scheme);
  view->input = &basis->input;
  view->result = result;
  return view;
}

SzPayView *
sz_pay_view_new_dry (const SzScheme *scheme, SzPayBasis *basis, SzPayResult *result)
{
  const SzPayRun run = {
    .name = scheme->name, .state = (char *)STATE_DRY, .from = scheme->from, .to = scheme->to
  };

  return sz_pay_view_new (&run, scheme, basis, result);
}

SzPayView *
sz_view_pay_open (SzOffice *office, gint64 run, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzPayView) view = g_new0 (SzPayView, 1);
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, run);
  SzPayFrozen *frozen = sz_store_pay_read (sz_office_get_store (office), run, cancellable, error);
  Storage *storage;

  if (frozen == NULL)
    return NULL;
  storage = g_new0 (Storage, 1);
  storage->frozen = frozen;
  view->storage = storage;
  copy_head (&view->head, &frozen->run);
  if (!sz_office_allow_run (office, run, error))
    return NULL;
  view->input = &frozen->input;
  view->result = &frozen->result;
  view->scheme = sz_scheme_file_parse (frozen->run.scheme, strlen (frozen->run.scheme), faults);
  if (view->scheme == NULL)
    {
      sz_error_set (error, SZ_ERROR_CORRUPT, "run.scheme_unreadable", "run", number, NULL);
      return NULL;
    }
  return g_steal_pointer (&view);
}

GArray *
sz_view_pay_list (SzOffice *office, GError **error)
{
  SzStore *store;
  g_autoptr (GArray) runs = NULL;
  g_autoptr (GArray) heads = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  runs = sz_store_pay_list (store, error);
  if (runs == NULL)
    return NULL;
  heads = g_array_new (FALSE, TRUE, sizeof (SzPayHead));
  g_array_set_clear_func (heads, clear_head_cb);
  g_array_set_size (heads, runs->len);
  for (guint i = 0; i < runs->len; i++)
    {
      const SzPayRun *run = &g_array_index (runs, SzPayRun, i);
      SzPayHead *head = &g_array_index (heads, SzPayHead, i);
      g_auto (SzPayLife) life = { 0 };

      copy_head (head, run);
      if (!sz_store_pay_life_of (store, run->id, &life, error))
        return NULL;
      /* Of a correction the signed sum (RULE pay-12), of others what splits and adjustments left.
       */
      head->reserve_fen = life.reserve_fen;
      head->total_fen = life.total_fen;
      head->corrects = life.corrects;
    }
  return g_steal_pointer (&heads);
}

gboolean
sz_view_pay_latest (SzOffice *office, gint64 *run, GError **error)
{
  g_autoptr (GArray) heads = sz_view_pay_list (office, error);

  g_return_val_if_fail (run != NULL, FALSE);

  if (heads == NULL)
    return FALSE;
  *run = heads->len > 0 ? g_array_index (heads, SzPayHead, heads->len - 1).run : 0;
  return TRUE;
}

const SzPayLine *
sz_pay_view_find_line (const SzPayView *view, const char *staff_no)
{
  const SzPayResult *result = view->result;
  gsize low = 0;
  gsize high = result->n_lines;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      const SzPayLine *line = &result->lines[middle];
      int order = strcmp (staff_no, view->input->people[line->index].staff_no);

      if (order == 0)
        return line;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

const SzPayExcluded *
sz_pay_view_find_excluded (const SzPayView *view, const char *staff_no)
{
  const SzPayResult *result = view->result;

  for (gsize i = 0; i < result->n_excluded; i++)
    {
      if (strcmp (view->input->people[result->excluded[i].index].staff_no, staff_no) == 0)
        return &result->excluded[i];
    }
  return NULL;
}
