/* sz-form-offer.c — which forms there are, which can be printed now, and of which years
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-offer.h"

#include "sz-office-private.h"
#include "sz-store-people.h"
#include "sz-store-total.h"
#include "sz-store-workload.h"
#include "sz-view-pay.h"

static const struct
{
  const char *id;
  SzFormWant wants;
} forms[] = {
  { "roster", SZ_FORM_WANTS_PEOPLE }, { "F16", SZ_FORM_WANTS_ASSESSMENTS },
  { "F17", SZ_FORM_WANTS_LEDGER },    { "F18", SZ_FORM_WANTS_LEDGER },
  { "F19", SZ_FORM_WANTS_RUN },       { "F20", SZ_FORM_WANTS_RUN },
  { "F21", SZ_FORM_WANTS_INCOMES },   { "F24", SZ_FORM_WANTS_TEACHING },
  { "F25", SZ_FORM_WANTS_TRAINING },  { "F26", SZ_FORM_WANTS_WORKLOAD },
  { "F33", SZ_FORM_WANTS_PEOPLE },    { "slips", SZ_FORM_WANTS_RUN },
  { "slip", SZ_FORM_WANTS_RUN },
};

/* Years are those of a table's rows; a bit a year since 1970. */
#define FIRST_YEAR 1970
#define N_YEARS 256

typedef struct
{
  gboolean seen[N_YEARS];
} Years;

static void
see_year (Years *years, int year)
{
  if (year >= FIRST_YEAR && year < FIRST_YEAR + N_YEARS)
    years->seen[year - FIRST_YEAR] = TRUE;
}

static gboolean
teaching_seen_cb (gconstpointer row, gpointer years, GError **error)
{
  see_year (years, ((const SzTeachingRow *)row)->year);
  return TRUE;
}

static gboolean
training_seen_cb (gconstpointer row, gpointer years, GError **error)
{
  see_year (years, sz_date_year (((const SzTrainingRow *)row)->date));
  return TRUE;
}

static gboolean
assessment_seen_cb (gconstpointer row, gpointer years, GError **error)
{
  see_year (years, ((const SzAssessmentRow *)row)->year);
  return TRUE;
}

static gboolean
ledger_seen_cb (gconstpointer row, gpointer years, GError **error)
{
  see_year (years, ((const SzLedgerRow *)row)->year);
  return TRUE;
}

static gboolean
income_seen_cb (gconstpointer row, gpointer years, GError **error)
{
  see_year (years, ((const SzTrainingIncome *)row)->year);
  return TRUE;
}

/* By want; people and runs have no years. */
#define N_WANTS (SZ_FORM_WANTS_INCOMES + 1)

static gboolean
find_years (SzStore *store, Years years[N_WANTS], GError **error)
{
  Years *both = &years[SZ_FORM_WANTS_WORKLOAD];

  if (!sz_store_teaching_each (store, SZ_ROWS_ALL, teaching_seen_cb, &years[SZ_FORM_WANTS_TEACHING],
                               error)
      || !sz_store_training_each (store, SZ_ROWS_ALL, training_seen_cb,
                                  &years[SZ_FORM_WANTS_TRAINING], error)
      || !sz_store_assessment_each (store, SZ_ROWS_ALL, assessment_seen_cb,
                                    &years[SZ_FORM_WANTS_ASSESSMENTS], error)
      || !sz_store_ledger_each (store, SZ_ROWS_ALL, ledger_seen_cb, &years[SZ_FORM_WANTS_LEDGER],
                                error)
      || !sz_store_training_income_each (store, SZ_ROWS_ALL, income_seen_cb,
                                         &years[SZ_FORM_WANTS_INCOMES], error))
    return FALSE;
  for (int i = 0; i < N_YEARS; i++)
    both->seen[i] = years[SZ_FORM_WANTS_TEACHING].seen[i] || years[SZ_FORM_WANTS_TRAINING].seen[i];
  return TRUE;
}

static GArray *
list_years (const Years *years)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = N_YEARS - 1; i >= 0; i--)
    if (years->seen[i])
      {
        int year = FIRST_YEAR + i;

        g_array_append_val (list, year);
      }
  return list;
}

static void
free_offer (gpointer data)
{
  SzFormOffer *offer = data;

  g_array_unref (offer->years);
  g_free (offer);
}

static SzFormOffer *
make_offer (const SzForm *form, SzFormWant wants, const Years *years, gint64 people, gint64 run)
{
  SzFormOffer *offer = g_new0 (SzFormOffer, 1);

  offer->form = form;
  offer->wants = wants;
  offer->years = list_years (years);
  if (wants == SZ_FORM_WANTS_PEOPLE)
    offer->ready = people > 0;
  else if (wants == SZ_FORM_WANTS_RUN)
    offer->ready = run > 0;
  else
    offer->ready = offer->years->len > 0;
  return offer;
}

GPtrArray *
sz_form_offers (SzOffice *office, GError **error)
{
  SzStore *store = sz_office_get_store (office);
  g_autofree Years *years = g_new0 (Years, N_WANTS);
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func (free_offer);
  gint64 people = 0;
  gint64 run = 0;
  gboolean known;

  if (!sz_store_begin_read (store, error))
    return NULL;
  known = sz_store_people_count (store, &people, error) && sz_view_pay_latest (office, &run, error)
          && find_years (store, years, error);
  sz_store_end_read (store);
  if (!known)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      const SzForm *form = sz_form_find (forms[i].id);

      if (form != NULL)
        g_ptr_array_add (offers,
                         make_offer (form, forms[i].wants, &years[forms[i].wants], people, run));
    }
  return g_steal_pointer (&offers);
}
