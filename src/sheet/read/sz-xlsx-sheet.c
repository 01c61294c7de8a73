/* sz-xlsx-sheet.c — the rows of one sheet, pulled one by one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-cell-private.h"

static void
refuse_cell (SzXlsxSheet *sheet, const char *detail)
{
  char address[24];
  GError *fault = NULL;

  sz_xlsx_ref_write (address, sheet->row.number, sheet->column);
  sz_input_refuse (sheet->xlsx->input, &fault, detail, "cell", address);
  sz_xml_fail (sheet->xml, fault);
}

static void
exceed_cell (SzXlsxSheet *sheet, const char *limit, guint64 value)
{
  char address[24];
  GError *fault = NULL;

  sz_xlsx_ref_write (address, sheet->row.number, sheet->column);
  sz_input_exceed (sheet->xlsx->input, &fault, limit, value, "cell", address);
  sz_xml_fail (sheet->xml, fault);
}

/* The address is what the file claims; one that cannot be is shown as it stands there. */
static void
refuse_reference (SzXlsxSheet *sheet, const char *reference)
{
  g_autofree char *shown = g_utf8_substring (reference, 0, MIN (g_utf8_strlen (reference, -1), 20));
  GError *fault = NULL;

  sz_input_refuse (sheet->xlsx->input, &fault, "cell_reference", "cell", shown);
  sz_xml_fail (sheet->xml, fault);
}

static gboolean
parse_row_number (const char *text, guint *number)
{
  guint value = 0;

  for (; *text >= '0' && *text <= '9' && value <= SZ_XLSX_ROWS; text++)
    value = value * 10 + (guint)(*text - '0');
  *number = value;
  return *text == '\0' && value >= 1 && value <= SZ_XLSX_ROWS;
}

static void
begin_row (SzXlsxSheet *sheet, const char **attributes)
{
  guint number = sheet->row.number + 1;

  sheet->column = 0;
  sheet->row.hidden = FALSE;
  sheet->in_row = TRUE;
  sheet->next_column = 0;
  for (const char **pair = attributes; *pair != NULL; pair += 2)
    {
      if (strcmp (pair[0], "r") == 0 && !parse_row_number (pair[1], &number))
        {
          refuse_reference (sheet, pair[1]);
          return;
        }
      if (strcmp (pair[0], "hidden") == 0)
        sheet->row.hidden = sz_xml_is_true (pair[1]);
    }
  if (number <= sheet->row.number || number > SZ_XLSX_ROWS)
    {
      sheet->row.number = MIN (number, SZ_XLSX_ROWS);
      refuse_cell (sheet, "row_order");
      return;
    }
  sheet->row.number = number;
  if (number > sheet->xlsx->input->limits.rows)
    exceed_cell (sheet, "rows", sheet->xlsx->input->limits.rows);
  sz_row_arena_begin (&sheet->arena);
}

static gboolean
place_cell (SzXlsxSheet *sheet, const char *reference)
{
  guint row = sheet->row.number, column = sheet->next_column;

  if (reference != NULL
      && (!sz_xlsx_ref_parse (reference, &row, &column, NULL) || row != sheet->row.number))
    {
      refuse_reference (sheet, reference);
      return FALSE;
    }
  sheet->column = column;
  if (column < sheet->next_column)
    refuse_cell (sheet, "cell_order");
  else if (column >= SZ_XLSX_COLUMNS)
    refuse_cell (sheet, "cell_reference");
  else if (column >= sheet->xlsx->input->limits.columns)
    exceed_cell (sheet, "columns", sheet->xlsx->input->limits.columns);
  else
    {
      sheet->next_column = column + 1;
      return TRUE;
    }
  return FALSE;
}

static SzXlsxCellKind
name_kind (const char *type)
{
  static const struct
  {
    const char *type;
    SzXlsxCellKind kind;
  } kinds[] = {
    { "s", SZ_XLSX_SHARED },         { "n", SZ_XLSX_NUMBER },  { "str", SZ_XLSX_FORMULA_TEXT },
    { "inlineStr", SZ_XLSX_INLINE }, { "b", SZ_XLSX_BOOLEAN }, { "e", SZ_XLSX_ERROR },
    { "d", SZ_XLSX_ISO_DATE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].type, type) == 0)
      return kinds[i].kind;
  return SZ_XLSX_UNKNOWN;
}

static guint
parse_style (const char *text)
{
  guint value = 0;

  for (; *text >= '0' && *text <= '9' && value < G_MAXUINT16; text++)
    value = value * 10 + (guint)(*text - '0');
  return value;
}

static void
begin_cell (SzXlsxSheet *sheet, const char **attributes)
{
  const char *reference = NULL;

  sheet->kind = SZ_XLSX_NUMBER;
  sheet->style = 0;
  sheet->has_value = sheet->has_formula = sheet->in_inline = sheet->in_reading_aid = FALSE;
  for (const char **pair = attributes; *pair != NULL; pair += 2)
    {
      if (pair[0][1] != '\0')
        continue;
      if (pair[0][0] == 'r')
        reference = pair[1];
      else if (pair[0][0] == 's')
        sheet->style = parse_style (pair[1]);
      else if (pair[0][0] == 't')
        sheet->kind = name_kind (pair[1]);
    }
  sheet->in_cell = place_cell (sheet, reference);
  sheet->text_start = sheet->arena.used;
  if (sheet->in_cell && sheet->kind == SZ_XLSX_UNKNOWN)
    refuse_cell (sheet, "cell_type");
}

static void
begin_value (SzXlsxSheet *sheet)
{
  if (sheet->has_value)
    {
      refuse_cell (sheet, "cell_value");
      return;
    }
  sheet->has_value = TRUE;
  sheet->in_text = TRUE;
  sz_xml_want_text (sheet->xml, TRUE);
}

static void
begin_text (SzXlsxSheet *sheet, const char **attributes)
{
  if (!sheet->in_inline || sheet->in_reading_aid)
    return;
  sheet->preserve = g_strcmp0 (sz_xml_attribute (attributes, "space"), "preserve") == 0;
  sheet->run_start = sheet->arena.used;
  sheet->in_text = TRUE;
  sz_xml_want_text (sheet->xml, TRUE);
}

/* Inside a cell. */
static void
begin_content (SzXlsxSheet *sheet, const char *name, const char **attributes)
{
  if (name[0] == 'v' && name[1] == '\0')
    begin_value (sheet);
  else if (name[0] == 't' && name[1] == '\0')
    begin_text (sheet, attributes);
  else if (name[0] == 'f' && name[1] == '\0')
    sheet->has_formula = TRUE;
  else if (strcmp (name, "is") == 0 && sheet->kind == SZ_XLSX_INLINE)
    sheet->in_inline = TRUE;
  else if (strcmp (name, "rPh") == 0)
    sheet->in_reading_aid = TRUE;
  else if (strcmp (name, "c") == 0)
    refuse_cell (sheet, "xml");
}

static void
sheet_started_cb (gpointer owner, const char *name, const char **attributes)
{
  SzXlsxSheet *sheet = owner;

  if (sheet->in_cell)
    begin_content (sheet, name, attributes);
  else if (sheet->in_row && name[0] == 'c' && name[1] == '\0')
    begin_cell (sheet, attributes);
  else if (sheet->in_rows && strcmp (name, "row") == 0)
    {
      if (sheet->in_row)
        refuse_cell (sheet, "xml");
      else
        begin_row (sheet, attributes);
    }
  else if (strcmp (name, "sheetData") == 0 && !sheet->rows_seen)
    sheet->in_rows = sheet->rows_seen = TRUE;
  else if (strcmp (name, "mergeCell") == 0)
    sheet->n_merge_tags++;
}

static void
sheet_text_cb (gpointer owner, const char *text, gsize n)
{
  SzXlsxSheet *sheet = owner;
  guint limit = sheet->xlsx->input->limits.cell_bytes;

  if (sheet->arena.used - sheet->text_start + n > limit)
    exceed_cell (sheet, "cell_bytes", limit);
  else if (!sz_row_arena_append (&sheet->arena, text, n))
    exceed_cell (sheet, "row_bytes", SZ_ROW_BYTES);
}

static void
end_text (SzXlsxSheet *sheet)
{
  SzRowArena *arena = &sheet->arena;

  sheet->in_text = FALSE;
  sz_xml_want_text (sheet->xml, FALSE);
  if (sheet->in_inline && !sheet->preserve && arena->used > sheet->run_start)
    arena->used
        = sheet->run_start
          + sz_xlsx_text_trim (arena->text + sheet->run_start, arena->used - sheet->run_start);
}

static void
end_cell (SzXlsxSheet *sheet)
{
  const char *detail = sz_xlsx_cell_finish (sheet);

  sheet->in_cell = FALSE;
  if (detail != NULL)
    refuse_cell (sheet, detail);
}

static void
end_row (SzXlsxSheet *sheet)
{
  sheet->in_row = FALSE;
  switch (sz_xlsx_carry_row (&sheet->carry, sheet->row.number, &sheet->arena, &sheet->column))
    {
    case SZ_CARRY_OVERLAP:
      refuse_cell (sheet, "merge_overlap");
      return;
    case SZ_CARRY_TOO_MANY:
      exceed_cell (sheet, "merges_in_row", sheet->carry.active->len);
      return;
    case SZ_CARRY_DONE:
    default:
      break;
    }
  sz_row_arena_finish (&sheet->arena, &sheet->row);
  sz_xml_pause (sheet->xml);
}

static void
sheet_ended_cb (gpointer owner, const char *name)
{
  SzXlsxSheet *sheet = owner;

  if (sheet->in_text && name[1] == '\0' && (name[0] == 'v' || name[0] == 't'))
    end_text (sheet);
  else if (sheet->in_cell && name[0] == 'c' && name[1] == '\0')
    end_cell (sheet);
  else if (sheet->in_cell && strcmp (name, "rPh") == 0)
    sheet->in_reading_aid = FALSE;
  else if (sheet->in_cell && strcmp (name, "is") == 0)
    sheet->in_inline = FALSE;
  else if (sheet->in_row && strcmp (name, "row") == 0)
    end_row (sheet);
  else if (strcmp (name, "sheetData") == 0)
    sheet->in_rows = FALSE;
}

static gboolean
begin_sheet (SzXlsxSheet *sheet, GCancellable *cancellable, GError **error)
{
  static const SzXmlHandlers handlers = { sheet_started_cb, sheet_ended_cb, sheet_text_cb };
  SzZipPart *part;

  if (sheet->xml != NULL)
    return TRUE;
  if (!sz_xlsx_merges_read (sheet->xlsx, sheet->info, cancellable, error))
    return FALSE;
  part = sz_zip_part_open (sheet->xlsx->zip, sheet->info->part, error);
  if (part == NULL)
    return FALSE;
  sheet->part_size = sz_zip_part_size (part);
  sz_xlsx_carry_init (&sheet->carry, sheet->info->merges);
  sheet->xml = sz_xml_new (sheet->xlsx->input, part, &handlers, sheet);
  return TRUE;
}

static const SzTableRow *
next_row (SzTable *table, GCancellable *cancellable, GError **error)
{
  SzXlsxSheet *sheet = (SzXlsxSheet *)table;

  if (sheet->ended || !begin_sheet (sheet, cancellable, error))
    return NULL;
  switch (sz_xml_pull (sheet->xml, cancellable, error))
    {
    case SZ_XML_PAUSED:
      return &sheet->row;
    case SZ_XML_ENDED:
      sheet->ended = TRUE;
      /* The rows were joined by what was seen behind them; it must have been all of it. */
      if (sheet->n_merge_tags != sheet->info->n_merge_tags)
        sz_input_refuse (sheet->xlsx->input, error, "merge", "part", sheet->info->part);
      return NULL;
    case SZ_XML_FAILED:
    default:
      return NULL;
    }
}

static guint
measure_progress (SzTable *table)
{
  SzXlsxSheet *sheet = (SzXlsxSheet *)table;

  if (sheet->ended)
    return 1000;
  if (sheet->xml == NULL || sheet->part_size == 0)
    return 0;
  return (guint)MIN (1000, sz_xml_consumed (sheet->xml) * 1000 / sheet->part_size);
}

static void
rewind_sheet (SzTable *table)
{
  SzXlsxSheet *sheet = (SzXlsxSheet *)table;

  g_clear_pointer (&sheet->xml, sz_xml_free);
  sz_xlsx_carry_clear (&sheet->carry);
  sheet->row.number = 0;
  sheet->n_merge_tags = 0;
  sheet->ended = sheet->rows_seen = sheet->in_rows = FALSE;
  sheet->in_row = sheet->in_cell = sheet->in_text = FALSE;
}

static void
free_sheet (SzTable *table)
{
  SzXlsxSheet *sheet = (SzXlsxSheet *)table;

  rewind_sheet (table);
  sz_row_arena_clear (&sheet->arena);
  g_free (sheet);
}

SzTable *
sz_xlsx_sheet_new (SzXlsx *xlsx, SzXlsxSheetInfo *info, GError **error)
{
  static const SzTableClass klass = { next_row, rewind_sheet, measure_progress, free_sheet };
  SzXlsxSheet *sheet;

  g_return_val_if_fail (xlsx != NULL && info != NULL, NULL);

  if (!sz_zip_has (xlsx->zip, info->part))
    {
      sz_input_refuse (xlsx->input, error, "part_missing", "part", info->part);
      return NULL;
    }
  sheet = g_new0 (SzXlsxSheet, 1);
  sheet->table.klass = &klass;
  sheet->xlsx = xlsx;
  sheet->info = info;
  return &sheet->table;
}
