/* sz-form-private.h — what the files of the forms share; for files of this room only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-form.h"
#include "sz-store-years.h"
#include "sz-view-pay.h"

G_BEGIN_DECLS

/* One maker a form; @params is complete. "form.no_data" where nothing is to be printed. */
typedef SzPaper *(*SzFormMake) (SzOffice *office,
                                const SzForm *form,
                                const SzFormParams *params,
                                GCancellable *cancellable,
                                GError **error);

typedef gboolean (*SzFormWrite) (SzOffice *office,
                                 const SzFormParams *params,
                                 const char *place,
                                 GError **error);

/* Whether what it prints can exist yet, beyond rows in a table. */
typedef gboolean (*SzFormReady) (SzOffice *office, gboolean *ready, GError **error);

#define SZ_FORM_TABLES_MAX 8

typedef struct _SzFormTable SzFormTable;

/**
 * SzFormEntry: a line of the registry. A duty has a file `sz-forms-DUTY.c` with its entries, ended
 * by { 0 }, named in sz-form-registry.c; browser, command line and meeting pack read nothing else.
 */
typedef struct
{
  SzForm form;
  int place; /* in lists; 0: the number of its id, F20 */
  /* It can be printed when one of these tables has rows (of the year where it is of one); none:
     whenever there is a pay run for one that is of a run, else always. */
  SzYearRows rows[SZ_FORM_TABLES_MAX];
  SzFormReady ready;        /* (nullable) */
  SzFormMake make;          /* code, for what is special; else: */
  const SzFormTable *table; /* a description: sz-form-table.h */
  /* (nullable): a further sheet of the workbook; NULL without @error where it was not asked for. */
  SzFormMake beside;
  SzFormWrite workbook; /* (nullable): a workbook of its own instead of the paper's */
} SzFormEntry;

extern const SzFormEntry sz_forms_pay[];
extern const SzFormEntry sz_forms_people[];
extern const SzFormEntry sz_forms_recruit[];
extern const SzFormEntry sz_forms_titles[];
extern const SzFormEntry sz_forms_watch[];
extern const SzFormEntry sz_forms_workload[];

/** sz_form_find_entry: (nullable): by id, whatever its case. */
const SzFormEntry *sz_form_find_entry (const char *id);

/** sz_form_list_entries: (transfer container): in the order of lists. */
GPtrArray *sz_form_list_entries (void);

/** sz_form_find_rows: whether any row of what @entry prints is @there; @year 0: of any year. */
gboolean sz_form_find_rows (
    SzOffice *office, const SzFormEntry *entry, int year, gboolean *there, GError **error);

/** sz_form_complete: what the user left open: the latest run, today. REFUSED "form.asks" (form,
 * ask) for what has no such default, "form.no_data" where there is no run at all. */
gboolean
sz_form_complete (SzOffice *office, const SzForm *form, SzFormParams *params, GError **error);

/** sz_form_ask_dup: (transfer full) (nullable): what @params say of @ask: "2025", "true", a day as
 *  2025-12-31 or, for @people, 2025年12月31日; NULL: nothing was asked. */
char *sz_form_ask_dup (const SzFormAsk *ask, const SzFormParams *params, gboolean people);

/** sz_form_needs_given: which bits of SzFormNeeds @params carry. */
guint sz_form_needs_given (const SzFormParams *params);

/** sz_form_new_paper: (transfer full): title and the line above the table: 填报单位, 填报日期
 * (today), @unit such as "单位：元". */
SzPaper *sz_form_new_paper (
    SzOffice *office, const SzForm *form, const char *title, const char *unit, GError **error);

/** sz_form_dup_run_title: (transfer full): @title behind the period of the run: 2025年度…, 2025年
 * 3月…. */
char *sz_form_dup_run_title (const SzPayView *view, const char *title);

/** sz_form_set_run_foot: which run it is, 编号, at the foot of each page. */
void sz_form_set_run_foot (SzPaper *paper, const SzPayView *view);
/** sz_form_dup_mark: (transfer full): where the log stands, for the foot of what is signed. */
char *sz_form_dup_mark (SzOffice *office, GError **error);

/** sz_form_refuse_empty: REFUSED "form.no_data"; always NULL. */
SzPaper *sz_form_refuse_empty (const SzForm *form, GError **error);

/** sz_form_dup_name: (transfer full): 两字姓名中间空一字 (handbook §13.1). */
char *sz_form_dup_name (const char *name);

G_END_DECLS
