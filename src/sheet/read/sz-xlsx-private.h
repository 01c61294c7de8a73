/* sz-xlsx-private.h — the parts of a workbook and what they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-reader-private.h"
#include "sz-row-arena-private.h"
#include "sz-xml-private.h"

G_BEGIN_DECLS

#define SZ_XLSX_ROWS 1048576u
#define SZ_XLSX_COLUMNS 16384u

/** SzXlsxStrings: all shared strings in one block, each ended by NUL. */
typedef struct
{
  char *bytes;
  gsize used;
  gsize size;
  guint32 *starts;
  guint n;
  guint room;
} SzXlsxStrings;

gboolean sz_xlsx_strings_read (SzXlsxStrings *strings,
                               SzZip *zip,
                               SzInput *input,
                               const char *part,
                               GCancellable *cancellable,
                               GError **error);
void sz_xlsx_strings_clear (SzXlsxStrings *strings);

/** SzXlsxShown: what a number format makes of a number, as far as it changes what is read. */
typedef enum
{
  SZ_XLSX_SHOWN_PLAIN,
  SZ_XLSX_SHOWN_DATE,
  SZ_XLSX_SHOWN_TWO_DECIMALS, /* 0.00 */
  SZ_XLSX_SHOWN_SHAPES,       /* this and what follows: one of the styles' shapes */
} SzXlsxShown;

/** SzNumberShape: what a format puts around a number that people read with it: 0000, "JX"0000,
 *  0.00"万元". Money signs, blanks and brackets are none. */
typedef struct
{
  guint zeros;  /* digits at least; below 2: no matter */
  char *prefix; /* "" for none */
  char *suffix;
} SzNumberShape;

/** sz_number_shape_new: (nullable): NULL: the format shows the number as it is. */
SzNumberShape *sz_number_shape_new (const char *code);
void sz_number_shape_free (SzNumberShape *shape);

/** SzXlsxStyles: one byte a cell style. */
typedef struct
{
  guint8 *shown;     /* SzXlsxShown by style */
  GPtrArray *shapes; /* of SzNumberShape */
  guint n;
} SzXlsxStyles;

gboolean sz_xlsx_styles_read (SzXlsxStyles *styles,
                              SzZip *zip,
                              SzInput *input,
                              const char *part,
                              GCancellable *cancellable,
                              GError **error);
void sz_xlsx_styles_clear (SzXlsxStyles *styles);

/** SzXlsxMerge: a joined range of several rows; rows from 1, columns from 0, both ends inside. */
typedef struct
{
  guint32 top;
  guint32 bottom;
  guint16 left;
  guint16 right;
} SzXlsxMerge;

/** SzXlsxSheetInfo: a visible sheet; its merges are read when its rows are first pulled. */
typedef struct
{
  char *name;
  char *part;
  gboolean merges_known;
  guint n_merge_tags; /* of any shape */
  GArray *merges;     /* of SzXlsxMerge: those over several rows, by their top */
} SzXlsxSheetInfo;

void sz_xlsx_sheet_info_free (SzXlsxSheetInfo *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzXlsxSheetInfo, sz_xlsx_sheet_info_free)

/** SzXlsx: a workbook: what its sheets need. */
typedef struct
{
  SzInput *input;
  SzZip *zip;
  gboolean date1904;
  GPtrArray *sheets; /* of SzXlsxSheetInfo: the visible ones */
  gint active;       /* of them: the one in front when the workbook was saved; −1: a hidden one */
  char *strings_part;
  char *styles_part;
  SzXlsxStrings strings;
  SzXlsxStyles styles;
} SzXlsx;

SzXlsx *sz_xlsx_open (SzInput *input, GCancellable *cancellable, GError **error);
void sz_xlsx_free (SzXlsx *xlsx);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzXlsx, sz_xlsx_free)

/** sz_xlsx_workbook_read: sheets, date system and the names of the parts. */
gboolean sz_xlsx_workbook_read (SzXlsx *xlsx, GCancellable *cancellable, GError **error);

/** sz_xlsx_merges_read: fills @info from the end of its part, or from all of it. */
gboolean sz_xlsx_merges_read (SzXlsx *xlsx,
                              SzXlsxSheetInfo *info,
                              GCancellable *cancellable,
                              GError **error);

/** sz_xlsx_sheet_new: a table over one sheet. */
SzTable *sz_xlsx_sheet_new (SzXlsx *xlsx, SzXlsxSheetInfo *info, GError **error);

/** sz_xlsx_ref_parse: "B7" → row 7, column 1; %FALSE past XFD1048576 or when it is no reference.
 * Returns where it ends in @end when given, else the text must end there. */
gboolean sz_xlsx_ref_parse (const char *text, guint *row, guint *column, const char **end);
/** sz_xlsx_ref_write: into at least 16 bytes. */
void sz_xlsx_ref_write (char *buffer, guint row, guint column);

/**
 * sz_xlsx_number_write: the number @text (XML's double, with or without exponent) as plain decimal
 * text at 15 significant digits, half up; no float is made on the way.
 * @buffer: at least SZ_XLSX_NUMBER_BYTES
 *
 * Returns: length, or −1 when it is no number.
 */
#define SZ_XLSX_NUMBER_BYTES 448
gssize sz_xlsx_number_write (char *buffer, const char *text, gsize n);

/** sz_xlsx_text_unescape: takes _x000D_ and the like apart, in place; returns the new length. */
gsize sz_xlsx_text_unescape (char *text, gsize n);
/** sz_xlsx_text_trim: moves the text without its outer XML blanks to the front; new length. */
gsize sz_xlsx_text_trim (char *text, gsize n);

/** sz_number_format_shown: what the format code makes of a number. */
SzXlsxShown sz_number_format_shown (const char *code);
/** sz_number_format_is_date: does the format code show a year, month or day? */
gboolean sz_number_format_is_date (const char *code);
/** sz_number_format_id_is_date: the formats every program knows by number. */
gboolean sz_number_format_id_is_date (guint id);

G_END_DECLS
