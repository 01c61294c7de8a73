/* sz-register.h — what offices keep as plain lists, seen and corrected by the fields of their
 * sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-import-kind.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzRegisterColumn: one heading of the sheet and the column of the table that holds it. */
typedef struct
{
  char *heading; /* 额定课时 */
  const SzImportField
      *field;       /* (nullable): of what is only shown: the name beside a staff number */
  guint column;     /* of the row type */
  int until;        /* of two numbers in one cell: 1-17; −1: of one alone */
  gboolean is_name; /* the name of the person of @column */
  gboolean is_made; /* no column holds it: the kind writes it */
  gboolean numeric;
  int decimals; /* of a number */
} SzRegisterColumn;

/** SzRegister: a kind of sheet whose rows are rows of one table. Static once made. */
typedef struct
{
  const SzImportKind *kind;
  const struct _SzRowType *type;    /* (nullable): of a register of its @own */
  const struct _SzRegisterOwn *own; /* (nullable) */
  SzRegisterColumn *columns;
  guint n_columns;
  gboolean by_hand; /* a row is judged as a line of the sheet */
} SzRegister;

/** sz_registers: (transfer none): all, in the order of the kinds of sheets. */
const GPtrArray *sz_registers (void);
/** sz_register_find: (nullable) (transfer none): by the word of the kind. */
const SzRegister *sz_register_find (const char *word);

/** sz_register_dup_shown: (transfer full): @value of @column of @table as its sheet writes it;
 * @heading: (out) (nullable): of the sheet; %NULL: no register has the column, and @value is as it
 * was. */
char *sz_register_dup_shown (const char *table,
                             const char *column,
                             const char *value,
                             const char **heading);

/** SzRegisterRow: @cells: one a column, as the sheet would write it; @numbers: the same × 100 where
 * the column is numeric. */
typedef struct
{
  gint64 id;
  gint64 row_version;
  char **cells;
  gint64 *numbers;
} SzRegisterRow;

void sz_register_row_free (SzRegisterRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzRegisterRow, sz_register_row_free)

/** sz_register_read: (transfer full): all rows by their ids. */
GPtrArray *sz_register_read (SzOffice *office,
                             const SzRegister *reg,
                             GCancellable *cancellable,
                             GError **error);

/** sz_register_get: (transfer full): one row; STALE "register.gone". */
SzRegisterRow *sz_register_get (SzOffice *office, const SzRegister *reg, gint64 id, GError **error);

/**
 * sz_office_register_put:
 * @row: with id 0 a new one, else as it was read, with other cells; names are only looked at; gets
 * the id that it is found by now
 * @act_id: (out) (transfer full): what undo takes back
 *
 * FORMAT with the code that an import of the same line would find (column, value); of kinds whose
 * rows are not judged alone "register.value" (column, value, example), "register.required"
 * (column), "register.person" (value). STALE "row.stale", CONSTRAINT "row.duplicate".
 */
gboolean sz_office_register_put (
    SzOffice *office, const SzRegister *reg, SzRegisterRow *row, char **act_id, GError **error);
/** sz_register_judge: what sz_office_register_put() would say of the row, as far as its sheet
 * judges it; nothing is written. */
gboolean sz_register_judge (SzOffice *office,
                            const SzRegister *reg,
                            const SzRegisterRow *row,
                            GError **error);
/** sz_office_register_delete: the rows of @ids, all or none. */
gboolean sz_office_register_delete (
    SzOffice *office, const SzRegister *reg, const GArray *ids, char **act_id, GError **error);

G_END_DECLS
