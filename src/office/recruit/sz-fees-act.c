/* sz-fees-act.c — sheets of fees 课酬发放 (RULE rec-26, tax-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-fees-act.h"

#include <string.h>

#include "sz-office-act.h"
#include "sz-params.h"
#include "sz-parttime-view.h"
#include "sz-recruit-lists.h"
#include "sz-rules-payrun.h"
#include "sz-store-people.h"

static void
clear_person_cb (gpointer data)
{
  SzFeePerson *person = data;

  g_free (person->agreement);
  g_free (person->name);
  g_free (person->id_number);
  g_free (person->department);
  g_free (person->bank_account);
}

static SzFeeSheet *
make_sheet (void)
{
  SzFeeSheet *sheet = g_new0 (SzFeeSheet, 1);

  sheet->lines = g_array_new (FALSE, TRUE, sizeof (SzFeePerson));
  g_array_set_clear_func (sheet->lines, clear_person_cb);
  return sheet;
}

void
sz_fee_sheet_free (SzFeeSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_array_unref (sheet->lines);
  g_free (sheet);
}

/* One computation: inside a read, or inside the act that keeps it. */
typedef struct
{
  SzOffice *office;
  SzStore *store;
  const SzFeeAsk *ask;
  SzIssueList *issues;
  SzFeeSheet *sheet;
  GArray *records; /* of SzLectureRow, those that are on the sheet */
} Job;

static gboolean
is_own_staff (Job *job, const char *id_number, SzDate day, gboolean *own, GError **error)
{
  GError *fault = NULL;
  g_autoptr (SzPersonFile) file = sz_store_person_by_id_number (job->store, id_number, &fault);

  *own = FALSE;
  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  for (guint i = 0; file != NULL && i < file->services->len; i++)
    *own |= sz_service_covers (&g_array_index (file->services, SzService, i), day);
  return TRUE;
}

static SzFeePerson *
get_line (SzFeeSheet *sheet, const SzContractRow *row, SzMoney rate)
{
  SzFeePerson person = { 0 };

  for (guint i = 0; i < sheet->lines->len; i++)
    {
      SzFeePerson *there = &g_array_index (sheet->lines, SzFeePerson, i);

      if (there->contract_id == row->id && there->line.rate_fen == rate)
        return there;
    }
  person = (SzFeePerson){ .contract_id = row->id,
                          .agreement = g_strdup (row->agreement_no),
                          .name = g_strdup (row->name),
                          .id_number = g_strdup (row->id_number),
                          .department = g_strdup (row->department),
                          .bank_account = g_strdup (row->bank_account),
                          .line.rate_fen = rate };
  g_array_append_val (sheet->lines, person);
  return &g_array_index (sheet->lines, SzFeePerson, sheet->lines->len - 1);
}

static gboolean
gather_lines (Job *job, GError **error)
{
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (job->office, error);
  g_autoptr (GArray) rows
      = book != NULL ? sz_store_lectures_between (job->store, job->ask->from, job->ask->to, error)
                     : NULL;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SzLectureRow *row = &g_array_index (rows, SzLectureRow, i);
      const SzParttimeContract *contract = sz_parttime_book_by_id (book, row->contract_id);
      const SzStretch *stretch
          = contract != NULL ? sz_parttime_stretch_on (contract, row->day) : NULL;
      const SzMoney rate = row->rate_fen != 0 ? row->rate_fen
                           : stretch != NULL  ? stretch->rate_fen
                                              : 0;
      gboolean own = FALSE;

      if (contract == NULL)
        continue;
      if (!is_own_staff (job, contract->row->id_number, row->day, &own, error))
        return FALSE;
      if (own)
        {
          g_autofree char *day = sz_date_format (row->day);

          sz_issue_list_add (job->issues, SZ_SEVERITY_WARNING, "fee.own_staff", 0, NULL, NULL,
                             "name", contract->row->name, "date", day, NULL);
          continue;
        }
      get_line (job->sheet, contract->row, rate)->line.hours_x100 += row->hours_x100;
      g_array_append_val (job->records, *row);
    }
  /* the texts of the records are not needed behind here: only their ids */
  for (guint i = 0; i < job->records->len; i++)
    {
      SzLectureRow *row = &g_array_index (job->records, SzLectureRow, i);

      row->period = row->course = row->class_name = row->note = NULL;
    }
  return TRUE;
}

static int
compare_lines_cb (gconstpointer a, gconstpointer b)
{
  const SzFeePerson *left = a;
  const SzFeePerson *right = b;
  const int order = strcmp (left->agreement, right->agreement);

  if (order != 0)
    return order;
  return (left->line.rate_fen > right->line.rate_fen)
         - (left->line.rate_fen < right->line.rate_fen);
}

/* What each ID was paid on kept sheets of the same month. */
static gboolean
add_paid (Job *job, GHashTable *groups, GArray *paid, GError **error)
{
  g_autoptr (GArray) sheets = sz_store_fee_sheet_list (job->store, SZ_ROWS_ALL, error);

  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    {
      const SzFeeSheetRow *sheet = &g_array_index (sheets, SzFeeSheetRow, i);
      g_autoptr (GArray) lines = NULL;

      if (sz_date_month (sheet->paid_on) != sz_date_month (job->ask->paid_on))
        continue;
      lines = sz_store_fee_lines_of (job->store, sheet->id, error);
      if (lines == NULL)
        return FALSE;
      for (guint j = 0; j < lines->len; j++)
        {
          const SzFeeLineRow *line = &g_array_index (lines, SzFeeLineRow, j);
          gpointer group = NULL;
          SzFeePaid *before;

          if (!g_hash_table_lookup_extended (groups, line->id_number, NULL, &group))
            continue;
          before = &g_array_index (paid, SzFeePaid, GPOINTER_TO_UINT (group));
          before->gross_fen += line->gross_fen;
          before->tax_fen += line->tax_fen;
        }
    }
  return sheets != NULL;
}

static gboolean
compute (Job *job, GError **error)
{
  SzFeeSheet *sheet = job->sheet;
  g_autoptr (GArray) params = sz_params_gather (job->office, error);
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) paid = g_array_new (FALSE, TRUE, sizeof (SzFeePaid));
  g_autofree SzFeeLine *lines = NULL;
  SzTaxRules rules;

  if (params == NULL || !sz_rules_tax (params, job->ask->paid_on, &rules, error)
      || !gather_lines (job, error))
    return FALSE;
  g_array_sort (sheet->lines, compare_lines_cb);
  lines = g_new0 (SzFeeLine, sheet->lines->len + 1);
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      SzFeePerson *person = &g_array_index (sheet->lines, SzFeePerson, i);
      gpointer group = NULL;

      if (!g_hash_table_lookup_extended (groups, person->id_number, NULL, &group))
        {
          group = GUINT_TO_POINTER (paid->len);
          g_array_set_size (paid, paid->len + 1);
          g_hash_table_insert (groups, person->id_number, group);
        }
      lines[i] = person->line;
      lines[i].group = GPOINTER_TO_UINT (group);
    }
  if (!add_paid (job, groups, paid, error)
      || !sz_fees_compute (lines, sheet->lines->len, (const SzFeePaid *)(gconstpointer)paid->data,
                           paid->len, &rules, error))
    return FALSE;
  sheet->people = (int)paid->len;
  for (guint i = 0; i < sheet->lines->len; i++)
    {
      g_array_index (sheet->lines, SzFeePerson, i).line = lines[i];
      sheet->hours_x100 += lines[i].hours_x100;
      sheet->gross_fen += lines[i].gross_fen;
      sheet->tax_fen += lines[i].tax_fen;
      sheet->net_fen += lines[i].net_fen;
    }
  return TRUE;
}

static gboolean
keep_lines (Job *job, SzAct *act, GError **error)
{
  for (guint i = 0; i < job->sheet->lines->len; i++)
    {
      const SzFeePerson *person = &g_array_index (job->sheet->lines, SzFeePerson, i);
      SzFeeLineRow row = { .sheet_id = job->sheet->id,
                           .ordinal = (int)i,
                           .contract_id = person->contract_id,
                           .id_number = person->id_number,
                           .hours_x100 = person->line.hours_x100,
                           .rate_fen = person->line.rate_fen,
                           .gross_fen = person->line.gross_fen,
                           .tax_fen = person->line.tax_fen,
                           .net_fen = person->line.net_fen };

      if (!sz_store_fee_line_put (act, &row, SZ_PUT_INSERT, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
mark_record (SzAct *act, gint64 record, gint64 sheet, GError **error)
{
  g_auto (SzLectureRow) row = { 0 };
  gboolean found = FALSE;

  if (!sz_store_lecture_get (sz_act_get_store (act), record, &row, &found, error))
    return FALSE;
  row.sheet_id = sheet;
  return !found || sz_store_lecture_put (act, &row, SZ_PUT_UPDATE, NULL, error);
}

static gboolean
keep_sheet (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  SzFeeSheetRow row = { .from = job->ask->from, .to = job->ask->to, .paid_on = job->ask->paid_on };

  if (!compute (job, error))
    return FALSE;
  if (job->sheet->lines->len == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "fees.nothing", NULL);
  row.people = job->sheet->people;
  row.hours_x100 = job->sheet->hours_x100;
  row.gross_fen = job->sheet->gross_fen;
  row.tax_fen = job->sheet->tax_fen;
  row.net_fen = job->sheet->net_fen;
  if (!sz_store_fee_sheet_put (act, &row, SZ_PUT_INSERT, NULL, error))
    return FALSE;
  job->sheet->id = row.id;
  json_object_set_new (summary, "sheet", json_integer (row.id));
  json_object_set_new (summary, "people", json_integer (row.people));
  if (!keep_lines (job, act, error))
    return FALSE;
  for (guint i = 0; i < job->records->len; i++)
    if (!mark_record (act, g_array_index (job->records, SzLectureRow, i).id, row.id, error))
      return FALSE;
  return TRUE;
}

SzFeeSheet *
sz_fees_sheet (SzOffice *office, const SzFeeAsk *ask, SzIssueList *issues, GError **error)
{
  g_autoptr (SzFeeSheet) sheet = NULL;
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (SzLectureRow));
  Job job = { .office = office, .ask = ask, .issues = issues, .records = records };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && issues != NULL, NULL);
  if (ask->to < ask->from)
    {
      g_autofree char *from = sz_date_format (ask->from);
      g_autofree char *to = sz_date_format (ask->to);

      sz_error_set (error, SZ_ERROR_FORMAT, "date.reversed", "from", from, "to", to, NULL);
      return NULL;
    }
  sheet = make_sheet ();
  sheet->from = ask->from;
  sheet->to = ask->to;
  sheet->paid_on = ask->paid_on;
  job.sheet = sheet;
  job.store = sz_office_get_store (office);
  if (ask->keep)
    return sz_office_run (office, &(SzActHead){ .kind = "fees.keep" }, keep_sheet, &job, NULL,
                          error)
               ? g_steal_pointer (&sheet)
               : NULL;
  if (!sz_store_begin_read (job.store, error))
    return NULL;
  done = compute (&job, error);
  sz_store_end_read (job.store);
  return done ? g_steal_pointer (&sheet) : NULL;
}

static void
take_row (SzFeeSheet *sheet, const SzFeeSheetRow *row)
{
  sheet->id = row->id;
  sheet->from = row->from;
  sheet->to = row->to;
  sheet->paid_on = row->paid_on;
  sheet->people = row->people;
  sheet->hours_x100 = row->hours_x100;
  sheet->gross_fen = row->gross_fen;
  sheet->tax_fen = row->tax_fen;
  sheet->net_fen = row->net_fen;
}

GPtrArray *
sz_fees_list (SzOffice *office, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  GPtrArray *sheets;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  rows = sz_store_fee_sheet_list (sz_office_get_store (office), SZ_ROWS_ALL, error);
  if (rows == NULL)
    return NULL;
  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_fee_sheet_free);
  for (guint i = 0; i < rows->len; i++)
    {
      SzFeeSheet *sheet = make_sheet ();

      take_row (sheet, &g_array_index (rows, SzFeeSheetRow, i));
      g_ptr_array_add (sheets, sheet);
    }
  return sheets;
}

static gboolean
find_sheet (SzStore *store, gint64 sheet, SzFeeSheetRow *row, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, sheet);
  gboolean found = FALSE;

  if (!sz_store_fee_sheet_get (store, sheet, row, &found, error))
    return FALSE;
  return found || sz_error_set (error, SZ_ERROR_REFUSED, "sheet.unknown", "sheet", number, NULL);
}

SzFeeSheet *
sz_fees_load (SzOffice *office, gint64 id, GError **error)
{
  g_autoptr (SzFeeSheet) sheet = NULL;
  g_auto (SzFeeSheetRow) row = { 0 };
  g_autoptr (GArray) lines = NULL;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  store = sz_office_get_store (office);
  if (!find_sheet (store, id, &row, error)
      || (lines = sz_store_fee_lines_of (store, id, error)) == NULL)
    return NULL;
  sheet = make_sheet ();
  take_row (sheet, &row);
  for (guint i = 0; i < lines->len; i++)
    {
      const SzFeeLineRow *line = &g_array_index (lines, SzFeeLineRow, i);
      g_auto (SzContractRow) contract = { 0 };
      gboolean found = FALSE;
      SzFeePerson *person;

      if (!sz_store_contract_get (store, line->contract_id, &contract, &found, error))
        return NULL;
      contract.id = line->contract_id;
      person = get_line (sheet, &contract, line->rate_fen);
      person->line.hours_x100 = line->hours_x100;
      person->line.gross_fen = line->gross_fen;
      person->line.tax_fen = line->tax_fen;
      person->line.net_fen = line->net_fen;
    }
  return g_steal_pointer (&sheet);
}

static gboolean
delete_sheet (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const gint64 id = *(const gint64 *)user_data;
  SzStore *store = sz_act_get_store (act);
  g_auto (SzFeeSheetRow) row = { 0 };
  g_autoptr (GArray) sheets = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) records = NULL;

  if (!find_sheet (store, id, &row, error)
      || (sheets = sz_store_fee_sheet_list (store, SZ_ROWS_ALL, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      const SzFeeSheetRow *other = &g_array_index (sheets, SzFeeSheetRow, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, other->id);

      if (other->id > id && sz_date_month (other->paid_on) == sz_date_month (row.paid_on))
        return sz_error_set (error, SZ_ERROR_REFUSED, "sheet.not_latest", "sheet", number, NULL);
    }
  lines = sz_store_fee_lines_of (store, id, error);
  records = lines != NULL ? sz_store_lectures_of_sheet (store, id, error) : NULL;
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!mark_record (act, g_array_index (records, SzLectureRow, i).id, 0, error))
      return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const SzFeeLineRow *line = &g_array_index (lines, SzFeeLineRow, i);

      if (!sz_store_fee_line_delete (act, line->id, line->row_version, error))
        return FALSE;
    }
  json_object_set_new (summary, "sheet", json_integer (id));
  return sz_store_fee_sheet_delete (act, row.id, row.row_version, error);
}

gboolean
sz_fees_delete (SzOffice *office, gint64 sheet, GError **error)
{
  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);
  return sz_office_run (office, &(SzActHead){ .kind = "fees.delete" }, delete_sheet, &sheet, NULL,
                        error);
}
