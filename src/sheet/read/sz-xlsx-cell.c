/* sz-xlsx-cell.c — what becomes of a cell's text, type and style
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-cell-private.h"

#define DATE_BYTES 40
#define ISO_BYTES 10
#define SERIAL_DIGITS 8

static void
set_cell (SzXlsxSheet *sheet, SzCellType type, SzDate date)
{
  SzRowArena *arena = &sheet->arena;

  sz_row_arena_append (arena, "", 1);
  sz_row_arena_set (arena, sheet->column, type, (guint32)sheet->text_start, date);
}

static gboolean
replace_text (SzXlsxSheet *sheet, const char *text, gsize n)
{
  sheet->arena.used = sheet->text_start;
  return sz_row_arena_append (&sheet->arena, text, n);
}

static void
trim_value (SzXlsxSheet *sheet)
{
  SzRowArena *arena = &sheet->arena;

  if (arena->used > sheet->text_start)
    arena->used
        = sheet->text_start
          + sz_xlsx_text_trim (arena->text + sheet->text_start, arena->used - sheet->text_start);
}

/* Whole numbers of few digits, most of all cells, stand as they should already. */
static gboolean
is_plain_integer (const char *text, gsize n)
{
  if (n > 15 || (n > 1 && text[0] == '0'))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (text[i] < '0' || text[i] > '9')
      return FALSE;
  return TRUE;
}

static void
format_date (char *buffer, SzDate date)
{
  g_snprintf (buffer, DATE_BYTES, "%04d-%02d-%02d", sz_date_year (date),
              sz_date_month_of_year (date), sz_date_day (date));
}

/* The time of the day is dropped: no field of ours has one. */
static SzDate
find_date (SzXlsxSheet *sheet, const char *number)
{
  gsize whole = strspn (number, "0123456789");

  if (whole == 0 || whole > SERIAL_DIGITS)
    return SZ_DATE_NONE;
  return sz_date_from_serial (g_ascii_strtoll (number, NULL, 10), sheet->xlsx->date1904);
}

static SzXlsxShown
get_shown (const SzXlsxSheet *sheet)
{
  const SzXlsxStyles *styles = &sheet->xlsx->styles;

  return sheet->style < styles->n ? (SzXlsxShown)styles->shown[sheet->style] : SZ_XLSX_SHOWN_PLAIN;
}

/* 2019.1 shown as 2019.10 is the October that somebody typed: the 0 belongs to what is seen. */
static void
restore_zero (SzXlsxSheet *sheet)
{
  const char *text = sheet->arena.text + sheet->text_start;
  gsize n = sheet->arena.used - sheet->text_start;

  if (n == strlen ("2019.1") && text[4] == '.' && text[5] == '1' && text[0] != '-')
    sz_row_arena_append (&sheet->arena, "0", 1);
}

/* 7 under 0000 is 0007, 12 under "JX"0000 is JX0012: what people see and copy. */
static void
finish_shape (SzXlsxSheet *sheet, const SzNumberShape *shape)
{
  SzRowArena *arena = &sheet->arena;
  gsize n = arena->used - sheet->text_start;
  g_autofree char *digits = g_strndup (arena->text + sheet->text_start, n);
  gboolean whole = strspn (digits, "0123456789") == n;
  g_autofree char *shown = g_strdup_printf ("%s%.*s%s%s", shape->prefix,
                                            whole && n < shape->zeros ? (int)(shape->zeros - n) : 0,
                                            "0000000000000000000000", digits, shape->suffix);

  replace_text (sheet, shown, strlen (shown));
  set_cell (sheet, *shape->prefix != '\0' || *shape->suffix != '\0' ? SZ_CELL_TEXT : SZ_CELL_NUMBER,
            SZ_DATE_NONE);
}

static void
finish_date (SzXlsxSheet *sheet)
{
  SzRowArena *arena = &sheet->arena;
  char iso[DATE_BYTES];
  SzDate date;

  sz_row_arena_append (arena, "", 1);
  arena->used--;
  date = find_date (sheet, arena->text + sheet->text_start);
  if (date == SZ_DATE_NONE)
    {
      set_cell (sheet, SZ_CELL_NUMBER, SZ_DATE_NONE);
      return;
    }
  format_date (iso, date);
  replace_text (sheet, iso, strlen (iso));
  set_cell (sheet, SZ_CELL_DATE, date);
}

static const char *
finish_number (SzXlsxSheet *sheet)
{
  SzRowArena *arena = &sheet->arena;
  char number[SZ_XLSX_NUMBER_BYTES];
  gssize n;

  trim_value (sheet);
  if (arena->used == sheet->text_start)
    return NULL;
  if (!is_plain_integer (arena->text + sheet->text_start, arena->used - sheet->text_start))
    {
      n = sz_xlsx_number_write (number, arena->text + sheet->text_start,
                                arena->used - sheet->text_start);
      if (n < 0 || !replace_text (sheet, number, (gsize)n))
        return "cell_number";
    }
  if (get_shown (sheet) == SZ_XLSX_SHOWN_TWO_DECIMALS)
    restore_zero (sheet);
  if (get_shown (sheet) == SZ_XLSX_SHOWN_DATE)
    finish_date (sheet);
  else if (get_shown (sheet) >= SZ_XLSX_SHOWN_SHAPES)
    finish_shape (sheet, g_ptr_array_index (sheet->xlsx->styles.shapes,
                                            get_shown (sheet) - SZ_XLSX_SHOWN_SHAPES));
  else
    set_cell (sheet, SZ_CELL_NUMBER, SZ_DATE_NONE);
  return NULL;
}

static const char *
finish_shared (SzXlsxSheet *sheet)
{
  const SzXlsxStrings *strings = &sheet->xlsx->strings;
  const char *text, *end;
  guint64 index = 0;

  trim_value (sheet);
  if (sheet->arena.used == sheet->text_start)
    return NULL;
  end = sheet->arena.text + sheet->arena.used;
  text = sheet->arena.text + sheet->text_start;
  for (; text < end && *text >= '0' && *text <= '9' && index <= G_MAXUINT32; text++)
    index = index * 10 + (guint64)(*text - '0');
  if (text < end || index >= strings->n)
    return "shared_string";
  sheet->arena.used = sheet->text_start;
  text = strings->bytes + strings->starts[index];
  if (*text != '\0')
    sz_row_arena_borrow (&sheet->arena, sheet->column, SZ_CELL_TEXT, text, SZ_DATE_NONE);
  return NULL;
}

static const char *
finish_text (SzXlsxSheet *sheet)
{
  SzRowArena *arena = &sheet->arena;

  if (arena->used == sheet->text_start)
    return NULL;
  arena->used
      = sheet->text_start
        + sz_xlsx_text_unescape (arena->text + sheet->text_start, arena->used - sheet->text_start);
  if (arena->used > sheet->text_start)
    set_cell (sheet, sheet->kind == SZ_XLSX_ERROR ? SZ_CELL_ERROR : SZ_CELL_TEXT, SZ_DATE_NONE);
  return NULL;
}

static gboolean
is_word (const char *text, gsize n, const char *digit, const char *word)
{
  return (n == 1 && *text == *digit)
         || (n == strlen (word) && g_ascii_strncasecmp (text, word, n) == 0);
}

static const char *
finish_boolean (SzXlsxSheet *sheet)
{
  const SzRowArena *arena = &sheet->arena;
  gboolean is_true;
  const char *text;

  trim_value (sheet);
  if (arena->used == sheet->text_start)
    return NULL;
  text = arena->text + sheet->text_start;
  is_true = is_word (text, arena->used - sheet->text_start, "1", "true");
  if (!is_true && !is_word (text, arena->used - sheet->text_start, "0", "false"))
    return "cell_value";
  sz_row_arena_borrow (&sheet->arena, sheet->column, SZ_CELL_BOOLEAN, is_true ? "TRUE" : "FALSE",
                       SZ_DATE_NONE);
  return NULL;
}

/* "2019-09-01" or "2019-09-01T00:00:00Z", as strict workbooks may write; a time alone is text. */
static const char *
finish_iso_date (SzXlsxSheet *sheet)
{
  char iso[DATE_BYTES];
  SzDate date = SZ_DATE_NONE;
  gsize n;

  trim_value (sheet);
  n = sheet->arena.used - sheet->text_start;
  if (n == 0)
    return NULL;
  if (n < ISO_BYTES)
    {
      set_cell (sheet, SZ_CELL_TEXT, SZ_DATE_NONE);
      return NULL;
    }
  memcpy (iso, sheet->arena.text + sheet->text_start, ISO_BYTES);
  iso[ISO_BYTES] = '\0';
  if (!sz_date_parse (iso, &date, NULL) || sz_date_is_month (date))
    {
      set_cell (sheet, SZ_CELL_TEXT, SZ_DATE_NONE);
      return NULL;
    }
  format_date (iso, date);
  replace_text (sheet, iso, ISO_BYTES);
  set_cell (sheet, SZ_CELL_DATE, date);
  return NULL;
}

static const char *
finish_by_kind (SzXlsxSheet *sheet)
{
  switch (sheet->kind)
    {
    case SZ_XLSX_NUMBER:
      return finish_number (sheet);
    case SZ_XLSX_SHARED:
      return finish_shared (sheet);
    case SZ_XLSX_BOOLEAN:
      return finish_boolean (sheet);
    case SZ_XLSX_ISO_DATE:
      return finish_iso_date (sheet);
    case SZ_XLSX_INLINE:
    case SZ_XLSX_FORMULA_TEXT:
    case SZ_XLSX_ERROR:
      return finish_text (sheet);
    case SZ_XLSX_UNKNOWN:
    default:
      return "cell_type";
    }
}

const char *
sz_xlsx_cell_finish (SzXlsxSheet *sheet)
{
  gboolean empty = sheet->arena.used == sheet->text_start;

  /* An empty text is a result that a formula may have; nothing at all is none. */
  if (empty && sheet->has_formula && !(sheet->has_value && sheet->kind == SZ_XLSX_FORMULA_TEXT))
    {
      sz_row_arena_borrow (&sheet->arena, sheet->column, SZ_CELL_ERROR, "=", SZ_DATE_NONE);
      return NULL;
    }
  return finish_by_kind (sheet);
}
