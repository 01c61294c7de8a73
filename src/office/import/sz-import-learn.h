/* sz-import-learn.h — values of a sheet that no code table knows, and what the college means by
 * them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import.h"

G_BEGIN_DECLS

/* More different values than this are not listed. */
#define SZ_IMPORT_UNKNOWN_MAX 200

/** SzImportUnknown: a text in a column of codes that means nothing known (RULE ppl-2). */
typedef struct
{
  guint field; /* of the kind */
  char *text;  /* as it stands first */
  guint count; /* rows that have it */
  guint row;   /* the first of them */
} SzImportUnknown;

/**
 * sz_office_import_unknown: (transfer full) (element-type SzImportUnknown)
 *
 * Reads the sheet once, by the headings that the request matches; by field, then as they come.
 */
GPtrArray *sz_office_import_unknown (SzOffice *office,
                                     const SzImportRequest *request,
                                     SzProgress progress,
                                     GCancellable *cancellable,
                                     GError **error);

/** SzImportMeaning: @text stands for @code of @table; borrowed. */
typedef struct
{
  SzCodeTable table;
  const char *text;
  const char *code;
} SzImportMeaning;

/** sz_office_import_learn: remembers what texts mean, for this and all later imports; one act
 *  "import.learn". FORMAT "code.unknown" (choices) when a table has no such code. */
gboolean sz_office_import_learn (SzOffice *office,
                                 const SzImportMeaning *meanings,
                                 guint n_meanings,
                                 GError **error);

G_END_DECLS
