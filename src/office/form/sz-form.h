/* sz-form.h — the printed forms 打印表单 (handbook §13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-paper.h"
#include "sz-progress.h"

G_BEGIN_DECLS

/** SzFormNeeds: what a form is about. */
typedef enum
{
  SZ_FORM_NEEDS_YEAR = 1 << 0,
  SZ_FORM_NEEDS_RUN = 1 << 1,
  SZ_FORM_NEEDS_DAY = 1 << 2,
} SzFormNeeds;

/** SzFormParams: @run 0: the latest run; @on 0: today; @year has no default. */
typedef struct
{
  int year;
  gint64 run;
  SzDate on;
} SzFormParams;

/** SzForm: one line of the registry. Forms are official documents: always in Chinese. */
typedef struct
{
  const char *id;    /* "roster", "F20" */
  const char *title; /* 奖励性绩效发放明细表（个人） */
  guint needs;       /* of SzFormNeeds */
} SzForm;

/** sz_form_find: (nullable): by id, whatever its case. */
const SzForm *sz_form_find (const char *id);

/** sz_form_list: (transfer container) (element-type SzForm): those whose data is there. */
GPtrArray *sz_form_list (SzOffice *office, GError **error);

/**
 * sz_form_make: (transfer full)
 *
 * The finished paper. REFUSED "form.unknown" (form), "form.no_data" (form), "form.no_year" (form, year),
 * "run.unknown" (run).
 */
SzPaper *sz_form_make (SzOffice *office,
                       const char *id,
                       const SzFormParams *params,
                       GCancellable *cancellable,
                       GError **error);

/**
 * sz_form_export:
 * @path: ends in .xlsx, .pdf or .csv
 *
 * Makes and writes the form, and puts the export into the log (RULE aud-1). FORMAT
 * "form.type_unknown" (file); those of sz_form_make() and of the writers.
 */
gboolean sz_form_export (SzOffice *office,
                         const char *id,
                         const SzFormParams *params,
                         const char *path,
                         SzProgress progress,
                         GCancellable *cancellable,
                         GError **error);

/** sz_form_export_list: a list as it stands in the window, @paper, to @path as sz_form_export() does;
 * the log knows of it. */
gboolean sz_form_export_list (SzOffice *office,
                              SzPaper *paper,
                              const char *path,
                              SzProgress progress,
                              GCancellable *cancellable,
                              GError **error);

/**
 * sz_form_export_meeting: 会议材料
 * @ids: the forms in their order, ended by NULL
 * @path: ends in .xlsx or .pdf ("form.type_meeting" (file) otherwise)
 *
 * A contents sheet and the forms behind it in one file; otherwise as sz_form_export().
 */
gboolean sz_form_export_meeting (SzOffice *office,
                                 const char *const *ids,
                                 const SzFormParams *params,
                                 const char *path,
                                 SzProgress progress,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
