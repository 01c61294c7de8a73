/* sz-pay-split-act.h — the sheets of departments read back 二次分配 (RULE pay-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-issue.h"
#include "sz-money.h"
#include "sz-office.h"
#include "sz-pay-split-typed.h"

G_BEGIN_DECLS

/** SzSplitPart: one component of a department's sheet. Strings are owned. */
typedef struct
{
  char *name;
  SzMoney pool_fen;
  SzMoney sum_fen;
} SzSplitPart;

/** SzSplitRequest: a sheet to read, or what was typed. */
typedef struct
{
  gint64 run;
  const char *path;          /* (nullable) with @typed */
  const char *sheet;         /* (nullable): the first */
  const char *department;    /* (nullable): as the sheet says */
  const SzSplitTyped *typed; /* (nullable): with @department */
} SzSplitRequest;

/** SzSplitDone: what reading a sheet came to. */
typedef struct
{
  gint64 run;
  char *department;
  GArray *parts; /* of SzSplitPart */
  guint people;  /* who had an amount to fill */
  guint changed; /* of them, another than in the central split */
} SzSplitDone;
void sz_split_done_free (SzSplitDone *done);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSplitDone, sz_split_done_free)

/**
 * sz_office_pay_split: (transfer full)
 * @issues: all faults of the sheet, and warnings
 *
 * REFUSED "run.unknown", "run.is_correction", "split.one_level", "run.state"; FORMAT "split.faulty"
 * (file, count) with @issues, and the errors of reading a file. The sheet counts against the run as
 * it was frozen.
 */
SzSplitDone *sz_office_pay_split (SzOffice *office,
                                  const SzSplitRequest *request,
                                  SzIssueList *issues,
                                  GError **error);

/** sz_office_pay_withdraw: the central split again; REFUSED "split.none" (department) besides. */
gboolean
sz_office_pay_withdraw (SzOffice *office, gint64 run, const char *department, GError **error);

/** SzSplitFace: how far one department is. */
typedef struct
{
  char *name;
  guint people;       /* with an amount to fill */
  SzMoney *pools_fen; /* one for each component of the view; −1: nobody is admitted */
  const char *state;  /* "own", "default", "none" */
  guint changed;
  SzMoney pool_fen;  /* Σ of its pools */
  SzMoney moved_fen; /* of it, what others get than in the central split */
  char *who;         /* NULL without an own split, as the next two */
  char *at;
  char *file;
} SzSplitFace;

/** SzSplitView: who has answered. */
typedef struct
{
  gint64 run;
  GPtrArray *components; /* of char*: what goes by department */
  GArray *departments;   /* of SzSplitFace, bytewise by name */
  guint answered;
  guint silent;
} SzSplitView;
void sz_split_view_free (SzSplitView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSplitView, sz_split_view_free)

/** sz_view_pay_splits: (transfer full). REFUSED "run.unknown", "run.is_correction",
 * "split.one_level". */
SzSplitView *sz_view_pay_splits (SzOffice *office, gint64 run, GError **error);

/** SzSplitPerson: one member of a department; strings are owned. */
typedef struct
{
  char *staff_no;
  char *name;
  SzMoney *central_fen; /* one for each component; −1: not admitted */
  SzMoney *own_fen;     /* what stands now */
} SzSplitPerson;

/** SzSplitPeople: a department with the amounts that it may split. */
typedef struct
{
  gint64 run;
  char *department;
  char *token;           /* the check number of this run, revision and department */
  GPtrArray *components; /* of char*: what goes by department */
  SzMoney *pools_fen;
  GArray *people; /* of SzSplitPerson, by staff number */
} SzSplitPeople;
void sz_split_people_free (SzSplitPeople *people);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzSplitPeople, sz_split_people_free)

/** sz_view_pay_split_people: (transfer full). REFUSED as sz_view_pay_splits(), and
 *  "split.department_unknown" (value). All components that go by department are there. */
SzSplitPeople *
sz_view_pay_split_people (SzOffice *office, gint64 run, const char *department, GError **error);

/** SzSplitFile: a workbook that was written. */
typedef struct
{
  char *department;
  char *file; /* base name */
  guint people;
  SzMoney *pools_fen; /* as in SzSplitView.components */
} SzSplitFile;

/** sz_office_pay_split_sheets: (transfer full) (element-type SzSplitFile): a workbook a department
 *  with money to split into @folder. @department (nullable): it alone; REFUSED
 *  "split.department_unknown" (value). */
GArray *sz_office_pay_split_sheets (SzOffice *office,
                                    gint64 run,
                                    const char *folder,
                                    const char *department,
                                    GPtrArray **components,
                                    GError **error);

/** sz_view_pay_split_sheet: the workbook of one department to @path; the log is the caller's.
 *  REFUSED "split.one_level", "run.state", "split.department_unknown" (value). */
gboolean sz_view_pay_split_sheet (
    SzOffice *office, gint64 run, const char *department, const char *path, GError **error);

/** sz_view_pay_split_token: (transfer full): the check number on it; refusals likewise. */
char *
sz_view_pay_split_token (SzOffice *office, gint64 run, const char *department, GError **error);

G_END_DECLS
