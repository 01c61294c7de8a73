/* sz-form-f25.c — F25 培训工作量登记折算表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-convert.h"
#include "sz-form-private.h"
#include "sz-view-workload.h"

typedef struct
{
  SzWorkloadView *view;
  gboolean has_periods;
  gboolean has_fees; /* some record is paid by fee alone */
} Records;

static void
records_freed_cb (gpointer data)
{
  Records *records = data;

  sz_workload_view_free (records->view);
  g_free (records);
}

static const char *
get_term (SzCodeTable table, int value)
{
  const SzCode *code = sz_codes_by_value (table, value);

  return code != NULL ? code->name : NULL;
}

/* RULE wrk-2: what is paid by fee alone never enters the sum, so it has a column of its own. */
static void
fill_hours (const Records *records, const SzTrainingLine *line, SzFormRow *row)
{
  const gboolean fee = line->record.pay_mode == SZ_PAY_MODE_FEE;

  if (fee)
    sz_form_row_empty (row);
  else
    sz_form_row_number (row, line->raw_x100);
  if (!records->has_fees)
    return;
  if (fee)
    sz_form_row_number (row, line->raw_x100);
  else
    sz_form_row_empty (row);
}

static void
fill_record_cb (gpointer data, guint index, SzFormRow *row)
{
  const Records *records = data;
  const SzTrainingLine *line = &records->view->training[index];

  sz_form_row_group (row, line->staff_no);
  sz_form_row_text (row, line->department);
  sz_form_row_text (row, line->staff_no);
  sz_form_row_take (row, sz_form_dup_name (line->name));
  sz_form_row_date (row, line->date);
  if (records->has_periods)
    sz_form_row_text (row, line->period);
  sz_form_row_take (row, g_strdup_printf ("%s %s", line->project_name, line->session));
  sz_form_row_text (row, get_term (SZ_TABLE_TRAINING_ROLE, (int)line->record.role));
  sz_form_row_number (row, line->record.students);
  sz_form_row_number (row, line->record.hours_x100);
  sz_form_row_number (row, line->terms.size_x1e4);
  sz_form_row_number (row, line->terms.type_x1e4);
  sz_form_row_number (row, line->terms.category_x1e4);
  sz_form_row_number (row, line->terms.time_x1e4);
  sz_form_row_number (row, line->terms.role_x1e4);
  fill_hours (records, line, row);
  sz_form_row_text (row, get_term (SZ_TABLE_PAY_MODE, (int)line->record.pay_mode));
}

static SzFormColumns *
make_record_columns (const Records *records)
{
  static const char *const terms[] = { "规模", "类型", "类别", "时段", "角色" };
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "部门", SZ_COLUMN_TEXT, 0, 12)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "工号", SZ_COLUMN_CODE, 0, 7);
  sz_form_columns_add (columns, NULL, "姓名", SZ_COLUMN_TEXT, 0, 8);
  sz_form_columns_add (columns, NULL, "日期", SZ_COLUMN_DATE, 0, 10);
  if (records->has_periods)
    sz_form_columns_add (columns, NULL, "节次", SZ_COLUMN_TEXT, 0, 6)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "项目、班次", SZ_COLUMN_TEXT, 0, 22);
  sz_form_columns_add (columns, NULL, "角色", SZ_COLUMN_TEXT, 0, 8);
  sz_form_columns_add (columns, NULL, "人数", SZ_COLUMN_COUNT, 0, 5);
  sz_form_columns_add_sum (columns, NULL, "课时", SZ_HOURS_DECIMALS, 8);
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    sz_form_columns_add (columns, "系数", terms[i], SZ_COLUMN_DECIMAL, SZ_RATIO_DECIMALS, 7);
  sz_form_columns_add_sum (columns, "折算前", "计工作量", SZ_HOURS_DECIMALS, 9)->dash = TRUE;
  if (records->has_fees)
    sz_form_columns_add_sum (columns, "折算前", "只发课酬", SZ_HOURS_DECIMALS, 9)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "计酬方式", SZ_COLUMN_TEXT, 0, 9);
  return columns;
}

/* ---- the second table: what each teacher's records come to ---- */

typedef struct
{
  SzConvert *convert;
  GPtrArray *lines; /* of SzConvertLine with training, in the order of the records */
  gint64 ratio_x1e4;
} People;

static void
people_freed_cb (gpointer data)
{
  People *people = data;

  g_ptr_array_unref (people->lines);
  sz_convert_free (people->convert);
  g_free (people);
}

static void
fill_person_cb (gpointer data, guint index, SzFormRow *row)
{
  const People *people = data;
  const SzConvertLine *line = g_ptr_array_index (people->lines, index);

  sz_form_row_number (row, index + 1);
  sz_form_row_text (row, line->staff_no);
  sz_form_row_take (row, sz_form_dup_name (line->name));
  sz_form_row_number (row, line->load.training_raw_x100);
  sz_form_row_number (row, line->load.training_x100);
  sz_form_row_number (row, line->load.training_credit_x100);
  sz_form_row_number (row, line->load.training_over_x100);
}

static SzFormColumns *
make_person_columns (void)
{
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "序号", SZ_COLUMN_COUNT, 0, 5);
  sz_form_columns_add (columns, NULL, "工号", SZ_COLUMN_CODE, 0, 8);
  sz_form_columns_add (columns, NULL, "姓名", SZ_COLUMN_TEXT, 0, 10);
  sz_form_columns_add_sum (columns, NULL, "折算前", SZ_HOURS_DECIMALS, 11);
  sz_form_columns_add_sum (columns, NULL, "折算后", SZ_HOURS_DECIMALS, 11);
  sz_form_columns_add_sum (columns, NULL, "封顶后", SZ_HOURS_DECIMALS, 11);
  sz_form_columns_add_sum (columns, NULL, "超出（付课酬）", SZ_HOURS_DECIMALS, 11);
  return columns;
}

static People *
gather_people (SzOffice *office,
               int year,
               const SzWorkloadView *view,
               GCancellable *cancellable,
               GError **error)
{
  SzConvert *convert = sz_convert_year (office, year, cancellable, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  People *people;

  if (convert == NULL)
    return NULL;
  people = g_new0 (People, 1);
  people->convert = convert;
  people->lines = g_ptr_array_new ();
  for (gsize i = 0; i < convert->n_lines; i++)
    g_hash_table_insert (by_id, &convert->lines[i].person_id, &convert->lines[i]);
  for (gsize i = 0; i < view->n_training; i++)
    {
      gpointer line = g_hash_table_lookup (by_id, &view->training[i].person_id);

      if (line != NULL
          && (people->lines->len == 0
              || g_ptr_array_index (people->lines, people->lines->len - 1) != line))
        g_ptr_array_add (people->lines, line);
    }
  return people;
}

static void
look_through (Records *records)
{
  for (gsize i = 0; i < records->view->n_training; i++)
    {
      records->has_periods |= records->view->training[i].period[0] != '\0';
      records->has_fees |= records->view->training[i].record.pay_mode == SZ_PAY_MODE_FEE;
    }
}

static void
add_tables (SzPaper *paper, Records *records, People *people)
{
  static const char *const signatures[]
      = { "培训处", "教务处", "人事处", "制表人", "联系电话", NULL };
  static const SzTableOptions by_person
      = { .group_subtotals = TRUE, .total_label = "合计", .autofilter = TRUE };
  static const SzTableOptions plain = { .total_label = "合计" };
  g_autoptr (SzFormColumns) record_columns = make_record_columns (records);
  g_autoptr (SzFormColumns) person_columns = make_person_columns ();

  sz_form_add_table (paper, record_columns, &by_person, (guint)records->view->n_training,
                     fill_record_cb, records, records_freed_cb);
  sz_paper_add_text (paper,
                     "折算前＝课时×规模×类型×类别×时段×角色，逐条四舍五入到两位小数；只发课酬的"
                     "不计工作量。每人折算与封顶：");
  sz_form_add_table (paper, person_columns, &plain, people->lines->len, fill_person_cb, people,
                     people_freed_cb);
  sz_paper_add_signatures (paper, signatures);
}

SzPaper *
sz_form_make_f25 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  SzWorkloadFilter filter = { .year = params->year };
  g_autofree char *title = g_strdup_printf ("%d年%s", params->year, form->title);
  Records *records = g_new0 (Records, 1);
  People *people = NULL;
  SzPaper *paper = NULL;

  records->view = sz_view_workload_open (office, &filter, cancellable, error);
  if (records->view != NULL && records->view->n_training == 0)
    paper = sz_form_refuse_empty (form, error);
  else if (records->view != NULL)
    people = gather_people (office, params->year, records->view, cancellable, error);
  if (people != NULL)
    paper = sz_form_new_paper (office, form, title, "单位：课时", error);
  if (paper != NULL)
    {
      look_through (records);
      add_tables (paper, records, people);
      return paper;
    }
  g_clear_pointer (&people, people_freed_cb);
  g_clear_pointer (&records->view, sz_workload_view_free);
  g_free (records);
  return NULL;
}
