/* sz-paper-csv.c — the tables of a paper as comma-separated text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-paper-private.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sz-cell-text.h"
#include "sz-flow.h"
#include "sz-outfile.h"

#define BUFFER (64 * 1024)

typedef struct
{
  SzOutfile *out;
  FILE *file;
  GString *line;
  gboolean guarded;
  gboolean tables;            /* one is written already */
  gboolean only_fields;       /* the paper has no table: its fields are rows */
  const SzPaperBlock *fields; /* (nullable): those whose names were written last */
} CsvWriter;

static void
append_quoted (GString *line, const char *text)
{
  gsize length = strlen (text);
  gboolean blank_ends
      = length > 0 && (g_ascii_isspace (text[0]) || g_ascii_isspace (text[length - 1]));

  if (!blank_ends && strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (line, text);
      return;
    }
  g_string_append_c (line, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (line, '"');
      g_string_append_c (line, *p);
    }
  g_string_append_c (line, '"');
}

static void
append_cell (CsvWriter *writer, guint column, const char *text, gboolean is_text)
{
  g_autofree char *guarded = NULL;

  if (column > 0)
    g_string_append_c (writer->line, ',');
  if (text == NULL)
    return;
  if (is_text && writer->guarded)
    text = guarded = sz_cell_text_guard (text);
  append_quoted (writer->line, text);
}

static gboolean
end_line (CsvWriter *writer, GError **error)
{
  g_string_append (writer->line, "\r\n");
  if (fwrite (writer->line->str, 1, writer->line->len, writer->file) != writer->line->len)
    return sz_outfile_fail (writer->out, errno, error);
  g_string_truncate (writer->line, 0);
  return TRUE;
}

/* Two columns of the same heading are told apart by the heading above. */
static gboolean
is_ambiguous (const SzPaperTable *table, guint column)
{
  for (guint c = 0; c < table->n_columns; c++)
    if (c != column && strcmp (table->columns[c].heading, table->columns[column].heading) == 0)
      return table->columns[column].group != NULL;
  return FALSE;
}

static gboolean
write_headings (CsvWriter *writer, const SzPaperTable *table, GError **error)
{
  if (writer->tables && !end_line (writer, error))
    return FALSE;
  writer->tables = TRUE;
  for (guint c = 0; c < table->n_columns; c++)
    {
      const SzPaperColumn *column = &table->columns[c];
      g_autofree char *heading = is_ambiguous (table, c)
                                     ? g_strconcat (column->group, "/", column->heading, NULL)
                                     : g_strdup (column->heading);

      append_cell (writer, c, heading, TRUE);
    }
  return end_line (writer, error);
}

/* Numbers are for programs: no grouping, and no dash where there is none. */
static char *
print_plain (const SzPaperColumn *column, const SzValue *value)
{
  if (value->type == SZ_VALUE_EMPTY)
    return NULL;
  if (value->type == SZ_VALUE_NUMBER)
    return sz_decimal_format (value->number, sz_paper_column_decimals (column));
  return value->type == SZ_VALUE_DATE && value->number == SZ_DATE_NONE
             ? NULL
             : sz_paper_print (column, value);
}

static gboolean
write_row (CsvWriter *writer, const SzPaperTable *table, const SzValue *values, GError **error)
{
  for (guint c = 0; c < table->n_columns; c++)
    {
      g_autofree char *text = print_plain (&table->columns[c], &values[c]);

      append_cell (writer, c, text, values[c].type == SZ_VALUE_TEXT);
    }
  return end_line (writer, error);
}

static gboolean
write_total (CsvWriter *writer, const SzPaperTable *table, const SzFlowLine *line, GError **error)
{
  for (guint c = 0; c < table->n_columns; c++)
    {
      SzValue value = sz_tally_value (line->tally, c);
      g_autofree char *text = value.type == SZ_VALUE_NUMBER
                                  ? print_plain (&table->columns[c], &value)
                                  : sz_tally_print (line->tally, c);

      append_cell (writer, c, text != NULL || c > 0 ? text : line->text, text == NULL);
    }
  return end_line (writer, error);
}

static gboolean
have_same_names (const SzPaperBlock *one, const SzPaperBlock *other)
{
  for (guint i = 0; one->n_texts == other->n_texts && i < one->n_texts; i += 2)
    if (strcmp (one->texts[i], other->texts[i]) != 0)
      return FALSE;
  return one->n_texts == other->n_texts;
}

static gboolean
write_texts (CsvWriter *writer, const SzPaperBlock *block, guint first, GError **error)
{
  for (guint i = first; i < block->n_texts; i += 2)
    append_cell (writer, i / 2, block->texts[i], TRUE);
  return end_line (writer, error);
}

/* Blocks of the same names are rows below them. */
static gboolean
write_fields (CsvWriter *writer, const SzPaperBlock *block, GError **error)
{
  if (writer->fields == NULL || !have_same_names (writer->fields, block))
    {
      if ((writer->fields != NULL && !end_line (writer, error))
          || !write_texts (writer, block, 0, error))
        return FALSE;
      writer->fields = block;
    }
  return write_texts (writer, block, 1, error);
}

static gboolean
line_reached_cb (const SzFlowLine *line, gpointer user_data, GError **error)
{
  CsvWriter *writer = user_data;

  if (line->kind == SZ_LINE_HEADING)
    return write_headings (writer, line->block->table, error);
  if (line->kind == SZ_LINE_FIELDS && line->first == 0 && writer->only_fields)
    return write_fields (writer, line->block, error);
  if (line->kind == SZ_LINE_ROW)
    return write_row (writer, line->block->table, line->values, error);
  if (line->kind == SZ_LINE_TOTAL && writer->guarded)
    return write_total (writer, line->block->table, line, error);
  return TRUE;
}

static gboolean
write_file (CsvWriter *writer, SzPaper *paper, SzFlowWatch *watch, GError **error)
{
  g_autofree char *buffer = g_malloc (BUFFER);
  gboolean ok;

  writer->file = fopen (sz_outfile_path (writer->out), "wbe");
  if (writer->file == NULL)
    return sz_outfile_fail (writer->out, errno, error);
  setvbuf (writer->file, buffer, _IOFBF, BUFFER);
  if (writer->guarded)
    g_string_append (writer->line, "\xEF\xBB\xBF");
  ok = sz_flow_run (paper, line_reached_cb, writer, watch, error);
  if (fclose (writer->file) != 0 && ok)
    return sz_outfile_fail (writer->out, errno, error);
  return ok;
}

static gboolean
write_csv (SzPaper *paper, const char *path, gboolean guarded, SzFlowWatch *watch, GError **error)
{
  g_autoptr (SzOutfile) out = sz_outfile_new (path, error);
  g_autoptr (GString) line = g_string_new (NULL);
  CsvWriter writer = {
    .out = out, .line = line, .guarded = guarded, .only_fields = sz_paper_widest (paper) == NULL
  };

  if (out == NULL)
    return FALSE;
  watch->total = sz_flow_count (&paper, 1);
  return write_file (&writer, paper, watch, error) && sz_outfile_commit (out, error);
}

gboolean
sz_paper_write_csv (SzPaper *paper,
                    const char *path,
                    SzPaperProgress progress,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  SzFlowWatch watch = { progress, user_data, cancellable, 0, 0 };

  g_return_val_if_fail (paper != NULL && path != NULL, FALSE);
  return write_csv (paper, path, TRUE, &watch, error);
}

gboolean
sz_paper_write_csv_plain (SzPaper *paper,
                          const char *path,
                          SzPaperProgress progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  SzFlowWatch watch = { progress, user_data, cancellable, 0, 0 };

  g_return_val_if_fail (paper != NULL && path != NULL, FALSE);
  return write_csv (paper, path, FALSE, &watch, error);
}
