/* sz-workload-rows.c — the lines of a year's workload as rows of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-workload-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-posts.h"
#include "sz-workload-sheet.h"

/* How a member of a line is printed and compared. */
typedef enum
{
  CELL_TEXT,   /* const char * */
  CELL_COUNT,  /* int */
  CELL_HOURS,  /* gint64 × 100 */
  CELL_QUOTA,  /* the same, −1: none */
  CELL_RATIO,  /* gint64 × 10,000 */
  CELL_MONEY,  /* SzMoney */
  CELL_DATE,   /* SzDate */
  CELL_POST,   /* SzPost */
  CELL_TITLE,  /* code of 职称 */
  CELL_COURSE, /* enum values */
  CELL_ROLE,
  CELL_SLOT,
  CELL_MODE,
  CELL_FACTORS, /* of a training line as a whole */
} CellKind;

typedef struct
{
  SzListColumn column;
  CellKind kind;
  gsize offset;
} Cell;

#define AT(Type, member) G_STRUCT_OFFSET (Type, member)
#define NUMERIC .numeric = TRUE
#define SUMMED .numeric = TRUE, .sum = TRUE

#define PERSON_CELLS(Type)                                                                         \
  { { "department", N_ ("Department"), 86 }, CELL_TEXT, AT (Type, department) },                   \
      { { "staff_no", N_ ("Staff no."), 56 }, CELL_TEXT, AT (Type, staff_no) },                    \
  {                                                                                                \
    { "name", N_ ("Name"), 72, .name = TRUE }, CELL_TEXT, AT (Type, name)                          \
  }

static const Cell teaching_cells[] = {
  PERSON_CELLS (SzTeachingLine),
  { { "term", N_ ("Term"), 64, .hidden = TRUE }, CELL_TEXT, AT (SzTeachingLine, term) },
  { { "course", N_ ("Course"), 90 }, CELL_TEXT, AT (SzTeachingLine, course) },
  { { "class", N_ ("Class"), 72 }, CELL_TEXT, AT (SzTeachingLine, class_name) },
  { { "type", N_ ("Type"), 94 }, CELL_COURSE, AT (SzTeachingLine, record.type) },
  { { "students", N_ ("Size"), 48, NUMERIC }, CELL_COUNT, AT (SzTeachingLine, record.students) },
  { { "hours", N_ ("Hours"), 62, SUMMED }, CELL_HOURS, AT (SzTeachingLine, record.hours_x100) },
  { { "k1", N_ ("K1"), 46, NUMERIC }, CELL_RATIO, AT (SzTeachingLine, terms.size_x1e4) },
  { { "k2", N_ ("K2"), 46, NUMERIC }, CELL_RATIO, AT (SzTeachingLine, terms.repeat_x1e4) },
  { { "k3", N_ ("K3"), 46, NUMERIC }, CELL_RATIO, AT (SzTeachingLine, terms.type_x1e4) },
  { { "k4", N_ ("K4"), 46, NUMERIC }, CELL_RATIO, AT (SzTeachingLine, terms.new_x1e4) },
  { { "standard", N_ ("Standard"), 74, SUMMED }, CELL_HOURS, AT (SzTeachingLine, standard_x100) },
};

static const Cell training_cells[] = {
  PERSON_CELLS (SzTrainingLine),
  { { "date", N_ ("Date"), 84 }, CELL_DATE, AT (SzTrainingLine, date) },
  { { "period", N_ ("Period"), 46, .hidden = TRUE }, CELL_TEXT, AT (SzTrainingLine, period) },
  { { "project", N_ ("Project"), 134 }, CELL_TEXT, AT (SzTrainingLine, project_name) },
  { { "session", N_ ("Session"), 66, .hidden = TRUE }, CELL_TEXT, AT (SzTrainingLine, session) },
  { { "role", N_ ("Role"), 70 }, CELL_ROLE, AT (SzTrainingLine, record.role) },
  { { "type", N_ ("Type"), 60, .hidden = TRUE }, CELL_COURSE, AT (SzTrainingLine, record.type) },
  { { "mode", N_ ("Paid how"), 70 }, CELL_MODE, AT (SzTrainingLine, record.pay_mode) },
  { { "students", N_ ("Size"), 48, NUMERIC }, CELL_COUNT, AT (SzTrainingLine, record.students) },
  { { "hours", N_ ("Hours"), 56, SUMMED }, CELL_HOURS, AT (SzTrainingLine, record.hours_x100) },
  { { "factors", N_ ("Factors"), 156 }, CELL_FACTORS, 0 },
  { { "k1", N_ ("K1"), 46, NUMERIC, .hidden = TRUE },
    CELL_RATIO,
    AT (SzTrainingLine, terms.size_x1e4) },
  { { "k3", N_ ("K3"), 46, NUMERIC, .hidden = TRUE },
    CELL_RATIO,
    AT (SzTrainingLine, terms.type_x1e4) },
  { { "category", N_ ("Kind ×"), 50, NUMERIC, .hidden = TRUE },
    CELL_RATIO,
    AT (SzTrainingLine, terms.category_x1e4) },
  { { "time", N_ ("Time ×"), 50, NUMERIC, .hidden = TRUE },
    CELL_RATIO,
    AT (SzTrainingLine, terms.time_x1e4) },
  { { "role_factor", N_ ("Role ×"), 50, NUMERIC, .hidden = TRUE },
    CELL_RATIO,
    AT (SzTrainingLine, terms.role_x1e4) },
  { { "raw", N_ ("t"), 56, SUMMED }, CELL_HOURS, AT (SzTrainingLine, raw_x100) },
};

static const Cell year_cells[] = {
  PERSON_CELLS (SzConvertLine),
  { { "post", N_ ("Post"), 84 }, CELL_POST, AT (SzConvertLine, post) },
  { { "title", N_ ("Professional title"), 90, .hidden = TRUE },
    CELL_TITLE,
    AT (SzConvertLine, title) },
  { { "teaching", N_ ("Teaching"), 72, SUMMED },
    CELL_HOURS,
    AT (SzConvertLine, load.teaching_x100) },
  { { "raw", N_ ("Training t"), 72, SUMMED },
    CELL_HOURS,
    AT (SzConvertLine, load.training_raw_x100) },
  { { "fee", N_ ("Paid by fee"), 78, SUMMED, .hidden = TRUE },
    CELL_HOURS,
    AT (SzConvertLine, load.training_fee_x100) },
  { { "credit", N_ ("Credited"), 72, SUMMED },
    CELL_HOURS,
    AT (SzConvertLine, load.training_credit_x100) },
  { { "above_cap", N_ ("Above cap"), 72, SUMMED },
    CELL_HOURS,
    AT (SzConvertLine, load.training_over_x100) },
  { { "quota", N_ ("Quota"), 66, SUMMED }, CELL_QUOTA, AT (SzConvertLine, load.quota_x100) },
  { { "over", N_ ("Over-hours"), 76, SUMMED }, CELL_HOURS, AT (SzConvertLine, load.over_x100) },
  { { "rate", N_ ("Rate"), 64, NUMERIC, .hidden = TRUE },
    CELL_MONEY,
    AT (SzConvertLine, load.over_rate_fen) },
  { { "pay", N_ ("Over-hour pay"), 92, SUMMED },
    CELL_MONEY,
    AT (SzConvertLine, load.over_pay_fen) },
};

#define CELLS_MOST 24

static const struct
{
  const Cell *cells;
  guint n;
} lists[SZ_N_WORKLOAD_LISTS] = {
  [SZ_WORKLOAD_TEACHING] = { teaching_cells, G_N_ELEMENTS (teaching_cells) },
  [SZ_WORKLOAD_TRAINING] = { training_cells, G_N_ELEMENTS (training_cells) },
  [SZ_WORKLOAD_YEAR] = { year_cells, G_N_ELEMENTS (year_cells) },
};

const SzListColumn *
sz_workload_rows_columns (SzWorkloadList list)
{
  static SzListColumn columns[SZ_N_WORKLOAD_LISTS][CELLS_MOST + 1];

  for (guint i = 0; columns[list][0].id == NULL && i < lists[list].n; i++)
    {
      guint place = lists[list].n - 1 - i;

      columns[list][place] = lists[list].cells[place].column;
    }
  return columns[list];
}

static const char *
get_term (SzCodeTable table, int value)
{
  const SzCode *code = sz_codes_by_value (table, value);

  return code != NULL ? code->name : "";
}

/* The place of a number in the line, widened. */
static gint64
get_number (const Cell *cell, gconstpointer line)
{
  gpointer member = G_STRUCT_MEMBER_P (line, cell->offset);

  switch (cell->kind)
    {
    case CELL_HOURS:
    case CELL_QUOTA:
    case CELL_RATIO:
    case CELL_MONEY:
      return *(gint64 *)member;
    case CELL_COUNT:
    case CELL_DATE:
    case CELL_POST:
    case CELL_COURSE:
    case CELL_ROLE:
    case CELL_SLOT:
    case CELL_MODE:
      return *(int *)member;
    case CELL_FACTORS:
      return ((const SzTrainingLine *)line)->raw_x100;
    case CELL_TEXT:
    case CELL_TITLE:
    default:
      return 0;
    }
}

static const char *
get_text (const Cell *cell, gconstpointer line)
{
  const char *text = G_STRUCT_MEMBER (const char *, line, cell->offset);

  return text != NULL ? text : "";
}

static char *
print_cell (const Cell *cell, gconstpointer line)
{
  gint64 number = get_number (cell, line);

  switch (cell->kind)
    {
    case CELL_COUNT:
      return g_strdup_printf ("%d", (int)number);
    case CELL_HOURS:
      return sz_decimal_format (number, SZ_HOURS_DECIMALS);
    case CELL_QUOTA:
      return number >= 0 ? sz_decimal_format (number, SZ_HOURS_DECIMALS) : g_strdup ("—");
    case CELL_RATIO:
      return sz_workload_sheet_ratio (number);
    case CELL_MONEY:
      return sz_money_format_grouped (number);
    case CELL_DATE:
      return sz_date_format ((SzDate)number);
    case CELL_POST:
      return number != 0 ? sz_post_name ((SzPost)number) : NULL;
    case CELL_TITLE:
      return g_strdup (sz_codes_name (SZ_TABLE_TITLE, get_text (cell, line)));
    case CELL_COURSE:
      return g_strdup (get_term (SZ_TABLE_COURSE_TYPE, (int)number));
    case CELL_ROLE:
      return g_strdup (get_term (SZ_TABLE_TRAINING_ROLE, (int)number));
    case CELL_SLOT:
      return g_strdup (get_term (SZ_TABLE_TIME_SLOT, (int)number));
    case CELL_MODE:
      return g_strdup (get_term (SZ_TABLE_PAY_MODE, (int)number));
    case CELL_FACTORS:
      return sz_workload_sheet_factors (line);
    case CELL_TEXT:
    default:
      return g_strdup (get_text (cell, line));
    }
}

static SzListRow *
make_row (SzWorkloadList list, gint64 id, gconstpointer line)
{
  guint n = lists[list].n;
  SzListRow *row = sz_list_row_new (id, n);

  if (line == NULL)
    return row; /* gone meanwhile */
  row->numbers = g_new0 (gint64, n);
  for (guint i = 0; i < n; i++)
    {
      const Cell *cell = &lists[list].cells[i];

      row->cells[i] = print_cell (cell, line);
      if (cell->column.sum)
        row->numbers[i] = MAX (get_number (cell, line), 0);
    }
  return row;
}

static GPtrArray *
fetch (SzWorkloadList list, const SzWorkloadBook *book, const gint64 *ids, guint n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_list_row_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, make_row (list, ids[i], sz_workload_book_line (book, list, ids[i])));
  return rows;
}

static GPtrArray *
fetch_teaching_cb (
    SzOffice *office, const gint64 *ids, guint n, gconstpointer context, GError **error)
{
  return fetch (SZ_WORKLOAD_TEACHING, context, ids, n);
}

static GPtrArray *
fetch_training_cb (
    SzOffice *office, const gint64 *ids, guint n, gconstpointer context, GError **error)
{
  return fetch (SZ_WORKLOAD_TRAINING, context, ids, n);
}

static GPtrArray *
fetch_year_cb (SzOffice *office, const gint64 *ids, guint n, gconstpointer context, GError **error)
{
  return fetch (SZ_WORKLOAD_YEAR, context, ids, n);
}

SzListFetchFunc
sz_workload_rows_fetch (SzWorkloadList list)
{
  static const SzListFetchFunc funcs[SZ_N_WORKLOAD_LISTS] = {
    [SZ_WORKLOAD_TEACHING] = fetch_teaching_cb,
    [SZ_WORKLOAD_TRAINING] = fetch_training_cb,
    [SZ_WORKLOAD_YEAR] = fetch_year_cb,
  };

  return funcs[list];
}

int
sz_workload_rows_compare (SzWorkloadList list, const char *id, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < lists[list].n; i++)
    {
      const Cell *cell = &lists[list].cells[i];
      gint64 left;
      gint64 right;

      if (strcmp (cell->column.id, id) != 0 || cell->column.name)
        continue;
      if (cell->kind == CELL_TEXT || cell->kind == CELL_TITLE)
        return strcmp (get_text (cell, a), get_text (cell, b));
      left = get_number (cell, a);
      right = get_number (cell, b);
      return left < right ? -1 : left > right;
    }
  return 0;
}
