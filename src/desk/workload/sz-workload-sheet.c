/* sz-workload-sheet.c — a teacher's own sheet
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-workload-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-posts.h"

#define ONE_X1E4 10000

char *
sz_workload_sheet_ratio (gint64 ratio_x1e4)
{
  return ratio_x1e4 % 100 == 0 ? sz_decimal_format (ratio_x1e4 / 100, 2)
                               : sz_decimal_format (ratio_x1e4, SZ_RATIO_DECIMALS);
}

static void
append_factor (GString *text, gint64 factor_x1e4)
{
  g_autofree char *printed = sz_workload_sheet_ratio (factor_x1e4);

  if (factor_x1e4 != ONE_X1E4)
    g_string_append_printf (text, " × %s", printed);
}

static char *
end_line (GString *text, const char *hours)
{
  gboolean plain = g_str_equal (text->str, hours);

  return g_string_free (text, plain);
}

/* RULE wrk-1 */
char *
sz_workload_sheet_teaching (const SzTeachingLine *line)
{
  g_autofree char *hours = sz_decimal_format (line->record.hours_x100, SZ_HOURS_DECIMALS);
  GString *text = g_string_new (hours);

  append_factor (text, line->terms.size_x1e4);
  append_factor (text, line->terms.repeat_x1e4);
  append_factor (text, line->terms.type_x1e4);
  append_factor (text, line->terms.new_x1e4);
  return end_line (text, hours);
}

static void
append_training (GString *text, const SzLoadTerms *terms)
{
  append_factor (text, terms->size_x1e4);
  append_factor (text, terms->type_x1e4);
  append_factor (text, terms->category_x1e4);
  append_factor (text, terms->time_x1e4);
  append_factor (text, terms->role_x1e4);
}

/* RULE wrk-2 */
char *
sz_workload_sheet_training (const SzTrainingLine *line)
{
  g_autofree char *hours = sz_decimal_format (line->record.hours_x100, SZ_HOURS_DECIMALS);
  GString *text = g_string_new (hours);

  append_training (text, &line->terms);
  return end_line (text, hours);
}

char *
sz_workload_sheet_factors (const SzTrainingLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (line != NULL, NULL);

  append_training (text, &line->terms);
  if (text->len == 0)
    return sz_workload_sheet_ratio (ONE_X1E4);
  return g_strdup (text->str + strlen (" × "));
}

static void
add_hours (GPtrArray *fields, const char *title, gint64 hours_x100)
{
  sz_fields_take_figure (fields, title, sz_decimal_format (hours_x100, SZ_HOURS_DECIMALS));
}

/* What a record is worth, and below how it came to that. */
static void
add_record (GPtrArray *fields, const char *title, gint64 hours_x100, char *factors, gboolean by_fee)
{
  g_autofree char *owned = factors;
  g_autofree char *note = NULL;

  add_hours (fields, title, hours_x100);
  if (by_fee)
    note = factors != NULL ? g_strdup_printf (_ ("%s, paid by fee"), factors)
                           : g_strdup (_ ("Paid by fee"));
  if (note != NULL || factors != NULL)
    sz_fields_add_note (fields, note != NULL ? note : factors)->style = "dim-label";
}

static void
add_teaching (GPtrArray *fields, const SzWorkloadBook *book, gint64 person_id)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < book->view->n_teaching; i++)
    {
      const SzTeachingLine *line = &book->view->teaching[i];
      g_autofree char *title = NULL;

      if (line->person_id != person_id)
        continue;
      if (!any)
        sz_fields_add_heading (fields, _ ("Teaching"));
      any = TRUE;
      title = g_strdup_printf ("%s %s", line->course, line->class_name);
      add_record (fields, title, line->standard_x100, sz_workload_sheet_teaching (line), FALSE);
    }
}

static void
add_training (GPtrArray *fields, const SzWorkloadBook *book, gint64 person_id)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < book->view->n_training; i++)
    {
      const SzTrainingLine *line = &book->view->training[i];
      g_autofree char *date = NULL;
      g_autofree char *title = NULL;

      if (line->person_id != person_id)
        continue;
      if (!any)
        sz_fields_add_heading (fields, _ ("Training"));
      any = TRUE;
      date = sz_date_format (line->date);
      title = g_strdup_printf ("%s %s", date, line->project_name);
      add_record (fields, title, line->raw_x100, sz_workload_sheet_training (line),
                  line->record.pay_mode == SZ_PAY_MODE_FEE);
    }
}

/* RULE wrk-3 … wrk-5 */
static void
add_sums (GPtrArray *fields, const SzLoadYear *load)
{
  sz_fields_add_heading (fields, _ ("Year"));
  add_hours (fields, _ ("Teaching"), load->teaching_x100);
  add_hours (fields, _ ("Training t, before the ratio"), load->training_raw_x100);
  add_hours (fields, _ ("Training T, after the ratio"), load->training_x100);
  add_hours (fields, _ ("Training credited"), load->training_credit_x100);
  if (load->training_over_x100 > 0)
    add_hours (fields, _ ("Above the cap, paid by fee"), load->training_over_x100);
  if (load->training_fee_x100 > 0)
    add_hours (fields, _ ("Paid by fee from the start"), load->training_fee_x100);
  if (load->quota_x100 >= 0)
    add_hours (fields, _ ("Quota"), load->quota_x100);
  add_hours (fields, _ ("Over-hours"), load->over_x100);
  sz_fields_take_figure (fields, _ ("Rate an hour"), sz_money_format_grouped (load->over_rate_fen));
  sz_fields_take_figure (fields, _ ("Over-hour pay"), sz_money_format_grouped (load->over_pay_fen));
}

GPtrArray *
sz_workload_sheet (const SzWorkloadBook *book, gint64 person_id)
{
  GPtrArray *fields = sz_fields_new ();
  const SzConvertLine *line = sz_workload_book_line (book, SZ_WORKLOAD_YEAR, person_id);

  if (line != NULL)
    add_sums (fields, &line->load);
  else
    sz_fields_add_note (fields, _ ("Has no quota this year: the hours count for nobody's sum."));
  add_teaching (fields, book, person_id);
  add_training (fields, book, person_id);
  return fields;
}
