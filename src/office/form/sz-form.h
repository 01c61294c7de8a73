/* sz-form.h — the printed forms 打印表单 (handbook §13): which there are, and writing them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"
#include "sz-paper.h"
#include "sz-progress.h"

G_BEGIN_DECLS

/** SzFormNeeds: what a form is about; sz_form_asks() tells of each. */
typedef enum
{
  SZ_FORM_NEEDS_YEAR = 1 << 0,
  SZ_FORM_NEEDS_RUN = 1 << 1,
  SZ_FORM_NEEDS_DAY = 1 << 2,
  SZ_FORM_NEEDS_FROM = 1 << 3,
  SZ_FORM_NEEDS_TO = 1 << 4,
  SZ_FORM_NEEDS_MONTH = 1 << 5,
  SZ_FORM_NEEDS_PLAN = 1 << 6,
  SZ_FORM_NEEDS_POST = 1 << 7,
  SZ_FORM_NEEDS_COMPONENT = 1 << 8,
  SZ_FORM_NEEDS_TICKET = 1 << 9,
  SZ_FORM_NEEDS_SHEET = 1 << 10,
  SZ_FORM_NEEDS_BATCH = 1 << 11,
  SZ_FORM_NEEDS_TARGET = 1 << 12,
  SZ_FORM_NEEDS_PERSON = 1 << 13,
  SZ_FORM_NEEDS_DEPARTMENT = 1 << 14,
  SZ_FORM_NEEDS_PUBLIC = 1 << 15, /* without what the public may not see */
  SZ_FORM_NEEDS_NOTICE = 1 << 16, /* as a notice */
  SZ_FORM_NEEDS_ALL = 1 << 17,
  SZ_FORM_NEEDS_IDS = 1 << 18,     /* with full ID numbers */
  SZ_FORM_NEEDS_PROPOSE = 1 << 19, /* a plan of posts that is only proposed, of: */
  SZ_FORM_NEEDS_TOTAL = 1 << 20,
  SZ_FORM_NEEDS_PROFESSIONAL = 1 << 21,
  SZ_FORM_NEEDS_RATIO = 1 << 22,
  SZ_FORM_NEEDS_SENIOR = 1 << 23,
  SZ_FORM_NEEDS_POINTS = 1 << 24, /* with the columns of points */
  SZ_FORM_NEEDS_A3 = 1 << 25,
  SZ_FORM_NEEDS_A5 = 1 << 26,
  SZ_FORM_NEEDS_WHERE = 1 << 27, /* time and place of an examination */
} SzFormNeeds;

/** SzFormParams: @run 0: the latest run; @on none: today; @year has no default. Texts are borrowed;
 *  NULL, none, 0 and FALSE are what nobody asked for. */
typedef struct
{
  int year;
  gint64 run;
  SzDate on;
  SzDate from;
  SzDate to;
  int month;
  const char *plan;      /* 招聘批次 */
  const char *post;      /* 岗位代码 */
  const char *component; /* 科目 */
  const char *ticket;    /* 准考证号 */
  const char *where;     /* 时间、地点 */
  gint64 sheet;          /* a kept fee sheet */
  const char *batch;     /* 评审批次 */
  const char *target;    /* 申报职称 */
  const char *person;    /* 工号 */
  const char *department;
  gboolean is_public;
  gboolean is_notice;
  gboolean is_all;
  gboolean with_ids;
  gboolean propose;
  int total;
  int professional;   /* 0: the least number */
  const char *ratio;  /* 3:4:3 */
  const char *senior; /* share of 正高 of the senior posts, 0.2000 */
  gboolean with_points;
  gboolean is_a3;
  gboolean is_a5;
} SzFormParams;

/** SzFormAsk: one thing that forms are about, for whoever asks for it. */
typedef enum
{
  SZ_FORM_ASK_NUMBER, /* int */
  SZ_FORM_ASK_RUN,    /* gint64: a pay run */
  SZ_FORM_ASK_ID,     /* gint64 */
  SZ_FORM_ASK_DAY,
  SZ_FORM_ASK_TEXT,
  SZ_FORM_ASK_FLAG,
} SzFormAskType;

typedef struct
{
  guint bit;         /* of SzFormNeeds */
  const char *word;  /* of the command line, of the log and of JSON: "year", "on" */
  const char *value; /* N_(): what stands for it: YEAR, 工号; NULL of a flag */
  const char *help;  /* N_() */
  SzFormAskType type;
  gsize offset; /* in SzFormParams */
} SzFormAsk;

/** sz_form_asks: (array zero-terminated=1): in the order of the bits, ended by a NULL word. */
const SzFormAsk *sz_form_asks (void);

/** SzFormMissing: what to do when there is nothing to print yet; N_() all but @page, which is a
 * page of the window, NULL: the import. */
typedef struct
{
  const char *title;
  const char *text;
  const char *button;
  const char *page;
} SzFormMissing;

/** SzForm: what is known of a form from outside. Forms are official documents: always in Chinese.
 */
typedef struct
{
  const char *id;    /* "roster", "F20" */
  const char *title; /* 奖励性绩效工资发放明细表（个人） */
  guint needs; /* of SzFormNeeds: it cannot be made without them (run and day have defaults) */
  guint takes; /* of SzFormNeeds: it can be given these too */
  const SzFormMissing *missing;
} SzForm;

/** sz_form_find: (nullable): by id, whatever its case. */
const SzForm *sz_form_find (const char *id);
/** sz_form_dup_ids: (transfer full): of all forms, in their order. */
GStrv sz_form_dup_ids (void);

/** sz_form_list_all: (transfer container) (element-type SzForm): every form in the order of lists,
 * whether it can be printed or not; reads nothing. */
GPtrArray *sz_form_list_all (void);

/** SzFormOffer: one form. @years: of int, the latest first; empty for a form that is not of a year.
 */
typedef struct
{
  const SzForm *form;
  gboolean ready;
  GArray *years;
} SzFormOffer;

/** sz_form_offers: (transfer full) (element-type SzFormOffer): all forms in the order of their
 * numbers, those that cannot be printed yet among them. */
GPtrArray *sz_form_offers (SzOffice *office, GError **error);

/** sz_form_list: (transfer container) (element-type SzForm): those whose data is there. */
GPtrArray *sz_form_list (SzOffice *office, GError **error);

/** SzFormExport: a form, or several for a meeting 会议材料, into one file. @path ends in .xlsx,
 * .pdf or, of one form alone, .csv. */
typedef struct
{
  const char *id;         /* NULL: */
  const char *const *ids; /* the forms of a meeting in their order, ended by NULL */
  SzFormParams params;
  const char *path;
  SzProgress progress;
  GCancellable *cancellable;
} SzFormExport;

/**
 * sz_form_export:
 *
 * Makes and writes the form, or a contents sheet and the forms behind it, and puts the export into
 * the log (RULE aud-1). FORMAT "form.type_unknown", "form.type_meeting" (file); those of
 * sz_form_make() and of the writers.
 */
gboolean sz_form_export (SzOffice *office, const SzFormExport *wanted, GError **error);

/** sz_form_export_list: a list as it stands in the window, @paper, to @path as sz_form_export()
 * does; the log knows of it. */
gboolean sz_form_export_list (SzOffice *office,
                              SzPaper *paper,
                              const char *path,
                              SzProgress progress,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
