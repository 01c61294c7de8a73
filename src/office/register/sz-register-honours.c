/* sz-register-honours.c — the list of honours as a register: its rows stand together in a parameter
 * (RULE rec-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "sz-decimal.h"
#include "sz-honour-list.h"
#include "sz-register-private.h"
#include "sz-rules.h"
#include "sz-store-param.h"

/* As the first fields of the sheet. */
enum
{
  CODE,
  NAME,
  LEVEL,
  OTHERS,
  TEAM,
  LOWEST,
  SOURCE,
  N_COLUMNS,
};

/* What both sides of a correction need. */
typedef struct
{
  SzParam *param;
  GArray *lines; /* of SzHonourLine */
} Book;

static void
clear_book (Book *book)
{
  if (book->param != NULL)
    sz_param_clear (book->param);
  g_free (book->param);
  g_clear_pointer (&book->lines, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, clear_book)

static gboolean
open_book (SzOffice *office, Book *book, GError **error)
{
  book->param = sz_honour_list_param (office, error);
  book->lines = book->param != NULL ? sz_honour_list_lines (book->param, error) : NULL;
  return book->lines != NULL;
}

/* By what it is and not by its place: a list that grew meanwhile gives no other row. */
static gint64
make_id (const SzHonourLine *line)
{
  g_autofree char *key = g_strdup_printf ("%s\037%d", line->code, MAX (line->team, 1));
  guint64 id = G_GUINT64_CONSTANT (14695981039346656037);

  for (const char *c = key; *c != '\0'; c++)
    id = (id ^ (guint8)*c) * G_GUINT64_CONSTANT (1099511628211);
  return (gint64)(id >> 12) + 1;
}

static gint64
make_version (const Book *book)
{
  return (gint64)g_str_hash (book->param->value) + 1;
}

static char *
dup_count (int count)
{
  return count > 0 ? g_strdup_printf ("%d", count) : g_strdup ("");
}

static SzRegisterRow *
make_row (const SzHonourLine *line, gint64 version)
{
  SzRegisterRow *row = g_new0 (SzRegisterRow, 1);

  row->id = make_id (line);
  row->row_version = version;
  row->cells = g_new0 (char *, N_COLUMNS + 1);
  row->cells[CODE] = g_strdup (line->code);
  row->cells[NAME] = g_strdup (line->name);
  row->cells[LEVEL] = g_strdup (line->level);
  row->cells[OTHERS] = g_strdup (line->others);
  row->cells[TEAM] = dup_count (line->team);
  row->cells[LOWEST] = dup_count (line->lowest);
  row->cells[SOURCE] = g_strdup (line->source);
  row->numbers = g_new0 (gint64, N_COLUMNS);
  row->numbers[TEAM] = line->team * 100;
  row->numbers[LOWEST] = line->lowest * 100;
  return row;
}

static GPtrArray *
read_rows (SzOffice *office, const SzRegister *reg, GError **error)
{
  g_auto (Book) book = { 0 };
  GPtrArray *rows;

  if (!open_book (office, &book, error))
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_register_row_free);
  for (guint i = 0; i < book.lines->len; i++)
    g_ptr_array_add (rows,
                     make_row (&g_array_index (book.lines, SzHonourLine, i), make_version (&book)));
  return rows;
}

/* ---- written ---- */

static gboolean
read_count (const SzRegister *reg, guint place, const char *text, int *count, GError **error)
{
  const SzRegisterColumn *column = &reg->columns[place];
  gint64 number = 0;

  if (*text != '\0' && (!sz_decimal_parse (text, 0, &number, NULL) || number < 0 || number > 9999))
    return sz_error_set (error, SZ_ERROR_FORMAT, "register.value", "column", column->heading,
                         "value", text, "example", column->field->example, NULL);
  *count = (int)number;
  return TRUE;
}

static char *
dup_cell (const SzRegisterRow *row, guint place)
{
  return g_strstrip (g_strdup (row->cells[place] != NULL ? row->cells[place] : ""));
}

static gboolean
read_line (const SzRegister *reg, const SzRegisterRow *row, SzHonourLine *line, GError **error)
{
  g_autofree char *team = dup_cell (row, TEAM);
  g_autofree char *lowest = dup_cell (row, LOWEST);
  guint missing = N_COLUMNS;

  line->code = dup_cell (row, CODE);
  line->name = dup_cell (row, NAME);
  line->level = dup_cell (row, LEVEL);
  line->others = dup_cell (row, OTHERS);
  line->source = dup_cell (row, SOURCE);
  if (!read_count (reg, TEAM, team, &line->team, error)
      || !read_count (reg, LOWEST, lowest, &line->lowest, error))
    return FALSE;
  if (*line->code == '\0')
    missing = CODE;
  else if (*line->name == '\0')
    missing = NAME;
  else if (*line->level == '\0')
    missing = LEVEL;
  else if (line->team > 0 && line->lowest == 0)
    missing = LOWEST;
  return missing == N_COLUMNS
         || sz_error_set (error, SZ_ERROR_FORMAT, "register.required", "column",
                          reg->columns[missing].heading, NULL);
}

/* An honour has one name, level and document, whichever of its lines they were corrected in; two
 * lines of one team size, or two honours of one code, are refused. */
static gboolean
settle (GArray *lines, guint place, GError **error)
{
  const SzHonourLine *line = &g_array_index (lines, SzHonourLine, place);

  for (guint i = 0; i < lines->len; i++)
    {
      SzHonourLine *other = &g_array_index (lines, SzHonourLine, i);

      if (i == place || strcmp (other->code, line->code) != 0)
        continue;
      if (make_id (other) == make_id (line))
        return sz_error_set (error, SZ_ERROR_CONSTRAINT, "row.duplicate", "where", line->code,
                             NULL);
      g_free (other->name);
      g_free (other->level);
      g_free (other->others);
      g_free (other->source);
      other->name = g_strdup (line->name);
      other->level = g_strdup (line->level);
      other->others = g_strdup (line->others);
      other->source = g_strdup (line->source);
    }
  return TRUE;
}

/* The corrected list holds from the day that the list held from. */
static gboolean
write_book (SzAct *act, Book *book, GError **error)
{
  json_t *list = json_array ();
  char *value;
  gboolean done;

  for (guint i = 0; i < book->lines->len; i++)
    sz_honour_list_join (list, &g_array_index (book->lines, SzHonourLine, i));
  value = json_dumps (list, JSON_COMPACT);
  g_free (book->param->value);
  book->param->value = g_strdup (value);
  free (value);
  json_decref (list);
  done = sz_rules_check (book->param->key, book->param->value, error)
         && sz_store_param_put (act, book->param, NULL, error);
  return done;
}

static int
find_line (const GArray *lines, gint64 id)
{
  for (guint i = 0; i < lines->len; i++)
    if (make_id (&g_array_index (lines, SzHonourLine, i)) == id)
      return (int)i;
  return -1;
}

static gboolean
put_line (SzAct *act, SzOffice *office, const SzRegister *reg, SzRegisterRow *row, GError **error)
{
  g_auto (Book) book = { 0 };
  SzHonourLine line = { 0 };
  int place;

  if (!open_book (office, &book, error))
    return FALSE;
  if (row->id != 0 && row->row_version != make_version (&book))
    return sz_error_set (error, SZ_ERROR_STALE, "row.stale", NULL);
  if (!read_line (reg, row, &line, error))
    {
      sz_honour_line_clear (&line);
      return FALSE;
    }
  place = row->id != 0 ? find_line (book.lines, row->id) : (int)book.lines->len;
  if (place < 0)
    {
      sz_honour_line_clear (&line);
      return sz_error_set (error, SZ_ERROR_STALE, "register.gone", NULL);
    }
  if (row->id != 0)
    g_array_remove_index (book.lines, (guint)place);
  g_array_insert_val (book.lines, (guint)place, line);
  row->id = make_id (&line);
  return settle (book.lines, (guint)place, error) && write_book (act, &book, error);
}

static gboolean
drop_lines (SzAct *act, SzOffice *office, const GArray *ids, GError **error)
{
  g_auto (Book) book = { 0 };

  if (!open_book (office, &book, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      const int place = find_line (book.lines, g_array_index (ids, gint64, i));

      if (place < 0)
        return sz_error_set (error, SZ_ERROR_STALE, "register.gone", NULL);
      g_array_remove_index (book.lines, (guint)place);
    }
  return write_book (act, &book, error);
}

const SzRegisterOwn _sz_register_honours = { N_COLUMNS, read_rows, put_line, drop_lines };
