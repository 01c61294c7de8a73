/* sz-fee-details.c — a sheet of fees, and what a contract taught, beside their lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-fee-details.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-fees-act.h"
#include "sz-field-list.h"
#include "sz-parttime-names.h"
#include "sz-parttime-view.h"

/* (transfer full): the sheets kept before @sheet that are paid in its month: what the tax of the
 * month counts too. */
static GPtrArray *
read_earlier (SzOffice *office, const SzFeeSheet *sheet, GError **error)
{
  g_autoptr (GPtrArray) earlier
      = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_fee_sheet_free);
  g_autoptr (GPtrArray) all = sz_fees_list (office, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SzFeeSheet *one = g_ptr_array_index (all, i);
      SzFeeSheet *read;

      if (one->id >= sheet->id || sz_date_month (one->paid_on) != sz_date_month (sheet->paid_on))
        continue;
      read = sz_fees_load (office, one->id, error);
      if (read == NULL)
        return NULL;
      g_ptr_array_add (earlier, read);
    }
  return all != NULL ? g_steal_pointer (&earlier) : NULL;
}

static SzMoney
sum_earlier (const GPtrArray *earlier, const char *id_number)
{
  SzMoney sum = 0;

  for (guint i = 0; i < earlier->len; i++)
    {
      const SzFeeSheet *sheet = g_ptr_array_index (earlier, i);

      for (guint j = 0; j < sheet->lines->len; j++)
        {
          const SzFeePerson *person = &g_array_index (sheet->lines, SzFeePerson, j);

          if (strcmp (person->id_number, id_number) == 0)
            sum += person->line.gross_fen;
        }
    }
  return sum;
}

static void
add_person (GPtrArray *fields, const SzFeePerson *person, SzMoney before_fen)
{
  g_autofree char *hours = sz_decimal_format (person->line.hours_x100, SZ_HOURS_DECIMALS);
  g_autofree char *rate = sz_money_format (person->line.rate_fen);
  g_autofree char *tax = sz_money_format (person->line.tax_fen);
  g_autofree char *net = sz_money_format_grouped (person->line.net_fen);
  g_autofree char *text = g_strdup_printf (_ ("%s h × %s − %s tax = %s"), hours, rate, tax, net);
  g_autofree char *before = sz_money_format_grouped (before_fen);

  sz_fields_take (fields, person->name,
                  before_fen > 0
                      ? g_strdup_printf (_ ("%s\npaid before in the month: %s"), text, before)
                      : g_strdup (text));
}

SzListDetails *
sz_describe_fee_sheet (
    SzOffice *office, const SzListView *view, gpointer data, gint64 id, SzDate day, GError **error)
{
  g_autoptr (SzFeeSheet) sheet = NULL;
  g_autoptr (GPtrArray) earlier = NULL;
  SzListDetails *details;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  sheet = sz_fees_load (office, id, error);
  earlier = sheet != NULL ? read_earlier (office, sheet, error) : NULL;
  if (earlier == NULL)
    return NULL;
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  details->name = g_strdup_printf (_ ("Sheet %d"), (int)id);
  details->line = sz_date_format (sheet->paid_on);
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      const SzFeePerson *person = &g_array_index (sheet->lines, SzFeePerson, i);

      add_person (details->fields, person, sum_earlier (earlier, person->id_number));
    }
  return details;
}

gboolean
sz_fields_add_teaching (GPtrArray *fields, SzOffice *office, gint64 contract_id, GError **error)
{
  g_autoptr (GArray) taught = NULL;

  g_return_val_if_fail (fields != NULL && SZ_IS_OFFICE (office), FALSE);
  taught = sz_parttime_taught (office, contract_id, error);
  if (taught == NULL)
    return FALSE;
  if (taught->len > 0)
    sz_fields_add_heading (fields, _ ("Teaching and fees"));
  for (guint i = 0; i < taught->len; i++)
    {
      const SzParttimeTaught *one = &g_array_index (taught, SzParttimeTaught, i);
      const SzDate first = sz_month_first_day (one->month);
      g_autofree char *month
          = g_strdup_printf ("%04d-%02d", sz_date_year (first), sz_date_month_of_year (first));
      g_autofree char *hours = sz_decimal_format (one->hours_x100, SZ_HOURS_DECIMALS);
      g_autofree char *paid = one->sheet > 0 ? sz_date_format (one->paid_on) : NULL;
      g_autofree char *place
          = g_strdup_printf ("parttime:" SZ_PARTTIME_FEES "#%" G_GINT64_FORMAT, one->sheet);
      SzField *field
          = sz_fields_take (fields, month,
                            paid != NULL ? g_strdup_printf (_ ("%s h, sheet %d, paid on %s"), hours,
                                                            (int)one->sheet, paid)
                                         : g_strdup_printf (_ ("%s h, not paid yet"), hours));

      if (one->sheet > 0)
        sz_field_set_place (field, place);
    }
  return TRUE;
}
