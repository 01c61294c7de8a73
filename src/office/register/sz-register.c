/* sz-register.c — what offices keep as plain lists, seen by the fields of their sheets
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-register.h"

#include <string.h>

#include "sz-decimal.h"
#include "sz-import-hand.h"
#include "sz-import-kinds.h"
#include "sz-import-run.h"
#include "sz-money.h"
#include "sz-office-private.h"
#include "sz-register-private.h"
#include "sz-rights.h"
#include "sz-row-table.h"
#include "sz-store-people.h"
#include "sz-tolerance-sight.h"

/* Numbers are told × 100, whatever they are kept in. */
#define SHOWN_DECIMALS 2

/* Where the fields of kinds go that do not say it themselves: heading and column, "a-b" of two. */
static const struct
{
  const char *word;
  const SzRowType *type;
  const char *places;
} places[] = {
  { "post-plan", &sz_post_plan_type,
    "等级=post 核准数=approved 生效日期=from_date 核准文号=source" },
  { "parttime", &sz_contract_type,
    "协议号=agreement_no 姓名=name 身份证号=id_number 原单位=employer 职称=title 技能等级=skill "
    "部门=department 课程=course 聘期起=from_date 聘期止=to_date 占用员额=fte_x1e4 "
    "课酬标准=rate_fen" },
  { "training-income", &sz_training_income_type,
    "年度=year 项目编号=project_code 收入=income_fen 成本=cost_fen 培训人次=person_times" },
  { "assessments", &sz_assessment_type, "年度=year 工号=person_id 档次=grade" },
  { "quotas", &sz_quota_type, "年度=year 工号=person_id 额定课时=hours_x100" },
  { "awards", &sz_award_type, "年度=year 工号=person_id 业绩点=points_x100 依据=basis" },
  { "roles", &sz_role_type, "年度=year 工号=person_id 角色=role 起=from_date 止=to_date" },
  { "factors", &sz_factor_type, "年度=year 工号=person_id 项目=item 值=value_x1e4" },
  { "annual-pay", &sz_annual_pay_type, "年度=year 工号=person_id 应发合计=amount_fen" },
  { "pay-ledger", &sz_ledger_type,
    "年度=year 月份=month 科目=account 金额=amount_fen 来源=source 文号=document" },
  { "advances", &sz_advance_type, "年度=year 工号=person_id 月份=month 金额=amount_fen" },
  { "withholding", &sz_withholding_type,
    "年度=year 工号=person_id 月份=month 代扣税=tax_fen 其他代扣=other_fen" },
  { "transfers", &sz_transfer_type,
    "年度=year 项目=project 登记号=registration_no 净收入=net_fen 奖励比例=ratio_x1e4 "
    "工号=person_id 贡献比例=share_x1e4 主要贡献人=is_main" },
  { "talents", &sz_talent_type,
    "工号=person_id 方式=mode 年度=year 金额=amount_fen 批文号=approval" },
  { "timetable", &sz_timetable_type,
    "学期=term 工号=person_id 星期=weekday 节次=period 起止周=week_from-week_to 单双周=weeks "
    "课程=course 班级=class_name" },
};

static int
count_decimals (SzFieldType type)
{
  switch (type)
    {
    case SZ_FIELD_HOURS:
    case SZ_FIELD_MONEY:
    case SZ_FIELD_SIGNED_MONEY:
      return 2;
    case SZ_FIELD_RATIO:
      return 4;
    case SZ_FIELD_YEAR:
    case SZ_FIELD_MONTH:
    case SZ_FIELD_MONTH_OR_YEAR:
    case SZ_FIELD_COUNT:
    case SZ_FIELD_PERCENT:
      return 0;
    case SZ_FIELD_TEXT:
    case SZ_FIELD_PROSE:
    case SZ_FIELD_NAME:
    case SZ_FIELD_STAFF_NO:
    case SZ_FIELD_PERSON:
    case SZ_FIELD_PERSON_NAME:
    case SZ_FIELD_ID_NUMBER:
    case SZ_FIELD_DEPARTMENT:
    case SZ_FIELD_PHONE:
    case SZ_FIELD_ACCOUNT:
    case SZ_FIELD_DATE:
    case SZ_FIELD_PERIOD:
    case SZ_FIELD_CODE:
    case SZ_FIELD_CHOICE:
    case SZ_FIELD_WORDS:
    case SZ_FIELD_POST:
    default:
      return -1;
    }
}

gboolean
_sz_register_is_person (const SzRegister *reg, const SzRegisterColumn *column)
{
  SzColumnKind kind;

  g_return_val_if_fail (reg != NULL && column != NULL, FALSE);
  if (reg->type == NULL || column->is_made || column->field == NULL)
    return FALSE;
  kind = reg->type->columns[column->column].kind;
  return (kind == SZ_COLUMN_INT64 || kind == SZ_COLUMN_REF)
         && (column->field->type == SZ_FIELD_STAFF_NO || column->field->type == SZ_FIELD_PERSON);
}

/* Rows that hold the name themselves need no second one. */
static gboolean
keeps_name (const SzImportKind *kind)
{
  for (guint i = 0; kind->type != NULL && i < kind->n_fields; i++)
    if (kind->fields[i].offset != 0 && g_str_equal (kind->fields[i].heading, "姓名"))
      return TRUE;
  return FALSE;
}

static void
add_column (SzRegister *reg, GArray *columns, const SzImportField *field, int place, int until)
{
  const int decimals = count_decimals (field->type);
  SzRegisterColumn column = { .heading = g_strdup (field->heading),
                              .field = field,
                              .column = (guint)place,
                              .until = until,
                              .numeric = decimals >= 0 && until < 0,
                              .decimals = MAX (decimals, 0) };
  SzRegisterColumn name = { .column = (guint)place, .until = -1, .is_name = TRUE };

  g_array_append_val (columns, column);
  if (!_sz_register_is_person (reg, &column) || keeps_name (reg->kind))
    return;
  name.heading = g_strdup ("姓名");
  g_array_append_val (columns, name);
}

static void
add_made (GArray *columns, const SzImportField *field)
{
  SzRegisterColumn column
      = { .heading = g_strdup (field->heading), .field = field, .until = -1, .is_made = TRUE };

  g_array_append_val (columns, column);
}

/* By the words of @places, "额定课时=hours_x100". */
static void
add_places (SzRegister *reg, GArray *columns, const char *words)
{
  g_auto (GStrv) pairs = g_strsplit (words, " ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
      g_auto (GStrv) two = g_strsplit (pair[1], "-", 2);
      const SzImportField *field = &reg->kind->fields[sz_import_kind_named (reg->kind, pair[0])];

      add_column (reg, columns, field, sz_row_type_column (reg->type, two[0]),
                  two[1] != NULL ? sz_row_type_column (reg->type, two[1]) : -1);
    }
}

static int
find_offset (const SzRowType *type, guint16 offset)
{
  for (guint i = 0; i < type->n_columns; i++)
    if (type->columns[i].offset == offset)
      return (int)i;
  return -1;
}

/* (nullable) (transfer full): %NULL for a kind whose rows go to more than one table: people have a
 * page of their own. */
static SzRegister *
make_register (const SzImportKind *kind)
{
  g_autofree SzRegister *reg = g_new0 (SzRegister, 1);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SzRegisterColumn));

  reg->kind = kind;
  reg->type = kind->type;
  for (guint i = 0; reg->type == NULL && i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].word, kind->word))
      {
        reg->type = places[i].type;
        add_places (reg, columns, places[i].places);
      }
  if (g_str_equal (kind->word, "honour-list"))
    reg->own = &_sz_register_honours;
  for (guint i = 0; reg->own != NULL && i < reg->own->n_fields; i++)
    add_column (reg, columns, &kind->fields[i], (int)i, -1);
  reg->by_hand = sz_import_takes_hand (kind);
  for (guint i = 0; kind->type != NULL && i < kind->n_fields; i++)
    {
      const SzImportField *field = &kind->fields[i];
      int place = field->offset != 0 ? find_offset (kind->type, field->offset) : -1;

      if (place >= 0)
        add_column (reg, columns, field, place, -1);
      else if (reg->by_hand && field->type != SZ_FIELD_PERSON_NAME)
        add_made (columns, field);
    }
  reg->n_columns = columns->len;
  reg->columns = (SzRegisterColumn *)(gpointer)g_array_free (columns, FALSE);
  return reg->n_columns > 0 ? g_steal_pointer (&reg) : NULL;
}

const GPtrArray *
sz_registers (void)
{
  static GPtrArray *registers;

  if (g_once_init_enter (&registers))
    {
      GPtrArray *all = g_ptr_array_new ();

      for (guint i = 0; sz_import_kinds ()[i] != NULL; i++)
        {
          SzRegister *reg = make_register (sz_import_kinds ()[i]);

          if (reg != NULL)
            g_ptr_array_add (all, reg);
        }
      g_once_init_leave (&registers, all);
    }
  return registers;
}

const SzRegister *
sz_register_find (const char *word)
{
  const GPtrArray *all = sz_registers ();

  g_return_val_if_fail (word != NULL, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const SzRegister *reg = g_ptr_array_index (all, i);

      if (g_str_equal (reg->kind->word, word))
        return reg;
    }
  return NULL;
}

/* ---- rows as the sheet would write them ---- */

static gint64
get_number (const SzColumn *column, gconstpointer row)
{
  const guint8 *member = (const guint8 *)row + column->offset;

  if (column->kind == SZ_COLUMN_INT64 || column->kind == SZ_COLUMN_REF)
    return *(const gint64 *)(gconstpointer)member;
  if (column->kind == SZ_COLUMN_TEXT)
    return 0;
  return *(const int *)(gconstpointer)member;
}

static char *
write_code (SzCodeTable table, gint64 value)
{
  const SzCode *code = sz_codes_by_value (table, (int)value);

  return g_strdup (code != NULL ? code->name : "");
}

static char *
write_number (const SzRegisterColumn *place, gint64 number)
{
  /* What stands for an empty cell. */
  if (place->field->fallback != 0 && number == place->field->fallback)
    return g_strdup ("");
  if (place->field->type == SZ_FIELD_PERCENT)
    return g_strdup_printf ("%d%%", (int)number);
  if (place->field->type == SZ_FIELD_MONEY || place->field->type == SZ_FIELD_SIGNED_MONEY)
    return sz_money_format_grouped (number);
  return sz_decimal_format (number, place->decimals);
}

static char *
write_cell (const SzRegister *reg, const SzRegisterColumn *place, gconstpointer row)
{
  const SzColumn *column = &reg->type->columns[place->column];
  const gint64 number = get_number (column, row);
  const char *text;

  if (place->until >= 0)
    return g_strdup_printf ("%d-%d", (int)number,
                            (int)get_number (&reg->type->columns[place->until], row));
  switch (column->kind)
    {
    case SZ_COLUMN_TEXT:
      text = *(char *const *)(gconstpointer)((const guint8 *)row + column->offset);
      if (place->field->type == SZ_FIELD_CODE && text != NULL && *text != '\0')
        return g_strdup (sz_codes_name (place->field->table, text));
      return g_strdup (text != NULL ? text : "");
    case SZ_COLUMN_DATE:
      return sz_date_format ((SzDate)number);
    case SZ_COLUMN_CODE:
      return write_code (column->codes, number);
    case SZ_COLUMN_BOOL:
      return write_code (place->field->type == SZ_FIELD_CODE ? place->field->table
                                                             : SZ_TABLE_YES_NO,
                         number);
    case SZ_COLUMN_POST:
      return number != 0 ? sz_post_name ((SzPost)number) : g_strdup ("");
    case SZ_COLUMN_INT64:
    case SZ_COLUMN_INT:
    case SZ_COLUMN_REF:
    default:
      if (place->field->type == SZ_FIELD_CODE)
        return write_code (place->field->table, number);
      return write_number (place, number);
    }
}

static const SzRegisterColumn *
find_place (const char *table, const char *column, const SzColumn **of)
{
  const GPtrArray *all = sz_registers ();

  for (guint i = 0; i < all->len; i++)
    {
      const SzRegister *reg = g_ptr_array_index (all, i);

      for (guint n = 0;
           reg->type != NULL && g_str_equal (reg->type->table, table) && n < reg->n_columns; n++)
        {
          const SzRegisterColumn *place = &reg->columns[n];

          if (place->is_name || place->is_made || place->field == NULL || place->until >= 0)
            continue;
          *of = &reg->type->columns[place->column];
          if (g_str_equal ((*of)->name, column)
              || (g_str_equal (column, "staff_no") && _sz_register_is_person (reg, place)))
            return place;
        }
    }
  return NULL;
}

char *
sz_register_dup_shown (const char *table,
                       const char *column,
                       const char *value,
                       const char **heading)
{
  const SzColumn *of = NULL;
  const SzRegisterColumn *place;

  g_return_val_if_fail (table != NULL && column != NULL, NULL);
  g_return_val_if_fail (value != NULL && heading != NULL, NULL);

  place = find_place (table, column, &of);
  *heading = place != NULL ? place->heading : NULL;
  if (place == NULL || *value == '\0')
    return g_strdup (value);
  if (of->kind == SZ_COLUMN_CODE)
    return g_strdup (sz_codes_name (of->codes, value));
  if (of->kind == SZ_COLUMN_BOOL)
    return write_code (SZ_TABLE_YES_NO, g_ascii_strtoll (value, NULL, 10));
  if (of->kind == SZ_COLUMN_TEXT && place->field->type == SZ_FIELD_CODE)
    return g_strdup (sz_codes_name (place->field->table, value));
  return place->numeric ? write_number (place, g_ascii_strtoll (value, NULL, 10))
                        : g_strdup (value);
}

typedef struct
{
  const SzRegister *reg;
  GHashTable *people; /* id → SzPersonName */
  GPtrArray *rows;
  const SzToleranceSight *sight; /* (nullable) */
  GCancellable *cancellable;
} Reading;

/* What a register shows to whom: declared relatives (RULE acc-3), applications for tolerance (RULE
 * aud-6); the others to all who may read registers. */
static gboolean
open_sight (SzOffice *office, const SzRegister *reg, SzToleranceSight **sight, GError **error)
{
  if (reg->type == &sz_kinship_type)
    return sz_office_allow (office, "read.families", error);
  if (reg->type != &sz_tolerance_type)
    return TRUE;
  *sight = sz_tolerance_sight_new (office, error);
  return *sight != NULL;
}

static gboolean
is_seen (const SzToleranceSight *sight, gconstpointer data)
{
  return sight == NULL || sz_tolerance_sight_reaches (sight, data);
}

static SzRegisterRow *
make_row (const SzRegister *reg, GHashTable *people, gconstpointer data)
{
  SzRegisterRow *row = g_new0 (SzRegisterRow, 1);

  row->id = ((const gint64 *)data)[0];
  row->row_version = ((const gint64 *)data)[1];
  row->cells = g_new0 (char *, reg->n_columns + 1);
  row->numbers = g_new0 (gint64, reg->n_columns);
  for (guint i = 0; i < reg->n_columns; i++)
    {
      const SzRegisterColumn *place = &reg->columns[i];
      const gint64 number
          = place->is_made ? 0 : get_number (&reg->type->columns[place->column], data);
      const gboolean of_person = place->is_name || _sz_register_is_person (reg, place);
      const SzPersonName *person = of_person ? g_hash_table_lookup (people, &number) : NULL;

      if (place->is_made)
        row->cells[i] = reg->kind->hooks->written (people, data, place->heading);
      else if (of_person)
        row->cells[i] = g_strdup (person == NULL   ? ""
                                  : place->is_name ? person->name
                                                   : person->staff_no);
      else
        row->cells[i] = write_cell (reg, place, data);
      row->numbers[i] = place->decimals > SHOWN_DECIMALS ? number / 100
                        : place->decimals == 0           ? number * 100
                                                         : number;
    }
  return row;
}

static gboolean
row_met_cb (gconstpointer data, gpointer user_data, GError **error)
{
  const Reading *reading = user_data;

  if (is_seen (reading->sight, data))
    g_ptr_array_add (reading->rows, make_row (reading->reg, reading->people, data));
  return !g_cancellable_is_cancelled (reading->cancellable);
}

static GHashTable *
index_people (const SzPersonNames *names)
{
  GHashTable *people = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (gsize i = 0; i < names->n_people; i++)
    g_hash_table_insert (people, &names->people[i].id, &names->people[i]);
  return people;
}

/* (transfer full) (nullable): the row of @id out of all of a register of its own. */
static SzRegisterRow *
get_own (SzOffice *office, const SzRegister *reg, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) rows = reg->own->read (office, reg, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (((const SzRegisterRow *)g_ptr_array_index (rows, i))->id == id)
      return g_ptr_array_steal_index (rows, i);
  if (rows != NULL)
    sz_error_set (error, SZ_ERROR_STALE, "register.gone", NULL);
  return NULL;
}

SzRegisterRow *
_sz_register_write (SzOffice *office, const SzRegister *reg, gconstpointer data, GError **error)
{
  g_autoptr (SzPersonNames) names = sz_store_people_names (sz_office_get_store (office), error);
  g_autoptr (GHashTable) people = names != NULL ? index_people (names) : NULL;

  return people != NULL ? make_row (reg, people, data) : NULL;
}

SzRegisterRow *
sz_register_get (SzOffice *office, const SzRegister *reg, gint64 id, GError **error)
{
  g_autoptr (SzToleranceSight) sight = NULL;
  g_autofree gpointer data = NULL;
  SzRegisterRow *row = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && reg != NULL, NULL);
  if (reg->own != NULL)
    return get_own (office, reg, id, error);
  if (!open_sight (office, reg, &sight, error))
    return NULL;
  data = g_malloc0 (reg->type->size);
  if (sz_row_get (sz_office_get_store (office), reg->type, id, data, &found, error)
      && (!found || !is_seen (sight, data)))
    sz_error_set (error, SZ_ERROR_STALE, "register.gone", NULL);
  if (found && is_seen (sight, data))
    row = _sz_register_write (office, reg, data, error);
  sz_row_type_clear (reg->type, data);
  return row;
}

void
sz_register_row_free (SzRegisterRow *row)
{
  if (row == NULL)
    return;
  g_strfreev (row->cells);
  g_free (row->numbers);
  g_free (row);
}

GPtrArray *
sz_register_read (SzOffice *office,
                  const SzRegister *reg,
                  GCancellable *cancellable,
                  GError **error)
{
  SzStore *store;
  g_autoptr (SzPersonNames) names = NULL;
  g_autoptr (GHashTable) people = NULL;
  g_autoptr (SzToleranceSight) sight = NULL;
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_register_row_free);
  Reading reading;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && reg != NULL, NULL);
  if (reg->own != NULL)
    return reg->own->read (office, reg, error);
  if (!open_sight (office, reg, &sight, error))
    return NULL;
  store = sz_office_get_store (office);
  names = sz_store_people_names (store, error);
  if (names == NULL)
    return NULL;
  people = index_people (names);
  reading = (Reading){ reg, people, rows, sight, cancellable };
  if (!sz_row_each (store, reg->type, SZ_ROWS_ALL, row_met_cb, &reading, error))
    return NULL;
  if (g_cancellable_is_cancelled (cancellable))
    {
      sz_error_set (error, SZ_ERROR_CANCELLED, "act.cancelled", NULL);
      return NULL;
    }
  return g_steal_pointer (&rows);
}
