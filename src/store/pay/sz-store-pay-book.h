/* sz-store-pay-book.h — what a run leaves besides its lines: inputs, differences, payments (RULE
 * pay-11, pay-12, pay-16)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-pay-correct.h"
#include "sz-pay-net.h"
#include "sz-store-pay.h"
#include "sz-store-payrun.h"

G_BEGIN_DECLS

/* Written once, covered by a hash in SzPayLife; readers fail with CORRUPT "run.changed" (run). */

/** sz_store_pay_life_of: the life of a run; for one without a row @life gets revision 1 and id 0.
 *  REFUSED "run.unknown" (run). */
gboolean sz_store_pay_life_of (SzStore *store, gint64 run, SzPayLife *life, GError **error);

/** sz_store_pay_splits_of, _adjustments_of, _objections_of: (transfer full): rows of one run, in
 * the order of department, n, (notice, n). */
GArray *sz_store_pay_splits_of (SzStore *store, gint64 run, GError **error);
GArray *sz_store_pay_adjustments_of (SzStore *store, gint64 run, GError **error);
GArray *sz_store_pay_objections_of (SzStore *store, gint64 run, GError **error);

/** SzPayInputFn: the inputs of one staff number ("": of nobody), one a line. */
typedef gboolean (*SzPayInputFn) (const char *staff_no,
                                  const char *lines,
                                  gpointer user_data,
                                  GError **error);

/** SzPayInputWriter: writes the inputs of a run, staff numbers ascending. */
typedef struct _SzPayInputWriter SzPayInputWriter;
SzPayInputWriter *sz_store_pay_inputs_begin (SzAct *act, gint64 run, GError **error);
gboolean sz_store_pay_inputs_add (SzPayInputWriter *writer,
                                  const char *staff_no,
                                  const char *lines,
                                  GError **error);
/** sz_store_pay_inputs_end: (transfer full): their hash; frees @writer. */
char *sz_store_pay_inputs_end (SzPayInputWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayInputWriter, sz_store_pay_inputs_end)
/** sz_store_pay_inputs_each: by staff number; @hash is what they must give. */
gboolean sz_store_pay_inputs_each (SzStore *store,
                                   gint64 run,
                                   const char *hash,
                                   SzPayInputFn fn,
                                   gpointer user_data,
                                   GError **error);

/** SzPayDifferences: lines of a correction; texts belong to it. */
typedef struct
{
  GArray *lines; /* of SzPayDifference */
  GStringChunk *texts;
} SzPayDifferences;
void sz_pay_differences_free (SzPayDifferences *differences);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzPayDifferences, sz_pay_differences_free)
gboolean sz_store_pay_differences_put (
    SzAct *act, gint64 run, const GArray *lines, char **hash, GError **error);
SzPayDifferences *
sz_store_pay_differences_get (SzStore *store, const SzPayLife *life, GError **error);

/** SzPayNetRow: one person's payment. Texts are borrowed. */
typedef struct
{
  gint64 run_id;
  gint64 person_id;
  const char *staff_no;
  const char *name;
  const char *department;
  SzDate paid_on;
  SzPayNet net;
} SzPayNetRow;
typedef gboolean (*SzPayNetFn) (const SzPayNetRow *row, gpointer user_data, GError **error);

gboolean sz_store_pay_nets_put (
    SzAct *act, gint64 run, const SzPayNetRow *rows, gsize n, char **hash, GError **error);
/** sz_store_pay_nets_each: of @life's run, or of all runs when it is %NULL; by run, staff number.
 */
gboolean sz_store_pay_nets_each (
    SzStore *store, const SzPayLife *life, SzPayNetFn fn, gpointer user_data, GError **error);

/** sz_store_pay_rehash: the hashes of @life, where it has them, of the rows as they stand: for a
 * run whose people have other numbers where it came from. */
gboolean sz_store_pay_rehash (SzStore *store, SzPayLife *life, GError **error);

/** sz_store_pay_settle: the differences of @correction of these people rode on @run. */
gboolean sz_store_pay_settle (
    SzAct *act, gint64 correction, const gint64 *people, gsize n, gint64 run, GError **error);
/** sz_store_pay_settled: (transfer full): person ids (gint64 *) whose differences were settled. */
GHashTable *sz_store_pay_settled (SzStore *store, gint64 correction, GError **error);

/** sz_store_pay_services: (transfer full) (element-type SzService): of everybody, by person; the
 *  person's id stands in `id`. */
GArray *sz_store_pay_services (SzStore *store, GError **error);

/** SzPayHand: who changed something last, and when; %NULL when nobody is known. */
typedef struct
{
  char *who;
  char *at;
} SzPayHand;

/** sz_store_pay_last_hand: of the rows of @table about @key: a 工号 where @column is %NULL, else
 * what stands in @column. */
gboolean sz_store_pay_last_hand (SzStore *store,
                                 const char *table,
                                 const char *column,
                                 const char *key,
                                 SzPayHand *hand,
                                 GError **error);

/** sz_store_pay_drop_book: before the run itself goes, or gets a new revision: inputs, differences.
 */
gboolean sz_store_pay_drop_book (SzAct *act, gint64 run, GError **error);

G_END_DECLS
