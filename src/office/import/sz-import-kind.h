/* sz-import-kind.h — what a kind of sheet is: its headings, and where each goes
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"

G_BEGIN_DECLS

struct _SzRowType;
struct _SzSynonyms;

/** SzFieldType: how a cell is read, what member of the row takes it, and how the template prepares
 *  its column. */
typedef enum
{
  SZ_FIELD_TEXT,
  SZ_FIELD_PROSE,       /* text that no one compares: full-width signs stay as they were written */
  SZ_FIELD_NAME,        /* 姓名 of somebody who need not be in the register; inner blanks go */
  SZ_FIELD_STAFF_NO,    /* 工号 as text, of somebody the register need not know */
  SZ_FIELD_PERSON,      /* 工号 of somebody in the register: gint64 id, "staff_no.unknown" */
  SZ_FIELD_PERSON_NAME, /* 姓名 beside it, compared and not kept: warning "name.mismatch" */
  SZ_FIELD_ID_NUMBER,   /* 身份证号, checked by RULE ppl-1, also of outsiders: text */
  SZ_FIELD_DEPARTMENT,  /* 部门: text; blanks and line breaks inside do not count */
  SZ_FIELD_PHONE,       /* 手机, 学号, 准考证号: text, never a rounded number */
  SZ_FIELD_ACCOUNT,     /* 银行卡号: digits as text, never a rounded number */
  SZ_FIELD_DATE,        /* SzDate, a day or a month alone */
  SZ_FIELD_PERIOD,      /* 起止 in one cell: two SzDate, @offset and @until */
  SZ_FIELD_YEAR,        /* int */
  SZ_FIELD_MONTH,       /* int: 3, 3月 */
  SZ_FIELD_MONTH_OR_YEAR, /* int: the same, 0 for 全年 */
  SZ_FIELD_COUNT,         /* int or gint64, whole and not negative */
  SZ_FIELD_HOURS,         /* gint64, two decimals: hours, scores, points */
  SZ_FIELD_RATIO,         /* gint64, four decimals: 0.6 or 60% */
  SZ_FIELD_PERCENT,       /* int, 0 … 100: 98 or 98% */
  SZ_FIELD_MONEY,         /* gint64 fen, not negative */
  SZ_FIELD_SIGNED_MONEY,  /* gint64 fen: what may be taken back, or be a loss */
  SZ_FIELD_CODE,          /* a value of @table: enum, int, gboolean, or its stored code as text */
  SZ_FIELD_CHOICE,        /* one of @choices: the word itself as text */
  SZ_FIELD_WORDS, /* several words in a cell, parted by 、 ， , ; or a line: text with 、 */
  SZ_FIELD_POST,  /* 岗位等级: SzPost; a column of 岗位类别 just before it agrees with it */
} SzFieldType;

/**
 * SzImportField: one column of a kind, under its official heading. @offset is the member of the row
 * struct that takes it, written by SZ_FIELD_AT(); 0: the cell is read and judged, but not kept.
 * How other offices write the heading, and the words of a choice, stands in data/synonyms.json.
 */
typedef struct
{
  const char *heading;
  SzFieldType type;
  guint16 offset;
  guint16 until; /* of SZ_FIELD_PERIOD */
  gboolean required;
  gboolean hand_may_lack; /* required of sheets only */
  SzCodeTable table;      /* of SZ_FIELD_CODE */
  const char *choices;    /* of SZ_FIELD_CHOICE: "合格/不合格" */
  gint64 fallback;        /* of an empty cell, for numbers and codes; 0 anyway */
  const char *example;    /* in the template's example row */
  const char *note;       /* (nullable): N_(), on the heading of the template */
} SzImportField;

/** SZ_FIELD_AT: where the cell goes: SZ_FIELD_AT (SzLeaveRow, from). */
#define SZ_FIELD_AT(Row, member) .offset = G_STRUCT_OFFSET (Row, member)
#define SZ_FIELD_UNTIL(Row, member) .until = G_STRUCT_OFFSET (Row, member)

typedef struct _SzImportHandler SzImportHandler;
typedef struct _SzImportHooks SzImportHooks;

/**
 * SzImportKind: @word is the contract's ("people"), @name the sheet's title 教职工花名册.
 *
 * A plain kind is this table alone: columns, keys, duplicates, `--update`, what changed and undo
 * come from @type, the row type of the store. It needs the columns batch_id and source_row; a
 * column "ordinal" in its key means that a key may stand several times when the rest differs.
 * @hooks (sz-import-run.h) add what is special; @handler replaces all of it.
 *
 * |[
 * static const SzImportField fields[] = {
 *   { "工号", SZ_FIELD_PERSON, SZ_FIELD_AT (SzRow, person_id), .required = TRUE, .example = "1001"
 * }, { "姓名", SZ_FIELD_PERSON_NAME, .example = "张三" }, { "起", SZ_FIELD_DATE, SZ_FIELD_AT
 * (SzRow, from), .required = TRUE, .example = "2025-09-01" },
 * };
 * const SzImportKind sz_import_kind_x
 *     = { "word", "表名", SZ_IMPORT_FIELDS (fields), .type = &sz_x_type };
 * ]|
 * and a line in sz-import-kinds.c.
 */
typedef struct
{
  const char *word;
  const char *name;
  const SzImportField *fields;
  guint n_fields;
  const struct _SzRowType *type;
  const SzImportHooks *hooks;
  const SzImportHandler *handler;
  const char *alias; /* (nullable): another word for it */
} SzImportKind;

#define SZ_IMPORT_FIELDS(fields) (fields), G_N_ELEMENTS (fields)

/** sz_import_kind_field: index of the field with this heading or one of its synonyms; −1: none. */
int sz_import_kind_field (const SzImportKind *kind, const char *heading);
/** sz_import_kind_match: the same by the synonyms of a college. */
int
sz_import_kind_match (const SzImportKind *kind, struct _SzSynonyms *synonyms, const char *heading);
/** sz_import_kind_named: index of the field with this official heading; a fault of ours: none. */
guint sz_import_kind_named (const SzImportKind *kind, const char *heading);
/** sz_import_kind_at: index of the field that goes to @offset of the row; a fault of ours: none. */
guint sz_import_kind_at (const SzImportKind *kind, gsize offset);

G_END_DECLS
