/* sz-leave-page.c — 请假: the office's ledger of leave and what it takes off basic pay
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-leave-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-codes.h"
#include "sz-decimal.h"
#include "sz-field-list.h"
#include "sz-leave-book.h"
#include "sz-leave-dialog.h"
#include "sz-leave-sheet.h"
#include "sz-issue-sentences.h"
#include "sz-pay-year-page.h"
#include "sz-register-work.h"

#define SENTENCES_MAX 20

struct _SzLeavePage
{
  SzListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (SzLeavePage, sz_leave_page, SZ_TYPE_LIST_PAGE)

static const char *
get_kind_name (SzLeaveKind kind)
{
  return sz_codes_by_value (SZ_TABLE_LEAVE, (int)kind)->name;
}

static char *
dup_count (int count)
{
  return count > 0 ? g_strdup_printf ("%d", count) : NULL;
}

/* ---- the ledger, with a cell a month ---- */

enum
{
  NAME,
  DEPARTMENT,
  KIND,
  FROM,
  TO,
  DAYS,
  WORKING,
  MONTH,
  NOTE = MONTH + 12,
  N_LEAVE
};

#define MONTH_COLUMN(n) [MONTH + n - 1] = { "m" #n, #n, 28, .numeric = TRUE }

static const SzListColumn leave_columns[] = {
  [NAME] = { "name", N_ ("Name"), 72, .name = TRUE },
  [DEPARTMENT] = { "department", N_ ("Department"), 86 },
  [KIND] = { "kind", N_ ("Kind"), 56 },
  [FROM] = { "from", N_ ("From"), 84 },
  [TO] = { "to", N_ ("To"), 84 },
  [DAYS] = { "days", N_ ("Days"), 44, .numeric = TRUE },
  [WORKING] = { "working", N_ ("Working days"), 60, .numeric = TRUE },
  MONTH_COLUMN (1),
  MONTH_COLUMN (2),
  MONTH_COLUMN (3),
  MONTH_COLUMN (4),
  MONTH_COLUMN (5),
  MONTH_COLUMN (6),
  MONTH_COLUMN (7),
  MONTH_COLUMN (8),
  MONTH_COLUMN (9),
  MONTH_COLUMN (10),
  MONTH_COLUMN (11),
  MONTH_COLUMN (12),
  [NOTE] = { "note", N_ ("Note"), 90 },
  [N_LEAVE] = { NULL },
};

static SzListRow *
make_leave (const SzLeaveEntry *entry)
{
  SzListRow *row = sz_list_row_new (entry->id, N_LEAVE);

  row->cells[NAME] = g_strdup (entry->name);
  row->cells[DEPARTMENT] = g_strdup (entry->department);
  row->cells[KIND] = g_strdup (get_kind_name (entry->leave.kind));
  row->cells[FROM] = sz_date_format (entry->leave.from);
  row->cells[TO] = sz_date_format (entry->leave.to);
  row->cells[DAYS] = dup_count (entry->days);
  row->cells[WORKING]
      = entry->working_days >= 0 ? g_strdup_printf ("%d", entry->working_days) : NULL;
  for (int i = 0; i < 12; i++)
    row->cells[MONTH + i] = dup_count (entry->month_days[i]);
  row->cells[NOTE] = g_strdup (entry->note);
  if (entry->leave.kind == SZ_LEAVE_ABSENT)
    row->style = "error";
  return row;
}

static GPtrArray *
read_leaves_cb (SzOffice *office,
                const SzListView *view,
                const SzListAsk *ask,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GArray) entries
      = sz_view_leaves (office, sz_year_filter_read (ask->choices[0], ask->day), error);
  GPtrArray *rows;

  if (entries == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (rows, make_leave (&g_array_index (entries, SzLeaveEntry, i)));
  return rows;
}

/* ---- what it takes off ---- */

enum
{
  PAY_NAME,
  PAY_DEPARTMENT,
  PAY_KIND,
  PAY_MONTH,
  PAY_FROM,
  PAY_TO,
  PAY_DAYS,
  PAY_WORKING,
  PAY_BASE,
  PAY_RATIO,
  PAY_DEDUCTION,
  N_PAY
};

static const SzListColumn pay_columns[] = {
  [PAY_NAME] = { "name", N_ ("Name"), 72, .name = TRUE },
  [PAY_DEPARTMENT] = { "department", N_ ("Department"), 92 },
  [PAY_KIND] = { "kind", N_ ("Kind"), 56 },
  [PAY_MONTH] = { "month", N_ ("Month"), 50, .numeric = TRUE },
  [PAY_FROM] = { "from", N_ ("From"), 84 },
  [PAY_TO] = { "to", N_ ("To"), 84 },
  [PAY_DAYS] = { "days", N_ ("Days"), 56, .numeric = TRUE },
  [PAY_WORKING] = { "working", N_ ("Working days"), 70, .numeric = TRUE },
  [PAY_BASE] = { "base", N_ ("Basic pay"), 84, .numeric = TRUE },
  [PAY_RATIO] = { "ratio", N_ ("Part paid"), 72, .numeric = TRUE },
  [PAY_DEDUCTION] = { "deduction", N_ ("Taken off"), 100, .numeric = TRUE, .sum = TRUE },
  [N_PAY] = { NULL },
};

static SzListRow *
make_line (const SzLeaveSheetRow *from, gint64 id)
{
  SzListRow *row = sz_list_row_new (id, N_PAY);

  row->cells[PAY_NAME] = g_strdup (from->name);
  row->cells[PAY_DEPARTMENT] = g_strdup (from->department);
  row->cells[PAY_KIND] = g_strdup (get_kind_name (from->kind));
  row->cells[PAY_MONTH] = dup_count (from->line.month);
  row->cells[PAY_FROM] = sz_date_format (from->line.from);
  row->cells[PAY_TO] = sz_date_format (from->line.to);
  row->cells[PAY_DAYS] = dup_count (from->line.days);
  row->cells[PAY_WORKING] = g_strdup_printf ("%d", from->line.working_days);
  if (from->line.base_fen >= 0)
    row->cells[PAY_BASE] = sz_money_format_grouped (from->line.base_fen);
  row->cells[PAY_RATIO] = sz_decimal_format (from->line.ratio_x1e4, SZ_RATIO_DECIMALS);
  row->cells[PAY_DEDUCTION] = sz_money_format_grouped (from->line.deduction_fen);
  row->numbers = g_new0 (gint64, N_PAY);
  row->numbers[PAY_DEDUCTION] = from->line.deduction_fen;
  return row;
}

/* Whoever lacks basic pay or the day on which work began is told by name. */
static SzLeaveSheet *
read_sheet (SzOffice *office, int year, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (GError) fault = NULL;
  SzLeaveSheet *sheet = sz_view_leave_sheet (office, year, 0, issues, &fault);

  if (sheet != NULL)
    return sheet;
  return sz_issues_fail (issues, SENTENCES_MAX, g_steal_pointer (&fault), error);
}

static GPtrArray *
read_pay_cb (SzOffice *office,
             const SzListView *view,
             const SzListAsk *ask,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (SzLeaveSheet) sheet
      = read_sheet (office, sz_year_filter_read (ask->choices[0], ask->day), error);
  GPtrArray *rows;

  if (sheet == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < sheet->rows->len; i++)
    g_ptr_array_add (rows, make_line (&g_array_index (sheet->rows, SzLeaveSheetRow, i), i + 1));
  return rows;
}

/* ---- the person of a leave: what is taken off, tier by tier ---- */

static void
add_line (GPtrArray *fields, const SzLeaveSheetRow *row)
{
  g_autofree char *from = sz_date_format (row->line.from);
  g_autofree char *to = sz_date_format (row->line.to);
  g_autofree char *span = g_strdup_printf ("%s – %s", from, to);
  g_autofree char *base
      = row->line.base_fen >= 0 ? sz_money_format_grouped (row->line.base_fen) : g_strdup ("—");
  g_autofree char *ratio = sz_decimal_format (row->line.ratio_x1e4, SZ_RATIO_DECIMALS);
  g_autofree char *off = sz_money_format_grouped (row->line.deduction_fen);

  /* TRANSLATORS: kind of leave, days, basic pay, the part that is paid, what is taken off */
  sz_fields_take (fields, span,
                  g_strdup_printf (_ ("%s, %d days: basic pay %s, paid %s, taken off %s"),
                                   get_kind_name (row->kind), row->line.days, base, ratio, off));
}

static SzListDetails *
describe_leave (
    SzOffice *office, const SzListView *view, gpointer data, gint64 id, SzDate day, GError **error)
{
  g_autoptr (GArray) entries = NULL;
  g_autoptr (SzLeaveSheet) sheet = NULL;
  g_autoptr (GError) fault = NULL;
  SzListDetails *details = g_new0 (SzListDetails, 1);
  const SzLeaveEntry *entry = NULL;
  SzMoney sum_fen = 0;

  details->fields = sz_fields_new ();
  /* The list may be of another year than the day's: the leave says of which. */
  for (int year = sz_date_year (day) + 1; entry == NULL && year > sz_date_year (day) - 7; year--)
    {
      g_clear_pointer (&entries, g_array_unref);
      entries = sz_view_leaves (office, year, error);
      if (entries == NULL)
        {
          sz_list_details_free (details);
          return NULL;
        }
      for (guint i = 0; i < entries->len && entry == NULL; i++)
        if (g_array_index (entries, SzLeaveEntry, i).id == id)
          entry = &g_array_index (entries, SzLeaveEntry, i);
      if (entry != NULL)
        sheet = read_sheet (office, year, &fault);
    }
  if (entry == NULL)
    return details;
  details->name = g_strdup (entry->name);
  details->line = g_strdup_printf ("%s · %s", entry->staff_no, entry->department);
  for (guint i = 0; sheet != NULL && i < sheet->rows->len; i++)
    {
      const SzLeaveSheetRow *row = &g_array_index (sheet->rows, SzLeaveSheetRow, i);

      if (strcmp (row->staff_no, entry->staff_no) != 0)
        continue;
      add_line (details->fields, row);
      sum_fen += row->line.deduction_fen;
    }
  if (sheet != NULL)
    sz_fields_take_figure (details->fields, _ ("Taken off in the year"),
                           sz_money_format_grouped (sum_fen));
  else
    sz_fields_add_note (details->fields, fault->message);
  return details;
}

static const SzListFilter filters[]
    = { { "year", N_ ("Year"), .reads = TRUE },
        { "kind", N_ ("Kind"), "kind", N_ ("All kinds") },
        { "department", N_ ("Department"), "department", N_ ("All departments") },
        { NULL } };
static const SzListAction leave_actions[] = {
  { N_ ("_Import…"), "win.import" },
  { N_ ("_Add…"), "leave.add" },
  { N_ ("C_orrect…"), "leave.edit", SZ_NEEDS_ONE, .main = TRUE },
  { N_ ("_Delete"), "leave.delete", SZ_NEEDS_SOME },
  { N_ ("F3_2…"), "leave.form", .tooltip = N_ ("What leave takes off basic pay, as a form") },
  { NULL },
};
static const SzListAction pay_actions[] = {
  { N_ ("_Import…"), "win.import", .tooltip = N_ ("Leaves, or the salaries of a month") },
  { N_ ("F3_2…"), "leave.form", .tooltip = N_ ("What leave takes off basic pay, as a form") },
  { NULL },
};
static const SzListView views[] = {
  { .name = "leave",
    .title = N_ ("Leave"),
    .unit = N_ ("leaves"),
    .columns = leave_columns,
    .filters = filters,
    .actions = leave_actions,
    .empty = { "x-office-calendar-symbolic", N_ ("No Leave in This Year"),
               N_ ("Import the ledger of leave as it is, or enter the first one.") },
    .read = read_leaves_cb,
    .details = describe_leave },
  { .name = "leave-pay",
    .title = N_ ("Taken Off Basic Pay"),
    .unit = N_ ("rows"),
    .columns = pay_columns,
    .filters = filters,
    .actions = pay_actions,
    .empty = { "x-office-calendar-symbolic", N_ ("Nothing Is Taken Off"),
               N_ ("Sick leave from its third month, personal leave and absence take something off "
                   "basic pay.") },
    .read = read_pay_cb },
  { NULL },
};

/* ---- acts ---- */

static void
saved_cb (SzLeavePage *self, const char *act)
{
  sz_page_done (SZ_PAGE (self), _ ("Saved"), act);
}

static void
open_row (GtkWidget *widget, gint64 id)
{
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (widget));
  SzLeaveDialog *dialog;

  if (tasks == NULL)
    return;
  dialog = sz_leave_dialog_new (sz_page_get_window (SZ_PAGE (widget)), tasks, id);
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
  const gint64 current = sz_list_page_get_current (SZ_LIST_PAGE (widget));

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
                          sz_register_work_new (sz_register_find ("leaves"), NULL, ids),
                          sz_register_work_free, g_free,
                          .changes = SZ_CHANGED_REGISTERS | SZ_CHANGED_PAY),
                 deleted_cb);
}

static void
form_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.form", "(sx)", "F32", (gint64)0);
}

static void
sz_leave_page_opened (SzListPage *page, const SzListView *view, gpointer data)
{
  sz_year_filter_fill (page, sz_page_get_as_of (SZ_PAGE (page)));
}

static void
sz_leave_page_class_init (SzLeavePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SZ_LIST_PAGE_CLASS (klass)->views = views;
  SZ_LIST_PAGE_CLASS (klass)->opened = sz_leave_page_opened;
  SZ_PAGE_CLASS (klass)->concerns = SZ_CHANGED_PEOPLE | SZ_CHANGED_REGISTERS | SZ_CHANGED_PARAMS;
  gtk_widget_class_install_action (widget_class, "leave.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "leave.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "leave.delete", NULL, delete_action_cb);
  gtk_widget_class_install_action (widget_class, "leave.form", NULL, form_action_cb);
}

static void
sz_leave_page_init (SzLeavePage *self)
{
}
