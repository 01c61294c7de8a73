/* sz-import-kind.h — the kinds of sheets a college hands in, and their headings
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes.h"

G_BEGIN_DECLS

/** SzFieldType: how a cell is read, and how the template prepares its column. */
typedef enum
{
  SZ_FIELD_TEXT,
  SZ_FIELD_NAME,      /* 姓名: blanks between characters do not count */
  SZ_FIELD_STAFF_NO,  /* 工号: text */
  SZ_FIELD_ID_NUMBER, /* 身份证号: text */
  SZ_FIELD_ACCOUNT,   /* 银行卡号, 手机: text, never a rounded number */
  SZ_FIELD_DATE,
  SZ_FIELD_YEAR,
  SZ_FIELD_COUNT,
  SZ_FIELD_HOURS, /* two decimals */
  SZ_FIELD_RATIO, /* four decimals */
  SZ_FIELD_MONEY,
  SZ_FIELD_CODE, /* a value of @table */
  SZ_FIELD_POST, /* 岗位等级 */
} SzFieldType;

/** SzImportField: one column of a kind, under its official heading. */
typedef struct
{
  const char *heading;
  gboolean required;
  SzFieldType type;
  SzCodeTable table;   /* of SZ_FIELD_CODE */
  const char *example; /* in the template's example row */
  const char *note;    /* (nullable): N_(), on the heading of the template */
} SzImportField;

typedef struct _SzImportHandler SzImportHandler;

/** SzImportKind: @word is the contract's ("people"), @name the sheet's title 教职工花名册. */
typedef struct
{
  const char *word;
  const char *name;
  const SzImportField *fields;
  guint n_fields;
  const SzImportHandler *handler; /* private to import/ */
} SzImportKind;

/** sz_import_kind_find: (nullable): by its word. */
const SzImportKind *sz_import_kind_find (const char *word);

/** sz_import_kinds: all, in the order of a year's work, ended by NULL. */
const SzImportKind *const *sz_import_kinds (void);

/** sz_import_kind_field: index of the field with this heading or one of its synonyms; −1: none. */
int sz_import_kind_field (const SzImportKind *kind, const char *heading);

G_END_DECLS
