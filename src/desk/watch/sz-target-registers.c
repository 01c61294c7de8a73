/* sz-target-registers.c — the registers that targets are counted from, as lists beside them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-target-registers.h"

SzListColumn *
sz_target_register_columns (const SzRegister *reg)
{
  SzListColumn *columns;

  g_return_val_if_fail (reg != NULL, NULL);
  columns = g_new0 (SzListColumn, reg->n_columns + 1);
  for (guint i = 0; i < reg->n_columns; i++)
    {
      const SzRegisterColumn *column = &reg->columns[i];
      const SzFieldType type = column->field != NULL ? column->field->type : SZ_FIELD_NAME;

      columns[i] = (SzListColumn){
        .id = column->heading,
        .title = column->heading,
        .width = column->numeric ? 84 : 104,
        .numeric = column->numeric && !g_str_has_suffix (column->heading, "年度"),
        .name = column->is_name || type == SZ_FIELD_NAME,
        .code = type == SZ_FIELD_ID_NUMBER,
      };
    }
  return columns;
}

static const char *
find_cell (const SzRegister *reg, const SzRegisterRow *row, const char *heading)
{
  for (guint i = 0; i < reg->n_columns; i++)
    if (g_str_equal (reg->columns[i].heading, heading))
      return row->cells[i];
  return NULL;
}

/* Entries alone have a target. */
static gboolean
is_asked (const SzRegister *reg, const SzRegisterRow *row, const SzListAsk *ask)
{
  const char *target = find_cell (reg, row, "指标");
  const char *name = ask->choices[SZ_TARGET_FILTER_NAME];
  const char *year = ask->choices[SZ_TARGET_FILTER_YEAR];

  return target == NULL
         || ((*name == '\0' || g_str_equal (target, name))
             && (*year == '\0' || g_strcmp0 (find_cell (reg, row, "年度"), year) == 0));
}

GPtrArray *
sz_target_register_read (SzOffice *office,
                         const SzListView *view,
                         const SzListAsk *ask,
                         GCancellable *cancellable,
                         GError **error)
{
  const SzRegister *reg;
  g_autoptr (GPtrArray) rows = NULL;
  GPtrArray *shown;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && view != NULL && ask != NULL, NULL);
  reg = view->data;
  rows = sz_register_read (office, reg, cancellable, error);
  if (rows == NULL)
    return NULL;
  shown = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      SzRegisterRow *row = g_ptr_array_index (rows, i);
      SzListRow *seen;

      if (!is_asked (reg, row, ask))
        continue;
      seen = sz_list_row_new (row->id, reg->n_columns);
      for (guint c = 0; c < reg->n_columns; c++)
        seen->cells[c] = g_steal_pointer (&row->cells[c]);
      seen->numbers = g_steal_pointer (&row->numbers);
      g_ptr_array_add (shown, seen);
    }
  return shown;
}
