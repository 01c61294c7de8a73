/* sz-pay-year-page.c — 总量: a year's performance pay against its limit
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-year-page.h"

#include <glib/gi18n.h>

#include "sz-total-bar.h"

#define YEARS_BACK 6
#define QUARTER 3

struct _SzPayYearPage
{
  SzListPage parent_instance;

  SzTotalBar *bar; /* borrowed */
  SzJob *reading;
};

G_DEFINE_FINAL_TYPE (SzPayYearPage, sz_pay_year_page, SZ_TYPE_LIST_PAGE)

/* ---- the year one looks at ---- */

int
sz_year_filter_read (const char *choice, SzDate day)
{
  if (choice != NULL && *choice != '\0')
    return (int)g_ascii_strtoll (choice, NULL, 10);
  return sz_date_month_of_year (day) <= QUARTER ? sz_date_year (day) - 1 : sz_date_year (day);
}

void
sz_year_filter_fill (SzListPage *page, SzDate day)
{
  SzChoiceButton *years;
  g_autofree char *chosen = NULL;

  g_return_if_fail (SZ_IS_LIST_PAGE (page));
  years = sz_list_page_get_filter (page, "year");
  if (years == NULL)
    return;
  chosen = g_strdup_printf ("%d", sz_year_filter_read (sz_choice_button_get_choice (years), day));
  sz_choice_button_clear (years, NULL);
  for (int year = sz_date_year (day) + 1; year > sz_date_year (day) - YEARS_BACK; year--)
    {
      g_autofree char *id = g_strdup_printf ("%d", year);

      sz_choice_button_add (years, id, id);
    }
  sz_choice_button_choose (years, chosen);
}

/* ---- the lines of the ledger ---- */

enum
{
  DAY,
  WHAT,
  RUN,
  STATE,
  ACCOUNT,
  AMOUNT,
  UNTIL,
  LEFT,
  DOCUMENT,
  N_COLUMNS
};

static const SzListColumn columns[] = {
  [DAY] = { "day", N_ ("Day"), 88 },
  [WHAT] = { "what", N_ ("What"), 190 },
  [RUN] = { "run", N_ ("Run"), 48, .numeric = TRUE },
  [STATE] = { "state", N_ ("State"), 64 },
  [ACCOUNT] = { "account", N_ ("Account"), 68 },
  [AMOUNT] = { "amount", N_ ("Amount"), 112, .numeric = TRUE, .sum = TRUE },
  [UNTIL] = { "until", N_ ("Used so far"), 112, .numeric = TRUE },
  [LEFT] = { "left", N_ ("Left"), 112, .numeric = TRUE },
  [DOCUMENT] = { "document", N_ ("Document"), 130 },
  [N_COLUMNS] = { NULL },
};

static char *
write_what (const SzPayYearLine *line)
{
  if (line->run != 0)
    return g_strdup (line->name);
  return line->month > 0 ? g_strdup_printf (_ ("Ledger, month %d"), line->month)
                         : g_strdup (_ ("Ledger, whole year"));
}

static SzListRow *
make_row (const SzPayYearLine *line, gint64 id)
{
  SzListRow *row = sz_list_row_new (id, N_COLUMNS);

  if (line->day != SZ_DATE_NONE)
    row->cells[DAY] = sz_date_format (line->day);
  row->cells[WHAT] = write_what (line);
  if (line->run != 0)
    row->cells[RUN] = g_strdup_printf ("%" G_GINT64_FORMAT, line->run);
  row->cells[STATE] = g_strdup (line->state);
  row->cells[ACCOUNT] = g_strdup (line->account);
  row->cells[AMOUNT] = sz_money_format_grouped (line->amount_fen);
  row->numbers = g_new0 (gint64, N_COLUMNS);
  row->numbers[AMOUNT] = line->amount_fen;
  if (line->counts)
    row->cells[UNTIL] = sz_money_format_grouped (line->until_fen);
  if (line->has_left)
    row->cells[LEFT] = sz_money_format_grouped (line->left_fen);
  row->cells[DOCUMENT] = g_strdup (line->document);
  if (line->has_left && line->left_fen < 0)
    row->style = "error";
  return row;
}

static GPtrArray *
read_lines_cb (SzOffice *office,
               const SzListView *view,
               const SzListAsk *ask,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (SzPayYearBook) book
      = sz_view_pay_year (office, sz_year_filter_read (ask->choices[0], ask->day), error);
  GPtrArray *rows;

  if (book == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < book->lines->len; i++)
    g_ptr_array_add (rows, make_row (&g_array_index (book->lines, SzPayYearLine, i), i + 1));
  return rows;
}

static const SzListFilter filters[]
    = { { "year", N_ ("Year"), .reads = TRUE },
        { "account", N_ ("Account"), "account", N_ ("All accounts") },
        { "state", N_ ("State"), "state", N_ ("All states") },
        { NULL } };
static const SzListAction actions[] = {
  { N_ ("_Import…"), "win.import" },
  { N_ ("F1_7…"), "year.f17", .tooltip = N_ ("The year's total to be approved") },
  { N_ ("F1_8…"), "year.f18", .tooltip = N_ ("How far the year's total is used") },
  { N_ ("_Ledger…"), "year.ledger", .tooltip = N_ ("These lines as a form") },
  { NULL },
};
static const SzListView views[] = {
  { .name = "pay-year",
    .title = N_ ("Year's Total"),
    .unit = N_ ("lines"),
    .columns = columns,
    .filters = filters,
    .actions = actions,
    .empty = { "accessories-calculator-symbolic", N_ ("Nothing Paid in This Year"),
               N_ ("Import the pay ledger of the year, with its 核定总量; runs come by "
                   "themselves."),
               "win.import" },
    .read = read_lines_cb },
  { NULL },
};

/* ---- the bar ---- */

static gpointer
read_book_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return sz_view_pay_year (office, *(const int *)data, error);
}

static void
book_read_cb (gpointer owner, gpointer value)
{
  g_autoptr (SzPayYearBook) book = value;

  sz_total_bar_show (SZ_PAY_YEAR_PAGE (owner)->bar, book);
}

static void
sz_pay_year_page_opened (SzListPage *page, const SzListView *view, gpointer data)
{
  SzPayYearPage *self = SZ_PAY_YEAR_PAGE (page);
  const SzDate day = sz_page_get_as_of (SZ_PAGE (page));
  int year;

  sz_year_filter_fill (page, day);
  year = sz_year_filter_read (sz_choice_button_get_choice (sz_list_page_get_filter (page, "year")),
                              day);
  if (sz_page_get_tasks (SZ_PAGE (page)) != NULL)
    sz_job_read (self->reading, sz_page_get_tasks (SZ_PAGE (page)),
                 SZ_WORK (read_book_cb, g_memdup2 (&year, sizeof year), g_free,
                          (GDestroyNotify)sz_pay_year_book_free),
                 book_read_cb);
}

static void
form_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *form = g_str_equal (action, "year.f17")   ? "F17"
                     : g_str_equal (action, "year.f18") ? "F18"
                                                        : "ledger";

  gtk_widget_activate_action (widget, "win.form", "(sx)", form, (gint64)0);
}

static void
sz_pay_year_page_class_init (SzPayYearPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SZ_LIST_PAGE_CLASS (klass)->views = views;
  SZ_LIST_PAGE_CLASS (klass)->opened = sz_pay_year_page_opened;
  SZ_PAGE_CLASS (klass)->concerns
      = SZ_CHANGED_PAY | SZ_CHANGED_REGISTERS | SZ_CHANGED_PARAMS | SZ_CHANGED_PEOPLE;
  SZ_PAGE_CLASS (klass)->search_hint = N_ ("Run, account, document …");
  gtk_widget_class_install_action (widget_class, "year.f17", NULL, form_action_cb);
  gtk_widget_class_install_action (widget_class, "year.f18", NULL, form_action_cb);
  gtk_widget_class_install_action (widget_class, "year.ledger", NULL, form_action_cb);
}

static void
sz_pay_year_page_init (SzPayYearPage *self)
{
  self->bar = SZ_TOTAL_BAR (sz_total_bar_new ());
  sz_list_page_set_above (SZ_LIST_PAGE (self), GTK_WIDGET (self->bar));
  self->reading = sz_page_add_job (SZ_PAGE (self));
}
