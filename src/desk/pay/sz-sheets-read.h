/* sz-sheets-read.h — sheets of departments read one by one, or one of adjustments, and what is
 * wrong with them (RULE pay-8, pay-10); for files of this folder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-task.h"

G_BEGIN_DECLS

/** SzSheetLine: something to say of a sheet. Strings are owned. */
typedef struct
{
  char *path;
  char *file;
  guint row;    /* as the spreadsheet program shows it, 0: not about a row */
  char *column; /* (nullable) */
  char *value;  /* (nullable): what stands there; without row and column, a staff number */
  char *sentence;
  gboolean fault; /* FALSE: a warning, or that the sheet was read */
} SzSheetLine;

/** SzSheetsRead: what came of it. */
typedef struct
{
  guint n_read;
  guint n_faulty;
  GArray *lines; /* of SzSheetLine, sheet by sheet */
} SzSheetsRead;
void sz_sheets_read_free (SzSheetsRead *read);

/** sz_sheets_read: (transfer full): in the writer thread: each sheet is an act of its own, so that
 *  one that is not good keeps none of the others back. @paths: of char *. */
SzSheetsRead *sz_sheets_read (SzOffice *office, gint64 run, const GPtrArray *paths);

/** sz_sheets_read_adjustments: (transfer full): in the writer thread: the lines of one sheet 工号
 *  姓名 金额 原因, all of them or none. */
SzSheetsRead *sz_sheets_read_adjustments (SzOffice *office, gint64 run, const char *path);

G_END_DECLS
