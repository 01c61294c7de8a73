/* sz-form-work.c — what the page of the forms has done off the main thread
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-work.h"
#include "sz-form-make.h"

void
sz_form_facts_free (SzFormFacts *facts)
{
  g_clear_pointer (&facts->offers, g_ptr_array_unref);
  g_clear_pointer (&facts->runs, g_array_unref);
  g_free (facts);
}

const SzFormOffer *
sz_form_facts_find (const SzFormFacts *facts, const char *id)
{
  g_return_val_if_fail (facts != NULL, NULL);

  for (guint i = 0; i < facts->offers->len; i++)
    {
      const SzFormOffer *offer = g_ptr_array_index (facts->offers, i);

      if (g_strcmp0 (offer->form->id, id) == 0)
        return offer;
    }
  return NULL;
}

void
sz_form_order_set_params (SzFormOrder *order, const SzFormParams *params)
{
  g_return_if_fail (order != NULL && params != NULL);
  g_clear_pointer (&order->texts, g_ptr_array_unref);
  order->texts = g_ptr_array_new_with_free_func (g_free);
  order->params = *params;
  for (const SzFormAsk *ask = sz_form_asks (); ask->word != NULL; ask++)
    {
      char **text = (char **)(gpointer)((guint8 *)&order->params + ask->offset);

      if (ask->type != SZ_FORM_ASK_TEXT || *text == NULL)
        continue;
      *text = g_strdup (*text);
      g_ptr_array_add (order->texts, *text);
    }
}

SzFormOrder *
sz_form_order_new (const char *id, const SzFormParams *params)
{
  SzFormOrder *order = g_new0 (SzFormOrder, 1);

  order->ids = g_new0 (char *, 2);
  order->ids[0] = g_strdup (id);
  sz_form_order_set_params (order, params);
  return order;
}

void
sz_form_order_free (SzFormOrder *order)
{
  g_strfreev (order->ids);
  g_clear_pointer (&order->texts, g_ptr_array_unref);
  g_free (order->path);
  g_free (order);
}

gpointer
sz_form_work_facts (SzOffice *office,
                    gpointer input,
                    SzProgress progress,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (SzFormFacts) facts = g_new0 (SzFormFacts, 1);

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  facts->offers = sz_form_offers (office, error);
  if (facts->offers == NULL)
    return NULL;
  facts->runs = sz_view_pay_list (office, error);
  return facts->runs != NULL ? g_steal_pointer (&facts) : NULL;
}

static void
rows_laid_out_cb (guint64 done, guint64 total, gpointer user_data)
{
  sz_progress_report (*(SzProgress *)user_data, "read", done, total);
}

gpointer
sz_form_work_print (SzOffice *office,
                    gpointer input,
                    SzProgress progress,
                    GCancellable *cancellable,
                    GError **error)
{
  const SzFormOrder *order = input;
  g_autoptr (SzPaper) paper
      = sz_form_make (office, order->ids[0], &order->params, cancellable, error);
  SzPages *pages;

  if (paper == NULL)
    return NULL;
  pages = sz_pages_new_full (&paper, 1, rows_laid_out_cb, &progress, cancellable, error);
  return pages != NULL ? sz_printout_new (pages) : NULL;
}

gpointer
sz_form_work_export (SzOffice *office,
                     gpointer input,
                     SzProgress progress,
                     GCancellable *cancellable,
                     GError **error)
{
  const SzFormOrder *order = input;
  const SzFormExport wanted = { .id = order->meeting ? NULL : order->ids[0],
                                .ids = order->meeting ? (const char *const *)order->ids : NULL,
                                .params = order->params,
                                .path = order->path,
                                .progress = progress,
                                .cancellable = cancellable };

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  return sz_form_export (office, &wanted, error) ? g_strdup (order->path) : NULL;
}
