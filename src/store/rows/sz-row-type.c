/* sz-row-type.c — how the fields of a row struct lie in the columns of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-row-type.h"

#include <string.h>

int
sz_row_type_column (const SzRowType *type, const char *name)
{
  g_return_val_if_fail (type != NULL, 0);

  for (guint i = 0; i < type->n_columns; i++)
    if (strcmp (type->columns[i].name, name) == 0)
      return (int)i;
  return -1;
}

static void
put_digits (char *text, int value, int digits)
{
  for (int i = digits - 1; i >= 0; i--, value /= 10)
    text[i] = (char)('0' + value % 10);
}

gsize
sz_date_to_text (SzDate date, char *text)
{
  gsize length = 7;

  g_return_val_if_fail (text != NULL, 0);

  text[0] = '\0';
  if (date <= 0)
    return 0;
  put_digits (text, date / 10000, 4);
  text[4] = '-';
  put_digits (text + 5, date / 100 % 100, 2);
  if (date % 100 != 0)
    {
      text[7] = '-';
      put_digits (text + 8, date % 100, 2);
      length = 10;
    }
  text[length] = '\0';
  return length;
}

static int
get_digits (const char *text, int digits)
{
  int value = 0;

  for (int i = 0; i < digits; i++)
    {
      if (text[i] < '0' || text[i] > '9')
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

SzDate
sz_date_from_text (const char *text)
{
  int year = get_digits (text, 4);
  int month = year >= 0 && text[4] == '-' ? get_digits (text + 5, 2) : -1;
  int day = 0;

  if (month < 0)
    return SZ_DATE_NONE;
  if (text[7] != '\0')
    day = text[7] == '-' ? get_digits (text + 8, 2) : -1;
  return day >= 0 ? year * 10000 + month * 100 + day : SZ_DATE_NONE;
}

static void
set_text (SzValue *value, const char *text, gsize length)
{
  value->kind = SZ_VALUE_TEXT;
  value->text = text;
  value->length = length;
}

static void
set_number (SzValue *value, gint64 number)
{
  value->kind = SZ_VALUE_INT;
  value->number = number;
}

static void
set_post (SzValue *value, SzPost post)
{
  g_autofree char *code = post != 0 ? sz_post_code (post) : NULL;

  /* "professional-13" just fits. */
  g_strlcpy (value->buffer, code != NULL ? code : "", sizeof value->buffer);
  set_text (value, value->buffer, strlen (value->buffer));
}

static void
take_value (const SzColumn *column, const guint8 *place, SzValue *value)
{
  const SzCode *code;
  const char *text;

  switch (column->kind)
    {
    case SZ_COLUMN_INT64:
      set_number (value, *(const gint64 *)(gconstpointer)place);
      break;
    case SZ_COLUMN_INT:
      set_number (value, *(const int *)(gconstpointer)place);
      break;
    case SZ_COLUMN_BOOL:
      set_number (value, *(const gboolean *)(gconstpointer)place != FALSE);
      break;
    case SZ_COLUMN_REF:
      set_number (value, *(const gint64 *)(gconstpointer)place);
      value->kind = value->number != 0 ? SZ_VALUE_INT : SZ_VALUE_NULL;
      break;
    case SZ_COLUMN_DATE:
      set_text (value, value->buffer,
                sz_date_to_text (*(const SzDate *)(gconstpointer)place, value->buffer));
      break;
    case SZ_COLUMN_CODE:
      code = sz_codes_by_value (column->codes, *(const int *)(gconstpointer)place);
      g_assert (code != NULL);
      set_text (value, code->code, strlen (code->code));
      break;
    case SZ_COLUMN_POST:
      set_post (value, *(const SzPost *)(gconstpointer)place);
      break;
    case SZ_COLUMN_TEXT:
    default:
      text = *(char *const *)(gconstpointer)place;
      set_text (value, text != NULL ? text : "", text != NULL ? strlen (text) : 0);
      break;
    }
}

void
sz_row_type_values (const SzRowType *type, gconstpointer row, SzValue *values)
{
  g_return_if_fail (type != NULL && values != NULL);

  for (guint i = 0; i < type->n_columns; i++)
    take_value (&type->columns[i], (const guint8 *)row + type->columns[i].offset, &values[i]);
}

static gboolean
is_number (const SzColumn *column)
{
  return column->kind == SZ_COLUMN_INT64 || column->kind == SZ_COLUMN_INT
         || column->kind == SZ_COLUMN_BOOL || column->kind == SZ_COLUMN_REF;
}

void
sz_row_type_fetch (const SzRowType *type, SzStmt *stmt, int first, SzValue *values)
{
  const SzDbClass *klass = stmt->db->klass;

  g_return_if_fail (type != NULL && values != NULL);

  for (guint i = 0; i < type->n_columns; i++)
    {
      if (is_number (&type->columns[i]))
        {
          set_number (&values[i], klass->column_int (stmt, first + (int)i));
          if (type->columns[i].kind == SZ_COLUMN_REF && values[i].number == 0)
            values[i].kind = SZ_VALUE_NULL;
          continue;
        }
      values[i].kind = SZ_VALUE_TEXT;
      values[i].text = klass->column_text (stmt, first + (int)i, &values[i].length);
    }
}

static gboolean
fill_code (const SzColumn *column, const SzValue *value, int *place)
{
  const SzCode *code = sz_codes_by_code (column->codes, value->text);

  if (code != NULL)
    *place = code->value;
  return code != NULL;
}

static gboolean
fill_text_column (const SzColumn *column, const SzValue *value, gboolean copy, guint8 *place)
{
  switch (column->kind)
    {
    case SZ_COLUMN_DATE:
      *(SzDate *)(gpointer)place = sz_date_from_text (value->text);
      return value->length == 0 || *(SzDate *)(gpointer)place != SZ_DATE_NONE;
    case SZ_COLUMN_CODE:
      return fill_code (column, value, (int *)(gpointer)place);
    case SZ_COLUMN_POST:
      *(SzPost *)(gpointer)place = value->length > 0 ? sz_post_from_code (value->text) : 0;
      return value->length == 0 || *(SzPost *)(gpointer)place != 0;
    case SZ_COLUMN_TEXT:
    case SZ_COLUMN_INT64:
    case SZ_COLUMN_INT:
    case SZ_COLUMN_BOOL:
    case SZ_COLUMN_REF:
    default:
      *(char **)(gpointer)place
          = copy ? g_strndup (value->text, value->length) : (char *)value->text;
      return TRUE;
    }
}

static gboolean
fill_column (const SzColumn *column, const SzValue *value, gboolean copy, guint8 *place)
{
  gint64 number = value->kind == SZ_VALUE_INT ? value->number : 0;

  if (!is_number (column))
    return fill_text_column (column, value, copy, place);
  if (column->kind == SZ_COLUMN_INT64 || column->kind == SZ_COLUMN_REF)
    {
      *(gint64 *)(gpointer)place = number;
      return TRUE;
    }
  *(int *)(gpointer)place = (int)number;
  return number >= G_MININT && number <= G_MAXINT;
}

gboolean
sz_row_type_fill (
    const SzRowType *type, const SzValue *values, gboolean copy, gpointer row, GError **error)
{
  g_return_val_if_fail (type != NULL && values != NULL, FALSE);

  for (guint i = 0; i < type->n_columns; i++)
    {
      const SzColumn *column = &type->columns[i];

      if (!fill_column (column, &values[i], copy, (guint8 *)row + column->offset))
        return sz_error_set (error, SZ_ERROR_CORRUPT, "db.bad_value", "table", type->table,
                             "column", column->name, "value", values[i].text, NULL);
    }
  return TRUE;
}

void
sz_row_type_clear (const SzRowType *type, gpointer row)
{
  for (guint i = 0; i < type->n_columns; i++)
    if (type->columns[i].kind == SZ_COLUMN_TEXT)
      g_free (*(char **)(gpointer)((guint8 *)row + type->columns[i].offset));
  memset (row, 0, type->size);
}

gboolean
sz_value_equal (const SzValue *a, const SzValue *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == SZ_VALUE_INT)
    return a->number == b->number;
  return a->kind == SZ_VALUE_NULL
         || (a->length == b->length && memcmp (a->text, b->text, a->length) == 0);
}

gboolean
sz_row_type_equal (const SzRowType *type, const SzValue *a, const SzValue *b)
{
  g_return_val_if_fail (type != NULL && a != NULL && b != NULL, FALSE);

  for (guint i = 0; i < type->n_columns; i++)
    if (!(type->columns[i].flags & SZ_COLUMN_ORIGIN) && !sz_value_equal (&a[i], &b[i]))
      return FALSE;
  return TRUE;
}

void
sz_values_bind (const SzRowType *type, const SzValue *values, SzStmt *stmt, int first)
{
  const SzDbClass *klass = stmt->db->klass;

  g_return_if_fail (type != NULL && values != NULL);

  for (guint i = 0; i < type->n_columns; i++)
    {
      int index = first + (int)i;

      if (values[i].kind == SZ_VALUE_INT)
        klass->bind_int (stmt, index, values[i].number);
      else if (values[i].kind == SZ_VALUE_TEXT)
        klass->bind_text (stmt, index, values[i].text, (gssize)values[i].length);
      else
        klass->bind_null (stmt, index);
    }
}
