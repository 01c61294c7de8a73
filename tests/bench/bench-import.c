/* bench-import.c — a large roster imported: time and the most memory it ever took
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-import SOURCE-ROOT [ROWS]. The workbook is written by another process; the memory is
 * that of this one from its start to the commit, all of it: file, findings, rows and transaction.
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "bench-series.h"
#include "sz-idcard.h"
#include "sz-import-kinds.h"
#include "sz-import.h"

#define ROWS 100000
#define LIMIT_MIB 128

static const char *const headings[] = {
  "工号",         "姓名",     "身份证号", "性别",     "民族", "政治面貌",     "部门",
  "人员类别",     "岗位类别", "岗位等级", "专任教师", "职称", "职称取得日期", "学历",
  "参加工作日期", "来校日期", "在职状态", "薪酬方式", "手机", "银行卡号",
};

/* A person a row, every ID number another one; 20 columns. */
static void
write_row (lxw_worksheet *sheet, guint i)
{
  int birth = 19600101 + (int)(i / 9990 % 40) * 10000 + (int)(i / 333 % 12) * 100 + (int)(i % 28);
  g_autofree char *digits
      = g_strdup_printf ("%06u%08d%03u", 370100 + i / 90000, birth, (i / 28) % 1000);
  g_autofree char *staff_no = g_strdup_printf ("%07u", i);
  g_autofree char *name = g_strdup_printf ("教师%u", i);
  g_autofree char *id = g_strdup_printf ("%s%c", digits, sz_idcard_check_digit (digits));
  g_autofree char *department = g_strdup_printf ("第%u系", i % 40);
  g_autofree char *account = g_strdup_printf ("62220000%011u", i);
  g_autofree char *phone = g_strdup_printf ("139%08u", i);
  const char *cells[G_N_ELEMENTS (headings)] = {
    staff_no,     name,       id,         (digits[16] - '0') % 2 == 1 ? "男" : "女",
    "汉族",       "群众",     department, "在编",
    "专业技术",   "专技八级", "是",       "讲师",
    "2019-12-01", "本科",     "2010.07",  "2010-07-01",
    "在职",       "绩效",     phone,      account,
  };

  for (guint column = 0; column < G_N_ELEMENTS (headings); column++)
    worksheet_write_string (sheet, i + 1, (lxw_col_t)column, cells[column], NULL);
}

/* In a process of its own, so that the writer's memory is not counted. */
static void
make_workbook (const char *path, guint rows)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  pid_t child = fork ();
  lxw_workbook *book;
  lxw_worksheet *sheet;
  int status = 0;

  if (child != 0)
    {
      if (child < 0 || waitpid (child, &status, 0) != child || status != 0)
        g_error ("no workbook");
      return;
    }
  book = workbook_new_opt (path, &options);
  sheet = workbook_add_worksheet (book, "名册");
  for (guint column = 0; column < G_N_ELEMENTS (headings); column++)
    worksheet_write_string (sheet, 0, (lxw_col_t)column, headings[column], NULL);
  for (guint i = 0; i < rows; i++)
    write_row (sheet, i);
  _exit (workbook_close (book) == LXW_NO_ERROR ? 0 : 1);
}

static void
phase_reported_cb (const char *what, guint64 done, guint64 total, gpointer user_data)
{
  static const char *last = "";
  GTimer *timer = user_data;

  if (g_strcmp0 (last, what) != 0)
    printf ("  %-7s from %6.2f s, %.0f MiB so far\n", what, g_timer_elapsed (timer, NULL),
            bench_peak_mib ());
  last = what;
}

static void
remove_folder (const char *path)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s'", path);

  if (system (command) != 0)
    g_warning ("%s stays behind", path);
}

int
main (int argc, char **argv)
{
  guint rows = argc > 2 ? (guint)atoi (argv[2]) : ROWS;
  g_autofree char *folder = g_dir_make_tmp ("shizi-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "roster.xlsx", NULL);
  g_autofree char *db = g_build_filename (folder, "college.db", NULL);
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (SzImportResult) result = NULL;
  SzImportRequest request = { .kind = sz_import_kind_find ("people"), .path = path };
  SzProgress progress = { phase_reported_cb, NULL };

  bench_print_head ("a roster imported");
  make_workbook (path, rows);
  office = sz_office_create (db, "bench", "某技师学院", 386, &error);
  g_assert_no_error (error);
  timer = g_timer_new ();
  progress.user_data = timer;
  result = sz_office_import (office, &request, progress, NULL, &error);
  g_assert_no_error (error);
  printf ("  import of %u rows x %u columns: %" G_GINT64_FORMAT
          " people, %u findings, %.2f s (worked %.2f s)\n",
          rows, (guint)G_N_ELEMENTS (headings), result->inserted,
          sz_issue_list_length (result->issues), g_timer_elapsed (timer, NULL),
          (double)bench_cpu_us () / G_USEC_PER_SEC);
  bench_print_figure ("memory of a whole import", LIMIT_MIB, bench_peak_mib (), "MiB");
  for (guint i = 0; i < MIN (sz_issue_list_length (result->issues), 5); i++)
    printf ("  %s, row %u\n", sz_issue_list_get (result->issues, i)->code,
            sz_issue_list_get (result->issues, i)->row);
  remove_folder (folder);
  return result->inserted == (gint64)rows ? 0 : 1;
}
