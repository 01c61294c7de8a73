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

/** sz_view_year_needs: (transfer full) (element-type SzYearNeed): in the order of a year's work. */
GArray *sz_view_year_needs (SzOffice *office, int year, GError **error);

/**
 * sz_office_new_year: the targets of the year before that @year has none of, with their numbers and
 * offices; the document is left empty: it is to be confirmed. Everything else goes on by its dates.
 * @copied: (out): how many; 0: nothing was written
 */
gboolean sz_office_new_year (SzOffice *office, int year, guint *copied, GError **error);

G_END_DECLS
