/* sz-appoint-lists.c — rises inside a band, and terms that end (RULE ttl-20, ttl-21)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-appoint-act.h"
#include "sz-office-private.h"
#include "sz-params.h"
#include "sz-post-day.h"
#include "sz-store-careers.h"

void
sz_rise_list_free (SzRiseList *list)
{
  if (list == NULL)
    return;
  g_array_unref (list->rises);
  g_ptr_array_unref (list->names);
  g_free (list);
}

/* Everybody's rise, as far as they are concerned. */
typedef struct
{
  const SzPostDay *day;
  SzRiseList *list;
} Job;

static gboolean
add_rise_cb (const SzCareer *career, gpointer user_data, GError **error)
{
  Job *job = user_data;
  const SzHolder *holder = sz_post_day_holder (job->day, career->person->staff_no);
  SzRise rise;

  (void)error;
  if (holder == NULL
      || !sz_rise_of (career, &job->day->params->rules, holder->main, job->day->date, &rise))
    return TRUE;
  rise.staff_no = g_strdup (career->person->staff_no);
  g_ptr_array_add (job->list->names, (gpointer)rise.staff_no);
  g_array_append_val (job->list->rises, rise);
  return TRUE;
}

SzRiseList *
sz_appoint_rises (SzOffice *office, SzDate date, GError **error)
{
  g_autoptr (SzPostDay) day = NULL;
  g_autoptr (SzRiseList) list = NULL;
  SzStructure structure;
  Job job;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  day = sz_post_day (office, date, NULL, error);
  if (day == NULL)
    return NULL;
  list = g_new0 (SzRiseList, 1);
  list->rises = g_array_new (FALSE, TRUE, sizeof (SzRise));
  list->names = g_ptr_array_new_with_free_func (g_free);
  job = (Job){ day, list };
  if (!sz_store_careers_each (sz_office_get_store (office), SZ_CAREER_OF_POSTS, add_rise_cb, &job,
                              error))
    return NULL;
  structure = day->structure;
  sz_rises_rank (list->rises, &structure);
  return g_steal_pointer (&list);
}

static void
clear_due_cb (gpointer data)
{
  g_free (((SzTermDue *)data)->staff_no);
  g_free (((SzTermDue *)data)->name);
}

/* Terms that end in a stretch of days. */
typedef struct
{
  SzDate from;
  SzDate to;
  GArray *list;
} Due;

static gboolean
add_due_cb (const SzCareer *career, gpointer user_data, GError **error)
{
  Due *due = user_data;
  const SzRecord *record = sz_career_at (career, SZ_RECORD_POST, due->from);
  const SzPaperFact *paper
      = record != NULL ? sz_career_paper (career, SZ_RECORD_POST, record->from) : NULL;
  SzTermDue term;

  (void)error;
  if (paper == NULL || paper->term_to == SZ_DATE_NONE || paper->term_to < due->from
      || paper->term_to > due->to || !sz_career_in_service (career, due->from))
    return TRUE;
  term = (SzTermDue){ g_strdup (career->person->staff_no), g_strdup (career->person->name),
                      sz_post_from_code (record->value), sz_date_first_day (record->from),
                      paper->term_to };
  g_array_append_val (due->list, term);
  return TRUE;
}

static int
compare_due_cb (gconstpointer a, gconstpointer b)
{
  const SzTermDue *left = a;
  const SzTermDue *right = b;

  if (left->to != right->to)
    return left->to < right->to ? -1 : 1;
  return strcmp (left->staff_no, right->staff_no);
}

GArray *
sz_appoint_due_until (SzOffice *office, SzDate day, SzDate last, GError **error)
{
  g_autoptr (GArray) list = NULL;
  Due due;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  list = g_array_new (FALSE, TRUE, sizeof (SzTermDue));
  g_array_set_clear_func (list, clear_due_cb);
  due = (Due){ day, last, list };
  if (!sz_store_careers_each (sz_office_get_store (office), SZ_CAREER_PAPERS, add_due_cb, &due,
                              error))
    return NULL;
  g_array_sort (list, compare_due_cb);
  return g_steal_pointer (&list);
}

GArray *
sz_appoint_due (SzOffice *office, SzDate day, int *months, GError **error)
{
  g_autoptr (GArray) params = NULL;
  g_autoptr (SzTitleParams) loaded = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && months != NULL, NULL);

  params = sz_params_gather (office, error);
  loaded = params != NULL ? sz_title_params_load (params, day, error) : NULL;
  if (loaded == NULL)
    return NULL;
  if (*months < 0)
    *months = loaded->rules.appoint_warn_months;
  return sz_appoint_due_until (office, day, sz_date_add_months (day, *months), error);
}
