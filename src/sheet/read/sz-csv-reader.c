/* sz-csv-reader.c — rows of a text file, pulled one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-csv-private.h"

#include "sz-cell-text.h"

typedef enum
{
  STATE_START, /* nothing of the cell yet */
  STATE_PLAIN,
  STATE_QUOTED,
  STATE_CLOSED, /* behind the closing quote */
} State;

typedef struct
{
  SzTable table;
  SzCsv *csv;
  SzCsvDecoder *decoder;
  SzRowArena arena;
  SzTableRow row;
  const char *block;
  gsize block_bytes;
  gsize position;
  State state;
  guint column;
  gsize text_start;
  guint line;       /* of the present byte */
  guint quote_line; /* where the present quoted cell began */
  gboolean after_cr;
  gboolean row_open; /* something of the row has been seen */
  gboolean row_done;
  gboolean ended;
  GError *fault;
} CsvTable;

static void
refuse_at (CsvTable *table, const char *detail, guint line)
{
  g_autofree char *number = g_strdup_printf ("%u", line);

  if (table->fault == NULL)
    sz_input_refuse (table->csv->input, &table->fault, detail, "line", number);
}

static void
exceed_at (CsvTable *table, const char *limit, guint value, guint line)
{
  g_autofree char *number = g_strdup_printf ("%u", line);

  if (table->fault == NULL)
    sz_input_exceed (table->csv->input, &table->fault, limit, value, "line", number);
}

static void
append_text (CsvTable *table, const char *text, gsize n)
{
  const SzTableLimits *limits = &table->csv->input->limits;
  guint line = table->state == STATE_QUOTED ? table->quote_line : table->line;

  table->row_open = TRUE;
  if (table->arena.used - table->text_start + n > limits->cell_bytes)
    exceed_at (table, "cell_bytes", limits->cell_bytes, line);
  else if (!sz_row_arena_append (&table->arena, text, n))
    exceed_at (table, "row_bytes", SZ_ROW_BYTES, line);
}

static void
end_cell (CsvTable *table)
{
  SzRowArena *arena = &table->arena;
  guint limit = table->csv->input->limits.columns;
  gsize start = table->text_start;
  gboolean filled = arena->used > start;

  if (table->column >= limit)
    {
      exceed_at (table, "columns", limit, table->line);
      return;
    }
  if (filled && sz_row_arena_append (arena, "", 1))
    {
      start += sz_cell_text_is_guarded (arena->text + start) ? 1 : 0;
      sz_row_arena_set (arena, table->column, SZ_CELL_TEXT, (guint32)start, SZ_DATE_NONE);
    }
  table->column++;
  table->text_start = arena->used;
  table->state = STATE_START;
}

static void
end_row (CsvTable *table)
{
  guint limit = table->csv->input->limits.rows;

  end_cell (table);
  table->row.number++;
  if (table->row.number > limit)
    exceed_at (table, "rows", limit, table->line);
  sz_row_arena_finish (&table->arena, &table->row);
  table->row_done = TRUE;
}

static void
begin_row (CsvTable *table)
{
  sz_row_arena_begin (&table->arena);
  table->column = 0;
  table->text_start = 0;
  table->state = STATE_START;
  table->row_open = table->row_done = FALSE;
}

static void
break_line (CsvTable *table, char c)
{
  end_row (table);
  table->line++;
  table->after_cr = c == '\r';
}

/* Up to the next byte that means something outside of quotes. */
static gsize
measure_plain (const CsvTable *table, const char *p, const char *end)
{
  const char *start = p;

  while (p < end && *p != table->csv->separator && *p != '\n' && *p != '\r')
    p++;
  return (gsize)(p - start);
}

static void
take_plain (CsvTable *table, const char *p, const char *end)
{
  gsize n;

  if (*p == '\n' || *p == '\r')
    {
      table->position++;
      break_line (table, *p);
    }
  else if (*p == table->csv->separator)
    {
      table->position++;
      table->row_open = TRUE;
      end_cell (table);
    }
  else if (*p == '"' && table->state == STATE_START)
    {
      table->position++;
      table->row_open = TRUE;
      table->state = STATE_QUOTED;
      table->quote_line = table->line;
    }
  else
    {
      n = measure_plain (table, p, end);
      table->state = STATE_PLAIN;
      append_text (table, p, n);
      table->position += n;
    }
}

static void
count_quoted_lines (CsvTable *table, const char *p, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      if (p[i] == '\r' || (p[i] == '\n' && !table->after_cr))
        table->line++;
      table->after_cr = p[i] == '\r';
    }
}

static void
take_quoted (CsvTable *table, const char *p, const char *end)
{
  const char *quote = memchr (p, '"', (gsize)(end - p));
  gsize n = quote != NULL ? (gsize)(quote - p) : (gsize)(end - p);

  append_text (table, p, n);
  count_quoted_lines (table, p, n);
  table->position += n;
  if (quote == NULL)
    return;
  table->position++;
  table->after_cr = FALSE;
  table->state = STATE_CLOSED;
}

/* A doubled quote goes on; blanks are forgiven; anything else means that the quotes do not pair. */
static void
take_closed (CsvTable *table, const char *p, const char *end)
{
  if (*p == '"')
    {
      table->position++;
      table->state = STATE_QUOTED;
      append_text (table, "\"", 1);
    }
  else if (*p == table->csv->separator || *p == '\n' || *p == '\r')
    take_plain (table, p, end);
  else if (*p == ' ' || *p == '\t')
    table->position++;
  else
    refuse_at (table, "quote", table->line);
}

static void
take_bytes (CsvTable *table)
{
  const char *p = table->block + table->position;
  const char *end = table->block + table->block_bytes;

  if (table->after_cr && table->state != STATE_QUOTED)
    {
      table->after_cr = FALSE;
      if (*p == '\n')
        {
          table->position++;
          return;
        }
    }
  if (table->state == STATE_QUOTED)
    take_quoted (table, p, end);
  else if (table->state == STATE_CLOSED)
    take_closed (table, p, end);
  else
    take_plain (table, p, end);
}

static gboolean
fetch_block (CsvTable *table)
{
  table->position = 0;
  table->block_bytes = 0;
  table->block = sz_csv_decoder_next (table->decoder, &table->block_bytes, &table->fault);
  return table->block != NULL;
}

static void
end_file (CsvTable *table)
{
  if (table->fault != NULL)
    return;
  table->ended = TRUE;
  if (table->state == STATE_QUOTED)
    refuse_at (table, "unclosed_quote", table->quote_line);
  else if (table->row_open)
    end_row (table);
}

static const SzTableRow *
pull_row (CsvTable *table, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_is_cancelled (cancellable))
    {
      sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
      return NULL;
    }
  begin_row (table);
  while (!table->row_done && table->fault == NULL && !table->ended)
    {
      if (table->position < table->block_bytes || fetch_block (table))
        take_bytes (table);
      else
        end_file (table);
    }
  if (table->fault != NULL)
    {
      g_propagate_error (error, g_error_copy (table->fault));
      return NULL;
    }
  return table->row_done ? &table->row : NULL;
}

static gboolean
is_separator_hint (const SzTableRow *row)
{
  return row->n_cells > 0 && g_ascii_strncasecmp (row->cells[0].text, "sep=", 4) == 0;
}

static const SzTableRow *
next_row (SzTable *base, GCancellable *cancellable, GError **error)
{
  CsvTable *table = (CsvTable *)base;
  const SzTableRow *row;

  if (table->ended && table->fault == NULL)
    return NULL;
  row = pull_row (table, cancellable, error);
  /* "sep=;" in front is for the program, which does not count it as a row. */
  if (row != NULL && table->line <= 2 && row->number == 1 && is_separator_hint (row))
    {
      table->row.number = 0;
      row = pull_row (table, cancellable, error);
    }
  return row;
}

static guint
measure_progress (SzTable *base)
{
  CsvTable *table = (CsvTable *)base;
  guint64 size = table->csv->input->size;

  if (table->ended || size == 0)
    return 1000;
  return (guint)MIN (1000, sz_csv_decoder_read (table->decoder) * 1000 / size);
}

static void
rewind_table (SzTable *base)
{
  CsvTable *table = (CsvTable *)base;

  sz_csv_decoder_free (table->decoder);
  g_clear_error (&table->fault);
  table->decoder = sz_csv_decoder_new (table->csv);
  table->block_bytes = table->position = 0;
  table->line = 1;
  table->row.number = 0;
  table->after_cr = table->ended = FALSE;
}

static void
free_table (SzTable *base)
{
  CsvTable *table = (CsvTable *)base;

  sz_csv_decoder_free (table->decoder);
  sz_row_arena_clear (&table->arena);
  g_clear_error (&table->fault);
  g_free (table);
}

SzTable *
sz_csv_table_new (SzCsv *csv)
{
  static const SzTableClass klass = { next_row, rewind_table, measure_progress, free_table };
  CsvTable *table = g_new0 (CsvTable, 1);

  table->table.klass = &klass;
  table->csv = csv;
  table->decoder = sz_csv_decoder_new (csv);
  table->line = 1;
  return &table->table;
}
