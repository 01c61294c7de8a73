/* sz-tax-view.c — tax explained: a person's year, a bonus, labour service
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-tax-view.h"

#include "sz-params.h"
#include "sz-rules-payrun.h"
#include "sz-store-people.h"
#include "sz-tax-book.h"

void
sz_tax_months_free (SzTaxMonths *months)
{
  if (months == NULL)
    return;
  g_free (months->staff_no);
  g_free (months->entries);
  g_free (months->steps);
  g_free (months);
}

static gboolean
find_person (SzOffice *office, const char *staff_no, gint64 *person_id, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzPersonFile) file
      = sz_store_person_by_staff_no (sz_office_get_store (office), staff_no, &fault);

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (file == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "person.unknown", "staff_no", staff_no, NULL);
  *person_id = file->person.id;
  return TRUE;
}

/* Within a read. */
static SzTaxMonths *
read_months (SzOffice *office, const char *staff_no, int year, GError **error)
{
  g_autoptr (SzTaxBook) book = NULL;
  g_autoptr (SzTaxMonths) months = NULL;
  SzTaxPerson person;
  gint64 person_id = 0;

  if (!find_person (office, staff_no, &person_id, error))
    return NULL;
  book = sz_tax_book_read (office, sz_date_make (year, 12, 31), error);
  if (book == NULL)
    return NULL;
  sz_tax_book_person (book, person_id, NULL, &person, NULL);
  months = g_new0 (SzTaxMonths, 1);
  months->staff_no = g_strdup (staff_no);
  months->year = year;
  months->rules = *sz_tax_book_get_rules (book);
  months->n = person.n_entries;
  months->entries = g_memdup2 (person.entries, sizeof (SzTaxEntry) * person.n_entries);
  months->steps = g_new0 (SzTaxStep, person.n_entries + 1);
  if (!sz_tax_year (&months->rules, &person, months->steps, error))
    return NULL;
  for (guint i = 0; i < months->n; i++)
    {
      months->entries[i].project = NULL;
      months->withheld_fen += months->steps[i].withheld_fen;
    }
  return g_steal_pointer (&months);
}

SzTaxMonths *
sz_view_tax_months (SzOffice *office, const char *staff_no, int year, GError **error)
{
  SzTaxMonths *months;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && staff_no != NULL, NULL);
  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  months = read_months (office, staff_no, year, error);
  sz_store_end_read (sz_office_get_store (office));
  return months;
}

gboolean
sz_view_tax_rules (SzOffice *office, SzDate day, SzTaxRules *rules, GError **error)
{
  g_autoptr (GArray) params = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && rules != NULL, FALSE);
  params = sz_params_gather (office, error);
  return params != NULL && sz_rules_tax (params, day, rules, error);
}

/* Within a read. */
static gboolean
choose (SzOffice *office,
        const char *staff_no,
        SzDate day,
        SzMoney amount_fen,
        SzTaxChoice *choice,
        gboolean *used,
        GError **error)
{
  g_autoptr (SzTaxBook) book = NULL;
  SzTaxPerson person;
  gint64 person_id = 0;

  if (!find_person (office, staff_no, &person_id, error))
    return FALSE;
  book = sz_tax_book_read (office, day, error);
  if (book == NULL)
    return FALSE;
  sz_tax_book_person (book, person_id, NULL, &person, NULL);
  *used
      = sz_tax_book_used_bonus (book, person_id) || day > sz_tax_book_get_rules (book)->bonus_until;
  return sz_tax_year_choose (sz_tax_book_get_rules (book), &person, amount_fen, choice, error);
}

gboolean
sz_view_tax_choice (SzOffice *office,
                    const char *staff_no,
                    SzDate day,
                    SzMoney amount_fen,
                    SzTaxChoice *choice,
                    gboolean *used,
                    GError **error)
{
  gboolean chosen;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && staff_no != NULL, FALSE);
  g_return_val_if_fail (choice != NULL && used != NULL, FALSE);
  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return FALSE;
  chosen = choose (office, staff_no, day, amount_fen, choice, used, error);
  sz_store_end_read (sz_office_get_store (office));
  return chosen;
}
