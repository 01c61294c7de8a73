/* sz-register-act.c — a row of a register entered, corrected, deleted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "sz-case-tables.h"
#include "sz-decimal.h"
#include "sz-import-hand.h"
#include "sz-office-act.h"
#include "sz-register-private.h"
#include "sz-row-table.h"
#include "sz-store-case.h"
#include "sz-store-people.h"

static gboolean
refuse_value (const SzRegisterColumn *place, const char *text, GError **error)
{
  const char *example = place->field->example != NULL ? place->field->example : "";

  return sz_error_set (error, SZ_ERROR_FORMAT, "register.value", "column", place->heading, "value",
                       text, "example", example, NULL);
}

static void
set_number (const SzColumn *column, gpointer row, gint64 number)
{
  guint8 *member = (guint8 *)row + column->offset;

  if (column->kind == SZ_COLUMN_INT64 || column->kind == SZ_COLUMN_REF)
    *(gint64 *)(gpointer)member = number;
  else
    *(int *)(gpointer)member = (int)number;
}

static void
set_text (const SzColumn *column, gpointer row, const char *text)
{
  char **member = (char **)(gpointer)((guint8 *)row + column->offset);

  g_free (*member);
  *member = g_strdup (text);
}

/* Two whole numbers: 1-17. */
static gboolean
read_two (const SzRegister *reg, const SzRegisterColumn *place, const char *text, gpointer row)
{
  char *end = NULL;
  gint64 first = g_ascii_strtoll (text, &end, 10);
  gint64 last;

  if (end == text || *end != '-')
    return FALSE;
  text = end + 1;
  last = g_ascii_strtoll (text, &end, 10);
  if (end == text || *end != '\0' || first < 0 || last < first)
    return FALSE;
  set_number (&reg->type->columns[place->column], row, first);
  set_number (&reg->type->columns[place->until], row, last);
  return TRUE;
}

static gboolean
read_code (const SzColumn *column, SzCodeTable table, const char *text, gpointer row)
{
  const SzCode *code = *text != '\0' ? sz_codes_by_name (table, text) : NULL;

  if (*text != '\0' && code == NULL)
    return FALSE;
  if (column->kind == SZ_COLUMN_TEXT)
    set_text (column, row, code != NULL ? code->code : "");
  else
    set_number (column, row, code != NULL ? code->value : 0);
  return TRUE;
}

static gboolean
read_number (const SzRegisterColumn *place, const SzColumn *column, const char *text, gpointer row)
{
  g_autofree char *plain = g_strdup (text);
  gint64 number = place->field->fallback;

  if (place->field->type == SZ_FIELD_PERCENT && g_str_has_suffix (plain, "%"))
    plain[strlen (plain) - 1] = '\0';
  if (*plain != '\0'
      && (!sz_decimal_parse (plain, place->decimals, &number, NULL)
          || (number < 0 && place->field->type != SZ_FIELD_SIGNED_MONEY)))
    return FALSE;
  set_number (column, row, number);
  return TRUE;
}

static gboolean
read_cell (const SzRegister *reg, const SzRegisterColumn *place, const char *text, gpointer row)
{
  const SzColumn *column = &reg->type->columns[place->column];
  SzDate date = SZ_DATE_NONE;

  if (place->until >= 0)
    return read_two (reg, place, text, row);
  if (column->kind == SZ_COLUMN_CODE)
    return read_code (column, column->codes, text, row);
  if (column->kind == SZ_COLUMN_BOOL)
    return read_code (column,
                      place->field->type == SZ_FIELD_CODE ? place->field->table : SZ_TABLE_YES_NO,
                      text, row);
  if (place->field->type == SZ_FIELD_CODE)
    return read_code (column, place->field->table, text, row);
  if (column->kind == SZ_COLUMN_DATE)
    {
      if (*text != '\0' && !sz_date_parse (text, &date, NULL))
        return FALSE;
      set_number (column, row, date);
      return TRUE;
    }
  if (column->kind == SZ_COLUMN_POST)
    {
      set_number (column, row, *text != '\0' ? sz_post_parse (text) : 0);
      return *text == '\0' || sz_post_parse (text) != 0;
    }
  if (place->numeric)
    return read_number (place, column, text, row);
  set_text (column, row, text);
  return column->kind == SZ_COLUMN_TEXT;
}

/* The same word that is there already is left as it is: names of codes may stand for several. */
static gboolean
read_cells (
    SzOffice *office, const SzRegister *reg, char *const *cells, gpointer row, GError **error)
{
  g_autoptr (SzPersonNames) names = sz_store_people_names (sz_office_get_store (office), error);

  for (guint i = 0; names != NULL && i < reg->n_columns; i++)
    {
      const SzRegisterColumn *place = &reg->columns[i];
      g_autofree char *text = g_strstrip (g_strdup (cells[i] != NULL ? cells[i] : ""));
      const SzPersonName *person;

      if (place->is_name)
        continue;
      if (*text == '\0' && place->field->required)
        return sz_error_set (error, SZ_ERROR_FORMAT, "register.required", "column", place->heading,
                             NULL);
      if (_sz_register_is_person (reg, place))
        {
          person = *text != '\0' ? sz_person_names_find (names, text) : NULL;
          if (person == NULL && (*text != '\0' || place->field->required))
            return sz_error_set (error, SZ_ERROR_FORMAT, "register.person", "value", text, NULL);
          set_number (&reg->type->columns[place->column], row, person != NULL ? person->id : 0);
        }
      else if (!read_cell (reg, place, text, row))
        return refuse_value (place, text, error);
    }
  return names != NULL;
}

/* What a body of an act gets. */
typedef struct
{
  SzOffice *office;
  const SzRegister *reg;
  SzRegisterRow *row;
  const GArray *ids;
} Job;

/* Where a row came from and which of several it is are no cells. */
static void
keep_origin (const SzRowType *type, gconstpointer there, gpointer row)
{
  for (guint i = 0; i < type->n_columns; i++)
    {
      const SzColumn *column = &type->columns[i];
      const gsize size = column->kind == SZ_COLUMN_INT64 || column->kind == SZ_COLUMN_REF
                             ? sizeof (gint64)
                             : sizeof (int);

      if ((column->flags & SZ_COLUMN_ORIGIN) || g_str_equal (column->name, "ordinal"))
        memcpy ((guint8 *)row + column->offset, (const guint8 *)there + column->offset, size);
    }
}

static gpointer
free_row (const SzRowType *type, gpointer row)
{
  if (row != NULL)
    sz_row_type_clear (type, row);
  g_free (row);
  return NULL;
}

/* (transfer full) (nullable): as a line of the sheet that says what the cells say. */
static gpointer
judge_cells (SzOffice *office, const SzRegister *reg, const SzRegisterRow *row, GError **error)
{
  g_autofree const char **cells = g_new0 (const char *, reg->kind->n_fields);

  for (guint i = 0; i < reg->n_columns; i++)
    if (!reg->columns[i].is_name)
      cells[reg->columns[i].field - reg->kind->fields] = row->cells[i];
  return sz_import_judge_hand (office, reg->kind, cells, row->id, error);
}

gboolean
sz_register_judge (SzOffice *office,
                   const SzRegister *reg,
                   const SzRegisterRow *row,
                   GError **error)
{
  gpointer judged;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && reg != NULL && row != NULL, FALSE);
  if (!reg->by_hand)
    return TRUE;
  judged = judge_cells (office, reg, row, error);
  if (judged == NULL)
    return FALSE;
  free_row (reg->type, judged);
  return TRUE;
}

static gpointer
judge_row (const Job *job, gconstpointer there, GError **error)
{
  const SzRegister *reg = job->reg;
  gpointer row = judge_cells (job->office, reg, job->row, error);

  if (row != NULL && job->row->id != 0)
    keep_origin (reg->type, there, row);
  return row;
}

/* (transfer full) (nullable): what is to be written, from the row that stands @there. */
static gpointer
make_row (const Job *job, gpointer there, GError **error)
{
  const SzRowType *type = job->reg->type;

  if (job->reg->by_hand)
    {
      gpointer row = judge_row (job, there, error);

      free_row (type, there);
      return row;
    }
  return read_cells (job->office, job->reg, job->row->cells, there, error) ? there
                                                                           : free_row (type, there);
}

gpointer
_sz_register_make (SzOffice *office, const SzRegister *reg, SzRegisterRow *row, GError **error)
{
  const Job job = { office, reg, row, NULL };
  gpointer there = g_malloc0 (reg->type->size);
  gboolean found = FALSE;

  if (!sz_row_get (sz_office_get_store (office), reg->type, row->id, there, &found, error))
    return free_row (reg->type, there);
  return make_row (&job, there, error);
}

static gboolean
put_row (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  const SzRowType *type = job->reg->type;
  gpointer row = g_malloc0 (type->size);
  gboolean found = job->row->id == 0;
  gboolean done
      = found
        || sz_row_get (sz_office_get_store (job->office), type, job->row->id, row, &found, error);

  json_object_set_new (summary, "kind", json_string (job->reg->kind->word));
  if (done && !found)
    done = sz_error_set (error, SZ_ERROR_STALE, "register.gone", NULL);
  row = done ? make_row (job, row, error) : free_row (type, row);
  if (row == NULL)
    return FALSE;
  ((gint64 *)row)[0] = job->row->id;
  ((gint64 *)row)[1] = job->row->row_version;
  done = sz_row_put (act, type, row, SZ_PUT_INSERT, NULL, error);
  job->row->id = ((gint64 *)row)[0];
  json_object_set_new (summary, "row", json_integer (job->row->id));
  free_row (type, row);
  return done;
}

static gboolean
put_own (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;

  json_object_set_new (summary, "kind", json_string (job->reg->kind->word));
  return job->reg->own->put (act, job->office, job->reg, job->row, error);
}

static gboolean
drop_own (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;

  json_object_set_new (summary, "kind", json_string (job->reg->kind->word));
  json_object_set_new (summary, "rows", json_integer (job->ids->len));
  return job->reg->own->drop (act, job->office, job->ids, error);
}

gboolean
sz_office_register_put (
    SzOffice *office, const SzRegister *reg, SzRegisterRow *row, char **act_id, GError **error)
{
  Job job = { office, reg, row, NULL };
  SzActHead head = { 0 };
  g_autofree char *right = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && reg != NULL && row != NULL, FALSE);
  g_return_val_if_fail (row->cells != NULL, FALSE);
  /* Who may hand the sheet in may keep its rows by hand. */
  right = g_strconcat ("import.", reg->kind->word, NULL);
  head.kind = row->id == 0 ? "register.add" : "register.edit";
  head.right = right;
  return sz_office_run (office, &head, reg->own != NULL ? put_own : put_row, &job, act_id, error);
}

static gboolean
delete_rows (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  const SzRowType *type = job->reg->type;
  gpointer row = g_malloc0 (type->size);
  gboolean done = TRUE;

  for (guint i = 0; done && i < job->ids->len; i++)
    {
      const gint64 id = g_array_index (job->ids, gint64, i);
      gboolean found = FALSE;

      done = sz_row_get (sz_office_get_store (job->office), type, id, row, &found, error);
      if (done && !found)
        done = sz_error_set (error, SZ_ERROR_STALE, "register.gone", NULL);
      done = done && sz_row_delete (act, type, id, ((gint64 *)row)[1], error)
             && (sz_case_table_by_kind (job->reg->kind->word) == NULL
                 || sz_store_case_drop (act, job->reg->kind->word, id, error));
      sz_row_type_clear (type, row);
      memset (row, 0, type->size);
    }
  g_free (row);
  json_object_set_new (summary, "kind", json_string (job->reg->kind->word));
  json_object_set_new (summary, "rows", json_integer (job->ids->len));
  return done;
}

gboolean
sz_office_register_delete (
    SzOffice *office, const SzRegister *reg, const GArray *ids, char **act_id, GError **error)
{
  Job job = { office, reg, NULL, ids };
  g_autofree char *right = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && reg != NULL && ids != NULL, FALSE);
  right = g_strconcat ("import.", reg->kind->word, NULL);
  return sz_office_run (office, &(SzActHead){ .kind = "register.delete", .right = right },
                        reg->own != NULL ? drop_own : delete_rows, &job, act_id, error);
}
