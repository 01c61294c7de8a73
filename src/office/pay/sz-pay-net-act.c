/* sz-pay-net-act.c — what is paid of a run, and paying it 发放
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-net-act.h"

#include <string.h>

#include "sz-case-tables.h"
#include "sz-office-act.h"
#include "sz-pay-net-act-private.h"
#include "sz-pay-owed.h"
#include "sz-pay-run.h"

/* What the borrowed strings of a view stand on. */
typedef struct
{
  SzPayRunFile run;
  SzPayDifferences *differences;
  GStringChunk *texts;
} Storage;

static void
rider_cleared_cb (gpointer data)
{
  g_array_unref (((SzNetRider *)data)->people);
}

static void
clear_net (SzNetWork *net)
{
  g_clear_pointer (&net->lines, g_hash_table_unref);
  g_clear_pointer (&net->covered, g_hash_table_unref);
  g_free (net->taken);
  g_free (net->owed_fen);
  g_clear_pointer (&net->riders, g_array_unref);
  g_clear_pointer (&net->book, sz_tax_book_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SzNetWork, clear_net)

void
sz_net_view_free (SzNetView *view)
{
  Storage *storage;

  if (view == NULL)
    return;
  storage = view->storage;
  sz_pay_run_file_clear (&storage->run);
  g_clear_pointer (&storage->differences, sz_pay_differences_free);
  g_string_chunk_free (storage->texts);
  g_free (storage);
  g_array_unref (view->people);
  g_free (view->state);
  g_free (view);
}

static SzNetView *
make_view (gint64 run, SzDate on)
{
  SzNetView *view = g_new0 (SzNetView, 1);
  Storage *storage = g_new0 (Storage, 1);

  storage->texts = g_string_chunk_new (4096);
  view->run = run;
  view->on = on;
  view->people = g_array_new (FALSE, TRUE, sizeof (SzNetPerson));
  view->storage = storage;
  return view;
}

/* RULE pay-16: whoever has a line, with its total. */
static gboolean
list_people (SzNetWork *net, GError **error)
{
  Storage *storage = net->view->storage;
  const SzPayFrozen *frozen = net->run->frozen;

  if (frozen->life.corrects != 0)
    {
      storage->differences = sz_store_pay_differences_get (net->store, &frozen->life, error);
      if (storage->differences == NULL)
        return FALSE;
      for (guint i = 0; i < storage->differences->lines->len; i++)
        {
          const SzPayDifference *line
              = &g_array_index (storage->differences->lines, SzPayDifference, i);
          SzNetPerson person = { line->person_id,
                                 line->staff_no,
                                 line->name,
                                 line->department,
                                 { .total_fen = line->after_fen - line->before_fen } };

          g_array_append_val (net->view->people, person);
        }
    }
  else
    for (gsize i = 0; i < frozen->result.n_lines; i++)
      {
        const SzPayLine *line = &frozen->result.lines[i];
        const SzPayPerson *known = &frozen->input.people[line->index];
        SzNetPerson person = { known->person_id,
                               known->staff_no,
                               known->name,
                               line->department,
                               { .total_fen = line->total_fen } };

        g_array_append_val (net->view->people, person);
      }
  net->lines = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < net->view->people->len; i++)
    g_hash_table_insert (net->lines, &g_array_index (net->view->people, SzNetPerson, i).person_id,
                         GUINT_TO_POINTER (i + 1));
  net->taken = g_new0 (SzNetTaken, net->view->people->len + 1);
  net->owed_fen = g_new0 (SzMoney, net->view->people->len + 1);
  return TRUE;
}

static void
miss_salary (SzNetWork *net, const SzNetPerson *person, const SzTaxPerson *year)
{
  int month = 0;

  while ((month = sz_tax_year_missing (year, month, sz_date_month_of_year (net->view->on))) != 0)
    {
      g_autofree char *text = g_strdup_printf ("%d", month);

      sz_issue_list_add (net->issues, SZ_SEVERITY_ERROR, "tax.salary_missing", 0, NULL,
                         person->staff_no, "staff_no", person->staff_no, "name", person->name,
                         "month", text, NULL);
    }
}

/* RULE tax-4: the way of one person; @weighed: tax-1 must be known. */
static gboolean
choose_way (SzNetWork *net, SzNetPerson *person, SzSchemeTax tax, gboolean *weighed, GError **error)
{
  const SzTaxRules *rules = sz_tax_book_get_rules (net->book);
  SzMoney gross_fen = person->net.gross_fen;
  gboolean may_bonus = gross_fen > 0 && net->view->on <= rules->bonus_until
                       && !sz_tax_book_used_bonus (net->book, person->person_id);
  SzTaxPerson year;
  SzTaxChoice choice;

  person->net.way = SZ_PAY_WAY_MONTHLY;
  *weighed = tax != SZ_SCHEME_TAX_BONUS || !may_bonus;
  if (tax == SZ_SCHEME_TAX_BONUS && may_bonus)
    person->net.way = SZ_PAY_WAY_BONUS;
  if (tax != SZ_SCHEME_TAX_BEST || !may_bonus)
    return TRUE;
  sz_tax_book_person (net->book, person->person_id, NULL, &year, NULL);
  if (!sz_tax_year_choose (rules, &year, gross_fen, &choice, error))
    return FALSE;
  if (choice.bonus)
    person->net.way = SZ_PAY_WAY_BONUS;
  return TRUE;
}

static gboolean
tax_monthly (SzNetWork *net, SzNetPerson *person, GError **error)
{
  SzTaxEntry own = { .source = SZ_TAX_RUN,
                     .month = sz_date_month_of_year (net->view->on),
                     .run = net->view->run,
                     .day = net->view->on,
                     .income_fen = person->net.gross_fen };
  g_autofree SzTaxStep *steps = NULL;
  SzTaxPerson year;
  guint place = 0;

  sz_tax_book_person (net->book, person->person_id, &own, &year, &place);
  steps = g_new0 (SzTaxStep, year.n_entries + 1);
  if (!sz_tax_year (sz_tax_book_get_rules (net->book), &year, steps, error))
    return FALSE;
  person->net.tax_fen = steps[place].withheld_fen;
  return TRUE;
}

static gboolean
tax_person (SzNetWork *net, SzNetPerson *person, SzSchemeTax tax, GError **error)
{
  gboolean weighed = FALSE;

  if (person->net.gross_fen == 0)
    return TRUE;
  if (!choose_way (net, person, tax, &weighed, error))
    return FALSE;
  if (weighed)
    {
      SzTaxPerson year;

      sz_tax_book_person (net->book, person->person_id, NULL, &year, NULL);
      miss_salary (net, person, &year);
    }
  if (person->net.way == SZ_PAY_WAY_BONUS)
    {
      person->net.tax_fen
          = sz_tax_bonus (sz_tax_book_get_rules (net->book), person->net.gross_fen).tax_fen;
      return TRUE;
    }
  return tax_monthly (net, person, error);
}

static gboolean
check_findings (SzNetWork *net, guint before, GError **error)
{
  guint n = sz_issue_list_errors (net->issues) - before;
  g_autofree char *count = g_strdup_printf ("%u", n);

  return n == 0
         || sz_error_set (error, SZ_ERROR_FORMAT, "tax.inputs_missing", "count", count, NULL);
}

/* What was withheld for this period is not taken where the program computes the tax itself. */
static void
warn_ignored (SzNetWork *net)
{
  guint n = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < net->view->people->len; i++)
    n += net->taken[i].withheld_fen != 0 ? 1 : 0;
  if (n == 0)
    return;
  count = g_strdup_printf ("%u", n);
  sz_issue_list_add (net->issues, SZ_SEVERITY_WARNING, "withholding.ignored", 0, NULL, NULL,
                     "count", count, NULL);
}

static gboolean
count_people (SzNetWork *net, SzSchemeTax tax, GError **error)
{
  gboolean corrects = net->run->frozen->life.corrects != 0;

  for (guint i = 0; i < net->view->people->len; i++)
    {
      SzNetPerson *person = &g_array_index (net->view->people, SzNetPerson, i);
      const SzNetTaken *taken = &net->taken[i];

      person->net.advance_fen = taken->advance_fen;
      person->net.correction_fen = taken->riding_fen;
      person->net.other_fen = taken->other_fen;
      person->net.owed_fen = net->owed_fen[i];
      if (!sz_pay_net_gross (&person->net, error))
        return FALSE;
      if (tax == SZ_SCHEME_TAX_NONE)
        person->net.tax_fen = corrects ? 0 : taken->withheld_fen;
      else if (!tax_person (net, person, tax, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
close_people (SzNetWork *net, GError **error)
{
  for (guint i = 0; i < net->view->people->len; i++)
    {
      SzNetPerson *person = &g_array_index (net->view->people, SzNetPerson, i);

      if (!sz_pay_net_close (&person->net, error)
          || !sz_pay_net_add (&net->view->totals, &person->net, error))
        return FALSE;
    }
  return TRUE;
}

/* A preview for @view->on. Corrections have no advances, other or riding corrections of their own.
 */
static gboolean
preview (SzNetWork *net, GError **error)
{
  gboolean corrects = net->run->frozen->life.corrects != 0;
  SzSchemeTax tax = net->run->scheme->tax;
  guint before = sz_issue_list_errors (net->issues);

  if (corrects && tax != SZ_SCHEME_TAX_NONE)
    tax = SZ_SCHEME_TAX_MONTHLY;
  net->view->tax = tax;
  if (!list_people (net, error))
    return FALSE;
  net->riders = g_array_new (FALSE, FALSE, sizeof (SzNetRider));
  g_array_set_clear_func (net->riders, rider_cleared_cb);
  if (!corrects && !sz_pay_net_take (net, error))
    return FALSE;
  if (!sz_pay_owed_read (net->store, net->lines, net->owed_fen, error))
    return FALSE;
  if (tax != SZ_SCHEME_TAX_NONE)
    {
      net->book = sz_tax_book_read (net->office, net->view->on, error);
      if (net->book == NULL)
        return FALSE;
      warn_ignored (net);
    }
  return count_people (net, tax, error) && check_findings (net, before, error)
         && close_people (net, error);
}

static gboolean
take_paid_cb (const SzPayNetRow *row, gpointer user_data, GError **error)
{
  SzNetView *view = user_data;
  Storage *storage = view->storage;
  SzNetPerson person = { row->person_id, g_string_chunk_insert (storage->texts, row->staff_no),
                         g_string_chunk_insert (storage->texts, row->name),
                         g_string_chunk_insert_const (storage->texts, row->department), row->net };

  view->on = row->paid_on;
  g_array_append_val (view->people, person);
  return sz_pay_net_add (&view->totals, &row->net, error);
}

static gboolean
refuse_next (const SzPayRunFile *run, GError **error)
{
  g_autofree char *number = sz_pay_run_number (run->frozen->run.id);

  return sz_error_set (error, SZ_ERROR_REFUSED, "correct.settles_next", "run", number, NULL);
}

static gboolean
settles_next (const SzPayRunFile *run)
{
  return run->frozen->life.corrects != 0 && strcmp (run->frozen->life.settle, "next") == 0;
}

static gboolean
fill_view (SzOffice *office, SzNetView *view, SzIssueList *issues, GError **error)
{
  Storage *storage = view->storage;
  g_auto (SzNetWork) net = { .office = office,
                             .store = sz_office_get_store (office),
                             .view = view,
                             .issues = issues,
                             .run = &storage->run };

  if (!sz_pay_run_open (net.store, view->run, SZ_PAY_RUN_ANY, &storage->run, error))
    return FALSE;
  view->state = g_strdup (storage->run.file->head.state);
  if (settles_next (&storage->run))
    return refuse_next (&storage->run, error);
  if (strcmp (view->state, "paid") != 0)
    return preview (&net, error);
  view->tax = storage->run.scheme->tax;
  if (storage->run.frozen->life.corrects != 0 && view->tax != SZ_SCHEME_TAX_NONE)
    view->tax = SZ_SCHEME_TAX_MONTHLY;
  view->on = storage->run.frozen->life.paid_on;
  return sz_store_pay_nets_each (net.store, &storage->run.frozen->life, take_paid_cb, view, error);
}

SzNetView *
sz_view_pay_net (SzOffice *office, gint64 run, SzDate on, SzIssueList *issues, GError **error)
{
  g_autoptr (SzNetView) view = NULL;
  SzStore *store;
  gboolean filled;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && issues != NULL, NULL);
  store = sz_office_get_store (office);
  view = make_view (run, on);
  if (!sz_store_begin_read (store, error))
    return NULL;
  filled = fill_view (office, view, issues, error);
  sz_store_end_read (store);
  return filled ? g_steal_pointer (&view) : NULL;
}

/* One payment under way. */
typedef struct
{
  SzOffice *office;
  SzNetView *view;
  SzIssueList *issues;
} Job;

/* RULE pay-11: not before the day of approval. */
static gboolean
judge_day (const SzPayRunFile *run, SzDate on, GError **error)
{
  guint n_steps = 0;
  const SzCaseStep *steps = sz_case_file_steps (run->file, &n_steps);
  const SzCaseStep *step = sz_case_last_step (&sz_case_pay_run, steps, n_steps, "approve waive");

  if (step != NULL && on < step->day)
    {
      g_autofree char *day = sz_date_format (step->day);

      return sz_error_set (error, SZ_ERROR_REFUSED, "paid.before_approval", "on", day, NULL);
    }
  return TRUE;
}

static gboolean
put_nets (SzAct *act, SzPayRunFile *run, const SzNetView *view, GError **error)
{
  g_autofree SzPayNetRow *rows = g_new0 (SzPayNetRow, view->people->len + 1);
  g_auto (SzPayLife) life = { 0 };
  SzPutResult result;

  for (guint i = 0; i < view->people->len; i++)
    {
      const SzNetPerson *person = &g_array_index (view->people, SzNetPerson, i);

      rows[i] = (SzPayNetRow){ .run_id = view->run,
                               .person_id = person->person_id,
                               .staff_no = person->staff_no,
                               .name = person->name,
                               .department = person->department != NULL ? person->department : "",
                               .net = person->net };
    }
  if (!sz_store_pay_life_of (sz_act_get_store (act), run->frozen->run.id, &life, error))
    return FALSE;
  g_clear_pointer (&life.nets_hash, g_free);
  life.paid_on = view->on;
  return sz_store_pay_nets_put (act, view->run, rows, view->people->len, &life.nets_hash, error)
         && sz_store_pay_life_put (act, &life, SZ_PUT_UPDATE, &result, error);
}

/* RULE pay-12: when all its differences are settled a correction is paid, on that run's day. */
static gboolean
settle_rider (
    SzAct *act, json_t *summary, const SzNetRider *rider, const SzNetView *view, GError **error)
{
  g_auto (SzPayRunFile) run = { 0 };
  g_auto (SzPayLife) life = { 0 };
  const SzCaseAsk ask = { .verb = "pay", .day = view->on };
  SzPutResult result;

  if (!sz_store_pay_settle (act, rider->run, (const gint64 *)(gpointer)rider->people->data,
                            rider->people->len, view->run, error))
    return FALSE;
  if (rider->people->len < rider->waiting)
    return TRUE;
  if (!sz_pay_run_open (sz_act_get_store (act), rider->run, SZ_PAY_RUN_ANY, &run, error)
      || !sz_pay_run_step (act, summary, &run, &ask, NULL, error)
      || !sz_store_pay_life_of (sz_act_get_store (act), rider->run, &life, error))
    return FALSE;
  life.paid_on = view->on;
  return sz_store_pay_life_put (act, &life, SZ_PUT_UPDATE, &result, error);
}

static gboolean
pay_run (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzNetView *view = job->view;
  Storage *storage = view->storage;
  const SzCaseAsk ask = { .verb = "pay", .day = view->on, .who = sz_act_get_who (act) };
  g_autofree char *total = NULL;
  g_auto (SzNetWork) net = { .office = job->office,
                             .store = sz_act_get_store (act),
                             .view = view,
                             .issues = job->issues,
                             .run = &storage->run };

  if (!sz_pay_run_open (net.store, view->run, SZ_PAY_RUN_ANY, &storage->run, error)
      || !sz_pay_run_judge (&storage->run, &ask, error))
    return FALSE;
  if (settles_next (&storage->run))
    return refuse_next (&storage->run, error);
  if (!judge_day (&storage->run, view->on, error) || !preview (&net, error)
      || !put_nets (act, &storage->run, view, error))
    return FALSE;
  for (guint i = 0; i < net.riders->len; i++)
    if (!settle_rider (act, summary, &g_array_index (net.riders, SzNetRider, i), view, error))
      return FALSE;
  total = sz_money_format (view->totals.actual_fen);
  json_object_set_new (summary, "total", json_string (total));
  if (!sz_pay_run_step (act, summary, &storage->run, &ask, NULL, error))
    return FALSE;
  g_free (view->state);
  view->state = g_strdup (storage->run.file->head.state);
  return TRUE;
}

SzNetView *
sz_office_pay_paid (SzOffice *office, gint64 run, SzDate on, SzIssueList *issues, GError **error)
{
  g_autoptr (SzNetView) view = NULL;
  Job job = { office, NULL, issues };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && issues != NULL && on != SZ_DATE_NONE, NULL);
  view = job.view = make_view (run, on);
  if (!sz_office_run (office, &(SzActHead){ .kind = "pay.paid", .issues = issues }, pay_run, &job,
                      NULL, error))
    return NULL;
  return g_steal_pointer (&view);
}
