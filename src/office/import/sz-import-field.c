/* sz-import-field.c — the cells of a row go to the members of a struct, as the fields say
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-field.h"

#include "sz-decimal.h"
#include "sz-import-cell.h"
#include "sz-row-type.h"

/* What a field that goes nowhere is read into. */
typedef struct
{
  gint64 number;
  char *text;
  SzDate from;
  SzDate to;
} Scratch;

static const SzColumn *
find_column (const SzRowType *type, gsize offset)
{
  for (guint i = 0; offset != 0 && i < type->n_columns; i++)
    if (type->columns[i].offset == offset)
      return &type->columns[i];
  return NULL;
}

/* A number member is as wide as its column says. */
static void
store_number (const SzColumn *column, gpointer place, gint64 number)
{
  if (column == NULL || column->kind == SZ_COLUMN_INT64 || column->kind == SZ_COLUMN_REF)
    *(gint64 *)place = number;
  else
    *(int *)place = (int)number;
}

static gboolean
read_int (SzImportRun *run, guint field, const SzColumn *column, gpointer place)
{
  const SzImportField *spec = &run->kind->fields[field];
  int number = (int)spec->fallback;
  gboolean good;

  if (spec->type == SZ_FIELD_YEAR)
    good = sz_import_read_year (run, field, &number);
  else if (spec->type == SZ_FIELD_MONTH || spec->type == SZ_FIELD_MONTH_OR_YEAR)
    good = sz_import_read_month (run, field, spec->type == SZ_FIELD_MONTH_OR_YEAR, &number);
  else if (spec->type == SZ_FIELD_PERCENT)
    good = sz_import_read_percent (run, field, &number);
  else if (spec->type == SZ_FIELD_CODE)
    good = sz_import_read_value (run, field, &number);
  else
    good = sz_import_read_count (run, field, &number);
  if (good)
    store_number (column, place, number);
  return good;
}

static gboolean
read_int64 (SzImportRun *run, guint field, gint64 *number)
{
  const SzImportField *spec = &run->kind->fields[field];

  *number = spec->fallback;
  if (spec->type == SZ_FIELD_COUNT)
    return sz_import_read_decimal (run, field, 0, number);
  if (spec->type == SZ_FIELD_HOURS)
    return sz_import_read_decimal (run, field, SZ_HOURS_DECIMALS, number);
  if (spec->type == SZ_FIELD_RATIO)
    return sz_import_read_share (run, field, number);
  if (spec->type == SZ_FIELD_MONEY)
    return sz_import_read_money (run, field, number);
  return sz_import_read_signed_money (run, field, number);
}

/* The 姓名 beside a 工号 is the next one in the table of fields. */
static gboolean
read_person (SzImportRun *run, guint field, gint64 *person_id)
{
  int name = -1;

  for (guint i = field + 1; name < 0 && i < run->kind->n_fields; i++)
    if (run->kind->fields[i].type == SZ_FIELD_PERSON_NAME)
      name = (int)i;
  return sz_import_read_person (run, field, name, person_id);
}

static gboolean
read_field (SzImportRun *run, guint field, gpointer row, Scratch *scratch)
{
  const SzImportField *spec = &run->kind->fields[field];
  const SzColumn *column = find_column (run->kind->type, spec->offset);
  gpointer place = column != NULL ? (guint8 *)row + spec->offset : NULL;
  gpointer number = place != NULL ? place : (gpointer)&scratch->number;
  char **text = place != NULL ? place : (gpointer)&scratch->text;

  switch (spec->type)
    {
    case SZ_FIELD_PERSON:
      return read_person (run, field, number);
    case SZ_FIELD_PERSON_NAME:
      /* Judged with its 工号. */
      return TRUE;
    case SZ_FIELD_ID_NUMBER:
      return sz_import_read_id_number (run, field, text);
    case SZ_FIELD_CHOICE:
      return sz_import_read_choice (run, field, text);
    case SZ_FIELD_WORDS:
      return sz_import_read_list (run, field, text);
    case SZ_FIELD_DATE:
      return sz_import_read_date (run, field, place != NULL ? place : (gpointer)&scratch->from);
    case SZ_FIELD_PERIOD:
      return sz_import_read_period (run, field, place != NULL ? place : (gpointer)&scratch->from,
                                    spec->until != 0 ? (gpointer)((guint8 *)row + spec->until)
                                                     : (gpointer)&scratch->to);
    case SZ_FIELD_POST:
      return sz_import_read_own_post (run, field,
                                      place != NULL ? place : (gpointer)&scratch->number);
    case SZ_FIELD_CODE:
      if (column != NULL && column->kind == SZ_COLUMN_TEXT)
        return sz_import_read_code (run, field, text);
      return read_int (run, field, column, number);
    case SZ_FIELD_YEAR:
    case SZ_FIELD_MONTH:
    case SZ_FIELD_MONTH_OR_YEAR:
    case SZ_FIELD_PERCENT:
      return read_int (run, field, column, number);
    case SZ_FIELD_COUNT:
      return column != NULL && column->kind == SZ_COLUMN_INT ? read_int (run, field, column, number)
                                                             : read_int64 (run, field, number);
    case SZ_FIELD_HOURS:
    case SZ_FIELD_RATIO:
    case SZ_FIELD_MONEY:
    case SZ_FIELD_SIGNED_MONEY:
      return read_int64 (run, field, number);
    case SZ_FIELD_TEXT:
    case SZ_FIELD_PROSE:
    case SZ_FIELD_NAME:
    case SZ_FIELD_STAFF_NO:
    case SZ_FIELD_DEPARTMENT:
    case SZ_FIELD_PHONE:
    case SZ_FIELD_ACCOUNT:
    default:
      return sz_import_read_text (run, field, text);
    }
}

gboolean
sz_import_read_row (SzImportRun *run, gpointer row)
{
  Scratch scratch = { 0 };
  gboolean good = TRUE;

  g_return_val_if_fail (run != NULL && row != NULL, FALSE);

  /* All of them speak, not only the first. */
  for (guint i = 0; i < run->kind->n_fields; i++)
    {
      good &= read_field (run, i, row, &scratch);
      g_clear_pointer (&scratch.text, g_free);
    }
  return good;
}
