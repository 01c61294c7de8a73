/* bench-import.c — a large roster and a large register of trainees imported: time and the most
 * memory each ever took
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: bench-import SOURCE-ROOT [ROWS]. Workbooks are written by processes of their own, and each
 * import is one: its memory is that of its process from its start to the commit, all of it: file,
 * findings, rows and transaction.
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "bench-series.h"
#include "sz-idcard.h"
#include "sz-import-kinds.h"
#include "sz-import.h"

#define ROWS 100000
#define LIMIT_MIB 128
/* People of a class. */
#define CLASS_SIZE 50

/* What the trainees may take beside the people. */
#define TRAINEES_RATIO 1.5

static const char *const headings[] = {
  "工号",         "姓名",     "身份证号", "性别",     "民族", "政治面貌",     "部门",
  "人员类别",     "岗位类别", "岗位等级", "专任教师", "职称", "职称取得日期", "学历",
  "参加工作日期", "来校日期", "在职状态", "薪酬方式", "手机", "银行卡号",
};

static const char *const trainee_headings[] = {
  "项目编号", "项目名称", "项目类别",   "班次",     "开班日期", "结班日期", "姓名",
  "身份证号", "工作单位", "应完成学时", "完成学时", "结业",     "证书编号", "班次状态",
};

/* Another one for each row. */
static char *
dup_digits (guint i)
{
  int birth = 19600101 + (int)(i / 9990 % 40) * 10000 + (int)(i / 333 % 12) * 100 + (int)(i % 28);

  return g_strdup_printf ("%06u%08d%03u", 370100 + i / 90000, birth, (i / 28) % 1000);
}

/* A trainee a row, fifty to a class; the hours decide for half of them. */
static void
write_trainee (lxw_worksheet *sheet, guint i)
{
  const guint project = i / (CLASS_SIZE * 20);
  g_autofree char *digits = dup_digits (i);
  g_autofree char *id = g_strdup_printf ("%s%c", digits, sz_idcard_check_digit (digits));
  g_autofree char *number = g_strdup_printf ("PX2025-%04u", project);
  g_autofree char *title = g_strdup_printf ("第%u期技能提升培训", project);
  g_autofree char *session = g_strdup_printf ("%u班", i / CLASS_SIZE % 20 + 1);
  g_autofree char *name = g_strdup_printf ("学员%u", i);
  g_autofree char *employer = g_strdup_printf ("第%u机械厂", i % 300);
  g_autofree char *certificate = g_strdup_printf ("JY2025%06u", i);
  const char *cells[G_N_ELEMENTS (trainee_headings)] = {
    number,
    title,
    "企业职工培训",
    session,
    "2025-03-03",
    "2025-03-14",
    name,
    id,
    employer,
    "80",
    i % 3 == 0 ? "64" : "80",
    i % 2 == 0 ? "是" : "",
    i % 2 == 0 ? certificate : "",
    "正常",
  };

  for (guint column = 0; column < G_N_ELEMENTS (trainee_headings); column++)
    worksheet_write_string (sheet, i + 1, (lxw_col_t)column, cells[column], NULL);
}

/* A person a row, every ID number another one; 20 columns. */
static void
write_person (lxw_worksheet *sheet, guint i)
{
  g_autofree char *digits = dup_digits (i);
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

typedef struct
{
  const char *kind;
  const char *const *headings;
  guint n_headings;
  void (*write) (lxw_worksheet *sheet, guint i);
  /* What it came to. */
  double seconds;
  double worked;
  double mebibytes;
} Sheet;

/* In a process of its own, so that the writer's memory is not counted. */
static void
make_workbook (const Sheet *sheet, const char *path, guint rows)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  pid_t child = fork ();
  lxw_workbook *book;
  lxw_worksheet *page;
  int status = 0;

  if (child != 0)
    {
      if (child < 0 || waitpid (child, &status, 0) != child || status != 0)
        g_error ("no workbook");
      return;
    }
  book = workbook_new_opt (path, &options);
  page = workbook_add_worksheet (book, "名册");
  for (guint column = 0; column < sheet->n_headings; column++)
    worksheet_write_string (page, 0, (lxw_col_t)column, sheet->headings[column], NULL);
  for (guint i = 0; i < rows; i++)
    sheet->write (page, i);
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

static int
import_sheet (const Sheet *sheet, const char *path, const char *db, guint rows)
{
  g_autoptr (GTimer) timer = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (SzImportResult) result = NULL;
  SzImportRequest request = { .kind = sz_import_kind_find (sheet->kind), .path = path };
  SzProgress progress = { phase_reported_cb, NULL };

  office = sz_office_create (db, "bench", "某技师学院", 386, &error);
  g_assert_no_error (error);
  timer = g_timer_new ();
  progress.user_data = timer;
  result = sz_office_import (office, &request, progress, NULL, &error);
  g_assert_no_error (error);
  printf ("  import of %u rows x %u columns of %s: %" G_GINT64_FORMAT " new, %u findings, %.2f s\n",
          rows, sheet->n_headings, sheet->kind, result->inserted,
          sz_issue_list_length (result->issues), g_timer_elapsed (timer, NULL));
  for (guint i = 0; i < MIN (sz_issue_list_length (result->issues), 5); i++)
    printf ("  %s, row %u\n", sz_issue_list_get (result->issues, i)->code,
            sz_issue_list_get (result->issues, i)->row);
  fflush (stdout);
  return result->inserted == (gint64)rows ? 0 : 1;
}

/* The same process would have the memory of the import before. */
static void
measure (Sheet *sheet, const char *folder, guint rows)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.xlsx", folder, sheet->kind);
  g_autofree char *db = g_strdup_printf ("%s/%s.db", folder, sheet->kind);
  g_autoptr (GTimer) timer = NULL;
  struct rusage usage;
  int status = 0;
  pid_t child;

  make_workbook (sheet, path, rows);
  fflush (stdout);
  timer = g_timer_new ();
  child = fork ();
  if (child == 0)
    _exit (import_sheet (sheet, path, db, rows));
  if (child < 0 || wait4 (child, &status, 0, &usage) != child || status != 0)
    g_error ("no import of %s", sheet->kind);
  sheet->seconds = g_timer_elapsed (timer, NULL);
  sheet->worked = (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
                  + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
  sheet->mebibytes = (double)usage.ru_maxrss / 1024;
  printf ("  %s: %.2f s, worked %.2f s\n", sheet->kind, sheet->seconds, sheet->worked);
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
  const guint rows = argc > 2 ? (guint)atoi (argv[2]) : ROWS;
  g_autofree char *folder = g_dir_make_tmp ("shizi-bench-XXXXXX", NULL);
  Sheet people = { "people", headings, G_N_ELEMENTS (headings), write_person };
  Sheet trainees = { "trainees", trainee_headings, G_N_ELEMENTS (trainee_headings), write_trainee };

  bench_print_head ("a roster and a register of trainees imported");
  measure (&people, folder, rows);
  measure (&trainees, folder, rows);
  bench_print_figure ("memory of a whole import", LIMIT_MIB, people.mebibytes, "MiB");
  bench_print_figure ("memory of an import of trainees", LIMIT_MIB, trainees.mebibytes, "MiB");
  bench_print_figure ("import of trainees beside one of people", TRAINEES_RATIO,
                      trainees.worked / people.worked, "times");
  remove_folder (folder);
  return 0;
}
