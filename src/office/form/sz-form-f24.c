/* sz-form-f24.c — F24 教师教学工作量统计表
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-private.h"
#include "sz-form-weekly.h"
#include "sz-view-workload.h"

typedef struct
{
  SzWorkloadView *view;
  SzWeekly *weekly;
  gboolean has_terms;  /* some record says its 学期 */
  gboolean has_weekly; /* some record has lessons in the timetable */
} Table;

static void
table_freed_cb (gpointer data)
{
  Table *table = data;

  g_clear_pointer (&table->weekly, sz_weekly_free);
  g_clear_pointer (&table->view, sz_workload_view_free);
  g_free (table);
}

static void
fill_weekly (const Table *table, const SzTeachingLine *line, SzFormRow *row)
{
  gint64 hours_x100;
  int weeks;

  if (sz_weekly_find (table->weekly, line, &hours_x100, &weeks))
    {
      sz_form_row_number (row, hours_x100);
      sz_form_row_number (row, weeks);
      return;
    }
  sz_form_row_empty (row);
  sz_form_row_empty (row);
}

static void
fill_row_cb (gpointer data, guint index, SzFormRow *row)
{
  const Table *table = data;
  const SzTeachingLine *line = &table->view->teaching[index];
  const SzCode *type = sz_codes_by_value (SZ_TABLE_COURSE_TYPE, (int)line->record.type);

  sz_form_row_group_within (row, line->department, line->staff_no);
  sz_form_row_text (row, line->department);
  sz_form_row_text (row, line->staff_no);
  sz_form_row_take (row, sz_form_dup_name (line->name));
  if (table->has_terms)
    sz_form_row_text (row, line->term);
  sz_form_row_text (row, line->course);
  sz_form_row_text (row, line->class_name);
  sz_form_row_text (row, type != NULL ? type->name : NULL);
  sz_form_row_number (row, line->record.students);
  if (table->has_weekly)
    fill_weekly (table, line, row);
  sz_form_row_number (row, line->record.hours_x100);
  sz_form_row_number (row, line->terms.size_x1e4);
  sz_form_row_number (row, line->terms.repeat_x1e4);
  sz_form_row_number (row, line->terms.type_x1e4);
  sz_form_row_number (row, line->terms.new_x1e4);
  sz_form_row_number (row, line->standard_x100);
}

static SzFormColumns *
make_columns (const Table *table)
{
  static const char *const terms[] = { "K1规模", "K2重复", "K3类型", "K4新课" };
  SzFormColumns *columns = sz_form_columns_new ();

  sz_form_columns_add (columns, NULL, "部门", SZ_COLUMN_TEXT, 0, 14)->dash = TRUE;
  sz_form_columns_add (columns, NULL, "工号", SZ_COLUMN_CODE, 0, 8);
  sz_form_columns_add (columns, NULL, "姓名", SZ_COLUMN_TEXT, 0, 8);
  if (table->has_terms)
    sz_form_columns_add (columns, NULL, "学期", SZ_COLUMN_TEXT, 0, 12);
  sz_form_columns_add (columns, NULL, "课程", SZ_COLUMN_TEXT, 0, 20);
  sz_form_columns_add (columns, NULL, "班级", SZ_COLUMN_TEXT, 0, 14);
  sz_form_columns_add (columns, NULL, "类型", SZ_COLUMN_TEXT, 0, 8);
  sz_form_columns_add (columns, NULL, "人数", SZ_COLUMN_COUNT, 0, 6);
  if (table->has_weekly)
    {
      sz_form_columns_add (columns, NULL, "周课时", SZ_COLUMN_DECIMAL, SZ_HOURS_DECIMALS, 7)->dash
          = TRUE;
      sz_form_columns_add (columns, NULL, "周数", SZ_COLUMN_COUNT, 0, 6)->dash = TRUE;
    }
  sz_form_columns_add_sum (columns, NULL, "计划课时", SZ_HOURS_DECIMALS, 10);
  for (gsize i = 0; i < G_N_ELEMENTS (terms); i++)
    sz_form_columns_add (columns, "系数", terms[i], SZ_COLUMN_DECIMAL, SZ_RATIO_DECIMALS, 8);
  sz_form_columns_add_sum (columns, NULL, "标准课时", SZ_HOURS_DECIMALS, 11);
  return columns;
}

static gboolean
find_terms (const SzWorkloadView *view)
{
  for (gsize i = 0; i < view->n_teaching; i++)
    {
      if (*view->teaching[i].term != '\0')
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_weekly (const Table *table)
{
  for (gsize i = 0; i < table->view->n_teaching; i++)
    {
      gint64 hours_x100;
      int weeks;

      if (sz_weekly_find (table->weekly, &table->view->teaching[i], &hours_x100, &weeks))
        return TRUE;
    }
  return FALSE;
}

static SzPaper *
make_paper (SzOffice *office, const SzForm *form, int year, Table *table, GError **error)
{
  static const char *const signatures[]
      = { "教师", "教研室", "教务处", "制表人", "联系电话", NULL };
  static const SzTableOptions options
      = { .group_subtotals = TRUE, .total_label = "合计", .autofilter = TRUE };
  g_autofree char *title = g_strdup_printf ("%d年%s", year, form->title);
  g_autoptr (SzFormColumns) columns = NULL;
  SzPaper *paper = sz_form_new_paper (office, form, title, "单位：课时", error);

  if (paper == NULL)
    {
      table_freed_cb (table);
      return NULL;
    }
  columns = make_columns (table);
  sz_form_add_table (paper, columns, &options, (guint)table->view->n_teaching, fill_row_cb, table,
                     table_freed_cb);
  sz_paper_add_text (paper, "标准课时＝计划课时×K1×K2×K3×K4，逐条四舍五入到两位小数。");
  sz_paper_add_signatures (paper, signatures);
  return paper;
}

SzPaper *
sz_form_make_f24 (SzOffice *office,
                  const SzForm *form,
                  const SzFormParams *params,
                  GCancellable *cancellable,
                  GError **error)
{
  SzWorkloadFilter filter = { .year = params->year };
  SzWorkloadView *view = sz_view_workload_open (office, &filter, cancellable, error);
  Table *table;

  if (view == NULL)
    return NULL;
  if (view->n_teaching == 0)
    {
      sz_workload_view_free (view);
      return sz_form_refuse_empty (form, error);
    }
  table = g_new0 (Table, 1);
  table->view = view;
  table->has_terms = find_terms (view);
  table->weekly = sz_weekly_new (office, params->year, error);
  if (table->weekly == NULL)
    {
      table_freed_cb (table);
      return NULL;
    }
  table->has_weekly = find_weekly (table);
  return make_paper (office, form, params->year, table, error);
}
