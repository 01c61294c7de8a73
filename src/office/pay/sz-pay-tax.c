/* sz-pay-tax.c — the tax of a run explained, person by person
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-tax.h"

#include <string.h>

#include "sz-tax-book.h"

void
sz_pay_tax_view_free (SzPayTaxView *view)
{
  if (view == NULL)
    return;
  sz_net_view_free (view->net);
  g_clear_pointer (&view->lines, g_array_unref);
  g_free (view);
}

/* RULE tax-1: of a paid run its own entry is in the book already. */
static gboolean
explain_month (SzPayTaxView *view, SzTaxBook *book, SzPayTaxLine *line, GError **error)
{
  const SzNetView *net = view->net;
  SzTaxEntry own = { .source = SZ_TAX_RUN,
                     .month = sz_date_month_of_year (net->on),
                     .run = net->run,
                     .day = net->on,
                     .income_fen = line->person->net.gross_fen };
  gboolean paid = strcmp (net->state, "paid") == 0;
  g_autofree SzTaxStep *steps = NULL;
  SzTaxPerson year;
  guint place = 0;

  sz_tax_book_person (book, line->person->person_id, paid ? NULL : &own, &year, &place);
  for (guint i = 0; paid && i < year.n_entries; i++)
    if (year.entries[i].source == SZ_TAX_RUN && year.entries[i].run == net->run)
      place = i;
  steps = g_new0 (SzTaxStep, year.n_entries + 1);
  if (!sz_tax_year (&view->rules, &year, steps, error))
    return FALSE;
  line->step = steps[place];
  return TRUE;
}

/* RULE tax-2: what the way that was not taken costs. */
static gboolean
weigh (SzPayTaxView *view, SzTaxBook *book, SzPayTaxLine *line, GError **error)
{
  const SzMoney gross_fen = line->person->net.gross_fen;
  const gboolean bonus = line->person->net.way == SZ_PAY_WAY_BONUS;
  SzTaxPerson year;
  SzTaxChoice choice;

  if (view->net->tax != SZ_SCHEME_TAX_BEST || gross_fen <= 0
      || view->net->on > view->rules.bonus_until
      || (!bonus && sz_tax_book_used_bonus (book, line->person->person_id)))
    return TRUE;
  line->weighed = TRUE;
  line->other_fen = line->bonus.tax_fen;
  if (!bonus)
    return TRUE;
  sz_tax_book_person (book, line->person->person_id, NULL, &year, NULL);
  if (!sz_tax_year_choose (&view->rules, &year, gross_fen, &choice, error))
    return FALSE;
  line->other_fen = choice.merged_fen;
  return TRUE;
}

static gboolean
add_line (SzPayTaxView *view, SzTaxBook *book, const SzNetPerson *person, GError **error)
{
  SzPayTaxLine line = { .person = person };

  if (person->net.way == SZ_PAY_WAY_NONE)
    return TRUE;
  if (person->net.gross_fen > 0)
    line.bonus = sz_tax_bonus (&view->rules, person->net.gross_fen);
  if (person->net.way == SZ_PAY_WAY_MONTHLY && !explain_month (view, book, &line, error))
    return FALSE;
  if (!weigh (view, book, &line, error))
    return FALSE;
  g_array_append_val (view->lines, line);
  return TRUE;
}

/* Within a read. The book's rules end with it. */
static gboolean
fill_view (SzPayTaxView *view, SzOffice *office, GError **error)
{
  g_autoptr (SzTaxBook) book = NULL;
  const SzTaxRules *rules;

  if (view->net->tax == SZ_SCHEME_TAX_NONE)
    return TRUE;
  book = sz_tax_book_read (office, view->net->on, error);
  if (book == NULL)
    return FALSE;
  rules = sz_tax_book_get_rules (book);
  view->rules = *rules;
  for (guint i = 0; i < view->net->people->len; i++)
    if (!add_line (view, book, &g_array_index (view->net->people, SzNetPerson, i), error))
      return FALSE;
  return TRUE;
}

SzPayTaxView *
sz_view_pay_tax (SzOffice *office, SzNetView *net, GError **error)
{
  g_autoptr (SzPayTaxView) view = NULL;
  SzStore *store;
  gboolean filled;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && net != NULL, NULL);
  store = sz_office_get_store (office);
  view = g_new0 (SzPayTaxView, 1);
  view->net = net;
  view->lines = g_array_new (FALSE, FALSE, sizeof (SzPayTaxLine));
  if (!sz_store_begin_read (store, error))
    return NULL;
  filled = fill_view (view, office, error);
  sz_store_end_read (store);
  return filled ? g_steal_pointer (&view) : NULL;
}

const SzPayTaxLine *
sz_pay_tax_view_find (const SzPayTaxView *view, const char *staff_no)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (view != NULL && staff_no != NULL, NULL);
  high = view->lines->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const SzPayTaxLine *line = &g_array_index (view->lines, SzPayTaxLine, middle);
      int order = strcmp (staff_no, line->person->staff_no);

      if (order == 0)
        return line;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}
