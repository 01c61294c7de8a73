/* sz-store-pay-overlay.c — own splits and adjustments on top of the frozen lines
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-store-pay-overlay.h"

#include <jansson.h>
#include <string.h>

#include "sz-error.h"
#include "sz-store-pay-book.h"

int
sz_pay_frozen_find_line (const SzPayFrozen *frozen, const char *staff_no)
{
  gsize low = 0;
  gsize high;

  g_return_val_if_fail (frozen != NULL && staff_no != NULL, -1);
  for (high = frozen->result.n_lines; low < high;)
    {
      gsize middle = (low + high) / 2;
      int order
          = strcmp (frozen->input.people[frozen->result.lines[middle].index].staff_no, staff_no);

      if (order == 0)
        return (int)middle;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return -1;
}

char *
sz_pay_own_write (const SzPayFrozen *frozen, const SzPayOwn *own, gsize n)
{
  json_t *list;
  char *dumped;
  char *text;

  g_return_val_if_fail (frozen != NULL && (own != NULL || n == 0), NULL);
  list = json_array ();
  for (gsize i = 0; i < n; i++)
    {
      guint index = frozen->result.lines[own[i].line].index;

      json_array_append_new (list, json_pack ("[s, i, I]", frozen->input.people[index].staff_no,
                                              (int)own[i].part, (json_int_t)own[i].amount_fen));
    }
  dumped = json_dumps (list, JSON_COMPACT);
  text = g_strdup (dumped);
  free (dumped);
  json_decref (list);
  return text;
}

GArray *
sz_pay_own_read (const SzPayFrozen *frozen, const char *text)
{
  json_t *list;
  json_t *item;
  gsize i;
  GArray *own;

  g_return_val_if_fail (frozen != NULL && text != NULL, NULL);
  list = json_loads (text, 0, NULL);
  if (!json_is_array (list))
    {
      json_decref (list);
      return NULL;
    }
  own = g_array_new (FALSE, FALSE, sizeof (SzPayOwn));
  json_array_foreach (list, i, item)
  {
    const char *staff_no = json_string_value (json_array_get (item, 0));
    int line = staff_no != NULL ? sz_pay_frozen_find_line (frozen, staff_no) : -1;
    SzPayOwn amount = { (guint)MAX (line, 0), (guint)json_integer_value (json_array_get (item, 1)),
                        json_integer_value (json_array_get (item, 2)) };

    if (line >= 0 && amount.part < frozen->n_components)
      g_array_append_val (own, amount);
  }
  json_decref (list);
  return own;
}

/* A split that somebody changed behind the program's back must not reach the assertions. */
static gboolean
fits_pools (const SzPayFrozen *frozen, const SzPayDepartmentSum *department, const GArray *own)
{
  g_autofree SzMoney *sums_fen = g_new0 (SzMoney, frozen->n_components + 1);

  for (guint i = 0; i < own->len; i++)
    {
      const SzPayOwn *amount = &g_array_index (own, SzPayOwn, i);

      if (amount->amount_fen < 0
          || strcmp (frozen->result.lines[amount->line].department, department->name) != 0)
        return FALSE;
      sums_fen[amount->part] += amount->amount_fen;
    }
  for (guint i = 0; i < frozen->n_components; i++)
    if (sums_fen[i] != (department->pools_fen != NULL ? MAX (department->pools_fen[i], 0) : 0))
      return FALSE;
  return TRUE;
}

static gboolean
fail_changed (const SzPayFrozen *frozen, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, frozen->run.id);

  return sz_error_set (error, SZ_ERROR_CORRUPT, "run.changed", "run", number, NULL);
}

/* @n: (inout): counts what was laid on. */
static gboolean
lay_splits (SzStore *store, SzPayFrozen *frozen, SzPayOverlay *overlay, guint *n, GError **error)
{
  g_autoptr (GArray) splits = sz_store_pay_splits_of (store, frozen->run.id, error);

  for (guint i = 0; splits != NULL && i < splits->len; i++)
    {
      const SzPaySplit *split = &g_array_index (splits, SzPaySplit, i);
      int department = sz_pay_find_department (&frozen->result, split->department);
      g_autoptr (GArray) own = sz_pay_own_read (frozen, split->amounts);

      if (department < 0 || own == NULL
          || !fits_pools (frozen, &frozen->result.departments[department], own))
        return fail_changed (frozen, error);
      sz_pay_set_own (overlay, (guint)department, (const SzPayOwn *)(gpointer)own->data, own->len);
    }
  *n += splits != NULL ? splits->len : 0;
  return splits != NULL;
}

static gboolean
lay_adjustments (
    SzStore *store, SzPayFrozen *frozen, SzPayOverlay *overlay, guint *n, GError **error)
{
  g_autoptr (GArray) rows = sz_store_pay_adjustments_of (store, frozen->run.id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzPayAdjustment *row = &g_array_index (rows, SzPayAdjustment, i);
      int line = sz_pay_frozen_find_line (frozen, row->staff_no);

      if (line < 0)
        return fail_changed (frozen, error);
      sz_pay_adjust (overlay, (guint)line, row->amount_fen);
    }
  *n += rows != NULL ? rows->len : 0;
  return rows != NULL;
}

gboolean
sz_store_pay_overlay (SzStore *store, SzPayFrozen *frozen, GError **error)
{
  SzPayOverlay overlay;
  guint n = 0;

  g_return_val_if_fail (store != NULL && frozen != NULL, FALSE);
  overlay = (SzPayOverlay){ &frozen->result, frozen->n_fixed, frozen->n_components };
  if (!sz_store_pay_life_of (store, frozen->run.id, &frozen->life, error))
    return FALSE;
  /* A correction holds the computation behind it; nobody splits or adjusts it. */
  if (frozen->life.corrects != 0)
    return TRUE;
  if (!lay_splits (store, frozen, &overlay, &n, error)
      || !lay_adjustments (store, frozen, &overlay, &n, error))
    return FALSE;
  if (n > 0)
    sz_pay_sum_up (&overlay);
  return TRUE;
}
