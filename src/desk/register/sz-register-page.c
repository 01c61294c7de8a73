/* sz-register-page.c — everything that is imported as a plain list: seen, entered, corrected,
 * deleted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-register-page.h"

#include <glib/gi18n.h>

#include "sz-register-dialog.h"
#include "sz-register-work.h"

struct _SzRegisterPage
{
  SzListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SzRegisterPage, sz_register_page, SZ_TYPE_LIST_PAGE)

#define YEAR "年度"

static const SzRegister *
get_register (GtkWidget *widget)
{
  return sz_list_page_get_view (SZ_LIST_PAGE (widget))->data;
}

static GPtrArray *
read_rows_cb (SzOffice *office,
              const SzListView *view,
              const SzListAsk *ask,
              GCancellable *cancellable,
              GError **error)
{
  const SzRegister *reg = view->data;
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

/* ---- what the description of a kind comes to ---- */

static gboolean
is_year (const SzRegisterColumn *column)
{
  return g_str_equal (column->heading, YEAR);
}

/* The number of a document, what somebody thought of it. */
static gboolean
is_words (SzFieldType type)
{
  return type == SZ_FIELD_TEXT || type == SZ_FIELD_PROSE;
}

static SzListColumn *
describe_columns (const SzRegister *reg)
{
  SzListColumn *columns = g_new0 (SzListColumn, reg->n_columns + 1);

  for (guint i = 0; i < reg->n_columns; i++)
    {
      const SzRegisterColumn *column = &reg->columns[i];
      const SzFieldType type = column->field != NULL ? column->field->type : SZ_FIELD_NAME;

      columns[i].id = column->heading;
      columns[i].title = column->heading;
      columns[i].width = column->numeric ? 84 : is_words (type) ? 152 : 104;
      columns[i].numeric = column->numeric && !is_year (column);
      columns[i].sum = columns[i].numeric && column->decimals == 2;
      columns[i].name = column->is_name || type == SZ_FIELD_NAME;
      columns[i].code = type == SZ_FIELD_ID_NUMBER || type == SZ_FIELD_ACCOUNT;
    }
  return columns;
}

static const SzListFilter *
find_filters (const SzRegister *reg)
{
  static const SzListFilter by_year[]
      = { { "year", N_ ("Year"), YEAR, N_ ("All years") }, { NULL } };

  for (guint i = 0; i < reg->n_columns; i++)
    if (is_year (&reg->columns[i]))
      return by_year;
  return NULL;
}

/* Made once; the program keeps them as it keeps the kinds. */
static const SzListView *
describe_registers (void)
{
  static const SzListAction actions[] = {
    { N_ ("_Import…"), "win.import" },
    { N_ ("_Add…"), "register.add" },
    { N_ ("C_orrect…"), "register.edit", SZ_NEEDS_ONE, .main = TRUE },
    { N_ ("_Delete"), "register.delete", SZ_NEEDS_SOME },
    { NULL },
  };
  const GPtrArray *registers = sz_registers ();
  SzListView *views = g_new0 (SzListView, registers->len + 1);

  for (guint i = 0; i < registers->len; i++)
    {
      const SzRegister *reg = g_ptr_array_index (registers, i);

      views[i] = (SzListView){
        .name = g_strconcat ("register-", reg->kind->word, NULL),
        .title = reg->kind->name,
        .unit = N_ ("records"),
        .columns = describe_columns (reg),
        .filters = find_filters (reg),
        .actions = actions,
        .empty = { "view-list-symbolic", N_ ("Nothing Recorded Yet"),
                   N_ ("Import the sheet of this register, or enter the first row.") },
        .read = read_rows_cb,
        .data = reg,
      };
    }
  return views;
}

/* ---- acts ---- */

static void
saved_cb (SzRegisterPage *self, const char *act)
{
  sz_page_done (SZ_PAGE (self), _ ("Saved"), act);
}

static void
open_row (GtkWidget *widget, gint64 id)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (widget));
  SzRegisterDialog *dialog;

  if (tasks == NULL)
    return;
  dialog = sz_register_dialog_new (sz_page_get_window (SZ_PAGE (widget)), tasks,
                                   get_register (widget), id);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_row (widget, 0);
}

static void
edit_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gint64 current = sz_list_page_get_current (SZ_LIST_PAGE (widget));

  if (current != 0)
    open_row (widget, current);
}

static void
deleted_cb (gpointer owner, gpointer value)
{
  g_autofree char *act = value;

  sz_page_done (owner, _ ("Deleted"), act);
}

/* It can be undone: nobody is asked. */
static void
delete_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GArray *ids;

  if (sz_page_get_tasks (SZ_PAGE (widget)) == NULL)
    return;
  ids = sz_list_table_get_selected (sz_list_page_get_table (SZ_LIST_PAGE (widget)));
  sz_page_write (SZ_PAGE (widget),
                 SZ_WORK (sz_register_work_delete,
                          sz_register_work_new (get_register (widget), NULL, ids),
                          sz_register_work_free, g_free, .changes = SZ_CHANGED_ALL),
                 deleted_cb);
}

static void
sz_register_page_class_init (SzRegisterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SZ_LIST_PAGE_CLASS (klass)->views = describe_registers ();
  SZ_PAGE_CLASS (klass)->has_date = FALSE;
  SZ_PAGE_CLASS (klass)->search_hint = N_ ("Name, pinyin, number, any cell …");
  gtk_widget_class_install_action (widget_class, "register.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "register.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "register.delete", NULL, delete_action_cb);
}

static void
sz_register_page_init (SzRegisterPage *self)
{
}
