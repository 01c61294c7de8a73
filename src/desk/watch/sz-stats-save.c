/* sz-stats-save.c — whom the statistics count, and the statistics as a file
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-stats-save.h"

#include <glib/gi18n.h>

#include "sz-codes.h"
#include "sz-list-page.h"
#include "sz-page-output.h"
#include "sz-printout.h"
#include "sz-stats-export.h"

/* The filters, in their order. */
enum
{
  FILTER_DEPARTMENT,
  FILTER_EMPLOYMENT,
};

SzStatsScope
sz_stats_scope (const SzListAsk *ask)
{
  const char *department;
  const char *kind;
  const SzCode *code;

  g_return_val_if_fail (ask != NULL, ((SzStatsScope){ SZ_DATE_NONE, NULL, SZ_STATS_EMPLOYMENTS }));
  department = ask->choices[FILTER_DEPARTMENT];
  kind = ask->choices[FILTER_EMPLOYMENT];
  code = *kind != '\0' ? sz_codes_by_name (SZ_TABLE_EMPLOYMENT, kind) : NULL;
  return (SzStatsScope){ ask->day, *department != '\0' ? department : NULL,
                         code != NULL ? 1u << code->value : SZ_STATS_EMPLOYMENTS };
}

typedef struct
{
  SzListAsk *ask;
  char *path;
} Export;

static void
free_export (gpointer data)
{
  Export *export = data;

  sz_list_ask_free (export->ask);
  g_free (export->path);
  g_free (export);
}

static void
set_path (gpointer input, char *path)
{
  ((Export *)input)->path = path;
}

static gpointer
export_cb (SzOffice *office,
           gpointer input,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  const Export *export = input;
  const SzStatsScope scope = sz_stats_scope (export->ask);

  return sz_office_stats_export (office, &scope, export->path, error) ? g_strdup (export->path)
                                                                      : NULL;
}

void
sz_stats_save (SzPage *page, SzListAsk *ask, const char *ending)
{
  g_autofree char *name = g_strconcat ("教职工队伍结构统计表", ending, NULL);
  Export *export = g_new0 (Export, 1);
  const SzSaving saving = { export_cb, export, free_export, set_path };

  g_return_if_fail (SZ_IS_PAGE (page) && ask != NULL && ending != NULL);
  export->ask = ask;
  sz_page_save (page, _ ("Save Statistics"), name, &saving);
}

static gpointer
print_cb (SzOffice *office,
          gpointer input,
          SzProgress progress,
          GCancellable *cancellable,
          GError **error)
{
  const SzStatsScope scope = sz_stats_scope (input);
  g_autoptr (GPtrArray) papers = sz_stats_papers (office, &scope, error);
  SzPages *pages = papers != NULL ? sz_pages_new_full ((SzPaper *const *)papers->pdata, papers->len,
                                                       NULL, NULL, cancellable, error)
                                  : NULL;
  return pages != NULL ? sz_printout_new (pages) : NULL;
}

static void
print_ready_cb (gpointer owner, gpointer value)
{
  g_autoptr (SzPrintout) printout = value;

  sz_page_print (owner, printout, "教职工队伍结构统计表");
}

void
sz_stats_print (SzPage *page, SzJob *job, SzListAsk *ask)
{
  SzTasks *tasks;

  g_return_if_fail (SZ_IS_PAGE (page) && job != NULL && ask != NULL);
  tasks = sz_page_get_tasks (page);
  if (tasks != NULL)
    sz_job_read (job, tasks,
                 SZ_WORK (print_cb, ask, (GDestroyNotify)sz_list_ask_free,
                          (GDestroyNotify)sz_printout_unref),
                 print_ready_cb);
  else
    sz_list_ask_free (ask);
}
