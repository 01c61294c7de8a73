/* sz-form-table.c — plain forms, made as they are described
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-table.h"

#include <string.h>

#include "sz-person.h"

typedef struct
{
  gpointer data;
  GDestroyNotify destroy;
} Held;

struct _SzFormSheet
{
  gint refs;
  GArray *rows;
  GStringChunk *texts;
  GArray *held;     /* of Held */
  GPtrArray *above; /* of char * */
  GPtrArray *below;
  char *total;
};

SzFormSheet *
sz_form_sheet_new (gsize row_size)
{
  SzFormSheet *sheet = g_new0 (SzFormSheet, 1);

  sheet->refs = 1;
  sheet->rows = g_array_new (FALSE, TRUE, (guint)row_size);
  sheet->texts = g_string_chunk_new (4096);
  sheet->held = g_array_new (FALSE, FALSE, sizeof (Held));
  sheet->above = g_ptr_array_new_with_free_func (g_free);
  sheet->below = g_ptr_array_new_with_free_func (g_free);
  return sheet;
}

SzFormSheet *
sz_form_sheet_ref (SzFormSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);
  sheet->refs++;
  return sheet;
}

void
sz_form_sheet_unref (SzFormSheet *sheet)
{
  if (sheet == NULL || --sheet->refs > 0)
    return;
  g_array_unref (sheet->rows);
  for (guint i = sheet->held->len; i > 0; i--)
    {
      const Held *held = &g_array_index (sheet->held, Held, i - 1);

      held->destroy (held->data);
    }
  g_array_unref (sheet->held);
  g_string_chunk_free (sheet->texts);
  g_ptr_array_unref (sheet->above);
  g_ptr_array_unref (sheet->below);
  g_free (sheet->total);
  g_free (sheet);
}

gpointer
sz_form_sheet_add (SzFormSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);
  g_array_set_size (sheet->rows, sheet->rows->len + 1);
  return sz_form_sheet_row (sheet, sheet->rows->len - 1);
}

guint
sz_form_sheet_count (const SzFormSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, 0);
  return sheet->rows->len;
}

gpointer
sz_form_sheet_row (const SzFormSheet *sheet, guint index)
{
  g_return_val_if_fail (sheet != NULL && index < sheet->rows->len, NULL);
  return sheet->rows->data + (gsize)index * g_array_get_element_size (sheet->rows);
}

void
sz_form_sheet_sort (SzFormSheet *sheet, GCompareDataFunc compare, gpointer user_data)
{
  g_return_if_fail (sheet != NULL && compare != NULL);
  g_array_sort_with_data (sheet->rows, compare, user_data);
}

const char *
sz_form_sheet_keep (SzFormSheet *sheet, const char *text)
{
  g_return_val_if_fail (sheet != NULL, NULL);
  return text != NULL ? g_string_chunk_insert_const (sheet->texts, text) : NULL;
}

void
sz_form_sheet_hold (SzFormSheet *sheet, gpointer data, GDestroyNotify destroy)
{
  const Held held = { data, destroy };

  g_return_if_fail (sheet != NULL && destroy != NULL);
  if (data != NULL)
    g_array_append_val (sheet->held, held);
}

void
sz_form_sheet_above (SzFormSheet *sheet, char *text)
{
  g_return_if_fail (sheet != NULL && text != NULL);
  g_ptr_array_add (sheet->above, text);
}

void
sz_form_sheet_below (SzFormSheet *sheet, char *text)
{
  g_return_if_fail (sheet != NULL && text != NULL);
  g_ptr_array_add (sheet->below, text);
}

void
sz_form_sheet_total (SzFormSheet *sheet, char *text)
{
  g_return_if_fail (sheet != NULL);
  g_free (sheet->total);
  sheet->total = text;
}

/* ---- the table ---- */

/* A described table over its rows; the columns that are there. */
typedef struct
{
  const SzFormTable *table;
  SzFormSheet *sheet;
  GPtrArray *columns; /* of SzFormColumn, borrowed */
} Filling;

static void
filling_freed_cb (gpointer data)
{
  Filling *filling = data;

  g_ptr_array_unref (filling->columns);
  sz_form_sheet_unref (filling->sheet);
  g_free (filling);
}

static gint64
read_number (const SzFormColumn *column, gconstpointer row)
{
  const guint8 *at = (const guint8 *)row + column->offset;

  if (column->size == sizeof (gint64))
    return *(const gint64 *)(gconstpointer)at;
  if (column->size == sizeof (guint8))
    return *at;
  g_assert (column->size == sizeof (gint32));
  return *(const gint32 *)(gconstpointer)at;
}

static const char *
read_text (gconstpointer row, gsize offset)
{
  return *(const char *const *)(gconstpointer)((const guint8 *)row + offset);
}

/* What a column says of a row in words; NULL: nothing, or a number. */
static char *
dup_text (const SzFormColumn *column, gconstpointer row)
{
  const char *text;
  const SzCode *code;

  switch (column->source)
    {
    case SZ_FORM_TEXT:
    case SZ_FORM_NAME:
    case SZ_FORM_STORED:
      text = read_text (row, column->offset);
      if (text == NULL || *text == '\0')
        return NULL;
      if (column->source == SZ_FORM_STORED)
        text = sz_codes_name (column->codes, text);
      return column->source == SZ_FORM_NAME ? sz_form_dup_name (text) : g_strdup (text);
    case SZ_FORM_CODE:
      code = sz_codes_by_value (column->codes, (int)read_number (column, row));
      return code != NULL ? g_strdup (code->name) : NULL;
    case SZ_FORM_LEVEL:
      return read_number (column, row) != 0 ? sz_post_name ((SzPost)read_number (column, row))
                                            : NULL;
    case SZ_FORM_SERIAL:
    case SZ_FORM_NUMBER:
    case SZ_FORM_DAY:
    case SZ_FORM_BLANK:
    default:
      return NULL;
    }
}

static gboolean
is_known (const SzFormColumn *column, gconstpointer row)
{
  return column->has == 0
         || *(const gboolean *)(gconstpointer)((const guint8 *)row + column->has - 1);
}

/* Whether the row before says the same in this column and in its group. */
static gboolean
is_repeated (const Filling *filling, const SzFormColumn *column, guint index)
{
  g_autofree char *here = NULL;
  g_autofree char *before = NULL;

  if (!column->once || index == 0)
    return FALSE;
  here = dup_text (column, sz_form_sheet_row (filling->sheet, index));
  before = dup_text (column, sz_form_sheet_row (filling->sheet, index - 1));
  return g_strcmp0 (here, before) == 0;
}

static void
fill_cell (const Filling *filling, const SzFormColumn *column, guint index, SzFormRow *row)
{
  gconstpointer data = sz_form_sheet_row (filling->sheet, index);

  if (!is_known (column, data) || is_repeated (filling, column, index))
    sz_form_row_empty (row);
  else if (column->source == SZ_FORM_SERIAL)
    sz_form_row_number (row, index + 1);
  else if (column->source == SZ_FORM_NUMBER)
    sz_form_row_number (row, read_number (column, data));
  else if (column->source == SZ_FORM_DAY)
    sz_form_row_date (row, (SzDate)read_number (column, data));
  else
    sz_form_row_take (row, dup_text (column, data));
}

static const char *
find_text (gconstpointer row, gsize member)
{
  const char *text = member != 0 ? read_text (row, member - 1) : NULL;

  return text != NULL ? text : "";
}

static void
fill_group (const SzFormTable *table, gconstpointer data, SzFormRow *row)
{
  g_autofree char *group = NULL;

  if (table->group == 0)
    return;
  if (table->note == 0 && table->outer == 0)
    {
      sz_form_row_group (row, find_text (data, table->group));
      return;
    }
  group = g_strconcat (find_text (data, table->group), table->note != 0 ? "\036" : "",
                       find_text (data, table->note), NULL);
  if (table->outer != 0)
    sz_form_row_group_within (row, find_text (data, table->outer), group);
  else
    sz_form_row_group_take (row, g_steal_pointer (&group));
}

static void
fill_row_cb (gpointer data, guint index, SzFormRow *row)
{
  const Filling *filling = data;

  fill_group (filling->table, sz_form_sheet_row (filling->sheet, index), row);
  for (guint i = 0; i < filling->columns->len; i++)
    fill_cell (filling, g_ptr_array_index (filling->columns, i), index, row);
}

/* A column that nobody fills is absent, never empty. */
static gboolean
is_used (const SzFormColumn *column, const SzFormSheet *sheet)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      gconstpointer row = sz_form_sheet_row (sheet, i);
      g_autofree char *text = NULL;

      if (!is_known (column, row))
        continue;
      if (column->source == SZ_FORM_NUMBER)
        {
          if (column->has != 0 || read_number (column, row) != 0)
            return TRUE;
          continue;
        }
      if (column->source == SZ_FORM_DAY)
        {
          if (read_number (column, row) != SZ_DATE_NONE)
            return TRUE;
          continue;
        }
      text = dup_text (column, row);
      if (text != NULL && *text != '\0')
        return TRUE;
    }
  return FALSE;
}

void
sz_form_table_add (SzPaper *paper,
                   const SzFormTable *table,
                   SzFormSheet *sheet,
                   const SzFormParams *params)
{
  g_autoptr (SzFormColumns) columns = NULL;
  SzTableOptions options;
  guint given;
  Filling *filling;

  g_return_if_fail (paper != NULL && table != NULL && sheet != NULL && params != NULL);
  given = sz_form_needs_given (params);
  options = table->options;
  options.total_text = sheet->total;
  columns = sz_form_columns_new ();
  filling = g_new0 (Filling, 1);
  filling->table = table;
  filling->sheet = sz_form_sheet_ref (sheet);
  filling->columns = g_ptr_array_new ();
  for (const SzFormColumn *column = table->columns; column->paper.heading != NULL; column++)
    {
      if ((column->only != 0 && (given & column->only) == 0) || (given & column->unless) != 0
          || (column->absent && !is_used (column, sheet)))
        continue;
      g_ptr_array_add (filling->columns, (gpointer)column);
      sz_form_columns_add_like (columns, &column->paper);
    }
  if (table->narrow)
    sz_form_columns_narrow (columns, sheet->rows->len, fill_row_cb, filling);
  sz_form_add_table (paper, columns, &options,
                     (SzFormSource){ sheet->rows->len, fill_row_cb, filling, filling_freed_cb });
}

/* ---- the whole form ---- */

/* {title} and {word} of what was asked: {year}, {on}, {from} … */
static char *
fill_title (const char *pattern, const SzForm *form, const SzFormParams *params)
{
  g_autoptr (GString) text = g_string_new (pattern);

  g_string_replace (text, "{title}", form->title, 0);
  for (const SzFormAsk *ask = sz_form_asks (); ask->word != NULL; ask++)
    {
      g_autofree char *name = g_strdup_printf ("{%s}", ask->word);
      g_autofree char *value = NULL;

      if (strstr (text->str, name) == NULL)
        continue;
      value = sz_form_ask_dup (ask, params, TRUE);
      g_string_replace (text, name, value != NULL ? value : "", 0);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_paragraphs (SzPaper *paper, const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    sz_paper_add_text (paper, g_ptr_array_index (texts, i));
}

SzPaper *
sz_form_table_make (SzOffice *office,
                    const SzFormEntry *entry,
                    const SzFormParams *params,
                    GCancellable *cancellable,
                    GError **error)
{
  const SzFormTable *table;
  g_autoptr (SzFormSheet) sheet = NULL;
  g_autofree char *title = NULL;
  SzPaper *paper;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && entry != NULL && params != NULL, NULL);
  table = entry->table;
  sheet = sz_form_sheet_new (table->row_size);
  if (!table->gather (office, params, sheet, cancellable, error))
    return NULL;
  if (sheet->rows->len == 0 && !table->empty_too)
    return sz_form_refuse_empty (&entry->form, error);
  title = fill_title (table->title != NULL ? table->title : "{title}", &entry->form, params);
  paper = sz_form_new_paper (office, &entry->form, title, table->unit, error);
  if (paper == NULL)
    return NULL;
  sz_paper_set_orientation (paper, table->orientation);
  add_paragraphs (paper, sheet->above);
  sz_form_table_add (paper, table, sheet, params);
  if (table->below_apart && sheet->below->len > 0)
    sz_paper_add_page_break (paper);
  add_paragraphs (paper, sheet->below);
  if (table->signatures != NULL)
    sz_paper_add_signatures (paper, table->signatures);
  if (table->opinions != NULL)
    sz_paper_add_opinions (paper, table->opinions);
  return paper;
}
