/* sz-target-entries.c — entries towards targets: the list, and the dialog that enters one
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-target-entries.h"

#include "sz-register-dialog.h"

static const SzRegister *
get_register (void)
{
  return sz_register_find ("target-entries");
}

const SzListColumn *
sz_target_entries_columns (void)
{
  static SzListColumn *columns;
  const SzRegister *reg = get_register ();

  if (columns != NULL)
    return columns;
  columns = g_new0 (SzListColumn, reg->n_columns + 1);
  for (guint i = 0; i < reg->n_columns; i++)
    columns[i] = (SzListColumn){ .id = reg->columns[i].heading,
                                 .title = reg->columns[i].heading,
                                 .width = 110 };
  return columns;
}

GPtrArray *
sz_target_entries_read (SzOffice *office,
                        const SzListView *view,
                        const SzListAsk *ask,
                        GCancellable *cancellable,
                        GError **error)
{
  const SzRegister *reg = get_register ();
  g_autoptr (GPtrArray) rows = sz_register_read (office, reg, cancellable, error);
  GPtrArray *shown;

  if (rows == NULL)
    return NULL;
  shown = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    {
      SzRegisterRow *row = g_ptr_array_index (rows, i);
      SzListRow *seen = sz_list_row_new (row->id, reg->n_columns);

      for (guint c = 0; c < reg->n_columns; c++)
        seen->cells[c] = g_steal_pointer (&row->cells[c]);
      seen->numbers = g_steal_pointer (&row->numbers);
      g_ptr_array_add (shown, seen);
    }
  return shown;
}

GtkWindow *
sz_target_entries_open (GtkWindow *parent, SzTasks *tasks, gint64 id)
{
  g_return_val_if_fail (SZ_IS_TASKS (tasks), NULL);
  return GTK_WINDOW (sz_register_dialog_new (parent, tasks, get_register (), id));
}

gpointer
sz_target_entries_delete (SzOffice *office,
                          gpointer input,
                          SzProgress progress,
                          GCancellable *cancellable,
                          GError **error)
{
  char *act = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  sz_office_register_delete (office, get_register (), input, &act, error);
  return act;
}
