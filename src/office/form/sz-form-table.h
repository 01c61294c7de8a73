/* sz-form-table.h — a plain form as a description: columns with their source, groups, totals,
 * signatures
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"
#include "sz-form-private.h"
#include "sz-form-rows.h"

G_BEGIN_DECLS

/** SzFormColumnSource: what of the row struct a column prints. */
typedef enum
{
  SZ_FORM_SERIAL, /* 序号, of no member */
  SZ_FORM_TEXT,   /* char *: "" is empty */
  SZ_FORM_NAME,   /* char *, two characters spaced */
  SZ_FORM_NUMBER, /* any integer, in the unit of the column */
  SZ_FORM_DAY,    /* SzDate */
  SZ_FORM_CODE,   /* a value of a code table */
  SZ_FORM_STORED, /* a code as text */
  SZ_FORM_LEVEL,  /* SzPost */
  SZ_FORM_BLANK,  /* to be filled in by hand */
} SzFormColumnSource;

/** SzFormColumn: a column of the paper and where its cells come from. */
typedef struct
{
  SzPaperColumn paper; /* @heading, @group, @kind, @decimals, @width, @total, @dash … */
  SzFormColumnSource source;
  gsize offset;
  gsize size;
  SzCodeTable codes;
  gsize has;       /* SZ_FORM_HAS(): a gboolean of the row: FALSE is an empty cell */
  gboolean absent; /* the column is left out when none of the rows has anything in it */
  gboolean once;   /* printed in the first row of those that say the same */
  guint only;      /* of SzFormNeeds: there only when asked so; 0: always */
  guint unless;    /* of SzFormNeeds: not there when asked so, such as _PUBLIC */
} SzFormColumn;

#define SZ_FORM_HAS(Struct, member) (G_STRUCT_OFFSET (Struct, member) + 1)

/* clang-format off */
#define SZ_FORM_CELL_(from, Struct, member) \
  .source = SZ_FORM_##from, .offset = G_STRUCT_OFFSET (Struct, member), .size = sizeof (((Struct *)0)->member)
/* SZ_COL: the heading, its kind of the paper, its width; further members of the paper's column behind, as ".dash = TRUE". */
#define SZ_COL(text, as, wide, ...) .paper = { .heading = text, .kind = SZ_COLUMN_##as, .width = wide, ##__VA_ARGS__ }

/* An amount in fen, summed below. */
#define SZ_COL_AMOUNT(text, wide, ...) SZ_COL (text, AMOUNT, wide, .decimals = 2, .total = SZ_TOTAL_SUM, ##__VA_ARGS__)

#define SZ_FORM_COL_SERIAL(wide) { SZ_COL ("序号", COUNT, wide), .source = SZ_FORM_SERIAL }
#define SZ_FORM_COL_TEXT(Struct, member, col, ...) { col, SZ_FORM_CELL_ (TEXT, Struct, member), ##__VA_ARGS__ }
#define SZ_FORM_COL_NAME(Struct, member, col, ...) { col, .paper.names = TRUE, SZ_FORM_CELL_ (NAME, Struct, member), ##__VA_ARGS__ }
#define SZ_FORM_COL_NUMBER(Struct, member, col, ...) { col, SZ_FORM_CELL_ (NUMBER, Struct, member), ##__VA_ARGS__ }
#define SZ_FORM_COL_DAY(Struct, member, col, ...) { col, SZ_FORM_CELL_ (DAY, Struct, member), ##__VA_ARGS__ }
#define SZ_FORM_COL_CODE(Struct, member, table, col, ...) { col, SZ_FORM_CELL_ (CODE, Struct, member), .codes = table, ##__VA_ARGS__ }
#define SZ_FORM_COL_STORED(Struct, member, table, col, ...) { col, SZ_FORM_CELL_ (STORED, Struct, member), .codes = table, ##__VA_ARGS__ }
#define SZ_FORM_COL_LEVEL(Struct, member, col, ...) { col, SZ_FORM_CELL_ (LEVEL, Struct, member), ##__VA_ARGS__ }
#define SZ_FORM_COL_BLANK(col, ...) { col, .source = SZ_FORM_BLANK, ##__VA_ARGS__ }
#define SZ_FORM_COL_END { .paper = { .heading = NULL } }
/* clang-format on */

/** SzFormSheet: the rows of a table, what they borrow from, and what stands around it. Counted. */
typedef struct _SzFormSheet SzFormSheet;
SzFormSheet *sz_form_sheet_new (gsize row_size);
SzFormSheet *sz_form_sheet_ref (SzFormSheet *sheet);
void sz_form_sheet_unref (SzFormSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzFormSheet, sz_form_sheet_unref)

/** sz_form_sheet_add: (transfer none): a new row of zeros, to be filled at once. */
gpointer sz_form_sheet_add (SzFormSheet *sheet);
guint sz_form_sheet_count (const SzFormSheet *sheet);
gpointer sz_form_sheet_row (const SzFormSheet *sheet, guint index);
void sz_form_sheet_sort (SzFormSheet *sheet, GCompareDataFunc compare, gpointer user_data);
/** sz_form_sheet_keep: (transfer none): a copy of @text that lives as long as the rows. */
const char *sz_form_sheet_keep (SzFormSheet *sheet, const char *text);
/** sz_form_sheet_hold: @data is freed behind the rows: a view they borrow from. */
void sz_form_sheet_hold (SzFormSheet *sheet, gpointer data, GDestroyNotify destroy);
/** sz_form_sheet_above: a paragraph above the table; below: under it; @text is taken. */
void sz_form_sheet_above (SzFormSheet *sheet, char *text);
void sz_form_sheet_below (SzFormSheet *sheet, char *text);
/** sz_form_sheet_total: a line of text at the end of the table; taken. */
void sz_form_sheet_total (SzFormSheet *sheet, char *text);

/** SzFormTable: a form that is a head, a table and signatures. */
struct _SzFormTable
{
  const char *title; /* "{year}年度{title}", also {on}, {from}, {to}; NULL: the form's title */
  const char *unit;  /* "单位：元" */
  gsize row_size;
  const SzFormColumn *columns; /* ended by SZ_FORM_COL_END */
  SzTableOptions options;
  gsize group; /* SZ_FORM_HAS() of a text of the row: its group; 0: none */
  gsize outer; /* of the group around it */
  gsize note;  /* of a text below the group */
  gboolean narrow;
  SzOrientation orientation;
  gboolean empty_too;            /* printed without rows too */
  const char *const *signatures; /* ended by NULL */
  gboolean below_apart;          /* what stands below begins a page */
  const char *const *opinions;   /* ended by NULL */
  /* Fills @sheet with rows in their order. */
  gboolean (*gather) (SzOffice *office,
                      const SzFormParams *params,
                      SzFormSheet *sheet,
                      GCancellable *cancellable,
                      GError **error);
};

/** sz_form_table_make: (transfer full): the form as described. */
SzPaper *sz_form_table_make (SzOffice *office,
                             const SzFormEntry *entry,
                             const SzFormParams *params,
                             GCancellable *cancellable,
                             GError **error);

/** sz_form_table_add: the table alone, for a form that has more than one. */
void sz_form_table_add (SzPaper *paper,
                        const SzFormTable *table,
                        SzFormSheet *sheet,
                        const SzFormParams *params);

G_END_DECLS
