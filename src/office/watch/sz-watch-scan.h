/* sz-watch-scan.h — the conditions of the catalogue, found in one state of the database (RULE
 * aud-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-finding.h"
#include "sz-quota-day.h"
#include "sz-view-targets.h"
#include "sz-watch-book.h"

G_BEGIN_DECLS

/** SzWatchScan: one look at the whole database. */
typedef struct
{
  SzOffice *office;
  SzStore *store;
  SzDate day;
  SzWatchBook *book;
  SzTargetsView *this_year; /* on the day */
  SzTargetsView *last_year; /* on its 31 December */
  SzQuotaTerm *term;        /* the days to the horizon; weighed by the first finder */
  GArray *found;            /* of SzCondition */
} SzWatchScan;

/**
 * SzWatchFinder: looks for the conditions of one kind, or of several that are found together, and
 * hands each to sz_watch_scan_add(). It knows nothing of states. To join the engine a kind needs a
 * line in domain/watch/sz-finding-kind.c, a sentence in words/sz-words-watch.c, and one of these in
 * the list of sz-watch-scan.c.
 */
typedef gboolean (*SzWatchFinder) (SzWatchScan *scan, GError **error);

/** SzFound: a condition on its way into the list; strings are copied. */
typedef struct
{
  const char *kind;
  const char *subject;
  gint64 size;          /* 0 counts as 1 */
  gboolean heavier;     /* an error where the kind is usually a warning */
  gboolean lighter;     /* a warning where the kind is usually an error */
  json_t *facts;        /* (nullable) (transfer full): beside the parts of the subject */
  const char *staff_no; /* (nullable): the person it concerns */
  const char *unit;     /* (nullable): the office it concerns, where the kind does not say */
} SzFound;

void sz_watch_scan_add (SzWatchScan *scan, const SzFound *found);
/** sz_watch_scan_add_format: the same with the subject put together. */
void sz_watch_scan_add_format (SzWatchScan *scan, SzFound found, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/** sz_watch_scan_new: (transfer full): everything found on @day, in the order of new numbers. */
SzWatchScan *sz_watch_scan_new (SzOffice *office, SzDate day, GError **error);
void sz_watch_scan_free (SzWatchScan *scan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzWatchScan, sz_watch_scan_free)

/** sz_watch_fact_date: (transfer full): a date as facts hold it. */
json_t *sz_watch_fact_date (SzDate date);

/* The finders of this duty; those of others stand in their own folders. */
gboolean sz_watch_find_staff (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_contracts (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_quota (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_assessments (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_pay (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_payrun (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_training (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_workload (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_targets (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_coverage (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_kin (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_recruit (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_employment (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_rectify (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_titles (SzWatchScan *scan, GError **error);
gboolean sz_watch_find_log (SzWatchScan *scan, GError **error);

G_END_DECLS
