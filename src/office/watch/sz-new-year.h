/* sz-new-year.h — a new year: what goes on from the old one, and what it still needs
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-office.h"

G_BEGIN_DECLS

/** SzYearNeed: a register that a year has rows of. Strings are static. */
typedef struct
{
  const char *kind; /* word of the import: "assessments" */
  const char *name; /* 年度考核 */
  gint64 rows;      /* of the year; 0: still to come */
} SzYearNeed;

/** SzYearParam: a value of the college's own that holds on into a year and wants to be confirmed.
 * Strings are owned. */
typedef struct
{
  char *key;
  char *value; /* JSON text */
  char *source;
  SzDate from;
} SzYearParam;

/** sz_view_year_params: (transfer full) (element-type SzYearParam): those in force on the first day
 * of @year that were set for an earlier one, by key. */
GArray *sz_view_year_params (SzOffice *office, int year, GError **error);

/** SzYearCopied: how many rows of each register went on. */
typedef struct
{
  guint targets; /* 目标任务: numbers and offices, the document is left empty */
  guint quotas;  /* 额定课时 of people who have none in the new year */
  guint roles;   /* 角色 that reach to the end of the year or beyond */
} SzYearCopied;

/** sz_view_year_needs: (transfer full) (element-type SzYearNeed): in the order of a year's work. */
GArray *sz_view_year_needs (SzOffice *office, int year, GError **error);

/** sz_view_year_copied: what sz_office_new_year() would copy. */
gboolean sz_view_year_copied (SzOffice *office, int year, SzYearCopied *copied, GError **error);

/**
 * sz_office_new_year: what the registers of the year before hold and @year has none of, as one act.
 * Targets are to be confirmed: their document is left empty. Everything else goes on by its dates;
 * the scheme of the year is sz_view_scheme_next().
 * @copied: (out): all zero: nothing was written, and there is no act
 */
gboolean sz_office_new_year (SzOffice *office, int year, SzYearCopied *copied, GError **error);

G_END_DECLS
